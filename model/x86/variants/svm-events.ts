/**
 * How kvm-amd gives the guest what waits: `kvm_check_and_inject_events()`, for one exception, interrupt and NMI. Source:
 * Linux 6.1 arch/x86/kvm/x86.c and svm/svm.c, confirmed by measurement where it can be seen.
 */
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import { isFault } from '../contract.ts'
import type { Machine, Slots } from '../machine.ts'
import { flags } from '../registers.ts'
import type { DeliveryEvent, Exit } from '../run.ts'
import { idealSlots } from '../slots.ts'
import type { WaitingException } from '../vcpu.ts'
import { stateOf, visible, writeFlags } from './emulator-slots.ts'
import { openNmiWindow } from './svm-nmi-window.ts'

/** Machines in which the fault that waits is not intercepted: the CPU delivers it. */
const unintercepted = new WeakSet<Machine>()
/** Causes of the #DB that waits, where KVM has merged them into DR6 when it was queued. */
const merged = new WeakMap<Machine, bigint>()

/** Says whether the exception that waits, if any, is the CPU's to deliver. */
export const setUnintercepted = (m: Machine, isUnintercepted: boolean): void => {
  if (isUnintercepted) unintercepted.add(m)
  else unintercepted.delete(m)
}

/** `kvm_queue_exception_p()` where the causes of a #DB are in DR6 as soon as it waits. */
export const mergeWhenQueued = (m: Machine): void => {
  const { v, rules, context } = m
  if (v.exception?.vector !== 1 || v.exception.requested || v.exception.payload === null) return
  const { payload } = v.exception
  const { rtm, busLockDetect } = v
  v.dr6 = rules.mergeDr6({ dr6: v.dr6, payload, rtm, busLockDetect }, context)
  v.exception = { ...v.exception, payload: null }
  merged.set(m, payload)
}

/**
 * QEMU's CPU sets RF in the frame of an interrupt in long mode, as the manual has it for a REP string instruction
 * only; and an interrupt shadow lasts over the delivery, for the first instruction of the handler.
 */
export const deliver: Slots['deliver'] = (m, event) => {
  const { v } = m
  const { shadow } = v
  const isInterrupt = event.source === 'interrupt' || event.source === 'nmi'
  if (isInterrupt && v.mode.name === 'long') v.rflags |= flags.RF
  const exit = idealSlots.deliver(m, event)
  v.shadow = shadow
  return exit
}

/** `kvm_check_and_inject_events()`: an NMI comes directly behind what was injected before it. */
export const enterGuest: Slots['enterGuest'] = (m) => {
  const { v } = m
  const exit = injectFirst(m)
  if (exit) return exit
  injectNmi(m)
  const interruptFlag = (v.rflags & flags.IF) !== 0
  if (v.windowRequested && interruptFlag && v.shadow === 'none') return { reason: 'interrupt-window' }
  return null
}

const injectException = (m: Machine, waiting: WaitingException): Exit | null => {
  const { v, rules, context } = m
  const { vector, payload, errorCode, requested, state: progress } = waiting
  v.exception = null
  // What KVM_INTERRUPT injected at the same time is forgotten at the next exit.
  v.interrupt = null
  if (unintercepted.delete(m)) v.rflags |= flags.RF
  else if (progress === 'pending' && isFault(vector)) writeFlags(m, visible(m) | flags.RF)
  const returnIp = requested ? rules.injectedReturnIp({ vector, rip: v.rip }, context) : v.rip
  const source = requested ? 'injected' : 'raised'
  const { dr7 } = v
  const at = m.events.length
  const exit = m.slots.deliver(m, { source, vector, returnIp, payload, errorCode })
  const causes = merged.get(m)
  if (causes !== undefined) m.events[at] = { ...(m.events[at] as DeliveryEvent), payload: causes }
  merged.delete(m)
  // What a #DB does to the debug registers was done when its delivery began.
  if (progress === 'injected') {
    v.dr7 = dr7
    m.events[at] = { ...(m.events[at] as DeliveryEvent), dr7 }
  }
  return exit
}

/** The exception that waits, or else the interrupt. */
const injectFirst = (m: Machine): Exit | null => {
  const { v } = m
  if (v.exception) return injectException(m, v.exception)
  if (v.interrupt === null) return null
  const vector = v.interrupt
  v.interrupt = null
  return m.slots.deliver(m, { source: 'interrupt', vector, returnIp: v.rip, payload: null })
}

/** An NMI that waits is injected, or the end of the shadow that holds it is waited for. */
const injectNmi = (m: Machine): void => {
  const { v } = m
  const state = stateOf(m)
  if (v.exception || state.nmis === 0 || state.nmiMasked || inForce(v.control, GUESTDBG.BLOCKIRQ)) return
  if (v.shadow === 'none') {
    state.nmis -= 1
    state.nmiMasked = true
    v.nmiPending = state.nmis > 0
    m.slots.deliver(m, { source: 'nmi', vector: 2, returnIp: v.rip, payload: null })
    return
  }
  openNmiWindow(m)
}
