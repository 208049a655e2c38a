/**
 * What events of the x86 machine hold, and the log of its guest's handlers.
 */
import { hex } from '../../../model/bits.ts'
import type { Program } from '../../../model/x86/index.ts'
import type { JsonRecord } from '../../codec.ts'
import { logRecords, modeOf } from '../../targets/x86/log.ts'
import {
  bytes,
  type EventForms,
  type Form,
  flag,
  number,
  register,
  registers,
  word,
  wrong,
} from '../programs/forms.ts'

const SHADOWS = ['none', 'mov-ss', 'sti', 'sti-or-mov-ss']
const shadow: Form = {
  toJson: (text) => SHADOWS[Number.parseInt(text, 16)]!,
  toText: (json) =>
    SHADOWS.includes(json as string)
      ? SHADOWS.indexOf(json as string).toString(16)
      : wrong(SHADOWS.join(' or '), json),
}

/** The part of `kvm_run`, by its name in a target's answer: the name in the file, and the form. */
const record: EventForms['record'] = {
  exception: ['exception', number],
  pc: ['pc', register(64)],
  'exit-dr6': ['dr6', register(64)],
  'exit-dr7': ['dr7', register(64)],
  direction: ['direction', word('in', 'out', 'read', 'write')],
  port: ['port', number],
  address: ['address', register(64)],
  size: ['size', number],
  count: ['count', number],
  data: ['data', bytes],
}

const GENERAL = [
  'rax',
  'rcx',
  'rdx',
  'rbx',
  'rsp',
  'rbp',
  'rsi',
  'rdi',
  ...[8, 9, 10, 11, 12, 13, 14, 15].map((n) => `r${n}`),
]

/** State by its name, the same in both. */
const state: EventForms['state'] = {
  ...Object.fromEntries([...GENERAL, 'rip'].map((name) => [name, register(64)])),
  rflags: register(32),
  ...Object.fromEntries(['cs', 'ds', 'es', 'ss'].map((name) => [name, register(16)])),
  cr2: register(64),
  cr4de: flag,
  db: registers(4, 'four addresses'),
  dr6: register(64),
  dr7: register(64),
  shadow,
  pending: number,
  injected: number,
  error: register(32),
  payload: register(64),
  interrupt: number,
  nmi: flag,
}

export const forms: EventForms = { record, start: state, state }

/** The records of a log for readers. */
export const guestJson = (log: string, program: Program): JsonRecord[] => {
  const mode = modeOf(program)
  return logRecords(log, mode).map(({ vector, ip, flags, dr6, errorCode }) => ({
    vector,
    ip: hex(ip, mode === 'real' ? 16 : 64),
    flags: hex(flags, mode === 'real' ? 16 : 32),
    ...(dr6 === null ? {} : { dr6: hex(dr6, 32) }),
    ...(errorCode === null ? {} : { errorCode: hex(errorCode, 32) }),
  }))
}
