/**
 * Programs of the arm64 machine as JSON.
 */
import {
  type Action,
  GPR_NAMES,
  type Instruction,
  MOST_SLOTS,
  ONE_REGISTERS,
  type OneRegister,
  type Place,
  type Program,
  SLOT_REGISTERS,
  STATE_INTERFACES,
  SYSTEM_REGISTERS,
  type SystemRegister,
  type Value,
  VECTOR_OFFSETS,
  type Vector,
} from '../../model/arm64/index.ts'
import { PROGRAM_FORMAT, PROGRAM_VERSION } from '../../model/program.ts'
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
  instruction: record({ instruction: field(integer(0, 0xffff)), offset }),
  place: record({ place: field(oneOf('data', 'mmio', 'coalesced')), offset }),
  handler: record({ handler: field(oneOf(...(Object.keys(VECTOR_OFFSETS) as Vector[]))), offset }),
}
const PLACE = 'a place such as {"instruction": 1}, {"place": "data"} or {"handler": "sync-el1"}'

const place: Codec<Place> = {
  expects: PLACE,
  decode: (json) => {
    if (isObject(json)) {
      if (Object.hasOwn(json, 'instruction')) return places.instruction.decode(json)
      if (Object.hasOwn(json, 'place')) return places.place.decode(json)
      if (Object.hasOwn(json, 'handler')) return places.handler.decode(json)
    }
    throw new Mismatch('wrong-type', `expected ${PLACE}`)
  },
  encode: (value) => ({ ...value }),
}

const word32 = hexText(32)
const word64 = hexText(64)

/** A register value or address. */
export const value: Codec<Value> = {
  expects: `${word64.expects}, or ${PLACE}`,
  decode: (json) => {
    if (typeof json === 'string') return word64.decode(json)
    if (isObject(json)) return place.decode(json)
    throw new Mismatch('wrong-type', `expected ${value.expects}`)
  },
  encode: (given) => (typeof given === 'string' ? given : place.encode(given)),
}

/** The name of a register: one of some, or that of a breakpoint or watchpoint. */
const registerName = <Name extends string>(names: readonly string[]): Codec<Name> => {
  const slots = SLOT_REGISTERS.map((name) => `${name}0_el1`).join(', ')
  const expects = `a register: ${names.join(', ')}, ${slots} and so on`
  const numbers = Array.from({ length: MOST_SLOTS }, (_, n) => n)
  const known = new Set([
    ...names,
    ...SLOT_REGISTERS.flatMap((name) => numbers.map((n) => `${name}${n}_el1`)),
  ])
  return {
    expects,
    decode: (json) => {
      if (typeof json !== 'string') throw new Mismatch('wrong-type', `expected ${expects}`)
      if (!known.has(json)) throw new Mismatch('out-of-range', `expected ${expects}`)
      return json as Name
    },
    encode: (name) => name,
  }
}

const systemRegister = field(registerName<SystemRegister>(SYSTEM_REGISTERS))
const oneRegister = field(registerName<OneRegister>(ONE_REGISTERS))
const gpr = field(oneOf(...GPR_NAMES))

/** The registers of breakpoints and watchpoints. */
const slots = {
  bcr: optional(arrayOf(word64, 0, MOST_SLOTS)),
  bvr: optional(arrayOf(value, 0, MOST_SLOTS)),
  wcr: optional(arrayOf(word64, 0, MOST_SLOTS)),
  wvr: optional(arrayOf(value, 0, MOST_SLOTS)),
}

const setup = record({
  pstate: optional(word64),
  registers: optional(record(Object.fromEntries(GPR_NAMES.map((name) => [name, optional(value)])))),
  mdscr: optional(word64),
  osLock: optional(boolean),
  elr: optional(value),
  spsr: optional(word64),
  contextId: optional(word32),
  onDebugException: optional(oneOf('return', 'disarm')),
  ...slots,
})

const nothing = {}
const imm = { imm: optional(integer(0, 0xffff)) }
const mask = { imm: field(integer(0, 15)) }
const access = {
  register: gpr,
  at: field(places.place),
  size: field(oneOf(1, 2, 4, 8)),
  unprivileged: optional(boolean),
}

const instruction = tagged('op', {
  nop: nothing,
  isb: nothing,
  wfi: nothing,
  eret: nothing,
  udf: nothing,
  svc: imm,
  hvc: imm,
  brk: imm,
  b: { to: field(place) },
  cbnz: { register: gpr, to: field(place) },
  mov: { to: gpr, value: field(word64) },
  adr: { to: gpr, address: field(place) },
  add: { register: gpr, value: field(integer(0, 0xfff)) },
  ldr: access,
  str: access,
  ldxr: { register: gpr },
  stxr: { status: gpr, register: gpr },
  mrs: { to: gpr, from: systemRegister },
  msr: { to: systemRegister, from: gpr },
  daifset: mask,
  daifclr: mask,
} satisfies { readonly [Op in Instruction['op']]: Fields }) as Codec<Instruction>

const action = tagged('do', {
  'set-guest-debug': { control: field(word32), ...slots },
  'get-one-reg': { register: oneRegister },
  'set-one-reg': { register: oneRegister, value: field(value) },
  'write-back': { state: field(oneOf(...STATE_INTERFACES)) },
  'save-restore': nothing,
  interrupt: { level: field(boolean) },
  'immediate-exit': nothing,
  preempt: { after: field(integer(0, 0xffff)) },
  'answer-mmio': { value: field(word64) },
  'fault-mmio': nothing,
  plant: { at: field(place) },
  unplant: { at: field(place) },
  'write-memory': { at: field(value), bytes: field(bytes) },
} satisfies { readonly [Do in Action['do']]: Fields }) as Codec<Action>

/** Programs. */
export const programCodec = record({
  format: field(oneOf(PROGRAM_FORMAT)),
  version: field(oneOf(PROGRAM_VERSION)),
  machine: field(oneOf('arm64')),
  setup: field(setup),
  code: field(arrayOf(instruction)),
  script: field(arrayOf(arrayOf(action))),
}) as Codec<Program>
