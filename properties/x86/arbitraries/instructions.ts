/**
 * Guest instructions, by what they are interesting for, and by the mode and privilege level that they are for.
 */
import fc, { type Arbitrary } from 'fast-check'
import type { Instruction } from '../../../model/x86/index.ts'
import { dataAddress, dataPlace, instructionPlace, type Level, weigh } from './places.ts'
import { registerValue, stackWord } from './setups.ts'

const plain = (op: Instruction['op']): Instruction => ({ op }) as Instruction
const plains = (...ops: Instruction['op'][]): Arbitrary<Instruction> => fc.constantFrom(...ops.map(plain))

/** The instructions of programs at one level. */
export interface InstructionSet {
  readonly nop: Arbitrary<Instruction>
  readonly debugRegisterMove: Arbitrary<Instruction>
  readonly memoryAccess: Arbitrary<Instruction>
  readonly portAccess: Arbitrary<Instruction>
  readonly flagMove: Arbitrary<Instruction>
  readonly shadowed: Arbitrary<Instruction>
  readonly trapping: Arbitrary<Instruction>
  readonly emulated: Arbitrary<Instruction>
  readonly repeated: Arbitrary<Instruction>
  readonly jump: Arbitrary<Instruction>
  readonly move: Arbitrary<Instruction>
  /** SYSCALL and SYSRET. */
  readonly systemCall: Arbitrary<Instruction>
  /** KVM’s forced-emulation prefix: only where it is asked for, since most hosts do not have it. */
  readonly prefix: Arbitrary<Instruction>
  /** All of them, by weight. */
  readonly instruction: Arbitrary<Instruction>
}

const nop = fc.constant(plain('nop'))
const debugRegisterMove: Arbitrary<Instruction> = fc.oneof(
  fc
    .tuple(fc.constantFrom(7, 0, 6, 1, 7, 4, 5), fc.constantFrom('eax' as const, 'ebx' as const))
    .map(([dr, from]): Instruction => ({ op: 'mov-to-dr', dr, from })),
  fc
    .tuple(fc.constantFrom(6, 7, 0, 1, 4, 5), fc.constantFrom('eax' as const, 'edx' as const))
    .map(([dr, to]): Instruction => ({ op: 'mov-from-dr', dr, to })),
)
const portSize = fc.constantFrom(1 as const, 1 as const, 2 as const, 4 as const)
const portAccess: Arbitrary<Instruction> = fc
  .tuple(
    fc.constantFrom('out' as const, 'in' as const),
    fc.constantFrom(0x10, 0x10, 0xf, 0x11, 0x7e),
    portSize,
  )
  .map(([op, port, width]): Instruction => ({ op, port, size: width }))
const prefix = fc.constant(plain('force-emulation'))
const movSs = fc.constant<Instruction>({ op: 'mov-ss', from: 'edx' })
const software = fc.constantFrom(0x20, 0x21, 3, 1).map((vector): Instruction => ({ op: 'int', vector }))
const emulated = plains('cpuid', 'rdmsr', 'wrmsr', 'hlt')
const repeated = plains('rep-movsb', 'rep-stosb', 'rep-outsb', 'rep-insb')
const jump: Arbitrary<Instruction> = instructionPlace.map((to): Instruction => ({ op: 'jmp', to }))

const accessOp = fc.constantFrom('load' as const, 'store' as const, 'store' as const, 'inc' as const)

const realAccess: Arbitrary<Instruction> = fc
  .tuple(accessOp, dataPlace, portSize)
  .map(([op, at, width]): Instruction => ({ op, at, size: width }))

const longAccess: Arbitrary<Instruction> = fc
  .tuple(accessOp, dataAddress, fc.constantFrom(1 as const, 2 as const, 4 as const, 8 as const, 8 as const))
  // INC has no room for an address of 64 bits.
  .map(
    ([op, at, size]): Instruction => ({ op: typeof at === 'string' && op === 'inc' ? 'load' : op, at, size }),
  )

