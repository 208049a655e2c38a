/**
 * Instructions as A32 words and as text.
 * Source: ARM ARM v7-A, the encodings of MRC, MCR, MRRC, LDC, STC, BKPT, LDR, STR and WFI.
 */
import { u32 } from '../bits.ts'
import { InputError } from '../program.ts'
import type { Instruction, Place, Value } from './program.ts'
import { type Named, registerNamed } from './registers.ts'

const P14 = 14 << 8
/** In the place of 0xe, the condition AL: one that the flags of the contract do not fulfil. */
const CONDITION_NE = 1

/**
 * The register of a name.
 *
 * @throws InputError if there is none.
 */
export const knownRegister = (name: string): Named => {
  const found = registerNamed(name)
  if (!found) throw new InputError('GDO-1231', `${name} is no CP14 debug register`)
  return found
}

/** The operand bits of MRC and MCR, with r0 or another register. */
const move = (name: string, rt: number): number => {
  const { row, crm } = knownRegister(name)
  return (row.crn << 16) | (rt << 12) | P14 | (row.opc2 << 5) | crm
}

const withCondition = (word: number, fails: boolean): number =>
  u32(fails ? (word & 0x0fffffff) | (CONDITION_NE << 28) : word)

/**
 * The A32 word of an instruction; that of a start-up, which stands for a routine of the guest, is a NOP.
 *
 * @throws InputError for a register that does not exist.
 */
export const encode = (instruction: Instruction): number => {
  switch (instruction.op) {
    case 'nop':
    case 'linux-start-up':
      return 0xe320f000
    case 'bkpt':
      return 0xe1200070
    case 'wfi':
      return 0xe320f003
    case 'ldr':
      return 0xe5901000
    case 'str':
      return 0xe5801000
    case 'mrc':
      return withCondition(
        0xee100010 | move(instruction.from, instruction.flags ? 15 : 0),
        instruction.fails === true,
      )
    case 'mcr':
      return withCondition(0xee000010 | move(instruction.to, 0), instruction.fails === true)
    case 'mrrc':
      return u32(0xec500000 | (1 << 16) | P14 | knownRegister(instruction.from).row.crn)
    case 'ldc':
      return 0xed9c5e00
    case 'stc':
      return 0xed8c5e00
  }
}

const PLACES = { data: 'the data', 'host-code': 'the host’s code', 'host-data': 'the host’s data' } as const

/** A place as text. */
export const placeText = (place: Place): string =>
  'instruction' in place ? `instruction ${place.instruction}` : PLACES[place.place]

const valueText = (value: Value): string => (typeof value === 'string' ? value : placeText(value))

const encodingText = ({ row, crm }: Named, rt: string): string =>
  `p14, 0, ${rt}, c${row.crn}, c${crm}, ${row.opc2}`

/** An instruction as assembly, with what it moves as a comment. */
export const assembly = (instruction: Instruction): string => {
  const user = 'user' in instruction && instruction.user ? ', in user mode' : ''
  const comment = (text: string): string => `  ; ${text}${user}`
  switch (instruction.op) {
    case 'mrc': {
      const name = `mrc${instruction.fails ? 'ne' : ''}`
      const rt = instruction.flags ? 'APSR_nzcv' : 'r0'
      return `${name} ${encodingText(knownRegister(instruction.from), rt)}${comment(instruction.from)}`
    }
    case 'mcr': {
      const name = `mcr${instruction.fails ? 'ne' : ''}`
      const text = `${instruction.to} := ${valueText(instruction.value)}`
      return `${name} ${encodingText(knownRegister(instruction.to), 'r0')}${comment(text)}`
    }
    case 'mrrc':
      return `mrrc p14, 0, r0, r1, c${knownRegister(instruction.from).row.crn}${comment(instruction.from)}`
    case 'ldc':
    case 'stc':
      return `${instruction.op} p14, c5, [r12]${comment('DBGDTRint')}`
    case 'ldr':
    case 'str':
      return `${instruction.op} r1, [r0]${comment(placeText(instruction.at))}`
    case 'linux-start-up':
      return 'Linux starts hw_breakpoint up'
    case 'wfi':
      return 'wfi'
    default:
      return `${instruction.op}${instruction.op === 'bkpt' ? ' #0' : ''}${user === '' ? '' : comment('').replace('; , ', '; ')}`
  }
}
