/**
 * Reads stored programs. A file is either a program or a counterexample: an object with a program inside and the
 * answers to choices that it was found with.
 *
 * | code     | what is wrong                                                  |
 * |----------|----------------------------------------------------------------|
 * | GDO-1101 | it is not JSON, or no program                                  |
 * | GDO-1102 | a field that a program does not have                           |
 * | GDO-1103 | a field that must be there is missing                          |
 * | GDO-1104 | a value of the wrong type                                      |
 * | GDO-1105 | a value out of range                                           |
 * | GDO-1106 | the format is another one, or of another version               |
 * | GDO-1107 | the program is for another machine                             |
 * | GDO-1108 | an answer that no choice has                                   |
 */
import { InputError, PROGRAM_FORMAT, PROGRAM_VERSION } from '../../model/program.ts'
import { type Answers, choices } from '../../model/x86/choices.ts'
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
  type Codec,
  type Fault,
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
import { choiceNamed } from '../ids.ts'

const CODES: { readonly [F in Fault]: string } = {
  'not-an-object': 'GDO-1101',
  'unknown-field': 'GDO-1102',
  'missing-field': 'GDO-1103',
  'wrong-type': 'GDO-1104',
  'out-of-range': 'GDO-1105',
}

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

const address = valueCodec(64)
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
  } satisfies { readonly [Op in Instruction['op']]: Fields }
  return tagged('op', mode === 'long' ? others : { ...others, popfd, iretd }) as Codec<Instruction>
}

const bytes: Codec<string> = {
  expects: 'pairs of hex digits without 0x, at most 4096 bytes',
  decode: (json) => {
    if (typeof json !== 'string' || !/^([0-9a-fA-F]{2})+$/.test(json))
      throw new Mismatch('wrong-type', `expected ${bytes.expects}`)
    if (json.length > 8192) throw new Mismatch('out-of-range', `expected ${bytes.expects}`)
    return json
  },
  encode: (value) => value,
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

/** Refuses what is a program of some other kind, before its fields are looked at. */
const checkEnvelope = (json: { readonly [name: string]: unknown }): void => {
  const { format, version, machine } = json
  if (format === undefined)
    throw new InputError('GDO-1103', `format: missing; a program says "format": "${PROGRAM_FORMAT}"`)
  if (format !== PROGRAM_FORMAT)
    throw new InputError('GDO-1106', `format: expected "${PROGRAM_FORMAT}", not ${JSON.stringify(format)}`)
  if (version !== undefined && version !== PROGRAM_VERSION) {
    const other = JSON.stringify(version)
    const expected = `version: this release reads programs of version ${PROGRAM_VERSION}, not ${other}`
    throw new InputError('GDO-1106', expected)
  }
  if (machine !== undefined && machine !== 'x86')
    throw new InputError('GDO-1107', `machine: expected "x86", not ${JSON.stringify(machine)}`)
}

/**
 * A program from parsed JSON.
 *
 * @throws InputError that names the place, for instance `script[0][1].control`.
 */
export const parseProgram = (json: unknown): Program => {
  if (!isObject(json)) throw new InputError('GDO-1101', 'expected a program: a JSON object')
  checkEnvelope(json)
  try {
    return PROGRAMS[modeOf(json)].decode(json)
  } catch (error) {
    throw error instanceof Mismatch ? new InputError(CODES[error.fault], error.message) : error
  }
}

/** Answers to choices, by the choices’ ids or by their names in code. */
const parseAnswers = (json: unknown, at: string): Answers => {
  if (json === undefined) return {}
  if (!isObject(json)) throw new InputError('GDO-1108', `${at}: expected an object from choices to answers`)
  const answers: { [name: string]: string } = {}
  for (const [id, answer] of Object.entries(json)) {
    const name = choiceNamed(id)
    if (!name) throw new InputError('GDO-1108', `${at}.${id}: no choice has this name`)
    const allowed: readonly unknown[] = choices[name].answers
    if (!allowed.includes(answer))
      throw new InputError('GDO-1108', `${at}.${id}: expected ${allowed.join(' or ')}`)
    answers[name] = String(answer)
  }
  return answers as Answers
}

/** What a file with a program holds. */
export interface StoredProgram {
  readonly program: Program
  /** Answers to choices under which a counterexample was found; empty for a mere program. */
  readonly answers: Answers
  /** Id of the variant that a counterexample was found on. */
  readonly variant: string | null
}

/**
 * A program or counterexample from the text of a file.
 *
 * @throws InputError that names the place.
 */
export const parseStored = (text: string): StoredProgram => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new InputError('GDO-1101', 'malformed JSON; expected a program or a counterexample')
  }
  if (!isObject(json) || !Object.hasOwn(json, 'program'))
    return { program: parseProgram(json), answers: {}, variant: null }
  const at = json.choices === undefined ? 'answers' : 'choices'
  const answers = parseAnswers(json[at], at)
  const variant = typeof json.variant === 'string' ? json.variant : null
  try {
    return { program: parseProgram(json.program), answers, variant }
  } catch (error) {
    throw error instanceof InputError ? new InputError(error.code, `program.${error.message}`) : error
  }
}
