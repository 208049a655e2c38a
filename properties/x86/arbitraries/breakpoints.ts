/**
 * Breakpoint registers: one to three slots whose kind and address belong together.
 */
import fc, { type Arbitrary } from 'fast-check'
import { slotBits, slotEnable, type Value } from '../../../model/x86/index.ts'
import { codeAddress, dataPlace, hex32 } from './places.ts'

export interface Breakpoints {
  readonly db: readonly Value[]
  readonly dr7: string
}

type Kind = Parameters<typeof slotBits>[1]
const length = fc.constantFrom(1 as const, 2 as const, 4 as const, 8 as const)

/** What a slot is for. */
interface Watched {
  readonly address: Value
  readonly kind: Kind
  readonly length: 1 | 2 | 4 | 8
}

/** An address and a kind that belong together: random pairs would never hit. */
const watched: Arbitrary<Watched> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      address: codeAddress,
      kind: fc.constant<Kind>('execute'),
      length: fc.constant(1 as const),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ address: dataPlace, kind: fc.constantFrom<Kind>('write', 'access'), length }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ address: fc.constantFrom('0x10', '0x11'), kind: fc.constant<Kind>('io'), length }),
  },
  // Execute with LEN≠0 is undefined: rare, so that most programs say something.
  { weight: 1, arbitrary: fc.record({ address: codeAddress, kind: fc.constant<Kind>('execute'), length }) },
)

/** What POP SS reads: its trap waits for the next instruction. */
const stackTop: Arbitrary<Watched> = fc.record({
  address: fc.constant<Value>({ place: 'stack' }),
  kind: fc.constant<Kind>('access'),
  length: fc.constantFrom(1 as const, 2 as const),
})

const enable = fc.oneof(
  { weight: 5, arbitrary: fc.constant('G' as const) },
  { weight: 2, arbitrary: fc.constantFrom('L' as const, 'both' as const, 'none' as const) },
)

/** One to three slots in any of the four places, and sometimes GD. */
const breakpointsFor = (slots: Arbitrary<Watched>): Arbitrary<Breakpoints> =>
  fc
    .tuple(
      fc.array(fc.record({ watched: slots, enable }), { minLength: 1, maxLength: 3, size: 'max' }),
      fc.nat({ max: 3 }),
      fc.nat({ max: 5 }).map((n) => n === 0),
    )
    .map(([slots, first, generalDetect]) => {
      const db: Value[] = []
      let dr7 = 0x400n | (generalDetect ? 0x2000n : 0n)
      slots.forEach((each, n) => {
        const i = (first + n) & 3
        while (db.length <= i) db.push('0x0')
        db[i] = each.watched.address
        dr7 |= slotBits(i, each.watched.kind, each.watched.length)
        if (each.enable === 'L' || each.enable === 'both') dr7 |= slotEnable(i, 'L')
        if (each.enable === 'G' || each.enable === 'both') dr7 |= slotEnable(i, 'G')
      })
      return { db, dr7: hex32(dr7) }
    })

export const breakpoints = breakpointsFor(watched)

/** Most of them for what POP SS reads. */
export const stackBreakpoints = breakpointsFor(
  fc.oneof({ weight: 3, arbitrary: stackTop }, { weight: 1, arbitrary: watched }),
)
