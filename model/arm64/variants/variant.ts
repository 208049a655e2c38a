/**
 * Variants of the arm64 machine, and the functions that make them.
 */
import { type Changes, derive, type VariantOf } from '../../variant.ts'
import type { Answers } from '../choices.ts'
import type { Slots } from '../machine.ts'
import type { Rules } from '../rules.ts'

/** A variant of the arm64 machine. */
export type Variant = VariantOf<Rules, Slots, Answers>

/** What a variant of the arm64 machine changes against its base. */
export type Arm64Changes = Changes<Rules, Slots, Answers>

/** A patch as it was posted. */
export const patch = (changes: Arm64Changes): Variant => derive('patch', changes)
/** A kernel as it was measured or read. */
export const kernel = (changes: Arm64Changes): Variant => derive('kernel', changes)
/** A bug that a kernel once had. */
export const historical = (changes: Arm64Changes): Variant => derive('historical', changes)
/** A small wrong form that the properties must reject. */
export const mutant = (changes: Arm64Changes): Variant => derive('mutant', changes)
