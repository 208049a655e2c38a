/**
 * How programs of the x86 machine are made smaller: what can be left out, and what can be simpler.
 */
import type { Action, Instruction, Place, Program, Value } from '../../model/x86/index.ts'
import type { ShrinkingOf } from '../machine.ts'
import { dropped as droppedOf, replaced, simplerHex, simplerParts } from '../smaller.ts'
import type { X86 } from './types.ts'

/** The same program for real mode, without what only long mode has. */
const inRealMode = (program: Program): Program => {
  const { mode, cpl, fmask, registers = {}, ...setup } = program.setup
  const { r11, ...others } = registers
  return {
    ...program,
    setup: Object.keys(others).length > 0 ? { ...setup, registers: others } : setup,
    code: program.code.map((instruction) =>
      'size' in instruction && instruction.size === 8 ? { ...instruction, size: 4 } : instruction,
    ),
  }
}

function* dropped(program: Program): Generator<Program> {
  if (program.setup.mode === 'long') yield inRealMode(program)
  yield* droppedOf(program)
}

/** Simpler values in the place of one: nothing, single bits cleared, a place without offset. */
function* simplerValue(value: Value): Generator<Value> {
  if (typeof value !== 'string') {
    if (value.offset) {
      const { offset: _, ...rest } = value
      yield rest as Place
    }
    if ('instruction' in value && value.instruction > 0)
      yield { ...value, instruction: value.instruction - 1 }
    yield '0x0'
    return
  }
  yield* simplerHex(value)
}

const NOP: Instruction = { op: 'nop' }

/** Every program that has one field of `node` simpler. */
function* simplerFields<T extends object>(node: T): Generator<T> {
  for (const [key, value] of Object.entries(node) as [keyof T & string, unknown][]) {
    if (['op', 'do', 'state', 'bytes', 'vendor', 'mode'].includes(key)) continue
    const put = (next: unknown): T => ({ ...node, [key]: next })
    const isPlace =
      typeof value === 'object' &&
      value !== null &&
      ('instruction' in value || 'place' in value || 'handler' in value)
    if (typeof value === 'string' && value.startsWith('0x'))
      for (const next of simplerHex(value)) yield put(next)
    else if (isPlace) for (const next of simplerValue(value as Value)) yield put(next)
    else if (Array.isArray(value)) {
      if (key === 'db' || key === 'stack') yield put(value.slice(0, -1))
      for (const [i, each] of value.entries())
        for (const next of simplerValue(each as Value)) yield put(replaced(value, i, next))
    } else if (typeof value === 'object' && value !== null)
      for (const next of simplerFields(value)) yield put(next)
  }
}

const DROPPABLE: readonly string[] = [
  'db',
  'dr7',
  'dr6',
  'payload',
  'registers',
  'rip',
  'rflags',
  'flags',
  'shadow',
]

function* withoutKey<T extends object>(node: T): Generator<T> {
  for (const key of Object.keys(node)) {
    if (!DROPPABLE.includes(key)) continue
    const { [key as keyof T]: _, ...rest } = node
    yield rest as T
  }
}

function* simplerInstruction(instruction: Instruction): Generator<Instruction> {
  if (instruction.op !== 'nop') yield NOP
  if ('size' in instruction && instruction.size > 1) yield { ...instruction, size: 1 }
  yield* simplerFields(instruction)
}

function* simplerAction(action: Action): Generator<Action> {
  yield* withoutKey(action)
  yield* simplerFields(action)
}

function* simplified(program: Program): Generator<Program> {
  yield* simplerParts(program, simplerInstruction, simplerAction)
  for (const setup of simplerFields(program.setup)) yield { ...program, setup }
}

/** The passes over programs of the x86 machine. */
export const shrinking: ShrinkingOf<X86> = { dropped, simplified }
