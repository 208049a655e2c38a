/**
 * Small wrong forms of the check of 2013. Their base is that patch, so that each is convicted only by a property that
 * the patch itself keeps.
 */
import { bic } from '../../bits.ts'
import { threads } from '../../citations.ts'
import { checkInput, raise } from '../machine.ts'
import { dr6, SLOT_NUMBERS } from '../registers.ts'
import { proceed } from '../rules/check-before-emulation.ts'
import type { CodeMatchInput, Hits } from '../rules/matching.ts'
import type { Rule } from '../rules.ts'
import { idealSlots } from '../slots.ts'
import { checkBreakpoint, checkHwBp, patch2013 } from './patch-2013.ts'
import { mutant, type Variant } from './variant.ts'

/** `kvm_vcpu_check_hw_bp()` with the enables and the R/W and LEN nibbles taken from elsewhere. */
const matcher =
  (
    enabled: (word: number, i: number) => boolean,
    nibble: (word: number, i: number) => number,
  ): Rule<CodeMatchInput, Hits> =>
  ({ dr7: value, db, address }) => {
    const word = Number(BigInt.asUintN(32, value))
    const hits = SLOT_NUMBERS.reduce<number>(
      (mask, i) => (enabled(word, i) && nibble(word, i) === 0 && db[i] === address ? mask | (1 << i) : mask),
      0,
    )
    return { hits, mayHit: hits }
  }

const enabledByLOrG = (word: number, i: number): boolean => ((word >>> (2 * i)) & 3) !== 0
const rwLen = (word: number, i: number): number => (word >>> (16 + 4 * i)) & 15

const of2013 = (id: string, summary: string, rules: Partial<Variant['rules']>): Variant =>
  mutant({
    id: `x86/2013-${id}`,
    summary: `the check of 2013, but ${summary}`,
    base: patch2013,
    cites: [threads.hwBreakpointsDuringEmulation],
    rules,
  })

/** Mutants of the check of 2013. */
export const mutantsOf2013: readonly Variant[] = [
  of2013('ignores-local-enable', 'slots enabled by L alone do not hit', {
    matchCodeBreakpoints: matcher((word, i) => ((word >>> (2 * i)) & 2) !== 0, rwLen),
  }),
  of2013('ignores-global-enable', 'slots enabled by G alone do not hit', {
    matchCodeBreakpoints: matcher((word, i) => ((word >>> (2 * i)) & 1) !== 0, rwLen),
  }),
  of2013('ignores-len', 'LEN is not compared, so execute with LEN≠0 hits', {
    matchCodeBreakpoints: matcher(enabledByLOrG, (word, i) => rwLen(word, i) & 3),
  }),
  of2013('nibble-shifted-by-two', 'the R/W and LEN fields are taken 2 bits apart instead of 4', {
    matchCodeBreakpoints: matcher(enabledByLOrG, (word, i) => (word >>> (16 + 2 * i)) & 15),
  }),
  of2013('enable-shifted-by-one', 'the enables are taken 1 bit apart instead of 2', {
    matchCodeBreakpoints: matcher((word, i) => ((word >>> i) & 3) !== 0, rwLen),
  }),
  of2013('first-match-only', 'only the first matching slot is reported', {
    matchCodeBreakpoints: (input, context) => {
      const { hits } = checkHwBp(input, context)
      const first = hits & -hits
      return { hits: first, mayHit: first }
    },
  }),
  of2013('guest-before-host', 'the guest’s registers are compared first', {
    checkBeforeEmulation: (input, context) => {
      const guest = checkBreakpoint({ ...input, control: 0 }, context)
      return guest.result === 'proceed' ? checkBreakpoint(input, context) : guest
    },
  }),
  of2013('b-bits-not-cleared', 'DR6 is ORed without clearing B0–B3', {
    checkBeforeEmulation: (input, context) => {
      const check = checkBreakpoint(input, context)
      return check.result === 'deliver-to-guest'
        ? { ...check, guestDr6: check.guestDr6 | input.guestDr6 }
        : check
    },
  }),
  of2013('exit-dr6-without-fixed-bits', 'DR6 of the exit record lacks its fixed bits', {
    checkBeforeEmulation: (input, context) => {
      const check = checkBreakpoint(input, context)
      return check.exit ? { ...check, exit: { ...check.exit, dr6: check.exit.dr6 & dr6.B } } : check
    },
  }),
  of2013('guest-addresses-with-host-dr7', 'the guest’s addresses are compared with the host’s DR7', {
    checkBeforeEmulation: (input, context) => checkBreakpoint({ ...input, hostDb: input.guestDb }, context),
  }),
  mutant({
    id: 'x86/2013-host-hit-updates-guest-dr6',
    summary: 'the check of 2013, but a hit of the host also updates the guest’s DR6',
    base: patch2013,
    cites: [threads.hwBreakpointsDuringEmulation],
    slots: {
      step: (m) => {
        const exit = idealSlots.step(m)
        const isHit = exit?.reason === 'debug' && (exit.debug.dr6 & dr6.B) !== 0n
        if (isHit) m.v.dr6 = bic(m.v.dr6, dr6.B) | (exit.debug.dr6 & dr6.B)
        return exit
      },
    },
  }),
  mutant({
    id: 'x86/2013-check-after-execution',
    summary: 'the check of 2013, but after the instruction instead of before it',
    base: patch2013,
    cites: [threads.hwBreakpointsDuringEmulation],
    rules: { checkBeforeEmulation: ({ guestDr6 }) => proceed(guestDr6) },
    slots: {
      retire: (m, how) => {
        const address = m.current?.address ?? 0n
        const exit = idealSlots.retire(m, how)
        if (exit || m.v.exception) return exit
        const check = checkBreakpoint({ ...checkInput(m), rip: address - m.v.cs.base }, m.context)
        if (check.result === 'proceed') return null
        if (check.result === 'exit-to-userspace') return { reason: 'debug', debug: check.exit! }
        m.v.dr6 = check.guestDr6
        return raise(m, 1, null)
      },
    },
  }),
]
