/**
 * The vmm machine, for what is the same for all machines.
 */
import { allowedRuns, choices, layOut, makeProgram, runProgram } from '../../model/vmm/index.ts'
import { variants } from '../../model/vmm/variants/index.ts'
import type { MachineOf } from '../machine.ts'
import { alphabet, existsIn } from './alphabet.ts'
import { PROGRAM_CLASSES, programs } from './generators.ts'
import { firstDifference } from './observations.ts'
import { properties } from './properties.ts'
import { shrinking } from './shrinking.ts'
import type { Vmm } from './types.ts'

export const vmm: MachineOf<Vmm> = {
  name: 'vmm',
  variants,
  properties,
  choices,
  programClasses: PROGRAM_CLASSES,
  programs,
  alphabet,
  shrinking,
  makeProgram,
  existsIn,
  layOut,
  runProgram,
  allowedRuns,
  firstDifference,
}
