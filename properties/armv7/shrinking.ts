/**
 * How programs of the armv7 machine are made smaller: what can be left out, and what can be simpler.
 */
import {
  type Action,
  type Instruction,
  type Place,
  type Program,
  parseHex,
  type Setup,
  type Value,
} from '../../model/armv7/index.ts'
import type { ShrinkingOf } from '../machine.ts'
import type { Armv7 } from './types.ts'

const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, i) => i !== index)
const replaced = <T>(list: readonly T[], index: number, value: T): T[] =>
  list.map((old, i) => (i === index ? value : old))

const isPlace = (node: unknown): node is Extract<Place, { instruction: number }> =>
  typeof node === 'object' && node !== null && 'instruction' in node

/** An instruction whose places behind a dropped one move along. */
const moved = (instruction: Instruction, dropped: number): Instruction => {
  const move = (value: Value): Value =>
    isPlace(value) && value.instruction > dropped ? { instruction: value.instruction - 1 } : value
  return instruction.op === 'mcr' ? { ...instruction, value: move(instruction.value) } : instruction
}

const dropInstruction = (program: Program, index: number): Program => ({
  ...program,
  code: without(program.code, index).map((instruction) => moved(instruction, index)),
})

function* dropped(program: Program): Generator<Program> {
  const { code, script, setup } = program
  if (script.length > 0) yield { ...program, script: [] }
  for (const i of code.keys()) yield dropInstruction(program, i)
  for (const k of script.keys()) yield { ...program, script: without(script, k) }
  // An exit and the group behind it: what the host does there moves to the entry before.
  for (const [i, { op }] of code.entries())
    if (op === 'wfi')
      for (const k of script.keys())
        if (k > 0) yield { ...dropInstruction(program, i), script: merged(script, k) }
  for (const [k, group] of script.entries())
    for (const i of group.keys()) yield { ...program, script: replaced(script, k, without(group, i)) }
  for (const k of script.keys()) if (k > 0) yield { ...program, script: merged(script, k) }
  for (const key of Object.keys(setup) as (keyof Setup)[]) {
    const { [key]: _, ...rest } = setup
    yield { ...program, setup: rest }
  }
}

/** The script with group `k` behind the one before it. */
const merged = (script: Program['script'], k: number): Program['script'] =>
  without(replaced(script, k - 1, [...script[k - 1]!, ...script[k]!]), k)

function* simplerHex(text: string): Generator<string> {
  const value = parseHex(text)
  const short = `0x${value.toString(16)}`
  if (short !== text) yield short
  if (value === 0) return
  yield '0x0'
  for (let i = 31; i >= 0; i--) {
    const mask = 2 ** i
    if (Math.floor(value / mask) % 2 === 1 && value !== mask) yield `0x${(value - mask).toString(16)}`
  }
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

function* simplified(program: Program): Generator<Program> {
  const { code, script } = program
  for (const [i, instruction] of code.entries())
    for (const next of simplerInstruction(instruction)) yield { ...program, code: replaced(code, i, next) }
  for (const [k, group] of script.entries())
    for (const [i, action] of group.entries())
      for (const next of simplerAction(action))
        yield { ...program, script: replaced(script, k, replaced(group, i, next)) }
}

/** The passes over programs of the armv7 machine. */
export const shrinking: ShrinkingOf<Armv7> = { dropped, simplified }
