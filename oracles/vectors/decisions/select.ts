/**
 * Which inputs of a decision are worth writing down, as a person would choose them: what changes the answer, first;
 * what does not; what known bugs get wrong; what changes only together; and then random ones.
 */
import { type Fields, isObject, type Json, type JsonRecord, record } from '../../codec.ts'
import type { Decision } from '../../decisions/decision.ts'
import { Random, textSlug } from './random.ts'
import { type Case, type DecisionValues, type FieldValues, fieldSlug, valueSlug, valuesOf } from './values.ts'

/** An input with its reason. */
export interface Selected {
  readonly id: string
  readonly group: GroupName
  readonly why: string
  readonly input: JsonRecord
}

/** The groups, in the order of the file. */
export const GROUPS = {
  all: 'Every input that there is.',
  example: 'One ordinary question.',
  boundaries:
    'Pairs of inputs that differ in one bit or one value of one field and are answered differently: both sides of each rule.',
  bugs: 'Simple inputs that a known bug, or a mutant, answers wrongly, where few of the boundaries do.',
  alone: 'One bit or one value changed in the example, without effect on the answer.',
  pairs: 'Two changes that together do something else than each of them.',
  random: 'Random inputs of interesting values.',
} as const
export type GroupName = keyof typeof GROUPS

/** What is answered wrongly by some known wrong form. */
export interface WrongForm {
  readonly name: string
  /** Whether it is told from the reference by an input. */
  readonly convictedBy: (input: JsonRecord) => boolean
}

/** A decision's inputs to choose from. */
export class Inputs {
  readonly fields: readonly FieldValues[]
  readonly example: JsonRecord
  /** Other inputs to look for answers around. */
  readonly bases: readonly JsonRecord[]
  readonly #decision: Decision

  constructor(decision: Decision, values: DecisionValues) {
    const { id, inputFields, example } = decision
    this.#decision = decision
    this.fields = Object.entries(inputFields as Fields).map(([name, { codec }]) =>
      valuesOf(values, id, name, codec),
    )
    const codec = record(inputFields)
    const whole = (input: JsonRecord): JsonRecord => codec.encode(codec.decode(input)) as JsonRecord
    this.example = whole(example)
    this.bases = (values.bases[id] ?? []).map((base) => whole({ ...example, ...base }))
  }

  /** Everything, if it is not much. */
  all(most: number): JsonRecord[] | null {
    const count = this.fields.reduce(
      (product, { all }) => product * (all?.length ?? Number.POSITIVE_INFINITY),
      1,
    )
    if (count > most) return null
    return this.fields.reduce<JsonRecord[]>(
      (inputs, { name, all }) =>
        inputs.flatMap((input) => all!.map((value) => ({ ...input, [name]: value }))),
      [{}],
    )
  }

