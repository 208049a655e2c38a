/**
 * 64-bit code in long mode, at CPL0 and CPL3, under the tables of `long-mode-setup.ts`.
 * Source: Intel SDM vol. 3, "64-Bit Mode Stack Frame", "IRET in IA-32e Mode", "Canonical Addressing", "Page-Fault
 * Exceptions"; vol. 2, "IRET", "SYSCALL", "SYSRET", "MOV", "POP".
 */
import { u64 } from '../bits.ts'
import { linear, load, push } from './access.ts'
import { HANDLER_STACK, handlerAddress, hasErrorCode, MAPPED_SIZE } from './contract.ts'
import { isUserGate, SELECTORS } from './long-mode-setup.ts'
import type { Delivery, Machine, Outcome } from './machine.ts'
import {
  type CpuMode,
  DONE,
  GENERAL_PROTECTION,
  GP,
  GuestFault,
  JUMPED,
  PAGE_FAULT,
  SS_FAULT,
} from './mode.ts'
import { flags } from './registers.ts'
import { ECX, ESP, R11, type Segment, type Vcpu } from './vcpu.ts'

const MAPPED_END = BigInt(MAPPED_SIZE)

/** Error code bits of a #PF: the access was a write; it came from CPL3. The page is not there: bit 0 is clear. */
const WRITE = 2
const USER = 4

/** Whether bits 63–47 of an address are all the same. */
export const isCanonical = (address: bigint): boolean => u64(BigInt.asIntN(48, address)) === address

const segmentOf = (selector: number): Segment => ({ selector, base: 0n })
const privilege = (v: Vcpu): number => v.cs.selector & 3

/** A segment of the GDT by its selector, whatever the RPL. */
const SEGMENTS: { readonly [index: number]: { readonly kind: 'code' | 'data'; readonly dpl: number } } = {
  [SELECTORS.kernelCode]: { kind: 'code', dpl: 0 },
  [SELECTORS.kernelData]: { kind: 'data', dpl: 0 },
  [SELECTORS.userData & ~3]: { kind: 'data', dpl: 3 },
  [SELECTORS.userCode & ~3]: { kind: 'code', dpl: 3 },
}

const protection = (errorCode: number): Outcome => ({
  kind: 'fault',
  vector: GENERAL_PROTECTION,
  errorCode,
  address: null,
})

/** #GP of a selector that must not be loaded: its error code is the selector without its RPL, 0 if it is null. */
const badSelector = (selector: number): Outcome => protection(selector & 0xfffc)

/** Whether a selector can be loaded into SS at a privilege level: a stack of that level, or none below CPL3. */
const isStack = (selector: number, cpl: number): boolean => {
  if ((selector & 3) !== cpl) return false
  if (selector < 4) return cpl < 3
  const segment = SEGMENTS[selector & ~3]
  return segment?.kind === 'data' && segment.dpl === cpl
}

const pageFault = (v: Vcpu, address: bigint, write: boolean): GuestFault =>
  new GuestFault(PAGE_FAULT, (write ? WRITE : 0) | (privilege(v) === 3 ? USER : 0), address)

const accessFault: CpuMode['accessFault'] = (v, segment, address, size, access) => {
  const last = u64(address + BigInt(size - 1))
  if (last < MAPPED_END && address <= last) return null
  if (!isCanonical(address) || !isCanonical(last))
    return new GuestFault(segment === v.ss ? SS_FAULT : GENERAL_PROTECTION, 0)
  return pageFault(v, address < MAPPED_END ? MAPPED_END : address, access === 'write')
}

const fetchFault: CpuMode['fetchFault'] = (v, address) => {
  if (address < MAPPED_END) return null
  return isCanonical(address) ? pageFault(v, address, false) : new GuestFault(GENERAL_PROTECTION, 0)
}

/** From CPL3 the stack of the TSS, with a null SS; then SS:RSP, flags, CS:RIP and the error code, aligned to 16. */
const enterHandler = (m: Machine, { vector, returnIp, errorCode = null }: Delivery, image: number): void => {
  const { v } = m
  const { cs, ss } = v
  const rsp = v.gpr[ESP]!
  if (privilege(v) === 3) {
    v.gpr[ESP] = BigInt(HANDLER_STACK)
    v.ss = segmentOf(0)
  }
  v.cs = segmentOf(SELECTORS.kernelCode)
  v.gpr[ESP] = u64(v.gpr[ESP]! & ~0xfn)
  push(m, BigInt(ss.selector), 8)
  push(m, rsp, 8)
  push(m, BigInt(image), 8)
  push(m, BigInt(cs.selector), 8)
  push(m, returnIp, 8)
  if (errorCode !== null && hasErrorCode(vector)) push(m, BigInt(errorCode), 8)
  v.rip = BigInt(handlerAddress(vector))
}

