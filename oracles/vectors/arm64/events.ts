/**
 * What events of the arm64 machine hold, and the log of its guest's handlers. ISV and EX of a step's syndrome are not
 * compared: the manual lets a CPU say there what it likes.
 */
import { BREAKPOINTS, EX, GPR_NAMES, ISV, isStep, WATCHPOINTS } from '../../../model/arm64/index.ts'
import { hex, ones } from '../../../model/bits.ts'
import { isObject, type Json, type JsonRecord } from '../../codec.ts'
import { logRecords } from '../../targets/arm64/log.ts'
import { bytes, type EventForms, type Form, number, register, registers, word } from '../programs/forms.ts'

/** Why ISV and EX are not compared. */
export const STEP_HINTS = 'step-hints'

/** A syndrome: of a Software Step exception without ISV and EX. */
const syndromeJson = (value: bigint, bits: 32 | 64): Json =>
  isStep(value)
    ? { value: hex(value, bits), mask: hex(ones(0, bits) & ~(ISV | EX), bits), reason: STEP_HINTS }
    : hex(value, bits)

const syndrome = (bits: 32 | 64): Form => ({
  toJson: (text) => syndromeJson(BigInt(`0x${text}`), bits),
  toText: (json) =>
    register(bits).toText(
      isObject(json) && json.reason === STEP_HINTS ? ((json as JsonRecord).value ?? null) : json,
    ),
})

const control = (count: number): Form => registers(count, `${count} registers`)

/** State by its name, the same in both. */
const state: EventForms['state'] = {
  ...Object.fromEntries([...GPR_NAMES, 'pc', 'pstate', 'elr', 'spsr'].map((name) => [name, register(64)])),
  esr: syndrome(64),
  ...Object.fromEntries(['far', 'contextidr', 'mdscr', 'oslsr'].map((name) => [name, register(64)])),
  bcr: control(BREAKPOINTS),
  bvr: control(BREAKPOINTS),
  wcr: control(WATCHPOINTS),
  wvr: control(WATCHPOINTS),
}

export const forms: EventForms = {
  record: {
    hsr: ['hsr', syndrome(32)],
    'hsr-high': ['hsrHigh', register(32)],
    'exit-far': ['far', register(64)],
    direction: ['direction', word('read', 'write')],
    address: ['address', register(64)],
    size: ['size', number],
    data: ['data', bytes],
  },
  start: state,
  state,
}

/** The records of a log for readers. */
export const guestJson = (log: string): JsonRecord[] =>
  logRecords(log).map(({ esr, vector, elr, spsr, far }) => ({
    ...(vector === null ? {} : { vector }),
    ...(esr === null ? {} : { esr: syndromeJson(esr, 64) }),
    elr: hex(elr),
    spsr: hex(spsr),
    ...(far === null ? {} : { far: hex(far) }),
  }))
