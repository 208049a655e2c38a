/**
 * Values near what a program does: uniform choice would hit nothing.
 */
import fc, { type Arbitrary } from 'fast-check'
import type { DataPlace, GprName, Place, Setup, SlotValues, Value } from '../../../model/arm64/index.ts'

/** The most instructions of a random program. */
export const MAX_CODE = 6

/** One of several arbitraries, by weight. */
export const weigh = <T>(choices: readonly (readonly [number, Arbitrary<T>])[]): Arbitrary<T> =>
  fc.oneof(...choices.filter(([weight]) => weight > 0).map(([weight, arbitrary]) => ({ weight, arbitrary })))

/** One in `n` times a value, else nothing. */
export const chance = <T>(n: number, arbitrary: Arbitrary<T>): Arbitrary<T | undefined> =>
  weigh<T | undefined>([
    [n - 1, fc.constant(undefined)],
    [1, arbitrary],
  ])

export const gpr: Arbitrary<GprName> = fc.constantFrom('x0', 'x1', 'x2', 'x3')

export const instructionPlace: Arbitrary<Place> = fc
  .nat({ max: MAX_CODE })
  .map((instruction): Place => ({ instruction }))

/** What breakpoints are put on: instructions, and now and then a vector. */
export const codePlace: Arbitrary<Place> = weigh<Place>([
  [12, instructionPlace],
  [1, fc.constantFrom<Place>({ handler: 'sync-el1' }, { handler: 'sync-el0' })],
])

const offsets = fc.constantFrom(0, 0, 0, 8, 16)
export const dataPlace: Arbitrary<DataPlace> = fc
  .tuple(fc.constantFrom('data' as const, 'data' as const, 'mmio' as const, 'coalesced' as const), offsets)
  // The end of the program and of its unexpected vectors are at 8 and 16 of MMIO.
  .map(([place, offset]): DataPlace => ({ place, offset: place === 'mmio' ? 0x20 + offset : offset }))

const SS = 0x200000
/** PSTATE: EL1 or EL0, with D or I clear now and then. */
export const pstate: Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(0x3c5, 0x1c5, 0x1c5, 0x345, 0x345, 0x145, 0x3c0, 0x3c0, 0x340),
    fc.constantFrom(0, 0, SS),
  )
  .map(([value, ss]) => `0x${(value | ss).toString(16)}`)
/** SPSR_EL1: the same, and now and then bits that PSTATE has not. */
export const spsr: Arbitrary<string> = fc
  .tuple(fc.constantFrom(0x3c5, 0x1c5, 0x1c5, 0x3c0, 0x3c0, 0xc0001c5), fc.constantFrom(0, SS))
  .map(([value, ss]) => `0x${(value | ss).toString(16)}`)

/** MDSCR_EL1: SS, KDE and MDE in the combinations that mean something. */
export const mdscr = fc.constantFrom('0x0', '0x1', '0x2001', '0x2001', '0xa000', '0xa001', '0x8000')

const bcr = fc.constantFrom('0x1e7', '0x1e7', '0x1e7', '0x1e3', '0x1e5', '0x1e6', '0x67', '0x87', '0x21e7')
const wcr = fc.constantFrom(
  '0x1fff',
  '0x1fff',
  '0x1ff7',
  '0x1fef',
  '0x37',
  '0x217',
  '0x1ffd',
  '0x1ffb',
  '0xb7',
  '0x3001fff',
)
const watched: Arbitrary<Value> = fc.constantFrom<Value>(
  { place: 'data' },
  { place: 'data' },
  { place: 'data', offset: 8 },
  { place: 'data', offset: 4 },
  { place: 'mmio', offset: 0x20 },
)

type Slots = Required<SlotValues>
const slot = (first: number, values: Partial<SlotValues>): SlotValues => {
  const pad = <T>(list: readonly T[] | undefined): (T | '0x0')[] =>
    list ? [...Array.from({ length: first }, () => '0x0' as const), ...list] : []
  return Object.fromEntries(
    (Object.keys(values) as (keyof Slots)[]).map((name) => [name, pad(values[name] as readonly Value[])]),
  )
}

/** A linked address breakpoint in slot 0 and the context breakpoint that it names in slot 4 or 3. */
const linked: Arbitrary<SlotValues> = fc
  .tuple(codePlace, fc.constantFrom(4, 4, 5, 3), fc.constantFrom('0x7', '0x8'))
  .map(
    ([address, n, context]): SlotValues => ({
      bcr: Array.from({ length: n + 1 }, (_, i) =>
        i === 0 ? `0x${(0x1001e7 | (n << 16)).toString(16)}` : i === n ? '0x3001e7' : '0x0',
      ),
      bvr: Array.from({ length: n + 1 }, (_, i) => (i === 0 ? address : i === n ? context : '0x0')),
    }),
  )

