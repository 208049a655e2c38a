/**
 * What a hypervisor answers to a trapped access: the part in which the designs differ.
 * Source: the thread on world-switching the debug registers of 32-bit KVM, September 2015; Linux 4.12 and later
 * arch/arm/kvm/coproc.c (RAZ/WI).
 */
import { u32 } from '../../bits.ts'
import {
  control,
  enabledPairs,
  NO_PAIRS,
  type PairRegister,
  type Pairs,
  registerNamed,
  STORED,
  samePairs,
  withMoe,
} from '../registers.ts'
import type { Context } from '../rules.ts'
import type { Direction, Transfer } from './access.ts'

/**
 * What the guest finds: the host’s (the register of the CPU), its own, zero, a write without effect, an Undefined
 * Instruction exception.
 */
export const GUEST_SEES = ['host', 'own', 'zero', 'ignored', 'undefined'] as const
export type GuestSees = (typeof GUEST_SEES)[number]

export interface EmulateAccessInput {
  readonly register: string
  readonly direction: Direction
  readonly transfer: Transfer
  /** DBGDSCR.MDBGen of the CPU that the guest runs on. */
  readonly monitorMode: boolean
}

/**
 * The answer to a valid access that was trapped. Breakpoints and watchpoints are the guest’s own while the CPU is in
 * monitor mode; DBGDSCR is the host’s, and cannot be written; there is no lock to set, and the power is on.
 */
export const emulateAccess = (
  { register, direction, transfer, monitorMode }: EmulateAccessInput,
  { choose }: Context,
): GuestSees => {
  const none = direction === 'read' ? 'zero' : 'ignored'
  if (transfer === 'memory') return 'undefined'
  if (registerNamed(register)?.pair)
    return monitorMode || choose('pairsWithoutMonitorMode') === 'shadow' ? 'own' : none
  if (direction === 'write') return none
  switch (register) {
    case 'DBGDIDR':
      return choose('guestDidr') === 'host' ? 'host' : 'zero'
    case 'DBGDSCRint':
    case 'DBGDSCRext':
      return 'host'
    case 'DBGOSLSR':
      return choose('guestOslsr') === 'unlocked' ? 'own' : 'zero'
    case 'DBGPRSR':
      return 'own'
    default:
      return none
  }
}

export interface CompleteAccessInput {
  readonly direction: Direction
  readonly transfer: Transfer
  readonly rt: number
  readonly rt2: number
  readonly pc: number
  /** ITSTATE of CPSR, 8 bits; 0 outside of an IT block. */
  readonly itState: number
  readonly conditionPassed: boolean
}
export interface CompleteAccessResult {
  /** The general registers written, by number; 15 stands for APSR.NZCV. */
  readonly written: readonly number[]
  readonly pc: number
  readonly itState: number
}

/** ITSTATE behind an instruction of an IT block. */
const advanceIt = (state: number): number => ((state & 7) === 0 ? 0 : (state & 0xe0) | ((state << 1) & 0x1f))

/**
 * The end of an emulated access: exactly the destination of a read is written, PC and ITSTATE advance. Every CP14
 * instruction is four bytes long, in Thumb too. Where the condition fails nothing else happens.
 */
export const completeAccess = (input: CompleteAccessInput): CompleteAccessResult => {
  const { direction, transfer, rt, rt2, pc, itState, conditionPassed } = input
  const reads = direction === 'read' && conditionPassed && transfer !== 'memory'
  return {
    written: reads ? (transfer === 'pair' ? [rt, rt2] : [rt]) : [],
    pc: u32(pc + 4),
    itState: advanceIt(itState),
  }
}

export interface DscrForGuestInput {
  /** DBGDSCR of the CPU. */
  readonly dscr: number
  /** MOE of the guest’s own last debug exception. */
  readonly moe: number
}

/** DBGDSCR as the guest reads it: the host’s, with the cause of the guest’s own last debug exception. */
export const dscrForGuest = ({ dscr, moe }: DscrForGuestInput): number => withMoe(dscr, moe)

export interface SanitiseInput {
  readonly register: PairRegister
  readonly value: number
}

/** The highest breakpoint type that compares addresses or contexts of the guest alone. */
const LAST_TYPE = 5

/**
 * What the hardware gets of a value that the guest writes: nothing that reaches beyond Non-secure PL0 and PL1. HMC and
 * SSC become 0, and so does a breakpoint type that compares VMIDs.
 */
export const sanitisePair = ({ register, value }: SanitiseInput): number => {
  const stored = u32(value & STORED[register])
  if (register === 'DBGBVR' || register === 'DBGWVR') return stored
  const here = u32(stored & ~(control.HMC | control.SSC))
  if (register === 'DBGWCR') return here
  return (here & control.BT) >>> 20 > LAST_TYPE ? u32(here & ~control.BT) : here
}

export interface PairsInForceInput {
  /** DBGDSCR.MDBGen of the CPU that is entered on. */
  readonly monitorMode: boolean
  readonly guest: Pairs
  /** What the CPU holds. */
  readonly hardware: Pairs
}

/**
 * The breakpoints and watchpoints that the CPU gets at guest entry: the guest’s, and nothing of anybody else. Without
 * monitor mode none of them can hit, and they are left alone: nobody knows whether the CPU’s may be touched.
 */
export const pairsInForce = (
  { monitorMode, guest, hardware }: PairsInForceInput,
  { choose }: Context,
): Pairs => {
  if (monitorMode) return guest
  // What was kept without monitor mode has never passed the gate.
  const passed = choose('monitorModeGate') === 'access' && choose('pairsWithoutMonitorMode') === 'zero'
  return passed && enabledPairs(guest).length > 0 ? guest : hardware
}

export interface PairsAfterExitInput {
  /** What the CPU held before the guest was entered. */
  readonly before: Pairs
  readonly hardware: Pairs
}

/** The breakpoints and watchpoints that the CPU gets before the host runs on, if the guest has had others. */
export const pairsAfterExit = ({ before, hardware }: PairsAfterExitInput, { choose }: Context): Pairs =>
  samePairs(before, hardware) || choose('pairsAfterExit') === 'host' ? before : NO_PAIRS

export interface PairWritesInput {
  readonly from: { readonly value: number; readonly control: number }
  readonly to: { readonly value: number; readonly control: number }
}
export interface PairWrite {
  readonly half: 'value' | 'control'
  readonly value: number
}

/** The writes that change a breakpoint or watchpoint: it is disabled while its address changes. */
export const pairWrites = ({ from, to }: PairWritesInput): readonly PairWrite[] => {
  if (from.value === to.value && from.control === to.control) return []
  const disables = (from.control & control.E) !== 0
  const meanwhile = disables ? 0 : from.control
  return [
    ...(disables ? [{ half: 'control', value: 0 } as const] : []),
    ...(from.value === to.value ? [] : [{ half: 'value', value: to.value } as const]),
    ...(meanwhile === to.control ? [] : [{ half: 'control', value: to.control } as const]),
  ]
}

export interface ShadowSlotInput {
  readonly register: string
}

/** Where a hypervisor with shadow registers keeps one of them: each in a place of its own. */
export const shadowSlot = ({ register }: ShadowSlotInput): string =>
  register === 'DBGDSCRint' ? 'DBGDSCRext' : register
