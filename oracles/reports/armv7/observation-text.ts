/**
 * What a target showed on armv7, for people: its events, the registers that are not 0 at its exits, and its log.
 */
import type { Program } from '../../../model/armv7/index.ts'
import { shortHex } from '../../../model/bits.ts'
import { type LogRecord, logRecords } from '../../targets/armv7/log.ts'
import { hexNumber } from '../../targets/hex.ts'
import type { Difference, Observation, ObservedEvent } from '../../targets/kvm/observation.ts'
import { logDifferenceText, type ObservedLine } from '../observed-line.ts'
import { actionText, hdcrText, taskExceptionText } from './event-text.ts'

const NAMES: { readonly [field: string]: string } = {
  dscr: 'DBGDSCR',
  oslk: 'OSLSR.OSLK',
  dlk: 'OSDLR.DLK',
  ending: 'the end of the run',
}

const fieldName = (field: string): string => NAMES[field] ?? field.toUpperCase()

const fieldText = (field: string, value: string): string =>
  field === 'hdcr' ? hdcrText(hexNumber(value)) : shortHex(hexNumber(value))

const eventText = ({ what, fields }: ObservedEvent): string => {
  const registers = Object.entries(fields).flatMap(([field, value]) =>
    value === '0' ? [] : [`${fieldName(field)}=${fieldText(field, value)}`],
  )
  return [
    what === 'wfi' ? 'leaves the guest: WFI' : 'leaves the guest: the end of the code',
    ...registers,
  ].join(', ')
}

const VECTORS = {
  undefined: 'Undefined Instruction',
  'prefetch-abort': 'Prefetch Abort',
  'data-abort': 'Data Abort',
  'hyp-trap': 'Hyp Trap',
} as const

const recordText = (record: LogRecord): string => {
  const at = record.address === 0 ? '' : `${shortHex(record.address)}: `
  if (record.kind === 'read') return `${at}reads ${shortHex(record.value)}`
  const { level, vector, status, far } = record
  if (level === 'hyp') return `${at}${VECTORS[vector]}, HSR=${shortHex(status)}`
  if (level === 'host') return taskExceptionText(status)
  if (vector === 'undefined') return `${at}${VECTORS[vector]}`
  const name =
    vector === 'data-abort' ? `DFSR=${shortHex(status)}, DFAR=${shortHex(far)}` : `IFSR=${shortHex(status)}`
  return `${at}${VECTORS[vector]}, ${name}`
}

const WHO = { guest: 'guest', hyp: 'kvm', host: 'host' } as const

/** An observation as lines: each event, and at the end the log: a state does not say how far it has come. */
export const observedLines = ({ events, log }: Observation, program: Program): ObservedLine[] => {
  const actions = program.script.flat()
  let performed = 0
  const lines = events.map((event, i): ObservedLine => {
    if (event.kind === 'exit') return { who: 'kvm', text: eventText(event), event: i }
    const action = actions[performed++]
    const text = action === undefined ? 'an action' : actionText(action)
    return { who: 'host', text: event.what === 'ok' ? text : `${text} → ${event.what}`, event: i }
  })
  const logged = logRecords(log).map((record): ObservedLine => {
    const who = record.kind === 'read' ? 'guest' : WHO[record.level]
    return { who, text: recordText(record), event: events.length }
  })
  return [...lines, ...logged]
}

const logLines = ({ log }: Observation): string[] => logRecords(log).map(recordText)

/** The first difference in a sentence. */
export const differenceText = (
  { event, field, expected: wanted, observed: found }: Difference,
  expected: Observation,
  observed: Observation,
): string => {
  if (field === 'log')
    return `expected the log to have ${logDifferenceText(logLines(expected), logLines(observed))}`
  const value = (text: string | null): string =>
    text === null ? 'nothing' : field === 'what' || field === 'ending' ? text : fieldText(field, text)
  const where = event === null ? '' : ` in event ${event}`
  return `expected ${field === 'what' ? 'what happens' : fieldName(field)}${where} to be ${value(wanted)}; seen: ${value(found)}`
}
