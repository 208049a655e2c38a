/**
 * What a variant allows a program to show the host, and where something observed parts from it.
 */
import type { MachineTypes } from '../../properties/machine.ts'
import type { Machine } from '../machines/machine.ts'
import { type Difference, firstDifference, type Observation } from '../targets/kvm/observation.ts'

/** A run that is allowed, as the host sees it. */
export interface AllowedRun<T extends MachineTypes = MachineTypes> {
  readonly run: T['Run']
  readonly answers: T['Answers']
  readonly observation: Observation
}

/** How far an allowed run and something observed agree; what agrees to the end is nearest. */
const agreement = (difference: Difference | null): number => {
  if (difference === null) return Number.POSITIVE_INFINITY
  return difference.event ?? Number.MAX_SAFE_INTEGER
}

const sameAnswers = (taken: ReadonlyMap<string, string>, preferred: object): number =>
  Object.entries(preferred).filter(([name, answer]) => taken.get(name) === answer).length

/** The runs that a variant allows, the one that agrees longest with what was observed first. */
export const nearestFirst = <T extends MachineTypes>(
  { allowedRuns, observationOf }: Pick<Machine<T>, 'allowedRuns' | 'observationOf'>,
  program: T['Program'],
  variant: T['Variant'],
  observed: Observation,
  preferred: T['Answers'] = {},
): AllowedRun<T>[] => {
  const runs = [...allowedRuns(program, variant)].map(({ run, answers }) => {
    const observation = observationOf(run)
    const agrees = agreement(firstDifference(observation, observed))
    // What a run consulted counts, also where the answer was the default.
    return { run, answers, observation, agrees, same: sameAnswers(run.consulted, preferred) }
  })
  return runs.sort((a, b) => b.agrees - a.agrees || b.same - a.same)
}

/** Whether the manual leaves open what the program does: then nothing can be expected of it. */
export const isUndefined = (allowed: readonly AllowedRun[]): boolean =>
  allowed.some(({ run }) => run.events.some(({ kind }) => kind === 'unpredictable'))
