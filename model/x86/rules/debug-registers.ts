/**
 * Access to the debug registers: by the guest (MOV DR), by the VMM (KVM_SET_DEBUGREGS), and which set is in force.
 */
import { any, ones, u64 } from '../../bits.ts'
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import {
  type DebugFeatures,
  DR6,
  DR7,
  dr6,
  dr7,
  legaliseDr6,
  legaliseDr7,
  withoutGeneralDetect,
} from '../registers.ts'
import type { Context } from '../rules.ts'

const UPPER_HALF = ones(32, 32)

export interface MoveDebugRegisterInput extends DebugFeatures {
  /** Number of the register as encoded, 0–15. */
  readonly register: number
  /** The value written; `null` for a read. */
  readonly value: bigint | null
  /** Current privilege level, 0–3. */
  readonly cpl: number
  /** CR4.DE */
  readonly cr4De: boolean
  /** The DR7 whose GD bit counts: the guest's, or none while the host's registers are in force. */
  readonly dr7: bigint
  /** The guest's DR6, into which a general-detect #DB is merged. */
  readonly dr6: bigint
}

export type MoveDebugRegisterResult =
  /** The access happens: to `register` (DR4 and DR5 resolved), with what a write stores. */
  | { readonly result: 'written' | 'read'; readonly register: number; readonly value: bigint | null }
  | { readonly result: '#UD' | '#GP' }
  /** General detect: the guest's DR6 and DR7 as its handler finds them. */
  | { readonly result: '#DB'; readonly dr6: bigint; readonly dr7: bigint }

/**
 * MOV to or from a debug register. Order of checks: #UD (no such register, DR4 or DR5 with CR4.DE=1), #GP for
 * CPL>0, #DB for general detect, #GP for a DR6 or DR7 value whose upper half is not zero.
 *
 * @see Intel SDM vol. 2, "MOV—Move to/from Debug Registers"; vol. 3, "Debug Registers DR4 and DR5".
 * The order of #UD, #GP and #DB is recalled, not measured on a CPU.
 */
export const moveDebugRegister = (
  input: MoveDebugRegisterInput,
  context: Context,
): MoveDebugRegisterResult => {
  const aliased = input.register === 4 || input.register === 5
  if (input.register > 7 || (aliased && input.cr4De)) return { result: '#UD' }
  if (input.cpl > 0) return { result: '#GP' }
  if (any(input.dr7, dr7.GD)) {
    const { rtm, busLockDetect } = input
    return {
      result: '#DB',
      dr6: context.rules.mergeDr6({ dr6: input.dr6, payload: dr6.BD, rtm, busLockDetect }, context),
      dr7: withoutGeneralDetect(input.dr7),
    }
  }
  const register = aliased ? input.register + 2 : input.register
  if (input.value === null) return { result: 'read', register, value: null }
  if (register < 4) return { result: 'written', register, value: u64(input.value) }
  if (any(input.value, UPPER_HALF)) return { result: '#GP' }
  const value = register === 6 ? legaliseDr6(input.value, input) : legaliseDr7(input.value)
  return { result: 'written', register, value }
}

export interface SetDebugRegistersInput extends DebugFeatures {
  readonly dr6: bigint
  readonly dr7: bigint
  /** `struct kvm_debugregs.flags`: reserved, must be 0. */
  readonly flags: number
}

export type SetDebugRegistersResult =
  | { readonly result: 'ok'; readonly dr6: bigint; readonly dr7: bigint }
  | { readonly result: 'EINVAL' }

/**
 * KVM_SET_DEBUGREGS: what the guest's DR6 and DR7 become. Upper halves and flags are refused.
 *
 * @see Documentation/virt/kvm/api.rst, KVM_SET_DEBUGREGS
 */
export const setDebugRegisters = (
  input: SetDebugRegistersInput,
  { choose }: Context,
): SetDebugRegistersResult => {
  if (input.flags !== 0 || any(input.dr6, UPPER_HALF) || any(input.dr7, UPPER_HALF))
    return { result: 'EINVAL' }
  const legal6 = legaliseDr6(input.dr6, input)
  const legal7 = legaliseDr7(input.dr7)
  const reserved = legal6 !== input.dr6 || legal7 !== input.dr7
  if (reserved && choose('reservedDebugBits') === 'normalised')
    return { result: 'ok', dr6: legal6, dr7: legal7 }
  return { result: 'ok', dr6: input.dr6, dr7: input.dr7 }
}

/** The host's and the guest's breakpoint registers side by side. */
export interface BothDebugRegisters {
  /** The control word in force (`struct kvm_guest_debug.control`). */
  readonly control: number
  /** `debugreg[0..3]` */
  readonly hostDb: readonly bigint[]
  /** `debugreg[7]` */
  readonly hostDr7: bigint
  readonly guestDb: readonly bigint[]
  readonly guestDr7: bigint
}

export interface EffectiveDebugRegisters {
  readonly db: readonly bigint[]
  readonly dr7: bigint
}

/**
 * The one set of breakpoint registers that is compared: the host's while USE_HW_BP is in force, else the guest's.
 *
 * @see Documentation/virt/kvm/api.rst, KVM_SET_GUEST_DEBUG; Paolo Bonzini, "Re: Exposing host debug capabilities
 * to userspace", 25 Nov 2014: "the guest is entered with made up debug register contents"
 */
export const effectiveDebugRegisters = (input: BothDebugRegisters): EffectiveDebugRegisters =>
  inForce(input.control, GUESTDBG.USE_HW_BP)
    ? { db: input.hostDb, dr7: BigInt.asUintN(32, input.hostDr7) }
    : { db: input.guestDb, dr7: input.guestDr7 }

export interface ResetInput {
  /** Control word and registers that the host has put in force. */
  readonly control: number
  readonly hostDb: readonly bigint[]
  readonly hostDr7: bigint
}

export interface ResetResult {
  /** The guest's own registers. */
  readonly db: readonly bigint[]
  readonly dr6: bigint
  readonly dr7: bigint
  /** What is compared from now on. */
  readonly effectiveDb: readonly bigint[]
  readonly effectiveDr7: bigint
}

const NO_BREAKPOINTS: readonly bigint[] = [0n, 0n, 0n, 0n]

/**
 * RESET and INIT: the guest's registers get their reset values; what the host has put in force stays. (The machine
 * has no interrupt controller in the kernel and so no INIT: this rule is a decision only.)
 */
export const resetDebugRegisters = (
  { control, hostDb, hostDr7 }: ResetInput,
  context: Context,
): ResetResult => {
  const guest = { db: NO_BREAKPOINTS, dr6: DR6.reset, dr7: DR7.reset }
  const effective = context.rules.effectiveDebugRegisters(
    { control, hostDb, hostDr7, guestDb: guest.db, guestDr7: guest.dr7 },
    context,
  )
  return { ...guest, effectiveDb: effective.db, effectiveDr7: effective.dr7 }
}
