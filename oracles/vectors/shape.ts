/**
 * Codecs for vector files: nothing else is taken for one. What a decision or a program makes of its own part is read
 * again when it is run.
 */
import {
  arrayOf,
  type Codec,
  field,
  integer,
  isObject,
  type Json,
  Mismatch,
  oneOf,
  optional,
  record,
} from '../codec.ts'
import { type Header, VECTORS_FORMAT, VECTORS_VERSION, type Vector } from './envelope.ts'

const MOST_TEXT = 65_536

const text = (pattern: RegExp, expects: string): Codec<string> => ({
  expects,
  decode: (json) => {
    if (typeof json === 'string' && json.length <= MOST_TEXT && pattern.test(json)) return json
    throw new Mismatch('wrong-type', `expected ${expects}`)
  },
  encode: (value) => value,
})

/** On one line, and without what a terminal obeys: it is printed. */
const anyText = text(/^\P{Cc}*$/u, `text on one line of at most ${MOST_TEXT} characters`)
const slug = text(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'lower-case words joined by dashes')
const id = text(/^[a-z0-9]+\/[a-z0-9][a-z0-9.-]*$/, 'an id such as x86/ideal')
const sha256 = text(/^[0-9a-f]{64}$/, 'a SHA-256 as 64 hex digits')

/** An object from names to values of one kind. */
const mapOf = <T>(name: Codec<string>, value: Codec<T>): Codec<{ readonly [name: string]: T }> => ({
  expects: `an object from ${name.expects} to ${value.expects}`,
  decode: (json) => {
    if (!isObject(json)) throw new Mismatch('not-an-object', 'expected an object')
    return Object.fromEntries(
      Object.entries(json).map(([key, item]) => {
        try {
          return [name.decode(key), value.decode(item)]
        } catch (error) {
          throw error instanceof Mismatch ? error.inside(`.${key}`) : error
        }
      }),
    )
  },
  encode: (map) => Object.fromEntries(Object.entries(map).map(([key, item]) => [key, value.encode(item)])),
})

const DEEPEST = 12

const isJson = (json: unknown, depth = 0): boolean => {
  if (json === null || typeof json === 'string' || typeof json === 'boolean') return true
  if (typeof json === 'number') return Number.isSafeInteger(json)
  return (
    typeof json === 'object' &&
    depth < DEEPEST &&
    Object.values(json).every((item) => isJson(item, depth + 1))
  )
}

/** What is read by whoever it belongs to. */
const anyJson: Codec<Json> = {
  expects: `JSON with whole numbers, at most ${DEEPEST} levels deep`,
  decode: (json) => {
    if (!isJson(json)) throw new Mismatch('wrong-type', `expected ${anyJson.expects}`)
    return json as Json
  },
  encode: (value) => value,
}

const anyRecord: Codec<{ readonly [name: string]: Json }> = mapOf(anyText, anyJson)

const texts = arrayOf(anyText)
const citation = record({ kind: field(anyText), text: field(anyText), confidence: field(anyText) })
const fieldText = record({ name: field(anyText), meaning: field(anyText), type: field(anyText) })

const requirements = record({
  capabilities: optional(texts),
  vendor: optional(oneOf('intel', 'amd')),
  cpuid: optional(texts),
  other: optional(texts),
})

const note = record({
  kind: field(oneOf('bug', 'mutant', 'deviation')),
  meaning: field(anyText),
  layer: field({
    expects: 'arch, abi, policy or null',
    decode: (json) => (json === null ? null : oneOf('arch', 'abi', 'policy').decode(json)),
    encode: (value) => value,
  } satisfies Codec<string | null>),
  cites: field(arrayOf(citation)),
  commits: field(record({ introduced: field(texts), fixed: field(texts) })),
})

const headerFields = {
  format: field(oneOf(VECTORS_FORMAT)),
  version: field(oneOf(VECTORS_VERSION)),
  kind: field(oneOf('decision', 'program')),
  machine: field(anyText),
  subject: field(id),
  title: field(anyText),
  about: field(texts),
  generator: field(
    record({ name: field(anyText), version: field(anyText), seed: field(integer(0, 0x7fff_ffff)) }),
  ),
  variants: field(
    arrayOf(
      record({
        id: field(id),
        status: field(anyText),
        summary: field(anyText),
        cites: field(arrayOf(citation)),
      }),
      1,
    ),
  ),
  requires: field(requirements),
  choices: field(mapOf(id, record({ question: field(anyText), layer: field(anyText) }))),
  reasons: field(mapOf(slug, anyText)),
  groups: field(arrayOf(record({ name: field(slug), meaning: field(anyText) }))),
  notes: field(mapOf(slug, note)),
  decision: optional(
    record({
      meaning: field(anyText),
      inputs: field(arrayOf(fieldText)),
      outputs: field(arrayOf(fieldText)),
      cites: field(arrayOf(citation)),
    }),
  ),
  contract: optional(record({ about: field(texts), images: field(texts) })),
}

/** Everything but the vectors. */
export const headerCodec = record(headerFields) as unknown as Codec<Header>

/** What stands at the end. */
export const endFields = { numberOfTests: field(integer(0, Number.MAX_SAFE_INTEGER)), digest: field(sha256) }
export const endCodec = record(endFields)

/** A JSON file; its vectors are read one by one. */
export const fileCodec = record({
  ...headerFields,
  ...endFields,
  tests: field({
    expects: 'an array of vectors',
    decode: (json) => {
      if (!Array.isArray(json)) throw new Mismatch('wrong-type', 'expected an array of vectors')
      return json as readonly unknown[]
    },
    encode: () => [],
  } satisfies Codec<readonly unknown[]>),
})

const choicesTaken = optional(mapOf(id, anyText))
const MOST_ALTERNATIVES = 4096

const common = {
  id: field(slug),
  hash: field(sha256),
  group: field(slug),
  why: field(anyText),
  notes: field(arrayOf(slug)),
}

const expectOf = <T>(alternative: Codec<T>) =>
  field(mapOf(id, record({ allowed: field(arrayOf(alternative, 1, MOST_ALTERNATIVES)) })))

const decisionVector = record({
  ...common,
  input: field(anyRecord),
  expect: expectOf(record({ choices: choicesTaken, output: field(anyRecord) })),
})

const programVector = record({
  ...common,
  requires: field(requirements),
  program: field(anyRecord),
  setup: field(anyText),
  code: field(
    arrayOf(record({ address: field(anyText), bytes: field(anyText), assembly: field(anyText) }), 1),
  ),
  script: field(arrayOf(texts)),
  start: field(anyRecord),
  line: field(anyText),
  expect: expectOf(
    record({
      choices: choicesTaken,
      events: field(arrayOf(anyRecord)),
      ending: optional(anyText),
      log: optional(text(/^([0-9a-f]{2})*$/, 'bytes as hex digits')),
      guest: optional(arrayOf(anyRecord)),
      // biome-ignore lint/suspicious/noThenProperty: it is JSON, and nobody awaits it.
      then: optional(anyRecord),
    }),
  ),
})

/** Vectors of each kind. */
export const vectorCodecs = { decision: decisionVector, program: programVector } as unknown as {
  readonly [K in Header['kind']]: Codec<Vector>
}
