/**
 * Stock kernels with kvm-intel, as measured under Bochs’s CPU.
 */
import { u64 } from '../../bits.ts'
import { measured, source, targets } from '../../citations.ts'
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import { legaliseDr7 } from '../registers.ts'
import type { Rules } from '../rules.ts'
import { ideal } from './ideal.ts'
import { emulatorOf, linux61, linux72, nativeAnswers, nativeRules, type Series } from './native.ts'
import { nativeSlots } from './native-slots.ts'
import { kernel, type Variant } from './variant.ts'
import { vmx } from './vmx-slots.ts'

/** The rules of kvm-intel, and of a CPU that does as Intel's manual says. */
const vmxRules: Partial<Rules> = {
  // `handle_dr()`: a general detect is the host's under USE_HW_BP, not under SINGLESTEP alone.
  debugExceptionOwner: (input, context) =>
    input.cause === 'general-detect' && !inForce(input.control, GUESTDBG.USE_HW_BP)
      ? 'guest'
      : ideal.rules.debugExceptionOwner(input, context),
  // The CPU decides, whatever vendor the guest's CPUID names.
  codeBreakpointInhibited: ({ rf, movSsShadow }) => rf || movSsShadow,
  // DR7 has been in the CPU, which has its fixed bits. The exit of an INT3 has neither DR6 nor DR7;
  // that of a general detect has gone through an int.
  debugExit: (input, context) => {
    const found = ideal.rules.debugExit({ ...input, dr7: legaliseDr7(input.dr7) }, context)
    if (input.exception === 3) return { ...found, dr7: null }
    return input.cause === 'general-detect' && found.dr7 !== null
      ? { ...found, dr7: u64(BigInt.asIntN(32, found.dr7)) }
      : found
  },
}

const ofSeries = (series: Series) => ({
  rules: { ...nativeRules, ...vmxRules, ...series.rules },
  slots: nativeSlots({ ...series, emulator: emulatorOf(series, vmxRules, {}) }, vmx),
  answers: { ...nativeAnswers, disabledSlotBits: 'set' as const },
})

/** Linux 6.1 with kvm-intel. */
export const linux61Vmx: Variant = kernel({
  id: 'x86/linux-6.1-vmx',
  summary: 'Linux 6.1 with kvm-intel: the CPU runs the guest, KVM emulates what it intercepts',
  base: ideal,
  cites: [
    source('Linux 6.1 arch/x86/kvm: vmx/vmx.c, x86.c, emulate.c'),
    measured(targets.vmx, 'random programs of every class, none of which differs from this variant'),
  ],
  ...ofSeries(linux61),
})

/** The newest kernel. */
export const linux72Vmx: Variant = kernel({
  id: 'x86/linux-7.2-vmx',
  summary: 'Linux 7.2 with kvm-intel: the CPU runs the guest, KVM emulates what it intercepts',
  base: ideal,
  cites: [measured(targets.vmx, 'random programs of every class, none of which differs from this variant')],
  ...ofSeries(linux72),
})
