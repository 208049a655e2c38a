/**
 * The ideal hypervisor: the transitions of one vCPU between KVM_RUN and its exits.
 *
 * It keeps nothing of the host's step from one run to the next: as soon as an instruction is done, by the CPU or by the
 * hypervisor, the step is reported, before anything else happens.
 */
import { GUESTDBG, inForce } from '../kvm/guest-debug.ts'
import { READ_ANSWER } from './contract.ts'
import { enteredSs, returnToGuest, runGuest } from './cpu.ts'
import { takeToEl1 } from './exceptions.ts'
import { perform } from './host.ts'
import { guestControls, type Machine, osLocked, type Slots } from './machine.ts'
import { ssOf, withSs } from './registers.ts'
import type { Exit } from './run.ts'
import { debugIss, EC, EXTERNAL_ABORT, syndrome } from './syndrome.ts'
import { handleTrap } from './trap-handlers.ts'
import { writeGpr } from './vcpu.ts'

const hostDebugs = (m: Machine): boolean => inForce(m.v.control, GUESTDBG.ENABLE)
const hostSteps = (m: Machine): boolean => inForce(m.v.control, GUESTDBG.SINGLESTEP)

/** The exit for a step that is done although the CPU did not raise the exception. */
const reportStep = (m: Machine): Exit => m.slots.debugExit(m, syndrome(EC.stepLower, debugIss()), 0n)

/** The guest's own PSTATE.SS where the host debugs: it is put aside while the guest runs. */
const guestStepBit = (m: Machine, before: 0 | 1, lastSet: 0 | 1 | null, ran: boolean): 0 | 1 =>
  m.rules.guestStepBit({ before, lastSet, ran }, m.context)

/** KVM_RUN: an access that userspace answered is completed first, even if the run is to end at once. */
const run = (m: Machine, immediateExit: boolean): Exit => {
  const completed = m.slots.completeAccess(m)
  if (completed) return completed
  if (immediateExit) return { reason: 'interrupted' }
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

/** Guest exit: the guest has its own PSTATE.SS back, in SPSR_EL1 too if it took an exception. */
const exitGuest = (m: Machine): void => {
  const { v, since, rules, context } = m
  if (!hostDebugs(m)) return
  m.hostStepDone = hostSteps(m) && ssOf(v.pstate) === 0
  const { guestSs, guestSsEntered, exception } = since
  if (exception && hostSteps(m)) {
    v.spsr = rules.spsrSeenByGuest({ spsr: v.spsr, control: v.control, guestSs: guestSsEntered }, context)
    exception.spsr = v.spsr
  }
  v.pstate = withSs(v.pstate, guestStepBit(m, guestSs, since.lastSet, since.ran))
}

/**
 * An instruction that the hypervisor executed is done. The host's step is over if retiring it clears SS; the guest's own
 * SS is cleared unless the host debugs, when it is not in force.
 */
const retire: Slots['retire'] = (m, { advance }) => {
  const { v, rules, context } = m
  const steps = hostSteps(m)
  const own = ssOf(v.pstate)
  if (advance) {
    const inForceNow = steps ? withSs(v.pstate, 1) : v.pstate
    const after = rules.retireEmulated({ pc: v.pc, pstate: inForceNow }, context)
    m.hostStepDone = steps && ssOf(after.pstate) === 0
    v.pc = after.pc
    v.pstate = hostDebugs(m) ? withSs(after.pstate, guestStepBit(m, own, null, true)) : after.pstate
  }
  if (m.current) {
    m.current.next = v.pc
    m.current.emulated = true
  }
  m.current = null
  return stepIsDone(m) ? reportStep(m) : null
}

const afterHostInterrupt = (m: Machine): Exit | null => (stepIsDone(m) ? reportStep(m) : null)

const stepIsDone = (m: Machine): boolean => hostSteps(m) && m.hostStepDone

/** An exception in the place of an instruction: the step of a host ends at the vector. */
const inject: Slots['inject'] = (m, esr, far) => {
  const { v } = m
  const own = ssOf(v.pstate)
  if (hostDebugs(m)) v.pstate = withSs(v.pstate, m.since.guestSsEntered)
  takeToEl1(m, { source: 'injected', exception: 'synchronous', esr, far, elr: v.pc })
  m.current = null
  if (hostDebugs(m)) v.pstate = withSs(v.pstate, guestStepBit(m, own, 0, true))
  return hostSteps(m) ? reportStep(m) : null
}

const exitForMmio: Slots['exitForMmio'] = (m, exit, rt) => {
  const { v, rules, context } = m
  const { direction, address, size } = exit
  const exitPc = rules.mmioExitPc({ pc: v.pc }, context)
  v.mmio = { direction, address, size, rt, pc: v.pc, exitPc, data: READ_ANSWER }
  v.pc = exitPc
  return exit
}

/** Userspace has answered: the instruction is finished, or ends in the abort that userspace asked for. */
const completeAccess: Slots['completeAccess'] = (m) => {
  const { v } = m
  const { mmio, abort } = v
  v.mmio = null
  v.abort = null
  if (mmio && v.pc === mmio.exitPc) v.pc = mmio.pc
  if (abort !== null) return m.slots.inject(m, syndrome(EC.dataAbortLower, EXTERNAL_ABORT), abort)
  if (!mmio) return null
  if (mmio.direction === 'read') writeGpr(v, mmio.rt, BigInt.asUintN(8 * mmio.size, mmio.data))
  return m.slots.retire(m, { advance: true })
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
  perform,
}
