/**
 * A counterexample as a plain-text report of 72 columns, fit for a kernel mailing list.
 */
import { hex } from '../../model/bits.ts'
import type { Citation } from '../../model/citations.ts'
import {
  assembly,
  CODE,
  END_VECTOR,
  ideal,
  layOut,
  type Program,
  type Run,
  runProgram,
  type Variant,
} from '../../model/x86/index.ts'
import type { Property } from '../../properties/property.ts'
import { observation } from '../../properties/x86/observations.ts'
import { answersById } from '../ids.ts'
import type { StoredCounterexample } from './counterexample.ts'
import { renderRun } from './run-table.ts'

const WIDTH = 72

/** Breaks text into lines of at most 72 columns. */
export const wrap = (text: string, indent = ''): string => {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(/\s+/)) {
    if (line.length > indent.length && line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = indent
    }
    line += line.length > indent.length ? ` ${word}` : word
  }
  return [...lines, line].join('\n')
}

const heading = (text: string): string => `${text}\n${'-'.repeat(text.length)}\n`

const citationText = ({ text, confidence }: Citation): string =>
  wrap(`- ${text}${confidence === 'recalled' ? ' [recalled, not verified]' : ''}`).replaceAll('\n', '\n  ')

/** Address, bytes and assembly text of every instruction. */
export const disassembly = (program: Program): string => {
  const { code, addresses, setup } = layOut(program)
  const bytesOf = (i: number): string =>
    code
      .slice(addresses[i]! - CODE, (addresses[i + 1] ?? addresses[i]! + 1) - CODE)
      .map((byte) => hex(byte, 8).slice(2))
      .join(' ')
  const end =
    setup.cpl === 3
      ? { bytes: `cd ${hex(END_VECTOR, 8).slice(2)}`, text: `int ${hex(END_VECTOR, 8)}` }
      : { bytes: 'f4', text: 'hlt' }
  const lines = program.code.map((instruction, i) => ({
    bytes: bytesOf(i),
    text: assembly(instruction, setup.mode),
  }))
  const width = Math.max(18, ...lines.map(({ bytes }) => bytes.length))
  return [...lines, end]
    .map(({ bytes, text }, i) => `  ${hex(addresses[i]!, 16).slice(2)}  ${bytes.padEnd(width)}  ${text}`)
    .join('\n')
}

/** The events of `run` that are observed where `other` shows something else: from the first difference on, that one. */
const firstDiffering = (run: Run, other: Run): Set<number> => {
  const seen = (of: Run): { index: number; line: string }[] =>
    of.events.flatMap((event, index) => {
      const line = observation(event)
      return line === null ? [] : [{ index, line }]
    })
  const own = seen(run)
  const others = seen(other)
  const at = own.findIndex(({ line }, i) => line !== others[i]?.line)
  return new Set(at < 0 ? [] : [own[at]!.index])
}

export interface ReportSubject {
  readonly stored: StoredCounterexample & { readonly program: Program }
  readonly property: Property
  readonly variant: Variant
  /** Answers to the choices left open. */
  readonly answers: Parameters<typeof runProgram>[2]
  /** Version of the package. */
  readonly version: string
}

/** The report. */
export const textReport = ({ stored, property, variant, answers, version }: ReportSubject): string => {
  const { program } = stored
  const actual = runProgram(program, variant, answers)
  const expected = runProgram(program, ideal, answers)
  const table = (run: Run, other: Run): string =>
    renderRun(program, run, {
      width: WIDTH,
      colour: false,
      verbose: false,
      marked: firstDiffering(run, other),
    })
  const kind =
    property.layer === 'policy'
      ? 'This is a policy of today’s hypervisors; a violation is a difference, not a bug.'
      : property.layer === 'arch'
        ? 'The architecture demands it.'
        : 'The documented interface demands it.'
  const given = Object.entries(answersById(answers ?? {})).map(([id, answer]) => `${id}=${answer}`)
  const choices = given.length > 0 ? `\n${wrap(`Choices taken: ${given.join(', ')}`)}\n` : ''
  const replay = [
    '  save the JSON below as counterexample.json, then',
    `  gdo check ${property.id} \\`,
    `    --variant ${variant.id} \\`,
    '    --program counterexample.json',
    '  gdo run counterexample.json',
  ].join('\n')
  return [
    wrap(`${variant.id} violates ${property.id}`),
    '',
    wrap(property.statement),
    wrap(kind),
    '',
    wrap(`Seen: ${stored.violation}`),
    choices,
    heading('Program'),
    disassembly(program),
    '',
    heading(`Actual: ${variant.id}`),
    table(actual, expected),
    heading('Expected: x86/ideal'),
    table(expected, actual),
    heading('What it rests on'),
    [...property.cites, ...variant.cites].map(citationText).join('\n'),
    '',
    heading('How to reproduce'),
    replay,
    '',
    JSON.stringify({ ...stored, program }, null, 1),
    '',
    wrap(
      `guest-debug-oracle ${version}; found after ${stored.provenance.after} programs with seed ${stored.provenance.seed}, then shrunk.`,
    ),
    '',
  ].join('\n')
}
