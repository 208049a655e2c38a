/**
 * Variants of the x86 machine, and the functions that make them.
 */
import { type Changes, derive, type VariantOf } from '../../variant.ts'
import type { Answers } from '../choices.ts'
import type { Slots } from '../machine.ts'
import type { Rules } from '../rules.ts'

/** A variant of the x86 machine. */
export type Variant = VariantOf<Rules, Slots, Answers>

/** What a variant of the x86 machine changes against its base. */
export type X86Changes = Changes<Rules, Slots, Answers>

/** A patch as it was posted. */
export const patch = (changes: X86Changes): Variant => derive('patch', changes)
/** A kernel as it was measured. */
export const kernel = (changes: X86Changes): Variant => derive('kernel', changes)
/** A bug that a kernel once had. */
export const historical = (changes: X86Changes): Variant => derive('historical', changes)
/** A small wrong form that the properties must reject. */
export const mutant = (changes: X86Changes): Variant => derive('mutant', changes)
