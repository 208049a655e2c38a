/**
 * All variants of the armv7 machine that ship with the package.
 */
import { designVariants } from './designs.ts'
import { historicalVariants } from './historical.ts'
import { ideal } from './ideal.ts'
import { mutantsOfIdeal } from './mutants/index.ts'
import type { Variant } from './variant.ts'

export const variants: readonly Variant[] = [
  ideal,
  ...designVariants,
  ...historicalVariants,
  ...mutantsOfIdeal,
]
