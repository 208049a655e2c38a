/**
 * Runs programs on a target and says where it parts from what a variant of the model allows.
 */
import { InputError } from '../../../model/program.ts'
import { allowedRuns, type Program, type Variant } from '../../../model/x86/index.ts'
import {
  type Difference,
  firstDifference,
  isCut,
  type Observation,
  observationOf,
  RunnerError,
} from './observation.ts'
import type { Runner } from './runner.ts'
import { type Limits, NO_LIMITS, unsupportedOn } from './unsupported.ts'

export type Verdict =
  | {
      readonly result: 'same'
      readonly observed: Observation
      /** The model's cap ended the run before the target's: only what came before was compared. */
      readonly cut: boolean
    }
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
    if (!difference) return { result: 'same', observed, cut: isCut(expected, observed) }
    if (!nearest || agreement(difference) > agreement(nearest.difference)) nearest = { difference, expected }
  }
  return { result: 'different', observed, ...nearest! }
}

/** A difference must be seen so often: where events wait behind others, a tick of the host decides when they come. */
const SEEN = 3

/** Runs one program on a target and judges it. */
export const compareOne = async (
  runner: Runner,
  program: Program,
  variant: Variant,
  limits: Limits = NO_LIMITS,
): Promise<Verdict> => {
  try {
    const reason = unsupportedOn(program, variant, limits)
    if (reason !== null) return { result: 'not-run', reason }
    let verdict = judge(program, variant, await runner.run(program))
    for (let seen = 1; verdict.result === 'different' && seen < SEEN; seen++)
      verdict = judge(program, variant, await runner.run(program))
    return verdict
  } catch (error) {
    if (error instanceof RunnerError || error instanceof InputError)
      return { result: 'not-run', reason: error.message }
    throw error
  }
}

/** Runs programs one after another on a target and judges each. */
export async function* compare(
  runner: Runner,
  programs: Iterable<Program>,
  variant: Variant,
  limits: Limits = NO_LIMITS,
): AsyncGenerator<{ readonly program: Program; readonly verdict: Verdict }> {
  for (const program of programs)
    yield { program, verdict: await compareOne(runner, program, variant, limits) }
}
