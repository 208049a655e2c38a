/**
 * Targets that answer vectors: a process with one decision, a process that runs programs, or a variant of the model in
 * the place of a decision.
 */
import { InputError } from '../../model/program.ts'
import type { Program, Variant } from '../../model/x86/index.ts'
import type { Json } from '../codec.ts'
import type { Decision } from '../decisions/decision.ts'
import { ask } from '../differential/ask.ts'
import { Answerer, readAnswer } from '../differential/decision.ts'
import { judge } from '../differential/judge.ts'
import { x86 } from '../machines/x86.ts'
import { parseProgram, programFor } from '../programs/parse.ts'
import { masked } from '../targets/kvm/masks.ts'
import type { Observation } from '../targets/kvm/observation.ts'
import { excerpt, TargetFault } from '../targets/line-process.ts'
import { Session } from '../targets/session.ts'
import type { Target } from '../targets/target.ts'
import { type Description, describeTarget } from '../targets/x86/describe.ts'
import { lower } from '../targets/x86/lower.ts'
import { unsupportedOn } from '../targets/x86/unsupported.ts'
import { answersOf } from './decisions/answers.ts'
import { type DecisionVector, expectationOf, type ProgramVector } from './envelope.ts'
import { compareAnswer } from './facts.ts'
import { vectorMachine } from './machines.ts'
import type { OpenVectors } from './read.ts'
import { type Known, type Mismatch, type Outcome, type Respondent, valueText, variantsOf } from './verify.ts'
import { expectedObservations } from './x86/program-vector.ts'

/** A respondent that must be ended, and the variant whose expectations it is compared with. */
export interface Opened extends Respondent {
  readonly variant: string
  readonly close: () => Promise<void>
}

type Record = { readonly [field: string]: unknown }

/** What an answer makes of a question. */
const answered = (
  { header }: OpenVectors,
  variant: string,
  vector: DecisionVector,
  answer: Record,
): Outcome => {
  const mismatches = compareAnswer(expectationOf(header, vector, variant), answer).map(
    ({ field, expected, actual }): Mismatch => ({
      variant,
      field,
      expected: valueText(expected),
      actual: valueText(actual),
    }),
  )
  return mismatches.length === 0 ? { kind: 'agreed' } : { kind: 'differs', mismatches }
}

const answersIn = (decision: Decision) => answersOf(decision, vectorMachine(decision.machine).openAnswers)

/** The variant that is asked for, or the reference of the file. */
const expectedVariant = (file: OpenVectors, known: Known, asked: string | null): Variant =>
  variantsOf(file, known, asked ?? file.header.variants[0]!.id)[0]!

/** A variant of the model that answers a decision with its default choices. */
export const variantRespondent = (
  file: OpenVectors,
  known: Known,
  asked: string | null,
  decision: Decision,
  answering: Variant,
): Opened => {
  const variant = expectedVariant(file, known, asked).id
  const evaluate = decision.evaluator(answering)
  const { seen } = answersIn(decision)
  return {
    name: `model:${answering.id}`,
    variant,
    inFlight: 1,
    examine: async (vector) => {
      const test = vector as DecisionVector
      return answered(file, variant, test, seen(evaluate(test.input)))
    },
    close: async () => {},
  }
}

/** A process that answers one decision, a JSON object per line. */
export const processRespondent = (
  file: OpenVectors,
  known: Known,
  asked: string | null,
  decision: Decision,
  target: Target,
  answersWithin: number,
): Opened => {
  const variant = expectedVariant(file, known, asked).id
  const answerer = new Answerer(target, answersWithin)
  const { seen } = answersIn(decision)
  return {
    name: target.name,
    variant,
    inFlight: 1,
    examine: async (vector) => {
      const test = vector as DecisionVector
      try {
        const line = await answerer.ask(JSON.stringify(test.input))
        try {
          return answered(file, variant, test, seen(readAnswer(decision, line) as Record))
        } catch (error) {
          if (!(error instanceof InputError)) throw error
          return { kind: 'failed', reason: `${excerpt(line)}: ${error.message}` }
        }
      } catch (error) {
        if (!(error instanceof TargetFault)) throw error
        return { kind: 'failed', reason: error.message }
      }
    },
    close: () => answerer.stop(),
  }
}

const describe = (session: Session, variants: readonly Variant[]): Promise<Description> =>
  describeTarget(
    session.words,
    async (program) => {
      const result = await session.run(lower(program))
      return result.kind === 'ran' ? result.observation : null
    },
    variants,
  )

/** Why nothing can be said of a program: the target cannot run it, or the expected run goes where the model ends. */
const unsupported = (program: Program, expected: Variant, { variant, limits }: Description): string | null =>
  unsupportedOn(program, variant, limits) ??
  (expected === variant ? null : unsupportedOn(program, expected, []))

/** What a program's run makes of its vector. */
const ran = (
  vector: ProgramVector,
  program: Program,
  { header }: OpenVectors,
  variant: string,
  observed: Observation,
  { masks }: Description,
): Outcome => {
  const allowed = expectedObservations(expectationOf(header, vector, variant), vector.start).map(
    ({ observation, within }) => ({ observation: masked(observation, masks, program), within }),
  )
  const verdict = judge(allowed, observed)
  if (verdict.result === 'same') return { kind: 'agreed' }
  const { event, field, expected, observed: actual } = verdict.difference
  const place = event === null ? field : `events[${event}].${field}`
  const mismatch = {
    variant,
    field: place,
    expected: valueText(expected ?? undefined),
    actual: valueText(actual ?? undefined),
  }
  return { kind: 'differs', mismatches: [mismatch] }
}

/**
 * A target that runs programs.
 *
 * @throws Unavailable if it does not start.
 */
export const targetRespondent = async (
  file: OpenVectors,
  known: Known,
  asked: string | null,
  target: Target,
  answersWithin: number,
): Promise<Opened> => {
  const session = await Session.open(target, answersWithin)
  try {
    const description = await describe(session, known.variants)
    const describing = file.header.variants.some(({ id }) => id === description.variant.id)
    const expected = expectedVariant(file, known, asked ?? (describing ? description.variant.id : null))
    return {
      name: target.name,
      variant: expected.id,
      inFlight: target.inFlight,
      examine: async (vector) => {
        const test = vector as ProgramVector
        const program = programFor(x86, parseProgram(test.program as unknown as Json))
        const reason = unsupported(program, expected, description)
        if (reason !== null) return { kind: 'skipped', reason }
        const result = await ask(session, x86, program, description.masks)
        switch (result.kind) {
          case 'ran':
            return ran(test, program, file, expected.id, result.observation, description)
          case 'refused':
            return { kind: 'skipped', reason: result.reason }
          case 'failed':
            return { kind: 'failed', reason: result.faults.map(({ message }) => message).join('; ') }
        }
      },
      close: () => session.close(),
    }
  } catch (error) {
    await session.close()
    throw error
  }
}
