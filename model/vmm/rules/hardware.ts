/**
 * Hardware breakpoints and watchpoints as a debugger asks for them, how many there can be, and what becomes of a request.
 */
import type { GuestName, HardwareKind } from '../program.ts'

/** A hardware breakpoint or watchpoint. */
export interface Hardware {
  readonly kind: HardwareKind
  readonly address: bigint
  /** Bytes watched. */
  readonly length: number
}

/** Why a hardware breakpoint is refused. */
export const REFUSALS = ['length', 'alignment', 'unsupported', 'capacity', 'duplicate'] as const
export type Refusal = (typeof REFUSALS)[number]
export type Encoded = 'ok' | Refusal

export interface HardwareCapacityInput {
  readonly guest: GuestName
  /** What KVM_CHECK_EXTENSION says of KVM_CAP_GUEST_DEBUG_HW_BPS and _HW_WPS. */
  readonly reportedBreakpoints: number
  readonly reportedWatchpoints: number
}

export interface HardwareCapacity {
  readonly breakpoints: number
  readonly watchpoints: number
  /** Both come out of one pool. */
  readonly shared: boolean
}

/**
 * How many there are. Zero means that KVM does not report it, which is not that there are none: x86 has four registers that
 * serve as either, and every Arm CPU at least two of each.
 * Source: Documentation/virt/kvm/api.rst, KVM_CHECK_EXTENSION; Arm ARM, “ID_AA64DFR0_EL1”, BRPs and WRPs.
 */
export const hardwareCapacity = ({
  guest,
  reportedBreakpoints,
  reportedWatchpoints,
}: HardwareCapacityInput): HardwareCapacity =>
  guest === 'x86'
    ? { breakpoints: X86_SLOTS, watchpoints: X86_SLOTS, shared: true }
    : {
        breakpoints: reportedBreakpoints || ARM64_LEAST,
        watchpoints: reportedWatchpoints || ARM64_LEAST,
        shared: false,
      }
const X86_SLOTS = 4
const ARM64_LEAST = 2

export interface BreakpointSlotInput {
  /** How many breakpoints there are, and how many of them are context-aware: the highest ones. */
  readonly breakpoints: number
  readonly contextAware: number
  /** The breakpoints in use, as a mask. */
  readonly inUse: number
  /** What is asked for compares a context ID. */
  readonly context: boolean
}

/**
 * The arm64 breakpoint that a request gets; `null` if none is left. Ordinary requests take the lowest free one and so leave
 * the context-aware ones for last; a context needs one of those.
 * Source: Alexander Graf, “Re: Exposing host debug capabilities to userspace”, 25 Nov 2014.
 */
export const breakpointSlot = ({
  breakpoints,
  contextAware,
  inUse,
  context,
}: BreakpointSlotInput): number | null => {
  const first = context ? Math.max(0, breakpoints - contextAware) : 0
  for (let n = first; n < breakpoints; n++) if ((inUse & (1 << n)) === 0) return n
  return null
}
