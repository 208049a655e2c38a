/**
 * Random questions to a CPU in Hyp mode, compared with the decisions of the model, and the first difference shrunk.
 */
import fc from 'fast-check'
import type { JsonRecord } from '../../codec.ts'
import type { AnyVariant } from '../../decisions/decision.ts'
import { allowedAnswers } from '../../differential/decision.ts'
import type { Hyp } from './hyp.ts'
import type { Question } from './questions.ts'

/** How the CPU fared with one decision. */
export interface Compared {
  readonly decision: string
  /** Inputs that were compared. */
  readonly compared: number
  /** Inputs that were not, by the reason. */
  readonly notChecked: ReadonlyMap<string, number>
  readonly counterexample: {
    readonly input: JsonRecord
    readonly allowed: readonly JsonRecord[]
    readonly answered: JsonRecord
  } | null
}

export interface CompareOptions {
  readonly variant: AnyVariant
  /** Inputs that are compared, at least; those that cannot be are asked in addition. */
  readonly runs: number
  readonly seed: number
  readonly onProgress: (compared: number) => void
}

/** Inputs that are made at once. */
const BLOCK = 500
/** So many times the inputs asked for are made at most. */
const MOST = 20

/** Asks one question until enough inputs were compared. */
export const compareQuestion = async (
  hyp: Hyp,
  { decision, inputs, ask }: Question,
  { variant, runs, seed, onProgress }: CompareOptions,
): Promise<Compared> => {
  const allowed = allowedAnswers(decision, variant)
  const notChecked = new Map<string, number>()
  let compared = 0
  let failing = false
  let broken: unknown = null
  const holds = async (input: JsonRecord): Promise<boolean> => {
    if (broken !== null || (compared >= runs && !failing)) return true
    const answered = await ask(hyp, input).catch((error: unknown) => {
      broken = error
      return { notChecked: 'the target failed' }
    })
    if ('notChecked' in answered) {
      const reason = String(answered.notChecked)
      if (!failing) notChecked.set(reason, (notChecked.get(reason) ?? 0) + 1)
      return true
    }
    const text = JSON.stringify(decision.readAnswer(answered))
    const agrees = allowed(input).some((expected) => JSON.stringify(expected) === text)
    if (!failing) {
      compared += 1
      onProgress(compared)
    }
    if (!agrees) failing = true
    return agrees
  }
  const property = fc.asyncProperty(inputs(fc), holds)
  for (let block = 0; compared < runs && block * BLOCK < MOST * runs; block++) {
    const details = await fc.check(property, { numRuns: BLOCK, seed: seed + block })
    if (broken !== null) throw broken
    if (!details.failed) continue
    const [input] = details.counterexample!
    return {
      decision: decision.id,
      compared,
      notChecked,
      counterexample: {
        input,
        allowed: allowed(input),
        answered: (await ask(hyp, input)) as JsonRecord,
      },
    }
  }
  return { decision: decision.id, compared, notChecked, counterexample: null }
}
