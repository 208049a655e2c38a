/**
 * Findings: programs on which a target does something else than was expected, as `gdo diff` stores them.
 *
 * | code     | what is wrong with a file                       |
 * |----------|-------------------------------------------------|
 * | GDO-1502 | a field of a finding is not as it is stored     |
 */

import { InputError } from '../../model/program.ts'
import type { Layer } from '../../model/variant.ts'
import type { MachineTypes } from '../../properties/machine.ts'
import {
  arrayOf,
  boolean,
  type Codec,
  field,
  integer,
  isObject,
  type Json,
  Mismatch,
  nullable,
  oneOf,
  optional,
  record,
} from '../codec.ts'
import { answersById } from '../ids.ts'
import { parseProgram, parseStored } from '../programs/parse.ts'
import type { Difference, Fields, Observation } from '../targets/kvm/observation.ts'

type Program = MachineTypes['Program']

export const FINDING_FORMAT = 'guest-debug-oracle/finding'
export const FINDING_VERSION = 1

/** Why a deviation from the ideal machine is one, as far as the variant that describes the target tells. */
export interface Explanation {
  /** The strongest layer of the properties below; of the choice that is answered otherwise, if there is none. */
  readonly layer: Layer | null
  /** Properties that the ideal machine keeps on the program and the describing variant breaks. */
  readonly properties: readonly { readonly id: string; readonly layer: Layer }[]
  /** Rules and choices of the describing variant that make the difference, or its `slots`. */
  readonly parts: readonly string[]
  /** Each of them alone makes the ideal machine do what was observed; otherwise none can be missing. */
  readonly alone: boolean
  /** The describing variant does what was observed. */
  readonly described: boolean
}

/** One finding: the program is the artefact, seed and counts are where it came from. */
export interface StoredFinding {
  readonly format: typeof FINDING_FORMAT
  readonly version: typeof FINDING_VERSION
  /**
   * `divergence`: the target is outside of what the variant that describes it allows.
   * `deviation`: it is outside of what the ideal machine allows.
   * `property`: its runs break a property.
   */
  readonly kind: 'divergence' | 'deviation' | 'property'
  /** As on the command line. */
  readonly target: string
  /** What the target said of itself: the words behind its hello, `kernel=…` among them. */
  readonly host: string
  /** The variant whose runs were expected. */
  readonly variant: string
  /** Id of the property that is broken, for a finding of that kind. */
  readonly property: string | null
  /** What findings of the same cause have in common. */
  readonly signature: string
  readonly program: Program
  /** Answers to the choices in the expected run, by id: the allowed run that agrees longest with the target. */
  readonly answers: { readonly [choice: string]: string }
  /** The first place where the two part; for a property, what it says instead. */
  readonly difference: Difference | string
  readonly expected: Observation
  readonly observed: Observation
  /** How often the final program showed it when it was run again. */
  readonly seen: { readonly times: number; readonly of: number }
  /** For a property of related programs: the other program, and what the target did with it. */
  readonly related?: { readonly how: string; readonly program: Program; readonly observed: Observation }
  /** For a deviation. */
  readonly explanation?: Explanation
  readonly provenance: { readonly seed: number; readonly after: number; readonly instances: number }
}

/** Text that a pattern matches. */
const text = (pattern: RegExp, expects: string): Codec<string> => ({
  expects,
  decode: (json) => {
    if (typeof json === 'string' && pattern.test(json)) return json
    throw new Mismatch('wrong-type', `expected ${expects}`)
  },
  encode: (value) => value,
})

const anyText = text(/^[\s\S]{0,16384}$/, 'text of at most 16384 characters')
const hexDigits = text(/^[0-9a-f]{1,16}$/, '1 to 16 hex digits without 0x')
const bytes = text(/^([0-9a-f]{2}){0,16384}$/, 'at most 16384 bytes as hex digits')

const hexList = (count: number): Codec<string> =>
  text(
    new RegExp(`^[0-9a-f]{1,16}(,[0-9a-f]{1,16}){${count - 1}}$`),
    `${count} hex numbers without 0x, with commas`,
  )

