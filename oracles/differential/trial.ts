/**
 * What a campaign tries on a target, one program after the other, whatever is looked for.
 */
import type { MachineTypes } from '../../properties/machine.ts'
import type { StoredFinding } from '../reports/finding.ts'
import type { TargetFault } from '../targets/line-process.ts'
import type { Session } from '../targets/session.ts'

type Program = MachineTypes['Program']

/** Something that should not be, as it was first seen. */
export interface Sighting {
  /** Sightings with the same one are likely to have the same cause. */
  readonly signature: string
  /** Runs the program again: how often it is there. */
  readonly again: () => Promise<Seen>
  /** What it is, as it was first seen. */
  readonly found: () => Omit<Found, 'seen'>
  /** Finds the smallest program that shows it. */
  readonly investigate: () => Promise<Found>
}

/** A finding without what only the campaign knows. */
export type Found = Omit<StoredFinding, 'format' | 'version' | 'target' | 'host' | 'provenance'>

/** How often something was there when its program was run again. */
export type Seen = StoredFinding['seen']

/** What is not there each time is no finding: a tick of the host may decide when an event comes. */
export const isStable = ({ times, of }: Seen): boolean => times === of

/** How the trial of one program went. */
export type Outcome =
  /** It was not sent: its run on this target says nothing. */
  | { readonly kind: 'unsupported'; readonly reason: string }
  /** The target says that it cannot run it. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The target does not survive it. */
  | { readonly kind: 'failed'; readonly faults: readonly TargetFault[] }
  | {
      readonly kind: 'done'
      readonly sightings: readonly Sighting[]
      /** Events that were compared. */
      readonly events: number
      /** Only what came before a cap, or before what is undefined, was compared. */
      readonly cut: boolean
      /** Processes of the target that failed at it before one answered. */
      readonly faults: readonly TargetFault[]
    }

/** A way to try programs. */
export interface Trials {
  readonly session: Session
  /** How many there are. */
  readonly count: number
  /** Starts number `n`, from 0; several may be under way. */
  readonly start: (n: number) => { readonly program: Program; readonly outcome: Promise<Outcome> }
}
