/**
 * The rules of the armv7 machine: small pure functions in which real implementations and designs differ, rightly or
 * wrongly.
 *
 * A variant replaces some of them. A rule that uses another calls it through its context, so that a replaced rule is
 * used everywhere.
 */
import type { Choose } from './choices.ts'
import type { Pairs } from './registers.ts'
import * as access from './rules/access.ts'
import * as emulation from './rules/emulation.ts'
import * as events from './rules/events.ts'
import * as host from './rules/host.ts'
import * as traps from './rules/traps.ts'

/** What a rule may use beside its input. */
export interface Context {
  /** The rules of the variant that is running. */
  readonly rules: Rules
  /** The answers to the choices. */
  readonly choose: Choose
}

/** A rule: a pure function from a plain record to a plain value. */
export type Rule<Input, Output> = (input: Input, context: Context) => Output

export interface Rules {
  /** Whether a value of HDCR is legal. */
  readonly hdcrLegal: Rule<traps.HdcrInput, boolean>
  /** HDCR as the host's kernel gets it. */
  readonly bootHdcr: Rule<traps.HdcrInput, number>
  /** The values that HDCR is written with at guest entry. */
  readonly enterHdcr: Rule<traps.EnterHdcrInput, readonly number[]>
  /** The values that HDCR is written with at guest exit. */
  readonly exitHdcr: Rule<traps.HdcrInput, readonly number[]>
  /** Whether an access is executed, UNDEFINED or trapped. */
  readonly routeAccess: Rule<access.RouteAccessInput, access.AccessOutcome>
  /** Whether HDCR traps the valid accesses to a register. */
  readonly isTrapped: Rule<access.IsTrappedInput, boolean>
  /** HSR of a trapped access. */
  readonly accessSyndrome: Rule<access.AccessSyndromeInput, number>
  /** The access that a syndrome stands for. */
  readonly decodeSyndrome: Rule<access.DecodeSyndromeInput, access.DecodedAccess>
  /** The register with an encoding. */
  readonly registerAt: Rule<access.RegisterAtInput, string | null>
  /** What a write leaves in a register of the hardware. */
  readonly storeRegister: Rule<access.StoreRegisterInput, number>
  /** What the guest finds at a trapped access. */
  readonly emulateAccess: Rule<emulation.EmulateAccessInput, emulation.GuestSees>
  /** Registers, PC and ITSTATE after an emulated access. */
  readonly completeAccess: Rule<emulation.CompleteAccessInput, emulation.CompleteAccessResult>
  /** DBGDSCR as the guest reads it. */
  readonly dscrForGuest: Rule<emulation.DscrForGuestInput, number>
  /** What the hardware gets of a breakpoint or watchpoint that the guest writes. */
  readonly sanitisePair: Rule<emulation.SanitiseInput, number>
  /** Breakpoints and watchpoints of the CPU while the guest runs. */
  readonly pairsInForce: Rule<emulation.PairsInForceInput, Pairs>
  /** Breakpoints and watchpoints of the CPU when the guest is left. */
  readonly pairsAfterExit: Rule<emulation.PairsAfterExitInput, Pairs>
  /** The writes that change one breakpoint or watchpoint. */
  readonly pairWrites: Rule<emulation.PairWritesInput, readonly emulation.PairWrite[]>
  /** Where a shadow of a register is kept. */
  readonly shadowSlot: Rule<emulation.ShadowSlotInput, string>
  /** Whether a breakpoint matches an instruction. */
  readonly matchBreakpoint: Rule<events.MatchBreakpointInput, events.Matches>
  /** Whether a watchpoint matches an access. */
  readonly matchWatchpoint: Rule<events.MatchWatchpointInput, events.MatchWatchpointResult>
  /** What comes of a debug event. */
  readonly debugEvent: Rule<events.DebugEventInput, events.DebugEventResult>
  /** IFSR or DFSR of a debug exception, and of another abort that is injected. */
  readonly faultStatus: Rule<events.FaultStatusInput, number>
  /** Whether enable_monitor_mode() succeeded. */
  readonly enableMonitorMode: Rule<host.EnableMonitorModeInput, 'ok' | 'EPERM'>
  /** Whether a CPU is in monitor mode. */
  readonly monitorModeEnabled: Rule<host.MonitorModeInput, boolean>
  /** The steps of reset_ctrl_regs(). */
  readonly resetSteps: Rule<host.ResetStepsInput, readonly host.ResetStep[]>
  /** How many breakpoints and watchpoints Linux gives to its users. */
  readonly usableSlots: Rule<host.UsableSlotsInput, host.UsableSlotsResult>
  /** Registration of a breakpoint on the host. */
  readonly installHostBreakpoint: Rule<host.InstallHostBreakpointInput, 'ok' | 'ENODEV' | 'ENOSPC'>
  /** DBGBVR and DBGBCR of a breakpoint on the host. */
  readonly encodeHostBreakpoint: Rule<host.EncodeHostBreakpointInput, host.EncodeHostBreakpointResult>
  /** What the host takes a debug exception for. */
  readonly dispatchHostException: Rule<
    host.DispatchHostExceptionInput,
    'breakpoint' | 'watchpoint' | 'unhandled'
  >
}

/** Name of a rule. */
export type RuleName = keyof Rules

/** The rules as the manuals have them, and the design that the thread of 2015 ended with. */
export const idealRules: Rules = {
  hdcrLegal: traps.hdcrLegal,
  bootHdcr: traps.bootHdcr,
  enterHdcr: traps.enterHdcr,
  exitHdcr: traps.exitHdcr,
  routeAccess: access.routeAccess,
  isTrapped: access.isTrapped,
  accessSyndrome: access.accessSyndrome,
  decodeSyndrome: access.decodeSyndrome,
  registerAt: access.registerAt,
  storeRegister: access.storeRegister,
  emulateAccess: emulation.emulateAccess,
  completeAccess: emulation.completeAccess,
  dscrForGuest: emulation.dscrForGuest,
  sanitisePair: emulation.sanitisePair,
  pairsInForce: emulation.pairsInForce,
  pairsAfterExit: emulation.pairsAfterExit,
  pairWrites: emulation.pairWrites,
  shadowSlot: emulation.shadowSlot,
  matchBreakpoint: events.matchBreakpoint,
  matchWatchpoint: events.matchWatchpoint,
  debugEvent: events.debugEvent,
  faultStatus: events.faultStatus,
  enableMonitorMode: host.enableMonitorMode,
  monitorModeEnabled: host.monitorModeEnabled,
  resetSteps: host.resetSteps,
  usableSlots: host.usableSlots,
  installHostBreakpoint: host.installHostBreakpoint,
  encodeHostBreakpoint: host.encodeHostBreakpoint,
  dispatchHostException: host.dispatchHostException,
}

/** All rule names, in a fixed order. */
export const RULE_NAMES: readonly RuleName[] = Object.keys(idealRules) as RuleName[]
