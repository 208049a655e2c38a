/**
 * What the host can observe of a run, in one form for the model and for a real target.
 */
import type { Exit, GuestState, Run } from '../../../model/x86/index.ts'
import { REGISTER_NAMES } from '../../../model/x86/index.ts'

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

/** The runner could not run a program: what it said. */
export class RunnerError extends Error {}

/** The runner's answer to one program, without its last line. */
export const parseAnswer = (lines: readonly string[]): Observation => {
  const events: ObservedEvent[] = []
  let log = ''
  let ending = ''
  for (const line of lines) {
    const [word, what = '', ...rest] = line.split(' ')
    if (word === 'error') throw new RunnerError(line)
    if (word === 'log') log = what
    else if (word === 'ending') ending = what
    else if (word === 'action' || word === 'exit') {
      const fields = Object.fromEntries(
        rest.map((field) => [field.slice(0, field.indexOf('=')), field.slice(field.indexOf('=') + 1)]),
      )
      events.push({ kind: word, what, fields })
    } else throw new RunnerError(`unexpected line: ${line}`)
  }
  return { events, log, ending }
}

const hex = (value: bigint | number): string => value.toString(16)

/** Bytes in memory order. */
const dataBytes = (value: bigint, size: number): string =>
  Array.from({ length: size }, (_, i) => hex((value >> BigInt(8 * i)) & 0xffn).padStart(2, '0')).join('')

const exitFields = (exit: Exit): Fields => {
  switch (exit.reason) {
    case 'debug': {
      const { exception, pc, dr6, dr7 } = exit.debug
      const written = dr7 === null || dr7 === undefined ? {} : { 'exit-dr7': hex(dr7) }
      return { exception: hex(exception), pc: hex(pc), 'exit-dr6': hex(dr6), ...written }
    }
    case 'io': {
      const { direction, port, size, count, data } = exit
      const written = data === null ? {} : { data: dataBytes(data, size * count) }
      return { direction, port: hex(port), size: hex(size), count: hex(count), ...written }
    }
    case 'mmio': {
      const { direction, address, size, data } = exit
      const written = data === null ? {} : { data: dataBytes(data, size) }
      return { direction, address: hex(address), size: hex(size), ...written }
    }
    default:
      return {}
  }
}

/** The general registers that no program has. */
const UNUSED_REGISTERS = Object.fromEntries([8, 9, 10, 12, 13, 14, 15].map((n) => [`r${n}`, '0']))

const SHADOW = { none: '0', 'mov-ss': '1', sti: '2' } as const

const stateFields = (state: GuestState): Fields => {
  const { exception } = state
  return {
    ...Object.fromEntries(REGISTER_NAMES.map((name, i) => [name.replace(/^e/, 'r'), hex(state.gpr[i]!)])),
    ...UNUSED_REGISTERS,
    rip: hex(state.rip),
    rflags: hex(state.rflags),
    cs: hex(state.cs),
    ds: hex(state.ds),
    es: hex(state.es),
    ss: hex(state.ss),
    cr2: hex(state.cr2),
    cr4de: state.cr4De ? '1' : '0',
    db: state.db.map(hex).join(','),
    dr6: hex(state.dr6),
    dr7: hex(state.dr7),
    shadow: SHADOW[state.shadow],
    ...(exception ? { [exception.state]: hex(exception.vector) } : {}),
    ...(exception && exception.errorCode !== null ? { error: hex(exception.errorCode) } : {}),
    ...(exception && exception.payload !== null ? { payload: hex(exception.payload) } : {}),
    ...(state.interrupt === null ? {} : { interrupt: hex(state.interrupt) }),
    ...(state.nmiPending ? { nmi: '1' } : {}),
  }
}

/** What the host observes of a run of the model. */
export const observationOf = (run: Run): Observation => ({
  events: run.events.flatMap((event): ObservedEvent[] => {
    if (event.kind === 'action') return [{ kind: 'action', what: event.result, fields: {} }]
    if (event.kind !== 'exit') return []
    const { exit, state } = event
    return [{ kind: 'exit', what: exit.reason, fields: { ...exitFields(exit), ...stateFields(state) } }]
  }),
  log: Buffer.from(run.log).toString('hex'),
  ending: run.ending,
})

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
const wasInterrupted = ({ events }: Observation): boolean => events.at(-1)?.what === 'interrupted'

/** Whether the model's cap has cut a run short: it says what must come before, and nothing about the rest. */
export const isCut = (expected: Observation, observed: Observation): boolean =>
  wasInterrupted(expected) || (expected.ending === 'cap' && observed.events.length > expected.events.length)

/** Where two observations part, or `null`. */
export const firstDifference = (expected: Observation, observed: Observation): Difference | null => {
  const given = expected.events.length
  const cut = isCut(expected, observed)
  const length = cut ? given - Number(wasInterrupted(expected)) : Math.max(given, observed.events.length)
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
