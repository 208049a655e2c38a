/**
 * What each instruction does, up to the point where it retires, faults, or needs userspace.
 * Source: Intel SDM vol. 2.
 */
import { lowBytes } from '../bits.ts'
import { linear, load, pop, push, readAnswer, store } from './access.ts'
import { CPUID_HIGHEST, CPUID_LEAVES, CPUID_VENDOR, MSR_SYSENTER_CS } from './contract.ts'
import type { Decoded, MemoryOperand } from './decode.ts'
import { debugExit, type Machine, noteAccess, type Outcome } from './machine.ts'
import { DONE, GENERAL_PROTECTION, GP, GuestFault, JUMPED, UD, UNSUPPORTED } from './mode.ts'
import { flags } from './registers.ts'
import type { Exit } from './run.ts'
import { answerRepeatIo, repeatIo, repeatString } from './strings.ts'
import {
  EAX,
  EBP,
  EBX,
  ECX,
  EDX,
  ESP,
  lacksIoPrivilege,
  type PendingAccess,
  readGpr,
  type Vcpu,
  writeGpr,
} from './vcpu.ts'

/** The offset that a memory operand names; that of SP is not cut to 16 bits in real mode. */
const offsetOf = (v: Vcpu, { base, displacement }: MemoryOperand): bigint => {
  const { width } = v.mode
  if (base === 'none') return displacement
  if (base === 'bp') return lowBytes(v.gpr[EBP]! + displacement, width)
  return lowBytes(v.gpr[ESP]! + displacement, width === 8 ? 8 : 4)
}

const operandAddress = (m: Machine, d: Decoded, access: 'read' | 'write'): bigint => {
  const { v } = m
  const segment = d.memory.base === 'none' ? v.ds : v.ss
  return linear(v, segment, offsetOf(v, d.memory), d.size, access)
}

/** The operand of an instruction that names its address. */
export const dataAddress = (v: Vcpu, d: Decoded, access: 'read' | 'write'): bigint =>
  linear(v, v.ds, d.value, d.size, access)

const mmioRead = (address: bigint, size: number): Outcome => ({
  kind: 'userspace',
  exit: { reason: 'mmio', direction: 'read', address, size, data: null },
})

/** Stores to RAM, or asks userspace. `null` if the store is done. */
const storeTo = (m: Machine, address: bigint, value: bigint, size: number): Exit | null => {
  if (!m.v.memory.isRam(address, size))
    return { reason: 'mmio', direction: 'write', address, size, data: lowBytes(value, size) }
  store(m, address, value, size)
  return null
}

const moveFromOrToDr = (m: Machine, d: Decoded): Outcome => {
  const { v, rules, context } = m
  const write = d.form === 'mov-to-dr'
  const width = v.mode.debugRegisterWidth
  const value = write ? readGpr(v, d.register, width) : null
  const dr7 = rules.generalDetectDr7({ control: v.control, hostDr7: v.hostDr7, guestDr7: v.dr7 }, context)
  const { cr4De, dr6, rtm, busLockDetect } = v
  const cpl = v.mode.privilege(v)
  const access = rules.moveDebugRegister(
    { register: d.dr, value, cpl, cr4De, dr7, dr6, rtm, busLockDetect },
    context,
  )
  if (write)
    m.events.push({
      kind: 'guest-write',
      seenBy: 'guest',
      dr: d.dr,
      value: value!,
      result: access.result === 'read' ? 'written' : access.result,
    })
  switch (access.result) {
    case '#UD':
      return UD
    case '#GP':
      return GP
    case '#DB':
      return { kind: 'general-detect' }
    case 'written':
      if (access.register === 6) v.dr6 = access.value!
      else if (access.register === 7) v.dr7 = access.value!
      else v.db = v.db.map((old, i) => (i === access.register ? access.value! : old))
      return DONE
    case 'read': {
      const { register } = access
      const read = register === 6 ? v.dr6 : register === 7 ? v.dr7 : v.db[register]!
      writeGpr(v, d.register, read, width)
      m.events.push({
        kind: 'guest-read',
        seenBy: 'guest',
        what: `dr${d.dr}`,
        value: lowBytes(read, width),
      })
      return DONE
    }
  }
}

const NO_LEAF = [0, 0, 0, 0] as const

/** EAX, EBX, ECX, EDX. One that does not exist reads as the highest basic one on Intel, unless its range goes on. */
const cpuidLeaf = (leaf: number, vendor: Vcpu['vendor']): readonly number[] => {
  if (leaf === 0) {
    const [ebx, edx, ecx] = CPUID_VENDOR[vendor]
    return [CPUID_HIGHEST, ebx, ecx, edx]
  }
  const known = CPUID_LEAVES.get(leaf)
  if (known) return known
  const [highestExtended] = CPUID_LEAVES.get(EXTENDED)!
  const isInRange = leaf >= EXTENDED && leaf <= highestExtended
  return isInRange || vendor !== 'intel' ? NO_LEAF : CPUID_LEAVES.get(CPUID_HIGHEST)!
}
const EXTENDED = 0x80000000

