/**
 * What the corpus has to say about a program: its runs under the ideal machine, and for each kind of /dev/kvm whether
 * it is skipped there, or what is known to be otherwise.
 */

import { InputError } from '../../../model/program.ts'
import type { MachineTypes } from '../../../properties/machine.ts'
import { Allowed, type Expected } from '../../differential/judge.ts'
import { programLines } from '../../reports/program-text.ts'
import { type Mask, masked } from '../../targets/kvm/masks.ts'
import { lineOf, NotStored, runText, startState, stateText, type Words } from './encode.ts'
import { type Known, knownDeviation } from './known.ts'
import type { Candidate, CorpusMachine, Kind, Needs } from './machine.ts'

/** What one kind of /dev/kvm has to say about a program. */
export type Special =
  | { readonly skip: string }
  | {
      readonly known: Known
      /** The runs in which it shows. */
      readonly runs: readonly string[]
    }

export interface Entry<T extends MachineTypes = MachineTypes> extends Candidate<T> {
  /** The program for readers: setup, code, what the host does. */
  readonly text: readonly string[]
  readonly words: Words
  /** The state that its runs are told against. */
  readonly start: string
  readonly mode: number
  /** The runs that are allowed. */
  readonly runs: readonly string[]
  readonly needs: Needs
  /** By the index of the kind; nothing where the program is simply judged. */
  readonly specials: ReadonlyMap<number, Special>
}

/** Columns of a program’s text. */
const TEXT_WIDTH = 90

/** More alternatives than these are a sign that the program says little. */
const MOST_RUNS = 16

/** A program that the corpus does not take, and why. */
export class NotTaken extends Error {}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)]

/** The entries of one machine's programs. */
class Entries<T extends MachineTypes> {
  readonly #of: CorpusMachine<T>
  readonly #ideal: T['Variant']

  constructor(of: CorpusMachine<T>) {
    this.#of = of
    this.#ideal = of.machine.variants[0]!
  }

  /** Runs that are the same from end to end, told apart by what can be observed. */
  #allRuns(program: T['Program'], variant: T['Variant']): readonly Expected<T>[] {
    const all = [...new Allowed(this.#of.machine, program, variant)]
    if (all.some(({ within }) => within !== null)) throw new NotTaken('what the manual leaves undefined')
    if (all.some(({ observation: { events } }) => events.at(-1)?.what === 'interrupted'))
      throw new NotTaken(`the guest does not end on ${variant.id}`)
    return all
  }

  #texts(
    program: T['Program'],
    runs: readonly Pick<Expected<T>, 'observation'>[],
    masks: readonly Mask<T>[] = [],
  ): string[] {
    const start = startState(this.#of, program)
    return runs.map(({ observation }) => runText(this.#of.fields, masked(observation, masks, program), start))
  }

  #specialOf(
    program: T['Program'],
    allowed: readonly Expected<T>[],
    { description }: Kind<T>,
  ): Special | null {
    const { variant, limits, masks } = description
    if (variant === this.#ideal) return null
    const skip = this.#of.machine.protocol.unsupportedOn(program, variant, limits)
    if (skip !== null) return { skip }
    const right = new Set(this.#texts(program, allowed, masks))
    const all = this.#allRuns(program, variant)
    const shown = this.#texts(program, all, masks)
    const wrong = all.filter((_, i) => !right.has(shown[i]!))
    if (wrong.length === 0) return null
    return {
      known: knownDeviation(this.#of, program, wrong[0]!.observation, variant, masks),
      runs: distinct(this.#texts(program, wrong)),
    }
  }

  /** Whether another program may do exactly what these runs say. */
  #isAllowedAlike(runs: readonly string[], other: T['Program']): boolean {
    const same = distinct(this.#texts(other, [...new Allowed(this.#of.machine, other, this.#ideal)]))
    return same.length === runs.length && same.every((run) => runs.includes(run))
  }

  #judged(candidate: Candidate<T>): Entry<T> {
    const { program } = candidate
    const { machine, fields, limits, kinds } = this.#of
    const refused = this.#of.refuses(program) ?? machine.protocol.unsupportedOn(program, this.#ideal, limits)
    if (refused !== null) throw new NotTaken(refused)
    const allowed = this.#allRuns(program, this.#ideal)
    const runs = distinct(this.#texts(program, allowed))
    if (runs.length > MOST_RUNS) throw new NotTaken('too many allowed runs')
    const specials = kinds.map((kind) => this.#specialOf(program, allowed, kind))
    return {
      ...candidate,
      text: programLines(program, TEXT_WIDTH).filter((line) => line !== ''),
      words: lineOf(this.#of, program),
      start: stateText(fields, startState(this.#of, program)),
      mode: this.#of.mode(program),
      runs,
      needs: this.#of.needs(program, (other) => this.#isAllowedAlike(runs, other)),
      specials: new Map(specials.flatMap((special, i) => (special === null ? [] : [[i, special] as const]))),
    }
  }

  /** @throws NotTaken with the reason, if the corpus cannot judge it. */
  of(candidate: Candidate<T>): Entry<T> {
    try {
      return this.#judged(candidate)
    } catch (error) {
      if (error instanceof NotStored || error instanceof InputError) throw new NotTaken(error.message)
      throw error
    }
  }
}

export interface Corpus<T extends MachineTypes = MachineTypes> {
  readonly entries: readonly Entry<T>[]
  /** How many programs were not taken, by the reason. */
  readonly refused: ReadonlyMap<string, number>
}

/** The entries of all programs that the corpus of a machine takes. */
export const corpusEntries = <T extends MachineTypes>(
  machine: CorpusMachine<T>,
  candidates: Iterable<Candidate<T>>,
): Corpus<T> => {
  const all = new Entries(machine)
  const entries: Entry<T>[] = []
  const refused = new Map<string, number>()
  for (const candidate of candidates) {
    try {
      entries.push(all.of(candidate))
    } catch (error) {
      if (!(error instanceof NotTaken)) throw error
      refused.set(error.message, (refused.get(error.message) ?? 0) + 1)
    }
  }
  return { entries, refused }
}
