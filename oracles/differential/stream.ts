/**
 * The programs of a campaign: the n-th is the same whenever and from wherever it is asked for.
 */
import { Checker } from '../../properties/check.ts'
import type { MachineOf, MachineTypes } from '../../properties/machine.ts'
import type { TargetMachine } from '../machines/machine.ts'
import type { HostWords } from '../targets/process.ts'

/** Where programs come from. */
export interface Programs<P = MachineTypes['Program']> {
  /** Number `n`, from 0. */
  readonly at: (n: number) => P
}

/** Programs that are made at once. */
const BLOCK = 100

/** A machine with those of its random programs that are for a target. */
export const triedOn = <T extends MachineTypes>(
  { protocol }: TargetMachine<T>,
  words: HostWords,
  tried: MachineOf<T>,
): MachineOf<T> => ({
  ...tried,
  programs: (programClass) =>
    tried.programs(programClass).filter((program) => protocol.isFor(words, program)),
})

/** Random programs of some classes in turn. */
export class ProgramStream<T extends MachineTypes> implements Programs<T['Program']> {
  readonly #checker: Checker<T>
  readonly #classes: readonly T['ProgramClass'][]
  readonly #seed: number
  /** The latest block of each class. */
  readonly #blocks = new Map<
    T['ProgramClass'],
    { readonly number: number; readonly programs: readonly T['Program'][] }
  >()

  constructor(machine: MachineOf<T>, classes: readonly T['ProgramClass'][], seed: number) {
    this.#checker = new Checker(machine)
    this.#classes = classes
    this.#seed = seed
  }

  at(n: number): T['Program'] {
    const programClass = this.#classes[n % this.#classes.length]!
    const index = Math.floor(n / this.#classes.length)
    const number = Math.floor(index / BLOCK)
    let block = this.#blocks.get(programClass)
    if (block?.number !== number) {
      block = {
        number,
        programs: this.#checker.samplePrograms(programClass, BLOCK, blockSeed(this.#seed, number)),
      }
      this.#blocks.set(programClass, block)
    }
    return block.programs[index % BLOCK]!
  }
}

/** The seed of a block of what a seed gives: neighbouring seeds must not share their blocks. */
export const blockSeed = (seed: number, block: number): number =>
  Math.imul(Math.imul(seed, 0x9e3779b1) ^ (block + 0x7f4a7c15), 0x85ebca6b) | 0
