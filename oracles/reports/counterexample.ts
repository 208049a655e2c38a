/**
 * Counterexamples: as a file that can be stored and replayed, and as text for people.
 */
import type { Counterexample as CounterexampleOf } from '../../properties/check.ts'
import type { MachineTypes } from '../../properties/machine.ts'
import type { Statement } from '../../properties/property.ts'
import { answersById, machineIn } from '../ids.ts'
import { machineNamed } from '../machines/index.ts'
import { renderRun, type TableOptions } from './run-table.ts'

/** A counterexample of any machine. */
type Counterexample = Omit<CounterexampleOf<MachineTypes>, 'property'> & { readonly property: Statement }
type Program = MachineTypes['Program']

export const COUNTEREXAMPLE_FORMAT = 'guest-debug-oracle/counterexample'
export const COUNTEREXAMPLE_VERSION = 1

/** A counterexample as it is stored: the program is the artefact, seed and count are where it came from. */
export interface StoredCounterexample {
  readonly format: typeof COUNTEREXAMPLE_FORMAT
  readonly version: typeof COUNTEREXAMPLE_VERSION
  readonly property: string
  readonly variant: string
  readonly violation: string
  readonly program: Program | null
  /** Answers to the choices that are left open, by id. */
  readonly answers: { readonly [choice: string]: string }
  readonly provenance: { readonly seed: number; readonly after: number }
}

/** The stored form of a counterexample. */
export const storedForm = (found: Counterexample, seed: number): StoredCounterexample => ({
  format: COUNTEREXAMPLE_FORMAT,
  version: COUNTEREXAMPLE_VERSION,
  property: found.property.id,
  variant: found.variant.id,
  violation: found.violation,
  program: found.program,
  answers: answersById(machineIn(found.variant.id), found.answers),
  provenance: { seed, after: found.after },
})

/** How many steps a reader has to follow: instructions and host actions. */
export const steps = (program: Program): number => program.code.length + program.script.flat().length

const answersLine = ({ variant, answers }: Counterexample): string =>
  Object.entries(answersById(machineIn(variant.id), answers))
    .map(([id, answer]) => `${id}=${answer}`)
    .join(', ')

/** A counterexample as text: what is broken, by what, and the run that shows it. */
export const counterexampleText = (found: Counterexample, options: TableOptions): string => {
  const { property, variant, program, answers, violation } = found
  const head = [
    `${variant.id} breaks ${property.id} (${property.layer})`,
    `  ${property.statement}`,
    `  Seen: ${violation}`,
    ...(Object.keys(answers).length > 0 ? [`  With ${answersLine(found)}`] : []),
  ].join('\n')
  if (program === null) return `${head}\n`
  const run = machineNamed(program.machine).runProgram(program, variant, answers)
  return `${head}\n\n${renderRun(program, run, options)}`
}

/** Whose bug it is, by the layers of what is broken. */
export const verdict = (variant: MachineTypes['Variant'], broken: readonly Counterexample[]): string => {
  if (broken.length === 0) return `${variant.id} keeps every property`
  const bugs = broken.filter(({ property }) => property.layer !== 'policy').length
  const policies = broken.length - bugs
  const parts = [
    ...(bugs > 0 ? [`${bugs} of the manual or the ABI`] : []),
    ...(policies > 0 ? [`${policies} of policy, which is no bug`] : []),
  ]
  return `${variant.id} breaks ${parts.join(' and ')}`
}
