/**
 * What a report is about, from a counterexample or from a finding: the program, what was expected and what was seen
 * instead, and what says so.
 */
import { InputError } from '../../model/program.ts'
import type { Answers, Program, Variant } from '../../model/x86/index.ts'
import { runProgram } from '../../model/x86/run-program.ts'
import { examine } from '../../properties/check.ts'
import type { ProgramProperty, Property } from '../../properties/property.ts'
import { differingParts, type Part, withPart } from '../differential/compare.ts'
import { choiceNamed } from '../ids.ts'
import {
  type Difference,
  firstDifference,
  type Observation,
  observationOf,
} from '../targets/kvm/observation.ts'
import type { StoredCounterexample } from './counterexample.ts'
import { type AllowedRun, nearestFirst } from './difference.ts'
import type { StoredFinding } from './finding.ts'
import { type Shown, shownOf } from './shown.ts'

/** A program that two disagree about, as the host sees them. */
export interface Disagreement {
  readonly program: Program
  /** The variant that says what is right. */
  readonly reference: Variant
  /** What it allows, the nearest to what was observed first. */
  readonly allowed: readonly AllowedRun[]
  readonly observed: Observation
  /** Where the nearest and what was observed part; `null` if the host cannot see it. */
  readonly difference: Difference | null
  /** The parts of the wrong variant that make this difference alone. */
  readonly causes: readonly Part[]
}

/** A counterexample with all that it names. */
export interface CounterexampleSubject extends Disagreement {
  readonly kind: 'counterexample'
  readonly stored: StoredCounterexample & { readonly program: Program }
  readonly property: ProgramProperty
  readonly variant: Variant
  readonly answers: Answers
}

/** A finding with all that it names. */
export interface FindingSubject extends Disagreement {
  readonly kind: 'finding'
  readonly stored: StoredFinding
  /** The properties that are broken here, a bug before a policy. */
  readonly broken: readonly ProgramProperty[]
  /** A variant that does what was observed. */
  readonly explainedBy: Variant | null
}

export type Subject = CounterexampleSubject | FindingSubject

/** The catch-all: it says that something is wrong, and not what. */
const CATCH_ALL = 'x86/allowed-by-ideal'

const violates = (property: ProgramProperty, variant: Variant, program: Program, answers: Answers): boolean =>
  examine(property, variant, program, answers).violation !== null

/** The nearest of a variant's bases that keeps a property on a program; the ideal machine keeps all. */
const keeper = (property: ProgramProperty, variant: Variant, program: Program, answers: Answers): Variant => {
  let base = variant.base ?? variant
  while (base.base !== null && violates(property, base, program, answers)) base = base.base
  return base
}

const sameDifference = (a: Difference | null, b: Difference): boolean =>
  a !== null && a.event === b.event && a.field === b.field && a.observed === b.observed

/** The parts of a variant that, put into the reference one by one, make the difference. */
const causesOf = (
  variant: Variant,
  { program, reference, allowed, difference }: Omit<Disagreement, 'causes'>,
): Part[] => {
  if (difference === null || allowed.length === 0) return []
  const [nearest] = allowed
  return differingParts(reference, variant).filter((part) => {
    const swapped = runProgram(program, withPart(reference, variant, part), nearest!.answers)
    return sameDifference(firstDifference(nearest!.observation, observationOf(swapped)), difference)
  })
}

/** The programs that a property looks at: the counterexample's own, and those that it makes from it. */
const lookedAt = (
  property: ProgramProperty,
  variant: Variant,
  program: Program,
  answers: Answers,
): Program[] => {
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
export const counterexampleSubject = (
  stored: StoredCounterexample & { readonly program: Program },
  property: Property,
  variant: Variant,
  answers: Answers,
): CounterexampleSubject => {
  if (property.kind !== 'program')
    throw new InputError('GDO-1503', `${property.id} is about a rule: no program shows it`)
  const reference = keeper(property, variant, stored.program, answers)
  const { program: own } = stored
  // A run that goes round in circles shows nothing: a #DB handler that clears DR7 ends it.
  const disarming: Program = { ...own, setup: { ...own.setup, onDebugException: 'disarm' } }
  const others = violates(property, variant, disarming, answers) ? [disarming] : []
  const candidates = [...lookedAt(property, variant, own, answers), ...others]
  const disagreements = candidates.map((program) => {
    const observed = observationOf(runProgram(program, variant, answers))
    const allowed = nearestFirst(program, reference, observed, answers)
    const difference = firstDifference(allowed[0]!.observation, observed)
    return { program, reference, allowed, observed, difference }
  })
  const chosen = disagreements.find(({ difference }) => difference !== null) ?? disagreements[0]!
  const causes = causesOf(variant, chosen)
  const shown = chosen.program === disarming ? { ...stored, program: disarming } : stored
  return { kind: 'counterexample', stored: shown, property, variant, answers, ...chosen, causes }
}

const answersOf = (byId: { readonly [id: string]: string }): Answers =>
  Object.fromEntries(Object.entries(byId).map(([id, answer]) => [choiceNamed(id) ?? id, answer])) as Answers

/** A shipped variant other than the reference that does what was observed: a kernel rather than a patch or a bug. */
const explanation = (
  program: Program,
  observed: Observation,
  reference: Variant | null,
  variants: readonly Variant[],
): Variant | null => {
  for (const status of ['kernel', 'patch', 'historical'] as const)
    for (const variant of variants) {
      if (variant.status !== status || variant === reference) continue
      const [nearest] = nearestFirst(program, variant, observed)
      if (nearest && firstDifference(nearest.observation, observed) === null) return variant
    }
  return null
}

const LAYERS = ['arch', 'abi', 'policy']

const byLayer = (a: Property, b: Property): number => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer)

/** What a reference allows of a finding's program, what the campaign has compared with first. */
const allowedOf = (stored: StoredFinding, shown: Shown, reference: Variant): readonly AllowedRun[] => {
  const all = nearestFirst(shown.program, reference, shown.observed, answersOf(stored.answers))
  // Of a related program nothing is allowed but what the other one has shown.
  if (stored.related && shown.expected) return [{ ...all[0]!, observation: shown.expected }]
  const isStored = ({ observation }: AllowedRun): boolean =>
    firstDifference(observation, stored.expected) === null &&
    firstDifference(stored.expected, observation) === null
  return [...all.filter(isStored), ...all.filter((run) => !isStored(run))]
}

/** What a finding is about. */
export const findingSubject = (
  stored: StoredFinding,
  reference: Variant,
  property: Property | null,
  variants: readonly Variant[],
  properties: readonly Property[],
): FindingSubject => {
  const shown = shownOf(stored)
  const { program, observed } = shown
  const allowed = allowedOf(stored, shown, reference)
  const difference = shown.expected ? shown.difference : firstDifference(stored.expected, observed)
  const disagreement = { program, reference, allowed, observed, difference }
  const explained = explanation(program, observed, stored.kind === 'property' ? null : reference, variants)
  const causes = explained ? causesOf(explained, disagreement) : []
  // What else the variant does wrong in this program is not what was found.
  const wrong = explained ? causes.map((part) => withPart(reference, explained, part)) : []
  const { answers } = allowed[0]!
  const isBroken = (candidate: Property): candidate is ProgramProperty =>
    candidate.kind === 'program' &&
    candidate.id !== CATCH_ALL &&
    wrong.some((variant) => violates(candidate, variant, program, answers)) &&
    !violates(candidate, reference, program, answers)
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
