/**
 * Everything that has a name, as `gdo list` shows it.
 */
import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { Bug } from '../../model/bug.ts'
import { TARGETS } from '../targets/open.ts'
import { type Lists, SHIPPED_LISTS } from './list.ts'
import { openRegistry, type Registry } from './registry.ts'

type Item = Lists[string][number]

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
  machines: async ({ machines }) => machines.map(({ name, summary }) => ({ id: name, summary })),
  variants: async ({ variants }) =>
    variants.map(({ id, status, base, summary }) => ({ id, status, base: base?.id ?? null, summary })),
  properties: async ({ properties }) =>
    (await properties()).map(({ id, layer, statement }) => ({ id, layer, statement })),
  decisions: async ({ decisions }) => decisions.map(({ id, meaning }) => ({ id, meaning })),
  choices: async ({ choices }) =>
    choices.map(({ id, layer, answers, question }) => ({ id, layer, answers, question })),
  bugs: async ({ machines }) =>
    machines
      .flatMap(({ bugs }) => bugs)
      .map((bug) => ({ id: bug.summary, shownBy: shownBy(bug), cites: bug.cites.map(({ text }) => text) })),
  targets: async () => TARGETS,
}

/** All lists: those of the package, and what the modules of `--load` add. */
export const makeLists = async (modules: readonly string[]): Promise<Lists> => {
  const registry = await openRegistry(modules)
  const lists = await Promise.all(
    Object.entries(KINDS).map(async ([name, list]) => [name, await list(registry)] as const),
  )
  return Object.fromEntries(lists)
}

// The build runs this file: what the package itself knows is written down, so that listing it loads nothing.
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await writeFile(SHIPPED_LISTS, `${JSON.stringify(await makeLists([]))}\n`)
