/**
 * Signatures: what differences of the same cause have in common, so that the thousandth instance of a finding is not a
 * thousand findings. Where the run parts, what of it differs (bits by their names, slot numbers left out), at which
 * instruction, and which control bits were in force.
 */
import { controlText, GUESTDBG } from '../../model/kvm/guest-debug.ts'
import type { MachineTypes } from '../../properties/machine.ts'
import type { Difference, Observation } from '../targets/kvm/observation.ts'
import type { ProtocolOf } from '../targets/protocol.ts'
import { plain, type SeenEvent, type Signs, type Symptom } from '../targets/signs.ts'
import type { Expected } from './judge.ts'

type AnySigns = Omit<Signs<never>, 'events' | 'inLog'>

export interface Signature extends Symptom {
  /** At which instruction, or in which action. */
  readonly at: string
  /** The control bits in force. */
  readonly control: string
}

const symptomText = ({ field, changes }: Signature): string =>
  changes.length === 0 ? field : `${field}: ${changes.join(', ')}`

/** One line that names a finding. */
export const signatureText = (signature: Signature): string =>
  `${symptomText(signature)}, at ${signature.at}, control ${signature.control}`

/** Whether one shows nothing that the other does not show: an instance shrinks only to such a one. */
export const isSameSymptom = (found: Signature, original: Signature): boolean =>
  found.field === original.field && found.changes.every((change) => original.changes.includes(change))

/** One event in the place of another. What comes instead of a debug exit says little: it is not where it belongs. */
const otherEvent = (expected: string | null, observed: string | null): Symptom => {
  const [a, b] = [expected, observed].map((what) => what?.replace(/^exit /, '') ?? 'nothing more')
  if (a === 'debug') return plain('a debug exit is missing')
  if (b === 'debug') return plain('a debug exit too many')
  return plain(`${a} is ${b}`)
}

/** What differs in one field. */
const inField = (
  signs: AnySigns,
  field: string,
  expected: string | null,
  observed: string | null,
): Symptom => {
  if (field === 'what') return otherEvent(expected, observed)
  if (field === 'ending') return plain(`the ending ${expected} is ${observed}`)
  if (signs.general.includes(field)) return plain('a general register')
  if (expected === null) return plain(`${field} is there`)
  if (observed === null) return plain(`${field} is not there`)
  return signs.inField(field, expected, observed)
}

const isHostEvent = ({ kind }: SeenEvent): boolean => kind === 'action' || kind === 'exit'

/** The events of a run up to the host's event with this number, or up to the end. */
const upTo = (events: readonly SeenEvent[], host: number): readonly SeenEvent[] => {
  let seen = -1
  const end = events.findIndex((event) => {
    if (isHostEvent(event)) seen += 1
    return seen === host
  })
  return end < 0 ? events : events.slice(0, end + 1)
}

/** The instruction at which a run stands after these events. */
const instructionAt = ({ plain: harmless, isHandler }: AnySigns, events: readonly SeenEvent[]): string => {
  const last = events.findLast((event) => event.kind === 'instruction')
  if (last?.op === undefined || last.address === undefined || harmless.includes(last.op))
    return 'a plain instruction'
  return isHandler(BigInt(last.address)) ? 'a handler' : last.op
}

/** The control bits in force at the last exit among these events; a request to inject is over when it was heard. */
const controlAt = (events: readonly SeenEvent[]): string => {
  const last = events.findLast((event) => event.kind === 'exit' || event.kind === 'instruction')
  const control = last?.view?.control ?? 0
  return controlText(control & ~(GUESTDBG.INJECT_DB | GUESTDBG.INJECT_BP))
}

/** The signature of a difference between an expected run and what was observed. */
export const signatureOf = <T extends MachineTypes>(
  { signs }: ProtocolOf<T>,
  { run, observation }: Expected<T>,
  observed: Observation,
  difference: Difference,
): Signature => {
  const { event, field, expected, observed: seen } = difference
  const where = (events: readonly SeenEvent[]): Pick<Signature, 'at' | 'control'> => ({
    at: instructionAt(signs, events),
    control: controlAt(events),
  })
  const all = signs.events(run)
  if (event === null) {
    if (field !== 'log') return { ...inField(signs, field, expected, seen), ...where(all) }
    const { record, symptom } = signs.inLog(observation.log, observed.log, run)
    const deliveries = all.flatMap((each, i) => (each.kind === 'delivery' ? [i] : []))
    return {
      ...symptom,
      ...where(all.slice(0, (deliveries[record] ?? deliveries.at(-1) ?? all.length - 1) + 1)),
    }
  }
  const events = upTo(all, event)
  const { action } = events.at(-1) ?? {}
  const inAction = action !== undefined && observation.events[event] !== undefined
  return {
    ...inField(signs, field, expected, seen),
    ...where(events),
    ...(inAction ? { at: action.do } : {}),
  }
}
