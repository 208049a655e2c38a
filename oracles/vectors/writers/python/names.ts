/**
 * Values in Python.
 */
import type { Json, JsonRecord } from '../../../codec.ts'
import { type Fact, isLoose } from '../../envelope.ts'
import type { Member, Scalar, Type } from '../tables/layout.ts'

/** A string literal: those of JSON are Python's, too. */
export const pythonString = (text: string): string =>
  JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\p{Cf}\u2028\u2029]/gu,
    (char) => `\\U${char.codePointAt(0)!.toString(16).padStart(8, '0')}`,
  )

const dictionary = (entries: readonly (readonly [string, string])[]): string =>
  `{${entries.map(([name, value]) => `${pythonString(name)}: ${value}`).join(', ')}}`

const scalar = (type: Scalar, json: Json): string => {
  switch (type.kind) {
    case 'register':
      return `0x${BigInt(json as string)
        .toString(16)
        .padStart(type.digits, '0')}`
    case 'count':
    case 'byte':
      return String(json)
    case 'flag':
      return json === true ? 'True' : 'False'
    case 'name':
      return pythonString(json as string)
  }
}

const exact = (type: Type, json: Json | undefined): string => {
  if (json === null || json === undefined) return 'None'
  switch (type.kind) {
    case 'option':
      return exact(type.of, json)
    case 'array':
    case 'list':
      return `[${(json as readonly Json[]).map((each) => exact(type.of, each)).join(', ')}]`
    case 'bytes':
      return type.written === 'hex'
        ? `bytes.fromhex(${pythonString(json as string)})`
        : `b${pythonString(json as string)}`
    case 'record':
      return recordText(type.members, json as JsonRecord)
    default:
      return scalar(type, json)
  }
}

const masked = (type: Type, value: string | number): string =>
  type.kind === 'option' ? masked(type.of, value) : scalar(type as Scalar, value)

const factText = (type: Type, fact: Fact | undefined): string => {
  if (!isLoose(fact)) return exact(type, fact)
  const reason = pythonString(fact.reason)
  if ('mask' in fact) return `Masked(${masked(type, fact.value)}, ${masked(type, fact.mask)}, ${reason})`
  return 'notChecked' in fact ? `NotChecked(${reason})` : `Unpredictable(${reason})`
}

/** A record. */
export const recordText = (members: readonly Member[], record: JsonRecord): string =>
  dictionary(members.map(({ name, type }) => [name, exact(type, record[name])] as const))

/** What a record may be. */
export const factsText = (members: readonly Member[], record: { readonly [name: string]: Fact }): string =>
  dictionary(members.map(({ name, type }) => [name, factText(type, record[name])] as const))

/** From names to strings. */
export const stringsText = (strings: { readonly [name: string]: string }): string =>
  dictionary(Object.entries(strings).map(([name, text]) => [name, pythonString(text)] as const))
