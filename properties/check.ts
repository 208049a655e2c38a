/**
 * Tries properties on variants: random programs, the same for every variant.
 */
import fc from 'fast-check'
import { InputError } from '../model/program.ts'
import {
  type Answers,
  CHOICE_NAMES,
  choices,
  chooseFrom,
  type Program,
  type Run,
  runProgram,
  type Variant,
} from '../model/x86/index.ts'
import { smallPrograms } from './exhaustive.ts'
import type { ProgramProperty, Property, RuleProperty } from './property.ts'
import { shrink } from './shrink.ts'
import { alphabet } from './x86/alphabet.ts'
import { PROGRAM_CLASSES, type ProgramClass, programs } from './x86/generators.ts'
import { firstDifference } from './x86/observations.ts'

/** A property that a variant breaks, with the evidence. */
export interface Counterexample {
  readonly property: Property
  readonly variant: Variant
  /** What was seen. */
  readonly violation: string
  /** The program that failed; for a property of a rule, `null`. */
  readonly program: Program | null
  /** The answers to the free choices under which it fails. */
  readonly answers: Answers
  /** The input of the rule, for a property of a rule. */
  readonly input: unknown
  /** Programs tried until it was found. */
  readonly after: number
}

/** How one property fared on one variant. */
export interface Outcome {
  readonly property: Property
  readonly variant: Variant
  readonly tried: number
  /** Trials that reached the witness. */
  readonly exercised: number
  readonly counterexample: Counterexample | null
}

export interface CheckOptions {
  readonly variants: readonly Variant[]
  readonly properties: readonly Property[]
  /** Random programs of each class, and inputs of each rule. */
  readonly runs: number
  readonly seed: number
  /**
   * A wrong form that nothing convicts is tried on more random programs, up to so many of each class; default: no
   * more than the others.
   */
  readonly most?: number
  /** Told of every variant that is done. */
  readonly onProgress?: (done: number, of: number, variant: Variant) => void
}

/** A multiplicative generator is enough to vary the answers to choices from program to program. */
const mix = (seed: number, n: number): number => Math.imul(seed ^ (n + 0x9e3779b9), 0x85ebca6b) >>> 8

/** Answers for the n-th program: the defaults for two in three, else a pick for each choice. */
export const answersFor = (seed: number, n: number): Answers => {
  if (n % 3 !== 0) return {}
  return Object.fromEntries(
    CHOICE_NAMES.map((name, i) => {
      const { answers } = choices[name]
      return [name, answers[mix(seed + i, n) % answers.length]]
    }),
  ) as Answers
}

/** Random programs of a class, the same for the same seed. */
export const samplePrograms = (programClass: ProgramClass, runs: number, seed: number): Program[] =>
  fc.sample(programs(programClass), { numRuns: runs, seed })

/** Answers reduced to those that the run met and the variant leaves free. */
const relevant = (run: Run, variant: Variant, answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(
      ([name]) => run.consulted.has(name as keyof Answers) && !(name in variant.answers),
    ),
  )

/** Examines one property on one program. */
export const examine = (
  property: ProgramProperty,
  variant: Variant,
  program: Program,
  answers: Answers,
  run: Run = runProgram(program, variant, answers),
) =>
  property.examine({ program, run, variant, answers, rerun: (other) => runProgram(other, variant, answers) })

