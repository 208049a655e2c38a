/**
 * Random programs, weighted towards what is interesting: addresses near the code, enabled slots, both debuggers at
 * work, and the instructions around which implementations go wrong.
 */
import fc, { type Arbitrary } from 'fast-check'
import { hex } from '../../model/bits.ts'
import { GUESTDBG } from '../../model/kvm/guest-debug.ts'
import { PROGRAM_FORMAT, PROGRAM_VERSION } from '../../model/program.ts'
import {
  type Action,
  flags,
  type Instruction,
  type Place,
  type Program,
  type Setup,
  STATE_INTERFACES,
  slotBits,
  slotEnable,
  type Value,
} from '../../model/x86/index.ts'

/** The classes of programs that properties are tried on. */
export const PROGRAM_CLASSES = ['any', 'stepping', 'breakpoints', 'injection', 'debug-registers'] as const
export type ProgramClass = (typeof PROGRAM_CLASSES)[number]

const MAX_CODE = 6

const hex32 = (value: bigint): string => hex(value, 32)

const instructionPlace: Arbitrary<Place> = fc
  .nat({ max: MAX_CODE })
  .map((instruction): Place => ({ instruction }))

const dataPlace: Arbitrary<Place> = fc
  .tuple(fc.constantFrom('data', 'data', 'data', 'mmio', 'stack'), fc.integer({ min: -4, max: 4 }))
  .map(
    ([place, offset]): Place =>
      place === 'stack'
        ? { place, offset: 2 * offset - 8 }
        : { place: place as 'data' | 'mmio', offset: Math.abs(offset) },
  )

const codeAddress: Arbitrary<Value> = fc.oneof(
  { weight: 16, arbitrary: instructionPlace },
  { weight: 2, arbitrary: fc.constantFrom(3, 13, 32).map((handler): Place => ({ handler })) },
  { weight: 1, arbitrary: instructionPlace.map((place): Place => ({ ...place, offset: 1 })) },
  { weight: 1, arbitrary: fc.constantFrom<Value>('0x0', '0x100001000') },
)

interface Breakpoints {
  readonly db: readonly Value[]
  readonly dr7: string
}

type Kind = Parameters<typeof slotBits>[1]
const length = fc.constantFrom(1 as const, 2 as const, 4 as const, 8 as const)

/** An address and a kind that belong together: random pairs would never hit. */
const watched: Arbitrary<{ address: Value; kind: Kind; length: 1 | 2 | 4 | 8 }> = fc.oneof(
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
    weight: 3,
    arbitrary: fc.record({ address: fc.constantFrom('0x10', '0x11'), kind: fc.constant<Kind>('io'), length }),
  },
  // Execute with LEN≠0 is undefined: rare, so that most programs say something.
  { weight: 1, arbitrary: fc.record({ address: codeAddress, kind: fc.constant<Kind>('execute'), length }) },
)

const slot = fc.record({
  watched,
  enable: fc.oneof(
    { weight: 5, arbitrary: fc.constant('G' as const) },
    { weight: 2, arbitrary: fc.constantFrom('L' as const, 'both' as const, 'none' as const) },
  ),
})

/** One to three slots in any of the four places, and sometimes GD. */
const breakpoints: Arbitrary<Breakpoints> = fc
  .tuple(
    fc.array(slot, { minLength: 1, maxLength: 3, size: 'max' }),
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

const rflags = fc.constantFrom(
  0x2,
  flags.TF | 2,
  flags.TF | 2,
  flags.IF | 2,
  flags.TF | flags.IF | 2,
  flags.RF | 2,
  flags.OF | 2,
  flags.RF | flags.TF | 2,
)

const dr6Value = fc.constantFrom(
  '0xffff0ff0',
  '0xffff4ff0',
  '0xffff0ff2',
  '0xffffeff5',
  '0xffff07f0',
  '0xfffe0ff0',
)

const chance = <T>(oneIn: number, arbitrary: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

/** An object without the keys whose value is `undefined`. */
const compact = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T

const registerValue: Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: breakpoints.map(({ dr7 }): Value => dr7) },
  { weight: 2, arbitrary: instructionPlace as Arbitrary<Value> },
  { weight: 2, arbitrary: dataPlace as Arbitrary<Value> },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Value>('0x3', '0x1', '0x174', '0xffffffff', '0xffff0ff0', '0x2400'),
  },
)

