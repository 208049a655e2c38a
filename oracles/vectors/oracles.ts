/**
 * What vectors can be made of: the decisions, and the programs of each machine.
 */
import { InputError } from '../../model/program.ts'
import { find } from '../cli/registry.ts'
import { decisions } from '../decisions/catalogue.ts'
import type { Decision } from '../decisions/decision.ts'
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

const hasVectors = ({ machine }: Decision): boolean => vectorMachines.some(({ name }) => name === machine)

export const oracles: readonly ExportedOracle[] = [
  ...decisions.filter(hasVectors).map(
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
 * | code     | what is wrong                              |
 * |----------|--------------------------------------------|
 * | GDO-1724 | no vectors are made of this machine        |
 *
 * @throws InputError if there is none.
 */
export const findOracle = (id: string): ExportedOracle => {
  const without = decisions.find((decision) => decision.id === id && !hasVectors(decision))
  if (without) throw new InputError('GDO-1724', `${id}: no vectors are made of ${without.machine} yet`)
  return find('oracle', oracles, id)
}
