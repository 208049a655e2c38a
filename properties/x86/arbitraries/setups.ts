/**
 * Setups: what the guest has before its first instruction.
 */
import fc, { type Arbitrary } from 'fast-check'
import type { Setup, Value } from '../../../model/x86/index.ts'
import { breakpoints } from './breakpoints.ts'
import { dataPlace, hex32, instructionPlace, MAX_CODE, rflags } from './places.ts'

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

export const registerValue: Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: breakpoints.map(({ dr7 }): Value => dr7) },
  { weight: 2, arbitrary: instructionPlace as Arbitrary<Value> },
  { weight: 2, arbitrary: dataPlace as Arbitrary<Value> },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Value>('0x3', '0x1', '0x174', '0xffffffff', '0xffff0ff0', '0x2400'),
  },
)

export const stackWord: Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: rflags.map((value): Value => hex32(BigInt(value & 0xffff))) },
  { weight: 2, arbitrary: fc.constantFrom<Value>('0x0', '0x1') },
  {
    weight: 3,
    arbitrary: fc.nat({ max: MAX_CODE }).map((instruction): Value => ({ instruction, as: 'ip' })),
  },
)

const iretFrame = fc.record({
  ip: fc.nat({ max: MAX_CODE }).map((instruction): Value => ({ instruction, as: 'ip' })),
  image: rflags,
})
const low = (image: number): Value => hex32(BigInt(image & 0xffff))

/** The stack of a program that begins with IRET, IRETD or POPF: loose words, or a frame of either width. */
const stack: Arbitrary<readonly Value[]> = fc.oneof(
  { weight: 2, arbitrary: fc.array(stackWord, { minLength: 1, maxLength: 3, size: 'max' }) },
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

export const setupOf = (guestBreakpointsOneIn: number): Arbitrary<Setup> =>
  fc
    .record({
      vendor: chance(3, fc.constant('amd' as const)),
      busLockDetect: chance(12, fc.constant(true)),
      rtm: chance(12, fc.constant(true)),
      rflags: chance(
        3,
        rflags.map((value) => hex32(BigInt(value))),
      ),
      cr4De: chance(3, fc.constant(true)),
      cs: chance(10, fc.constantFrom('0x80', '0x100')),
      guest: chance(guestBreakpointsOneIn, breakpoints),
      dr6: chance(5, dr6Value),
      eax: chance(3, registerValue),
      ebx: chance(3, registerValue),
      ecx: chance(3, fc.constantFrom<Value>('0x0', '0x1', '0x3', '0x174')),
      esi: chance(4, dataPlace as Arbitrary<Value>),
      edi: chance(4, dataPlace as Arbitrary<Value>),
      stack: chance(4, stack),
      // A handler that only returns meets its code breakpoint for ever: one in eight is enough of that.
      onDebugException: fc.nat({ max: 7 }).map((n) => (n === 7 ? undefined : ('disarm' as const))),
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
