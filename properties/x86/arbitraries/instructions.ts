/**
 * Guest instructions, by what they are interesting for.
 */
import fc, { type Arbitrary } from 'fast-check'
import type { Instruction } from '../../../model/x86/index.ts'
import { dataPlace, instructionPlace, weigh } from './places.ts'
import { registerValue, stackWord } from './setups.ts'

const size = fc.constantFrom(1 as const, 1 as const, 2 as const, 4 as const)
const plain = (op: Instruction['op']): Instruction => ({ op }) as Instruction

export const nop = fc.constant(plain('nop'))
export const debugRegisterMove: Arbitrary<Instruction> = fc.oneof(
  fc
    .tuple(fc.constantFrom(7, 0, 6, 1, 7, 4, 5), fc.constantFrom('eax' as const, 'ebx' as const))
    .map(([dr, from]): Instruction => ({ op: 'mov-to-dr', dr, from })),
  fc
    .tuple(fc.constantFrom(6, 7, 0, 1, 4, 5), fc.constantFrom('eax' as const, 'edx' as const))
    .map(([dr, to]): Instruction => ({ op: 'mov-from-dr', dr, to })),
)
export const memoryAccess: Arbitrary<Instruction> = fc
  .tuple(
    fc.constantFrom('load' as const, 'store' as const, 'store' as const, 'inc' as const),
    dataPlace,
    size,
  )
  .map(([op, at, width]): Instruction => ({ op, at, size: width }))
export const portAccess: Arbitrary<Instruction> = fc
  .tuple(fc.constantFrom('out' as const, 'in' as const), fc.constantFrom(0x10, 0x10, 0xf, 0x11), size)
  .map(([op, port, width]): Instruction => ({ op, port, size: width }))
export const flagMove = fc.constantFrom(
  ...(['pushf', 'popf', 'popfd', 'iret', 'iretd', 'sti', 'cli'] as const).map(plain),
)
export const shadowed: Arbitrary<Instruction> = fc.oneof(
  fc.constant<Instruction>({ op: 'mov-ss', from: 'edx' }),
  fc.constantFrom(...(['pop-ss', 'pop-ds', 'sti'] as const).map(plain)),
)
export const trapping: Arbitrary<Instruction> = fc.oneof(
  fc.constantFrom(...(['int3', 'ud2', 'into', 'icebp'] as const).map(plain)),
  fc.constantFrom(0x20, 0x21, 3, 1).map((vector): Instruction => ({ op: 'int', vector })),
)
export const emulated = fc.constantFrom(...(['cpuid', 'rdmsr', 'wrmsr', 'hlt'] as const).map(plain))
export const repeated = fc.constantFrom(
  ...(['rep-movsb', 'rep-stosb', 'rep-outsb', 'rep-insb'] as const).map(plain),
)
export const jump: Arbitrary<Instruction> = instructionPlace.map((to): Instruction => ({ op: 'jmp', to }))
export const move: Arbitrary<Instruction> = fc.oneof(
  fc
    .tuple(fc.constantFrom('eax' as const, 'ebx' as const), registerValue)
    .map(([to, value]): Instruction => ({ op: 'mov', to, value })),
  fc
    .constantFrom('0x0', '0x1', '0x3', '0x174')
    .map((value): Instruction => ({ op: 'mov', to: 'ecx', value })),
  stackWord.map((value): Instruction => ({ op: 'push', value })),
)

export const instruction: Arbitrary<Instruction> = weigh<Instruction>([
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
