/**
 * Values of observations, as a vector file has them and as targets report them.
 */
import { hex } from '../../../model/bits.ts'
import type { Json } from '../../codec.ts'

/** A value in a file, and in a target's answer. */
export interface Form {
  readonly toJson: (text: string) => Json
  /** @throws Error for what is not of this form. */
  readonly toText: (json: Json) => string
}

export const wrong = (expected: string, json: Json): never => {
  throw new Error(`expected ${expected}, not ${JSON.stringify(json)}`)
}

/** A register of so many bits. */
export const register = (bits: 8 | 16 | 32 | 64): Form => ({
  toJson: (text) => hex(BigInt(`0x${text}`), bits),
  toText: (json) =>
    typeof json === 'string' && /^0x[0-9a-f]{1,16}$/.test(json)
      ? BigInt(json).toString(16)
      : wrong(`${bits} bits as 0x and hex digits`, json),
})

/** A count, size, port or vector. */
export const number: Form = {
  toJson: (text) => Number.parseInt(text, 16),
  toText: (json) => (typeof json === 'number' && json >= 0 ? json.toString(16) : wrong('a number', json)),
}

export const flag: Form = {
  toJson: (text) => text === '1',
  toText: (json) => (typeof json === 'boolean' ? String(Number(json)) : wrong('true or false', json)),
}

/** One of a few words, the same in both. */
export const word = (...words: readonly string[]): Form => ({
  toJson: (text) => text,
  toText: (json) => (words.includes(json as string) ? (json as string) : wrong(words.join(' or '), json)),
})

/** Bytes in memory order. */
export const bytes: Form = {
  toJson: (text) => text,
  toText: (json) =>
    typeof json === 'string' && /^([0-9a-f]{2})*$/.test(json) ? json : wrong('bytes as hex digits', json),
}

/** So many registers of 64 bits: DR0 to DR3, the control words of all breakpoints. */
export const registers = (count: number, what: string): Form => ({
  toJson: (text) => text.split(',').map((part) => register(64).toJson(part)),
  toText: (json) =>
    Array.isArray(json) && json.length === count
      ? json.map((part: Json) => register(64).toText(part)).join(',')
      : wrong(what, json),
})

/** What a machine's events hold. */
export interface EventForms {
  /** The part of `kvm_run`, by its name in a target's answer: the name in the file, and the form. */
  readonly record: { readonly [field: string]: readonly [string, Form] }
  /** State before the first run, by its name, the same in both. */
  readonly start: { readonly [field: string]: Form }
  /** As much of it as every exit shows. */
  readonly state: { readonly [field: string]: Form }
}
