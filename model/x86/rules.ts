/**
 * The rules of the x86 machine: small pure functions in which real implementations differ, rightly or wrongly.
 *
 * A variant replaces some of them. A rule that uses another calls it through its context, so that a replaced rule
 * is used everywhere.
 */
import type { Choose } from './choices.ts'
import * as check from './rules/check-before-emulation.ts'
import * as debugRegisters from './rules/debug-registers.ts'
import * as dr6 from './rules/dr6.ts'
import * as matching from './rules/matching.ts'
import * as ownership from './rules/ownership.ts'
import * as setGuestDebug from './rules/set-guest-debug.ts'
import * as step from './rules/step.ts'

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
  /** Code breakpoints that match at a linear address. */
  readonly matchCodeBreakpoints: Rule<matching.CodeMatchInput, matching.Hits>
  /** Data breakpoints that match a memory access. */
  readonly matchDataBreakpoints: Rule<matching.DataMatchInput, matching.Hits>
  /** I/O breakpoints that match a port access. */
  readonly matchIoBreakpoints: Rule<matching.IoMatchInput, matching.Hits>
  /** DR6 after a #DB was delivered to the guest. */
  readonly mergeDr6: Rule<dr6.MergeDr6Input, bigint>
  /** MOV to or from a debug register. */
  readonly moveDebugRegister: Rule<
    debugRegisters.MoveDebugRegisterInput,
    debugRegisters.MoveDebugRegisterResult
  >
  /** KVM_SET_DEBUGREGS. */
  readonly setDebugRegisters: Rule<
    debugRegisters.SetDebugRegistersInput,
    debugRegisters.SetDebugRegistersResult
  >
  /** The one set of breakpoint registers that is compared. */
  readonly effectiveDebugRegisters: Rule<
    debugRegisters.BothDebugRegisters,
    debugRegisters.EffectiveDebugRegisters
  >
  /** The debug registers after RESET or INIT. */
  readonly resetDebugRegisters: Rule<debugRegisters.ResetInput, debugRegisters.ResetResult>
  /** The DR7 whose GD bit counts. */
  readonly generalDetectDr7: Rule<ownership.GeneralDetectInput, bigint>
  /** Linear address of an instruction. */
  readonly linearAddress: Rule<check.LinearAddressInput, bigint>
  /** Whether a matching code breakpoint does not hit. */
  readonly codeBreakpointInhibited: Rule<check.CodeBreakpointInhibitedInput, boolean>
  /** The check for code breakpoints before an instruction. */
  readonly checkBeforeEmulation: Rule<check.CheckBeforeEmulationInput, check.CheckBeforeEmulationResult>
  /** Who gets a #DB that is raised while the guest runs. */
  readonly debugExceptionOwner: Rule<ownership.DebugExceptionOwnerInput, 'userspace' | 'guest'>
  /** Who gets the event of INT3, INT n or INTO. */
  readonly breakpointInstructionOwner: Rule<ownership.BreakpointInstructionOwnerInput, 'userspace' | 'guest'>
  /** The record of a KVM_EXIT_DEBUG. */
  readonly debugExit: Rule<ownership.DebugExitInput, ownership.DebugExitRecord>
  /** KVM_SET_GUEST_DEBUG. */
  readonly setGuestDebug: Rule<setGuestDebug.SetGuestDebugInput, setGuestDebug.SetGuestDebugResult>
  /** What KVM_SET_GUEST_DEBUG leaves in the guest's RFLAGS. */
  readonly flagsAfterControlChange: Rule<setGuestDebug.FlagsAfterControlChangeInput, number>
  /** The flags that KVM_GET_REGS shows. */
  readonly visibleFlags: Rule<setGuestDebug.VisibleFlagsInput, number>
  /** The flags that the guest's own instructions work with. */
  readonly guestFlags: Rule<setGuestDebug.VisibleFlagsInput, number>
  /** The return address pushed for an injected exception. */
  readonly injectedReturnIp: Rule<setGuestDebug.InjectedReturnIpInput, bigint>
  /** Whether KVM_GET_VCPU_EVENTS shows a waiting exception. */
  readonly exceptionShown: Rule<setGuestDebug.ExceptionShownInput, boolean>
  /** The guest's DR7 when its #DB handler starts. */
  readonly dr7AtDelivery: Rule<setGuestDebug.Dr7AtDeliveryInput, bigint>
  /** The flags with which a handler starts. */
  readonly flagsAtDelivery: Rule<setGuestDebug.FlagsAtDeliveryInput, number>
  /** Whether a single-step trap is due after an instruction. */
  readonly singleStepDue: Rule<step.SingleStepDueInput, boolean>
  /** Whether SYSCALL ends in a step trap. */
  readonly singleStepAfterSyscall: Rule<step.SingleStepAfterSyscallInput, boolean>
  /** The interrupt shadow that an instruction leaves. */
  readonly shadowAfter: Rule<step.ShadowAfterInput, step.InterruptShadow>
  /** Whether the traps of an instruction wait until after the next one. */
  readonly trapsHeld: Rule<step.TrapsHeldInput, boolean>
  /** Whether a waiting interrupt or NMI may be delivered now. */
  readonly eventDeliverable: Rule<step.EventDeliverableInput, boolean>
  /** What one instruction boundary of a REP string instruction covers. */
  readonly repeat: Rule<step.RepeatInput, step.RepeatResult>
  /** How many iterations of REP INSB one I/O exit covers. */
  readonly repeatInput: Rule<step.RepeatInputInput, number>
  /** Where RIP points when the #DB of ICEBP is taken. */
  readonly icebpIp: Rule<step.IcebpIpInput, bigint>
  /** Whether an implementation can execute an instruction at all. */
  readonly canExecute: Rule<step.CanExecuteInput, boolean>
  /** RFLAGS after POPF or IRET. */
  readonly loadFlags: Rule<step.LoadFlagsInput, number>
  /** RF after an instruction. */
  readonly flagsAfterRetire: Rule<step.FlagsAfterRetireInput, number>
}

