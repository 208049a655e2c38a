/**
 * Tries a decision on a subprocess that answers its records line by line, one JSON object each, as `gdo eval` does:
 * random inputs, and fast-check's shrinking of the first that is answered otherwise than is allowed.
 */
import fc, { type Arbitrary } from 'fast-check'
import { InputError } from '../../model/program.ts'
import type { Field, JsonRecord, Shape } from '../codec.ts'
import type { AnyVariant, Decision } from '../decisions/decision.ts'
import { openAnswers } from '../decisions/open-answers.ts'
import { excerpt, LineProcess, TargetFault } from '../targets/line-process.ts'
import type { Target } from '../targets/target.ts'
import { blockSeed } from './stream.ts'

const hex = (value: bigint): string => `0x${value.toString(16)}`
/** As a set of bits: what can go when it shrinks are single bits. */
const bits = (width: number): Arbitrary<bigint> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: width - 1 }), { maxLength: width, size: 'max' })
    .map((set) => set.reduce((value, n) => value | (1n << BigInt(n)), 0n))
const near = (base: bigint): Arbitrary<bigint> =>
  fc.integer({ min: 0, max: 16 }).map((n) => BigInt.asUintN(64, base + BigInt(n)))

/** Addresses that breakpoints and accesses are likely to share. */
const address = fc.oneof(
  { withCrossShrink: true },
  { weight: 6, arbitrary: near(0x1000n) },
  { weight: 1, arbitrary: near(0x10n) },
  { weight: 1, arbitrary: near(0xffff_ffff_ffff_fff0n) },
  { weight: 1, arbitrary: bits(64) },
)
const dr7 = fc.oneof(
  { withCrossShrink: true },
  fc.constantFrom(0x400n, 0x402n, 0x2400n, 0xd0402n),
  fc.tuple(bits(8), bits(16)).map(([enables, kinds]) => enables | 0x400n | (kinds << 16n)),
  bits(32),
)
const dr6 = fc.oneof(
  { withCrossShrink: true },
  fc.constantFrom(0xffff0ff0n, 0xffff4ff0n, 0xffff4ff1n, 0xffff2ff0n),
  bits(32),
)
const control = fc.oneof(
  { withCrossShrink: true },
  fc.constantFrom(0x0n, 0x1n, 0x2n, 0x3n, 0x10001n, 0x20001n, 0x20003n, 0x40001n, 0x80001n, 0x100003n),
  bits(21),
)
const rflags = fc.oneof(
  { withCrossShrink: true },
  fc.constantFrom(0x2n, 0x102n, 0x202n, 0x302n, 0x10002n, 0x10102n),
  bits(22),
)
const payload = fc.oneof(
  { withCrossShrink: true },
  fc.constantFrom(0x1n, 0x4000n, 0x2000n, 0x4001n, 0xdn),
  bits(17),
)

const pstate = fc.oneof(
  { withCrossShrink: true },
  fc.constantFrom(0x3c5n, 0x3c0n, 0x2003c5n, 0x2003c0n, 0x2001c5n, 0x1c5n),
  bits(26),
)
const mdscr = fc.constantFrom(0x0n, 0x1n, 0x2000n, 0x2001n, 0x8000n, 0xa000n, 0xa001n)
/** Of a breakpoint or a watchpoint, linked ones among them. */
const slotControl = fc.oneof(
  { withCrossShrink: true },
  fc.constantFrom(0x1e7n, 0x1e5n, 0x1e3n, 0x1041e7n, 0x3001e7n, 0x1fffn, 0x1ff7n, 0x3efn),
  bits(32),
)

/** What is interesting, by the end of a field's name; anything that its shape allows comes now and then too. */
const INTERESTING: readonly (readonly [RegExp, Arbitrary<bigint>])[] = [
  [/dr7$/i, dr7],
  [/dr6$/i, dr6],
  [/payload$/i, payload],
  [/control/i, control],
  [/flags$|^image$/i, rflags],
  [/pstate$|spsr$/i, pstate],
  [/mdscr$|^own$|^hardware$/i, mdscr],
  [/[bw]cr$/i, slotControl],
  [/db$|[bw]vr$|address$|^rip$|^pc$|base$|^value$/i, address],
]

/** What is interesting for a field. */
const interestingFor = (name: string): Arbitrary<bigint> | null =>
  INTERESTING.find(([pattern]) => pattern.test(name))?.[1] ?? null

