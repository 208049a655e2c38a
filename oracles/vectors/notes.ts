/**
 * Notes: what it means if a vector fails. A vector that some known wrong form fails names it.
 */
import { readFileSync } from 'node:fs'
import type { Citation } from '../../model/citations.ts'
import type { Layer } from '../../model/variant.ts'
import { convictions } from '../../properties/check.ts'
import { properties } from '../../properties/index.ts'
import { check } from '../../properties/machines.ts'
import { machines } from '../machines/index.ts'
import { packageFile } from '../package.ts'
import type { Note } from './envelope.ts'
import type { AnyVariant } from './variants.ts'

/** Commits that made a bug, where a later commit says so: by `Fixes:`, or in its message. */
const INTRODUCED: { readonly [variant: string]: readonly string[] } = {
  'x86/guest-breakpoints-under-host-breakpoints': ['Linux 4a1e10d5b5d8'],
  'x86/phantom-step': ['Linux c8401dda2f0a'],
}

const KINDS = {
  ideal: null,
  historical: 'bug',
  mutant: 'mutant',
  patch: 'deviation',
  kernel: 'deviation',
} as const

/** The name of a variant's note: its id without the machine. */
export const noteName = ({ id }: { readonly id: string }): string => id.slice(id.indexOf('/') + 1)

const bugsOf = ({ id }: AnyVariant) =>
  machines
    .flatMap(({ bugs }) => bugs)
    .filter(
      ({ shownBy }) =>
        (shownBy.kind === 'program' && shownBy.variants.includes(id)) ||
        (shownBy.kind === 'decision' && shownBy.variant === id),
    )

/** `Linux 8246bf52c75a (KVM: …, 2014)` without the parenthesis. */
const nameOfCite = ({ text }: Citation): string => text.split(' (')[0]!

/** The first of those that name the same. */
const unique = (cites: readonly Citation[]): Citation[] =>
  [...new Map(cites.toReversed().map((cite) => [nameOfCite(cite), cite])).values()].reverse()

const commitText = (cite: Citation): string =>
  `${nameOfCite(cite)}${cite.confidence === 'recalled' ? ' (recalled, not verified)' : ''}`

const LAYERS: readonly Layer[] = ['arch', 'abi', 'policy']

/** Programs of each class that a wrong form is tried on, and the most if none of them convicts it. */
const RUNS = 100
const MOST_RUNS = 20_000

type Layers = { readonly [variant: string]: Layer | null }

/** The strongest layer of the properties that each variant breaks and its base keeps. */
export const computeLayers = (variants: readonly AnyVariant[]): Layers => {
  if (variants.length === 0) return {}
  const bases = variants.map(({ base }) => base!).filter((base) => base.base !== null)
  const outcomes = check({
    variants: [...new Set([...bases, ...variants])],
    properties,
    runs: RUNS,
    seed: 1,
    most: MOST_RUNS,
  })
  return Object.fromEntries(
    variants.map((variant) => {
      const broken = convictions(outcomes, variant).map(({ property }) => property.layer)
      return [variant.id, LAYERS.find((each) => broken.includes(each)) ?? null]
    }),
  )
}

/** The layers of the variants that ship: `npm run vectors` works them out, and a test that they are right. */
export const LAYERS_FILE = packageFile('oracles', 'vectors', 'layers.json')

const shippedVariants = machines.flatMap(({ variants }) => variants)

let shipped: Layers | null = null

const layersOf = (all: readonly AnyVariant[]): Layers => {
  shipped ??= JSON.parse(readFileSync(LAYERS_FILE, 'utf8')) as Layers
  const known = shipped
  // A module of --load may bring others.
  const own = all.filter((variant) => !shippedVariants.includes(variant) || !Object.hasOwn(known, variant.id))
  return { ...known, ...computeLayers(own) }
}

/** What it means to do as a variant does; where a kernel or a patch comes from, the header's variants say. */
const noteOf = (variant: AnyVariant, layer: Layer | null): Note => {
  const kind = KINDS[variant.status]
  if (kind === null) throw new Error(`${variant.id} is no wrong form of anything`)
  const nothing = { introduced: [], fixed: [] }
  if (kind === 'deviation')
    return {
      kind,
      meaning: `${variant.id} does something else than the first variant of this file allows`,
      layer,
      cites: [],
      commits: nothing,
    }
  if (kind === 'mutant')
    return { kind, meaning: variant.summary, layer, cites: variant.cites, commits: nothing }
  const cites = unique([...variant.cites, ...bugsOf(variant).flatMap((bug) => bug.cites)])
  const fixed = cites.filter((cite) => cite.kind === 'commit').map(commitText)
  return {
    kind,
    meaning: variant.summary,
    layer,
    cites,
    commits: { introduced: INTRODUCED[variant.id] ?? [], fixed },
  }
}

/** Notes by name, in the order of their names. */
export const notesOf = (of: Iterable<AnyVariant>): { readonly [name: string]: Note } => {
  const all = [...new Set(of)]
  const layers = layersOf(all)
  return Object.fromEntries(
    all.map((variant) => [noteName(variant), noteOf(variant, layers[variant.id] ?? null)] as const).sort(),
  )
}
