/**
 * What the VMM observes, as a vector file has it and as targets report it: the same facts, with full width and names
 * in the file, and with only what is not as at the start.
 */
import { isObject, type Json, type JsonRecord } from '../../codec.ts'
import type { Fields, ObservedEvent } from '../../targets/kvm/observation.ts'
import type { ExpectedEvent } from '../envelope.ts'
import { bytes, type EventForms, register, wrong } from './forms.ts'

/** What an action gave: a register, or memory. */
const GIVEN = { value: register(64), bytes } as const
const given = Object.entries(GIVEN)

/** The fields of some state in `fields`, as a file has them. */
const stateJson = (forms: EventForms['state'], fields: Fields): JsonRecord =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => (forms[name] ? [[name, forms[name].toJson(text)]] : [])),
  )

/** The state before the first run, as a file has it. */
export const startJson = ({ start }: EventForms, fields: Fields): JsonRecord => stateJson(start, fields)

/** The state of a file as fields. */
const stateFields = ({ state: forms }: EventForms, state: JsonRecord): Fields =>
  Object.fromEntries(
    Object.entries(state).map(([name, json]) => [
      name,
      (forms[name] ?? wrong('a part of the state', name)).toText(json),
    ]),
  )

const recordJson = ({ record: forms }: EventForms, fields: Fields): JsonRecord =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => {
      const known = forms[name]
      return known ? [[known[0], known[1].toJson(text)]] : []
    }),
  )

const recordFields = ({ record: forms }: EventForms, reason: string, record: JsonRecord): Fields =>
  Object.fromEntries(
    Object.entries(record).map(([name, json]) => {
      const field = Object.keys(forms).find((each) => forms[each]![0] === name)
      if (field === undefined)
        throw new Error(`expected a part of an exit for ${reason}, not ${JSON.stringify(name)}`)
      return [field, forms[field]![1].toText(json)]
    }),
  )

/** An event of an observation for a file; `action` says what the host did, if it did something. */
export const eventJson = (
  forms: EventForms,
  event: ObservedEvent,
  start: JsonRecord,
  action: string,
): ExpectedEvent => {
  const { kind, what, fields } = event
  if (kind === 'action') {
    const values = given.flatMap(([name, form]) =>
      fields[name] === undefined ? [] : [[name, form.toJson(fields[name])]],
    )
    return { kind, action, result: what, ...Object.fromEntries(values) }
  }
  const changed = Object.entries(stateJson(forms.state, fields)).filter(
    ([name, json]) => JSON.stringify(json) !== JSON.stringify(start[name]),
  )
  const record = recordJson(forms, fields)
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
export const observedEvent = (forms: EventForms, event: ExpectedEvent, start: JsonRecord): ObservedEvent => {
  if (event.kind === 'action') {
    if (typeof event.result !== 'string') wrong('how the action ended', event.result)
    const values = given.flatMap(([name, form]) => {
      const json = event[name as keyof typeof GIVEN]
      return json === undefined ? [] : [[name, form.toText(json)]]
    })
    return { kind: 'action', what: event.result, fields: Object.fromEntries(values) }
  }
  const { kind, reason, record = {}, state } = event
  if (kind !== 'exit' || typeof reason !== 'string' || !isObject(record) || !isObject(state))
    return wrong('an action or an exit', event as unknown as Json)
  const shown = Object.fromEntries(Object.entries(start).filter(([name]) => Object.hasOwn(forms.state, name)))
  return {
    kind,
    what: reason,
    fields: { ...recordFields(forms, reason, record), ...stateFields(forms, { ...shown, ...state }) },
  }
}
