/**
 * How programs of the x86 machine are made smaller: what can be left out, and what can be simpler.
 */
import {
  type Action,
  type Instruction,
  type Place,
  type Program,
  parseHex,
  type Setup,
  type Value,
} from '../../model/x86/index.ts'
import type { ShrinkingOf } from '../machine.ts'
import type { X86 } from './types.ts'

/** Rewrites every place of a program. */
const mapPlaces = (program: Program, map: (place: Place) => Place): Program => {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk)
    if (typeof node !== 'object' || node === null) return node
    if ('instruction' in node || 'place' in node || 'handler' in node) return map(node as Place)
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)]))
  }
  return walk(program) as Program
}

const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, i) => i !== index)
const replaced = <T>(list: readonly T[], index: number, value: T): T[] =>
  list.map((old, i) => (i === index ? value : old))

/** The program without one instruction; places behind it move along. */
const dropInstruction = (program: Program, index: number): Program =>
  mapPlaces({ ...program, code: without(program.code, index) }, (place) =>
    'instruction' in place && place.instruction > index
      ? { ...place, instruction: place.instruction - 1 }
      : place,
  )

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
  const { code, script, setup } = program
  if (setup.mode === 'long') yield inRealMode(program)
  if (script.length > 0) yield { ...program, script: [] }
  for (const i of code.keys()) yield dropInstruction(program, i)
  for (const k of script.keys()) yield { ...program, script: without(script, k) }
  for (const [k, group] of script.entries())
    for (const i of group.keys()) yield { ...program, script: replaced(script, k, without(group, i)) }
  for (const [k, group] of script.entries())
    if (k > 0)
      yield { ...program, script: without(replaced(script, k - 1, [...script[k - 1]!, ...group]), k) }
  for (const key of Object.keys(setup) as (keyof Setup)[]) {
    const { [key]: _, ...rest } = setup
    yield { ...program, setup: rest }
  }
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

function* simplerHex(text: string): Generator<string> {
  const value = parseHex(text)
  const short = `0x${value.toString(16)}`
  if (short !== text) yield short
  if (value === 0n) return
  yield '0x0'
  for (let i = 63n; i >= 0n; i--) {
    const mask = 1n << i
    if (value & mask && value !== mask) yield `0x${(value ^ mask).toString(16)}`
  }
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

function* simplified(program: Program): Generator<Program> {
  const { code, script, setup } = program
  for (const [i, instruction] of code.entries()) {
    const put = (next: Instruction): Program => ({ ...program, code: replaced(code, i, next) })
    if (instruction.op !== 'nop') yield put(NOP)
    if ('size' in instruction && instruction.size > 1) yield put({ ...instruction, size: 1 })
    for (const next of simplerFields(instruction)) yield put(next)
  }
  for (const [k, group] of script.entries())
    for (const [i, action] of group.entries()) {
      const put = (next: Action): Program => ({
        ...program,
        script: replaced(script, k, replaced(group, i, next)),
      })
      for (const next of withoutKey(action)) yield put(next)
      for (const next of simplerFields(action)) yield put(next)
    }
  for (const next of simplerFields(setup)) yield { ...program, setup: next }
}

/** The passes over programs of the x86 machine. */
export const shrinking: ShrinkingOf<X86> = { dropped, simplified }
