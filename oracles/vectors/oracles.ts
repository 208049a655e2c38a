/**
 * What vectors can be made of: the decisions, and the programs of each machine.
 */
import { decisions } from '../decisions/catalogue.ts'
import { decisionSource, type SourceOptions } from './decisions/source.ts'
import type { VectorKind, VectorSource } from './envelope.ts'
import { PROGRAMS, programSource } from './x86/source.ts'

/** Something that vectors can be made of. */
export interface ExportedOracle {
  readonly id: string
  readonly kind: VectorKind
  readonly source: (options: SourceOptions) => VectorSource
}

export const oracles: readonly ExportedOracle[] = [
  ...decisions.map(
    (decision): ExportedOracle => ({
      id: decision.id,
      kind: 'decision',
      source: (options) => decisionSource(decision, options),
    }),
  ),
  { id: PROGRAMS, kind: 'program', source: programSource },
]
