/**
 * The transitions of kvm-amd and kvm-intel: the CPU runs the guest and KVM sees what it intercepts. Some of that it
 * finishes by moving RIP on (`kvm_skip_emulated_instruction()`), some in its instruction emulator. What the vendors'
 * modules do differently is a `Vendor`. Source: Linux 6.1 arch/x86/kvm/x86.c, confirmed by measurement where it can be
 * seen.
 *
 * RFLAGS of the vCPU are those of the CPU: the host steps with the guest's TF, and whatever the guest does to its
 * flags it does to that bit.
 */
import { any, lowBytes } from '../../bits.ts'
import type { Answers, Choose } from '../choices.ts'
import type { Decoded } from '../decode.ts'
import { answerAccess, dataAddress } from '../execute.ts'
import { checkInput, linearRip, type Machine, type Retirement, raise, type Slots } from '../machine.ts'
import { GuestFault } from '../mode.ts'
import type { Op } from '../program.ts'
import { dr6, flags } from '../registers.ts'
import { proceed } from '../rules/check-before-emulation.ts'
import type { Context, Rules } from '../rules.ts'
import type { Exit } from '../run.ts'
import { idealSlots } from '../slots.ts'
import { lacksIoPrivilege } from '../vcpu.ts'
import { emulatorSlots, stateOf } from './emulator-slots.ts'
import { mergeWhenQueued, setUnintercepted } from './native-events.ts'

export const INVALID_OPCODE = 6

/** What KVM's emulator does otherwise than the CPU. */
export interface EmulatorPath {
  readonly rules: Rules
  readonly answers: Answers
}

/** In what kernels differ. */
export interface NativeKernel {
  readonly emulator: EmulatorPath
  /** The causes of a #DB that the guest raised are in its DR6 as soon as it waits. */
  readonly mergesWhenQueued: boolean
}

/** What the module of a vendor, and the CPU below it, do their own way. */
export interface Vendor {
  readonly enterGuest: Slots['enterGuest']
  readonly deliver: Slots['deliver']
  /** Whether KVM's emulator takes a MOV to or from a debug register that the privilege level allows. */
  readonly emulatesMovDr: boolean
  /** Exceptions that the CPU leaves to KVM, beside those that KVM itself finds. */
  readonly intercepted: (m: Machine, op: Op | undefined) => readonly number[]
  /** Causes of a #DB that the CPU still has from before its last exit; 0 if there are none. */
  readonly pendingTraps: (m: Machine) => bigint
  /** An instruction that KVM's emulator does not take; nothing is said of it if something is in front of it. */
  readonly execute: (m: Machine, next: Decoded | null) => Exit | null
  /** The end of an instruction that the CPU has executed. */
  readonly retire: Slots['retire']
  /** Whether an instruction is finished by `kvm_skip_emulated_instruction()` beside those that are for both vendors. */
  readonly isSkipped: (m: Machine, op: Op) => boolean
  /** What `kvm_skip_emulated_instruction()` does before it looks at TF. */
  readonly skip: (m: Machine, how: Retirement) => void
  /** A #DB after an instruction; of the CPU, or of KVM on its behalf. */
  readonly takeTrap: (m: Machine, causes: bigint, isOfCpu: boolean) => Exit | null
  /** What the CPU leaves behind where it exits for an instruction that is intercepted. */
  readonly exitForInstruction: (m: Machine) => void
  /** What the CPU leaves behind where it exits in the place of a fault: #UD, a nested page fault. */
  readonly exitForFault: (m: Machine) => void
  /** After what may have written the guest's flags. */
  readonly flagsWritten: (m: Machine) => void
  /** After a new vCPU has taken the place of the old one. */
  readonly restored: (m: Machine) => void
}

/** The instruction at RIP; `null` if it cannot be fetched. */
const nextInstruction = (m: Machine): Decoded | null => {
  const { v } = m
  const address = linearRip(m)
  return address > v.mode.reach && v.mode.fetchFault(v, address) ? null : v.memory.fetch(address)
}

const isMemoryAccess = ({ form }: Decoded): boolean => form === 'load' || form === 'store' || form === 'inc'

export const isMovDr = (op: Op | undefined): boolean => op === 'mov-to-dr' || op === 'mov-from-dr'
export const isIret = (op: Op | undefined): boolean => op === 'iret' || op === 'iretd'
export const isPort = (op: Op): boolean => op === 'in' || op === 'out'

