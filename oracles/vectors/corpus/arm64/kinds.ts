/**
 * The kinds of /dev/kvm on arm64 that the corpus tells apart, as `describe.ts` does: by the release of the kernel, and
 * by whether the CPU is QEMU's.
 */
import type { Arm64 } from '../../../../properties/arm64/types.ts'
import { ARM64_KERNELS, describeKvm, QEMU_TCG } from '../../../targets/arm64/describe.ts'
import { type Kind, type Signs, wordsOf } from '../machine.ts'
import { kernelName } from './range.ts'

const kindOf = (signs: Signs): Kind<Arm64> => ({
  ...signs,
  description: describeKvm(wordsOf(signs)),
  cpu: signs.emulator === undefined ? null : 'qemu',
})

const KVM = 'KVM/arm64'

/** In the order in which they are tried; whatever it is, some release is nearest. */
export const kinds: readonly Kind<Arm64>[] = [{ emulator: QEMU_TCG }, {}].flatMap((where) =>
  ARM64_KERNELS.map(({ variant, measured, from }) => {
    const on = 'emulator' in where ? `${KVM} on QEMU’s CPU` : KVM
    return kindOf({ ...where, title: `${on}, as in ${kernelName(variant)}`, from, measured })
  }),
)
