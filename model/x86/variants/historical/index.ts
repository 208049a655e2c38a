/**
 * Bugs that kernels and emulators once had, each as the fewest rules that make it, on the ideal machine.
 */
import type { Variant } from '../variant.ts'
import * as breakpoints from './breakpoints.ts'
import * as debugRegisters from './debug-registers.ts'
import * as exits from './exits.ts'
import * as stepping from './stepping.ts'

/** Every historical bug that a program or a decision shows. */
export const historicalVariants: readonly Variant[] = [
  breakpoints.codeBreakpointMissed,
  stepping.stepMissed,
  breakpoints.offsetCompared,
  stepping.tfForcedOnFlagWrites,
  debugRegisters.initOverwritesHostDr7,
  debugRegisters.dr6Overwritten,
  debugRegisters.staleBitsOnGeneralDetect,
  debugRegisters.generalDetectWithoutBd,
  debugRegisters.addressesSurviveReset,
  exits.rtmClearInExit,
  stepping.skipLosesGuestStep,
  stepping.syscallSteps,
  stepping.phantomStep,
  stepping.icebpNotSkipped,
  exits.dr6Lost,
  exits.stalePc,
  exits.generalDetectExitWithGuestDr6,
  exits.exitClobbersDr6,
  breakpoints.breakpointCheckedOnFault,
  breakpoints.movSsIgnored,
  breakpoints.popSsWrongSegment,
  stepping.wrmsrSwallowsStep,
  stepping.blockIrqMissing,
  debugRegisters.hostGeneralDetectIgnored,
  debugRegisters.guestGeneralDetectActive,
  breakpoints.guestBreakpointsActive,
  breakpoints.ioMissing,
  debugRegisters.aliasWithDe,
  debugRegisters.dr7Bit10,
  stepping.stepAfterMovSs,
  breakpoints.rawAddress,
  debugRegisters.generalDetectMissing,
]
