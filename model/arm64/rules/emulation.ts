/**
 * Instructions that the hypervisor completes: what retiring one means, and what the guest and the VMM may see of it.
 * Source: Linux 6.1 arch/arm64/kvm/{mmio.c,sys_regs.c}, include/hyp/adjust_pc.h; the review of 2014.
 */
import { bic, u64 } from '../../bits.ts'
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import { pstate as bits, oslsr as oslsrBits } from '../registers.ts'
import type { Context } from '../rules.ts'

export interface RetireEmulatedInput {
  /** Address of the instruction. */
  readonly pc: bigint
  readonly pstate: bigint
}

export interface RetireEmulatedResult {
  readonly pc: bigint
  readonly pstate: bigint
}

/**
 * Skipping an instruction that was emulated (`kvm_skip_instr()`): the next address, BTYPE and SS cleared, as the
 * hardware would have done. Where no step is in force SS means nothing, so that it needs no condition.
 */
export const retireEmulated = ({ pc, pstate }: RetireEmulatedInput): RetireEmulatedResult => ({
  pc: u64(pc + 4n),
  pstate: bic(pstate, bits.BTYPE | bits.SS),
})

export interface MmioExitPcInput {
  /** Address of the instruction that makes the access. */
  readonly pc: bigint
}

/** The PC that GET_ONE_REG shows at an exit for MMIO: the instruction itself. It advances when the access is done. */
export const mmioExitPc = ({ pc }: MmioExitPcInput): bigint => pc

export interface MmioAbortPcInput extends MmioExitPcInput {
  /** The PC that the VMM sees. */
  readonly exitPc: bigint
}

/** The return address of an external abort with which userspace ends an access: the instruction itself. */
export const mmioAbortPc = ({ pc }: MmioAbortPcInput): bigint => pc

export interface PendingStepInput {
  readonly control: number
  /**
   * How the instruction of the step was done: by the kernel; by userspace, an access; a call, which the CPU completes; as
   * an exception that is injected in its place; natively, with an interrupt of the host's own before the exception.
   */
  readonly done: 'kernel' | 'userspace' | 'call' | 'injection' | 'host-interrupt'
}

/**
 * What becomes of a host's step whose instruction is done while the guest is left, when the CPU has raised no exception
 * for it: it is reported before anything else runs. `enter` goes on with the guest.
 */
export const pendingStep = ({ control }: PendingStepInput): 'report' | 'enter' =>
  inForce(control, GUESTDBG.SINGLESTEP) ? 'report' : 'enter'

export interface SpsrSeenByGuestInput {
  /** SPSR_EL1 as the hardware wrote it when it took an exception to EL1. */
  readonly spsr: bigint
  /** The control word in force. */
  readonly control: number
  /** The guest's own PSTATE.SS. */
  readonly guestSs: 0 | 1
}

/**
 * SPSR_EL1 after an exception that the guest takes while the host steps: its SS is the guest's own. The hardware saves
 * the one that the host steps with, except after SVC.
 */
export const spsrSeenByGuest = ({ spsr, control, guestSs }: SpsrSeenByGuestInput): bigint =>
  inForce(control, GUESTDBG.SINGLESTEP) && guestSs === 0 ? bic(spsr, bits.SS) : spsr

export interface GuestStepBitInput {
  /** The guest's PSTATE.SS when it was entered. */
  readonly before: 0 | 1
  /** PSTATE.SS as the hardware has left it. */
  readonly hardware: 0 | 1
  /** What its last exception return or exception would have left there without the host; `null` if there was none. */
  readonly lastSet: 0 | 1 | null
  /** An instruction of the guest was executed, or it took an exception. */
  readonly ran: boolean
}

/** The guest's own PSTATE.SS after it ran while the host debugged. */
export const guestStepBit = ({ before, lastSet, ran }: GuestStepBitInput, { choose }: Context): 0 | 1 => {
  if (!ran) return before
  switch (choose('guestStepBit')) {
    case 'as-at-attach':
      return before
    case 'as-last-set':
      return lastSet ?? before
    case 'cleared':
      return 0
  }
}

export interface GuestMdscrInput {
  /** MDSCR_EL1 as the guest has it. */
  readonly own: bigint
  /** What the hardware had while the guest ran. */
  readonly hardware: bigint
}

/** The guest's own MDSCR_EL1 after it ran while the host debugged: its accesses trap, so that it is what it was. */
export const guestMdscr = ({ own }: GuestMdscrInput): bigint => own

export interface DebugRegisterIndexInput {
  /** CRm of the register's encoding. */
  readonly crm: number
}

/** Which breakpoint or watchpoint a trapped access to DBGBVRn, DBGBCRn, DBGWVRn or DBGWCRn means: CRm. */
export const debugRegisterIndex = ({ crm }: DebugRegisterIndexInput): number => crm

export interface AccessOsLockInput {
  readonly register: 'oslar_el1' | 'oslsr_el1'
  readonly direction: 'read' | 'write'
  readonly oslsr: bigint
  /** What is written. */
  readonly value: bigint
}

export interface AccessOsLockResult {
  /** OSLAR is write-only, OSLSR read-only: the other access is UNDEFINED. */
  readonly result: 'done' | 'undefined'
  readonly oslsr: bigint
}

/** A guest's access to its OS lock: bit 0 of what is written to OSLAR becomes OSLSR.OSLK. */
export const accessOsLock = ({
  register,
  direction,
  oslsr,
  value,
}: AccessOsLockInput): AccessOsLockResult => {
  if ((register === 'oslar_el1') !== (direction === 'write')) return { result: 'undefined', oslsr }
  if (direction === 'read') return { result: 'done', oslsr }
  const unlocked = bic(oslsr, oslsrBits.OSLK)
  return { result: 'done', oslsr: (value & 1n) === 1n ? unlocked | oslsrBits.OSLK : unlocked }
}
