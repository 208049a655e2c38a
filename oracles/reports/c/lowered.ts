/**
 * A program as the line protocol has it, taken apart: what the C file sets up is what a target is sent.
 */
import type { Program } from '../../../model/x86/index.ts'
import { lower } from '../../targets/x86/lower.ts'

/** One word of the line: `gd=3,0,0,0,0,0` has the values `3`, `0`, …; `regs=rip:1000` the field `rip`. */
export interface Word {
  readonly name: string
  /** What follows `=`. */
  readonly argument: string
  /** The parts between commas. */
  readonly values: readonly string[]
  /** The values of `name:value` parts. */
  readonly fields: ReadonlyMap<string, bigint>
}

export interface Lowered {
  readonly setup: readonly Word[]
  /** Group k is done before the k-th KVM_RUN. */
  readonly groups: readonly (readonly Word[])[]
}

/** A hex number of the protocol. */
export const number = (text: string): bigint => BigInt(`0x${text}`)

const wordOf = (text: string): Word => {
  const at = text.indexOf('=')
  const argument = at < 0 ? '' : text.slice(at + 1)
  const values = argument === '' ? [] : argument.split(',')
  const fields = values.flatMap((part): [string, bigint][] => {
    const colon = part.indexOf(':')
    return colon < 0 ? [] : [[part.slice(0, colon), number(part.slice(colon + 1))]]
  })
  return { name: at < 0 ? text : text.slice(0, at), argument, values, fields: new Map(fields) }
}

/** @throws InputError if the program cannot be laid out. */
export const lowered = (program: Program): Lowered => {
  const [setup, ...groups] = lower(program)
    .split(' group')
    .map((part) => part.trim().split(' ').filter(Boolean).map(wordOf))
  return { setup: setup!.slice(1), groups }
}

/** The words of the set-up with a name. */
export const setupWords = ({ setup }: Lowered, name: string): readonly Word[] =>
  setup.filter((word) => word.name === name)

/** The word of the set-up that stands there once. */
export const setupWord = (program: Lowered, name: string): Word => {
  const [word] = setupWords(program, name)
  if (!word) throw new Error(`the line of a program has no ${name}=`)
  return word
}
