/**
 * `gdo start`: the main job. Checks the whole specification, shows which properties each variant violates, and for the
 * most telling one the shortest counterexample in full.
 */
import { Checker, type Counterexample, convictions, type Outcome } from '../../properties/check.ts'
import { exploreOf, scopeText } from '../../properties/exhaustive.ts'
import type { MachineOf, MachineTypes } from '../../properties/machine.ts'
import type { ProgramProperty } from '../../properties/property.ts'
import type { Machine } from '../machines/machine.ts'
import { counterexampleText, steps } from '../reports/counterexample.ts'
import { ticker } from './check.ts'
import type { Command } from './command.ts'
import { columns, table, wantsColour, write, writeJson } from './output.ts'
import { checkInParallel } from './parallel.ts'
import { type AnyProperty, type AnyVariant, itemsOf, openRegistry, type Registry } from './registry.ts'

const SEED = 1
/** Random programs of each class, for each variant. */
const RUNS = 40
/** And for a wrong form that nothing convicts among those. */
const MOST = 1280
interface Exhaustive {
  readonly programs: number
  readonly runs: number
  readonly violations: number
  readonly scope: string
}

/** Every small program, with every run that the free choices of the ideal machine allow. */
const searchIdeal = (
  machine: MachineOf<MachineTypes>,
  ideal: AnyVariant,
  properties: readonly AnyProperty[],
): Exhaustive => {
  const { examine } = new Checker(machine)
  const tried = properties.filter(
    (property): property is ProgramProperty<MachineTypes> => property.kind === 'program' && !property.costly,
  )
  const scope = { alphabet: machine.alphabet, instructions: 1, groups: 1 }
  let runs = 0
  let violations = 0
  const programs = exploreOf(machine, scope, (program) =>
    [...machine.allowedRuns(program, ideal)].map(({ run, answers }) => {
      runs += 1
      for (const property of tried)
        if (examine(property, ideal, program, answers, run).violation !== null) violations += 1
      return run
    }),
  )
  return { programs, runs, violations, scope: scopeText(scope) }
}

const short = (id: string): string => id.slice(id.indexOf('/') + 1)

/** The most specific things that a variant breaks: the catch-alls are named only if nothing else is. */
const brokenNames = (broken: readonly Counterexample<MachineTypes>[]): string => {
  const specific = broken.filter(
    ({ property }) => !property.id.endsWith('within-ideal') && !property.id.endsWith('allowed-by-ideal'),
  )
  const named = (specific.length > 0 ? specific : broken).map(({ property }) => short(property.id))
  const most = 2
  return named.slice(0, most).join(', ') + (named.length > most ? `, and ${named.length - most} more` : '')
}

const variantRows = (
  outcomes: readonly Outcome<MachineTypes>[],
  variants: readonly AnyVariant[],
): string[][] =>
  variants.map((variant) => {
    const broken = convictions(outcomes, variant)
    const names = broken.length > 0 ? brokenNames(broken) : 'told from its base by comparison only'
    return [
      variant.id,
      variant.status,
      String(broken.length),
      variant.status === 'ideal' ? 'keeps all' : names,
    ]
  })

/** How one machine fared. */
interface Result {
  readonly machine: Machine
  readonly variants: readonly AnyVariant[]
  readonly properties: readonly AnyProperty[]
  readonly exhaustive: Exhaustive
  readonly outcomes: readonly Outcome<MachineTypes>[]
  readonly ofIdeal: readonly Outcome<MachineTypes>[]
  /** The ideal machine keeps every property. */
  readonly sound: boolean
  /** The shortest counterexample of the most telling bug. */
  readonly telling: Counterexample<MachineTypes> | null
}

