/**
 * Small wrong forms that the properties must reject: for every property at least one.
 */
import type { Variant } from '../variant.ts'
import { accessMutants } from './accesses.ts'
import { dscrMutants } from './dscr.ts'
import { eventMutants } from './events.ts'
import { pairMutants } from './pairs.ts'
import { trapMutants } from './traps.ts'

/** All mutants. */
export const mutantsOfIdeal: readonly Variant[] = [
  ...trapMutants,
  ...dscrMutants,
  ...pairMutants,
  ...accessMutants,
  ...eventMutants,
]
