/**
 * `gdo check`: tries the properties on variants.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError } from '../../model/program.ts'
import {
  Checker,
  type Counterexample as CounterexampleOf,
  type Outcome as OutcomeOf,
} from '../../properties/check.ts'
import { exploreOf, scopeText } from '../../properties/exhaustive.ts'
import type { MachineTypes } from '../../properties/machine.ts'
import type { ProgramProperty } from '../../properties/property.ts'
import type { Json } from '../codec.ts'
import { machineIn } from '../ids.ts'
import type { Machine } from '../machines/machine.ts'
import { counterexampleText, storedForm, verdict } from '../reports/counterexample.ts'
import type { Command, Invocation } from './command.ts'
import { columns, table, wantsColour, write, writeJson } from './output.ts'
import { checkInParallel } from './parallel.ts'
import {
  type AnyProperty,
  type AnyVariant,
  find,
  itemsOf,
  openRegistry,
  type Registry,
  variantNamed,
} from './registry.ts'
import { readProgram } from './run.ts'

type Counterexample = CounterexampleOf<MachineTypes>
type Outcome = OutcomeOf<MachineTypes>

/** A whole number from an option. */
export const numberOption = (
  invocation: Invocation,
  name: string,
  standard: number,
  most: number,
  least = 0,
): number => {
  const text = invocation.text(name)
  if (text === undefined) return standard
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > most || value < least)
    throw new InputError(
      'GDO-1005',
      `--${name}: expected a whole number ${least === 0 ? 'up' : `from ${least}`} to ${most}, not ${JSON.stringify(text)}`,
    )
  return value
}

/** What is asked for, by the machine that it belongs to. */
interface Asked {
  readonly machine: Machine
  readonly variants: readonly AnyVariant[]
  readonly properties: readonly AnyProperty[]
}

/** Of some items those whose machine some ids name; all, if none of the ids names one. */
const hinted = <T extends { readonly id: string }>(
  items: readonly T[],
  ids: readonly string[],
): readonly T[] => {
  const machines = new Set(ids.map(machineIn).filter((name) => name !== ''))
  return machines.size === 0 ? items : items.filter(({ id }) => machines.has(machineIn(id)))
}

const chosenVariants = (
  registry: Registry,
  ids: readonly string[],
  properties: readonly AnyProperty[],
  loaded: readonly AnyVariant[],
): readonly AnyVariant[] => {
  const known = hinted(
    registry.variants,
    properties.map(({ id }) => id),
  )
  if (ids.includes('all')) return known
  if (ids.length > 0) return ids.map((id) => variantNamed(id.includes('/') ? registry.variants : known, id))
  return known.filter((variant) => variant.base === null || loaded.includes(variant))
}

/**
 * The properties and variants that are asked for. Where only some are named, those of the same machines are meant.
 *
 * @throws InputError for a name that there is not, that is not clear, or that nothing else asked for has to do with.
 */
const askedFor = async (
  registry: Registry,
  wanted: readonly string[],
  variantIds: readonly string[],
  loaded: readonly AnyVariant[],
): Promise<readonly Asked[]> => {
  const all = await registry.properties()
  const named = wanted.map((id) => find('property', id.includes('/') ? all : hinted(all, variantIds), id))
  const variants = chosenVariants(registry, variantIds, named, loaded)
  for (const { id } of named)
    if (itemsOf(variants, machineIn(id)).length === 0)
      throw new InputError('GDO-1405', `no variant of ${machineIn(id)} is asked for, to try ${id} on`)
  const asked = registry.machines.map((machine) => ({
    machine,
    variants: itemsOf(variants, machine.name),
    properties: itemsOf(wanted.length === 0 ? all : named, machine.name),
  }))
  const idle = asked.find(({ variants: of, properties }) => of.length > 0 && properties.length === 0)
  if (idle)
    throw new InputError(
      'GDO-1405',
      `no property of ${idle.machine.name} is asked for, to try ${idle.variants[0]!.id} with`,
    )
  return asked.filter((part) => part.variants.length > 0)
}

/** The variants that must be tried as well: a wrong form is judged beside its base. */
const withBases = (variants: readonly AnyVariant[]): AnyVariant[] => {
  const bases = variants.flatMap((variant) => (variant.base ? [variant.base] : []))
  return [...new Set([...bases, ...variants])]
}

/** How many times more programs a wrong form is tried on before it is called unconvicted. */
const MOST_ROUNDS = 8

interface Result {
  readonly outcomes: readonly Outcome[]
  /** What was searched, as a sentence. */
  readonly scope: string
}

