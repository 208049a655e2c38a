/**
 * The types of the x86 machine, for what is the same for all machines.
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
} from '../../model/x86/index.ts'
import type { MachineTypes } from '../machine.ts'
import type { ProgramClass } from './generators.ts'

export interface X86 extends MachineTypes {
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
