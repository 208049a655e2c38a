/**
 * The decisions of the arm64 machine: `stepState.decide({ el, pstate, … })` with `bigint` values, `stepState.evaluate(record)`
 * with hex strings.
 */
export {
  accessOsLock,
  debugRegisterIndex,
  guestMdscr,
  guestStepBit,
  mmioAbortPc,
  mmioExitPc,
  pendingStep,
  retireEmulated,
  spsrSeenByGuest,
} from './arm64/emulation.ts'
export {
  brkOwner,
  capabilities,
  debugExit,
  debugTraps,
  enableDebugEvents,
  maskSoftwareStep,
  registersInForce,
  setGuestDebug,
} from './arm64/guest-debug.ts'
export { matchBreakpoint, matchWatchpoint, stateMatch, watchpointFar } from './arm64/matching.ts'
export {
  debugTarget,
  enterException,
  exceptionClass,
  exceptionReturnSs,
  generateDebugExceptions,
  nextException,
  savedSpsr,
  softwareStepAdvance,
  stepState,
} from './arm64/software-step.ts'
