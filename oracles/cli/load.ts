/**
 * `--load MODULE`: variants and properties from the user's own ES module.
 *
 * | code     | what is wrong with the module                             |
 * |----------|-----------------------------------------------------------|
 * | GDO-1410 | it does not exist                                         |
 * | GDO-1411 | it throws while it is loaded                              |
 * | GDO-1412 | it exports neither variants nor properties                |
 * | GDO-1413 | a variant or property that it exports is not whole        |
 * | GDO-1414 | an id that is taken                                       |
 */
import { existsSync } from 'node:fs'
import { createRequire, register } from 'node:module'
import { isAbsolute, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { InputError } from '../../model/program.ts'
import { isObject } from '../codec.ts'
import { machineIn } from '../ids.ts'
import { MACHINE_NAMES, machines } from '../machines/index.ts'
import type { Machine } from '../machines/machine.ts'
import type { AnyProperty, AnyVariant } from './registry.ts'
import { didYouMean } from './suggest.ts'

export interface Loaded {
  readonly variants: readonly AnyVariant[]
  readonly properties: readonly AnyProperty[]
}

type Candidate = { readonly [name: string]: unknown }

const ID = /^[a-z0-9]+\/[a-z0-9][a-z0-9.-]*$/
const LAYERS: readonly unknown[] = ['arch', 'abi', 'policy']

/** Where a module is: a file relative to the working directory, or a package that it can use. */
const urlOf = (module: string): string => {
  const path = resolve(module)
  if (existsSync(path)) return pathToFileURL(path).href
  if (module.startsWith('.') || isAbsolute(module))
    throw new InputError('GDO-1410', `--load ${module}: no such file`)
  try {
    return pathToFileURL(createRequire(join(process.cwd(), 'load.js')).resolve(module)).href
  } catch {
    throw new InputError('GDO-1410', `--load ${module}: no such file or package`)
  }
}

const oneLine = (error: unknown): string => {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return text.split('\n')[0]!
}

// A module that is not installed beside this package still gets this very package: the rules and variants it builds
// on must be the ones that are checked.
const SELF = 'guest-debug-oracle'
const resolveSelf = `
let self
export const initialize = (data) => { self = data }
export const resolve = (specifier, context, next) =>
  specifier === '${SELF}' || specifier.startsWith('${SELF}/')
    ? next(specifier, { ...context, parentURL: self })
    : next(specifier, context)
`

const importModule = async (module: string): Promise<Candidate> => {
  const url = urlOf(module)
  register(`data:text/javascript,${encodeURIComponent(resolveSelf)}`, { data: import.meta.url })
  try {
    return (await import(url)) as Candidate
  } catch (error) {
    throw new InputError('GDO-1411', `--load ${module}: cannot be loaded: ${oneLine(error)}`)
  }
}

const isVariant = (value: unknown): value is Candidate =>
  isObject(value) && typeof value.id === 'string' && isObject(value.rules) && isObject(value.slots)

const isProperty = (value: unknown): value is Candidate =>
  isObject(value) && typeof value.id === 'string' && typeof value.statement === 'string'

/** What an id says is wrong with an item; otherwise its machine. */
const machineFor = (id: unknown): Machine | string => {
  if (!ID.test(String(id))) return 'its id is not machine/kebab-case-name'
  return machines.find(({ name }) => name === machineIn(String(id))) ?? `its machine is not ${MACHINE_NAMES}`
}

/** Why a variant is not whole; `null` if it is. */
const faultOfVariant = (variant: Candidate): string | null => {
  const machine = machineFor(variant.id)
  if (typeof machine === 'string') return machine
  const { choices, variants } = machine
  const ideal = variants[0]!
  if (typeof variant.summary !== 'string') return 'it has no summary'
  if (!Array.isArray(variant.cites)) return 'cites is not an array'
  for (const part of ['rules', 'slots'] as const) {
    const known = Object.keys(ideal[part])
    const given = variant[part] as Candidate
    for (const name of Object.keys(given))
      if (!known.includes(name)) return `${part}.${name} does not exist${didYouMean(name, known)}`
    for (const name of known)
      if (typeof given[name] !== 'function') return `${part}.${name} is not a function`
  }
  if (!isObject(variant.answers)) return 'it has no answers'
  for (const [name, answer] of Object.entries(variant.answers)) {
    const choice = Object.entries(choices).find(([known]) => known === name)?.[1]
    if (!choice) return `answers.${name} is no choice${didYouMean(name, Object.keys(choices))}`
    const allowed: readonly unknown[] = choice.answers
    if (!allowed.includes(answer)) return `answers.${name} is not ${allowed.join(' or ')}`
  }
  return null
}

const faultOfProperty = (property: Candidate): string | null => {
  const machine = machineFor(property.id)
  if (typeof machine === 'string') return machine
  if (!LAYERS.includes(property.layer)) return `its layer is not ${LAYERS.join(' or ')}`
  if (!Array.isArray(property.cites)) return 'cites is not an array'
  if (typeof property.examine !== 'function') return 'it is not made by property, relation or ruleProperty'
  return null
}

/**
 * Imports modules and picks out what they export, arrays included.
 *
 * @throws InputError with one line that names the module.
 */
export const loadModules = async (
  modules: readonly string[],
  shipped: readonly AnyVariant[],
): Promise<Loaded> => {
  const variants = new Map<string, AnyVariant>()
  const properties = new Map<string, AnyProperty>()
  const taken = new Map<string, unknown>(shipped.map((variant) => [variant.id, variant]))

  for (const module of modules) {
    const items = Object.values(await importModule(module)).flat()
    const found = items.filter((item) => isVariant(item) || isProperty(item))
    if (found.length === 0)
      throw new InputError('GDO-1412', `--load ${module}: it exports neither variants nor properties`)
    for (const item of found) {
      const id = String(item.id)
      const fault = isVariant(item) ? faultOfVariant(item) : faultOfProperty(item)
      if (fault !== null) throw new InputError('GDO-1413', `--load ${module}: ${id}: ${fault}`)
      if (taken.get(id) === item) continue
      if (taken.has(id)) throw new InputError('GDO-1414', `--load ${module}: the id ${id} is taken`)
      taken.set(id, item)
      if (isVariant(item)) variants.set(id, item as unknown as AnyVariant)
      else properties.set(id, item as unknown as AnyProperty)
    }
  }
  return { variants: [...variants.values()], properties: [...properties.values()] }
}
