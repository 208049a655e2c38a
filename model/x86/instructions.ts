/**
 * The guest's instructions: machine code and assembly text of each.
 * Source: Intel SDM vol. 2. In real mode operands have 16 bits, and 32 with the prefix 66; in 64-bit code they have 32,
 * 16 with the prefix 66, and 64 with the prefix REX.W.
 */
import { shortHex, u64 } from '../bits.ts'
import { InputError } from '../program.ts'
import type { ProgramMode } from './contract.ts'
import { GPR_NAMES, type GprName, type Instruction, type Op, type Place, type Value } from './program.ts'

export type { Op } from './program.ts'

/** How the places in an instruction become numbers while it is laid out. */
export interface Resolver {
  readonly mode: ProgramMode
  /** Linear address, or the number itself. */
  readonly value: (value: Value) => bigint
  /** Base of DS, which offsets in loads and stores are relative to. */
  readonly dsBase: bigint
}

const gpr = (name: GprName): number => GPR_NAMES.indexOf(name)
const le = (value: bigint, size: 2 | 4 | 8): number[] => {
  const low = Number(BigInt.asUintN(32, value))
  const bytes = [low & 0xff, (low >>> 8) & 0xff]
  if (size === 2) return bytes
  bytes.push((low >>> 16) & 0xff, low >>> 24)
  return size === 4 ? bytes : bytes.concat(le(value >> 32n, 4))
}

const REX_W = 0x48

/** The prefix that gives an operand its size. */
const prefix = (size: number, mode: ProgramMode): number[] => {
  if (size === 8) return [REX_W]
  return size === (mode === 'real' ? 4 : 2) ? [0x66] : []
}

const PLAIN: { readonly [O in Op]?: readonly number[] } = {
  nop: [0x90],
  pushf: [0x9c],
  popf: [0x9d],
  popfd: [0x66, 0x9d],
  'pop-ss': [0x17],
  'pop-ds': [0x1f],
  sti: [0xfb],
  cli: [0xfa],
  int3: [0xcc],
  into: [0xce],
  iret: [0xcf],
  iretd: [0x66, 0xcf],
  cpuid: [0x0f, 0xa2],
  rdmsr: [0x0f, 0x32],
  wrmsr: [0x0f, 0x30],
  ud2: [0x0f, 0x0b],
  icebp: [0xf1],
  hlt: [0xf4],
  syscall: [0x0f, 0x05],
  sysret: [0x0f, 0x07],
  'rep-movsb': [0xf3, 0xa4],
  'rep-stosb': [0xf3, 0xaa],
  'rep-insb': [0xf3, 0x6c],
  'rep-outsb': [0xf3, 0x6e],
  'force-emulation': [0x0f, 0x0b, 0x6b, 0x76, 0x6d],
}

/** What has another encoding in 64-bit code; `null` does not exist there. */
const PLAIN_64: { readonly [O in Op]?: readonly number[] | null } = {
  popfd: null,
  iret: [REX_W, 0xcf],
  iretd: null,
  sysret: [REX_W, 0x0f, 0x07],
}

const plain = (op: Op, mode: ProgramMode): readonly number[] | undefined => {
  const special = mode === 'long' ? PLAIN_64[op] : undefined
  if (special === null) throw new InputError('GDO-1208', `${op} does not exist in long mode`)
  return special ?? PLAIN[op]
}

/** Whether programs of a mode can have an instruction. */
export const existsIn = (instruction: Instruction, mode: ProgramMode): boolean =>
  mode === 'long' ? PLAIN_64[instruction.op] !== null : !('size' in instruction) || instruction.size !== 8

const nowhere = (mode: ProgramMode): Resolver => ({ mode, value: () => 0n, dsBase: 0n })
const NOWHERE = { real: nowhere('real'), long: nowhere('long') } as const

/**
 * Length of an instruction in bytes; it does not depend on where it is laid out.
 *
 * @throws InputError if the mode does not have it.
 */
export const lengthOf = (instruction: Instruction, mode: ProgramMode): number =>
  encode(instruction, 0n, NOWHERE[mode]).length

/** The value of a hex string must fit its operand; that of a place is cut to it. */
const operand = (value: Value, bits: 16 | 32, resolve: Resolver): bigint => {
  const resolved = resolve.value(value)
  if (typeof value === 'string' && resolved >> BigInt(bits) !== 0n)
    throw new InputError('GDO-1209', `${value} has more than ${bits} bits`)
  return resolved
}

/** An operand of 32 bits that 64-bit code sign-extends. */
const extended = (value: bigint): number[] => {
  if (u64(BigInt.asIntN(32, value)) !== value)
    throw new InputError('GDO-1209', `${shortHex(value)} is not a sign-extended value of 32 bits`)
  return le(value, 4)
}

/**
 * Machine code of an instruction at a linear address.
 *
 * @throws InputError if the mode does not have it, or if a jump, an offset or a value does not fit its field.
 */
