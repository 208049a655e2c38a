/**
 * What stands at the head of every table: what it is, where it comes from, how it is used, what its words mean.
 */
import { wrap } from '../../../reports/wrap.ts'
import type { FieldText, Note } from '../../envelope.ts'
import type { Table } from './rows.ts'

/** Columns of text: with what makes it a comment they are eighty. */
export const HEAD_WIDTH = 76

/** A list of names and what they mean, each on lines of its own. */
const list = (title: string, entries: readonly (readonly [string, string])[]): string[] => {
  const items = entries.map(([name, meaning]) => wrap(`${name}: ${meaning}`, '      ', HEAD_WIDTH, '    '))
  return items.length === 0 ? [] : [title, items.join('\n')]
}

const fieldList = (fields: readonly FieldText[] = []): (readonly [string, string])[] =>
  fields.map(({ name, meaning, type }) => [name, meaning === '' ? type : meaning])

const commits = ({ commits: { introduced, fixed } }: Note): string =>
  [
    ...(introduced.length === 0 ? [] : [` Introduced by ${introduced.join(', ')}.`]),
    ...(fixed.length === 0 ? [] : [` Commits about it: ${fixed.join(', ')}.`]),
  ].join('')

/** The kind of a note, the layer it breaks, and what it means. */
export const noteText = (note: Note): string =>
  `${note.kind}${note.layer === null ? '' : `, ${note.layer}`}: ${note.meaning}.${commits(note)}`

/**
 * Paragraphs of the head.
 *
 * @param usage lines of code
 */
export const headOf = ({ source, count, digest }: Table, usage: readonly string[]): string[] => {
  const { subject, title, generator, variants, choices, reasons, notes, decision } = source.header
  return [
    `Test vectors of ${subject}: ${title}`,
    `${count} questions, each with the answers that are allowed; a function that implements this decision gives one of them. MIT licence. Written by ${generator.name} ${generator.version} with seed ${generator.seed}, not to be edited. The same vectors as JSON have the digest ${digest}.`,
    'How to use it:',
    usage.map((line) => `    ${line}`).join('\n'),
    ...list('What goes in:', fieldList(decision?.inputs)),
    ...list('What comes out:', fieldList(decision?.outputs)),
    ...list(
      'Whose answers it has; the first is the reference:',
      variants.map(({ id, summary }) => [id, summary]),
    ),
    ...list(
      'Freedoms that alternatives come from:',
      Object.entries(choices).map(([id, { question }]) => [id, question]),
    ),
    ...list('Why bits are not compared:', Object.entries(reasons)),
    ...list(
      'What it means if a vector fails that has a note:',
      Object.entries(notes).map(([name, note]) => [name, noteText(note)]),
    ),
  ]
}
