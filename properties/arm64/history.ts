/**
 * A run in parts, and what can be told of each part without knowing how the machine works.
 */

import {
  classOf,
  EC,
  isStep,
  layOut,
  mdscr,
  oslsr,
  type Program,
  parseHex,
  type RunEvent,
} from '../../model/arm64/index.ts'
import { any } from '../../model/bits.ts'
import { GUESTDBG, inForce } from '../../model/kvm/guest-debug.ts'
import type { OfKind, SegmentOf } from '../events.ts'

export { ofKind, segments } from '../events.ts'

export type Of<Kind extends RunEvent['kind']> = OfKind<RunEvent, Kind>

export const hexOf = (value: bigint | number): string => `0x${value.toString(16)}`

/** The part of a run between two exits. */
export type Segment = SegmentOf<RunEvent>

/** The syndrome of a debug exit, else `null`. */
export const hsrOf = ({ exit }: Of<'exit'>): bigint | null =>
  exit.reason === 'debug' ? BigInt(exit.debug.hsr) : null

/** The exception class of a debug exit, else `null`. */
export const exitClass = (event: Of<'exit'>): number | null => {
  const hsr = hsrOf(event)
  return hsr === null ? null : classOf(hsr)
}

export const isStepExit = (event: Of<'exit'>): boolean => exitClass(event) === EC.stepLower

/** Whether an exit is for an access that the next run completes. */
export const awaitsAnswer = (event: Of<'exit'> | null): boolean => event?.exit.reason === 'mmio'

/** A Software Step exception that the guest takes. */
export const isGuestStep = (event: RunEvent): event is Of<'delivery'> =>
  event.kind === 'delivery' && event.esr !== null && isStep(event.esr)

export const hostDebugs = (view: { readonly control: number }): boolean =>
  inForce(view.control, GUESTDBG.ENABLE)
export const hostSteps = (view: { readonly control: number }): boolean =>
  inForce(view.control, GUESTDBG.SINGLESTEP)
export const usesHardware = (view: { readonly control: number }): boolean =>
  inForce(view.control, GUESTDBG.USE_HW_BP)
export const isLocked = (view: { readonly oslsr: bigint }): boolean => any(view.oslsr, oslsr.OSLK)

/** Whether the guest has its own software step enabled in MDSCR_EL1. */
export const guestStepEnabled = (view: { readonly mdscr: bigint }): boolean => any(view.mdscr, mdscr.SS)

/** Whether the VMM itself moved or changed what a step is about: PC, PSTATE, or who debugs. */
export const touchesStep = (segment: Segment): boolean =>
  segment.actions.some(
    ({ action }) =>
      action.do === 'set-one-reg' || action.do === 'set-guest-debug' || action.do === 'save-restore',
  )

/** The control word that an action asks for. */
export const controlOf = (control: string): number => Number(BigInt.asUintN(32, parseHex(control)))

/** The address of the program's n-th instruction. */
export const addressOf = (program: Program, n: number): bigint => layOut(program).addresses[n]!
