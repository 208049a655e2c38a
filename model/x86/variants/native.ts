/**
 * Stock kernels with kvm-amd or kvm-intel: guest code runs on the CPU, and in KVM’s emulator where KVM makes the access
 * itself. Here is what both vendors share, and in what kernels differ.
 */
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import type { Answers } from '../choices.ts'
import { isSoftwareInterrupt } from '../rules/step.ts'
import type { Rules } from '../rules.ts'
import { checkEffective, emulatorRules } from './emulator.ts'
import { ideal } from './ideal.ts'
import type { EmulatorPath, NativeKernel } from './native-slots.ts'

/** The rules of what the CPU executes. */
export const nativeRules: Partial<Rules> = {
  mergeDr6: emulatorRules.mergeDr6!,
  setGuestDebug: emulatorRules.setGuestDebug!,
  flagsAfterControlChange: emulatorRules.flagsAfterControlChange!,
  exceptionShown: emulatorRules.exceptionShown!,
  // KVM hides the TF that it has set; the guest's own instructions see the CPU's.
  visibleFlags: emulatorRules.visibleFlags!,
  guestFlags: ({ rflags }) => rflags,
  // A step is a trap of the CPU: TF when the instruction began, whoever set it.
  singleStepDue: ({ guestTf, instruction, taken }) => guestTf && !(taken && isSoftwareInterrupt(instruction)),
  // The port intercept comes before the CPU compares I/O breakpoints, and KVM does not.
  matchIoBreakpoints: () => ({ hits: 0, mayHit: 0 }),
  // #BP is queued with RIP as it is.
  injectedReturnIp: ({ rip }) => rip,
  eventDeliverable: ({ event, shadow, control }) =>
    event === 'interrupt' || (shadow === 'none' && !inForce(control, GUESTDBG.BLOCKIRQ)),
}

export const nativeAnswers: Answers = {
  coincidentCauses: 'successive',
  breakpointBitsOnStep: 'cleared',
  undefinedBreakpoint: 'hits',
  resumeFlagMidRepeat: 'set',
  resumeFlagOnHostBreakpoint: 'suppressed',
  stepOverSoftwareInterrupt: 'handler-entry',
  stepOnEvent: 'after-first-instruction',
  outputExitRip: 'instruction',
  storeExitRip: 'next',
  unknownControlBits: 'ignored',
  reservedDebugBits: 'raw',
  registerWriteAfterInjection: 'dropped',
  repeatedInputExit: 'all-iterations',
}

/** In what a kernel differs from another one, whatever the CPU. */
export interface Series extends Pick<NativeKernel, 'mergesWhenQueued'> {
  /** Rules of either path. */
  readonly rules: Partial<Rules>
  /** Rules of what KVM's emulator executes. */
  readonly emulatorRules: Partial<Rules>
}

export const linux61: Series = { rules: {}, emulatorRules: {}, mergesWhenQueued: true }

/** Its emulator compares the effective registers only, and knows whose a #DB is. */
export const linux72: Series = {
  rules: { setGuestDebug: ideal.rules.setGuestDebug },
  emulatorRules: {
    checkBeforeEmulation: checkEffective,
    generalDetectDr7: ideal.rules.generalDetectDr7,
    debugExceptionOwner: ideal.rules.debugExceptionOwner,
  },
  mergesWhenQueued: false,
}

/**
 * A kernel's emulator.
 *
 * @param vendorRules rules of what the CPU executes, which the vendor's module and its CPU replace.
 * @param ofEmulator the same of what the emulator executes.
 */
export const emulatorOf = (
  series: Series,
  vendorRules: Partial<Rules>,
  ofEmulator: Partial<Rules>,
): EmulatorPath => ({
  rules: {
    ...ideal.rules,
    ...nativeRules,
    ...vendorRules,
    ...emulatorRules,
    // SYSRET is not decoded; IRET, like INT n, is for real mode.
    canExecute: (input, context) =>
      emulatorRules.canExecute!(input, context) &&
      input.instruction !== 'sysret' &&
      !(input.mode === 'long' && input.instruction === 'iret'),
    ...ofEmulator,
    ...series.rules,
    ...series.emulatorRules,
  },
  answers: {
    resumeFlagOnHostBreakpoint: 'hits',
    undefinedBreakpoint: 'misses',
    outputExitRip: 'next',
    storeExitRip: 'next',
  },
})
