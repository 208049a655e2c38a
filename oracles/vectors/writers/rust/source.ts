/**
 * Vectors as the source of a Rust module.
 */
import { plain } from '../../../reports/wrap.ts'
import type { Scalar } from '../tables/layout.ts'
import { type AllowedRow, type Row, rowsOf, type Table } from '../tables/rows.ts'
import { type RustNames, rustString } from './names.ts'

const factText = (type: Scalar, value: bigint, mask: bigint): string => {
  const hex = (number: bigint): string =>
    type.kind === 'register' ? `0x${number.toString(16).padStart(type.digits, '0')}` : String(number)
  return `is(${hex(value)}, ${type.kind === 'register' ? hex(mask) : `0x${mask.toString(16)}`})`
}

const allowedLines = ({ layout }: Table, { variants, facts, remarks }: AllowedRow): string[] => [
  ...(remarks.length === 0 ? [] : [`            // ${plain(remarks.join(', '))}`]),
  `            by(0x${variants.toString(16)}, [${facts.map(({ value, mask }, i) => factText(layout.answerLeaves[i]!.type, value, mask)).join(', ')}]),`,
]

const vectorText = (names: RustNames, table: Table, { id, why, notes, input, allowed }: Row): string =>
  [
    '    Vector {',
    `        id: ${rustString(id)},`,
    `        why: ${rustString(why)},`,
    `        notes: ${rustString(notes)},`,
    `        input: ${names.literal('Input', table.layout.inputs, input.values())},`,
    '        allowed: [',
    ...allowed.flatMap((answer) => allowedLines(table, answer)),
    ...Array.from({ length: table.alternatives - allowed.length }, () => '            NONE,'),
    '        ],',
    '    },',
    '',
  ].join('\n')

/** The answer that stands where fewer are allowed than elsewhere. */
export const none = (count: number): string =>
  `const NONE: Allowed = Allowed { variants: 0, facts: [Fact { value: 0, mask: 0 }; ${count}] };`

/** All vectors, piece by piece. */
export function* asSource(names: RustNames, table: Table): Generator<string> {
  const count = table.layout.answerLeaves.length
  yield `
const fn is(value: u64, mask: u64) -> Fact {
    Fact { value, mask }
}

const fn by(variants: u32, facts: [Fact; ${count}]) -> Allowed {
    Allowed { variants, facts }
}

${none(count)}

/// All vectors.
pub fn vectors() -> impl Iterator<Item = Vector> {
    VECTORS.iter().copied()
}

#[rustfmt::skip]
pub static VECTORS: [Vector; ${table.count}] = [
`
  for (const row of rowsOf(table)) yield vectorText(names, table, row)
  yield '];\n'
}
