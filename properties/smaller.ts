/**
 * What all machines do to make a program smaller; what is simpler in an instruction or an action belongs to each.
 */
import type { MachineTypes } from './machine.ts'

type AnyProgram = MachineTypes['Program']

/** A list without one of its items. */
export const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, i) => i !== index)
/** A list with another item in the place of one. */
export const replaced = <T>(list: readonly T[], index: number, value: T): T[] =>
  list.map((old, i) => (i === index ? value : old))

/** Whether a node of a program is an address `{ instruction, … }`. */
const isInstructionPlace = (node: object): node is { readonly instruction: number } =>
  'instruction' in node && typeof node.instruction === 'number'

/** A part of a program with the places behind instruction `index`, which is left out, moved along. */
const movedUp = (node: unknown, index: number): unknown => {
  if (Array.isArray(node)) return node.map((each) => movedUp(each, index))
  if (typeof node !== 'object' || node === null) return node
  if (isInstructionPlace(node))
    return node.instruction > index ? { ...node, instruction: node.instruction - 1 } : node
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, movedUp(value, index)]))
}

/** The program without one instruction. */
export const withoutInstruction = <P extends AnyProgram>(program: P, index: number): P =>
  movedUp({ ...program, code: without(program.code, index) }, index) as P

/** The program with group `k` of the script behind the one before it. */
export const withMergedGroup = <P extends AnyProgram>(program: P, k: number): P => {
  const { script } = program
  return { ...program, script: without(replaced(script, k - 1, [...script[k - 1]!, ...script[k]!]), k) }
}

/** Programs with something left out, the boldest first. */
export function* dropped<P extends AnyProgram>(program: P): Generator<P> {
  const { code, script, setup } = program
  if (script.length > 0) yield { ...program, script: [] }
  for (const i of code.keys()) yield withoutInstruction(program, i)
  for (const k of script.keys()) yield { ...program, script: without(script, k) }
  for (const [k, group] of script.entries())
    for (const i of group.keys()) yield { ...program, script: replaced(script, k, without(group, i)) }
  for (const k of script.keys()) if (k > 0) yield withMergedGroup(program, k)
  for (const key of Object.keys(setup)) {
    const { [key as keyof typeof setup]: _, ...rest } = setup
    yield { ...program, setup: rest }
  }
}

/** Simpler values of up to 64 bits in the place of one: the shortest text, nothing, single bits cleared. */
export function* simplerHex(text: string): Generator<string> {
  const value = BigInt(text)
  const short = `0x${value.toString(16)}`
  if (short !== text) yield short
  if (value === 0n) return
  yield '0x0'
  for (let i = 63n; i >= 0n; i--) {
    const mask = 1n << i
    if (value & mask && value !== mask) yield `0x${(value ^ mask).toString(16)}`
  }
}

/** Every program with one instruction or action in a simpler form. */
export function* simplerParts<P extends AnyProgram>(
  program: P,
  simplerInstruction: (instruction: P['code'][number]) => Iterable<P['code'][number]>,
  simplerAction: (action: P['script'][number][number]) => Iterable<P['script'][number][number]>,
): Generator<P> {
  const { code, script } = program
  for (const [i, instruction] of code.entries())
    for (const next of simplerInstruction(instruction)) yield { ...program, code: replaced(code, i, next) }
  for (const [k, group] of script.entries())
    for (const [i, action] of group.entries())
      for (const next of simplerAction(action))
        yield { ...program, script: replaced(script, k, replaced(group, i, next)) }
}
