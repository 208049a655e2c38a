/**
 * Compares one program at a time: it goes to the target while the model works out what is allowed.
 */
import type { Program, Variant } from '../../model/x86/index.ts'
import type { Description } from '../targets/kvm/describe.ts'
import { lower } from '../targets/kvm/lower.ts'
import type { Observation } from '../targets/kvm/observation.ts'
import { unsupportedOn } from '../targets/kvm/unsupported.ts'
import type { TargetFault } from '../targets/line-process.ts'
import type { Result, Session } from '../targets/session.ts'
import { Allowed, type Expected, judge, type Verdict } from './judge.ts'

/** How the comparison of one program went. */
export type Outcome =
  /** It was not sent: its run on this target says nothing. */
  | { readonly kind: 'unsupported'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly faults: readonly TargetFault[] }
  | {
      readonly kind: 'judged'
      readonly observed: Observation
      readonly verdict: Verdict
      /** Processes of the target that failed at it before one answered. */
      readonly faults: readonly TargetFault[]
    }

export class Comparer {
  readonly session: Session
  readonly description: Description
  /** The variant whose runs are expected. */
  readonly variant: Variant

  constructor(session: Session, description: Description, variant: Variant) {
    this.session = session
    this.description = description
    this.variant = variant
  }

  /**
   * Why the run of a program says nothing here, or `null`.
   *
   * @throws InputError if it cannot be laid out.
   */
  unsupported(program: Program): string | null {
    return unsupportedOn(program, this.description.variant, this.description.limits)
  }

  /**
   * Runs a program on the target and judges what it did. The program is sent at once; several may be under way.
   *
   * @throws InputError if it cannot be laid out.
   * @throws Unavailable, SessionClosed as of a session.
   */
  async compare(program: Program): Promise<Outcome> {
    const reason = this.unsupported(program)
    if (reason !== null) return { kind: 'unsupported', reason }
    const answer = this.session.run(lower(program))
    // The target is at work meanwhile.
    const allowed = new Allowed(program, this.variant)
    return this.judge(await answer, allowed)
  }

  /** Judges the answer of the target. */
  judge(result: Result, allowed: Iterable<Expected>): Outcome {
    if (result.kind !== 'ran') return result
    const { observation: observed, faults } = result
    return { kind: 'judged', observed, verdict: judge(allowed, observed), faults }
  }
}
