/**
 * Which variant describes a target: by the flavour of its hello, and beneath KVM by what describes that.
 */
import { ideal, makeProgram, on } from '../../../model/vmm/index.ts'
import { qemuTcg } from '../../../model/vmm/variants/qemu-tcg/index.ts'
import { qemu } from '../../../model/vmm/variants/read.ts'
import { variants as x86Variants } from '../../../model/x86/variants/index.ts'
import { linux618Pvm } from '../../../model/x86/variants/linux-6.18-pvm.ts'
import type { Vmm } from '../../../properties/vmm/types.ts'
import { STEP_HINTS } from '../arm64/observation.ts'
import type { Mask } from '../kvm/masks.ts'
import type { HostWords } from '../process.ts'
import type { Description, Probe } from '../protocol.ts'
import { describeTarget as describeX86 } from '../x86/describe.ts'
import { EMULATOR_MASK, KVM_X86_LIMITS } from './qemu-kvm.ts'
import { ARM64_TCG_LIMITS, UNTIL_ITS_END, X86_LOG_MASKS, X86_TCG_LIMITS } from './qemu-tcg.ts'
import { ofX86 } from './unsupported.ts'

const ON_ARM64: readonly Mask<Vmm>[] = [STEP_HINTS, UNTIL_ITS_END]

/** Which QEMU the descriptions were measured with. */
const MEASURED = /^11\.1\./

/** The hypervisor beneath QEMU is described as it is without QEMU; what it runs to tell is run with nobody attached. */
const onKvm = async (words: HostWords, probe: Probe<Vmm>): Promise<Description<Vmm>> => {
  const { variant, exact, limits } = await describeX86(
    words,
    ({ setup, code }) => probe(makeProgram({ guest: 'x86', ...setup }, code, [])),
    x86Variants,
  )
  return {
    variant: on(qemu, variant),
    exact: exact && MEASURED.test(words.qemu ?? ''),
    limits: [...KVM_X86_LIMITS, ...ofX86(limits)],
    masks: variant === linux618Pvm ? [...X86_LOG_MASKS, EMULATOR_MASK] : X86_LOG_MASKS,
  }
}

/** Describes a target. */
export const describeTarget = async (words: HostWords, probe: Probe<Vmm>): Promise<Description<Vmm>> => {
  const exact = MEASURED.test(words.qemu ?? '')
  switch (words.flavour) {
    case 'x86-tcg':
      return { variant: qemuTcg, exact, limits: X86_TCG_LIMITS, masks: X86_LOG_MASKS }
    case 'aarch64-tcg':
      return { variant: qemuTcg, exact, limits: ARM64_TCG_LIMITS, masks: ON_ARM64 }
    case 'x86-kvm':
      return onKvm(words, probe)
    default:
      return { variant: ideal, exact: false, limits: [], masks: ON_ARM64 }
  }
}
