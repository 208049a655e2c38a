/**
 * The transitions of kvm-amd: the CPU runs the guest and KVM sees what it intercepts. Some of that it finishes by
 * moving RIP on (`kvm_skip_emulated_instruction()`), some in its instruction emulator. Source: Linux 6.1
 * arch/x86/kvm/svm/svm.c and x86.c, confirmed by measurement where it can be seen.
 *
 * RFLAGS of the vCPU are those of the CPU: the host steps with the guest's TF, and whatever the guest does to its
 * flags it does to that bit.
 */
import { any, lowBytes, u64 } from '../../bits.ts'
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import type { Answers, Choose } from '../choices.ts'
import type { Decoded } from '../decode.ts'
import { answerAccess, dataAddress, lacksIoPrivilege } from '../execute.ts'
import { checkInput, effective, linearRip, type Machine, raise, type Slots } from '../machine.ts'
import { GuestFault } from '../mode.ts'
import type { Op } from '../program.ts'
import { DR7, dr6, dr7 as dr7Bits, flags, SLOT_NUMBERS } from '../registers.ts'
import { proceed } from '../rules/check-before-emulation.ts'
import { isSoftwareInterrupt } from '../rules/step.ts'
import type { Context, Rules } from '../rules.ts'
import type { Exit } from '../run.ts'
import { idealSlots } from '../slots.ts'
import { emulatorSlots, stateOf, visible, writeFlags } from './emulator-slots.ts'
import { deliver, enterGuest, mergeWhenQueued, setUnintercepted } from './svm-events.ts'
import { closeNmiWindow, forgetNmiWindow, keepNmiWindow, openNmiWindow } from './svm-nmi-window.ts'

const INVALID_OPCODE = 6
const INTERCEPTED: readonly number[] = [1, INVALID_OPCODE]

/** The instruction at RIP; `null` if it cannot be fetched. */
const nextInstruction = (m: Machine): Decoded | null => {
  const { v } = m
  const address = linearRip(m)
  return address > v.mode.reach && v.mode.fetchFault(v, address) ? null : v.memory.fetch(address)
}

const isMemoryAccess = ({ form }: Decoded): boolean => form === 'load' || form === 'store' || form === 'inc'

/** Whether an instruction ends up in KVM's emulator. What faults does so before anything is intercepted. */
export const isEmulated = (m: Machine, next: Decoded): boolean => {
  const { v } = m
  const isUser = v.mode.privilege(v) === 3
  switch (next.form) {
    case 'mov-to-dr':
    case 'mov-from-dr':
      // Without guest debugging the CPU executes it; with it KVM does.
      return v.control !== 0 && !isUser
    case 'rep-insb':
    case 'rep-outsb':
      return !lacksIoPrivilege(v)
    case 'load':
    case 'store':
    case 'inc': {
      try {
        // What begins outside of RAM is a nested page fault, whatever its second page would be.
        const first = { ...next, size: 1 as const }
        return !v.memory.isRam(dataAddress(v, first, next.form === 'load' ? 'read' : 'write'), 1)
      } catch (error) {
        if (error instanceof GuestFault) return false
        throw error
      }
    }
    default:
      return false
  }
}

/**
 * QEMU's CPU: at a #DB every slot of the kind “execute” whose address is RIP sets its bit, enabled or not. The manual
 * allows it.
 */
export const executeSlotsAt = (rip: bigint, db: readonly bigint[], dr7: bigint): bigint =>
  SLOT_NUMBERS.reduce(
    (bits, i) => (any(dr7, 3n << BigInt(16 + 4 * i)) || db[i] !== rip ? bits : bits | (1n << BigInt(i))),
    0n,
  )

/** What KVM's emulator does otherwise than the CPU. */
export interface EmulatorPath {
  readonly rules: Rules
  readonly answers: Answers
}

/** In what kernels differ. */
export interface SvmKernel {
  readonly emulator: EmulatorPath
  /** The causes of a #DB that the guest raised are in its DR6 as soon as it waits. */
  readonly mergesWhenQueued: boolean
}

/** A path as a machine takes it. */
interface Path {
  readonly rules: Rules
  readonly slots: Slots
  readonly choose: Choose
  readonly context: Context
}

