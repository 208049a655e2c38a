/**
 * Runs programs on a target: what says nothing there is taken out of what it shows.
 */
import type { Program } from '../../model/x86/index.ts'
import { lower } from '../targets/kvm/lower.ts'
import { type Mask, masked, modeOf } from '../targets/kvm/masks.ts'
import type { Result, Session } from '../targets/session.ts'

/** Asks a target for its run of a program, under its masks. */
export const ask = async (session: Session, program: Program, masks: readonly Mask[]): Promise<Result> => {
  const result = await session.run(lower(program))
  return result.kind === 'ran'
    ? { ...result, observation: masked(result.observation, masks, modeOf(program)) }
    : result
}
