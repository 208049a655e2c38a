/**
 * A CP14 access: whether it is executed, UNDEFINED or trapped to Hyp mode, the syndrome of the trap, and what the
 * registers store.
 * Source: Cortex-A15 TRM (HDCR, the table of CP14 debug registers); ARM ARM v7-A, issue B (effects of the OS lock);
 * 32-bit KVM's decoding (Linux 4.x arch/arm/kvm/coproc.c). Routing and syndromes measured on QEMU 7.2’s cortex-a15.
 */
import { u32 } from '../../bits.ts'
import {
  type DebugArchitecture,
  dscr as dscrBits,
  hdcr as hdcrBits,
  isImplemented,
  type Named,
  nameOfEncoding,
  OSLAR_KEY,
  registerNamed,
  STORED,
} from '../registers.ts'
import type { Context } from '../rules.ts'

export type Direction = 'read' | 'write'
export type Privilege = 'pl0' | 'pl1'
/** How much an access moves: a register (MRC, MCR), two of them (MRRC, MCRR), or memory (LDC, STC). */
export type Transfer = 'register' | 'pair' | 'memory'

export interface RouteAccessInput {
  readonly register: string
  readonly direction: Direction
  readonly privilege: Privilege
  readonly transfer: Transfer
  readonly hdcr: number
  readonly architecture: DebugArchitecture
  /** DBGDSCR.UDCCdis. */
  readonly udccDisabled: boolean
  readonly osLock: boolean
}

export type AccessOutcome = 'direct' | 'undefined' | 'hyp-trap'

/** Registers with a 64-bit form, and those that LDC and STC reach. */
const hasTransfer = (register: string, direction: Direction, transfer: Transfer): boolean => {
  if (transfer === 'register') return true
  if (transfer === 'memory') return register === 'DBGDTRint'
  return (register === 'DBGDRAR' || register === 'DBGDSAR') && direction === 'read'
}

const mayAccess = ({ row }: Named, { direction, privilege, udccDisabled }: RouteAccessInput): boolean => {
  if (row.access === (direction === 'read' ? 'wo' : 'ro')) return false
  if (privilege === 'pl1' || row.user === 'always') return true
  return row.user === 'unless-udcc-disabled' && !udccDisabled
}

/** What a set OS lock takes away on v7: the control of debug events. */
const isLockedAway = ({ row, pair }: Named): boolean =>
  pair !== null || row.name === 'DBGVCR' || row.name === 'DBGDSCRext'

/**
 * What an access does. A trap needs a valid access: what is UNDEFINED anyway (not implemented, read-only, write-only, or
 * from user mode) goes to PL1 and not to Hyp mode.
 */
export const routeAccess = (input: RouteAccessInput, { rules, choose }: Context): AccessOutcome => {
  const { register, direction, transfer, hdcr, architecture, osLock } = input
  const named = registerNamed(register)
  if (!named || !isImplemented(named, architecture) || !hasTransfer(register, direction, transfer))
    return 'undefined'
  if (!mayAccess(named, input)) return 'undefined'
  if (rules.isTrapped({ register, transfer, hdcr }, { rules, choose })) return 'hyp-trap'
  if (osLock && isLockedAway(named))
    return architecture === 'v7' || choose('lockedAccess') === 'undefined' ? 'undefined' : 'direct'
  return 'direct'
}

export interface IsTrappedInput {
  readonly register: string
  readonly transfer: Transfer
  readonly hdcr: number
}

/** Whether HDCR traps the valid accesses to a register: every register belongs to one bit. */
export const isTrapped = ({ register, hdcr }: IsTrappedInput): boolean => {
  const named = registerNamed(register)
  return named !== undefined && (hdcr & hdcrBits[named.row.trap]) !== 0
}

/** The exception classes of trapped coprocessor accesses. */
export const ACCESS_CLASS = { register: 0x05, memory: 0x06, pair: 0x0c } as const

export interface AccessSyndromeInput {
  readonly register: string
  readonly direction: Direction
  readonly transfer: Transfer
  readonly rt: number
  readonly rt2: number
}

const IL = 1 << 25
/** CV and COND of an instruction that is executed always. */
const ALWAYS = (1 << 24) | (0xe << 20)
/** Base register r12, added offset of 0, immediate offset form: the LDC and STC of the contract. */
const LDC_FORM = (12 << 5) | (1 << 4) | (0b010 << 1)

