/**
 * Single-stepping guests on arm64 as it was posted in November 2014, and with what its reviewers asked for.
 *
 * What follows from the text of the patch: it masks the SS bits in the hardware's registers just before the guest is
 * entered, and nothing puts the guest's own back. The tree that it is for advances the PC before an exit for MMIO and
 * leaves PSTATE.SS alone when it skips an instruction.
 */
import { bic, u64 } from '../../bits.ts'
import { type Citation, threads } from '../../citations.ts'
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import { mdscr as bits, pstate } from '../registers.ts'
import type { MaskSoftwareStepInput, MaskSoftwareStepResult } from '../rules/masking.ts'
import type { Rule, Rules } from '../rules.ts'
import { advancedBeforeExit, notRestored, skipKeepsSs } from './historical.ts'
import { ideal } from './ideal.ts'
import { type Arm64Changes, mutant, patch, type Variant } from './variant.ts'

type Masking = Rule<MaskSoftwareStepInput, MaskSoftwareStepResult>

/** A masking of one register at a time: the value, the bit, and whether the host steps. */
const masking =
  (form: (value: bigint, bit: bigint, steps: boolean) => bigint): Masking =>
  ({ control, mdscr, spsr }) => {
    if (!inForce(control, GUESTDBG.ENABLE)) return { mdscr, spsr }
    const steps = inForce(control, GUESTDBG.SINGLESTEP)
    return { mdscr: form(mdscr, bits.SS, steps), spsr: form(spsr, pstate.SS, steps) }
  }

/** As posted: `orr`, and without SINGLESTEP an `eor` of the same bit. */
export const orrThenEor = masking((value, bit, steps) => {
  const set = u64(value | bit)
  return steps ? set : u64(set ^ bit)
})

/** As the review wanted it: `bic`, and with SINGLESTEP an `orr`. */
export const bicThenOrr = masking((value, bit, steps) => {
  const cleared = bic(value, bit)
  return steps ? u64(cleared | bit) : cleared
})

/** What the posted form would be without its `orr`: the bit is toggled. */
export const eorAlone = masking((value, bit, steps) => (steps ? u64(value | bit) : u64(value ^ bit)))

/**
 * What the patch and its review have in common: the masked values go into the hardware and come back as the guest's own,
 * and the step over what the hypervisor executes is never reported: the next entry arms it again.
 */
const unrestored: Partial<Rules> = {
  ...notRestored,
  spsrSeenByGuest: ({ spsr }) => spsr,
  pendingStep: () => 'enter',
}

/** The patch as posted. */
export const v1Patch: Variant = patch({
  id: 'arm64/v1-patch',
  summary: 'single-stepping as posted in 2014: SS masked at every entry, and nothing restored',
  base: ideal,
  cites: [threads.arm64SingleStep],
  rules: {
    ...unrestored,
    ...advancedBeforeExit,
    maskSoftwareStep: orrThenEor,
    retireEmulated: skipKeepsSs,
  },
})

/**
 * The patch with everything that its reviewers asked for: `bic` and `orr`; PSTATE.SS cleared whenever the PC is advanced;
 * the PC advanced after userspace has handled the access. Nobody in the thread asked for the guest's SS bits to be
 * restored. Since SS is masked at every entry, clearing it at the advance helps a guest that steps itself, but the
 * host's step is armed again at the next entry.
 */
export const bicReview: Variant = patch({
  id: 'arm64/bic-review',
  summary: 'the patch of 2014 with what its reviewers asked for, and nothing else',
  base: ideal,
  cites: [threads.arm64SingleStep, threads.arm64EmulatedStep, threads.arm64MaskingReview],
  rules: { ...unrestored, maskSoftwareStep: bicThenOrr },
})

const wrong = (
  id: string,
  summary: string,
  changes: Pick<Arm64Changes, 'rules' | 'slots'>,
  cites: readonly Citation[] = [threads.arm64SingleStep],
): Variant => mutant({ id: `arm64/${id}`, summary, base: v1Patch, cites, ...changes })

/** Wrong forms of the masking. */
export const maskingMutants: readonly Variant[] = [
  wrong('eor-without-orr', 'the patch of 2014 with `eor` alone: an SS bit that was clear is set', {
    rules: { maskSoftwareStep: eorAlone },
  }),
  wrong('mask-mdscr-only', 'the patch of 2014, but with SINGLESTEP SPSR_EL2.SS is not set', {
    rules: {
      maskSoftwareStep: (input, context) => ({
        mdscr: orrThenEor(input, context).mdscr,
        spsr: bic(input.spsr, pstate.SS),
      }),
    },
  }),
  wrong('mask-spsr-only', 'the patch of 2014, but MDSCR_EL1.SS is left as the guest has it', {
    rules: {
      maskSoftwareStep: (input, context) => ({
        mdscr: input.mdscr,
        spsr: orrThenEor(input, context).spsr,
      }),
    },
  }),
]