  /** One input after the other, without end. */
  *random(seed: number): Generator<JsonRecord, never> {
    const random = new Random(seed, this.#decision.id)
    for (;;) {
      const input: { [name: string]: JsonRecord[string] } = {}
      for (const field of this.fields) input[field.name] = field.random(random)
      yield input
    }
  }
}

interface Change {
  readonly field: FieldValues
  readonly of: Case
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const changed = (input: JsonRecord, { field, of }: Change): JsonRecord => ({
  ...input,
  [field.name]: of.value,
})

/** The same change wherever it begins: bit 3 set and bit 3 cleared. */
const keyOf = ({ field, of }: Change): string => `${field.name} ${of.slug.replace(/-(set|clear)$/, '')}`

const SMALL = /bit-\d+-(set|clear)$|(plus|minus)-\d$|is-(there|null|empty|shorter|longer|true|false)$/

/** One bit, one step, one name: what a rule turns on, and not just another value. */
const isSmall = ({ field, of }: Change): boolean => field.all !== null || SMALL.test(of.slug)

const slugOf = ({ field, of }: Change): string => `${fieldSlug(field.name)}-${of.slug}`

const textOf = ({ field, of }: Change): string =>
  /^[.[]/.test(of.text) ? `${field.name}${of.text}` : `${field.name} ${of.text}`

const changesOf = (inputs: Inputs, input: JsonRecord): Change[] =>
  inputs.fields.flatMap((field) => field.cases(input[field.name]!).map((of) => ({ field, of })))

/** Inputs that an answer is looked for around, the simplest first. */
const surroundings = (inputs: Inputs, seed: number): JsonRecord[] => {
  const { example } = inputs
  const near = changesOf(inputs, example)
    .filter(({ of }) => /^(\d-)?(is|plus|minus)-/.test(of.slug))
    .map((change) => changed(example, change))
  const random: JsonRecord[] = []
  for (const input of inputs.random(seed)) {
    random.push(input)
    if (random.length === SURROUNDINGS) break
  }
  return [...inputs.bases, ...near, ...random]
}

const SURROUNDINGS = 120
const MOST_ALL = 128
const MOST_ALONE = 24
const MOST_PAIRS = 24
const MOST_TRIED_FOR_BUGS = 4000
const SHOWN_OFTEN = 3

const isHex = (value: Json): value is string => typeof value === 'string' && value.startsWith('0x')

/** A value with as much of another as it can have, item by item and bit by bit, while `holds`. */
const nearer = (value: Json, aim: Json, holds: (value: Json) => boolean): Json => {
  if (same(value, aim) || holds(aim)) return aim
  if (Array.isArray(value) && Array.isArray(aim) && value.length === aim.length) {
    let items: readonly Json[] = value
    for (const i of items.keys()) {
      const withItem = (item: Json): readonly Json[] => items.map((other, k) => (k === i ? item : other))
      items = withItem(nearer(items[i]!, aim[i]!, (item) => holds(withItem(item))))
    }
    return items
  }
  if (isObject(value) && isObject(aim)) {
    let nearest = value as JsonRecord
    for (const [name, item] of Object.entries(aim as JsonRecord)) {
      if (!Object.hasOwn(nearest, name)) continue
      const withField = (other: Json): JsonRecord => ({ ...nearest, [name]: other })
      nearest = withField(nearer(nearest[name]!, item, (other) => holds(withField(other))))
    }
    return nearest
  }
  if (!isHex(value) || !isHex(aim)) return value
  const text = (bits: bigint): string => `0x${bits.toString(16).padStart(value.length - 2, '0')}`
  let bits = BigInt(value)
  const differing = bits ^ BigInt(aim)
  for (let bit = 1n; bit <= differing; bit <<= 1n)
    if ((differing & bit) !== 0n && holds(text(bits ^ bit))) bits ^= bit
  return text(bits)
}

/** The input with as much of the example as it can have, while `holds`. */
const simplified = (
  input: JsonRecord,
  example: JsonRecord,
  holds: (input: JsonRecord) => boolean,
): JsonRecord => {
  let simplest = input
  for (const name of Object.keys(input)) {
    const withValue = (value: Json): JsonRecord => ({ ...simplest, [name]: value })
    simplest = withValue(nearer(input[name]!, example[name]!, (value) => holds(withValue(value))))
  }
  return simplest
}

const allSlug = (input: JsonRecord): string =>
  Object.entries(input)
    .map(([name, value]) => `${fieldSlug(name)}-${valueSlug(value!)}`)
    .join('-')

class Selection {
  readonly chosen: Selected[] = []
  readonly #inputs: Inputs
  readonly #answer: (input: JsonRecord) => string
  readonly #byInput = new Map<string, Selected>()
  readonly #ids = new Set<string>()

  constructor(inputs: Inputs, answer: (input: JsonRecord) => string) {
    this.#inputs = inputs
    this.#answer = answer
  }

  /** The vector of an input: the one that there is, or a new one. */
  add(id: string, group: GroupName, why: string, input: JsonRecord): Selected {
    const key = JSON.stringify(input)
    const known = this.#byInput.get(key)
    if (known) return known
    const free = this.#ids.has(id) ? `${id}-${textSlug(key).slice(0, 8)}` : id
    const selected = { id: free, group, why, input }
    this.#ids.add(free)
    this.#byInput.set(key, selected)
    this.chosen.push(selected)
    return selected
  }

  /** Both sides of everything that changes the answer, as close to the example as can be. */
  boundaries(seed: number): { readonly decisive: readonly Change[]; readonly idle: readonly Change[] } {
    const { example, bases } = this.#inputs
    const usual = this.#answer(example)
    const all = changesOf(this.#inputs, example)
    const decisive = all.filter((change) => this.#answer(changed(example, change)) !== usual)
    for (const change of decisive)
      this.add(
        slugOf(change),
        'boundaries',
        `The example with ${textOf(change)}: that changes the answer.`,
        changed(example, change),
      )
    const shown = new Set(decisive.map(keyOf))
    const open = new Set(
      [...all, ...bases.flatMap((base) => changesOf(this.#inputs, base))]
        .filter(isSmall)
        .map(keyOf)
        .filter((key) => !shown.has(key)),
    )
    for (const base of surroundings(this.#inputs, seed)) {
      if (open.size === 0) break
      const answer = this.#answer(base)
      for (const change of changesOf(this.#inputs, base)) {
        const key = keyOf(change)
        if (!open.has(key) || this.#answer(changed(base, change)) === answer) continue
        open.delete(key)
        this.#pair(base, change)
      }
    }
    return { decisive, idle: all.filter((change) => open.has(keyOf(change))) }
  }

  #pair(base: JsonRecord, change: Change): void {
    const { field, of } = change
    const twinOf = (input: JsonRecord): JsonRecord | null => {
      const value = input[field.name]!
      // The same change of another value.
      const now = value === base[field.name] ? of : field.cases(value).find(({ slug }) => slug === of.slug)
      return now ? changed(input, { field, of: now }) : null
    }
    const decides = (input: JsonRecord): boolean => {
      const twin = twinOf(input)
      return twin !== null && this.#answer(input) !== this.#answer(twin)
    }
    const simplest = simplified(base, this.#inputs.example, decides)
    const slug = slugOf(change)
    const twin = this.add(`${slug}-twin`, 'boundaries', `The other side of ${slug}.`, simplest)
    this.add(
      slug,
      'boundaries',
      `${twin.id} with ${textOf(change)}: that changes the answer.`,
      twinOf(simplest)!,
    )
  }

  *#candidates(seed: number): Generator<JsonRecord> {
    yield* this.#inputs.bases
    yield* this.#inputs.random(seed)
  }

  /** So many vectors for each wrong form: one alone may be answered rightly by the same mistake made otherwise. */
  bugs(wrong: readonly WrongForm[], seed: number): void {
    const shown = new Map(
      wrong.map((form) => [form, this.chosen.filter(({ input }) => form.convictedBy(input)).length]),
    )
    const open = new Set(wrong.filter((form) => shown.get(form)! < SHOWN_OFTEN))
    let tried = 0
    for (const input of this.#candidates(seed)) {
      if (open.size === 0 || tried === MOST_TRIED_FOR_BUGS) return
      tried += 1
      for (const form of open) {
        if (!form.convictedBy(input)) continue
        const shows = (other: JsonRecord): boolean =>
          form.convictedBy(other) && !this.#byInput.has(JSON.stringify(other))
        if (!shows(input)) continue
        const count = shown.get(form)! + 1
        shown.set(form, count)
        if (count === SHOWN_OFTEN) open.delete(form)
        this.add(
          `shows-${form.name}`,
          'bugs',
          `A simple input that ${form.name} answers wrongly.`,
          simplified(input, this.#inputs.example, shows),
        )
      }
    }
  }

  alone(idle: readonly Change[]): void {
    const { example } = this.#inputs
    const single = idle.filter(({ of }) => /bit-\d+-(set|clear)$|^is-[a-z]/.test(of.slug))
    // Spread over the fields.
    const step = Math.max(1, single.length / MOST_ALONE)
    for (let i = 0; i < single.length; i += step) {
      const change = single[Math.floor(i)]!
      this.add(
        slugOf(change),
        'alone',
        `The example with ${textOf(change)}: the same answer.`,
        changed(example, change),
      )
    }
  }

  pairs(decisive: readonly Change[]): void {
    const { example } = this.#inputs
    let pairs = 0
    for (const [i, a] of decisive.entries())
      for (const b of decisive.slice(i + 1)) {
        if (a.field === b.field) continue
        const both = changed(changed(example, a), b)
        const answers = new Set([example, changed(example, a), changed(example, b), both].map(this.#answer))
        if (answers.size < 4) continue
        this.add(
          `${slugOf(a)}-and-${slugOf(b)}`,
          'pairs',
          `The example with ${textOf(a)} and ${textOf(b)}: another answer than with each of them.`,
          both,
        )
        pairs += 1
        if (pairs === MOST_PAIRS) return
      }
  }
}

/** The inputs chosen with a reason, in the order of the groups. */
export const selectInputs = (
  inputs: Inputs,
  answer: (input: JsonRecord) => string,
  wrong: readonly WrongForm[],
  seed: number,
): readonly Selected[] => {
  const selection = new Selection(inputs, answer)
  const all = inputs.all(MOST_ALL)
  if (all) {
    for (const input of all) selection.add(allSlug(input), 'all', `One of all ${all.length} inputs.`, input)
    return selection.chosen
  }
  selection.add(
    'example',
    'example',
    'An ordinary question; most of the others begin with it.',
    inputs.example,
  )
  const { decisive, idle } = selection.boundaries(seed)
  selection.bugs(wrong, seed)
  selection.alone(idle)
  selection.pairs(decisive)
  const order = Object.keys(GROUPS)
  return selection.chosen.toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
}

/** A set of inputs that have been seen: it never forgets one, and now and then takes a new one for an old one. */
class Seen {
  readonly #bits = new Uint32Array(1 << 21)

  /** Whether an input, by its slug, was not there before. */
  isNew(slug: string): boolean {
    const at = Number.parseInt(slug.slice(0, 7), 16) & 0x3ff_ffff
    const mask = 1 << (at & 31)
    const word = this.#bits[at >>> 5]!
    this.#bits[at >>> 5] = word | mask
    return (word & mask) === 0
  }
}

/** Random inputs that are not chosen already, without end: memory does not grow with their number. */
export function* randomInputs(
  inputs: Inputs,
  chosen: readonly Selected[],
  seed: number,
  most: number,
): Generator<Selected> {
  const seen = new Seen()
  for (const { input } of chosen) seen.isNew(textSlug(JSON.stringify(input)))
  // A decision with few inputs runs out of new ones.
  let barren = 0
  let made = 0
  for (const input of inputs.random(seed)) {
    if (made === most || barren === 10_000) return
    const slug = textSlug(JSON.stringify(input))
    if (!seen.isNew(slug)) {
      barren += 1
      continue
    }
    barren = 0
    made += 1
    yield { id: `random-${slug}`, group: 'random', why: 'A random input.', input }
  }
}
