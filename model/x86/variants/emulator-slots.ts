/**
 * The transitions of KVM's instruction emulator: what `x86_emulate_instruction()` does around an instruction, and the
 * ioctls that reach into it. Source: Linux 6.1 arch/x86/kvm/x86.c, confirmed by measurement where it can be seen.
 *
 * Here RFLAGS of the vCPU are the raw ones, in which the host's TF may be set; what anybody sees goes through the
 * rule `visibleFlags`.
 */
import { type Errno, GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import { answerAccess } from '../execute.ts'
import { linearRip, type Machine, raise, type Slots } from '../machine.ts'
import { dr6, flags } from '../registers.ts'
import type { InterruptShadow } from '../rules/step.ts'
import type { Exit } from '../run.ts'
import { idealSlots } from '../slots.ts'
import { EAX } from '../vcpu.ts'

/** What KVM keeps for one vCPU beside the guest's state. */
export interface EmulatorState {
  /** Linear RIP at the last KVM_SET_GUEST_DEBUG with SINGLESTEP (`singlestep_rip`). */
  singlestepRip: bigint | null
  /** A HLT was executed and its exit not yet made (`halt_request`). */
  haltRequest: boolean
  /** Events are looked at before the guest goes on: at KVM_RUN, and at a HLT with an interrupt waiting. */
  entered: boolean
  /** There may be an event to look at (`KVM_REQ_EVENT`). */
  eventRequest: boolean
  /** The exit of the step event of the instruction that has just completed. */
  stepExit: Exit | null
  /** The instruction has completed: its flags were written back. */
  completed: boolean
  /** Flags of the instruction that waits for userspace (`ctxt->eflags`). */
  waitingFlags: number
  /** KVM_SET_REGS was called while the instruction waits (`emulate_regs_need_sync_from_vcpu`). */
  registersWritten: boolean
  /** NMIs that wait: at most two, one while an NMI handler runs. */
  nmis: number
  nmiMasked: boolean
}

const states = new WeakMap<Machine, EmulatorState>()

/** The state of a machine that runs under this hypervisor. */
export const stateOf = (m: Machine): EmulatorState => {
  let state = states.get(m)
  if (!state) {
    state = {
      singlestepRip: null,
      haltRequest: false,
      entered: true,
      eventRequest: true,
      stepExit: null,
      completed: false,
      waitingFlags: 0,
      registersWritten: false,
      nmis: 0,
      nmiMasked: false,
    }
    states.set(m, state)
  }
  return state
}

/** `kvm_get_rflags()`: without the host's TF. */
export const visible = (m: Machine): number =>
  m.rules.visibleFlags({ rflags: m.v.rflags, control: m.v.control }, m.context)

/** `__kvm_set_rflags()`: TF comes back where stepping was switched on. */
export const writeFlags = (m: Machine, rflags: number): void => {
  const steps = inForce(m.v.control, GUESTDBG.SINGLESTEP)
  const armed = steps && linearRip(m) === stateOf(m).singlestepRip
  m.v.rflags = armed ? rflags | flags.TF : rflags
}

/** `toggle_interruptibility()`: the shadow of a second STI or MOV SS in a row is dropped, with that of the first. */
const toggleShadow = (m: Machine, mask: InterruptShadow): void => {
  const { v } = m
  const shadow = v.shadow === mask ? 'none' : mask
  if (v.shadow !== 'none' && shadow === 'none') stateOf(m).eventRequest = true
  v.shadow = shadow
}

/** The end of an instruction that completes: shadow and flags. */
const complete = (m: Machine, mask: InterruptShadow, rflags: number): void => {
  toggleShadow(m, mask)
  if (m.current) m.current.next = linearRip(m)
  m.current = null
  m.hits = 0n
  stateOf(m).completed = true
  writeFlags(m, rflags)
}

/** The bytes 0f 0b. */
const UD2 = 0x0b0f

const retire: Slots['retire'] = (m, how) => {
  const { v, rules, context } = m
  const instruction = how.instruction.op
  const state = stateOf(m)
  const rflags = rules.flagsAfterRetire({ rflags: v.rflags, instruction, midRepeat: how.midRepeat }, context)
  complete(m, rules.shadowAfter({ instruction, interruptFlag: how.interruptFlag }, context), rflags)
  if (instruction === 'iret' || instruction === 'iretd') state.nmiMasked = false
  if (!how.interruptFlag && (v.rflags & flags.IF) !== 0) state.eventRequest = true
  const { guestTf, userspace, jumped: taken } = how
  const hostStep = inForce(v.control, GUESTDBG.SINGLESTEP)
  const { mode } = v
  const due = rules.singleStepDue(
    { guestTf, hostStep, instruction, taken, mode: mode.name, userspace },
    context,
  )
  state.stepExit = due ? m.slots.takeTrap(m, dr6.BS) : null
  return state.stepExit
}

/**
 * An instruction that leaves for userspace. An OUT or a write to MMIO is complete by then: there is nothing to answer,
 * and no step follows. What reads waits, with the flags that it began with.
 */
const leaveForUserspace = (m: Machine): void => {
  const { v, rules, context } = m
  const access = v.access!
  const { instruction, userspace } = access
  if (userspace !== 'io-write' && userspace !== 'mmio-write') {
    const state = stateOf(m)
    state.waitingFlags = v.rflags
    state.registersWritten = false
    return
  }
  v.access = null
  answerAccess(m, access)
  const { op } = instruction
  const midRepeat = op === 'rep-outsb'
  const rflags = rules.flagsAfterRetire({ rflags: v.rflags, instruction: op, midRepeat }, context)
  complete(m, 'none', rflags)
}

/** KVM_EXIT_HLT, unless an interrupt waits: it is delivered instead. */
const halt = (m: Machine): Exit | null => {
  const state = stateOf(m)
  state.haltRequest = false
  if (m.v.interrupt === null) return leave(m, { reason: 'hlt' })
  state.entered = true
  state.eventRequest = true
  return null
}

/** The next KVM_RUN looks at events again; reading the state at the exit asks for it as long as an NMI waits. */
const leave = (m: Machine, exit: Exit): Exit => {
  const state = stateOf(m)
  state.entered = true
  if (state.nmis > 0) state.eventRequest = true
  return exit
}

/**
 * An instruction that the emulator cannot decode is #UD if the bytes at RIP are those of UD2, else an internal error.
 * The address is not linear: CS.base is forgotten.
 */
const emulationFailure = (m: Machine, exit: Exit): Exit | null => {
  const { v } = m
  return v.memory.isRam(v.rip, 2) && v.memory.read(v.rip, 2) === UD2 ? raise(m, 6, null) : exit
}

/** The #DB of a general detect is queued without payload: the emulator itself has written DR6. */
const writeGeneralDetect = (m: Machine): void => {
  const { v, rules, context } = m
  if (v.exception?.payload !== dr6.BD) return
  const { rtm, busLockDetect } = v
  v.dr6 = rules.mergeDr6({ dr6: v.dr6, payload: dr6.BD, rtm, busLockDetect }, context)
  v.exception = { ...v.exception, payload: null }
}

/** `em_mov_sreg_rm()` asks for the shadow before it looks at the selector. */
const shadowOfFault = ({ events, rules, context }: Machine): InterruptShadow => {
  const last = events.findLast((event) => event.kind === 'instruction')
  return last?.op === 'mov-ss'
    ? rules.shadowAfter({ instruction: last.op, interruptFlag: false }, context)
    : 'none'
}

/** One instruction, up to its end or to what stops it. */
const emulate = (m: Machine): Exit | null => {
  const { v, steps } = m
  const exit = idealSlots.step(m)
  if (exit?.reason === 'internal-error') return emulationFailure(m, exit)
  if (exit) return exit
  // A fault ends the shadow, that of MOV SS begins one; the #DB of a code breakpoint, before the emulator has begun,
  // does neither.
  if (v.exception && m.steps > steps && !stateOf(m).completed) {
    toggleShadow(m, shadowOfFault(m))
    writeGeneralDetect(m)
  }
  return null
}

const step: Slots['step'] = (m) => {
  const { v } = m
  const state = stateOf(m)
  const raw = v.rflags
  state.completed = false
  v.rflags = visible(m)
  const exit = emulate(m)
  if (v.access) leaveForUserspace(m)
  // What faults or waits for userspace writes no flags back.
  if (!state.completed) v.rflags = raw
  if (exit?.reason === 'hlt') {
    state.haltRequest = true
    if (state.stepExit) return leave(m, state.stepExit)
  } else if (exit) return leave(m, exit)
  return state.haltRequest ? halt(m) : null
}

const completeAccess: Slots['completeAccess'] = (m) => {
  const { v } = m
  const state = stateOf(m)
  const access = v.access!
  const raw = v.rflags
  const accumulator = v.gpr[EAX]!
  v.rip = access.exitRip
  v.rflags = state.waitingFlags
  state.completed = false
  const exit = idealSlots.completeAccess(m)
  // The registers that KVM_SET_REGS wrote win over the value that was read.
  const { op } = access.instruction
  if (state.registersWritten && (op === 'in' || op === 'load')) v.gpr[EAX] = accumulator
  if (v.access) leaveForUserspace(m)
  if (!state.completed) v.rflags = raw
  return exit && leave(m, exit)
}

const perform: Slots['perform'] = (m, action, program, layout): Errno => {
  const { v, rules, context } = m
  const state = stateOf(m)
  const writesRegisters =
    action.do === 'set-registers' || (action.do === 'write-back' && action.state === 'registers')
  const { cr4De, exception } = v
  const result = idealSlots.perform(m, action, program, layout)
  // A change of CR4 makes KVM forget the instruction that waits: it begins again.
  if (v.cr4De !== cr4De) v.access = null
  if (result !== 'ok') return result
  // What KVM_GET_VCPU_EVENTS does not show is lost when the rest is written back.
  if (action.do === 'set-vcpu-events' && !action.exception && exception)
    if (!rules.exceptionShown(exception, context)) v.exception = null
  if (action.do !== 'set-debug-registers' && action.do !== 'write-memory' && action.do !== 'interrupt-window')
    if (action.do !== 'write-back' || action.state !== 'debug-registers') state.eventRequest = true
  if (writesRegisters) {
    writeFlags(m, v.rflags)
    state.registersWritten = true
  }
  if (action.do === 'set-guest-debug' || action.do === 'save-restore')
    if (inForce(v.control, GUESTDBG.SINGLESTEP)) state.singlestepRip = linearRip(m)
  if (action.do === 'save-restore') state.haltRequest = false
  if (action.do === 'nmi') state.nmis = Math.min(state.nmis + 1, state.nmiMasked ? 1 : 2)
  if (action.do === 'set-vcpu-events' && action.nmiPending !== undefined)
    state.nmis = action.nmiPending ? 1 : 0
  v.nmiPending = state.nmis > 0
  return result
}

/** The slots of a kernel whose guest runs in the emulator, but for the injection of events. */
export const emulatorSlots: Partial<Slots> = { step, retire, completeAccess, perform }
