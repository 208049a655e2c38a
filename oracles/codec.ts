/**
 * Codecs: how a value looks in a record at the edge (hex strings, numbers, booleans) and what it is inside (`bigint`
 * and 32-bit numbers). Everything that comes from outside is read through them, and nothing else is accepted.
 */
import { hex, u32, u64 } from '../model/bits.ts'

/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonRecord
/** A JSON object. */
export type JsonRecord = { readonly [name: string]: Json }

/** What was wrong with a value from outside; whoever reads with codecs gives each its own stable code. */
export type Fault = 'not-an-object' | 'unknown-field' | 'missing-field' | 'wrong-type' | 'out-of-range'

/** A value from outside that a codec refused. */
export class Mismatch extends Error {
  readonly fault: Fault
  /** Where, from the value that was decoded: `script[0][1].control`; empty for the value itself. */
  readonly path: string
  readonly expectation: string

  constructor(fault: Fault, expectation: string, path = '') {
    super(path === '' ? expectation : `${path}: ${expectation}`)
    this.fault = fault
    this.path = path
    this.expectation = expectation
  }

  /** The same, seen from the object or array that holds the value: `field` is `.name` or `[index]`. */
  inside(field: string): Mismatch {
    const path = this.path.startsWith('[') || this.path === '' ? this.path : `.${this.path}`
    return new Mismatch(this.fault, this.expectation, `${field}${path}`)
  }
}

/** Bytes of memory, or of a packet: up to `most`, written as hex digits or as the text that they are. */
export interface BytesShape {
  readonly kind: 'bytes'
  readonly written: 'hex' | 'ascii'
  readonly most: number
  /** What is worth trying. */
  readonly typical: readonly string[]
}

/** What a codec accepts, as data: for whoever makes values. */
export type Shape =
  | { readonly kind: 'hex'; readonly bits: 16 | 32 | 64 }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'one-of'; readonly values: readonly (string | number)[] }
  | BytesShape
  | { readonly kind: 'nullable'; readonly of: Shape }
  | { readonly kind: 'array'; readonly of: Shape; readonly min: number; readonly max: number }
  | { readonly kind: 'record'; readonly fields: { readonly [name: string]: Shape } }

/** One kind of value, at the edge and inside. */
export interface Codec<T> {
  /** Not of values with parts of several kinds. */
  readonly shape?: Shape
  /** Of an object: its fields, and whether null may stand for it. */
  readonly record?: { readonly fields: Fields; readonly nullable: boolean }
  /** Of an array: what each item is. */
  readonly items?: Codec<unknown>
  /** What is accepted, as it stands behind the word "expected". */
  readonly expects: string
  /** @throws Mismatch */
  decode(json: unknown): T
  /** @throws TypeError for a value that no rule may give. */
  encode(value: T): Json
}

