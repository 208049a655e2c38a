/**
 * Kernels as they were measured, each named after the kernel and the path that its guest code takes.
 */
import { linux, measured, source, targets, threads } from '../../citations.ts'
import { idealRules } from '../rules.ts'
import { checkEffective, emulatorRules } from './emulator.ts'
import { ideal } from './ideal.ts'
import { kernel, type Variant } from './variant.ts'

/** Iterations of a REP string instruction that the emulator does before it looks up. */
const EMULATOR_BATCH = 1024

/** Linux 6.18 as a PVM host: every instruction of a real-mode guest goes through KVM's emulator. */
export const linux618Pvm: Variant = kernel({
  id: 'x86/linux-6.18-pvm',
  summary: 'Linux 6.18 with the PVM flavour of KVM: real-mode guest code runs in KVM’s instruction emulator',
  base: ideal,
  cites: [
    measured(targets.pvm, 'two campaigns of real-mode programs'),
    source('Linux 6.1 arch/x86/kvm: x86.c, emulate.c'),
  ],
  rules: {
    ...emulatorRules,
    // An OUT or an MMIO write leaves the emulator for userspace with RIP advanced; its step is lost.
    singleStepDue: ({ guestTf, hostStep, userspace }) =>
      (guestTf || hostStep) && userspace !== 'io-write' && userspace !== 'mmio-write',
    repeat: ({ remaining }) => ({
      iterations: Math.min(EMULATOR_BATCH, remaining),
      ends: remaining === 0,
    }),
    repeatInput: ({ remaining }) => remaining,
    injectedReturnIp: ({ rip }) => rip,
    canExecute: ({ instruction }) => instruction !== 'icebp',
  },
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
    unknownControlBits: 'ignored',
    reservedDebugBits: 'raw',
    registerWriteAfterInjection: 'dropped',
    repeatedInputExit: 'all-iterations',
  },
})

/** The series that makes the emulator honour only the effective registers, on the same path. */
export const effective2026: Variant = kernel({
  id: 'x86/effective-2026',
  summary: 'the emulator of 2026: only the effective registers count, and what guest debugging owns exits',
  base: linux618Pvm,
  cites: [
    threads.debugExceptionsDuringEmulation,
    linux('00b6520669bc', 'KVM: x86: honour USE_HW_BP when checking code breakpoints in emulation'),
    linux('51543660c521', 'KVM: x86: MOV DR in emulation'),
    linux('6d79302b0834', 'KVM: x86: step handling in emulation'),
    measured(targets.svm, 'host and guest DR7.GD and code breakpoints under USE_HW_BP, Linux 7.2'),
  ],
  rules: {
    checkBeforeEmulation: checkEffective,
    generalDetectDr7: idealRules.generalDetectDr7,
    debugExceptionOwner: idealRules.debugExceptionOwner,
  },
})
