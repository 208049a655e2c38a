/**
 * `guest-debug-oracle/vectors`: vector files from a program. The published files themselves are at
 * `guest-debug-oracle/vectors/NAME.json`, their JSON Schema at `guest-debug-oracle/schemas/vectors.schema.json`.
 *
 * @example A function of your own against a file:
 * ```js
 * import { compareAnswer, expectationOf, openVectors } from 'guest-debug-oracle/vectors'
 *
 * const file = await openVectors('vectors/x86-merge-dr6.json')
 * for await (const test of file.tests())
 *   for (const { field, expected, actual } of compareAnswer(expectationOf(file.header, test, 'x86/ideal'), mine(test.input)))
 *     console.log(test.id, field, expected, actual)
 * ```
 */
export { canonicalJson } from './oracles/vectors/canonical.ts'
export * from './oracles/vectors/envelope.ts'
export { admits, compareAnswer, type FieldMismatch } from './oracles/vectors/facts.ts'
export { type OpenVectors, openVectors } from './oracles/vectors/read.ts'
export {
  type Mismatch,
  modelRespondent,
  type Outcome,
  type Respondent,
  type Verified,
  verifyVectors,
} from './oracles/vectors/verify.ts'
