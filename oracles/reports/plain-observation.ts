/**
 * Observations in the words of the protocol, for machines whose programs run on no target.
 */
import type { Difference, Observation, ObservedEvent } from '../targets/kvm/observation.ts'
import type { ObservedLine } from './observed-line.ts'

const eventText = (event: ObservedEvent | undefined): string => {
  if (!event) return 'nothing more'
  const fields = Object.entries(event.fields).map(([name, value]) => ` ${name}=${value}`)
  return `${event.kind} ${event.what}${fields.join('')}`
}

/** Each event as a line. */
export const plainLines = ({ events }: Observation): ObservedLine[] =>
  events.map((event, i) => ({
    who: event.kind === 'action' ? 'host' : 'kvm',
    text: eventText(event),
    event: i,
  }))

/** The first difference of two observations, in a sentence. */
export const plainDifference = (
  { event, field, expected: wanted, observed: found }: Difference,
  expected: Observation,
  observed: Observation,
): string => {
  if (field === 'what')
    return `expected ${eventText(expected.events[event ?? -1])}; seen: ${eventText(observed.events[event ?? -1])}`
  const where = event === null ? '' : ` of event ${event}`
  return `expected ${field}${where} to be ${wanted ?? 'nothing'}; seen: ${found ?? 'nothing'}`
}
