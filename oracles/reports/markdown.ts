/**
 * A counterexample or a finding as Markdown, for the issue tracker of a code-hosting site: what was expected and what
 * was seen as sequence diagrams, the program, and how to see it again.
 */
import type { MachineTypes } from '../../properties/machine.ts'
import { answersById, machineIn } from '../ids.ts'
import { machineNamed } from '../machines/index.ts'
import type { Observation } from '../targets/kvm/observation.ts'
import type { ObservedLine } from './observed-line.ts'
import { startText } from './program-text.ts'
import { C_COMMAND, C_FILE, programJson, replayCommands } from './replay.ts'
import { type Message, sequenceDiagram } from './sequence.ts'
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
import { plain, sentence } from './wrap.ts'

type Program = MachineTypes['Program']
type Run = MachineTypes['Run']

/** Text that Markdown and HTML would take for their own. */
const escaped = (text: string): string =>
  plain(text).replaceAll(/[\\`*_[\]<>|#]/g, (character) => `\\${character}`)

const code = (text: string, language = ''): string => `\`\`\`${language}\n${text}\n\`\`\``

/** Parts with a blank line between them; empty ones do not count. */
const paragraphs = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n')

const list = (items: readonly string[]): string => items.map((text) => `- ${escaped(text)}`).join('\n')

const programPart = (program: Program): string => {
  const { action: actionText, disassembly } = machineNamed(program.machine).words
  const script = program.script.flatMap((group, k) =>
    group.map((action) => `before run ${k}: ${actionText(action, program)}`),
  )
  return paragraphs(
    '## Program',
    escaped(startText(program)),
    code(disassembly(program).join('\n'), 'asm'),
    list(script),
  )
}

/** The first of some texts that is not the same in both; the length of the shorter one, if all of that is. */
const firstDifferent = (own: readonly string[], others: readonly string[]): number => {
  const at = own.findIndex((text, i) => text !== others[i])
  return at < 0 ? own.length : at
}

/** A run with all that the model knows of it; what it does where `other` does something else is marked. */
const modelMessages = (program: Program, run: Run, other: Run): Message[] => {
  const { words } = machineNamed(program.machine)
  const seen = (of: Run) =>
    of.events.flatMap((event, index) => {
      const line = words.observation(event)
      return line === null ? [] : [{ index, line }]
    })
  const own = seen(run)
  const at =
    own[
      firstDifferent(
        own.map(({ line }) => line),
        seen(other).map(({ line }) => line),
      )
    ]?.index
  return words.rows(program, run).map(({ who, what, changes, seenBy, events }) => ({
    who,
    text: changes.length === 0 ? what : `${what} [${changes.join(', ')}]`,
    seenBy,
    differs: at !== undefined && events.includes(at),
  }))
}

const counterexampleRuns = (subject: CounterexampleSubject): string => {
  const { program, variant, reference, answers, allowed } = subject
  const actual = machineNamed(program.machine).runProgram(program, variant, answers)
  const expected = allowed[0]!.run
  return paragraphs(
    `## Expected: \`${reference.id}\``,
    sequenceDiagram(modelMessages(program, expected, actual)),
    `## Actual: \`${variant.id}\``,
    sequenceDiagram(modelMessages(program, actual, expected)),
  )
}

const findingRuns = ({ stored }: FindingSubject): string => {
  const { program, expected, observed, difference, other } = shownOf(stored)
  const { words } = machineNamed(program.machine)
  const linesOf = (of: Program, run: Observation): readonly ObservedLine[] =>
    words.observed(run, of, difference)
  const messages = (lines: readonly ObservedLine[], at: number | null): Message[] =>
    lines.map(({ who, text }, i) => ({
      who,
      text: who === 'guest' ? `handler saw ${text}` : text,
      seenBy: who === 'kvm' ? 'host' : '',
      differs: i === at,
    }))
  const seen = linesOf(program, observed)
  if (expected === null)
    return paragraphs(
      '## Seen',
      sequenceDiagram(messages(seen, null)),
      ...(other
        ? [
            escaped(sentence(other.how, ':')),
            sequenceDiagram(messages(linesOf(other.program, other.observed), null)),
          ]
        : []),
    )
  const wanted = linesOf(program, expected)
  // A difference that no text shows lies in the state at an exit.
  const isSame = (i: number): boolean =>
    wanted[i]?.text === seen[i]?.text && (seen[i]?.who === 'guest' || seen[i]?.event !== difference?.event)
  const length = Math.max(wanted.length, seen.length)
  const at = Array.from({ length }, (_, i) => i).find((i) => !isSame(i)) ?? null
  return paragraphs(
    '## Expected',
    sequenceDiagram(messages(wanted, at)),
    '## Seen',
    sequenceDiagram(messages(seen, at)),
  )
}

const reproducePart = (subject: Subject): string =>
  paragraphs(
    '## How to reproduce',
    ...(subject.difference === null || machineNamed(subject.program.machine).cReport === null
      ? []
      : [escaped(C_FILE), code(C_COMMAND, 'sh')]),
    'With guest-debug-oracle and this as `program.json`:',
    code(programJson(subject), 'json'),
    code(replayCommands(subject).join('\n'), 'sh'),
  )

/** The report of a counterexample or a finding; `version` is that of the package. */
export const markdownReport = (subject: Subject, version: string): string => {
  const seen = subject.kind === 'counterexample' ? subject.stored.violation : seenText(subject)
  const answers =
    subject.kind === 'counterexample'
      ? answersById(machineIn(subject.variant.id), subject.answers)
      : subject.stored.answers
  const choices = Object.entries(answers).map(([id, answer]) => `${id}=${answer}`)
  return `${paragraphs(
    `# ${escaped(titleText(subject))}`,
    escaped(`${seen.charAt(0).toUpperCase()}${seen.slice(1)}.`),
    ...statements(subject).map(({ text, layer }) => `> ${escaped(text)}\n>\n> ${escaped(layer)}`),
    programPart(subject.program),
    subject.kind === 'counterexample' ? counterexampleRuns(subject) : findingRuns(subject),
    '## What it rests on',
    explanationLines(subject).map(escaped).join('\n'),
    list(citationLines(subject)),
    choices.length === 0 ? '' : escaped(`Choices in the expected run: ${choices.join(', ')}.`),
    ...(subject.kind === 'finding'
      ? [
          '## Seen on',
          list([
            ...hostLines(subject.stored.host),
            `${subject.stored.seen.times} times of ${subject.stored.seen.of}`,
          ]),
        ]
      : []),
    reproducePart(subject),
    `_${escaped(provenanceText(subject, version))}_`,
  )}\n`
}
