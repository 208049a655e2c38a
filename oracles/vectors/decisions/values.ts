/**
 * Values of a decision's fields: the cases that a person would try, with their names, and random ones.
 */

import type { Field as RegisterField } from '../../../model/bits.ts'
import { hex, shortHex } from '../../../model/bits.ts'
import type { Codec, Json, JsonRecord, Shape } from '../../codec.ts'
import { kebab } from '../../ids.ts'
import type { Random } from './random.ts'

/** A change of one field. */
export interface Case {
  /** The part of an id that names it: `bit-14`, `is-mov-ss`. */
  readonly slug: string
  /** In words, behind the field's name: `bit 14 (BS) set`. */
  readonly text: string
  readonly value: Json
}

/** A field that takes part in a selection. */
export interface FieldValues {
  readonly name: string
  /** What is worth trying instead of a value. */
  readonly cases: (value: Json) => readonly Case[]
  /** Every value, where there are few. */
  readonly all: readonly Json[] | null
  readonly random: (random: Random) => Json
}

/** Bits by name, for a kind of register. */
export type BitNames = ReadonlyMap<number, string>

/** Names of single bits, from masks. */
export const namesOfMasks = (masks: { readonly [name: string]: number }): BitNames =>
  new Map(
    Object.entries(masks).flatMap(([name, mask]) => {
      const single = (mask & (mask - 1)) === 0
      return single ? [[31 - Math.clz32(mask), name] as const] : []
    }),
  )

/** Names of the bits of a register, from its declaration. */
export const namesOfFields = (fields: readonly RegisterField[]): BitNames =>
  new Map(
    fields.flatMap(({ name, lsb, width, access }) => {
      if (access === 'fixed-1') return []
      return Array.from({ length: width }, (_, i) => [lsb + i, width === 1 ? name : `${name}[${i}]`] as const)
    }),
  )

/** Registers, control words or addresses: what they are, and what of them is worth trying. */
export interface Kind {
  /** Fields that hold it, by the end of their names; of a record in a field `host.breakpoints.control`. */
  readonly field: RegExp
  /** Values as they really occur, the most ordinary first. */
  readonly typical: readonly bigint[]
  /** Bits that it can have, where it is a state; all that are tried, where it is what somebody writes. */
  readonly bits: readonly number[]
  readonly written: readonly number[]
  /** Empty for an address. */
  readonly names: BitNames
}

/** What is worth trying in the decisions of a machine. */
export interface DecisionValues {
  /** The first that has a field is the one that is meant. */
  readonly kinds: readonly Kind[]
  /** Fields that hold what somebody writes, by decision; the others hold a state of the CPU. */
  readonly written: { readonly [decision: string]: readonly string[] }
  /** By decision: fields of its example which together come to rules that no change of the example alone comes to. */
  readonly bases: { readonly [decision: string]: readonly JsonRecord[] }
}

/** Whole numbers from one up to before another. */
export const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i)

/** The bits of a 32-bit value. */
export const WORD: readonly number[] = range(0, 32)
/** With the ends of the upper half. */
export const WIDE: readonly number[] = [...WORD, 32, 63]

/** A kind, with the bits that one field of it can have. */
interface Bits extends Pick<Kind, 'typical' | 'names'> {
  readonly bits: readonly number[]
  readonly all: bigint
}

const bitsOf = ({ kinds, written }: DecisionValues, decision: string, name: string, width: number): Bits => {
  const kind = kinds.find(({ field }) => field.test(name))
  if (!kind) throw new Error(`${decision}: no values are known for a field called ${name}`)
  const { typical, names } = kind
  const isWritten = written[decision]?.includes(name) ?? false
  const bits = (isWritten ? kind.written : kind.bits).filter((n) => n < width)
  const isAddress = names.size === 0
  const all =
    isAddress || (isWritten && width === 64)
      ? BigInt.asUintN(width, -1n)
      : bits.reduce((mask, n) => mask | (1n << BigInt(n)), 0n)
  return { typical, names, bits, all }
}

const OFFSETS = [-8, -4, -2, -1, 1, 2, 4, 8]

/** A number a little lower or higher. */
const stepOf = (offset: number): Pick<Case, 'slug' | 'text'> => ({
  slug: offset < 0 ? `minus-${-offset}` : `plus-${offset}`,
  text: `${Math.abs(offset)} ${offset < 0 ? 'lower' : 'higher'}`,
})

const wrap = (value: bigint, bits: number): bigint => BigInt.asUintN(bits, value)

