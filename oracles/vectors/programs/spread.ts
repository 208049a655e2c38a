/**
 * Programs that have nothing to prove: every instruction under each debugger, and the simplest random program for
 * everything else that a run can show.
 */
import { InputError } from '../../../model/program.ts'
import { Checker } from '../../../properties/check.ts'
import type { MachineTypes } from '../../../properties/machine.ts'
import { shrinkOf } from '../../../properties/shrink.ts'
import { idOf } from '../../ids.ts'
import { isSupported } from './limits.ts'
import type { ProgramsOf, SpreadProgram } from './machine.ts'

type Program = MachineTypes['Program']
type Run = MachineTypes['Run']

/** What a run shows, each as a slug and in words. */
const featuresOf = ({ machine: { name }, features }: ProgramsOf, run: Run): Map<string, string> => {
  const found = new Map<string, string>()
  for (const event of run.events) for (const { slug, text } of features(event)) found.set(slug, text)
  for (const choice of run.consulted.keys()) {
    const id = idOf(name, choice)
    found.set(`meets-${id.slice(name.length + 1)}`, `the choice ${id}`)
  }
  found.set(`ends-${run.ending}`, `the ending ${run.ending}`)
  return found
}

const RANDOM_PROGRAMS = 150
const MOST_SHRINKING = 300

/** Endings that say all there is to say. */
const isClear = ({ machine }: ProgramsOf, run: Run): boolean =>
  run.ending !== 'cap' && !run.consulted.has(machine.protocol.undefinedChoice)

/** The run of the ideal machine; `null` if there is nothing to say of it. */
const runOf = (of: ProgramsOf, program: Program): Run | null => {
  const { variants, runProgram } = of.machine
  const ideal = variants[0]!
  try {
    return isSupported(of, program, ideal) ? runProgram(program, ideal) : null
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}

/** For each feature that nothing else shows, the simplest program that does. */
const covering = (of: ProgramsOf, known: readonly Program[], seed: number): SpreadProgram[] => {
  const { machine, tried, classes } = of
  const ideal = machine.variants[0]!
  const { samplePrograms } = new Checker(tried)
  const show = (program: Program) => featuresOf(of, machine.runProgram(program, ideal))
  const shown = new Set<string>()
  for (const program of known) for (const slug of show(program).keys()) shown.add(slug)
  const found: SpreadProgram[] = []
  for (const programClass of classes) {
    for (const program of samplePrograms(programClass, RANDOM_PROGRAMS, seed)) {
      const run = runOf(of, program)
      if (!run || !isClear(of, run)) continue
      for (const [slug, text] of featuresOf(of, run)) {
        if (shown.has(slug)) continue
        const shows = (candidate: Program): boolean => {
          const smaller = runOf(of, candidate)
          return smaller !== null && isClear(of, smaller) && featuresOf(of, smaller).has(slug)
        }
        const smallest = shrinkOf(tried, program, shows, MOST_SHRINKING).program
        for (const also of show(smallest).keys()) shown.add(also)
        found.push({ id: slug, why: `The simplest program found that shows ${text}.`, program: smallest })
      }
    }
  }
  return found
}

/** The spread, behind programs that are there for reasons of their own. */
export const spread = (of: ProgramsOf, known: readonly Program[], seed: number): SpreadProgram[] => {
  const all = of.systematic().filter(({ program }) => {
    const run = runOf(of, program)
    return run !== null && isClear(of, run)
  })
  return [...all, ...covering(of, [...known, ...all.map(({ program }) => program)], seed)]
}