/** All programs of a scope, each with all the runs that the free choices allow. */
const exhaustively = async (
  { machine, variants, properties }: Asked,
  instructions: number,
  groups: number,
): Promise<Result> => {
  const tried = await machine.tried()
  const { examine } = new Checker(tried)
  const scope = { alphabet: tried.alphabet, instructions, groups }
  let programs = 0
  const outcomes = variants.flatMap((variant) => {
    const counts = new Map(properties.map((property) => [property, { tried: 0, exercised: 0 }]))
    const found = new Map<AnyProperty, Counterexample>()
    const open = new Set(
      properties.filter((property): property is ProgramProperty<MachineTypes> => property.kind === 'program'),
    )
    programs = exploreOf(tried, scope, (program) => {
      if (open.size === 0) return null
      const runs = []
      for (const { run, answers } of machine.allowedRuns(program, variant)) {
        runs.push(run)
        for (const property of open) {
          const { exercised, violation } = examine(property, variant, program, answers, run)
          const count = counts.get(property)!
          count.tried += 1
          if (exercised) count.exercised += 1
          if (violation === null) continue
          open.delete(property)
          const after = count.tried
          found.set(property, { property, variant, violation, program, answers, input: null, after })
        }
      }
      return runs
    })
    return properties.map((property) => ({
      property,
      variant,
      ...counts.get(property)!,
      counterexample: found.get(property) ?? null,
    }))
  })
  return { outcomes, scope: `${machine.name}: ${programs} programs: ${scopeText(scope)}` }
}

const onOneProgram = async (path: string, asked: readonly Asked[]): Promise<Result> => {
  const { program, answers } = await readProgram(path)
  const part = asked.find(({ machine }) => machine.name === program.machine)
  if (!part)
    throw new InputError('GDO-1405', `${path} is for ${program.machine}, of which nothing is asked for`)
  const { machine, variants, properties } = part
  const { examine } = new Checker(await machine.tried())
  const outcomes = variants.flatMap((variant) => {
    const run = machine.runProgram(program, variant, answers)
    return properties.flatMap((property): Outcome[] => {
      if (property.kind !== 'program') return []
      const { exercised, violation } = examine(property, variant, program, answers, run)
      const counterexample =
        violation === null ? null : { property, variant, violation, program, answers, input: null, after: 1 }
      return [{ property, variant, tried: 1, exercised: exercised ? 1 : 0, counterexample }]
    })
  })
  return { outcomes, scope: `the program of ${path}` }
}

/** Told on a terminal only: how far a long check has come. */
export const ticker = (): ((text: string) => void) =>
  process.stderr.isTTY ? (text) => process.stderr.write(`\r\x1b[K${text}`) : () => {}

const save = async (folder: string, found: readonly Counterexample[], seed: number): Promise<void> => {
  await mkdir(folder, { recursive: true })
  for (const each of found) {
    const name = `${each.variant.id}--${each.property.id}`.replaceAll('/', '-')
    await writeFile(join(folder, `${name}.json`), `${JSON.stringify(storedForm(each, seed), null, 2)}\n`)
  }
}

