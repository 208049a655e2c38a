/**
 * The armv7 machine, for what is the same for all machines.
 */
import { allowedRuns, choices, layOut, makeProgram, runProgram } from '../../model/armv7/index.ts'
import { variants } from '../../model/armv7/variants/index.ts'
import type { MachineOf } from '../machine.ts'
import { alphabet } from './alphabet.ts'
import { PROGRAM_CLASSES, programs } from './generators.ts'
import { firstDifference } from './observations.ts'
import { properties } from './properties.ts'
import { shrinking } from './shrinking.ts'
import type { Armv7 } from './types.ts'

export const armv7: MachineOf<Armv7> = {
  name: 'armv7',
  variants,
  properties,
  choices,
  programClasses: PROGRAM_CLASSES,
  programs,
  alphabet,
  shrinking,
  makeProgram,
  existsIn: () => true,
  layOut,
  runProgram,
  allowedRuns,
  firstDifference,
}
