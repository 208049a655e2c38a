/**
 * Vectors as rows of a table: the leaves of their inputs, and for every allowed answer the leaves' values and masks
 * with the variants that allow it.
 */
import { InputError } from '../../../../model/program.ts'
import type { Json, JsonRecord } from '../../../codec.ts'
import { canonicalJson, Digest, lineOf } from '../../canonical.ts'
import { type AllowedAnswer, type DecisionVector, expectationOf, type Fact, isLoose } from '../../envelope.ts'
import { recordWithBytes } from './bytes.ts'
import {
  type DecisionSource,
  fullMask,
  type Layout,
  type Leaf,
  layoutOf,
  leafNumber,
  valueAt,
} from './layout.ts'

/** `(seen ^ value) & mask` must be zero. */
export interface MaskedValue {
  readonly value: bigint
  readonly mask: bigint
}

/** An answer that some variants allow. */
export interface AllowedRow {
  /** Bit n: the header's variant n allows it. */
  readonly variants: number
  readonly facts: readonly MaskedValue[]
  /** Where the freedom comes from, and why bits are not compared: text for a comment. */
  readonly remarks: readonly string[]
}

export interface Row {
  readonly id: string
  readonly group: string
  readonly why: string
  /** Names, joined by commas. */
  readonly notes: string
  readonly input: readonly bigint[]
  readonly allowed: readonly AllowedRow[]
}

/** What has to be known of all vectors before the first is written. */
export interface Table {
  readonly source: DecisionSource
  readonly layout: Layout
  readonly count: number
  /** The most answers that are allowed to one question. */
  readonly alternatives: number
  /** Of the same vectors as JSON. */
  readonly digest: string
}

const NOT_COMPARED: MaskedValue = { value: 0n, mask: 0n }

const isAbsent = (json: Json | undefined): boolean => json === null || json === undefined

const exactFact = (leaf: Leaf, output: JsonRecord): MaskedValue => {
  const json = valueAt(output, leaf.path)
  // What lies in something absent is not compared: that is.
  if (leaf.is === 'presence')
    return isAbsent(valueAt(output, leaf.path.slice(0, -1)))
      ? NOT_COMPARED
      : { value: isAbsent(json) ? 0n : 1n, mask: 1n }
  if (isAbsent(json)) return NOT_COMPARED
  if (leaf.is === 'length' || leaf.is === 'size')
    return { value: BigInt((json as readonly Json[]).length), mask: fullMask(leaf.type) }
  return { value: leafNumber(leaf.type, json), mask: fullMask(leaf.type) }
}

const looseFact = (leaf: Leaf, fact: Exclude<Fact, Json> | JsonRecord): MaskedValue => {
  if (!('mask' in fact)) return NOT_COMPARED
  if (leaf.is === 'presence') return { value: 1n, mask: 1n }
  const { value, mask } = fact as { readonly value: string | number; readonly mask: string | number }
  return { value: BigInt(value), mask: BigInt(mask) }
}

const factOf = (leaf: Leaf, output: AllowedAnswer['output']): MaskedValue => {
  const fact = output[leaf.path[0] as string]
  return isLoose(fact) ? looseFact(leaf, fact) : exactFact(leaf, output as JsonRecord)
}

const remarksOf = ({ choices = {}, output }: AllowedAnswer): string[] => [
  ...Object.entries(choices).map(([choice, answer]) => `${choice}=${answer}`),
  ...Object.entries(output).flatMap(([field, fact]) => (isLoose(fact) ? [`${field}: ${fact.reason}`] : [])),
]

const allowedRows = (
  { header }: DecisionSource,
  { answer: members, answerLeaves }: Layout,
  vector: DecisionVector,
) => {
  const rows = new Map<string, { variants: number; readonly answer: AllowedAnswer }>()
  for (const [i, { id }] of header.variants.entries())
    for (const answer of expectationOf(header, vector, id).allowed) {
      const key = canonicalJson(answer.output)
      const row = rows.get(key) ?? { variants: 0, answer }
      row.variants |= 1 << i
      rows.set(key, row)
    }
  return [...rows.values()].map(({ variants, answer }): AllowedRow => {
    const output = recordWithBytes(members, answer.output)
    return {
      variants: variants >>> 0,
      facts: answerLeaves.map((leaf) => factOf(leaf, output)),
      remarks: remarksOf(answer),
    }
  })
}

const rowOf = (source: DecisionSource, layout: Layout, vector: DecisionVector): Row => {
  const input = recordWithBytes(layout.inputs, vector.input) as JsonRecord
  return {
    id: vector.id,
    group: vector.group,
    why: vector.why,
    notes: vector.notes.join(', '),
    input: layout.inputLeaves.map(({ path, type, is }) => {
      const json = valueAt(input, path)
      if (isAbsent(json)) return 0n
      if (is === 'presence') return 1n
      return is === 'value' ? leafNumber(type, json) : BigInt((json as readonly Json[]).length)
    }),
    allowed: allowedRows(source, layout, vector),
  }
}

/** Bits of `AllowedRow.variants`. */
const MOST_VARIANTS = 32

/**
 * Goes through the vectors once.
 *
 * @throws InputError for a source that has none, or fields without a type.
 */
export const tableOf = (source: DecisionSource): Table => {
  const layout = layoutOf(source)
  const { subject, variants } = source.header
  if (variants.length > MOST_VARIANTS)
    throw new InputError(
      'GDO-1722',
      `${subject}: a table holds ${MOST_VARIANTS} variants, not ${variants.length}`,
    )
  const digest = new Digest()
  digest.add(canonicalJson(source.header))
  let [count, alternatives] = [0, 0]
  for (const vector of source.tests()) {
    digest.add(lineOf(vector))
    count += 1
    const most =
      variants.length * Math.max(...Object.values(vector.expect).map(({ allowed }) => allowed.length))
    if (most > alternatives) alternatives = Math.max(alternatives, allowedRows(source, layout, vector).length)
  }
  if (count === 0) throw new InputError('GDO-1723', `${subject}: there are no vectors to make a table of`)
  return { source, layout, count, alternatives, digest: digest.hex() }
}

/** The rows, as they are needed. */
export function* rowsOf({ source, layout }: Table): Generator<Row> {
  for (const vector of source.tests()) yield rowOf(source, layout, vector)
}
