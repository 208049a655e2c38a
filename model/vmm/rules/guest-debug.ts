/**
 * KVM_SET_GUEST_DEBUG, made anew from the whole state of the VMM whenever that changes.
 * Source: Documentation/virt/kvm/api.rst, KVM_SET_GUEST_DEBUG; QEMU 7.2 accel/kvm/kvm-all.c, `kvm_update_guest_debug()`.
 */
import { GUESTDBG } from '../../kvm/guest-debug.ts'

export interface GuestDebugControlInput {
  /** The debugger steps this vCPU. */
  readonly stepping: boolean
  /** Software and hardware breakpoints that are inserted. */
  readonly softwareBreakpoints: number
  readonly hardwareBreakpoints: number
  /** KVM_CAP_SET_GUEST_DEBUG2 has BLOCKIRQ. */
  readonly blockIrq: boolean
}

/**
 * The control word: what is asked for now, and nothing of what was asked for before. 0 switches guest debugging off, and the
 * guest’s own debug registers are in force.
 */
export const guestDebugControl = ({
  stepping,
  softwareBreakpoints,
  hardwareBreakpoints,
  blockIrq,
}: GuestDebugControlInput): number => {
  const step = stepping ? GUESTDBG.SINGLESTEP | (blockIrq ? GUESTDBG.BLOCKIRQ : 0) : 0
  const software = softwareBreakpoints > 0 ? GUESTDBG.USE_SW_BP : 0
  const hardware = hardwareBreakpoints > 0 ? GUESTDBG.USE_HW_BP : 0
  const asked = step | software | hardware
  return asked === 0 ? 0 : GUESTDBG.ENABLE | asked
}
