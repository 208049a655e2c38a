/**
 * How the causes of a #DB get into the guest's DR6.
 * Source: Intel SDM vol. 3, "Debug Status Register (DR6)".
 */
import { any, bic, u64 } from '../../bits.ts'
import { type DebugFeatures, dr6, dr6FixedOnes } from '../registers.ts'
import type { Context } from '../rules.ts'

export interface MergeDr6Input extends DebugFeatures {
  /** DR6 before the #DB. */
  readonly dr6: bigint
  /**
   * The causes, in the polarity of the pending-debug-exceptions field of VMX: a set BLD or RTM bit means that
   * the cause is present, though DR6 shows it as 0.
   */
  readonly payload: bigint
}

const STICKY = dr6.BD | dr6.BS | dr6.BT
const MORE_THAN_STEP = dr6.B | dr6.BD

/**
 * DR6 after a #DB with these causes was delivered. BD, BS and BT are sticky: only software clears them.
 * B0–B3 are those of this #DB; on a mere single step "may be cleared" leaves a choice. BLD is touched by no
 * other cause; RTM is set by every #DB outside a transactional region.
 */
export const mergeDr6 = (input: MergeDr6Input, { choose }: Context): bigint => {
  const { payload } = input
  const onlyStep = !any(payload, MORE_THAN_STEP)
  const keepsB = onlyStep && any(input.dr6, dr6.B) && choose('breakpointBitsOnStep') === 'kept'
  const sticky = u64(u64(input.dr6 | payload) & STICKY)
  const b = u64((keepsB ? input.dr6 : payload) & dr6.B)
  const bld = any(payload, dr6.BLD) ? 0n : u64(input.dr6 & dr6.BLD)
  const rtm = any(payload, dr6.RTM) ? 0n : dr6.RTM
  return u64(u64(u64(u64(sticky | b) | bld) | rtm) | dr6FixedOnes(input))
}

const ACTIVE_LOW = dr6.BLD | dr6.RTM
const ACTIVE_HIGH = dr6.B | STICKY

/** The DR6 value of an exit record: the causes over the value that reports none. */
export const dr6OfCauses = (payload: bigint): bigint => {
  const none = bic(dr6.INIT, u64(payload & ACTIVE_LOW))
  return u64(none | u64(payload & ACTIVE_HIGH))
}
