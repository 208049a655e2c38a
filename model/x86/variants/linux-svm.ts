/**
 * Stock kernels with kvm-amd, as measured under QEMU’s CPU.
 */
import { u64 } from '../../bits.ts'
import { measured, source, targets, threads } from '../../citations.ts'
import { DR7 } from '../registers.ts'
import type { Rules } from '../rules.ts'
import { emulatorRules } from './emulator.ts'
import { ideal } from './ideal.ts'
import { emulatorOf, linux61, linux72, nativeAnswers, nativeRules, type Series } from './native.ts'
import { nativeSlots } from './native-slots.ts'
import { executeSlotsAt, svm } from './svm-slots.ts'
import { kernel, type Variant } from './variant.ts'

/** The rules of kvm-amd, and of QEMU's CPU. */
const svmRules: Partial<Rules> = {
  // QEMU's CPU looks at the privilege level before it looks at CR4.DE.
  moveDebugRegister: (input, context) =>
    input.cpl > 0 ? { result: '#GP' } : ideal.rules.moveDebugRegister(input, context),
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

const ofEmulator: Partial<Rules> = {
  shadowAfter: (input, context) =>
    emulatorRules.shadowAfter!(input, context) === 'none' ? 'none' : 'sti-or-mov-ss',
}

const ofSeries = (series: Series) => ({
  rules: { ...nativeRules, ...svmRules, ...series.rules },
  slots: nativeSlots({ ...series, emulator: emulatorOf(series, svmRules, ofEmulator) }, svm),
  answers: nativeAnswers,
})

/** Linux 6.1 with kvm-amd. */
export const linux61Svm: Variant = kernel({
  id: 'x86/linux-6.1-svm',
  summary: 'Linux 6.1 with kvm-amd: the CPU runs the guest, KVM emulates what it intercepts',
  base: ideal,
  cites: [
    source('Linux 6.1 arch/x86/kvm: svm/svm.c, x86.c, emulate.c'),
    measured(targets.svm, 'random programs of every class, none of which differs from this variant'),
  ],
  ...ofSeries(linux61),
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
  ...ofSeries(linux72),
})
