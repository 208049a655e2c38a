/**
 * The alphabet of exhaustive search: few setups, instructions and groups of actions, chosen so that small programs
 * made of them meet every rule from both sides.
 */
import type { Action, Instruction, Setup } from '../../model/arm64/index.ts'
import type { AlphabetOf } from '../machine.ts'
import type { Arm64 } from './types.ts'

const EXECUTE = '0x1e7'
const WATCH = '0x1fff'
const at1 = [{ instruction: 1 }]

const setups: readonly Setup[] = [
  {},
  { mdscr: '0x2001', pstate: '0x2001c5' },
  { mdscr: '0x2001', pstate: '0x2001c5', onDebugException: 'disarm' },
  { mdscr: '0x1', pstate: '0x2003c0', onDebugException: 'disarm' },
  { mdscr: '0x1', spsr: '0x2003c0', elr: { instruction: 1 } },
  { mdscr: '0x2001', pstate: '0x2001c5', osLock: true, registers: { x1: '0x0' } },
  { pstate: '0x3c0', registers: { x1: '0x2001' } },
  { pstate: '0x145', registers: { x1: '0x1' } },
  { mdscr: '0xa000', pstate: '0x1c5', bcr: [EXECUTE], bvr: at1, onDebugException: 'disarm' },
  { mdscr: '0xa000', pstate: '0x3c0', wcr: [WATCH], wvr: [{ place: 'data' }], onDebugException: 'disarm' },
  { mdscr: '0x8000', pstate: '0x1c5', bcr: [EXECUTE], bvr: at1, registers: { x1: '0xa000' } },
  { spsr: '0x2001c5', elr: { instruction: 1 }, registers: { x1: '0x2001' } },
]

const instructions: readonly Instruction[] = [
  { op: 'nop' },
  { op: 'str', register: 'x1', at: { place: 'mmio' }, size: 8 },
  { op: 'ldr', register: 'x1', at: { place: 'mmio' }, size: 8 },
  { op: 'str', register: 'x1', at: { place: 'coalesced' }, size: 8 },
  { op: 'str', register: 'x1', at: { place: 'data' }, size: 8 },
  { op: 'ldr', register: 'x2', at: { place: 'data' }, size: 4, unprivileged: true },
  { op: 'ldxr', register: 'x1' },
  { op: 'stxr', status: 'x2', register: 'x1' },
  { op: 'mrs', to: 'x2', from: 'mdscr_el1' },
  { op: 'msr', to: 'mdscr_el1', from: 'x1' },
  { op: 'mrs', to: 'x2', from: 'dbgbvr3_el1' },
  { op: 'msr', to: 'dbgbvr3_el1', from: 'x1' },
  { op: 'msr', to: 'oslar_el1', from: 'x1' },
  { op: 'msr', to: 'oslsr_el1', from: 'x1' },
  { op: 'mrs', to: 'x2', from: 'pmcr_el0' },
  { op: 'mrs', to: 'x2', from: 'spsr_el1' },
  { op: 'daifclr', imm: 8 },
  { op: 'svc' },
  { op: 'hvc' },
  { op: 'brk', imm: 5 },
  { op: 'udf' },
  { op: 'eret' },
  { op: 'wfi' },
]

const groups: readonly (readonly Action[])[] = [
  [{ do: 'set-guest-debug', control: '0x3' }],
  [{ do: 'set-guest-debug', control: '0x1' }],
  [{ do: 'set-guest-debug', control: '0x0' }],
  [{ do: 'set-guest-debug', control: '0x10001' }],
  [{ do: 'set-guest-debug', control: '0x40001' }],
  [{ do: 'set-guest-debug', control: '0x20001', bcr: [EXECUTE], bvr: at1 }],
  [{ do: 'set-guest-debug', control: '0x20001', wcr: [WATCH], wvr: [{ place: 'data' }] }],
  [{ do: 'set-guest-debug', control: '0x20003', bcr: [EXECUTE], bvr: at1 }],
  [{ do: 'preempt', after: 1 }],
  [{ do: 'fault-mmio' }],
  [{ do: 'interrupt', level: true }],
  [{ do: 'plant', at: { instruction: 0 } }],
  [{ do: 'immediate-exit' }],
  [{ do: 'save-restore' }],
  [{ do: 'get-one-reg', register: 'pstate' }],
]

/** The alphabet that the package searches when nothing else is asked for. */
export const alphabet: AlphabetOf<Arm64> = { setups, instructions, groups }
