/**
 * The rules of the arm64 machine: small pure functions in which real implementations differ, rightly or wrongly.
 *
 * A variant replaces some of them. A rule that uses another calls it through its context, so that a replaced rule
 * is used everywhere.
 */
import type { Choose } from './choices.ts'
import type { DebugRegisters } from './registers.ts'
import * as breakpoints from './rules/breakpoints.ts'
import * as emulation from './rules/emulation.ts'
import * as guestDebug from './rules/guest-debug.ts'
import * as masking from './rules/masking.ts'
import * as step from './rules/software-step.ts'
import * as watchpoints from './rules/watchpoints.ts'

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
  /** ELd: where debug exceptions from EL0 and EL1 go. */
  readonly debugTarget: Rule<step.DebugTargetInput, step.DebugTarget>
  /** Whether debug exceptions are generated at an exception level. */
  readonly generateDebugExceptions: Rule<step.GenerateDebugExceptionsInput, boolean>
  /** The state of software step before an instruction. */
  readonly stepState: Rule<step.StepStateInput, step.StepStateResult>
  /** PSTATE when an instruction completes. */
  readonly softwareStepAdvance: Rule<step.SoftwareStepAdvanceInput, bigint>
  /** PSTATE.SS after an exception return. */
  readonly exceptionReturnSs: Rule<step.ExceptionReturnSsInput, 0 | 1>
  /** PSTATE as an exception saves it. */
  readonly savedSpsr: Rule<step.SavedSpsrInput, bigint>
  /** The registers after an exception was taken to EL1. */
  readonly enterException: Rule<step.EnterExceptionInput, step.EnterExceptionResult>
  /** What is taken before an instruction. */
  readonly nextException: Rule<step.NextExceptionInput, 'interrupt' | 'software-step' | 'breakpoint' | 'none'>
  /** The exception class by the levels between which an exception is taken. */
  readonly exceptionClass: Rule<step.ExceptionClassInput, number>
  /** Whether SSC, HMC and PMC allow an exception level. */
  readonly stateMatch: Rule<breakpoints.StateMatchInput, breakpoints.Matches>
  /** Whether a breakpoint matches an instruction. */
  readonly matchBreakpoint: Rule<breakpoints.MatchBreakpointInput, breakpoints.Matches>
  /** Whether a watchpoint matches an access. */
  readonly matchWatchpoint: Rule<watchpoints.MatchWatchpointInput, breakpoints.Matches>
  /** The addresses that FAR may hold for a watchpoint. */
  readonly watchpointFar: Rule<watchpoints.WatchpointFarInput, watchpoints.FarRange>
  /** MDSCR_EL1.SS and SPSR_EL2.SS at guest entry. */
  readonly maskSoftwareStep: Rule<masking.MaskSoftwareStepInput, masking.MaskSoftwareStepResult>
  /** The rest of MDSCR_EL1 at guest entry. */
  readonly enableDebugEvents: Rule<masking.EnableDebugEventsInput, bigint>
  /** The breakpoints and watchpoints that are in force. */
  readonly registersInForce: Rule<masking.RegistersInForceInput, DebugRegisters>
  /** KVM_SET_GUEST_DEBUG. */
  readonly setGuestDebug: Rule<guestDebug.SetGuestDebugInput, guestDebug.SetGuestDebugResult>
  /** MDCR_EL2 while the guest runs. */
  readonly debugTraps: Rule<guestDebug.DebugTrapsInput, bigint>
  /** Who gets a BRK that was routed to EL2. */
  readonly brkOwner: Rule<guestDebug.BrkOwnerInput, 'userspace' | 'guest'>
  /** The record of KVM_EXIT_DEBUG. */
  readonly debugExit: Rule<guestDebug.DebugExitInput, guestDebug.DebugExitRecord>
  /** How many breakpoints and watchpoints there are. */
  readonly capabilities: Rule<guestDebug.CapabilitiesInput, guestDebug.CapabilitiesResult>
  /** PC and PSTATE after an instruction that the hypervisor completed. */
  readonly retireEmulated: Rule<emulation.RetireEmulatedInput, emulation.RetireEmulatedResult>
  /** The PC that the VMM sees at an exit for MMIO. */
  readonly mmioExitPc: Rule<emulation.MmioExitPcInput, bigint>
  /** The return address of an abort with which userspace ends an access. */
  readonly mmioAbortPc: Rule<emulation.MmioAbortPcInput, bigint>
  /** What becomes of a host's step that is done without an exception of the CPU. */
  readonly pendingStep: Rule<emulation.PendingStepInput, 'report' | 'enter'>
  /** SPSR_EL1 as the guest finds it. */
  readonly spsrSeenByGuest: Rule<emulation.SpsrSeenByGuestInput, bigint>
  /** The guest's own PSTATE.SS after it ran while the host debugged. */
  readonly guestStepBit: Rule<emulation.GuestStepBitInput, 0 | 1>
  /** The guest's own MDSCR_EL1 after it ran while the host debugged. */
  readonly guestMdscr: Rule<emulation.GuestMdscrInput, bigint>
  /** The number of the breakpoint or watchpoint that a trapped access means. */
  readonly debugRegisterIndex: Rule<emulation.DebugRegisterIndexInput, number>
  /** A guest's access to OSLAR_EL1 or OSLSR_EL1. */
  readonly accessOsLock: Rule<emulation.AccessOsLockInput, emulation.AccessOsLockResult>
}

/** Name of a rule. */
export type RuleName = keyof Rules

/** The rules as the manual and the KVM API have them. */
export const idealRules: Rules = {
  debugTarget: step.debugTarget,
  generateDebugExceptions: step.generateDebugExceptions,
  stepState: step.stepState,
  softwareStepAdvance: step.softwareStepAdvance,
  exceptionReturnSs: step.exceptionReturnSs,
  savedSpsr: step.savedSpsr,
  enterException: step.enterException,
  nextException: step.nextException,
  exceptionClass: step.exceptionClass,
  stateMatch: breakpoints.stateMatch,
  matchBreakpoint: breakpoints.matchBreakpoint,
  matchWatchpoint: watchpoints.matchWatchpoint,
  watchpointFar: watchpoints.watchpointFar,
  maskSoftwareStep: masking.maskSoftwareStep,
  enableDebugEvents: masking.enableDebugEvents,
  registersInForce: masking.registersInForce,
  setGuestDebug: guestDebug.setGuestDebug,
  debugTraps: guestDebug.debugTraps,
  brkOwner: guestDebug.brkOwner,
  debugExit: guestDebug.debugExit,
  capabilities: guestDebug.capabilities,
  retireEmulated: emulation.retireEmulated,
  mmioExitPc: emulation.mmioExitPc,
  mmioAbortPc: emulation.mmioAbortPc,
  pendingStep: emulation.pendingStep,
  spsrSeenByGuest: emulation.spsrSeenByGuest,
  guestStepBit: emulation.guestStepBit,
  guestMdscr: emulation.guestMdscr,
  debugRegisterIndex: emulation.debugRegisterIndex,
  accessOsLock: emulation.accessOsLock,
}

/** All rule names, in a fixed order. */
export const RULE_NAMES: readonly RuleName[] = Object.keys(idealRules) as RuleName[]
