/**
 * `gdo run PROGRAM`: the run of a program, as a table or as JSON.
 */
import { InputError } from '../../model/program.ts'
import type { Answers } from '../../model/x86/choices.ts'
import type { Program } from '../../model/x86/program.ts'
import type { Run } from '../../model/x86/run.ts'
import { allowedRuns, runProgram } from '../../model/x86/run-program.ts'
import type { Variant } from '../../model/x86/variants/variant.ts'
import { answersById } from '../ids.ts'
import { parseStored, type StoredProgram } from '../programs/parse.ts'
import { runJson } from '../reports/run-json.ts'
import { renderRun, type TableOptions } from '../reports/run-table.ts'
import { CHOICE_OPTION, type Command, VARIANT_OPTION } from './command.ts'
import { columns, readText, wantsColour, write, writeJson } from './output.ts'
import { findAnswers, findVariant, openRegistry } from './registry.ts'

/** Does something with a file, and names the file in what it throws. */
const about = <T>(path: string, action: () => T): T => {
  try {
    return action()
  } catch (error) {
    const name = path === '-' ? 'stdin' : path
    throw error instanceof InputError ? new InputError(error.code, `${name}: ${error.message}`) : error
  }
}

/** Reads a program or a counterexample; the place of an error begins with the file's name. */
export const readProgram = async (path: string): Promise<StoredProgram> => {
  const text = await readText(path)
  return about(path, () => parseStored(text))
}

/** How a run is shown on this terminal. */
const tableOptions = (verbose: boolean): TableOptions => ({
  width: columns(),
  colour: wantsColour(),
  verbose,
})

const answersText = (answers: Answers): string =>
  Object.entries(answersById(answers))
    .map(([id, answer]) => `${id}=${answer}`)
    .join(', ') || 'the default answers'

/** A run, and every set of answers that makes it. */
interface AllowedRun {
  readonly run: Run
  readonly answers: Answers[]
}

/** The runs that a variant allows; those that differ in nothing but their answers are one. */
const distinctRuns = (program: Program, variant: Variant): readonly AllowedRun[] => {
  const runs = new Map<string, AllowedRun>()
  for (const { run, answers } of allowedRuns(program, variant)) {
    const key = JSON.stringify({ ...runJson(run), choices: null })
    const known = runs.get(key)
    if (known) known.answers.push(answers)
    else runs.set(key, { run, answers: [answers] })
  }
  return [...runs.values()]
}

export const runCommand: Command = {
  positionals: ['PROGRAM'],
  options: {
    variant: VARIANT_OPTION,
    choice: CHOICE_OPTION,
    all: { type: 'boolean', meaning: 'every run that the open choices allow' },
    verbose: { type: 'boolean', meaning: 'every instruction of the guest’s handlers' },
  },
  details: `PROGRAM is a file with a program or a counterexample, or - for stdin. A counterexample brings its variant
and its answers to choices; --variant and --choice go before them.`,
  run: async (invocation) => {
    const registry = await openRegistry(invocation.texts('load'))
    const [path] = invocation.positionals as [string]
    const stored = await readProgram(path)
    const variant = findVariant(registry, invocation.text('variant') ?? stored.variant ?? undefined)
    const given = findAnswers(registry, invocation.texts('choice'), variant)
    const { program } = stored
    const json = invocation.flag('json')
    const options = tableOptions(invocation.flag('verbose'))

    if (!invocation.flag('all')) {
      const run = about(path, () => runProgram(program, variant, { ...stored.answers, ...given }))
      if (json) await writeJson({ variant: variant.id, ...runJson(run) })
      else await write(renderRun(program, run, options))
      return 0
    }

    const fixed = { ...variant, answers: { ...given, ...variant.answers } }
    const runs = about(path, () => distinctRuns(program, fixed))
    if (json) {
      const records = runs.map(({ run, answers }) => ({ answers: answers.map(answersById), ...runJson(run) }))
      await writeJson({ variant: variant.id, runs: records })
      return 0
    }
    const texts = runs.map(({ run, answers }, i) => {
      const made = answers.map(answersText).join('; or ')
      return `run ${i + 1} of ${runs.length}, with ${made}\n${renderRun(program, run, options)}`
    })
    await write(texts.join('\n'))
    return 0
  },
}
