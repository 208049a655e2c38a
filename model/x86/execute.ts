/**
 * What each instruction does, up to the point where it retires, faults, or needs userspace.
 * Source: Intel SDM vol. 2.
 */
import { lowBytes, u64 } from '../bits.ts'
import { GUESTDBG, inForce } from '../kvm/guest-debug.ts'
import { CPUID_LEAF1_EDX, CPUID_VENDOR, MSR_SYSENTER_CS, READ_BYTE } from './contract.ts'
import type { Decoded, MemoryOperand } from './decode.ts'
import { debugExit, type Machine, noteAccess, type Outcome } from './machine.ts'
import { flags } from './registers.ts'
import type { Exit } from './run.ts'
import {
  EAX,
  EBP,
  EBX,
  ECX,
  EDI,
  EDX,
  ESI,
  ESP,
  type PendingAccess,
  readGpr,
  type Segment,
  writeGpr,
} from './vcpu.ts'

const DONE: Outcome = { kind: 'done' }
const JUMPED: Outcome = { kind: 'jumped' }
const UNSUPPORTED: Outcome = { kind: 'unsupported' }
const GP: Outcome = { kind: 'fault', vector: 13 }
const UD: Outcome = { kind: 'fault', vector: 6 }

const READ_DWORD = BigInt(READ_BYTE) * 0x01010101n

/** What a read of `size` bytes from a port or from MMIO returns. */
export const readAnswer = (size: number): bigint => lowBytes(READ_DWORD, size)

const linear = (segment: Segment, offset: bigint): bigint => u64(segment.base + BigInt.asUintN(16, offset))

/** Pushes `size` bytes on the stack of the guest. */
export const push = (m: Machine, value: bigint, size: number): void => {
  const { v } = m
  const sp = BigInt.asUintN(16, v.gpr[ESP]! - BigInt(size))
  const address = linear(v.ss, sp)
  noteAccess(m, { kind: 'write', address, size })
  v.memory.write(address, Number(lowBytes(value, size)), size)
  writeGpr(v, ESP, sp, 2)
}

/** Pops `size` bytes. */
const pop = (m: Machine, size: number): bigint => {
  const { v } = m
  const sp = readGpr(v, ESP, 2)
  const address = linear(v.ss, sp)
  noteAccess(m, { kind: 'read', address, size })
  const value = BigInt(v.memory.read(address, size))
  writeGpr(v, ESP, u64(sp + BigInt(size)), 2)
  return value
}

const operandAddress = (m: Machine, operand: MemoryOperand): bigint => {
  const { v } = m
  const displacement = BigInt(operand.displacement)
  if (operand.base === 'bp') return linear(v.ss, u64(readGpr(v, EBP, 2) + displacement))
  if (operand.base === 'esp') return u64(v.ss.base + BigInt.asUintN(32, readGpr(v, ESP, 4) + displacement))
  return linear(v.ds, displacement)
}

const loadSegment = (segment: Segment, selector: bigint): void => {
  segment.selector = Number(selector)
  segment.base = BigInt(16 * segment.selector)
}

/** Stores to RAM, or asks userspace. `null` if the store is done. */
const storeTo = (m: Machine, address: bigint, value: bigint, size: number): Exit | null => {
  if (!m.v.memory.isRam(address, size))
    return { reason: 'mmio', direction: 'write', address, size, data: lowBytes(value, size) }
  noteAccess(m, { kind: 'write', address, size })
  m.v.memory.write(address, Number(lowBytes(value, size)), size)
  return null
}

const moveFromOrToDr = (m: Machine, d: Decoded): Outcome => {
  const { v, rules, context } = m
  const write = d.form === 'mov-to-dr'
  const value = write ? readGpr(v, d.register, 4) : null
  const dr7 = rules.generalDetectDr7({ control: v.control, hostDr7: v.hostDr7, guestDr7: v.dr7 }, context)
  const { cr4De, dr6, rtm, busLockDetect } = v
  const access = rules.moveDebugRegister(
    { register: d.dr, value, cpl: 0, cr4De, dr7, dr6, rtm, busLockDetect },
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
      writeGpr(v, d.register, read, 4)
      m.events.push({
        kind: 'guest-read',
        seenBy: 'guest',
        what: `dr${d.dr}`,
        value: BigInt.asUintN(32, read),
      })
      return DONE
    }
  }
}

const cpuid = (m: Machine): void => {
  const { v } = m
  const leaf = readGpr(v, EAX, 4)
  // A leaf that does not exist reads as the highest one on Intel, as 0 on AMD.
  const isFeatures = leaf === 1n || (leaf > 1n && v.vendor === 'intel')
  const [ebx, edx, ecx] = leaf === 0n ? CPUID_VENDOR[v.vendor] : [0, isFeatures ? CPUID_LEAF1_EDX : 0, 0]
  writeGpr(v, EAX, leaf === 0n ? 1n : 0n, 4)
  writeGpr(v, EBX, BigInt(ebx), 4)
  writeGpr(v, ECX, BigInt(ecx), 4)
  writeGpr(v, EDX, BigInt(edx), 4)
}

