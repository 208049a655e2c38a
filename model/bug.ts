/**
 * The form in which a machine lists the bugs that kernels and emulators are known to have had: what stands for each,
 * a variant that a program convicts, a decision where the machine lacks what it needs, or nothing, and why.
 */
import type { Citation } from './citations.ts'

export interface Bug {
  /** What went wrong, in one sentence. */
  readonly summary: string
  /** The commit that introduced or fixed it. */
  readonly cites: readonly Citation[]
  readonly shownBy:
    | { readonly kind: 'program'; readonly variants: readonly string[] }
    | { readonly kind: 'decision'; readonly decision: string; readonly variant: string }
    | { readonly kind: 'out-of-scope'; readonly reason: string }
}

/** Shown by programs on these variants. */
export const program = (...variants: string[]): Bug['shownBy'] => ({ kind: 'program', variants })

/** Shown by an input of a decision, under a variant. */
export const decision = (id: string, variant: string): Bug['shownBy'] => ({
  kind: 'decision',
  decision: id,
  variant,
})

/** Shown by nothing here. */
export const outOfScope = (reason: string): Bug['shownBy'] => ({ kind: 'out-of-scope', reason })
