/**
 * A counterexample or a finding as a plain-text report of 72 columns, fit for a kernel mailing list.
 */
import { hex } from '../../model/bits.ts'
import { CODE, layOut, type Program, type Run, runProgram } from '../../model/x86/index.ts'
import { observation } from '../../properties/x86/observations.ts'
import type { Json } from '../codec.ts'
import { answersById } from '../ids.ts'
import { resolvedAssembly } from './c/data.ts'
import { compactJson } from './compact-json.ts'
import { actionText, setupText } from './event-text.ts'
import { type ObservedLine, observedLines } from './observation-text.ts'
import { renderRun } from './run-table.ts'
import {
  citationLines,
  hostLines,
  partText,
  provenanceText,
  seenText,
  statements,
  titleText,
} from './statement.ts'
import type { CounterexampleSubject, FindingSubject, Subject } from './subject.ts'
import { item, MAIL_WIDTH, wrap } from './wrap.ts'

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `${title}\n${'-'.repeat(title.length)}\n\n${lines.join('\n')}\n`

/** Address, bytes and assembly text of every instruction. */
export const disassembly = (program: Program): string[] => {
  const layout = layOut(program)
  const { code, addresses } = layout
  const bytesOf = (i: number): string =>
    code
      .slice(addresses[i]! - CODE, (addresses[i + 1] ?? addresses[i]! + 1) - CODE)
      .map((byte) => hex(byte, 8).slice(2))
      .join(' ')
  const line = (address: number, bytes: string, text: string): string =>
    `  ${address.toString(16)}  ${bytes.padEnd(18)}  ${text}`
  return [
    ...program.code.map((instruction, i) =>
      line(addresses[i]!, bytesOf(i), resolvedAssembly(instruction, layout)),
    ),
    line(addresses.at(-1)!, 'f4', 'hlt'),
  ]
}

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

const programSection = (program: Program): string =>
  section('Program', [
    wrap(`A real-mode guest, set up ${setupText(program.setup, layOut(program))}.`),
    '',
    ...disassembly(program),
    ...(program.script.flat().length > 0 ? ['', ...scriptLines(program)] : []),
  ])

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

/** Lines of a trace beyond these are counted. */
const MOST_LINES = 6

const traceText = (mark: string, { who, text }: ObservedLine): string =>
  wrap(text, '          ', MAIL_WIDTH, `${mark} ${who.padEnd(5)}  `)

const rest = (mark: string, lines: readonly ObservedLine[]): string[] => {
  if (lines.length === 0) return [`${mark} nothing more`]
  const shown = lines.slice(0, MOST_LINES).map((line, i) => traceText(i === 0 ? mark : ' ', line))
  const left = lines.length - MOST_LINES
  return left > 0 ? [...shown, `        … ${left} more`] : shown
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
  return section('What host and guest see', [
    ...observed.slice(0, common).map((line) => traceText(' ', line)),
    '',
    'Expected from there:',
    ...rest('-', expected.slice(common)),
    '',
    'Seen:',
    ...rest('+', observed.slice(common)),
  ])
}

const CHOICES_TAKEN = 'Choices in the expected run'

const choicesText = (byId: { readonly [id: string]: string }): string[] => {
  const taken = Object.entries(byId).map(([id, answer]) => `${id}=${answer}`)
  return taken.length === 0 ? [] : ['', wrap(`${CHOICES_TAKEN}: ${taken.join(', ')}.`)]
}

const reproduceSection = (subject: Subject): string => {
  const name = subject.kind === 'finding' ? 'finding.json' : 'counterexample.json'
  const { difference } = subject
  const cFile =
    difference === null
      ? []
      : [
          wrap(
            'The C file needs no more than libc and <linux/kvm.h>. It exits with 0 if what is expected was seen, 1 if not, 125 if it cannot tell: as git bisect run wants it.',
          ),
          '',
          `  gdo report ${name} --format c > reproducer.c`,
          '  cc -O2 -Wall -o reproducer reproducer.c && ./reproducer',
          '',
        ]
  const replay =
    subject.kind === 'finding'
      ? [`  gdo run ${name} --variant ${subject.reference.id}`]
      : [
          `  gdo check ${subject.property.id} \\`,
          `    --variant ${subject.variant.id} \\`,
          `    --program ${name}`,
        ]
  return section('How to reproduce', [
    ...cFile,
    `With the JSON below as ${name}:`,
    '',
    ...replay,
    '',
    compactJson(subject.stored as unknown as Json, MAIL_WIDTH),
  ])
}

/** The report of a counterexample or a finding; `version` is that of the package. */
export const textReport = (subject: Subject, version: string): string => {
  const seen = subject.kind === 'counterexample' ? subject.stored.violation : seenText(subject)
  const rules = subject.causes.map(partText)
  const byWhom =
    subject.kind === 'finding' && subject.explainedBy !== null
      ? [wrap(`The variant ${subject.explainedBy.id} does the same: ${subject.explainedBy.summary}.`)]
      : []
  const answers = subject.kind === 'counterexample' ? answersById(subject.answers) : subject.stored.answers
  return [
    wrap(titleText(subject)),
    '',
    wrap(`Seen: ${seen}`),
    '',
    ...statements(subject).flatMap(({ text, layer }) => [wrap(text), wrap(layer), '']),
    programSection(subject.program),
    subject.kind === 'counterexample' ? modelRuns(subject) : observedRuns(subject),
    section('What it rests on', [
      ...(rules.length > 0 ? [wrap(`It is made by ${rules.join(' and by ')}.`)] : []),
      ...byWhom,
      ...citationLines(subject).map((text) => item(text)),
      ...choicesText(answers),
    ]),
    subject.kind === 'finding'
      ? section(
          'Where',
          hostLines(subject.stored.host).map((line) => `  ${line}`),
        )
      : '',
    reproduceSection(subject),
    wrap(provenanceText(subject, version)),
    '',
  ]
    .filter((part, i, all) => part !== '' || all[i - 1] !== '')
    .join('\n')
}
