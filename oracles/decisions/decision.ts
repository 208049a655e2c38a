/**
 * A decision: a rule whose input and output are plain records. It is declared once, as data; from that follow the
 * filter of `gdo eval`, the text of `gdo explain` and the typed function.
 *
 * | code     | what is wrong with a record                                  |
 * |----------|--------------------------------------------------------------|
 * | GDO-1301 | it is not an object                                          |
 * | GDO-1302 | a field that the decision does not have                      |
 * | GDO-1303 | a field that must be there is missing                        |
 * | GDO-1304 | a field of the wrong type                                    |
 * | GDO-1305 | a value out of range                                         |
 * | GDO-1306 | no decision has this id                                      |
 * | GDO-1307 | the variant belongs to another machine                       |
 */
import { type Choices, contextOf } from '../../model/choices.ts'
import type { Citation } from '../../model/citations.ts'
import { InputError } from '../../model/program.ts'
import type { VariantOf } from '../../model/variant.ts'
import {
  type Codec,
  type Decoded,
  type Fault,
  type Fields,
  type Given,
  type JsonRecord,
  Mismatch,
  record,
} from '../codec.ts'

const CODES: { readonly [F in Fault]: string } = {
  'not-an-object': 'GDO-1301',
  'unknown-field': 'GDO-1302',
  'missing-field': 'GDO-1303',
  'wrong-type': 'GDO-1304',
  'out-of-range': 'GDO-1305',
}

/** A variant of any machine. */
export type AnyVariant = VariantOf<unknown, unknown, object>
/** Answers to choices of any machine, by name. */
export type AnyAnswers = { readonly [choice: string]: string }

/** What is said of one field. */
export interface FieldText {
  readonly name: string
  readonly expects: string
  readonly presence: 'required' | 'defaulted' | 'optional'
  readonly default: string | null
  readonly meaning: string
}

/** A decision seen from the edge, whatever its machine. */
export interface Decision {
  /** `machine/kebab-case-name` */
  readonly id: string
  readonly machine: string
  /** Name of the rule that answers. */
  readonly rule: string
  /** One sentence. */
  readonly meaning: string
  readonly inputs: readonly FieldText[]
  readonly outputs: readonly FieldText[]
  /** Names of the choices that the rule of the ideal variant may consult. */
  readonly choices: readonly string[]
  /** A record to try it with. */
  readonly example: JsonRecord
  readonly cites: readonly Citation[]
  /**
   * The decision under a variant as a function from record to record. Choices are answered by the variant, then from
   * `answers`, then by their defaults.
   *
   * @throws InputError (the function) for a record that is not as declared.
   */
  readonly evaluator: (variant?: AnyVariant, answers?: AnyAnswers) => (record: unknown) => JsonRecord
  /**
   * The decision as a function that asks several variants at once: their answers, in order. Those that are the same
   * are one object.
   *
   * @throws InputError (the function) for a record that is not as declared.
   */
  readonly panel: (
    asked: readonly { readonly variant: AnyVariant; readonly answers: AnyAnswers }[],
  ) => (record: unknown) => readonly JsonRecord[]
  /** The fields of the input record, with their codecs. */
  readonly inputFields: Fields
  /** The fields of the output record, with their codecs. */
  readonly outputFields: Fields
  /**
   * An answer from outside in the form in which the decision writes its own.
   *
   * @throws InputError for a record that is no answer.
   */
  readonly readAnswer: (record: unknown) => JsonRecord
  /** `evaluator(variant, answers)(record)` */
  readonly evaluate: (record: unknown, variant?: AnyVariant, answers?: AnyAnswers) => JsonRecord
}

/** A decision with the types of its values: `bigint`, `boolean`, names. */
export interface TypedDecision<I extends Fields, O extends Fields, Variant, Answers> extends Decision {
  readonly decide: (input: Given<I>, variant?: Variant, answers?: Answers) => Decoded<O>
}

