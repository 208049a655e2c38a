/**
 * Decodes the machine code that programs and handlers consist of. What they cannot contain decodes to
 * `unsupported`: the machine does not guess.
 * Source: Intel SDM vol. 2, opcode maps.
 */
import type { Op } from './program.ts'

/** A memory operand of the few forms in use. */
export interface MemoryOperand {
  readonly base: 'none' | 'bp' | 'esp'
  /** Displacement, sign-extended. */
  readonly displacement: number
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
  | 'unsupported'

export interface Decoded {
  readonly form: Form
  /** The instruction as programs name it. */
  readonly op: Op
  /** Length in bytes. */
  readonly length: number
  /** Operand size in bytes. */
  readonly size: 1 | 2 | 4
  /** Number of the general register operand. */
  readonly register: number
  /** Number of the debug register. */
  readonly dr: number
  /** Immediate, port, vector, relative distance or moffs. */
  readonly immediate: number
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

const NO_MEMORY: MemoryOperand = { base: 'none', displacement: 0 }

const oneByte = (form: Form): Decoded => ({
  form,
  op: form as Op,
  length: 1,
  size: 2,
  register: 0,
  dr: 0,
  immediate: 0,
  memory: NO_MEMORY,
})

/** Instructions of one byte without operands, ready: they are the most frequent. */
const PLAIN: readonly (Decoded | undefined)[] = Array.from({ length: 256 }, (_, opcode) => {
  const form = ONE_BYTE[opcode]
  return form && oneByte(form)
})

/** Decodes the instruction whose bytes `byteAt(0…)` returns; a byte that cannot be fetched is -1. */
export const decode = (byteAt: (offset: number) => number): Decoded => {
  const plain = PLAIN[byteAt(0)]
  if (plain) return plain

  let at = 0
  let operand32 = false
  let address32 = false
  let rep = false
  const next = (): number => byteAt(at++)
  const signed8 = (): number => (next() << 24) >> 24
  const word = (): number => next() | (next() << 8)
  const dword = (): number => (word() | (word() << 16)) >>> 0

  const done = (form: Form, more: Partial<Omit<Decoded, 'form' | 'op' | 'length'>> = {}): Decoded => ({
    form,
    op: HANDLER_FORMS.has(form) ? 'other' : (form as Op),
    length: at,
    size: more.size ?? (operand32 ? 4 : 2),
    register: more.register ?? 0,
    dr: more.dr ?? 0,
    immediate: more.immediate ?? 0,
    memory: more.memory ?? NO_MEMORY,
  })

  /** ModRM with a memory operand: [disp16], [bp + disp8], [esp], [esp + disp8]. */
  const modrm = (): { extension: number; memory: MemoryOperand | null } => {
    const byte = next()
    const mod = byte >> 6
    const rm = byte & 7
    const extension = (byte >> 3) & 7
    if (!address32 && mod === 0 && rm === 6)
      return { extension, memory: { base: 'none', displacement: word() } }
    if (!address32 && mod === 1 && rm === 6)
      return { extension, memory: { base: 'bp', displacement: signed8() } }
    if (address32 && mod < 2 && rm === 4 && next() === 0x24)
      return { extension, memory: { base: 'esp', displacement: mod === 1 ? signed8() : 0 } }
    return { extension, memory: null }
  }

  let opcode = next()
  for (;;) {
    if (opcode === 0x66) operand32 = true
    else if (opcode === 0x67) address32 = true
    else if (opcode === 0xf3) rep = true
    else break
    if (at > 4) return done('unsupported')
    opcode = next()
  }
  const size = operand32 ? 4 : 2

  if (rep) return REPEATED[opcode] ? done(REPEATED[opcode]!, { size: 1 }) : done('unsupported')
  if (ONE_BYTE[opcode]) return done(ONE_BYTE[opcode]!)
  if (opcode >= 0x50 && opcode <= 0x57) return done('push-register', { register: opcode & 7 })
  if (opcode >= 0x58 && opcode <= 0x5f) return done('pop-register', { register: opcode & 7 })
  if (opcode >= 0xb8 && opcode <= 0xbf && operand32)
    return done('mov', { register: opcode & 7, immediate: dword() })

  switch (opcode) {
    case 0x0f: {
      const second = next()
      if (second === 0xa2) return done('cpuid')
      if (second === 0x32) return done('rdmsr')
      if (second === 0x30) return done('wrmsr')
      if (second === 0x0b) return done('ud2')
      if (second === 0x21 || second === 0x23) {
        const byte = next()
        return done(second === 0x21 ? 'mov-from-dr' : 'mov-to-dr', {
          size: 4,
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
      return operand32 ? done('unsupported') : done('push', { immediate: word() })
    case 0x89: {
      const { extension, memory } = modrm()
      return memory ? done('store-register', { register: extension, memory }) : done('unsupported')
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
      return memory && extension === 0 ? done('pop-memory', { memory }) : done('unsupported')
    }
    case 0x9d:
      return done(operand32 ? 'popfd' : 'popf')
    case 0xa0:
    case 0xa1:
      return done('load', { size: opcode & 1 ? size : 1, immediate: word() })
    case 0xa2:
    case 0xa3:
      return done('store', { size: opcode & 1 ? size : 1, immediate: word() })
    case 0xc6: {
      const { extension, memory } = modrm()
      return memory && extension === 0
        ? done('store-immediate', { size: 1, memory, immediate: next() })
        : done('unsupported')
    }
    case 0xcd:
      return done('int', { immediate: next() })
    case 0xcf:
      return done(operand32 ? 'iretd' : 'iret')
    case 0xe4:
    case 0xe5:
      return done('in', { size: opcode & 1 ? size : 1, immediate: next() })
    case 0xe6:
    case 0xe7:
      return done('out', { size: opcode & 1 ? size : 1, immediate: next() })
    case 0xeb:
      return done('jmp', { immediate: signed8() })
    case 0xfe:
    case 0xff: {
      const { extension, memory } = modrm()
      const width = opcode & 1 ? size : 1
      if (memory && extension === 0 && memory.base === 'none')
        return done('inc', { size: width, immediate: memory.displacement })
      if (memory && extension === 6 && opcode === 0xff) return done('push-memory', { memory })
      return done('unsupported')
    }
    default:
      return done('unsupported')
  }
}
