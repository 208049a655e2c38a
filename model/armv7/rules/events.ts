/**
 * Debug events: which breakpoints and watchpoints match, what comes of an event, and the fault status that the guest
 * gets.
 * Source: ARM ARM v7-A; the A15 TRM (DBGBCR, DBGWCR); QEMU target/arm/debug_helper.c. The exception flow is measured on
 * QEMU 7.2’s cortex-a15, except for vector catch and the asynchronous watchpoint, which are read.
 */
import { u32 } from '../../bits.ts'
import {
  breakpointFields,
  type Cause,
  type DebugArchitecture,
  dscr as dscrBits,
  hdcr as hdcrBits,
  MOE,
  watchpointFields,
} from '../registers.ts'
import type { Context } from '../rules.ts'

/** Where an instruction is executed; `privileged` stands for the modes of PL1 beside Supervisor and System. */
export const MODES = ['user', 'supervisor', 'system', 'privileged', 'hyp'] as const
export type Mode = (typeof MODES)[number]

export type Matches = boolean | 'unpredictable'

export interface MatchBreakpointInput {
  readonly control: number
  readonly value: number
  readonly address: number
  readonly mode: Mode
  /** A Thumb instruction, at an address that is a multiple of 2. */
  readonly thumb: boolean
  readonly contextId: number
  /** Whether the breakpoint that DBGBCR.LBN names compares equal; asked for by linked types alone. */
  readonly linkedMatches: boolean
}

/** Whether PMC allows a mode, with HMC and SSC clear. */
const modeMatches = (pmc: number, mode: Mode, { choose }: Context): boolean => {
  switch (pmc) {
    case 0:
      return mode !== 'privileged' && mode !== 'hyp' && choose('pmcZero') === 'user-system-supervisor'
    case 1:
      return mode !== 'user' && mode !== 'hyp'
    case 2:
      return mode === 'user'
    default:
      return mode !== 'hyp'
  }
}

/**
 * Whether BAS selects an instruction in the word of DBGBVR. v7 has three values: 0b1111 for A32, 0b0011 and 0b1100 for
 * the halves of the word in Thumb; every other one is UNPREDICTABLE.
 */
const bytesMatch = (bas: number, address: number, thumb: boolean): Matches => {
  if (bas === 0b1111) return true
  if (thumb && (bas === 0b0011 || bas === 0b1100)) return (address & 2) === (bas === 0b1100 ? 2 : 0)
  return 'unpredictable'
}

/** Whether a breakpoint matches an instruction. What HMC and SSC select beside Non-secure PL0 and PL1 is not modelled. */
export const matchBreakpoint = (input: MatchBreakpointInput, context: Context): Matches => {
  const { control, value, address, mode, thumb, contextId, linkedMatches } = input
  const { enabled, pmc, bas, type } = breakpointFields(control)
  if (!enabled || !modeMatches(pmc, mode, context)) return false
  if (type > 5) return 'unpredictable'
  if ((type & 1) === 1 && !linkedMatches) return false
  if (type === 2 || type === 3) return contextId === value
  const sameWord = u32(address & ~3) === u32(value & ~3)
  // A mismatch hits everything but what a match would hit.
  if (type === 4 || type === 5) {
    if (!sameWord) return true
    const selected = bytesMatch(bas, address, thumb)
    return selected === 'unpredictable' ? selected : !selected
  }
  return sameWord && bytesMatch(bas, address, thumb)
}

export interface MatchWatchpointInput {
  readonly control: number
  readonly value: number
  readonly address: number
  readonly size: number
  readonly access: 'read' | 'write'
  /** By user mode, or by an unprivileged load or store (LDRT). */
  readonly user: boolean
  readonly hyp: boolean
  readonly linkedMatches: boolean
}
export interface MatchWatchpointResult {
  readonly matches: Matches
  /** DFAR: the first watched byte of the access; `null` without a match. */
  readonly far: number | null
}

const PERMITS = { read: 1, write: 2 } as const
const NO_MATCH: MatchWatchpointResult = { matches: false, far: null }

/** Whether a watchpoint matches an access. */
export const matchWatchpoint = (input: MatchWatchpointInput): MatchWatchpointResult => {
  const { control, value, address, size, access, user, hyp, linkedMatches } = input
  const { enabled, pac, lsc, bas, linked, mask } = watchpointFields(control)
  if (!enabled || hyp || (linked && !linkedMatches)) return NO_MATCH
  if ((pac & (user ? 2 : 1)) === 0 || (lsc & PERMITS[access]) === 0) return NO_MATCH
  const bytes = Array.from({ length: size }, (_, i) => u32(address + i))
  if (mask !== 0) {
    const ignored = u32(2 ** mask - 1)
    const first = bytes.find((byte) => u32(byte & ~ignored) === u32(value & ~ignored))
    if (first === undefined) return NO_MATCH
    return { matches: mask < 3 || bas !== 0xff ? 'unpredictable' : true, far: first }
  }
  // A watchpoint at a doubleword has eight byte selects; one at a word that is no doubleword has four.
  const base = u32(value & ~3)
  const watched = (base & 4) === 0 ? bas : bas & 0xf
  const first = bytes.find((byte) => {
    const offset = u32(byte - base)
    return offset < 8 && ((watched >>> offset) & 1) === 1
  })
  return first === undefined ? NO_MATCH : { matches: true, far: first }
}

