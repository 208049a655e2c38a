/**
 * The records of a decision as a language with types has them: registers, counts, flags, names, records, arrays of a
 * fixed length, lists of up to so many items, bytes, and what may be absent. Below the records lie the leaves: the single values that tables hold and
 * comparisons compare, each as one unsigned number.
 *
 * | code     | what a format with types cannot hold          |
 * |----------|-----------------------------------------------|
 * | GDO-1722 | a field of this kind                          |
 * | GDO-1723 | a file without vectors                        |
 */
import { InputError } from '../../../../model/program.ts'
import {
  type BytesShape,
  type Codec,
  type Field,
  type Fields,
  isObject,
  type Json,
  type Shape,
} from '../../../codec.ts'
import type { DecisionVector, VectorKind, VectorSource } from '../../envelope.ts'
import { requireHeld } from '../writer.ts'

/** One value. */
export type Scalar =
  /** `digits`: the hex digits of its full width. */
  | { readonly kind: 'register'; readonly digits: number }
  /** A count, index, size or slot mask, below 2^32. */
  | { readonly kind: 'count' }
  | { readonly kind: 'flag' }
  /** One of a few names; a table holds its index. */
  | { readonly kind: 'name'; readonly values: readonly string[] }
  /** One of bytes. */
  | { readonly kind: 'byte' }

/** Memory, or a packet: of variable length, with room for the most. */
export interface BytesType {
  readonly kind: 'bytes'
  readonly written: BytesShape['written']
  readonly most: number
}

export interface RecordType {
  readonly kind: 'record'
  readonly members: readonly Member[]
}

/** What an array or a list is of. */
export type Item = Scalar | BytesType | RecordType

export type Type =
  | Item
  | { readonly kind: 'array'; readonly of: Item; readonly length: number }
  /** Of variable length: a table has room for the most. */
  | { readonly kind: 'list'; readonly of: Item; readonly most: number }
  /** Null in JSON, or left out there. */
  | { readonly kind: 'option'; readonly of: Type }

/** A field of a record. */
export interface Member {
  /** As the decision has it: `hostDb`. */
  readonly name: string
  readonly meaning: string
  readonly type: Type
}

/** The way from a record to a leaf: names of members and indices of arrays. */
export type Path = readonly (string | number)[]

export interface Leaf {
  readonly path: Path
  readonly type: Scalar
  /** A value of its own, whether an option is there, how many items a list has, or how many bytes there are. */
  readonly is: 'value' | 'presence' | 'length' | 'size'
  /** Index of the leaf that says whether this one is there at all. */
  readonly parent: number | null
  /** It is there if the number of the parent is above this: the index of an item or a byte, 0 in an option. */
  readonly above: number
}

/** What goes into a decision, and what comes out. */
export interface Layout {
  readonly inputs: readonly Member[]
  readonly answer: readonly Member[]
  readonly inputLeaves: readonly Leaf[]
  readonly answerLeaves: readonly Leaf[]
}

const COUNT_END = 2 ** 32
const MOST_NAMES = 256
const MOST_ITEMS = 64

const refuse = (where: string, what: string): never => {
  throw new InputError('GDO-1722', `${where} is ${what}: this format has no type for it`)
}

const scalarOf = (
  shape: Exclude<Shape, { kind: 'nullable' | 'array' | 'record' | 'bytes' }>,
  where: string,
): Scalar => {
  switch (shape.kind) {
    case 'hex':
      return { kind: 'register', digits: shape.bits / 4 }
    case 'integer':
      return shape.min >= 0 && shape.max < COUNT_END
        ? { kind: 'count' }
        : refuse(where, `a number from ${shape.min} to ${shape.max}`)
    case 'boolean':
      return { kind: 'flag' }
    case 'one-of': {
      const { values } = shape
      if (values.every((value) => typeof value === 'number' && value >= 0 && value < COUNT_END))
        return { kind: 'count' }
      return values.every((value) => typeof value === 'string') && values.length <= MOST_NAMES
        ? { kind: 'name', values: values as readonly string[] }
        : refuse(where, 'one of names and numbers, or of too many')
    }
  }
}

const isItem = (type: Type): type is Item =>
  type.kind !== 'array' && type.kind !== 'list' && type.kind !== 'option'

/** What is no record. @param items of an array: what each item is. */
const typeOfShape = (shape: Shape, items: Codec<unknown> | undefined, where: string): Type => {
  switch (shape.kind) {
    case 'record':
      return refuse(where, 'an object without fields that are known')
    case 'nullable':
      return { kind: 'option', of: typeOfShape(shape.of, items, where) }
    case 'array': {
      const of = typeOf(items!, where)
      const { min, max } = shape
      if (!isItem(of)) return refuse(where, 'an array of arrays, or of what may be absent')
      if (min === max) return { kind: 'array', of, length: max }
      return max <= MOST_ITEMS
        ? { kind: 'list', of, most: max }
        : refuse(where, `an array of up to ${max} items`)
    }
    case 'bytes': {
      const { kind, written, most } = shape
      return most <= MOST_ITEMS ? { kind, written, most } : refuse(where, `up to ${most} bytes`)
    }
    default:
      return scalarOf(shape, where)
  }
}

