/**
 * What the decisions of the vmm machine have in common: how one is declared, and the fields that recur.
 */
import { type Answers, type ChoiceName, choices } from '../../../model/vmm/choices.ts'
import { GUESTS, HARDWARE_KINDS } from '../../../model/vmm/program.ts'
import type { Context, RuleName } from '../../../model/vmm/rules.ts'
import { STOP_REASONS, type Stop } from '../../../model/vmm/run.ts'
import { ideal } from '../../../model/vmm/variants/ideal.ts'
import type { Variant } from '../../../model/vmm/variants/variant.ts'
import {
  arrayOf,
  bytesUpTo,
  type Codec,
  field,
  hex64,
  integer,
  nullable,
  oneOf,
  record,
} from '../../codec.ts'
import { decisionsOf } from '../decision.ts'

/** Declares a decision of the vmm machine. */
export const decision = decisionsOf<Variant, Answers, Context, RuleName, ChoiceName>({
  machine: 'vmm',
  ideal,
  choices,
})

/** As many breakpoints, or vCPUs, as questions are about. */
export const MOST = 16

/** A hardware breakpoint or watchpoint. */
export const hardware = record({
  address: field(hex64, 'address'),
  kind: field(oneOf(...HARDWARE_KINDS), 'what it is for'),
  length: field(integer(0, 0xffff_ffff), 'bytes watched'),
})
export const requests = arrayOf(hardware, 0, MOST)

export const addresses = arrayOf(hex64, 0, MOST)
export const guestField = field(oneOf(...GUESTS), 'the architecture')
export const count = integer(0, 0xffff)
/** A breakpoint instruction of x86 or arm64, and what one is written over: INT3 or BRK, and NOP. */
export const trapBytes = bytesUpTo(4, 'cc', '000020d4', '90', '1f2003d5')
/** Guest memory that a debugger reads or writes at once. */
export const memoryBytes = bytesUpTo(16, '90', 'cc', '1f2003d5', '000020d4')
export const trapField = field(trapBytes, 'the instruction that is planted: cc, or 000020d4 on arm64')

/** Why the debugger is stopped. */
export const stop: Codec<Stop> = record({
  reason: field(oneOf(...STOP_REASONS), 'why'),
  address: field(hex64, 'of the breakpoint, the base of the watchpoint, or where the guest stands'),
})
export const ownerOutputs = {
  owner: field(
    oneOf('debugger', 'guest', 'both', 'nobody'),
    'whose the exit is; `both` if it reports an event of each',
  ),
  stop: field(nullable(stop), 'what the debugger is told; null if it is not stopped'),
}
