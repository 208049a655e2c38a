/**
 * A run on armv7 as JSON: the events with register values as hex strings of 8 digits.
 */
import type { Run } from '../../../model/armv7/index.ts'
import { hex } from '../../../model/bits.ts'
import type { Json, JsonRecord } from '../../codec.ts'
import { answersById } from '../../ids.ts'

/** Register values and addresses; other numbers are counts. */
const WORDS: ReadonlySet<string> = new Set([
  'hdcr',
  'dscr',
  'vcr',
  'hsr',
  'fsr',
  'far',
  'from',
  'to',
  'value',
  'control',
  'address',
])

const toJson = (value: unknown, name = ''): Json => {
  if (typeof value === 'number' && WORDS.has(name)) return hex(value, 32)
  if (Array.isArray(value)) return value.map((item) => toJson(item))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item, key)]))
  return value as Json
}

/** A run with every value as it is written to a file. */
export const runJson = (run: Run): JsonRecord => ({
  ending: run.ending,
  choices: answersById('armv7', run.consulted),
  events: run.events.map((event) => toJson(event) as JsonRecord),
})
