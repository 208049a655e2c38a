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

/** What behind a UD2 makes it the prefix of kvm.ko’s parameter `force_emulation_prefix`: “kvm”. */
const FORCE_EMULATION = [0x6b, 0x76, 0x6d]

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

/** The bytes of one instruction, read from its first on, and the prefixes met. */
class Reader {
  readonly is64: boolean
  /** Offset of the next byte. */
  at = 0
  otherOperandSize = false
  otherAddressSize = false
  rep = false
  /** REX.W */
  wide = false
  readonly #byteAt: (offset: number) => number

  constructor(byteAt: (offset: number) => number, is64: boolean) {
    this.#byteAt = byteAt
    this.is64 = is64
  }

  next(): number {
    return this.#byteAt(this.at++)
  }
  signed8(): number {
    return (this.next() << 24) >> 24
  }
  word(): number {
    return this.next() | (this.next() << 8)
  }
  dword(): number {
    return (this.word() | (this.word() << 16)) >>> 0
  }
  qword(): bigint {
    return BigInt(this.dword()) | (BigInt(this.dword()) << 32n)
  }
  /** A memory offset of the address size. */
  offset(): bigint {
    return this.is64 ? this.qword() : BigInt(this.word())
  }

  /** Operand size of the instructions that have 16 or 32 bits, with REX.W 64. */
  operandSize(): 2 | 4 | 8 {
    return this.wide ? 8 : this.otherOperandSize !== this.is64 ? 4 : 2
  }
  /** Operand size of PUSH and POP, which in 64-bit mode have 64 bits. */
  stackSize(): 2 | 4 | 8 {
    return this.is64 && !this.otherOperandSize ? 8 : this.operandSize()
  }

  /** ModRM with a memory operand: a displacement, [bp + disp8], [sp], [sp + disp8]. */
  modrm(): { extension: number; memory: MemoryOperand | null } {
    const byte = this.next()
    const mod = byte >> 6
    const rm = byte & 7
    const extension = (byte >> 3) & 7
    const address16 = !this.is64 && !this.otherAddressSize
    if (address16 && mod === 0 && rm === 6)
      return { extension, memory: { base: 'none', displacement: BigInt(this.word()) } }
    if ((address16 || this.is64) && mod === 1 && rm === (address16 ? 6 : 5))
      return { extension, memory: { base: 'bp', displacement: extended(this.signed8()) } }
    if (!address16 && mod < 2 && rm === 4) {
      const sib = this.next()
      if (sib === 0x24)
        return {
          extension,
          memory: { base: 'sp', displacement: mod === 0 ? 0n : extended(this.signed8()) },
        }
      if (sib === 0x25 && this.is64 && mod === 0)
        return { extension, memory: { base: 'none', displacement: extended(this.dword()) } }
    }
    return { extension, memory: null }
  }

  done(form: Form, more: Partial<Omit<Decoded, 'form' | 'op' | 'length'>> = NOTHING_MORE): Decoded {
    return {
      form,
      op: HANDLER_FORMS.has(form) ? 'other' : (form as Op),
      length: this.at,
      size: more.size ?? this.operandSize(),
      register: more.register ?? 0,
      dr: more.dr ?? 0,
      immediate: more.immediate ?? 0,
      value: more.value ?? 0n,
      memory: more.memory ?? NO_MEMORY,
    }
  }
}

const NOTHING_MORE = {}

/** 32 bits, sign-extended to 64. */
const extended = (value: number): bigint => BigInt.asUintN(64, BigInt(value | 0))