interface Paths {
  readonly emulator: Path
  /** The emulator after a nested page fault: the CPU has compared breakpoints, and it does not do so again. */
  readonly emulatorOfFault: Path
}

/** The slots of kvm-amd. */
export const svmSlots = (kernel: SvmKernel): Partial<Slots> => {
  const machines = new WeakMap<Machine, Paths>()
  /** Machines in which the access that waits for userspace is the emulator's. */
  const emulatedAccess = new WeakSet<Machine>()

  const pathsOf = (m: Machine): Paths => {
    let paths = machines.get(m)
    if (!paths) {
      const { rules, answers } = kernel.emulator
      const { choose: own } = m
      const choose: Choose = (name) => (answers[name] as ReturnType<typeof own<typeof name>>) ?? own(name)
      const slots = { ...m.slots, step: emulatorSlots.step!, retire: emulatorSlots.retire! }
      const path = (of: Rules): Path => ({ rules: of, slots, choose, context: { rules: of, choose } })
      paths = {
        emulator: path(rules),
        emulatorOfFault: path({ ...rules, checkBeforeEmulation: ({ guestDr6 }) => proceed(guestDr6) }),
      }
      machines.set(m, paths)
    }
    return paths
  }

  /** Does something as KVM's emulator does it. */
  const emulate = <Result>(m: Machine, work: () => Result, path = pathsOf(m).emulator): Result => {
    const { rules, slots, choose, context } = m
    Object.assign(m, path)
    try {
      return work()
    } finally {
      Object.assign(m, { rules, slots, choose, context })
      keepNmiWindow(m)
    }
  }

  const queued = (m: Machine, exit: Exit | null): Exit | null => {
    if (kernel.mergesWhenQueued) mergeWhenQueued(m)
    return exit
  }

  /** KVM's emulator takes the instruction at RIP. */
  const stepEmulated = (m: Machine, path?: Path): Exit | null => {
    const exit = emulate(m, () => m.slots.step(m), path)
    emulatedAccess.add(m)
    // A general detect ends the shadow, as a fault does.
    if (exit?.reason === 'debug' && any(exit.debug.dr6, dr6.BD)) m.v.shadow = 'none'
    return queued(m, exit)
  }

  /**
   * Behind the prefix that forces emulation: what the emulator does not decode is #UD, and that a HLT asks for a halt
   * is not looked at on this path.
   */
  const stepForced = (m: Machine, prefix: Decoded): Exit | null => {
    const { v } = m
    v.rip = lowBytes(v.rip + BigInt(prefix.length), v.mode.width)
    const op = nextInstruction(m)?.op
    const exit = stepEmulated(m)
    stateOf(m).haltRequest = false
    if (exit?.reason === 'internal-error' && (op === 'ud2' || op === 'sysret'))
      return raise(m, INVALID_OPCODE, null)
    return exit?.reason === 'hlt' ? null : exit
  }

  const step: Slots['step'] = (m) => {
    const { v } = m
    const { result } = m.rules.checkBeforeEmulation(checkInput(m), m.context)
    const next = result === 'proceed' ? nextInstruction(m) : null
    if (next?.form === 'force-emulation') return stepForced(m, next)
    if (next && isEmulated(m, next))
      return stepEmulated(m, isMemoryAccess(next) ? pathsOf(m).emulatorOfFault : undefined)
    const op = next?.op
    // The IRET of an NMI handler is intercepted; if another NMI waits, the end of the IRET is waited for.
    if (isIret(op) && stateOf(m).nmiMasked && stateOf(m).nmis > 0 && !inForce(v.control, GUESTDBG.BLOCKIRQ))
      openNmiWindow(m)
    const movesDr = (op === 'mov-to-dr' || op === 'mov-from-dr') && v.mode.privilege(v) === 0
    // The guest moves to and from the CPU's own registers: DR7 has been in the CPU, which has its bit 10 set.
    if (movesDr) v.dr7 = u64(v.dr7 | DR7.reset)
    const exit = idealSlots.step(m)
    emulatedAccess.delete(m)
    // QEMU's CPU leaves B0–B3 as they were.
    if (movesDr && v.exception?.payload === dr6.BD) raise(m, 1, u64(dr6.BD | (v.dr6 & dr6.B)))
    setUnintercepted(m, isUnintercepted(m, op))
    return queued(m, isQuirk(exit) ? finishQuirk(m, exit) : exit)
  }

  /** #DB and #UD are intercepted, and a #GP for an MSR is KVM's own. */
  const isUnintercepted = ({ v }: Machine, op: Op | undefined): boolean => {
    if (!v.exception || INTERCEPTED.includes(v.exception.vector)) return false
    return v.mode.privilege(v) === 3 || (op !== 'rdmsr' && op !== 'wrmsr')
  }

  /** KVM_X86_QUIRK_OUT_7E_INC_RIP: an OUT to this port is finished before its exit, and the exit of its step wins. */
  const isQuirk = (exit: Exit | null): exit is Exit =>
    exit?.reason === 'io' && exit.direction === 'out' && exit.port === 0x7e && exit.count === 1

  const finishQuirk = (m: Machine, exit: Exit): Exit => {
    const { v } = m
    const { instruction, rip, guestTf, userspace } = v.access!
    answerAccess(m, v.access!)
    v.access = null
    v.rip = lowBytes(rip + BigInt(instruction.length), v.mode.width)
    const how = { instruction, guestTf, userspace, interruptFlag: true, midRepeat: false, jumped: false }
    return m.slots.retire(m, how) ?? exit
  }

  const isIret = (op: Op | undefined): boolean => op === 'iret' || op === 'iretd'

  const isPort = (op: Op): boolean => op === 'in' || op === 'out'

  /** Instructions that are intercepted and finished by `kvm_skip_emulated_instruction()`. */
  const isSkipped = (op: Op): boolean => op === 'cpuid' || op === 'hlt' || isPort(op)

  const retire: Slots['retire'] = (m, how) => {
    const { v } = m
    const { op } = how.instruction
    if (isIret(op)) stateOf(m).nmiMasked = false
    if (!isSkipped(op)) {
      const { shadow } = v
      const exit = idealSlots.retire(m, how)
      // QEMU's CPU: of two instructions in a row that hold events back the second does not, and a REP that has
      // nothing to do is none; the shadow of an INT n is that of its handler.
      const lasts = isSoftwareInterrupt(op) ? how.jumped : op.startsWith('rep-') && !how.midRepeat
      if (shadow !== 'none') v.shadow = lasts ? shadow : 'none'
      return exit
    }
    const tf = (v.rflags & flags.TF) !== 0
    // The port intercept gives the next RIP; for the others the emulator finds it, and clears RF as its own.
    if (!isPort(op) && (v.rflags & flags.RF) !== 0) writeFlags(m, visible(m) & ~flags.RF)
    v.shadow = 'none'
    m.current = null
    m.hits = 0n
    return tf ? emulate(m, () => idealSlots.takeTrap(m, dr6.BS)) : null
  }

  const completeAccess: Slots['completeAccess'] = (m) =>
    queued(
      m,
      emulatedAccess.has(m)
        ? emulate(m, () => emulatorSlots.completeAccess!(m))
        : idealSlots.completeAccess(m),
    )

  /** `db_interception()`. */
  const takeTrap: Slots['takeTrap'] = (m, causes) => {
    const { db, dr7 } = effective(m)
    const { emulator, emulatorOfFault } = pathsOf(m)
    const isOfCpu =
      m.rules !== emulator.rules && m.rules !== emulatorOfFault.rules && any(dr7, dr7Bits.ENABLES)
    const payload = isOfCpu ? u64(causes | executeSlotsAt(m.v.rip, db, dr7)) : causes
    if (!any(payload, dr6.BS) || !closeNmiWindow(m)) return idealSlots.takeTrap(m, payload)
    const owner = m.rules.debugExceptionOwner({ control: m.v.control, cause: 'trap' }, m.context)
    return owner === 'userspace' ? idealSlots.takeTrap(m, payload) : null
  }

  const perform: Slots['perform'] = (m, action, program, layout) => {
    const { access } = m.v
    const result = emulatorSlots.perform!(m, action, program, layout)
    // A change of CR4 does not make KVM forget the access that waits.
    if (access && action.do === 'set-special-registers') m.v.access = access
    if (action.do === 'save-restore') forgetNmiWindow(m)
    keepNmiWindow(m)
    return result
  }

  return { enterGuest, deliver, step, retire, completeAccess, takeTrap, perform }
}
