/**
 * The CPU while the guest runs: instruction after instruction, with the checks that come before each, until an exception
 * is taken to EL2.
 * Source: Arm ARM, “Synchronous exception prioritization”; AArch64.CheckSoftwareStep, AArch64.CheckBreakpoint.
 */
import { any, bic, u64 } from '../bits.ts'
import { FIRST_CONTEXT_AWARE, ID_AA64DFR0, STEP_CAP } from './contract.ts'
import type { Decoded } from './decode.ts'
import { debugEventsEnabled, takeToEl1 } from './exceptions.ts'
import { execute } from './execute.ts'
import { currentEl, debugView, hardwareControls, type Machine, returnedSs, type Trap } from './machine.ts'
import { pstate, RESERVED_PSTATE, withSs } from './registers.ts'
import { isLinkedAddress, type LinkedBreakpoint, linkedNumber } from './rules/breakpoints.ts'
import type { DebugControls } from './rules/software-step.ts'
import type { InstructionEvent } from './run.ts'
import { debugIss, EC, EX, ISV, syndrome } from './syndrome.ts'

const toEl2 = (esr: bigint, far: bigint, instruction: Decoded | null): Trap => ({
  kind: 'exception',
  esr,
  far,
  instruction,
})

/** A debug exception before or in the place of the instruction at PC: to EL1, or the trap that it is. */
const takeDebugException = (m: Machine, esr: bigint, far: bigint, step = false): Trap | null => {
  const { v, rules, context, hw } = m
  if (rules.debugTarget({ mdcr: hw.mdcr, hcr: 0n }, context) === 2) return toEl2(esr, far, null)
  const exception = step ? 'software-step' : 'synchronous'
  takeToEl1(m, { source: 'raised', exception, esr, far: far === 0n ? null : far, elr: v.pc })
  m.stepped = 'no'
  return null
}

/** The syndrome of a Software Step exception, with ISV and EX as QEMU's CPU has them. */
const stepSyndrome = ({ stepped }: Machine): bigint => {
  if (stepped === 'no') return syndrome(EC.stepLower, debugIss())
  return syndrome(EC.stepLower, debugIss(stepped === 'exclusive' ? ISV | EX : ISV))
}

const linkedBreakpoint = (m: Machine, bcr: bigint): LinkedBreakpoint | null => {
  if (!isLinkedAddress(bcr)) return null
  const n = linkedNumber(bcr)
  const slot = m.hw.registers.breakpoints[n]
  return slot ? { bcr: slot.control, bvr: slot.value, contextAware: n >= FIRST_CONTEXT_AWARE } : null
}

/** AArch64.CheckBreakpoint: whether the instruction at PC meets a breakpoint. */
const meetsBreakpoint = (m: Machine): boolean => {
  const { v, rules, context, hw } = m
  const { breakpoints } = hw.registers
  if (breakpoints.length === 0 || !debugEventsEnabled(m)) return false
  const { breakpoints: implemented } = rules.capabilities({ idAa64dfr0: ID_AA64DFR0 }, context)
  for (const { control: bcr, value: bvr } of breakpoints.slice(0, implemented)) {
    const { matches } = rules.matchBreakpoint(
      { bcr, bvr, address: v.pc, el: currentEl(v), contextId: v.contextId, linked: linkedBreakpoint(m, bcr) },
      context,
    )
    if (matches === true) return true
    if (matches === 'unpredictable' && m.choose('unpredictableMatch') === 'hits') return true
  }
  return false
}

type Before = { readonly elsewhere: true } | { readonly trap: Trap } | { readonly active: boolean }
const ELSEWHERE: Before = { elsewhere: true }
const ACTIVE: Before = { active: true }
const INACTIVE: Before = { active: false }

/** What comes before an instruction; without anything, whether software step is active for it. */
export const checkBefore = (m: Machine): Before => {
  const { v, rules, context } = m
  const { mdscr, mdcr, hcr, osLock, doubleLock } = hardwareControls(m)
  const asked = { el: currentEl(v), pstate: v.pstate, mdscr, mdcr, hcr, osLock, doubleLock }
  const step = rules.stepState(asked, context)
  const interrupt = v.irq && !any(v.pstate, pstate.I)
  const stepPending = step.state === 'active-pending'
  const due = rules.nextException({ interrupt, stepPending, breakpoint: meetsBreakpoint(m) }, context)
  if (due === 'none') return step.state === 'inactive' ? INACTIVE : ACTIVE
  if (due === 'interrupt') {
    takeToEl1(m, { source: 'interrupt', exception: 'interrupt', esr: null, far: null, elr: v.pc })
    m.stepped = 'no'
    return ELSEWHERE
  }
  const trap =
    due === 'software-step'
      ? takeDebugException(m, stepSyndrome(m), 0n, true)
      : takeDebugException(m, syndrome(EC.breakpointLower, debugIss()), 0n)
  return trap ? { trap } : ELSEWHERE
}

