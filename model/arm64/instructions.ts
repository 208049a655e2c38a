/**
 * A program's instructions as A64 words, and as assembly text.
 */
import { shortHex } from '../bits.ts'
import { InputError } from '../program.ts'
import { BREAKPOINTS, DONE, MMIO, WATCHPOINTS } from './contract.ts'
import { asm, COORDINATES, XZR } from './encoding.ts'
import {
  type DataPlace,
  GPR_NAMES,
  type GprName,
  type Instruction,
  type Place,
  type Size,
  SLOT_REGISTERS,
  type SystemRegister,
} from './program.ts'

/** The registers that hold the addresses of the places that LDR and STR reach. */
export const BASES = { coalesced: 18, data: 19, mmio: 20 } as const

/** What turns the places of an instruction into addresses. */
export interface Resolver {
  readonly address: (place: Place) => bigint
}

const number = (name: GprName): number => GPR_NAMES.indexOf(name)

const refuse = (message: string): never => {
  throw new InputError('GDO-1221', message)
}

const distance = (to: bigint, from: bigint, reach: number): number => {
  const bytes = Number(BigInt.asIntN(64, to - from))
  if (Math.abs(bytes) >= reach) refuse(`the distance of ${bytes} bytes is too far`)
  return bytes
}

const branch = (to: bigint, from: bigint, reach: number): number => {
  const bytes = distance(to, from, reach)
  return bytes % 4 === 0 ? bytes : refuse(`a branch goes to multiples of 4, not by ${bytes} bytes`)
}

const immediate = (value: number | undefined, most: number): number => {
  const imm = value ?? 0
  return Number.isInteger(imm) && imm >= 0 && imm <= most ? imm : refuse(`immediate ${imm}: 0 to ${most}`)
}

const move = (rd: number, text: string): number => {
  const value = BigInt(text)
  const shift = [0, 16, 32, 48].find(
    (each) => value >> BigInt(each) <= 0xffffn && value % (1n << BigInt(each)) === 0n,
  )
  return shift === undefined
    ? refuse(`MOVZ cannot hold ${text}: 16 bits at a multiple of 16`)
    : asm.movz(rd, Number(value >> BigInt(shift)), shift)
}

const access = (
  name: 'ldr' | 'str',
  rt: number,
  at: DataPlace,
  size: Size,
  unprivileged: boolean,
): number => {
  const offset = at.offset ?? 0
  const most = unprivileged ? 255 : at.place === 'data' ? 0x1000 - size : 0x7f8
  if (!Number.isInteger(offset) || offset < 0 || offset > most || offset % size !== 0)
    refuse(`offset ${offset}: a multiple of ${size} from 0 to ${most}`)
  const base = BASES[at.place]
  if (unprivileged)
    return name === 'ldr' ? asm.ldtr(rt, base, offset, size) : asm.sttr(rt, base, offset, size)
  return asm[name](rt, base, offset, size)
}

/** Registers of breakpoints and watchpoints that do not exist are not for programs. */
const systemRegister = (name: SystemRegister): SystemRegister => {
  if (!COORDINATES.has(name)) refuse(`unknown system register ${name}`)
  const kind = SLOT_REGISTERS.find((each) => name.startsWith(each))
  const count = kind?.startsWith('dbgb') ? BREAKPOINTS : WATCHPOINTS
  if (kind && slotNumber(name) >= count) refuse(`${name}: there are ${count}`)
  return name
}

/** The number of a breakpoint or watchpoint register. */
export const slotNumber = (name: string): number => Number.parseInt(name.slice(6), 10)

/**
 * The word of an instruction at an address.
 *
 * @throws InputError for operands that it cannot hold.
 */
export const encode = (instruction: Instruction, at: bigint, { address }: Resolver): number => {
  switch (instruction.op) {
    case 'nop':
    case 'isb':
    case 'wfi':
    case 'eret':
    case 'udf':
      return asm[instruction.op]()
    case 'svc':
    case 'hvc':
    case 'brk':
      return asm[instruction.op](immediate(instruction.imm, 0xffff))
    case 'b':
      return asm.b(branch(address(instruction.to), at, 1 << 27))
    case 'cbnz':
      return asm.cbnz(number(instruction.register), branch(address(instruction.to), at, 1 << 20))
    case 'mov':
      return move(number(instruction.to), instruction.value)
    case 'adr':
      return asm.adr(number(instruction.to), distance(address(instruction.address), at, 1 << 20))
    case 'add': {
      const rd = number(instruction.register)
      return asm.add(rd, rd, immediate(instruction.value, 0xfff))
    }
    case 'ldr':
    case 'str': {
      const { op, register, at: place, size, unprivileged = false } = instruction
      return access(op, number(register), place, size, unprivileged)
    }
    case 'ldxr':
      return asm.ldxr(number(instruction.register), BASES.data)
    case 'stxr':
      return asm.stxr(number(instruction.status), number(instruction.register), BASES.data)
    case 'mrs':
      return asm.mrs(number(instruction.to), systemRegister(instruction.from))
    case 'msr':
      return asm.msr(systemRegister(instruction.to), number(instruction.from))
    case 'daifset':
    case 'daifclr':
      return asm[instruction.op](immediate(instruction.imm, 15))
  }
}

/** A place as text: `data+8`, `#2` for an instruction. */
export const placeText = (place: Place): string => {
  const name =
    'instruction' in place ? `#${place.instruction}` : 'place' in place ? place.place : place.handler
  return place.offset ? `${name}+0x${place.offset.toString(16)}` : name
}

const suffix = (size: Size): string => ({ 1: 'b', 2: 'h', 4: '', 8: '' })[size]
const sized = (register: GprName, size: Size): string => (size === 8 ? register : register.replace('x', 'w'))

/** An instruction as assembly text; `placed` is the text of a place. */
export const assembly = (instruction: Instruction, placed: (place: Place) => string = placeText): string => {
  switch (instruction.op) {
    case 'svc':
    case 'hvc':
    case 'brk':
      return `${instruction.op} #${shortHex(instruction.imm ?? 0)}`
    case 'b':
      return `b ${placed(instruction.to)}`
    case 'cbnz':
      return `cbnz ${instruction.register}, ${placed(instruction.to)}`
    case 'mov':
      return `mov ${instruction.to}, #${shortHex(BigInt(instruction.value))}`
    case 'adr':
      return `adr ${instruction.to}, ${placed(instruction.address)}`
    case 'add':
      return `add ${instruction.register}, ${instruction.register}, #${instruction.value}`
    case 'ldr':
    case 'str': {
      const { op, register, at, size, unprivileged } = instruction
      const name = unprivileged ? `${op.slice(0, 2)}tr` : op
      return `${name}${suffix(size)} ${sized(register, size)}, [${placed(at)}]`
    }
    case 'ldxr':
      return `ldxr ${instruction.register}, [data]`
    case 'stxr':
      return `stxr ${sized(instruction.status, 4)}, ${instruction.register}, [data]`
    case 'mrs':
      return `mrs ${instruction.to}, ${instruction.from}`
    case 'msr':
      return `msr ${instruction.to}, ${instruction.from}`
    case 'daifset':
    case 'daifclr':
      return `msr ${instruction.op}, #${instruction.imm}`
    default:
      return instruction.op
  }
}

/** The store that ends a program, and the branch that no run reaches. */
export const ENDING: readonly number[] = [asm.str(XZR, BASES.mmio, DONE - MMIO, 8), asm.b(-4)]
