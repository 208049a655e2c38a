/**
 * Which variant describes a target: by the words of its hello, and where these do not tell, by what it does.
 */
import { makeProgram, type Program, type Variant } from '../../../model/x86/index.ts'
import { ideal } from '../../../model/x86/variants/ideal.ts'
import { linux61Svm, linux72Svm, linux618Pvm } from '../../../model/x86/variants/kernels.ts'
import type { X86 } from '../../../properties/x86/types.ts'
import type { Observation } from '../kvm/observation.ts'
import type { HostWords } from '../process.ts'
import type { Description as AnyDescription } from '../protocol.ts'
import { QEMU_CPU_LIMITS, QEMU_CPU_MASKS, STALE_EXITINTINFO } from './qemu-cpu.ts'
import { cpuFeatures, forcedEmulation, type Limit, PVM_LIMITS } from './unsupported.ts'

/** What is known of a target. */
export interface Description extends AnyDescription<X86> {
  readonly limits: readonly Limit[]
}

/** KVM's emulator does not know ICEBP; a guest whose code it need not emulate executes it. */
export const EMULATION_PROBE = makeProgram({}, [{ op: 'icebp' }], [])

/** Releases of Linux with the variant that was measured on them, the newest first. */
const SVM_KERNELS: readonly {
  readonly variant: Variant
  readonly measured: RegExp
  /** Releases from this one on are nearer to it than to an older one. */
  readonly from: readonly [number, number]
  readonly limits: readonly Limit[]
}[] = [
  { variant: linux72Svm, measured: /^7\.2\./, from: [7, 0], limits: [STALE_EXITINTINFO] },
  { variant: linux61Svm, measured: /^6\.1\./, from: [0, 0], limits: [] },
]

/** The variant of kvm-amd for a release; QEMU's CPU, where the runner is PID 1 of a kernel under QEMU. */
const describeSvm = (words: HostWords): Description => {
  const { kernel = '' } = words
  const [major = 0, minor = 0] = kernel.split('.').map(Number)
  const { variant, measured, limits } = SVM_KERNELS.find(
    ({ from }) => major > from[0] || (major === from[0] && minor >= from[1]),
  )!
  const emulated = words['cpu-name']?.startsWith('QEMU-TCG') ?? false
  return {
    variant,
    exact: emulated && measured.test(kernel),
    limits: emulated ? [...QEMU_CPU_LIMITS, ...limits] : [cpuFeatures],
    masks: emulated ? QEMU_CPU_MASKS : [],
  }
}

const emulates = async (probe: (program: Program) => Promise<Observation | null>): Promise<boolean> =>
  (await probe(EMULATION_PROBE))?.ending === 'internal-error'

/** Whether a target knows KVM's forced-emulation prefix. */
export const forcesEmulation = (words: HostWords): boolean => words['forced-emulation'] === '1'

/**
 * Describes a KVM that runs programs of every kind.
 *
 * @param words of the runner’s hello.
 * @param isEmulating KVM emulates the guest’s code; it does not matter where the words tell enough.
 */
export const describeKvm = (words: HostWords, isEmulating: boolean): Description => {
  if (words.module === 'kvm_amd') return describeSvm(words)
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
    : describeKvm(words, words.module !== 'kvm_amd' && (await emulates(probe)))
  if (forcesEmulation(words)) return description
  return { ...description, limits: [forcedEmulation, ...description.limits] }
}
