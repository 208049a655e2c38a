/**
 * Runs the vectors of a file again, on the model or on a target, and says where something else comes out.
 */
import { InputError } from '../../model/program.ts'
import type { JsonRecord } from '../codec.ts'
import type { Decision } from '../decisions/decision.ts'
import { canonicalJson, sameJson } from './canonical.ts'
import { expectingAll } from './decisions/expect.ts'
import {
  type AllowedAnswer,
  type DecisionVector,
  type Expectation,
  expectationOf,
  type Header,
  type ProgramVector,
  type Vector,
} from './envelope.ts'
import { compareAnswer } from './facts.ts'
import { vectorMachine, vectorMachines } from './machines.ts'
import { type ProgramsOf, programsId } from './programs/machine.ts'
import { programText, runsOf } from './programs/program-vector.ts'
import type { OpenVectors } from './read.ts'
import type { AnyVariant } from './variants.ts'

/** One field that is not as the vector has it. */
export interface Mismatch {
  /** The variant whose expectation it is. */
  readonly variant: string
  readonly field: string
  readonly expected: string
  readonly actual: string
}

/** How one vector fared. */
export type Outcome =
  | { readonly kind: 'agreed' }
  | { readonly kind: 'differs'; readonly mismatches: readonly Mismatch[] }
  /** Nothing can be said of it here, and why. */
  | { readonly kind: 'skipped'; readonly reason: string }
  /** The target failed at it. */
  | { readonly kind: 'failed'; readonly reason: string }

/** Whoever answers vectors. */
export interface Respondent {
  /** `the model`, or the name of the target. */
  readonly name: string
  /** Vectors that may be under way at once. */
  readonly inFlight: number
  readonly examine: (vector: Vector) => Promise<Outcome>
}

