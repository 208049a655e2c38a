/**
 * Values of a decision's fields: the cases that a person would try, with their names, and random ones.
 */
import { hex, shortHex } from '../../../model/bits.ts'
import { GUESTDBG } from '../../../model/kvm/guest-debug.ts'
import { DR6, DR7, flags } from '../../../model/x86/registers.ts'
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
type BitNames = ReadonlyMap<number, string>

const namesOfMasks = (masks: { readonly [name: string]: number }): BitNames =>
  new Map(
    Object.entries(masks).flatMap(([name, mask]) => {
      const single = (mask & (mask - 1)) === 0
      return single ? [[31 - Math.clz32(mask), name] as const] : []
    }),
  )

const namesOfFields = (fields: typeof DR6.fields): BitNames =>
  new Map(
    fields.flatMap(({ name, lsb, width, access }) => {
      if (access === 'fixed-1') return []
      return Array.from({ length: width }, (_, i) => [lsb + i, width === 1 ? name : `${name}[${i}]`] as const)
    }),
  )

interface Kind {
  /** Fields that hold it, by the end of their names. */
  readonly field: RegExp
  /** Values as they really occur. */
  readonly typical: readonly bigint[]
  /** Bits that it can have, where it is a state; all that are tried, where it is what somebody writes. */
  readonly bits: readonly number[]
  readonly written: readonly number[]
  readonly names: BitNames
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)

const WORD = range(0, 32)
/** With the ends of the upper half. */
const WIDE = [...WORD, 32, 63]
const CONTROL = namesOfMasks(GUESTDBG)
const FLAGS = namesOfMasks(flags)
const PENDING = namesOfFields(DR6.fields)
const RESERVED_FLAGS: readonly number[] = [1, 3, 5, 15]

const KINDS: readonly Kind[] = [
  {
    field: /dr7$/i,
    typical: [0x400n, 0x402n, 0x401n, 0x2400n, 0xd0402n, 0x20401n, 0x4aan, 0x30402n, 0x4fffffn],
    bits: WORD,
    written: WIDE,
    names: namesOfFields(DR7.fields),
  },
  {
    field: /dr6$/i,
    typical: [0xffff0ff0n, 0xffff4ff0n, 0xffff4ff1n, 0xffff2ff0n, 0xffff0ff2n, 0n],
    bits: WORD,
    written: WIDE,
    names: namesOfFields(DR6.fields),
  },
  {
    field: /payload$/i,
    typical: [0x1n, 0x4000n, 0x2000n, 0x4001n, 0x800n, 0x10000n, 0xdn, 0n],
    bits: [...PENDING.keys()],
    written: WIDE,
    names: PENDING,
  },
  {
    field: /control/i,
    typical: [0x0n, 0x1n, 0x2n, 0x3n, 0x10001n, 0x20001n, 0x20003n, 0x40001n, 0x80001n, 0x100003n],
    bits: [...CONTROL.keys()],
    written: WORD,
    names: CONTROL,
  },
  {
    field: /flags$|^image$/i,
    typical: [0x2n, 0x102n, 0x202n, 0x302n, 0x10002n, 0x10102n],
    bits: range(0, 22).filter((n) => !RESERVED_FLAGS.includes(n)),
    written: WORD,
    names: FLAGS,
  },
  {
    field: /db$|address$|^rip$|^pc$|base$|^value$/i,
    typical: [0x1000n, 0x1001n, 0x1004n, 0x1008n, 0x10n, 0x2000n, 0xffff_ffff_ffff_fff8n, 0n],
    bits: [0, 1, 2, 3, 12, 31, 32, 47, 63],
    written: [0, 1, 2, 3, 12, 31, 32, 47, 63],
    names: new Map(),
  },
]

/** Fields that hold what somebody writes, with every bit that can be written; the others hold a state of the CPU. */
const WRITTEN: { readonly [decision: string]: readonly string[] } = {
  'x86/set-guest-debug': ['control'],
  'x86/set-debug-registers': ['dr6', 'dr7'],
  'x86/match-code-breakpoints': ['dr7'],
  'x86/match-data-breakpoints': ['dr7'],
  'x86/match-io-breakpoints': ['dr7'],
  'x86/load-flags': ['image'],
}

