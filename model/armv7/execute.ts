/**
 * The guest’s instructions: breakpoints, accesses to debug registers and memory, debug exceptions.
 */
import { match } from 'ts-pattern'
import { u32 } from '../bits.ts'
import { startHwBreakpoint } from './linux.ts'
import { changeCpu, cpuOf, type Machine, readHardware, vcpuOf, writeHardware } from './machine.ts'
import type { Instruction } from './program.ts'
import { type Cause, dscr as dscrBits, enabledPairs, type Pair, withMoe } from './registers.ts'
import type { AccessOutcome, Direction, Transfer } from './rules/access.ts'
import type { Mode } from './rules/events.ts'

/** What is UNPREDICTABLE becomes a choice. */
const decided = (m: Machine, matches: boolean | 'unpredictable'): boolean =>
  matches === 'unpredictable' ? m.choose('unpredictableMatch') === 'hits' : matches

/** The breakpoint of a CPU that hits an instruction. */
export const breakpointHit = (m: Machine, number: number, address: number, mode: Mode): Pair | null => {
  const { pairs } = m.cpus[number]!
  for (const pair of pairs.breakpoints) {
    if ((pair.control & 1) === 0) continue
    const { control, value } = pair
    const input = { control, value, address, mode, thumb: false, contextId: 0, linkedMatches: false }
    if (decided(m, m.rules.matchBreakpoint(input, m.context))) return pair
  }
  return null
}

/** The watchpoint of a CPU that hits an access to a word, and DFAR. */
export const watchpointHit = (
  m: Machine,
  number: number,
  address: number,
  access: 'read' | 'write',
  user: boolean,
): { pair: Pair; far: number } | null => {
  for (const pair of m.cpus[number]!.pairs.watchpoints) {
    if ((pair.control & 1) === 0) continue
    const { control, value } = pair
    const input = { control, value, address, size: 4, access, user, hyp: false, linkedMatches: false }
    const { matches, far } = m.rules.matchWatchpoint(input, m.context)
    if (far !== null && decided(m, matches)) return { pair, far }
  }
  return null
}

/** What comes of a debug event on a CPU; MOE is written where an exception is taken. */
export const raise = (m: Machine, number: number, event: Cause, user: boolean, write: boolean) => {
  const cpu = m.cpus[number]!
  const { dscr, hdcr, osLock, doubleLock, dbgen, architecture } = cpu
  const from = user ? 'pl0' : 'pl1'
  const result = m.rules.debugEvent(
    { event, from, dscr, hdcr, osLock, doubleLock, dbgen, architecture, write },
    m.context,
  )
  if (result.moe !== null) changeCpu(m, number, { dscr: withMoe(dscr, result.moe) })
  return result
}

/** The guest takes a debug exception to PL1. */
export const deliverDebug = (m: Machine, cause: Cause, far: number | null, injected: boolean): void => {
  m.events.push({
    kind: 'delivery',
    seenBy: 'guest',
    vcpu: m.vcpu,
    exception: cause === 'watchpoint' ? 'data-abort' : 'prefetch-abort',
    cause,
    fsr: m.rules.faultStatus({ fault: 'debug', lpae: false }, m.context),
    far,
    injected,
    cpu: cpuOf(m),
  })
}

const deliverUndefined = (m: Machine, injected: boolean): void => {
  m.events.push({
    kind: 'delivery',
    seenBy: 'guest',
    vcpu: m.vcpu,
    exception: 'undefined',
    cause: null,
    fsr: null,
    far: null,
    injected,
    cpu: cpuOf(m),
  })
}

/** A debug event of the guest; whether it was taken. */
const debugEvent = (m: Machine, cause: Cause, user: boolean, far: number | null, write = false): boolean => {
  const { number } = cpuOf(m)
  const { taken, to, hsr } = raise(m, number, cause, user, write)
  if (!taken) return false
  if (to === 'debug-state') m.events.push({ kind: 'halt', seenBy: 'external-debugger', cpu: cpuOf(m) })
  else if (to === 'hyp') {
    m.events.push({ kind: 'routed', seenBy: 'nobody', vcpu: m.vcpu, cause, hsr: hsr!, cpu: cpuOf(m) })
    m.slots.handleDebugException(m, cause, far)
  } else deliverDebug(m, cause, far, false)
  return true
}

/** An access to a debug register, as an instruction makes it. */
export interface GuestAccess {
  readonly register: string
  readonly direction: Direction
  readonly transfer: Transfer
  readonly user: boolean
  readonly value: number
  readonly rt: number
  /** Its condition is true. */
  readonly passed: boolean
}

/** r1 is the second register of MRRC. */
const RT2 = 1

const route = (m: Machine, { register, direction, transfer, user }: GuestAccess): AccessOutcome => {
  const { hdcr, architecture, dscr, osLock } = cpuOf(m)
  const udccDisabled = (dscr & dscrBits.UDCCdis) !== 0
  const privilege = user ? 'pl0' : 'pl1'
  return m.rules.routeAccess(
    { register, direction, privilege, transfer, hdcr, architecture, udccDisabled, osLock },
    m.context,
  )
}

