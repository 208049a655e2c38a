/**
 * How programs of the arm64 machine are made smaller: what can be left out, and what can be simpler.
 */
import {
  type Action,
  type Instruction,
  type Place,
  type Program,
  parseHex,
  type Setup,
} from '../../model/arm64/index.ts'
import type { ShrinkingOf } from '../machine.ts'
import type { Arm64 } from './types.ts'

const isPlace = (node: object): node is Place => 'instruction' in node || 'place' in node || 'handler' in node

/** Rewrites every place of a program. */
const mapPlaces = (program: Program, map: (place: Place) => Place): Program => {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk)
    if (typeof node !== 'object' || node === null) return node
    if (isPlace(node)) return map(node)
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

function* dropped(program: Program): Generator<Program> {
  const { code, script, setup } = program
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

/** Nothing, the canonical text, single bits cleared. */
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

function* simplerPlace(place: Place): Generator<Place> {
  if (place.offset !== undefined) {
    const { offset: _, ...rest } = place
    yield rest as Place
  }
  if ('instruction' in place && place.instruction > 0) yield { ...place, instruction: place.instruction - 1 }
  if ('place' in place && place.place === 'coalesced') yield { ...place, place: 'mmio' }
}

/** Simpler values in the place of one; an address can also be a number. */
function* simplerValue(value: unknown): Generator<unknown> {
  if (typeof value === 'string' && value.startsWith('0x')) yield* simplerHex(value)
  if (typeof value === 'number' && value > 0) yield* [0, value >> 1]
  if (typeof value === 'object' && value !== null && isPlace(value)) yield* simplerPlace(value)
}

const LISTS: readonly string[] = ['bcr', 'bvr', 'wcr', 'wvr']
const DROPPABLE: readonly string[] = [...LISTS, 'imm', 'unprivileged']

/** Whether a field may be left out; MSR DAIFSet and DAIFClr have no default. */
const isDroppable = (node: object, key: string): boolean =>
  DROPPABLE.includes(key) && !(key === 'imm' && 'op' in node && /^daif/.test(String(node.op)))

/** Every program that has one field of `node` simpler, or none. */
function* simplerFields<T extends object>(node: T): Generator<T> {
  for (const [key, value] of Object.entries(node)) {
    const put = (next: unknown): T => ({ ...node, [key]: next })
    if (isDroppable(node, key)) {
      const { [key as keyof T]: _, ...rest } = node
      yield rest as T
    }
    if (Array.isArray(value)) {
      yield put(value.slice(0, -1))
      for (const [i, each] of value.entries())
        for (const next of simplerValue(each)) yield put(replaced(value, i, next))
    } else if (key === 'registers')
      for (const [name, each] of Object.entries(value)) {
        const { [name]: _, ...others } = value
        yield put(others)
        for (const next of simplerValue(each)) yield put({ ...value, [name]: next })
      }
    else for (const next of simplerValue(value)) yield put(next)
  }
}

const NOP: Instruction = { op: 'nop' }

/** The same with x0; STXR needs two registers. */
function* withFirstRegister(instruction: Instruction): Generator<Instruction> {
  if (instruction.op === 'stxr') return
  for (const [field, name] of Object.entries(instruction))
    if (typeof name === 'string' && /^x[1-7]$/.test(name)) yield { ...instruction, [field]: 'x0' }
}

function* simplified(program: Program): Generator<Program> {
  const { code, script, setup } = program
  for (const [i, instruction] of code.entries()) {
    const put = (next: Instruction): Program => ({ ...program, code: replaced(code, i, next) })
    if (instruction.op !== 'nop') yield put(NOP)
    if ('size' in instruction && instruction.size !== 1) yield put({ ...instruction, size: 1 })
    if (instruction.op === 'str') yield put({ ...instruction, op: 'ldr' })
    for (const next of simplerFields(instruction)) yield put(next)
    for (const next of withFirstRegister(instruction)) yield put(next)
  }
  for (const [k, group] of script.entries())
    for (const [i, action] of group.entries()) {
      const put = (next: Action): Program => ({
        ...program,
        script: replaced(script, k, replaced(group, i, next)),
      })
      for (const next of simplerFields(action)) yield put(next)
    }
  for (const next of simplerFields(setup)) yield { ...program, setup: next }
}

/** The passes over programs of the arm64 machine. */
export const shrinking: ShrinkingOf<Arm64> = { dropped, simplified }
