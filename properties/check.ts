/**
 * Tries properties on variants: random programs, the same for every variant.
 */
import fc from 'fast-check'
import { contextOf } from '../model/choices.ts'
import { InputError } from '../model/program.ts'
import { smallProgramsOf } from './exhaustive.ts'
import type { MachineOf, MachineTypes } from './machine.ts'
import type { ProgramProperty, Property, RuleProperty, Verdict } from './property.ts'
import { shrinkOf } from './shrink.ts'
import { x86 } from './x86/machine.ts'
import type { X86 } from './x86/types.ts'

/** A property that a variant breaks, with the evidence. */
export interface Counterexample<T extends MachineTypes = X86> {
  readonly property: Property<T>
  readonly variant: T['Variant']
  /** What was seen. */
  readonly violation: string
  /** The program that failed; for a property of a rule, `null`. */
  readonly program: T['Program'] | null
  /** The answers to the free choices under which it fails. */
  readonly answers: T['Answers']
  /** The input of the rule, for a property of a rule. */
  readonly input: unknown
  /** Programs tried until it was found. */
  readonly after: number
}

/** How one property fared on one variant. */
export interface Outcome<T extends MachineTypes = X86> {
  readonly property: Property<T>
  readonly variant: T['Variant']
  readonly tried: number
  /** Trials that reached the witness. */
  readonly exercised: number
  readonly counterexample: Counterexample<T> | null
}

export interface CheckOptions<T extends MachineTypes = X86> {
  readonly variants: readonly T['Variant'][]
  readonly properties: readonly Property<T>[]
  /** Random programs of each class, and inputs of each rule. */
  readonly runs: number
  readonly seed: number
  /**
   * A wrong form that nothing convicts is tried on more random programs, up to so many of each class; default: no
   * more than the others.
   */
  readonly most?: number
  /** Told of every variant that is done. */
  readonly onProgress?: (done: number, of: number, variant: T['Variant']) => void
}

/** A multiplicative generator is enough to vary the answers to choices from program to program. */
const mix = (seed: number, n: number): number => Math.imul(seed ^ (n + 0x9e3779b9), 0x85ebca6b) >>> 8

/** A property that runs related programs is tried on one program in so many. */
const COSTLY_ONE_IN = 8

/** Inputs tried on a rule; there are as many properties of rules as rules, and none needs more. */
const RULE_INPUTS = 300

interface Progress<T extends MachineTypes> {
  tried: number
  exercised: number
  counterexample: Counterexample<T> | null
}

/** Whether a variant is a wrong form of another: it is convicted only by a property that its base keeps. */
const isWrongForm = (variant: MachineTypes['Variant']): boolean =>
  variant.base !== null && (variant.status === 'historical' || variant.status === 'mutant')

/** Tries the properties of one machine on its variants. */
export class Checker<T extends MachineTypes> {
  readonly #machine: MachineOf<T>

  constructor(machine: MachineOf<T>) {
    this.#machine = machine
  }

