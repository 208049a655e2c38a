/**
 * The variants that ship with the package, in the order in which reports show them.
 */
import { historicalVariants } from './historical.ts'
import { ideal } from './ideal.ts'
import { mutants } from './mutants.ts'
import { qemuTcg } from './qemu-tcg/index.ts'
import { cloudHypervisor, firecracker, qemu } from './read.ts'
import type { Variant } from './variant.ts'

export const variants: readonly Variant[] = [
  ideal,
  qemu,
  qemuTcg,
  firecracker,
  cloudHypervisor,
  ...historicalVariants,
  ...mutants,
]
