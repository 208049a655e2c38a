/**
 * Linux 6.18 as a PVM host, as measured: every instruction of a guest in real mode, or in long mode at CPL0, goes
 * through KVM's emulator, and events are injected by the hypervisor itself. (64-bit code at CPL3 runs natively, without
 * guest debugging: that is another path, which this variant does not describe.)
 */
import { lowBytes, u64 } from '../../bits.ts'
import { measured, source, targets } from '../../citations.ts'
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import { isFault } from '../contract.ts'
import { type Delivery, debugView, type Machine, type Slots } from '../machine.ts'
import { PAGE_FAULT } from '../mode.ts'
import { flags } from '../registers.ts'
import { idealRules } from '../rules.ts'
import { idealSlots } from '../slots.ts'
import { emulatorRules } from './emulator.ts'
import { emulatorSlots, stateOf, visible, writeFlags } from './emulator-slots.ts'
import { ideal } from './ideal.ts'
import { kernel, type Variant } from './variant.ts'

/** Injection of an event: the raw FLAGS are pushed, the host's TF among them, and RF stays as it is. */
const inject = (m: Machine, event: Delivery): null => {
  const { v } = m
  const { mode } = v
  const { vector, payload, errorCode = null, source } = event
  const view = debugView(m)
  m.steps += 1
  m.accesses = []
  const image = mode.flagsImage(v.rflags, false)
  const ip = lowBytes(event.returnIp, mode.width)
  const { cs } = v
  mode.enterHandler(m, event, image)
  const rflags = m.rules.flagsAtDelivery({ rflags: v.rflags, fault: false, mode: mode.name }, m.context)
  v.shadow = 'none'
  if (vector === PAGE_FAULT && payload !== null) v.cr2 = payload
  writeFlags(m, rflags)
  m.events.push({
    kind: 'delivery',
    seenBy: 'guest',
    source,
    vector,
    ip,
    cs: cs.selector,
    flags: image,
    address: u64(cs.base + ip),
    errorCode,
    payload: vector === 1 ? payload : null,
    accesses: m.accesses,
    dr6: v.dr6,
    dr7: v.dr7,
    view,
  })
  return null
}

/** INT n and its like are instructions of the emulator: what their end means for the shadow is decided there. */
const deliver: Slots['deliver'] = (m, event) => {
  if (event.source !== 'software') return inject(m, event)
  const { shadow } = m.v
  const exit = idealSlots.deliver(m, event)
  m.v.shadow = shadow
  return exit
}

/** An interrupt behind the event that is injected is looked at again at the next KVM_RUN, except under BLOCKIRQ. */
const waitBehind = (m: Machine): void => {
  const { v } = m
  if (v.interrupt !== null && !inForce(v.control, GUESTDBG.BLOCKIRQ)) stateOf(m).eventRequest = true
}

/** One event per KVM_RUN: exception, then interrupt, then NMI. Later in the run only exceptions are looked at. */
const enterGuest: Slots['enterGuest'] = (m) => {
  const { v, rules, context } = m
  const state = stateOf(m)
  const looks = state.entered && state.eventRequest
  state.entered = false
  if (looks) state.eventRequest = false
  if (v.exception) {
    const { vector, payload, errorCode, requested, state: progress } = v.exception
    v.exception = null
    if (progress === 'pending') {
      if (isFault(vector)) writeFlags(m, visible(m) | flags.RF)
      if (vector === 1) {
        const { rtm, busLockDetect } = v
        if (payload !== null) v.dr6 = rules.mergeDr6({ dr6: v.dr6, payload, rtm, busLockDetect }, context)
        v.dr7 = rules.dr7AtDelivery({ dr7: v.dr7 }, context)
      }
    }
    waitBehind(m)
    const returnIp = requested ? rules.injectedReturnIp({ vector, rip: v.rip }, context) : v.rip
    const source = requested ? 'injected' : 'raised'
    return m.slots.deliver(m, { source, vector, returnIp, payload, errorCode })
  }
  if (!looks) return null
  if (v.interrupt !== null) {
    const vector = v.interrupt
    v.interrupt = null
    waitBehind(m)
    return m.slots.deliver(m, { source: 'interrupt', vector, returnIp: v.rip, payload: null })
  }
  const { shadow, control } = v
  const interruptFlag = (v.rflags & flags.IF) !== 0
  if (state.nmis > 0 && !state.nmiMasked)
    if (rules.eventDeliverable({ event: 'nmi', interruptFlag, shadow, control }, context)) {
      state.nmis -= 1
      state.nmiMasked = true
      v.nmiPending = state.nmis > 0
      return m.slots.deliver(m, { source: 'nmi', vector: 2, returnIp: v.rip, payload: null })
    }
  return null
}

