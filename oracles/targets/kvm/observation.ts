/**
 * What the host can observe of a run, in one form for the model and for a real target.
 */
/** One event by its fields, in the runner's own words: hex numbers, absent where nothing was written. */
export type Fields = { readonly [name: string]: string }

export interface ObservedEvent {
  readonly kind: 'action' | 'exit'
  /** The exit's reason, or how the ioctl ended. */
  readonly what: string
  readonly fields: Fields
}

export interface Observation {
  readonly events: readonly ObservedEvent[]
  /** The handlers' log, as hex digits. */
  readonly log: string
  readonly ending: string
}

/** The target cannot run a program, and says why: its words behind `error`. */
export class Refused extends Error {}

/** An answer that is not as the protocol has it. */
export class Malformed extends Error {}

const EVENT = /^(action|exit) ([A-Za-z0-9-]+)((?: [a-z0-9-]+=[a-z0-9,-]+)*)$/
const LOG = /^log((?: (?:[0-9a-f]{2})*)?)$/
const ENDINGS: readonly string[] = [
  ...['end', 'fault', 'shutdown', 'internal-error', 'cap'],
  // Of armv7, whose host and hypervisor are part of what runs.
  ...['hyp-panic', 'host-oops', 'host-livelock'],
]

const excerpt = (line: string): string => JSON.stringify(line.length > 60 ? `${line.slice(0, 60)}…` : line)

const fieldsOf = (text: string): Fields => {
  const fields: { [name: string]: string } = {}
  for (const field of text.split(' ')) {
    const at = field.indexOf('=')
    if (at > 0) fields[field.slice(0, at)] = field.slice(at + 1)
  }
  return fields
}

/**
 * A target's answer to one program, without its last line.
 *
 * @throws Refused if the target says that it cannot run the program.
 * @throws Malformed if the answer is none.
 */
export const parseAnswer = (lines: readonly string[]): Observation => {
  const events: ObservedEvent[] = []
  let log: string | null = null
  let ending: string | null = null
  for (const line of lines) {
    if (line.startsWith('error ')) throw new Refused(line.slice(6))
    const event = EVENT.exec(line)
    const bytes = event ? null : LOG.exec(line)
    if (event && log === null)
      events.push({ kind: event[1] as 'action' | 'exit', what: event[2]!, fields: fieldsOf(event[3]!) })
    else if (bytes && log === null) log = bytes[1]!.trim()
    else if (line.startsWith('ending ') && log !== null && ending === null && ENDINGS.includes(line.slice(7)))
      ending = line.slice(7)
    else throw new Malformed(`says ${excerpt(line)}, which is no line of an answer here`)
  }
  if (log === null || ending === null) throw new Malformed('ends an answer without its log and ending')
  return { events, log, ending }
}

/** An event as a target writes it. */
export const eventLine = ({ kind, what, fields }: ObservedEvent): string => {
  let line = `${kind} ${what}`
  for (const name in fields) line += ` ${name}=${fields[name]}`
  return line
}

/** A number as the protocol has it. */
export const hexText = (value: bigint | number): string => value.toString(16)

/** Bytes in memory order. */
export const dataBytes = (value: bigint, size: number): string =>
  Array.from({ length: size }, (_, i) => hexText((value >> BigInt(8 * i)) & 0xffn).padStart(2, '0')).join('')

/** The first place in which two observations differ. */
export interface Difference {
  /** Index into the events; `null` for the log or the ending. */
  readonly event: number | null
  readonly field: string
  readonly expected: string | null
  readonly observed: string | null
}

/** Fields that say nothing about the guest, or that the model has no word for. */
const UNCOMPARED: ReadonlySet<string> = new Set(['ready', 'nmi-masked', 'suberror', 'exit-reason', 'errno'])

const compareEvents = (
  expected: ObservedEvent,
  observed: ObservedEvent,
): Omit<Difference, 'event'> | null => {
  const before = { what: `${expected.kind} ${expected.what}`, ...expected.fields }
  const after = { what: `${observed.kind} ${observed.what}`, ...observed.fields }
  for (const field of Object.keys({ ...before, ...after })) {
    const [a, b] = [(before as Fields)[field] ?? null, (after as Fields)[field] ?? null]
    if (a !== b && !UNCOMPARED.has(field)) return { field, expected: a, observed: b }
  }
  return null
}

/** The guest was still running when the model's cap, or the runner's tick, ended the run. */
export const wasInterrupted = ({ events }: Observation): boolean => events.at(-1)?.what === 'interrupted'

/** Whether the model's cap has cut a run short: it says what must come before, and nothing about the rest. */
export const isCut = (expected: Observation, observed: Observation): boolean =>
  wasInterrupted(expected) || (expected.ending === 'cap' && observed.events.length > expected.events.length)

/**
 * Where two observations part, or `null`.
 *
 * @param within compares only so many events from the beginning, and neither log nor ending.
 */
export const firstDifference = (
  expected: Observation,
  observed: Observation,
  within: number | null = null,
): Difference | null => {
  const given = expected.events.length
  const cut = within !== null || isCut(expected, observed)
  const length = cut
    ? Math.min(within ?? given, given - Number(wasInterrupted(expected)))
    : Math.max(given, observed.events.length)
  for (let i = 0; i < length; i++) {
    const [a, b] = [expected.events[i], observed.events[i]]
    if (!a || !b) return { event: i, field: 'what', expected: a?.what ?? null, observed: b?.what ?? null }
    const difference = compareEvents(a, b)
    if (difference) return { event: i, ...difference }
  }
  if (cut) return null
  const ends = { field: 'ending', expected: expected.ending, observed: observed.ending }
  if (ends.expected !== ends.observed) return { event: null, ...ends }
  const logs = { field: 'log', expected: expected.log, observed: observed.log }
  return logs.expected === logs.observed ? null : { event: null, ...logs }
}