/** A value as it stands in a message. */
export const valueText = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : typeof value === 'string' ? value : canonicalJson(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

/** What is known here, to find what a file names. */
export interface Known {
  readonly variants: readonly AnyVariant[]
  readonly decisions: readonly Decision[]
}

/**
 * The decision of a file of that kind; `null` for programs.
 *
 * @throws InputError if this release does not have it.
 */
export const subjectOf = ({ path, header }: OpenVectors, { decisions }: Known): Decision | null => {
  const { kind, subject, machine } = header
  const decision = decisions.find(({ id }) => id === subject)
  const isKnown =
    kind === 'decision'
      ? decision?.machine === machine
      : vectorMachines.some(({ name, programs }) => name === machine && programsId(programs) === subject)
  if (!isKnown)
    throw new InputError('GDO-1709', `${path}: ${kind} ${subject} of ${machine} is not known here`)
  return kind === 'decision' ? decision! : null
}

/**
 * The variants of a file, or the one that is asked for.
 *
 * @throws InputError for one that is not known, or that the file has no expectations for.
 */
export const variantsOf = (
  { path, header }: OpenVectors,
  { variants }: Known,
  asked: string | null,
): readonly AnyVariant[] => {
  const ids = header.variants.map(({ id }) => id)
  if (asked !== null && !ids.includes(asked))
    throw new InputError('GDO-1708', `${path}: no expectations for ${asked}; it has ${ids.join(', ')}`)
  return (asked === null ? ids : [asked]).map((id) => {
    const variant = variants.find((each) => each.id === id)
    if (!variant) throw new InputError('GDO-1708', `${path}: the variant ${id} is not known here`)
    return variant
  })
}

/** Names the vector in what is thrown about it. */
const about = <T>(path: string, { id }: Vector, action: () => T): T => {
  try {
    return action()
  } catch (error) {
    throw error instanceof InputError ? new InputError(error.code, `${path}: ${id}: ${error.message}`) : error
  }
}

const outcomeOf = (mismatches: readonly Mismatch[]): Outcome =>
  mismatches.length === 0 ? { kind: 'agreed' } : { kind: 'differs', mismatches }

/** An alternative without what only explains it. */
const bare = (alternative: object): string => canonicalJson({ ...alternative, choices: undefined })

/** In what two sets of alternatives differ, where no single field says it. */
const setMismatch = (
  variant: string,
  expected: Expectation<object>,
  actual: Expectation<object>,
): readonly Mismatch[] => {
  const [before, after] = [expected, actual].map(({ allowed }) => allowed.map(bare)) as [string[], string[]]
  const missing = before.find((text) => !after.includes(text))
  const more = after.find((text) => !before.includes(text))
  if (missing === undefined && more === undefined) return []
  return [{ variant, field: 'allowed', expected: valueText(missing), actual: valueText(more) }]
}

const answerMismatches = (
  variant: string,
  expected: Expectation<AllowedAnswer>,
  actual: Expectation<AllowedAnswer>,
): readonly Mismatch[] => {
  for (const { output } of actual.allowed) {
    const fields = compareAnswer(expected, output as JsonRecord)
    if (fields.length > 0 && actual.allowed.length === 1 && expected.allowed.length === 1)
      return fields.map((found) => ({
        variant,
        field: found.field,
        expected: valueText(found.expected),
        actual: valueText(found.actual),
      }))
  }
  return setMismatch(variant, expected, actual)
}

const decisionModel = (
  { path, header }: OpenVectors,
  decision: Decision,
  variants: readonly AnyVariant[],
): Respondent['examine'] => {
  const ask = expectingAll(decision, variants)
  return async (vector) => {
    const test = vector as DecisionVector
    const mismatches = about(path, vector, () =>
      ask(test.input).flatMap((actual, i) => {
        const { id } = variants[i]!
        const expected = expectationOf(header, test, id)
        return sameJson(expected, actual) ? [] : answerMismatches(id, expected, actual)
      }),
    )
    return outcomeOf(mismatches)
  }
}

/** What follows from the program of a vector alone. */
const TEXT_FIELDS = ['requires', 'setup', 'code', 'script', 'start', 'line'] as const

const programModel = (
  of: ProgramsOf,
  { path, header }: OpenVectors,
  variants: readonly AnyVariant[],
  reference: AnyVariant,
): Respondent['examine'] => {
  return async (vector) => {
    const test = vector as ProgramVector
    const mismatches = about(path, vector, () => {
      const text = programText(of, test.program, reference)
      const fields = TEXT_FIELDS.flatMap((field): Mismatch[] =>
        sameJson(text[field], test[field])
          ? []
          : [
              {
                variant: reference.id,
                field,
                expected: valueText(test[field]),
                actual: valueText(text[field]),
              },
            ],
      )
      const runs = variants.flatMap((variant) => {
        const expected = expectationOf(header, test, variant.id)
        const actual = runsOf(of, text, variant)!
        return sameJson(expected, actual) ? [] : setMismatch(variant.id, expected, actual)
      })
      return [...fields, ...runs]
    })
    return outcomeOf(mismatches)
  }
}

/**
 * The model as a respondent: each variant must give exactly what the file has for it.
 *
 * @throws InputError for a file that this release does not know.
 */
export const modelRespondent = (file: OpenVectors, known: Known, asked: string | null): Respondent => {
  const decision = subjectOf(file, known)
  const variants = variantsOf(file, known, asked)
  const [reference] = variantsOf(file, known, file.header.variants[0]!.id) as [AnyVariant]
  return {
    name: 'the model',
    inFlight: 1,
    examine: decision
      ? decisionModel(file, decision, variants)
      : programModel(vectorMachine(file.header.machine).programs, file, variants, reference),
  }
}

/** A vector with how it fared. */
export interface Verified {
  readonly id: string
  readonly group: string
  readonly notes: readonly string[]
  readonly why: string
  readonly outcome: Outcome
}

/**
 * Examines the vectors of a file, in their order.
 *
 * @throws InputError if the file is not whole.
 */
export async function* verifyVectors(file: OpenVectors, respondent: Respondent): AsyncGenerator<Verified> {
  const waiting: { readonly vector: Vector; readonly outcome: Promise<Outcome> }[] = []
  const next = async (): Promise<Verified> => {
    const { vector, outcome } = waiting.shift()!
    const { id, group, notes, why } = vector
    return { id, group, notes, why, outcome: await outcome }
  }
  for await (const vector of file.tests()) {
    const outcome = respondent.examine(vector)
    // Whoever waits for it hears of its failure; until then it is not unhandled.
    outcome.catch(() => {})
    waiting.push({ vector, outcome })
    if (waiting.length >= respondent.inFlight) yield await next()
  }
  while (waiting.length > 0) yield await next()
}

/** What a header says of a note, in a line. */
export const noteText = ({ notes }: Pick<Header, 'notes'>, name: string): string => {
  const note = notes[name]
  if (!note) return name
  const fixed = note.commits.fixed.length > 0 ? `; fixed by ${note.commits.fixed.join(', ')}` : ''
  return `${name} (${note.kind}${note.layer === null ? '' : `, ${note.layer}`}): ${note.meaning}${fixed}`
}
