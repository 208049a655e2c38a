/**
 * What decisions of the x86 machine leave open: breakpoint slots that may hit or not.
 */
import type { OpenAnswers } from '../decisions/answers.ts'

/** Why a slot may hit or not. */
const UNDEFINED_ENCODING = 'undefined-encoding'

/** The output field that says which slots may hit: in vectors it is the mask of `hits`. */
const MAY_HIT = 'mayHit'

const SLOT_MASK = 0xf

/** Slots that may hit, and need not, are masked out. */
export const slotsThatMayHit: OpenAnswers = {
  areOf: (outputs) => Object.hasOwn(outputs, MAY_HIT),
  outputs: ({ [MAY_HIT]: _, ...others }) => others,
  reasons: {
    [UNDEFINED_ENCODING]: 'The manual leaves the encoding of this slot in DR7 undefined: it may hit or not.',
  },
  facts: (answer) => {
    const { [MAY_HIT]: mayHit, hits, ...others } = answer
    if (typeof mayHit !== 'number' || typeof hits !== 'number') throw new Error('slots are numbers')
    const open = mayHit & ~hits
    if (open === 0) return { ...others, hits }
    return { ...others, hits: { value: hits, mask: SLOT_MASK & ~open, reason: UNDEFINED_ENCODING } }
  },
}
