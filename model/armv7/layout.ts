/**
 * Lays a program out: places become addresses, instructions become words.
 */
import { u32 } from '../bits.ts'
import { InputError } from '../program.ts'
import { CODE, CODE_CAP, DATA, HOST_CODE, HOST_DATA, SPACING } from './contract.ts'
import { encode } from './instructions.ts'
import type { Place, Program, Setup, Value } from './program.ts'

export interface Layout {
  /** The program's setup with the defaults of what it leaves out. */
  readonly setup: Required<Setup>
  /** The word of each instruction. */
  readonly words: readonly number[]
  /** Address of the n-th instruction; behind the last one that of the end. */
  readonly addressOf: (instruction: number) => number
  /** Address or number of a value in the program. */
  readonly value: (value: Value) => number
}

/** A hex string as a 32-bit number. */
export const parseHex = (text: string): number => {
  if (!/^0x[0-9a-fA-F]+$/.test(text)) throw new InputError('GDO-1203', `${text}: expected 0x and hex digits`)
  const value = Number(BigInt(text))
  if (value > 0xffffffff) throw new InputError('GDO-1203', `${text}: more than 32 bits`)
  return value
}

const PLACES = { data: DATA, 'host-code': HOST_CODE, 'host-data': HOST_DATA } as const

// A program is laid out to be run, and again to be examined: the last one is kept.
let last: { readonly program: Program; readonly layout: Layout } | null = null

/**
 * @throws InputError if the program is too long, names a register that does not exist, or a value of more than 32 bits.
 */
export const layOut = (program: Program): Layout => {
  if (last?.program !== program) last = { program, layout: layOutAnew(program) }
  return last.layout
}

const layOutAnew = (program: Program): Layout => {
  const { code, setup } = program
  if (code.length > CODE_CAP)
    throw new InputError('GDO-1205', `code: ${code.length} instructions, at most ${CODE_CAP} fit`)
  const addressOf = (instruction: number): number => u32(CODE + SPACING * Math.min(instruction, code.length))
  const address = (place: Place): number =>
    'instruction' in place ? addressOf(place.instruction) : PLACES[place.place]
  const value = (given: Value): number => (typeof given === 'string' ? parseHex(given) : address(given))
  const words = code.map((instruction, i) => {
    try {
      if (instruction.op === 'mcr') value(instruction.value)
      return encode(instruction)
    } catch (error) {
      throw error instanceof InputError ? new InputError(error.code, `code[${i}]: ${error.message}`) : error
    }
  })
  return {
    setup: {
      debugArchitecture: 'v7.1',
      dbgen: [true, true],
      hwBreakpoint: true,
      unknown: 'clear',
      lockedAtReset: true,
      ...setup,
    },
    words,
    addressOf,
    value,
  }
}
