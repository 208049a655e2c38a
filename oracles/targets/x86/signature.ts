/**
 * What differs between runs on x86: bits by their names, slot numbers left out.
 */
import { changedFields, type Register } from '../../../model/bits.ts'
import { DR6, DR7, flags, HANDLERS, type Op, type Run } from '../../../model/x86/index.ts'
import { hexValue } from '../hex.ts'
import { type LogSymptom, plain, type Signs, type Symptom } from '../signs.ts'
import { type LogRecord, logRecords } from './log.ts'

/** `Bn 0→1`, `BS 1→0`: without the slots' numbers, a bug of DR0 is one of DR3 too. */
const bits = (field: string, register: Register, expected: bigint, observed: bigint): Symptom => {
  const changes = changedFields(register, expected, observed).map((text) =>
    text.replace(/^(B|L|G|RW|LEN)[0-3] /, '$1n '),
  )
  return { field, changes: [...new Set(changes)] }
}

const FLAGS = [
  ['TF', flags.TF],
  ['IF', flags.IF],
  ['RF', flags.RF],
  ['AC', flags.AC],
  ['OF', flags.OF],
] as const

const flagBits = (field: string, expected: bigint, observed: bigint): Symptom => ({
  field,
  changes: FLAGS.flatMap(([name, mask]) => {
    const [before, after] = [expected, observed].map((value) => Number((value & BigInt(mask)) !== 0n))
    return before === after ? [] : [`${name} ${before}→${after}`]
  }),
})

const MORE = plain('more exceptions in the guest’s log')
const FEWER = plain('fewer exceptions in the guest’s log')

const GENERAL: readonly string[] = ['rax', 'rcx', 'rdx', 'rbx', 'rsi', 'rdi']

const inField = (field: string, expected: string, observed: string): Symptom => {
  const [a, b] = [hexValue(expected), hexValue(observed)]
  switch (field) {
    case 'dr6':
    case 'exit-dr6':
      return bits(field, DR6, a, b)
    case 'dr7':
    case 'exit-dr7':
      return bits(field, DR7, a, b)
    case 'rflags':
      return flagBits(field, a, b)
    case 'rbp':
      return b > a ? MORE : FEWER
    default:
      return plain(field)
  }
}

const inRecords = (expected: readonly LogRecord[], observed: readonly LogRecord[]): LogSymptom => {
  for (let record = 0; record < Math.max(expected.length, observed.length); record++) {
    const [a, b] = [expected[record], observed[record]]
    if (!b) return { record, symptom: FEWER }
    if (!a) return { record, symptom: MORE }
    if (a.vector !== b.vector) return { record, symptom: plain('vector of an exception') }
    if (a.flags !== b.flags)
      return { record, symptom: flagBits('flags of an exception', BigInt(a.flags), BigInt(b.flags)) }
    if (a.ip !== b.ip) return { record, symptom: plain('ip of an exception') }
    if (a.dr6 !== null && b.dr6 !== null && a.dr6 !== b.dr6)
      return { record, symptom: bits('dr6 that the guest reads', DR6, a.dr6, b.dr6) }
    if (a.errorCode !== b.errorCode) return { record, symptom: plain('error code of an exception') }
  }
  return { record: 0, symptom: plain('unused bytes of the log') }
}

/** Instructions in which nothing can go wrong. */
const PLAIN: readonly Op[] = ['nop', 'mov', 'jmp', 'cli', 'push']

export const x86Signs: Signs<Run> = {
  events: ({ events }) => events,
  general: GENERAL,
  inField,
  inLog: (expected, observed, { state: { mode } }) =>
    inRecords(logRecords(expected, mode), logRecords(observed, mode)),
  plain: PLAIN,
  isHandler: (address) => Number(address) >= HANDLERS,
}
