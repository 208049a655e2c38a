/**
 * The guest's accesses to its debug registers, natively or trapped: the registers that are meant, the events of reading
 * and writing them.
 * Source: Linux 6.1 arch/arm64/kvm/sys_regs.c.
 */
import { any, bic } from '../bits.ts'
import { ID_AA64DFR0, ID_AA64PFR0 } from './contract.ts'
import type { Decoded } from './decode.ts'
import { COORDINATES } from './encoding.ts'
import { slotNumber } from './instructions.ts'
import type { Machine } from './machine.ts'
import { SLOT_REGISTERS, type SlotRegister, type SystemRegister } from './program.ts'
import { type DebugRegisters, NO_SLOT, oslsr, type Slot, withSlot } from './registers.ts'
import { readGpr, writeGpr } from './vcpu.ts'

/** The registers that an access goes to: the vCPU's when it trapped, the hardware's when it did not. */
interface Target {
  mdscr: bigint
  oslsr: bigint
  registers: DebugRegisters
}

/** Whether a register is one of the debug architecture: trapped by MDCR_EL2.TDA or TDOSA. */
export const isDebugRegister = (register: SystemRegister): boolean => COORDINATES.get(register)![0] === 2

const PARTS: { readonly [K in SlotRegister]: { kind: keyof DebugRegisters; part: keyof Slot } } = {
  dbgbcr: { kind: 'breakpoints', part: 'control' },
  dbgbvr: { kind: 'breakpoints', part: 'value' },
  dbgwcr: { kind: 'watchpoints', part: 'control' },
  dbgwvr: { kind: 'watchpoints', part: 'value' },
}

/** Which half of which slot a register is. */
export const slotPart = (
  register: string,
): { readonly kind: keyof DebugRegisters; readonly part: keyof Slot; readonly index: number } | null => {
  const name = SLOT_REGISTERS.find((each) => register.startsWith(each))
  return name ? { ...PARTS[name], index: slotNumber(register) } : null
}

/** One register of a set. */
export const readSlot = (registers: DebugRegisters, register: string): bigint => {
  const { kind, part, index } = slotPart(register)!
  return (registers[kind][index] ?? NO_SLOT)[part]
}

/** A set with one register written. */
export const writeSlot = (registers: DebugRegisters, register: string, value: bigint): DebugRegisters => {
  const { kind, part, index } = slotPart(register)!
  return withSlot(registers, kind, index, { ...(registers[kind][index] ?? NO_SLOT), [part]: value })
}

const noteRead = (m: Machine, what: string, value: bigint): bigint => {
  m.events.push({ kind: 'guest-read', seenBy: 'guest', what, value })
  return value
}

const noteWrite = (m: Machine, what: string, value: bigint): void => {
  m.events.push({ kind: 'guest-write', seenBy: 'guest', what, value })
}

const readFrom = (from: Target, register: SystemRegister): bigint => {
  switch (register) {
    case 'mdscr_el1':
      return from.mdscr
    case 'oslsr_el1':
      return from.oslsr
    case 'osdlr_el1':
      return 0n
    default:
      return readSlot(from.registers, register)
  }
}

/** A debug register, natively or for the guest. */
export const readDebugRegister = (m: Machine, register: SystemRegister, from: Target): bigint =>
  noteRead(m, register, readFrom(from, register))

const writeTo = (to: Target, register: SystemRegister, value: bigint): void => {
  switch (register) {
    case 'mdscr_el1':
      to.mdscr = value
      return
    case 'oslar_el1':
      to.oslsr = any(value, 1n) ? to.oslsr | oslsr.OSLK : bic(to.oslsr, oslsr.OSLK)
      return
    case 'osdlr_el1':
      return
    default:
      to.registers = writeSlot(to.registers, register, value)
  }
}

export const writeDebugRegister = (m: Machine, register: SystemRegister, value: bigint, to: Target): void => {
  noteWrite(m, register, value)
  writeTo(to, register, value)
}

/** The register that a trapped access means, by its CRm. */
const meant = (m: Machine, register: SystemRegister): SystemRegister => {
  const slot = slotPart(register)
  if (!slot) return register
  const index = m.rules.debugRegisterIndex({ crm: COORDINATES.get(register)![3] }, m.context)
  return register.replace(/\d+_/, `${index}_`) as SystemRegister
}

const accessOsLock = (m: Machine, register: 'oslar_el1' | 'oslsr_el1', d: Decoded): boolean => {
  const { v } = m
  const direction = d.form === 'mrs' ? 'read' : 'write'
  const value = direction === 'write' ? readGpr(v, d.rd) : 0n
  const access = m.rules.accessOsLock({ register, direction, oslsr: v.oslsr, value }, m.context)
  if (access.result === 'undefined') return false
  if (direction === 'read') writeGpr(v, d.rd, noteRead(m, register, v.oslsr))
  else {
    noteWrite(m, register, value)
    v.oslsr = access.oslsr
  }
  return true
}

/**
 * Executes a trapped MRS or MSR for the guest, all but its end. `false` if it is UNDEFINED. (OSDLR is RAZ/WI in KVM;
 * there is no PMU.)
 */
export const emulateSystemRegister = (m: Machine, d: Decoded): boolean => {
  const { v } = m
  const register = d.register!
  const reads = d.form === 'mrs'
  switch (register) {
    case 'pmcr_el0':
      return false
    case 'id_aa64dfr0_el1':
    case 'id_aa64pfr0_el1':
      if (!reads) return false
      writeGpr(v, d.rd, register === 'id_aa64dfr0_el1' ? ID_AA64DFR0 : ID_AA64PFR0)
      return true
    case 'oslar_el1':
    case 'oslsr_el1':
      return accessOsLock(m, register, d)
    case 'osdlr_el1':
      if (reads) writeGpr(v, d.rd, 0n)
      return true
    default: {
      const target = meant(m, register)
      if (reads) writeGpr(v, d.rd, noteRead(m, register, readFrom(v, target)))
      else {
        noteWrite(m, register, readGpr(v, d.rd))
        writeTo(v, target, readGpr(v, d.rd))
      }
      return true
    }
  }
}