/** A data segment after a return to this level: none, if the level may not use it. */
const keptAt = (segment: Segment, level: number): Segment =>
  (SEGMENTS[segment.selector & ~3]?.dpl ?? level) < level ? segmentOf(0) : segment

/** IRETQ: five words, whatever the privilege levels; nothing is popped if one of them is refused. */
const returnFromHandler = (m: Machine): Outcome => {
  const { v } = m
  const frame = v.gpr[ESP]!
  const cpl = privilege(v)
  if (v.rflags & flags.NT) return GP
  const word = (n: number): bigint => {
    const address = linear(v, v.ss, u64(frame + BigInt(8 * n)), 8, 'read')
    return load(m, address, 8)
  }
  const rip = word(0)
  const cs = Number(word(1) & 0xffffn)
  const image = Number(BigInt.asUintN(32, word(2)))
  const rsp = word(3)
  const ss = Number(word(4) & 0xffffn)

  const code = SEGMENTS[cs & ~3]
  const level = cs & 3
  if (code?.kind !== 'code' || level < cpl || code.dpl !== level) return badSelector(cs)
  if (!isStack(ss, level)) return badSelector(ss)
  if (!isCanonical(rip)) return GP
  if (m.current) m.current.loadedFlags = image
  v.rip = rip
  v.cs = segmentOf(cs)
  v.ss = segmentOf(ss)
  if (level > cpl) {
    v.ds = keptAt(v.ds, level)
    v.es = keptAt(v.es, level)
  }
  v.gpr[ESP] = rsp
  v.rflags = m.rules.loadFlags({ rflags: v.rflags, image, instruction: 'iretq', cpl }, m.context)
  if (v.stepSuspendedAt === frame) v.stepSuspendedAt = null
  return JUMPED
}

/** SYSCALL: no stack, no frame; RCX and R11 keep RIP and the flags, without RF. */
const systemCall = (m: Machine, length: number): Outcome => {
  const { v, rules, context } = m
  const image = rules.guestFlags({ rflags: v.rflags, control: v.control }, context) & ~flags.RF
  v.gpr[ECX] = u64(v.rip + BigInt(length))
  v.gpr[R11] = BigInt(image)
  v.rip = BigInt(handlerAddress('syscall'))
  v.cs = segmentOf(SELECTORS.kernelCode)
  v.ss = segmentOf(SELECTORS.kernelData)
  v.rflags = ((v.rflags & ~v.fmask & ~flags.RF) | flags.FIXED) >>> 0
  if (m.current) m.current.loadedFlags = v.rflags
  return JUMPED
}

/** The flags that SYSRET loads: all of R11 that exist, but RF and VM. */
const SYSRET_FLAGS = 0x3c7fd7

/** SYSRET with a 64-bit operand. Intel CPUs refuse a return address that is not canonical, AMD’s fetch from it. */
const systemReturn = (m: Machine): Outcome => {
  const { v } = m
  if (privilege(v) !== 0) return GP
  const rip = v.gpr[ECX]!
  if (v.vendor === 'intel' && !isCanonical(rip)) return GP
  v.rip = rip
  v.cs = segmentOf(SELECTORS.userCode)
  v.ss = segmentOf(SELECTORS.userData)
  v.rflags = ((Number(BigInt.asUintN(32, v.gpr[R11]!)) & SYSRET_FLAGS) | flags.FIXED) >>> 0
  if (m.current) m.current.loadedFlags = v.rflags
  if (v.stepSuspendedAt === rip) v.stepSuspendedAt = null
  return JUMPED
}

export const longMode: CpuMode = {
  name: 'long',
  width: 8,
  debugRegisterWidth: 8,
  privilege,
  segmentOf,
  reach: MAPPED_END - 8n,
  accessFault,
  fetchFault,
  flagsImage: (rflags, fault) => (fault ? (rflags | flags.RF) >>> 0 : rflags),
  enterHandler,
  mayInterrupt: (v, vector) => privilege(v) === 0 || isUserGate(vector),
  returnFromHandler,
  loadStackSegment: (v, selector) => {
    if (!isStack(selector, privilege(v))) return badSelector(selector)
    v.ss = segmentOf(selector)
    return DONE
  },
  systemCall,
  systemReturn,
}
