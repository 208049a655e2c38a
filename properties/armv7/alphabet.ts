/**
 * The alphabet of exhaustive search: few setups, instructions and groups of actions, chosen so that short traces made of
 * them meet every transition.
 */
import type { Action, Instruction, Setup } from '../../model/armv7/index.ts'
import type { AlphabetOf } from '../machine.ts'
import type { Armv7 } from './types.ts'

const setups: readonly Setup[] = [
  {},
  { debugArchitecture: 'v7' },
  { dbgen: [false, false] },
  { dbgen: [true, false] },
  { unknown: 'enabled' },
  { hwBreakpoint: false },
]

const instructions: readonly Instruction[] = [
  { op: 'wfi' },
  { op: 'nop' },
  { op: 'bkpt' },
  { op: 'str', at: { place: 'data' } },
  { op: 'mrc', from: 'DBGDSCRint' },
  { op: 'mcr', to: 'DBGDSCRext', value: '0x0' },
  { op: 'mcr', to: 'DBGDSCRext', value: '0x9000' },
  { op: 'mcr', to: 'DBGBVR0', value: { instruction: 2 } },
  { op: 'mcr', to: 'DBGBVR0', value: { place: 'host-code' } },
  { op: 'mcr', to: 'DBGBCR0', value: '0x1e7' },
  { op: 'mcr', to: 'DBGBCR0', value: '0x21e7' },
  { op: 'mrc', from: 'DBGBVR0' },
  { op: 'mrc', from: 'DBGBCR0' },
  { op: 'mcr', to: 'DBGWCR0', value: '0x1ff' },
  { op: 'mrc', from: 'DBGWCR0', fails: true },
  { op: 'mcr', to: 'DBGBCR6', value: '0x1' },
  { op: 'mcr', to: 'DBGOSLAR', value: '0xc5acce55' },
  { op: 'mcr', to: 'DBGOSDLR', value: '0x1' },
  { op: 'mrc', from: 'DBGDIDR', user: true },
  { op: 'mrc', from: 'DBGBVR0', user: true },
  { op: 'mrrc', from: 'DBGDRAR' },
  { op: 'ldc' },
  { op: 'linux-start-up' },
]

const groups: readonly (readonly Action[])[] = [
  [{ do: 'set-host-breakpoint', task: 'debugged', kind: 'execute' }],
  [{ do: 'set-host-breakpoint', task: 'vcpu-thread', kind: 'write' }],
  [
    { do: 'set-host-breakpoint', task: 'debugged', kind: 'write' },
    { do: 'run-task', what: 'store' },
  ],
  [{ do: 'run-task', what: 'code' }],
  [{ do: 'run-task', what: 'bkpt' }],
  [{ do: 'migrate', cpu: 1 }],
  [{ do: 'switch-vcpu', vcpu: 1 }],
  [{ do: 'idle', cpu: 0 }],
  [{ do: 'host-write', register: 'DBGDSCRext', value: '0x0' }],
  [{ do: 'host-write', register: 'DBGOSDLR', value: '0x1' }],
  [{ do: 'external-debugger', halting: true }],
  [{ do: 'external-debugger', dbgen: false }],
]

/** The alphabet that the package searches when nothing else is asked for. */
export const alphabet: AlphabetOf<Armv7> = { setups, instructions, groups }
