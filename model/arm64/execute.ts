/**
 * What each instruction does, up to the point where it completes, raises an exception or traps.
 * Source: Arm ARM, “A64 Base Instruction Descriptions”; which accesses trap: MDCR_EL2, HCR_EL2.{TID3,TWI}.
 */
import { any, bic, lowBytes, u64 } from '../bits.ts'
import { ID_AA64DFR0, MMIO, MMIO_SIZE } from './contract.ts'
import type { Decoded } from './decode.ts'
import { COORDINATES, type Coordinates, XZR } from './encoding.ts'
import { debugEventsEnabled } from './exceptions.ts'
import { currentEl, guestControls, hardwareControls, type Machine, returnedSs } from './machine.ts'
import type { SystemRegister } from './program.ts'
import { elOf, mdcr, pstate, RESERVED_PSTATE, withSs } from './registers.ts'
import { firstWatchedByte } from './rules/watchpoints.ts'
import type { Access } from './run.ts'
import { debugIss, EC, syndrome, WNR } from './syndrome.ts'
import { isDebugRegister, readDebugRegister, writeDebugRegister } from './system-registers.ts'
import { readGpr, type Vcpu, writeGpr } from './vcpu.ts'

/** How an instruction went. Syndromes are as from a lower exception level. */
export type Outcome =
  | { readonly kind: 'done' }
  /** Done, and PC is where the instruction sent it. */
  | { readonly kind: 'jumped' }
  /** To EL1; ELR is the next instruction for SVC, else this one. */
  | { readonly kind: 'exception'; readonly esr: bigint }
  /** To EL2: HVC with the next instruction as ELR, else with this one. */
  | { readonly kind: 'trap'; readonly esr: bigint; readonly far: bigint }
  /** A debug exception, to wherever those go. */
  | { readonly kind: 'debug'; readonly esr: bigint; readonly far: bigint }

export const DONE: Outcome = { kind: 'done' }
const JUMPED: Outcome = { kind: 'jumped' }
const UNDEFINED: Outcome = { kind: 'exception', esr: syndrome(EC.unknown) }
/** An access that EL1 does not let EL0 make: the syndrome names the register. */
const forbidden = ([op0, op1, crn, crm, op2]: Coordinates, rt: number, reads: boolean): Outcome => ({
  kind: 'exception',
  esr: syndrome(
    EC.sysreg,
    BigInt((op0 << 20) | (op2 << 17) | (op1 << 14) | (crn << 10) | (rt << 5) | (crm << 1) | Number(reads)),
  ),
})

const trap = (ec: number, iss = 0n, far = 0n): Outcome => ({ kind: 'trap', esr: syndrome(ec, iss), far })

/** The watchpoint that an access meets: its slot's FAR, or `null`. */
const watchpointHit = (m: Machine, { kind, address, size, unprivileged }: Access): bigint | null => {
  const { watchpoints } = m.hw.registers
  if (watchpoints.length === 0) return null
  // Whether debug exceptions are generated depends on the level of the CPU, not on that of the access.
  if (!debugEventsEnabled(m)) return null
  const { watchpoints: implemented } = m.rules.capabilities({ idAa64dfr0: ID_AA64DFR0 }, m.context)
  for (const { control: wcr, value: wvr } of watchpoints.slice(0, implemented)) {
    const input = { wcr, wvr, address, size, access: kind, el: currentEl(m.v), unprivileged }
    const { matches } = m.rules.matchWatchpoint(input, m.context)
    if (matches === false || (matches !== true && m.choose('unpredictableMatch') === 'misses')) continue
    return m.choose('watchpointFar') === 'first-watched-byte' ? firstWatchedByte(input) : address
  }
  return null
}

/** ISS of a data abort for an access that the hypervisor can emulate: ISV, SAS, SRT, SF, WnR, translation fault. */
const abortIss = ({ size, rd }: Decoded, kind: Access['kind']): bigint =>
  (1n << 24n) |
  (BigInt(Math.log2(size)) << 22n) |
  (BigInt(rd) << 16n) |
  (size === 8 ? 1n << 15n : 0n) |
  (kind === 'write' ? WNR : 0n) |
  0b000111n

/** Before the access is made: it may abort at stage 2, which is MMIO, or meet a watchpoint. */
const beforeAccess = (m: Machine, d: Decoded, access: Access): Outcome | null => {
  const { address, size, kind } = access
  const isMmio = address >= BigInt(MMIO) && address + BigInt(size) <= BigInt(MMIO + MMIO_SIZE)
  if (m.current) m.current.access = access
  if (isMmio) return trap(EC.dataAbortLower, abortIss(d, kind), address)
  const far = watchpointHit(m, access)
  if (far === null) return null
  return { kind: 'debug', esr: syndrome(EC.watchpointLower, debugIss(kind === 'write' ? WNR : 0n)), far }
}