const stackWord: Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: rflags.map((value): Value => hex32(BigInt(value & 0xffff))) },
  { weight: 2, arbitrary: fc.constantFrom<Value>('0x0', '0x1') },
  {
    weight: 3,
    arbitrary: fc.nat({ max: MAX_CODE }).map((instruction): Value => ({ instruction, as: 'ip' })),
  },
)

/** The stack of a program that begins with IRET, IRETD or POPF. */
const stack: Arbitrary<readonly Value[]> = fc.oneof(
  { weight: 2, arbitrary: fc.array(stackWord, { minLength: 1, maxLength: 3, size: 'max' }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat({ max: MAX_CODE }), rflags)
      .map(([instruction, image]): readonly Value[] => [
        { instruction, as: 'ip' },
        '0x0',
        hex32(BigInt(image & 0xffff)),
      ]),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat({ max: MAX_CODE }), rflags)
      .map(([instruction, image]): readonly Value[] => [
        { instruction, as: 'ip' },
        '0x0',
        '0x0',
        '0x0',
        hex32(BigInt(image & 0xffff)),
        hex32(BigInt(image >>> 16)),
      ]),
  },
)

const setupOf = (guestBreakpointsOneIn: number): Arbitrary<Setup> =>
  fc
    .record({
      vendor: chance(3, fc.constant('amd' as const)),
      busLockDetect: chance(12, fc.constant(true)),
      rtm: chance(12, fc.constant(true)),
      rflags: chance(
        2,
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
      onDebugException: chance(2, fc.constant('disarm' as const)),
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

const size = fc.constantFrom(1 as const, 1 as const, 2 as const, 4 as const)
const plain = (op: Instruction['op']): Instruction => ({ op }) as Instruction

const nop = fc.constant(plain('nop'))
const debugRegisterMove: Arbitrary<Instruction> = fc.oneof(
  fc
    .tuple(fc.constantFrom(7, 0, 6, 1, 7, 4, 5), fc.constantFrom('eax' as const, 'ebx' as const))
    .map(([dr, from]): Instruction => ({ op: 'mov-to-dr', dr, from })),
  fc
    .tuple(fc.constantFrom(6, 7, 0, 1, 4, 5), fc.constantFrom('eax' as const, 'edx' as const))
    .map(([dr, to]): Instruction => ({ op: 'mov-from-dr', dr, to })),
)
const memoryAccess: Arbitrary<Instruction> = fc
  .tuple(
    fc.constantFrom('load' as const, 'store' as const, 'store' as const, 'inc' as const),
    dataPlace,
    size,
  )
  .map(([op, at, width]): Instruction => ({ op, at, size: width }))
const portAccess: Arbitrary<Instruction> = fc
  .tuple(fc.constantFrom('out' as const, 'in' as const), fc.constantFrom(0x10, 0x10, 0xf, 0x11), size)
  .map(([op, port, width]): Instruction => ({ op, port, size: width }))
const flagMove = fc.constantFrom(
  ...(['pushf', 'popf', 'popfd', 'iret', 'iretd', 'sti', 'cli'] as const).map(plain),
)
const shadowed: Arbitrary<Instruction> = fc.oneof(
  fc.constant<Instruction>({ op: 'mov-ss', from: 'edx' }),
  fc.constantFrom(...(['pop-ss', 'pop-ds', 'sti'] as const).map(plain)),
)
const trapping: Arbitrary<Instruction> = fc.oneof(
  fc.constantFrom(...(['int3', 'ud2', 'into', 'icebp'] as const).map(plain)),
  fc.constantFrom(0x20, 0x21, 3, 1).map((vector): Instruction => ({ op: 'int', vector })),
)
const emulated = fc.constantFrom(...(['cpuid', 'rdmsr', 'wrmsr', 'hlt'] as const).map(plain))
const repeated = fc.constantFrom(...(['rep-movsb', 'rep-stosb', 'rep-outsb', 'rep-insb'] as const).map(plain))
const jump: Arbitrary<Instruction> = instructionPlace.map((to): Instruction => ({ op: 'jmp', to }))
const move: Arbitrary<Instruction> = fc.oneof(
  fc
    .tuple(fc.constantFrom('eax' as const, 'ebx' as const), registerValue)
    .map(([to, value]): Instruction => ({ op: 'mov', to, value })),
  fc
    .constantFrom('0x0', '0x1', '0x3', '0x174')
    .map((value): Instruction => ({ op: 'mov', to: 'ecx', value })),
  stackWord.map((value): Instruction => ({ op: 'push', value })),
)

const weigh = <T>(table: readonly (readonly [number, Arbitrary<T>])[]): Arbitrary<T> =>
  fc.oneof({ withCrossShrink: true }, ...table.map(([weight, arbitrary]) => ({ weight, arbitrary })))

const instruction: Arbitrary<Instruction> = weigh<Instruction>([
  [8, nop],
  [5, debugRegisterMove],
  [5, memoryAccess],
  [3, portAccess],
  [4, flagMove],
  [3, shadowed],
  [3, trapping],
  [3, emulated],
  [2, repeated],
  [1, jump],
  [2, move],
])

const { ENABLE, SINGLESTEP, USE_SW_BP, USE_HW_BP, INJECT_DB, INJECT_BP, BLOCKIRQ } = GUESTDBG
const control = (value: number): string => hex32(BigInt(value))

const withBreakpoints = (controls: readonly number[]): Arbitrary<Action> =>
  fc
    .tuple(fc.constantFrom(...controls), breakpoints)
    .map(([value, { db, dr7 }]): Action => ({ do: 'set-guest-debug', control: control(value), db, dr7 }))
const withoutBreakpoints = (...controls: number[]): Arbitrary<Action> =>
  fc.constantFrom(...controls).map((value): Action => ({ do: 'set-guest-debug', control: control(value) }))

const stepOn = withoutBreakpoints(ENABLE | SINGLESTEP)
const detach = withoutBreakpoints(0)
const otherControl = withoutBreakpoints(
  ENABLE,
  ENABLE | USE_SW_BP,
  ENABLE | USE_SW_BP | SINGLESTEP,
  ENABLE | BLOCKIRQ,
  ENABLE | SINGLESTEP | BLOCKIRQ,
  SINGLESTEP,
  0x8,
)
const hardware = withBreakpoints([
  ENABLE | USE_HW_BP,
  ENABLE | USE_HW_BP,
  ENABLE | USE_HW_BP | SINGLESTEP,
  ENABLE | USE_HW_BP | USE_SW_BP,
  USE_HW_BP,
])
const inject = withoutBreakpoints(
  ENABLE | INJECT_DB,
  INJECT_DB,
  ENABLE | INJECT_BP,
  ENABLE | INJECT_DB | INJECT_BP,
  ENABLE | SINGLESTEP | INJECT_DB,
)
const events: Arbitrary<Action> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('pending' as const, 'injected' as const),
      fc.constantFrom(1, 3, 13, 6),
      chance(2, fc.constantFrom('0x1', '0x4000', '0x2000', '0x800')),
    )
    .map(
      ([state, vector, payload]): Action => ({
        do: 'set-vcpu-events',
        exception:
          payload !== undefined && vector === 1 && state === 'pending'
            ? { state, vector, payload }
            : { state, vector },
      }),
    ),
  fc.constant<Action>({ do: 'set-vcpu-events', nmiPending: true }),
)
const interrupts = fc.constantFrom<Action>(
  { do: 'interrupt', vector: 0x21 },
  { do: 'interrupt', vector: 0x21 },
  { do: 'interrupt', vector: 0x21 },
  { do: 'nmi' },
  { do: 'interrupt-window', request: true },
  { do: 'interrupt-window', request: false },
)
const registers: Arbitrary<Action> = fc.oneof(
  rflags.map((value): Action => ({ do: 'set-registers', rflags: hex32(BigInt(value)) })),
  instructionPlace.map((rip): Action => ({ do: 'set-registers', rip: { ...rip, as: 'ip' } as Place })),
  fc.constant<Action>({ do: 'set-registers', registers: { ebx: '0x5' } }),
  fc.constantFrom<Action>(
    { do: 'set-special-registers', cr4De: true },
    { do: 'set-special-registers', cr4De: false },
  ),
)
const debugRegisters: Arbitrary<Action> = fc.oneof(
  breakpoints.map(({ db, dr7 }): Action => ({ do: 'set-debug-registers', db, dr7 })),
  fc
    .constantFrom('0xffff0ff0', '0xffff4ff2', '0x0', '0x1ffff0ff0')
    .map((dr6): Action => ({ do: 'set-debug-registers', dr6 })),
  fc.constantFrom('0x0', '0xf000', '0x100000400').map((dr7): Action => ({ do: 'set-debug-registers', dr7 })),
  fc.constant<Action>({ do: 'set-debug-registers', flags: 1 }),
)
const neutral: Arbitrary<Action> = fc.oneof(
  fc.constantFrom(...STATE_INTERFACES).map((state): Action => ({ do: 'write-back', state })),
  fc.constantFrom<Action>({ do: 'save-restore' }, { do: 'immediate-exit' }),
)
const plant: Arbitrary<Action> = fc
  .tuple(instructionPlace, fc.constantFrom('cc', '90'))
  .map(([at, bytes]): Action => ({ do: 'write-memory', at, bytes }))

interface Profile {
  readonly setup: Arbitrary<Setup>
  readonly action: Arbitrary<Action>
  readonly instruction: Arbitrary<Instruction>
}

const PROFILES: { readonly [Class in ProgramClass]: Profile } = {
  any: {
    setup: setupOf(4),
    instruction,
    action: weigh<Action>([
      [5, stepOn],
      [5, hardware],
      [3, detach],
      [3, otherControl],
      [2, inject],
      [1, events],
      [2, interrupts],
      [2, registers],
      [1, debugRegisters],
      [1, neutral],
      [1, plant],
    ]),
  },
  stepping: {
    setup: setupOf(8),
    instruction,
    action: weigh<Action>([
      [10, stepOn],
      [3, detach],
      [2, otherControl],
      [1, hardware],
      [1, interrupts],
      [1, registers],
    ]),
  },
  breakpoints: {
    setup: setupOf(2),
    instruction: weigh<Instruction>([
      [8, nop],
      [3, memoryAccess],
      [2, portAccess],
      [2, shadowed],
      [2, flagMove],
      [1, trapping],
      [1, instruction],
      [1, repeated],
    ]),
    action: weigh<Action>([
      [8, hardware],
      [3, detach],
      [2, stepOn],
      [1, otherControl],
      [2, registers],
      [2, debugRegisters],
    ]),
  },
  injection: {
    setup: setupOf(4),
    instruction,
    action: weigh<Action>([
      [6, inject],
      [4, events],
      [3, interrupts],
      [2, stepOn],
      [2, hardware],
      [2, otherControl],
      [2, registers],
      [1, detach],
      [1, neutral],
    ]),
  },
  'debug-registers': {
    setup: setupOf(2),
    instruction: weigh<Instruction>([
      [10, debugRegisterMove],
      [4, move],
      [4, nop],
      [2, instruction],
    ]),
    action: weigh<Action>([
      [6, hardware],
      [4, debugRegisters],
      [2, stepOn],
      [2, detach],
      [2, otherControl],
      [1, inject],
      [1, registers],
    ]),
  },
}

/** Random programs of a class. */
export const programs = (programClass: ProgramClass): Arbitrary<Program> => {
  const profile = PROFILES[programClass]
  return fc
    .record({
      setup: profile.setup,
      code: fc.array(profile.instruction, { maxLength: MAX_CODE, size: 'max' }),
      script: fc.array(fc.array(profile.action, { maxLength: 2, size: 'max' }), {
        maxLength: 4,
        size: 'max',
      }),
    })
    .map(
      ({ setup, code, script }): Program => ({
        format: PROGRAM_FORMAT,
        version: PROGRAM_VERSION,
        machine: 'x86',
        setup,
        code,
        script,
      }),
    )
}
