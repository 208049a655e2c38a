/**
 * KVM_SET_GUEST_DEBUG: which control words are accepted, and what is in force afterwards.
 * Source: Documentation/virt/kvm/api.rst, KVM_SET_GUEST_DEBUG.
 */
import { u32 } from '../../bits.ts'
import { type Errno, GUESTDBG, GUESTDBG_VALID_MASK } from '../../kvm/guest-debug.ts'
import { flags, withoutGeneralDetect } from '../registers.ts'
import type { Context } from '../rules.ts'
import type { Mode } from './check-before-emulation.ts'

export interface SetGuestDebugInput {
  /** The control word asked for. */
  readonly control: number
  /** The control word in force before. */
  readonly controlInForce: number
  /** `debugreg[7]` is wider than 32 bits. */
  readonly wideDr7: boolean
  /** An exception waits to be delivered. */
  readonly exceptionPending: boolean
  /** An exception is injected and not yet delivered (KVM_SET_VCPU_EVENTS). */
  readonly exceptionInjected: boolean
  /** The guest's state is protected from the host (SEV-ES): it cannot be debugged. */
  readonly protectedGuest: boolean
}

export interface SetGuestDebugResult {
  readonly result: Errno
  /** The control word in force afterwards. */
  readonly control: number
  /** The vector that is queued for the guest, without payload: #DB wins over #BP. */
  readonly inject: 1 | 3 | null
}

/**
 * A refused call changes nothing. Injection does not depend on ENABLE; without ENABLE everything else is switched
 * off, whatever the other bits say.
 */
export const setGuestDebug = (input: SetGuestDebugInput, { choose }: Context): SetGuestDebugResult => {
  const { control, controlInForce } = input
  const refused = (result: Errno): SetGuestDebugResult => ({ result, control: controlInForce, inject: null })
  const has = (flag: number): boolean => (control & flag) !== 0
  const inject = has(GUESTDBG.INJECT_DB) ? 1 : has(GUESTDBG.INJECT_BP) ? 3 : null
  const unknown = (control & ~GUESTDBG_VALID_MASK) !== 0 || input.wideDr7
  if (input.protectedGuest) return refused('EINVAL')
  if (unknown && choose('unknownControlBits') === 'EINVAL') return refused('EINVAL')
  if (inject !== null && (input.exceptionPending || input.exceptionInjected)) return refused('EBUSY')
  return { result: 'ok', control: has(GUESTDBG.ENABLE) ? u32(control) : 0, inject }
}

export interface FlagsAfterControlChangeInput {
  /** RFLAGS as kept for the guest. */
  readonly rflags: number
  readonly controlBefore: number
  readonly controlAfter: number
}

/** What KVM_SET_GUEST_DEBUG leaves in the guest's RFLAGS: everything. The guest's TF is not the host's. */
export const flagsAfterControlChange = ({ rflags }: FlagsAfterControlChangeInput): number => rflags

export interface VisibleFlagsInput {
  readonly rflags: number
  readonly control: number
}

/** The flags that the guest's instructions and KVM_GET_REGS see: the guest's own, TF included. */
export const visibleFlags = ({ rflags }: VisibleFlagsInput): number => rflags

export interface InjectedReturnIpInput {
  /** The vector that is injected. */
  readonly vector: number
  readonly rip: bigint
}

/**
 * The return address pushed for an injected exception: for #BP and #OF the address after the one-byte
 * instruction at RIP, for everything else RIP.
 */
export const injectedReturnIp = ({ vector, rip }: InjectedReturnIpInput): bigint =>
  vector === 3 || vector === 4 ? rip + 1n : rip

export interface ExceptionShownInput {
  /** The vector that waits to be delivered. */
  readonly vector: number
}

/** Whether KVM_GET_VCPU_EVENTS shows an exception that waits: always. */
export const exceptionShown = (_: ExceptionShownInput): boolean => true

export interface Dr7AtDeliveryInput {
  /** The guest's DR7. */
  readonly dr7: bigint
}

/** The guest's DR7 when its #DB handler starts: GD cleared. The host's DR7 is not touched. */
export const dr7AtDelivery = ({ dr7 }: Dr7AtDeliveryInput): bigint => withoutGeneralDetect(dr7)

export interface FlagsAtDeliveryInput {
  readonly rflags: number
  /** The vector delivered is an exception of the fault class other than #DB. */
  readonly fault: boolean
  readonly mode: Mode
}

/** The flags with which a handler starts: IF, TF and RF cleared, in real mode AC too, in long mode NT. */
export const flagsAtDelivery = ({ rflags, mode }: FlagsAtDeliveryInput): number =>
  u32(rflags & ~(flags.IF | flags.TF | flags.RF | (mode === 'real' ? flags.AC : flags.NT)))
