/**
 * Setups: what the guest has before its first instruction.
 */
import fc, { type Arbitrary } from 'fast-check'
import { hex } from '../../../model/bits.ts'
import { flags, SELECTORS, type Setup, type Value } from '../../../model/x86/index.ts'
import { type Breakpoints, breakpoints } from './breakpoints.ts'
import { dataAddress, dataPlace, hex32, instructionPlace, type Level, MAX_CODE, rflags } from './places.ts'

const dr6Value = fc.constantFrom(
  '0xffff0ff0',
  '0xffff4ff0',
  '0xffff0ff2',
  '0xffffeff5',
  '0xffff07f0',
  '0xfffe0ff0',
)

export const chance = <T>(oneIn: number, arbitrary: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

/** An object without the keys whose value is `undefined`. */
const compact = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T

const realValue: Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: breakpoints.map(({ dr7 }): Value => dr7) },
  { weight: 2, arbitrary: instructionPlace as Arbitrary<Value> },
  { weight: 2, arbitrary: dataPlace as Arbitrary<Value> },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Value>('0x3', '0x1', '0x174', '0xffffffff', '0xffff0ff0', '0x2400'),
  },
)

/** Values that real mode has no room for: DR6 and DR7 refuse them, DR0–DR3 do not. */
const wideValue = fc.constantFrom<Value>('0x100000400', '0xffffffffffffffff', '0x8000000000001000')

const longValue: Arbitrary<Value> = fc.oneof(
  { weight: 8, arbitrary: realValue },
  { weight: 1, arbitrary: wideValue },
)

/** A value for a general register. */
export const registerValue = (level: Level): Arbitrary<Value> => (level === 'real' ? realValue : longValue)

const returnAddress = fc.nat({ max: MAX_CODE }).map((instruction): Value => ({ instruction, as: 'ip' }))
const low = (image: number): Value => hex32(BigInt(image & 0xffff))
const wide = (image: number): Value => hex32(BigInt(image))

const wordOf = (image: (value: number) => Value): Arbitrary<Value> =>
  fc.oneof(
    { weight: 3, arbitrary: rflags.map(image) },
    { weight: 2, arbitrary: fc.constantFrom<Value>('0x0', '0x1') },
    { weight: 3, arbitrary: returnAddress },
  )
const realWord = wordOf(low)
const longWord = wordOf(wide)

/** A word for the stack. */
export const stackWord = (level: Level): Arbitrary<Value> => (level === 'real' ? realWord : longWord)

const looseWords = (word: Arbitrary<Value>): Arbitrary<readonly Value[]> =>
  fc.array(word, { minLength: 1, maxLength: 3, size: 'max' })

const iretFrame = fc.record({ ip: returnAddress, image: rflags })

/** The stack of a program that begins with IRET, IRETD or POPF: loose words, or a frame of either width. */
const realStack: Arbitrary<readonly Value[]> = fc.oneof(
  { weight: 2, arbitrary: looseWords(realWord) },
  { weight: 2, arbitrary: iretFrame.map(({ ip, image }): readonly Value[] => [ip, '0x0', low(image)]) },
  {
    weight: 2,
    arbitrary: iretFrame.map(({ ip, image }): readonly Value[] => [
      ip,
      '0x0',
      '0x0',
      '0x0',
      low(image),
      hex32(BigInt(image >>> 16)),
    ]),
  },
)

const selector = (value: number): Value => hex(value, 16)

/** Selectors of CS and SS in a frame: to the same level, from CPL0 to CPL3, and what is refused. */
const frameSelectors = {
  kernel: fc.constantFrom(
    [SELECTORS.kernelCode, SELECTORS.kernelData],
    [SELECTORS.kernelCode, SELECTORS.kernelData],
    [SELECTORS.kernelCode, 0],
    [SELECTORS.userCode, SELECTORS.userData],
    [SELECTORS.kernelData, SELECTORS.kernelData],
  ),
  user: fc.constantFrom(
    [SELECTORS.userCode, SELECTORS.userData],
    [SELECTORS.userCode, SELECTORS.userData],
    [SELECTORS.userCode, SELECTORS.userData],
    [SELECTORS.kernelCode, SELECTORS.kernelData],
  ),
} as const