const fails = (
  property: ProgramProperty,
  variant: Variant,
  program: Program,
  answers: Answers,
): string | null => {
  try {
    return examine(property, variant, program, answers).violation
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}

/**
 * The same counterexample with the smallest program that fails, and no answer beside the defaults that it can do
 * without. A program that ends by itself is not exchanged for one that runs into a cap: nobody wants to read that.
 */
export const minimise = (counterexample: Counterexample): Counterexample => {
  const { property, variant } = counterexample
  if (property.kind !== 'program' || counterexample.program === null) return counterexample
  let { answers } = counterexample
  const isViolated = (candidate: Program, given = answers): boolean =>
    fails(property, variant, candidate, given) !== null
  const loops = (candidate: Program): boolean => runProgram(candidate, variant, answers).ending === 'cap'

  for (const name of Object.keys(answers) as (keyof Answers)[]) {
    const { [name]: _, ...fewer } = answers
    if (isViolated(counterexample.program, fewer)) answers = fewer
  }
  const shrunk = (program: Program): Program => {
    const mayLoop = loops(program)
    return shrink(program, (candidate) => isViolated(candidate) && (mayLoop || !loops(candidate))).program
  }
  const first = shrunk(counterexample.program)
  // Where a handler that only returns makes a loop, one that disarms the breakpoint may show the same.
  const disarming: Program = { ...first, setup: { ...first.setup, onDebugException: 'disarm' } }
  const isBetter = loops(first) && isViolated(disarming) && !loops(disarming)
  const smallest = isBetter ? shrunk(disarming) : first
  return {
    ...counterexample,
    program: smallest,
    answers: relevant(runProgram(smallest, variant, answers), variant, answers),
    violation: fails(property, variant, smallest, answers)!,
  }
}

/** A property that runs related programs is tried on one program in so many. */
const COSTLY_ONE_IN = 8

interface Progress {
  tried: number
  exercised: number
  counterexample: Counterexample | null
}

/** Whether a variant is a wrong form of another: it is convicted only by a property that its base keeps. */
const isWrongForm = (variant: Variant): boolean =>
  variant.base !== null && (variant.status === 'historical' || variant.status === 'mutant')

/** A sample of programs with the runs of the variants that others are wrong forms of: made once, compared often. */
class Sample {
  readonly programs: readonly Program[]
  readonly #seed: number
  readonly #runs = new Map<Variant, Run[]>()

  constructor(programs: readonly Program[], seed: number) {
    this.programs = programs
    this.#seed = seed
  }

  answers(n: number): Answers {
    return answersFor(this.#seed, n)
  }

  baseRun(base: Variant, n: number): Run {
    const runs = this.#runs.get(base) ?? []
    this.#runs.set(base, runs)
    runs[n] ??= runProgram(this.programs[n]!, base, this.answers(n))
    return runs[n]!
  }
}

/**
 * Tries on a sample of programs what is not yet violated. Where nobody can tell a wrong form from its base, there is
 * nothing to examine: what its base keeps it keeps too. (Related programs may still tell them apart.)
 */
const tryPrograms = (variant: Variant, progress: Map<ProgramProperty, Progress>, sample: Sample): void => {
  const open = new Set(
    [...progress.keys()].filter((property) => progress.get(property)!.counterexample === null),
  )
  const base = isWrongForm(variant) ? variant.base : null
  for (const [n, program] of sample.programs.entries()) {
    if (open.size === 0) return
    const answers = sample.answers(n)
    const run = runProgram(program, variant, answers)
    const asBase = base !== null && firstDifference(sample.baseRun(base, n), run) === null
    for (const property of open) {
      if (property.costly ? n % COSTLY_ONE_IN !== 0 : asBase) continue
      const verdict = examine(property, variant, program, answers, run)
      const counts = progress.get(property)!
      counts.tried += 1
      if (verdict.exercised) counts.exercised += 1
      const { violation } = verdict
      if (violation === null) continue
      open.delete(property)
      counts.counterexample = { property, variant, violation, program, answers, input: null, after: n + 1 }
    }
  }
}

const checkRule = (variant: Variant, property: RuleProperty, runs: number, seed: number): Outcome => {
  let tried = 0
  let exercised = 0
  let violation = ''
  const context = { rules: variant.rules, choose: chooseFrom(variant.answers) }
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
  const counterexample: Counterexample = {
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

const isProgramProperty = (property: Property): property is ProgramProperty => property.kind === 'program'

/** Inputs tried on a rule; there are as many properties of rules as rules, and none needs more. */
const RULE_INPUTS = 300

/**
 * Tries every property on every variant: first on all programs of one step over the alphabet, then on random ones.
 * Order of the outcomes: variants, then properties, as given.
 */
export const check = (options: CheckOptions): Outcome[] => {
  const { variants, properties, runs, seed, most = runs, onProgress } = options
  const small = new Sample(smallPrograms(alphabet), seed)
  const samples = new Map<string, Sample>()
  /** The n-th sample of a class; each is as large as all before it together. */
  const sample = (programClass: ProgramClass, n: number): Sample => {
    const key = `${programClass} ${n}`
    const size = n === 0 ? runs : runs * 2 ** (n - 1)
    const known = samples.get(key) ?? new Sample(samplePrograms(programClass, size, seed + n), seed + n)
    samples.set(key, known)
    return known
  }
  const outcomes: Outcome[] = []
  for (const [n, variant] of variants.entries()) {
    const progress = new Map<ProgramProperty, Progress>(
      properties
        .filter(isProgramProperty)
        .map((property) => [property, { tried: 0, exercised: 0, counterexample: null }]),
    )
    const tryClasses = (round: number): void => {
      for (const programClass of PROGRAM_CLASSES) {
        const ofClass = new Map([...progress].filter(([property]) => property.programs === programClass))
        if (ofClass.size > 0) tryPrograms(variant, ofClass, sample(programClass, round))
      }
    }
    const ofRules = new Map(
      properties
        .filter((property) => property.kind === 'rule')
        .map((property) => [property.id, checkRule(variant, property, Math.min(runs, RULE_INPUTS), seed)]),
    )
    const result = (): Outcome[] =>
      properties.map(
        (property) =>
          ofRules.get(property.id) ?? { property, variant, ...progress.get(property as ProgramProperty)! },
      )
    tryPrograms(variant, progress, small)
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

/**
 * What convicts a variant among the outcomes of a check: the properties of the manual and of the ABI that it breaks
 * and its base, if it is a wrong form of one, keeps. A violated policy is a difference, not a conviction.
 */
export const convictions = (outcomes: readonly Outcome[], variant: Variant): Counterexample[] => {
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
