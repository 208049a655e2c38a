/**
 * A finding as text for people: what differs, the shortest program, the run that was expected with the place marked,
 * and what the target did there.
 */
import { shortHex } from '../../model/bits.ts'
import {
  type Answers,
  layOut,
  type Program,
  type ProgramMode,
  runProgram,
  type Variant,
} from '../../model/x86/index.ts'
import { choiceNamed } from '../ids.ts'
import { type LogRecord, logRecords } from '../targets/kvm/log.ts'
import { type Difference, type ObservedEvent, UNCOMPARED } from '../targets/kvm/observation.ts'
import { setupText } from './event-text.ts'
import type { StoredFinding } from './finding.ts'
import { renderRows, runRows, type TableOptions } from './run-table.ts'

/** Answers by the names of the choices in code. */
const answersOf = (finding: StoredFinding): Answers =>
  Object.fromEntries(
    Object.entries(finding.answers).flatMap(([id, answer]) => {
      const name = choiceNamed(id)
      return name ? [[name, answer]] : []
    }),
  )

const shown = (value: string | null): string => value ?? 'nothing'

const recordText = (record: LogRecord): string => {
  const { vector, ip, flags, dr6, errorCode } = record
  return [
    `vector=${vector} ip=${shortHex(ip)} flags=${shortHex(flags)}`,
    ...(dr6 === null ? [] : [`dr6=${shortHex(dr6)}`]),
    ...(errorCode === null ? [] : [`error=${shortHex(errorCode)}`]),
  ].join(' ')
}

const logText = (expected: string, observed: string, mode: ProgramMode): string => {
  const [a, b] = [logRecords(expected, mode).map(recordText), logRecords(observed, mode).map(recordText)]
  const at = Math.max(
    a.findIndex((text, i) => text !== b[i]),
    a.length < b.length ? a.length : 0,
  )
  return `exception ${at + 1} in the guest’s log: expected ${a[at] ?? 'no record'}, seen ${b[at] ?? 'no record'}`
}

const differenceText = (
  difference: Difference,
  expected: readonly ObservedEvent[],
  mode: ProgramMode,
): string => {
  const { event, field, expected: a, observed: b } = difference
  if (event === null && field === 'log') return logText(a ?? '', b ?? '', mode)
  const at = event === null ? 'at the end' : `event ${event + 1}${nameOf(expected[event])}`
  return `${at}, ${field}: expected ${shown(a)}, seen ${shown(b)}`
}

const nameOf = (event: ObservedEvent | undefined): string => (event ? ` (${event.kind} ${event.what})` : '')

/** Index into the run's own events of the host's event with a number. */
const runEventOf = (events: readonly { readonly kind: string }[], host: number): number => {
  let seen = -1
  return events.findIndex((event) => {
    if (event.kind === 'action' || event.kind === 'exit') seen += 1
    return seen === host
  })
}

const seenText = ({ times, of }: StoredFinding['seen']): string => {
  if (of === 0) return 'Not shrunk to the end: the campaign was interrupted.'
  if (times === of) return `The program showed it ${times} of ${of} times.`
  return `UNSTABLE: the program showed it ${times} of ${of} times.`
}

const explanationLines = ({ explanation }: StoredFinding): string[] => {
  if (!explanation) return []
  const { layer, properties, parts, alone, described } = explanation
  return [
    `Layer: ${layer ?? 'unknown, no property that the ideal machine keeps is broken'}`,
    ...(properties.length === 0
      ? []
      : [`Breaks: ${properties.map(({ id, layer }) => `${id} (${layer})`).join(', ')}`]),
    ...(parts.length === 0 ? [] : [`Made by: ${parts.join(alone ? ' or ' : ' with ')}`]),
    described
      ? 'The variant that describes the target does the same.'
      : 'The variant that describes the target does something else: gdo diff without --against shows it.',
  ]
}

const related = ({ related }: StoredFinding): string[] =>
  related
    ? ['', `With the related program, ${related.how}:`, `  ${JSON.stringify(parts(related.program))}`]
    : []

const parts = ({ setup, code, script }: Program) => ({ setup, code, script })

/** The fields of an event that are not as expected; all that names it, where it is another event. */
const insteadText = (expected: ObservedEvent | undefined, observed: ObservedEvent | undefined): string => {
  if (!observed) return 'nothing more: the run has ended'
  const { kind, what, fields } = observed
  const other = !expected || expected.what !== what || expected.kind !== kind
  const names = new Set([...Object.keys(other ? {} : expected.fields), ...Object.keys(fields)])
  const words = [...names].flatMap((name) => {
    const [a, b] = [other ? undefined : expected.fields[name], fields[name]]
    if (UNCOMPARED.has(name) || a === b) return []
    if (other) return NAMING.includes(name) ? [`${name}=${b}`] : []
    return [`${name}=${b ?? 'absent'} (expected ${a ?? 'none'})`]
  })
  return [`${kind} ${what}`, ...words].join(', ')
}

/** Fields that tell one exit from another. */
const NAMING = ['exception', 'pc', 'exit-dr6', 'exit-dr7', 'port', 'address', 'rip', 'rflags', 'dr6', 'dr7']

/**
 * @param variant the one that the finding names; without it no run can be shown.
 */
export const findingText = (
  finding: StoredFinding,
  variant: Variant | null,
  options: TableOptions,
): string => {
  const { kind, target, program, difference, seen, provenance, expected, observed } = finding
  const what = kind === 'property' ? `breaks ${finding.property}` : `differs from ${finding.variant}`
  const head = [
    `${target} ${what}: ${finding.signature}`,
    typeof difference === 'string'
      ? `  ${difference}`
      : `  ${differenceText(difference, expected.events, program.setup.mode ?? 'real')}`,
    ...explanationLines(finding).map((line) => `  ${line}`),
    `  ${seenText(seen)} Seen in ${provenance.instances} programs, first in number ${provenance.after}.`,
  ]
  const setup = `setup: ${setupText(program.setup, layOut(program))}`
  if (!variant) return `${[...head, '', setup, JSON.stringify(parts(program))].join('\n')}\n`
  const run = runProgram(program, variant, answersOf(finding))
  const event = typeof difference === 'string' ? null : difference.event
  const mark = event === null ? -1 : runEventOf(run.events, event)
  // What comes after the place where the two part is of no use.
  const shownRun = mark < 0 ? run : { ...run, events: run.events.slice(0, mark + 1) }
  const rows = runRows(program, shownRun, options)
  const table = renderRows(rows, mark < 0 ? options : { ...options, marked: new Set([mark]) })
  return [
    ...head,
    '',
    setup,
    '',
    `${variant.id} expects:`,
    table.trimEnd(),
    ...(event === null ? [] : [`${target}: ${insteadText(expected.events[event], observed.events[event])}`]),
    ...related(finding),
    '',
  ].join('\n')
}
