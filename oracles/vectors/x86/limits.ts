/**
 * Programs of which nothing is said under a variant: those that the model has no words for, and those that the
 * variant's kernel was never measured on.
 */
import type { Program, Variant } from '../../../model/x86/index.ts'
import { effective2026, linux618Pvm } from '../../../model/x86/variants/kernels.ts'
import { type Limit, PVM_LIMITS, unsupportedOn } from '../../targets/x86/unsupported.ts'

const LIMITS: ReadonlyMap<Variant, readonly Limit[]> = new Map([
  [linux618Pvm, PVM_LIMITS],
  [effective2026, PVM_LIMITS],
])

/**
 * Whether something is said of a program under a variant.
 *
 * @throws InputError if the program cannot be laid out.
 */
export const isSupported = (program: Program, variant: Variant): boolean =>
  unsupportedOn(program, variant, LIMITS.get(variant) ?? []) === null
