/**
 * `gdo explain ID`: what a decision, rule, variant, property or choice says, and why, with sources.
 */
import type { Citation } from '../../model/citations.ts'
import type { Json, JsonRecord } from '../codec.ts'
import type { Decision, FieldText } from '../decisions/decision.ts'
import { answersById, idOf, kebab, machineIn } from '../ids.ts'
import type { Command } from './command.ts'
import { table, write, writeJson } from './output.ts'
import {
  type AnyProperty,
  type AnyVariant,
  find,
  itemsOf,
  type NamedChoice,
  openRegistry,
  type Registry,
} from './registry.ts'

/** An explanation: for a program the record, for people the text. */
interface Explanation {
  readonly id: string
  readonly record: () => JsonRecord
  readonly text: () => string
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `\n${title}\n${lines.map((line) => `  ${line}\n`).join('')}`

const sources = (cites: readonly Citation[]): string =>
  section(
    'sources',
    cites.map(({ text, confidence }) => `${text} (${confidence})`),
  )

const citesJson = (cites: readonly Citation[]): Json => cites.map((cite) => ({ ...cite }))

const fieldTable = (fields: readonly FieldText[]): string[] =>
  table(
    fields.map(({ name, expects, presence, default: standard, meaning }) => [
      presence === 'required' ? name : `[${name}]`,
      meaning,
      standard === null ? expects : `${expects}; default ${standard}`,
    ]),
  )
    .trimEnd()
    .split('\n')

/** Rules in which a variant differs from its base (the rule objects are compared). */
const changedRules = ({ rules, base }: AnyVariant): string[] =>
  base === null ? [] : Object.keys(rules).filter((name) => rules[name] !== base.rules[name])

const changedSlots = ({ slots, base }: AnyVariant): string[] =>
  base === null ? [] : Object.keys(slots).filter((name) => slots[name] !== base.slots[name])

/** The variants of a machine that have a rule of their own. */
const replacing = ({ variants }: Registry, machine: string, rule: string): AnyVariant[] =>
  itemsOf(variants, machine).filter((variant) => changedRules(variant).includes(rule))

const replacingText = (registry: Registry, machine: string, rule: string): string =>
  section(
    'variants with a rule of their own',
    replacing(registry, machine, rule).map(({ id, status, summary }) => `${id} (${status}): ${summary}`),
  )

const choiceIds = (registry: Registry, machine: string, names: readonly string[]): string[] =>
  itemsOf(registry.choices, machine)
    .filter(({ name }) => names.includes(name))
    .map(({ id }) => id)

const explainDecision = (registry: Registry, decision: Decision): Explanation => {
  const { id, machine, rule, meaning, inputs, outputs, example, cites } = decision
  const answer = decision.evaluate(example)
  const choices = choiceIds(registry, machine, decision.choices)
  return {
    id,
    record: () => ({
      kind: 'decision',
      id,
      rule: idOf(machine, rule),
      meaning,
      inputs: inputs.map((field) => ({ ...field })),
      outputs: outputs.map((field) => ({ ...field })),
      choices,
      example: { input: example, output: answer },
      cites: citesJson(cites),
    }),
    text: () =>
      `${id}  decision, answered by the rule ${rule}\n  ${meaning}\n` +
      section('in', fieldTable(inputs)) +
      section('out', fieldTable(outputs)) +
      section('example', [JSON.stringify(example), `→ ${JSON.stringify(answer)}`]) +
      section('choices it may meet', choices) +
      replacingText(registry, machine, rule) +
      sources(cites),
  }
}

const explainRule = (registry: Registry, machine: string, rule: string): Explanation => {
  const id = idOf(machine, rule)
  const asked = itemsOf(registry.decisions, machine).filter((decision) => decision.rule === rule)
  return {
    id,
    record: () => ({
      kind: 'rule',
      id,
      decisions: asked.map((decision) => decision.id),
      variants: replacing(registry, machine, rule).map((variant) => variant.id),
      cites: asked.flatMap(({ cites }, i) => (i === 0 ? cites.map((cite) => ({ ...cite })) : [])),
    }),
    text: () =>
      `${id}  rule ${rule}\n` +
      section(
        'decisions that ask it',
        asked.map((decision) => `${decision.id}: ${decision.meaning}`),
      ) +
      replacingText(registry, machine, rule) +
      sources(asked[0]?.cites ?? []),
  }
}

const explainVariant = (registry: Registry, variant: AnyVariant): Explanation => {
  const { id, status, summary, base, cites } = variant
  const rules = changedRules(variant)
  const slots = changedSlots(variant)
  const machine = machineIn(id)
  const answers = Object.entries(variant.answers).map(
    ([name, answer]) => `${idOf(machine, name)} = ${answer}`,
  )
  const variants = registry.variants.filter((other) => other.base === variant).map((other) => other.id)
  return {
    id,
    record: () => ({
      kind: 'variant',
      id,
      status,
      summary,
      base: base?.id ?? null,
      rules: rules.map((name) => idOf(machine, name)),
      slots,
      answers: answersById(machine, variant.answers),
      variants,
      cites: citesJson(cites),
    }),
    text: () =>
      `${id}  variant, ${status}\n  ${summary}\n` +
      section('base', base === null ? [] : [`${base.id}: ${base.summary}`]) +
      section(
        'rules that differ from the base',
        rules.map((name) => idOf(machine, name)),
      ) +
      section('slots that differ from the base', slots) +
      section('choices that it fixes', answers) +
      section('variants made from it', variants) +
      sources(cites),
  }
}

const explainProperty = ({ id, layer, statement, cites, ...rest }: AnyProperty): Explanation => ({
  id,
  record: () => ({ kind: 'property', id, layer, statement, cites: citesJson(cites) }),
  text: () =>
    `${id}  property, ${layer}\n  ${statement}\n` +
    section(
      'tried on',
      rest.kind === 'rule' ? [`inputs of the rule ${idOf(machineIn(id), rest.rule)}`] : [],
    ) +
    sources(cites),
})

const explainChoice = (registry: Registry, choice: NamedChoice): Explanation => {
  const { id, name, layer, question, answers } = choice
  const machine = machineIn(id)
  const fixing = itemsOf(registry.variants, machine).flatMap((variant) => {
    const answer = variant.answers[name]
    return answer === undefined ? [] : [`${variant.id}: ${answer}`]
  })
  const asked = itemsOf(registry.decisions, machine).filter((decision) => decision.choices.includes(name))
  return {
    id,
    record: () => ({
      kind: 'choice',
      id,
      layer,
      question,
      answers: [...answers],
      decisions: asked.map((decision) => decision.id),
    }),
    text: () =>
      `${id}  choice, ${layer}\n  ${question}\n` +
      section(
        'allowed answers',
        answers.map((answer, i) => (i === 0 ? `${answer} (default)` : answer)),
      ) +
      section('variants that fix it', fixing) +
      section(
        'decisions that may meet it',
        asked.map((decision) => decision.id),
      ),
  }
}

export const explainCommand: Command = {
  positionals: ['ID'],
  options: {},
  details:
    'ID is a decision, rule, variant, property or choice, or armv7/designs; its machine may be left out.',
  run: async (invocation) => {
    const registry = await openRegistry(invocation.texts('load'))
    const decided = new Set(registry.decisions.map(({ id }) => id))
    const known: Explanation[] = [
      ...registry.decisions.map((decision) => lazily(decision.id, () => explainDecision(registry, decision))),
      ...registry.machines
        .flatMap(({ name, ruleNames }) =>
          ruleNames.map((rule) => lazily(idOf(name, rule), () => explainRule(registry, name, rule))),
        )
        .filter(({ id }) => !decided.has(id)),
      ...registry.variants.map((variant) => lazily(variant.id, () => explainVariant(registry, variant))),
      ...registry.choices.map((choice) => lazily(choice.id, () => explainChoice(registry, choice))),
      ...registry.machines.flatMap(({ topics }) =>
        topics.map(({ id, record, text }) => ({
          id,
          record: () => ({ kind: 'topic', id, ...record() }),
          text,
        })),
      ),
    ]
    const wanted = kebab(invocation.positionals[0]!)
    const isWanted = ({ id }: { readonly id: string }): boolean => id === wanted || id.endsWith(`/${wanted}`)
    const properties = (await registry.properties()).map((property) => explainProperty(property))
    const found = [...known, ...properties].filter(isWanted)
    // One id may name things of several kinds: all are shown.
    const one = new Set(found.map(({ id }) => id)).size === 1
    const shown = one ? found : [find('id', [...known, ...properties], wanted)]
    if (invocation.flag('json')) {
      const records = shown.map((explanation) => explanation.record())
      await writeJson(records.length === 1 ? records[0]! : records)
    } else await write(shown.map((explanation) => explanation.text()).join('\n'))
    return 0
  },
}

/** An explanation that is worked out when it is asked for. */
const lazily = (id: string, explain: () => Explanation): Explanation => ({
  id,
  record: () => explain().record(),
  text: () => explain().text(),
})
