/**
 * Linux 6.1: the guest's PSTATE.SS is kept over each entry, and a step that is pending stays so.
 * Source: Linux 6.1 arch/arm64/kvm/{debug.c,arm.c,guest.c,handle_exit.c}; measured on 6.1 and 6.12, which differ in one
 * thing only.
 */
import { bic, lowBytes, ones, u64 } from '../../bits.ts'
import { linux, measured, source, targets } from '../../citations.ts'
import { type Machine, osLocked, type Slots } from '../machine.ts'
import { mdscr as bits, ssOf, withSs } from '../registers.ts'
import type { Exit } from '../run.ts'
import { idealSlots } from '../slots.ts'
import { classOf, EC, isStep } from '../syndrome.ts'
import { writeGpr } from '../vcpu.ts'
import { ideal } from './ideal.ts'
import {
  adjustPc,
  completeAccess as completeAnswered,
  enterUntilExit,
  hostDebugs,
  hostSteps,
  injectLater,
  maskedMdscr,
  retireLater,
  stateOf,
  usesHardware,
} from './kvm-state.ts'
import { enterGuestAdjusting, lazySlots, saveNative, setUpRegisters, setUpTraps } from './lazy-debug.ts'
import { commonMeasurements, linuxAnswers } from './linux-before-6.1.ts'
import { kernel, type Variant } from './variant.ts'

/** Guest debugging, or the guest's OS lock, which is emulated in the same place. */
const isSetUp = (m: Machine): boolean => hostDebugs(m) || osLocked(m.v)

/** MDSCR_EL1 while the guest runs. A locked guest has no breakpoints or watchpoints of its own. */
const effectiveMdscr = (m: Machine): bigint => {
  const { v } = m
  if (!isSetUp(m)) return v.mdscr
  const masked = maskedMdscr(m, v.mdscr)
  if (usesHardware(m)) return u64(masked | bits.MDE)
  return osLocked(v) ? bic(masked, bits.MDE) : masked
}

/** `kvm_arm_setup_debug()` */
const setUpDebug = (m: Machine): void => {
  const { v } = m
  const state = stateOf(m)
  setUpTraps(m, osLocked(v))
  if (isSetUp(m)) state.preservedSs = ssOf(v.pstate)
  if (hostSteps(m)) v.pstate = withSs(v.pstate, state.hostPending ? 0 : 1)
  setUpRegisters(m, effectiveMdscr(m))
}

/** `kvm_arm_clear_debug()` */
const exitGuest: Slots['exitGuest'] = (m) => {
  const { v } = m
  const state = stateOf(m)
  if (!isSetUp(m)) saveNative(m)
  else {
    if (hostSteps(m) && ssOf(v.pstate) === 0) state.hostPending = true
    v.pstate = withSs(v.pstate, state.preservedSs)
    // `guest_debug_preserved.mdscr_el1` has 32 bits.
    v.mdscr = lowBytes(v.mdscr, 4)
  }
  state.dirty = false
}

/**
 * `kvm_handle_mmio_return()`: while an exception is pending it returns without a word, and the access stays one that is
 * to be completed. With `immediate_exit` the exception is then committed, and the next KVM_RUN, whose last exit is still
 * the one for MMIO, completes the access: it writes the register, and skips the first instruction of the handler.
 */
const completeAccess: Slots['completeAccess'] = (m) => {
  const state = stateOf(m)
  const { needed } = state
  if (!needed) return completeAnswered(m)
  state.needed = null
  if (needed.direction === 'read') writeGpr(m.v, needed.rt, BigInt.asUintN(8 * needed.size, needed.data))
  return m.slots.retire(m, 'userspace')
}

/** KVM_RUN. What was put off is committed before userspace sees the vCPU: on the guest's PSTATE, not the step's. */
const run: Slots['run'] = (m, immediateExit) => {
  const { mmio, abort } = m.v
  m.slots.completeAccess(m)
  if (immediateExit && abort !== null) stateOf(m).needed = mmio
  const exit: Exit = immediateExit ? { reason: 'interrupted' } : enterUntilExit(m)
  adjustPc(m)
  return exit
}

/** `kvm_handle_guest_debug()`: a step that was reported is not pending any more. */
const debugExit: Slots['debugExit'] = (m, esr, far) => {
  if (isStep(esr)) stateOf(m).hostPending = false
  return idealSlots.debugExit(m, esr, far)
}

/**
 * `inject_abt64()` shifts the exception class as a signed number, and ESR_EL1 has 64 bits: the whole upper half is set.
 */
const inject: Slots['inject'] = (m, esr, far) =>
  injectLater(m, classOf(esr) === EC.dataAbortLower ? u64(esr | ones(32, 32)) : esr, far)

/** KVM_SET_GUEST_DEBUG without ENABLE forgets a pending step. */
export const perform: Slots['perform'] = (m, action, layout) => {
  const result = idealSlots.perform(m, action, layout)
  if (action.do === 'set-guest-debug' && m.v.control === 0) stateOf(m).hostPending = false
  return result
}

/** What was measured on 6.1 and 6.12. */
export const campaignMeasurements = [
  measured(
    targets.arm64Campaigns,
    'bits 63:32 of the guest’s MDSCR_EL1 are lost at the first exit under guest debugging (6.1 and 6.12)',
  ),
  measured(
    targets.arm64Campaigns,
    'a load that userspace aborts is completed after all if KVM_RUN with immediate_exit follows (6.1 and 6.12)',
  ),
]

/** Linux 6.1. */
export const linux61: Variant = kernel({
  id: 'arm64/linux-6.1',
  summary: 'Linux 6.1: the guest’s SS is kept over each entry, and a pending step stays pending',
  base: ideal,
  cites: [
    source('Linux 6.1 arch/arm64/kvm/{debug.c,arm.c,guest.c,handle_exit.c}'),
    linux('34fbdee086cf', 'KVM: arm64: Preserve PSTATE.SS for the guest while single-step is enabled, 2022'),
    linux(
      '370531d1e95b',
      'KVM: arm64: Clear PSTATE.SS when the Software Step state was Active-pending, 2022',
    ),
    ...commonMeasurements,
    measured(
      targets.arm64,
      'ENABLE alone leaves the guest’s breakpoints in force and its PSTATE.SS as it was',
    ),
    ...campaignMeasurements,
    measured(
      targets.arm64Campaigns,
      'ESR_EL1 of an external abort that userspace asks for has bits 63:32 set (6.1 alone)',
    ),
    source('KVM_RUN with immediate_exit after an MMIO exit under a step: derived from arm.c', 'derived'),
  ],
  slots: {
    ...lazySlots,
    run,
    enterGuest: enterGuestAdjusting(setUpDebug, adjustPc),
    exitGuest,
    retire: retireLater,
    inject,
    completeAccess,
    debugExit,
    perform,
  },
  answers: linuxAnswers,
})
