/**
 * Programs of the x86 machine as JSON.
 */
import { PROGRAM_FORMAT, PROGRAM_VERSION } from '../../model/program.ts'
import type { ProgramMode } from '../../model/x86/contract.ts'
import {
  type Action,
  GPR_NAMES,
  type Instruction,
  type Place,
  type Program,
  REGISTER_NAMES,
  type RegisterName,
  STATE_INTERFACES,
  type Value,
} from '../../model/x86/program.ts'
import {
  arrayOf,
  boolean,
  bytes,
  type Codec,
  type Fields,
  field,
  hexText,
  integer,
  isObject,
  Mismatch,
  oneOf,
  optional,
  record,
  tagged,
} from '../codec.ts'

const offset = optional(integer(-0xffff, 0xffff))
const places = {
  instruction: record({
    instruction: field(integer(0, 0xffff)),
    offset,
    as: optional(oneOf('ip')),
  }),
  place: record({ place: field(oneOf('data', 'mmio', 'stack')), offset }),
  handler: record({ handler: field(integer(0, 255)), offset }),
  syscall: record({ handler: field(oneOf('syscall')), offset }),
}
const PLACE = 'a place such as {"instruction": 1}, {"place": "data"} or {"handler": 3}'

const place: Codec<Place> = {
  expects: PLACE,
  decode: (json) => {
    if (!isObject(json)) throw new Mismatch('wrong-type', `expected ${PLACE}`)
    if (Object.hasOwn(json, 'instruction')) return places.instruction.decode(json)
    if (Object.hasOwn(json, 'place')) return places.place.decode(json)
    if (Object.hasOwn(json, 'handler'))
      return (typeof json.handler === 'string' ? places.syscall : places.handler).decode(json)
    throw new Mismatch('missing-field', `expected ${PLACE}`)
  },
  encode: (value) => ({ ...value }),
}

const valueCodec = (bits: 16 | 32 | 64): Codec<Value> => {
  const text = hexText(bits)
  const expects = `${text.expects}, or ${PLACE}`
  return {
    expects,
    decode: (json) => {
      if (typeof json === 'string') return text.decode(json)
      if (isObject(json)) return place.decode(json)
      throw new Mismatch('wrong-type', `expected ${expects}`)
    },
    encode: (value) => (typeof value === 'string' ? value : place.encode(value)),
  }
}

/** An address: a hex string or a place. */
export const address = valueCodec(64)
const selector = hexText(16)
const word32 = hexText(32)
const word64 = hexText(64)
const addresses = optional(arrayOf(address, 0, 4))
const gpr = oneOf(...GPR_NAMES)
const vector = integer(0, 255)

/** What depends on the mode: widths, and names that only one of them has. */
interface Widths {
  readonly mode: ProgramMode
  /** A general register, and an immediate value for one. */
  readonly register: Codec<Value>
  /** A word of the stack. */
  readonly word: Codec<Value>
  /** Bytes of a memory access. */
  readonly size: Codec<1 | 2 | 4 | 8>
  readonly registers: readonly RegisterName[]
}

const WIDTHS: { readonly [M in ProgramMode]: Widths } = {
  real: {
    mode: 'real',
    register: valueCodec(32),
    word: valueCodec(16),
    size: oneOf(1, 2, 4),
    registers: GPR_NAMES,
  },
  long: {
    mode: 'long',
    register: address,
    word: address,
    size: oneOf(1, 2, 4, 8),
    registers: REGISTER_NAMES,
  },
}

/** A record of registers, of which a setup leaves out those of the stack and of the log. */
const registersOf = ({ registers, register }: Widths, ...without: readonly RegisterName[]) =>
  optional(
    record(
      Object.fromEntries(
        registers.filter((name) => !without.includes(name)).map((name) => [name, optional(register)]),
      ),
    ),
  )

const setupOf = (widths: Widths) =>
  record({
    mode: optional(oneOf('real', 'long')),
    ...(widths.mode === 'long'
      ? { cpl: optional(oneOf(0, 3)), fmask: optional(word32) }
      : { cs: optional(selector), ds: optional(selector) }),
    vendor: optional(oneOf('intel', 'amd')),
    rtm: optional(boolean),
    busLockDetect: optional(boolean),
    registers: registersOf(widths, 'esp', 'ebp'),
    rflags: optional(word32),
    cr4De: optional(boolean),
    db: addresses,
    dr6: optional(word32),
    dr7: optional(word32),
    stack: optional(arrayOf(widths.word)),
    onDebugException: optional(oneOf('return', 'disarm')),
  })

