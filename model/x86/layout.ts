/**
 * Lays a program out: places become addresses, instructions become bytes.
 */
import { u64 } from '../bits.ts'
import { InputError } from '../program.ts'
import {
  CODE,
  CODE_SIZE,
  DATA,
  END_VECTOR,
  handlerAddress,
  MMIO,
  type ProgramMode,
  STACK,
  STACK_LIMIT,
} from './contract.ts'
import { encode, lengthOf, type Resolver } from './instructions.ts'
import type { Place, Program, Setup, Value } from './program.ts'

export interface Layout {
  /** The program's setup with the defaults of what it leaves out. */
  readonly setup: Required<Setup>
  /** Bases of CS, and of DS and ES. */
  readonly csBase: bigint
  readonly dsBase: bigint
  /** Bytes of each word of `setup.stack`. */
  readonly stackWord: 2 | 8
  /** Machine code from `CODE` on; the HLT that ends the program is not part of it, the INT that does is. */
  readonly code: readonly number[]
  /** Linear address of each instruction, and of the HLT or INT that ends the program. */
  readonly addresses: readonly number[]
  /** Linear address, number, or offset of a value in the program. */
  readonly value: (value: Value) => bigint
}

const DEFAULTS: Required<Setup> = {
  mode: 'real',
  cpl: 0,
  vendor: 'intel',
  rtm: false,
  busLockDetect: false,
  registers: {},
  rflags: '0x2',
  cr4De: false,
  cs: '0x0',
  ds: '0x0',
  fmask: '0x47700',
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

const refuse = (where: string, mode: ProgramMode): never => {
  throw new InputError('GDO-1208', `${where}: not in ${mode} mode`)
}

/** Refuses what the mode does not have. */
const checkMode = ({ setup, script }: Program, mode: ProgramMode): void => {
  if (mode === 'real') {
    if (setup.cpl !== undefined) refuse('setup.cpl', mode)
    if (setup.fmask !== undefined) refuse('setup.fmask', mode)
    if (setup.registers?.r11 !== undefined) refuse('setup.registers.r11', mode)
    return
  }
  if (setup.cs !== undefined) refuse('setup.cs', mode)
  if (setup.ds !== undefined) refuse('setup.ds', mode)
  for (let k = 0; k < script.length; k++)
    for (let i = 0; i < script[k]!.length; i++) {
      const action = script[k]![i]!
      if (action.do === 'set-special-registers' && action.ds !== undefined)
        refuse(`script[${k}][${i}].ds`, mode)
    }
}

/** Refuses hex strings that are wider than what they are stored to in real mode. */
export const checkWidth = (value: Value, bits: 16 | 32, list: string, at: string | number): void => {
  if (typeof value !== 'string' || value.length <= 2 + bits / 4 || parseHex(value) >> BigInt(bits) === 0n)
    return
  const where = typeof at === 'number' ? `${list}[${at}]` : `${list}.${at}`
  throw new InputError('GDO-1209', `${where}: ${value} has more than ${bits} bits`)
}

const INT = 0xcd

const layOutAnew = (program: Program): Layout => {
  const setup = { ...DEFAULTS, ...program.setup }
  const { mode } = setup
  checkMode(program, mode)
  const csBase = mode === 'real' ? segmentBase(setup.cs) : 0n
  const dsBase = mode === 'real' ? segmentBase(setup.ds) : 0n
  if (csBase > BigInt(CODE))
    throw new InputError('GDO-1204', `setup.cs: the code at 0x1000 lies below CS.base`)

  const ending = setup.cpl === 3 ? [INT, END_VECTOR] : []
  const addresses = addressesOf(program, mode)
  if (addresses.at(-1)! + ending.length >= CODE + CODE_SIZE)
    throw new InputError('GDO-1205', `code: ${program.code.length} instructions do not fit 4 KiB`)

  const linear = (place: Place): bigint => {
    const offset = place.offset ?? 0
    if ('instruction' in place) {
      const index = Math.min(place.instruction, program.code.length)
      const address = BigInt(addresses[index]! + offset)
      return place.as === 'ip' && mode === 'real' ? BigInt.asUintN(16, address - csBase) : address
    }
    if ('handler' in place) return BigInt(handlerAddress(place.handler) + offset)
    return BigInt(ORIGINS[place.place] + offset)
  }
  const value = (v: Value): bigint => (typeof v === 'string' ? parseHex(v) : u64(linear(v)))

  const code = machineCode(program, addresses, { mode, value, dsBase })
  code.push(...ending)

  const stackWord = mode === 'real' ? 2 : 8
  if (STACK + stackWord * setup.stack.length > STACK_LIMIT)
    throw new InputError('GDO-1206', `setup.stack: more than ${(STACK_LIMIT - STACK) / stackWord} words`)
  if (mode === 'real') {
    setup.stack.forEach((word, i) => {
      checkWidth(word, 16, 'setup.stack', i)
    })
    for (const name in setup.registers)
      checkWidth(setup.registers[name as keyof typeof setup.registers]!, 32, 'setup.registers', name)
  }
  return { setup, csBase, dsBase, stackWord, code, addresses, value }
}

/** The error of an instruction that cannot be encoded, with its place. */
const located = (error: unknown, i: number): unknown =>
  error instanceof InputError ? new InputError(error.code, `code[${i}]: ${error.message}`) : error

/** Linear address of each instruction, and of what follows them. */
const addressesOf = ({ code }: Program, mode: ProgramMode): number[] => {
  let end = CODE
  const addresses = [end]
  for (let i = 0; i < code.length; i++)
    try {
      end += lengthOf(code[i]!, mode)
      addresses.push(end)
    } catch (error) {
      throw located(error, i)
    }
  return addresses
}

const machineCode = ({ code }: Program, addresses: readonly number[], resolver: Resolver): number[] => {
  const bytes: number[] = []
  for (let i = 0; i < code.length; i++)
    try {
      bytes.push(...encode(code[i]!, BigInt(addresses[i]!), resolver))
    } catch (error) {
      throw located(error, i)
    }
  return bytes
}
