/**
 * The host's own use of the debug registers: monitor mode, the start-up of hw_breakpoint, perf and ptrace.
 * Source: Linux arch/arm/kernel/hw_breakpoint.c, a recent and an old version.
 */
import { u32 } from '../../bits.ts'
import { type DebugArchitecture, didrFields, dscr as dscrBits, moeOf } from '../registers.ts'
import type { Context } from '../rules.ts'

export interface EnableMonitorModeInput {
  /** DBGDSCRint as it reads now, and as it reads after MDBGen was written. */
  readonly before: number
  readonly after: number
}

/** enable_monitor_mode(): MDBGen may refuse to stick, as where DBGEN is low. */
export const enableMonitorMode = ({ before, after }: EnableMonitorModeInput): 'ok' | 'EPERM' =>
  (before & dscrBits.MDBGen) !== 0 || (after & dscrBits.MDBGen) !== 0 ? 'ok' : 'EPERM'

/** One step of reset_ctrl_regs(). */
export const RESET_STEPS = [
  'check-power',
  'check-double-lock',
  'clear-os-lock',
  'clear-vector-catch',
  'clear-breakpoints',
  'clear-watchpoints',
  'enable-monitor-mode',
] as const
export type ResetStep = (typeof RESET_STEPS)[number]

export interface ResetStepsInput {
  readonly architecture: DebugArchitecture
}

/**
 * The steps in which Linux takes the debug registers of a CPU over. Monitor mode comes last: what reset has left in the
 * control registers is UNKNOWN.
 */
export const resetSteps = ({ architecture }: ResetStepsInput): readonly ResetStep[] =>
  RESET_STEPS.filter((step) => step !== (architecture === 'v7' ? 'check-double-lock' : 'check-power'))

export interface UsableSlotsInput {
  /** DBGDIDR. */
  readonly didr: number
}
export interface UsableSlotsResult {
  /** The debug architecture is one that Linux knows. */
  readonly supported: boolean
  /** Breakpoints for users: the last one is kept for stepping over others. */
  readonly breakpoints: number
  readonly watchpoints: number
}

/** Debug architectures by DBGDIDR.Version. */
const VERSION = { v7: 3, memoryMapped: 4, v71: 5 } as const

/** How many breakpoints and watchpoints Linux gives to its users: before v7.1 one watchpoint, as DFAR is UNKNOWN there. */
export const usableSlots = ({ didr }: UsableSlotsInput): UsableSlotsResult => {
  const { breakpoints, watchpoints, version } = didrFields(didr)
  if (version === 0 || version === VERSION.memoryMapped)
    return { supported: false, breakpoints: 0, watchpoints: 0 }
  const stepper = version >= VERSION.v7 && breakpoints > 1 ? 1 : 0
  return {
    supported: true,
    breakpoints: breakpoints - stepper,
    watchpoints: version < VERSION.v71 ? 1 : watchpoints,
  }
}

export interface InstallHostBreakpointInput {
  /** DBGDSCR.MDBGen of the CPU. */
  readonly monitorMode: boolean
  /** hw_breakpoint came up, and found so many. */
  readonly slots: number
  /** So many are taken. */
  readonly taken: number
}

/** Registration of a breakpoint of perf or ptrace. */
export const installHostBreakpoint = ({
  monitorMode,
  slots,
  taken,
}: InstallHostBreakpointInput): 'ok' | 'ENODEV' | 'ENOSPC' => {
  if (!monitorMode) return 'ENODEV'
  return taken < slots ? 'ok' : 'ENOSPC'
}

export interface EncodeHostBreakpointInput {
  readonly address: number
  /** Bytes: 2 for Thumb, 4 for A32. */
  readonly length: 2 | 4
}
export interface EncodeHostBreakpointResult {
  readonly result: 'ok' | 'EINVAL'
  readonly value: number
  readonly control: number
}

/** E and PMC = 2: user mode. */
const USER_ENABLED = 0x5

/** DBGBVR and DBGBCR for an instruction: v7 knows whole words and their halves, nothing else. */
export const encodeHostBreakpoint = ({
  address,
  length,
}: EncodeHostBreakpointInput): EncodeHostBreakpointResult => {
  const offset = address & 3
  if ((offset & 1) !== 0 || (length === 4 && offset !== 0)) return { result: 'EINVAL', value: 0, control: 0 }
  const bas = length === 4 ? 0b1111 : 0b0011 << offset
  return { result: 'ok', value: u32(address & ~3), control: u32((bas << 5) | USER_ENABLED) }
}

export interface DispatchHostExceptionInput {
  /** DBGDSCRint as the handler reads it. */
  readonly dscr: number
}

/** What the host’s handler of debug exceptions takes one for, by MOE. */
export const dispatchHostException = ({
  dscr,
}: DispatchHostExceptionInput): 'breakpoint' | 'watchpoint' | 'unhandled' => {
  switch (moeOf(dscr)) {
    case 1:
      return 'breakpoint'
    case 2:
    case 10:
      return 'watchpoint'
    default:
      return 'unhandled'
  }
}

export interface MonitorModeInput {
  readonly dscr: number
}

/** monitor_mode_enabled(): bit 15 of DBGDSCRint, and nothing else. */
export const monitorModeEnabled = ({ dscr }: MonitorModeInput, _context: Context): boolean =>
  (dscr & dscrBits.MDBGen) !== 0
