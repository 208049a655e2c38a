/**
 * What kvm-intel does its own way. Source: Linux 6.1 arch/x86/kvm/vmx/vmx.c; Intel SDM vol. 3, "Saving RIP, RSP,
 * RFLAGS, and SSP" (recalled); confirmed by measurement where it can be seen.
 */
import { any, u64 } from '../../bits.ts'
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import { debugExit, effective, linearRip, type Machine, raise, type Slots } from '../machine.ts'
import { GENERAL_PROTECTION } from '../mode.ts'
import type { Op } from '../program.ts'
import { DR6, dr6, dr7 as dr7Bits, flags, legaliseDr7, slotsOf } from '../registers.ts'
import type { DebugExitRecord } from '../rules/ownership.ts'
import type { Exit } from '../run.ts'
import { idealSlots } from '../slots.ts'
import { enterGuestWith } from './native-events.ts'
import { INVALID_OPCODE, isMovDr, type Vendor } from './native-slots.ts'

/** What of the VMCS and of KVM's vCPU can be seen later. */
interface VmxState {
  /**
   * The step trap of MOV SS or POP SS is held by the CPU until after the next instruction, as what its access has met
   * is in `heldTraps` of the vCPU.
   */
  holdsStep: boolean
  /** Causes that were held at an exit: the pending debug exceptions of the VMCS. Nobody reads or migrates them. */
  pending: bigint
  /**
   * The interrupt window is not asked for until the next exit: KVM_INTERRUPT has just injected one, and with BLOCKIRQ
   * `kvm_check_and_inject_events()` ends before it comes to that.
   */
  asksNoWindow: boolean
  /**
   * The VM-exit instruction length that KVM has kept at the last #DB or #BP of the host's (`event_exit_inst_len`): 1 for
   * INT3 and ICEBP. For any other #DB the manual leaves it undefined, and Bochs's CPU has 0.
   */
  eventLength: number
}

const states = new WeakMap<Machine, VmxState>()

const stateOf = (m: Machine): VmxState => {
  let state = states.get(m)
  if (!state) {
    state = { holdsStep: false, pending: 0n, asksNoWindow: false, eventLength: 0 }
    states.set(m, state)
  }
  return state
}

const savePending = (m: Machine): void => {
  const state = stateOf(m)
  state.pending |= m.v.heldTraps | (state.holdsStep ? dr6.BS : 0n)
  state.holdsStep = false
  m.v.heldTraps = 0n
}

/** The exit for an instruction that is intercepted saves RF as 0. */
const exitForInstruction = (m: Machine): void => {
  m.v.rflags &= ~flags.RF
  savePending(m)
}

/** An exit in the place of a fault saves RF as the fault would have pushed it. */
const exitForFault = (m: Machine): void => {
  m.v.rflags |= flags.RF
  savePending(m)
}

/**
 * KVM does not take back what the CPU has saved, where it finishes the instruction itself or has ended the shadow: the
 * step comes twice, or once too often. While the shadow lasts the CPU holds it.
 */
const pendingTraps = (m: Machine): bigint => {
  const state = stateOf(m)
  const { pending } = state
  state.pending = 0n
  if (pending === 0n || m.v.shadow !== 'mov-ss') return pending
  state.holdsStep = any(pending, dr6.BS)
  // Bochs's CPU: of breakpoints only those that DR7 enables.
  const enabled = slotsOf(effective(m).dr7).map((slot, i) => (slot.enabled ? 1n << BigInt(i) : 0n))
  m.v.heldTraps = pending & enabled.reduce((bits, bit) => bits | bit)
  return 0n
}

const loadsSs = (op: Op): boolean => op === 'mov-ss' || op === 'pop-ss'

const retire: Slots['retire'] = (m, given) => {
  const { instruction } = given
  // Of two in a row the second holds nothing back: SDM vol. 2, MOV (recalled).
  const isSecond = m.v.shadow === 'mov-ss' && loadsSs(instruction.op)
  const op = isSecond ? 'nop' : instruction.op
  const how = { ...given, instruction: { ...instruction, op } }
  const exit = idealSlots.retire(m, how)
  stateOf(m).holdsStep = m.rules.trapsHeld({ instruction: op }, m.context) && how.guestTf
  return exit
}

/**
 * ICEBP: its #DB is intercepted with RIP at the instruction. KVM moves RIP on for the guest, and not for userspace. It
 * has causes, though none.
 */
const executeIcebp = (m: Machine): Exit | null => {
  const { v } = m
  const { rip, shadow, heldTraps } = v
  const exit = idealSlots.step(m)
  if (exit === null) return raise(m, 1, 0n)
  v.rip = rip
  v.shadow = shadow
  v.heldTraps = 0n
  return debugExit(m, heldTraps, 'trap')
}

/** The guest moves to and from the CPU's own registers, which have their fixed bits. */
const loadDebugRegisters = ({ v }: Machine): void => {
  v.dr6 = u64(v.dr6 | DR6.reset)
  v.dr7 = legaliseDr7(v.dr7)
}

const execute: Vendor['execute'] = (m, next) => {
  const { v } = m
  const op = next?.op
  const isUndefined = v.cr4De && (next?.dr === 4 || next?.dr === 5)
  if (isMovDr(op) && v.control === 0 && v.mode.privilege(v) === 0 && !isUndefined) {
    // Intercepted once, it is executed again for the CPU to do it, but without its RF. A general detect is found first.
    if ((v.rflags & flags.RF) !== 0 && !any(v.dr7, dr7Bits.GD)) {
      exitForInstruction(m)
      return null
    }
    loadDebugRegisters(m)
  }
  const exit = op === 'icebp' ? executeIcebp(m) : idealSlots.step(m)
  const isGeneralDetect =
    v.exception?.payload === dr6.BD || (exit?.reason === 'debug' && any(exit.debug.dr6, dr6.BD))
  if (exit?.reason === 'io' || isGeneralDetect) exitForInstruction(m)
  // As an exit for an instruction that is intercepted.
  if (exit?.reason === 'debug' && exit.debug.exception === 3) exitForInstruction(m)
  if (exit?.reason === 'debug' && isOfCpu(exit.debug))
    stateOf(m).eventLength = op === 'icebp' || exit.debug.exception === 3 ? 1 : 0
  return exit
}

