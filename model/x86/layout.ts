/**
 * Lays a program out: places become addresses, instructions become bytes.
 */
import { u64 } from '../bits.ts'
import { InputError } from '../program.ts'
import { CODE, CODE_SIZE, DATA, handlerAddress, MMIO, STACK, STACK_LIMIT } from './contract.ts'
import { encode, lengthOf } from './instructions.ts'
import type { Place, Program, Setup, Value } from './program.ts'

export interface Layout {
  /** The program's setup with the defaults of what it leaves out. */
  readonly setup: Required<Setup>
  /** Bases of CS, and of DS and ES. */
  readonly csBase: bigint
  readonly dsBase: bigint
  /** Machine code from `CODE` on. */
  readonly code: readonly number[]
  /** Linear address of each instruction, and of the HLT that ends the program. */
  readonly addresses: readonly number[]
  /** Linear address, number, or offset of a value in the program. */
  readonly value: (value: Value) => bigint
}

const DEFAULTS: Required<Setup> = {
  vendor: 'intel',
  rtm: false,
  busLockDetect: false,
  registers: {},
  rflags: '0x2',
  cr4De: false,
  cs: '0x0',
  ds: '0x0',
  db: [],
  dr6: '0xffff0ff0',
  dr7: '0x400',
  stack: [],
  onDebugException: 'return',
}

// Programs have the same few values again and again.
const parsed = new Map<string, bigint>()

/** A hex string as a number. */
export const parseHex = (text: string): bigint => {
  const known = parsed.get(text)
  if (known !== undefined) return known
  if (!/^0x[0-9a-fA-F]{1,16}$/.test(text))
    throw new InputError('GDO-1201', `expected 0x and 1 to 16 hex digits, not ${JSON.stringify(text)}`)
  const value = BigInt(text)
  if (parsed.size > 4096) parsed.clear()
  parsed.set(text, value)
  return value
}

/** Base of the segment that a selector names in real mode. */
export const segmentBase = (selector: string): bigint => BigInt.asUintN(16, parseHex(selector)) << 4n

const ORIGINS = { data: DATA, mmio: MMIO, stack: STACK } as const

// A program is laid out to be run, and again to be examined: the last one is kept.
let last: { readonly program: Program; readonly layout: Layout } | null = null

/**
 * @throws InputError if the program does not fit its pages or a jump does not reach.
 */
export const layOut = (program: Program): Layout => {
  if (last?.program !== program) last = { program, layout: layOutAnew(program) }
  return last.layout
}

const layOutAnew = (program: Program): Layout => {
  const setup = { ...DEFAULTS, ...program.setup }
  const csBase = segmentBase(setup.cs)
  const dsBase = segmentBase(setup.ds)
  if (csBase > BigInt(CODE))
    throw new InputError('GDO-1204', `setup.cs: the code at 0x1000 lies below CS.base`)

  let end = CODE
  const addresses = [end]
  for (const instruction of program.code) {
    end += lengthOf(instruction)
    addresses.push(end)
  }
  if (end >= CODE + CODE_SIZE)
    throw new InputError('GDO-1205', `code: ${program.code.length} instructions do not fit 4 KiB`)

  const linear = (place: Place): bigint => {
    const offset = place.offset ?? 0
    if ('instruction' in place) {
      const index = Math.min(place.instruction, program.code.length)
      const address = BigInt(addresses[index]! + offset)
      return place.as === 'ip' ? BigInt.asUintN(16, address - csBase) : address
    }
    if ('handler' in place) return BigInt(handlerAddress(place.handler) + offset)
    return BigInt(ORIGINS[place.place] + offset)
  }
  const value = (v: Value): bigint => (typeof v === 'string' ? parseHex(v) : u64(linear(v)))

  const resolver = { value, dsBase }
  const code: number[] = []
  for (let i = 0; i < program.code.length; i++) {
    try {
      code.push(...encode(program.code[i]!, BigInt(addresses[i]!), resolver))
    } catch (error) {
      if (error instanceof InputError) throw new InputError(error.code, `code[${i}]: ${error.message}`)
      throw error
    }
  }
  if (STACK + 2 * setup.stack.length > STACK_LIMIT)
    throw new InputError('GDO-1206', `setup.stack: more than ${(STACK_LIMIT - STACK) / 2} words`)
  return { setup, csBase, dsBase, code, addresses, value }
}
