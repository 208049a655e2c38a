/**
 * Targets that answer vectors: a process with one decision, a process that runs programs, or a variant of the model in
 * the place of a decision.
 */
import { InputError } from '../../model/program.ts'
import type { MachineTypes } from '../../properties/machine.ts'
import type { Json } from '../codec.ts'
import type { Decision } from '../decisions/decision.ts'
import { ask } from '../differential/ask.ts'
import { Answerer, readAnswer } from '../differential/decision.ts'
import { judge } from '../differential/judge.ts'
import { machineIn } from '../ids.ts'
import { parseProgram, programFor } from '../programs/parse.ts'
import { masked } from '../targets/kvm/masks.ts'
import type { Observation } from '../targets/kvm/observation.ts'
import { excerpt, TargetFault } from '../targets/line-process.ts'
import { archOf, machineOfTarget } from '../targets/machine.ts'
import type { Description } from '../targets/protocol.ts'
import { Session } from '../targets/session.ts'
import type { Target } from '../targets/target.ts'
import { answersOf } from './decisions/answers.ts'
import { type DecisionVector, expectationOf, type ProgramVector } from './envelope.ts'
import { compareAnswer } from './facts.ts'
import { vectorMachine } from './machines.ts'
import type { ProgramsOf } from './programs/machine.ts'
import { expectedObservations } from './programs/program-vector.ts'
import type { OpenVectors } from './read.ts'
import type { AnyVariant } from './variants.ts'
import { type Known, type Mismatch, type Outcome, type Respondent, valueText, variantsOf } from './verify.ts'

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
const expectedVariant = (file: OpenVectors, known: Known, asked: string | null): AnyVariant =>
  variantsOf(file, known, asked ?? file.header.variants[0]!.id)[0]!

/** A variant of the model that answers a decision with its default choices. */
export const variantRespondent = (
  file: OpenVectors,
  known: Known,
  asked: string | null,
  decision: Decision,
  answering: AnyVariant,
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

const describe = (
  { machine: { name, protocol } }: ProgramsOf,
  session: Session,
  variants: readonly AnyVariant[],
): Promise<Description> =>
  protocol.describe(
    session.words,
    async (program) => {
      const result = await session.run(protocol.lower(program))
      return result.kind === 'ran' ? result.observation : null
    },
    variants.filter(({ id }) => machineIn(id) === name),
  )

/** Why nothing can be said of a program: the target cannot run it, or the expected run goes where the model ends. */
const unsupported = (
  { machine: { protocol } }: ProgramsOf,
  program: MachineTypes['Program'],
  expected: AnyVariant,
  { variant, limits }: Description,
): string | null =>
  protocol.unsupportedOn(program, variant, limits) ??
  (expected === variant ? null : protocol.unsupportedOn(program, expected, []))

/** What a program's run makes of its vector. */
const ran = (
  of: ProgramsOf,
  vector: ProgramVector,
  program: MachineTypes['Program'],
  { header }: OpenVectors,
  variant: string,
  observed: Observation,
  { masks }: Description,
): Outcome => {
  const allowed = expectedObservations(of, expectationOf(header, vector, variant), vector.start).map(
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
  const of = vectorMachine(file.header.machine).programs
  const { machine } = of
  const session = await Session.open(target, answersWithin)
  try {
    if (machineOfTarget(session.words)?.name !== machine.name)
      throw new InputError(
        'GDO-1721',
        `${file.path}: programs for ${machine.name}, and ${target.name} runs ${archOf(session.words)}`,
      )
    const description = await describe(of, session, known.variants)
    const describing = file.header.variants.some(({ id }) => id === description.variant.id)
    const expected = expectedVariant(file, known, asked ?? (describing ? description.variant.id : null))
    return {
      name: target.name,
      variant: expected.id,
      inFlight: target.inFlight,
      examine: async (vector) => {
        const test = vector as ProgramVector
        const program = programFor(machine, parseProgram(test.program as unknown as Json))
        const reason = unsupported(of, program, expected, description)
        if (reason !== null) return { kind: 'skipped', reason }
        const result = await ask(session, machine, program, description.masks)
        switch (result.kind) {
          case 'ran':
            return ran(of, test, program, file, expected.id, result.observation, description)
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
