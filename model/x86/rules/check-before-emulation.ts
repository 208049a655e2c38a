/**
 * The check for code breakpoints before an instruction: proceed, exit to userspace, or deliver to the guest.
 * Source: Paolo Bonzini, "[PATCH 1/2] KVM: x86: handle hardware breakpoints during emulation", 30 May 2013, and
 * the review by Gleb Natapov; Intel SDM vol. 3, "Instruction-Breakpoint Exception Condition".
 */
import { any, u64 } from '../../bits.ts'
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import { type DebugFeatures, dr7, flags } from '../registers.ts'
import type { Context } from '../rules.ts'
import type { BothDebugRegisters } from './debug-registers.ts'
import type { DebugExitRecord } from './ownership.ts'

/** The CPU modes in which linear addresses differ. */
export type Mode = 'real' | 'protected' | 'long'
/** The vendor that the guest's CPUID names. */
export type Vendor = 'intel' | 'amd'

export interface LinearAddressInput {
  readonly mode: Mode
  readonly csBase: bigint
  readonly rip: bigint
}

/** Linear address of an instruction: RIP in 64-bit mode, otherwise CS.base + RIP truncated to 32 bits. */
export const linearAddress = ({ mode, csBase, rip }: LinearAddressInput): bigint =>
  mode === 'long' ? u64(rip) : BigInt.asUintN(32, csBase + rip)

export interface CodeBreakpointInhibitedInput {
  /** RFLAGS.RF */
  readonly rf: boolean
  /** The instruction before was MOV SS or POP SS. */
  readonly movSsShadow: boolean
  readonly vendor: Vendor
  /** Whose breakpoint registers are compared. */
  readonly owner: 'host' | 'guest'
}

/**
 * Whether a matching code breakpoint does not hit: RF set (for the host's breakpoints a choice), or directly after
 * MOV SS or POP SS on an Intel CPU.
 *
 * @see AMD APM vol. 2, "Instruction Breakpoints": no such inhibition on AMD
 */
export const codeBreakpointInhibited = (
  { rf, movSsShadow, vendor, owner }: CodeBreakpointInhibitedInput,
  { choose }: Context,
): boolean => {
  if (movSsShadow && vendor === 'intel') return true
  if (!rf) return false
  return owner === 'guest' || choose('resumeFlagOnHostBreakpoint') === 'suppressed'
}

export interface CheckBeforeEmulationInput extends BothDebugRegisters, DebugFeatures {
  readonly rip: bigint
  readonly csBase: bigint
  readonly rflags: number
  readonly guestDr6: bigint
  readonly mode: Mode
  readonly movSsShadow: boolean
  readonly vendor: Vendor
}

export interface CheckBeforeEmulationResult {
  readonly result: 'proceed' | 'exit-to-userspace' | 'deliver-to-guest'
  /** `kvm_run.debug` of the exit, else `null`. */
  readonly exit: DebugExitRecord | null
  /** The guest's DR6 afterwards: what its handler reads if the #DB is delivered. */
  readonly guestDr6: bigint
  /** Causes of the #DB to deliver; `null` if there is none, or if DR6 was already written. */
  readonly payload: bigint | null
}

/** The three results are built here, so that a variant of the check says only what it decides. */
export const proceed = (guestDr6: bigint): CheckBeforeEmulationResult => ({
  result: 'proceed',
  exit: null,
  guestDr6,
  payload: null,
})

/**
 * The check: which slots of the effective registers hit at this instruction, and who gets the #DB.
 * A hit leaves the instruction unexecuted; an exit to userspace leaves the guest untouched.
 */
export const checkBeforeEmulation = (
  input: CheckBeforeEmulationInput,
  context: Context,
): CheckBeforeEmulationResult => {
  const { rules, choose } = context
  const { db, dr7: dr7InForce } = rules.effectiveDebugRegisters(input, context)
  if (!any(dr7InForce, dr7.ENABLES)) return proceed(input.guestDr6)
  const pc = rules.linearAddress(input, context)
  const match = rules.matchCodeBreakpoints({ dr7: dr7InForce, db, address: pc }, context)
  const hits =
    match.hits === match.mayHit || choose('undefinedBreakpoint') === 'misses' ? match.hits : match.mayHit
  if (hits === 0) return proceed(input.guestDr6)
  const owner = inForce(input.control, GUESTDBG.USE_HW_BP) ? 'host' : 'guest'
  const rf = (input.rflags & flags.RF) !== 0
  const { movSsShadow, vendor } = input
  if (rules.codeBreakpointInhibited({ rf, movSsShadow, vendor, owner }, context))
    return proceed(input.guestDr6)

  const disabled = rules.matchCodeBreakpoints(
    { dr7: u64(dr7InForce | dr7.ENABLES), db, address: pc },
    context,
  )
  const extra = disabled.hits & ~hits
  const payload = BigInt(extra !== 0 && choose('disabledSlotBits') === 'set' ? hits | extra : hits)
  const cause = 'code-breakpoint'
  if (rules.debugExceptionOwner({ control: input.control, cause }, context) === 'userspace') {
    const exit = rules.debugExit({ exception: 1, pc, payload, dr7: dr7InForce, cause }, context)
    return { result: 'exit-to-userspace', exit, guestDr6: input.guestDr6, payload: null }
  }
  const { rtm, busLockDetect } = input
  const guestDr6 = rules.mergeDr6({ dr6: input.guestDr6, payload, rtm, busLockDetect }, context)
  return { result: 'deliver-to-guest', exit: null, guestDr6, payload }
}