const check = async (
  registry: Registry,
  machine: Machine,
  modules: readonly string[],
  onProgress: (text: string) => void,
): Promise<Result> => {
  const variants = itemsOf(registry.variants, machine.name)
  const properties = itemsOf(await registry.properties(), machine.name)
  const ideal = variants[0]!
  // The threads check the variants while this one searches.
  const checking = checkInParallel({
    machine,
    variants,
    properties,
    runs: RUNS,
    seed: SEED,
    most: MOST,
    modules,
    onProgress,
  })
  const tried = await machine.tried()
  const exhaustive = searchIdeal(tried, ideal, properties)
  const outcomes = await checking
  const ofIdeal = outcomes.filter((outcome) => outcome.variant === ideal)
  const { telling } = machine
  const ofTelling = convictions(outcomes, variants.find(({ id }) => id === telling.variant)!)
  const shown = ofTelling.find(({ property }) => property.id === telling.property) ?? ofTelling[0]
  return {
    machine,
    variants,
    properties,
    exhaustive,
    outcomes,
    ofIdeal,
    sound: exhaustive.violations === 0 && ofIdeal.every(({ counterexample }) => counterexample === null),
    telling: shown ? new Checker(tried).minimise(shown) : null,
  }
}

const trialsOf = (outcomes: readonly Outcome<MachineTypes>[]): number =>
  outcomes.reduce((sum, outcome) => sum + outcome.tried, 0)

const resultText = (result: Result): string => {
  const { variants, properties, exhaustive, outcomes, ofIdeal, sound, telling } = result
  const convicted = variants.filter((variant) => convictions(outcomes, variant).length > 0)
  const broken = ofIdeal.flatMap(({ property, counterexample }) => (counterexample ? [property.id] : []))
  return [
    `${variants[0]!.id}: ${properties.length} properties, ${sound ? 'no violation' : `VIOLATED: ${broken.join(', ')}`}`,
    `  among ${exhaustive.programs} programs (${exhaustive.runs} runs): ${exhaustive.scope},`,
    `  and ${RUNS} random programs of each class, seed ${SEED}. ${trialsOf(outcomes)} trials with all variants.`,
    '',
    table([
      ['variant', 'status', 'breaks', 'properties that its base keeps'],
      ...variantRows(outcomes, variants),
    ]),
    `${convicted.length} of ${variants.length - 1} variants are convicted.`,
    '',
    ...(telling
      ? [
          `The shortest counterexample, ${telling.program ? steps(telling.program) : 0} in instructions and host actions:`,
          '',
          counterexampleText(telling, { width: columns(), colour: wantsColour(), verbose: false }),
        ]
      : []),
  ].join('\n')
}

export const startCommand: Command = {
  positionals: [],
  options: {},
  details: 'Exit code 4 if an ideal machine violates a property: then the specification itself is wrong.',
  run: async (invocation) => {
    const modules = invocation.texts('load')
    const registry = await openRegistry(modules)
    const tick = ticker()
    const results: Result[] = []
    for (const machine of registry.machines) {
      const result = await check(registry, machine, modules, tick)
      tick('')
      results.push(result)
      if (!invocation.flag('json')) await write(`${results.length > 1 ? '\n' : ''}${resultText(result)}`)
    }
    if (invocation.flag('json'))
      await writeJson({
        exhaustive: results.map(({ machine, exhaustive }) => ({ machine: machine.name, ...exhaustive })),
        runs: RUNS,
        seed: SEED,
        trials: trialsOf(results.flatMap(({ outcomes }) => outcomes)),
        properties: results
          .flatMap(({ ofIdeal }) => ofIdeal)
          .map(({ property, tried, exercised, counterexample }) => ({
            id: property.id,
            layer: property.layer,
            tried,
            exercised,
            holds: counterexample === null,
          })),
        variants: results.flatMap(({ variants, outcomes }) =>
          variants.map((variant) => ({
            id: variant.id,
            status: variant.status,
            violates: convictions(outcomes, variant).map(({ property }) => property.id),
          })),
        ),
      })
    return results.every(({ sound }) => sound) ? 0 : 4
  },
}