  /** Answers for the n-th program: the defaults for two in three, else a pick for each choice. */
  readonly answersFor = (seed: number, n: number): T['Answers'] => {
    if (n % 3 !== 0) return {}
    return Object.fromEntries(
      Object.entries(this.#machine.choices).map(([name, { answers }], i) => [
        name,
        answers[mix(seed + i, n) % answers.length],
      ]),
    )
  }

  /** Random programs of a class, the same for the same seed. */
  readonly samplePrograms = (programClass: T['ProgramClass'], runs: number, seed: number): T['Program'][] =>
    fc.sample(this.#machine.programs(programClass), { numRuns: runs, seed })

  /** Answers reduced to those that the run met and the variant leaves free. */
  #relevant(run: T['Run'], variant: T['Variant'], answers: T['Answers']): T['Answers'] {
    return Object.fromEntries(
      Object.entries(answers).filter(([name]) => run.consulted.has(name) && !(name in variant.answers)),
    )
  }

  /** Examines one property on one program. */
  readonly examine = (
    property: ProgramProperty<T>,
    variant: T['Variant'],
    program: T['Program'],
    answers: T['Answers'],
    run: T['Run'] = this.#machine.runProgram(program, variant, answers),
  ): Verdict =>
    property.examine({
      program,
      run,
      variant,
      answers,
      rerun: (other) => this.#machine.runProgram(other, variant, answers),
    })

  #fails(
    property: ProgramProperty<T>,
    variant: T['Variant'],
    program: T['Program'],
    answers: T['Answers'],
  ): string | null {
    try {
      return this.examine(property, variant, program, answers).violation
    } catch (error) {
      if (error instanceof InputError) return null
      throw error
    }
  }

  /**
   * The same counterexample with the smallest program that fails, and no answer beside the defaults that it can do
   * without. A program that ends by itself is not exchanged for one that runs into a cap: nobody wants to read that.
   */
  readonly minimise = (counterexample: Counterexample<T>): Counterexample<T> => {
    const machine = this.#machine
    const { property, variant } = counterexample
    if (property.kind !== 'program' || counterexample.program === null) return counterexample
    let { answers } = counterexample
    const isViolated = (candidate: T['Program'], given = answers): boolean =>
      this.#fails(property, variant, candidate, given) !== null
    const loops = (candidate: T['Program']): boolean =>
      machine.runProgram(candidate, variant, answers).ending === 'cap'

    for (const name of Object.keys(answers)) {
      const fewer = Object.fromEntries(Object.entries(answers).filter(([each]) => each !== name))
      if (isViolated(counterexample.program, fewer)) answers = fewer
    }
    const shrunk = (program: T['Program']): T['Program'] => {
      const mayLoop = loops(program)
      return shrinkOf(
        machine,
        program,
        (candidate) => isViolated(candidate) && (mayLoop || !loops(candidate)),
      ).program
    }
    const first = shrunk(counterexample.program)
    // Where a handler that only returns makes a loop, one that disarms the breakpoint may show the same.
    const disarming = { ...first, setup: { ...first.setup, onDebugException: 'disarm' } }
    const isBetter = loops(first) && isViolated(disarming) && !loops(disarming)
    const smallest = isBetter ? shrunk(disarming) : first
    return {
      ...counterexample,
      program: smallest,
      answers: this.#relevant(machine.runProgram(smallest, variant, answers), variant, answers),
      violation: this.#fails(property, variant, smallest, answers)!,
    }
  }

  /**
   * Tries on a sample of programs what is not yet violated. Where nobody can tell a wrong form from its base, there is
   * nothing to examine: what its base keeps it keeps too. (Related programs may still tell them apart.)
   */
  #tryPrograms(
    variant: T['Variant'],
    progress: Map<ProgramProperty<T>, Progress<T>>,
    sample: Sample<T>,
  ): void {
    const machine = this.#machine
    const open = new Set(
      [...progress.keys()].filter((property) => progress.get(property)!.counterexample === null),
    )
    const base = isWrongForm(variant) ? variant.base : null
    for (const [n, program] of sample.programs.entries()) {
      if (open.size === 0) return
      const answers = sample.answers(n)
      const run = machine.runProgram(program, variant, answers)
      const asBase = base !== null && machine.firstDifference(sample.baseRun(base, n), run) === null
      for (const property of open) {
        if (property.costly ? n % COSTLY_ONE_IN !== 0 : asBase) continue
        const verdict = this.examine(property, variant, program, answers, run)
        const counts = progress.get(property)!
        counts.tried += 1
        if (verdict.exercised) counts.exercised += 1
        const { violation } = verdict
        if (violation === null) continue
        open.delete(property)
        counts.counterexample = {
          property,
          variant,
          violation,
          program,
          answers,
          input: null,
          after: n + 1,
        }
      }
    }
  }

  #checkRule(variant: T['Variant'], property: RuleProperty<T>, runs: number, seed: number): Outcome<T> {
    let tried = 0
    let exercised = 0
    let violation = ''
    const context = contextOf(this.#machine.choices, variant, {}) as T['Context']
    const details = fc.check(
      fc.property(property.inputs(fc), (input) => {
        const verdict = property.examine(variant.rules, input, context)
        tried += 1
        if (verdict.exercised) exercised += 1
        if (verdict.violation !== null) violation = verdict.violation
        return verdict.violation === null
      }),
      { numRuns: runs, seed },
    )
    if (!details.failed) return { property, variant, tried, exercised, counterexample: null }
    const [input] = details.counterexample ?? []
    violation = property.examine(variant.rules, input, context).violation ?? violation
    const counterexample: Counterexample<T> = {
      property,
      variant,
      violation,
      program: null,
      answers: {},
      input,
      after: details.numRuns,
    }
    return { property, variant, tried, exercised, counterexample }
  }

  /**
   * Tries every property on every variant: first on all programs of one step over the alphabet, then on random ones.
   * Order of the outcomes: variants, then properties, as given.
   */
  readonly check = (options: CheckOptions<T>): Outcome<T>[] => {
    const machine = this.#machine
    const { variants, properties, runs, seed, most = runs, onProgress } = options
    const newSample = (programs: readonly T['Program'][], of: number): Sample<T> =>
      new Sample(programs, machine, (n) => this.answersFor(of, n))
    const small = newSample(smallProgramsOf(machine, machine.alphabet), seed)
    const samples = new Map<string, Sample<T>>()
    /** The n-th sample of a class; each is as large as all before it together. */
    const sample = (programClass: T['ProgramClass'], n: number): Sample<T> => {
      const key = `${programClass} ${n}`
      const size = n === 0 ? runs : runs * 2 ** (n - 1)
      const known = samples.get(key) ?? newSample(this.samplePrograms(programClass, size, seed + n), seed + n)
      samples.set(key, known)
      return known
    }
    const outcomes: Outcome<T>[] = []
    for (const [n, variant] of variants.entries()) {
      const progress = new Map<ProgramProperty<T>, Progress<T>>(
        properties
          .filter((property): property is ProgramProperty<T> => property.kind === 'program')
          .map((property) => [property, { tried: 0, exercised: 0, counterexample: null }]),
      )
      const tryClasses = (round: number): void => {
        for (const programClass of machine.programClasses) {
          const ofClass = new Map([...progress].filter(([property]) => property.programs === programClass))
          if (ofClass.size > 0) this.#tryPrograms(variant, ofClass, sample(programClass, round))
        }
      }
      const ofRules = new Map(
        properties
          .filter((property): property is RuleProperty<T> => property.kind === 'rule')
          .map((property) => [
            property.id,
            this.#checkRule(variant, property, Math.min(runs, RULE_INPUTS), seed),
          ]),
      )
      const result = (): Outcome<T>[] =>
        properties.map(
          (property) =>
            ofRules.get(property.id) ?? {
              property,
              variant,
              ...progress.get(property as ProgramProperty<T>)!,
            },
        )
      this.#tryPrograms(variant, progress, small)
      tryClasses(0)
      for (let round = 1; runs * 2 ** round <= most; round++) {
        if (!isWrongForm(variant) || convictions([...outcomes, ...result()], variant).length > 0) break
        tryClasses(round)
      }
      outcomes.push(...result())
      onProgress?.(n + 1, variants.length, variant)
    }
    return outcomes
  }
}

