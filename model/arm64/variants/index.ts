/**
 * All variants of the arm64 machine that ship with the package.
 */
import { historicalVariants } from './historical.ts'
import { ideal } from './ideal.ts'
import { linux61 } from './linux-6.1.ts'
import { linux612 } from './linux-6.12.ts'
import { linux614 } from './linux-6.14.ts'
import { linux72 } from './linux-7.2.ts'
import { linux43, linux50, linux415, linux511 } from './linux-before-6.1.ts'
import { mutantsOfIdeal } from './mutants.ts'
import { bicReview, maskingMutants, v1Patch } from './patch-2014.ts'
import type { Variant } from './variant.ts'

export const variants: readonly Variant[] = [
  ideal,
  v1Patch,
  bicReview,
  linux43,
  linux415,
  linux50,
  linux511,
  linux61,
  linux612,
  linux614,
  linux72,
  ...historicalVariants,
  ...maskingMutants,
  ...mutantsOfIdeal,
]