/** The stack of a program in long mode: loose words, or a frame for IRETQ. */
const longStack = (level: 'kernel' | 'user'): Arbitrary<readonly Value[]> =>
  fc.oneof(
    { weight: 1, arbitrary: looseWords(longWord) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(iretFrame, frameSelectors[level])
        .map(([{ ip, image }, [cs, ss]]): readonly Value[] => [
          ip,
          selector(cs!),
          wide(image),
          { place: 'stack' },
          selector(ss!),
        ]),
    },
  )

/** Breakpoints of the guest’s own, in one setup of so many. */
export interface GuestBreakpoints {
  readonly oneIn: number
  readonly registers: Arbitrary<Breakpoints>
}

/** What setups of all modes have. */
const common = ({ oneIn, registers }: GuestBreakpoints) => ({
  vendor: chance(3, fc.constant('amd' as const)),
  busLockDetect: chance(40, fc.constant(true)),
  rtm: chance(40, fc.constant(true)),
  cr4De: chance(2, fc.constant(true)),
  guest: chance(oneIn, registers),
  dr6: chance(5, dr6Value),
  // A handler that only returns meets its code breakpoint for ever: one in eight is enough of that.
  onDebugException: fc.nat({ max: 7 }).map((n) => (n === 7 ? undefined : ('disarm' as const))),
})

const realSetup = (guestBreakpoints: GuestBreakpoints): Arbitrary<Setup> =>
  fc
    .record({
      ...common(guestBreakpoints),
      rflags: chance(3, rflags.map(wide)),
      cs: chance(10, fc.constantFrom('0x80', '0x100')),
      eax: chance(3, realValue),
      ebx: chance(3, realValue),
      ecx: chance(3, fc.constantFrom<Value>('0x0', '0x1', '0x3', '0x174')),
      esi: chance(4, dataPlace as Arbitrary<Value>),
      edi: chance(4, dataPlace as Arbitrary<Value>),
      stack: chance(4, realStack),
    })
    .map(({ guest, eax, ebx, ecx, esi, edi, ...rest }): Setup => {
      const registers = compact({ eax, ebx, ecx, esi, edi })
      return compact({
        ...rest,
        db: guest?.db,
        dr7: guest?.dr7,
        registers: Object.keys(registers).length > 0 ? registers : undefined,
      }) as Setup
    })

/** Selectors for MOV SS: good ones, most of the time. */
const stackSelector = {
  kernel: fc.constantFrom<Value>(selector(SELECTORS.kernelData), '0x0', selector(SELECTORS.userData)),
  user: fc.constantFrom<Value>(
    selector(SELECTORS.userData),
    selector(SELECTORS.userData),
    selector(SELECTORS.userData),
    selector(SELECTORS.kernelData),
  ),
} as const

const longSetup = (level: 'kernel' | 'user', guestBreakpoints: GuestBreakpoints): Arbitrary<Setup> =>
  fc
    .record({
      ...common(guestBreakpoints),
      rflags: chance(
        2,
        fc.oneof(
          { weight: 5, arbitrary: rflags.map(wide) },
          { weight: 1, arbitrary: rflags.map((value) => wide(value | flags.IOPL)) },
        ),
      ),
      fmask: chance(3, fc.constantFrom('0x0', '0x200', '0x100', '0x10100')),
      eax: chance(3, longValue),
      ebx: chance(3, longValue),
      // What SYSRET returns to, among them addresses that one vendor refuses.
      ecx: chance(
        2,
        fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom<Value>('0x0', '0x1', '0x3', '0x174') },
          { weight: 3, arbitrary: instructionPlace as Arbitrary<Value> },
          { weight: 1, arbitrary: fc.constant<Value>('0x800000000000') },
        ),
      ),
      edx: chance(level === 'user' ? 1 : 2, stackSelector[level]),
      esi: chance(4, dataAddress),
      edi: chance(4, dataAddress),
      r11: chance(3, rflags.map(wide)),
      stack: chance(3, longStack(level)),
    })
    .map(({ guest, eax, ebx, ecx, edx, esi, edi, r11, ...rest }): Setup => {
      const registers = compact({ eax, ebx, ecx, edx, esi, edi, r11 })
      return compact({
        mode: 'long' as const,
        cpl: level === 'user' ? (3 as const) : undefined,
        ...rest,
        db: guest?.db,
        dr7: guest?.dr7,
        registers: Object.keys(registers).length > 0 ? registers : undefined,
      }) as Setup
    })

/** Setups of a level. */
export const setupOf = (level: Level, guestBreakpoints: GuestBreakpoints): Arbitrary<Setup> =>
  level === 'real' ? realSetup(guestBreakpoints) : longSetup(level, guestBreakpoints)
