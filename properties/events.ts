/**
 * The events of a run by kind, and a run in parts.
 */
import type { AnyRun } from './machine.ts'

type AnyEvent = AnyRun['events'][number]

/** The events of one kind. */
export type OfKind<Event extends AnyEvent, Kind extends Event['kind']> = Extract<Event, { kind: Kind }>

/** The events of a kind. */
export const ofKind = <Event extends AnyEvent, Kind extends Event['kind']>(
  run: { readonly events: readonly Event[] },
  kind: Kind,
): OfKind<Event, Kind>[] => run.events.filter((event): event is OfKind<Event, Kind> => event.kind === kind)

/** The part of a run between two exits: what one KVM_RUN did, the exit last. */
export interface SegmentOf<Event extends AnyEvent> {
  readonly events: readonly Event[]
  readonly actions: readonly OfKind<Event, 'action'>[]
  readonly before: OfKind<Event, 'exit'> | null
  readonly exit: OfKind<Event, 'exit'>
}

/** The runs of the vCPU, one after the other. */
export const segments = <Event extends AnyEvent>({
  events: all,
}: {
  readonly events: readonly Event[]
}): SegmentOf<Event>[] => {
  const found: SegmentOf<Event>[] = []
  let events: Event[] = []
  let before: OfKind<Event, 'exit'> | null = null
  for (const event of all) {
    events.push(event)
    if (event.kind !== 'exit') continue
    const exit = event as OfKind<Event, 'exit'>
    found.push({ events, actions: ofKind({ events }, 'action'), before, exit })
    before = exit
    events = []
  }
  return found
}
