/**
 * Signatures: what differences of the same cause have in common, so that the thousandth instance of a finding is not a
 * thousand findings. Where the run parts, what of it differs (bits by their names, slot numbers left out), at which
 * instruction, and which control bits were in force.
 */
import { changedFields, type Register } from '../../model/bits.ts'
import { controlText, GUESTDBG } from '../../model/kvm/guest-debug.ts'
import {
  DR6,
  DR7,
  flags,
  HANDLERS,
  LOG_RECORD,
  type Op,
  type Run,
  type RunEvent,
} from '../../model/x86/index.ts'
import type { Difference, Observation } from '../targets/kvm/observation.ts'
import type { Expected } from './judge.ts'

export interface Signature {
  /** What differs and how: an instance shrinks only to another one of the same symptom. */
  readonly symptom: string
  /** At which instruction, or in which action. */
  readonly at: string
  /** The control bits in force. */
  readonly control: string
}

/** One line that names a finding. */
export const signatureText = ({ symptom, at, control }: Signature): string =>
  `${symptom}, at ${at}, control ${control}`

const numberOf = (text: string | null): bigint =>
  text !== null && /^[0-9a-f]+$/.test(text) ? BigInt(`0x${text}`) : 0n

/** `B0 0→1, BS 1→0` without the slots' numbers: a bug of DR0 is one of DR3 too. */
const bits = (register: Register, expected: bigint, observed: bigint): string => {
  const changes = changedFields(register, expected, observed).map((text) =>
    text.replace(/^(B|L|G|RW|LEN)[0-3] /, '$1n '),
  )
  return [...new Set(changes)].join(', ') || 'bits without a name'
}

const FLAGS = [
  ['TF', flags.TF],
  ['IF', flags.IF],
  ['RF', flags.RF],
  ['AC', flags.AC],
  ['OF', flags.OF],
] as const

const flagBits = (expected: bigint, observed: bigint): string =>
  FLAGS.flatMap(([name, mask]) => {
    const [before, after] = [expected, observed].map((value) => Number((value & BigInt(mask)) !== 0n))
    return before === after ? [] : [`${name} ${before}→${after}`]
  }).join(', ') || 'arithmetic flags'

const general = new Set(['rax', 'rcx', 'rdx', 'rbx', 'rsi', 'rdi'])

/** What differs in one field. */
const fieldText = (field: string, expected: string | null, observed: string | null): string => {
  const [a, b] = [numberOf(expected), numberOf(observed)]
  switch (field) {
    case 'what':
      return `${expected ?? 'nothing more'}→${observed ?? 'nothing more'}`
    case 'ending':
      return `${expected}→${observed}`
    case 'dr6':
      return `dr6: ${bits(DR6, a, b)}`
    case 'dr7':
      return `dr7: ${bits(DR7, a, b)}`
    case 'exit-dr6':
      return `exit-dr6: ${bits(DR6, a, b)}`
    case 'exit-dr7':
      if (expected === null || observed === null) break
      return `exit-dr7: ${bits(DR7, a, b)}`
    case 'rflags':
      return `rflags: ${flagBits(a, b)}`
    case 'rbp':
      return b > a ? 'more exceptions in the guest’s log' : 'fewer exceptions in the guest’s log'
  }
  if (general.has(field)) return 'a general register'
  if (expected === null || observed === null)
    return `${field} ${observed === null ? 'missing' : 'unexpected'}`
  return field
}

const word = (log: string, at: number, size: number): bigint => {
  const digits = log.slice(2 * at, 2 * (at + size)).match(/../g) ?? []
  return numberOf(digits.reverse().join('') || null)
}

/** The first record in which two logs differ, and how. */
const logDifference = (expected: string, observed: string): { record: number; text: string } => {
  const length = Math.max(expected.length, observed.length) / 2
  for (let record = 0; record * LOG_RECORD < length; record++) {
    const at = record * LOG_RECORD
    const differs = (offset: number, size: number): [bigint, bigint] | null => {
      const [a, b] = [word(expected, at + offset, size), word(observed, at + offset, size)]
      return a === b ? null : [a, b]
    }
    if (2 * at >= observed.length) return { record, text: 'a record less' }
    if (2 * at >= expected.length) return { record, text: 'a record more' }
    if (differs(4, 1)) return { record, text: 'vector' }
    const image = differs(2, 2)
    if (image) return { record, text: `flags: ${flagBits(...image)}` }
    if (differs(0, 2)) return { record, text: 'ip' }
    const dr6 = differs(8, 4)
    if (dr6) return { record, text: `dr6: ${bits(DR6, ...dr6)}` }
  }
  return { record: 0, text: 'unused bytes' }
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
        symptom: `ending: ${fieldText(field, expected, seen)}`,
        at: instructionAt(run.events),
        control: controlAt(run.events),
      }
    const { record, text } = logDifference(observation.log, observed.log)
    const deliveries = run.events.flatMap((each, i) => (each.kind === 'delivery' ? [i] : []))
    const before = run.events.slice(0, (deliveries[record] ?? deliveries.at(-1) ?? run.events.length - 1) + 1)
    return { symptom: `log: ${text}`, at: instructionAt(before), control: controlAt(before) }
  }
  const events = upTo(run, event)
  const of = observation.events[event] ?? observed.events[event]!
  const last = events.at(-1)
  const inAction = last?.kind === 'action' && observation.events[event] !== undefined
  const where = field === 'what' ? of.kind : `${of.kind} ${of.what}`
  return {
    symptom: `${where}: ${fieldText(field, expected, seen)}`,
    at: inAction ? last.action.do : instructionAt(events),
    control: controlAt(events),
  }
}
