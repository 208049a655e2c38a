/**
 * What is known: machines, variants, properties, decisions, choices, and what `--load` adds to them.
 */
import { InputError } from '../../model/program.ts'
import type { MachineTypes } from '../../properties/machine.ts'
import type { Property } from '../../properties/property.ts'
import { decisions } from '../decisions/catalogue.ts'
import type { AnyAnswers, Decision } from '../decisions/decision.ts'
import { idOf, kebab, machineIn } from '../ids.ts'
import { machineNamed, machines } from '../machines/index.ts'
import type { ChoiceText, Machine } from '../machines/machine.ts'
import { didYouMean } from './suggest.ts'

/** A variant of any machine. */
export type AnyVariant = MachineTypes['Variant']
/** A property of any machine. */
export type AnyProperty = Property<MachineTypes>

/** A choice, as it is listed. */
export interface NamedChoice extends ChoiceText {
  /** `machine/kebab-case-name` */
  readonly id: string
  readonly name: string
}

export interface Registry {
  readonly machines: readonly Machine[]
  readonly variants: readonly AnyVariant[]
  readonly decisions: readonly Decision[]
  readonly choices: readonly NamedChoice[]
  /** The properties; only who asks for them pays for their generators. */
  readonly properties: () => Promise<readonly AnyProperty[]>
}

/**
 * Everything that the package and the modules of `--load` know.
 *
 * @throws InputError for a module that cannot be used.
 */
export const openRegistry = async (modules: readonly string[] = []): Promise<Registry> => {
  const variants = machines.flatMap((machine) => machine.variants)
  const loaded =
    modules.length === 0
      ? { variants: [], properties: [] }
      : await (await import('./load.ts')).loadModules(modules, variants)
  return {
    machines,
    variants: [...variants, ...loaded.variants],
    decisions,
    choices: machines.flatMap(({ name: machine, choices }) =>
      Object.entries(choices).map(([name, choice]) => ({ id: idOf(machine, name), name, ...choice })),
    ),
    properties: async () => [
      ...(await Promise.all(machines.map((machine) => machine.properties()))).flat(),
      ...loaded.properties,
    ],
  }
}

/** Those of some items that belong to a machine. */
export const itemsOf = <T extends { readonly id: string }>(items: readonly T[], machine: string): T[] =>
  items.filter(({ id }) => machineIn(id) === machine)

/** The variants of a machine, with its own types. */
export const variantsOf = <T extends MachineTypes>(
  { variants }: Registry,
  { name }: Machine<T>,
): readonly T['Variant'][] => itemsOf(variants, name)

/** The properties of a machine, with its own types. */
export const propertiesOf = async <T extends MachineTypes>(
  { properties }: Registry,
  { name }: Machine<T>,
): Promise<readonly Property<T>[]> => {
  const own: readonly unknown[] = itemsOf(await properties(), name)
  return own as readonly Property<T>[]
}

/** The machine of a variant, property, rule or decision. */
export const machineOf = ({ id }: { readonly id: string }): Machine => machineNamed(machineIn(id))

/**
 * The item with an id; the machine may be left out where that is clear.
 *
 * @throws InputError with the nearest id.
 */
export const find = <T extends { readonly id: string }>(kind: string, items: readonly T[], id: string): T => {
  const exact = items.find((item) => item.id === id)
  if (exact) return exact
  const named = items.filter((item) => item.id.endsWith(`/${id}`))
  if (named.length === 1) return named[0]!
  if (named.length > 1)
    throw new InputError('GDO-1402', `${kind} ${id} is one of ${named.map((item) => item.id).join(', ')}`)
  const ids = items.map((item) => item.id)
  const known = id.includes('/') ? ids : [...ids, ...ids.map((full) => full.slice(full.indexOf('/') + 1))]
  const hint = didYouMean(id, known) || '; gdo list shows what there is'
  throw new InputError('GDO-1401', `unknown ${kind} ${JSON.stringify(id)}${hint}`)
}

/**
 * The variant with an id, or with several: one on the other, as in `vmm/qemu,x86/linux-6.1-svm`.
 *
 * @throws InputError if there is none, or if one does not run on the other.
 */
export const variantNamed = (variants: readonly AnyVariant[], id: string): AnyVariant => {
  const [named, ...beneath] = id.split(',').map((part) => find('variant', variants, part))
  return beneath.reduce((variant, machine) => {
    const composed = machineOf(variant).layer?.on(variant, machine)
    if (composed) return composed
    throw new InputError('GDO-1406', `${variant.id} is not something that runs on ${machine.id}`)
  }, named!)
}

/**
 * The variant of `--variant` for something that belongs to a machine: where two machines have the name, it is that one's;
 * the machine's ideal one if none is given.
 *
 * @throws InputError if there is none, or if it is of another machine.
 */
export const findVariant = (registry: Registry, id: string | undefined, machine: string): AnyVariant => {
  const own = itemsOf(registry.variants, machine)
  const given = id ?? `${machine}/ideal`
  const isOwn = own.some((variant) => variant.id === given || variant.id === `${machine}/${given}`)
  const found = variantNamed(isOwn ? own : registry.variants, given)
  if (machineIn(found.id) !== machine)
    throw new InputError('GDO-1405', `${found.id} is no variant of ${machine}, which is asked for here`)
  return found
}

/**
 * The answers of `--choice NAME=ANSWER`; NAME is a choice's id, with or without its machine, or its name in code.
 *
 * @throws InputError for an unknown choice or answer, and for a choice that the variant has fixed.
 */
export const findAnswers = (
  registry: Registry,
  texts: readonly string[],
  variant: AnyVariant,
): AnyAnswers => {
  const answers: { [name: string]: string } = {}
  const choices = itemsOf(registry.choices, machineIn(variant.id))
  for (const text of texts) {
    const at = text.indexOf('=')
    if (at < 0)
      throw new InputError('GDO-1005', `--choice: expected NAME=ANSWER, not ${JSON.stringify(text)}`)
    const choice = find('choice', choices, kebab(text.slice(0, at)))
    const answer = text.slice(at + 1)
    const allowed = choice.answers.join(' or ')
    if (!choice.answers.includes(answer))
      throw new InputError('GDO-1403', `${choice.id}: expected ${allowed}, not ${JSON.stringify(answer)}`)
    const fixed = variant.answers[choice.name]
    if (fixed !== undefined && fixed !== answer)
      throw new InputError('GDO-1404', `${choice.id}: ${variant.id} fixes it to ${fixed}`)
    answers[choice.name] = answer
  }
  return answers
}
