/**
 * What commands write, and what they read from files.
 */
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { InputError } from '../../model/program.ts'
import type { Json } from '../codec.ts'

/** Writes to stdout and waits when the reader is slower. */
export const write = async (text: string): Promise<void> => {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** Writes a result as one line of JSON. */
export const writeJson = (value: Json): Promise<void> => write(`${JSON.stringify(value)}\n`)

/** Whether results are coloured: on a terminal whose user has not asked for none. */
export const wantsColour = (): boolean => process.stdout.isTTY === true && !process.env.NO_COLOR

/** Columns of the terminal; 100 where there is none. */
export const columns = (): number => process.stdout.columns ?? 100

/** Rows in columns that are as wide as their longest cell; the last one is not filled up. */
export const table = (rows: readonly (readonly string[])[], indent = ''): string => {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)))
  return rows
    .map((row) => `${indent}${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd())
    .map((line) => `${line}\n`)
    .join('')
}

/** Files larger than this hold no program. */
const LARGEST = 16 * 1024 * 1024

const READ_ERRORS: { readonly [code: string]: string } = {
  ENOENT: 'no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
}

/**
 * The text of a file, `-` for stdin.
 *
 * @throws InputError
 */
export const readText = async (path: string): Promise<string> => {
  let text = ''
  if (path === '-') {
    process.stdin.setEncoding('utf8')
    for await (const chunk of process.stdin) {
      text += chunk
      if (text.length > LARGEST) throw new InputError('GDO-1006', 'stdin: more than 16 MiB is no program')
    }
    return text
  }
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    throw new InputError('GDO-1006', `cannot read ${path}: ${READ_ERRORS[code] ?? code}`)
  }
  if (text.length > LARGEST) throw new InputError('GDO-1006', `${path}: more than 16 MiB is no program`)
  return text
}
