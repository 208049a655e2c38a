/**
 * Answers as facts: what a decision leaves open is no value of its own in vectors, but not compared, with the reason.
 */
import type { Fields, JsonRecord } from '../../codec.ts'
import type { Decision } from '../../decisions/decision.ts'
import type { Fact } from '../envelope.ts'

/** How a machine says in an answer that something is open. */
export interface OpenAnswers {
  /** Whether answers with these fields are of this form. */
  readonly areOf: (outputs: Fields) => boolean
  /** The fields of an answer in vectors. */
  readonly outputs: (outputs: Fields) => Fields
  /** Why something is not compared, by name. */
  readonly reasons: { readonly [reason: string]: string }
  readonly facts: (answer: JsonRecord) => { readonly [field: string]: Fact }
}

/** Nothing is open. */
const EXACT: OpenAnswers = {
  areOf: () => true,
  outputs: (outputs) => outputs,
  reasons: {},
  facts: (answer) => answer,
}

/** The answers of one decision in vectors. */
export interface AnswersOf extends Pick<OpenAnswers, 'reasons' | 'facts'> {
  readonly outputs: Fields
  /** What somebody else answered, without the fields that vectors do not have. */
  readonly seen: (answer: { readonly [field: string]: unknown }) => { readonly [field: string]: unknown }
}

/** The answers of a decision of a machine that leaves something open in these forms. */
export const answersOf = (
  { outputFields }: Pick<Decision, 'outputFields'>,
  open: readonly OpenAnswers[],
): AnswersOf => {
  const { outputs: outputsOf, reasons, facts } = open.find(({ areOf }) => areOf(outputFields)) ?? EXACT
  const outputs = outputsOf(outputFields)
  const left = new Set(Object.keys(outputFields).filter((name) => !Object.hasOwn(outputs, name)))
  const seen = (answer: { readonly [field: string]: unknown }) =>
    Object.fromEntries(Object.entries(answer).filter(([name]) => !left.has(name)))
  return { outputs, reasons, facts, seen }
}
