/**
 * Linux 6.14 to 6.16: the debug registers have an owner, decided when the vCPU is loaded; the host's step takes the
 * guest's place from load to put.
 * Source: upstream snapshots around the rework, arch/arm64/kvm/debug.c (`kvm_vcpu_load_debug()`,
 * `kvm_vcpu_put_debug()`); measured on Linux 7.2, whose source was not read.
 */
import { bic, u64 } from '../../bits.ts'
import { measured, source, targets } from '../../citations.ts'
import { returnToGuest } from '../cpu.ts'
import { type Machine, osLocked, type Slots } from '../machine.ts'
import { mdscr as bits, ssOf, withSs } from '../registers.ts'
import type { Exit } from '../run.ts'
import { idealSlots } from '../slots.ts'
import { isStep } from '../syndrome.ts'
import { handleTrap } from '../trap-handlers.ts'
import { ideal } from './ideal.ts'
import {
  adjustPc,
  completeAccess,
  debugTraps,
  enterUntilExit,
  hostDebugs,
  hostSteps,
  injectLater,
  maskedMdscr,
  retireLater,
  stateOf,
  trappedDebugAccess,
  usesDebugRegisters,
  usesHardware,
} from './kvm-state.ts'
import { perform } from './linux-6.1.ts'
import { commonMeasurements, linuxAnswers } from './linux-before-6.1.ts'
import { kernel, type Variant } from './variant.ts'

/** `setup_external_mdscr()`: none of the guest's debug events, and the host's as asked for. */
export const externalMdscr = (m: Machine): bigint => {
  const masked = maskedMdscr(m, bic(m.v.mdscr, bits.MDE | bits.KDE))
  return usesHardware(m) ? u64(masked | bits.MDE | bits.KDE) : masked
}

/** `kvm_vcpu_load_debug()` */
const load = (m: Machine, external: (m: Machine) => bigint): void => {
  const { v } = m
  const state = stateOf(m)
  if (!hostDebugs(m) && !osLocked(v)) {
    state.owner = usesDebugRegisters(v.mdscr) ? 'guest' : 'free'
    return
  }
  state.owner = 'host'
  state.externalMdscr = external(m)
  if (!hostSteps(m)) return
  state.guestPending = ssOf(v.pstate) === 0
  v.pstate = withSs(v.pstate, state.hostPending ? 0 : 1)
}

/** `kvm_vcpu_put_debug()` */
const put = (m: Machine): void => {
  const { v } = m
  const state = stateOf(m)
  if (!hostSteps(m)) return
  state.hostPending = ssOf(v.pstate) === 0
  v.pstate = withSs(v.pstate, state.guestPending ? 0 : 1)
}

const enterGuest: Slots['enterGuest'] = (m) => {
  const { v, hw } = m
  const { owner, externalMdscr: external } = stateOf(m)
  const hosts = owner === 'host'
  hw.mdscr = hosts ? external : v.mdscr
  hw.registers = hosts ? v.host : v.registers
  hw.mdcr = debugTraps(m, owner !== 'guest')
  adjustPc(m)
  returnToGuest(m)
}

/** What the guest wrote natively comes back into the vCPU. */
const exitGuest: Slots['exitGuest'] = (m) => {
  const { v, hw } = m
  const { owner } = stateOf(m)
  if (owner !== 'host') v.mdscr = hw.mdscr
  if (owner === 'guest') v.registers = hw.registers
}

/** `kvm_handle_guest_debug()`: the step is over, the next one armed. */
const debugExit: Slots['debugExit'] = (m, esr, far) => {
  if (isStep(esr)) m.v.pstate = withSs(m.v.pstate, 1)
  return idealSlots.debugExit(m, esr, far)
}

/** The slots, by what the host has in MDSCR_EL1 while it owns the debug registers. */
export const ownerSlots = (external: (m: Machine) => bigint): Slots => {
  /** The vCPU leaves its CPU and comes back. */
  const reload = (m: Machine): void => {
    put(m)
    load(m, external)
  }
  return {
    ...idealSlots,
    run: (m, immediateExit) => {
      m.slots.completeAccess(m)
      load(m, external)
      const exit: Exit = immediateExit ? { reason: 'interrupted' } : enterUntilExit(m)
      adjustPc(m)
      put(m)
      return exit
    },
    enterGuest,
    exitGuest,
    handleTrap: (m, trap) => {
      const exit = handleTrap(m, trap)
      const access = trappedDebugAccess(trap)
      const state = stateOf(m)
      if (access === 'lock') reload(m)
      else if (access !== null && state.owner !== 'host') state.owner = 'guest'
      return exit
    },
    afterHostInterrupt: (m) => {
      reload(m)
      return null
    },
    retire: retireLater,
    inject: injectLater,
    completeAccess,
    debugExit,
    perform,
  }
}

/** Linux 6.14 to 6.16. */
export const linux614: Variant = kernel({
  id: 'arm64/linux-6.14',
  summary:
    'Linux 6.14 to 6.16: whoever owns the debug registers has them alone, and the host owns them while it debugs',
  base: ideal,
  cites: [
    source('Linux around 6.14 arch/arm64/kvm/debug.c, in the middle of the rework'),
    ...commonMeasurements,
    measured(targets.arm64, 'on 7.2 ENABLE alone suppresses the guest’s breakpoints and loses its PSTATE.SS'),
    source('what a pending step becomes when SINGLESTEP is dropped and asked for again', 'derived'),
  ],
  slots: ownerSlots(externalMdscr),
  answers: { ...linuxAnswers, guestBreakpointsWithoutUseHw: 'suppressed' },
})
