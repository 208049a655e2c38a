/**
 * A counterexample or a finding as a C file.
 */
import { InputError } from '../../../model/program.ts'
import type { X86 } from '../../../properties/x86/types.ts'
import { firstDifference } from '../../targets/kvm/observation.ts'
import { isUndefined } from '../difference.ts'
import { citationLines, hostLines, provenanceText, seenText, statements, titleText } from '../statement.ts'
import type { CounterexampleSubject, FindingSubject } from '../subject.ts'
import { item, plain, sentence } from '../wrap.ts'
import { compareBy } from './comparison.ts'
import { cSource } from './source.ts'

type Subject = CounterexampleSubject<X86> | FindingSubject<X86>

const BUILD = `Build and run:
    cc -O2 -Wall -Wextra -o reproducer reproducer.c && ./reproducer
Exit status, as git bisect run wants it: 0 what is expected was seen,
1 something else was seen, 125 cannot tell.`

const WIDTH = 77

/** Who was seen to do it. */
const seenOn = (subject: Subject): string =>
  subject.kind === 'counterexample'
    ? `Seen on a model, not on a kernel: ${subject.variant.id}, ${subject.variant.summary}.`
    : `Seen ${subject.stored.seen.times} times of ${subject.stored.seen.of} on ${hostLines(subject.stored.host).join(', ')}.`

const headOf = (subject: Subject, version: string): string[] => {
  const cites = citationLines(subject).map((text) => item(text, WIDTH))
  const violation =
    subject.kind === 'counterexample' && subject.program !== subject.stored.program
      ? ` As the property has it: ${plain(subject.stored.violation)}.`
      : ''
  return [
    `${titleText(subject)}.`,
    `${sentence(seenText(subject))}${violation}`,
    ...statements(subject).map(({ text, layer }) => `${text} ${layer}`),
    ...(cites.length > 0 ? [cites.join('\n')] : []),
    seenOn(subject),
    BUILD,
    provenanceText(subject, version),
  ]
}

/**
 * The C file.
 *
 * @throws InputError if there is nothing to compare.
 */
export const cReport = (subject: Subject, version: string): string => {
  const { program, allowed, observed, difference } = subject
  const nothing = (why: string): InputError => new InputError('GDO-1504', `no C file: ${why}`)
  if (isUndefined(allowed)) throw nothing('the manual leaves open what the program does')
  if (difference === null)
    throw nothing(
      `the host sees nothing else than ${subject.reference.id} allows; use --format text, or gdo diff --against ideal`,
    )
  const permitted = allowed.find(({ observation }) => firstDifference(observation, observed) === null)
  if (permitted) throw nothing(`${subject.reference.id} allows what was observed, in this release`)
  const expected = allowed.map(({ observation }) => observation)
  const comparison = compareBy(expected, observed, difference, program)
  return cSource(program, comparison, headOf(subject, version))
}
