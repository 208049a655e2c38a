/**
 * What vectors can be made of: the decisions, and the programs of each machine.
 */
import { find } from '../cli/registry.ts'
import { decisions } from '../decisions/catalogue.ts'
import { decisionSource, type SourceOptions } from './decisions/source.ts'
import type { VectorKind, VectorSource } from './envelope.ts'
import { vectorMachines } from './machines.ts'
import { programsId } from './programs/machine.ts'
import { programSource } from './programs/source.ts'

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
  ...vectorMachines.map(
    ({ name, programs }): ExportedOracle => ({
      id: programsId(programs),
      machine: name,
      kind: 'program',
      source: (options) => programSource(programs, options),
    }),
  ),
]

/**
 * The oracle with an id; the machine may be left out where that is clear.
 *
 * @throws InputError if there is none.
 */
export const findOracle = (id: string): ExportedOracle => find('oracle', oracles, id)
