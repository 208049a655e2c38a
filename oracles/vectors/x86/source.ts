/**
 * Vectors of programs of the x86 machine.
 */

import { CHOICE_NAMES, choices } from '../../../model/x86/choices.ts'
import { ideal, type Program, type Variant } from '../../../model/x86/index.ts'
import { PROGRAM_CLASSES } from '../../../properties/x86/generators.ts'
import { x86 as tried } from '../../../properties/x86/machine.ts'
import { judge } from '../../differential/judge.ts'
import { ProgramStream } from '../../differential/stream.ts'
import { idOf } from '../../ids.ts'
import { x86 } from '../../machines/x86.ts'
import { imageLines } from '../../targets/x86/lower.ts'
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
import { expectedObservations, type ProgramText, programText, REASONS, runsOf } from './program-vector.ts'
import { type Separation, separations } from './separations.ts'
import { spread } from './spread.ts'

/** Id of the programs among the oracles. */
export const PROGRAMS = 'x86/programs'

const GROUPS = {
  variants:
    'For each two of the variants of this file the shortest program on which a host sees a difference.',
  bugs: 'For each bug of the past that a program shows, the shortest program that shows it.',
  spread:
    'Every instruction under the host’s step, the guest’s step and a breakpoint of each, and the simplest program for everything else that a run can show.',
  random: 'Random programs.',
} as const
type GroupName = keyof typeof GROUPS

/** A random program that allows more runs than this is not written down. */
const MOST_RUNS = 16

const ABOUT = [
  'Each test is a guest program with what the host does before each KVM_RUN (script), and the runs that are allowed (expect): what the VMM sees is right if it is one of them, event by event.',
  'A VMM needs contract, start, code and script, or the one line for this project’s runner; program is the same as data for gdo run and gdo diff.',
  'expect has the variants by id: the first variant of this file always, the others only where they allow something else than the first.',
  'allowed lists the runs that are allowed; where there are several, choices says which freedom of the manual or of the interface each comes from.',
  'An event of a run is an action of the host (what the ioctl returned) or an exit: why KVM_RUN returned, and the state that the VMM then reads. What is not in state is as in start.',
  'log is what the guest’s own exception handlers have written; guest is the same, decoded. ending says how the program ends; then says why nothing more is compared.',
  'notes name what it means if the test fails: each note of this file is a known bug, or a kernel that does something else here.',
]

const contractAbout = [
  'One vCPU with RAM from address 0 to 0xcfff and nothing else; no interrupt controller in the kernel; everything above RAM is MMIO.',
  '0x1000 code, 0x2000 data (zero), 0x4f00 initial stack pointer, 0x6000 exception handlers of 64 bytes each, 0x7000 the log of the handlers, 0x8000 to 0xcfff tables of long mode. In real mode vector v points to handler v.',
  'A read of an I/O port or of MMIO is answered with 0x5a in every byte.',
  'Handlers log what they found and return, those of faults log and halt. A log record in real mode has 16 bytes: IP (2 bytes), FLAGS (2), vector (1), unused (3), DR6 (4, #DB only), unused (4). In long mode it has 32: RIP (8), RFLAGS (8), vector (1), unused (3), DR6 (4, #DB only), error code (8).',
  'The program ends when RIP at an exit is behind the HLT that follows the code, or behind the HLT of a handler.',
]

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
  readonly name = PROGRAMS.replaceAll('/', '-')
  readonly header: Header
  readonly variants: readonly Variant[]
  readonly #options: SourceOptions
  readonly #chosen: readonly Chosen[]

  constructor(options: SourceOptions) {
    const { variants, wrong, seed, generatorVersion } = options
    const historical = wrong.filter(({ status }) => status === 'historical')
    const found = separations(
      [...pairsOf(variants), ...historical.map((other) => ({ reference: ideal, other }))],
      seed,
    )
    const [ofBugs, ofVariants] = [true, false].map((isBug) =>
      found.filter(({ other }) => (other.status === 'historical') === isBug),
    ) as [Separation[], Separation[]]
    const separating = [...separatingOf(ofVariants), ...ofBugs.map(bugOf)]
    const order = Object.keys(GROUPS)
    const others = spread(
      separating.map(({ program }) => program),
      seed,
    ).map(({ id, why, program }): Chosen => ({ id, group: 'spread', why, notes: [], program }))
    this.#options = options
    this.variants = variants
    this.#chosen = [...separating, ...others].toSorted(
      (a, b) => order.indexOf(a.group) - order.indexOf(b.group),
    )
    this.header = {
      format: VECTORS_FORMAT,
      version: VECTORS_VERSION,
      kind: 'program',
      machine: 'x86',
      subject: PROGRAMS,
      title: 'Guest programs under one or two debuggers: what the VMM and the guest see.',
      about: ABOUT,
      generator: { name: 'guest-debug-oracle', version: generatorVersion, seed },
      variants: variantTexts(variants),
      requires: {
        capabilities: [
          'KVM_CAP_SET_GUEST_DEBUG',
          'KVM_CAP_EXCEPTION_PAYLOAD',
          'KVM_CAP_IMMEDIATE_EXIT',
          'KVM_CAP_DEBUGREGS',
        ],
      },
      choices: Object.fromEntries(
        CHOICE_NAMES.map((name) => {
          const { question, layer } = choices[name]
          return [idOf(x86.name, name), { question, layer }]
        }),
      ),
      reasons: REASONS,
      groups: Object.entries(GROUPS).map(([name, meaning]) => ({ name, meaning })),
      notes: notesOf([
        ...ofBugs.map(({ other }) => other),
        ...variants.filter(({ status }) => status !== 'ideal'),
      ]),
      contract: { about: contractAbout, images: imageLines() },
    }
  }

  *tests(): Generator<ProgramVector> {
    const { count = this.#chosen.length, seed } = this.#options
    for (const chosen of this.#chosen.slice(0, count)) yield this.#vector(chosen, Number.POSITIVE_INFINITY)!
    const programs = new Set(this.#chosen.map(({ program }) => textSlug(canonicalJson(program))))
    let made = this.#chosen.length
    const classes = PROGRAM_CLASSES.filter((name) => name !== 'forced-emulation')
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
    const text = programText(program, reference)
    const expected = runsOf(text, reference, most)
    if (!expected) return null
    const own = canonicalJson(expected)
    const expect: { [variant: string]: Expectation<AllowedRun> } = { [reference.id]: expected }
    const notes = new Set(wrong.map(noteName))
    for (const variant of others) {
      const other = runsOf(text, variant)!
      if (canonicalJson(other) === own) continue
      expect[variant.id] = other
      if (contradicts(text, expected, other)) notes.add(noteName(variant))
    }
    return sealed<ProgramVector>({ id, group, why, notes: [...notes].sort(), ...text, expect })
  }
}

/** Whether no run that one allows is allowed by the other. */
const contradicts = (
  { start }: ProgramText,
  reference: Expectation<AllowedRun>,
  other: Expectation<AllowedRun>,
): boolean => {
  const allowed = expectedObservations(reference, start)
  // Of a run that is cut short nothing is known that could contradict.
  if (other.allowed.some(({ ending }) => ending === undefined)) return false
  return expectedObservations(other, start).every(
    ({ observation }) => judge(allowed, observation).result === 'different',
  )
}

/** The vectors of programs. */
export const programSource = (options: SourceOptions): VectorSource<ProgramVector> => {
  const source = new ProgramSource(options)
  const { name, header, variants } = source
  return { name, header, variants, tests: () => source.tests() }
}
