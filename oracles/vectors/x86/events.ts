/**
 * What the VMM observes, as a vector file has it and as targets report it: the same facts, with full width and names
 * in the file, and with only what is not as at the start.
 */
import { hex } from '../../../model/bits.ts'
import type { ProgramMode } from '../../../model/x86/index.ts'
import { isObject, type Json, type JsonRecord } from '../../codec.ts'
import type { Fields, Observation, ObservedEvent } from '../../targets/kvm/observation.ts'
import { logRecords } from '../../targets/x86/log.ts'
import type { ExpectedEvent } from '../envelope.ts'

/** A value in a file, and in a target's answer. */
interface Form {
  readonly toJson: (text: string) => Json
  /** @throws Error for what is not of this form. */
  readonly toText: (json: Json) => string
}

const wrong = (expected: string, json: Json): never => {
  throw new Error(`expected ${expected}, not ${JSON.stringify(json)}`)
}

const register = (bits: 8 | 16 | 32 | 64): Form => ({
  toJson: (text) => hex(BigInt(`0x${text}`), bits),
  toText: (json) =>
    typeof json === 'string' && /^0x[0-9a-f]{1,16}$/.test(json)
      ? BigInt(json).toString(16)
      : wrong(`${bits} bits as 0x and hex digits`, json),
})

const number: Form = {
  toJson: (text) => Number.parseInt(text, 16),
  toText: (json) => (typeof json === 'number' && json >= 0 ? json.toString(16) : wrong('a number', json)),
}

const flag: Form = {
  toJson: (text) => text === '1',
  toText: (json) => (typeof json === 'boolean' ? String(Number(json)) : wrong('true or false', json)),
}

const word = (...words: readonly string[]): Form => ({
  toJson: (text) => text,
  toText: (json) => (words.includes(json as string) ? (json as string) : wrong(words.join(' or '), json)),
})

const bytes: Form = {
  toJson: (text) => text,
  toText: (json) =>
    typeof json === 'string' && /^([0-9a-f]{2})*$/.test(json) ? json : wrong('bytes as hex digits', json),
}

const addresses: Form = {
  toJson: (text) => text.split(',').map((part) => register(64).toJson(part)),
  toText: (json) =>
    Array.isArray(json) && json.length === 4
      ? json.map((part: Json) => register(64).toText(part)).join(',')
      : wrong('four addresses', json),
}

const SHADOWS = ['none', 'mov-ss', 'sti', 'sti-or-mov-ss']
const shadow: Form = {
  toJson: (text) => SHADOWS[Number.parseInt(text, 16)]!,
  toText: (json) =>
    SHADOWS.includes(json as string)
      ? SHADOWS.indexOf(json as string).toString(16)
      : wrong(SHADOWS.join(' or '), json),
}

/** The part of `kvm_run`, by its name in a target's answer: the name in the file, and the form. */
const RECORD: { readonly [field: string]: readonly [string, Form] } = {
  exception: ['exception', number],
  pc: ['pc', register(64)],
  'exit-dr6': ['dr6', register(64)],
  'exit-dr7': ['dr7', register(64)],
  direction: ['direction', word('in', 'out', 'read', 'write')],
  port: ['port', number],
  address: ['address', register(64)],
  size: ['size', number],
  count: ['count', number],
  data: ['data', bytes],
}

const GENERAL = [
  'rax',
  'rcx',
  'rdx',
  'rbx',
  'rsp',
  'rbp',
  'rsi',
  'rdi',
  ...[8, 9, 10, 11, 12, 13, 14, 15].map((n) => `r${n}`),
]

/** State by its name, the same in both. */
const STATE: { readonly [field: string]: Form } = {
  ...Object.fromEntries([...GENERAL, 'rip'].map((name) => [name, register(64)])),
  rflags: register(32),
  ...Object.fromEntries(['cs', 'ds', 'es', 'ss'].map((name) => [name, register(16)])),
  cr2: register(64),
  cr4de: flag,
  db: addresses,
  dr6: register(64),
  dr7: register(64),
  shadow,
  pending: number,
  injected: number,
  error: register(32),
  payload: register(64),
  interrupt: number,
  nmi: flag,
}

/** The fields of the state in `fields`, as a file has them. */
export const stateJson = (fields: Fields): JsonRecord =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => (STATE[name] ? [[name, STATE[name].toJson(text)]] : [])),
  )

/** The state of a file as fields. */
const stateFields = (state: JsonRecord): Fields =>
  Object.fromEntries(
    Object.entries(state).map(([name, json]) => [
      name,
      (STATE[name] ?? wrong('a part of the state', name)).toText(json),
    ]),
  )

const recordJson = (fields: Fields): JsonRecord =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => {
      const known = RECORD[name]
      return known ? [[known[0], known[1].toJson(text)]] : []
    }),
  )

const recordFields = (reason: string, record: JsonRecord): Fields =>
  Object.fromEntries(
    Object.entries(record).map(([name, json]) => {
      const field = Object.keys(RECORD).find((each) => RECORD[each]![0] === name)
      if (field === undefined)
        throw new Error(`expected a part of an exit for ${reason}, not ${JSON.stringify(name)}`)
      return [field, RECORD[field]![1].toText(json)]
    }),
  )

/** An event of an observation for a file; `action` says what the host did, if it did something. */
export const eventJson = (event: ObservedEvent, start: JsonRecord, action: string): ExpectedEvent => {
  const { kind, what, fields } = event
  if (kind === 'action') return { kind, action, result: what }
  const changed = Object.entries(stateJson(fields)).filter(
    ([name, json]) => JSON.stringify(json) !== JSON.stringify(start[name]),
  )
  const record = recordJson(fields)
  return {
    kind,
    reason: what,
    ...(Object.keys(record).length > 0 ? { record } : {}),
    state: Object.fromEntries(changed),
  }
}

/**
 * An event of a file as a target reports it.
 *
 * @throws Error for a value that is none.
 */
export const observedEvent = (event: ExpectedEvent, start: JsonRecord): ObservedEvent => {
  if (event.kind === 'action') {
    if (typeof event.result !== 'string') wrong('how the ioctl ended', event.result)
    return { kind: 'action', what: event.result, fields: {} }
  }
  const { kind, reason, record = {}, state } = event
  if (kind !== 'exit' || typeof reason !== 'string' || !isObject(record) || !isObject(state))
    return wrong('an action or an exit', event as unknown as Json)
  return {
    kind,
    what: reason,
    fields: { ...recordFields(reason, record), ...stateFields({ ...start, ...state }) },
  }
}

/** The records of a log for readers. */
export const guestJson = (log: Observation['log'], mode: ProgramMode): JsonRecord[] =>
  logRecords(log, mode).map(({ vector, ip, flags, dr6, errorCode }) => ({
    vector,
    ip: hex(ip, mode === 'real' ? 16 : 64),
    flags: hex(flags, mode === 'real' ? 16 : 32),
    ...(dr6 === null ? {} : { dr6: hex(dr6, 32) }),
    ...(errorCode === null ? {} : { errorCode: hex(errorCode, 32) }),
  }))
