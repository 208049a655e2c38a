/**
 * Whose expectations a file has.
 */
import type { Variant } from '../../model/x86/index.ts'
import type { VariantText } from './envelope.ts'

/** What ships as right or as real: the ideal machine, patches and kernels. */
export const isExported = ({ status }: Variant): boolean => ['ideal', 'patch', 'kernel'].includes(status)

/** What a vector may convict: the bugs of the past, and mutants. */
export const isWrongForm = ({ status }: Variant): boolean => status === 'historical' || status === 'mutant'

/** Variants as the header has them. */
export const variantTexts = (variants: readonly Variant[]): VariantText[] =>
  variants.map(({ id, status, summary, cites }) => ({ id, status, summary, cites }))
