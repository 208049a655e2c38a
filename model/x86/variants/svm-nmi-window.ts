/**
 * `nmi_singlestep` of kvm-amd: while KVM waits for an interrupt shadow to end, to deliver an NMI, the guest runs with
 * TF and RF. Source: Linux 6.1 arch/x86/kvm/svm/svm.c, `svm_enable_nmi_window()` and `disable_nmi_singlestep()`.
 */
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import type { Machine } from '../machine.ts'
import { flags } from '../registers.ts'

/** The guest's own flags. */
interface NmiWindow {
  readonly tf: boolean
  readonly rf: boolean
}

const windows = new WeakMap<Machine, NmiWindow>()

/** Begins to wait for the end of the shadow. */
export const openNmiWindow = (m: Machine): void => {
  const { v } = m
  if (!windows.has(m)) windows.set(m, { tf: (v.rflags & flags.TF) !== 0, rf: (v.rflags & flags.RF) !== 0 })
  v.rflags |= flags.TF | flags.RF
}

/** `svm_set_rflags()`: what is written to RFLAGS meanwhile keeps TF and RF. */
export const keepNmiWindow = (m: Machine): void => {
  if (windows.has(m)) m.v.rflags |= flags.TF | flags.RF
}

/** Ends it with the flags of its beginning; returns whether KVM was waiting. */
export const closeNmiWindow = (m: Machine): boolean => {
  const window = windows.get(m)
  if (!window) return false
  windows.delete(m)
  if (inForce(m.v.control, GUESTDBG.SINGLESTEP)) return true
  if (!window.tf) m.v.rflags &= ~flags.TF
  if (!window.rf) m.v.rflags &= ~flags.RF
  return true
}

/** A new vCPU does not wait. */
export const forgetNmiWindow = (m: Machine): void => {
  windows.delete(m)
}
