/**
 * Stock kernels with kvm-amd, as measured under QEMU’s CPU: guest code runs on the CPU, and in KVM’s emulator where
 * KVM makes the access itself.
 */

import { u64 } from '../../bits.ts'
import { measured, source, targets, threads } from '../../citations.ts'
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import type { Answers } from '../choices.ts'
import { DR7 } from '../registers.ts'
import { isSoftwareInterrupt } from '../rules/step.ts'
import type { Rules } from '../rules.ts'
import { checkEffective, emulatorRules } from './emulator.ts'
import { ideal } from './ideal.ts'
import { executeSlotsAt, svmSlots } from './svm-slots.ts'
import { kernel, type Variant } from './variant.ts'

/** The rules of what the CPU executes. */
const nativeRules: Partial<Rules> = {
  mergeDr6: emulatorRules.mergeDr6!,
  // QEMU's CPU looks at the privilege level before it looks at CR4.DE.
  moveDebugRegister: (input, context) =>
    input.cpl > 0 ? { result: '#GP' } : ideal.rules.moveDebugRegister(input, context),
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
  // REP string instructions stop once more behind their last iteration: QEMU's CPU.
  repeat: ({ remaining }) => ({ iterations: Math.min(1, remaining), ends: remaining === 0 }),
  checkBeforeEmulation: (input, context) => {
    const found = ideal.rules.checkBeforeEmulation(input, context)
    if (found.result === 'proceed') return found
    const { db, dr7 } = context.rules.effectiveDebugRegisters(input, context)
    const more = executeSlotsAt(input.rip, db, dr7)
    return {
      ...found,
      exit: found.exit && { ...found.exit, dr6: u64(found.exit.dr6 | more) },
      payload: found.payload === null ? null : u64(found.payload | more),
      guestDr6: found.result === 'deliver-to-guest' ? u64(found.guestDr6 | more) : found.guestDr6,
    }
  },
  // One bit for both kinds of shadow; a code breakpoint right after MOV SS hits.
  shadowAfter: ({ instruction }, context) =>
    ideal.rules.shadowAfter({ instruction, interruptFlag: false }, context) === 'none'
      ? 'none'
      : 'sti-or-mov-ss',
  codeBreakpointInhibited: ({ rf }) => rf,
  // VMRUN has set the bit of DR7 that is always 1.
  debugExit: (input, context) =>
    ideal.rules.debugExit({ ...input, dr7: u64(input.dr7 | DR7.reset) }, context),
}

const nativeAnswers: Answers = {
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

/** The rules of what KVM's emulator executes. */
const emulatorPath = {
  rules: {
    ...ideal.rules,
    ...nativeRules,
    ...emulatorRules,
    shadowAfter: (input, context) =>
      emulatorRules.shadowAfter!(input, context) === 'none' ? 'none' : 'sti-or-mov-ss',
    // SYSRET is not decoded; IRET, like INT n, is for real mode.
    canExecute: (input, context) =>
      emulatorRules.canExecute!(input, context) &&
      input.instruction !== 'sysret' &&
      !(input.mode === 'long' && input.instruction === 'iret'),
  } satisfies Rules,
  answers: {
    resumeFlagOnHostBreakpoint: 'hits',
    undefinedBreakpoint: 'misses',
    outputExitRip: 'next',
    storeExitRip: 'next',
  },
} as const

/** Linux 6.1 with kvm-amd. */
export const linux61Svm: Variant = kernel({
  id: 'x86/linux-6.1-svm',
  summary: 'Linux 6.1 with kvm-amd: the CPU runs the guest, KVM emulates what it intercepts',
  base: ideal,
  cites: [
    source('Linux 6.1 arch/x86/kvm: svm/svm.c, x86.c, emulate.c'),
    measured(targets.svm, 'random programs of every class, none of which differs from this variant'),
  ],
  rules: nativeRules,
  slots: svmSlots({ emulator: emulatorPath, mergesWhenQueued: true }),
  answers: nativeAnswers,
})

/** The newest kernel: its emulator compares the effective registers only, and knows whose a #DB is. */
export const linux72Svm: Variant = kernel({
  id: 'x86/linux-7.2-svm',
  summary: 'Linux 7.2 with kvm-amd: the CPU runs the guest, KVM emulates what it intercepts',
  base: ideal,
  cites: [
    threads.debugExceptionsDuringEmulation,
    measured(targets.svm, 'random programs of every class, none of which differs from this variant'),
  ],
  rules: {
    ...nativeRules,
    setGuestDebug: ideal.rules.setGuestDebug,
  },
  slots: svmSlots({
    emulator: {
      ...emulatorPath,
      rules: {
        ...emulatorPath.rules,
        checkBeforeEmulation: checkEffective,
        generalDetectDr7: ideal.rules.generalDetectDr7,
        debugExceptionOwner: ideal.rules.debugExceptionOwner,
        setGuestDebug: ideal.rules.setGuestDebug,
      },
    },
    mergesWhenQueued: false,
  }),
  answers: nativeAnswers,
})
