/**
 * What a report is about, from a counterexample or from a finding: the program, what was expected and what was seen
 * instead, and what says so.
 */
import { InputError } from '../../model/program.ts'
import type { MachineTypes } from '../../properties/machine.ts'
import type { ProgramProperty, Property, Statement } from '../../properties/property.ts'
import { differingParts, type Part, withPart } from '../differential/compare.ts'
import { choiceNamed, idOf } from '../ids.ts'
import type { Machine } from '../machines/machine.ts'
import { type Difference, firstDifference, type Observation } from '../targets/kvm/observation.ts'
import type { StoredCounterexample } from './counterexample.ts'
import { type AllowedRun, nearestFirst } from './difference.ts'
import type { StoredFinding } from './finding.ts'
import { type Shown, shownOf } from './shown.ts'

/** A program that two disagree about, as the host sees them. */
export interface Disagreement<T extends MachineTypes> {
  readonly program: T['Program']
  /** The variant that says what is right. */
  readonly reference: T['Variant']
  /** What it allows, the nearest to what was observed first. */
  readonly allowed: readonly AllowedRun<T>[]
  readonly observed: Observation
  /** Where the nearest and what was observed part; `null` if the host cannot see it. */
  readonly difference: Difference | null
  /** The parts of the wrong variant that make this difference alone. */
  readonly causes: readonly Part[]
}

/** A counterexample with all that it names. */
export interface CounterexampleSubject<T extends MachineTypes = MachineTypes> extends Disagreement<T> {
  readonly kind: 'counterexample'
  readonly stored: StoredCounterexample & { readonly program: T['Program'] }
  readonly property: Statement
  readonly variant: T['Variant']
  readonly answers: T['Answers']
}

/** A finding with all that it names. */
export interface FindingSubject<T extends MachineTypes = MachineTypes> extends Disagreement<T> {
  readonly kind: 'finding'
  readonly stored: StoredFinding
  /** The properties that are broken here, a bug before a policy. */
  readonly broken: readonly Statement[]
  /** A variant that does what was observed. */
  readonly explainedBy: T['Variant'] | null
}

export type Subject = CounterexampleSubject | FindingSubject

/** The catch-all: it says that something is wrong, and not what. */
const CATCH_ALL = 'allowed-by-ideal'

const violates = <T extends MachineTypes>(
  { runProgram }: Machine<T>,
  property: ProgramProperty<T>,
  variant: T['Variant'],
  program: T['Program'],
  answers: T['Answers'],
): boolean => {
  const rerun = (other: T['Program']): T['Run'] => runProgram(other, variant, answers)
  return property.examine({ program, run: rerun(program), variant, answers, rerun }).violation !== null
}

/** The nearest of a variant's bases that keeps a property on a program; the ideal machine keeps all. */
const keeper = <T extends MachineTypes>(
  machine: Machine<T>,
  property: ProgramProperty<T>,
  variant: T['Variant'],
  program: T['Program'],
  answers: T['Answers'],
): T['Variant'] => {
  let base = variant.base ?? variant
  while (base.base !== null && violates(machine, property, base, program, answers)) base = base.base
  return base
}

const sameDifference = (a: Difference | null, b: Difference): boolean =>
  a !== null && a.event === b.event && a.field === b.field && a.observed === b.observed

/** The parts of a variant that, put into the reference one by one, make the difference. */
const causesOf = <T extends MachineTypes>(
  { runProgram, observationOf }: Machine<T>,
  variant: T['Variant'],
  { program, reference, allowed, difference }: Omit<Disagreement<T>, 'causes'>,
): Part[] => {
  if (difference === null || allowed.length === 0) return []
  const [nearest] = allowed
  return differingParts(reference, variant).filter((part) => {
    const swapped = runProgram(program, withPart(reference, variant, part), nearest!.answers)
    return sameDifference(firstDifference(nearest!.observation, observationOf(swapped)), difference)
  })
}

/** The programs that a property looks at: the counterexample's own, and those that it makes from it. */
const lookedAt = <T extends MachineTypes>(
  { runProgram }: Machine<T>,
  property: ProgramProperty<T>,
  variant: T['Variant'],
  program: T['Program'],
  answers: T['Answers'],
): T['Program'][] => {
  const programs = [program]
  property.examine({
    program,
    run: runProgram(program, variant, answers),
    variant,
    answers,
    rerun: (other) => {
      programs.push(other)
      return runProgram(other, variant, answers)
    },
  })
  return programs
}

/**
 * What a counterexample is about. Where a property relates runs of several programs, the program is the one whose
 * run is wrong.
 *
 * @throws InputError if the property is one of a rule.
 */
