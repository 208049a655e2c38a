/**
 * The names of a table in Rust, and how its values are written there.
 */
import type { BytesType, Member, Scalar, Type } from '../tables/layout.ts'
import { Names, pascal, pascalSuffix, Scopes, snake } from '../tables/names.ts'
import type { Table } from '../tables/rows.ts'

const KEYWORDS =
  `abstract as async await become box break const continue crate do dyn else enum extern false final fn for gen if impl
  in let loop macro match mod move mut override priv pub ref return self static struct super trait true try type typeof
  unsafe unsized use virtual where while yield`.split(/\s+/)

/** Types that a module declares, and those of the prelude that it uses. */
const OWN =
  `Allowed Answer Copy Debug Display Clone Err Fact Failure Field FnMut Input Iterator List Mismatch None Note Ok Option Reader
  Result Self Some Variant Vector`.split(/\s+/)

/** A string literal. */
export const rustString = (text: string): string =>
  `"${text
    .replaceAll(/["\\]/g, '\\$&')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`)}"`

/** Bytes are a list of them. */
export const byteList = ({ most }: BytesType): Type => ({ kind: 'list', of: { kind: 'byte' }, most })

/** Names and literals for one module. */
export class RustNames {
  readonly #types = new Names(OWN, pascalSuffix)
  readonly #values = new Scopes(['Self'], pascalSuffix)
  readonly #members = new Scopes(KEYWORDS)
  readonly #variants = new Names([], pascalSuffix)

  /** In the order of the declarations, so that the names do not hang on who asks first. */
  constructor({ source, layout }: Table) {
    for (const { id } of source.header.variants) this.variant(id)
    for (const member of [...layout.inputs, ...layout.answer]) this.#declare(member.name, member.type)
  }

  #declare(name: string, type: Type): void {
    if (type.kind === 'option' || type.kind === 'array' || type.kind === 'list') this.#declare(name, type.of)
    if (type.kind !== 'record' && type.kind !== 'name') return
    this.type(name, type)
    if (type.kind === 'record') for (const member of type.members) this.#declare(member.name, member.type)
    else for (const i of type.values.keys()) this.value(name, type, i)
  }

  /** `LinuxV618Pvm` */
  variant(id: string): string {
    return this.#variants.of(id, pascal(id.slice(id.indexOf('/') + 1)))
  }

  /** The name of a member of the record with this name. */
  member(record: string, name: string): string {
    return this.#members.in(record).of(name, snake(name))
  }

  /** An enum or a struct; two fields of one name and type share it. */
  type(name: string, type: Type): string {
    const wish = pascal(name)
    return this.#types.of(`${name} ${JSON.stringify(type)}`, OWN.includes(wish) ? `${wish}Value` : wish)
  }

  /** `ResultValue::Proceed` */
  value(name: string, type: Scalar & { readonly kind: 'name' }, index: number): string {
    return this.#values.in(this.type(name, type)).of(String(index), pascal(type.values[index]!))
  }

  /** One value in Rust. */
  scalar(name: string, type: Scalar, value: bigint): string {
    switch (type.kind) {
      case 'register':
        return `0x${value.toString(16).padStart(type.digits, '0')}`
      case 'count':
      case 'byte':
        return String(value)
      case 'flag':
        return value === 0n ? 'false' : 'true'
      case 'name':
        return `${this.type(name, type)}::${this.value(name, type, Number(value))}`
    }
  }

  /** A record as an expression. `leaf` makes the expression of the next leaf; `option` one of what may be absent. */
  record(
    name: string,
    members: readonly Member[],
    leaf: (name: string, type: Scalar) => string,
    option: (value: () => string) => string,
  ): string {
    const expression = (of: string, type: Type): string => {
      switch (type.kind) {
        case 'option':
          return option(() => expression(of, type.of))
        case 'array':
          return `[${Array.from({ length: type.length }, () => expression(of, type.of)).join(', ')}]`
        case 'list': {
          const count = leaf(of, { kind: 'count' })
          const items = Array.from({ length: type.most }, () => expression(of, type.of))
          return `List { count: ${count}, items: [${items.join(', ')}] }`
        }
        case 'bytes':
          return expression(of, byteList(type))
        case 'record':
          return this.record(this.type(of, type), type.members, leaf, option)
        default:
          return leaf(of, type)
      }
    }
    const fields = members.map(
      (member) => `${this.member(name, member.name)}: ${expression(member.name, member.type)}`,
    )
    return `${name} { ${fields.join(', ')} }`
  }

  /** A record with these leaves. */
  literal(name: string, members: readonly Member[], leaves: Iterator<bigint>): string {
    const next = (): bigint => leaves.next().value as bigint
    return this.record(
      name,
      members,
      (of, type) => this.scalar(of, type, next()),
      (value) => {
        const isThere = next() !== 0n
        const some = `Some(${value()})`
        return isThere ? some : 'None'
      },
    )
  }
}