const nothing = {}
const port = { port: field(integer(0, 255)), size: field(oneOf(1, 2, 4)) }
const dr = field(integer(0, 7))

const instructionOf = ({ mode, register, word, size }: Widths): Codec<Instruction> => {
  const atSize = { at: field(address), size: field(size) }
  const { popfd, iretd, ...others } = {
    nop: nothing,
    jmp: { to: field(place) },
    mov: { to: field(gpr), value: field(register) },
    push: { value: field(word) },
    'mov-to-dr': { dr, from: field(gpr) },
    'mov-from-dr': { dr, to: field(gpr) },
    'mov-ss': { from: field(gpr) },
    int: { vector: field(vector) },
    in: port,
    out: port,
    load: atSize,
    store: atSize,
    inc: atSize,
    pushf: nothing,
    popf: nothing,
    popfd: nothing,
    'pop-ss': nothing,
    'pop-ds': nothing,
    sti: nothing,
    cli: nothing,
    int3: nothing,
    into: nothing,
    icebp: nothing,
    iret: nothing,
    iretd: nothing,
    cpuid: nothing,
    rdmsr: nothing,
    wrmsr: nothing,
    ud2: nothing,
    hlt: nothing,
    syscall: nothing,
    sysret: nothing,
    'rep-movsb': nothing,
    'rep-stosb': nothing,
    'rep-insb': nothing,
    'rep-outsb': nothing,
    'force-emulation': nothing,
  } satisfies { readonly [Op in Instruction['op']]: Fields }
  return tagged('op', mode === 'long' ? others : { ...others, popfd, iretd }) as Codec<Instruction>
}

const actionOf = (widths: Widths): Codec<Action> =>
  tagged('do', {
    'set-guest-debug': { control: field(word32), db: addresses, dr7: optional(word64) },
    'set-registers': {
      registers: registersOf(widths),
      rip: optional(address),
      rflags: optional(word32),
    },
    'set-special-registers': {
      cr4De: optional(boolean),
      ...(widths.mode === 'real' ? { ds: optional(selector) } : {}),
    },
    'set-debug-registers': {
      db: addresses,
      dr6: optional(word64),
      dr7: optional(word64),
      flags: optional(integer(0, 0xffff_ffff)),
    },
    'set-vcpu-events': {
      exception: optional(
        record({
          state: field(oneOf('pending', 'injected')),
          vector: field(vector),
          payload: optional(word64),
        }),
      ),
      shadow: optional(oneOf('none', 'sti', 'mov-ss')),
      nmiPending: optional(boolean),
    },
    'write-back': { state: field(oneOf(...STATE_INTERFACES)) },
    'save-restore': nothing,
    interrupt: { vector: field(integer(0, 0xffff_ffff)) },
    nmi: nothing,
    'interrupt-window': { request: field(boolean) },
    'immediate-exit': nothing,
    'write-memory': { at: field(address), bytes: field(bytes) },
  } satisfies { readonly [Do in Action['do']]: Fields }) as Codec<Action>

const programOf = (widths: Widths): Codec<Program> =>
  record({
    format: field(oneOf(PROGRAM_FORMAT)),
    version: field(oneOf(PROGRAM_VERSION)),
    machine: field(oneOf('x86')),
    setup: field(setupOf(widths)),
    code: field(arrayOf(instructionOf(widths))),
    script: field(arrayOf(arrayOf(actionOf(widths)))),
  }) as Codec<Program>

const PROGRAMS = { real: programOf(WIDTHS.real), long: programOf(WIDTHS.long) } as const

/** The mode that a program says it is for; whatever else it says there is refused later. */
const modeOf = ({ setup }: { readonly [name: string]: unknown }): ProgramMode =>
  isObject(setup) && setup.mode === 'long' ? 'long' : 'real'

/** Programs, by the mode that they say they are for. */
export const programCodec: Codec<Program> = {
  expects: 'a program',
  decode: (json) => {
    if (!isObject(json)) throw new Mismatch('not-an-object', 'expected a program: a JSON object')
    return PROGRAMS[modeOf(json)].decode(json)
  },
  encode: (program) => PROGRAMS[program.setup.mode ?? 'real'].encode(program),
}
