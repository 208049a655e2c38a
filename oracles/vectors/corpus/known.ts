/**
 * What a kernel is known to do otherwise than the ideal machine allows: the property that it breaks, and in which
 * kernels.
 */
import type { Layer } from '../../../model/variant.ts'
import { type Program, runProgram, type Variant } from '../../../model/x86/index.ts'
import { ideal } from '../../../model/x86/variants/ideal.ts'
import { effective2026, linux61Svm, linux72Svm, linux618Pvm } from '../../../model/x86/variants/kernels.ts'
import { properties } from '../../../properties/index.ts'
import { explain } from '../../differential/explain.ts'
import { Allowed, judge } from '../../differential/judge.ts'
import { type Mask, masked, modeOf } from '../../targets/kvm/masks.ts'
import { type Observation, observationOf } from '../../targets/kvm/observation.ts'

/** A known deviation. */
export interface Known {
  /** What should be, as a property says it; or in which rules the difference lies. */
  readonly text: string
  /** Where it is, and which commits end it. */
  readonly range: string
  /** `null` where no property says anything. */
  readonly layer: Layer | null
}

/** The series that a variant lacks, and the same kernel with it. */
const SERIES = '00b6520669bc, 51543660c521 and 6d79302b0834 (2026)'
const WITH_SERIES: ReadonlyMap<Variant, Variant> = new Map([
  [linux618Pvm, effective2026],
  [linux61Svm, linux72Svm],
])

const KERNELS: ReadonlyMap<Variant, string> = new Map([
  [linux618Pvm, 'Linux 6.18 with PVM'],
  [linux61Svm, 'Linux 6.1'],
  [linux72Svm, 'Linux 7.2'],
])

const isAllowed = (program: Program, variant: Variant, masks: readonly Mask[]): boolean =>
  judge(
    new Allowed(program, ideal, masks),
    masked(observationOf(runProgram(program, variant)), masks, modeOf(program)),
  ).result === 'same'

const rangeOf = (program: Program, variant: Variant, masks: readonly Mask[]): string => {
  const without = WITH_SERIES.get(variant)
  if (without !== undefined && isAllowed(program, without, masks))
    return `in ${KERNELS.get(variant)}, fixed by ${SERIES}`
  const others = [linux61Svm, linux72Svm].filter((other) => !isAllowed(program, other, masks))
  const kernels = variant === linux618Pvm ? [variant] : others
  return `in ${kernels.map((kernel) => KERNELS.get(kernel)).join(' and ')}, no fix known`
}

/** @param observed what the variant does, which the ideal machine does not allow. */
export const knownDeviation = (
  program: Program,
  observed: Observation,
  variant: Variant,
  masks: readonly Mask[],
): Known => {
  const seen = masked(observed, masks, modeOf(program))
  const { layer, properties: broken, parts } = explain(program, seen, ideal, variant, masks)
  const strongest = broken.find((each) => each.layer === layer) ?? broken[0]
  const property = properties.find(({ id }) => id === strongest?.id)
  const text =
    property === undefined
      ? `other than ${ideal.id} in ${parts.join(', ') || 'its slots'}`
      : `${property.statement.replace(/\.$/, '')} (${property.id})`
  return { text, range: rangeOf(program, variant, masks), layer }
}
