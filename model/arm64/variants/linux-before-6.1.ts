/**
 * Linux 4.3 to 6.0: the host's step is armed at every entry, and the guest's PSTATE.SS is not kept.
 * Source: Linux 4.x arch/arm64/kvm; what follows from the order of its steps is derived, and was not measured.
 */

import { u64 } from '../../bits.ts'
import { measured, source, targets } from '../../citations.ts'
import type { Machine } from '../machine.ts'
import { performed, type Slots } from '../machine.ts'
import type { Rules } from '../rules.ts'
import { idealRules } from '../rules.ts'
import type { Exit } from '../run.ts'
import { idealSlots } from '../slots.ts'
import { ideal } from './ideal.ts'
import {
  adjustPc,
  completeSkipped,
  FAKE_STEP,
  hostSteps,
  injectLater,
  injectNow,
  retireLater,
  retireNow,
} from './kvm-state.ts'
import { enterGuestAdjusting, lazySlots, setUpDebug } from './lazy-debug.ts'
import { kernel, type Variant } from './variant.ts'

/** `kvm_run.flags` says nothing about hsr_high before 5.19. */
const withoutHsrHigh: Rules['debugExit'] = (input, context) => ({
  ...idealRules.debugExit(input, context),
  hsrHigh: null,
})

const before519: Partial<Rules> = {
  debugExit: withoutHsrHigh,
  // OSLAR is write-ignored: the guest has no OS lock (emulated from 5.18 on).
  accessOsLock: (input, context) => ({ ...idealRules.accessOsLock(input, context), oslsr: input.oslsr }),
}

/** The skip of these kernels does not touch PSTATE.SS, and comes before the exit for MMIO. */
const before50: Partial<Rules> = {
  ...before519,
  retireEmulated: (input, context) => ({
    ...idealRules.retireEmulated(input, context),
    pstate: input.pstate,
  }),
  mmioExitPc: ({ pc }) => u64(pc + 4n),
}

/** KVM_CAP_ARM_INJECT_EXT_DABT came with 5.5: before, the field is reserved. */
const performWithoutAbort: Slots['perform'] = (m, action, layout) =>
  action.do === 'fault-mmio' ? performed('EINVAL') : idealSlots.perform(m, action, layout)

const answers = {
  guestBreakpointsWithoutUseHw: 'exit',
  brkWithoutUseSwBp: 'exit',
  slotsBeyondCapability: 'ignored',
  guestStepBit: 'as-at-attach',
} as const

const debugC = source('Linux 4.x and 6.1 arch/arm64/kvm/debug.c, kvm_arm_setup_debug()')
const derived = source('the order of these steps, which no kernel of this age was measured for', 'derived')

/** Linux 4.3 to 4.14. */
export const linux43: Variant = kernel({
  id: 'arm64/linux-4.3',
  summary:
    'Linux 4.3 to 4.14: SS is set at every entry, and skipping an emulated instruction does not clear it',
  base: ideal,
  cites: [debugC, derived],
  rules: before50,
  slots: { ...lazySlots, completeAccess: completeSkipped, perform: performWithoutAbort },
  answers,
})

/** `kvm_arm_handle_step_debug()`: the exit that stands for the step over what KVM emulated. */
const fakeStep = (m: Machine): Exit | null => (hostSteps(m) ? m.slots.debugExit(m, FAKE_STEP, 0n) : null)

/** Linux 4.15 to 4.20. */
export const linux415: Variant = kernel({
  id: 'arm64/linux-4.15',
  summary: 'Linux 4.15 to 4.20: after an emulated instruction the exit of a host step is made up',
  base: linux43,
  cites: [
    debugC,
    source('Alex Bennée, 2017: handle single-stepping trapped instructions, userspace MMIO', 'recalled'),
    derived,
  ],
  slots: {
    retire: (m, doneBy) => retireNow(m, doneBy) ?? fakeStep(m),
    inject: (m, esr, far) => injectNow(m, esr, far) ?? fakeStep(m),
    completeAccess: (m) => {
      const waits = m.v.mmio !== null
      return completeSkipped(m) ?? (waits ? fakeStep(m) : null)
    },
  },
})

/** Linux 5.0 to 5.10. */
export const linux50: Variant = kernel({
  id: 'arm64/linux-5.0',
  summary:
    'Linux 5.0 to 5.10: the skip clears SS, but before the set-up of the next entry, which sets it again',
  base: ideal,
  cites: [
    debugC,
    source(
      'Linux bd7d95cafb49 (arm64: KVM: Consistently advance singlestep when emulating instructions), 2018',
    ),
    derived,
  ],
  rules: before519,
  slots: { ...lazySlots, perform: performWithoutAbort },
  answers,
})

/** Linux 5.11 to 6.0. */
export const linux511: Variant = kernel({
  id: 'arm64/linux-5.11',
  summary:
    'Linux 5.11 to 6.0: the skip is put off until after the set-up, so that the SS it clears stays clear',
  base: linux50,
  cites: [debugC, source('Linux 6.1 arch/arm64/kvm/hyp/include/hyp/adjust_pc.h'), derived],
  slots: {
    enterGuest: enterGuestAdjusting(setUpDebug, adjustPc),
    retire: retireLater,
    inject: injectLater,
    perform: idealSlots.perform,
  },
})

/** Where these kernels and the measured ones agree. */
export const commonMeasurements = [
  measured(targets.arm64, 'host steps over plain, emulated and trapping instructions'),
  measured(targets.arm64, 'BRK, breakpoints and watchpoints of host and guest'),
] as const
export { answers as linuxAnswers }
