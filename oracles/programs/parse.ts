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
import type { MachineTypes } from '../../properties/machine.ts'
import { type Fault, isObject, Mismatch } from '../codec.ts'
import type { AnyAnswers } from '../decisions/decision.ts'
import { choiceNamed } from '../ids.ts'
import { MACHINE_NAMES, machineNamed } from '../machines/index.ts'
import type { Machine } from '../machines/machine.ts'

/** A program of some machine. */
type AnyProgram = MachineTypes['Program']

const CODES: { readonly [F in Fault]: string } = {
  'not-an-object': 'GDO-1101',
  'unknown-field': 'GDO-1102',
  'missing-field': 'GDO-1103',
  'wrong-type': 'GDO-1104',
  'out-of-range': 'GDO-1105',
}

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
  if (machine === undefined) throw new InputError('GDO-1103', `machine: missing; expected ${MACHINE_NAMES}`)
}

/**
 * A program from parsed JSON.
 *
 * @throws InputError that names the place, for instance `script[0][1].control`.
 */
export const parseProgram = (json: unknown): AnyProgram => {
  if (!isObject(json)) throw new InputError('GDO-1101', 'expected a program: a JSON object')
  checkEnvelope(json)
  const { programCodec } = machineNamed(json.machine as string)
  try {
    return programCodec.decode(json)
  } catch (error) {
    throw error instanceof Mismatch ? new InputError(CODES[error.fault], error.message) : error
  }
}

/** Answers to choices, by the choices’ ids or by their names in code. */
const parseAnswers = (json: unknown, at: string, { name: machine, choices }: Machine): AnyAnswers => {
  if (json === undefined) return {}
  if (!isObject(json)) throw new InputError('GDO-1108', `${at}: expected an object from choices to answers`)
  const answers: { [name: string]: string } = {}
  for (const [id, answer] of Object.entries(json)) {
    const name = choiceNamed(machine, choices, id)
    if (name === undefined) throw new InputError('GDO-1108', `${at}.${id}: no choice has this name`)
    const allowed: readonly unknown[] = choices[name]!.answers
    if (!allowed.includes(answer))
      throw new InputError('GDO-1108', `${at}.${id}: expected ${allowed.join(' or ')}`)
    answers[name] = String(answer)
  }
  return answers
}

/** What a file with a program holds. */
export interface StoredProgram {
  readonly program: AnyProgram
  /** Answers to choices under which a counterexample was found; empty for a mere program. */
  readonly answers: AnyAnswers
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
  const variant = typeof json.variant === 'string' ? json.variant : null
  const program = inside('program', () => parseProgram(json.program))
  const at = json.choices === undefined ? 'answers' : 'choices'
  const answers = parseAnswers(json[at], at, machineNamed(program.machine))
  return { program, answers, variant }
}

/** Names the place in what is thrown about a part of a file. */
const inside = <T>(place: string, read: () => T): T => {
  try {
    return read()
  } catch (error) {
    throw error instanceof InputError ? new InputError(error.code, `${place}.${error.message}`) : error
  }
}

/**
 * A program as one of a certain machine.
 *
 * @throws InputError if it is for another one.
 */
export const programFor = <T extends MachineTypes>(
  { name }: Machine<T>,
  program: AnyProgram,
): T['Program'] => {
  if (program.machine === name) return program
  throw new InputError('GDO-1107', `machine: expected ${name}, not ${JSON.stringify(program.machine)}`)
}
