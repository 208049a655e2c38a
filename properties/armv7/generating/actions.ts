/**
 * Random actions of the host.
 */
import fc, { type Arbitrary } from 'fast-check'
import type { Action } from '../../../model/armv7/index.ts'

export const hostBreakpoint: Arbitrary<Action> = fc
  .tuple(
    fc.constantFrom('debugged' as const, 'debugged' as const, 'vcpu-thread' as const),
    fc.constantFrom('execute' as const, 'write' as const),
  )
  .map(([task, kind]): Action => ({ do: 'set-host-breakpoint', task, kind }))
export const clear: Arbitrary<Action> = fc
  .constantFrom('debugged' as const, 'vcpu-thread' as const)
  .map((task): Action => ({ do: 'clear-host-breakpoints', task }))
export const runTask: Arbitrary<Action> = fc
  .constantFrom('code' as const, 'store' as const, 'bkpt' as const)
  .map((what): Action => ({ do: 'run-task', what }))
const either = fc.constantFrom(0 as const, 1 as const)
export const migrate: Arbitrary<Action> = either.map((cpu): Action => ({ do: 'migrate', cpu }))
export const switchVcpu: Arbitrary<Action> = either.map((vcpu): Action => ({ do: 'switch-vcpu', vcpu }))
export const idle: Arbitrary<Action> = either.map((cpu): Action => ({ do: 'idle', cpu }))
export const hostWrite: Arbitrary<Action> = fc.constantFrom<Action>(
  { do: 'host-write', register: 'DBGDSCRext', value: '0x0' },
  { do: 'host-write', register: 'DBGDSCRext', value: '0x8000' },
  { do: 'host-write', register: 'DBGDSCRext', value: '0x9000' },
  { do: 'host-write', register: 'DBGOSDLR', value: '0x1' },
  { do: 'host-write', register: 'DBGOSDLR', value: '0x0' },
)
export const external: Arbitrary<Action> = fc.constantFrom<Action>(
  { do: 'external-debugger', halting: true },
  { do: 'external-debugger', halting: false },
  { do: 'external-debugger', dbgen: false },
  { do: 'external-debugger', dbgen: true },
)
