/**
 * How fast properties are checked, beside the generation of the same programs with an empty property; and how fast
 * the machine runs.
 */
import fc from 'fast-check'
import { Checker } from '../../properties/check.ts'
import type { MachineOf, MachineTypes } from '../../properties/machine.ts'
import type { ProgramProperty } from '../../properties/property.ts'
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
  readonly programClass: string
  /** Programs generated per second, with an empty property. */
  readonly generated: number
  readonly properties: readonly Rate[]
  /** Properties that the ideal machine breaks: they have no rate. */
  readonly broken: readonly string[]
}

const singleOf = <T extends MachineTypes>({ properties }: MachineOf<T>): ProgramProperty<T>[] =>
  properties.filter(
    (property): property is ProgramProperty<T> => property.kind === 'program' && !property.costly,
  )

/** The rates of all properties over one run, on one class of programs. */
const ratesOfClass = <T extends MachineTypes>(
  machine: MachineOf<T>,
  programClass: T['ProgramClass'],
): ClassRates => {
  const ideal = machine.variants[0]!
  const { examine } = new Checker(machine)
  const arbitrary = machine.programs(programClass)
  const assertAll = (numRuns: number, seed: number, holds: (program: T['Program']) => boolean): number =>
    cpuTime(() => fc.assert(fc.property(arbitrary, holds), { numRuns, seed })) / numRuns

  const candidates = singleOf(machine)
    .filter((property) => property.programs === programClass)
    .map((property) => ({
      id: property.id,
      holds: (program: T['Program']) => examine(property, ideal, program, {}).violation === null,
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
export const propertyRates = <T extends MachineTypes>(machine: MachineOf<T>): ClassRates[] => {
  const single = singleOf(machine)
  return machine.programClasses
    .filter((name) => single.some((property) => property.programs === name))
    .map((name) => ratesOfClass(machine, name))
}

/** The median, over so many seeds, of the random programs until a variant is seen to break a property. */
export const programsUntilFound = <T extends MachineTypes>(
  machine: MachineOf<T>,
  variantId: string,
  propertyId: string,
  seeds: number,
): number => {
  const { examine, samplePrograms } = new Checker(machine)
  const variant = machine.variants.find(({ id }) => id === variantId)!
  const property = singleOf(machine).find(({ id }) => id === propertyId)!
  const MOST = 1000
  const counts = Array.from({ length: seeds }, (_, seed) => {
    const sample = samplePrograms(property.programs, MOST, seed + 1)
    const at = sample.findIndex((program) => examine(property, variant, program, {}).violation !== null)
    return at < 0 ? Number.POSITIVE_INFINITY : at + 1
  })
  return median(counts)
}

export interface MachineRates {
  readonly runsPerSecond: number
  readonly instructionsPerSecond: number
}

/** How fast the ideal machine runs programs of all classes that exist already. */
export const machineRates = <T extends MachineTypes>(machine: MachineOf<T>): MachineRates => {
  const { runProgram, variants, programClasses } = machine
  const ideal = variants[0]!
  const { samplePrograms } = new Checker(machine)
  const sample = programClasses.flatMap((name) => samplePrograms(name, 1000, 1))
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