const addressOf = (v: Vcpu, d: Decoded): bigint => u64(readGpr(v, d.rn) + d.imm)

/** The access to memory that an instruction is about to make; `null` if it makes none. */
export const accessOf = (v: Vcpu, d: Decoded): Access | null => {
  const { size, unprivileged } = d
  switch (d.form) {
    case 'ldr':
      return { kind: 'read', address: addressOf(v, d), size, unprivileged }
    case 'str':
      return { kind: 'write', address: addressOf(v, d), size, unprivileged }
    case 'stp': {
      const base = readGpr(v, d.rn)
      return { kind: 'write', address: d.postIndex ? base : u64(base + d.imm), size: 16, unprivileged: false }
    }
    case 'ldxr':
      return { kind: 'read', address: addressOf(v, d), size: 8, unprivileged: false }
    case 'stxr':
      return v.exclusive ? { kind: 'write', address: addressOf(v, d), size: 8, unprivileged: false } : null
    default:
      return null
  }
}

const accessMemory = (m: Machine, d: Decoded): Outcome => {
  const { v } = m
  const access = accessOf(v, d)!
  const { address, size } = access
  const instead = beforeAccess(m, d, access)
  if (instead) return instead
  if (access.kind === 'read') writeGpr(v, d.rd, v.memory.read(address, size))
  else v.memory.write(address, readGpr(v, d.rd), size)
  return DONE
}

const storePair = (m: Machine, d: Decoded): Outcome => {
  const { v } = m
  const access = accessOf(v, d)!
  const instead = beforeAccess(m, d, access)
  if (instead) return instead
  v.memory.write(access.address, readGpr(v, d.rd), 8)
  v.memory.write(access.address + 8n, readGpr(v, d.rm), 8)
  if (d.postIndex) writeGpr(v, d.rn, u64(access.address + d.imm))
  return DONE
}

const exclusive = (m: Machine, d: Decoded): Outcome => {
  const { v } = m
  const access = accessOf(v, d)
  const instead = access && beforeAccess(m, d, access)
  if (instead) return instead
  if (d.form === 'ldxr') {
    writeGpr(v, d.rd, v.memory.read(access!.address, 8))
    v.exclusive = true
    return DONE
  }
  if (access) v.memory.write(access.address, readGpr(v, d.rd), 8)
  writeGpr(v, d.rm, v.exclusive ? 0n : 1n)
  v.exclusive = false
  return DONE
}

/** MDCR_EL2.TDE makes TDA, TDOSA and TDRA behave as 1. */
const debugAccessTraps = (m: Machine, register: SystemRegister): boolean => {
  const { TDE, TDA, TDOSA } = mdcr
  const lock = register === 'oslar_el1' || register === 'oslsr_el1' || register === 'osdlr_el1'
  return any(m.hw.mdcr, TDE | (lock ? TDOSA : TDA))
}

/** What the guest keeps to itself: its accesses never trap. */
const readOwn = (v: Vcpu, register: SystemRegister): bigint => {
  switch (register) {
    case 'spsr_el1':
      return v.spsr
    case 'elr_el1':
      return v.elr
    case 'esr_el1':
      return v.esr
    case 'far_el1':
      return v.far
    case 'contextidr_el1':
      return v.contextId
    default:
      return v.pstate & pstate.DAIF
  }
}

const writeOwn = (v: Vcpu, register: SystemRegister, value: bigint): void => {
  switch (register) {
    case 'spsr_el1':
      v.spsr = value
      return
    case 'elr_el1':
      v.elr = value
      return
    case 'esr_el1':
      v.esr = value
      return
    case 'far_el1':
      v.far = value
      return
    case 'contextidr_el1':
      v.contextId = lowBytes(value, 4)
      return
    default:
      v.pstate = bic(v.pstate, pstate.DAIF) | (value & pstate.DAIF)
  }
}

const moveSystemRegister = (m: Machine, d: Decoded): Outcome => {
  const { v } = m
  const register = d.register!
  if (currentEl(v) === 0 && register !== 'pmcr_el0')
    return register === 'daif' ? forbidden(COORDINATES.get(register)!, d.rd, d.form === 'mrs') : UNDEFINED
  if (isDebugRegister(register)) {
    if (debugAccessTraps(m, register)) return trap(EC.sysreg)
    const isWriteOnly = register === 'oslar_el1'
    const isReadOnly = register === 'oslsr_el1'
    if (d.form === 'mrs' ? isWriteOnly : isReadOnly) return UNDEFINED
    if (d.form === 'mrs') writeGpr(v, d.rd, readDebugRegister(m, register, m.hw))
    else writeDebugRegister(m, register, readGpr(v, d.rd), m.hw)
    return DONE
  }
  // Where the host has a PMU, KVM sets PMUSERENR_EL0 for the guest, so that EL0 traps to it too (measured).
  if (register.startsWith('id_') || register === 'pmcr_el0') return trap(EC.sysreg)
  if (d.form === 'mrs') {
    const value = readOwn(v, register)
    writeGpr(v, d.rd, value)
    m.events.push({ kind: 'guest-read', seenBy: 'guest', what: register, value })
  } else writeOwn(v, register, readGpr(v, d.rd))
  return DONE
}