export const counterexampleSubject = <T extends MachineTypes>(
  machine: Machine<T>,
  stored: StoredCounterexample & { readonly program: T['Program'] },
  property: Property<T>,
  variant: T['Variant'],
  answers: T['Answers'],
): CounterexampleSubject<T> => {
  const { runProgram, observationOf } = machine
  if (property.kind !== 'program')
    throw new InputError('GDO-1503', `${property.id} is about a rule: no program shows it`)
  const reference = keeper(machine, property, variant, stored.program, answers)
  const { program: own } = stored
  // A run that goes round in circles shows nothing: a handler that disarms the debug exception ends it.
  const disarming: T['Program'] = { ...own, setup: { ...own.setup, onDebugException: 'disarm' } }
  const others = violates(machine, property, variant, disarming, answers) ? [disarming] : []
  const candidates = [...lookedAt(machine, property, variant, own, answers), ...others]
  const disagreements = candidates.map((program) => {
    const observed = observationOf(runProgram(program, variant, answers))
    const allowed = nearestFirst(machine, program, reference, observed, answers)
    const difference = firstDifference(allowed[0]!.observation, observed)
    return { program, reference, allowed, observed, difference }
  })
  const chosen = disagreements.find(({ difference }) => difference !== null) ?? disagreements[0]!
  const causes = causesOf(machine, variant, chosen)
  const shown = chosen.program === disarming ? { ...stored, program: disarming } : stored
  return { kind: 'counterexample', stored: shown, property, variant, answers, ...chosen, causes }
}

const answersOf = <T extends MachineTypes>(
  { name, choices }: Machine<T>,
  byId: { readonly [id: string]: string },
): T['Answers'] =>
  Object.fromEntries(
    Object.entries(byId).map(([id, answer]) => [choiceNamed(name, choices, id) ?? id, answer]),
  )

/** A shipped variant other than the reference that does what was observed: a kernel rather than a patch or a bug. */
const explanation = <T extends MachineTypes>(
  machine: Machine<T>,
  program: T['Program'],
  observed: Observation,
  reference: T['Variant'] | null,
  variants: readonly T['Variant'][],
): T['Variant'] | null => {
  for (const status of ['kernel', 'patch', 'historical'] as const)
    for (const variant of variants) {
      if (variant.status !== status || variant === reference) continue
      const [nearest] = nearestFirst(machine, program, variant, observed)
      if (nearest && firstDifference(nearest.observation, observed) === null) return variant
    }
  return null
}

const LAYERS = ['arch', 'abi', 'policy']

const byLayer = (a: Statement, b: Statement): number => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer)

/** What a reference allows of a finding's program, what the campaign has compared with first. */
const allowedOf = <T extends MachineTypes>(
  machine: Machine<T>,
  stored: StoredFinding,
  shown: Shown,
  reference: T['Variant'],
): readonly AllowedRun<T>[] => {
  const all = nearestFirst(
    machine,
    shown.program,
    reference,
    shown.observed,
    answersOf(machine, stored.answers),
  )
  // Of a related program nothing is allowed but what the other one has shown.
  if (stored.related && shown.expected) return [{ ...all[0]!, observation: shown.expected }]
  const isStored = ({ observation }: AllowedRun<T>): boolean =>
    firstDifference(observation, stored.expected) === null &&
    firstDifference(stored.expected, observation) === null
  return [...all.filter(isStored), ...all.filter((run) => !isStored(run))]
}

/** What a finding is about. */
export const findingSubject = <T extends MachineTypes>(
  machine: Machine<T>,
  stored: StoredFinding,
  reference: T['Variant'],
  property: Property<T> | null,
  variants: readonly T['Variant'][],
  properties: readonly Property<T>[],
): FindingSubject<T> => {
  const shown = shownOf(stored)
  const { program, observed } = shown
  const allowed = allowedOf(machine, stored, shown, reference)
  const difference = shown.expected ? shown.difference : firstDifference(stored.expected, observed)
  const disagreement = { program, reference, allowed, observed, difference }
  const explained = explanation(
    machine,
    program,
    observed,
    stored.kind === 'property' ? null : reference,
    variants,
  )
  const causes = explained ? causesOf(machine, explained, disagreement) : []
  // What else the variant does wrong in this program is not what was found.
  const wrong = explained ? causes.map((part) => withPart(reference, explained, part)) : []
  const { answers } = allowed[0]!
  const isBroken = (candidate: Property<T>): candidate is ProgramProperty<T> =>
    candidate.kind === 'program' &&
    candidate.id !== idOf(machine.name, CATCH_ALL) &&
    wrong.some((variant) => violates(machine, candidate, variant, program, answers)) &&
    !violates(machine, candidate, reference, program, answers)
  // That a variant does not describe a target says nothing about who is right.
  const broken = stored.kind === 'deviation' ? properties.filter(isBroken).sort(byLayer) : []
  const named = property?.kind === 'program' ? [property] : []
  return {
    kind: 'finding',
    stored,
    broken: [...named, ...broken],
    explainedBy: explained,
    ...disagreement,
    causes,
  }
}
