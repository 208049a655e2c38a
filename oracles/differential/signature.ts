/**
 * Signatures: what differences of the same cause have in common, so that the thousandth instance of a finding is not a
 * thousand findings. Where the run parts, what of it differs (bits by their names, slot numbers left out), at which
 * instruction, and which control bits were in force.
 */
import { changedFields, type Register } from '../../model/bits.ts'
import { controlText, GUESTDBG } from '../../model/kvm/guest-debug.ts'
import { DR6, DR7, flags, HANDLERS, type Op, type Run, type RunEvent } from '../../model/x86/index.ts'
import { type LogRecord, logRecords } from '../targets/kvm/log.ts'
import type { Difference, Observation } from '../targets/kvm/observation.ts'
import type { Expected } from './judge.ts'

export interface Signature {
  /** What differs. */
  readonly field: string
  /** How, where that can be said: the bits by their names. */
  readonly changes: readonly string[]
  /** At which instruction, or in which action. */
  readonly at: string
  /** The control bits in force. */
  readonly control: string
}

const symptomText = ({ field, changes }: Signature): string =>
  changes.length === 0 ? field : `${field}: ${changes.join(', ')}`

/** One line that names a finding. */
export const signatureText = (signature: Signature): string =>
  `${symptomText(signature)}, at ${signature.at}, control ${signature.control}`

/** Whether one shows nothing that the other does not show: an instance shrinks only to such a one. */
export const isSameSymptom = (found: Signature, original: Signature): boolean =>
  found.field === original.field && found.changes.every((change) => original.changes.includes(change))

const numberOf = (text: string | null): bigint =>
  text !== null && /^[0-9a-f]+$/.test(text) ? BigInt(`0x${text}`) : 0n

type Symptom = Pick<Signature, 'field' | 'changes'>

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

const plain = (field: string): Symptom => ({ field, changes: [] })

const MORE = plain('more exceptions in the guest’s log')
const FEWER = plain('fewer exceptions in the guest’s log')

/** One event in the place of another. What comes instead of a debug exit says little: it is not where it belongs. */
const otherEvent = (expected: string | null, observed: string | null): Symptom => {
  const [a, b] = [expected, observed].map((what) => what?.replace(/^exit /, '') ?? 'nothing more')
  if (a === 'debug') return plain('a debug exit is missing')
  if (b === 'debug') return plain('a debug exit too many')
  return plain(`${a} is ${b}`)
}

const GENERAL: readonly string[] = ['rax', 'rcx', 'rdx', 'rbx', 'rsi', 'rdi']

/** What differs in one field. */
const inField = (field: string, expected: string | null, observed: string | null): Symptom => {
  if (field === 'what') return otherEvent(expected, observed)
  if (field === 'ending') return plain(`the ending ${expected} is ${observed}`)
  if (GENERAL.includes(field)) return plain('a general register')
  if (expected === null) return plain(`${field} is there`)
  if (observed === null) return plain(`${field} is not there`)
  const [a, b] = [numberOf(expected), numberOf(observed)]
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

/** The first record in which two logs differ, and how. */
const inLog = (
  expected: readonly LogRecord[],
  observed: readonly LogRecord[],
): { record: number; symptom: Symptom } => {
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

const isHostEvent = (event: RunEvent): boolean => event.kind === 'action' || event.kind === 'exit'

/** The events of a run up to the host's event with this number, or up to the end. */
const upTo = (run: Run, host: number): readonly RunEvent[] => {
  let seen = -1
  const end = run.events.findIndex((event) => {
    if (isHostEvent(event)) seen += 1
    return seen === host
  })
  return end < 0 ? run.events : run.events.slice(0, end + 1)
}

/** Instructions in which nothing can go wrong: which of them it was says nothing. */
const PLAIN: readonly Op[] = ['nop', 'mov', 'jmp', 'cli', 'push']

/** The instruction at which a run stands after these events. */
const instructionAt = (events: readonly RunEvent[]): string => {
  const last = events.findLast((event) => event.kind === 'instruction')
  if (!last || PLAIN.includes(last.op)) return 'a plain instruction'
  return Number(last.address) >= HANDLERS ? 'a handler' : last.op
}

/** The control bits in force at the last exit among these events; a request to inject is over when it was heard. */
const controlAt = (events: readonly RunEvent[]): string => {
  const last = events.findLast((event) => event.kind === 'exit' || event.kind === 'instruction')
  const control = last?.view.control ?? 0
  return controlText(control & ~(GUESTDBG.INJECT_DB | GUESTDBG.INJECT_BP))
}

/** The signature of a difference between an expected run and what was observed. */
export const signatureOf = (
  { run, observation }: Expected,
  observed: Observation,
  difference: Difference,
): Signature => {
  const { event, field, expected, observed: seen } = difference
  if (event === null) {
    if (field !== 'log')
      return {
        ...inField(field, expected, seen),
        at: instructionAt(run.events),
        control: controlAt(run.events),
      }
    const { mode } = run.state
    const { record, symptom } = inLog(logRecords(observation.log, mode), logRecords(observed.log, mode))
    const deliveries = run.events.flatMap((each, i) => (each.kind === 'delivery' ? [i] : []))
    const before = run.events.slice(0, (deliveries[record] ?? deliveries.at(-1) ?? run.events.length - 1) + 1)
    return { ...symptom, at: instructionAt(before), control: controlAt(before) }
  }
  const events = upTo(run, event)
  const last = events.at(-1)
  const inAction = last?.kind === 'action' && observation.events[event] !== undefined
  return {
    ...inField(field, expected, seen),
    at: inAction ? last.action.do : instructionAt(events),
    control: controlAt(events),
  }
}
