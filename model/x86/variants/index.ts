/**
 * All variants of the x86 machine that ship with the package.
 */
import { historicalVariants } from './historical/index.ts'
import { ideal } from './ideal.ts'
import { effective2026, linux61Svm, linux61Vmx, linux72Svm, linux72Vmx, linux618Pvm } from './kernels.ts'
import { mutantsOf2013 } from './mutants-2013.ts'
import { mutantsOfEmulator } from './mutants-emulator.ts'
import { mutantsOfIdeal } from './mutants-ideal.ts'
import { patch2013 } from './patch-2013.ts'
import type { Variant } from './variant.ts'

export const variants: readonly Variant[] = [
  ideal,
  patch2013,
  linux618Pvm,
  linux61Svm,
  linux72Svm,
  linux61Vmx,
  linux72Vmx,
  effective2026,
  ...historicalVariants,
  ...mutantsOf2013,
  ...mutantsOfEmulator,
  ...mutantsOfIdeal,
]
