/**
 * Runs programs on a target and says where it parts from what a variant of the model allows.
 */
import { allowedRuns, type Program, type Variant } from '../../../model/x86/index.ts'
import {
  type Difference,
  firstDifference,
  type Observation,
  observationOf,
  RunnerError,
} from './observation.ts'
import type { Runner } from './runner.ts'

export type Verdict =
  | { readonly result: 'same'; readonly observed: Observation }
  | {
      readonly result: 'different'
      readonly observed: Observation
      /** From the allowed run that agrees longest. */
      readonly difference: Difference
      readonly expected: Observation
    }
  | { readonly result: 'not-run'; readonly reason: string }

/** How far two observations agree: later is better, the end of the run is best. */
const agreement = (difference: Difference): number => difference.event ?? Number.POSITIVE_INFINITY

/** Whether a variant allows an observation, and if not, where the nearest allowed run parts from it. */
export const judge = (program: Program, variant: Variant, observed: Observation): Verdict => {
  let nearest: { difference: Difference; expected: Observation } | null = null
  for (const { run } of allowedRuns(program, variant)) {
    const expected = observationOf(run)
    const difference = firstDifference(expected, observed)
    if (!difference) return { result: 'same', observed }
    if (!nearest || agreement(difference) > agreement(nearest.difference)) nearest = { difference, expected }
  }
  return { result: 'different', observed, ...nearest! }
}

/** Runs programs one after another on a target and judges each. */
export async function* compare(
  runner: Runner,
  programs: Iterable<Program>,
  variant: Variant,
): AsyncGenerator<{ readonly program: Program; readonly verdict: Verdict }> {
  for (const program of programs) {
    try {
      yield { program, verdict: judge(program, variant, await runner.run(program)) }
    } catch (error) {
      if (!(error instanceof RunnerError)) throw error
      yield { program, verdict: { result: 'not-run', reason: error.message } }
    }
  }
}