/** From where an event comes. */
export type From = 'pl0' | 'pl1' | 'hyp'

export interface DebugEventInput {
  readonly event: Cause
  readonly from: From
  readonly dscr: number
  readonly hdcr: number
  readonly osLock: boolean
  readonly doubleLock: boolean
  /** The DBGEN signal. */
  readonly dbgen: boolean
  readonly architecture: DebugArchitecture
  /** The access of a watchpoint is a store. */
  readonly write: boolean
}

export type Target = 'pl1' | 'hyp' | 'debug-state'
export type Vector = 'prefetch-abort' | 'data-abort' | 'hyp-trap' | 'hyp-prefetch-abort'
export interface DebugEventResult {
  readonly taken: boolean
  readonly to: Target | null
  readonly vector: Vector | null
  /** What the event leaves in DBGDSCR.MOE; `null` where nothing is taken, and in debug state. */
  readonly moe: number | null
  /** HSR of an exception that is taken to Hyp mode. */
  readonly hsr: number | null
}

const NOT_TAKEN: DebugEventResult = { taken: false, to: null, vector: null, moe: null, hsr: null }
/** Exception classes: aborts from a lower level, and the prefetch abort of Hyp mode itself. */
const CLASS = { prefetch: 0x20, hypPrefetch: 0x21, data: 0x24 } as const
const DEBUG_EVENT = 0x22
const IL = 1 << 25
const WNR = 1 << 6

/**
 * HSR of a debug exception. IL is set for BKPT, and clear for a breakpoint. For a watchpoint QEMU’s cortex-a15 has it
 * clear in 7.2.22 and set in 11.1.3 (both measured).
 */
const syndromeOf = (event: Cause, from: From, write: boolean, { choose }: Context): number => {
  if (event === 'watchpoint' || event === 'asynchronous-watchpoint') {
    const length = choose('watchpointLength') === 'set' ? IL : 0
    return u32((CLASS.data << 26) | length | (write ? WNR : 0) | DEBUG_EVENT)
  }
  const ec = from === 'hyp' ? CLASS.hypPrefetch : CLASS.prefetch
  return u32((ec << 26) | (event === 'bkpt' ? IL : 0) | DEBUG_EVENT)
}

/**
 * What comes of a debug event. BKPT is always taken. The others need monitor mode, and no lock: the OS lock of v7.1
 * suppresses them, the double lock too. Halting debug goes before monitor mode. In Hyp mode there is none but BKPT.
 */
export const debugEvent = (input: DebugEventInput, context: Context): DebugEventResult => {
  const { event, from, dscr, hdcr, osLock, doubleLock, dbgen, architecture, write } = input
  const locked = doubleLock || (osLock && architecture === 'v7.1')
  const halts = dbgen && (dscr & dscrBits.HDBGen) !== 0 && !locked
  const monitors = dbgen && (dscr & dscrBits.MDBGen) !== 0 && !locked
  if (event !== 'bkpt' && ((!halts && !monitors) || from === 'hyp')) return NOT_TAKEN
  if (halts && from !== 'hyp') return { taken: true, to: 'debug-state', vector: null, moe: null, hsr: null }
  const moe = MOE[event]
  const toHyp = from === 'hyp' ? 'hyp-prefetch-abort' : (hdcr & hdcrBits.TDE) !== 0 ? 'hyp-trap' : null
  if (toHyp)
    return { taken: true, to: 'hyp', vector: toHyp, moe, hsr: syndromeOf(event, from, write, context) }
  const isData = event === 'watchpoint' || event === 'asynchronous-watchpoint'
  return { taken: true, to: 'pl1', vector: isData ? 'data-abort' : 'prefetch-abort', moe, hsr: null }
}

export interface FaultStatusInput {
  readonly fault: 'debug' | 'external-abort'
  /** TTBCR.EAE: the long descriptor format. */
  readonly lpae: boolean
}

/** IFSR or DFSR of a debug exception, and of an abort that the hypervisor injects for another reason. */
export const faultStatus = ({ fault, lpae }: FaultStatusInput): number => {
  if (fault === 'debug') return lpae ? 0x222 : 0x2
  return lpae ? 0x210 : 0x8
}
