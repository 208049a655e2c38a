/**
 * `gdo run PROGRAM`: the run of a program, as a table or as JSON.
 */
import { InputError } from '../../model/program.ts'
import type { MachineTypes } from '../../properties/machine.ts'
import type { AnyAnswers } from '../decisions/decision.ts'
import { answersById, machineIn } from '../ids.ts'
import { machineNamed } from '../machines/index.ts'
import type { Machine } from '../machines/machine.ts'
import { parseStored, type StoredProgram } from '../programs/parse.ts'
import { renderRun, type TableOptions } from '../reports/run-table.ts'
import { type Side, sideBySide } from '../reports/side-by-side.ts'
import { CHOICE_OPTION, type Command, type Invocation, VARIANT_OPTION } from './command.ts'
import { columns, readText, wantsColour, write, writeJson } from './output.ts'
import { type AnyVariant, findAnswers, findVariant, openRegistry, type Registry } from './registry.ts'

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

const answersText = (machine: Machine, answers: AnyAnswers): string =>
  Object.entries(answersById(machine.name, answers))
    .map(([id, answer]) => `${id}=${answer}`)
    .join(', ') || 'the default answers'

/** A run, and every set of answers that makes it. */
interface AllowedRun {
  readonly run: MachineTypes['Run']
  readonly answers: AnyAnswers[]
}

/** The runs that a variant allows; those that differ in nothing but their answers are one. */
const distinctRuns = (
  { allowedRuns, words }: Machine,
  program: MachineTypes['Program'],
  variant: AnyVariant,
): readonly AllowedRun[] => {
  const runs = new Map<string, AllowedRun>()
  for (const { run, answers: given } of allowedRuns(program, variant)) {
    const answers = given as AnyAnswers
    const key = JSON.stringify({ ...words.json(run), choices: null })
    const known = runs.get(key)
    if (known) known.answers.push(answers)
    else runs.set(key, { run, answers: [answers] })
  }
  return [...runs.values()]
}

/** The variants of `A,B`. What names another machine belongs to the variant before it: `vmm/qemu,x86/linux-6.1-svm`. */
const sidesOf = (names: string, { name, layer }: Machine): readonly string[] => {
  const sides: string[] = []
  for (const part of names.split(',')) {
    const isBeneath = layer !== null && part.includes('/') && machineIn(part) !== name
    if (isBeneath && sides.length > 0) sides.push(`${sides.pop()},${part}`)
    else sides.push(part)
  }
  return sides
}

/**
 * The variant that a program is run under.
 *
 * @throws InputError if it names another machine than the program’s, or another beneath it.
 */
const variantFor = (
  registry: Registry,
  machine: Machine,
  program: MachineTypes['Program'],
  id: string | undefined,
): AnyVariant => {
  const variant = findVariant(registry, id, machine.name)
  const [, ...beneath] = variant.id.split(',').map(machineIn)
  const wanted = machine.layer?.beneath(program)
  if (wanted !== undefined && beneath.length > 0 && !beneath.includes(wanted))
    throw new InputError('GDO-1406', `${variant.id}: the program’s guest is of ${wanted}`)
  return variant
}

/** The run of a program under each of two variants. */
const runBoth = async (
  invocation: Invocation,
  registry: Registry,
  machine: Machine,
  path: string,
  program: MachineTypes['Program'],
  names: readonly string[],
): Promise<void> => {
  if (names.length !== 2 || invocation.flag('all'))
    throw new InputError('GDO-1003', '--variant A,B takes two variants, and not with --all')
  const sides = names.map((name) => {
    const variant = variantFor(registry, machine, program, name)
    const answers = findAnswers(registry, invocation.texts('choice'), variant)
    return { variant: variant.id, run: about(path, () => machine.runProgram(program, variant, answers)) }
  })
  if (invocation.flag('json')) {
    const runs = sides.map(({ variant, run }) => ({ variant, ...machine.words.json(run) }))
    await writeJson({ runs })
    return
  }
  const [left, right] = sides.map(({ variant, run }) => ({
    variant,
    observation: machine.observationOf(run),
  })) as [Side, Side]
  await write(sideBySide(program, [left, right], { width: columns(), colour: wantsColour() }))
}

export const runCommand: Command = {
  positionals: ['PROGRAM'],
  options: {
    variant: { ...VARIANT_OPTION, meaning: `${VARIANT_OPTION.meaning}; A,B for two side by side` },
    choice: CHOICE_OPTION,
    all: { type: 'boolean', meaning: 'every run that the open choices allow' },
    verbose: { type: 'boolean', meaning: 'every instruction of the guest’s handlers' },
  },
  details: `PROGRAM is a file with a program or a counterexample, or - for stdin. A counterexample brings its variant
and its answers to choices; --variant and --choice go before them. Side by side are what host and guest see, which is
what a target shows too.`,
  run: async (invocation) => {
    const registry = await openRegistry(invocation.texts('load'))
    const [path] = invocation.positionals as [string]
    const stored = await readProgram(path)
    const machine = machineNamed(stored.program.machine)
    const named = invocation.text('variant') ?? stored.variant ?? undefined
    const sides = named === undefined ? [] : sidesOf(named, machine)
    if (sides.length > 1) {
      await runBoth(invocation, registry, machine, path, stored.program, sides)
      return 0
    }
    const variant = variantFor(registry, machine, stored.program, named)
    const given = findAnswers(registry, invocation.texts('choice'), variant)
    const { program } = stored
    const json = invocation.flag('json')
    const options = tableOptions(invocation.flag('verbose'))

    if (!invocation.flag('all')) {
      const run = about(path, () => machine.runProgram(program, variant, { ...stored.answers, ...given }))
      if (json) await writeJson({ variant: variant.id, ...machine.words.json(run) })
      else await write(renderRun(program, run, options))
      return 0
    }

    const fixed = { ...variant, answers: { ...given, ...variant.answers } }
    const runs = about(path, () => distinctRuns(machine, program, fixed))
    if (json) {
      const records = runs.map(({ run, answers }) => ({
        answers: answers.map((each) => answersById(machine.name, each)),
        ...machine.words.json(run),
      }))
      await writeJson({ variant: variant.id, runs: records })
      return 0
    }
    const texts = runs.map(({ run, answers }, i) => {
      const made = answers.map((each) => answersText(machine, each)).join('; or ')
      return `run ${i + 1} of ${runs.length}, with ${made}\n${renderRun(program, run, options)}`
    })
    await write(texts.join('\n'))
    return 0
  },
}
