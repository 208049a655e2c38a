/**
 * Makes programs small on the target itself. A target answers each program once; what ends the session keeps the best
 * that there is.
 */
import { InputError } from '../../model/program.ts'
import type { MachineOf, MachineTypes } from '../../properties/machine.ts'
import { shrinkingOf } from '../../properties/shrink.ts'
import type { Machine } from '../machines/machine.ts'
import type { Mask } from '../targets/kvm/masks.ts'
import type { Observation } from '../targets/kvm/observation.ts'
import { type Session, SessionClosed } from '../targets/session.ts'
import { Unavailable } from '../targets/target.ts'
import { ask } from './ask.ts'
import { isStable, type Seen } from './trial.ts'

type Program = MachineTypes['Program']

/** Runs a program on the target; `null` if it gives no answer to it. */
export type RunOn = (program: Program) => Promise<Observation | null>

/** What is looked for. */
export interface Oracle<Shown> {
  /** What a program shows, or `null`. It may run related programs too. */
  readonly show: (program: Program, run: RunOn) => Promise<Shown | null>
  /** Whether what it shows is a loop. */
  readonly loops: (shown: Shown) => boolean
  /** The same, but for programs that loop. */
  readonly withoutLoops: () => Oracle<Shown>
}

/** A program is run again so often. */
const AGAIN = 3
/** Programs that one search asks about. */
const MOST_ATTEMPTS = 3000
/** Answers that are kept: searches for one cause ask for the same programs. */
const MOST_CACHED = 20_000

/** What ends a search before its time. */
const isOver = (error: unknown): boolean => error instanceof SessionClosed || error instanceof Unavailable

export class Shrinker {
  readonly #session: Session
  readonly #machine: Machine
  readonly #tried: MachineOf<MachineTypes>
  readonly #masks: readonly Mask[]
  readonly #answers = new Map<string, Observation | null>()

  /**
   * @param tried the machine, with what makes its programs smaller.
   * @param masks what is not compared on the target.
   */
  constructor(session: Session, machine: Machine, tried: MachineOf<MachineTypes>, masks: readonly Mask[]) {
    this.#session = session
    this.#machine = machine
    this.#tried = tried
    this.#masks = masks
  }

  readonly #run: RunOn = async (program) => {
    const result = await ask(this.#session, this.#machine, program, this.#masks)
    return result.kind === 'ran' ? result.observation : null
  }

  /** The target runs a program the first time that it is asked for; then its answer is known. */
  readonly #runOnce: RunOn = async (program) => {
    const line = this.#machine.protocol.lower(program)
    const known = this.#answers.get(line)
    if (known !== undefined) return known
    const observation = await this.#run(program)
    if (this.#answers.size >= MOST_CACHED) this.#answers.clear()
    this.#answers.set(line, observation)
    return observation
  }

  /** What a program shows; nothing, if it cannot be laid out. */
  async #show<Shown>(program: Program, oracle: Oracle<Shown>, run: RunOn): Promise<Shown | null> {
    try {
      return await oracle.show(program, run)
    } catch (error) {
      if (error instanceof InputError) return null
      throw error
    }
  }

  /** What a program shows, as far as the target has answered it already. */
  look<Shown>(program: Program, oracle: Oracle<Shown>): Promise<Shown | null> {
    return this.#show(program, oracle, this.#runOnce)
  }

  /**
   * The smallest program found that shows what `oracle` looks for.
   *
   * @param shown what `program` shows.
   */
  async shrink<Shown>(
    program: Program,
    shown: Shown,
    oracle: Oracle<Shown>,
  ): Promise<{ readonly program: Program; readonly shown: Shown }> {
    const wanted = oracle.loops(shown) ? oracle : oracle.withoutLoops()
    const search = shrinkingOf(this.#tried, program, MOST_ATTEMPTS)
    let best = { program, shown }
    try {
      for (let step = search.next(); !step.done; ) {
        const found = await this.look(step.value, wanted)
        if (found !== null) best = { program: step.value, shown: found }
        step = search.next(found !== null)
      }
    } catch (error) {
      if (!isOver(error)) throw error
    }
    return best
  }

  /** Runs a program again: how often it shows what is looked for, and the latest of it. */
  async again<Shown>(
    program: Program,
    shown: Shown,
    oracle: Oracle<Shown>,
  ): Promise<{ readonly shown: Shown; readonly seen: Seen }> {
    let latest = shown
    let times = 0
    for (let i = 0; i < AGAIN; i++) {
      const found = await this.#show(program, oracle, this.#run)
      if (found === null) continue
      times += 1
      latest = found
    }
    return { shown: latest, seen: { times, of: AGAIN } }
  }

  /**
   * Runs the smallest program again, and if it does not show it each time the one that it was made from. What was
   * seen is kept where the session ends before that.
   */
  async confirm<Shown>(
    smallest: { readonly program: Program; readonly shown: Shown },
    original: { readonly program: Program; readonly shown: Shown },
    oracle: Oracle<Shown>,
  ): Promise<{ readonly shown: Shown; readonly seen: Seen }> {
    try {
      const last = await this.again(smallest.program, smallest.shown, oracle)
      if (isStable(last.seen)) return last
      const first = await this.again(original.program, original.shown, oracle)
      return isStable(first.seen) ? first : last
    } catch (error) {
      if (!isOver(error)) throw error
      return { shown: smallest.shown, seen: { times: 0, of: 0 } }
    }
  }
}