/** How a decision is declared. */
export interface Declaration<I extends Fields, O extends Fields, Context, RuleName, ChoiceName> {
  readonly id: string
  readonly rule: RuleName
  readonly meaning: string
  readonly inputs: I
  readonly outputs: O
  readonly choices?: readonly ChoiceName[]
  readonly example: JsonRecord
  readonly cites: readonly Citation[]
  /** Asks the rule. */
  readonly ask: (input: Decoded<I>, context: Context) => Decoded<O>
}

const decode = <T>(codec: Codec<T>, given: unknown): T => {
  try {
    return codec.decode(given)
  } catch (error) {
    throw error instanceof Mismatch ? new InputError(CODES[error.fault], error.message) : error
  }
}

const fieldTexts = (fields: Fields): FieldText[] =>
  Object.entries(fields).map(([name, { codec, presence, default: standard, meaning }]) => ({
    name,
    expects: codec.expects,
    presence,
    default: presence === 'defaulted' ? JSON.stringify(codec.encode(standard)) : null,
    meaning,
  }))

/** Whether two values inside are the same: records and arrays by what is in them. */
const sameValue = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [one, other] = [a, b] as { readonly [name: string]: unknown }[]
  for (const name in one) if (!sameValue(one[name], other![name])) return false
  for (const name in other) if (one![name] === undefined && other[name] !== undefined) return false
  return true
}

/** What the decisions of one machine have in common. */
export interface DecisionMachine<Variant extends AnyVariant> {
  readonly machine: string
  readonly ideal: Variant
  readonly choices: Choices
}

/** Makes the function that declares the decisions of one machine. */
export const decisionsOf =
  <
    Variant extends AnyVariant,
    Answers extends object,
    Context,
    RuleName extends string,
    ChoiceName extends string,
  >(
    of: DecisionMachine<Variant>,
  ) =>
  <const I extends Fields, const O extends Fields>(
    declaration: Declaration<I, O, Context, RuleName, ChoiceName>,
  ): TypedDecision<I, O, Variant, Answers> => {
    const { id, rule, meaning, inputs, outputs, choices = [], example, cites, ask } = declaration
    const input = record(inputs)
    const output = record(outputs)
    const defaults = Object.fromEntries(
      Object.entries(inputs).flatMap(([name, { presence, default: standard }]) =>
        presence === 'defaulted' ? [[name, standard]] : [],
      ),
    )
    const contextFor = (variant: AnyVariant, answers: AnyAnswers): Context => {
      if (!variant.id.startsWith(`${of.machine}/`))
        throw new InputError(
          'GDO-1307',
          `${id} is a decision of ${of.machine}: ${variant.id} cannot answer it`,
        )
      return contextOf(of.choices, variant, answers) as Context
    }
    const evaluator: Decision['evaluator'] = (variant = of.ideal, answers = {}) => {
      const context = contextFor(variant, answers)
      return (given) => output.encode(ask(decode(input, given), context)) as JsonRecord
    }
    const panel: Decision['panel'] = (asked) => {
      const contexts = asked.map(({ variant, answers }) => contextFor(variant, answers))
      return (given) => {
        const question = decode(input, given)
        const answers: Decoded<O>[] = []
        const records: JsonRecord[] = []
        for (const context of contexts) {
          const answer = ask(question, context)
          const known = answers.findIndex((other) => sameValue(other, answer))
          answers.push(answer)
          records.push(known < 0 ? (output.encode(answer) as JsonRecord) : records[known]!)
        }
        return records
      }
    }
    return {
      id,
      machine: of.machine,
      rule,
      meaning,
      inputs: fieldTexts(inputs),
      outputs: fieldTexts(outputs),
      choices,
      example,
      cites,
      evaluator,
      panel,
      inputFields: inputs,
      outputFields: outputs,
      readAnswer: (given) => output.encode(decode(output, given)) as JsonRecord,
      evaluate: (given, variant, answers) => evaluator(variant, answers)(given),
      decide: (given, variant = of.ideal, answers) =>
        ask(
          { ...defaults, ...(given as object) } as Decoded<I>,
          contextOf(of.choices, variant, { ...answers }) as Context,
        ),
    }
  }
