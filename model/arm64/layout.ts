/**
 * Lays a program out: places become addresses, instructions become words.
 */
import { u64 } from '../bits.ts'
import { InputError } from '../program.ts'
import { COALESCED, CODE, CODE_SIZE, DATA, MMIO, VECTOR_OFFSETS, VECTORS } from './contract.ts'
import { ENDING, encode } from './instructions.ts'
import type { Place, Program, Setup, SlotValues, Value } from './program.ts'
import { type DebugRegisters, isGuestPstate, MOST_SLOTS, type Slot } from './registers.ts'

export interface Layout {
  /** The program's setup with the defaults of what it leaves out. */
  readonly setup: Required<Setup>
  /** Instruction words from `CODE` on, what ends the program among them. */
  readonly words: readonly number[]
  /** Address of each instruction, and of the store that ends the program. */
  readonly addresses: readonly bigint[]
  /** Address or number of a value in the program. */
  readonly value: (value: Value) => bigint
  /** The registers that a setup or an action gives. */
  readonly registers: (values: SlotValues) => DebugRegisters
}

// Programs have the same few values again and again.
const parsed = new Map<string, bigint>()

/** A hex string as a number. */
export const parseHex = (text: string): bigint => {
  const known = parsed.get(text)
  if (known !== undefined) return known
  if (!/^0x[0-9a-fA-F]+$/.test(text)) throw new InputError('GDO-1203', `${text}: expected 0x and hex digits`)
  const value = BigInt(text)
  if (value >> 64n !== 0n) throw new InputError('GDO-1203', `${text}: more than 64 bits`)
  parsed.set(text, value)
  return value
}

const ORIGINS = { data: DATA, mmio: MMIO, coalesced: COALESCED } as const

// A program is laid out to be run, and again to be examined: the last one is kept.
let last: { readonly program: Program; readonly layout: Layout } | null = null

/**
 * @throws InputError if the program does not fit its page or an instruction cannot be encoded.
 */
export const layOut = (program: Program): Layout => {
  if (last?.program !== program) last = { program, layout: layOutAnew(program) }
  return last.layout
}

const slots = (
  controls: readonly string[],
  values: readonly Value[],
  value: (value: Value) => bigint,
): readonly Slot[] => {
  const count = Math.max(controls.length, values.length)
  if (count > MOST_SLOTS)
    throw new InputError('GDO-1222', `${count} breakpoints or watchpoints: there is room for ${MOST_SLOTS}`)
  return Array.from({ length: count }, (_, i) => ({
    control: parseHex(controls[i] ?? '0x0'),
    value: value(values[i] ?? '0x0'),
  }))
}

const layOutAnew = (program: Program): Layout => {
  const { code } = program
  if (4 * (code.length + ENDING.length) > CODE_SIZE)
    throw new InputError('GDO-1205', `code: ${code.length} instructions do not fit 4 KiB`)
  const addresses = Array.from({ length: code.length + 1 }, (_, i) => BigInt(CODE + 4 * i))

  const address = (place: Place): bigint => {
    const offset = BigInt(place.offset ?? 0)
    if ('instruction' in place) return u64(addresses[Math.min(place.instruction, code.length)]! + offset)
    if ('handler' in place) return u64(BigInt(VECTORS + VECTOR_OFFSETS[place.handler]) + offset)
    return u64(BigInt(ORIGINS[place.place]) + offset)
  }
  const value = (v: Value): bigint => (typeof v === 'string' ? parseHex(v) : address(v))

  const words = code.map((instruction, i) => {
    try {
      return encode(instruction, addresses[i]!, { address })
    } catch (error) {
      throw error instanceof InputError ? new InputError(error.code, `code[${i}]: ${error.message}`) : error
    }
  })
  const setup: Required<Setup> = {
    pstate: '0x3c5',
    registers: {},
    mdscr: '0x0',
    osLock: false,
    elr: { instruction: code.length },
    spsr: '0x3c5',
    contextId: '0x0',
    bcr: [],
    bvr: [],
    wcr: [],
    wvr: [],
    onDebugException: 'return',
    ...program.setup,
  }
  if (!isGuestPstate(parseHex(setup.pstate)))
    throw new InputError(
      'GDO-1223',
      `setup.pstate: expected EL0t (0x0), EL1t (0x4) or EL1h (0x5) in its low bits, not ${setup.pstate}`,
    )
  const registers = ({ bcr = [], bvr = [], wcr = [], wvr = [] }: SlotValues): DebugRegisters => ({
    breakpoints: slots(bcr, bvr, value),
    watchpoints: slots(wcr, wvr, value),
  })
  return { setup, words: [...words, ...ENDING], addresses, value, registers }
}
