/**
 * The guest's RAM as `contract.ts` lays it out. What a run does not write is shared by all runs.
 */
import { lowBytes } from '../bits.ts'
import { RAM, RAM_SIZE } from './contract.ts'
import { type Decoded, decode } from './decode.ts'
import { type DebugHandler, vectors } from './handlers.ts'

/** The guest fetches from where it has no RAM: no hypervisor is asked to carry that out. */
export class LeftRam extends Error {}
// Made once: it ends a run, and nobody asks where it comes from.
const LEFT_RAM = new LeftRam()

const WORDS = RAM_SIZE / 4
const FIRST = BigInt(RAM)
const END = BigInt(RAM + RAM_SIZE)

const images: { [H in DebugHandler]?: Uint32Array } = {}

const imageOf = (onDebugException: DebugHandler): Uint32Array => {
  const image = new Uint32Array(WORDS)
  for (const { address, words } of vectors(onDebugException)) image.set(words, (address - RAM) / 4)
  return image
}

export class Memory {
  readonly #image: Uint32Array
  /** Words that were written, by their index. */
  readonly #written = new Map<number, number>()

  constructor(onDebugException: DebugHandler) {
    this.#image = images[onDebugException] ??= imageOf(onDebugException)
  }

  /** Whether [address, address + size) is RAM. */
  isRam(address: bigint, size: number): boolean {
    return address >= FIRST && address + BigInt(size) <= END
  }

  #word(index: number): number {
    return this.#written.get(index) ?? this.#image[index]!
  }

  /** The instruction at an address. */
  fetch(address: bigint): Decoded {
    if (!this.isRam(address, 4)) throw LEFT_RAM
    return decode(this.#word((Number(address) - RAM) >>> 2))
  }

  /** The word at an address that is a multiple of 4. */
  readWord(address: bigint): number {
    return this.#word((Number(address) - RAM) >>> 2)
  }

  writeWord(address: bigint, value: number): void {
    this.#written.set((Number(address) - RAM) >>> 2, value >>> 0)
  }

  /** `size` bytes from an address that is a multiple of `size`. */
  read(address: bigint, size: number): bigint {
    const at = Number(address) - RAM
    const index = at >>> 2
    const low = BigInt(this.#word(index))
    if (size === 8) return (BigInt(this.#word(index + 1)) << 32n) | low
    return lowBytes(low >> BigInt(8 * (at & 3)), size)
  }

  write(address: bigint, value: bigint, size: number): void {
    const at = Number(address) - RAM
    const index = at >>> 2
    if (size >= 4) {
      this.#written.set(index, Number(lowBytes(value, 4)))
      if (size === 8) this.#written.set(index + 1, Number(lowBytes(value >> 32n, 4)))
      return
    }
    const shift = 8 * (at & 3)
    const mask = ((1 << (8 * size)) - 1) << shift
    this.#written.set(index, ((this.#word(index) & ~mask) | (Number(lowBytes(value, size)) << shift)) >>> 0)
  }

  /** The bytes of [from, to), both multiples of 4. */
  bytes(from: number, to: number): Uint8Array {
    const view = new DataView(new ArrayBuffer(to - from))
    for (let at = from; at < to; at += 4) view.setUint32(at - from, this.#word((at - RAM) >>> 2), true)
    return new Uint8Array(view.buffer)
  }
}