/** HSR of a trapped access. The form for LDC and STC is recalled; the others are as KVM decodes them and as measured. */
export const accessSyndrome = ({ register, direction, transfer, rt, rt2 }: AccessSyndromeInput): number => {
  const named = registerNamed(register)
  if (!named) return 0
  const { row, crm } = named
  const read = direction === 'read' ? 1 : 0
  const head = (ACCESS_CLASS[transfer] << 26) | IL | ALWAYS
  switch (transfer) {
    case 'register':
      return u32(head | (row.opc2 << 17) | (row.crn << 10) | (rt << 5) | (crm << 1) | read)
    case 'pair':
      // MRRC has no CRn: the number that the 32-bit form has there is its CRm.
      return u32(head | (rt2 << 10) | (rt << 5) | (row.crn << 1) | read)
    case 'memory':
      // STC stores what it reads from DBGDTRRXint.
      return u32(head | LDC_FORM | (direction === 'read' ? 0 : 1))
  }
}

export interface DecodeSyndromeInput {
  readonly hsr: number
}
export interface DecodedAccess {
  /** `null` if the syndrome is that of no debug register. */
  readonly register: string | null
  readonly direction: Direction
  readonly transfer: Transfer
  readonly rt: number
}

const field = (value: number, lsb: number, width: number): number => (value >>> lsb) & ((1 << width) - 1)

/** The access that a syndrome stands for, as the hypervisor decodes it. */
export const decodeSyndrome = ({ hsr }: DecodeSyndromeInput, { rules, choose }: Context): DecodedAccess => {
  const ec = field(hsr, 26, 6)
  const context = { rules, choose }
  const direction = field(hsr, 0, 1) === 1 ? 'read' : 'write'
  const rt = field(hsr, 5, 4)
  if (ec === ACCESS_CLASS.register) {
    const encoding = {
      opc1: field(hsr, 14, 3),
      crn: field(hsr, 10, 4),
      crm: field(hsr, 1, 4),
      opc2: field(hsr, 17, 3),
    }
    return { register: rules.registerAt(encoding, context), direction, transfer: 'register', rt }
  }
  if (ec === ACCESS_CLASS.pair) {
    const encoding = { opc1: field(hsr, 16, 4), crn: field(hsr, 1, 4), crm: 0, opc2: 0 }
    return { register: rules.registerAt(encoding, context), direction, transfer: 'pair', rt }
  }
  if (ec === ACCESS_CLASS.memory)
    return {
      register: 'DBGDTRint',
      direction: direction === 'read' ? 'write' : 'read',
      transfer: 'memory',
      rt: 0,
    }
  return { register: null, direction, transfer: 'register', rt }
}

export interface RegisterAtInput {
  readonly opc1: number
  readonly crn: number
  readonly crm: number
  readonly opc2: number
}

/** The debug register with an encoding in CP14; `null` where there is none. (opc1 1 is the trace space.) */
export const registerAt = ({ opc1, crn, crm, opc2 }: RegisterAtInput): string | null =>
  opc1 === 0 ? nameOfEncoding(crn, crm, opc2) : null

export interface StoreRegisterInput {
  readonly register: string
  readonly value: number
  /** What the register holds. */
  readonly old: number
  readonly osLock: boolean
}

/** The bits of DBGDSCRext that a write changes while the OS lock is set: the OS restores it. Recalled. */
const DSCR_RESTORED = (3 << 29) | 0xfffc
/** Reserved bits of DBGVCR. */
const VCR_STORED = u32(~((1 << 5) | (3 << 8) | (1 << 13) | (1 << 16) | (1 << 24) | (1 << 29)))

/** What a write leaves in a register of the hardware. */
export const storeRegister = (
  { register, value, old, osLock }: StoreRegisterInput,
  { choose }: Context,
): number => {
  const merge = (mask: number): number => u32((old & ~mask) | (value & mask))
  const pair = registerNamed(register)?.pair ?? null
  if (pair !== null) return u32(value & STORED[pair])
  switch (register) {
    case 'DBGVCR':
      return u32(value & VCR_STORED)
    case 'DBGOSLAR':
      return value === OSLAR_KEY ? 1 : 0
    case 'DBGOSDLR':
      return value & 1
    case 'DBGDSCRext':
      if (osLock) return merge(DSCR_RESTORED)
      if (((value ^ old) & dscrBits.UDCCdis) === 0) return merge(dscrBits.MDBGen)
      return merge(choose('dscrWrite') === 'MDBGen' ? dscrBits.MDBGen : dscrBits.MDBGen | dscrBits.UDCCdis)
    default:
      return old
  }
}
