/**
 * String instructions with REP, of which one iteration or several are done at a time.
 * Source: Intel SDM vol. 2, “REP/REPE/REPZ/REPNE/REPNZ”.
 */
import { linear, load, readAnswer, readRam, store } from './access.ts'
import type { Decoded } from './decode.ts'
import { hostSteps, type Machine, noteAccess, type Outcome } from './machine.ts'
import { DONE, GP, UNSUPPORTED } from './mode.ts'
import { flags } from './registers.ts'
import {
  EAX,
  ECX,
  EDI,
  EDX,
  ESI,
  lacksIoPrivilege,
  type PendingAccess,
  readGpr,
  type Vcpu,
  writeGpr,
} from './vcpu.ts'

/** The byte that a string instruction reads through DS:ESI or writes through ES:EDI. */
const stringOperand = (v: Vcpu, register: typeof ESI | typeof EDI, access: 'read' | 'write'): bigint =>
  linear(v, register === ESI ? v.ds : v.es, readGpr(v, register, v.mode.width), 1, access)

const advance = (v: Vcpu, register: number): void => {
  const { width } = v.mode
  writeGpr(v, register, readGpr(v, register, width) + 1n, width)
}

/** How often a string instruction is still to be repeated. */
export const repetitions = (v: Vcpu): number => Number(readGpr(v, ECX, v.mode.width))

const countDown = (v: Vcpu): void => {
  const { width } = v.mode
  writeGpr(v, ECX, readGpr(v, ECX, width) - 1n, width)
}

/** The accesses of one iteration of MOVSB or STOSB, in RAM only: a string that leaves RAM is not supported. */
const stringIteration = (m: Machine, d: Decoded): boolean => {
  const { v } = m
  const moves = d.form === 'rep-movsb'
  const from = moves ? stringOperand(v, ESI, 'read') : 0n
  const to = stringOperand(v, EDI, 'write')
  if (!v.memory.isRam(to, 1) || !v.memory.isRam(from, 1)) return false
  let value = readGpr(v, EAX, 1)
  if (moves) {
    value = load(m, from, 1)
    advance(v, ESI)
  }
  store(m, to, value, 1)
  advance(v, EDI)
  countDown(v)
  return true
}

/** REP MOVSB and REP STOSB. */
export const repeatString = (m: Machine, d: Decoded): Outcome => {
  const remaining = repetitions(m.v)
  const { iterations, ends } = m.rules.repeat({ remaining }, m.context)
  for (let i = 0; i < iterations; i++) if (!stringIteration(m, d)) return UNSUPPORTED
  return ends ? DONE : { kind: 'mid-repeat' }
}

const PAGE_SIZE = 0x1000

/** REP OUTSB exits for each iteration, REP INSB for as many as the rule says. */
export const repeatIo = (m: Machine, d: Decoded): Outcome => {
  const { v } = m
  if (lacksIoPrivilege(v)) return GP
  const remaining = repetitions(v)
  if (remaining === 0) return DONE
  const port = Number(readGpr(v, EDX, 2))
  if (d.form === 'rep-insb') {
    const to = stringOperand(v, EDI, 'write')
    if (!v.memory.isWritable(to, 1)) return UNSUPPORTED
    const stepping = hostSteps(m) || (v.rflags & flags.TF) !== 0
    const pageLeft = PAGE_SIZE - Number(to % BigInt(PAGE_SIZE))
    const count = m.rules.repeatInput({ remaining, stepping, pageLeft }, m.context)
    return { kind: 'userspace', exit: { reason: 'io', direction: 'in', port, size: 1, count, data: null } }
  }
  const from = stringOperand(v, ESI, 'read')
  if (!v.memory.isRam(from, 1)) return UNSUPPORTED
  const data = readRam(v, from, 1)
  return { kind: 'userspace', exit: { reason: 'io', direction: 'out', port, size: 1, count: 1, data } }
}

/** What an answered iteration of REP INSB or REP OUTSB, or several, does to the guest. */
export const answerRepeatIo = (m: Machine, { instruction, count }: PendingAccess): void => {
  const { v } = m
  if (instruction.form === 'rep-insb') {
    noteAccess(m, { kind: 'in', address: readGpr(v, EDX, 2), size: 1 })
    for (let i = 0; i < count; i++) {
      store(m, stringOperand(v, EDI, 'write'), readAnswer(1), 1)
      advance(v, EDI)
      countDown(v)
    }
    return
  }
  noteAccess(m, { kind: 'read', address: stringOperand(v, ESI, 'read'), size: 1 })
  noteAccess(m, { kind: 'out', address: readGpr(v, EDX, 2), size: 1 })
  advance(v, ESI)
  countDown(v)
}
