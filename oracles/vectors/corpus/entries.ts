/**
 * What the corpus has to say about a program: its runs under the ideal machine, and for each kind of /dev/kvm whether
 * it is skipped there, or what is known to be otherwise.
 */

import { GUESTDBG } from '../../../model/kvm/guest-debug.ts'
import { InputError } from '../../../model/program.ts'
import { type Program, parseHex, type Variant } from '../../../model/x86/index.ts'
import { ideal } from '../../../model/x86/variants/ideal.ts'
import type { X86 } from '../../../properties/x86/types.ts'
import { Allowed, type Expected } from '../../differential/judge.ts'
import { x86 } from '../../machines/x86.ts'
import { programLines } from '../../reports/program-text.ts'
import { type Mask, masked } from '../../targets/kvm/masks.ts'
import { forcedEmulation, unsupportedOn } from '../../targets/x86/unsupported.ts'
import { NotStored, runText, startState, stateText, type Words, wordsOf } from './encode.ts'
import { type Kind, kinds } from './kinds.ts'
import { type Known, knownDeviation } from './known.ts'

/** A program of the corpus, by a name that keeps its meaning. */
export interface Candidate {
  /** Letters, digits, dots and dashes. */
  readonly name: string
  /** Why it is in the corpus, in a phrase. */
  readonly why: string
  readonly program: Program
}

/** What one kind of /dev/kvm has to say about a program. */
export type Special =
  | { readonly skip: string }
  | {
      readonly known: Known
      /** The runs in which it shows. */
      readonly runs: readonly string[]
    }

export interface Entry extends Candidate {
  /** The program for readers: setup, code, what the host does. */
  readonly text: readonly string[]
  readonly words: Words
  /** The state that its runs are told against. */
  readonly start: string
  /** The runs that are allowed. */
  readonly runs: readonly string[]
  /** The vendor whose CPU is meant, if that makes a difference. */
  readonly vendor: 'intel' | 'amd' | null
  /** It needs KVM's forced-emulation prefix. */
  readonly needsPrefix: boolean
  readonly needsBlockIrq: boolean
  /** By the index of the kind; nothing where the program is simply judged. */
  readonly specials: ReadonlyMap<number, Special>
}

/** Columns of a program’s text. */
const TEXT_WIDTH = 90

/** More alternatives than these are a sign that the program says little. */
const MOST_RUNS = 16

/** A program that the corpus does not take, and why. */
export class NotTaken extends Error {}

/** Runs that are the same from end to end, told apart by what can be observed. */
const allRuns = (program: Program, variant: Variant): readonly Expected<X86>[] => {
  const all = [...new Allowed(x86, program, variant)]
  if (all.some(({ within }) => within !== null)) throw new NotTaken('what the manual leaves undefined')
  if (all.some(({ observation: { events } }) => events.at(-1)?.what === 'interrupted'))
    throw new NotTaken(`the guest does not end on ${variant.id}`)
  return all
}

const texts = (
  program: Program,
  runs: readonly Expected<X86>[],
  masks: readonly Mask<X86>[] = [],
): string[] => {
  const start = startState(program)
  return runs.map(({ observation }) => runText(masked(observation, masks, program), start))
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)]

const specialOf = (
  { program }: Candidate,
  allowed: readonly Expected<X86>[],
  { description }: Kind,
): Special | null => {
  const { variant, limits, masks } = description
  if (variant === ideal) return null
  const skip = unsupportedOn(program, variant, limits)
  if (skip !== null) return { skip }
  const right = new Set(texts(program, allowed, masks))
  const all = allRuns(program, variant)
  const wrong = all.filter((_, i) => !right.has(texts(program, all, masks)[i]!))
  if (wrong.length === 0) return null
  return {
    known: knownDeviation(program, wrong[0]!.observation, variant, masks),
    runs: distinct(texts(program, wrong)),
  }
}

const usesBlockIrq = ({ script }: Program): boolean =>
  script
    .flat()
    .some(
      (action) =>
        action.do === 'set-guest-debug' && (Number(parseHex(action.control)) & GUESTDBG.BLOCKIRQ) !== 0,
    )

/** The vendor that a program is about: with the other one something else would be allowed. */
const vendorOf = (program: Program, runs: readonly string[]): 'intel' | 'amd' | null => {
  const { vendor = 'intel' } = program.setup
  const other: Program = {
    ...program,
    setup: { ...program.setup, vendor: vendor === 'intel' ? 'amd' : 'intel' },
  }
  const same = distinct(texts(other, [...new Allowed(x86, other, ideal)]))
  return same.length === runs.length && same.every((run) => runs.includes(run)) ? null : vendor
}

/**
 * The entry of a program.
 *
 * @throws NotTaken with the reason, if the corpus cannot judge it.
 */
export const entryOf = (candidate: Candidate): Entry => {
  const { program } = candidate
  try {
    const { rtm = false, busLockDetect = false } = program.setup
    if (rtm || busLockDetect) throw new NotTaken('CPU features that a VMM cannot give')
    const needsPrefix = unsupportedOn(program, ideal, [forcedEmulation]) === forcedEmulation.reason
    const unsupported = unsupportedOn(program, ideal, [])
    if (unsupported !== null) throw new NotTaken(unsupported)
    const allowed = allRuns(program, ideal)
    const runs = distinct(texts(program, allowed))
    if (runs.length > MOST_RUNS) throw new NotTaken('too many allowed runs')
    const specials = kinds.map((kind) => specialOf(candidate, allowed, kind))
    return {
      ...candidate,
      text: programLines(program, TEXT_WIDTH).filter((line) => line !== ''),
      words: wordsOf(program),
      start: stateText(startState(program)),
      runs,
      vendor: vendorOf(program, runs),
      needsPrefix,
      needsBlockIrq: usesBlockIrq(program),
      specials: new Map(specials.flatMap((special, i) => (special === null ? [] : [[i, special] as const]))),
    }
  } catch (error) {
    if (error instanceof NotStored || error instanceof InputError) throw new NotTaken(error.message)
    throw error
  }
}

export interface Corpus {
  readonly entries: readonly Entry[]
  /** How many programs were not taken, by the reason. */
  readonly refused: ReadonlyMap<string, number>
}

/** The entries of all programs that the corpus takes. */
export const corpusEntries = (candidates: Iterable<Candidate>): Corpus => {
  const entries: Entry[] = []
  const refused = new Map<string, number>()
  for (const candidate of candidates) {
    try {
      entries.push(entryOf(candidate))
    } catch (error) {
      if (!(error instanceof NotTaken)) throw error
      refused.set(error.message, (refused.get(error.message) ?? 0) + 1)
    }
  }
  return { entries, refused }
}
