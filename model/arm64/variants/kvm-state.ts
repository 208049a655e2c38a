/**
 * What KVM keeps for one vCPU beside the guest's registers, and what all kernel generations do alike.
 */
import { any, bic, u64 } from '../../bits.ts'
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import { runGuest } from '../cpu.ts'
import { takeToEl1 } from '../exceptions.ts'
import type { Machine, Slots, Trap } from '../machine.ts'
import { mdscr as bits, mdcr } from '../registers.ts'
import type { Exit } from '../run.ts'
import { classOf, EC, EXTERNAL_ABORT, syndrome } from '../syndrome.ts'
import { isDebugRegister } from '../system-registers.ts'
import { type PendingMmio, type Vcpu, writeGpr } from '../vcpu.ts'

/** One exception that is to be entered before the guest goes on. */
export interface PendingException {
  readonly esr: bigint
  readonly far: bigint | null
}

/** `struct kvm_vcpu_arch`, as far as debugging needs it. Each generation uses a part. */
export interface KvmState {
  /** The guest uses its debug registers: they are switched, and not trapped (`DEBUG_DIRTY`). */
  dirty: boolean
  /** The PC is to be advanced at the next entry (`INCREMENT_PC`). */
  incrementPc: boolean
  /** `PENDING_EXCEPTION` */
  exception: PendingException | null
  /** An access that was aborted and is still taken for one to be completed (`mmio_needed`). */
  needed: PendingMmio | null
  /** The host's step was Active-pending when the guest was left (`DBG_SS_ACTIVE_PENDING`). */
  hostPending: boolean
  /** The guest's was when the host's took its place (`GUEST_SS_ACTIVE_PENDING`). */
  guestPending: boolean
  /** PSTATE.SS of the guest, put aside at entry (`guest_debug_preserved.pstate_ss`). */
  preservedSs: 0 | 1
  /** Who owns the debug registers (`debug_owner`). */
  owner: 'free' | 'guest' | 'host'
  /** MDSCR_EL1 while the host owns them (`external_mdscr_el1`). */
  externalMdscr: bigint
}

// A vCPU that everything is restored into has none of it.
const states = new WeakMap<Vcpu, KvmState>()

export const stateOf = ({ v }: Machine): KvmState => {
  const known = states.get(v)
  if (known) return known
  const state: KvmState = {
    dirty: false,
    incrementPc: false,
    exception: null,
    needed: null,
    hostPending: false,
    guestPending: false,
    preservedSs: 0,
    owner: 'free',
    externalMdscr: 0n,
  }
  states.set(v, state)
  return state
}

export const hostDebugs = ({ v }: Machine): boolean => inForce(v.control, GUESTDBG.ENABLE)
export const hostSteps = ({ v }: Machine): boolean => inForce(v.control, GUESTDBG.SINGLESTEP)
export const usesHardware = ({ v }: Machine): boolean => inForce(v.control, GUESTDBG.USE_HW_BP)

/** MDSCR_EL1 with the host's step on or off. */
export const maskedMdscr = (m: Machine, mdscr: bigint): bigint =>
  hostSteps(m) ? u64(mdscr | bits.SS) : bic(mdscr, bits.SS)

/** Nothing is reported: the guest goes on. */
export const goOn = (): null => null

/** An emulated instruction is done. */
export const finishEmulated = (m: Machine): void => {
  if (m.current) {
    m.current.next = m.v.pc
    m.current.emulated = true
  }
  m.current = null
}

/** `kvm_skip_instr()`, on the vCPU as it is. */
export const skipInstruction = (m: Machine): void => {
  const { v, rules, context } = m
  const after = rules.retireEmulated({ pc: v.pc, pstate: v.pstate }, context)
  v.pc = after.pc
  v.pstate = after.pstate
}

/** Skips at once, in the exit handler. */
export const retireNow: Slots['retire'] = (m, doneBy) => {
  if (doneBy !== 'call') skipInstruction(m)
  finishEmulated(m)
  return null
}

