/**
 * The guest's memory: one slot of RAM from address 0 as `contract.ts` lays it out; everything above is MMIO.
 */
import {
  CODE,
  CODE_SIZE,
  HANDLER_SIZE,
  HANDLERS,
  LAST_VECTOR,
  type ProgramMode,
  RAM_SIZE,
  TABLES,
} from './contract.ts'
import { type Decoded, decode } from './decode.ts'
import { type DebugHandler, handlers } from './handlers.ts'
import { writeTables } from './long-mode-setup.ts'

const HLT = 0xf4

const buildImage = (mode: ProgramMode, onDebugException: DebugHandler): Uint8Array => {
  const image = new Uint8Array(RAM_SIZE)
  const all = handlers(mode, onDebugException)
  image.fill(HLT, CODE, CODE + CODE_SIZE)
  image.fill(HLT, HANDLERS, HANDLERS + all.length * HANDLER_SIZE)
  for (const { address, code } of all) image.set(code, address)
  if (mode === 'long') writeTables(image)
  else
    for (let vector = 0; vector < 256; vector++) {
      const { address } = all[Math.min(vector, LAST_VECTOR + 1)]!
      image[4 * vector] = address & 0xff
      image[4 * vector + 1] = address >> 8
    }
  return image
}

/** Whether an address lies in the page that begins at `page`: the code's, or the handlers'. */
const isIn = (page: number, address: number): boolean => address >= page && address < page + CODE_SIZE

/**
 * The guest uses a stack, a string or code outside of RAM, or overwrites the tables that long mode rests on: no
 * hypervisor is asked to carry that out.
 */
export class LeftRam extends Error {}
// Made once: it ends a run, and nobody asks where it comes from.
const LEFT_RAM = new LeftRam()

// RAM is shared with the image of its handlers until it is written: a run writes to a few places only, and copies
// the pages that it writes to. (Arrays of 64 bytes are cheap: V8 keeps them in its own heap.)
const PAGE = 0x40
const PAGES = 0x40
type Region = readonly Uint8Array[]

const RAM_END = BigInt(RAM_SIZE)
const regionOf = (address: number): number => address >>> 12
const pageOf = (address: number): number => (address >>> 6) % PAGES

/** Decoded instructions by their offset in the page. */
type Instructions = (Decoded | undefined)[]

/** What all machines with the same handlers share: the image, and its handlers, decoded. */
interface Shared {
  readonly regions: readonly Region[]
  readonly handlers: Instructions
}

const cut = <T>(count: number, piece: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => piece(n))

const share = (image: Uint8Array): Shared => ({
  regions: cut(RAM_SIZE / (PAGES * PAGE), (region) =>
    cut(PAGES, (page) => image.slice((region * PAGES + page) * PAGE, (region * PAGES + page + 1) * PAGE)),
  ),
  handlers: new Array(CODE_SIZE),
})

const shared: { readonly [M in ProgramMode]: { [H in DebugHandler]?: Shared } } = { real: {}, long: {} }

export class Memory {
  readonly #shared: Shared
  readonly #regions: Region[]
  readonly #mode: ProgramMode
  readonly #writableEnd: number
  #code: Instructions = []
  #handlers: Instructions

  constructor(mode: ProgramMode, onDebugException: DebugHandler) {
    this.#shared = shared[mode][onDebugException] ??= share(buildImage(mode, onDebugException))
    this.#regions = this.#shared.regions.slice()
    this.#handlers = this.#shared.handlers
    this.#mode = mode
    this.#writableEnd = mode === 'real' ? RAM_SIZE : TABLES
  }

  /** All of RAM, as it is now. */
  get ram(): Uint8Array {
    return this.bytes(0, RAM_SIZE)
  }

  /** The bytes of [from, to). */
  bytes(from: number, to: number): Uint8Array {
    const bytes = new Uint8Array(to - from)
    for (let i = 0; i < bytes.length; i++) bytes[i] = this.#byte(from + i)
    return bytes
  }

  /** Whether all of [address, address + size) is RAM. */
  isRam(address: bigint, size: number): boolean {
    return address < RAM_END && Number(address) + size <= RAM_SIZE
  }

