/**
 * The catalogue: every decision of every machine. A machine adds its decisions with one file like `x86.ts`.
 */
import { InputError } from '../../model/program.ts'
import type { JsonRecord } from '../codec.ts'
import * as arm64 from './arm64.ts'
import * as armv7 from './armv7.ts'
import type { AnyAnswers, AnyVariant, Decision } from './decision.ts'
import * as vmm from './vmm.ts'
import * as x86 from './x86.ts'

/** All decisions, by id. */
export const decisions: readonly Decision[] = [
  ...Object.values(arm64),
  ...Object.values(armv7),
  ...Object.values(vmm),
  ...Object.values(x86),
].sort((a, b) => (a.id < b.id ? -1 : 1))

const byId = new Map(decisions.map((decision) => [decision.id, decision]))

/**
 * One answer: the decision `id` under a variant (its machine's `ideal` if none is given).
 *
 * @throws InputError for an unknown id and for a record that is not as declared.
 * @example decide('x86/merge-dr6', undefined, { dr6: '0xffff4ff2', payload: '0xd' })
 */
export const decide = (
  id: string,
  variant: AnyVariant | undefined,
  record: unknown,
  answers?: AnyAnswers,
): JsonRecord => {
  const decision = byId.get(id)
  if (!decision) throw new InputError('GDO-1306', `unknown decision ${JSON.stringify(id)}`)
  return decision.evaluate(record, variant, answers)
}
