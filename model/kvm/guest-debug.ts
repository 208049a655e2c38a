/**
 * The part of the KVM ABI that guest debugging needs and that all architectures share.
 * Source: Documentation/virt/kvm/api.rst (KVM_SET_GUEST_DEBUG, KVM_RUN) and include/uapi/linux/kvm.h.
 */

/** Bits of `struct kvm_guest_debug.control` (32 bits; the upper half belongs to the architecture: here x86). */
export const GUESTDBG = {
  ENABLE: 0x1,
  SINGLESTEP: 0x2,
  USE_SW_BP: 0x10000,
  USE_HW_BP: 0x20000,
  INJECT_DB: 0x40000,
  INJECT_BP: 0x80000,
  BLOCKIRQ: 0x100000,
} as const

/** The control bits that KVM_CAP_SET_GUEST_DEBUG2 reports on x86. */
export const GUESTDBG_VALID_MASK: number = Object.values(GUESTDBG).reduce((mask, flag) => mask | flag, 0)

/** How an ioctl ends: `ok`, or the error that it returns. A failed ioctl changes nothing. */
export type Errno = 'ok' | 'EBUSY' | 'EINVAL'

/** `control` as text: `ENABLE|SINGLESTEP`, bits without a name as a number. `flags` are those of the architecture. */
export const controlText = (
  control: number,
  flags: { readonly [name: string]: number } = GUESTDBG,
): string => {
  const names = Object.entries(flags).flatMap(([name, flag]) => (control & flag ? [name] : []))
  const unknown = Object.values(flags).reduce((rest, flag) => rest & ~flag, control) >>> 0
  if (unknown !== 0) names.push(`0x${unknown.toString(16)}`)
  return names.join('|') || '0'
}

/** Whether a control word that is in force asks for `flag`; nothing is in force without ENABLE. */
export const inForce = (control: number, flag: number): boolean =>
  (control & GUESTDBG.ENABLE) !== 0 && (control & flag) !== 0
