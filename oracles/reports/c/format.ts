/**
 * Layout of C source in the style of the kernel: tabs of eight, eighty columns, comments of ASCII.
 */
import { wrap } from '../wrap.ts'

export const COLUMNS = 80
const TAB = 8

/** A number as C has it. */
export const cNumber = (value: bigint | number): string => {
  const wide = BigInt.asUintN(64, BigInt(value))
  if (wide < 10n) return wide.toString()
  return `0x${wide.toString(16)}${wide >> 63n ? 'ULL' : ''}`
}

/** Columns that a line takes. */
const columnsOf = (line: string): number =>
  [...line].reduce((column, char) => column + (char === '\t' ? TAB - (column % TAB) : 1), 0)

/** ASCII, and nothing that ends a comment, begins another one, or is a trigraph. */
export const commentText = (text: string): string =>
  text
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[–—−]/g, '-')
    .replaceAll('…', '...')
    .replaceAll('→', '->')
    .replaceAll('≠', '!=')
    .replaceAll(/[^\x20-\x7e\n]/g, '?')
    .replaceAll(/\*(?=\/)|\/(?=\*)|\?(?=\?)/g, '$& ')

/** A comment of paragraphs; the lines of one that has indented lines stay as they are, others are wrapped. */
export const blockComment = (paragraphs: readonly string[]): string[] => {
  const lines = paragraphs.map(commentText).flatMap((paragraph, i) => {
    const text = /^ /m.test(paragraph) ? paragraph : wrap(paragraph, '', COLUMNS - 3)
    return [...(i === 0 ? [] : ['']), ...text.split('\n')]
  })
  return ['/*', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */']
}

/** A line with a comment behind it, from a column on. */
export const noted = (line: string, note: string, column: number): string => {
  let padded = `${line}\t`
  while (columnsOf(padded) < column) padded += '\t'
  return `${padded}/* ${commentText(note)} */`
}

/** A call whose arguments take as many lines as they need. */
export const call = (name: string, args: readonly string[], indent: string): string[] => {
  const head = `${indent}${name}(`
  const hanging = columnsOf(head)
  const hang = '\t'.repeat(Math.floor(hanging / TAB)) + ' '.repeat(hanging % TAB)
  const lines = [head + args[0]]
  for (const [i, arg] of args.entries()) {
    if (i === 0) continue
    const end = i === args.length - 1 ? 2 : 1
    const joined = `${lines.at(-1)}, ${arg}`
    if (columnsOf(joined) + end <= COLUMNS) lines[lines.length - 1] = joined
    else {
      lines[lines.length - 1] += ','
      lines.push(hang + arg)
    }
  }
  lines[lines.length - 1] += ');'
  return lines
}

/** Entries of an initialiser, separated by commas, on as many lines as they need. */
export const entries = (texts: readonly string[], indent: string): string[] => {
  const lines: string[] = []
  for (const text of texts) {
    const joined = lines.length === 0 ? '' : `${lines.at(-1)} ${text},`
    if (joined !== '' && columnsOf(joined) <= COLUMNS) lines[lines.length - 1] = joined
    else lines.push(`${indent}${text},`)
  }
  return lines
}

/** `0x90, 0xf4` */
export const byteEntries = (bytes: readonly number[]): string[] =>
  bytes.map((byte) => `0x${byte.toString(16).padStart(2, '0')}`)

/** Hex digits as a string literal. */
export const byteString = (digits: string): string =>
  `"${digits.toLowerCase().replaceAll(/../g, (byte) => `\\x${byte}`)}"`

export const indented = (lines: readonly string[], indent = '\t'): string[] =>
  lines.map((line) => `${indent}${line}`)
