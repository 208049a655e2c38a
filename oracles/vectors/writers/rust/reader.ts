/**
 * The part of a Rust module that reads its vectors from a file of bytes.
 */
import type { Scalar } from '../tables/layout.ts'
import { snake } from '../tables/names.ts'
import type { Table } from '../tables/rows.ts'
import { leafBytes } from './bytes.ts'
import type { RustNames } from './names.ts'
import { none } from './source.ts'

/** Reading the bytes of `bytes.ts`. */
export const reader = (names: RustNames, { source, layout, count, alternatives }: Table): string => {
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