/** A kind, with the bits that one field of it can have. */
interface Bits extends Pick<Kind, 'typical' | 'names'> {
  readonly bits: readonly number[]
  readonly all: bigint
}

const bitsOf = (decision: string, name: string, width: number): Bits => {
  const kind = KINDS.find(({ field }) => field.test(name))
  if (!kind) throw new Error(`no values are known for a field called ${name}`)
  const { typical, names } = kind
  const isWritten = WRITTEN[decision]?.includes(name) ?? false
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

const casesOf = (shape: Shape, bitsFor: (width: number) => Bits, value: Json): Case[] => {
  switch (shape.kind) {
    case 'hex':
      return hexCases(shape.bits, bitsFor(shape.bits), value)
    case 'integer':
      return integerCases(shape.min, shape.max, value as number)
    case 'boolean':
      return [false, true].map((each) => ({ slug: `is-${each}`, text: String(each), value: each }))
    case 'one-of':
      return shape.values.map((each) => ({ slug: `is-${each}`, text: String(each), value: each }))
    case 'nullable':
      return [{ slug: 'is-null', text: 'null', value: null }]
    case 'array':
      return (value as readonly Json[]).flatMap((item, i) =>
        casesOf(shape.of, bitsFor, item).map(
          (each): Case => ({
            slug: `${i}-${each.slug}`,
            text: `[${i}] ${each.text}`,
            value: (value as readonly Json[]).map((other, k) => (k === i ? each.value : other)),
          }),
        ),
      )
    case 'record':
      return Object.entries(shape.fields).flatMap(([name, of]) =>
        casesOf(of, bitsFor, (value as JsonRecord)[name]!).map(
          (each): Case => ({
            slug: `${name}-${each.slug}`,
            text: `${name} ${each.text}`,
            value: { ...(value as JsonRecord), [name]: each.value },
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
    if (names.size === 0) return hex(0x1000 + random.below(16), bits)
    let value = 0
    for (let i = random.below(5); i >= 0; i--) value |= 1 << random.pick(low)
    return hex(typical[0]! | BigInt(value >>> 0), bits)
  }
}

const randomOf = (shape: Shape, bitsFor: (width: number) => Bits): ((random: Random) => Json) => {
  switch (shape.kind) {
    case 'hex':
      return randomHex(shape.bits, bitsFor(shape.bits))
    case 'integer': {
      const { min, max } = shape
      return (random) =>
        min + (random.word() & 1 ? random.below(Math.min(33, max - min + 1)) : random.below(max - min + 1))
    }
    case 'boolean':
      return (random) => (random.word() & 1) === 1
    case 'one-of':
      return (random) => random.pick(shape.values)
    case 'nullable': {
      const inner = randomOf(shape.of, bitsFor)
      return (random) => (random.below(4) === 0 ? null : inner(random))
    }
    case 'array': {
      const inner = randomOf(shape.of, bitsFor)
      return (random) =>
        Array.from(
          { length: Math.min(shape.max, shape.min + (shape.min === shape.max ? 0 : random.below(8))) },
          () => inner(random),
        )
    }
    case 'record': {
      const fields = Object.entries(shape.fields).map(([name, of]) => [name, randomOf(of, bitsFor)] as const)
      return (random) => Object.fromEntries(fields.map(([name, inner]) => [name, inner(random)]))
    }
  }
}

const allOf = (shape: Shape): readonly Json[] | null => {
  if (shape.kind === 'boolean') return [false, true]
  if (shape.kind === 'one-of') return shape.values
  if (shape.kind === 'integer' && shape.max - shape.min < 256) return range(shape.min, shape.max + 1)
  return null
}

/** The values of one field. */
export const valuesOf = (decision: string, name: string, codec: Codec<unknown>): FieldValues => {
  const { shape } = codec
  if (!shape) throw new Error(`no values can be made for ${name}`)
  const bitsFor = (width: number): Bits => bitsOf(decision, name, width)
  return {
    name,
    cases: (value) =>
      casesOf(shape, bitsFor, value).filter((each) => JSON.stringify(each.value) !== JSON.stringify(value)),
    all: allOf(shape),
    random: randomOf(shape, bitsFor),
  }
}

/** The name of a field in an id. */
export const fieldSlug = (name: string): string => kebab(name)
