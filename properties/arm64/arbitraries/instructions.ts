/**
 * Guest instructions, by what they are interesting for.
 */
import fc, { type Arbitrary } from 'fast-check'
import type { DataPlace, Instruction, Size, SystemRegister } from '../../../model/arm64/index.ts'
import { dataPlace, gpr, instructionPlace, weigh } from './values.ts'

const plain = (op: 'nop' | 'isb' | 'wfi' | 'eret' | 'udf'): Instruction => ({ op })

export const nop = fc.constant(plain('nop'))
const size = fc.constantFrom<Size>(8, 8, 4, 1, 2)

const accessTo = (place: Arbitrary<DataPlace>): Arbitrary<Instruction> =>
  fc
    .tuple(fc.constantFrom('ldr' as const, 'str' as const), gpr, place, size, fc.nat({ max: 5 }))
    .map(
      ([op, register, at, bytes, n]): Instruction =>
        n === 0 ? { op, register, at, size: bytes, unprivileged: true } : { op, register, at, size: bytes },
    )

export const memoryAccess = accessTo(dataPlace)
/** Where watchpoints are. */
export const dataAccess = accessTo(
  fc.constantFrom<DataPlace>({ place: 'data' }, { place: 'data' }, { place: 'data', offset: 8 }),
)
export const mmioAccess = accessTo(
  fc.constantFrom<DataPlace>({ place: 'mmio', offset: 0x20 }, { place: 'mmio' }),
)

/** What traps to the hypervisor and is executed there. */
export const emulated: Arbitrary<Instruction> = weigh<Instruction>([
  [4, mmioAccess],
  [2, accessTo(fc.constant<DataPlace>({ place: 'coalesced' }))],
  [3, gpr.map((to): Instruction => ({ op: 'mrs', to, from: 'mdscr_el1' }))],
  [2, gpr.map((to): Instruction => ({ op: 'mrs', to, from: 'id_aa64dfr0_el1' }))],
  [2, fc.constant<Instruction>({ op: 'hvc' })],
  [1, fc.constant<Instruction>(plain('wfi'))],
  [1, gpr.map((to): Instruction => ({ op: 'mrs', to, from: 'oslsr_el1' }))],
])

const debugRegister = fc.constantFrom<SystemRegister>(
  'mdscr_el1',
  'mdscr_el1',
  'mdscr_el1',
  'dbgbcr0_el1',
  'dbgbvr0_el1',
  'dbgbvr3_el1',
  'dbgbcr5_el1',
  'dbgwcr0_el1',
  'dbgwvr0_el1',
  'dbgwvr3_el1',
)

export const debugRegisterMove: Arbitrary<Instruction> = weigh<Instruction>([
  [3, fc.tuple(debugRegister, gpr).map(([to, from]): Instruction => ({ op: 'msr', to, from }))],
  [3, fc.tuple(debugRegister, gpr).map(([from, to]): Instruction => ({ op: 'mrs', to, from }))],
  [1, gpr.map((from): Instruction => ({ op: 'msr', to: 'oslar_el1', from }))],
  [1, gpr.map((to): Instruction => ({ op: 'mrs', to, from: 'oslsr_el1' }))],
])

/** OSLSR is read-only, the PMU does not exist: both end in an exception that the hypervisor injects. */
export const injecting: Arbitrary<Instruction> = fc.constantFrom<Instruction>(
  { op: 'mrs', to: 'x1', from: 'pmcr_el0' },
  { op: 'msr', to: 'oslsr_el1', from: 'x1' },
)

export const exception: Arbitrary<Instruction> = weigh<Instruction>([
  [4, fc.constantFrom<Instruction>({ op: 'svc' }, { op: 'svc', imm: 5 })],
  [2, fc.constantFrom<Instruction>({ op: 'brk' }, { op: 'brk', imm: 0x123 })],
  [2, fc.constant<Instruction>(plain('udf'))],
  [1, injecting],
])

export const exceptionReturn: Arbitrary<Instruction> = weigh<Instruction>([
  [3, fc.constant<Instruction>(plain('eret'))],
  [2, gpr.map((from): Instruction => ({ op: 'msr', to: 'spsr_el1', from }))],
  [2, gpr.map((from): Instruction => ({ op: 'msr', to: 'elr_el1', from }))],
  [1, gpr.map((to): Instruction => ({ op: 'mrs', to, from: 'spsr_el1' }))],
])

export const masking: Arbitrary<Instruction> = weigh<Instruction>([
  [3, fc.constantFrom<Instruction>({ op: 'daifclr', imm: 8 }, { op: 'daifset', imm: 8 })],
  [1, fc.constantFrom<Instruction>({ op: 'daifclr', imm: 2 }, { op: 'daifclr', imm: 15 })],
  [1, gpr.map((to): Instruction => ({ op: 'mrs', to, from: 'daif' }))],
])

export const plainWork: Arbitrary<Instruction> = weigh<Instruction>([
  [3, nop],
  [2, gpr.map((register): Instruction => ({ op: 'add', register, value: 1 }))],
  [1, fc.constant<Instruction>(plain('isb'))],
])

export const move: Arbitrary<Instruction> = weigh<Instruction>([
  [
    3,
    fc
      .tuple(gpr, fc.constantFrom('0x0', '0x1', '0x2001', '0xa000', '0x1e7', '0x1fff', '0x200000', '0x1c5'))
      .map(([to, value]): Instruction => ({ op: 'mov', to, value })),
  ],
  [2, fc.tuple(gpr, instructionPlace).map(([to, address]): Instruction => ({ op: 'adr', to, address }))],
])

export const branch: Arbitrary<Instruction> = weigh<Instruction>([
  [2, instructionPlace.map((to): Instruction => ({ op: 'b', to }))],
  [1, fc.tuple(gpr, instructionPlace).map(([register, to]): Instruction => ({ op: 'cbnz', register, to }))],
])

export const exclusive: Arbitrary<Instruction> = fc.constantFrom<Instruction>(
  { op: 'ldxr', register: 'x1' },
  { op: 'stxr', status: 'x2', register: 'x1' },
)

export const context: Arbitrary<Instruction> = gpr.map(
  (from): Instruction => ({ op: 'msr', to: 'contextidr_el1', from }),
)

/** All of them, by weight. */
export const instruction: Arbitrary<Instruction> = weigh<Instruction>([
  [12, plainWork],
  [10, emulated],
  [8, memoryAccess],
  [6, exception],
  [6, debugRegisterMove],
  [5, exceptionReturn],
  [3, masking],
  [3, move],
  [2, branch],
  [3, exclusive],
  [1, context],
])
