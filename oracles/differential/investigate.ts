/**
 * Turns a program on which a target differs into a finding: is it there again, what is the smallest program that
 * shows it on the target itself, and how often does that one.
 */
import { InputError } from '../../model/program.ts'
import type { Program } from '../../model/x86/index.ts'
import { type Shrunk, shrinking } from '../../properties/shrink.ts'
import { lower } from '../targets/kvm/lower.ts'
import type { Observation } from '../targets/kvm/observation.ts'
import { type Result, SessionClosed } from '../targets/session.ts'
import { Unavailable } from '../targets/target.ts'
import type { Comparer, Outcome } from './comparer.ts'
import { Allowed, type Verdict } from './judge.ts'
import { type Signature, signatureOf } from './signature.ts'

export type Different = Extract<Verdict, { result: 'different' }>

/** A difference as it was seen. */
export interface Sighting {
  readonly program: Program
  readonly observed: Observation
  readonly verdict: Different
  readonly signature: Signature
}

/** A difference, with the smallest program that shows it. */
export interface Investigated extends Sighting {
  /** How often the smallest program showed it when it was run again. */
  readonly seen: { readonly times: number; readonly of: number }
}

/** A difference counts only if it is there again so often: a tick of the host may decide when an event comes. */
const AGAIN = 2
/** The final program is run so often. */
const FINALLY = 3
/** Programs that one investigation asks the target about. */
const MOST_ATTEMPTS = 3000
/** Answers that are kept: investigations of one cause ask for the same programs. */
const MOST_CACHED = 20_000

/** The difference in an outcome, if there is one. */
export const sightingOf = (program: Program, outcome: Outcome): Sighting | null => {
  if (outcome.kind !== 'judged' || outcome.verdict.result !== 'different') return null
  const { observed, verdict } = outcome
  const signature = signatureOf(verdict.expected, observed, verdict.difference)
  return { program, observed, verdict, signature }
}

const loops = (observation: Observation): boolean => observation.ending === 'cap'

/** What ends an investigation before its time. */
const isOver = (error: unknown): boolean => error instanceof SessionClosed || error instanceof Unavailable

export class Investigator {
  readonly #comparer: Comparer
  readonly #answers = new Map<string, Result>()

  constructor(comparer: Comparer) {
    this.#comparer = comparer
  }

  /** Runs a program again; `null` if the difference is gone, or the target fails at it. */
  async #again(program: Program): Promise<Sighting | null> {
    return sightingOf(program, await this.#comparer.compare(program))
  }

  /** Whether a difference is there each time that the program is run again. */
  async isStable(program: Program): Promise<boolean> {
    for (let i = 0; i < AGAIN; i++) if (!(await this.#again(program))) return false
    return true
  }

  /** The first time that a program is asked for the target runs it; then its answer is known. */
  async #run(program: Program): Promise<Result> {
    const line = lower(program)
    const known = this.#answers.get(line)
    if (known) return known
    const result = await this.#comparer.session.run(line)
    if (this.#answers.size >= MOST_CACHED) this.#answers.clear()
    this.#answers.set(line, result)
    return result
  }

  /**
   * What a candidate shows, if it shows anything. One that would loop where the original does not is not even asked
   * for: nobody wants to read it, and it takes its time.
   */
  async #look(program: Program, mayLoop: boolean): Promise<Sighting | null> {
    const comparer = this.#comparer
    try {
      if (comparer.unsupported(program) !== null) return null
      const allowed = new Allowed(program, comparer.variant)
      if (!mayLoop && loops(allowed.first.observation)) return null
      const found = sightingOf(program, comparer.judge(await this.#run(program), allowed))
      return found && !mayLoop && loops(found.observed) ? null : found
    } catch (error) {
      if (error instanceof InputError) return null
      throw error
    }
  }

  /** Shrinks a sighting to the smallest program that shows one of the same kind; what ends it early keeps the best. */
  async #shrink(sighting: Sighting, isSame: (signature: Signature) => boolean): Promise<Sighting> {
    const mayLoop = loops(sighting.observed) || loops(sighting.verdict.expected.observation)
    const search: Generator<Program, Shrunk, boolean> = shrinking(sighting.program, MOST_ATTEMPTS)
    let best = sighting
    try {
      for (let step = search.next(); !step.done; ) {
        const found = await this.#look(step.value, mayLoop)
        const fails = found !== null && isSame(found.signature)
        if (fails) best = found
        step = search.next(fails)
      }
    } catch (error) {
      if (!isOver(error)) throw error
    }
    return best
  }

  /** Where a handler that only returns makes a loop, one that disarms the breakpoint may show the same. */
  async #disarmed(sighting: Sighting, isSame: (signature: Signature) => boolean): Promise<Sighting> {
    const { program, verdict, observed } = sighting
    if (!loops(verdict.expected.observation) && !loops(observed)) return sighting
    const disarming: Program = { ...program, setup: { ...program.setup, onDebugException: 'disarm' } }
    const found = await this.#look(disarming, false)
    return found && isSame(found.signature) ? this.#shrink(found, isSame) : sighting
  }

  /**
   * The smallest program that shows the same as `sighting` on the target. First it keeps the instruction at which it
   * happens, so that in a long program it does not slip to something else; then only what differs counts.
   */
  async investigate(sighting: Sighting): Promise<Investigated> {
    const { symptom, at } = sighting.signature
    const closely = (other: Signature): boolean => other.symptom === symptom && other.at === at
    const same = (other: Signature): boolean => other.symptom === symptom
    let best = sighting
    let times = 0
    let of = 0
    try {
      best = await this.#shrink(best, closely)
      best = await this.#disarmed(await this.#shrink(best, same), same)
      for (; of < FINALLY; of++) {
        const found = await this.#again(best.program)
        if (found && same(found.signature)) {
          times += 1
          best = found
        }
      }
    } catch (error) {
      if (!isOver(error)) throw error
    }
    return { ...best, seen: { times, of } }
  }
}
