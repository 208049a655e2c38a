/**
 * How fast properties are checked, beside the generation of the same programs with an empty property; and how fast
 * the machine runs.
 */
import fc from 'fast-check'
import { ideal, type Program, runProgram } from '../../model/x86/index.ts'
import { examine, samplePrograms } from '../../properties/check.ts'
import type { ProgramProperty } from '../../properties/property.ts'
import { PROGRAM_CLASSES, type ProgramClass, programs } from '../../properties/x86/generators.ts'
import { properties } from '../../properties/x86/properties.ts'
import { cpuTime, median } from './measure.ts'

const WARM_UP = 2000
const RUNS = 800
const REPETITIONS = 7

/** A property's rate, and what part it is of the rate of generation alone. */
export interface Rate {
  readonly id: string
  readonly perSecond: number
  readonly ratio: number
}

export interface ClassRates {
  readonly programClass: ProgramClass
  /** Programs generated per second, with an empty property. */
  readonly generated: number
  readonly properties: readonly Rate[]
  /** Properties that the ideal machine breaks: they have no rate. */
  readonly broken: readonly string[]
}

const single = properties.filter(
  (property): property is ProgramProperty => property.kind === 'program' && !property.costly,
)

/** The rates of all properties over one run, on one class of programs. */
const ratesOfClass = (programClass: ProgramClass): ClassRates => {
  const arbitrary = programs(programClass)
  const assertAll = (numRuns: number, seed: number, holds: (program: Program) => boolean): number =>
    cpuTime(() => fc.assert(fc.property(arbitrary, holds), { numRuns, seed })) / numRuns

  const candidates = single
    .filter((property) => property.programs === programClass)
    .map((property) => ({
      id: property.id,
      holds: (program: Program) => examine(property, ideal, program, {}).violation === null,
      ratios: [] as number[],
      times: [] as number[],
    }))
  const empty: number[] = []
  const broken = new Set<string>()
  assertAll(WARM_UP, 0, () => true)
  for (let seed = 0; seed <= REPETITIONS; seed++)
    for (const { id, holds, ratios, times } of candidates) {
      if (broken.has(id)) continue
      const generation = assertAll(RUNS, seed, () => true)
      try {
        const whole = assertAll(seed === 0 ? WARM_UP : RUNS, seed, holds)
        if (seed === 0) continue
        empty.push(generation)
        times.push(whole)
        ratios.push(generation / whole)
      } catch {
        broken.add(id)
      }
    }
  return {
    programClass,
    generated: 1e6 / median(empty),
    properties: candidates
      .filter(({ id }) => !broken.has(id))
      .map(({ id, ratios, times }) => ({ id, perSecond: 1e6 / median(times), ratio: median(ratios) }))
      .toSorted((a, b) => a.ratio - b.ratio),
    broken: [...broken],
  }
}

/** The rates of all classes that have properties over one run. */
export const propertyRates = (): ClassRates[] =>
  PROGRAM_CLASSES.filter((name) => single.some((property) => property.programs === name)).map(ratesOfClass)

export interface MachineRates {
  readonly runsPerSecond: number
  readonly instructionsPerSecond: number
}

/** How fast the ideal machine runs programs of all classes that exist already. */
export const machineRates = (): MachineRates => {
  const sample = PROGRAM_CLASSES.flatMap((name) => samplePrograms(name, 1000, 1))
  let instructions = 0
  for (const program of sample)
    for (const event of runProgram(program, ideal).events) if (event.kind === 'instruction') instructions += 1
  const times: number[] = []
  for (let i = 0; i < 2 * REPETITIONS; i++)
    times.push(
      cpuTime(() => {
        for (const program of sample) runProgram(program, ideal)
      }),
    )
  const time = median(times.slice(REPETITIONS))
  return {
    runsPerSecond: (1e6 * sample.length) / time,
    instructionsPerSecond: (1e6 * instructions) / time,
  }
}