/** Fields of an event that are no number. */
const FIELD_CODECS: { readonly [name: string]: Codec<string> } = {
  direction: text(/^(in|out|read|write)$/, 'in, out, read or write'),
  data: bytes,
  db: hexList(4),
  bcr: hexList(6),
  bvr: hexList(6),
  wcr: hexList(4),
  wvr: hexList(4),
}

const eventFields: Codec<Fields> = {
  expects: 'an object from names to hex numbers',
  decode: (json) => {
    if (!isObject(json)) throw new Mismatch('not-an-object', `expected ${eventFields.expects}`)
    const codecs = Object.keys(json).map((name) => [name, field(FIELD_CODECS[name] ?? hexDigits)])
    return record(Object.fromEntries(codecs)).decode(json) as Fields
  },
  encode: (value) => value,
}

const event = record({
  kind: field(oneOf('action', 'exit')),
  what: field(
    text(/^(ok|EBUSY|EINVAL|errno-\d{1,5}|[a-z]+(-[a-z]+)*)$/, 'a result or the reason of an exit'),
  ),
  fields: field(eventFields),
})

const observation = record({
  events: field(arrayOf(event, 0, 4096)),
  log: field(bytes),
  ending: field(oneOf('end', 'fault', 'shutdown', 'internal-error', 'cap')),
})

const difference = record({
  event: field(nullable(integer(0, 4096))),
  field: field(anyText),
  expected: field(nullable(anyText)),
  observed: field(nullable(anyText)),
})

const differenceOrText: Codec<Difference | string> = {
  expects: `a difference, or ${anyText.expects}`,
  decode: (json) => (typeof json === 'string' ? anyText.decode(json) : difference.decode(json)),
  encode: (value) => (typeof value === 'string' ? value : difference.encode(value)),
}

const count = integer(0, Number.MAX_SAFE_INTEGER)

const layer = oneOf('arch', 'abi', 'policy')

const explanation: Codec<Explanation> = record({
  layer: field(nullable(layer)),
  properties: field(arrayOf(record({ id: field(anyText), layer: field(layer) }), 0, 1000)),
  parts: field(arrayOf(anyText, 0, 1000)),
  alone: field(boolean),
  described: field(boolean),
})

const relatedProgram: Codec<Program> = {
  expects: 'a program',
  decode: (json) => {
    try {
      return parseProgram(json)
    } catch (error) {
      throw error instanceof InputError
        ? new InputError(error.code, `related.program.${error.message}`)
        : error
    }
  },
  encode: (value) => value as unknown as Json,
}

/** Everything but the program and the answers, which are read as in any file with a program. */
const finding = record({
  format: field(oneOf(FINDING_FORMAT)),
  version: field(oneOf(FINDING_VERSION)),
  kind: field(oneOf('divergence', 'deviation', 'property')),
  target: field(anyText),
  host: field(anyText),
  variant: field(anyText),
  property: field(nullable(anyText)),
  signature: field(anyText),
  difference: field(differenceOrText),
  expected: field(observation),
  observed: field(observation),
  seen: field(record({ times: field(count), of: field(count) })),
  related: optional(
    record({ how: field(anyText), program: field(relatedProgram), observed: field(observation) }),
  ),
  explanation: optional(explanation),
  provenance: field(record({ seed: field(count), after: field(count), instances: field(count) })),
})

/**
 * A finding from the text of a file.
 *
 * @throws InputError that names the place: it is not as `gdo diff` writes it.
 */
export const parseFinding = (json: { readonly [name: string]: unknown }): StoredFinding => {
  const { program: _, answers, ...rest } = json
  try {
    const decoded = finding.decode(rest)
    if (decoded.kind === 'property' && decoded.property === null)
      throw new Mismatch('wrong-type', 'expected the id of the property that is broken', 'property')
    const stored = parseStored(JSON.stringify({ program: json.program, answers }))
    const { program } = stored
    return { ...decoded, program, answers: answersById(program.machine, stored.answers) }
  } catch (error) {
    throw error instanceof Mismatch ? new InputError('GDO-1502', error.message) : error
  }
}
