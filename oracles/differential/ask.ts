/**
 * Runs programs on a target: what says nothing there is taken out of what it shows.
 */
import type { MachineTypes } from '../../properties/machine.ts'
import type { Machine } from '../machines/machine.ts'
import { type Mask, masked } from '../targets/kvm/masks.ts'
import type { Result, Session } from '../targets/session.ts'

/** Asks a target for its run of a program, under its masks. */
export const ask = async <T extends MachineTypes>(
  session: Session,
  { protocol }: Machine<T>,
  program: T['Program'],
  masks: readonly Mask<T>[],
): Promise<Result> => {
  const result = await session.run(protocol.lower(program))
  return result.kind === 'ran'
    ? { ...result, observation: masked(result.observation, masks, program) }
    : result
}
