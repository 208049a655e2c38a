/**
 * Vectors of one decision.
 */
import { InputError } from '../../../model/program.ts'
import type { Fields, JsonRecord } from '../../codec.ts'
import type { Decision } from '../../decisions/decision.ts'
import { idOf } from '../../ids.ts'
import { machineNamed } from '../../machines/index.ts'
import { sameJson, sealed } from '../canonical.ts'
import {
  type AllowedAnswer,
  type DecisionVector,
  type Expectation,
  type FieldText,
  type Header,
  isLoose,
  VECTORS_FORMAT,
  VECTORS_VERSION,
  type VectorSource,
} from '../envelope.ts'
import { compareAnswer } from '../facts.ts'
import { vectorMachine } from '../machines.ts'
import { noteName, notesOf } from '../notes.ts'
import type { AnyVariant } from '../variants.ts'
import { variantTexts } from '../variants.ts'
import { answersOf } from './answers.ts'
import { expecting, expectingAll } from './expect.ts'
import {
  GROUPS,
  type GroupName,
  Inputs,
  randomInputs,
  type Selected,
  selectInputs,
  type WrongForm,
} from './select.ts'

/** Random inputs behind the chosen ones, unless a number is asked for. */
const RANDOM = 24

export interface SourceOptions {
  /** Whose expectations the file has, the reference first. */
  readonly variants: readonly AnyVariant[]
  /** Known wrong forms that a vector may convict. */
  readonly wrong: readonly AnyVariant[]
  readonly seed: number
  /** How many vectors; the chosen ones come first. */
  readonly count?: number
  readonly generatorVersion: string
}

/** The rules that a decision may use, as far as `inputs` show. */
const rulesUsed = (decision: Decision, reference: AnyVariant, inputs: readonly JsonRecord[]): Set<string> => {
  const used = new Set<string>([decision.rule])
  const rules = new Proxy(reference.rules, {
    get: (target, name) => {
      used.add(String(name))
      return target[name]
    },
  })
  const ask = expecting(decision, { ...reference, rules })
  for (const input of inputs) ask(input)
  return used
}

/** An answer that was really given, from the facts of an alternative. */
const givenOutput = ({ output }: AllowedAnswer): JsonRecord =>
  Object.fromEntries(
    Object.entries(output).map(([name, fact]) => [
      name,
      isLoose(fact) && 'value' in fact ? fact.value : fact,
    ]),
  ) as JsonRecord

/** Whether an answer leaves a field open altogether. */
const leavesOpen = ({ output }: AllowedAnswer, field: string): boolean => {
  const fact = output[field]
  return isLoose(fact) && !('value' in fact)
}

/** Whether nothing that one allows is allowed by the other. */
const contradicts = (reference: Expectation<AllowedAnswer>, other: Expectation<AllowedAnswer>): boolean =>
  other.allowed.every((answer) =>
    reference.allowed.every((allowed) =>
      compareAnswer({ allowed: [allowed] }, givenOutput(answer)).some(
        ({ field }) => !leavesOpen(answer, field),
      ),
    ),
  )

const fieldTexts = (fields: Fields): FieldText[] =>
  Object.entries(fields).map(([name, { meaning, codec }]) => ({ name, meaning, type: codec.expects }))

const ABOUT = [
  'Each test is a question (input) and what may be answered to it (expect): a function that implements the decision is right if it gives one of the allowed answers.',
  'expect has the variants by id: the first variant of this file always, the others only where they allow something else than the first.',
  'allowed lists the answers that are allowed; where there are several, choices says which freedom of the manual or of the interface each comes from.',
  'A field of an answer is an exact value, unless it is an object with a reason: {value, mask, reason} compares only the bits of mask.',
  'notes name what it means if the test fails: each note of this file is a known bug, or a mistake that is easily made, which gives another answer here.',
]

class DecisionSource {
  readonly name: string
  readonly header: Header
  readonly variants: readonly AnyVariant[]
  readonly fields: { readonly inputs: Fields; readonly outputs: Fields }
  readonly #inputs: Inputs
  readonly #options: SourceOptions
  readonly #chosen: readonly Selected[]
  readonly #expecting: ReturnType<typeof expectingAll>
  /** Variants of the file that some chosen input tells from the reference, whatever the choices. */
  readonly #deviating: readonly AnyVariant[]
  readonly #wrong: readonly (WrongForm & { readonly variant: AnyVariant })[]

