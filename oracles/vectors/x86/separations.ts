/**
 * The shortest programs on which a host sees that two variants are not the same.
 */

import { InputError } from '../../../model/program.ts'
import { ideal, type Program, runProgram, type Variant } from '../../../model/x86/index.ts'
import { samplePrograms } from '../../../properties/check.ts'
import { explore } from '../../../properties/exhaustive.ts'
import { shrink } from '../../../properties/shrink.ts'
import { alphabet } from '../../../properties/x86/alphabet.ts'
import { PROGRAM_CLASSES } from '../../../properties/x86/generators.ts'
import { firstDifference } from '../../../properties/x86/observations.ts'
import type { X86 } from '../../../properties/x86/types.ts'
import { Allowed, type Expected, judge } from '../../differential/judge.ts'
import { x86 } from '../../machines/x86.ts'
import type { Observation } from '../../targets/kvm/observation.ts'
import { isWrongForm } from '../variants.ts'
import { isSupported } from './limits.ts'

/** Two variants that are to be told apart. */
export interface Pair {
  readonly reference: Variant
  readonly other: Variant
}

/** A program on which no run of `other` is one that `reference` allows. */
export interface Separation extends Pair {
  readonly program: Program
  /** No shorter program of the alphabet does; otherwise it is not proved minimal. */
  readonly shortest: boolean
}

const isCapped = ({ ending, events }: Observation): boolean =>
  ending === 'cap' || events.at(-1)?.what === 'interrupted'

/** A vector of it says all that there is to say: nothing is undefined, and nothing goes round in circles. */
const isClear = ({ observation, within }: Expected<X86>): boolean => within === null && !isCapped(observation)

const separates = (program: Program, { reference, other }: Pair): boolean => {
  // Where nobody sees a difference with the usual answers, there is hardly one with others.
  if (firstDifference(runProgram(program, reference), runProgram(program, other)) === null) return false
  if (!isSupported(program, reference) || !isSupported(program, other)) return false
  const allowed = [...new Allowed(x86, program, reference)]
  const seen = [...new Allowed(x86, program, other)]
  return (
    allowed.every(isClear) &&
    (isWrongForm(other) || seen.every(isClear)) &&
    seen.every(({ observation }) => judge(allowed, observation).result === 'different')
  )
}

const isSeparated = (program: Program, pair: Pair): boolean => {
  try {
    return separates(program, pair)
  } catch (error) {
    if (error instanceof InputError) return false
    throw error
  }
}

/** Programs that a simpler setup is looked for among. */
const MOST_SHRINKING = 400

/** Random programs of each class, where no small one is enough. */
const RANDOM_PROGRAMS = 300

const simpler = (program: Program, pair: Pair): Program =>
  shrink(program, (candidate) => isSeparated(candidate, pair), MOST_SHRINKING).program

/** What a host that debugs would do next: detach. It ends what would go round in circles. */
const detached = (program: Program): Program => ({
  ...program,
  script: [...program.script, [{ do: 'set-guest-debug', control: '0x0' }]],
})

/** The programs for some pairs; a pair that nothing tells apart here has none. */
export const separations = (pairs: readonly Pair[], seed: number): Separation[] => {
  const open = new Set(pairs)
  const found: Separation[] = []
  const tryOn = (program: Program, shortest: boolean): void => {
    for (const pair of open) {
      if (!isSeparated(program, pair)) continue
      open.delete(pair)
      found.push({ ...pair, program: simpler(program, pair), shortest })
    }
  }
  explore({ alphabet, instructions: 1, groups: 1 }, (program) => {
    tryOn(program, true)
    const run = runProgram(program, ideal)
    if (run.ending === 'cap' && program.script.length === 1) tryOn(detached(program), false)
    return open.size === 0 ? null : [run]
  })
  for (const programClass of PROGRAM_CLASSES) {
    if (open.size === 0) break
    for (const program of samplePrograms(programClass, RANDOM_PROGRAMS, seed)) tryOn(program, false)
  }
  return found
}
