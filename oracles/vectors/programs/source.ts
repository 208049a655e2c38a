/**
 * Vectors of programs.
 */
import type { MachineTypes } from '../../../properties/machine.ts'
import { judge } from '../../differential/judge.ts'
import { ProgramStream } from '../../differential/stream.ts'
import { idOf } from '../../ids.ts'
import { canonicalJson, sealed } from '../canonical.ts'
import { textSlug } from '../decisions/random.ts'
import type { SourceOptions } from '../decisions/source.ts'
import {
  type AllowedRun,
  type Expectation,
  type Header,
  type ProgramVector,
  VECTORS_FORMAT,
  VECTORS_VERSION,
  type VectorSource,
} from '../envelope.ts'
import { noteName, notesOf } from '../notes.ts'
import { variantTexts } from '../variants.ts'
import { type ProgramsOf, programsId } from './machine.ts'
import { expectedObservations, type ProgramText, programText, reasonsOf, runsOf } from './program-vector.ts'
import { type Separation, separations } from './separations.ts'
import { spread } from './spread.ts'

type Program = MachineTypes['Program']
type Variant = MachineTypes['Variant']

const GROUPS = {
  variants:
    'For each two of the variants of this file the shortest program on which a host sees a difference.',
  bugs: 'For each bug of the past that a program shows, the shortest program that shows it.',
  spread: null,
  random: 'Random programs.',
} as const
type GroupName = keyof typeof GROUPS

/** A random program that allows more runs than this is not written down. */
const MOST_RUNS = 16

interface Chosen {
  readonly id: string
  readonly group: GroupName
  readonly why: string
  readonly notes: readonly Variant[]
  readonly program: Program
}

const pairsOf = (variants: readonly Variant[]) =>
  variants.flatMap((reference, i) => variants.slice(i + 1).map((other) => ({ reference, other })))

const lengthText = (shortest: boolean): string =>
  shortest ? 'shortest program' : 'shortest program found (not proved minimal)'

const bugOf = ({ other, program, shortest }: Separation): Chosen => ({
  id: noteName(other),
  group: 'bugs',
  why: `The ${lengthText(shortest)} that shows the bug ${noteName(other)}: ${other.summary}.`,
  notes: [other],
  program,
})

/** The pairs that one program tells apart make one vector. */
const separatingOf = (found: readonly Separation[]): Chosen[] => {
  const byProgram = new Map<string, Separation[]>()
  for (const separation of found) {
    const key = canonicalJson(separation.program)
    byProgram.set(key, [...(byProgram.get(key) ?? []), separation])
  }
  return [...byProgram.values()].map((pairs): Chosen => {
    const [{ reference, other, program }] = pairs as [Separation, ...Separation[]]
    const texts = pairs.map((pair) => `${pair.reference.id} from ${pair.other.id}`)
    return {
      id: `${noteName(reference)}-or-${noteName(other)}`,
      group: 'variants',
      why: `The ${lengthText(pairs.every(({ shortest }) => shortest))} that tells ${texts.join(', ')}.`,
      notes: [],
      program,
    }
  })
}

class ProgramSource {
  readonly name: string
  readonly header: Header
  readonly variants: readonly Variant[]
  readonly #of: ProgramsOf
  readonly #options: SourceOptions
  readonly #chosen: readonly Chosen[]

