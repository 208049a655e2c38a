/**
 * `gdo report FILE`: what to attach to a bug report.
 *
 * | code     | what is wrong with the file                                        |
 * |----------|--------------------------------------------------------------------|
 * | GDO-1501 | it is neither a counterexample nor a finding                       |
 * | GDO-1502 | a field of a finding is not as it is stored                        |
 * | GDO-1503 | it is about a rule: no program shows it                            |
 * | GDO-1504 | there is nothing that a C file could compare                       |
 */

import { InputError } from '../../model/program.ts'
import { isObject } from '../codec.ts'
import { machineNamed } from '../machines/index.ts'
import { packageVersion } from '../package.ts'
import { parseStored } from '../programs/parse.ts'
import {
  COUNTEREXAMPLE_FORMAT,
  COUNTEREXAMPLE_VERSION,
  type StoredCounterexample,
} from '../reports/counterexample.ts'
import { FINDING_FORMAT, FINDING_VERSION, parseFinding } from '../reports/finding.ts'
import { markdownReport } from '../reports/markdown.ts'
import { counterexampleSubject, findingSubject, type Subject } from '../reports/subject.ts'
import { textReport } from '../reports/text.ts'
import type { Command } from './command.ts'
import { readText, write, writeJson } from './output.ts'
import { find, findVariant, openRegistry, propertiesOf, type Registry, variantsOf } from './registry.ts'

const FORMATS: {
  readonly [format: string]: (subject: Subject, version: string) => string | Promise<string>
} = {
  text: textReport,
  markdown: markdownReport,
  c: async (subject, version) => {
    const { name, cReport } = machineNamed(subject.program.machine)
    if (cReport) return cReport(subject, version)
    throw new InputError(
      'GDO-1504',
      `no C file: nothing runs programs of ${name} on a kernel; use --format text`,
    )
  },
}
const FORMAT_NAMES = Object.keys(FORMATS).join(', ')

const fault = (what: string): InputError => new InputError('GDO-1501', what)

type JsonObject = { readonly [name: string]: unknown }

const VERSIONS: { readonly [format: string]: number } = {
  [COUNTEREXAMPLE_FORMAT]: COUNTEREXAMPLE_VERSION,
  [FINDING_FORMAT]: FINDING_VERSION,
}

/** The JSON of a file that can be reported. */
const parseEnvelope = (text: string): JsonObject => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw fault(text.trim() === '' ? 'the file is empty' : 'not JSON, or cut off')
  }
  const version = isObject(json) ? VERSIONS[String(json.format)] : undefined
  if (!isObject(json) || version === undefined)
    throw fault(
      `expected format ${COUNTEREXAMPLE_FORMAT} or ${FINDING_FORMAT}; gdo check --save DIR writes such files`,
    )
  if (json.version !== version)
    throw fault(`version: this release reads version ${version}, not ${JSON.stringify(json.version)}`)
  return json
}

/** What `check --save` wrote. */
const checkCounterexample = (json: JsonObject): StoredCounterexample => {
  for (const name of ['property', 'variant', 'violation'] as const)
    if (typeof json[name] !== 'string') throw fault(`${name}: expected a string`)
  const { provenance } = json
  if (!isObject(provenance) || typeof provenance.seed !== 'number' || typeof provenance.after !== 'number')
    throw fault('provenance: expected the numbers seed and after')
  if (json.program === null)
    throw new InputError('GDO-1503', 'it is about a rule and has no program to report')
  return json as unknown as StoredCounterexample
}

const counterexample = async (json: JsonObject, registry: Registry): Promise<Subject> => {
  const stored = checkCounterexample(json)
  const { program, answers } = parseStored(JSON.stringify(stored))
  const machine = machineNamed(program.machine)
  const property = find('property', await registry.properties(), stored.property)
  const variant = findVariant(registry, stored.variant, machine.name)
  return counterexampleSubject(machine, { ...stored, program }, property, variant, answers)
}

const finding = async (json: JsonObject, registry: Registry): Promise<Subject> => {
  const stored = parseFinding(json)
  const machine = machineNamed(stored.program.machine)
  const properties = await propertiesOf(registry, machine)
  const variants = variantsOf(registry, machine)
  const variant = find('variant', variants, stored.variant)
  const property = stored.property === null ? null : find('property', properties, stored.property)
  return findingSubject(machine, stored, variant, property, variants, properties)
}

/** Names the file in what is thrown about it. */
const about = async <T>(path: string, action: () => Promise<T>): Promise<T> => {
  try {
    return await action()
  } catch (error) {
    const name = path === '-' ? 'stdin' : path
    throw error instanceof InputError ? new InputError(error.code, `${name}: ${error.message}`) : error
  }
}

export const reportCommand: Command = {
  positionals: ['FILE'],
  options: {
    format: { type: 'string', value: 'F', meaning: `${FORMAT_NAMES}; default text` },
  },
  details: `FILE is a counterexample (gdo check --save) or a finding (gdo diff), - for stdin.
text is fit for a mailing list, markdown for an issue tracker; c is a program that runs on /dev/kvm and exits with 0 if what is
expected was seen, 1 if not, and 125 if it cannot tell, as git bisect run wants it.`,
  run: async (invocation) => {
    const format = invocation.text('format') ?? 'text'
    if (!Object.hasOwn(FORMATS, format))
      throw new InputError(
        'GDO-1005',
        `--format: expected one of ${FORMAT_NAMES}, not ${JSON.stringify(format)}`,
      )
    const [path] = invocation.positionals as [string]
    const content = await readText(path)
    const registry = await openRegistry(invocation.texts('load'))
    const version = packageVersion()
    const text = await about(path, async () => {
      const json = parseEnvelope(content)
      const subject =
        json.format === FINDING_FORMAT ? await finding(json, registry) : await counterexample(json, registry)
      return FORMATS[format]!(subject, version)
    })
    if (invocation.flag('json')) await writeJson({ format, text })
    else await write(text)
    return 0
  },
}
