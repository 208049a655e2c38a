/**
 * The guest's instructions: machine code and assembly text of each.
 * Source: Intel SDM vol. 2. Real mode, so operands are 16 bits unless the prefix 66 says otherwise.
 */
import { shortHex } from '../bits.ts'
import { InputError } from '../program.ts'
import { GPR_NAMES, type GprName, type Instruction, type Op, type Place, type Value } from './program.ts'

export type { Op } from './program.ts'

/** How the places in an instruction become numbers while it is laid out. */
export interface Resolver {
  /** Linear address, or the number itself. */
  readonly value: (value: Value) => bigint
  /** Base of DS, which offsets in loads and stores are relative to. */
  readonly dsBase: bigint
}

const gpr = (name: GprName): number => GPR_NAMES.indexOf(name)
const le = (value: bigint, size: 2 | 4): number[] => {
  const low = Number(BigInt.asUintN(32, value))
  const half = [low & 0xff, (low >>> 8) & 0xff]
  return size === 2 ? half : [...half, (low >>> 16) & 0xff, low >>> 24]
}

/** Operand-size prefix for 32-bit operands. */
const prefix = (size: number): number[] => (size === 4 ? [0x66] : [])

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
  'rep-movsb': [0xf3, 0xa4],
  'rep-stosb': [0xf3, 0xaa],
  'rep-insb': [0xf3, 0x6c],
  'rep-outsb': [0xf3, 0x6e],
}

const NOWHERE: Resolver = { value: () => 0n, dsBase: 0n }

/** Length of an instruction in bytes; it does not depend on where it is laid out. */
export const lengthOf = (instruction: Instruction): number =>
  (PLAIN[instruction.op] ?? encode(instruction, 0n, NOWHERE)).length

/**
 * Machine code of an instruction at a linear address.
 *
 * @throws InputError if a jump or an offset does not fit its field.
 */
export const encode = (instruction: Instruction, at: bigint, resolve: Resolver): number[] => {
  const moffs = (value: Value): number[] => {
    const offset = resolve.value(value) - resolve.dsBase
    if (offset < 0n || offset > 0xffffn)
      throw new InputError('GDO-1203', `address ${shortHex(resolve.value(value))} is not within 64 KiB of DS`)
    return le(offset, 2)
  }
  switch (instruction.op) {
    case 'jmp': {
      // While lengths are measured every place resolves to 0, and so does `at`.
      const distance = resolve.value(instruction.to) - (at + 2n)
      if (distance < -128n || distance > 127n)
        throw new InputError('GDO-1202', `JMP short reaches −128…127 bytes, not ${distance}`)
      return [0xeb, Number(distance & 0xffn)]
    }
    case 'mov':
      return [0x66, 0xb8 + gpr(instruction.to), ...le(resolve.value(instruction.value), 4)]
    case 'push':
      return [0x68, ...le(resolve.value(instruction.value), 2)]
    case 'mov-to-dr':
      return [0x0f, 0x23, 0xc0 | (instruction.dr << 3) | gpr(instruction.from)]
    case 'mov-from-dr':
      return [0x0f, 0x21, 0xc0 | (instruction.dr << 3) | gpr(instruction.to)]
    case 'mov-ss':
      return [0x8e, 0xd0 | gpr(instruction.from)]
    case 'int':
      return [0xcd, instruction.vector]
    case 'in':
      return [...prefix(instruction.size), instruction.size === 1 ? 0xe4 : 0xe5, instruction.port]
    case 'out':
      return [...prefix(instruction.size), instruction.size === 1 ? 0xe6 : 0xe7, instruction.port]
    case 'load':
      return [...prefix(instruction.size), instruction.size === 1 ? 0xa0 : 0xa1, ...moffs(instruction.at)]
    case 'store':
      return [...prefix(instruction.size), instruction.size === 1 ? 0xa2 : 0xa3, ...moffs(instruction.at)]
    case 'inc':
      return [
        ...prefix(instruction.size),
        instruction.size === 1 ? 0xfe : 0xff,
        0x06,
        ...moffs(instruction.at),
      ]
    default:
      return [...PLAIN[instruction.op]!]
  }
}

const ACCUMULATOR = { 1: 'al', 2: 'ax', 4: 'eax' } as const
const WIDTH = { 1: 'byte', 2: 'word', 4: 'dword' } as const

const placeText = (place: Place): string => {
  const offset = place.offset ? `+${place.offset}` : ''
  if ('instruction' in place) return `instruction ${place.instruction}${offset}`
  if ('handler' in place) return `handler ${place.handler}${offset}`
  return `${place.place}${offset}`
}

/** A register value or place as text. */
export const valueText = (value: Value): string => (typeof value === 'string' ? value : placeText(value))

/** Assembly text of an instruction, places by name. */
export const assembly = (instruction: Instruction): string => {
  switch (instruction.op) {
    case 'jmp':
      return `jmp short ${valueText(instruction.to)}`
    case 'mov':
      return `mov ${instruction.to}, ${valueText(instruction.value)}`
    case 'push':
      return `push word ${valueText(instruction.value)}`
    case 'mov-to-dr':
      return `mov dr${instruction.dr}, ${instruction.from}`
    case 'mov-from-dr':
      return `mov ${instruction.to}, dr${instruction.dr}`
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
      return instruction.op
  }
}