const typeOf = ({ shape, record, items, expects }: Codec<unknown>, where: string): Type => {
  if (!record) return shape ? typeOfShape(shape, items, where) : refuse(where, expects)
  const members = membersOf(record.fields, where)
  return record.nullable ? { kind: 'option', of: { kind: 'record', members } } : { kind: 'record', members }
}

const memberOf = (name: string, { codec, presence, meaning }: Field<unknown>, where: string): Member => {
  const type = typeOf(codec, `${where}.${name}`)
  const isAbsentable = presence === 'optional' && type.kind !== 'option'
  return { name, meaning, type: isAbsentable ? { kind: 'option', of: type } : type }
}

const membersOf = (fields: Fields, where: string): Member[] =>
  Object.entries(fields).map(([name, field]) => memberOf(name, field, where))

/** Where leaves hang. */
type Parent = Pick<Leaf, 'parent' | 'above'>

const addLeaves = (type: Type, path: Path, parent: Parent, leaves: Leaf[]): void => {
  switch (type.kind) {
    case 'array':
      for (let i = 0; i < type.length; i++) addLeaves(type.of, [...path, i], parent, leaves)
      return
    case 'list': {
      const length = leaves.push({ path, type: { kind: 'count' }, is: 'length', ...parent }) - 1
      for (let i = 0; i < type.most; i++)
        addLeaves(type.of, [...path, i], { parent: length, above: i }, leaves)
      return
    }
    case 'bytes': {
      const size = leaves.push({ path, type: { kind: 'count' }, is: 'size', ...parent }) - 1
      for (let i = 0; i < type.most; i++)
        addLeaves({ kind: 'byte' }, [...path, i], { parent: size, above: i }, leaves)
      return
    }
    case 'record':
      for (const member of type.members) addLeaves(member.type, [...path, member.name], parent, leaves)
      return
    case 'option': {
      const presence = leaves.push({ path, type: { kind: 'flag' }, is: 'presence', ...parent }) - 1
      addLeaves(type.of, path, { parent: presence, above: 0 }, leaves)
      return
    }
    default:
      leaves.push({ path, type, is: 'value', ...parent })
  }
}

const leavesOf = (members: readonly Member[]): Leaf[] => {
  const leaves: Leaf[] = []
  for (const { name, type } of members) addLeaves(type, [name], { parent: null, above: 0 }, leaves)
  return leaves
}

/** A source of decision vectors. */
export interface DecisionSource extends VectorSource<DecisionVector> {
  readonly fields: NonNullable<VectorSource['fields']>
}

/** What tables hold. */
export const DECISIONS: readonly VectorKind[] = ['decision']

/**
 * The same source, known to be one of decisions.
 *
 * @throws InputError for programs.
 */
export const decisionsOnly = (source: VectorSource, format: string): DecisionSource => {
  const { subject } = source.header
  requireHeld({ format, kinds: DECISIONS }, subject, source.header)
  if (!source.fields) throw new Error(`${subject}: nobody says what its fields can be`)
  return source as DecisionSource
}

/**
 * The layout of a decision's records.
 *
 * @throws InputError for a field that has no type.
 */
export const layoutOf = ({ header, fields }: DecisionSource): Layout => {
  const { subject } = header
  const inputs = membersOf(fields.inputs, subject)
  const answer = membersOf(fields.outputs, subject)
  return { inputs, answer, inputLeaves: leavesOf(inputs), answerLeaves: leavesOf(answer) }
}

/** `exit.pc`, `db[2]` */
export const pathText = (path: Path): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${step}`)).join('')

/** Bits that a leaf of this type can have. */
export const fullMask = ({ kind }: Scalar): bigint => FULL_MASKS[kind]

const FULL_MASKS: { readonly [K in Scalar['kind']]: bigint } = {
  register: 0xffff_ffff_ffff_ffffn,
  count: 0xffff_ffffn,
  name: 0xffn,
  byte: 0xffn,
  flag: 1n,
}

/** A value of JSON as the number of a leaf. */
export const leafNumber = (type: Scalar, json: Json | undefined): bigint => {
  switch (type.kind) {
    case 'register':
      return BigInt(json as string)
    case 'count':
    case 'byte':
      return BigInt(json as number)
    case 'flag':
      return json === true ? 1n : 0n
    case 'name': {
      const index = type.values.indexOf(json as string)
      if (index < 0) throw new Error(`${JSON.stringify(json)} is none of ${type.values.join(', ')}`)
      return BigInt(index)
    }
  }
}

/** What lies at the end of a path; `undefined` where the way there ends before. */
export const valueAt = (json: Json | undefined, path: Path): Json | undefined =>
  path.reduce<Json | undefined>((value, step) => {
    if (Array.isArray(value)) return value[step as number] as Json
    return isObject(value) ? (value as { readonly [name: string]: Json })[step] : undefined
  }, json)