const hexCases = (bits: 16 | 32 | 64, { typical, names, bits: single, all }: Bits, value: Json): Case[] => {
  const now = BigInt(value as string)
  const flips = single.map((n): Case => {
    const flipped = now ^ (1n << BigInt(n))
    const called = names.has(n) ? ` (${names.get(n)})` : ''
    const how = flipped > now ? 'set' : 'clear'
    return { slug: `bit-${n}-${how}`, text: `bit ${n}${called} ${how}`, value: hex(flipped, bits) }
  })
  const others = typical
    .map((other) => wrap(other, bits))
    .map(
      (other): Case => ({
        slug: `is-${other.toString(16)}`,
        text: shortHex(other),
        value: hex(other, bits),
      }),
    )
  const near =
    names.size > 0
      ? []
      : OFFSETS.map(
          (offset): Case => ({
            ...stepOf(offset),
            value: hex(wrap(now + BigInt(offset), bits), bits),
          }),
        )
  const ends: Case[] = [
    { slug: 'is-0', text: '0', value: hex(0, bits) },
    { slug: 'all-ones', text: 'all bits set', value: hex(all, bits) },
  ]
  return [...flips, ...near, ...others, ...ends]
}

const integerCases = (min: number, max: number, value: number): Case[] => {
  const candidates =
    max - min <= 32 ? range(min, max + 1) : [min, min + 1, min + 2, min + 3, min + 7, max - 1, max]
  const values = candidates.map((n): Case => ({ slug: `is-${n}`, text: String(n), value: n }))
  if (max - min <= 32) return values
  const near = OFFSETS.map((offset): Case => ({ ...stepOf(offset), value: value + offset }))
  return [...values, ...near].filter(({ value: n }) => (n as number) >= min && (n as number) <= max)
}

/** What bits a field of this name can have, in a value of this width. */
type BitsFor = (name: string, width: number) => Bits