/** An instruction has completed: SSAdvance, which is not for ERET. */
const complete = (m: Machine, d: Decoded, wasActive: boolean): void => {
  const { v, rules, context, hw } = m
  if (d.form !== 'eret') v.pstate = rules.softwareStepAdvance({ pstate: v.pstate, mdscr: hw.mdscr }, context)
  m.stepped = wasActive ? (d.form === 'ldxr' ? 'exclusive' : 'yes') : 'no'
  m.since.ran = true
  if (m.current) m.current.next = v.pc
  m.current = null
}

const begin = (m: Machine, d: Decoded): InstructionEvent => {
  const { v } = m
  const event: InstructionEvent = {
    kind: 'instruction',
    seenBy: 'nobody',
    address: v.pc,
    op: d.op,
    pstate: v.pstate,
    view: debugView(m),
    access: null,
    emulated: false,
    next: null,
  }
  m.events.push(event)
  m.current = event
  m.steps += 1
  return event
}

/**
 * The instruction at PC, which nothing comes before; the trap that it ends in, or `null` if the guest goes on.
 *
 * @param active software step is.
 */
export const executeNext = (m: Machine, active: boolean): Trap | null => {
  const { v, rules, context } = m
  const d = v.memory.fetch(v.pc)
  begin(m, d)
  const outcome = execute(m, d)
  switch (outcome.kind) {
    case 'done':
      v.pc = u64(v.pc + 4n)
      complete(m, d, active)
      return null
    case 'jumped':
      complete(m, d, active)
      return null
    case 'exception': {
      const calls = d.form === 'svc'
      const elr = calls ? u64(v.pc + 4n) : v.pc
      if (calls && m.current) m.current.next = elr
      takeToEl1(m, {
        source: 'raised',
        exception: calls ? 'call' : 'synchronous',
        esr: outcome.esr,
        far: null,
        elr,
      })
      m.current = null
      m.stepped = 'no'
      return null
    }
    case 'debug': {
      const { pstate: saved } = v
      v.pstate = rules.savedSpsr({ exception: 'synchronous', pstate: saved, mdscr: m.hw.mdscr }, context)
      const trap = takeDebugException(m, outcome.esr, outcome.far)
      m.current = null
      return trap
    }
    case 'trap': {
      const exception = d.form === 'hvc' ? 'call' : 'synchronous'
      v.pstate = rules.savedSpsr({ exception, pstate: v.pstate, mdscr: m.hw.mdscr }, context)
      if (d.form === 'hvc') v.pc = u64(v.pc + 4n)
      return toEl2(outcome.esr, outcome.far, d)
    }
  }
}

/** One instruction, or what comes before it; the trap that it ends in, or `null` if the guest goes on. */
const step = (m: Machine): Trap | null => {
  const before = checkBefore(m)
  if ('elsewhere' in before) return null
  return 'trap' in before ? before.trap : executeNext(m, before.active)
}

const HOST_INTERRUPT: Trap = { kind: 'host-interrupt' }
const CAP: Trap = { kind: 'cap' }

/**
 * PSTATE.SS after the exception return from EL2 into the guest. PSTATE.D is set at EL2, so that software step is not
 * enabled there, whatever MDSCR_EL1.KDE is.
 */
export const enteredSs = (m: Machine, controls: DebugControls): 0 | 1 =>
  returnedSs(m, controls, { fromEl: 2, toEl: currentEl(m.v), pstate: pstate.D, spsr: m.v.pstate })

/** The exception return from EL2 into the guest. */
export const returnToGuest = (m: Machine): void => {
  const { v, hw } = m
  v.pstate = withSs(bic(v.pstate, RESERVED_PSTATE), enteredSs(m, hardwareControls(m)))
  v.exclusive = false
  m.stepped = 'no'
  m.events.push({
    kind: 'entry',
    seenBy: 'nobody',
    pc: v.pc,
    mdscr: hw.mdscr,
    mdcr: hw.mdcr,
    registers: hw.registers,
    pstate: v.pstate,
    view: debugView(m),
  })
}

/** The guest runs, until something is taken to EL2. */
export const runGuest = (m: Machine): Trap => {
  for (;;) {
    if (m.steps >= STEP_CAP) return CAP
    if (m.preemptIn === 0) {
      m.preemptIn = null
      return HOST_INTERRUPT
    }
    const before = m.steps
    const trap = step(m)
    if (trap) return trap
    if (m.preemptIn !== null && m.steps > before) m.preemptIn -= 1
  }
}
