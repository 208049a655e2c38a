/**
 * A run as JSON: the events with register values as hex strings in the register's full width. What a state leaves
 * out, nobody outside of the machine can see.
 */
import { hex } from '../../model/bits.ts'
import { GPR_NAMES } from '../../model/x86/program.ts'
import type { Run, RunEvent } from '../../model/x86/run.ts'
import type { GuestState } from '../../model/x86/vcpu.ts'
import type { Json, JsonRecord } from '../codec.ts'
import { answersById } from '../ids.ts'

/** Registers that the model keeps as numbers, and their width. */
const WIDTHS: { readonly [name: string]: 16 | 32 } = {
  rflags: 32,
  flags: 16,
  loadedFlags: 32,
  cs: 16,
  ds: 16,
  es: 16,
  ss: 16,
}

const toJson = (value: unknown, name = ''): Json => {
  if (typeof value === 'bigint') return hex(value)
  if (typeof value === 'number' && WIDTHS[name] !== undefined) return hex(value, WIDTHS[name])
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
  if (event.kind === 'action') return { ...event, action: event.action as unknown as JsonRecord }
  if (event.kind === 'exit') {
    const { view, state, ...rest } = event
    return { ...(toJson(rest) as JsonRecord), state: stateJson(state) }
  }
  if (event.kind === 'instruction' || event.kind === 'delivery') {
    const { view, ...rest } = event
    return toJson(rest) as JsonRecord
  }
  return toJson(event) as JsonRecord
}

/** A run with every value as it is written to a file. */
export const runJson = (run: Run): JsonRecord => ({
  ending: run.ending,
  choices: answersById(run.consulted),
  events: run.events.map(eventJson),
  state: stateJson(run.state),
  log: Buffer.from(run.log).toString('hex'),
})
