/**
 * The types of the arm64 machine, for what is the same for all machines, and the functions that make its properties.
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
} from '../../model/arm64/index.ts'
import type { MachineTypes } from '../machine.ts'
import { propertiesOf } from '../property.ts'
import type { ProgramClass } from './generators.ts'

export interface Arm64 extends MachineTypes {
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

export const { isUnpredictable, property, relation, ruleProperty } = propertiesOf<Arm64>('unpredictableMatch')
