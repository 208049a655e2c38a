/**
 * All machines, with the programs that they are tried on; and what tries properties whatever machine they are of.
 */
import { arm64 } from './arm64/machine.ts'
import { armv7 } from './armv7/machine.ts'
import { Checker, type CheckOptions, type Counterexample, type Outcome } from './check.ts'
import type { MachineOf, MachineTypes } from './machine.ts'
import { vmm } from './vmm/machine.ts'
import { x86 } from './x86/machine.ts'

const machines = [x86, arm64, armv7, vmm] as readonly unknown[] as readonly MachineOf<MachineTypes>[]
const checkers = machines.map((machine) => ({ name: machine.name, checker: new Checker(machine) }))

const isOf =
  (machine: string) =>
  ({ id }: { readonly id: string }): boolean =>
    id.startsWith(`${machine}/`)

/**
 * Tries the properties of every machine on those of the variants that are of that machine. Order of the outcomes: machines,
 * variants, properties.
 */
export const check = <T extends MachineTypes>(options: CheckOptions<T>): Outcome<T>[] =>
  checkers.flatMap(({ name, checker }) => {
    const { variants, properties, ...rest } = options as unknown as CheckOptions<MachineTypes>
    const outcomes = checker.check({
      ...rest,
      variants: variants.filter(isOf(name)),
      properties: properties.filter(isOf(name)),
    })
    return outcomes as unknown as Outcome<T>[]
  })

/** The same counterexample with the smallest program that fails. */
export const minimise = <T extends MachineTypes>(found: Counterexample<T>): Counterexample<T> => {
  const { checker } = checkers.find(({ name }) => isOf(name)(found.variant))!
  const smallest = checker.minimise(found as unknown as Counterexample<MachineTypes>)
  return smallest as unknown as Counterexample<T>
}