/** Name of a rule. */
export type RuleName = keyof Rules

/** The rules as the manuals and the KVM API have them. */
export const idealRules: Rules = {
  matchCodeBreakpoints: matching.matchCodeBreakpoints,
  matchDataBreakpoints: matching.matchDataBreakpoints,
  matchIoBreakpoints: matching.matchIoBreakpoints,
  mergeDr6: dr6.mergeDr6,
  moveDebugRegister: debugRegisters.moveDebugRegister,
  setDebugRegisters: debugRegisters.setDebugRegisters,
  effectiveDebugRegisters: debugRegisters.effectiveDebugRegisters,
  resetDebugRegisters: debugRegisters.resetDebugRegisters,
  generalDetectDr7: ownership.generalDetectDr7,
  linearAddress: check.linearAddress,
  codeBreakpointInhibited: check.codeBreakpointInhibited,
  checkBeforeEmulation: check.checkBeforeEmulation,
  debugExceptionOwner: ownership.debugExceptionOwner,
  breakpointInstructionOwner: ownership.breakpointInstructionOwner,
  debugExit: ownership.debugExit,
  setGuestDebug: setGuestDebug.setGuestDebug,
  flagsAfterControlChange: setGuestDebug.flagsAfterControlChange,
  visibleFlags: setGuestDebug.visibleFlags,
  guestFlags: setGuestDebug.guestFlags,
  injectedReturnIp: setGuestDebug.injectedReturnIp,
  exceptionShown: setGuestDebug.exceptionShown,
  dr7AtDelivery: setGuestDebug.dr7AtDelivery,
  flagsAtDelivery: setGuestDebug.flagsAtDelivery,
  singleStepDue: step.singleStepDue,
  singleStepAfterSyscall: step.singleStepAfterSyscall,
  shadowAfter: step.shadowAfter,
  trapsHeld: step.trapsHeld,
  eventDeliverable: step.eventDeliverable,
  repeat: step.repeat,
  repeatInput: step.repeatInput,
  icebpIp: step.icebpIp,
  canExecute: step.canExecute,
  loadFlags: step.loadFlags,
  flagsAfterRetire: step.flagsAfterRetire,
}

/** All rule names, in a fixed order. */
export const RULE_NAMES: readonly RuleName[] = Object.keys(idealRules) as RuleName[]
