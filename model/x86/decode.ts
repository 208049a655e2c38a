/**
 * Decodes the machine code that programs and handlers consist of. What they cannot contain decodes to
 * `unsupported`: the machine does not guess.
 * Source: Intel SDM vol. 2, opcode maps.
 */
import type { ProgramMode } from './contract.ts'
import type { Op } from './program.ts'
import { R11 } from './vcpu.ts'

/** A memory operand of the few forms in use. */
export interface MemoryOperand {
  readonly base: 'none' | 'bp' | 'sp'
  /** Displacement, sign-extended to 64 bits. */
  readonly displacement: bigint
}

/** What an instruction does, finer than `Op` for the instructions of handlers. */
export type Form =
  | Exclude<Op, 'other'>
  | 'push-register'
  | 'pop-register'
  | 'push-memory'
  | 'pop-memory'
  | 'store-register'
  | 'store-immediate'
  | 'lea'
  | 'xor-self'
  /** An instruction that does not exist in 64-bit mode: #UD. */
  | 'undefined'
  | 'unsupported'

export interface Decoded {
  readonly form: Form
  /** The instruction as programs name it. */
  readonly op: Op
  /** Length in bytes. */
  readonly length: number
  /** Operand size in bytes. */
  readonly size: 1 | 2 | 4 | 8
  /** Number of the general register operand. */
  readonly register: number
  /** Number of the debug register. */
  readonly dr: number
  /** Port, vector or relative distance. */
  readonly immediate: number
  /** Immediate value, sign-extended to 64 bits where the CPU does, or the address of an operand. */
  readonly value: bigint
  readonly memory: MemoryOperand
}

const HANDLER_FORMS = new Set<Form>([
  'push-register',
  'pop-register',
  'push-memory',
  'pop-memory',
  'store-register',
  'store-immediate',
  'lea',
  'xor-self',
  'unsupported',
])

const ONE_BYTE: { readonly [opcode: number]: Form } = {
  23: 'pop-ss',
  31: 'pop-ds',
  144: 'nop',
  156: 'pushf',
  204: 'int3',
  206: 'into',
  241: 'icebp',
  244: 'hlt',
  250: 'cli',
  251: 'sti',
}

const REPEATED: { readonly [opcode: number]: Form } = {
  108: 'rep-insb',
  110: 'rep-outsb',
  164: 'rep-movsb',
  170: 'rep-stosb',
}

/** Opcodes of one byte that are #UD in 64-bit mode: POP SS, POP DS, INTO. */
const NOT_IN_64_BIT_MODE: ReadonlySet<number> = new Set([0x17, 0x1f, 0xce])

const NO_MEMORY: MemoryOperand = { base: 'none', displacement: 0n }

const oneByte = (form: Form, op: Op, size: 2 | 8): Decoded => ({
  form,
  op,
  length: 1,
  size,
  register: 0,
  dr: 0,
  immediate: 0,
  value: 0n,
  memory: NO_MEMORY,
})

/** Instructions of one byte without operands, ready: they are the most frequent. */
const plain = (is64: boolean): readonly (Decoded | undefined)[] =>
  Array.from({ length: 256 }, (_, opcode) => {
    const form = ONE_BYTE[opcode]
    const exists = !is64 || !NOT_IN_64_BIT_MODE.has(opcode)
    return form && oneByte(exists ? form : 'undefined', form as Op, is64 ? 8 : 2)
  })
const PLAIN = { real: plain(false), long: plain(true) } as const

