/**
 * What `gdo diff` says at its end, for people and for programs.
 */
import type { Json } from '../codec.ts'
import type { GaveUp, Summary } from '../differential/campaign.ts'
import type { Header } from '../differential/store.ts'
import { findingText } from '../reports/finding-text.ts'
import { columns, table, wantsColour } from './output.ts'
import type { Registry } from './registry.ts'

export interface DiffResult {
  readonly header: Header
  readonly summary: Summary
  readonly registry: Registry
  /** The target was given up. */
  readonly gaveUp: GaveUp | null
  /** Properties that nobody can judge by what a target shows. */
  readonly notCheckable: readonly string[]
}

export const progressText = ({ programs, runs, counts, findings, faults }: Summary): string =>
  [
    `${programs} of ${runs} programs`,
    `${counts.agreed} agreed`,
    `${findings.length} findings`,
    ...(faults.length > 0 ? [`${faults.length} faults of the target`] : []),
  ].join(', ')

/** 1 for findings; 3 if the target did not do its part; 130 if Ctrl-C came before any finding. */
export const exitCode = ({ summary, gaveUp }: DiffResult): number => {
  if (summary.findings.length > 0) return 1
  if (gaveUp || summary.counts.failed > 0) return 3
  return summary.ended === 'interrupted' ? 130 : 0
}

export const resultJson = ({ header, summary, gaveUp, notCheckable }: DiffResult): Json => {
  const { format: _, version: __, runs: ___, ...request } = header
  const { counts, ...rest } = summary
  return {
    ...request,
    ...rest,
    ...counts,
    ended: gaveUp ? 'given up' : summary.ended,
    reason: gaveUp ? gaveUp.message : null,
    notCheckable,
  } as unknown as Json
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const countRows = ({ header, summary }: DiffResult): string[][] => {
  const { programs, counts, faults, findings } = summary
  const { agreed, cut, different, unstable, failed, unsupported, events } = counts
  const judging = header.properties.length > 0
  const reasons = Object.entries(unsupported).toSorted(([, a], [, b]) => b - a)
  const row = (count: number, what: string, note = ''): string[] => [String(count), what, note]
  const partly = cut > 0 ? `; ${cut} programs only up to a cap or what is undefined` : ''
  return [
    row(programs, judging ? 'trials' : 'programs'),
    row(agreed, judging ? 'hold' : 'agreed', `${events} events ${judging ? 'judged' : 'compared'}${partly}`),
    row(different, judging ? 'violate' : 'differ', different > 0 ? `findings: ${findings.length}` : ''),
    ...(unstable > 0 ? [row(unstable, 'unstable', 'seen once and not there again')] : []),
    ...(failed > 0 ? [row(failed, 'failed', 'the target does not survive them')] : []),
    row(sum(Object.values(unsupported)), 'not run here'),
    ...reasons.map(([reason, count]) => ['', '', `${count}: ${reason}`]),
    ...faults.map(({ program, what, again }) => [
      '',
      '',
      `${program === null ? 'between programs' : `program ${program}`}${again ? ', twice' : ', once'}: ${what}`,
    ]),
  ]
}

const comparedWith = ({ describedBy, description, variant, properties }: Header): string => {
  const what = properties.length > 0 ? `${properties.length} properties` : `compared with ${variant}`
  if (description === 'asked for') return what
  return `${what}; ${describedBy} ${description === 'measured' ? 'describes it' : 'is the nearest variant'}`
}

const UNDESCRIBED = `Nobody has described this target yet. Please send this result, with gdo diff --properties and the
files of --save, to the project: it becomes a variant.`

export const resultText = (result: DiffResult): string => {
  const { header, summary, registry, gaveUp, notCheckable } = result
  const options = { width: columns(), colour: wantsColour(), verbose: false }
  const head = [
    `${header.target}: ${header.host}`,
    comparedWith(header),
    ...(header.classes.length > 0 ? [`classes ${header.classes.join(', ')}; seed ${header.seed}`] : []),
  ]
  const ended = gaveUp
    ? [`Given up: ${gaveUp.message}.`, `  ${gaveUp.reason.remedy}`]
    : summary.ended === null
      ? []
      : [`Ended early: ${summary.ended}.`]
  const tail = [
    ...ended,
    ...(notCheckable.length > 0
      ? [`Not checkable on a target, because they need what nobody outside sees: ${notCheckable.join(', ')}`]
      : []),
    ...(header.description === 'nearest' ? [UNDESCRIBED] : []),
  ]
  const findings = summary.findings.map((finding, i) => {
    const of = registry.variants.find(({ id }) => id === finding.variant) ?? null
    return `\nFinding ${i + 1}. ${findingText(finding, of, options)}`
  })
  const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('')
  return [lines(head), table(countRows(result), '  '), lines(tail), ...findings].join('')
}
