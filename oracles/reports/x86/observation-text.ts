/**
 * What a target showed, in the words of the run table: its exits and the results of the host's ioctls, decoded.
 */
import { shortHex } from '../../../model/bits.ts'
import { HANDLERS, LOG, type ProgramMode } from '../../../model/x86/contract.ts'
import { layOut } from '../../../model/x86/layout.ts'
import type { Program } from '../../../model/x86/program.ts'
import { hexValue } from '../../targets/hex.ts'
import type { Difference, Observation, ObservedEvent } from '../../targets/kvm/observation.ts'
import { exitOf } from '../../targets/x86/exit.ts'
import { logRecords, modeOf } from '../../targets/x86/log.ts'
import type { ObservedLine } from '../observed-line.ts'
import { actionText, dr6Text, dr7Text, exitText, flagsText, handlerName } from './event-text.ts'
import { logRecordText, recordsAt } from './log-text.ts'

/** An exit, decoded. */
const observedExitText = (event: ObservedEvent): string => {
  const { what, fields } = event
  const exit = exitOf(event)
  if (exit !== null) return exitText({ exit, state: { rip: hexValue(fields.rip) } })
  if (what !== 'internal-error') return what
  if (fields.errno !== undefined) return `KVM_RUN fails with errno ${hexValue(fields.errno)}`
  if (fields['exit-reason'] !== undefined) return `KVM_RUN: exit reason ${hexValue(fields['exit-reason'])}`
  const suberror = fields.suberror === undefined ? '' : `, suberror ${hexValue(fields.suberror)}`
  return `KVM_EXIT_INTERNAL_ERROR${suberror}`
}

const NAMES: { readonly [field: string]: string } = {
  'exit-dr6': 'DR6 of the exit',
  'exit-dr7': 'DR7 of the exit',
  dr6: 'the guest’s DR6',
  dr7: 'the guest’s DR7',
  db: 'the guest’s DR0–DR3',
  rflags: 'RFLAGS',
  cr4de: 'CR4.DE',
  shadow: 'the interrupt shadow',
  pending: 'the pending exception',
  injected: 'the injected exception',
  payload: 'the exception’s payload',
  interrupt: 'the queued interrupt',
  nmi: 'the pending NMI',
  ending: 'the end of the run',
  log: 'what the guest’s handlers saw',
}

/** A field by a name that people use. */
const fieldName = (field: string): string =>
  NAMES[field] ?? (/^(r..|[cdes]s)$/.test(field) ? field.toUpperCase() : field)

const WORDS = new Set(['direction', 'ending', 'what', 'log'])

/** The value of a field, decoded. */
const fieldText = (field: string, value: string | null): string => {
  if (value === null) return field === 'exit-dr7' ? 'not written' : 'none'
  if (WORDS.has(field)) return value
  if (field === 'data') return value
  if (field === 'db')
    return value
      .split(',')
      .map((part) => `0x${part}`)
      .join(', ')
  const number = BigInt(`0x${value}`)
  if (field === 'rflags') return flagsText(Number(number))
  if (field === 'dr6' || field === 'exit-dr6' || field === 'payload') return dr6Text(number)
  if (field === 'dr7' || field === 'exit-dr7') return dr7Text(number)
  return shortHex(number)
}

/** Fields that the text of an exit has, but for RIP, which not every exit names; and what is no field of its own. */
const IN_TEXT: ReadonlySet<string> = new Set([
  ...['what', 'log', 'ending', 'exception', 'pc', 'exit-dr6', 'exit-dr7'],
  ...['direction', 'port', 'address', 'size', 'count', 'data', 'suberror', 'errno', 'exit-reason'],
])

/** Whether a field has to be shown beside the text of its exit. EBP is where the log ends: its records are shown. */
const isExtra = (field: string, { what }: ObservedEvent): boolean => {
  if (field === 'rip') return ['debug', 'shutdown', 'internal-error'].includes(what)
  return field !== 'rbp' && !IN_TEXT.has(field)
}

/** The handler that the guest is in: its address alone tells nobody. */
const whereText = ({ fields }: ObservedEvent, mode: ProgramMode): string => {
  const address = hexValue(fields.rip) + (mode === 'real' ? hexValue(fields.cs) << 4n : 0n)
  return address >= HANDLERS && address < LOG ? `, in the ${handlerName(address)} handler` : ''
}

/**
 * An observation as lines: each event, and before an exit what the guest's handlers have logged. `extra` is a field
 * to show at the event with that index.
 */
export const observedLines = (
  { events, log }: Observation,
  program: Program,
  extra: { readonly event: number | null; readonly field: string } | null,
): ObservedLine[] => {
  const layout = layOut(program)
  const actions = program.script.flat()
  const { mode } = layout.setup
  const records = logRecords(log, mode)
  let performed = 0
  let logged = 0
  return events.flatMap((event, i): ObservedLine[] => {
    if (event.kind === 'action') {
      const action = actions[performed++]
      const text = action === undefined ? 'an action' : actionText(action, layout)
      return [{ who: 'host', text: event.what === 'ok' ? text : `${text} → ${event.what}`, event: i }]
    }
    const handled = records.slice(logged, recordsAt(event, mode))
    logged += handled.length
    const shown =
      extra?.event === i && isExtra(extra.field, event)
        ? `, ${fieldName(extra.field)} ${fieldText(extra.field, event.fields[extra.field] ?? null)}`
        : ''
    return [
      ...handled.map((record): ObservedLine => ({ who: 'guest', text: logRecordText(record), event: i })),
      { who: 'kvm', text: observedExitText(event) + whereText(event, mode) + shown, event: i },
    ]
  })
}

/** The first record in which two logs differ, in a sentence. */
const logDifferenceText = (expected: string, observed: string, mode: ProgramMode): string => {
  const [a, b] = [expected, observed].map((log) => logRecords(log, mode).map(logRecordText)) as [
    string[],
    string[],
  ]
  const at = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => i).find((i) => a[i] !== b[i]) ?? 0
  return `expected the guest’s handlers to see ${a[at] ?? 'nothing more'}; seen: ${b[at] ?? 'nothing more'}`
}

/** What an event is called in a sentence. */
const eventName = (event: ObservedEvent | undefined): string => {
  if (event === undefined) return 'nothing more'
  return event.kind === 'action' ? `the result ${event.what}` : observedExitText(event)
}

/** Whether a difference is one of what the handlers have logged: EBP is the end of the log. */
const isInLog = (field: string, expected: Observation, observed: Observation): boolean =>
  field === 'log' || (field === 'rbp' && expected.log !== observed.log)

/** The first difference in a sentence. */
export const differenceText = (
  { event, field, expected: wanted, observed: found }: Difference,
  expected: Observation,
  observed: Observation,
  program: Program,
): string => {
  const mode = modeOf(program)
  if (field === 'what')
    return `expected ${eventName(expected.events[event ?? -1])}; seen: ${eventName(observed.events[event ?? -1])}`
  if (isInLog(field, expected, observed)) return logDifferenceText(expected.log, observed.log, mode)
  const where = event === null ? '' : ` at ${eventName(observed.events[event]).split(/[ ,:]/)[0]}`
  return `expected ${fieldName(field)}${where} to be ${fieldText(field, wanted)}; seen: ${fieldText(field, found)}`
}
