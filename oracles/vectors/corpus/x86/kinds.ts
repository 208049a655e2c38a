/**
 * The kinds of /dev/kvm on x86 that the corpus tells apart, as `describe.ts` does: each with the variant that describes
 * it, and with what says nothing there.
 */

import type { X86 } from '../../../../properties/x86/types.ts'
import { BOCHS_CPU_MASKS } from '../../../targets/x86/bochs-cpu.ts'
import { type Description, describeKvm } from '../../../targets/x86/describe.ts'
import { QEMU_CPU_MASKS } from '../../../targets/x86/qemu-cpu.ts'
import type { Limit } from '../../../targets/x86/unsupported.ts'
import { type Kind, type Signs, type SoftwareCpu, wordsOf } from '../machine.ts'

const QEMU = 'QEMU-TCG'
const BOCHS = 'Bochs'

/** In the order in which they are tried; the last is any other. */
const SIGNS: readonly Signs[] = [
  {
    title: 'kvm-amd on QEMU’s CPU, as in Linux 7.2',
    module: 'kvm_amd',
    from: [7, 0],
    cpuName: QEMU,
    measured: '7.2.',
  },
  { title: 'kvm-amd on QEMU’s CPU, as in Linux 6.1', module: 'kvm_amd', cpuName: QEMU, measured: '6.1.' },
  { title: 'kvm-amd, as in Linux 7.2', module: 'kvm_amd', from: [7, 0], measured: '7.2.' },
  { title: 'kvm-amd, as in Linux 6.1', module: 'kvm_amd', measured: '6.1.' },
  {
    title: 'kvm-intel on Bochs’s CPU, as in Linux 7.2',
    module: 'kvm_intel',
    from: [7, 0],
    emulator: BOCHS,
    measured: '7.2.',
  },
  {
    title: 'kvm-intel on Bochs’s CPU, as in Linux 6.1',
    module: 'kvm_intel',
    emulator: BOCHS,
    measured: '6.1.',
  },
  { title: 'kvm-intel, as in Linux 7.2', module: 'kvm_intel', from: [7, 0], measured: '7.2.' },
  { title: 'kvm-intel, as in Linux 6.1', module: 'kvm_intel', measured: '6.1.' },
  { title: 'the PVM flavour of KVM', emulates: true, measured: '6.18.' },
  { title: 'another KVM', measured: null },
]

/**
 * Where KVM emulates the guest, it looks for an event that waits when the vCPU is entered, and a tick of the host
 * enters it anew: with a loaded host 22 of 24,700 programs went otherwise three times (measured on Linux 6.18 with PVM).
 */
const ticksDecide: Limit = {
  reason: 'an interrupt or NMI waits, and a tick of the host decides when it comes',
  instruction: ({ v }) => v.interrupt !== null || v.nmiPending,
}

const descriptionOf = (signs: Signs): Description => {
  const description = describeKvm(wordsOf(signs), signs.emulates === true)
  return signs.emulates ? { ...description, limits: [...description.limits, ticksDecide] } : description
}

const cpuOf = ({ masks }: Description): SoftwareCpu | null => {
  if (masks === QEMU_CPU_MASKS) return 'qemu'
  return masks === BOCHS_CPU_MASKS ? 'bochs' : null
}

/** All kinds, the last of which is any that nothing describes. */
export const kinds: readonly Kind<X86>[] = SIGNS.map((signs) => {
  const description = descriptionOf(signs)
  return { ...signs, description, cpu: cpuOf(description) }
})
