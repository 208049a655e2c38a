/**
 * Random numbers that are the same for the same seed on every platform.
 */

/** Mulberry32: 32 bits of state are enough for the inputs of a decision. */
export class Random {
  #state: number

  /** @param name so that two decisions with the same seed get different numbers. */
  constructor(seed: number, name: string) {
    this.#state = Math.imul(seed, 0x9e3779b1) ^ textHashes(name)[0]
  }

  /** 32 bits. */
  word(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }

  /** A whole number below `count`. */
  below(count: number): number {
    return Math.floor((this.word() / 0x1_0000_0000) * count)
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!
  }
}

const stirred = (value: number): number => {
  const mixed = Math.imul(value ^ (value >>> 15), 0x85ebca6b)
  return (mixed ^ (mixed >>> 13)) >>> 0
}

/** Two times 32 bits that depend on all of a text (FNV-1a from two beginnings, stirred). */
const textHashes = (text: string): readonly [number, number] => {
  let a = 0x811c9dc5
  let b = 0x811c9dc5 ^ 0x5bd1e995
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x01000193)
  }
  return [stirred(a), stirred(b)]
}

/** 64 bits of a text, as 16 hex digits. */
export const textSlug = (text: string): string => {
  const [a, b] = textHashes(text)
  return a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0')
}