const ofShape = (shape: Shape, interesting: Arbitrary<bigint> | null): Arbitrary<unknown> => {
  switch (shape.kind) {
    case 'record':
      return fc.record(
        Object.fromEntries(
          Object.entries(shape.fields).map(([name, of]) => [name, ofShape(of, interestingFor(name))]),
        ),
      )
    case 'hex': {
      const any = bits(shape.bits)
      const value = interesting
        ? fc.oneof(
            { withCrossShrink: true },
            { weight: 1, arbitrary: fc.constant(0n) },
            { weight: 7, arbitrary: interesting },
            { weight: 1, arbitrary: any },
          )
        : any
      return value.map((v) => hex(BigInt.asUintN(shape.bits, v)))
    }
    case 'integer': {
      const { min, max } = shape
      return fc.oneof(fc.integer({ min, max: Math.min(max, min + 32) }), fc.integer({ min, max }))
    }
    case 'boolean':
      return fc.boolean()
    case 'one-of':
      return fc.constantFrom(...shape.values)
    case 'bytes':
      return fc.constantFrom(...shape.typical)
    case 'nullable':
      return fc.option(ofShape(shape.of, interesting), { nil: null })
    case 'array':
      return fc.array(ofShape(shape.of, interesting), {
        minLength: shape.min,
        maxLength: Math.min(shape.max, shape.min + 8),
      })
  }
}

const fieldInputs = (decision: Decision, name: string, { codec }: Field<unknown>): Arbitrary<unknown> => {
  if (!codec.shape) throw new Error(`${decision.id}: no values can be made for ${name}`)
  return ofShape(codec.shape, interestingFor(name))
}

/** Random input records of a decision; what has a default, or may be absent, is left out now and then. */
export const decisionInputs = (decision: Decision): Arbitrary<JsonRecord> => {
  const fields = Object.entries(decision.inputFields)
  const model = Object.fromEntries(fields.map(([name, of]) => [name, fieldInputs(decision, name, of)]))
  const requiredKeys = fields.filter(([, { presence }]) => presence === 'required').map(([name]) => name)
  return fc.record(model, { requiredKeys }) as Arbitrary<JsonRecord>
}

/** Everything that a variant allows a decision to answer, in the form that the decision writes. */
export const allowedAnswers = (
  decision: Decision,
  variant: AnyVariant,
): ((input: JsonRecord) => readonly JsonRecord[]) => {
  const evaluators = openAnswers(decision, variant).map((answers) => decision.evaluator(variant, answers))
  return (input) => {
    const texts = new Set(evaluators.map((evaluate) => JSON.stringify(evaluate(input))))
    return [...texts].map((text) => JSON.parse(text) as JsonRecord)
  }
}

/** Slots that may hit, where the manual leaves it open, may be answered either way; and need not be named. */
const agrees = (expected: JsonRecord, answered: JsonRecord): boolean => {
  const { hits, mayHit } = expected
  if (typeof hits !== 'number' || typeof mayHit !== 'number')
    return JSON.stringify(expected) === JSON.stringify(answered)
  const given = answered.hits as number
  const within = (given & hits) === hits && (given & ~mayHit) === 0
  return within && (answered.mayHit === mayHit || answered.mayHit === given)
}

/**
 * An answer as records have it; slots that may hit are those that hit, unless they are named.
 *
 * @throws InputError for a line that is no answer.
 */
export const readAnswer = (decision: Decision, line: string): JsonRecord => {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    throw new InputError('GDO-1309', `${excerpt(line)} is no JSON`)
  }
  const mayHitLeftOut =
    typeof json === 'object' && json !== null && 'hits' in json && !('mayHit' in json) ? json.hits : undefined
  const whole = mayHitLeftOut === undefined ? json : { ...(json as object), mayHit: mayHitLeftOut }
  const named = decision.outputs.some(({ name }) => name === 'mayHit')
  return decision.readAnswer(named ? whole : json)
}

