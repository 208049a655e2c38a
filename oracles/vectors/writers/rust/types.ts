/**
 * The types of a Rust module, and its tables of fields and notes.
 */
import { plain } from '../../../reports/wrap.ts'
import { noteText } from '../tables/head.ts'
import { type DecisionSource, type Layout, type Member, pathText, type Type } from '../tables/layout.ts'
import type { Table } from '../tables/rows.ts'
import { byteList, type RustNames, rustString } from './names.ts'

const typeName = (names: RustNames, name: string, type: Type): string => {
  switch (type.kind) {
    case 'register':
      return 'u64'
    case 'count':
      return 'u32'
    case 'byte':
      return 'u8'
    case 'flag':
      return 'bool'
    case 'bytes':
      return typeName(names, name, byteList(type))
    case 'array':
      return `[${typeName(names, name, type.of)}; ${type.length}]`
    case 'list':
      return `List<${typeName(names, name, type.of)}, ${type.most}>`
    case 'option':
      return `Option<${typeName(names, name, type.of)}>`
    default:
      return names.type(name, type)
  }
}

const DERIVE = '#[derive(Clone, Copy, Debug, PartialEq, Eq)]'

const struct = (names: RustNames, name: string, meaning: string, members: readonly Member[]): string[] => [
  `/// ${meaning}`,
  DERIVE,
  `pub struct ${name} {`,
  ...members.flatMap((member) => [
    ...(member.meaning === '' ? [] : [`    /// ${plain(member.meaning)}`]),
    `    pub ${names.member(name, member.name)}: ${typeName(names, member.name, member.type)},`,
  ]),
  '}',
  '',
]

const enumeration = (
  name: string,
  meaning: string,
  values: readonly (readonly [string, string])[],
): string[] => [
  `/// ${meaning}`,
  DERIVE,
  `pub enum ${name} {`,
  ...values.flatMap(([value, text]) => [`    /// \`${plain(text)}\``, `    ${value},`]),
  '}',
  '',
  `impl ${name} {`,
  '    /// All of them, in order.',
  `    pub const ALL: [${name}; ${values.length}] = [`,
  ...values.map(([value]) => `        ${name}::${value},`),
  '    ];',
  '}',
  '',
]

/** Enums and structs inside of others, each once. */
const innerTypes = (names: RustNames, members: readonly Member[], seen: Set<string>): string[] =>
  members.flatMap(({ name, type: outer }): string[] => {
    let type = outer
    while (type.kind === 'option' || type.kind === 'array' || type.kind === 'list') type = type.of
    if (type.kind !== 'record' && type.kind !== 'name') return []
    const own = names.type(name, type)
    if (seen.has(own)) return []
    seen.add(own)
    if (type.kind === 'record')
      return [
        ...innerTypes(names, type.members, seen),
        ...struct(names, own, `The record in \`${plain(name)}\`.`, type.members),
      ]
    const named = type
    return enumeration(
      own,
      `What \`${plain(name)}\` can be.`,
      named.values.map((value, i) => [names.value(name, named, i), value] as const),
    )
  })

const fieldTable = (layout: Layout): string[] => [
  '/// The values of an answer that are compared.',
  `pub static FIELDS: [Field; ${layout.answerLeaves.length}] = [`,
  ...layout.answerLeaves.map(({ path, type, is, parent, above }) => {
    const values =
      is === 'presence'
        ? ['null', 'present']
        : type.kind === 'flag'
          ? ['false', 'true']
          : type.kind === 'name'
            ? type.values
            : []
    const at = parent === null ? 'None' : `Some(${parent})`
    return `    Field { path: ${rustString(pathText(path))}, parent: ${at}, above: ${above}, names: &[${values.map(rustString).join(', ')}] },`
  }),
  '];',
  '',
]

const noteTable = (source: DecisionSource): string[] => [
  '/// What the names in `Vector::notes` mean.',
  `pub static NOTES: [Note; ${Object.keys(source.header.notes).length}] = [`,
  ...Object.entries(source.header.notes).map(
    ([name, note]) => `    Note { name: ${rustString(name)}, meaning: ${rustString(noteText(note))} },`,
  ),
  '];',
  '',
]

const hasLists = ({ inputLeaves, answerLeaves }: Layout): boolean =>
  [...inputLeaves, ...answerLeaves].some(({ is }) => is === 'length' || is === 'size')

const LIST = `/// So many items, and no more than N of them; those behind the last count for nothing.
${DERIVE}
pub struct List<T, const N: usize> {
    pub count: u32,
    pub items: [T; N],
}
`.split('\n')

export const types = (names: RustNames, { source, layout, alternatives }: Table): string[] => {
  const seen = new Set<string>()
  return [
    'use core::fmt;',
    '',
    ...enumeration(
      'Variant',
      'Whose answers are expected.',
      source.header.variants.map(({ id }) => [names.variant(id), id] as const),
    ),
    ...(hasLists(layout) ? LIST : []),
    ...innerTypes(names, layout.inputs, seen),
    ...innerTypes(names, layout.answer, seen),
    ...struct(names, 'Input', 'A question.', layout.inputs),
    ...struct(names, 'Answer', 'What a function answers to it.', layout.answer),
    ...`/// A value is allowed if \`(seen ^ value) & mask\` is 0.
${DERIVE}
pub struct Fact {
    pub value: u64,
    pub mask: u64,
}

/// An answer that some variants allow.
${DERIVE}
pub struct Allowed {
    /// Bit n stands for \`Variant::ALL[n]\`.
    pub variants: u32,
    /// As in \`FIELDS\`.
    pub facts: [Fact; ${layout.answerLeaves.length}],
}

/// A question, and all answers that are allowed.
${DERIVE}
pub struct Vector {
    pub id: &'static str,
    /// Why it is there.
    pub why: &'static str,
    /// Names of notes, joined by commas.
    pub notes: &'static str,
    pub input: Input,
    /// Those behind the last are allowed by no variant.
    pub allowed: [Allowed; ${alternatives}],
}

/// A value of an answer: its path, the index of the one that says whether it is there (if that one is above a
/// number), and its names if it is an enum or a bool.
${DERIVE}
pub struct Field {
    pub path: &'static str,
    pub parent: Option<usize>,
    pub above: u64,
    pub names: &'static [&'static str],
}

/// What it means to fail.
${DERIVE}
pub struct Note {
    pub name: &'static str,
    pub meaning: &'static str,
}

/// A value that is not allowed.
${DERIVE}
pub struct Mismatch {
    pub field: &'static Field,
    pub expected: u64,
    /// The bits that are compared.
    pub mask: u64,
    pub actual: u64,
}

/// An answer that is not allowed, and the allowed one that comes nearest.
${DERIVE}
pub struct Failure {
    pub vector: Vector,
    pub variant: Variant,
    /// As in \`FIELDS\`.
    pub nearest: [Fact; ${layout.answerLeaves.length}],
    pub seen: [u64; ${layout.answerLeaves.length}],
}
`.split('\n'),
    ...fieldTable(layout),
    ...noteTable(source),
  ]
}
