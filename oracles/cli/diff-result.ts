/**
 * What `gdo diff` says at its end, for people and for programs.
 */
import { join } from 'node:path'
import type { Json } from '../codec.ts'
import type { Fate, GaveUp, Summary } from '../differential/campaign.ts'
import { type FaultRecord, fileOf, type Header } from '../differential/store.ts'
import { findingText } from '../reports/finding-text.ts'
import { columns, table, wantsColour } from './output.ts'

/** Longer lines are hard to read. */
const MOST_COLUMNS = 100

export interface DiffResult {
  readonly header: Header
  readonly summary: Summary
  /** The folder that holds the campaign, if there is one. */
  readonly folder: string | null
  /** The target was given up. */
  readonly gaveUp: GaveUp | null
  /** Properties that nobody can judge by what a target shows. */
  readonly notCheckable: readonly string[]
  /** What came of each program of a replay. */
  readonly replayed: readonly Replayed[]
}

interface Replayed extends Fate {
  readonly file: string
}

export const progressText = ({ programs, runs, counts, findings, faults }: Summary): string =>
  [
    `${programs} of ${runs} programs`,
    `${counts.agreed} agreed`,
    `${findings.length} findings`,
    ...(faults.length > 0 ? [`${faults.length} faults of the target`] : []),
  ].join(', ')

/** Whether the target ran nothing of what it was given. */
const saysNothing = ({ programs, counts: { agreed, different, unstable } }: Summary): boolean =>
  programs > 0 && agreed + different + unstable === 0

/**
 * 1 for findings, among which what is unstable is not; 3 if the target did not do its part, or could run nothing; 130
 * if Ctrl-C came before any finding.
 */
export const exitCode = ({ summary, gaveUp }: DiffResult): number => {
  if (summary.findings.length > 0) return 1
  if (gaveUp || summary.counts.failed > 0) return 3
  if (summary.ended === 'interrupted') return 130
  return saysNothing(summary) ? 3 : 0
}

export const resultJson = ({ header, summary, gaveUp, notCheckable, replayed }: DiffResult): Json => {
  const { format: _, version: __, runs: ___, ...request } = header
  const { counts, ...rest } = summary
  return {
    ...request,
    ...rest,
    ...counts,
    ended: gaveUp ? 'given up' : summary.ended,
    reason: gaveUp ? gaveUp.message : null,
    notCheckable,
    ...(replayed.length > 0 ? { replayed } : {}),
  } as unknown as Json
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const programText = (program: number | null): string =>
  program === null ? 'between programs' : `program ${program}`

/** Programs that are named one by one; of others only how many there are. */
const MOST_NAMED = 3

/** What the target did, the same for many programs on one line. */
const faultLines = (faults: readonly FaultRecord[]): string[] => {
  const groups = new Map<string, FaultRecord[]>()
  for (const fault of faults) {
    const key = `${fault.again ? 'twice' : 'once'}: ${fault.what}`
    groups.set(key, [...(groups.get(key) ?? []), fault])
  }
  return [...groups].map(([key, of]) => {
    const named = of.slice(0, MOST_NAMED).map(({ program }) => programText(program))
    const left = of.length - named.length
    return `${named.join(', ')}${left > 0 ? ` and ${left} more` : ''}, ${key}`
  })
}

const countRows = ({ header, summary }: DiffResult): string[][] => {
  const { programs, counts, faults, findings, unstableFindings, starts } = summary
  const { agreed, cut, different, unstable, failed, unsupported, events } = counts
  const judging = header.properties.length > 0
  const reasons = Object.entries(unsupported).toSorted(([, a], [, b]) => b - a)
  const row = (count: number, what: string, note = ''): string[] => [String(count), what, note]
  const note = (text: string): string[] => ['', '', text]
  const partly = cut > 0 ? `; ${cut} programs only up to a cap or what is undefined` : ''
  return [
    row(programs, `${judging ? 'trial' : 'program'}${programs === 1 ? '' : 's'}`),
    row(agreed, judging ? 'hold' : 'agreed', `${events} events ${judging ? 'judged' : 'compared'}${partly}`),
    row(different, judging ? 'violate' : 'differ', different > 0 ? `findings: ${findings.length}` : ''),
    ...(unstable > 0 || unstableFindings.length > 0
      ? [row(unstable, 'unstable', 'seen, but not each of three times again: no findings, see below')]
      : []),
    ...(failed > 0 ? [row(failed, 'failed', 'the target does not survive them')] : []),
    row(sum(Object.values(unsupported)), 'not run here'),
    ...reasons.map(([reason, count]) => note(`${count}: ${reason}`)),
    ...(starts > 1 ? [row(starts, 'processes', 'of the target, one after the other')] : []),
    ...faultLines(faults).map(note),
  ]
}

/** Which of several programs is which. */
const replayedText = (replayed: readonly Replayed[]): string =>
  replayed.length < 2 ? '' : `\n${table(replayed.map(({ file, how, why }) => [file, how, why ?? '']))}`

const comparedWith = ({ describedBy, description, variant, properties }: Header): string => {
  const what = properties.length > 0 ? `${properties.length} properties` : `compared with ${variant}`
  if (description === 'asked for') return what
  return `${what}; ${describedBy} ${description === 'measured' ? 'describes it' : 'is the nearest variant'}`
}

const UNDESCRIBED = `Nobody has described this target yet. Please send this result, with gdo diff --properties and the
files of --save, to the project: it becomes a variant.`

const howToGoOn = ({ summary, folder }: DiffResult): string[] => {
  if (summary.findings.length + summary.unstableFindings.length === 0) return []
  return folder === null
    ? ['With --save DIR each finding becomes a file, for gdo report (a mail, a C file) and gdo run.']
    : [`gdo report ${join(folder, 'finding-1.json')} makes a mail of a finding, with --format c a C file.`]
}

export const resultText = (result: DiffResult): string => {
  const { header, summary, folder, gaveUp, notCheckable, replayed } = result
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
  const unstable = summary.unstableFindings.map(({ signature, seen: { times, of }, provenance }, i) => {
    const where = `first in number ${provenance.after}${folder === null ? '' : `, ${fileOf('unstable', i)}`}`
    return `  Unstable: ${times} of ${of} times again, ${where}: ${signature}`
  })
  const tail = [
    ...unstable,
    ...ended,
    ...(saysNothing(summary) ? ['None of this could be run here: nothing is said of the target.'] : []),
    ...(notCheckable.length > 0
      ? [
          `${notCheckable.length} other properties need what nobody outside of a target sees; --json names them.`,
        ]
      : []),
    ...(header.description === 'nearest' ? [UNDESCRIBED] : []),
    ...howToGoOn(result),
  ]
  const options = { width: Math.min(MOST_COLUMNS, columns()), colour: wantsColour() }
  const findings = summary.findings.map((finding, i) => {
    const file = folder === null ? '' : ` (${fileOf('stable', i)})`
    return `\n${findingText(finding, `Finding ${i + 1}${file}`, options)}`
  })
  const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('')
  return [lines(head), table(countRows(result), '  '), replayedText(replayed), lines(tail), ...findings].join(
    '',
  )
}