/** The name of an inner field as it stands behind that of an outer one. */
const behind = (text: string): string => (/^[.[]/.test(text) ? text : ` ${text}`)

/** A value of a shape that says as little as can be. */
const plain = (shape: Shape, name: string, bitsFor: BitsFor): Json => {
  switch (shape.kind) {
    case 'hex':
      return hex(wrap(bitsFor(name, shape.bits).typical[0]!, shape.bits), shape.bits)
    case 'integer':
      return shape.min
    case 'boolean':
      return false
    case 'one-of':
      return shape.values[0]!
    case 'bytes':
      return shape.typical[0]!
    case 'nullable':
      return null
    case 'array':
      return Array.from({ length: shape.min }, () => plain(shape.of, name, bitsFor))
    case 'record':
      return Object.fromEntries(
        Object.entries(shape.fields).map(([each, of]) => [each, plain(of, `${name}.${each}`, bitsFor)]),
      )
  }
}

/** Other lengths of an array that has no fixed one. */
const lengthCases = (
  { of, min, max }: Extract<Shape, { kind: 'array' }>,
  name: string,
  bitsFor: BitsFor,
  items: readonly Json[],
): Case[] => [
  ...(min === 0 && items.length > 1 ? [{ slug: 'is-empty', text: 'empty', value: [] }] : []),
  ...(items.length > min ? [{ slug: 'is-shorter', text: 'one shorter', value: items.slice(0, -1) }] : []),
  ...(items.length < max
    ? [{ slug: 'is-longer', text: 'one longer', value: [...items, plain(of, name, bitsFor)] }]
    : []),
]

const casesOf = (shape: Shape, name: string, bitsFor: BitsFor, value: Json): Case[] => {
  switch (shape.kind) {
    case 'hex':
      return hexCases(shape.bits, bitsFor(name, shape.bits), value)
    case 'integer':
      return integerCases(shape.min, shape.max, value as number)
    case 'boolean':
      return [false, true].map((each) => ({ slug: `is-${each}`, text: String(each), value: each }))
    case 'one-of':
      return shape.values.map((each) => ({
        slug: `is-${valueSlug(each)}`,
        text: String(each),
        value: each,
      }))
    case 'bytes':
      return shape.typical.map((each) => ({ slug: `is-${each}`, text: each, value: each }))
    case 'nullable':
      return value === null
        ? [{ slug: 'is-there', text: 'there', value: plain(shape.of, name, bitsFor) }]
        : [{ slug: 'is-null', text: 'null', value: null }, ...casesOf(shape.of, name, bitsFor, value)]
    case 'array': {
      const items = value as readonly Json[]
      return [
        ...lengthCases(shape, name, bitsFor, items),
        ...items.flatMap((item, i) =>
          casesOf(shape.of, name, bitsFor, item).map(
            (each): Case => ({
              slug: `${i}-${each.slug}`,
              text: `[${i}]${behind(each.text)}`,
              value: items.map((other, k) => (k === i ? each.value : other)),
            }),
          ),
        ),
      ]
    }
    case 'record':
      return Object.entries(shape.fields).flatMap(([inner, of]) =>
        casesOf(of, `${name}.${inner}`, bitsFor, (value as JsonRecord)[inner]!).map(
          (each): Case => ({
            slug: `${fieldSlug(inner)}-${each.slug}`,
            text: `.${inner}${behind(each.text)}`,
            value: { ...(value as JsonRecord), [inner]: each.value },
          }),
        ),
      )
  }
}

/** A sparse set of bits, now and then a dense one. */
const randomBits = (random: Random): bigint => {
  const words =
    random.word() & 7
      ? [random.word() & random.word(), random.word() & random.word()]
      : [random.word(), random.word()]
  return (BigInt(words[0]! >>> 0) << 32n) | BigInt(words[1]! >>> 0)
}

const randomHex = (
  bits: 16 | 32 | 64,
  { typical, bits: single, names, all }: Bits,
): ((random: Random) => string) => {
  const texts = typical.map((value) => hex(wrap(value, bits), bits))
  const low = single.filter((n) => n < 32)
  return (random) => {
    const how = random.below(8)
    if (how < 3) return random.pick(texts)
    if (how > 5) return hex(randomBits(random) & all, bits)
    // Addresses close to each other; registers with a few of their bits.
    if (names.size === 0) return hex(wrap(typical[0]! + BigInt(random.below(16)), bits), bits)
    let value = 0
    for (let i = random.below(5); i >= 0; i--) value |= 1 << random.pick(low)
    return hex(typical[0]! | BigInt(value >>> 0), bits)
  }
}

const randomOf = (shape: Shape, name: string, bitsFor: BitsFor): ((random: Random) => Json) => {
  switch (shape.kind) {
    case 'hex':
      return randomHex(shape.bits, bitsFor(name, shape.bits))
    case 'integer': {
      const { min, max } = shape
      return (random) =>
        min + (random.word() & 1 ? random.below(Math.min(33, max - min + 1)) : random.below(max - min + 1))
    }
    case 'boolean':
      return (random) => (random.word() & 1) === 1
    case 'one-of':
      return (random) => random.pick(shape.values)
    case 'bytes':
      return (random) => random.pick(shape.typical)
    case 'nullable': {
      const inner = randomOf(shape.of, name, bitsFor)
      return (random) => (random.below(4) === 0 ? null : inner(random))
    }
    case 'array': {
      const inner = randomOf(shape.of, name, bitsFor)
      return (random) =>
        Array.from(
          { length: Math.min(shape.max, shape.min + (shape.min === shape.max ? 0 : random.below(8))) },
          () => inner(random),
        )
    }
    case 'record': {
      const fields = Object.entries(shape.fields).map(
        ([inner, of]) => [inner, randomOf(of, `${name}.${inner}`, bitsFor)] as const,
      )
      return (random) => Object.fromEntries(fields.map(([inner, make]) => [inner, make(random)]))
    }
  }
}

const allOf = (shape: Shape): readonly Json[] | null => {
  if (shape.kind === 'boolean') return [false, true]
  if (shape.kind === 'one-of') return shape.values
  if (shape.kind === 'integer' && shape.max - shape.min < 256) return range(shape.min, shape.max + 1)
  if (shape.kind === 'nullable') {
    const inner = allOf(shape.of)
    return inner && [null, ...inner]
  }
  return null
}

/** The values of one field of a decision. */
export const valuesOf = (
  values: DecisionValues,
  decision: string,
  name: string,
  codec: Codec<unknown>,
): FieldValues => {
  const { shape } = codec
  if (!shape) throw new Error(`no values can be made for ${name}`)
  const bitsFor: BitsFor = (of, width) => bitsOf(values, decision, of, width)
  return {
    name,
    cases: (value) =>
      casesOf(shape, name, bitsFor, value).filter(
        (each) => JSON.stringify(each.value) !== JSON.stringify(value),
      ),
    all: allOf(shape),
    random: randomOf(shape, name, bitsFor),
  }
}

/** One of a few values in an id. */
export const valueSlug = (value: Json): string => String(value).toLowerCase().replaceAll(/[_.]/g, '-')

/** The name of a field in an id. */
export const fieldSlug = (name: string): string => kebab(name)
