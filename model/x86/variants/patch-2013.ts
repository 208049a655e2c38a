/**
 * The check of 2013 as it was posted, quirks and all.
 *
 * Quirks that follow from the text of the patch: the address compared is the offset (EIP), though the reported pc is
 * linear; R/W and LEN are compared as one nibble, so execute with LEN≠0 never matches; RF and the MOV SS shadow are
 * not consulted; guest breakpoints are compared although USE_HW_BP is in force; `kvm_run.debug.arch.dr7` is not
 * written; the guest's DR6 is written at once and the #DB queued without payload.
 */
import { threads } from '../../citations.ts'
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import { dr6, dr7, SLOT_NUMBERS } from '../registers.ts'
import {
  type CheckBeforeEmulationInput,
  type CheckBeforeEmulationResult,
  proceed,
} from '../rules/check-before-emulation.ts'
import type { CodeMatchInput, Hits } from '../rules/matching.ts'
import type { Rule } from '../rules.ts'
import { ideal } from './ideal.ts'
import { patch, type Variant } from './variant.ts'

/** `kvm_vcpu_check_hw_bp()` with type 0: L or G, and R/W and LEN both 0, and the exact address. */
export const checkHwBp: Rule<CodeMatchInput, Hits> = ({ dr7: value, db, address }) => {
  const enable = Number(BigInt.asUintN(32, value))
  const rwlen = enable >>> 16
  let hits = 0
  for (const i of SLOT_NUMBERS)
    if (((enable >>> (2 * i)) & 3) !== 0 && ((rwlen >>> (4 * i)) & 15) === 0 && db[i] === address)
      hits |= 1 << i
  return { hits, mayHit: hits }
}

/** `kvm_vcpu_check_breakpoint()`: the host's registers first, then the guest's. */
export const checkBreakpoint: Rule<CheckBeforeEmulationInput, CheckBeforeEmulationResult> = (
  input,
  context,
) => {
  const { rules } = context
  const { rip, csBase, control, hostDb, hostDr7, guestDb, guestDr7, guestDr6 } = input
  if (inForce(control, GUESTDBG.USE_HW_BP) && (hostDr7 & dr7.ENABLES) !== 0n) {
    const { hits } = rules.matchCodeBreakpoints({ dr7: hostDr7, db: hostDb, address: rip }, context)
    if (hits !== 0) {
      const exit = { exception: 1, pc: rip + csBase, dr6: BigInt(hits) | dr6.INIT, dr7: null } as const
      return { result: 'exit-to-userspace', exit, guestDr6, payload: null }
    }
  }
  if ((guestDr7 & dr7.ENABLES) !== 0n) {
    const { hits } = rules.matchCodeBreakpoints({ dr7: guestDr7, db: guestDb, address: rip }, context)
    if (hits !== 0)
      return {
        result: 'deliver-to-guest',
        exit: null,
        guestDr6: (guestDr6 & ~dr6.B) | BigInt(hits),
        payload: null,
      }
  }
  return proceed(guestDr6)
}

export const patch2013: Variant = patch({
  id: 'x86/patch-2013',
  summary: 'the check for code breakpoints before emulation as posted in 2013, on an otherwise ideal machine',
  base: ideal,
  cites: [threads.hwBreakpointsDuringEmulation, threads.reviewOfTheCheck],
  rules: { matchCodeBreakpoints: checkHwBp, checkBeforeEmulation: checkBreakpoint },
  answers: { resumeFlagOnHostBreakpoint: 'hits', coincidentCauses: 'successive' },
})
