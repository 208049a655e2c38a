/**
 * Whose a debug event is: the VMM's (it exits to userspace) or the guest's (it is delivered).
 */
import { u64 } from '../../bits.ts'
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import { dr6OfCauses } from './dr6.ts'

/** What raised a #DB. */
export type DebugCause = 'code-breakpoint' | 'general-detect' | 'trap'

export interface DebugExceptionOwnerInput {
  /** The control word in force. */
  readonly control: number
  /**
   * `trap` is anything reported after an instruction: single step, data and I/O breakpoints. A rule that
   * ignores the cause is what the API describes; emulators of instructions made differences.
   */
  readonly cause: DebugCause
}

/**
 * Who gets a #DB that is raised while the guest runs: userspace if control has SINGLESTEP or USE_HW_BP,
 * whoever caused it. (An exception that the VMM itself injects is always the guest's.)
 *
 * @see Documentation/virt/kvm/api.rst, KVM_SET_GUEST_DEBUG
 */
export const debugExceptionOwner = ({ control }: DebugExceptionOwnerInput): 'userspace' | 'guest' =>
  inForce(control, GUESTDBG.SINGLESTEP) || inForce(control, GUESTDBG.USE_HW_BP) ? 'userspace' : 'guest'

export interface BreakpointInstructionOwnerInput {
  readonly control: number
  /** `int3` is the one-byte CC; INT 3 (CD 03) and INTO are other instructions. */
  readonly instruction: 'int3' | 'int' | 'into'
}

/** Who gets the event of a breakpoint instruction: userspace only for INT3 (CC) with USE_SW_BP. */
export const breakpointInstructionOwner = ({
  control,
  instruction,
}: BreakpointInstructionOwnerInput): 'userspace' | 'guest' =>
  instruction === 'int3' && inForce(control, GUESTDBG.USE_SW_BP) ? 'userspace' : 'guest'

export interface GeneralDetectInput {
  readonly control: number
  readonly hostDr7: bigint
  readonly guestDr7: bigint
}

/** The DR7 whose GD bit counts for a MOV DR of the guest: the effective one. */
export const generalDetectDr7 = ({ control, hostDr7, guestDr7 }: GeneralDetectInput): bigint =>
  inForce(control, GUESTDBG.USE_HW_BP) ? hostDr7 : guestDr7

export interface DebugExitInput {
  /** 1 for #DB, 3 for #BP. */
  readonly exception: 1 | 3
  /** Linear address of the instruction that RIP points to. */
  readonly pc: bigint
  /** The causes in pending-debug-exceptions polarity; 0 for #BP. */
  readonly payload: bigint
  /** The effective DR7. */
  readonly dr7: bigint
  readonly cause: DebugCause | 'breakpoint-instruction'
}

/** `struct kvm_debug_exit_arch`; `dr7` is `null` where an implementation leaves the field unwritten. */
export interface DebugExitRecord {
  readonly exception: 1 | 3
  readonly pc: bigint
  readonly dr6: bigint
  readonly dr7: bigint | null
}

/** The record of a KVM_EXIT_DEBUG: every field written, DR6 with its fixed bits, DR7 the effective one. */
export const debugExit = ({ exception, pc, payload, dr7 }: DebugExitInput): DebugExitRecord => ({
  exception,
  pc: u64(pc),
  dr6: dr6OfCauses(payload),
  dr7,
})
