/**
 * What vectors can be made of: the decisions, and the programs of each machine.
 */
import { find } from '../cli/registry.ts'
import { decisions } from '../decisions/catalogue.ts'
import { x86 } from '../machines/x86.ts'
import { decisionSource, type SourceOptions } from './decisions/source.ts'
import type { VectorKind, VectorSource } from './envelope.ts'
import { PROGRAMS, programSource } from './x86/source.ts'

/** Something that vectors can be made of. */
export interface ExportedOracle {
  readonly id: string
  readonly machine: string
  readonly kind: VectorKind
  readonly source: (options: SourceOptions) => VectorSource
}

export const oracles: readonly ExportedOracle[] = [
  ...decisions.map(
    (decision): ExportedOracle => ({
      id: decision.id,
      machine: decision.machine,
      kind: 'decision',
      source: (options) => decisionSource(decision, options),
    }),
  ),
  { id: PROGRAMS, machine: x86.name, kind: 'program', source: programSource },
]

/**
 * The oracle with an id; the machine may be left out where that is clear.
 *
 * @throws InputError if there is none.
 */
export const findOracle = (id: string): ExportedOracle => find('oracle', oracles, id)
