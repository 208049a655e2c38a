/**
 * Names of other languages: a decision's `hostDb`, `x86/linux-6.1-svm` or `#UD` as an identifier.
 */

const words = (name: string): string[] =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')

/** Text for what has neither letters nor digits. */
const NAMELESS = 'value'

const notDigit = (name: string): string => (/^[0-9]/.test(name) ? `${NAMELESS}_${name}` : name)

/** `host_db` */
export const snake = (name: string): string => notDigit(words(name).join('_').toLowerCase() || NAMELESS)

/** `HOST_DB` */
export const upper = (name: string): string => snake(name).toUpperCase()

/** `HostDb` */
export const pascal = (name: string): string => {
  const joined = words(name)
    .map((word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase())
    .join('')
  return /^[A-Z]/.test(joined) ? joined : `V${joined}`
}

/** What stands behind a name that is taken n times. */
type Suffix = (n: number) => string

const snakeSuffix: Suffix = (n) => (n === 1 ? '_' : `_${n}`)
/** For names in upper camel case. */
export const pascalSuffix: Suffix = (n) => String(n + 1)

/** A scope in which each name stands for one thing. */
export class Names {
  readonly #taken: Set<string>
  readonly #given = new Map<string, string>()
  readonly #suffix: Suffix

  /** @param reserved names that stand for something else: keywords, and what the file itself declares. */
  constructor(reserved: Iterable<string> = [], suffix: Suffix = snakeSuffix) {
    this.#taken = new Set(reserved)
    this.#suffix = suffix
  }

  /** The name of `thing`: the one wished for, or if that is taken the same with something behind it. */
  of(thing: string, wish: string): string {
    const given = this.#given.get(thing)
    if (given !== undefined) return given
    let name = wish
    for (let n = 1; this.#taken.has(name); n++) name = wish + this.#suffix(n)
    this.#taken.add(name)
    this.#given.set(thing, name)
    return name
  }
}

/** Scopes by name, each with the same reserved names. */
export class Scopes {
  readonly #reserved: readonly string[]
  readonly #suffix: Suffix
  readonly #scopes = new Map<string, Names>()

  constructor(reserved: readonly string[], suffix: Suffix = snakeSuffix) {
    this.#reserved = reserved
    this.#suffix = suffix
  }

  in(scope: string): Names {
    const known = this.#scopes.get(scope)
    if (known) return known
    const names = new Names(this.#reserved, this.#suffix)
    this.#scopes.set(scope, names)
    return names
  }
}