  constructor(of: ProgramsOf, options: SourceOptions) {
    const { machine } = of
    const ideal = machine.variants[0]!
    const subject = programsId(of)
    const { variants, wrong, seed, generatorVersion } = options
    const shown = new Set(
      machine.bugs.flatMap(({ shownBy }) => (shownBy.kind === 'program' ? shownBy.variants : [])),
    )
    const past = wrong.filter(({ id, status }) => status === 'historical' || shown.has(id))
    const found = separations(
      of,
      [...pairsOf(variants), ...past.map((other) => ({ reference: ideal, other }))],
      seed,
    )
    const [ofBugs, ofVariants] = [true, false].map((isBug) =>
      found.filter(({ other }) => past.includes(other) === isBug),
    ) as [Separation[], Separation[]]
    const separating = [...separatingOf(ofVariants), ...ofBugs.map(bugOf)]
    const order = Object.keys(GROUPS)
    const others = spread(
      of,
      separating.map(({ program }) => program),
      seed,
    ).map(({ id, why, program }): Chosen => ({ id, group: 'spread', why, notes: [], program }))
    this.name = subject.replaceAll('/', '-')
    this.#of = of
    this.#options = options
    this.variants = variants
    this.#chosen = [...separating, ...others].toSorted(
      (a, b) => order.indexOf(a.group) - order.indexOf(b.group),
    )
    this.header = {
      format: VECTORS_FORMAT,
      version: VECTORS_VERSION,
      kind: 'program',
      machine: machine.name,
      subject,
      title: of.wording.title,
      about: of.wording.about,
      generator: { name: 'guest-debug-oracle', version: generatorVersion, seed },
      variants: variantTexts(variants),
      requires: { capabilities: of.capabilities },
      choices: Object.fromEntries(
        Object.entries(machine.choices).map(([name, { question, layer }]) => [
          idOf(machine.name, name),
          { question, layer },
        ]),
      ),
      reasons: reasonsOf(of),
      groups: Object.entries(GROUPS).map(([name, meaning]) => ({
        name,
        meaning: meaning ?? of.wording.spread,
      })),
      notes: notesOf([
        ...ofBugs.map(({ other }) => other),
        ...variants.filter(({ status }) => status !== 'ideal'),
      ]),
      contract: { about: of.contract, images: machine.protocol.imageLines() },
    }
  }

  *tests(): Generator<ProgramVector> {
    const { count = this.#chosen.length, seed } = this.#options
    for (const chosen of this.#chosen.slice(0, count)) yield this.#vector(chosen, Number.POSITIVE_INFINITY)!
    const programs = new Set(this.#chosen.map(({ program }) => textSlug(canonicalJson(program))))
    let made = this.#chosen.length
    const { tried, classes } = this.#of
    const stream = new ProgramStream(tried, classes, seed)
    for (let n = 0; made < count; n++) {
      const program = stream.at(n)
      const slug = textSlug(canonicalJson(program))
      if (programs.has(slug)) continue
      programs.add(slug)
      const vector = this.#vector(
        { id: `random-${slug}`, group: 'random', why: 'A random program.', notes: [], program },
        MOST_RUNS,
      )
      if (!vector) continue
      made += 1
      yield vector
    }
  }

  #vector({ id, group, why, notes: wrong, program }: Chosen, most: number): ProgramVector | null {
    const [reference, ...others] = this.#options.variants as [Variant, ...Variant[]]
    const text = programText(this.#of, program, reference)
    const expected = runsOf(this.#of, text, reference, most)
    if (!expected) return null
    const own = canonicalJson(expected)
    const expect: { [variant: string]: Expectation<AllowedRun> } = { [reference.id]: expected }
    const notes = new Set(wrong.map(noteName))
    for (const variant of others) {
      const other = runsOf(this.#of, text, variant)!
      if (canonicalJson(other) === own) continue
      expect[variant.id] = other
      if (contradicts(this.#of, text, expected, other)) notes.add(noteName(variant))
    }
    return sealed<ProgramVector>({ id, group, why, notes: [...notes].sort(), ...text, expect })
  }
}

/** Whether no run that one allows is allowed by the other. */
const contradicts = (
  of: ProgramsOf,
  { start }: ProgramText,
  reference: Expectation<AllowedRun>,
  other: Expectation<AllowedRun>,
): boolean => {
  const allowed = expectedObservations(of, reference, start)
  // Of a run that is cut short nothing is known that could contradict.
  if (other.allowed.some(({ ending }) => ending === undefined)) return false
  return expectedObservations(of, other, start).every(
    ({ observation }) => judge(allowed, observation).result === 'different',
  )
}

/** The vectors of programs. */
export const programSource = (of: ProgramsOf, options: SourceOptions): VectorSource<ProgramVector> => {
  const source = new ProgramSource(of, options)
  const { name, header, variants } = source
  return { name, header, variants, tests: () => source.tests() }
}
