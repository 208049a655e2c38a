/**
 * Masks: what of an observation says nothing about the hypervisor on a target. It is taken out of both sides before
 * they are compared.
 */
import type { Observation } from './observation.ts'

/** A part of observations that is not compared, or only partly. */
export interface Mask {
  /** What the report says. */
  readonly reason: string
  /** The observation without it. */
  readonly apply: (observation: Observation) => Observation
}

/** An observation under several masks. */
export const masked = (observation: Observation, masks: readonly Mask[]): Observation =>
  masks.reduce((rest, { apply }) => apply(rest), observation)