/** Breakpoints, watchpoints or both; most in slot 0, some in the last one or behind it. */
export const slotValues: Arbitrary<SlotValues> = weigh<SlotValues>([
  [
    6,
    fc
      .tuple(bcr, codePlace, fc.constantFrom(0, 0, 0, 1, 5))
      .map(([c, v, n]) => slot(n, { bcr: [c], bvr: [v] })),
  ],
  [
    4,
    fc.tuple(wcr, watched, fc.constantFrom(0, 0, 0, 3)).map(([c, v, n]) => slot(n, { wcr: [c], wvr: [v] })),
  ],
  [
    2,
    fc
      .tuple(bcr, codePlace, wcr, watched)
      .map(([bc, bv, wc, wv]): SlotValues => ({ bcr: [bc], bvr: [bv], wcr: [wc], wvr: [wv] })),
  ],
  [1, linked],
])

/** Breakpoints that the CPU does not have. */
export const slotsBeyond: Arbitrary<SlotValues> = fc
  .tuple(fc.constantFrom(6, 15), codePlace)
  .map(([n, place]) => slot(n, { bcr: ['0x1e7'], bvr: [place] }))

/** What general registers start with: what MSR can use. */
export const registerValue: Arbitrary<Value> = weigh<Value>([
  [4, mdscr],
  [2, spsr],
  [3, instructionPlace],
  [2, fc.constantFrom<Value>('0x1', '0x0', '0x1e7', '0x1fff', '0x7')],
  [1, fc.constant<Value>({ place: 'data' })],
])

const registers: Arbitrary<NonNullable<Setup['registers']>> = fc
  .tuple(gpr, registerValue, gpr, registerValue)
  .map(([a, x, b, y]) => ({ [a]: x, [b]: y }))

export interface SetupWeights {
  /** One setup in so many steps itself. */
  readonly selfSteppingOneIn: number
  /** One in so many has breakpoints or watchpoints of its own. */
  readonly guestSlotsOneIn: number
}

/** A guest that steps itself: at EL1 with KDE and D clear, or at EL0. */
const selfStepping: Arbitrary<Setup> = fc.constantFrom<Setup>(
  { mdscr: '0x2001', pstate: '0x2001c5' },
  { mdscr: '0x2001', pstate: '0x1c5' },
  { mdscr: '0x1', pstate: '0x2003c0' },
  { mdscr: '0x1', pstate: '0x3c0' },
  { mdscr: '0x1', spsr: '0x2003c0', elr: { instruction: 1 } },
  { mdscr: '0x2001', spsr: '0x2001c5', elr: { instruction: 1 } },
  { mdscr: '0x2001', pstate: '0x2003c5' },
)

const guestSlots: Arbitrary<Setup> = fc
  .tuple(
    slotValues,
    fc.constantFrom('0xa000', '0xa000', '0x8000', '0xa001'),
    fc.constantFrom('0x1c5', '0x3c0'),
  )
  .map(([slots, control, state]): Setup => ({ ...slots, mdscr: control, pstate: state }))

const plain: Arbitrary<Setup> = fc
  .record({
    pstate: chance(2, pstate),
    mdscr: chance(4, mdscr),
    spsr: chance(4, spsr),
    elr: chance(4, instructionPlace),
  })
  .map((setup) => withoutUndefined(setup))

const withoutUndefined = (setup: { [name: string]: unknown }): Setup =>
  Object.fromEntries(Object.entries(setup).filter(([, value]) => value !== undefined))

/** The setup of a random program. */
export const setupOf = ({ selfSteppingOneIn, guestSlotsOneIn }: SetupWeights): Arbitrary<Setup> =>
  fc
    .record({
      base: plain,
      self: chance(selfSteppingOneIn, selfStepping),
      slots: chance(guestSlotsOneIn, guestSlots),
      more: fc.record({
        registers: chance(2, registers),
        osLock: chance(12, fc.constant(true)),
        contextId: chance(6, fc.constant('0x7')),
        onDebugException: chance(2, fc.constant('disarm')),
      }),
    })
    .map(
      ({ base, self, slots, more }): Setup => ({
        ...base,
        ...slots,
        ...self,
        ...withoutUndefined(more),
      }),
    )