/** Whether an exit comes from an exception of the CPU. */
const isOfCpu = ({ exception, dr6: causes, dr7 }: DebugExitRecord): boolean =>
  exception === 3 || (dr7 !== null && !any(causes, dr6.BD))

/** The CPU reports a code breakpoint, a disabled one too if any is enabled, with the trap of the instruction before it. */
const takeTrap: Vendor['takeTrap'] = (m, causes, byCpu) => {
  const { db, dr7 } = effective(m)
  const mayMeet = any(dr7, dr7Bits.ENABLES) && (m.v.rflags & flags.RF) === 0
  if (!byCpu || !mayMeet) return idealSlots.takeTrap(m, causes)
  const all = u64(dr7 | dr7Bits.ENABLES)
  const { hits } = m.rules.matchCodeBreakpoints({ db, dr7: all, address: linearRip(m) }, m.context)
  return idealSlots.takeTrap(m, u64(causes | BigInt(hits)))
}

/**
 * #BP is intercepted for USE_SW_BP only. A MOV DR is intercepted before the CPU looks at the privilege level (SDM vol. 3,
 * "Instructions That Cause VM Exits Conditionally", recalled): its #GP is KVM's own.
 */
const intercepted: Vendor['intercepted'] = ({ v }, op) => [
  1,
  ...(inForce(v.control, GUESTDBG.USE_SW_BP) ? [3] : []),
  INVALID_OPCODE,
  ...(isMovDr(op) ? [GENERAL_PROTECTION] : []),
]

/** An interrupt that KVM_INTERRUPT has injected while the guest cannot take it: VM entry refuses it. */
const refusesInterrupt = ({ v }: Machine): boolean => {
  if (v.exception !== null || v.interrupt === null) return false
  const holdsBack = v.shadow !== 'none' && !inForce(v.control, GUESTDBG.SINGLESTEP)
  return (v.rflags & flags.IF) === 0 || holdsBack
}

/** #BP and #OF are injected as if an instruction had raised them: with its length. */
const isSoft = (vector: number): boolean => vector === 3 || vector === 4

const entryFails = (why: string): Exit => ({ reason: 'internal-error', detail: `VM entry fails: ${why}` })

/** The CPU itself waits for the end of the shadow: NMI-window exiting. */
const injectAndWait = enterGuestWith(() => {})

/** Whether userspace has just been there: `vmx_vcpu_run()` begins with no shadow while the host steps. */
const isEntry = ({ events }: Machine): boolean => {
  const last = events.at(-1)?.kind
  return last === undefined || last === 'exit' || last === 'action'
}

const enterGuest: Slots['enterGuest'] = (m) => {
  const { exception } = m.v
  if (refusesInterrupt(m))
    return entryFails('an interrupt is injected while RFLAGS.IF or a shadow holds it back')
  if (exception?.requested && isSoft(exception.vector) && stateOf(m).eventLength === 0)
    return entryFails('the instruction length of an injected #BP or #OF is 0')
  const steps = inForce(m.v.control, GUESTDBG.SINGLESTEP)
  if (isEntry(m) && !steps && m.v.shadow === 'sti' && (m.v.rflags & flags.IF) === 0)
    return entryFails('the shadow of STI while RFLAGS.IF is 0')
  const isSteppedEntry = isEntry(m) && steps
  if (isEntry(m)) stateOf(m).asksNoWindow = m.v.interrupt !== null && inForce(m.v.control, GUESTDBG.BLOCKIRQ)
  const exit = injectAndWait(m)
  if (exit?.reason === 'interrupt-window' && stateOf(m).asksNoWindow) return null
  if (exit || !isSteppedEntry || m.v.shadow === 'none') return exit
  // What has waited for the end of the shadow comes at once.
  m.v.shadow = 'none'
  return injectAndWait(m)
}

/**
 * VM entry pushes the flags that it finds: KVM itself has set RF for a fault that was raised. Bochs's CPU, like QEMU's,
 * clears RF before INT n pushes it; the manual does not say when the instruction has completed.
 */
const deliver: Slots['deliver'] = (m, event) => {
  const state = stateOf(m)
  if (event.source === 'software') m.v.rflags &= ~flags.RF
  else {
    state.holdsStep = false
    state.pending = 0n
  }
  const skipped = event.source === 'injected' && isSoft(event.vector) ? state.eventLength : 0
  const returnIp = event.returnIp + BigInt(skipped)
  return idealSlots.deliver(m, { ...event, returnIp, keepsResumeFlag: true })
}

const nothing = (): void => {}

export const vmx: Vendor = {
  enterGuest,
  deliver,
  emulatesMovDr: false,
  intercepted,
  pendingTraps,
  execute,
  retire,
  // `handle_dr()`: without guest debugging the CPU executes it.
  isSkipped: ({ v }, op) => isMovDr(op) && v.control !== 0,
  // One that userspace has answered exited before.
  skip: (m, { userspace }) => {
    if (userspace === 'none') exitForInstruction(m)
  },
  takeTrap,
  exitForInstruction,
  exitForFault,
  flagsWritten: nothing,
  restored: (m) => {
    states.delete(m)
  },
}