/** Decodes the instruction whose bytes `byteAt(0…)` returns; a byte that cannot be fetched is -1. */
export const decode = (byteAt: (offset: number) => number, mode: ProgramMode = 'real'): Decoded => {
  const known = PLAIN[mode][byteAt(0)]
  if (known) return known

  const is64 = mode === 'long'
  const r = new Reader(byteAt, is64)
  let opcode = r.next()
  for (;;) {
    if (opcode === 0x66) r.otherOperandSize = true
    else if (opcode === 0x67 && !is64) r.otherAddressSize = true
    else if (opcode === 0xf3) r.rep = true
    else break
    if (r.at > 4) return r.done('unsupported')
    opcode = r.next()
  }
  // REX with W, and with R only for the one instruction of the handlers that names R11.
  let rexR = 0
  if (is64 && (opcode & 0xf0) === 0x40) {
    if (opcode !== 0x48 && opcode !== 0x4c) return r.done('unsupported')
    r.wide = true
    rexR = opcode === 0x4c ? 8 : 0
    opcode = r.next()
    if (rexR !== 0 && opcode !== 0x89) return r.done('unsupported')
  }
  const size = r.operandSize()

  if (r.rep) return REPEATED[opcode] ? r.done(REPEATED[opcode]!, { size: 1 }) : r.done('unsupported')
  if (ONE_BYTE[opcode]) return is64 ? r.done('unsupported') : r.done(ONE_BYTE[opcode]!)
  if (opcode >= 0x50 && opcode <= 0x57)
    return r.done('push-register', { register: opcode & 7, size: r.stackSize() })
  if (opcode >= 0x58 && opcode <= 0x5f)
    return r.done('pop-register', { register: opcode & 7, size: r.stackSize() })
  if (opcode >= 0xb8 && opcode <= 0xbf && size === (is64 ? 8 : 4))
    return r.done('mov', { register: opcode & 7, size, value: is64 ? r.qword() : BigInt(r.dword()) })

  switch (opcode) {
    case 0x0f: {
      const second = r.next()
      if (second === 0xa2) return r.done('cpuid')
      if (second === 0x32) return r.done('rdmsr')
      if (second === 0x30) return r.done('wrmsr')
      if (second === 0x0b) {
        const forces = FORCE_EMULATION.every((byte, i) => byteAt(r.at + i) === byte)
        if (!forces) return r.done('ud2')
        r.at += FORCE_EMULATION.length
        return r.done('force-emulation')
      }
      if (second === 0x05) return r.done('syscall')
      if (second === 0x07) return r.done(is64 === r.wide ? 'sysret' : 'unsupported')
      if (second === 0x21 || second === 0x23) {
        const byte = r.next()
        return r.done(second === 0x21 ? 'mov-from-dr' : 'mov-to-dr', {
          size: is64 ? 8 : 4,
          dr: (byte >> 3) & 7,
          register: byte & 7,
        })
      }
      return r.done('unsupported')
    }
    case 0x31: {
      const byte = r.next()
      const register = byte & 7
      return byte >> 6 === 3 && ((byte >> 3) & 7) === register
        ? r.done('xor-self', { register })
        : r.done('unsupported')
    }
    case 0x68:
      if (r.otherOperandSize) return r.done('unsupported')
      return r.done('push', is64 ? { size: 8, value: extended(r.dword()) } : { value: BigInt(r.word()) })
    case 0x89: {
      const { extension, memory } = r.modrm()
      const register = rexR === 0 ? extension : extension === 3 ? R11 : -1
      return memory && register >= 0 ? r.done('store-register', { register, memory }) : r.done('unsupported')
    }
    case 0x8d: {
      const { extension, memory } = r.modrm()
      return memory ? r.done('lea', { register: extension, memory }) : r.done('unsupported')
    }
    case 0x8e: {
      const byte = r.next()
      return (byte & 0xf8) === 0xd0
        ? r.done('mov-ss', { size: 2, register: byte & 7 })
        : r.done('unsupported')
    }
    case 0x8f: {
      const { extension, memory } = r.modrm()
      return memory && extension === 0
        ? r.done('pop-memory', { memory, size: r.stackSize() })
        : r.done('unsupported')
    }
    case 0x9d:
      if (is64) return r.otherOperandSize ? r.done('unsupported') : r.done('popf', { size: 8 })
      return r.done(r.otherOperandSize ? 'popfd' : 'popf')
    case 0xa0:
    case 0xa1:
      return r.done('load', { size: opcode & 1 ? size : 1, value: r.offset() })
    case 0xa2:
    case 0xa3:
      return r.done('store', { size: opcode & 1 ? size : 1, value: r.offset() })
    case 0xc6: {
      const { extension, memory } = r.modrm()
      return memory && extension === 0
        ? r.done('store-immediate', { size: 1, memory, value: BigInt(r.next()) })
        : r.done('unsupported')
    }
    case 0xcd:
      return r.done('int', { immediate: r.next() })
    case 0xcf:
      if (is64) return r.done(r.wide ? 'iret' : 'unsupported')
      return r.done(r.otherOperandSize ? 'iretd' : 'iret')
    case 0xe4:
    case 0xe5:
      return r.wide
        ? r.done('unsupported')
        : r.done('in', { size: opcode & 1 ? size : 1, immediate: r.next() })
    case 0xe6:
    case 0xe7:
      return r.wide
        ? r.done('unsupported')
        : r.done('out', { size: opcode & 1 ? size : 1, immediate: r.next() })
    case 0xeb:
      return r.done('jmp', { immediate: r.signed8() })
    case 0xfe:
    case 0xff: {
      const { extension, memory } = r.modrm()
      const width = opcode & 1 ? size : 1
      if (memory && extension === 0 && memory.base === 'none')
        return r.done('inc', { size: width, value: memory.displacement })
      if (memory && extension === 6 && opcode === 0xff)
        return r.done('push-memory', { memory, size: r.stackSize() })
      return r.done('unsupported')
    }
    default:
      return r.done('unsupported')
  }
}
