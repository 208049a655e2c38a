/**
 * The shortest programs on which a host sees that two variants are not the same.
 */
import { InputError } from '../../../model/program.ts'
import { Checker } from '../../../properties/check.ts'
import { exploreOf } from '../../../properties/exhaustive.ts'
import type { MachineTypes } from '../../../properties/machine.ts'
import { shrinkOf } from '../../../properties/shrink.ts'
import { Allowed, type Expected, judge } from '../../differential/judge.ts'
import type { Observation } from '../../targets/kvm/observation.ts'
import { isWrongForm } from '../variants.ts'
import { isSupported } from './limits.ts'
import type { ProgramsOf } from './machine.ts'

type Program = MachineTypes['Program']
type Variant = MachineTypes['Variant']

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
const isClear = ({ observation, within }: Expected): boolean => within === null && !isCapped(observation)

const separates = (of: ProgramsOf, program: Program, { reference, other }: Pair): boolean => {
  const { machine, tried } = of
  const { runProgram } = machine
  // Where nobody sees a difference with the usual answers, there is hardly one with others.
  if (tried.firstDifference(runProgram(program, reference), runProgram(program, other)) === null) return false
  if (!isSupported(of, program, reference) || !isSupported(of, program, other)) return false
  const allowed = [...new Allowed(machine, program, reference)]
  const seen = [...new Allowed(machine, program, other)]
  return (
    allowed.every(isClear) &&
    (isWrongForm(other) || seen.every(isClear)) &&
    seen.every(({ observation }) => judge(allowed, observation).result === 'different')
  )
}

const isSeparated = (of: ProgramsOf, program: Program, pair: Pair): boolean => {
  try {
    return separates(of, program, pair)
  } catch (error) {
    if (error instanceof InputError) return false
    throw error
  }
}

/** Programs that a simpler setup is looked for among. */
const MOST_SHRINKING = 400

/** Random programs of each class, where no small one is enough. */
const RANDOM_PROGRAMS = 300

const simpler = (of: ProgramsOf, program: Program, pair: Pair): Program =>
  shrinkOf(of.tried, program, (candidate) => isSeparated(of, candidate, pair), MOST_SHRINKING).program

/** What a host that debugs would do next: detach. It ends what would go round in circles. */
const detached = ({ detach }: ProgramsOf, program: Program): Program => ({
  ...program,
  script: [...program.script, detach],
})

/** The programs for some pairs; a pair that nothing tells apart here has none. */
export const separations = (of: ProgramsOf, pairs: readonly Pair[], seed: number): Separation[] => {
  const { machine, tried } = of
  const ideal = machine.variants[0]!
  const { samplePrograms } = new Checker(tried)
  const open = new Set(pairs)
  const found: Separation[] = []
  const tryOn = (program: Program, shortest: boolean): void => {
    for (const pair of open) {
      if (!isSeparated(of, program, pair)) continue
      open.delete(pair)
      found.push({ ...pair, program: simpler(of, program, pair), shortest })
    }
  }
  exploreOf(tried, { alphabet: tried.alphabet, instructions: 1, groups: 1 }, (program) => {
    tryOn(program, true)
    const run = machine.runProgram(program, ideal)
    if (run.ending === 'cap' && program.script.length === 1) tryOn(detached(of, program), false)
    return open.size === 0 ? null : [run]
  })
  for (const programClass of tried.programClasses) {
    if (open.size === 0) break
    for (const program of samplePrograms(programClass, RANDOM_PROGRAMS, seed)) tryOn(program, false)
  }
  return found
}
