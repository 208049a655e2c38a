/**
 * What KVM puts into MDSCR_EL1 and SPSR_EL2 when it enters a guest that the host debugs.
 */
import { any, bic, u64 } from '../../bits.ts'
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import { mdscr as bits, type DebugRegisters, pstate } from '../registers.ts'
import type { Context } from '../rules.ts'

export interface MaskSoftwareStepInput {
  /** The control word in force. */
  readonly control: number
  /** MDSCR_EL1 as the guest has it. */
  readonly mdscr: bigint
  /** The PSTATE that the guest is to be entered with. */
  readonly spsr: bigint
}

export interface MaskSoftwareStepResult {
  readonly mdscr: bigint
  readonly spsr: bigint
}

/**
 * MDSCR_EL1.SS and SPSR_EL2.SS while the host debugs: both clear, and with SINGLESTEP both set; every other bit as it
 * was. (The form that the review of 2014 asked for: `bic`, then `orr`.)
 */
export const maskSoftwareStep = ({ control, mdscr, spsr }: MaskSoftwareStepInput): MaskSoftwareStepResult => {
  if (!inForce(control, GUESTDBG.ENABLE)) return { mdscr, spsr }
  const steps = inForce(control, GUESTDBG.SINGLESTEP)
  const cleared = { mdscr: bic(mdscr, bits.SS), spsr: bic(spsr, pstate.SS) }
  return steps ? { mdscr: u64(cleared.mdscr | bits.SS), spsr: u64(cleared.spsr | pstate.SS) } : cleared
}

export interface EnableDebugEventsInput {
  readonly control: number
  /** MDSCR_EL1 as `maskSoftwareStep` leaves it. */
  readonly mdscr: bigint
  /** The guest has set its OS lock. */
  readonly osLock: boolean
}

/**
 * The rest of the hardware's MDSCR_EL1. With USE_HW the host's breakpoints and watchpoints are enabled; else the guest's
 * stay as it has them, unless its OS lock is set. KVM keeps that lock to itself, since in hardware it would stop the
 * host's debugging too: what the lock would stop is switched off here.
 */
export const enableDebugEvents = (
  { control, mdscr, osLock }: EnableDebugEventsInput,
  { choose }: Context,
): bigint => {
  if (inForce(control, GUESTDBG.USE_HW_BP)) return u64(mdscr | bits.MDE)
  if (!inForce(control, GUESTDBG.ENABLE)) return osLock ? bic(mdscr, bits.MDE | bits.SS) : mdscr
  const guests = any(mdscr, bits.MDE) && !osLock
  return guests && choose('guestBreakpointsWithoutUseHw') === 'exit' ? mdscr : bic(mdscr, bits.MDE)
}

export interface RegistersInForceInput {
  readonly control: number
  readonly host: DebugRegisters
  readonly guest: DebugRegisters
}

/** The one set of breakpoints and watchpoints that the hardware has: the host's with USE_HW, else the guest's. */
export const registersInForce = ({ control, host, guest }: RegistersInForceInput): DebugRegisters =>
  inForce(control, GUESTDBG.USE_HW_BP) ? host : guest
