/**
 * Programs of a machine that is built on another one, as the programs beneath that their runs make: what a target gets that
 * knows the machine beneath only.
 */
import type { MachineTypes } from '../../properties/machine.ts'
import type { LayerOf } from '../machines/machine.ts'
import type { Programs } from './stream.ts'

type Program = MachineTypes['Program']
type Variant = MachineTypes['Variant']

export class LoweredPrograms implements Programs {
  readonly #programs: Programs
  readonly #layer: LayerOf<MachineTypes>
  readonly #variant: Variant
  /** The machine that they are for. */
  readonly #machine: string
  /** Numbers of those that become programs of that machine; the others are passed over. */
  readonly #numbers: number[] = []
  #next = 0

  constructor(programs: Programs, layer: LayerOf<MachineTypes>, variant: Variant, machine: string) {
    this.#programs = programs
    this.#layer = layer
    this.#variant = variant
    this.#machine = machine
  }

  at(n: number): Program {
    while (this.#numbers.length <= n) {
      if (this.#lowered(this.#next).machine === this.#machine) this.#numbers.push(this.#next)
      this.#next += 1
    }
    return this.#lowered(this.#numbers[n]!)
  }

  #lowered(number: number): Program {
    return this.#layer.lower(this.#programs.at(number), this.#variant)
  }
}
