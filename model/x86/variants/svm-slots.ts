/**
 * What kvm-amd does its own way, on QEMU's CPU. Source: Linux 6.1 arch/x86/kvm/svm/svm.c, confirmed by measurement
 * where it can be seen.
 */
import { any, u64 } from '../../bits.ts'
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import { effective, raise, type Slots } from '../machine.ts'
import { DR7, dr6, dr7 as dr7Bits, flags, SLOT_NUMBERS } from '../registers.ts'
import { isSoftwareInterrupt } from '../rules/step.ts'
import { idealSlots } from '../slots.ts'
import { stateOf, visible, writeFlags } from './emulator-slots.ts'
import { enterGuestWith } from './native-events.ts'
import { INVALID_OPCODE, isIret, isMovDr, isPort, type Vendor } from './native-slots.ts'
import { closeNmiWindow, forgetNmiWindow, keepNmiWindow, openNmiWindow } from './svm-nmi-window.ts'

/**
 * QEMU's CPU: at a #DB every slot of the kind “execute” whose address is RIP sets its bit, enabled or not. The manual
 * allows it.
 */
export const executeSlotsAt = (rip: bigint, db: readonly bigint[], dr7: bigint): bigint =>
  SLOT_NUMBERS.reduce(
    (bits, i) => (any(dr7, 3n << BigInt(16 + 4 * i)) || db[i] !== rip ? bits : bits | (1n << BigInt(i))),
    0n,
  )

/**
 * QEMU's CPU sets RF in the frame of an interrupt in long mode, as the manual has it for a REP string instruction
 * only; and an interrupt shadow lasts over the delivery, for the first instruction of the handler.
 */
const deliver: Slots['deliver'] = (m, event) => {
  const { v } = m
  const { shadow } = v
  const isInterrupt = event.source === 'interrupt' || event.source === 'nmi'
  if (isInterrupt && v.mode.name === 'long') v.rflags |= flags.RF
  const exit = idealSlots.deliver(m, event)
  v.shadow = shadow
  return exit
}

const execute: Vendor['execute'] = (m, next) => {
  const { v } = m
  const op = next?.op
  // The IRET of an NMI handler is intercepted; if another NMI waits, the end of the IRET is waited for.
  if (isIret(op) && stateOf(m).nmiMasked && stateOf(m).nmis > 0 && !inForce(v.control, GUESTDBG.BLOCKIRQ))
    openNmiWindow(m)
  const movesDr = isMovDr(op) && v.mode.privilege(v) === 0
  // The guest moves to and from the CPU's own registers: DR7 has been in the CPU, which has its bit 10 set.
  if (movesDr) v.dr7 = u64(v.dr7 | DR7.reset)
  const exit = idealSlots.step(m)
  // QEMU's CPU leaves B0–B3 as they were.
  if (movesDr && v.exception?.payload === dr6.BD) raise(m, 1, u64(dr6.BD | (v.dr6 & dr6.B)))
  return exit
}

const retire: Slots['retire'] = (m, how) => {
  const { v } = m
  const { op } = how.instruction
  const { shadow } = v
  const exit = idealSlots.retire(m, how)
  // QEMU's CPU: of two instructions in a row that hold events back the second does not, and a REP that has
  // nothing to do is none; the shadow of an INT n is that of its handler.
  const lasts = isSoftwareInterrupt(op) ? how.jumped : op.startsWith('rep-') && !how.midRepeat
  if (shadow !== 'none') v.shadow = lasts ? shadow : 'none'
  return exit
}

/** `db_interception()`. */
const takeTrap: Vendor['takeTrap'] = (m, causes, isOfCpu) => {
  const { db, dr7 } = effective(m)
  const payload =
    isOfCpu && any(dr7, dr7Bits.ENABLES) ? u64(causes | executeSlotsAt(m.v.rip, db, dr7)) : causes
  if (!any(payload, dr6.BS) || !closeNmiWindow(m)) return idealSlots.takeTrap(m, payload)
  const owner = m.rules.debugExceptionOwner({ control: m.v.control, cause: 'trap' }, m.context)
  return owner === 'userspace' ? idealSlots.takeTrap(m, payload) : null
}

export const svm: Vendor = {
  enterGuest: enterGuestWith(openNmiWindow),
  deliver,
  emulatesMovDr: true,
  // What is intercepted and KVM's own.
  intercepted: () => [1, INVALID_OPCODE],
  pendingTraps: () => 0n,
  execute,
  retire,
  isSkipped: () => false,
  // The port intercept gives the next RIP; for the others the emulator finds it, and clears RF as its own.
  skip: (m, { instruction }) => {
    if (!isPort(instruction.op) && (m.v.rflags & flags.RF) !== 0) writeFlags(m, visible(m) & ~flags.RF)
  },
  takeTrap,
  exitForInstruction: () => {},
  exitForFault: () => {},
  flagsWritten: keepNmiWindow,
  restored: forgetNmiWindow,
}