/** A subprocess that answers one line with one line. */
export class Answerer {
  readonly #process: LineProcess
  readonly #within: number
  #waiting: {
    readonly resolve: (line: string) => void
    readonly reject: (fault: TargetFault) => void
  } | null = null
  #fault: TargetFault | null = null

  /** @param within milliseconds in which each line must be answered. */
  constructor(target: Target, within: number) {
    this.#within = within
    this.#process = new LineProcess(target.argv, {
      line: (line) => {
        if (this.#waiting) this.#waiting.resolve(line)
        else this.#process.fail('prints garbage', `${excerpt(line)} without being asked`)
        this.#waiting = null
      },
      fault: (fault) => {
        this.#fault = fault
        this.#waiting?.reject(fault)
      },
    })
  }

  /** @throws TargetFault */
  async ask(line: string): Promise<string> {
    if (this.#fault) throw this.#fault
    const timer = setTimeout(
      () => this.#process.fail('hangs', `no answer within ${this.#within / 1000} seconds`),
      this.#within,
    )
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting = { resolve, reject }
        this.#process.send(line)
      })
    } finally {
      clearTimeout(timer)
    }
  }

  /** @throws TargetFault */
  refuse(detail: string): never {
    this.#process.fail('prints garbage', detail)
    throw this.#fault ?? new TargetFault('prints garbage', detail)
  }

  /** Ends it; what was asked and is not yet answered fails. */
  stop(): Promise<void> {
    this.#fault ??= new TargetFault('ends', 'it was told to')
    this.#waiting?.reject(this.#fault)
    this.#waiting = null
    return this.#process.stop('')
  }
}

/** What came of trying a decision. */
export interface DecisionResult {
  /** Inputs that were answered, those of shrinking not counted. */
  readonly tried: number
  /** The smallest input that is answered otherwise than is allowed. */
  readonly counterexample: {
    readonly input: JsonRecord
    readonly allowed: readonly JsonRecord[]
    readonly answered: JsonRecord
    readonly shrinks: number
  } | null
  /** The subprocess failed, at this input. */
  readonly fault: { readonly fault: TargetFault; readonly input: JsonRecord } | null
}

export interface DecisionOptions {
  readonly decision: Decision
  readonly variant: AnyVariant
  readonly target: Target
  readonly runs: number
  readonly seed: number
  /** Milliseconds in which each input must be answered. */
  readonly answersWithin: number
  readonly signal: AbortSignal
  readonly onProgress: (tried: number) => void
}

/** Inputs that are made at once: whether there is any use in going on is asked in between. */
const BLOCK = 200

/** Tries a decision on a subprocess. */
export const tryDecision = async (options: DecisionOptions): Promise<DecisionResult> => {
  const { decision, variant, target, runs, seed, answersWithin, signal, onProgress } = options
  const allowed = allowedAnswers(decision, variant)
  const answerer = new Answerer(target, answersWithin)
  signal.addEventListener('abort', () => void answerer.stop())
  let fault: DecisionResult['fault'] = null
  let broken: unknown = null
  let tried = 0
  let failing = false
  const answerTo = async (input: JsonRecord): Promise<JsonRecord> => {
    const line = await answerer.ask(JSON.stringify(input))
    try {
      return readAnswer(decision, line)
    } catch (error) {
      return error instanceof InputError
        ? answerer.refuse(`${excerpt(line)}: ${error.message}`)
        : Promise.reject(error)
    }
  }
  const holds = async (input: JsonRecord): Promise<boolean> => {
    // Once it has failed there is nobody to ask: what is left is passed over.
    if (fault || broken !== null || signal.aborted) return true
    try {
      const answered = await answerTo(input)
      if (!failing) tried += 1
      onProgress(tried)
      const agreed = allowed(input).some((expected) => agrees(expected, answered))
      if (!agreed) failing = true
      return agreed
    } catch (error) {
      if (!(error instanceof TargetFault)) broken ??= error
      else if (!signal.aborted) fault = { fault: error, input }
      return true
    }
  }
  const property = fc.asyncProperty(decisionInputs(decision), holds)
  try {
    let details = await fc.check(property, { numRuns: Math.min(runs, BLOCK), seed: blockSeed(seed, 0) })
    for (let block = 1; block * BLOCK < runs && !details.failed && !fault && !signal.aborted; block++)
      details = await fc.check(property, {
        numRuns: Math.min(runs - block * BLOCK, BLOCK),
        seed: blockSeed(seed, block),
      })
    if (broken !== null) throw broken
    if (!details.failed || fault || signal.aborted) return { tried, counterexample: null, fault }
    const [input] = details.counterexample!
    return {
      tried,
      counterexample: {
        input,
        allowed: allowed(input),
        answered: await answerTo(input),
        shrinks: details.numShrinks,
      },
      fault: null,
    }
  } finally {
    await answerer.stop()
  }
}
