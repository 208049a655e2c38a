/**
 * Tries properties on a target's own runs: what must hold without anybody's opinion, on hardware that nobody has
 * described yet. The relations between runs of related programs come first.
 */
import { InputError } from '../../model/program.ts'
import type { MachineOf, MachineTypes } from '../../properties/machine.ts'
import type {
  Property as PropertyOf,
  ProgramProperty as PropertyOfProgram,
} from '../../properties/property.ts'
import { machineIn } from '../ids.ts'
import { machineNamed } from '../machines/index.ts'
import type { TargetMachine } from '../machines/machine.ts'
import { type Observation, wasInterrupted } from '../targets/kvm/observation.ts'
import type { TargetFault } from '../targets/line-process.ts'
import type { Description } from '../targets/protocol.ts'
import type { Session } from '../targets/session.ts'
import { ask } from './ask.ts'
import { Allowed, judge } from './judge.ts'
import { type Oracle, type RunOn, Shrinker } from './shrinker.ts'
import type { Programs } from './stream.ts'
import type { Found, Outcome, Sighting, Trials } from './trial.ts'

type Program = MachineTypes['Program']
type Property = PropertyOf<MachineTypes>
type ProgramProperty = PropertyOfProgram<MachineTypes>

/** Whether a property can be judged by what a target shows. */
export const isCheckable = (property: Property): property is ProgramProperty => {
  const protocol = machineNamed(machineIn(property.id)).protocol
  if (property.kind !== 'program' || !protocol?.visibleRun) return false
  return property.costly || protocol.visibleProperties.has(property.id)
}

/** Where the tick finds it is nobody's doing. */
const RUNS_ON = 'the guest runs on until a tick of the host ends the run'

/** A relation runs many programs for one: it is tried on one in so many. */
const RELATIONS_ONE_IN = 8

/** A violation as it was seen. */
interface Violation {
  readonly property: ProgramProperty
  readonly program: Program
  readonly text: string
  readonly observed: Observation
  /** The other program of a relation, and what the target did with it. */
  readonly related: { readonly program: Program; readonly observed: Observation } | null
}

/** What a violation says without the values in it. */
const shapeOf = (text: string): string =>
  text
    .replaceAll(/0x[0-9a-f]+|\d+/g, '#')
    .replaceAll(/=[^ ”,]*/g, '')
    .slice(0, 120)

const signatureOf = ({ property, text }: Violation): string => `${property.id}: ${shapeOf(text)}`

/** The program's runs give no answer: it runs on for ever, or a related one cannot be run on the target. */
class NoAnswer extends Error {}

export class PropertyTrials implements Trials {
  readonly session: Session
  readonly count: number
  readonly #machine: TargetMachine
  readonly #description: Description
  readonly #relations: readonly ProgramProperty[]
  readonly #others: readonly ProgramProperty[]
  readonly #programs: (programClass: string) => Programs
  readonly #shrinker: Shrinker
  /** Trials of relations, one property on one program each. */
  readonly #firstCount: number
  readonly #classes: readonly string[]

  /**
   * @param properties those that can be judged by what a target shows.
   * @param programs of each class.
   * @param runs programs for the properties over one run; relations are tried on fewer.
   */
  constructor(
    session: Session,
    machine: TargetMachine,
    tried: MachineOf<MachineTypes>,
    description: Description,
    properties: readonly ProgramProperty[],
    programs: (programClass: string) => Programs,
    runs: number,
  ) {
    this.session = session
    this.#machine = machine
    this.#description = description
    this.#relations = properties.filter(({ costly }) => costly)
    this.#others = properties.filter(({ costly }) => !costly)
    this.#programs = programs
    this.#shrinker = new Shrinker(session, machine, tried, description.masks)
    this.#classes = [...new Set(this.#others.map((property) => property.programs))]
    this.#firstCount = Math.ceil(runs / RELATIONS_ONE_IN) * this.#relations.length
    this.count = this.#firstCount + (this.#others.length > 0 ? runs : 0)
  }

