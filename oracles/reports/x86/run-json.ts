/**
 * A run as JSON: the events with register values as hex strings in the register's full width. What a state leaves
 * out, nobody outside of the machine can see.
 */
import { hex } from '../../../model/bits.ts'
import type { ProgramMode } from '../../../model/x86/contract.ts'
import { REGISTER_NAMES } from '../../../model/x86/program.ts'
import type { Run, RunEvent } from '../../../model/x86/run.ts'
import type { GuestState } from '../../../model/x86/vcpu.ts'
import type { Json, JsonRecord } from '../../codec.ts'
import { answersById } from '../../ids.ts'

type Widths = { readonly [name: string]: 16 | 32 }

const widths = (flags: 16 | 32): Widths => ({
  rflags: 32,
  flags,
  loadedFlags: 32,
  errorCode: 32,
  cs: 16,
  ds: 16,
  es: 16,
  ss: 16,
})

/** Registers that the model keeps as numbers, and their width: real mode pushes 16 bits of the flags. */
const WIDTHS: { readonly [M in ProgramMode]: Widths } = { real: widths(16), long: widths(32) }

const toJson = (value: unknown, of: Widths, name = ''): Json => {
  if (typeof value === 'bigint') return hex(value)
  if (typeof value === 'number' && of[name] !== undefined) return hex(value, of[name])
  if (Array.isArray(value)) return value.map((item) => toJson(item, of))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item, of, key)]))
  return value as Json
}

const stateJson = ({ gpr, ...rest }: GuestState): JsonRecord => ({
  ...Object.fromEntries(REGISTER_NAMES.map((name, i) => [name, hex(gpr[i]!)])),
  ...(toJson(rest, WIDTHS[rest.mode]) as JsonRecord),
})

const eventJson = (event: RunEvent, mode: ProgramMode): JsonRecord => {
  const json = (value: unknown): JsonRecord => toJson(value, WIDTHS[mode]) as JsonRecord
  if (event.kind === 'action') return { ...event, action: event.action as unknown as JsonRecord }
  if (event.kind === 'exit') {
    const { view, state, ...rest } = event
    return { ...json(rest), state: stateJson(state) }
  }
  if (event.kind === 'instruction' || event.kind === 'delivery') {
    const { view, ...rest } = event
    return json(rest)
  }
  return json(event)
}

/** A run with every value as it is written to a file. */
export const runJson = (run: Run): JsonRecord => ({
  ending: run.ending,
  choices: answersById('x86', run.consulted),
  events: run.events.map((event) => eventJson(event, run.state.mode)),
  state: stateJson(run.state),
  log: Buffer.from(run.log).toString('hex'),
})
