/**
 * How programs of the armv7 machine are made smaller: what can be left out, and what can be simpler.
 */
import type { Action, Instruction, Program, Value } from '../../model/armv7/index.ts'
import type { ShrinkingOf } from '../machine.ts'
import {
  dropped as droppedOf,
  simplerHex,
  simplerParts,
  withMergedGroup,
  withoutInstruction,
} from '../smaller.ts'
import type { Armv7 } from './types.ts'

function* dropped(program: Program): Generator<Program> {
  yield* droppedOf(program)
  // An exit and the group behind it: what the host does there moves to the entry before.
  for (const [i, { op }] of program.code.entries())
    if (op === 'wfi')
      for (const k of program.script.keys())
        if (k > 0) yield withMergedGroup(withoutInstruction(program, i), k)
}

function* simplerValue(value: Value): Generator<Value> {
  if (typeof value === 'string') yield* simplerHex(value)
  else {
    yield '0x0'
    if ('instruction' in value && value.instruction > 0) yield { instruction: value.instruction - 1 }
  }
}

/** The same register with number 0. */
const first = (register: string): string => register.replace(/\d+$/, '0')

function* simplerInstruction(instruction: Instruction): Generator<Instruction> {
  if (instruction.op === 'nop' && !instruction.user) return
  yield { op: 'nop' }
  if ('user' in instruction) {
    const { user: _, ...rest } = instruction
    yield rest as Instruction
  }
  if ('fails' in instruction) {
    const { fails: _, ...rest } = instruction
    yield rest as Instruction
  }
  if (instruction.op === 'linux-start-up') yield { op: 'mrc', from: 'DBGDIDR' }
  if (instruction.op === 'mrc') {
    if (first(instruction.from) !== instruction.from) yield { ...instruction, from: first(instruction.from) }
    if (instruction.flags) yield { op: 'mrc', from: instruction.from }
  }
  if (instruction.op === 'mcr') {
    if (first(instruction.to) !== instruction.to) yield { ...instruction, to: first(instruction.to) }
    for (const value of simplerValue(instruction.value)) yield { ...instruction, value }
  }
}

function* simplerAction(action: Action): Generator<Action> {
  if (action.do === 'set-host-breakpoint' && action.kind === 'write') yield { ...action, kind: 'execute' }
  if (action.do === 'host-write') for (const value of simplerHex(action.value)) yield { ...action, value }
  if (action.do === 'run-task' && action.what !== 'bkpt') yield { ...action, what: 'bkpt' }
}

/** The passes over programs of the armv7 machine. */
export const shrinking: ShrinkingOf<Armv7> = {
  dropped,
  simplified: (program) => simplerParts(program, simplerInstruction, simplerAction),
}
