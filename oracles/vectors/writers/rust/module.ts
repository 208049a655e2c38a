/**
 * The text of a Rust module: types, vectors, and functions that check with them. `no_std`, without dependencies.
 */
import { wrap } from '../../../reports/wrap.ts'
import { HEAD_WIDTH, headOf } from '../tables/head.ts'
import { snake } from '../tables/names.ts'
import type { Table } from '../tables/rows.ts'
import { checking } from './checking.ts'
import { RustNames } from './names.ts'
import { reader } from './reader.ts'
import { asSource } from './source.ts'
import { types } from './types.ts'

const headLines = (paragraphs: readonly string[]): string[] =>
  paragraphs
    .flatMap((paragraph, i) => {
      const text = /^ /m.test(paragraph) ? paragraph : wrap(paragraph, '', HEAD_WIDTH)
      return [...(i === 0 ? [] : ['']), ...text.split('\n')]
    })
    .map((line) => `//! ${line}`.trimEnd())

const usage = (names: RustNames, { source, layout }: Table): string[] => {
  const module = snake(source.name)
  const [input, answer] = [layout.inputs[0]!, layout.answer[0]!]
  const more = layout.answer.length > 1 ? ', ...' : ''
  return [
    `#[rustfmt::skip] mod ${module}; // this file`,
    `use ${module}::{run, Answer, Input, Variant};`,
    '#[test]',
    `fn ${module}_is_right() {`,
    `    let mine = |input: &Input| Answer { ${names.member('Answer', answer.name)}: my_function(input.${names.member('Input', input.name)}, ...)${more} };`,
    `    assert_eq!(run(Variant::${names.variant(source.header.variants[0]!.id)}, mine, |failure| println!("{}", failure)), 0);`,
    '}',
  ]
}

/**
 * The module, piece by piece.
 *
 * @param hasBytes its vectors lie in a file of bytes beside it
 */
export function* moduleText(table: Table, hasBytes: boolean): Generator<string> {
  const names = new RustNames(table)
  yield `${[
    '// SPDX-License-Identifier: MIT',
    ...headLines(headOf(table, usage(names, table))),
    '#![allow(dead_code)]',
    '',
    ...types(names, table),
  ].join('\n')}`
  yield checking(names, table).slice(1)
  if (hasBytes) yield reader(names, table)
  else yield* asSource(names, table)
}
