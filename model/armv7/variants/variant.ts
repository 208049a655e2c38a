/**
 * Variants of the armv7 machine, and the functions that make them.
 */
import { type Changes, derive, type VariantOf } from '../../variant.ts'
import type { Answers } from '../choices.ts'
import type { Slots } from '../machine.ts'
import type { Rules } from '../rules.ts'

/** A variant of the armv7 machine. */
export type Variant = VariantOf<Rules, Slots, Answers>

/** What a variant of the armv7 machine changes against its base. */
export type Armv7Changes = Changes<Rules, Slots, Answers>

/** A design as it was posted or proposed. */
export const patch = (changes: Armv7Changes): Variant => derive('patch', changes)
/** A kernel as it was read. */
export const kernel = (changes: Armv7Changes): Variant => derive('kernel', changes)
/** A bug that a kernel or an emulator once had. */
export const historical = (changes: Armv7Changes): Variant => derive('historical', changes)
/** A small wrong form that the properties must reject. */
export const mutant = (changes: Armv7Changes): Variant => derive('mutant', changes)
