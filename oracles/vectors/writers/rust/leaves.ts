/**
 * Rust statements that take a record apart.
 */
import type { Member, Scalar, Type } from '../tables/layout.ts'
import { byteList, type RustNames } from './names.ts'

const asNumber = (type: Scalar, value: string): string =>
  type.kind === 'register' ? value : type.kind === 'name' ? `${value} as u64` : `u64::from(${value})`

/** Puts the leaves of `variable`, a `record`, into the array `into`; what is not there leaves its place alone. */
export const leafStatements = (
  names: RustNames,
  record: string,
  members: readonly Member[],
  variable: string,
  into: string,
): string[] => {
  let leaf = 0
  const put = (value: string, indent: string): string => `${indent}${into}[${leaf++}] = ${value};`
  const take = (name: string, type: Type, value: string, indent: string): string[] => {
    switch (type.kind) {
      case 'option':
        return [
          `${indent}if let Some(value) = ${value} {`,
          put('1', `${indent}    `),
          ...take(name, type.of, 'value', `${indent}    `),
          `${indent}}`,
        ]
      case 'record': {
        const own = names.type(name, type)
        return type.members.flatMap((member) =>
          take(member.name, member.type, `${value}.${names.member(own, member.name)}`, indent),
        )
      }
      case 'array':
        return Array.from({ length: type.length }, (_, i) =>
          take(name, type.of, `${value}[${i}]`, indent),
        ).flat()
      case 'bytes':
        return take(name, byteList(type), value, indent)
      case 'list':
        return [
          put(asNumber({ kind: 'count' }, `${value}.count`), indent),
          ...Array.from({ length: type.most }, (_, i) =>
            take(name, type.of, `${value}.items[${i}]`, indent),
          ).flat(),
        ]
      default:
        return [put(asNumber(type, value), indent)]
    }
  }
  return members.flatMap(({ name, type }) =>
    take(name, type, `${variable}.${names.member(record, name)}`, '    '),
  )
}