const moves = (level: Level): Arbitrary<Instruction> =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom('eax' as const, 'ebx' as const), registerValue(level))
      .map(([to, value]): Instruction => ({ op: 'mov', to, value })),
    fc
      .constantFrom('0x0', '0x1', '0x3', '0x174')
      .map((value): Instruction => ({ op: 'mov', to: 'ecx', value })),
    stackWord(level).map((value): Instruction => ({ op: 'push', value })),
  )

/** The breakpoint instruction of debuggers. */
export const breakpoint = plains('int3')

const REAL: Omit<InstructionSet, 'instruction'> = {
  nop,
  debugRegisterMove,
  memoryAccess: realAccess,
  portAccess,
  flagMove: plains('pushf', 'popf', 'popfd', 'iret', 'iretd', 'sti', 'cli'),
  shadowed: fc.oneof(movSs, plains('pop-ss', 'pop-ds', 'sti')),
  trapping: fc.oneof(plains('int3', 'ud2', 'into', 'icebp'), software),
  emulated,
  repeated,
  jump,
  move: moves('real'),
  systemCall: plains('syscall', 'sysret'),
  prefix,
}

const KERNEL: Omit<InstructionSet, 'instruction'> = {
  ...REAL,
  memoryAccess: longAccess,
  flagMove: plains('pushf', 'popf', 'iret', 'iret', 'sti', 'cli'),
  shadowed: fc.oneof(movSs, plains('sti')),
  trapping: fc.oneof(plains('int3', 'ud2', 'icebp'), software),
  move: moves('kernel'),
  systemCall: plains('syscall', 'sysret', 'sysret'),
}

/** At CPL3 the rest ends in #GP, most of the time: it is there, but not often. */
const USER: Omit<InstructionSet, 'instruction'> = {
  ...KERNEL,
  flagMove: plains('pushf', 'popf', 'popf', 'iret', 'iret', 'sti', 'cli'),
  shadowed: fc.oneof({ weight: 3, arbitrary: movSs }, { weight: 1, arbitrary: plains('sti') }),
  emulated: plains('cpuid', 'cpuid', 'cpuid', 'rdmsr', 'hlt'),
  repeated: plains('rep-movsb', 'rep-stosb', 'rep-movsb', 'rep-stosb', 'rep-outsb'),
  move: moves('user'),
  systemCall: plains('syscall', 'syscall', 'syscall', 'syscall', 'sysret'),
}

const WEIGHTS: { readonly [L in Level]: { readonly [G in keyof typeof REAL]: number } } = {
  real: {
    nop: 16,
    debugRegisterMove: 10,
    memoryAccess: 10,
    portAccess: 6,
    flagMove: 8,
    shadowed: 6,
    trapping: 6,
    emulated: 6,
    repeated: 4,
    jump: 2,
    move: 4,
    systemCall: 1,
    prefix: 0,
  },
  kernel: {
    nop: 16,
    debugRegisterMove: 12,
    memoryAccess: 10,
    portAccess: 6,
    flagMove: 8,
    shadowed: 9,
    trapping: 4,
    emulated: 4,
    repeated: 4,
    jump: 2,
    move: 4,
    systemCall: 4,
    prefix: 0,
  },
  user: {
    nop: 16,
    debugRegisterMove: 1,
    memoryAccess: 10,
    portAccess: 1,
    flagMove: 6,
    shadowed: 8,
    trapping: 6,
    emulated: 4,
    repeated: 4,
    jump: 2,
    move: 4,
    systemCall: 16,
    prefix: 0,
  },
}

const withAll = (level: Level, set: Omit<InstructionSet, 'instruction'>): InstructionSet => ({
  ...set,
  instruction: weigh(
    (Object.keys(set) as (keyof typeof set)[]).map((group) => [WEIGHTS[level][group], set[group]] as const),
  ),
})

export const instructionSets: { readonly [L in Level]: InstructionSet } = {
  real: withAll('real', REAL),
  kernel: withAll('kernel', KERNEL),
  user: withAll('user', USER),
}
