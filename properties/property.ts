/**
 * Properties: invariants over one run, over several runs of related programs, or over the answers of one rule.
 */
import type fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Citation } from '../model/citations.ts'
import type { Layer } from '../model/variant.ts'
import type { Answers, Context, Program, RuleName, Rules, Run, Variant } from '../model/x86/index.ts'
import type { ProgramClass } from './x86/generators.ts'

/** fast-check, as whoever tries properties hands it in: to list properties nobody has to load it. */
export type FastCheck = typeof fc

/** What a property gets to look at. */
export interface Trial {
  readonly program: Program
  readonly run: Run
  readonly variant: Variant
  /** The answers to the free choices that the run was made with. */
  readonly answers: Answers
  /** The run of a related program under the same variant and the same answers to its choices. */
  readonly rerun: (program: Program) => Run
}

/** What a property says of one trial. */
export interface Verdict {
  /** The witness was reached: the trial really exercises the property. */
  readonly exercised: boolean
  /** What was seen that must not be, as a sentence; `null` if the property holds. */
  readonly violation: string | null
}

interface Statement {
  /** `machine/kebab-case-name` */
  readonly id: string
  /** Who is entitled to complain about a violation. */
  readonly layer: Layer
  /** The invariant, in one sentence. */
  readonly statement: string
  readonly cites: readonly Citation[]
}

/** An invariant of programs. */
export interface ProgramProperty extends Statement {
  readonly kind: 'program'
  /** The programs it is tried on. */
  readonly programs: ProgramClass
  /** It runs related programs, so that one trial costs as much as many: it is tried on fewer. */
  readonly costly: boolean
  /** The examination step by step: it yields the related programs whose runs it wants to see. */
  readonly examination: (trial: Omit<Trial, 'rerun'>) => Generator<Program, Verdict, Run>
  /** The same at once. */
  readonly examine: (trial: Trial) => Verdict
}

/** An invariant of the answers of a rule, for what no program of this machine can show. */
export interface RuleProperty extends Statement {
  readonly kind: 'rule'
  readonly rule: RuleName
  readonly inputs: (fc: FastCheck) => Arbitrary<unknown>
  readonly examine: (rules: Rules, input: unknown, context: Context) => Verdict
}

export type Property = ProgramProperty | RuleProperty

const NOT_EXERCISED: Verdict = { exercised: false, violation: null }

/** A run in which the machine had to guess says nothing after that. */
export const isUnpredictable = (run: Run): boolean => run.consulted.has('undefinedBreakpoint')

/** What `holds` returns: whether the property holds, or a sentence that says what was seen instead. */
export type Answer = boolean | string

const violationOf = (answer: Answer): string | null => {
  if (answer === true) return null
  return answer === false ? 'the property does not hold' : answer
}

/** An invariant over one run. */
export const property = (
  of: Statement & {
    readonly programs: ProgramClass
    /** Whether the run exercises the property; without it every run would keep an empty promise. */
    readonly witness: (run: Run, program: Program) => boolean
    readonly holds: (run: Run, program: Program) => Answer
  },
): ProgramProperty => {
  const { witness, holds, ...statement } = of
  return ofOneRun({
    ...statement,
    examine: ({ program, run }) => {
      if (isUnpredictable(run)) return NOT_EXERCISED
      return { exercised: witness(run, program), violation: violationOf(holds(run, program)) }
    },
  })
}

/** A property that looks at no other run than the one it is given. */
export const ofOneRun = (of: Omit<ProgramProperty, 'kind' | 'costly' | 'examination'>): ProgramProperty => ({
  ...of,
  kind: 'program',
  costly: false,
  *examination(trial) {
    return of.examine({ ...trial, rerun: () => trial.run })
  },
})

/** A program made from another one, and what was done to it. */
export interface Related {
  readonly program: Program
  /** What differs, as a phrase: `save and restore before run 2`. */
  readonly how: string
}

/** An invariant over the runs of related programs. */
export const relation = (
  of: Statement & {
    readonly programs: ProgramClass
    /** The related programs; every one of them is a witness. */
    readonly related: (program: Program, run: Run) => Iterable<Related>
    readonly holds: (run: Run, relatedRun: Run) => Answer
  },
): ProgramProperty => {
  const { related, holds, ...statement } = of
  const examination: ProgramProperty['examination'] = function* ({ program, run }) {
    let exercised = false
    if (isUnpredictable(run)) return NOT_EXERCISED
    for (const other of related(program, run)) {
      const otherRun = yield other.program
      if (isUnpredictable(otherRun)) continue
      exercised = true
      const violation = violationOf(holds(run, otherRun))
      if (violation !== null) return { exercised, violation: `${other.how}: ${violation}` }
    }
    return { exercised, violation: null }
  }
  return {
    ...statement,
    kind: 'program',
    costly: true,
    examination,
    examine: ({ rerun, ...trial }) => {
      const steps = examination(trial)
      let step = steps.next()
      while (!step.done) step = steps.next(rerun(step.value))
      return step.value
    },
  }
}

/** An invariant over the answers of one rule. */
export const ruleProperty = <Name extends RuleName>(
  of: Statement & {
    readonly rule: Name
    readonly inputs: (fc: FastCheck) => Arbitrary<Parameters<Rules[Name]>[0]>
    readonly witness?: (input: Parameters<Rules[Name]>[0]) => boolean
    readonly holds: (
      output: ReturnType<Rules[Name]>,
      input: Parameters<Rules[Name]>[0],
      context: Context,
    ) => Answer
  },
): RuleProperty => {
  const { rule, inputs, witness, holds, ...statement } = of
  return {
    ...statement,
    kind: 'rule',
    rule,
    inputs,
    examine: (rules, input, context) => {
      const given = input as Parameters<Rules[Name]>[0]
      const apply = rules[rule] as (input: unknown, context: Context) => ReturnType<Rules[Name]>
      return {
        exercised: witness?.(given) ?? true,
        violation: violationOf(holds(apply(given, context), given, context)),
      }
    },
  }
}
