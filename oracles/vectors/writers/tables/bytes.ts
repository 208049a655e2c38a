/**
 * Records as leaves see them: memory and packets, which are text in JSON, as arrays of their bytes.
 */
import { bytesIn, type Json, type JsonRecord } from '../../../codec.ts'
import { type Fact, isLoose } from '../../envelope.ts'
import type { Member, Type } from './layout.ts'

/** A value with its bytes one by one. */
const withBytes = (type: Type, json: Json | undefined): Json | undefined => {
  if (json === null || json === undefined) return json
  switch (type.kind) {
    case 'bytes':
      return bytesIn(type, json as string)
    case 'option':
      return withBytes(type.of, json)
    case 'array':
    case 'list':
      return (json as readonly Json[]).map((item) => withBytes(type.of, item)!)
    case 'record':
      return recordWithBytes(type.members, json as JsonRecord) as JsonRecord
    default:
      return json
  }
}

/** A record whose bytes leaves can lie in; values that are not compared stay as they are. */
export const recordWithBytes = (
  members: readonly Member[],
  record: { readonly [name: string]: Fact },
): { readonly [name: string]: Fact } => {
  const types = new Map(members.map(({ name, type }) => [name, type]))
  return Object.fromEntries(
    Object.entries(record).map(([name, fact]) => {
      const type = types.get(name)
      return [name, type && !isLoose(fact) ? withBytes(type, fact)! : fact]
    }),
  )
}