/** What was received, as short text. */
const received = (json: unknown): string => {
  if (Array.isArray(json)) return `an array of ${json.length}`
  if (typeof json === 'object' && json !== null) return 'an object'
  const text = JSON.stringify(json) ?? String(json)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

const refuse = (fault: Fault, expects: string, json: unknown): never => {
  throw new Mismatch(fault, `expected ${expects}, not ${received(json)}`)
}

const decodeInside = <T>(codec: Codec<T>, json: unknown, field: string): T => {
  try {
    return codec.decode(json)
  } catch (error) {
    throw error instanceof Mismatch ? error.inside(field) : error
  }
}

const decodeHex = (json: unknown, bits: number, expects: string): bigint => {
  if (typeof json !== 'string' || !/^0x[0-9a-fA-F]+$/.test(json)) return refuse('wrong-type', expects, json)
  if (json.length > 18) return refuse('out-of-range', expects, json)
  const value = BigInt(json)
  return bits < 64 && value >> BigInt(bits) !== 0n ? refuse('out-of-range', expects, json) : value
}

/** A register or address of 64 bits, DR6 and DR7 among them. */
export const hex64: Codec<bigint> = {
  shape: { kind: 'hex', bits: 64 },
  expects: '0x and 1 to 16 hex digits',
  decode: (json) => decodeHex(json, 64, hex64.expects),
  encode: (value) => {
    if (typeof value !== 'bigint') throw new TypeError(`a 64-bit register is a bigint, not ${String(value)}`)
    return hex(u64(value))
  },
}

/** A true 32-bit value: a control word, RFLAGS. */
export const hex32: Codec<number> = {
  shape: { kind: 'hex', bits: 32 },
  expects: '0x and hex digits, at most 32 bits',
  decode: (json) => Number(decodeHex(json, 32, hex32.expects)),
  encode: (value) => {
    if (typeof value !== 'number') throw new TypeError(`a 32-bit value is a number, not ${String(value)}`)
    return hex(u32(value), 32)
  },
}

/** A hex string that stays text inside, as programs have it. */
export const hexText = (bits: 16 | 32 | 64): Codec<string> => {
  const expects = bits === 64 ? hex64.expects : `0x and hex digits, at most ${bits} bits`
  return {
    shape: { kind: 'hex', bits },
    expects,
    decode: (json) => {
      decodeHex(json, bits, expects)
      return json as string
    },
    encode: (value) => value,
  }
}

/** Bytes of memory, as text inside as well. */
export const bytes: Codec<string> = {
  expects: 'pairs of hex digits without 0x, at most 4096 bytes',
  decode: (json) => {
    if (typeof json !== 'string' || !/^([0-9a-fA-F]{2})+$/.test(json))
      throw new Mismatch('wrong-type', `expected ${bytes.expects}`)
    if (json.length > 8192) throw new Mismatch('out-of-range', `expected ${bytes.expects}`)
    return json
  },
  encode: (value) => value,
}

/** The bytes that a value of this shape stands for. */
export const bytesIn = ({ written }: Pick<BytesShape, 'written'>, value: string): readonly number[] => [
  ...Buffer.from(value, written),
]

/** Few bytes of memory. @param typical what is worth trying, in lower case */
export const bytesUpTo = (most: number, ...typical: readonly string[]): Codec<string> => {
  const expects = `pairs of hex digits without 0x, at most ${most} bytes`
  return {
    shape: { kind: 'bytes', written: 'hex', most, typical },
    expects,
    decode: (json) => {
      const value = bytes.decode(json).toLowerCase()
      return value.length > 2 * most ? refuse('out-of-range', expects, json) : value
    },
    encode: (value) => value,
  }
}

/** A packet of a protocol: printable ASCII. */
export const packet = (most: number): Codec<string> => {
  const expects = `at most ${most} characters of ASCII`
  return {
    shape: { kind: 'bytes', written: 'ascii', most, typical: [''] },
    expects,
    decode: (json) => {
      if (typeof json !== 'string' || !/^[ -~]*$/.test(json)) return refuse('wrong-type', expects, json)
      return json.length > most ? refuse('out-of-range', expects, json) : json
    },
    encode: (value) => value,
  }
}

/** A count, index, size, mask, vector or port. */
export const integer = (min: number, max: number): Codec<number> => {
  const expects = `a whole number from ${min} to ${max}`
  return {
    shape: { kind: 'integer', min, max },
    expects,
    decode: (json) => {
      if (typeof json !== 'number' || !Number.isInteger(json)) return refuse('wrong-type', expects, json)
      return json < min || json > max ? refuse('out-of-range', expects, json) : json
    },
    encode: (value) => {
      if (!Number.isInteger(value)) throw new TypeError(`a count is a whole number, not ${String(value)}`)
      return value
    },
  }
}

export const boolean: Codec<boolean> = {
  shape: { kind: 'boolean' },
  expects: 'true or false',
  decode: (json) => (typeof json === 'boolean' ? json : refuse('wrong-type', boolean.expects, json)),
  encode: (value) => {
    if (typeof value !== 'boolean') throw new TypeError(`expected true or false, not ${String(value)}`)
    return value
  },
}

/** One of a few names or numbers. */
export const oneOf = <const T extends string | number>(...allowed: readonly T[]): Codec<T> => {
  const expects = allowed.map((value) => JSON.stringify(value)).join(' or ')
  return {
    shape: { kind: 'one-of', values: allowed },
    expects,
    decode: (json) => {
      if (allowed.includes(json as T)) return json as T
      return refuse(typeof json === typeof allowed[0] ? 'out-of-range' : 'wrong-type', expects, json)
    },
    encode: (value) => {
      if (!allowed.includes(value)) throw new TypeError(`expected ${expects}, not ${String(value)}`)
      return value
    },
  }
}

export const nullable = <T>(codec: Codec<T>): Codec<T | null> => ({
  ...(codec.shape ? { shape: { kind: 'nullable', of: codec.shape } } : {}),
  ...(codec.record ? { record: { ...codec.record, nullable: true } } : {}),
  ...(codec.items ? { items: codec.items } : {}),
  expects: `${codec.expects}, or null`,
  decode: (json) => (json === null ? null : codec.decode(json)),
  encode: (value) => (value === null ? null : codec.encode(value)),
})

/** An array of `min` to `max` items of one kind. */
export const arrayOf = <T>(codec: Codec<T>, min = 0, max = 100_000): Codec<readonly T[]> => {
  const count = min === max ? `exactly ${min}` : min === 0 && max === 100_000 ? '' : `${min} to ${max}`
  const expects = `an array of ${count === '' ? '' : `${count} times `}${codec.expects}`
  return {
    ...(codec.shape ? { shape: { kind: 'array', of: codec.shape, min, max } } : {}),
    items: codec,
    expects,
    decode: (json) => {
      if (!Array.isArray(json)) return refuse('wrong-type', expects, json)
      if (json.length < min || json.length > max) return refuse('out-of-range', expects, json)
      return json.map((item: unknown, i) => decodeInside(codec, item, `[${i}]`))
    },
    encode: (value) => value.map((item) => codec.encode(item)),
  }
}

/** DR0–DR3. */
export const fourAddresses: Codec<readonly bigint[]> = arrayOf(hex64, 4, 4)

/** Whether a field must be there, has a default, or is simply absent in some records. */
export type Presence = 'required' | 'defaulted' | 'optional'

/** One field of a record. */
export interface Field<T, P extends Presence = Presence> {
  readonly codec: Codec<T>
  readonly presence: P
  /** The value of a defaulted field that is left out. */
  readonly default?: T
  readonly meaning: string
}

/** The fields of a record, in the order in which they are written. */
export type Fields = { readonly [name: string]: Field<unknown> }

export const field = <T>(codec: Codec<T>, meaning = ''): Field<T, 'required'> => ({
  codec,
  presence: 'required',
  meaning,
})

export const withDefault = <T>(codec: Codec<T>, value: T, meaning = ''): Field<T, 'defaulted'> => ({
  codec,
  presence: 'defaulted',
  default: value,
  meaning,
})

export const optional = <T>(codec: Codec<T>, meaning = ''): Field<T, 'optional'> => ({
  codec,
  presence: 'optional',
  meaning,
})

type NamesOf<F extends Fields, P extends Presence> = {
  [N in keyof F]: F[N]['presence'] extends P ? N : never
}[keyof F]
type ValueOf<F> = F extends Field<infer T> ? T : never
type With<F extends Fields, Required extends Presence, Left extends Presence> = {
  readonly [N in NamesOf<F, Required>]: ValueOf<F[N]>
} & { readonly [N in NamesOf<F, Left>]?: ValueOf<F[N]> }

/** A record inside, with its defaults. */
export type Decoded<F extends Fields> = With<F, 'required' | 'defaulted', 'optional'>
/** A record as a caller gives it: what has a default may be left out. */
export type Given<F extends Fields> = With<F, 'required', 'defaulted' | 'optional'>

/** Whether a value is a JSON object. */
export const isObject = (json: unknown): json is { readonly [name: string]: unknown } =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

/** The shape of a record, if all of its fields have one. */
const shapeOfRecord = (fields: Fields): { readonly shape?: Shape } => {
  const shapes = Object.entries(fields).flatMap(([name, { codec }]) =>
    codec.shape ? [[name, codec.shape] as const] : [],
  )
  const isWhole = shapes.length === Object.keys(fields).length
  return isWhole ? { shape: { kind: 'record', fields: Object.fromEntries(shapes) } } : {}
}

/** An object with exactly these fields. */
export const record = <F extends Fields>(fields: F): Codec<Decoded<F>> => {
  const entries = Object.entries(fields)
  const names = new Set(Object.keys(fields))
  const expects = names.size === 0 ? 'an object without fields' : `an object with ${[...names].join(', ')}`
  return {
    ...shapeOfRecord(fields),
    record: { fields, nullable: false },
    expects,
    decode: (json) => {
      if (!isObject(json)) return refuse('not-an-object', expects, json)
      for (const name of Object.keys(json))
        if (!names.has(name)) throw new Mismatch('unknown-field', `unknown field; expected ${expects}`, name)
      const value: { [name: string]: unknown } = {}
      for (const [name, { codec, presence, default: standard }] of entries) {
        if (Object.hasOwn(json, name)) value[name] = decodeInside(codec, json[name], name)
        else if (presence === 'defaulted') value[name] = standard
        else if (presence === 'required')
          throw new Mismatch('missing-field', `missing; expected ${codec.expects}`, name)
      }
      return value as Decoded<F>
    },
    encode: (value) => {
      const json: { [name: string]: Json } = {}
      for (const [name, { codec }] of entries) {
        const inside = (value as { readonly [name: string]: unknown })[name]
        if (inside !== undefined) json[name] = codec.encode(inside)
      }
      return json
    },
  }
}

type TaggedValue<Tag extends string, Cases extends { readonly [name: string]: Fields }> = {
  [Name in keyof Cases]: { readonly [T in Tag]: Name } & Decoded<Cases[Name]>
}[keyof Cases]

/** Objects of several kinds, told apart by the name in one field. */
export const tagged = <Tag extends string, Cases extends { readonly [name: string]: Fields }>(
  tag: Tag,
  cases: Cases,
): Codec<TaggedValue<Tag, Cases>> => {
  const names = Object.keys(cases)
  const tagCodec = oneOf(...names)
  const codecs = new Map(
    names.map((name) => [name, record({ [tag]: field(oneOf(name)), ...cases[name]! })] as const),
  )
  const expects = `an object whose ${tag} is one of ${names.join(', ')}`
  return {
    expects,
    decode: (json) => {
      if (!isObject(json)) return refuse('not-an-object', expects, json)
      if (!Object.hasOwn(json, tag))
        throw new Mismatch('missing-field', `missing; expected ${tagCodec.expects}`, tag)
      const name = decodeInside(tagCodec, json[tag], tag)
      return codecs.get(name)!.decode(json) as TaggedValue<Tag, Cases>
    },
    encode: (value) => codecs.get((value as { readonly [t in Tag]: string })[tag])!.encode(value as never),
  }
}
