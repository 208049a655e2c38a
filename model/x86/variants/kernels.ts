/**
 * Kernels as they were measured, each named after the kernel and the path that its guest code takes.
 */
import { linux, measured, targets, threads } from '../../citations.ts'
import { idealRules } from '../rules.ts'
import { checkEffective } from './emulator.ts'
import { linux618Pvm } from './linux-6.18-pvm.ts'
import { linux61Svm, linux72Svm } from './linux-svm.ts'
import { linux61Vmx, linux72Vmx } from './linux-vmx.ts'
import { kernel, type Variant } from './variant.ts'

export { linux61Svm, linux61Vmx, linux72Svm, linux72Vmx, linux618Pvm }

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
