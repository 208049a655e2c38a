/**
 * What the decisions of the arm64 machine have in common: how one is declared, and the fields that recur.
 */
import { type Answers, type ChoiceName, choices } from '../../../model/arm64/choices.ts'
import type { Matches } from '../../../model/arm64/rules/breakpoints.ts'
import type { Context, RuleName } from '../../../model/arm64/rules.ts'
import { ideal } from '../../../model/arm64/variants/ideal.ts'
import type { Variant } from '../../../model/arm64/variants/variant.ts'
import {
  boolean,
  type Codec,
  field,
  hex32,
  hex64,
  integer,
  Mismatch,
  optional,
  withDefault,
} from '../../codec.ts'
import { decisionsOf } from '../decision.ts'

/** Declares a decision of the arm64 machine. */
export const decision = decisionsOf<Variant, Answers, Context, RuleName, ChoiceName>({
  machine: 'arm64',
  ideal,
  choices,
})

export const controlInForce = field(hex32, 'control word in force')
export const exceptionLevel = integer(0, 2)
export const elField = field(exceptionLevel, 'exception level')
export const pstateField = field(hex64, 'PSTATE, laid out as in SPSR_ELx')
export const mdscrField = field(hex64, 'MDSCR_EL1')
export const bit = integer(0, 1)

/** What decides where debug exceptions go. */
export const routing = {
  mdcr: field(hex64, 'MDCR_EL2: TDE is bit 8'),
  hcr: field(hex64, 'HCR_EL2: TGE is bit 27'),
}

/** What decides about debug exceptions. */
export const debugControls = {
  mdscr: mdscrField,
  ...routing,
  osLock: withDefault(boolean, false, 'OSLSR_EL1.OSLK'),
  doubleLock: withDefault(boolean, false, 'OSDLR_EL1.DLK in force'),
}

const MATCHES = 'true, false or "unpredictable"'
const matchesCodec: Codec<boolean | 'unpredictable'> = {
  expects: MATCHES,
  decode: (json) => {
    if (typeof json === 'boolean' || json === 'unpredictable') return json
    throw new Mismatch('wrong-type', `expected ${MATCHES}`)
  },
  encode: (value) => value,
}

const text: Codec<string> = {
  expects: 'text',
  decode: (json) => {
    if (typeof json === 'string') return json
    throw new Mismatch('wrong-type', 'expected text')
  },
  encode: (value) => value,
}

/** Whether something matches, and why the manual leaves it open. */
export const matchOutputs = {
  matches: field(matchesCodec, '`unpredictable` where the manual says CONSTRAINED UNPREDICTABLE'),
  reason: optional(text, 'what is unpredictable'),
}

/** The answer of a matching rule as a record. */
export const matchRecord = (answer: Matches): { matches: boolean | 'unpredictable'; reason?: string } =>
  answer.matches === 'unpredictable'
    ? { matches: 'unpredictable', reason: answer.reason }
    : { matches: answer.matches }