export const checkCommand: Command = {
  positionals: ['[PROPERTY…]'],
  options: {
    variant: {
      type: 'string',
      multiple: true,
      value: 'V',
      meaning: 'the variants to try, or all; default the ideal ones and what --load adds',
    },
    runs: { type: 'string', value: 'N', meaning: 'random programs of each class; default 1000' },
    seed: { type: 'string', value: 'S', meaning: 'seed of the random programs; default 1' },
    exhaustive: { type: 'boolean', meaning: 'all small programs instead of random ones' },
    instructions: {
      type: 'string',
      value: 'N',
      meaning: 'with --exhaustive: up to N instructions; default 1',
    },
    groups: { type: 'string', value: 'M', meaning: 'with --exhaustive: up to M action groups; default 1' },
    program: { type: 'string', value: 'FILE', meaning: 'only the program of FILE: a replay' },
    save: { type: 'string', value: 'DIR', meaning: 'writes each counterexample to a file in DIR' },
  },
  details: `A wrong form of another variant is convicted only by a property that its base keeps.
Exit code 1 if a property is violated by a variant that was asked for.`,
  run: async (invocation) => {
    const modules = invocation.texts('load')
    const registry = await openRegistry(modules)
    const shipped = modules.length === 0 ? registry : await openRegistry()
    const loaded = registry.variants.filter((variant) => !shipped.variants.includes(variant))
    const parts = await askedFor(registry, invocation.positionals, invocation.texts('variant'), loaded)
    const seed = numberOption(invocation, 'seed', 1, 0x7fffffff)
    const runs = numberOption(invocation, 'runs', 1000, 10_000_000)
    const instructions = numberOption(invocation, 'instructions', 1, 8)
    const groups = numberOption(invocation, 'groups', 1, 8)
    const path = invocation.text('program')

    const tick = ticker()
    const results: Result[] = []
    if (path) results.push(await onOneProgram(path, parts))
    else if (invocation.flag('exhaustive'))
      for (const part of parts) results.push(await exhaustively(part, instructions, groups))
    else
      for (const { machine, variants, properties } of parts)
        results.push({
          outcomes: await checkInParallel({
            machine,
            variants: withBases(variants),
            properties,
            runs,
            seed,
            modules,
            most: MOST_ROUNDS * runs,
            onProgress: tick,
          }),
          scope: `${runs} random programs of each class, seed ${seed}, after all programs of one step`,
        })
    tick('')

    const outcomes = results.flatMap((result) => result.outcomes)
    const scope = [...new Set(results.map((result) => result.scope))].join('; ')
    const isTried = (variant: AnyVariant): boolean => outcomes.some((outcome) => outcome.variant === variant)
    const asked = parts.flatMap(({ variants }) => variants).filter(isTried)
    const broken: Counterexample[] = []
    for (const { machine, variants } of parts) {
      const { minimise } = new Checker(await machine.tried())
      for (const { counterexample } of outcomes)
        if (counterexample && variants.includes(counterexample.variant)) broken.push(minimise(counterexample))
    }
    const folder = invocation.text('save')
    if (folder !== undefined) await save(folder, broken, seed)

    if (invocation.flag('json')) await writeJson(resultJson(outcomes, asked, broken, scope, seed))
    else await write(resultText(outcomes, asked, broken, scope))
    return broken.length > 0 ? 1 : 0
  },
}

const keptByBase = (outcomes: readonly Outcome[], found: Counterexample): boolean | null => {
  const { base } = found.variant
  if (base === null) return null
  const of = outcomes.find((outcome) => outcome.variant === base && outcome.property === found.property)
  return of ? of.counterexample === null : null
}

const resultJson = (
  outcomes: readonly Outcome[],
  asked: readonly AnyVariant[],
  broken: readonly Counterexample[],
  scope: string,
  seed: number,
): Json => ({
  scope,
  variants: asked.map((variant) => {
    const own = broken.filter((found) => found.variant === variant)
    return {
      id: variant.id,
      verdict:
        own.length === 0
          ? 'keeps'
          : own.some(({ property }) => property.layer !== 'policy')
            ? 'breaks'
            : 'policy',
      properties: outcomes
        .filter((outcome) => outcome.variant === variant)
        .map(({ property, tried, exercised, counterexample }) => ({
          id: property.id,
          layer: property.layer,
          tried,
          exercised,
          holds: counterexample === null,
        })),
      counterexamples: own.map((found) => ({
        ...(storedForm(found, seed) as unknown as { [key: string]: Json }),
        keptByBase: keptByBase(outcomes, found),
      })),
    }
  }),
})

const resultText = (
  outcomes: readonly Outcome[],
  asked: readonly AnyVariant[],
  broken: readonly Counterexample[],
  scope: string,
): string => {
  const options = { width: columns(), colour: wantsColour(), verbose: false }
  const sections = asked.map((variant) => {
    const own = outcomes.filter((outcome) => outcome.variant === variant)
    const found = broken.filter((each) => each.variant === variant)
    const idle = own.filter((outcome) => outcome.exercised === 0 && !outcome.counterexample)
    const rows = own.map(({ property, counterexample, exercised, tried }) => [
      counterexample ? 'BROKEN' : exercised === 0 ? 'unmet' : 'holds',
      property.id,
      property.layer,
      `${exercised} of ${tried}`,
    ])
    const notes = [
      ...(idle.length > 0 ? [`${idle.length} properties were not met by any of these programs.`] : []),
      ...found.flatMap((each) =>
        keptByBase(outcomes, each) === false
          ? [`${each.property.id} is broken by ${variant.base!.id} too.`]
          : [],
      ),
    ]
    return [
      `${verdict(variant, found)}\n`,
      table([['', 'property', 'layer', 'met by'], ...rows], '  '),
      ...notes.map((note) => `  ${note}\n`),
      ...found.map((each) => `\n${counterexampleText(each, options)}`),
    ].join('')
  })
  return `Tried ${scope}.\n\n${sections.join('\n')}`
}
