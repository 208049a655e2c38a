/**
 * KVM's instruction emulator up to Linux 6.18, and what the series of 2025–26 changed: the rules that a kernel whose
 * guest code runs in the emulator shares with every kernel for the instructions that it emulates.
 */
import { bic, u64 } from '../../bits.ts'
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import { dr6, dr7, flags } from '../registers.ts'
import {
  type CheckBeforeEmulationInput,
  type CheckBeforeEmulationResult,
  proceed,
} from '../rules/check-before-emulation.ts'
import { moveDebugRegister as moveAsManual } from '../rules/debug-registers.ts'
import { debugExit as completeExit } from '../rules/ownership.ts'
import { setGuestDebug as setAsDocumented } from '../rules/set-guest-debug.ts'
import type { Rules } from '../rules.ts'

/** `kvm_deliver_exception_payload()`: every payload replaces B0–B3 and flips the active-low bits, known or not. */
const mergeDr6: Rules['mergeDr6'] = ({ dr6: before, payload }) => {
  const reset = bic(before, dr6.B) | dr6.INIT | payload
  return u64(bic(reset ^ (payload & dr6.INIT), 0x1000n))
}

/**
 * The order of checks in the emulator: CPL, the value's upper half, #UD, general detect. The upper half is looked at
 * by the number of the register: what is too wide for DR4 or DR5 goes nowhere, without a fault.
 */
const moveDebugRegister: Rules['moveDebugRegister'] = (input, context) => {
  const { register, value } = input
  if (input.cpl > 0) return { result: '#GP' }
  const wide = value !== null && value >> 32n !== 0n
  if (wide && (register === 6 || register === 7)) return { result: '#GP' }
  const moved = moveAsManual(input, context)
  return wide && moved.result === '#GP' ? { result: 'written', register, value } : moved
}

/** Each source for itself: the host's registers, then the guest's own, in force or not. */
const checkPerSource = (
  input: CheckBeforeEmulationInput,
  context: Parameters<Rules['checkBeforeEmulation']>[1],
): CheckBeforeEmulationResult => {
  const { rules } = context
  const { control, hostDb, hostDr7, guestDb, guestDr7, guestDr6, movSsShadow, vendor } = input
  const pc = rules.linearAddress(input, context)
  const rf = (input.rflags & flags.RF) !== 0
  const hitsOf = (db: readonly bigint[], value: bigint, owner: 'host' | 'guest'): number =>
    (value & dr7.ENABLES) === 0n || rules.codeBreakpointInhibited({ rf, movSsShadow, vendor, owner }, context)
      ? 0
      : rules.matchCodeBreakpoints({ dr7: value, db, address: pc }, context).hits

  if (inForce(control, GUESTDBG.USE_HW_BP)) {
    const payload = BigInt(hitsOf(hostDb, hostDr7, 'host'))
    if (payload !== 0n) {
      const cause = 'code-breakpoint'
      const exit = rules.debugExit({ exception: 1, pc, payload, dr7: hostDr7, cause }, context)
      return { result: 'exit-to-userspace', exit, guestDr6, payload: null }
    }
  }
  const payload = BigInt(hitsOf(guestDb, guestDr7, 'guest'))
  if (payload === 0n) return proceed(guestDr6)
  const { rtm, busLockDetect } = input
  const merged = rules.mergeDr6({ dr6: guestDr6, payload, rtm, busLockDetect }, context)
  return { result: 'deliver-to-guest', exit: null, guestDr6: merged, payload }
}

/** Iterations of a string instruction, and bytes read ahead by REP INSB, in one go. */
const BATCH = 1024

