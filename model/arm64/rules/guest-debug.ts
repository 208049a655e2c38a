/**
 * The KVM interface: KVM_SET_GUEST_DEBUG, what traps to the hypervisor, and the record of KVM_EXIT_DEBUG.
 * Source: Documentation/virt/kvm/api.rst; Linux 6.1 arch/arm64/kvm/{guest.c,debug.c,handle_exit.c}.
 */
import { u32 } from '../../bits.ts'
import { type Errno, GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import { fieldOf, ID_AA64DFR0_EL1, mdcr } from '../registers.ts'
import type { Context } from '../rules.ts'
import { classOf, EC } from '../syndrome.ts'

/** The control bits that arm64 has, by their names there. */
export const CONTROL_FLAGS = {
  ENABLE: GUESTDBG.ENABLE,
  SINGLESTEP: GUESTDBG.SINGLESTEP,
  USE_SW_BP: GUESTDBG.USE_SW_BP,
  USE_HW: GUESTDBG.USE_HW_BP,
} as const

/** Those that KVM_CAP_SET_GUEST_DEBUG2 reports. */
export const GUESTDBG_VALID_MASK: number = Object.values(CONTROL_FLAGS).reduce((mask, flag) => mask | flag, 0)

export interface SetGuestDebugInput {
  /** The control word asked for. */
  readonly control: number
  readonly controlInForce: number
  /** A slot that the CPU does not have is in use. */
  readonly slotBeyond: boolean
}

export interface SetGuestDebugResult {
  readonly result: Errno
  /** The control word in force afterwards. */
  readonly control: number
}

/**
 * A bit outside of the valid mask is refused, with or without ENABLE, and a refused call changes nothing. Without ENABLE
 * everything is switched off; with it the new word replaces the old one.
 */
export const setGuestDebug = (
  { control, controlInForce, slotBeyond }: SetGuestDebugInput,
  { choose }: Context,
): SetGuestDebugResult => {
  const refused = { result: 'EINVAL', control: controlInForce } as const
  if ((control & ~GUESTDBG_VALID_MASK) !== 0) return refused
  if (!inForce(control, GUESTDBG.ENABLE)) return { result: 'ok', control: 0 }
  if (slotBeyond && inForce(control, GUESTDBG.USE_HW_BP) && choose('slotsBeyondCapability') === 'EINVAL')
    return refused
  return { result: 'ok', control: u32(control) }
}

export interface DebugTrapsInput {
  readonly control: number
}

/**
 * MDCR_EL2 while the guest runs: its accesses to debug registers always trap; debug exceptions go to EL2 whenever the
 * host debugs, whatever it debugs with. (TDE alone makes TDA, TDOSA and TDRA behave as 1.)
 */
export const debugTraps = ({ control }: DebugTrapsInput): bigint =>
  TRAPS | (inForce(control, GUESTDBG.ENABLE) ? mdcr.TDE : 0n)
const TRAPS = mdcr.TDA | mdcr.TDOSA | mdcr.TDRA

export interface BrkOwnerInput {
  readonly control: number
}

/**
 * Who gets a BRK that was routed to EL2: userspace, since only the VMM knows whose it is. It hands the guest's back.
 */
export const brkOwner = ({ control }: BrkOwnerInput, { choose }: Context): 'userspace' | 'guest' =>
  inForce(control, GUESTDBG.USE_SW_BP) || choose('brkWithoutUseSwBp') === 'exit' ? 'userspace' : 'guest'

export interface DebugExitInput {
  readonly esr: bigint
  readonly far: bigint
}

/** `struct kvm_debug_exit_arch`. */
export interface DebugExitRecord {
  /** ESR_EL2[31:0] */
  readonly hsr: number
  /** ESR_EL2[63:32]; `null` where `kvm_run.flags` does not say that it is valid. */
  readonly hsrHigh: number | null
  /** FAR_EL2; `null` for everything but a watchpoint: the field holds what another exit left there. */
  readonly far: bigint | null
}

/** The record of KVM_EXIT_DEBUG. */
export const debugExit = ({ esr, far }: DebugExitInput): DebugExitRecord => ({
  hsr: Number(BigInt.asUintN(32, esr)),
  hsrHigh: Number(BigInt.asUintN(32, esr >> 32n)),
  far: classOf(esr) === EC.watchpointLower ? far : null,
})

export interface CapabilitiesInput {
  readonly idAa64dfr0: bigint
}

export interface CapabilitiesResult {
  /** KVM_CAP_GUEST_DEBUG_HW_BPS and _HW_WPS. */
  readonly breakpoints: number
  readonly watchpoints: number
  /** The lowest number of a context-aware breakpoint: they are the highest ones. */
  readonly firstContextAware: number
}

const brps = fieldOf(ID_AA64DFR0_EL1, 'BRPs')
const wrps = fieldOf(ID_AA64DFR0_EL1, 'WRPs')
const contexts = fieldOf(ID_AA64DFR0_EL1, 'CTX_CMPs')

/** How many breakpoints and watchpoints there are: the fields of ID_AA64DFR0_EL1 are counts minus 1. */
export const capabilities = ({ idAa64dfr0 }: CapabilitiesInput): CapabilitiesResult => ({
  breakpoints: brps(idAa64dfr0) + 1,
  watchpoints: wrps(idAa64dfr0) + 1,
  firstContextAware: Math.max(0, brps(idAa64dfr0) - contexts(idAa64dfr0)),
})