/** Whether an instruction ends up in KVM's emulator. What faults does so before anything is intercepted. */
export const isEmulated = (
  m: Machine,
  next: Decoded,
  { emulatesMovDr }: Pick<Vendor, 'emulatesMovDr'>,
): boolean => {
  const { v } = m
  switch (next.form) {
    case 'mov-to-dr':
    case 'mov-from-dr':
      // Without guest debugging the CPU executes it.
      return emulatesMovDr && v.control !== 0 && v.mode.privilege(v) !== 3
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

/** Instructions that are intercepted and finished by `kvm_skip_emulated_instruction()`. */
const isSkipped = (op: Op): boolean => op === 'cpuid' || op === 'hlt' || isPort(op)

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

/** The slots of a kernel on the CPUs of a vendor. */
export const nativeSlots = (kernel: NativeKernel, vendor: Vendor): Partial<Slots> => {
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
      vendor.flagsWritten(m)
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
   * Behind the prefix that forces emulation: what the emulator does not decode, a second prefix too, is #UD, and that a HLT asks for a halt
   * is not looked at on this path.
   */
  const stepForced = (m: Machine, prefix: Decoded): Exit | null => {
    const { v } = m
    v.rip = lowBytes(v.rip + BigInt(prefix.length), v.mode.width)
    const op = nextInstruction(m)?.op
    vendor.exitForFault(m)
    const meetsNothing = (): boolean =>
      m.rules.checkBeforeEmulation(checkInput(m), m.context).result === 'proceed'
    if (op === 'force-emulation' && emulate(m, meetsNothing)) return queued(m, raise(m, INVALID_OPCODE, null))
    const exit = stepEmulated(m)
    stateOf(m).haltRequest = false
    if (exit?.reason === 'internal-error' && (op === 'ud2' || op === 'sysret'))
      return raise(m, INVALID_OPCODE, null)
    return exit?.reason === 'hlt' ? null : exit
  }

  const step: Slots['step'] = (m) => {
    const pending = vendor.pendingTraps(m)
    if (pending !== 0n) return queued(m, vendor.takeTrap(m, pending, true))
    const { result } = m.rules.checkBeforeEmulation(checkInput(m), m.context)
    const next = result === 'proceed' ? nextInstruction(m) : null
    if (next?.form === 'force-emulation') return stepForced(m, next)
    if (next && isEmulated(m, next, vendor)) {
      if (!isMemoryAccess(next)) {
        vendor.exitForInstruction(m)
        return stepEmulated(m)
      }
      vendor.exitForFault(m)
      return stepEmulated(m, pathsOf(m).emulatorOfFault)
    }
    const exit = vendor.execute(m, next)
    emulatedAccess.delete(m)
    setUnintercepted(m, isUnintercepted(m, next?.op))
    return queued(m, isQuirk(exit) ? finishQuirk(m, exit) : exit)
  }

  /** A #GP for an MSR is KVM's own. */
  const isUnintercepted = (m: Machine, op: Op | undefined): boolean => {
    const { v } = m
    if (!v.exception || vendor.intercepted(m, op).includes(v.exception.vector)) return false
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

  const retire: Slots['retire'] = (m, how) => {
    const { v } = m
    const { op } = how.instruction
    if (isIret(op)) stateOf(m).nmiMasked = false
    if (!isSkipped(op) && !vendor.isSkipped(m, op)) return vendor.retire(m, how)
    const tf = (v.rflags & flags.TF) !== 0
    vendor.skip(m, how)
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

  const takeTrap: Slots['takeTrap'] = (m, causes) => {
    const { emulator, emulatorOfFault } = pathsOf(m)
    return vendor.takeTrap(m, causes, m.rules !== emulator.rules && m.rules !== emulatorOfFault.rules)
  }

  const perform: Slots['perform'] = (m, action, program, layout) => {
    const { access } = m.v
    const result = emulatorSlots.perform!(m, action, program, layout)
    // A change of CR4 does not make KVM forget the access that waits.
    if (access && action.do === 'set-special-registers') m.v.access = access
    if (action.do === 'save-restore') vendor.restored(m)
    vendor.flagsWritten(m)
    return result
  }

  const { enterGuest, deliver } = vendor
  return { enterGuest, deliver, step, retire, completeAccess, takeTrap, perform }
}
