/**
 * Masks: what of an observation says nothing about the hypervisor on a target. It is taken out of both sides before
 * they are compared.
 */
import type { MachineTypes } from '../../../properties/machine.ts'
import type { Observation } from './observation.ts'

/** A part of observations that is not compared, or only partly. */
export interface Mask<T extends MachineTypes = MachineTypes> {
  /** What the report says. */
  readonly reason: string
  /** The observation of a program without it. */
  readonly apply: (observation: Observation, program: T['Program']) => Observation
}

/** An observation under several masks. */
export const masked = <T extends MachineTypes>(
  observation: Observation,
  masks: readonly Mask<T>[],
  program: T['Program'],
): Observation => masks.reduce((rest, { apply }) => apply(rest, program), observation)
