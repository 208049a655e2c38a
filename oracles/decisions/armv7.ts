/**
 * The decisions of the armv7 machine: `debugEvent.decide({ event, dscr, hdcr, … })` with 32-bit numbers,
 * `debugEvent.evaluate(record)` with hex strings.
 */
export {
  accessSyndrome,
  completeAccess,
  cp14Access,
  decodeSyndrome,
  dscrForGuest,
  emulateAccess,
  isTrapped,
  registerAt,
  routeAccess,
  storeRegister,
} from './armv7/accesses.ts'
export { debugEvent, faultStatus, matchBreakpoint, matchWatchpoint } from './armv7/events.ts'
export {
  dispatchHostException,
  enableMonitorMode,
  encodeHostBreakpoint,
  installHostBreakpoint,
  monitorModeEnabled,
  resetSteps,
  usableSlots,
} from './armv7/host.ts'
export { pairsAfterExit, pairsInForce, pairWrites, sanitisePair, shadowSlot } from './armv7/pairs.ts'
export { bootHdcr, enterHdcr, exitHdcr, hdcrLegal } from './armv7/traps.ts'
