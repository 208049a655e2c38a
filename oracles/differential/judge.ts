/**
 * Judges what a target did: whether a variant allows it, and if not, where the nearest run that it allows parts from
 * it.
 */
import type { MachineTypes } from '../../properties/machine.ts'
import type { Machine } from '../machines/machine.ts'
import { type Mask, masked } from '../targets/kvm/masks.ts'
import { type Difference, firstDifference, isCut, type Observation } from '../targets/kvm/observation.ts'

/** A run that a variant allows, as the host observes it. */
export interface Expected<T extends MachineTypes = MachineTypes> {
  readonly run: T['Run']
  readonly answers: T['Answers']
  readonly observation: Observation
  /**
   * Events after which nothing can be expected, because the manual leaves undefined what the program then does;
   * `null` for all of them.
   */
  readonly within: number | null
}

/** As much of an expected run as a judge needs. */
export type Comparable = Pick<Expected, 'observation' | 'within'>

export type Verdict<E extends Comparable = Expected> =
  | {
      readonly result: 'same'
      /** Events that were compared. */
      readonly events: number
      /** Only what came before a cap, or before what is undefined, was compared. */
      readonly cut: boolean
    }
  | {
      readonly result: 'different'
      /** From the allowed run that agrees longest. */
      readonly difference: Difference
      readonly expected: E
    }

/** Events of the host before the machine met what the manual leaves undefined, unless the variant knows better. */
const defined = <T extends MachineTypes>(
  { protocol }: Machine<T>,
  run: T['Run'],
  variant: T['Variant'],
): number | null => {
  const { undefinedChoice } = protocol
  if (variant.answers[undefinedChoice] !== undefined || !run.consulted.has(undefinedChoice)) return null
  const end = run.events.findIndex((event) => event.kind === 'unpredictable')
  return run.events.slice(0, end).filter((event) => event.kind === 'exit' || event.kind === 'action').length
}

function* expectations<T extends MachineTypes>(
  machine: Machine<T>,
  program: T['Program'],
  variant: T['Variant'],
  masks: readonly Mask<T>[],
): Generator<Expected<T>> {
  for (const { run, answers } of machine.allowedRuns(program, variant)) {
    const observation = masked(machine.observationOf(run), masks, program)
    yield { run, answers, observation, within: defined(machine, run, variant) }
  }
}

/** All runs that a variant allows for a program; the likeliest is made at once, the others when somebody asks. */
export class Allowed<T extends MachineTypes = MachineTypes> {
  /** With the default answers to all choices. */
  readonly first: Expected<T>
  readonly #rest: Generator<Expected<T>>

  /**
   * @param masks what is not compared on the target; everything is, if nothing is said.
   * @throws InputError if the program cannot be laid out.
   */
  constructor(
    machine: Machine<T>,
    program: T['Program'],
    variant: T['Variant'],
    masks: readonly Mask<T>[] = [],
  ) {
    this.#rest = expectations(machine, program, variant, masks)
    this.first = this.#rest.next().value as Expected<T>
  }

  /** One after the other; they can be asked for once. */
  *[Symbol.iterator](): Generator<Expected<T>> {
    yield this.first
    yield* this.#rest
  }
}

/** How far two observations agree: later is better, the end of the run is best. */
const agreement = (difference: Difference): number => difference.event ?? Number.POSITIVE_INFINITY

/** Judges an observation by everything that is allowed, the likeliest first. */
export const judge = <E extends Comparable>(allowed: Iterable<E>, observed: Observation): Verdict<E> => {
  let nearest: { difference: Difference; expected: E } | null = null
  for (const expected of allowed) {
    const { observation, within } = expected
    const difference = firstDifference(observation, observed, within)
    if (difference === null) {
      const cut = within !== null || isCut(observation, observed)
      return {
        result: 'same',
        events: Math.min(within ?? observation.events.length, observed.events.length),
        cut,
      }
    }
    if (!nearest || agreement(difference) > agreement(nearest.difference)) nearest = { difference, expected }
  }
  if (!nearest) throw new Error('a variant allows no run of a program')
  return { result: 'different', ...nearest }
}
