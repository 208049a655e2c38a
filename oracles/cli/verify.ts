/**
 * `gdo verify FILE…`: vectors run again.
 */
import { InputError } from '../../model/program.ts'
import { openTarget, TARGET_NAMES } from '../targets/open.ts'
import { ANSWERS_WITHIN } from '../targets/process.ts'
import { JunitSuite, junitXml } from '../vectors/junit.ts'
import { writeWhole } from '../vectors/output.ts'
import { type OpenVectors, openVectors } from '../vectors/read.ts'
import { processRespondent, targetRespondent, variantRespondent } from '../vectors/respond.ts'
import {
  type Known,
  modelRespondent,
  noteText,
  type Respondent,
  subjectOf,
  type Verified,
  verifyVectors,
} from '../vectors/verify.ts'
import { numberOption, ticker } from './check.ts'
import type { Command, Invocation } from './command.ts'
import { flavourOption } from './flavour.ts'
import { write, writeJson } from './output.ts'
import { find, openRegistry } from './registry.ts'

/** What came of one file. */
interface FileResult {
  readonly file: string
  readonly subject: string
  /** Whose expectations were compared: an id, or `all`. */
  readonly variant: string
  agreed: number
  differs: number
  failed: number
  readonly skipped: { [reason: string]: number }
}

type OpenRespondent = Respondent & { readonly variant: string; readonly close: () => Promise<void> }

const respondentFor = async (
  file: OpenVectors,
  known: Known,
  asked: string | null,
  target: string | null,
  invocation: Invocation,
): Promise<OpenRespondent> => {
  const decision = subjectOf(file, known)
  if (target === null)
    return { ...modelRespondent(file, known, asked), variant: asked ?? 'all', close: async () => {} }
  const answersWithin = 1000 * numberOption(invocation, 'time-limit', ANSWERS_WITHIN / 1000, 86_400)
  if (decision && target.startsWith('model:'))
    return variantRespondent(file, known, asked, decision, find('variant', known.variants, target.slice(6)))
  if (decision && !target.startsWith('exec:'))
    throw new InputError(
      'GDO-1721',
      `${file.path}: vectors of a decision are for --target exec:COMMAND or model:VARIANT, not ${target}`,
    )
  const flavour = invocation.text('flavour')
  const opened = await openTarget(target, {
    modules: invocation.texts('load'),
    ...(flavour === undefined ? {} : { flavour }),
  })
  return decision
    ? processRespondent(file, known, asked, decision, opened, answersWithin)
    : targetRespondent(file, known, asked, opened, answersWithin)
}

/** The lines about a vector that is not as expected. */
const failureText = ({ path, header }: OpenVectors, { id, notes, why, outcome }: Verified): string => {
  if (outcome.kind === 'failed') return `${path}: ${id}: ${outcome.reason}\n`
  if (outcome.kind !== 'differs') return ''
  return [
    ...outcome.mismatches.map(
      ({ variant, field, expected, actual }) =>
        `${path}: ${id}: ${field} (${variant})\n  expected  ${expected}\n  actual    ${actual}\n`,
    ),
    `  why it is there: ${why}\n`,
    ...notes.map((name) => `  ${noteText(header, name)}\n`),
  ].join('')
}

const skippedText = ({ file, skipped }: FileResult): string =>
  Object.entries(skipped)
    .map(([reason, count]) => `${file}: ${count} not compared: ${reason}\n`)
    .join('')

const summaryText = (results: readonly FileResult[], name: string): string => {
  const sum = (of: (result: FileResult) => number): number => results.reduce((all, each) => all + of(each), 0)
  const skipped = sum(({ skipped: by }) => Object.values(by).reduce((a, b) => a + b, 0))
  const parts = [
    `${sum(({ agreed }) => agreed)} vectors agree`,
    ...(sum(({ differs }) => differs) > 0 ? [`${sum(({ differs }) => differs)} differ`] : []),
    ...(sum(({ failed }) => failed) > 0 ? [`${sum(({ failed }) => failed)} were not answered`] : []),
    ...(skipped > 0 ? [`${skipped} were not compared`] : []),
  ]
  return `${name}, ${results.length} ${results.length === 1 ? 'file' : 'files'}: ${parts.join(', ')}.\n`
}

export const verifyCommand: Command = {
  positionals: ['FILE…'],
  options: {
    target: {
      type: 'string',
      value: 'T',
      meaning: `${TARGET_NAMES}; default the model itself`,
    },
    variant: {
      type: 'string',
      value: 'V',
      meaning:
        'whose expectations; default all of the file, on a target those of the variant that describes it',
    },
    flavour: flavourOption,
    junit: { type: 'string', value: 'FILE', meaning: 'writes the results as JUnit XML, too' },
    'time-limit': {
      type: 'string',
      value: 'SECONDS',
      meaning: `until T must have answered a vector; default ${ANSWERS_WITHIN / 1000}`,
    },
  },
  details: `FILE is what gdo export wrote as json or ndjson. A file that was changed or is cut off is refused.
Vectors of a decision are for exec: and model:; exec: gets one input per line and answers with one JSON object.
Exit code 1 if something else comes out than is expected; 3 if the target did not answer.`,
  run: async (invocation) => {
    const registry = await openRegistry(invocation.texts('load'))
    const known: Known = registry
    const given = invocation.text('variant')
    const asked = given === undefined ? null : find('variant', registry.variants, given).id
    const target = invocation.text('target') ?? null
    const junit = invocation.text('junit')
    const results: FileResult[] = []
    const suites: JunitSuite[] = []
    const mismatches: {
      file: string
      id: string
      variant: string
      field: string
      expected: string
      actual: string
    }[] = []
    const tick = ticker()
    let seen = 0
    for (const path of invocation.positionals) {
      const file = await openVectors(path)
      const respondent = await respondentFor(file, known, asked, target, invocation)
      const result: FileResult = {
        file: path,
        subject: file.header.subject,
        variant: respondent.variant,
        agreed: 0,
        differs: 0,
        failed: 0,
        skipped: {},
      }
      results.push(result)
      const suite = junit === undefined ? null : new JunitSuite(path, file.header)
      if (suite) suites.push(suite)
      try {
        for await (const verified of verifyVectors(file, respondent)) {
          const { id, outcome } = verified
          suite?.add(verified)
          seen += 1
          if (seen % 100 === 0) tick(`${seen} vectors`)
          if (outcome.kind === 'skipped')
            result.skipped[outcome.reason] = (result.skipped[outcome.reason] ?? 0) + 1
          else result[outcome.kind] += 1
          if (outcome.kind === 'differs')
            mismatches.push(...outcome.mismatches.map((mismatch) => ({ file: path, id, ...mismatch })))
          if (!invocation.flag('json')) {
            const text = failureText(file, verified)
            if (text !== '') {
              tick('')
              await write(text)
            }
          }
        }
      } finally {
        await respondent.close()
      }
    }
    tick('')
    if (invocation.flag('json'))
      await writeJson({
        target: target ?? 'the model',
        files: results.map((each) => ({ ...each })),
        mismatches,
      })
    else {
      for (const result of results) await write(skippedText(result))
      await write(summaryText(results, target ?? 'the model'))
    }
    // Last: what was found is not lost with it.
    if (junit !== undefined) await writeWhole(junit, junitXml(suites))
    if (results.some(({ differs }) => differs > 0)) return 1
    return results.some(({ failed }) => failed > 0) ? 3 : 0
  },
}
