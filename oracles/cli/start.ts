/**
 * `gdo start`: the main job. Checks the whole specification, shows which properties each variant violates, and for the
 * most telling one the shortest counterexample in full.
 */
import type { Variant } from '../../model/x86/index.ts'
import { allowedRuns } from '../../model/x86/run-program.ts'
import { type Counterexample, convictions, examine, minimise, type Outcome } from '../../properties/check.ts'
import { explore, scopeText } from '../../properties/exhaustive.ts'
import type { ProgramProperty, Property } from '../../properties/property.ts'
import { alphabet } from '../../properties/x86/alphabet.ts'
import { counterexampleText, steps } from '../reports/counterexample.ts'
import { ticker } from './check.ts'
import type { Command } from './command.ts'
import { columns, table, wantsColour, write, writeJson } from './output.ts'
import { checkInParallel } from './parallel.ts'
import { find, openRegistry } from './registry.ts'

const SEED = 1
/** Random programs of each class, for each variant. */
const RUNS = 40
/** And for a wrong form that nothing convicts among those. */
const MOST = 1280
/** The bug whose counterexample is shown in full: two debuggers, one set of registers, and the wrong one hits. */
const TELLING = 'x86/guest-breakpoints-under-host-breakpoints'
const TELLING_PROPERTY = 'x86/guest-suppressed-under-host-breakpoints'

interface Exhaustive {
  readonly programs: number
  readonly runs: number
  readonly violations: number
}

/** Every small program, with every run that the free choices of the ideal machine allow. */
const searchIdeal = (ideal: Variant, properties: readonly Property[]): Exhaustive => {
  const tried = properties.filter(
    (property): property is ProgramProperty => property.kind === 'program' && !property.costly,
  )
  let runs = 0
  let violations = 0
  const programs = explore({ alphabet, instructions: 1, groups: 1 }, (program) =>
    [...allowedRuns(program, ideal)].map(({ run, answers }) => {
      runs += 1
      for (const property of tried)
        if (examine(property, ideal, program, answers, run).violation !== null) violations += 1
      return run
    }),
  )
  return { programs, runs, violations }
}

const short = (id: string): string => id.slice(id.indexOf('/') + 1)

/** The most specific things that a variant breaks: the catch-alls are named only if nothing else is. */
const brokenNames = (broken: readonly Counterexample[]): string => {
  const specific = broken.filter(
    ({ property }) => !property.id.endsWith('within-ideal') && !property.id.endsWith('allowed-by-ideal'),
  )
  const named = (specific.length > 0 ? specific : broken).map(({ property }) => short(property.id))
  const most = 2
  return named.slice(0, most).join(', ') + (named.length > most ? `, and ${named.length - most} more` : '')
}

const variantRows = (outcomes: readonly Outcome[], variants: readonly Variant[]): string[][] =>
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

export const startCommand: Command = {
  positionals: [],
  options: {},
  details: 'Exit code 4 if the ideal machine violates a property: then the specification itself is wrong.',
  run: async (invocation) => {
    const modules = invocation.texts('load')
    const registry = await openRegistry(modules)
    const properties = await registry.properties()
    const { variants } = registry
    const ideal = find('variant', variants, 'x86/ideal')
    const tick = ticker()

    // The threads check the variants while this one searches.
    const onProgress = (text: string): void => tick(text)
    const checking = checkInParallel({
      variants,
      properties,
      runs: RUNS,
      seed: SEED,
      most: MOST,
      modules,
      onProgress,
    })
    const exhaustive = searchIdeal(ideal, properties)
    const outcomes = await checking
    tick('')

    const ofIdeal = outcomes.filter((outcome) => outcome.variant === ideal)
    const idealBroken = ofIdeal.filter((outcome) => outcome.counterexample !== null)
    const convicted = variants.filter((variant) => convictions(outcomes, variant).length > 0)
    const ofTelling = convictions(outcomes, find('variant', variants, TELLING))
    const telling = ofTelling.find(({ property }) => property.id === TELLING_PROPERTY) ?? ofTelling[0]
    const sound = idealBroken.length === 0 && exhaustive.violations === 0
    const trials = outcomes.reduce((sum, outcome) => sum + outcome.tried, 0)

    if (invocation.flag('json')) {
      await writeJson({
        exhaustive: { ...exhaustive, scope: scopeText({ alphabet, instructions: 1, groups: 1 }) },
        runs: RUNS,
        seed: SEED,
        trials,
        properties: ofIdeal.map(({ property, tried, exercised, counterexample }) => ({
          id: property.id,
          layer: property.layer,
          tried,
          exercised,
          holds: counterexample === null,
        })),
        variants: variants.map((variant) => ({
          id: variant.id,
          status: variant.status,
          violates: convictions(outcomes, variant).map(({ property }) => property.id),
        })),
      })
      return sound ? 0 : 4
    }

    const smallest = telling && minimise(telling)
    await write(
      [
        `x86/ideal: ${properties.length} properties, ${sound ? 'no violation' : `VIOLATED: ${idealBroken.map(({ property }) => property.id).join(', ')}`}`,
        `  among ${exhaustive.programs} programs (${exhaustive.runs} runs): ${scopeText({ alphabet, instructions: 1, groups: 1 })},`,
        `  and ${RUNS} random programs of each class, seed ${SEED}. ${trials} trials with all variants.`,
        '',
        table([
          ['variant', 'status', 'breaks', 'properties that its base keeps'],
          ...variantRows(outcomes, variants),
        ]),
        `${convicted.length} of ${variants.length - 1} variants are convicted.`,
        '',
        ...(smallest
          ? [
              `The shortest counterexample, ${smallest.program ? steps(smallest.program) : 0} in instructions and host actions:`,
              '',
              counterexampleText(smallest, { width: columns(), colour: wantsColour(), verbose: false }),
            ]
          : []),
      ].join('\n'),
    )
    return sound ? 0 : 4
  },
}
