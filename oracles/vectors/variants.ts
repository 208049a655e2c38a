/**
 * Whose expectations a file has.
 */
import type { MachineTypes } from '../../properties/machine.ts'
import type { VariantText } from './envelope.ts'

/** A variant of any machine. */
export type AnyVariant = MachineTypes['Variant']

/** What ships as right or as real: the ideal machine, patches and kernels. */
export const isExported = ({ status }: AnyVariant): boolean => ['ideal', 'patch', 'kernel'].includes(status)

/** What a vector may convict: the bugs of the past, and mutants. */
export const isWrongForm = ({ status }: AnyVariant): boolean => status === 'historical' || status === 'mutant'

/** Variants as the header has them. */
export const variantTexts = (variants: readonly AnyVariant[]): VariantText[] =>
  variants.map(({ id, status, summary, cites }) => ({ id, status, summary, cites }))
