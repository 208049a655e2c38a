/**
 * The ideal hypervisor: the transitions of one vCPU between KVM_RUN and its exits.
 *
 * As soon as an instruction is done, by the CPU or by the hypervisor, the host's step is reported, before anything else
 * happens; only a run that is to return at once may leave that to the next one.
 */
import { u64 } from '../bits.ts'
import { GUESTDBG, inForce } from '../kvm/guest-debug.ts'
import { READ_ANSWER } from './contract.ts'
import { enteredSs, returnToGuest, runGuest } from './cpu.ts'
import { takeToEl1 } from './exceptions.ts'
import { perform } from './host.ts'
import { guestControls, type Machine, osLocked, type Slots } from './machine.ts'
import { ssOf, withSs } from './registers.ts'
import type { PendingStepInput } from './rules/emulation.ts'
import type { Exit } from './run.ts'
import { debugIss, EC, EXTERNAL_ABORT, syndrome } from './syndrome.ts'
import { handleTrap } from './trap-handlers.ts'
import { writeGpr } from './vcpu.ts'

const hostDebugs = (m: Machine): boolean => inForce(m.v.control, GUESTDBG.ENABLE)
const hostSteps = (m: Machine): boolean => inForce(m.v.control, GUESTDBG.SINGLESTEP)

/** The exit for a step that is done although the CPU did not raise the exception. */
const reportStep = (m: Machine): Exit => m.slots.debugExit(m, syndrome(EC.stepLower, debugIss()), 0n)

const INTERRUPTED: Exit = { reason: 'interrupted' }

/** KVM_RUN with immediate_exit has come to a step’s end: it may return EINTR, as it is documented to. */
const reportOrOwe = (m: Machine, step: Exit): Exit => {
  if (m.choose('stepAtImmediateExit') === 'reported') return step
  m.hostStepOwed = true
  return INTERRUPTED
}

/** KVM_RUN: an access that userspace answered is completed first, even if the run is to end at once. */
const run = (m: Machine, immediateExit: boolean): Exit => {
  const completed = m.slots.completeAccess(m)
  if (completed) return immediateExit ? reportOrOwe(m, completed) : completed
  if (immediateExit) return INTERRUPTED
  if (m.hostStepOwed) {
    m.hostStepOwed = false
    return reportStep(m)
  }
  for (;;) {
    m.slots.enterGuest(m)
    const trap = runGuest(m)
    m.slots.exitGuest(m, trap)
    const exit = m.slots.handleTrap(m, trap)
    if (exit) return exit
  }
}

/** Guest entry: what the hardware gets. The vCPU keeps the guest's MDSCR_EL1, and its PSTATE.SS is put aside. */
const enterGuest = (m: Machine): void => {
  const { v, hw, rules, context } = m
  const { control, host, mdscr, registers } = v
  m.since = {
    guestSs: ssOf(v.pstate),
    guestSsEntered: enteredSs(m, guestControls(m)),
    ran: false,
    exception: null,
    lastSet: null,
  }
  const masked = rules.maskSoftwareStep({ control, mdscr, spsr: v.pstate }, context)
  hw.mdscr = rules.enableDebugEvents({ control, mdscr: masked.mdscr, osLock: osLocked(v) }, context)
  hw.mdcr = rules.debugTraps({ control }, context)
  hw.registers = rules.registersInForce({ control, host, guest: registers }, context)
  v.pstate = masked.spsr
  returnToGuest(m)
}

/** SPSR_EL1 that the guest reads after an exception that it took while the host steps. */
const showSpsr = ({ v, since, rules, context }: Machine): void => {
  v.spsr = rules.spsrSeenByGuest({ spsr: v.spsr, control: v.control, guestSs: since.guestSsEntered }, context)
  since.exception!.spsr = v.spsr
}

/** Guest exit: the guest has its own MDSCR_EL1 and PSTATE.SS back, in SPSR_EL1 too if it took an exception. */
const exitGuest = (m: Machine): void => {
  const { v, hw, since, rules, context } = m
  if (!hostDebugs(m)) return
  m.hostStepDone = hostSteps(m) && ssOf(v.pstate) === 0
  const { guestSs: before, lastSet, ran } = since
  if (since.exception && hostSteps(m)) showSpsr(m)
  v.mdscr = rules.guestMdscr({ own: v.mdscr, hardware: hw.mdscr }, context)
  v.pstate = withSs(v.pstate, rules.guestStepBit({ before, hardware: ssOf(v.pstate), lastSet, ran }, context))
}

