/**
 * What vectors can be made of: the decisions, and the programs of each machine.
 */
import { InputError } from '../../model/program.ts'
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

/** Decisions for whose fields values worth trying are known (`decisions/values.ts`): those of x86. */
const withValues = decisions.filter(({ machine }) => machine === x86.name)

export const oracles: readonly ExportedOracle[] = [
  ...withValues.map(
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
 * @throws InputError if there is none, or if it is a decision that no vectors are made of.
 */
export const findOracle = (id: string): ExportedOracle => {
  const decision = decisions.find((each) => each.id === id || each.id.endsWith(`/${id}`))
  if (decision && !withValues.includes(decision) && !oracles.some((each) => each.id === id))
    throw new InputError(
      'GDO-1724',
      `no vectors are made of decisions of ${decision.machine} yet; gdo eval ${decision.id} answers it`,
    )
  return find('oracle', oracles, id)
}
