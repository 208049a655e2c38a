/**
 * The names of a table in C, and how its values are written there.
 */
import { commentText } from '../../../reports/c/format.ts'
import type { Layout, Leaf, Member, Path, Scalar, Type } from '../tables/layout.ts'
import { Names, Scopes, snake, upper } from '../tables/names.ts'
import type { MaskedValue, Table } from '../tables/rows.ts'

/** Keywords of C and C++, and macros that headers or compilers define in lower case. */
const KEYWORDS =
  `alignas alignof and and_eq asm assert atomic_cancel auto bitand bitor bool break case catch char char16_t char32_t
  char8_t class co_await co_return co_yield compl concept const const_cast consteval constexpr constinit continue
  decltype default delete do double dynamic_cast else enum errno explicit export extern false far final float for
  friend goto huge i386 if import inline int linux long module mutable namespace near new noexcept not not_eq nullptr
  offsetof operator or or_eq override private protected public register reinterpret_cast requires restrict return short
  signed sizeof static static_assert static_cast struct switch template this thread_local throw true try typedef
  typeid typename typeof union unix unsigned using virtual void volatile wchar_t while xor xor_eq`.split(
    /\s+/,
  )

/** Tags and functions of a header, behind its prefix. */
const OWN = [
  'allowed',
  'answer',
  'fields',
  'function',
  'input',
  'notes',
  'read',
  'run',
  'variant',
  'vector',
  'vectors',
]

/** A string literal of ASCII. */
export const cString = (text: string): string =>
  `"${commentText(text).replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`

/** The record that a path starts from, as a variable of the same name points to it. */
export type Side = 'input' | 'answer'

/** Names and literals for one header. */
export class CNames {
  /** `x86_merge_dr6` */
  readonly prefix: string
  readonly macro: string
  readonly #tags: Names
  readonly #enumerators = new Names()
  readonly #members = new Scopes(KEYWORDS)
  readonly #variants: readonly string[]

  constructor({ source, layout }: Table) {
    this.prefix = snake(source.name)
    this.macro = upper(source.name)
    this.#tags = new Names(OWN)
    this.#variants = source.header.variants.map(({ id }) => this.#variant(id))
    // In the order of the declarations, so that the names do not hang on who asks first.
    this.#declare('input', layout.inputs)
    this.#declare('answer', layout.answer)
  }