const msr = (m: Machine, write: boolean): Outcome => {
  const { v } = m
  if (readGpr(v, ECX, 4) !== BigInt(MSR_SYSENTER_CS)) return GP
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
  const returnIp = BigInt.asUintN(16, v.rip + BigInt(d.length))
  m.slots.deliver(m, { source: 'software', vector, returnIp, payload: null })
  return JUMPED
}

const iret = (m: Machine, size: 2 | 4): Outcome => {
  const { v } = m
  const frame = readGpr(v, ESP, 2)
  const ip = pop(m, size)
  if (ip > 0xffffn) {
    // Beyond the limit of CS: nothing is popped.
    writeGpr(v, ESP, frame, 2)
    return GP
  }
  const cs = pop(m, size)
  const image = Number(pop(m, size))
  if (m.current) m.current.loadedFlags = image
  v.rip = BigInt.asUintN(16, ip)
  loadSegment(v.cs, BigInt.asUintN(16, cs))
  v.rflags = m.rules.loadFlags(
    { rflags: v.rflags, image, instruction: size === 2 ? 'iret' : 'iretd' },
    m.context,
  )
  if (v.stepSuspendedAt === frame) v.stepSuspendedAt = null
  return JUMPED
}

/** The accesses of one iteration of MOVSB or STOSB, in RAM only: a string that leaves RAM is not supported. */
const stringIteration = (m: Machine, d: Decoded): boolean => {
  const { v } = m
  const to = linear(v.es, readGpr(v, EDI, 2))
  const from = linear(v.ds, readGpr(v, ESI, 2))
  const moves = d.form === 'rep-movsb'
  if (!v.memory.isRam(to, 1) || (moves && !v.memory.isRam(from, 1))) return false
  let value = readGpr(v, EAX, 1)
  if (moves) {
    noteAccess(m, { kind: 'read', address: from, size: 1 })
    value = BigInt(v.memory.read(from, 1))
    writeGpr(v, ESI, readGpr(v, ESI, 2) + 1n, 2)
  }
  noteAccess(m, { kind: 'write', address: to, size: 1 })
  v.memory.write(to, Number(value), 1)
  writeGpr(v, EDI, readGpr(v, EDI, 2) + 1n, 2)
  writeGpr(v, ECX, readGpr(v, ECX, 2) - 1n, 2)
  return true
}

const repeatString = (m: Machine, d: Decoded): Outcome => {
  const { v } = m
  const remaining = Number(readGpr(v, ECX, 2))
  const { iterations, ends } = m.rules.repeat({ remaining }, m.context)
  for (let i = 0; i < iterations; i++) if (!stringIteration(m, d)) return UNSUPPORTED
  return ends ? DONE : { kind: 'mid-repeat' }
}

const PAGE_SIZE = 0x1000

/** REP OUTSB exits for each iteration, REP INSB for as many as the rule says. */
const repeatIo = (m: Machine, d: Decoded): Outcome => {
  const { v } = m
  const remaining = Number(readGpr(v, ECX, 2))
  if (remaining === 0) return DONE
  const port = Number(readGpr(v, EDX, 2))
  if (d.form === 'rep-insb') {
    if (!v.memory.isRam(linear(v.es, readGpr(v, EDI, 2)), 1)) return UNSUPPORTED
    const stepping = hostSteps(m) || (v.rflags & flags.TF) !== 0
    const pageLeft = PAGE_SIZE - Number(linear(v.es, readGpr(v, EDI, 2)) % BigInt(PAGE_SIZE))
    const count = m.rules.repeatInput({ remaining, stepping, pageLeft }, m.context)
    return { kind: 'userspace', exit: { reason: 'io', direction: 'in', port, size: 1, count, data: null } }
  }
  const from = linear(v.ds, readGpr(v, ESI, 2))
  if (!v.memory.isRam(from, 1)) return UNSUPPORTED
  const data = BigInt(v.memory.read(from, 1))
  return { kind: 'userspace', exit: { reason: 'io', direction: 'out', port, size: 1, count: 1, data } }
}