/** `enter_exception64()`, on the vCPU as it is. */
export const enterException = (m: Machine, { esr, far }: PendingException): void => {
  takeToEl1(m, { source: 'injected', exception: 'synchronous', esr, far, elr: m.v.pc })
  m.current = null
}

/** Injects at once, in the exit handler. */
export const injectNow: Slots['inject'] = (m, esr, far) => {
  enterException(m, { esr, far })
  return null
}

/** Skips at the next entry. */
export const retireLater: Slots['retire'] = (m, doneBy) => {
  if (doneBy !== 'call') stateOf(m).incrementPc = true
  else finishEmulated(m)
  return null
}

/** Injects at the next entry. */
export const injectLater: Slots['inject'] = (m, esr, far) => {
  stateOf(m).exception = { esr, far }
  return null
}

/** `__kvm_adjust_pc()`: what was put off. */
export const adjustPc = (m: Machine): void => {
  const state = stateOf(m)
  if (state.exception) enterException(m, state.exception)
  else if (state.incrementPc) {
    skipInstruction(m)
    finishEmulated(m)
  }
  state.exception = null
  state.incrementPc = false
}

/** The access that waits is answered: what it was, or `abort`, or nothing. */
const takeAnswer = ({ v }: Machine): 'none' | 'answered' | { readonly abort: bigint } => {
  const { mmio, abort } = v
  v.mmio = null
  v.abort = null
  if (abort !== null) return { abort }
  if (!mmio) return 'none'
  if (mmio.direction === 'read') writeGpr(v, mmio.rt, BigInt.asUintN(8 * mmio.size, mmio.data))
  return 'answered'
}

const injectAbort = (m: Machine, far: bigint): Exit | null =>
  m.slots.inject(m, syndrome(EC.dataAbortLower, EXTERNAL_ABORT), far)

/** `kvm_handle_mmio_return()`: the loaded value, and the end of the instruction. */
export const completeAccess: Slots['completeAccess'] = (m) => {
  const answer = takeAnswer(m)
  if (answer === 'none') return null
  return answer === 'answered' ? m.slots.retire(m, 'userspace') : injectAbort(m, answer.abort)
}

/** The same where the PC was advanced before the exit: only the loaded value is left to do. */
export const completeSkipped: Slots['completeAccess'] = (m) => {
  const answer = takeAnswer(m)
  if (answer === 'none') return null
  if (answer !== 'answered') return injectAbort(m, answer.abort)
  finishEmulated(m)
  return null
}

/** The loop of KVM_RUN. */
export const enterUntilExit = (m: Machine): Exit => {
  for (;;) {
    m.slots.enterGuest(m)
    const trap = runGuest(m)
    m.slots.exitGuest(m, trap)
    const exit = m.slots.handleTrap(m, trap)
    if (exit) return exit
  }
}

/** The instruction of a trapped access to a debug register. */
export const trappedDebugAccess = (trap: Trap): 'read' | 'write' | 'lock' | null => {
  if (trap.kind !== 'exception' || classOf(trap.esr) !== EC.sysreg) return null
  const { register, form } = trap.instruction!
  if (register === null || !isDebugRegister(register)) return null
  if (register.startsWith('osl') || register === 'osdlr_el1') return form === 'msr' ? 'lock' : null
  return form === 'mrs' ? 'read' : 'write'
}

/** MDCR_EL2: debug exceptions to EL2 while the host debugs; the debug registers trap as `traps` says. */
export const debugTraps = (m: Machine, traps: boolean): bigint =>
  mdcr.TDOSA | mdcr.TDRA | (hostDebugs(m) ? mdcr.TDE : 0n) | (traps ? mdcr.TDA : 0n)

/** Whether MDSCR_EL1 has anything that makes KVM switch the debug registers. */
export const usesDebugRegisters = (mdscr: bigint): boolean => any(mdscr, bits.KDE | bits.MDE)

/** A Software Step exception that KVM makes up: the class and nothing else. */
export const FAKE_STEP = BigInt(EC.stepLower) << 26n