const cpuid = (m: Machine): void => {
  const { v } = m
  const [eax, ebx, ecx, edx] = cpuidLeaf(Number(readGpr(v, EAX, 4)), v.vendor)
  writeGpr(v, EAX, BigInt(eax!), 4)
  writeGpr(v, EBX, BigInt(ebx!), 4)
  writeGpr(v, ECX, BigInt(ecx!), 4)
  writeGpr(v, EDX, BigInt(edx!), 4)
}

const msr = (m: Machine, write: boolean): Outcome => {
  const { v } = m
  if (v.mode.privilege(v) > 0 || readGpr(v, ECX, 4) !== BigInt(MSR_SYSENTER_CS)) return GP
  if (write) v.sysenterCs = (readGpr(v, EDX, 4) << 32n) | readGpr(v, EAX, 4)
  else {
    writeGpr(v, EAX, v.sysenterCs, 4)
    writeGpr(v, EDX, v.sysenterCs >> 32n, 4)
  }
  return DONE
}

const softwareInterrupt = (m: Machine, d: Decoded, vector: number): Outcome => {
  const { v } = m
  const instruction = d.form as 'int' | 'int3' | 'into'
  if (m.rules.breakpointInstructionOwner({ control: v.control, instruction }, m.context) === 'userspace')
    return { kind: 'breakpoint-exit' }
  // The selector of an IDT entry has bit 1 set in an error code.
  if (!v.mode.mayInterrupt(v, vector)) throw new GuestFault(GENERAL_PROTECTION, 8 * vector + 2)
  const returnIp = lowBytes(v.rip + BigInt(d.length), v.mode.width)
  m.slots.deliver(m, { source: 'software', vector, returnIp, payload: null })
  return JUMPED
}

/** Executes an instruction. RIP is moved by `retire`, except by jumps, which move it here. */
export const execute = (m: Machine, d: Decoded): Outcome => {
  const { v } = m
  switch (d.form) {
    case 'nop':
      return DONE
    case 'jmp':
      v.rip = lowBytes(v.rip + BigInt(d.length + d.immediate), v.mode.width)
      return JUMPED
    case 'mov':
      writeGpr(v, d.register, d.value, d.size)
      return DONE
    case 'push':
      push(m, d.value, d.size)
      return DONE
    case 'push-register':
      push(m, readGpr(v, d.register, d.size), d.size)
      return DONE
    case 'pop-register': {
      const value = pop(m, d.size)
      writeGpr(v, d.register, value, d.size)
      return DONE
    }
    case 'push-memory': {
      const address = operandAddress(m, d, 'read')
      if (!v.memory.isRam(address, d.size)) return UNSUPPORTED
      push(m, load(m, address, d.size), d.size)
      return DONE
    }
    case 'pop-memory': {
      const value = pop(m, d.size)
      return storeTo(m, operandAddress(m, d, 'write'), value, d.size) ? UNSUPPORTED : DONE
    }
    case 'store-register':
    case 'store-immediate': {
      const value = d.form === 'store-register' ? readGpr(v, d.register, d.size) : d.value
      return storeTo(m, operandAddress(m, d, 'write'), value, d.size) ? UNSUPPORTED : DONE
    }
    case 'lea':
      writeGpr(v, d.register, offsetOf(v, d.memory), d.size)
      return DONE
    case 'xor-self':
      writeGpr(v, d.register, 0n, d.size)
      v.rflags = (v.rflags & ~ARITHMETIC) | ZF | PF
      return DONE
    case 'mov-to-dr':
    case 'mov-from-dr':
      return moveFromOrToDr(m, d)
    case 'pushf': {
      const shown = m.rules.guestFlags({ rflags: v.rflags, control: v.control }, m.context)
      const image = v.mode.flagsImage(shown, false) & ~flags.RF
      push(m, BigInt(image), d.size)
      m.events.push({ kind: 'guest-read', seenBy: 'guest', what: 'flags', value: BigInt(image) })
      return DONE
    }
    case 'popf':
    case 'popfd': {
      const image = Number(BigInt.asUintN(32, pop(m, d.form === 'popfd' ? 4 : d.size)))
      if (m.current) m.current.loadedFlags = image
      const instruction = d.size === 8 ? 'popfq' : d.form
      const cpl = v.mode.privilege(v)
      v.rflags = m.rules.loadFlags({ rflags: v.rflags, image, instruction, cpl }, m.context)
      return DONE
    }
    case 'mov-ss':
      return v.mode.loadStackSegment(v, Number(readGpr(v, d.register, 2)))
    case 'pop-ss':
    case 'pop-ds': {
      const selector = Number(pop(m, 2))
      if (d.form === 'pop-ss') return v.mode.loadStackSegment(v, selector)
      v.ds = v.mode.segmentOf(selector)
      return DONE
    }
    case 'sti':
      if (lacksIoPrivilege(v)) return GP
      v.rflags |= flags.IF
      return DONE
    case 'cli':
      if (lacksIoPrivilege(v)) return GP
      v.rflags &= ~flags.IF
      return DONE
    case 'int3':
      return softwareInterrupt(m, d, 3)
    case 'int':
      return softwareInterrupt(m, d, d.immediate)
    case 'into':
      return v.rflags & flags.OF ? softwareInterrupt(m, d, 4) : DONE
    case 'iret':
      return v.mode.returnFromHandler(m, v.mode.width)
    case 'iretd':
      return v.mode.returnFromHandler(m, 4)
    case 'syscall':
      return v.mode.systemCall(m, d.length)
    case 'sysret':
      return v.mode.systemReturn(m)
    case 'cpuid':
      cpuid(m)
      return DONE
    case 'rdmsr':
    case 'wrmsr':
      return msr(m, d.form === 'wrmsr')
    case 'ud2':
    case 'force-emulation':
    case 'undefined':
      return UD
    case 'icebp':
      return { kind: 'icebp' }
    case 'hlt':
      return v.mode.privilege(v) > 0 ? GP : DONE
    case 'in':
      if (lacksIoPrivilege(v)) return GP
      return {
        kind: 'userspace',
        exit: { reason: 'io', direction: 'in', port: d.immediate, size: d.size, count: 1, data: null },
      }
    case 'out': {
      if (lacksIoPrivilege(v)) return GP
      const data = readGpr(v, EAX, d.size)
      return {
        kind: 'userspace',
        exit: { reason: 'io', direction: 'out', port: d.immediate, size: d.size, count: 1, data },
      }
    }
    case 'load': {
      const address = dataAddress(v, d, 'read')
      if (!v.memory.isRam(address, d.size)) return mmioRead(address, d.size)
      writeGpr(v, EAX, load(m, address, d.size), d.size)
      return DONE
    }
    case 'store': {
      const exit = storeTo(m, dataAddress(v, d, 'write'), readGpr(v, EAX, d.size), d.size)
      return exit ? { kind: 'userspace', exit } : DONE
    }
    case 'inc': {
      const address = dataAddress(v, d, 'write')
      if (!v.memory.isRam(address, d.size)) return mmioRead(address, d.size)
      const value = increment(m, load(m, address, d.size), d.size)
      storeTo(m, address, value, d.size)
      return DONE
    }
    case 'rep-movsb':
    case 'rep-stosb':
      return repeatString(m, d)
    case 'rep-insb':
    case 'rep-outsb':
      return repeatIo(m, d)
    case 'unsupported':
      return UNSUPPORTED
  }
}

