/**
 * In which kernels a deviation is, and which commits end it.
 */
import type { Variant } from '../../../../model/x86/index.ts'
import {
  effective2026,
  linux61Svm,
  linux61Vmx,
  linux72Svm,
  linux72Vmx,
  linux618Pvm,
} from '../../../../model/x86/variants/kernels.ts'

/** The emulator’s series of 2026, by its commits. */
const SERIES = '00b6520669bc, 51543660c521 and 6d79302b0834'

const KERNELS: ReadonlyMap<Variant, string> = new Map([
  [linux618Pvm, 'Linux 6.18 with PVM'],
  [linux61Svm, 'Linux 6.1'],
  [linux72Svm, 'Linux 7.2'],
  [linux61Vmx, 'Linux 6.1'],
  [linux72Vmx, 'Linux 7.2'],
])

/** Only of PVM’s path is the same kernel with the series known; 7.2 has more than that over 6.1. */
export const range = (variant: Variant, shows: (other: Variant) => boolean): string => {
  if (variant === linux618Pvm)
    return `in ${KERNELS.get(variant)}, ${shows(effective2026) ? 'no fix known' : `fixed by ${SERIES} (2026)`}`
  const [older, newer] =
    variant === linux61Vmx || variant === linux72Vmx ? [linux61Vmx, linux72Vmx] : [linux61Svm, linux72Svm]
  if (variant === older && !shows(newer)) return `in Linux 6.1, not in Linux 7.2 (between them: ${SERIES})`
  const kernels = [older, newer].filter((other) => shows(other))
  return `in ${kernels.map((kernel) => KERNELS.get(kernel)).join(' and ')}, no fix known`
}
