/**
 * What a kernel is known to do otherwise than the ideal machine allows: the property that it breaks, and in which
 * kernels.
 */

import type { Layer } from '../../../model/variant.ts'
import { Checker } from '../../../properties/check.ts'
import type { MachineTypes } from '../../../properties/machine.ts'
import type { Statement } from '../../../properties/property.ts'
import { explain, SAYS_NOTHING, SLOTS, strongest } from '../../differential/explain.ts'
import { idOf } from '../../ids.ts'
import { type Mask, masked } from '../../targets/kvm/masks.ts'
import { firstDifference, type Observation } from '../../targets/kvm/observation.ts'
import type { CorpusMachine } from './machine.ts'

/** A property that is broken, and what is seen of it. */
interface Broken {
  readonly property: Statement
  readonly violation: string
}

/** A known deviation. */
export interface Known {
  /** The strongest properties that the run breaks; none if no property says anything. */
  readonly broken: readonly Broken[]
  /** Where no property says anything: the rules in which the difference lies. */
  readonly parts: readonly string[]
  /** In which kernels a property of them is broken in the same way, or the same is seen, and which commits end it. */
  readonly range: (main: Broken | null) => string
  /** Of the properties, or of the choice that is answered otherwise; `null` if nobody says anything. */
  readonly layer: Layer | null
}

/** Properties of a single run that the ideal machine keeps on a program and the variant breaks. */
const brokenBy = <T extends MachineTypes>(
  { machine, tried }: CorpusMachine<T>,
  program: T['Program'],
  variant: T['Variant'],
): readonly Broken[] => {
  const { examine } = new Checker(tried)
  const ideal = machine.variants[0]!
  const run = machine.runProgram(program, variant)
  const right = machine.runProgram(program, ideal)
  return tried.properties.flatMap((property): Broken[] => {
    if (property.kind !== 'program' || property.costly || property.id === idOf(machine.name, SAYS_NOTHING))
      return []
    const { violation } = examine(property, variant, program, {}, run)
    if (violation === null || examine(property, ideal, program, {}, right).violation !== null) return []
    return [{ property, violation }]
  })
}

/**
 * What a variant does otherwise in a program.
 *
 * @param observed what it does, which the ideal machine does not allow.
 */
export const knownDeviation = <T extends MachineTypes>(
  of: CorpusMachine<T>,
  program: T['Program'],
  observed: Observation,
  variant: T['Variant'],
  masks: readonly Mask<T>[],
): Known => {
  const { machine, tried } = of
  const seen = masked(observed, masks, program)
  const doesTheSame = (other: T['Variant']): boolean =>
    firstDifference(
      seen,
      masked(machine.observationOf(machine.runProgram(program, other)), masks, program),
    ) === null
  const range = (main: Broken | null): string =>
    of.range(variant, (other) =>
      main === null
        ? doesTheSame(other)
        : brokenBy(of, program, other).some(
            ({ property, violation }) => property === main.property && violation === main.violation,
          ),
    )
  const all = brokenBy(of, program, variant)
  const layer = strongest(all.map(({ property }) => property.layer))
  const broken = all.filter(({ property }) => property.layer === layer)
  if (broken.length > 0) return { broken, parts: [], range, layer }
  const explained = explain(machine, tried, program, seen, machine.variants[0]!, variant, masks)
  return {
    broken,
    parts: explained.parts,
    range,
    layer: strongest(explained.properties.map((each) => each.layer)),
  }
}

const partText = (part: string): string => (part === SLOTS ? 'how guest entry and exit are handled' : part)

/** Says what is known by the rarest property: what every other program breaks as well says little. */
export class KnownTexts {
  readonly #ideal: string
  readonly #times = new Map<Statement, number>()

  /**
   * @param ideal the machine that allows something else.
   * @param all of a corpus.
   */
  constructor(ideal: string, all: readonly Known[]) {
    this.#ideal = ideal
    for (const { broken } of all)
      for (const { property } of broken) this.#times.set(property, (this.#times.get(property) ?? 0) + 1)
  }

  /** What is seen, and in which kernels. */
  of({ broken, parts, range }: Known): { readonly text: string; readonly range: string } {
    const [main = null, ...others] = [...broken].sort(
      (a, b) => this.#times.get(a.property)! - this.#times.get(b.property)!,
    )
    const text =
      main === null
        ? `not as ${this.#ideal} allows, by ${parts.map(partText).join(', ')}`
        : `${main.violation} (${[main, ...others].map(({ property }) => property.id).join('; ')})`
    return { text, range: range(main) }
  }
}