  start(n: number): { readonly program: Program; readonly outcome: Promise<Outcome> } {
    const { programClass, index, properties } = this.#trial(n)
    const program = this.#programs(programClass).at(index)
    return { program, outcome: this.#try(program, properties) }
  }

  #trial(n: number): {
    readonly programClass: string
    readonly index: number
    readonly properties: readonly ProgramProperty[]
  } {
    if (n < this.#firstCount) {
      const property = this.#relations[n % this.#relations.length]!
      return {
        programClass: property.programs,
        index: Math.floor(n / this.#relations.length),
        properties: [property],
      }
    }
    const later = n - this.#firstCount
    const programClass = this.#classes[later % this.#classes.length]!
    return {
      programClass,
      index: Math.floor(later / this.#classes.length),
      properties: this.#others.filter((property) => property.programs === programClass),
    }
  }

  /** Why the target's run of a program says nothing; `null` if it does. */
  #unsupported(program: Program): string | null {
    const { variant, limits } = this.#description
    const { runProgram, protocol } = this.#machine
    const reason = protocol.unsupportedOn(program, variant, limits)
    if (reason !== null) return reason
    const isUndefined = runProgram(program, variant).consulted.has(protocol.undefinedChoice)
    return isUndefined ? 'the manual leaves undefined what it does' : null
  }

  async #try(program: Program, properties: readonly ProgramProperty[]): Promise<Outcome> {
    try {
      const reason = this.#unsupported(program)
      if (reason !== null) return { kind: 'unsupported', reason }
    } catch (error) {
      if (error instanceof InputError) return { kind: 'unsupported', reason: error.message }
      throw error
    }
    const faults: TargetFault[] = []
    const result = await ask(this.session, this.#machine, program, this.#description.masks)
    if (result.kind !== 'ran') return result
    faults.push(...result.faults)
    const { observation } = result
    if (wasInterrupted(observation)) return { kind: 'unsupported', reason: RUNS_ON }
    const related: RunOn = async (other) => {
      const answer = await ask(this.session, this.#machine, other, this.#description.masks)
      if (answer.kind !== 'refused') faults.push(...answer.faults)
      return answer.kind === 'ran' ? answer.observation : null
    }
    const sightings: Sighting[] = []
    for (const property of properties) {
      const violation = await this.#examine(property, program, observation, related).catch(
        (error: unknown) => {
          if (error instanceof NoAnswer) return null
          throw error
        },
      )
      if (violation) sightings.push(this.#sighting(violation))
    }
    return { kind: 'done', sightings, events: observation.events.length, cut: false, faults }
  }

  /** @throws NoAnswer if the program runs on for ever, or a related program has no answer. */
  async #examine(
    property: ProgramProperty,
    program: Program,
    observed: Observation,
    run: RunOn,
  ): Promise<Violation | null> {
    if (wasInterrupted(observed)) throw new NoAnswer()
    const { variant } = this.#description
    const visibleRun = this.#machine.protocol.visibleRun!
    let related: Violation['related'] = null
    const steps = property.examination({ program, run: visibleRun(program, observed), variant, answers: {} })
    let step = steps.next()
    while (!step.done) {
      const other = step.value
      const seen = this.#unsupported(other) === null ? await run(other) : null
      if (seen === null) throw new NoAnswer()
      related = { program: other, observed: seen }
      step = steps.next(visibleRun(other, seen))
    }
    const text = step.value.violation
    return text === null ? null : { property, program, text, observed, related }
  }

  #sighting(violation: Violation): Sighting {
    const { property, program } = violation
    const oracle = this.#oracle(property)
    return {
      signature: signatureOf(violation),
      again: async () => (await this.#shrinker.again(program, violation, oracle)).seen,
      found: () => this.#found(violation),
      investigate: async () => {
        const smallest = await this.#shrinker.shrink(program, violation, oracle)
        const { shown, seen } = await this.#shrinker.confirm(smallest, { program, shown: violation }, oracle)
        return { ...this.#found(shown), seen }
      },
    }
  }

  #oracle(property: ProgramProperty, mayLoop = true): Oracle<Violation> {
    return {
      loops: ({ observed }) => observed.ending === 'cap',
      withoutLoops: () => this.#oracle(property, false),
      show: async (program, run) => {
        if (this.#unsupported(program) !== null) return null
        const observed = await run(program)
        if (observed === null || (!mayLoop && observed.ending === 'cap')) return null
        try {
          return await this.#examine(property, program, observed, run)
        } catch (error) {
          if (error instanceof NoAnswer) return null
          throw error
        }
      },
    }
  }

  #found(violation: Violation): Omit<Found, 'seen'> {
    const { property, program, text, observed, related } = violation
    const { variant, masks } = this.#description
    const allowed = new Allowed(this.#machine, program, variant, masks)
    const { observation } = allowed.first
    const verdict = judge(allowed, observed)
    return {
      kind: 'property',
      variant: variant.id,
      property: property.id,
      signature: signatureOf(violation),
      program,
      answers: {},
      difference: text,
      expected: verdict.result === 'same' ? observation : verdict.expected.observation,
      observed,
      ...(related ? { related: { how: text.split(':')[0]!, ...related } } : {}),
    }
  }
}
