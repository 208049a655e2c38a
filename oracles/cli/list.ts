/**
 * `gdo list`: everything that has a name.
 */
import { readFile } from 'node:fs/promises'
import { InputError } from '../../model/program.ts'
import type { Json } from '../codec.ts'
import type { Command } from './command.ts'
import { table, write, writeJson } from './output.ts'

/** For each kind, its items: the fields of `--json`, the columns of the table. */
export type Lists = {
  readonly [kind: string]: readonly ({ readonly [field: string]: Json } & { readonly id: string })[]
}

/** Where the build writes the lists of the package. */
export const SHIPPED_LISTS: URL = new URL('./lists.json', import.meta.url)

const listsOf = async (modules: readonly string[]): Promise<Lists> => {
  if (modules.length === 0) {
    const text = await readFile(SHIPPED_LISTS, 'utf8').catch(() => null)
    if (text !== null) return JSON.parse(text) as Lists
  }
  return (await import('./lists.ts')).makeLists(modules)
}

const NAMES = ['machines', 'variants', 'properties', 'decisions', 'choices', 'bugs', 'targets']

const cell = (value: Json): string =>
  value === null ? '–' : Array.isArray(value) ? value.join(' | ') : String(value)

export const listCommand: Command = {
  positionals: ['[KIND]'],
  options: {},
  details: `KIND is one of ${NAMES.join(', ')}; without it all are listed.`,
  run: async (invocation) => {
    const [kind] = invocation.positionals
    if (kind !== undefined && !NAMES.includes(kind))
      throw new InputError('GDO-1005', `list: expected ${NAMES.join(', ')}, not ${JSON.stringify(kind)}`)
    const lists = await listsOf(invocation.texts('load'))
    if (invocation.flag('json')) {
      await writeJson(kind === undefined ? lists : lists[kind]!)
      return 0
    }
    const names = kind === undefined ? NAMES : [kind]
    const sections = names.map((name) => {
      const rows = lists[name]!.map((item) => Object.values(item).map(cell))
      return kind === undefined ? `${name}\n${table(rows, '  ')}` : table(rows)
    })
    await write(sections.join('\n'))
    return 0
  },
}
