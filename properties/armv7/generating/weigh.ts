/**
 * Choices that are not all as likely.
 */
import fc, { type Arbitrary } from 'fast-check'

/** One of several, each with its weight. */
export const weigh = <T>(choices: readonly (readonly [number, Arbitrary<T>])[]): Arbitrary<T> =>
  fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })))
