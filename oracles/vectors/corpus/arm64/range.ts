/**
 * In which kernels a deviation is, and which commits end it.
 */
import type { Variant } from '../../../../model/arm64/index.ts'
import { linux61 } from '../../../../model/arm64/variants/linux-6.1.ts'
import { linux50 } from '../../../../model/arm64/variants/linux-before-6.1.ts'
import { ARM64_KERNELS } from '../../../targets/arm64/describe.ts'

/** The commits that came between a kernel and the one before it, as far as they are known. */
const COMMITS: ReadonlyMap<Variant, string> = new Map([
  [linux50, 'bd7d95cafb49'],
  [linux61, '34fbdee086cf and 370531d1e95b'],
])

/** By the first release that a variant describes, or the one that it was measured on. */
const release = ({ id }: Variant): string => id.replace('arm64/linux-', '')

export const kernelName = (variant: Variant): string => `Linux ${release(variant)}`

/** The oldest first. */
const KERNELS = ARM64_KERNELS.toReversed()

export const range = (variant: Variant, shows: (other: Variant) => boolean): string => {
  const at = KERNELS.findIndex((kernel) => kernel.variant === variant)
  const before = KERNELS.slice(0, at).findLastIndex((kernel) => !shows(kernel.variant))
  const after = KERNELS.findIndex((kernel, i) => i > at && !shows(kernel.variant))
  const those = KERNELS.slice(before + 1, after < 0 ? KERNELS.length : after)
  const [first, last] = [those[0]!.variant, those.at(-1)!.variant]
  const where = first === last ? kernelName(first) : `${kernelName(first)} to ${release(last)}`
  const measured = those.filter((kernel) => kernel.measured !== null)
  const how =
    measured.length === 0
      ? 'by its source'
      : `measured on ${measured.map((kernel) => release(kernel.variant)).join(', ')}`
  if (after < 0) return `in ${where} (${how}), no fix known`
  const next = KERNELS[after]!.variant
  const commits = COMMITS.get(next)
  return `in ${where} (${how}), not in ${kernelName(next)}${commits ? ` (between them: ${commits})` : ''}`
}
