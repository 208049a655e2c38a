/**
 * A finding as text for people: what differs, the shortest program, the run that was expected with the place marked,
 * and what the target did there.
 */
import type { Program, Variant } from '../../model/x86/index.ts'
import { type Answers, layOut, runProgram } from '../../model/x86/index.ts'
import { choiceNamed } from '../ids.ts'
import type { Difference, ObservedEvent } from '../targets/kvm/observation.ts'
import { setupText } from './event-text.ts'
import type { StoredFinding } from './finding.ts'
import { renderRun, type TableOptions } from './run-table.ts'

/** Answers by the names of the choices in code. */
const answersOf = (finding: StoredFinding): Answers =>
  Object.fromEntries(
    Object.entries(finding.answers).flatMap(([id, answer]) => {
      const name = choiceNamed(id)
      return name ? [[name, answer]] : []
    }),
  )

const shown = (value: string | null): string => value ?? 'nothing'

/** `exit 2 (debug), exit-dr6: expected ffff4ff0, seen ffff0ff0` */
const differenceText = (difference: Difference, expected: readonly ObservedEvent[]): string => {
  const { event, field, expected: a, observed: b } = difference
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
  const { layer, properties, parts, described } = explanation
  return [
    `Layer: ${layer ?? 'unknown, no property that the ideal machine keeps is broken'}`,
    ...(properties.length === 0
      ? []
      : [`Breaks: ${properties.map(({ id, layer }) => `${id} (${layer})`).join(', ')}`]),
    ...(parts.length === 0 ? [] : [`Made by: ${parts.join(' or ')}`]),
    described
      ? 'The variant that describes the target does the same.'
      : 'The variant that describes the target does something else: gdo diff without --against shows it.',
  ]
}

const related = ({ related }: StoredFinding, options: TableOptions): string[] => {
  if (!related) return []
  const { program, how } = related
  return [
    '',
    `The related program, ${how}:`,
    `  ${JSON.stringify(parts(program))}`.slice(0, options.width ?? 100),
  ]
}

const parts = ({ setup, code, script }: Program) => ({ setup, code, script })

/**
 * @param variant the one that the finding names; without it the run cannot be shown.
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
    typeof difference === 'string' ? `  ${difference}` : `  ${differenceText(difference, expected.events)}`,
    ...explanationLines(finding).map((line) => `  ${line}`),
    `  ${seenText(seen)} Seen in ${provenance.instances} programs, first in number ${provenance.after}.`,
  ]
  if (!variant) return `${[...head, `  ${setupText(program.setup, layOut(program))}`].join('\n')}\n`
  const run = runProgram(program, variant, answersOf(finding))
  const event = typeof difference === 'string' ? null : difference.event
  const marked = event === null ? undefined : new Set([runEventOf(run.events, event)])
  const table = renderRun(program, run, { ...options, ...(marked ? { marked } : {}) })
  const instead = event === null ? undefined : observed.events[event]
  return [
    ...head,
    '',
    `What ${variant.id} expects:`,
    table.trimEnd(),
    ...(instead ? ['', `What the target did at the mark: ${eventText(instead)}`] : []),
    ...related(finding, options),
    '',
  ].join('\n')
}

const eventText = ({ kind, what, fields }: ObservedEvent): string =>
  [
    kind,
    what,
    ...['exception', 'pc', 'exit-dr6', 'exit-dr7', 'rip', 'rflags', 'dr6', 'dr7']
      .filter((name) => fields[name] !== undefined)
      .map((name) => `${name}=${fields[name]}`),
  ].join(' ')
