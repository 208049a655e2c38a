/**
 * Random questions to a CPU in Hyp mode, compared with the decisions of the model, and the first difference shrunk.
 */
import fc from 'fast-check'
import type { JsonRecord } from '../../codec.ts'
import type { AnyVariant } from '../../decisions/decision.ts'
import { allowedAnswers } from '../../differential/decision.ts'
import type { Hyp } from './hyp.ts'
import type { NotChecked, Question } from './questions.ts'

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

/** Inputs that are made, and asked, at once. */
const BLOCK = 200
/** So many times the inputs asked for are made at most. */
const MOST = 20

const isNotChecked = (answered: JsonRecord | NotChecked): answered is NotChecked => 'notChecked' in answered

/** Asks one question until enough inputs were compared. */
export const compareQuestion = async (
  hyp: Hyp,
  { decision, inputs, ask }: Question,
  { variant, runs, seed, onProgress }: CompareOptions,
): Promise<Compared> => {
  const allowed = allowedAnswers(decision, variant)
  const notChecked = new Map<string, number>()
  let compared = 0
  const agrees = (input: JsonRecord, answered: JsonRecord | NotChecked): boolean => {
    if (isNotChecked(answered)) return true
    const text = JSON.stringify(decision.readAnswer(answered))
    return allowed(input).some((expected) => JSON.stringify(expected) === text)
  }
  /** The input, or a smaller one, that is answered otherwise than is allowed. */
  const shrunk = async (input: JsonRecord, from: number): Promise<JsonRecord> => {
    const property = fc.asyncProperty(inputs(fc), async (each) => agrees(each, await ask(hyp, each)))
    const { counterexample } = await fc.check(property, { numRuns: BLOCK, seed: from })
    return counterexample?.[0] ?? input
  }
  for (let block = 0; compared < runs && block * BLOCK < MOST * Math.max(runs, BLOCK); block++) {
    const made = fc.sample(inputs(fc), { numRuns: BLOCK, seed: seed + block })
    const answers = await Promise.all(made.map((input) => ask(hyp, input)))
    for (const [i, input] of made.entries()) {
      if (compared >= runs) break
      const answered = answers[i]!
      if (isNotChecked(answered)) {
        notChecked.set(answered.notChecked, (notChecked.get(answered.notChecked) ?? 0) + 1)
        continue
      }
      compared += 1
      onProgress(compared)
      if (agrees(input, answered)) continue
      const smallest = await shrunk(input, seed + block)
      const again = (await ask(hyp, smallest)) as JsonRecord
      const counterexample = { input: smallest, allowed: allowed(smallest), answered: again }
      return { decision: decision.id, compared, notChecked, counterexample }
    }
  }
  return { decision: decision.id, compared, notChecked, counterexample: null }
}
