/**
 * The text of a Rust module: types, vectors, and functions that check with them. `no_std`, without dependencies.
 */
import { plain, wrap } from '../../../reports/wrap.ts'
import { HEAD_WIDTH, headOf, noteText } from '../tables/head.ts'
import {
  type DecisionSource,
  type Layout,
  type Member,
  pathText,
  type Scalar,
  type Type,
} from '../tables/layout.ts'
import { snake } from '../tables/names.ts'
import { type AllowedRow, type Row, rowsOf, type Table } from '../tables/rows.ts'
import { leafBytes } from './bytes.ts'
import { leafStatements } from './leaves.ts'
import { RustNames, rustString } from './names.ts'

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

const typeName = (names: RustNames, name: string, type: Type): string => {
  switch (type.kind) {
    case 'register':
      return 'u64'
    case 'count':
      return 'u32'
    case 'flag':
      return 'bool'
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
  [...inputLeaves, ...answerLeaves].some(({ is }) => is === 'length')

const LIST = `/// So many items, and no more than N of them; those behind the last count for nothing.
${DERIVE}
pub struct List<T, const N: usize> {
    pub count: u32,
    pub items: [T; N],
}
`.split('\n')

const types = (names: RustNames, { source, layout, alternatives }: Table): string[] => {
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

const checking = (names: RustNames, { layout }: Table): string => {
  const count = layout.answerLeaves.length
  return `
/// The values of an answer, as in \`FIELDS\`.
pub fn values(answer: &Answer) -> [u64; ${count}] {
    let mut seen = [0; ${count}];
${leafStatements(names, 'Answer', layout.answer, 'answer', 'seen').join('\n')}
    seen
}

/// Whether value \`i\` differs. What is not there is judged by its parent.
fn differs(facts: &[Fact; ${count}], seen: &[u64; ${count}], i: usize) -> bool {
    match FIELDS[i].parent {
        Some(parent) if seen[parent] <= FIELDS[i].above => false,
        _ => (seen[i] ^ facts[i].value) & facts[i].mask != 0,
    }
}

/// Whether an answer is allowed.
pub fn check(vector: &Vector, variant: Variant, answer: &Answer) -> Result<(), Failure> {
    let seen = values(answer);
    let differences = |facts: &[Fact; ${count}]| (0..${count}).filter(|&i| differs(facts, &seen, i)).count();
    let nearest = vector
        .allowed
        .iter()
        .filter(|allowed| allowed.variants >> variant as u32 & 1 == 1)
        .map(|allowed| allowed.facts)
        .min_by_key(differences)
        .expect("every variant allows something");
    if differences(&nearest) == 0 {
        return Ok(());
    }
    Err(Failure { vector: *vector, variant, nearest, seen })
}

/// Asks \`function\` every question, and calls \`report\` for each answer that is not allowed. Returns how many.
pub fn run(
    variant: Variant,
    mut function: impl FnMut(&Input) -> Answer,
    mut report: impl FnMut(&Failure),
) -> usize {
    let failures = vectors().filter_map(|vector| check(&vector, variant, &function(&vector.input)).err());
    failures.inspect(|failure| report(failure)).count()
}

impl Failure {
    /// The values that differ.
    pub fn mismatches(&self) -> impl Iterator<Item = Mismatch> + '_ {
        (0..${count}).filter(move |&i| differs(&self.nearest, &self.seen, i)).map(move |i| {
            let Fact { value, mask } = self.nearest[i];
            Mismatch { field: &FIELDS[i], expected: value, mask, actual: self.seen[i] }
        })
    }
}

impl Field {
    fn write(&self, f: &mut fmt::Formatter, value: u64) -> fmt::Result {
        match self.names.get(value as usize) {
            Some(name) => f.write_str(name),
            None => write!(f, "{:#x}", value),
        }
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: ", self.field.path)?;
        self.field.write(f, self.actual)?;
        f.write_str(", expected ")?;
        self.field.write(f, self.expected)?;
        if self.field.names.is_empty() && (self.actual ^ self.expected) & !self.mask != 0 {
            write!(f, " (compared: {:#x})", self.mask)?;
        }
        Ok(())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: not what {:?} allows", self.vector.id, self.variant)?;
        for mismatch in self.mismatches() {
            write!(f, "\\n  {}", mismatch)?;
        }
        write!(f, "\\n  input, in hex: {:x?}\\n  why it is there: {}", self.vector.input, self.vector.why)?;
        for note in NOTES.iter().filter(|note| self.vector.notes.split(", ").any(|name| name == note.name)) {
            write!(f, "\\n  fails here too: {}: {}", note.name, note.meaning)?;
        }
        Ok(())
    }
}
`
}

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

const none = (count: number): string =>
  `const NONE: Allowed = Allowed { variants: 0, facts: [Fact { value: 0, mask: 0 }; ${count}] };`

function* asSource(names: RustNames, table: Table): Generator<string> {
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

/** Reading the bytes of `bytes.ts`. */
const reader = (names: RustNames, { source, layout, count, alternatives }: Table): string => {
  const width = (type: Scalar): string => `r.u${8 * leafBytes(type)}()`
  const input = names.record(
    'Input',
    layout.inputs,
    (name, type) => {
      if (type.kind === 'flag') return 'r.u8() != 0'
      return type.kind === 'name' ? `${names.type(name, type)}::ALL[r.u8() as usize]` : width(type)
    },
    (value) => `option(r.u8() != 0, ${value()})`,
  )
  const fact = ({ type }: { readonly type: Scalar }): string => {
    const wide = leafBytes(type) === 8 ? width(type) : `u64::from(${width(type)})`
    return `Fact { value: ${wide}, mask: ${wide} }`
  }
  const leaves = layout.answerLeaves
  return `
static BYTES: &[u8] = include_bytes!("${snake(source.name)}.bin");

/// How many vectors there are.
pub const COUNT: usize = ${count};

${none(leaves.length)}

/// All vectors.
pub fn vectors() -> impl Iterator<Item = Vector> {
    Reader { rest: BYTES }
}

struct Reader {
    rest: &'static [u8],
}

fn option<T>(is_there: bool, value: T) -> Option<T> {
    if is_there {
        Some(value)
    } else {
        None
    }
}

impl Reader {
    fn bytes(&mut self, count: usize) -> &'static [u8] {
        let (bytes, rest) = self.rest.split_at(count);
        self.rest = rest;
        bytes
    }

    /// Little-endian.
    fn number(&mut self, bytes: usize) -> u64 {
        self.bytes(bytes).iter().rev().fold(0, |value, &byte| value << 8 | u64::from(byte))
    }

    fn u8(&mut self) -> u8 {
        self.number(1) as u8
    }

    fn u32(&mut self) -> u32 {
        self.number(4) as u32
    }

    fn u64(&mut self) -> u64 {
        self.number(8)
    }

    fn text(&mut self) -> &'static str {
        let length = self.number(2) as usize;
        core::str::from_utf8(self.bytes(length)).expect("the file is damaged")
    }
}

#[rustfmt::skip]
impl Iterator for Reader {
    type Item = Vector;

    fn next(&mut self) -> Option<Vector> {
        if self.rest.is_empty() {
            return None;
        }
        let r = self;
        let (id, why, notes) = (r.text(), r.text(), r.text());
        let input = ${input};
        let mut allowed = [NONE; ${alternatives}];
        let count = r.u8() as usize;
        for answer in &mut allowed[..count] {
            *answer = Allowed {
                variants: r.u32(),
                facts: [
${leaves.map((leaf) => `                    ${fact(leaf)},`).join('\n')}
                ],
            };
        }
        Some(Vector { id, why, notes, input, allowed })
    }
}
`
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
