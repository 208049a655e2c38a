/**
 * Notes: what it means if a vector fails. A vector that some known wrong form fails names it.
 */
import type { Citation } from '../../model/citations.ts'
import type { Layer } from '../../model/variant.ts'
import { bugs } from '../../model/x86/bugs.ts'
import type { Variant } from '../../model/x86/index.ts'
import { check, convictions } from '../../properties/check.ts'
import { properties } from '../../properties/index.ts'
import type { Note } from './envelope.ts'

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

const bugsOf = ({ id }: Variant) =>
  bugs.filter(
    ({ shownBy }) =>
      (shownBy.kind === 'program' && shownBy.variants.includes(id)) ||
      (shownBy.kind === 'decision' && shownBy.variant === id),
  )

const unique = (cites: readonly Citation[]): Citation[] => [
  ...new Map(cites.map((cite) => [cite.text, cite])).values(),
]

/** `Linux 8246bf52c75a (…)` as `Linux 8246bf52c75a`; what is not verified says so. */
const commitText = ({ text, confidence }: Citation): string =>
  `${text.split(' (')[0]}${confidence === 'recalled' ? ' (recalled)' : ''}`

const LAYERS: readonly Layer[] = ['arch', 'abi', 'policy']

/** Programs of each class that a wrong form is tried on, and the most if none of them convicts it. */
const RUNS = 10
const MOST_RUNS = 800

const layers = new Map<Variant, Layer | null>()

/** The strongest layer of the properties that a variant breaks and its base keeps. */
const layerOf = (variant: Variant): Layer | null => {
  const known = layers.get(variant)
  if (known !== undefined) return known
  const base = (variant.base as Variant | null)?.base ? [variant.base as Variant] : []
  const outcomes = check({
    variants: [...base, variant],
    properties,
    runs: RUNS,
    seed: 1,
    most: MOST_RUNS,
  })
  const broken = convictions(outcomes, variant).map(({ property }) => property.layer)
  const layer = LAYERS.find((each) => broken.includes(each)) ?? null
  layers.set(variant, layer)
  return layer
}

/** What it means to do as a wrong variant does. */
export const noteOf = (variant: Variant): Note => {
  const kind = KINDS[variant.status]
  if (kind === null) throw new Error(`${variant.id} is no wrong form of anything`)
  const cites = unique([
    ...variant.cites,
    ...(kind === 'bug' ? bugsOf(variant).flatMap((bug) => bug.cites) : []),
  ])
  const commits = kind === 'bug' ? cites.filter((cite) => cite.kind === 'commit').map(commitText) : []
  return {
    kind,
    meaning: variant.summary,
    layer: layerOf(variant),
    cites,
    commits: { introduced: INTRODUCED[variant.id] ?? [], fixed: commits },
  }
}

/** Notes by name, in the order of their names. */
export const notesOf = (variants: Iterable<Variant>): { readonly [name: string]: Note } =>
  Object.fromEntries(
    [...new Set(variants)].map((variant) => [noteName(variant), noteOf(variant)] as const).sort(),
  )
