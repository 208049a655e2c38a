/**
 * Programs of the armv7 machine as JSON.
 */
import {
  type Action,
  DEBUG_ARCHITECTURES,
  type Instruction,
  type Place,
  type Program,
  REGISTER_NAMES,
  type Value,
} from '../../model/armv7/index.ts'
import { PROGRAM_FORMAT, PROGRAM_VERSION } from '../../model/program.ts'
import {
  arrayOf,
  boolean,
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

const places = {
  instruction: record({ instruction: field(integer(0, 0xffff)) }),
  place: record({ place: field(oneOf('data', 'host-code', 'host-data')) }),
}
const PLACE = 'a place such as {"instruction": 1} or {"place": "data"}'

const place: Codec<Place> = {
  expects: PLACE,
  decode: (json) => {
    if (isObject(json)) {
      if (Object.hasOwn(json, 'instruction')) return places.instruction.decode(json)
      if (Object.hasOwn(json, 'place')) return places.place.decode(json)
    }
    throw new Mismatch('wrong-type', `expected ${PLACE}`)
  },
  encode: (value) => ({ ...value }),
}

const word32 = hexText(32)
const value: Codec<Value> = {
  expects: `${word32.expects}, or ${PLACE}`,
  decode: (json) => {
    if (typeof json === 'string') return word32.decode(json)
    if (isObject(json)) return place.decode(json)
    throw new Mismatch('wrong-type', `expected ${value.expects}`)
  },
  encode: (given) => (typeof given === 'string' ? given : place.encode(given)),
}

/** A register of CP14; all of them in the message would be a page. */
const register: Codec<string> = {
  expects: 'a CP14 debug register such as DBGDSCRint or DBGBCR0',
  decode: (json) => {
    if (typeof json !== 'string') throw new Mismatch('wrong-type', `expected ${register.expects}`)
    if (!REGISTER_NAMES.includes(json)) throw new Mismatch('out-of-range', `expected ${register.expects}`)
    return json
  },
  encode: (name) => name,
}

/** What is only ever said, never denied. */
const yes: Codec<true> = {
  expects: 'true',
  decode: (json) => {
    if (json === true) return true
    throw new Mismatch('wrong-type', 'expected true, or nothing')
  },
  encode: (given) => given,
}

/** DBGEN of both CPUs. */
const twoSignals = arrayOf(boolean, 2, 2)

const setup = record({
  debugArchitecture: optional(oneOf(...DEBUG_ARCHITECTURES)),
  dbgen: optional(twoSignals),
  hwBreakpoint: optional(boolean),
  unknown: optional(oneOf('clear', 'enabled')),
  lockedAtReset: optional(boolean),
})

const user = { user: optional(yes) }
const fails = { fails: optional(yes) }
const nothing = {}

const instruction = tagged('op', {
  nop: user,
  bkpt: user,
  wfi: nothing,
  ldr: { at: field(place), ...user },
  str: { at: field(place), ...user },
  mrc: { from: field(register), flags: optional(yes), ...fails, ...user },
  mcr: { to: field(register), value: field(value), ...fails, ...user },
  mrrc: { from: field(oneOf('DBGDRAR', 'DBGDSAR')), ...user },
  ldc: user,
  stc: user,
  'linux-start-up': nothing,
} satisfies { readonly [Op in Instruction['op']]: Fields }) as Codec<Instruction>

const task = field(oneOf('vcpu-thread', 'debugged'))
const number = field(oneOf(0, 1))

const action = tagged('do', {
  'set-host-breakpoint': { task, kind: field(oneOf('execute', 'write')) },
  'clear-host-breakpoints': { task },
  'run-task': { what: field(oneOf('code', 'store', 'bkpt')) },
  migrate: { cpu: number },
  'switch-vcpu': { vcpu: number },
  idle: { cpu: number },
  'host-write': { register: field(oneOf('DBGDSCRext', 'DBGOSDLR')), value: field(word32) },
  'external-debugger': { halting: optional(boolean), dbgen: optional(boolean) },
} satisfies { readonly [Do in Action['do']]: Fields }) as Codec<Action>

/** Programs. */
export const programCodec = record({
  format: field(oneOf(PROGRAM_FORMAT)),
  version: field(oneOf(PROGRAM_VERSION)),
  machine: field(oneOf('armv7')),
  setup: field(setup),
  code: field(arrayOf(instruction)),
  script: field(arrayOf(arrayOf(action))),
}) as Codec<Program>
