/**
 * The functions of a Rust module that check answers.
 */
import type { Table } from '../tables/rows.ts'
import { leafStatements } from './leaves.ts'
import type { RustNames } from './names.ts'

export const checking = (names: RustNames, { layout }: Table): string => {
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
