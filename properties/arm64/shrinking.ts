/**
 * How programs of the arm64 machine are made smaller: what can be left out, and what can be simpler.
 */
import type { Instruction, Place, Program } from '../../model/arm64/index.ts'
import type { ShrinkingOf } from '../machine.ts'
import { dropped, replaced, simplerHex, simplerParts } from '../smaller.ts'
import type { Arm64 } from './types.ts'

const isPlace = (node: object): node is Place => 'instruction' in node || 'place' in node || 'handler' in node

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

function* simplerInstruction(instruction: Instruction): Generator<Instruction> {
  if (instruction.op !== 'nop') yield NOP
  if ('size' in instruction && instruction.size !== 1) yield { ...instruction, size: 1 }
  if (instruction.op === 'str') yield { ...instruction, op: 'ldr' }
  yield* simplerFields(instruction)
  yield* withFirstRegister(instruction)
}

function* simplified(program: Program): Generator<Program> {
  yield* simplerParts(program, simplerInstruction, simplerFields)
  for (const setup of simplerFields(program.setup)) yield { ...program, setup }
}

/** The passes over programs of the arm64 machine. */
export const shrinking: ShrinkingOf<Arm64> = { dropped, simplified }