/** The exit for a step that is done although the CPU has not raised the exception, if it is reported. */
const reportIfDone = (m: Machine, done: PendingStepInput['done']): Exit | null => {
  const { v, rules, context } = m
  if (!hostSteps(m) || !m.hostStepDone) return null
  return rules.pendingStep({ control: v.control, done }, context) === 'report' ? reportStep(m) : null
}

/**
 * An instruction that the hypervisor executed is done, and a step of the host with it. The guest's own SS is cleared unless
 * the host debugs, when it is not in force.
 */
const retire: Slots['retire'] = (m, doneBy) => {
  const { v, rules, context } = m
  const steps = hostSteps(m)
  const before = ssOf(v.pstate)
  if (doneBy !== 'call') {
    const inForceNow = steps ? withSs(v.pstate, 1) : v.pstate
    const after = rules.retireEmulated({ pc: v.pc, pstate: inForceNow }, context)
    const hardware = ssOf(after.pstate)
    m.hostStepDone = steps
    v.pc = after.pc
    v.pstate = hostDebugs(m)
      ? withSs(after.pstate, rules.guestStepBit({ before, hardware, lastSet: null, ran: true }, context))
      : after.pstate
  }
  if (m.current) {
    m.current.next = v.pc
    m.current.emulated = true
  }
  m.current = null
  return reportIfDone(m, doneBy)
}

const afterHostInterrupt = (m: Machine): Exit | null => reportIfDone(m, 'host-interrupt')

/** An exception in the place of an instruction, as the CPU would have taken it: the step of a host ends at the vector. */
const inject: Slots['inject'] = (m, esr, far) => {
  const { v, rules, context } = m
  const before = ssOf(v.pstate)
  if (hostDebugs(m)) v.pstate = withSs(v.pstate, hostSteps(m) ? 1 : 0)
  takeToEl1(m, { source: 'injected', exception: 'synchronous', esr, far, elr: v.pc })
  if (hostSteps(m)) showSpsr(m)
  m.current = null
  m.hostStepDone = true
  if (hostDebugs(m))
    v.pstate = withSs(v.pstate, rules.guestStepBit({ before, hardware: 0, lastSet: 0, ran: true }, context))
  return reportIfDone(m, 'injection')
}

const exitForMmio: Slots['exitForMmio'] = (m, exit, rt) => {
  const { v, rules, context } = m
  const { direction, address, size } = exit
  const exitPc = rules.mmioExitPc({ pc: v.pc }, context)
  v.mmio = { direction, address, size, rt, pc: v.pc, exitPc, data: READ_ANSWER }
  v.pc = exitPc
  return exit
}

/**
 * Userspace has answered: the instruction is finished, or ends in the abort that userspace asked for. Where the PC has
 * been advanced before the exit, that is undone first.
 */
const completeAccess: Slots['completeAccess'] = (m) => {
  const { v, rules, context } = m
  const { mmio, abort } = v
  v.mmio = null
  v.abort = null
  if (!mmio) return null
  const exitPc = v.pc
  v.pc = u64(exitPc - (mmio.exitPc - mmio.pc))
  if (abort !== null) {
    v.pc = rules.mmioAbortPc({ pc: v.pc, exitPc }, context)
    return m.slots.inject(m, syndrome(EC.dataAbortLower, EXTERNAL_ABORT), abort)
  }
  if (mmio.direction === 'read') writeGpr(v, mmio.rt, BigInt.asUintN(8 * mmio.size, mmio.data))
  return m.slots.retire(m, 'userspace')
}

/** Without SINGLESTEP nothing of a step is left. */
const performIoctl: Slots['perform'] = (m, action, layout) => {
  const result = perform(m, action, layout)
  if (!hostSteps(m)) m.hostStepOwed = false
  return result
}

const debugExit: Slots['debugExit'] = (m, esr, far) => ({
  reason: 'debug',
  debug: m.rules.debugExit({ esr, far }, m.context),
})

/** The slots of the ideal hypervisor. */
export const idealSlots: Slots = {
  run,
  enterGuest,
  exitGuest,
  handleTrap,
  afterHostInterrupt,
  retire,
  inject,
  exitForMmio,
  completeAccess,
  debugExit,
  perform: performIoctl,
}
