/**
 * Which variant describes a target: by the words of its hello, and where these do not tell, by what it does.
 */
import { makeProgram, type Program, type Variant } from '../../../model/x86/index.ts'
import { ideal } from '../../../model/x86/variants/ideal.ts'
import {
  linux61Svm,
  linux61Vmx,
  linux72Svm,
  linux72Vmx,
  linux618Pvm,
} from '../../../model/x86/variants/kernels.ts'
import type { X86 } from '../../../properties/x86/types.ts'
import type { Mask } from '../kvm/masks.ts'
import type { Observation } from '../kvm/observation.ts'
import type { HostWords } from '../process.ts'
import type { Description as AnyDescription } from '../protocol.ts'
import { BOCHS_CPU_LIMITS, BOCHS_CPU_MASKS, SHADOW_PAGES_LIMIT, SHADOW_PAGES_MASK } from './bochs-cpu.ts'
import { QEMU_CPU_LIMITS, QEMU_CPU_MASKS, STALE_EXITINTINFO } from './qemu-cpu.ts'
import {
  cpuFeatures,
  forcedEmulation,
  type Limit,
  PVM_LIMITS,
  pageFaultUnderStep,
  realModeAsVirtual8086,
  wideSysenterCs,
} from './unsupported.ts'

/** What is known of a target. */
export interface Description extends AnyDescription<X86> {
  readonly limits: readonly Limit[]
}

/** KVM's emulator does not know ICEBP; a guest whose code it need not emulate executes it. */
export const EMULATION_PROBE = makeProgram({}, [{ op: 'icebp' }], [])

/** A kernel with the variant that was measured on it. */
interface Measured {
  readonly variant: Variant
  readonly measured: RegExp
  /** Releases from this one on are nearer to it than to an older one. */
  readonly from: readonly [number, number]
  readonly limits: readonly Limit[]
}

/** The newest first. */
const SVM_KERNELS: readonly Measured[] = [
  { variant: linux72Svm, measured: /^7\.2\./, from: [7, 0], limits: [STALE_EXITINTINFO] },
  { variant: linux61Svm, measured: /^6\.1\./, from: [0, 0], limits: [] },
]
const VMX_KERNELS: readonly Measured[] = [
  { variant: linux72Vmx, measured: /^7\.2\./, from: [7, 0], limits: [wideSysenterCs] },
  { variant: linux61Vmx, measured: /^6\.1\./, from: [0, 0], limits: [wideSysenterCs] },
]

/** The CPU that a kernel runs on, if it is one in software that is known. */
interface Cpu {
  readonly limits: readonly Limit[]
  readonly masks: readonly Mask<X86>[]
}

const cpuOf = (words: HostWords): Cpu | null => {
  if (words['cpu-name']?.startsWith('QEMU-TCG')) return { limits: QEMU_CPU_LIMITS, masks: QEMU_CPU_MASKS }
  if (words.emulator !== 'Bochs') return null
  if (words.ept !== '0') return { limits: BOCHS_CPU_LIMITS, masks: BOCHS_CPU_MASKS }
  return {
    limits: [...BOCHS_CPU_LIMITS, SHADOW_PAGES_LIMIT],
    masks: [...BOCHS_CPU_MASKS, SHADOW_PAGES_MASK],
  }
}

/** A release on a CPU: measured, or the nearest that is known. */
const describeNative = (kernels: readonly Measured[], words: HostWords): Description => {
  const { kernel = '' } = words
  const [major = 0, minor = 0] = kernel.split('.').map(Number)
  const { variant, measured, limits } = kernels.find(
    ({ from }) => major > from[0] || (major === from[0] && minor >= from[1]),
  )!
  const cpu = cpuOf(words)
  const ofModule = [
    ...limits,
    ...(words['unrestricted-guest'] === '0' ? [realModeAsVirtual8086] : []),
    ...(words.ept === '0' ? [pageFaultUnderStep] : []),
  ]
  return {
    variant,
    exact: cpu !== null && measured.test(kernel),
    limits: [...(cpu?.limits ?? [cpuFeatures]), ...ofModule],
    masks: cpu === null ? [] : cpu.masks,
  }
}

/** The CPU runs the guest there: the module says so. */
const isNative = ({ module }: HostWords): boolean => module === 'kvm_amd' || module === 'kvm_intel'

const emulates = async (probe: (program: Program) => Promise<Observation | null>): Promise<boolean> =>
  (await probe(EMULATION_PROBE))?.ending === 'internal-error'

/** Whether INT3 can be the host's there: not on QEMU's CPU, nor in KVM's emulator. */
export const interceptsInt3 = (words: HostWords): boolean =>
  !words['cpu-name']?.startsWith('QEMU-TCG') && !words.module?.startsWith('kvm_pvm')

/** Whether a target knows KVM's forced-emulation prefix. */
export const forcesEmulation = (words: HostWords): boolean => words['forced-emulation'] === '1'

/**
 * Describes a KVM that runs programs of every kind.
 *
 * @param words of the runner’s hello.
 * @param isEmulating KVM emulates the guest’s code; it does not matter where the words tell enough.
 */
export const describeKvm = (words: HostWords, isEmulating: boolean): Description => {
  if (words.module === 'kvm_amd') return describeNative(SVM_KERNELS, words)
  if (words.module === 'kvm_intel') return describeNative(VMX_KERNELS, words)
  if (isEmulating) {
    const exact = /^6\.18\./.test(words.kernel ?? '')
    return { variant: linux618Pvm, exact, limits: PVM_LIMITS, masks: [] }
  }
  return { variant: ideal, exact: false, limits: [], masks: [] }
}

/**
 * Describes a target.
 *
 * @param words of its hello.
 * @param probe runs a program on it; `null` if the target does not answer it.
 * @param variants those that are known.
 */
export const describeTarget = async (
  words: HostWords,
  probe: (program: Program) => Promise<Observation | null>,
  variants: readonly Variant[],
): Promise<Description> => {
  const served = variants.find(({ id }) => id === words.model)
  const description: Description = served
    ? { variant: served, exact: true, limits: [], masks: [] }
    : describeKvm(words, !isNative(words) && (await emulates(probe)))
  if (forcesEmulation(words)) return description
  return { ...description, limits: [forcedEmulation, ...description.limits] }
}