/** Makes an access; what a read got, or that it was UNDEFINED. */
export const access = (m: Machine, made: GuestAccess): number | 'undefined' => {
  const { register, direction, transfer, user, value, rt, passed } = made
  const { rules, context } = m
  const before = cpuOf(m)
  let outcome = route(m, made)
  // A failed condition makes a NOP of what does not trap; whether it traps is up to the CPU.
  if (!passed && (outcome !== 'hyp-trap' || m.choose('failedConditionTraps') === 'no-trap')) return 0

  let got: number | null = direction === 'write' ? value : null
  let hsr: number | null = null
  let sees: ReturnType<typeof rules.emulateAccess> | null = null
  if (outcome === 'direct' && transfer !== 'memory') {
    if (direction === 'read') got = readHardware(before, register)
    else writeHardware(m, before.number, register, value)
  }
  if (outcome === 'hyp-trap') {
    hsr = rules.accessSyndrome({ register, direction, transfer, rt, rt2: RT2 }, context)
    const decoded = rules.decodeSyndrome({ hsr }, context)
    const done = rules.completeAccess(
      { direction, transfer, rt, rt2: RT2, pc: 0, itState: 0, conditionPassed: passed },
      context,
    )
    const named = decoded.register ?? register
    const known = { register: named, direction: decoded.direction, transfer: decoded.transfer, value }
    const answer = passed || done.written.length > 0 ? m.slots.handleAccess(m, known) : null
    sees = answer?.sees ?? null
    if (direction === 'read') got = answer !== null && done.written.includes(rt) ? answer.value : null
    if (sees === 'undefined') outcome = 'undefined'
  }
  m.events.push({
    kind: 'access',
    seenBy: 'guest',
    vcpu: m.vcpu,
    register,
    direction,
    transfer,
    privilege: user ? 'pl0' : 'pl1',
    outcome,
    hsr,
    sees,
    value: outcome === 'undefined' ? null : got === null ? null : u32(got),
    passed,
    before,
    after: cpuOf(m),
  })
  if (outcome !== 'undefined') return got ?? 0
  deliverUndefined(m, sees === 'undefined')
  return 'undefined'
}

/** A Linux guest’s start-up on the vCPU that is running. */
const startUp = (m: Machine): void => {
  // The guest is a kernel of its own, with the code of an unchanged Linux.
  const steps = startHwBreakpoint(m.context)
  let step = steps.next()
  while (!step.done) {
    const asked = step.value
    const value = asked.direction === 'write' ? asked.value : 0
    const { register, direction } = asked
    step = steps.next(
      access(m, { register, direction, transfer: 'register', user: false, value, rt: 0, passed: true }),
    )
  }
  m.events.push({ kind: 'start-up', seenBy: 'guest', vcpu: m.vcpu, outcome: step.value, cpu: cpuOf(m) })
}

const memoryAccess = (m: Machine, instruction: Extract<Instruction, { op: 'ldr' | 'str' }>): void => {
  const user = instruction.user === true
  const kind = instruction.op === 'str' ? 'write' : 'read'
  const hit = watchpointHit(m, vcpuOf(m).cpu, m.layout.value(instruction.at), kind, user)
  if (hit) debugEvent(m, 'watchpoint', user, hit.far, kind === 'write')
}

/** Executes an instruction of the guest; whether it leaves the guest. */
export const execute = (m: Machine, index: number): boolean => {
  const instruction = m.program.code[index]!
  const address = m.layout.addressOf(index)
  m.events.push({
    kind: 'instruction',
    seenBy: 'nobody',
    vcpu: m.vcpu,
    address,
    instruction,
    cpu: cpuOf(m),
  })
  const user = 'user' in instruction && instruction.user === true
  const hit = breakpointHit(m, vcpuOf(m).cpu, address, user ? 'user' : 'supervisor')
  if (hit && debugEvent(m, 'breakpoint', user, null)) return instruction.op === 'wfi'
  const one = { transfer: 'register', user, rt: 0, value: 0 } as const
  match(instruction)
    .with({ op: 'nop' }, { op: 'wfi' }, () => {})
    .with({ op: 'bkpt' }, () => {
      debugEvent(m, 'bkpt', user, null)
    })
    .with({ op: 'ldr' }, { op: 'str' }, (each) => memoryAccess(m, each))
    .with({ op: 'mrc' }, ({ from, flags, fails }) => {
      access(m, { ...one, register: from, direction: 'read', rt: flags ? 15 : 0, passed: fails !== true })
    })
    .with({ op: 'mcr' }, ({ to, value, fails }) => {
      const written = m.layout.value(value)
      access(m, { ...one, register: to, direction: 'write', value: written, passed: fails !== true })
    })
    .with({ op: 'mrrc' }, ({ from }) => {
      access(m, { ...one, register: from, direction: 'read', transfer: 'pair', passed: true })
    })
    .with({ op: 'ldc' }, { op: 'stc' }, ({ op }) => {
      const direction = op === 'ldc' ? 'write' : 'read'
      access(m, { ...one, register: 'DBGDTRint', direction, transfer: 'memory', passed: true })
    })
    .with({ op: 'linux-start-up' }, () => startUp(m))
    .exhaustive()
  return instruction.op === 'wfi'
}

/** Whether any breakpoint or watchpoint of a CPU is enabled: only then can an UNKNOWN one hit. */
export const anyEnabled = (m: Machine, number: number): boolean =>
  enabledPairs(m.cpus[number]!.pairs).length > 0
