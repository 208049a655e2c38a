/**
 * The kinds of /dev/kvm that the corpus tells apart, as `describe.ts` does: each with the variant that describes it,
 * and with what says nothing there.
 */

import type { HostWords } from '../../targets/process.ts'
import { type Description, describeKvm } from '../../targets/x86/describe.ts'
import type { Limit } from '../../targets/x86/unsupported.ts'

/** How a kind is recognised, by the words of the runner's hello and by what it does. */
interface Signs {
  /** For people. */
  readonly title: string
  /** KVM's vendor module, if only one is meant. */
  readonly module?: string
  /** The first release that is nearer to this kind than to the next one. */
  readonly from?: readonly [number, number]
  /** How the CPU's name begins. */
  readonly cpuName?: string
  /** KVM emulates the guest's code. */
  readonly emulates?: true
  /** How the releases begin that its variant was measured on. */
  readonly measured: string
}

/** A kind of /dev/kvm. */
export interface Kind extends Signs {
  readonly description: Description
  /** The guest sees the computer's own CPU: what depends on its vendor is the CPU's. */
  readonly ownCpu: boolean
}

const QEMU = 'QEMU-TCG'

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
  { title: 'the PVM flavour of KVM', emulates: true, measured: '6.18.' },
  { title: 'another KVM', measured: '' },
]

const wordsOf = ({ module, from, cpuName }: Signs): HostWords => ({
  ...(module === undefined ? {} : { module }),
  kernel: from?.join('.') ?? '0.0',
  ...(cpuName === undefined ? {} : { 'cpu-name': cpuName }),
})

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

/** All kinds, the last of which is any that nothing describes. */
export const kinds: readonly Kind[] = SIGNS.map((signs) => ({
  ...signs,
  description: descriptionOf(signs),
  ownCpu: signs.cpuName === undefined && signs.emulates === undefined,
}))
