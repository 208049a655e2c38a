/**
 * `gdo list`: everything that has a name.
 */
import { InputError } from '../../model/program.ts'
import { type Bug, bugs } from '../../model/x86/bugs.ts'
import type { Json } from '../codec.ts'
import type { Command } from './command.ts'
import { table, write, writeJson } from './output.ts'
import { openRegistry, type Registry } from './registry.ts'

type Item = { readonly [field: string]: Json } & { readonly id: string }

const shownBy = ({ shownBy: by }: Bug): string => {
  switch (by.kind) {
    case 'program':
      return `program: ${by.variants.join(', ')}`
    case 'decision':
      return `decision: ${by.decision}, ${by.variant}`
    case 'out-of-scope':
      return `out of scope: ${by.reason}`
  }
}

/** What each kind shows: the fields of `--json`, the columns of the table. */
const KINDS: { readonly [kind: string]: (registry: Registry) => Promise<readonly Item[]> } = {
  machines: async ({ machines }) => machines.map(({ id, summary }) => ({ id, summary })),
  variants: async ({ variants }) =>
    variants.map(({ id, status, base, summary }) => ({ id, status, base: base?.id ?? null, summary })),
  properties: async ({ properties }) =>
    (await properties()).map(({ id, layer, statement }) => ({ id, layer, statement })),
  decisions: async ({ decisions }) => decisions.map(({ id, meaning }) => ({ id, meaning })),
  choices: async ({ choices }) =>
    choices.map(({ id, layer, answers, question }) => ({ id, layer, answers, question })),
  bugs: async () =>
    bugs.map((bug) => ({ id: bug.summary, shownBy: shownBy(bug), cites: bug.cites.map(({ text }) => text) })),
}

const NAMES = Object.keys(KINDS)

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
    const names = kind === undefined ? NAMES : [kind]
    const registry = await openRegistry(invocation.texts('load'))
    const lists = await Promise.all(names.map(async (name) => [name, await KINDS[name]!(registry)] as const))
    if (invocation.flag('json')) {
      await writeJson(kind === undefined ? Object.fromEntries(lists) : lists[0]![1])
      return 0
    }
    const sections = lists.map(([name, items]) => {
      const rows = items.map((item) => Object.values(item).map(cell))
      return kind === undefined ? `${name}\n${table(rows, '  ')}` : table(rows)
    })
    await write(sections.join('\n'))
    return 0
  },
}
