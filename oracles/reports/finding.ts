/**
 * Findings: programs on which a target does something else than was expected, as `gdo diff` stores them.
 */

import type { Layer } from '../../model/variant.ts'
import type { Program } from '../../model/x86/index.ts'
import type { Difference, Observation } from '../targets/kvm/observation.ts'

export const FINDING_FORMAT = 'guest-debug-oracle/finding'
export const FINDING_VERSION = 1

/** Why a deviation from the ideal machine is one, as far as the variant that describes the target tells. */
export interface Explanation {
  /** The strongest layer of the properties below; of the choice that is answered otherwise, if there is none. */
  readonly layer: Layer | null
  /** Properties that the ideal machine keeps on the program and the describing variant breaks. */
  readonly properties: readonly { readonly id: string; readonly layer: Layer }[]
  /** Rules and choices of the describing variant that make the difference, or its `slots`. */
  readonly parts: readonly string[]
  /** Each of them alone makes the ideal machine do what was observed; otherwise none can be missing. */
  readonly alone: boolean
  /** The describing variant does what was observed. */
  readonly described: boolean
}

/** One finding: the program is the artefact, seed and counts are where it came from. */
export interface StoredFinding {
  readonly format: typeof FINDING_FORMAT
  readonly version: typeof FINDING_VERSION
  /**
   * `divergence`: the target is outside of what the variant that describes it allows.
   * `deviation`: it is outside of what the ideal machine allows.
   * `property`: its runs break a property.
   */
  readonly kind: 'divergence' | 'deviation' | 'property'
  /** As on the command line. */
  readonly target: string
  /** What the target said of itself: the words behind its hello, `kernel=…` among them. */
  readonly host: string
  /** The variant whose runs were expected. */
  readonly variant: string
  /** Id of the property that is broken, for a finding of that kind. */
  readonly property: string | null
  /** What findings of the same cause have in common. */
  readonly signature: string
  readonly program: Program
  /** Answers to the choices in the expected run, by id: the allowed run that agrees longest with the target. */
  readonly answers: { readonly [choice: string]: string }
  /** The first place where the two part; for a property, what it says instead. */
  readonly difference: Difference | string
  readonly expected: Observation
  readonly observed: Observation
  /** How often the final program showed it when it was run again. */
  readonly seen: { readonly times: number; readonly of: number }
  /** For a property of related programs: the other program, and what the target did with it. */
  readonly related?: { readonly how: string; readonly program: Program; readonly observed: Observation }
  /** For a deviation. */
  readonly explanation?: Explanation
  readonly provenance: { readonly seed: number; readonly after: number; readonly instances: number }
}
