/**
 * What is known: machines, variants, properties, decisions, choices, and what `--load` adds to them.
 */
import { InputError } from '../../model/program.ts'
import type { Layer } from '../../model/variant.ts'
import { type Answers, CHOICE_NAMES, type ChoiceName, choices } from '../../model/x86/choices.ts'
import { variants as x86Variants } from '../../model/x86/variants/index.ts'
import type { Variant } from '../../model/x86/variants/variant.ts'
import type { Property } from '../../properties/property.ts'
import { decisions } from '../decisions/catalogue.ts'
import type { Decision } from '../decisions/decision.ts'
import { kebab, x86Id } from '../ids.ts'
import { didYouMean } from './suggest.ts'

/** A machine, as it is listed. */
export interface MachineText {
  readonly id: string
  readonly summary: string
}

/** A choice, as it is listed. */
export interface ChoiceText {
  /** `machine/kebab-case-name` */
  readonly id: string
  readonly name: ChoiceName
  readonly layer: Layer
  readonly question: string
  /** The first is the default. */
  readonly answers: readonly string[]
}

export interface Registry {
  readonly machines: readonly MachineText[]
  readonly variants: readonly Variant[]
  readonly decisions: readonly Decision[]
  readonly choices: readonly ChoiceText[]
  /** The properties; only who asks for them pays for their generators. */
  readonly properties: () => Promise<readonly Property[]>
}

const choiceTexts: readonly ChoiceText[] = CHOICE_NAMES.map((name) => ({
  id: x86Id(name),
  name,
  ...choices[name],
}))

const shippedProperties = async (): Promise<readonly Property[]> =>
  (await import('../../properties/index.ts')).properties

/**
 * Everything that the package and the modules of `--load` know.
 *
 * @throws InputError for a module that cannot be used.
 */
export const openRegistry = async (modules: readonly string[] = []): Promise<Registry> => {
  const loaded =
    modules.length === 0
      ? { variants: [], properties: [] }
      : await (await import('./load.ts')).loadModules(modules, x86Variants)
  return {
    machines: [
      {
        id: 'x86',
        summary: 'one vCPU in real mode or 64-bit code under KVM, its VMM seen at the ioctl boundary',
      },
    ],
    variants: [...x86Variants, ...loaded.variants],
    decisions,
    choices: choiceTexts,
    properties: async () => [...(await shippedProperties()), ...loaded.properties],
  }
}

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

/** The variant of `--variant`; `x86/ideal` if it is not given. */
export const findVariant = (registry: Registry, id: string | undefined): Variant =>
  find('variant', registry.variants, id ?? 'x86/ideal')

/**
 * The answers of `--choice NAME=ANSWER`; NAME is a choice's id, with or without its machine, or its name in code.
 *
 * @throws InputError for an unknown choice or answer, and for a choice that the variant has fixed.
 */
export const findAnswers = (registry: Registry, texts: readonly string[], variant: Variant): Answers => {
  const answers: { [name: string]: string } = {}
  for (const text of texts) {
    const at = text.indexOf('=')
    if (at < 0)
      throw new InputError('GDO-1005', `--choice: expected NAME=ANSWER, not ${JSON.stringify(text)}`)
    const choice = find('choice', registry.choices, kebab(text.slice(0, at)))
    const answer = text.slice(at + 1)
    const allowed = choice.answers.join(' or ')
    if (!choice.answers.includes(answer))
      throw new InputError('GDO-1403', `${choice.id}: expected ${allowed}, not ${JSON.stringify(answer)}`)
    const fixed = variant.answers[choice.name]
    if (fixed !== undefined && fixed !== answer)
      throw new InputError('GDO-1404', `${choice.id}: ${variant.id} fixes it to ${fixed}`)
    answers[choice.name] = answer
  }
  return answers as Answers
}
