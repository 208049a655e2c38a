/**
 * The decisions of the x86 machine: `mergeDr6.decide({ dr6, payload })` with `bigint` values, `mergeDr6.evaluate(record)`
 * with hex strings.
 */
export {
  checkBeforeEmulation,
  codeBreakpointInhibited,
  debugExit,
  flagsAtDelivery,
  icebpIp,
  injectedReturnIp,
  linearAddress,
} from './x86/check-before-emulation.ts'
export {
  dr7AtDelivery,
  effectiveDebugRegisters,
  generalDetectDr7,
  mergeDr6,
  readDebugRegister,
  resetDebugRegisters,
  setDebugRegisters,
  writeDebugRegister,
} from './x86/debug-registers.ts'
export {
  breakpointInstructionOwner,
  debugExceptionOwner,
  exceptionShown,
  flagsAfterControlChange,
  guestFlags,
  setGuestDebug,
  visibleFlags,
} from './x86/guest-debug.ts'
export { matchCodeBreakpoints, matchDataBreakpoints, matchIoBreakpoints } from './x86/matching.ts'
export {
  canExecute,
  eventDeliverable,
  flagsAfterRetire,
  loadFlags,
  repeat,
  repeatInput,
  shadowAfter,
  singleStepAfterSyscall,
  singleStepDue,
  trapsHeld,
} from './x86/step.ts'
