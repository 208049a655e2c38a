/**
 * A run on arm64 as JSON: the events with register values as hex strings in the register's full width. What a state leaves
 * out, nobody outside of the machine can see.
 */
import { GPR_NAMES, type GuestState, type Run, type RunEvent } from '../../../model/arm64/index.ts'
import { hex } from '../../../model/bits.ts'
import type { Json, JsonRecord } from '../../codec.ts'
import { answersById } from '../../ids.ts'

/** Registers that the model keeps as numbers. */
const WORDS: ReadonlySet<string> = new Set(['hsr', 'hsrHigh'])

const toJson = (value: unknown, name = ''): Json => {
  if (typeof value === 'bigint') return hex(value)
  if (typeof value === 'number' && WORDS.has(name)) return hex(value, 32)
  if (Array.isArray(value)) return value.map((item) => toJson(item))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item, key)]))
  return value as Json
}

const stateJson = ({ gpr, ...rest }: GuestState): JsonRecord => ({
  ...Object.fromEntries(GPR_NAMES.map((name, i) => [name, hex(gpr[i]!)])),
  ...(toJson(rest) as JsonRecord),
})

const eventJson = (event: RunEvent): JsonRecord => {
  if (event.kind === 'action')
    return { ...event, action: event.action as unknown as JsonRecord, value: toJson(event.value) }
  if (event.kind === 'exit') {
    const { view, state, ...rest } = event
    return { ...(toJson(rest) as JsonRecord), state: stateJson(state) }
  }
  const { view, ...rest } = { view: null, ...event }
  return toJson(rest) as JsonRecord
}

/** A run with every value as it is written to a file. */
export const runJson = (run: Run): JsonRecord => ({
  ending: run.ending,
  choices: answersById('arm64', run.consulted),
  events: run.events.map(eventJson),
  state: stateJson(run.state),
  log: Buffer.from(run.log).toString('hex'),
})