/** A sample of programs with the runs of the variants that others are wrong forms of: made once, compared often. */
class Sample<T extends MachineTypes> {
  readonly programs: readonly T['Program'][]
  readonly #machine: MachineOf<T>
  /** Answers for the n-th program. */
  readonly answers: (n: number) => T['Answers']
  readonly #runs = new Map<T['Variant'], T['Run'][]>()

  constructor(
    programs: readonly T['Program'][],
    machine: MachineOf<T>,
    answers: (n: number) => T['Answers'],
  ) {
    this.programs = programs
    this.#machine = machine
    this.answers = answers
  }

  baseRun(base: T['Variant'], n: number): T['Run'] {
    const runs = this.#runs.get(base) ?? []
    this.#runs.set(base, runs)
    runs[n] ??= this.#machine.runProgram(this.programs[n]!, base, this.answers(n))
    return runs[n]!
  }
}

/**
 * What convicts a variant among the outcomes of a check: the properties of the manual and of the ABI that it breaks
 * and its base, if it is a wrong form of one, keeps. A violated policy is a difference, not a conviction.
 */
export const convictions = <T extends MachineTypes>(
  outcomes: readonly Outcome<T>[],
  variant: T['Variant'],
): Counterexample<T>[] => {
  const brokenByBase = new Set(
    outcomes
      .filter((outcome) => isWrongForm(variant) && outcome.variant === variant.base && outcome.counterexample)
      .map((outcome) => outcome.property.id),
  )
  return outcomes.flatMap(({ variant: of, property, counterexample }) =>
    of === variant && counterexample && property.layer !== 'policy' && !brokenByBase.has(property.id)
      ? [counterexample]
      : [],
  )
}

/** Those of the x86 machine. */
export const { answersFor, samplePrograms, examine, minimise, check } = new Checker(x86)
