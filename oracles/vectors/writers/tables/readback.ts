/**
 * Reading a table back. A program in the table's own language prints what it holds, and what its own comparing makes
 * of right and wrong answers; that is compared, line by line, with what is said here of the same vectors.
 *
 * | line                                   | says                                                                |
 * |----------------------------------------|---------------------------------------------------------------------|
 * | `id\|why\|notes\|input\|answer\|…`     | a vector: numbers in hex; an answer is `variants:value/mask …`      |
 * | `variant N: F`                         | F vectors fail if each is given an answer that variant N allows      |
 * | `field N: F`                           | F vectors fail if leaf N of an answer of the first variant is changed |
 */
import type { Layout, Leaf } from './layout.ts'
import { type AllowedRow, type MaskedValue, type Row, rowsOf, type Table } from './rows.ts'

const hex = (value: bigint | number): string => value.toString(16)

const answerText = ({ variants, facts }: AllowedRow): string =>
  `|${hex(variants)}:${facts.map(({ value, mask }) => `${hex(value)}/${hex(mask)}`).join(' ')}`

const rowLine = ({ id, why, notes, input, allowed }: Row, text: (text: string) => string): string =>
  `${text(id)}|${text(why)}|${text(notes)}|${input.map(hex).join(' ')}${allowed.map(answerText).join('')}`

/** How many values a leaf can have, if they are few; else 0. */
export const leafModulus = ({ type }: Leaf): number =>
  type.kind === 'flag' ? 2 : type.kind === 'name' ? type.values.length : 0

/** Another value: the next one of few, else another lowest bit of those compared. */
const changed = (leaf: Leaf, { value, mask }: MaskedValue): bigint => {
  const modulus = leafModulus(leaf)
  if (modulus > 0) return (value + 1n) % BigInt(modulus)
  return value ^ (mask === 0n ? 1n : mask & -mask)
}

const admits = ({ answerLeaves }: Layout, { facts }: AllowedRow, seen: readonly bigint[]): boolean =>
  facts.every(({ value, mask }, i) => {
    const { parent, above } = answerLeaves[i]!
    return (parent !== null && seen[parent]! <= above) || ((seen[i]! ^ value) & mask) === 0n
  })

const failsIfChanged = (layout: Layout, { allowed }: Row, leaf: number): boolean => {
  const ofFirst = allowed.filter(({ variants }) => (variants & 1) === 1)
  const seen = ofFirst[0]!.facts.map((fact, i) =>
    i === leaf ? changed(layout.answerLeaves[i]!, fact) : fact.value,
  )
  return !ofFirst.some((answer) => admits(layout, answer, seen))
}

/**
 * The lines that are expected of a table.
 *
 * @param text what the language makes of a string
 */
export function* expectedLines(
  table: Table,
  text: (text: string) => string = (same) => same,
): Generator<string> {
  const { layout, source } = table
  const failures = layout.answerLeaves.map(() => 0)
  for (const row of rowsOf(table)) {
    yield* rowLine(row, text).split('\n')
    for (const leaf of failures.keys()) if (failsIfChanged(layout, row, leaf)) failures[leaf]! += 1
  }
  for (const i of source.header.variants.keys()) yield `variant ${i}: 0`
  for (const [i, failed] of failures.entries()) yield `field ${i}: ${failed}`
}
