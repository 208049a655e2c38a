/**
 * A Rust program that says what the modules hold, as `tables/readback.ts` has it.
 */
import { join } from 'node:path'
import type { Scalar } from '../tables/layout.ts'
import { snake } from '../tables/names.ts'
import { leafModulus } from '../tables/readback.ts'
import type { Table } from '../tables/rows.ts'
import { leafStatements } from './leaves.ts'
import { RustNames, rustString } from './names.ts'

/** An answer from the numbers in `leaf`. */
const answerOf = (names: RustNames, { layout }: Table): string => {
  let next = 0
  return names.record(
    'Answer',
    layout.answer,
    (name, type: Scalar) => {
      const leaf = `leaf[${next++}]`
      switch (type.kind) {
        case 'register':
          return leaf
        case 'count':
          return `${leaf} as u32`
        case 'byte':
          return `${leaf} as u8`
        case 'flag':
          return `${leaf} != 0`
        case 'name':
          return `${names.type(name, type)}::ALL[${leaf} as usize]`
      }
    },
    (value) => `if leaf[${next++}] != 0 { Some(${value()}) } else { None }`,
  )
}

const ofTable = (table: Table, folder: string): string => {
  const names = new RustNames(table)
  const module = snake(table.source.name)
  const { layout } = table
  const { answerLeaves } = layout
  return `
#[path = ${rustString(join(folder, `${module}.rs`))}]
mod ${module};

fn print_${module}(out: &mut impl std::io::Write) -> std::io::Result<()> {
    use ${module}::*;
    const MODULI: [u64; ${answerLeaves.length}] = [${answerLeaves.map(leafModulus).join(', ')}];
    for vector in vectors() {
        let input = vector.input;
        let mut leaf = [0; ${layout.inputLeaves.length}];
${leafStatements(names, 'Input', layout.inputs, 'input', 'leaf')
  .map((line) => `    ${line}`)
  .join('\n')}
        let leaf: Vec<String> = leaf.iter().map(|value: &u64| format!("{:x}", value)).collect();
        write!(out, "{}|{}|{}|{}", vector.id, vector.why, vector.notes, leaf.join(" "))?;
        for Allowed { variants, facts } in vector.allowed {
            if variants != 0 {
                let facts: Vec<String> = facts.iter().map(|fact| format!("{:x}/{:x}", fact.value, fact.mask)).collect();
                write!(out, "|{:x}:{}", variants, facts.join(" "))?;
            }
        }
        writeln!(out)?;
    }
    let failures = |variant: Variant, changed: usize| {
        let mut asked = vectors();
        run(
            variant,
            |_| {
                let vector = asked.next().unwrap();
                let allowed = vector.allowed.iter().find(|allowed| allowed.variants >> variant as u32 & 1 == 1).unwrap();
                let mut leaf = allowed.facts.map(|fact| fact.value);
                if changed < leaf.len() {
                    let Fact { value, mask } = allowed.facts[changed];
                    leaf[changed] = match MODULI[changed] {
                        0 => value ^ if mask == 0 { 1 } else { mask & mask.wrapping_neg() },
                        modulus => (value + 1) % modulus,
                    };
                }
                ${answerOf(names, table)}
            },
            |_| {},
        )
    };
    for (i, variant) in Variant::ALL.iter().enumerate() {
        writeln!(out, "variant {}: {}", i, failures(*variant, usize::MAX))?;
    }
    for i in 0..${answerLeaves.length} {
        writeln!(out, "field {}: {}", i, failures(Variant::ALL[0], i))?;
    }
    Ok(())
}
`
}

/** The program for some modules. */
export const readbackProgram = (tables: readonly Table[], folder: string): string => `#![allow(unused_mut)]
${tables.map((table) => ofTable(table, folder)).join('')}
fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout());
${tables.map(({ source }) => `    print_${snake(source.name)}(&mut out)?;`).join('\n')}
    Ok(())
}
`
