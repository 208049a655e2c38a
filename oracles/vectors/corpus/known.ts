/**
 * What a kernel is known to do otherwise than the ideal machine allows: the property that it breaks, and in which
 * kernels.
 */

import type { Layer } from '../../../model/variant.ts'
import { type Program, runProgram, type Variant } from '../../../model/x86/index.ts'
import { ideal } from '../../../model/x86/variants/ideal.ts'
import { effective2026, linux61Svm, linux72Svm, linux618Pvm } from '../../../model/x86/variants/kernels.ts'
import { examine } from '../../../properties/check.ts'
import type { ProgramProperty } from '../../../properties/property.ts'
import { x86 as tried } from '../../../properties/x86/machine.ts'
import { properties } from '../../../properties/x86/properties.ts'
import type { X86 } from '../../../properties/x86/types.ts'
import { explain, SAYS_NOTHING, SLOTS, strongest } from '../../differential/explain.ts'
import { Allowed, judge } from '../../differential/judge.ts'
import { idOf } from '../../ids.ts'
import { x86 } from '../../machines/x86.ts'
import { type Mask, masked } from '../../targets/kvm/masks.ts'
import type { Observation } from '../../targets/kvm/observation.ts'
import { observationOf } from '../../targets/x86/observation.ts'

/** A property that is broken, and what is seen of it. */
interface Broken {
  readonly property: ProgramProperty
  readonly violation: string
}

/** A known deviation. */
export interface Known {
  /** The strongest properties that the run breaks; none if no property says anything. */
  readonly broken: readonly Broken[]
  /** Where no property says anything: the rules in which the difference lies. */
  readonly parts: readonly string[]
  /** Where it is, and which commits end it. */
  readonly range: string
  /** Of the properties, or of the choice that is answered otherwise; `null` if nobody says anything. */
  readonly layer: Layer | null
}

/** The emulator’s series of 2026, by its commits. */
const SERIES = '00b6520669bc, 51543660c521 and 6d79302b0834'

const KERNELS: ReadonlyMap<Variant, string> = new Map([
  [linux618Pvm, 'Linux 6.18 with PVM'],
  [linux61Svm, 'Linux 6.1'],
  [linux72Svm, 'Linux 7.2'],
])

const isAllowed = (program: Program, variant: Variant, masks: readonly Mask<X86>[]): boolean =>
  judge(
    new Allowed(x86, program, ideal, masks),
    masked(observationOf(runProgram(program, variant)), masks, program),
  ).result === 'same'

/** Only of PVM’s path is the same kernel with the series known; 7.2 has more than that over 6.1. */
const rangeOf = (program: Program, variant: Variant, masks: readonly Mask<X86>[]): string => {
  const isFine = (other: Variant): boolean => isAllowed(program, other, masks)
  if (variant === linux618Pvm)
    return `in ${KERNELS.get(variant)}, ${isFine(effective2026) ? `fixed by ${SERIES} (2026)` : 'no fix known'}`
  if (variant === linux61Svm && isFine(linux72Svm))
    return `in Linux 6.1, not in Linux 7.2 (between them: ${SERIES})`
  const kernels = [linux61Svm, linux72Svm].filter((other) => !isFine(other))
  return `in ${kernels.map((kernel) => KERNELS.get(kernel)).join(' and ')}, no fix known`
}

/** Properties of a single run that `ideal` keeps on a program and the variant breaks. */
const brokenBy = (program: Program, variant: Variant): readonly Broken[] => {
  const run = runProgram(program, variant)
  const right = runProgram(program, ideal)
  const all = properties.flatMap((property): Broken[] => {
    if (property.kind !== 'program' || property.costly || property.id === idOf(x86.name, SAYS_NOTHING))
      return []
    const { violation } = examine(property, variant, program, {}, run)
    if (violation === null || examine(property, ideal, program, {}, right).violation !== null) return []
    return [{ property, violation }]
  })
  const layer = strongest(all.map(({ property }) => property.layer))
  return all.filter(({ property }) => property.layer === layer)
}

/**
 * What a variant does otherwise in a program.
 *
 * @param observed what it does, which the ideal machine does not allow.
 */
export const knownDeviation = (
  program: Program,
  observed: Observation,
  variant: Variant,
  masks: readonly Mask<X86>[],
): Known => {
  const broken = brokenBy(program, variant)
  const range = rangeOf(program, variant, masks)
  if (broken[0]) return { broken, parts: [], range, layer: broken[0].property.layer }
  const seen = masked(observed, masks, program)
  const { parts, properties: related } = explain(x86, tried, program, seen, ideal, variant, masks)
  return { broken, parts, range, layer: strongest(related.map(({ layer }) => layer)) }
}

const partText = (part: string): string => (part === SLOTS ? 'how guest entry and exit are handled' : part)

/** Says what is known by the rarest property: what every other program breaks as well says little. */
export class KnownTexts {
  readonly #times = new Map<ProgramProperty, number>()

  /** @param all of a corpus. */
  constructor(all: readonly Known[]) {
    for (const { broken } of all)
      for (const { property } of broken) this.#times.set(property, (this.#times.get(property) ?? 0) + 1)
  }

  of({ broken, parts }: Known): string {
    const [main, ...others] = [...broken].sort(
      (a, b) => this.#times.get(a.property)! - this.#times.get(b.property)!,
    )
    if (main === undefined) return `not as ${ideal.id} allows, by ${parts.map(partText).join(', ')}`
    const also = others.map(({ property }) => `; ${property.id}`).join('')
    return `${main.violation} (${main.property.id}${also})`
  }
}
