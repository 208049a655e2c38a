/**
 * What the debugger observes, in words: replies and stops.
 */
import type { Difference, Observation, ObservedEvent } from '../../targets/kvm/observation.ts'
import type { ObservedLine } from '../observed-line.ts'

const eventText = (event: ObservedEvent | undefined): string => {
  if (!event) return 'nothing more'
  if (event.kind === 'action') return `reply ${event.what}`
  const { address, pc } = event.fields
  return `stop: ${event.what}${address === pc ? '' : ` on 0x${address}`}, PC 0x${pc}`
}

/** Each event as a line. */
export const observedLines = ({ events }: Observation): ObservedLine[] =>
  events.map((event, i) => ({ who: 'host', text: eventText(event), event: i }))

/** The first difference of two observations, in a sentence. */
export const differenceText = (
  { event, field, expected: wanted, observed: found }: Difference,
  expected: Observation,
  observed: Observation,
): string => {
  if (field === 'what')
    return `expected ${eventText(expected.events[event ?? -1])}; seen: ${eventText(observed.events[event ?? -1])}`
  const where = event === null ? '' : ` of event ${event}`
  return `expected ${field}${where} to be ${wanted ?? 'nothing'}; seen: ${found ?? 'nothing'}`
}
