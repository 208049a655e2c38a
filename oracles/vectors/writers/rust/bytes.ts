/**
 * Rows as bytes, little-endian, one behind the other: no compiler likes thousands of them as source.
 *
 * | part         | bytes                                                                             |
 * |--------------|-----------------------------------------------------------------------------------|
 * | id, why, notes | two for the length and the UTF-8 text, each                                     |
 * | input        | its leaves: eight for a register, four for a count, one for a flag or a name        |
 * | answers      | one for their number; each four for its variants, then value and mask of each leaf |
 */
import type { Leaf, Scalar } from '../tables/layout.ts'
import { type Row, rowsOf, type Table } from '../tables/rows.ts'

/** Bytes of a leaf. */
export const leafBytes = ({ kind }: Scalar): 1 | 4 | 8 => (kind === 'register' ? 8 : kind === 'count' ? 4 : 1)

const number = (value: bigint | number, bytes: number): Buffer => {
  const wide = Buffer.alloc(8)
  wide.writeBigUInt64LE(BigInt(value))
  return wide.subarray(0, bytes)
}

const text = (value: string): Buffer => {
  const bytes = Buffer.from(value)
  if (bytes.length > 0xffff)
    throw new Error(`text of ${bytes.length} bytes does not fit: ${value.slice(0, 40)}…`)
  return Buffer.concat([number(bytes.length, 2), bytes])
}

const rowBytes = (
  { id, why, notes, input, allowed }: Row,
  inputs: readonly Leaf[],
  answer: readonly Leaf[],
) =>
  Buffer.concat([
    text(id),
    text(why),
    text(notes),
    ...input.map((value, i) => number(value, leafBytes(inputs[i]!.type))),
    number(allowed.length, 1),
    ...allowed.flatMap(({ variants, facts }) => [
      number(variants, 4),
      ...facts.flatMap(({ value, mask }, i) => {
        const bytes = leafBytes(answer[i]!.type)
        return [number(value, bytes), number(mask, bytes)]
      }),
    ]),
  ])

/** All rows. */
export function* tableBytes(table: Table): Generator<Uint8Array> {
  const { inputLeaves, answerLeaves } = table.layout
  for (const row of rowsOf(table)) yield rowBytes(row, inputLeaves, answerLeaves)
}