/** The rules in which the emulator differs from the ideal machine. */
export const emulatorRules: Partial<Rules> = {
  mergeDr6,
  moveDebugRegister,
  checkBeforeEmulation: checkPerSource,
  codeBreakpointInhibited: ({ rf, movSsShadow, vendor, owner }) =>
    owner === 'guest' && (rf || (movSsShadow && vendor === 'intel')),
  // The emulator's memory and port accesses are not compared with breakpoints at all.
  matchDataBreakpoints: () => ({ hits: 0, mayHit: 0 }),
  matchIoBreakpoints: () => ({ hits: 0, mayHit: 0 }),
  generalDetectDr7: ({ guestDr7 }) => guestDr7,
  debugExceptionOwner: ({ control, cause }) =>
    cause === 'trap' && inForce(control, GUESTDBG.SINGLESTEP) ? 'userspace' : 'guest',
  breakpointInstructionOwner: () => 'guest',
  // kvm_run.debug.arch.dr7 is not written on this path.
  debugExit: (input) => ({ ...completeExit(input), dr7: null }),
  // Only a pending exception counts, not one that is injected and not yet delivered.
  setGuestDebug: (input, context) => setAsDocumented({ ...input, exceptionInjected: false }, context),
  visibleFlags: ({ rflags, control }) =>
    inForce(control, GUESTDBG.SINGLESTEP) ? rflags & ~flags.TF : rflags,
  // The guest's TF is lost under the host's, which is in RFLAGS from the call on.
  flagsAfterControlChange: ({ rflags, controlBefore, controlAfter }) => {
    const own = inForce(controlBefore, GUESTDBG.SINGLESTEP) ? rflags & ~flags.TF : rflags
    return inForce(controlAfter, GUESTDBG.SINGLESTEP) ? own | flags.TF : own
  },
  // The step trap of MOV SS comes directly after it.
  trapsHeld: () => false,
  // An OUT or an MMIO write leaves the emulator for userspace with RIP advanced; its step is lost. INT n is stepped.
  singleStepDue: ({ guestTf, hostStep, userspace }) =>
    (guestTf || hostStep) && userspace !== 'io-write' && userspace !== 'mmio-write',
  // STI leaves its shadow whatever IF was.
  shadowAfter: ({ instruction }) => {
    if (instruction === 'mov-ss' || instruction === 'pop-ss') return 'mov-ss'
    return instruction === 'sti' ? 'sti' : 'none'
  },
  // A REP string instruction goes on until CX is a multiple of 1024; RIP moves on in a pass of its own.
  repeat: ({ remaining }) => ({
    iterations: remaining % BATCH || Math.min(remaining, BATCH),
    ends: remaining === 0,
  }),
  // A count is cut to 32 bits, and one that is then 0 is 1.
  repeatInput: ({ remaining, pageLeft }) => Math.max(1, Math.min(remaining % 2 ** 32, pageLeft, BATCH)),
  // “Soft” exceptions are left out of KVM_GET_VCPU_EVENTS.
  exceptionShown: ({ vector }) => vector !== 3 && vector !== 4,
  // The emulator decodes neither; that a UD2 ends in #UD all the same is the caller's doing. INT n is for real mode.
  canExecute: ({ instruction, mode }) =>
    instruction !== 'icebp' &&
    instruction !== 'ud2' &&
    !(mode === 'long' && (instruction === 'int' || instruction === 'int3')),
}

/**
 * The check after the series of 2025–26: one effective set, on every path; while the host's registers are in force
 * RF and the MOV SS shadow do not inhibit; what guest debugging owns exits.
 */
export const checkEffective: Rules['checkBeforeEmulation'] = (input, context) => {
  const { rules } = context
  const { control, guestDr6, movSsShadow, vendor } = input
  const effective = rules.effectiveDebugRegisters(input, context)
  const owner = inForce(control, GUESTDBG.USE_HW_BP) ? 'host' : 'guest'
  const rf = (input.rflags & flags.RF) !== 0
  if ((effective.dr7 & dr7.ENABLES) === 0n) return proceed(guestDr6)
  if (rules.codeBreakpointInhibited({ rf, movSsShadow, vendor, owner }, context)) return proceed(guestDr6)
  const pc = rules.linearAddress(input, context)
  const payload = BigInt(rules.matchCodeBreakpoints({ ...effective, address: pc }, context).hits)
  if (payload === 0n) return proceed(guestDr6)
  const cause = 'code-breakpoint'
  if (rules.debugExceptionOwner({ control, cause }, context) === 'userspace') {
    const exit = rules.debugExit({ exception: 1, pc, payload, dr7: effective.dr7, cause }, context)
    return { result: 'exit-to-userspace', exit, guestDr6, payload: null }
  }
  const { rtm, busLockDetect } = input
  const merged = rules.mergeDr6({ dr6: guestDr6, payload, rtm, busLockDetect }, context)
  return { result: 'deliver-to-guest', exit: null, guestDr6: merged, payload }
}
