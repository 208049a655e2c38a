/**
 * Makes a failing program as small as it gets: passes that drop, simplify and merge, repeated until none helps.
 * The test may be anything that says whether a program still fails, a real machine included.
 */
import { InputError } from '../model/program.ts'
import type { MachineOf, MachineTypes } from './machine.ts'
import { x86 } from './x86/machine.ts'
import type { X86 } from './x86/types.ts'

type AnyProgram = MachineTypes['Program']

/** The size of a program: what a reader has to take in. Smaller is better; ties go to the simpler text. */
export const programSize = (program: AnyProgram): number => {
  const groups = program.script.filter((group) => group.length > 0).length
  const actions = program.script.flat().length
  return (
    1000 * (program.code.length + actions) +
    100 * Object.keys(program.setup).length +
    20 * (groups + program.script.length) +
    textOf(program).length
  )
}

const textOf = ({ setup, code, script }: AnyProgram): string => JSON.stringify([setup, code, script])

/** What shrinking needs to know of a machine. */
export type Shrinker<T extends MachineTypes> = Pick<MachineOf<T>, 'layOut' | 'shrinking'>

/** Whether a program is one at all: what was dropped or simplified may leave something that no machine has. */
const canBeLaidOut = <T extends MachineTypes>({ layOut }: Shrinker<T>, program: T['Program']): boolean => {
  try {
    layOut(program)
    return true
  } catch (error) {
    if (error instanceof InputError) return false
    throw error
  }
}

/** Empty groups at the end mean nothing. */
const trimmed = <P extends AnyProgram>(program: P): P => {
  const last = program.script.findLastIndex((group) => group.length > 0)
  return last + 1 === program.script.length
    ? program
    : { ...program, script: program.script.slice(0, last + 1) }
}

export interface Shrunk<P = X86['Program']> {
  readonly program: P
  /** How often the test was asked. */
  readonly attempts: number
}

/**
 * The search itself, for whoever can say whether a program fails: it yields the programs that it wants to know about,
 * is told of each whether it fails, and returns the smallest that does. No program is asked about twice.
 *
 * @param most the most often that it asks. It does not ask about programs that cannot be laid out.
 */
export function* shrinkingOf<T extends MachineTypes>(
  machine: Shrinker<T>,
  program: T['Program'],
  most = 20_000,
): Generator<T['Program'], Shrunk<T['Program']>, boolean> {
  let best = trimmed(program)
  let attempts = 0
  const seen = new Set<string>()
  function* improve(candidates: Iterable<T['Program']>): Generator<T['Program'], boolean, boolean> {
    for (const candidate of candidates) {
      const smaller = trimmed(candidate)
      const key = textOf(smaller)
      const growth = programSize(smaller) - programSize(best)
      if (growth > 0 || (growth === 0 && key >= textOf(best)) || seen.has(key)) continue
      seen.add(key)
      if (!canBeLaidOut(machine, smaller)) continue
      if (attempts >= most) return false
      attempts += 1
      if (!(yield smaller)) continue
      best = smaller
      return true
    }
    return false
  }
  const { dropped, simplified } = machine.shrinking
  while ((yield* improve(dropped(best))) || (yield* improve(simplified(best))));
  return { program: best, attempts }
}

/**
 * The smallest program found that still fails.
 *
 * @param fails says whether a program fails; a program that cannot be laid out does not.
 * @param most the most often that `fails` is asked.
 */
export const shrinkOf = <T extends MachineTypes>(
  machine: Shrinker<T>,
  program: T['Program'],
  fails: (program: T['Program']) => boolean,
  most?: number,
): Shrunk<T['Program']> => {
  const search = shrinkingOf(machine, program, most)
  let step = search.next()
  while (!step.done) step = search.next(fails(step.value))
  return step.value
}

/** Those of the x86 machine. */
export const shrinking = (
  program: X86['Program'],
  most?: number,
): Generator<X86['Program'], Shrunk, boolean> => shrinkingOf(x86, program, most)
export const shrink = (
  program: X86['Program'],
  fails: (program: X86['Program']) => boolean,
  most?: number,
): Shrunk => shrinkOf(x86, program, fails, most)