/** Executes an instruction. RIP is moved by `retire`, except by jumps, which move it here. */
export const execute = (m: Machine, d: Decoded): Outcome => {
  const { v } = m
  switch (d.form) {
    case 'nop':
      return DONE
    case 'jmp':
      v.rip = BigInt.asUintN(16, v.rip + BigInt(d.length + d.immediate))
      return JUMPED
    case 'mov':
      writeGpr(v, d.register, BigInt(d.immediate), 4)
      return DONE
    case 'push':
      push(m, BigInt(d.immediate), 2)
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
      const address = operandAddress(m, d.memory)
      if (!v.memory.isRam(address, d.size)) return UNSUPPORTED
      noteAccess(m, { kind: 'read', address, size: d.size })
      push(m, BigInt(v.memory.read(address, d.size)), d.size)
      return DONE
    }
    case 'pop-memory': {
      const value = pop(m, d.size)
      return storeTo(m, operandAddress(m, d.memory), value, d.size) ? UNSUPPORTED : DONE
    }
    case 'store-register':
    case 'store-immediate': {
      const value = d.form === 'store-register' ? readGpr(v, d.register, d.size) : BigInt(d.immediate)
      return storeTo(m, operandAddress(m, d.memory), value, d.size) ? UNSUPPORTED : DONE
    }
    case 'lea':
      writeGpr(v, d.register, operandAddress(m, d.memory) - v.ss.base, 2)
      return DONE
    case 'xor-self':
      writeGpr(v, d.register, 0n, d.size)
      v.rflags = (v.rflags & ~ARITHMETIC) | ZF | PF
      return DONE
    case 'mov-to-dr':
    case 'mov-from-dr':
      return moveFromOrToDr(m, d)
    case 'pushf': {
      const image = m.rules.guestFlags({ rflags: v.rflags, control: v.control }, m.context) & 0xffff
      m.events.push({ kind: 'guest-read', seenBy: 'guest', what: 'flags', value: BigInt(image) })
      push(m, BigInt(image), 2)
      return DONE
    }
    case 'popf':
    case 'popfd': {
      const image = Number(pop(m, d.form === 'popf' ? 2 : 4))
      if (m.current) m.current.loadedFlags = image
      v.rflags = m.rules.loadFlags({ rflags: v.rflags, image, instruction: d.form }, m.context)
      return DONE
    }
    case 'mov-ss':
      loadSegment(v.ss, readGpr(v, d.register, 2))
      return DONE
    case 'pop-ss':
    case 'pop-ds': {
      const selector = pop(m, 2)
      loadSegment(d.form === 'pop-ss' ? v.ss : v.ds, selector)
      return DONE
    }
    case 'sti':
      v.rflags |= flags.IF
      return DONE
    case 'cli':
      v.rflags &= ~flags.IF
      return DONE
    case 'int3':
      return softwareInterrupt(m, d, 3)
    case 'int':
      return softwareInterrupt(m, d, d.immediate)
    case 'into':
      return v.rflags & flags.OF ? softwareInterrupt(m, d, 4) : DONE
    case 'iret':
      return iret(m, 2)
    case 'iretd':
      return iret(m, 4)
    case 'cpuid':
      cpuid(m)
      return DONE
    case 'rdmsr':
    case 'wrmsr':
      return msr(m, d.form === 'wrmsr')
    case 'ud2':
      return UD
    case 'icebp':
      return { kind: 'icebp' }
    case 'hlt':
      return DONE
    case 'in':
      return {
        kind: 'userspace',
        exit: { reason: 'io', direction: 'in', port: d.immediate, size: d.size, count: 1, data: null },
      }
    case 'out': {
      const data = readGpr(v, EAX, d.size)
      return {
        kind: 'userspace',
        exit: { reason: 'io', direction: 'out', port: d.immediate, size: d.size, count: 1, data },
      }
    }
    case 'load': {
      const address = linear(v.ds, BigInt(d.immediate))
      if (!v.memory.isRam(address, d.size))
        return {
          kind: 'userspace',
          exit: { reason: 'mmio', direction: 'read', address, size: d.size, data: null },
        }
      noteAccess(m, { kind: 'read', address, size: d.size })
      writeGpr(v, EAX, BigInt(v.memory.read(address, d.size)), d.size)
      return DONE
    }
    case 'store': {
      const exit = storeTo(m, linear(v.ds, BigInt(d.immediate)), readGpr(v, EAX, d.size), d.size)
      return exit ? { kind: 'userspace', exit } : DONE
    }
    case 'inc': {
      const address = linear(v.ds, BigInt(d.immediate))
      if (!v.memory.isRam(address, d.size))
        return {
          kind: 'userspace',
          exit: { reason: 'mmio', direction: 'read', address, size: d.size, data: null },
        }
      noteAccess(m, { kind: 'read', address, size: d.size })
      const value = increment(m, BigInt(v.memory.read(address, d.size)), d.size)
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
    case 'rep-insb': {
      noteAccess(m, { kind: 'in', address: readGpr(v, EDX, 2), size: 1 })
      for (let i = 0; i < access.count; i++) {
        storeTo(m, linear(v.es, readGpr(v, EDI, 2)), readAnswer(1), 1)
        writeGpr(v, EDI, readGpr(v, EDI, 2) + 1n, 2)
        writeGpr(v, ECX, readGpr(v, ECX, 2) - 1n, 2)
      }
      return null
    }
    case 'rep-outsb':
      noteAccess(m, { kind: 'read', address: linear(v.ds, readGpr(v, ESI, 2)), size: 1 })
      noteAccess(m, { kind: 'out', address: readGpr(v, EDX, 2), size: 1 })
      writeGpr(v, ESI, readGpr(v, ESI, 2) + 1n, 2)
      writeGpr(v, ECX, readGpr(v, ECX, 2) - 1n, 2)
      return null
    case 'load':
    case 'store':
    case 'inc': {
      const address = linear(v.ds, BigInt(d.immediate))
      const write = userspace === 'mmio-write'
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

/** Whether the host steps this instruction: SINGLESTEP in force, and not suspended behind a frame. */
export const hostSteps = (m: Machine): boolean =>
  inForce(m.v.control, GUESTDBG.SINGLESTEP) && m.v.stepSuspendedAt === null
