/**
 * Linux 4.3 to 6.13: the debug registers are switched when they are in use, guest debugging is set up before each entry
 * and undone after it.
 * Source: Linux 4.x and 6.1 arch/arm64/kvm/debug.c, `kvm_arm_setup_debug()` and `kvm_arm_clear_debug()`.
 */
import { u64 } from '../../bits.ts'
import { returnToGuest } from '../cpu.ts'
import type { Machine, Slots } from '../machine.ts'
import { mdscr as bits, withSs } from '../registers.ts'
import { idealSlots } from '../slots.ts'
import { handleTrap } from '../trap-handlers.ts'
import {
  completeAccess,
  debugTraps,
  enterUntilExit,
  goOn,
  hostDebugs,
  hostSteps,
  injectNow,
  maskedMdscr,
  retireNow,
  stateOf,
  trappedDebugAccess,
  usesDebugRegisters,
  usesHardware,
} from './kvm-state.ts'

/**
 * The trap bits are decided before KDE and MDE of the guest count as use of the registers: a guest that only steps itself
 * has every access trapped (measured).
 */
export const setUpTraps = (m: Machine, osLock: boolean): void => {
  m.hw.mdcr = debugTraps(m, usesHardware(m) || !stateOf(m).dirty || osLock)
}

/** Which registers are loaded, and whether they are in use. */
export const setUpRegisters = (m: Machine, mdscr: bigint): void => {
  const { v, hw } = m
  const hosts = usesHardware(m)
  hw.mdscr = mdscr
  hw.registers = hosts ? v.host : v.registers
  if (hosts || usesDebugRegisters(mdscr)) stateOf(m).dirty = true
}

/** SINGLESTEP sets both SS bits at every entry; else MDSCR_EL1.SS is cleared and PSTATE.SS left alone. */
export const setUpDebug = (m: Machine): void => {
  const { v } = m
  setUpTraps(m, false)
  if (hostSteps(m)) v.pstate = withSs(v.pstate, 1)
  const masked = hostDebugs(m) ? maskedMdscr(m, v.mdscr) : v.mdscr
  setUpRegisters(m, usesHardware(m) ? u64(masked | bits.MDE) : masked)
}

const enterGuest: Slots['enterGuest'] = (m) => {
  setUpDebug(m)
  returnToGuest(m)
}

/** What the guest wrote natively comes back into the vCPU. The host's set is not the guest's. */
export const saveNative = (m: Machine): void => {
  const { v, hw } = m
  v.mdscr = hw.mdscr
  if (stateOf(m).dirty) v.registers = hw.registers
}

/** MDSCR_EL1 is the guest's again. PSTATE is what the hardware left, the host's SS among it. */
const exitGuest: Slots['exitGuest'] = (m) => {
  if (!hostDebugs(m)) saveNative(m)
  stateOf(m).dirty = false
}

/** A trapped write makes the registers the guest's own, until the next exit. */
export const handleTrapLazily: Slots['handleTrap'] = (m, trap) => {
  const exit = handleTrap(m, trap)
  if (trappedDebugAccess(trap) === 'write') stateOf(m).dirty = true
  return exit
}

/** KVM_RUN, an access completed first. */
const run: Slots['run'] = (m, immediateExit) => {
  const completed = m.slots.completeAccess(m)
  if (completed) return completed
  return immediateExit ? { reason: 'interrupted' } : enterUntilExit(m)
}

/** The slots of Linux 4.3. */
export const lazySlots: Slots = {
  ...idealSlots,
  run,
  enterGuest,
  exitGuest,
  handleTrap: handleTrapLazily,
  afterHostInterrupt: goOn,
  retire: retireNow,
  inject: injectNow,
  completeAccess,
}

/** Guest entry with the PC adjusted behind the set-up: what it clears in PSTATE stays cleared. */
export const enterGuestAdjusting =
  (setUp: (m: Machine) => void, adjust: (m: Machine) => void): Slots['enterGuest'] =>
  (m) => {
    setUp(m)
    adjust(m)
    returnToGuest(m)
  }