export const encode = (instruction: Instruction, at: bigint, resolve: Resolver): readonly number[] => {
  const { mode } = resolve
  const fixed = plain(instruction.op, mode)
  if (fixed) return fixed
  const is64 = mode === 'long'
  const moffs = (value: Value): number[] => {
    const address = resolve.value(value)
    if (is64) return le(address, 8)
    const offset = address - resolve.dsBase
    if (offset < 0n || offset > 0xffffn)
      throw new InputError('GDO-1203', `address ${shortHex(address)} is not within 64 KiB of DS`)
    return le(offset, 2)
  }
  const sized = (size: number, opcode: number, ...rest: readonly number[]): number[] => {
    if (size === 8 && !is64) throw new InputError('GDO-1208', 'accesses of 8 bytes exist in long mode only')
    return [...prefix(size, mode), size === 1 ? opcode : opcode + 1, ...rest]
  }
  switch (instruction.op) {
    case 'jmp': {
      // While lengths are measured every place resolves to 0, and so does `at`.
      const distance = resolve.value(instruction.to) - (at + 2n)
      if (distance < -128n || distance > 127n)
        throw new InputError('GDO-1202', `JMP short reaches −128…127 bytes, not ${distance}`)
      return [0xeb, Number(distance & 0xffn)]
    }
    case 'mov': {
      const { to, value } = instruction
      const opcode = 0xb8 + gpr(to)
      return is64
        ? [REX_W, opcode, ...le(resolve.value(value), 8)]
        : [0x66, opcode, ...le(operand(value, 32, resolve), 4)]
    }
    case 'push': {
      const { value } = instruction
      return [0x68, ...(is64 ? extended(resolve.value(value)) : le(operand(value, 16, resolve), 2))]
    }
    case 'mov-to-dr':
      return [0x0f, 0x23, 0xc0 | (instruction.dr << 3) | gpr(instruction.from)]
    case 'mov-from-dr':
      return [0x0f, 0x21, 0xc0 | (instruction.dr << 3) | gpr(instruction.to)]
    case 'mov-ss':
      return [0x8e, 0xd0 | gpr(instruction.from)]
    case 'int':
      return [0xcd, instruction.vector]
    case 'in':
      return sized(instruction.size, 0xe4, instruction.port)
    case 'out':
      return sized(instruction.size, 0xe6, instruction.port)
    case 'load':
      return sized(instruction.size, 0xa0, ...moffs(instruction.at))
    case 'store':
      return sized(instruction.size, 0xa2, ...moffs(instruction.at))
    case 'inc': {
      const { at: operandAt, size } = instruction
      return is64
        ? sized(size, 0xfe, 0x04, 0x25, ...extended(resolve.value(operandAt)))
        : sized(size, 0xfe, 0x06, ...moffs(operandAt))
    }
    default:
      throw new Error(`${instruction.op} has no encoding`)
  }
}

const ACCUMULATOR = { 1: 'al', 2: 'ax', 4: 'eax', 8: 'rax' } as const
const WIDTH = { 1: 'byte', 2: 'word', 4: 'dword', 8: 'qword' } as const

/** A general register as assembly text names it. */
export const registerText = (name: string, mode: ProgramMode): string =>
  mode === 'long' ? name.replace(/^e/, 'r') : name

const placeText = (place: Place): string => {
  const offset = place.offset ? `+${place.offset}` : ''
  if ('instruction' in place) return `instruction ${place.instruction}${offset}`
  if ('handler' in place) return `handler ${place.handler}${offset}`
  return `${place.place}${offset}`
}

/** A register value or place as text. */
export const valueText = (value: Value): string => (typeof value === 'string' ? value : placeText(value))

/** What 64-bit code has another name for. */
const NAMES_64: { readonly [O in Op]?: string } = {
  pushf: 'pushfq',
  popf: 'popfq',
  iret: 'iretq',
  sysret: 'sysretq',
}

/** Assembly text of an instruction, places by name. */
export const assembly = (instruction: Instruction, mode: ProgramMode): string => {
  const register = (name: GprName): string => registerText(name, mode)
  switch (instruction.op) {
    case 'jmp':
      return `jmp short ${valueText(instruction.to)}`
    case 'mov':
      return `mov ${register(instruction.to)}, ${valueText(instruction.value)}`
    case 'push':
      return `push ${mode === 'long' ? 'qword' : 'word'} ${valueText(instruction.value)}`
    case 'mov-to-dr':
      return `mov dr${instruction.dr}, ${register(instruction.from)}`
    case 'mov-from-dr':
      return `mov ${register(instruction.to)}, dr${instruction.dr}`
    case 'mov-ss':
      return `mov ss, ${instruction.from.slice(1)}`
    case 'int':
      return `int ${shortHex(instruction.vector)}`
    case 'in':
      return `in ${ACCUMULATOR[instruction.size]}, ${shortHex(instruction.port)}`
    case 'out':
      return `out ${shortHex(instruction.port)}, ${ACCUMULATOR[instruction.size]}`
    case 'load':
      return `mov ${ACCUMULATOR[instruction.size]}, [${valueText(instruction.at)}]`
    case 'store':
      return `mov [${valueText(instruction.at)}], ${ACCUMULATOR[instruction.size]}`
    case 'inc':
      return `inc ${WIDTH[instruction.size]} [${valueText(instruction.at)}]`
    case 'pop-ss':
      return 'pop ss'
    case 'pop-ds':
      return 'pop ds'
    case 'rep-movsb':
    case 'rep-stosb':
    case 'rep-insb':
    case 'rep-outsb':
      return instruction.op.replace('-', ' ')
    default:
      return (mode === 'long' ? NAMES_64[instruction.op] : undefined) ?? instruction.op
  }
}
