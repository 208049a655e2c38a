/**
 * A counterexample or a finding as a plain-text report of 72 columns, fit for a kernel mailing list.
 */
import { layOut, type Program, type Run, runProgram } from '../../model/x86/index.ts'
import { observation } from '../../properties/x86/observations.ts'
import { answersById } from '../ids.ts'
import { disassembly } from './disassembly.ts'
import { actionText, setupText } from './event-text.ts'
import { type ObservedLine, observedLines } from './observation-text.ts'
import { C_COMMAND, C_FILE, programJson, replayCommands } from './replay.ts'
import { renderRun } from './run-table.ts'
import {
  citationLines,
  explanationLines,
  hostLines,
  provenanceText,
  seenText,
  statements,
  titleText,
} from './statement.ts'
import type { CounterexampleSubject, FindingSubject, Subject } from './subject.ts'
import { item, MAIL_WIDTH, wrap } from './wrap.ts'

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `${title}\n${'-'.repeat(title.length)}\n\n${lines.join('\n')}\n`

/** The host's part: what is done before which KVM_RUN. */
const scriptLines = (program: Program): string[] => {
  const layout = layOut(program)
  return program.script.flatMap((group, k) =>
    group.map((action, i) => {
      const head = i === 0 ? `  before run ${k}: ` : ' '.repeat(`  before run ${k}: `.length)
      return wrap(actionText(action, layout), '    ', MAIL_WIDTH, head)
    }),
  )
}

/** What it was seen on, and how often. */
const seenOnSection = ({ stored }: FindingSubject): string =>
  section('Seen on', [
    ...hostLines(stored.host).map((line) => wrap(line, '  ')),
    `  ${stored.seen.times} times of ${stored.seen.of}`,
  ])

const programSection = (program: Program): string => {
  const setup = setupText(program.setup, layOut(program))
  return section('Program', [
    wrap(
      Object.keys(program.setup).length === 0
        ? 'In real mode:'
        : `In ${program.setup.mode === 'long' ? '' : 'real mode, '}${setup}:`,
    ),
    '',
    ...disassembly(program).map((line) => `  ${line}`),
    ...(program.script.flat().length > 0 ? ['', ...scriptLines(program)] : []),
  ])
}

/** The event of `run` that is observed where `other` shows something else first. */
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

/** Both runs with all that the model knows of them. */
const modelRuns = (subject: CounterexampleSubject): string => {
  const { program, variant, reference, answers, allowed } = subject
  const actual = runProgram(program, variant, answers)
  const expected = allowed[0]!.run
  const table = (run: Run, other: Run): string[] => [
    renderRun(program, run, {
      width: MAIL_WIDTH,
      colour: false,
      verbose: false,
      marked: firstDiffering(run, other),
      setup: false,
    }).trimEnd(),
  ]
  return [
    section(`Actual: ${variant.id}`, table(actual, expected)),
    section(`Expected: ${reference.id}`, table(expected, actual)),
  ].join('\n')
}

/** Lines of a trace beyond these are only counted. */
const MOST_LINES = 6

const traceText = (mark: string, { who, text }: ObservedLine): string =>
  wrap(text, '          ', MAIL_WIDTH, `${mark} ${who.padEnd(5)}  `)

/** The same line again and again is one, with a count. */
const folded = (lines: readonly ObservedLine[]): ObservedLine[] => {
  const groups: { line: ObservedLine; times: number }[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last?.line.who === line.who && last.line.text === line.text) last.times += 1
    else groups.push({ line, times: 1 })
  }
  return groups.map(({ line, times }) =>
    times === 1 ? line : { ...line, text: `${line.text}, ${times} times` },
  )
}

const rest = (mark: string, lines: readonly ObservedLine[]): string[] => {
  if (lines.length === 0) return [`${mark} nothing more`]
  const all = folded(lines)
  const shown = all.slice(0, MOST_LINES).map((line, i) => traceText(i === 0 ? mark : ' ', line))
  const left = all.length - MOST_LINES
  return left > 0 ? [...shown, `         … ${left} more`] : shown
}

/** Both runs as the host sees them: in common, then what was expected and what was seen. */
const observedRuns = ({ stored, program, difference }: FindingSubject): string => {
  const layout = layOut(program)
  const actions = program.script.flat()
  const expected = observedLines(stored.expected, actions, layout, difference)
  const observed = observedLines(stored.observed, actions, layout, difference)
  const same = expected.findIndex(
    ({ text, event }, i) => text !== observed[i]?.text || event === difference?.event,
  )
  const common = same < 0 ? expected.length : same
  const logged = [...expected, ...observed].some(({ who }) => who === 'guest')
  return section('What host and guest see', [
    ...observed.slice(0, common).map((line) => traceText(' ', line)),
    '',
    'Expected from there:',
    ...rest('-', expected.slice(common)),
    '',
    'Seen:',
    ...rest('+', observed.slice(common)),
    ...(logged
      ? ['', wrap('(guest: what its exception handlers have logged, shown at the exit that comes next.)')]
      : []),
  ])
}

const choicesText = (byId: { readonly [id: string]: string }): string[] => {
  const taken = Object.entries(byId).map(([id, answer]) => `${id}=${answer}`)
  return taken.length === 0 ? [] : ['', wrap(`Choices in the expected run: ${taken.join(', ')}.`)]
}

const reproduceSection = (subject: Subject): string => {
  const cFile = [wrap(C_FILE), '', `  ${C_COMMAND}`, '']
  return section('How to reproduce', [
    ...(subject.difference === null ? [] : cFile),
    'With guest-debug-oracle and the JSON below as program.json:',
    '',
    ...replayCommands(subject).map((line) => `  ${line}`),
    '',
    programJson(subject),
  ])
}

/** The report of a counterexample or a finding; `version` is that of the package. */
export const textReport = (subject: Subject, version: string): string => {
  const seen = subject.kind === 'counterexample' ? subject.stored.violation : seenText(subject)
  const answers = subject.kind === 'counterexample' ? answersById(subject.answers) : subject.stored.answers
  return [
    wrap(titleText(subject)),
    '',
    wrap(`${seen.charAt(0).toUpperCase()}${seen.slice(1)}.`),
    '',
    ...statements(subject).flatMap(({ text, layer }) => [wrap(text), wrap(layer), '']),
    programSection(subject.program),
    subject.kind === 'counterexample' ? modelRuns(subject) : observedRuns(subject),
    section('What it rests on', [
      ...explanationLines(subject).map((line) => wrap(line)),
      ...citationLines(subject).map((text) => item(text)),
      ...choicesText(answers),
    ]),
    ...(subject.kind === 'finding' ? [seenOnSection(subject)] : []),
    reproduceSection(subject),
    wrap(provenanceText(subject, version)),
    '',
  ].join('\n')
}
