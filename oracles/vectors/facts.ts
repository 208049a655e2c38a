/**
 * Whether something seen is what a vector allows.
 */
import { sameJson } from './canonical.ts'
import { type AllowedAnswer, type Expectation, type Fact, isLoose } from './envelope.ts'

/** A hex string or a slot mask as a number; `null` for anything else. */
const numberOf = (value: unknown): bigint | null => {
  if (typeof value === 'number') return BigInt(value)
  return typeof value === 'string' && /^0x[0-9a-f]+$/i.test(value) ? BigInt(value) : null
}

/** Whether a field may be what was seen; `undefined` stands for a field that is not there. */
export const admits = (fact: Fact | undefined, seen: unknown): boolean => {
  if (!isLoose(fact)) return sameJson(fact ?? null, seen ?? null)
  if (!('mask' in fact)) return true
  const [value, mask, found] = [fact.value, fact.mask, seen].map(numberOf)
  if (typeof value !== 'bigint' || typeof mask !== 'bigint' || typeof found !== 'bigint') return false
  return ((found ^ value) & mask) === 0n
}

/** A field of an answer that no alternative allows together with the others. */
export interface FieldMismatch {
  readonly field: string
  readonly expected: Fact | undefined
  readonly actual: unknown
}

/** Where an answer and one alternative differ. */
const mismatches = (
  { output }: AllowedAnswer,
  answer: { readonly [field: string]: unknown },
): FieldMismatch[] =>
  [...new Set([...Object.keys(output), ...Object.keys(answer)])].flatMap((field) =>
    admits(output[field], answer[field]) ? [] : [{ field, expected: output[field], actual: answer[field] }],
  )

/** The differences from the nearest alternative; none if the answer is allowed. */
export const compareAnswer = (
  { allowed }: Expectation<AllowedAnswer>,
  answer: { readonly [field: string]: unknown },
): readonly FieldMismatch[] => {
  let nearest: FieldMismatch[] | null = null
  for (const alternative of allowed) {
    const found = mismatches(alternative, answer)
    if (found.length === 0) return []
    if (!nearest || found.length < nearest.length) nearest = found
  }
  return nearest ?? []
}