  #declare(side: string, members: readonly Member[]): void {
    for (const { name, type } of members) this.#declareType(side, name, type)
  }

  #declareType(side: string, name: string, type: Type): void {
    if (type.kind === 'option') {
      this.presence(side, name)
      this.#declareType(side, name, type.of)
      return
    }
    this.member(side, name)
    if (type.kind === 'list') this.length(side, name)
    const item = type.kind === 'array' || type.kind === 'list' ? type.of : type
    if (item.kind === 'name') for (const i of item.values.keys()) this.enumerator(name, item, i)
    if (item.kind === 'bytes') this.tag(name, item)
    if (item.kind === 'record') {
      this.tag(name, item)
      this.#declare(`${side}.${name}`, item.members)
    }
  }

  #variant(id: string): string {
    return this.#enumerators.of(
      `variant ${id}`,
      `${this.macro}_VARIANT_${upper(id.slice(id.indexOf('/') + 1))}`,
    )
  }

  /** The enumerator of the header's variant `index`. */
  variant(index: number): string {
    return this.#variants[index]!
  }

  /** The name of a member of a record. */
  member(record: string, name: string): string {
    return this.#members.in(record).of(name, snake(name))
  }

  /** The name of the member that says whether another is there. */
  presence(record: string, name: string): string {
    this.member(record, name)
    return this.#members.in(record).of(`has ${name}`, `has_${snake(name)}`)
  }

  /** The name of the member that says how many items a list has. */
  length(record: string, name: string): string {
    this.member(record, name)
    return this.#members.in(record).of(`length of ${name}`, `${snake(name)}_count`)
  }

  /** `x86_check_before_emulation_exit`: a struct, or an enum; two fields of one name and type share it. */
  tag(name: string, type: Type): string {
    return `${this.prefix}_${this.#tags.of(`${name} ${JSON.stringify(type)}`, snake(name))}`
  }

  /** A value of an enum. */
  enumerator(name: string, type: Scalar & { readonly kind: 'name' }, index: number): string {
    const tag = this.tag(name, type).slice(this.prefix.length + 1)
    return this.#enumerators.of(
      `${tag} ${index}`,
      `${this.macro}_${tag.toUpperCase()}_${upper(type.values[index]!)}`,
    )
  }

  /** `answer->exit.pc` */
  access(side: Side, { path, is, type }: Pick<Leaf, 'path' | 'is' | 'type'>): string {
    let text = ''
    let record: string = side
    for (const [i, step] of path.entries()) {
      if (typeof step === 'number') {
        text += type.kind === 'byte' && i === path.length - 1 ? `.bytes[${step}]` : `[${step}]`
        continue
      }
      const isLast = i === path.length - 1
      const name = isLast && is === 'presence' ? 'presence' : isLast && is === 'length' ? 'length' : 'member'
      text += `${i === 0 ? '->' : '.'}${this[name](record, step)}`
      record += `.${step}`
    }
    return `${side}${text}${is === 'size' ? '.count' : ''}`
  }

  /** A leaf as a number; 0 if it is not there. */
  number(side: Side, leaves: Layout['inputLeaves'], leaf: Leaf): string {
    const value = this.access(side, leaf)
    const cast = leaf.type.kind === 'name' ? `(uint64_t)${value}` : value
    const guards: string[] = []
    for (let of = leaf; of.parent !== null; of = leaves[of.parent]!) {
      const parent = leaves[of.parent]!
      guards.unshift(`${this.access(side, parent)}${parent.is === 'presence' ? '' : ` > ${of.above}`}`)
    }
    return guards.length === 0 ? cast : `${guards.join(' && ')} ? ${cast} : 0`
  }

  /** One value in C. */
  scalar(path: Path, type: Scalar, value: bigint): string {
    switch (type.kind) {
      case 'register':
        return `0x${value.toString(16).padStart(type.digits, '0')}ULL`
      case 'count':
        return String(value)
      case 'byte':
        return `0x${value.toString(16).padStart(2, '0')}`
      case 'flag':
        return value === 0n ? 'false' : 'true'
      case 'name':
        return this.enumerator(
          path.findLast((step) => typeof step === 'string') as string,
          type,
          Number(value),
        )
    }
  }

  /** The initialiser of a record. */
  record(members: readonly Member[], values: Iterator<bigint>): string {
    return `{ ${members.map(({ name, type }) => this.#literal([name], type, values)).join(', ')} }`
  }

  #literal(path: Path, type: Type, values: Iterator<bigint>): string {
    const next = () => values.next().value as bigint
    switch (type.kind) {
      case 'option':
        return `${next() === 0n ? 'false' : 'true'}, ${this.#literal(path, type.of, values)}`
      case 'array':
        return `{ ${Array.from({ length: type.length }, () => this.#literal(path, type.of, values)).join(', ')} }`
      case 'list': {
        const length = next()
        const items = Array.from({ length: type.most }, () => this.#literal(path, type.of, values))
        // Those behind the last are zero without being written.
        return `${length}, { ${items.slice(0, Math.max(1, Number(length))).join(', ')} }`
      }
      case 'bytes': {
        const size = next()
        const bytes = Array.from({ length: type.most }, () => this.scalar(path, { kind: 'byte' }, next()))
        return `{ ${size}, { ${bytes.slice(0, Math.max(1, Number(size))).join(', ')} } }`
      }
      case 'record':
        return this.record(type.members, values)
      default:
        return this.scalar(path, type, next())
    }
  }
}

/** A value and a mask. */
export const factText = ({ type }: Leaf, { value, mask }: MaskedValue): string =>
  type.kind === 'register'
    ? `{ 0x${value.toString(16).padStart(type.digits, '0')}ULL, 0x${mask.toString(16).padStart(type.digits, '0')}ULL }`
    : `{ ${value}, 0x${mask.toString(16)} }`
