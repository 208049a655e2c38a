/**
 * The types of the armv7 machine, for what is the same for all machines, and the functions that make its properties.
 */
import type {
  Action,
  Answers,
  Context,
  Instruction,
  Program,
  Rules,
  Run,
  Setup,
  Variant,
} from '../../model/armv7/index.ts'
import type { MachineTypes } from '../machine.ts'
import { propertiesOf } from '../property.ts'
import type { ProgramClass } from './generators.ts'

export interface Armv7 extends MachineTypes {
  Setup: Setup
  Instruction: Instruction
  Action: Action
  Program: Program
  Run: Run
  Rules: Rules
  Context: Context
  Answers: Answers
  Variant: Variant
  ProgramClass: ProgramClass
}

export const { isUnpredictable, ofOneRun, property, relation, ruleProperty } =
  propertiesOf<Armv7>('unpredictableMatch')
