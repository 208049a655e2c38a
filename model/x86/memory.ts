/**
 * The guest's memory: one slot of RAM from address 0 as `contract.ts` lays it out; everything above is MMIO.
 */
import {
  CODE,
  CODE_SIZE,
  HANDLER_SIZE,
  HANDLERS,
  handlerAddress,
  handlerCode,
  LAST_VECTOR,
  RAM_SIZE,
} from './contract.ts'
import { type Decoded, decode } from './decode.ts'

type Handlers = 'return' | 'disarm'

const HLT = 0xf4

const buildImage = (onDebugException: Handlers): Uint8Array => {
  const image = new Uint8Array(RAM_SIZE)
  for (let vector = 0; vector < 256; vector++) {
    const address = handlerAddress(vector)
    image[4 * vector] = address & 0xff
    image[4 * vector + 1] = address >> 8
  }
  image.fill(HLT, CODE, CODE + CODE_SIZE)
  image.fill(HLT, HANDLERS, HANDLERS + (LAST_VECTOR + 2) * HANDLER_SIZE)
  for (let vector = 0; vector <= LAST_VECTOR + 1; vector++)
    image.set(handlerCode(vector, onDebugException), handlerAddress(vector))
  return image
}

const images: { readonly [H in Handlers]: Uint8Array } = {
  return: buildImage('return'),
  disarm: buildImage('disarm'),
}

/** Whether an address lies in the page that begins at `page`: the code's, or the handlers'. */
const isIn = (page: number, address: number): boolean => address >= page && address < page + CODE_SIZE

/** The guest uses a stack, a string or code outside of RAM: no hypervisor is asked to carry that out. */
export class LeftRam extends Error {}

// Handlers are the same in every run, until a program overwrites them.
const decodedHandlers: { readonly [H in Handlers]: Map<number, Decoded> } = {
  return: new Map(),
  disarm: new Map(),
}

export class Memory {
  readonly ram: Uint8Array
  #code = new Map<number, Decoded>()
  #handlers: Map<number, Decoded>

  constructor(onDebugException: Handlers) {
    this.ram = images[onDebugException].slice()
    this.#handlers = decodedHandlers[onDebugException]
  }

  /** Whether all of [address, address + size) is RAM. */
  isRam(address: bigint, size: number): boolean {
    return address + BigInt(size) <= BigInt(RAM_SIZE)
  }

  #offset(address: bigint, size: number): number {
    if (!this.isRam(address, size)) throw new LeftRam()
    return Number(address)
  }

  /** Little-endian value of `size` bytes of RAM. */
  read(address: bigint, size: number): number {
    const at = this.#offset(address, size)
    let value = 0
    for (let i = size - 1; i >= 0; i--) value = value * 256 + this.ram[at + i]!
    return value
  }

  /** Stores `size` bytes of RAM, little-endian. */
  write(address: bigint, value: number, size: number): void {
    const at = this.#offset(address, size)
    for (let i = 0; i < size; i++) this.ram[at + i] = value >>> (8 * i)
    if (isIn(CODE, at)) this.#code.clear()
    else if (isIn(HANDLERS, at)) this.#handlers = new Map()
  }

  /** The instruction at a linear address. */
  fetch(address: bigint): Decoded {
    const at = this.#offset(address, 1)
    const decodedHere = isIn(HANDLERS, at) ? this.#handlers : this.#code
    const known = decodedHere.get(at)
    if (known) return known
    const decoded = decode((offset) => this.ram[at + offset] ?? -1)
    if (isIn(HANDLERS, at) || isIn(CODE, at)) decodedHere.set(at, decoded)
    return decoded
  }
}
