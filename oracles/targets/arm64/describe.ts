/**
 * Which variant describes a target, by the words of its hello.
 */
import { ideal, type Variant } from '../../../model/arm64/index.ts'
import { linux61 } from '../../../model/arm64/variants/linux-6.1.ts'
import { linux612 } from '../../../model/arm64/variants/linux-6.12.ts'
import { linux614 } from '../../../model/arm64/variants/linux-6.14.ts'
import { linux72 } from '../../../model/arm64/variants/linux-7.2.ts'
import { linux43, linux50, linux415, linux511 } from '../../../model/arm64/variants/linux-before-6.1.ts'
import type { Arm64 } from '../../../properties/arm64/types.ts'
import type { HostWords } from '../process.ts'
import type { Description, Probe } from '../protocol.ts'
import { STEP_HINTS } from './observation.ts'
import { QEMU_CPU_LIMITS, QEMU_CPU_MASKS } from './qemu-cpu.ts'
import { KVM_LIMITS } from './unsupported.ts'

/** How the word `emulator` of a hello begins where the CPU is QEMU’s. */
export const QEMU_TCG = 'QEMU-TCG'

/** Releases of Linux with the variant that describes them, the newest first. */
export const ARM64_KERNELS: readonly {
  readonly variant: Variant
  /** How the releases begin that it was measured on; `null` if it follows from their source. */
  readonly measured: string | null
  /** Releases from this one on are nearer to it than to an older one. */
  readonly from: readonly [number, number]
}[] = [
  { variant: linux72, measured: '7.2.', from: [6, 17] },
  { variant: linux614, measured: null, from: [6, 14] },
  { variant: linux612, measured: '6.12.', from: [6, 12] },
  { variant: linux61, measured: '6.1.', from: [6, 1] },
  { variant: linux511, measured: null, from: [5, 11] },
  { variant: linux50, measured: null, from: [5, 0] },
  { variant: linux415, measured: null, from: [4, 15] },
  { variant: linux43, measured: null, from: [0, 0] },
]

/**
 * Describes a KVM that runs programs of every kind.
 *
 * @param words of the runner’s hello.
 */
export const describeKvm = (words: HostWords): Description<Arm64> => {
  const { kernel } = words
  if (kernel === undefined) return { variant: ideal, exact: false, limits: KVM_LIMITS, masks: [STEP_HINTS] }
  const [major = 0, minor = 0] = kernel.split('.').map(Number)
  const { variant, measured } = ARM64_KERNELS.find(
    ({ from }) => major > from[0] || (major === from[0] && minor >= from[1]),
  )!
  const emulated = words.emulator?.startsWith(QEMU_TCG) ?? false
  return {
    variant,
    exact: emulated && measured !== null && kernel.startsWith(measured),
    limits: emulated ? [...KVM_LIMITS, ...QEMU_CPU_LIMITS] : KVM_LIMITS,
    masks: emulated ? [STEP_HINTS, ...QEMU_CPU_MASKS] : [STEP_HINTS],
  }
}

/** Describes a target. */
export const describeTarget = async (
  words: HostWords,
  _probe: Probe<Arm64>,
  variants: readonly Variant[],
): Promise<Description<Arm64>> => {
  const served = variants.find(({ id }) => id === words.model)
  if (served) return { variant: served, exact: true, limits: [], masks: [STEP_HINTS] }
  return describeKvm(words)
}