/** Decodes the instruction whose bytes `byteAt(0…)` returns; a byte that cannot be fetched is -1. */
export const decode = (byteAt: (offset: number) => number, mode: ProgramMode = 'real'): Decoded => {
  const known = PLAIN[mode][byteAt(0)]
  if (known) return known

  const is64 = mode === 'long'
  let at = 0
  let otherOperandSize = false
  let otherAddressSize = false
  let rep = false
  let wide = false
  const next = (): number => byteAt(at++)
  const signed8 = (): number => (next() << 24) >> 24
  const word = (): number => next() | (next() << 8)
  const dword = (): number => (word() | (word() << 16)) >>> 0
  const qword = (): bigint => BigInt(dword()) | (BigInt(dword()) << 32n)
  const extended = (value: number): bigint => BigInt.asUintN(64, BigInt(value | 0))
  /** A memory offset of the address size. */
  const offset = (): bigint => (is64 ? qword() : BigInt(word()))

  /** Operand size of the instructions that have 16 or 32 bits, with REX.W 64. */
  const operandSize = (): 2 | 4 | 8 => (wide ? 8 : otherOperandSize !== is64 ? 4 : 2)
  /** Operand size of PUSH and POP, which in 64-bit mode have 64 bits. */
  const stackSize = (): 2 | 4 | 8 => (is64 && !otherOperandSize ? 8 : operandSize())

  const done = (form: Form, more: Partial<Omit<Decoded, 'form' | 'op' | 'length'>> = {}): Decoded => ({
    form,
    op: HANDLER_FORMS.has(form) ? 'other' : (form as Op),
    length: at,
    size: more.size ?? operandSize(),
    register: more.register ?? 0,
    dr: more.dr ?? 0,
    immediate: more.immediate ?? 0,
    value: more.value ?? 0n,
    memory: more.memory ?? NO_MEMORY,
  })

  /** ModRM with a memory operand: a displacement, [bp + disp8], [sp], [sp + disp8]. */
  const modrm = (): { extension: number; memory: MemoryOperand | null } => {
    const byte = next()
    const mod = byte >> 6
    const rm = byte & 7
    const extension = (byte >> 3) & 7
    const memory = (base: MemoryOperand['base'], displacement: bigint) => ({
      extension,
      memory: { base, displacement },
    })
    const address16 = !is64 && !otherAddressSize
    if (address16 && mod === 0 && rm === 6) return memory('none', BigInt(word()))
    if (mod === 1 && rm === (address16 ? 6 : 5) && (address16 || is64))
      return memory('bp', extended(signed8()))
    if (!address16 && mod < 2 && rm === 4) {
      const sib = next()
      if (sib === 0x24) return memory('sp', mod === 0 ? 0n : extended(signed8()))
      if (sib === 0x25 && is64 && mod === 0) return memory('none', extended(dword()))
    }
    return { extension, memory: null }
  }

  let opcode = next()
  for (;;) {
    if (opcode === 0x66) otherOperandSize = true
    else if (opcode === 0x67 && !is64) otherAddressSize = true
    else if (opcode === 0xf3) rep = true
    else break
    if (at > 4) return done('unsupported')
    opcode = next()
  }
  // REX with W, and with R only for the one instruction of the handlers that names R11.
  let rexR = 0
  if (is64 && (opcode & 0xf0) === 0x40) {
    if (opcode !== 0x48 && opcode !== 0x4c) return done('unsupported')
    wide = true
    rexR = opcode === 0x4c ? 8 : 0
    opcode = next()
    if (rexR !== 0 && opcode !== 0x89) return done('unsupported')
  }
  const size = operandSize()

  if (rep) return REPEATED[opcode] ? done(REPEATED[opcode]!, { size: 1 }) : done('unsupported')
  if (ONE_BYTE[opcode]) return is64 ? done('unsupported') : done(ONE_BYTE[opcode]!)
  if (opcode >= 0x50 && opcode <= 0x57)
    return done('push-register', { register: opcode & 7, size: stackSize() })
  if (opcode >= 0x58 && opcode <= 0x5f)
    return done('pop-register', { register: opcode & 7, size: stackSize() })
  if (opcode >= 0xb8 && opcode <= 0xbf && size === (is64 ? 8 : 4))
    return done('mov', { register: opcode & 7, size, value: is64 ? qword() : BigInt(dword()) })

  switch (opcode) {
    case 0x0f: {
      const second = next()
      if (second === 0xa2) return done('cpuid')
      if (second === 0x32) return done('rdmsr')
      if (second === 0x30) return done('wrmsr')
      if (second === 0x0b) return done('ud2')
      if (second === 0x05) return done('syscall')
      if (second === 0x07) return done(is64 === wide ? 'sysret' : 'unsupported')
      if (second === 0x21 || second === 0x23) {
        const byte = next()
        return done(second === 0x21 ? 'mov-from-dr' : 'mov-to-dr', {
          size: is64 ? 8 : 4,
          dr: (byte >> 3) & 7,
          register: byte & 7,
        })
      }
      return done('unsupported')
    }
    case 0x31: {
      const byte = next()
      const register = byte & 7
      return byte >> 6 === 3 && ((byte >> 3) & 7) === register
        ? done('xor-self', { register })
        : done('unsupported')
    }
    case 0x68:
      if (otherOperandSize) return done('unsupported')
      return done('push', is64 ? { size: 8, value: extended(dword()) } : { value: BigInt(word()) })
    case 0x89: {
      const { extension, memory } = modrm()
      const register = rexR === 0 ? extension : extension === 3 ? R11 : -1
      return memory && register >= 0 ? done('store-register', { register, memory }) : done('unsupported')
    }
    case 0x8d: {
      const { extension, memory } = modrm()
      return memory ? done('lea', { register: extension, memory }) : done('unsupported')
    }
    case 0x8e: {
      const byte = next()
      return (byte & 0xf8) === 0xd0 ? done('mov-ss', { size: 2, register: byte & 7 }) : done('unsupported')
    }
    case 0x8f: {
      const { extension, memory } = modrm()
      return memory && extension === 0
        ? done('pop-memory', { memory, size: stackSize() })
        : done('unsupported')
    }
    case 0x9d:
      if (is64) return otherOperandSize ? done('unsupported') : done('popf', { size: 8 })
      return done(otherOperandSize ? 'popfd' : 'popf')
    case 0xa0:
    case 0xa1:
      return done('load', { size: opcode & 1 ? size : 1, value: offset() })
    case 0xa2:
    case 0xa3:
      return done('store', { size: opcode & 1 ? size : 1, value: offset() })
    case 0xc6: {
      const { extension, memory } = modrm()
      return memory && extension === 0
        ? done('store-immediate', { size: 1, memory, value: BigInt(next()) })
        : done('unsupported')
    }
    case 0xcd:
      return done('int', { immediate: next() })
    case 0xcf:
      if (is64) return done(wide ? 'iret' : 'unsupported')
      return done(otherOperandSize ? 'iretd' : 'iret')
    case 0xe4:
    case 0xe5:
      return wide ? done('unsupported') : done('in', { size: opcode & 1 ? size : 1, immediate: next() })
    case 0xe6:
    case 0xe7:
      return wide ? done('unsupported') : done('out', { size: opcode & 1 ? size : 1, immediate: next() })
    case 0xeb:
      return done('jmp', { immediate: signed8() })
    case 0xfe:
    case 0xff: {
      const { extension, memory } = modrm()
      const width = opcode & 1 ? size : 1
      if (memory && extension === 0 && memory.base === 'none')
        return done('inc', { size: width, value: memory.displacement })
      if (memory && extension === 6 && opcode === 0xff)
        return done('push-memory', { memory, size: stackSize() })
      return done('unsupported')
    }
    default:
      return done('unsupported')
  }
}
