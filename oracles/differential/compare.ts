/**
 * Compares two variants: the rules in which they differ and, for each of them, the shortest program that tells one
 * from the same variant with that one rule swapped.
 */
import { Checker, type Counterexample } from '../../properties/check.ts'
import { exploreOf } from '../../properties/exhaustive.ts'
import type { MachineOf, MachineTypes } from '../../properties/machine.ts'
import type { Property } from '../../properties/property.ts'
import { shrinkOf } from '../../properties/shrink.ts'

type AnyVariant = MachineTypes['Variant']

/** One thing in which two variants differ: a rule, a slot, or a choice that one fixes otherwise. */
export interface Part {
  readonly kind: 'rule' | 'slot' | 'choice'
  readonly name: string
}

/** A program on which two variants differ, and where. */
export interface Separation<T extends MachineTypes = MachineTypes> {
  readonly program: T['Program']
  readonly answers: T['Answers']
  /** The first observation that differs. */
  readonly difference: string
  /** No shorter program over the alphabet separates them; otherwise it is not proved minimal. */
  readonly shortest: boolean
}

/** The parts in which two variants differ. */
export const differingParts = (a: AnyVariant, b: AnyVariant): Part[] => {
  const differing = (kind: Part['kind'], of: 'rules' | 'slots' | 'answers'): Part[] =>
    Object.keys({ ...a[of], ...b[of] })
      .filter((name) => a[of][name] !== b[of][name])
      .map((name) => ({ kind, name }))
  return [...differing('rule', 'rules'), ...differing('slot', 'slots'), ...differing('choice', 'answers')]
}

/** The variant `a` with one part taken from `b`. Slots share their state and are swapped together. */
export const withPart = <V extends AnyVariant>(a: V, b: V, part: Part): V => {
  const id = `${a.id} with ${part.name} of ${b.id}`
  switch (part.kind) {
    case 'rule':
      return { ...a, id, rules: { ...a.rules, [part.name]: b.rules[part.name] } }
    case 'slot':
      return { ...a, id, slots: b.slots }
    case 'choice': {
      const { [part.name]: _, ...answers } = a.answers
      const fixed = b.answers[part.name]
      return { ...a, id, answers: fixed === undefined ? answers : { ...answers, [part.name]: fixed } }
    }
  }
}

export interface SearchOptions {
  /** Random programs of each class, if no small one separates the two. */
  readonly runs: number
  readonly seed: number
}

/** Searches for programs on which variants of one machine differ. */
export class Separator<T extends MachineTypes> {
  readonly #machine: MachineOf<T>
  readonly #checker: Checker<T>

  constructor(machine: MachineOf<T>) {
    this.#machine = machine
    this.#checker = new Checker(machine)
  }

  /** What a run of `b` shows that no run of `a` may show; `null` if `a` allows it. */
  #notAllowed(program: T['Program'], a: T['Variant'], run: T['Run'], answers: T['Answers']): string | null {
    const { runProgram, allowedRuns, firstDifference } = this.#machine
    const isUndefined = ({ events }: T['Run']): boolean => events.some(({ kind }) => kind === 'unpredictable')
    if (isUndefined(run)) return null
    if (firstDifference(runProgram(program, a, answers), run) === null) return null
    let closest: string | null = null
    for (const allowed of allowedRuns(program, a)) {
      const difference = firstDifference(allowed.run, run)
      if (difference === null || isUndefined(allowed.run)) return null
      closest ??= difference
    }
    return closest
  }

  #separates(program: T['Program'], a: T['Variant'], b: T['Variant'], answers: T['Answers']): string | null {
    try {
      return this.#notAllowed(program, a, this.#machine.runProgram(program, b, answers), answers)
    } catch {
      return null
    }
  }

  /** The shortest program on which `b` does what `a` does not allow; `null` if none was found. */
  separate(a: T['Variant'], b: T['Variant'], { runs, seed }: SearchOptions): Separation<T> | null {
    const machine = this.#machine
    const { alphabet, allowedRuns, programClasses, runProgram } = machine
    let found: Separation<T> | null = null
    exploreOf(machine, { alphabet, instructions: 1, groups: 1 }, (program) => {
      const all: T['Run'][] = []
      for (const { run, answers } of allowedRuns(program, b)) {
        all.push(run)
        const difference = this.#notAllowed(program, a, run, answers)
        if (difference === null) continue
        found = { program, answers, difference, shortest: true }
        return null
      }
      return all
    })
    if (found) return found
    for (const programClass of programClasses)
      for (const [n, program] of this.#checker.samplePrograms(programClass, runs, seed).entries()) {
        const answers = this.#checker.answersFor(seed, n)
        if (this.#separates(program, a, b, answers) === null) continue
        const fails = (smaller: T['Program']): boolean => this.#separates(smaller, a, b, answers) !== null
        const smallest = shrinkOf(machine, program, fails, 3000).program
        const difference = this.#separates(smallest, a, b, answers)!
        const met = runProgram(smallest, b, answers).consulted
        const needed = Object.fromEntries(
          Object.entries(answers).filter(([name]) => met.has(name) && !(name in b.answers)),
        )
        return { program: smallest, answers: needed, difference, shortest: false }
      }
    return null
  }

  /** The smallest counterexample to each property of the manual or the ABI that a variant breaks. */
  broken(
    variant: T['Variant'],
    properties: readonly Property<T>[],
    { runs, seed }: SearchOptions,
  ): Counterexample<T>[] {
    const judged = properties.filter(({ layer, kind }) => layer !== 'policy' && kind === 'program')
    return this.#checker
      .check({ variants: [variant], properties: judged, runs, seed })
      .flatMap(({ counterexample }) => (counterexample ? [this.#checker.minimise(counterexample)] : []))
  }

  /** Whether another variant keeps the property on the program of a counterexample. */
  isKept({ property, program, answers }: Counterexample<T>, variant: T['Variant']): boolean {
    if (property.kind !== 'program' || program === null) return false
    return this.#checker.examine(property, variant, program, answers).violation === null
  }

  /** The answer of a variant to a choice, for showing what it fixes. */
  answerText(variant: T['Variant'], name: string): string {
    const { answers } = this.#machine.choices[name]!
    return variant.answers[name] ?? `${answers.join(' or ')} (default ${answers[0]})`
  }
}