  constructor(decision: Decision, options: SourceOptions) {
    const { variants, wrong, seed, generatorVersion } = options
    const [reference, ...others] = variants as [AnyVariant, ...AnyVariant[]]
    const { values, openAnswers } = vectorMachine(decision.machine)
    const inputs = new Inputs(decision, values)
    const answers = answersOf(decision, openAnswers)
    const ask = expecting(decision, reference)
    const sample: JsonRecord[] = []
    for (const input of inputs.random(seed)) if (sample.push(input) === SAMPLE) break
    const used = rulesUsed(decision, reference, [inputs.example, ...sample])
    const differs = (variant: AnyVariant): boolean =>
      [...used].some((name) => variant.rules[name] !== reference.rules[name])
    const formOf = (variant: AnyVariant) => {
      const base = variant.base as AnyVariant
      const [asForm, asBase] = [expecting(decision, variant), expecting(decision, base)]
      return {
        name: noteName(variant),
        variant,
        convictedBy: (input: JsonRecord): boolean => {
          const expectation = ask(input)
          if (!contradicts(expectation, asForm(input))) return false
          return base === reference || !contradicts(expectation, asBase(input))
        },
      }
    }
    this.fields = { inputs: decision.inputFields, outputs: answers.outputs }
    this.#inputs = inputs
    this.#options = options
    this.variants = variants
    this.#wrong = wrong.filter((variant) => differs(variant) && !variants.includes(variant)).map(formOf)
    this.#chosen = selectInputs(inputs, (input) => JSON.stringify(ask(input).allowed), this.#wrong, seed)
    this.#expecting = expectingAll(decision, variants)
    const convicted = this.#wrong.filter(({ convictedBy }) =>
      this.#chosen.some(({ input }) => convictedBy(input)),
    )
    this.#deviating = others.filter((variant) => {
      const asVariant = expecting(decision, variant)
      return this.#chosen.some(({ input }) => contradicts(ask(input), asVariant(input)))
    })
    const groups = new Set<GroupName>([...this.#chosen.map(({ group }) => group), 'random'])
    this.name = decision.id.replaceAll('/', '-')
    this.header = {
      format: VECTORS_FORMAT,
      version: VECTORS_VERSION,
      kind: 'decision',
      machine: decision.machine,
      subject: decision.id,
      title: decision.meaning,
      about: ABOUT,
      generator: { name: 'guest-debug-oracle', version: generatorVersion, seed },
      variants: variantTexts(variants),
      requires: {},
      choices: Object.fromEntries(
        decision.choices.map((name) => {
          const { question, layer } = machineNamed(decision.machine).choices[name]!
          return [idOf(decision.machine, name), { question, layer }]
        }),
      ),
      reasons: answers.reasons,
      groups: Object.entries(GROUPS)
        .filter(([name]) => groups.has(name as GroupName))
        .map(([name, meaning]) => ({ name, meaning })),
      notes: notesOf([...convicted.map(({ variant }) => variant), ...this.#deviating]),
      decision: {
        meaning: decision.meaning,
        inputs: fieldTexts(decision.inputFields),
        outputs: fieldTexts(answers.outputs),
        cites: decision.cites,
      },
    }
  }

  *tests(): Generator<DecisionVector> {
    const { count = this.#chosen.length + RANDOM, seed } = this.#options
    for (const selected of this.#chosen.slice(0, count))
      yield this.#vector(
        selected,
        this.#wrong.filter(({ convictedBy }) => convictedBy(selected.input)).map(({ name }) => name),
      )
    const left = count - this.#chosen.length
    if (left <= 0 || this.#chosen[0]?.group === 'all') return
    for (const selected of randomInputs(this.#inputs, this.#chosen, seed, left))
      yield this.#vector(selected, [])
  }

  #vector({ id, group, why, input }: Selected, wrong: readonly string[]): DecisionVector {
    const expect: { [variant: string]: Expectation<AllowedAnswer> } = {}
    const notes = [...wrong]
    const [reference, ...others] = this.#expecting(input) as [Expectation<AllowedAnswer>]
    expect[this.variants[0]!.id] = reference
    for (const [i, expectation] of (others as Expectation<AllowedAnswer>[]).entries()) {
      if (sameJson(expectation, reference)) continue
      const variant = this.variants[i + 1]!
      if (this.#deviating.includes(variant) && contradicts(reference, expectation))
        notes.push(noteName(variant))
      expect[variant.id] = expectation
    }
    return sealed<DecisionVector>({ id, group, why, notes: notes.sort(), input, expect })
  }
}

/** Inputs that show which rules a decision uses. */
const SAMPLE = 400

/**
 * The vectors of a decision.
 *
 * | code     | what is wrong                                         |
 * |----------|-------------------------------------------------------|
 * | GDO-1724 | no variant answers the decision in its own terms      |
 *
 * @throws InputError if there is none.
 */
export const decisionSource = (decision: Decision, options: SourceOptions): VectorSource<DecisionVector> => {
  const { answers } = vectorMachine(decision.machine)
  const asked = options.variants.filter((variant) => answers(variant, decision.id))
  if (asked.length === 0) {
    const ids = options.variants.map(({ id }) => id).join(', ')
    throw new InputError('GDO-1724', `${decision.id}: ${ids} has nothing that this asks for`)
  }
  const source = new DecisionSource(decision, { ...options, variants: asked })
  const { name, header, variants, fields } = source
  return { name, header, variants, fields, tests: () => source.tests() }
}
