/**
 * The types of the vmm machine, for what is the same for all machines, and the functions that make its properties.
 */
import type {
  Answers,
  Command,
  Context,
  Instruction,
  Program,
  Rules,
  Run,
  Setup,
  Variant,
} from '../../model/vmm/index.ts'
import type { MachineTypes } from '../machine.ts'
import { propertiesOf } from '../property.ts'
import type { ProgramClass } from './generators.ts'

export interface Vmm extends MachineTypes {
  Setup: Setup
  Instruction: Instruction
  Action: Command
  Program: Program
  Run: Run
  Rules: Rules
  Context: Context
  Answers: Answers
  Variant: Variant
  ProgramClass: ProgramClass
}

export const { isUnpredictable, ofOneRun, property, relation, ruleProperty } = propertiesOf<Vmm>(
  'undefinedBreakpoint',
  'unpredictableMatch',
)
