/**
 * What a target showed on arm64, in the words of the run table: its exits and the results of the host's ioctls, decoded.
 */
import { layOut, type Program } from '../../../model/arm64/index.ts'
import { shortHex } from '../../../model/bits.ts'
import { exitOf } from '../../targets/arm64/exit.ts'
import { type LogRecord, logRecords } from '../../targets/arm64/log.ts'
import { hexValue } from '../../targets/hex.ts'
import type { Difference, Observation, ObservedEvent } from '../../targets/kvm/observation.ts'
import { logDifferenceText, type ObservedLine } from '../observed-line.ts'
import { actionText, addressText, esrText, exitText, mdscrText, pstateText } from './event-text.ts'

/** An exit, decoded. */
const observedExitText = (event: ObservedEvent): string => {
  const { what, fields } = event
  const exit = exitOf(event)
  if (exit !== null) return exitText({ exit, state: { pc: hexValue(fields.pc) } })
  if (what !== 'internal-error') return what
  if (fields.errno !== undefined) return `KVM_RUN fails with errno ${hexValue(fields.errno)}`
  return fields['exit-reason'] === undefined
    ? 'KVM_EXIT_INTERNAL_ERROR'
    : `KVM_RUN: exit reason ${hexValue(fields['exit-reason'])}`
}

const NAMES: { readonly [field: string]: string } = {
  hsr: 'the syndrome of the exit',
  'hsr-high': 'hsr_high of the exit',
  'exit-far': 'FAR of the exit',
  pc: 'the PC',
  pstate: 'PSTATE',
  elr: 'ELR_EL1',
  spsr: 'SPSR_EL1',
  esr: 'ESR_EL1',
  far: 'FAR_EL1',
  contextidr: 'CONTEXTIDR_EL1',
  mdscr: 'the guest’s MDSCR_EL1',
  oslsr: 'OSLSR_EL1',
  bcr: 'the guest’s DBGBCR0–5',
  bvr: 'the guest’s DBGBVR0–5',
  wcr: 'the guest’s DBGWCR0–3',
  wvr: 'the guest’s DBGWVR0–3',
  value: 'what KVM_GET_ONE_REG returns',
  ending: 'the end of the run',
  log: 'what the guest’s handlers saw',
}

/** A field by a name that people use. */
const fieldName = (field: string): string => NAMES[field] ?? field

const WORDS = new Set(['direction', 'ending', 'what', 'log', 'data'])

/** The value of a field, decoded. */
const fieldText = (field: string, value: string | null): string => {
  if (value === null) return field === 'exit-far' ? 'not written' : 'none'
  if (WORDS.has(field)) return value
  if (value.includes(','))
    return value
      .split(',')
      .map((part) => `0x${part}`)
      .join(', ')
  const number = hexValue(value)
  switch (field) {
    case 'pstate':
    case 'spsr':
      return pstateText(number)
    case 'mdscr':
      return mdscrText(number)
    case 'hsr':
    case 'esr':
      return esrText(number)
    case 'pc':
    case 'elr':
      return addressText(number)
    default:
      return shortHex(number)
  }
}

const recordText = ({ esr, vector, elr, spsr, far }: LogRecord): string => {
  const where = `ELR ${shortHex(elr)}, SPSR ${pstateText(spsr)}`
  return esr === null
    ? `interrupt at ${vector}, ${where}`
    : `${esrText(esr)}, ${where}, FAR ${shortHex(far ?? 0n)}`
}

/** Fields that the text of an exit has, and what is no field of its own. */
const IN_TEXT: ReadonlySet<string> = new Set([
  ...['what', 'log', 'ending', 'hsr', 'exit-far', 'pc'],
  ...['direction', 'address', 'size', 'data', 'errno', 'exit-reason'],
])

/**
 * An observation as lines: each event, and at the end what the guest's handlers have logged: a state does not say how
 * far the log has come.
 */
export const observedLines = (
  { events, log }: Observation,
  program: Program,
  extra: Pick<Difference, 'event' | 'field'> | null,
): ObservedLine[] => {
  const layout = layOut(program)
  const actions = program.script.flat()
  let performed = 0
  const lines = events.map((event, i): ObservedLine => {
    const shown =
      extra?.event === i && !IN_TEXT.has(extra.field)
        ? `, ${fieldName(extra.field)} ${fieldText(extra.field, event.fields[extra.field] ?? null)}`
        : ''
    if (event.kind === 'exit') return { who: 'kvm', text: observedExitText(event) + shown, event: i }
    const action = actions[performed++]
    const text = action === undefined ? 'an action' : actionText(action, layout)
    return { who: 'host', text: (event.what === 'ok' ? text : `${text} → ${event.what}`) + shown, event: i }
  })
  const handled = logRecords(log).map(
    (record): ObservedLine => ({ who: 'guest', text: recordText(record), event: events.length }),
  )
  return [...lines, ...handled]
}

/** What an event is called in a sentence. */
const eventName = (event: ObservedEvent | undefined): string => {
  if (event === undefined) return 'nothing more'
  return event.kind === 'action' ? `the result ${event.what}` : observedExitText(event)
}

/** The first difference in a sentence. */
export const differenceText = (
  { event, field, expected: wanted, observed: found }: Difference,
  expected: Observation,
  observed: Observation,
): string => {
  if (field === 'what')
    return `expected ${eventName(expected.events[event ?? -1])}; seen: ${eventName(observed.events[event ?? -1])}`
  if (field === 'log') {
    const [a, b] = [expected, observed].map(({ log }) => logRecords(log).map(recordText)) as [
      string[],
      string[],
    ]
    return `expected the guest’s handlers to see ${logDifferenceText(a, b)}`
  }
  const where = event === null ? '' : ` at ${eventName(observed.events[event]).split(/[ ,:]/)[0]}`
  return `expected ${fieldName(field)}${where} to be ${fieldText(field, wanted)}; seen: ${fieldText(field, found)}`
}