/** Linux 6.18 as a PVM host. */
export const linux618Pvm: Variant = kernel({
  id: 'x86/linux-6.18-pvm',
  summary:
    'Linux 6.18 with the PVM flavour of KVM: real-mode and CPL0 guest code runs in KVM’s instruction emulator',
  base: ideal,
  cites: [
    source('Linux 6.1 arch/x86/kvm: x86.c, emulate.c'),
    measured(targets.pvm, 'random programs of every class, none of which differs from this variant'),
    measured(targets.pvm, 'KVM_INTERRUPT with IF=0, in a shadow and under BLOCKIRQ is injected at once'),
    measured(targets.pvm, 'exception before interrupt before NMI, one of them per KVM_RUN'),
    measured(targets.pvm, 'injected events push the host’s TF, and the guest’s IRET loads it'),
    measured(targets.pvm, 'UD2 with CS.base≠0 is an internal error, unless the bytes 0f 0b lie at RIP'),
    measured(targets.pvm, 'a HLT under a step exits one instruction after stepping has ended'),
    measured(targets.pvm, 'KVM_SET_REGS at the exit of an IN drops what is read, and its own RIP and RFLAGS'),
    measured(targets.pvm, 'in long mode INT n and INT3 are internal errors, IRETQ clears IOPL'),
    measured(targets.pvm, 'KVM_SET_SREGS that changes CR4 at the exit of an IN starts the IN again'),
  ],
  rules: {
    ...emulatorRules,
    // An interrupt that KVM_INTERRUPT queued is injected in any case; an NMI waits for any shadow to end.
    eventDeliverable: ({ event, shadow, control }) =>
      event === 'interrupt' || (shadow === 'none' && !inForce(control, GUESTDBG.BLOCKIRQ)),
    // #BP is not special: the address that is pushed is RIP, not the one after the INT3.
    injectedReturnIp: ({ rip }) => rip,
    // The flags of an injected event keep RF in real mode, and lose AC in long mode too.
    flagsAtDelivery: ({ rflags, mode }) =>
      (rflags & ~(flags.IF | flags.TF | flags.AC | (mode === 'real' ? 0 : flags.NT | flags.RF))) >>> 0,
    // No step ends at IRETQ.
    singleStepDue: (input, context) =>
      !(input.mode === 'long' && input.instruction === 'iret') &&
      emulatorRules.singleStepDue!(input, context),
    // IRETQ takes the image as it is, and clears IOPL.
    loadFlags: (input, context) =>
      input.instruction === 'iretq'
        ? ((input.image & ~(flags.IOPL | flags.VM)) | flags.FIXED) >>> 0
        : idealRules.loadFlags(input, context),
  },
  slots: { ...emulatorSlots, enterGuest, deliver },
  answers: {
    coincidentCauses: 'successive',
    breakpointBitsOnStep: 'cleared',
    disabledSlotBits: 'clear',
    undefinedBreakpoint: 'misses',
    resumeFlagMidRepeat: 'set',
    resumeFlagOnHostBreakpoint: 'hits',
    stepOverSoftwareInterrupt: 'handler-entry',
    stepOnEvent: 'after-first-instruction',
    outputExitRip: 'next',
    storeExitRip: 'next',
    unknownControlBits: 'ignored',
    reservedDebugBits: 'raw',
    registerWriteAfterInjection: 'dropped',
    repeatedInputExit: 'all-iterations',
  },
})
