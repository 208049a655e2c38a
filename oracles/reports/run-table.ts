/**
 * A run as a table, and the text around it.
 */
import { styleText } from 'node:util'
import type { MachineTypes } from '../../properties/machine.ts'
import type { JsonRecord } from '../codec.ts'
import { answersById } from '../ids.ts'
import { machineNamed } from '../machines/index.ts'
import type { Row, RowOptions } from './run-rows.ts'

export interface TableOptions extends RowOptions {
  /** Columns, 72 to 100; default 100. */
  readonly width?: number
  readonly colour?: boolean
  /** Events to point at. */
  readonly marked?: ReadonlySet<number>
}

const lengthOf = (text: string): number => [...text].length

/** Breaks text into lines of at most `width`, continued lines indented. */
const wrap = (text: string, width: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/(?<=\|)|(?<= )/)) {
    if (line.trim() !== '' && lengthOf((line + word).trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = '  '
    }
    line += word
  }
  return [...lines, line.trimEnd()]
}

/** Changes side by side as far as they fit; one that does not begins a line. */
const wrapChanges = (changes: readonly string[], width: number): string[] => {
  const lines: string[] = []
  for (const [i, change] of changes.entries()) {
    const text = i === changes.length - 1 ? change : `${change},`
    const joined = lines.length === 0 ? text : `${lines.at(-1)} ${text}`
    if (lines.length > 0 && lengthOf(joined) <= width) lines[lines.length - 1] = joined
    else lines.push(...wrap(text, width))
  }
  return lines
}

const COLOURS = {
  host: 'cyan',
  guest: 'green',
  kvm: 'yellow',
  gdb: 'magenta',
  vmm: 'blue',
  '': 'dim',
} as const
const HEAD = { who: 'who', what: 'what happens', changes: 'changes', seen: 'seen by' }

const paint = (colour: boolean, format: Parameters<typeof styleText>[0], text: string): string =>
  colour && text !== '' ? styleText(format, text, { validateStream: false }) : text

/** Lays the rows out in columns. */
export const renderRows = (rows: readonly Row[], options: TableOptions = {}): string => {
  const { colour = false, marked } = options
  const width = Math.min(100, Math.max(72, options.width ?? 100))
  const isMarked = (row: Row): boolean => marked !== undefined && row.events.some((i) => marked.has(i))
  const margin = marked === undefined ? 0 : 2
  const changesWidth = Math.min(
    Math.floor(width * 0.28),
    Math.max(HEAD.changes.length, ...rows.map((row) => lengthOf(row.changes.join(', ')))),
  )
  const whatWidth = width - margin - 5 - 2 - 2 - changesWidth - 2 - HEAD.seen.length
  const pad = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - lengthOf(text)))

  const line = (mark: string, who: string, what: string, changes: string, seen: string): string =>
    `${mark}${who}  ${pad(what, whatWidth)}  ${pad(changes, changesWidth)}  ${seen}`.trimEnd()
  const body = rows.flatMap((row) => {
    const what = wrap(row.what, whatWidth)
    const changes = wrapChanges(row.changes, changesWidth)
    return Array.from({ length: Math.max(what.length, changes.length) }, (_, i) => {
      const mark = margin === 0 ? '' : i === 0 && isMarked(row) ? paint(colour, 'red', '> ') : '  '
      const who = paint(colour, COLOURS[row.who], pad(i === 0 ? row.who : '', 5))
      return line(mark, who, what[i] ?? '', changes[i] ?? '', i === 0 ? row.seenBy : '')
    })
  })
  const head = line(' '.repeat(margin), pad(HEAD.who, 5), HEAD.what, HEAD.changes, HEAD.seen)
  return `${[paint(colour, 'bold', head), ...body].join('\n')}\n`
}

/** A run with every value as it is written to a file. */
export const runJson = (program: MachineTypes['Program'], run: MachineTypes['Run']): JsonRecord =>
  machineNamed(program.machine).words.json(run)

/** A whole run: setup, table, how it ended. */
export const renderRun = (
  program: MachineTypes['Program'],
  run: MachineTypes['Run'],
  options: TableOptions & { /** Begins with the setup; default true. */ readonly setup?: boolean } = {},
): string => {
  const { name, words } = machineNamed(program.machine)
  const choices = Object.entries(answersById(name, run.consulted)).map(([id, answer]) => `${id}=${answer}`)
  const indent = (text: string): string => wrap(text, options.width ?? 100).join('\n')
  const setup = words.setup(program) || 'as the contract has it'
  return [
    ...(options.setup === false ? [] : [indent(`setup: ${setup}`), '']),
    renderRows(words.rows(program, run, options), options),
    indent(`The program ends ${words.ending(run)}.`),
    ...(choices.length === 0 ? [] : [indent(`Choices met: ${choices.join(', ')}`)]),
    '',
  ].join('\n')
}
