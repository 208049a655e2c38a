/**
 * A counterexample or a finding as a plain-text report of 72 columns, fit for a kernel mailing list.
 */
import type { MachineTypes } from '../../properties/machine.ts'
import { answersById, machineIn } from '../ids.ts'
import { machineNamed } from '../machines/index.ts'
import type { Machine } from '../machines/machine.ts'
import { comparisonLines } from './comparison-text.ts'
import { programLines } from './program-text.ts'
import { C_COMMAND, C_FILE, programJson, replayCommands } from './replay.ts'
import { renderRun } from './run-table.ts'
import { shownOf } from './shown.ts'
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
import { item, MAIL_WIDTH, sentence, wrap } from './wrap.ts'

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `${title}\n${'-'.repeat(title.length)}\n\n${lines.join('\n')}\n`

/** What it was seen on, and how often. */
const seenOnSection = ({ stored }: FindingSubject): string =>
  section('Seen on', [
    ...hostLines(stored.host).map((line) => wrap(line, '  ')),
    `  ${stored.seen.times} times of ${stored.seen.of}`,
  ])

type AnyRun = MachineTypes['Run']

/** The event of `run` that is observed where `other` shows something else first. */
const firstDiffering = ({ words }: Machine, run: AnyRun, other: AnyRun): Set<number> => {
  const seen = (of: AnyRun): { index: number; line: string }[] =>
    of.events.flatMap((event, index) => {
      const line = words.observation(event)
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
  const machine = machineNamed(program.machine)
  const actual = machine.runProgram(program, variant, answers)
  const expected = allowed[0]!.run
  const table = (run: AnyRun, other: AnyRun): string[] => [
    renderRun(program, run, {
      width: MAIL_WIDTH,
      colour: false,
      verbose: false,
      marked: firstDiffering(machine, run, other),
      setup: false,
    }).trimEnd(),
  ]
  return [
    section(`Actual: ${variant.id}`, table(actual, expected)),
    section(`Expected: ${reference.id}`, table(expected, actual)),
  ].join('\n')
}

const observedRuns = ({ stored }: FindingSubject): string =>
  section('What host and guest see', comparisonLines(shownOf(stored), MAIL_WIDTH))

const choicesText = (byId: { readonly [id: string]: string }): string[] => {
  const taken = Object.entries(byId).map(([id, answer]) => `${id}=${answer}`)
  return taken.length === 0 ? [] : ['', wrap(`Choices in the expected run: ${taken.join(', ')}.`)]
}

const reproduceSection = (subject: Subject): string => {
  const cFile = [wrap(C_FILE), '', `  ${C_COMMAND}`, '']
  const runsC = machineNamed(subject.program.machine).cReport !== null
  return section('How to reproduce', [
    ...(runsC && subject.difference !== null ? cFile : []),
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
  const answers =
    subject.kind === 'counterexample'
      ? answersById(machineIn(subject.variant.id), subject.answers)
      : subject.stored.answers
  return [
    wrap(titleText(subject)),
    '',
    wrap(sentence(seen)),
    '',
    ...statements(subject).flatMap(({ text, layer }) => [wrap(text), wrap(layer), '']),
    section('Program', programLines(subject.program, MAIL_WIDTH)),
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
