/**
 * A run of the vmm machine as JSON: what the debugger and the VMM do, and between it the events of the guest's machine as
 * that writes them.
 */
import { hex } from '../../../model/bits.ts'
import type { Run } from '../../../model/vmm/index.ts'
import type { Json, JsonRecord } from '../../codec.ts'
import { answersById } from '../../ids.ts'
import type { Machine } from '../../machines/machine.ts'

const toJson = (value: unknown): Json => {
  if (typeof value === 'bigint') return hex(value)
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]))
  return value as Json
}

/** A run with every value as it is written to a file. */
export const runJson = (machine: Machine, run: Run): JsonRecord => {
  const { events, choices: _, ...rest } = machine.words.json(run.machine)
  const ofMachine = (events as readonly JsonRecord[]).values()
  return {
    guest: run.guest,
    choices: answersById('vmm', run.consulted),
    events: run.events.map((event): JsonRecord => {
      if (event.kind === 'machine')
        return { kind: event.kind, seenBy: event.seenBy, event: ofMachine.next().value! }
      // The exit that is decided on is the event before.
      const { exit: __, ...own } = { exit: null, ...event }
      return toJson(own) as JsonRecord
    }),
    ...rest,
  }
}
