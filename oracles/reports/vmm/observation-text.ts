/**
 * What the debugger observes, in words: replies and stops.
 */
import type { Difference, Observation, ObservedEvent } from '../../targets/kvm/observation.ts'
import type { ObservedLine } from '../observed-line.ts'

const eventText = (event: ObservedEvent | undefined): string => {
  if (!event) return 'nothing more'
  const { kind, what, fields } = event
  if (kind === 'action') return `reply ${fields.bytes ?? what}`
  const { pc, ...watched } = fields
  const words = Object.entries(watched).map(([watch, address]) => ` ${watch} 0x${address},`)
  return pc === undefined ? what : `stop: ${what}${words.join('') || ','} PC 0x${pc}`
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
