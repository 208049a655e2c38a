/**
 * Properties: invariants over one run, over several runs of related programs, or over the answers of one rule.
 */
import type fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Citation } from '../model/citations.ts'
import type { Layer } from '../model/variant.ts'
import type { MachineTypes } from './machine.ts'
import type { X86 } from './x86/types.ts'

/** fast-check, as whoever tries properties hands it in: to list properties nobody has to load it. */
export type FastCheck = typeof fc

/** What a property gets to look at. */
export interface Trial<T extends MachineTypes = X86> {
  readonly program: T['Program']
  readonly run: T['Run']
  readonly variant: T['Variant']
  /** The answers to the free choices that the run was made with. */
  readonly answers: T['Answers']
  /** The run of a related program under the same variant and the same answers to its choices. */
  readonly rerun: (program: T['Program']) => T['Run']
}

/** What a property says of one trial. */
export interface Verdict {
  /** The witness was reached: the trial really exercises the property. */
  readonly exercised: boolean
  /** What was seen that must not be, as a sentence; `null` if the property holds. */
  readonly violation: string | null
}

/** What every property says of itself. */
export interface Statement {
  /** `machine/kebab-case-name` */
  readonly id: string
  /** Who is entitled to complain about a violation. */
  readonly layer: Layer
  /** The invariant, in one sentence. */
  readonly statement: string
  readonly cites: readonly Citation[]
}

/** An invariant of programs. */
export interface ProgramProperty<T extends MachineTypes = X86> extends Statement {
  readonly kind: 'program'
  /** The programs it is tried on. */
  readonly programs: T['ProgramClass']
  /** It runs related programs, so that one trial costs as much as many: it is tried on fewer. */
  readonly costly: boolean
  /** The examination step by step: it yields the related programs whose runs it wants to see. */
  readonly examination: (trial: Omit<Trial<T>, 'rerun'>) => Generator<T['Program'], Verdict, T['Run']>
  /** The same at once. */
  readonly examine: (trial: Trial<T>) => Verdict
}

/** An invariant of the answers of a rule, for what no program of this machine can show. */
export interface RuleProperty<T extends MachineTypes = X86> extends Statement {
  readonly kind: 'rule'
  readonly rule: keyof T['Rules'] & string
  readonly inputs: (fc: FastCheck) => Arbitrary<unknown>
  readonly examine: (rules: T['Rules'], input: unknown, context: T['Context']) => Verdict
}

export type Property<T extends MachineTypes = X86> = ProgramProperty<T> | RuleProperty<T>

const NOT_EXERCISED: Verdict = { exercised: false, violation: null }

/** What `holds` returns: whether the property holds, or a sentence that says what was seen instead. */
export type Answer = boolean | string

const violationOf = (answer: Answer): string | null => {
  if (answer === true) return null
  return answer === false ? 'the property does not hold' : answer
}

/** A program made from another one, and what was done to it. */
export interface Related<T extends MachineTypes = X86> {
  readonly program: T['Program']
  /** What differs, as a phrase: `save and restore before run 2`. */
  readonly how: string
}

type RuleOf<T extends MachineTypes, Name extends keyof T['Rules']> = T['Rules'][Name] extends (
  input: infer Input,
  context: never,
) => infer Output
  ? { readonly input: Input; readonly output: Output }
  : never

/**
 * The functions that make the properties of one machine.
 *
 * @param unpredictable the choices that stand for what the manual leaves undefined: a run in which the machine had to guess
 *   says nothing after that.
 */
export const propertiesOf = <T extends MachineTypes>(...unpredictable: readonly string[]) => {
  const isUnpredictable = (run: T['Run']): boolean => unpredictable.some((name) => run.consulted.has(name))

  /** A property that looks at no other run than the one it is given. */
  const ofOneRun = (of: Omit<ProgramProperty<T>, 'kind' | 'costly' | 'examination'>): ProgramProperty<T> => ({
    ...of,
    kind: 'program',
    costly: false,
    *examination(trial) {
      return of.examine({ ...trial, rerun: () => trial.run })
    },
  })

  /** An invariant over one run. */
  const property = (
    of: Statement & {
      readonly programs: T['ProgramClass']
      /** Whether the run exercises the property; without it every run would keep an empty promise. */
      readonly witness: (run: T['Run'], program: T['Program']) => boolean
      readonly holds: (run: T['Run'], program: T['Program']) => Answer
    },
  ): ProgramProperty<T> => {
    const { witness, holds, ...statement } = of
    return ofOneRun({
      ...statement,
      examine: ({ program, run }) => {
        if (isUnpredictable(run)) return NOT_EXERCISED
        return { exercised: witness(run, program), violation: violationOf(holds(run, program)) }
      },
    })
  }

  /** An invariant over the runs of related programs. */
  const relation = (
    of: Statement & {
      readonly programs: T['ProgramClass']
      /** The related programs; every one of them is a witness. */
      readonly related: (program: T['Program'], run: T['Run']) => Iterable<Related<T>>
      readonly holds: (run: T['Run'], relatedRun: T['Run']) => Answer
    },
  ): ProgramProperty<T> => {
    const { related, holds, ...statement } = of
    const examination: ProgramProperty<T>['examination'] = function* ({ program, run }) {
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
  const ruleProperty = <Name extends keyof T['Rules'] & string>(
    of: Statement & {
      readonly rule: Name
      readonly inputs: (fc: FastCheck) => Arbitrary<RuleOf<T, Name>['input']>
      readonly witness?: (input: RuleOf<T, Name>['input']) => boolean
      readonly holds: (
        output: RuleOf<T, Name>['output'],
        input: RuleOf<T, Name>['input'],
        context: T['Context'],
      ) => Answer
    },
  ): RuleProperty<T> => {
    const { rule, inputs, witness, holds, ...statement } = of
    return {
      ...statement,
      kind: 'rule',
      rule,
      inputs,
      examine: (rules, input, context) => {
        const given = input as RuleOf<T, Name>['input']
        const apply = rules[rule as keyof T['Rules']] as (
          input: unknown,
          context: T['Context'],
        ) => RuleOf<T, Name>['output']
        return {
          exercised: witness?.(given) ?? true,
          violation: violationOf(holds(apply(given, context), given, context)),
        }
      },
    }
  }

  return { isUnpredictable, ofOneRun, property, relation, ruleProperty }
}

/** Those of the x86 machine. */
export const { isUnpredictable, ofOneRun, property, relation, ruleProperty } =
  propertiesOf<X86>('undefinedBreakpoint')
