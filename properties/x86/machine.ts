/**
 * The x86 machine, for what is the same for all machines.
 */
import { allowedRuns, choices, existsIn, layOut, makeProgram, runProgram } from '../../model/x86/index.ts'
import { variants } from '../../model/x86/variants/index.ts'
import type { MachineOf } from '../machine.ts'
import { alphabet } from './alphabet.ts'
import { PROGRAM_CLASSES, programs } from './generators.ts'
import { firstDifference } from './observations.ts'
import { properties } from './properties.ts'
import { shrinking } from './shrinking.ts'
import type { X86 } from './types.ts'

export const x86: MachineOf<X86> = {
  name: 'x86',
  variants,
  properties,
  choices,
  programClasses: PROGRAM_CLASSES,
  programs,
  alphabet,
  shrinking,
  makeProgram,
  existsIn: (instruction, setup) => existsIn(instruction, setup.mode ?? 'real'),
  layOut,
  runProgram,
  allowedRuns,
  firstDifference,
}
