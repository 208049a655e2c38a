/**
 * Canonical JSON (RFC 8785) and hashes over it. Vectors hold only strings, whole numbers, booleans and null, so that
 * sorted names, no blanks and UTF-8 are all there is to it.
 */
import { createHash, hash } from 'node:crypto'
import type { Json } from '../codec.ts'
import type { Header, Vector } from './envelope.ts'

/** Names as JSON has them: there are few, and they come again and again. */
const names = new Map<string, string>()

const nameText = (name: string): string => {
  const known = names.get(name)
  if (known !== undefined) return known
  const text = `${JSON.stringify(name)}:`
  if (names.size < 4096) names.set(name, text)
  return text
}

const append = (value: Json, text: string): string => {
  if (typeof value !== 'object' || value === null) return text + JSON.stringify(value)
  if (Array.isArray(value)) {
    let all = `${text}[`
    for (let i = 0; i < value.length; i++) all = append(value[i] as Json, i === 0 ? all : `${all},`)
    return `${all}]`
  }
  let all = `${text}{`
  let first = true
  // The order of `sort` is that of RFC 8785: by code units.
  for (const name of Object.keys(value).sort()) {
    const of = (value as { readonly [name: string]: Json | undefined })[name]
    if (of === undefined) continue
    all = append(of, first ? all + nameText(name) : `${all},${nameText(name)}`)
    first = false
  }
  return `${all}}`
}

/** The one text of a value. Fields that are `undefined` are left out. */
export const canonicalJson = (value: unknown): string => append(value as Json, '')

/** Whether two values are the same JSON. */
export const sameJson = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [one, other] = [a, b] as { readonly [name: string]: unknown }[]
  const given = Object.keys(one!)
  return (
    given.length === Object.keys(other!).length &&
    given.every((name) => Object.hasOwn(other!, name) && sameJson(one![name], other![name]))
  )
}

/** The same value with its names in canonical order. */
export const sorted = (value: unknown): Json => JSON.parse(canonicalJson(value)) as Json

const sha256 = (text: string): string => hash('sha256', text)

/** The members of a vector as text, in order: those before the hash, and those behind it. */
const members = (vector: object): readonly [string, string] => {
  const sides: [string, string] = ['', '']
  for (const name of Object.keys(vector).sort()) {
    const value = (vector as { readonly [name: string]: Json | undefined })[name]
    if (name === 'hash' || value === undefined) continue
    const side = name < 'hash' ? 0 : 1
    const text = sides[side]
    sides[side] = append(value, text === '' ? nameText(name) : `${text},${nameText(name)}`)
  }
  return sides
}

const joined = (...parts: readonly string[]): string => `{${parts.filter((part) => part !== '').join(',')}}`

/** Lines of vectors that were made here: most are written at once. */
const lines = new WeakMap<Vector, string>()

/** A vector with its hash. */
export const sealed = <T extends Vector>(vector: Omit<T, 'hash'>): T => {
  const [before, behind] = members(vector)
  const digest = sha256(joined(before, behind))
  const whole = { ...vector, hash: digest } as T
  lines.set(whole, joined(before, `"hash":"${digest}"`, behind))
  return whole
}

/** A vector as a line of canonical JSON. */
export const lineOf = (vector: Vector): string => lines.get(vector) ?? canonicalJson(vector)

/** A vector that was read: its line, and whether its hash is the one of its content. */
export const inspected = (vector: Vector): { readonly line: string; readonly isWhole: boolean } => {
  const [before, behind] = members(vector)
  return {
    line: joined(before, `"hash":${JSON.stringify(vector.hash)}`, behind),
    isWhole: sha256(joined(before, behind)) === vector.hash,
  }
}

/** The digest of a file, line by line. */
export class Digest {
  readonly #hash = createHash('sha256')
  #lines = ''

  /** A line of the NDJSON form, without its end. */
  add(line: string): void {
    this.#lines += `${line}\n`
    if (this.#lines.length < 16384) return
    this.#hash.update(this.#lines)
    this.#lines = ''
  }

  /** Ends it. */
  hex(): string {
    return this.#hash.update(this.#lines).digest('hex')
  }
}

/** The digest of a header and its vectors. */
export const digestOf = (header: Header, tests: Iterable<Vector>): string => {
  const digest = new Digest()
  digest.add(canonicalJson(header))
  for (const test of tests) digest.add(lineOf(test))
  return digest.hex()
}