const CF = 0x1
const PF = 0x4
const ZF = 0x40
const ARITHMETIC = 0x8d5

/** INC: all arithmetic flags but CF follow from the result. */
const increment = (m: Machine, value: bigint, size: number): bigint => {
  const result = lowBytes(value + 1n, size)
  const low = Number(result & 0xffn)
  const ones = low.toString(2).replaceAll('0', '').length
  const sign = result >> BigInt(8 * size - 1)
  const set =
    (ones % 2 === 0 ? PF : 0) |
    ((low & 0xf) === 0 ? 0x10 : 0) | // AF
    (result === 0n ? ZF : 0) |
    (sign === 1n ? 0x80 : 0) | // SF
    (sign === 1n && value >> BigInt(8 * size - 1) === 0n ? flags.OF : 0)
  m.v.rflags = (m.v.rflags & ~(ARITHMETIC & ~CF)) | set
  return result
}

/** What an answered access does to the guest. Returns the next access of the same instruction, if it has one. */
export const answerAccess = (m: Machine, access: PendingAccess): Exit | null => {
  const { v } = m
  const { instruction: d, userspace } = access
  switch (d.form) {
    case 'in':
      noteAccess(m, { kind: 'in', address: BigInt(d.immediate), size: d.size })
      writeGpr(v, EAX, readAnswer(d.size), d.size)
      return null
    case 'out':
      noteAccess(m, { kind: 'out', address: BigInt(d.immediate), size: d.size })
      return null
    case 'rep-insb':
    case 'rep-outsb':
      answerRepeatIo(m, access)
      return null
    case 'load':
    case 'store':
    case 'inc': {
      const write = userspace === 'mmio-write'
      const address = dataAddress(v, d, write ? 'write' : 'read')
      noteAccess(m, { kind: write ? 'write' : 'read', address, size: d.size })
      if (write) return null
      if (d.form === 'load') {
        writeGpr(v, EAX, readAnswer(d.size), d.size)
        return null
      }
      const data = increment(m, readAnswer(d.size), d.size)
      return { reason: 'mmio', direction: 'write', address, size: d.size, data }
    }
    default:
      throw new Error(`no access of ${d.form} waits for userspace`)
  }
}

/** The KVM_EXIT_DEBUG of an INT3 that is the debugger's: nothing of it has happened. */
export const breakpointExit = (m: Machine): Exit => {
  const exit = debugExit(m, 0n, 'trap')
  if (exit.reason !== 'debug') return exit
  const { pc, dr7 } = exit.debug
  return {
    reason: 'debug',
    debug: m.rules.debugExit(
      { exception: 3, pc, payload: 0n, dr7: dr7 ?? 0n, cause: 'breakpoint-instruction' },
      m.context,
    ),
  }
}