const maskInterrupts = (v: Vcpu, d: Decoded): Outcome => {
  const sets = d.form === 'daifset'
  if (currentEl(v) === 0) return forbidden([0, 3, 4, Number(d.imm), sets ? 6 : 7], XZR, false)
  const bits = d.imm << 6n
  v.pstate = sets ? u64(v.pstate | bits) : bic(v.pstate, bits)
  return DONE
}

/** Whether a return to `spsr` from EL1 is one that this CPU and its guest can make. */
const isLegalReturn = (spsr: bigint): boolean => {
  const el = elOf(spsr)
  return !any(spsr, pstate.nRW) && el <= 1 && !(el === 0 && any(spsr, pstate.SP)) && (spsr & 2n) === 0n
}

/** ERET: PC and PSTATE from ELR_EL1 and SPSR_EL1; SS as DebugExceptionReturnSS says. */
const exceptionReturn = (m: Machine): Outcome => {
  const { v } = m
  if (currentEl(v) === 0) return UNDEFINED
  const { spsr } = v
  const legal = isLegalReturn(spsr)
  const input = { fromEl: 1, toEl: legal ? elOf(spsr) : 1, pstate: v.pstate, spsr }
  const ss = returnedSs(m, hardwareControls(m), input)
  m.since.lastSet = returnedSs(m, guestControls(m), input)
  const kept = legal ? spsr : (spsr & ~RETURN_STATE) | (v.pstate & RETURN_STATE) | pstate.IL
  v.pstate = withSs(bic(kept, RESERVED_PSTATE), ss)
  v.pc = v.elr
  v.exclusive = false
  return JUMPED
}
const RETURN_STATE = pstate.EL | pstate.SP | pstate.nRW | 2n

const jump = (v: Vcpu, d: Decoded): Outcome => {
  v.pc = u64(v.pc + d.imm)
  return JUMPED
}

const compareAndBranch = (v: Vcpu, d: Decoded): Outcome =>
  (readGpr(v, d.rd) === 0n) === (d.form === 'cbz') ? jump(v, d) : DONE

const arithmetic = (v: Vcpu, d: Decoded): bigint => {
  const operand = readGpr(v, d.rn)
  switch (d.form) {
    case 'add':
      return operand + d.imm
    case 'sub':
      return operand - d.imm
    case 'orr':
      return operand | d.imm
    case 'lsr':
      return operand >> d.imm
    case 'adr':
      return v.pc + d.imm
    default:
      return d.imm
  }
}

/** Executes one instruction at the vCPU's PC, short of what its end means for PC and software step. */
export const execute = (m: Machine, d: Decoded): Outcome => {
  const { v } = m
  if (any(v.pstate, pstate.IL)) return { kind: 'exception', esr: syndrome(EC.illegal) }
  switch (d.form) {
    case 'nop':
    case 'isb':
      return DONE
    case 'wfi':
      return m.choose('waitForInterrupt') === 'completes' ? DONE : trap(EC.wfx)
    case 'udf':
    case 'undefined':
      return UNDEFINED
    case 'svc':
      return { kind: 'exception', esr: syndrome(EC.svc, d.imm) }
    case 'hvc':
      return currentEl(v) === 0 ? UNDEFINED : trap(EC.hvc, d.imm)
    case 'brk':
      return { kind: 'debug', esr: syndrome(EC.brk, d.imm), far: 0n }
    case 'eret':
      return exceptionReturn(m)
    case 'b':
      return jump(v, d)
    case 'cbz':
    case 'cbnz':
      return compareAndBranch(v, d)
    case 'mov':
    case 'adr':
    case 'add':
    case 'sub':
    case 'orr':
    case 'lsr':
      writeGpr(v, d.rd, u64(arithmetic(v, d)))
      return DONE
    case 'ldr':
    case 'str':
      return accessMemory(m, d)
    case 'stp':
      return storePair(m, d)
    case 'ldxr':
    case 'stxr':
      return exclusive(m, d)
    case 'mrs':
    case 'msr':
      return moveSystemRegister(m, d)
    case 'daifset':
    case 'daifclr':
      return maskInterrupts(v, d)
  }
}
