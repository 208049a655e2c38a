/**
 * Programs whose run on a target says nothing: what nobody can ask of a kernel, what its CPU decides and not KVM, and
 * what the model has no words for. Each with the reason, so that they can be counted.
 */
import { LATER_PSTATE, type Run, type RunEvent, runProgram } from '../../../model/arm64/index.ts'
import { any } from '../../../model/bits.ts'
import type { Arm64 } from '../../../properties/arm64/types.ts'
import { unsupportedBy } from '../limits.ts'
import type { Limit as AnyLimit, ProtocolOf } from '../protocol.ts'

export type Limit = AnyLimit<Arm64>

export type InstructionEvent = Extract<RunEvent, { kind: 'instruction' }>

/** Whether an instruction of a run is one that `meets` describes. */
export const someInstruction =
  (meets: (event: InstructionEvent) => boolean) =>
  ({ events }: Run): boolean =>
    events.some((event) => event.kind === 'instruction' && meets(event))

/** WFI while no interrupt waits. */
const sleeps = ({ events }: Run): boolean => {
  let irq = false
  return events.some((event) => {
    if (event.kind === 'action' && event.action.do === 'interrupt') irq = event.action.level
    return event.kind === 'instruction' && event.op === 'wfi' && !irq
  })
}

/** What nobody can ask of a real kernel. */
export const KVM_LIMITS: readonly Limit[] = [
  {
    reason: 'an interrupt of the host after so many guest instructions: nobody can ask a kernel for it',
    program: ({ script }) => script.flat().some((action) => action.do === 'preempt'),
  },
  {
    // HCR_EL2.TWI is clear while nothing else runs on the host's CPU.
    reason: 'WFI without an interrupt: whether KVM puts the vCPU to sleep depends on what else the host runs',
    run: sleeps,
  },
  {
    reason: 'which of PSTATE’s bits 13:10, 25:22 and 34:32 there are is the CPU’s',
    run: ({ events, state }) =>
      any(state.pstate, LATER_PSTATE) ||
      events.some((event) => 'pstate' in event && any(event.pstate, LATER_PSTATE)),
  },
  {
    reason: 'the value of ID_AA64PFR0_EL1 is the CPU’s',
    program: ({ code }) => code.some((each) => each.op === 'mrs' && each.from === 'id_aa64pfr0_el1'),
  },
]

/** What the model has no words for, whatever the target. */
export const MODEL_LIMITS: readonly Limit[] = [
  { reason: 'the guest leaves its RAM', run: ({ ending }) => ending === 'internal-error' },
]

/** Why the run of a program under a variant cannot be compared with that of the target, or `null`. */
export const unsupportedOn: ProtocolOf<Arm64>['unsupportedOn'] = unsupportedBy<Arm64>(
  runProgram,
  MODEL_LIMITS,
)
