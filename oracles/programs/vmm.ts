/**
 * Programs of the vmm machine as JSON. The guest is read as its own machine reads it.
 */
import { PROGRAM_FORMAT, PROGRAM_VERSION } from '../../model/program.ts'
import {
  BREAKPOINT_KINDS,
  type Command,
  GUESTS,
  type GuestName,
  guestProgram,
  type Program,
  type Value,
} from '../../model/vmm/program.ts'
import {
  arrayOf,
  bytes,
  type Codec,
  type Fields,
  field,
  integer,
  isObject,
  type JsonRecord,
  Mismatch,
  oneOf,
  optional,
  record,
  tagged,
} from '../codec.ts'
import { programCodec as arm64Codec, value as arm64Value } from './arm64.ts'
import { programCodec as x86Codec, address as x86Value } from './x86.ts'

const nothing = {}

const commandOf = (value: Codec<Value>): Codec<Command> => {
  const breakpoint = {
    kind: field(oneOf(...BREAKPOINT_KINDS)),
    at: field(value),
    length: optional(integer(0, 0xffff)),
  }
  return tagged('do', {
    insert: breakpoint,
    remove: breakpoint,
    'read-memory': { at: field(value), length: field(integer(1, 64)) },
    'write-memory': { at: field(value), bytes: field(bytes) },
    step: nothing,
    continue: nothing,
    'step-over': nothing,
    detach: nothing,
  } satisfies { readonly [Do in Command['do']]: Fields }) as Codec<Command>
}

interface Guest {
  readonly program: Codec<ReturnType<typeof guestProgram>>
  readonly script: Codec<Program['script']>
}

const guestOf = (program: unknown, value: unknown): Guest => ({
  program: program as Guest['program'],
  script: arrayOf(arrayOf(commandOf(value as Codec<Value>))),
})

const GUEST_CODECS: { readonly [G in GuestName]: Guest } = {
  x86: guestOf(x86Codec, x86Value),
  arm64: guestOf(arm64Codec, arm64Value),
}

/** What a program says of itself beside its guest; the guest's own codec looks at the rest. */
const envelope = record({
  format: field(oneOf(PROGRAM_FORMAT)),
  version: field(oneOf(PROGRAM_VERSION)),
  machine: field(oneOf('vmm')),
})
const guestName = record({ guest: field(oneOf(...GUESTS)) })

/** Names the part of the program in what is thrown about it. */
const inside = <T>(name: string, read: () => T): T => {
  try {
    return read()
  } catch (error) {
    throw error instanceof Mismatch ? error.inside(name) : error
  }
}

/** Programs, by the machine that they say their guest is of. */
export const programCodec: Codec<Program> = {
  expects: 'a program',
  decode: (json) => {
    if (!isObject(json)) throw new Mismatch('not-an-object', 'expected a program: a JSON object')
    const { format, version, machine, setup, script, ...rest } = json
    const given = envelope.decode({ format, version, machine })
    if (!isObject(setup)) throw new Mismatch('not-an-object', 'expected an object with guest', 'setup')
    const { guest: named, ...own } = setup
    const { guest } = inside('setup', () => guestName.decode(named === undefined ? {} : { guest: named }))
    const codecs = GUEST_CODECS[guest]
    const inner = codecs.program.decode({ format, version, machine: guest, setup: own, script: [], ...rest })
    if (script === undefined)
      throw new Mismatch('missing-field', `missing; expected ${codecs.script.expects}`, 'script')
    const commands = inside('script', () => codecs.script.decode(script))
    return { ...given, setup: { guest, ...inner.setup }, code: inner.code, script: commands } as Program
  },
  encode: (program) => {
    const { guest } = program.setup
    const codecs = GUEST_CODECS[guest]
    const { setup, ...rest } = codecs.program.encode(guestProgram(program)) as {
      readonly [name: string]: JsonRecord
    }
    return {
      ...rest,
      machine: 'vmm',
      setup: { guest, ...setup },
      script: codecs.script.encode(program.script),
    }
  },
}
