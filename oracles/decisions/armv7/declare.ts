/**
 * What the decisions of the armv7 machine have in common: how one is declared, and the fields that recur.
 */
import { type Answers, type ChoiceName, choices } from '../../../model/armv7/choices.ts'
import { DEBUG_ARCHITECTURES, REGISTER_NAMES } from '../../../model/armv7/registers.ts'
import type { Context, RuleName } from '../../../model/armv7/rules.ts'
import { ideal } from '../../../model/armv7/variants/ideal.ts'
import type { Variant } from '../../../model/armv7/variants/variant.ts'
import { arrayOf, boolean, field, hex32, integer, oneOf, record, withDefault } from '../../codec.ts'
import { decisionsOf } from '../decision.ts'

/** Declares a decision of the armv7 machine. */
export const decision = decisionsOf<Variant, Answers, Context, RuleName, ChoiceName>({
  machine: 'armv7',
  ideal,
  choices,
})

export const registerName = oneOf(...REGISTER_NAMES)
export const direction = oneOf('read', 'write')
export const transferField = withDefault(
  oneOf('register', 'pair', 'memory'),
  'register',
  'MRC and MCR, MRRC, LDC and STC',
)
export const architectureField = withDefault(oneOf(...DEBUG_ARCHITECTURES), 'v7.1', 'debug architecture')
export const osLockField = withDefault(boolean, false, 'DBGOSLSR.OSLK')
export const doubleLockField = withDefault(boolean, false, 'DBGOSDLR.DLK')
export const hdcrField = field(hex32, 'HDCR: TDE, TDA, TDOSA and TDRA are bits 8 to 11')
export const monitorModeField = field(boolean, 'DBGDSCR.MDBGen of the CPU')
export const generalRegister = integer(0, 15)

/** One breakpoint or watchpoint. */
export const pair = record({ value: field(hex32, 'address'), control: field(hex32, 'control register') })
/** Those of a CPU. */
export const pairs = record({
  breakpoints: field(arrayOf(pair, 6, 6)),
  watchpoints: field(arrayOf(pair, 4, 4)),
})
