/**
 * Variants: complete sets of slots, rules and fixed choices with a name, citations and a status. The same for all
 * machines; what the slots and rules are belongs to each.
 */
import type { Citation } from './citations.ts'

/**
 * Who is entitled to complain: `arch` (the manual demands it), `abi` (the documented interface or a shipped selftest
 * demands it), `policy` (how a hypervisor decided). Only violations of the first two are called bugs.
 */
export type Layer = 'arch' | 'abi' | 'policy'

/**
 * What a variant stands for: the specification itself, a patch as posted, a kernel as measured, a bug that was
 * once in a kernel, or a small wrong form that the properties must reject.
 */
export type Status = 'ideal' | 'patch' | 'kernel' | 'historical' | 'mutant'

export interface VariantOf<Rules, Slots, Answers> {
  /** `machine/kebab-case-name`. */
  readonly id: string
  readonly status: Status
  /** One sentence. */
  readonly summary: string
  readonly cites: readonly Citation[]
  /** The variant that this one is a wrong form of. It is convicted only by a property that its base keeps. */
  readonly base: VariantOf<Rules, Slots, Answers> | null
  readonly rules: Rules
  readonly slots: Slots
  /** The choices that this variant fixes; every other one is free. */
  readonly answers: Answers
}

/** What a variant changes against its base. */
export interface Changes<Rules, Slots, Answers> {
  readonly id: string
  readonly summary: string
  readonly base: VariantOf<Rules, Slots, Answers>
  readonly cites: readonly Citation[]
  readonly rules?: Partial<Rules>
  readonly slots?: Partial<Slots>
  readonly answers?: Answers
}

/** Makes a variant out of its base and its changes. */
export const derive = <Rules, Slots, Answers>(
  status: Status,
  changes: Changes<Rules, Slots, Answers>,
): VariantOf<Rules, Slots, Answers> => ({
  id: changes.id,
  status,
  summary: changes.summary,
  cites: changes.cites,
  base: changes.base,
  rules: { ...changes.base.rules, ...changes.rules },
  slots: { ...changes.base.slots, ...changes.slots },
  answers: { ...changes.base.answers, ...changes.answers },
})
