/**
 * What a target shows of a run, in the form in which properties look at runs: the results of the host's actions, its CPU
 * when the guest was left, and behind them all what the log has of the guest: what it read, and what it took.
 */
import {
  CODE,
  type Cpu,
  type DeliveryEvent,
  type Ending,
  layOut,
  NO_PAIRS,
  type Pairs,
  type Program,
  type Run,
  type RunEvent,
  SPACING,
} from '../../../model/armv7/index.ts'
import { hexNumber } from '../hex.ts'
import type { Fields, Observation } from '../kvm/observation.ts'
import { type LogRecord, logRecords } from './log.ts'

const pairsOf = (fields: Fields): Pairs => {
  const list = (kind: 'b' | 'w', name: keyof Pairs) =>
    NO_PAIRS[name].map((_, n) => ({
      control: hexNumber(fields[`dbg${kind}cr${n}`]),
      value: hexNumber(fields[`dbg${kind}vr${n}`]),
    }))
  return { breakpoints: list('b', 'breakpoints'), watchpoints: list('w', 'watchpoints') }
}

const eventOf = (record: LogRecord, program: Program, cpu: Cpu): RunEvent | null => {
  if (record.kind === 'exception') {
    const { level, vector, status, far } = record
    if (level !== 'guest' || vector === 'hyp-trap') return null
    const delivery: DeliveryEvent = {
      kind: 'delivery',
      seenBy: 'guest',
      vcpu: 0,
      exception: vector,
      cause: null,
      fsr: vector === 'undefined' ? null : status,
      far: vector === 'data-abort' ? far : null,
      injected: false,
      cpu,
    }
    return delivery
  }
  const instruction = program.code[(record.address - CODE) / SPACING]
  if (instruction?.op !== 'mrc') return null
  return {
    kind: 'access',
    seenBy: 'guest',
    vcpu: 0,
    register: instruction.from,
    direction: 'read',
    transfer: 'register',
    privilege: instruction.user ? 'pl0' : 'pl1',
    outcome: 'direct',
    hsr: null,
    sees: null,
    value: record.value,
    passed: true,
    before: cpu,
    after: cpu,
  }
}

/** The run of a program as far as its target shows it. */
export const visibleRun = (program: Program, observed: Observation): Run => {
  const { setup } = layOut(program)
  const actions = program.script.flatMap((group, k) => group.map((action) => ({ group: k, action })))
  const events: RunEvent[] = []
  let cpu: Cpu = {
    number: 0,
    architecture: setup.debugArchitecture,
    hdcr: 0,
    dscr: 0,
    vcr: 0,
    osLock: false,
    doubleLock: false,
    dbgen: true,
    pairs: NO_PAIRS,
  }
  let done = 0
  let run = 0
  for (const { kind, what, fields } of observed.events) {
    if (kind === 'action') {
      const next = actions[done++]
      if (next) events.push({ kind, seenBy: 'host', ...next, result: what as 'ok', cpu })
      continue
    }
    const before = cpu
    cpu = {
      ...cpu,
      hdcr: hexNumber(fields.hdcr),
      dscr: hexNumber(fields.dscr),
      osLock: fields.oslk === '1',
      doubleLock: fields.dlk === '1',
      pairs: pairsOf(fields),
    }
    events.push({ kind, seenBy: 'host', run: run++, vcpu: 0, reason: what as 'end', before, cpu, taken: 0 })
  }
  const logged = logRecords(observed.log).flatMap((record) => eventOf(record, program, cpu) ?? [])
  return { events: [...events, ...logged], ending: observed.ending as Ending, consulted: new Map() }
}