  /** Whether all of [address, address + size) is RAM that a program may write. */
  isWritable(address: bigint, size: number): boolean {
    return address < RAM_END && Number(address) + size <= this.#writableEnd
  }

  #offset(address: bigint, size: number, end: number): number {
    const at = Number(address)
    if (at + size > end) throw LEFT_RAM
    return at
  }

  #page(at: number): Uint8Array {
    return this.#regions[regionOf(at)]![pageOf(at)]!
  }

  /** The page of an address, this machine's own from now on. */
  #ownPage(at: number): Uint8Array {
    const region = regionOf(at)
    const page = pageOf(at)
    const image = this.#shared.regions[region]!
    if (this.#regions[region] === image) this.#regions[region] = image.slice()
    const pages = this.#regions[region] as Uint8Array[]
    if (pages[page] === image[page]) pages[page] = image[page]!.slice()
    return pages[page]!
  }

  #byte(at: number): number {
    return this.#page(at)[at % PAGE]!
  }

  /** Little-endian value of `size` bytes from an offset of RAM on, at most 4. */
  #read(at: number, size: number): number {
    let value = 0
    const offset = at % PAGE
    if (offset + size <= PAGE) {
      const page = this.#page(at)
      for (let i = size - 1; i >= 0; i--) value = value * 256 + page[offset + i]!
    } else for (let i = size - 1; i >= 0; i--) value = value * 256 + this.#byte(at + i)
    return value
  }

  #write(at: number, value: number, size: number): void {
    const offset = at % PAGE
    if (offset + size <= PAGE) {
      const page = this.#ownPage(at)
      for (let i = 0; i < size; i++) page[offset + i] = value >>> (8 * i)
    } else for (let i = 0; i < size; i++) this.#ownPage(at + i)[(at + i) % PAGE] = value >>> (8 * i)
  }

  /** Instructions that are written are decoded anew. */
  #forget(at: number, size: number): void {
    const last = at + size - 1
    if (isIn(CODE, at) || isIn(CODE, last)) this.#code = []
    if (isIn(HANDLERS, at) || isIn(HANDLERS, last)) this.#handlers = []
  }

  /** Little-endian value of `size` bytes of RAM, at most 4. */
  read(address: bigint, size: number): number {
    return this.#read(this.#offset(address, size, RAM_SIZE), size)
  }

  /** Little-endian value of 8 bytes of RAM. */
  readQword(address: bigint): bigint {
    const at = this.#offset(address, 8, RAM_SIZE)
    const low = this.#read(at, 4)
    const high = this.#read(at + 4, 4)
    // Most words fit a number.
    return high === 0 ? BigInt(low) : BigInt.asUintN(64, BigInt(low) | (BigInt(high) << 32n))
  }

  /** Stores `size` bytes of RAM, little-endian, at most 4. */
  write(address: bigint, value: number, size: number): void {
    const at = this.#offset(address, size, this.#writableEnd)
    this.#write(at, value, size)
    this.#forget(at, size)
  }

  /** Stores 8 bytes of RAM, little-endian. */
  writeQword(address: bigint, value: bigint): void {
    const at = this.#offset(address, 8, this.#writableEnd)
    this.#write(at, Number(BigInt.asUintN(32, value)), 4)
    this.#write(at + 4, Number(BigInt.asUintN(32, value >> 32n)), 4)
    this.#forget(at, 8)
  }

  /** Stores bytes of code. */
  load(at: number, code: readonly number[]): void {
    for (let i = 0; i < code.length; i++) this.#write(at + i, code[i]!, 1)
  }

  /** The instruction at a linear address. */
  fetch(address: bigint): Decoded {
    const at = this.#offset(address, 1, RAM_SIZE)
    const page = isIn(HANDLERS, at) ? HANDLERS : CODE
    const instructions = page === HANDLERS ? this.#handlers : this.#code
    const known = instructions[at - page]
    if (known) return known
    const decoded = decode((offset) => (at + offset < RAM_SIZE ? this.#byte(at + offset) : -1), this.#mode)
    if (isIn(page, at)) instructions[at - page] = decoded
    return decoded
  }
}
