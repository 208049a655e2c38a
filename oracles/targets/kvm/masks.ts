/**
 * Masks: what of an observation says nothing about the hypervisor on a target. It is taken out of both sides before
 * they are compared.
 */
import type { Program, ProgramMode } from '../../../model/x86/index.ts'
import type { Observation } from './observation.ts'

/** A part of observations that is not compared, or only partly. */
export interface Mask {
  /** What the report says. */
  readonly reason: string
  /** The observation of a program in this mode without it. */
  readonly apply: (observation: Observation, mode: ProgramMode) => Observation
}

/** The mode that a program begins in. */
export const modeOf = ({ setup }: Program): ProgramMode => setup.mode ?? 'real'

/** An observation under several masks. */
export const masked = (observation: Observation, masks: readonly Mask[], mode: ProgramMode): Observation =>
  masks.reduce((rest, { apply }) => apply(rest, mode), observation)
