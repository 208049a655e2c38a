/**
 * What a variant allows a program to show the host, and where something observed parts from it.
 */
import {
  type Answers,
  allowedRuns,
  type Program,
  RUN_CAP,
  type Run,
  type Variant,
} from '../../model/x86/index.ts'
import {
  type Difference,
  firstDifference,
  type Observation,
  observationOf,
} from '../targets/kvm/observation.ts'

/** A run that is allowed, as the host sees it. */
export interface AllowedRun {
  readonly run: Run
  readonly answers: Answers
  readonly observation: Observation
}

/** Whether the model's cap has ended a run: what comes after it is not known. */
export const isOpen = ({ events, ending }: Observation): boolean =>
  events.at(-1)?.what === 'interrupted' ||
  (ending === 'cap' && events.filter(({ kind }) => kind === 'exit').length < RUN_CAP)

/** How far an allowed run and something observed agree; what agrees to the end is nearest. */
const agreement = (difference: Difference | null): number => {
  if (difference === null) return Number.POSITIVE_INFINITY
  return difference.event ?? Number.MAX_SAFE_INTEGER
}

const sameAnswers = (answers: Answers, preferred: Answers): number =>
  Object.entries(preferred).filter(([name, answer]) => answers[name as keyof Answers] === answer).length

/** The runs that a variant allows, the one that agrees longest with what was observed first. */
export const nearestFirst = (
  program: Program,
  variant: Variant,
  observed: Observation,
  preferred: Answers = {},
): AllowedRun[] => {
  const runs = [...allowedRuns(program, variant)].map(({ run, answers }) => {
    const observation = observationOf(run)
    const agrees = agreement(firstDifference(observation, observed))
    // What a run consulted counts, also where the answer was the default.
    const taken = Object.fromEntries(run.consulted) as Answers
    return { run, answers, observation, agrees, same: sameAnswers(taken, preferred) }
  })
  return runs.sort((a, b) => b.agrees - a.agrees || b.same - a.same)
}

/** Whether the manual leaves open what the program does: then nothing can be expected of it. */
export const isUndefined = (allowed: readonly AllowedRun[]): boolean =>
  allowed.some(({ run }) => run.events.some(({ kind }) => kind === 'unpredictable'))
