/**
 * `gdo report COUNTEREXAMPLE`: what to attach to a bug report.
 */
import { readFile } from 'node:fs/promises'
import { InputError } from '../../model/program.ts'
import { isObject } from '../codec.ts'
import { parseStored } from '../programs/parse.ts'
import {
  COUNTEREXAMPLE_FORMAT,
  COUNTEREXAMPLE_VERSION,
  type StoredCounterexample,
} from '../reports/counterexample.ts'
import { textReport } from '../reports/text.ts'
import type { Command } from './command.ts'
import { readText, write, writeJson } from './output.ts'
import { find, openRegistry } from './registry.ts'

const FORMATS = ['text'] as const

/** The version of this package. */
export const packageVersion = async (): Promise<string> => {
  const text = await readFile(new URL('../../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

const fault = (path: string, what: string): InputError => new InputError('GDO-1501', `${path}: ${what}`)

/** What `check --save` wrote. */
const readCounterexample = async (path: string): Promise<StoredCounterexample> => {
  const text = await readText(path)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw fault(path, 'not JSON')
  }
  if (!isObject(json) || json.format !== COUNTEREXAMPLE_FORMAT)
    throw fault(path, `expected format ${COUNTEREXAMPLE_FORMAT}; gdo check --save DIR writes such files`)
  if (json.version !== COUNTEREXAMPLE_VERSION)
    throw fault(path, `version ${String(json.version)}, expected ${COUNTEREXAMPLE_VERSION}`)
  for (const field of ['property', 'variant', 'violation'] as const)
    if (typeof json[field] !== 'string') throw fault(path, `${field}: expected a string`)
  const { provenance } = json
  if (!isObject(provenance) || typeof provenance.seed !== 'number' || typeof provenance.after !== 'number')
    throw fault(path, 'provenance: expected the numbers seed and after')
  if (json.program === null) throw fault(path, 'it is about a rule and has no program to report')
  return json as unknown as StoredCounterexample
}

export const reportCommand: Command = {
  positionals: ['COUNTEREXAMPLE'],
  options: {
    format: { type: 'string', value: 'F', meaning: `${FORMATS.join(', ')}; default text` },
  },
  details: 'COUNTEREXAMPLE is a file that gdo check --save wrote.',
  run: async (invocation) => {
    const format = invocation.text('format') ?? 'text'
    if (!FORMATS.includes(format as (typeof FORMATS)[number]))
      throw new InputError(
        'GDO-1005',
        `--format: expected ${FORMATS.join(' or ')}, not ${JSON.stringify(format)}`,
      )
    const [path] = invocation.positionals as [string]
    const stored = await readCounterexample(path)
    const registry = await openRegistry(invocation.texts('load'))
    const property = find('property', await registry.properties(), stored.property)
    const variant = find('variant', registry.variants, stored.variant)
    const { program, answers } = parseStored(JSON.stringify(stored))
    const text = textReport({
      stored: { ...stored, program },
      property,
      variant,
      answers,
      version: await packageVersion(),
    })
    if (invocation.flag('json')) await writeJson({ format, text })
    else await write(text)
    return 0
  },
}
