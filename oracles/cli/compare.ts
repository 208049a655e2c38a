/**
 * `gdo compare A B`: the rules in which two variants differ and, for each, the shortest program that separates them.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError } from '../../model/program.ts'
import type { Counterexample } from '../../properties/check.ts'
import type { MachineTypes } from '../../properties/machine.ts'
import type { Json } from '../codec.ts'
import { differingParts, type Part, type Separation, Separator, withPart } from '../differential/compare.ts'
import { answersById, idOf } from '../ids.ts'
import { counterexampleText, steps } from '../reports/counterexample.ts'
import { renderRun } from '../reports/run-table.ts'
import { numberOption, ticker } from './check.ts'
import type { Command } from './command.ts'
import { columns, wantsColour, write, writeJson } from './output.ts'
import { itemsOf, machineOf, openRegistry, variantNamed } from './registry.ts'

interface Result {
  readonly part: Part
  readonly found: Separation | null
  /** Counterexamples on A to properties that A keeps there with this part of B. */
  readonly mended: readonly Counterexample<MachineTypes>[]
}

/** A file for each program: what it separates, and what it convicts one of. */
const savePrograms = async (folder: string, results: readonly Result[]): Promise<void> => {
  await mkdir(folder, { recursive: true })
  const files = results.flatMap(({ part, found, mended }) => {
    const name = part.kind === 'slot' ? 'slots' : part.name
    return [
      ...(found ? [[name, found.program] as const] : []),
      ...mended.map(({ property, program }) => [`${name}-${property.id.split('/')[1]}`, program] as const),
    ]
  })
  for (const [name, program] of files)
    await writeFile(join(folder, `${name}.json`), `${JSON.stringify(program, null, 2)}\n`)
}

/** Counterexamples shown for each part; the others are named. */
const MOST_MENDED = 3

export const compareCommand: Command = {
  positionals: ['A', 'B'],
  options: {
    runs: {
      type: 'string',
      value: 'N',
      meaning: 'random programs of each class where no small one separates; default 500',
    },
    seed: { type: 'string', value: 'S', meaning: 'seed of the random programs; default 1' },
    save: {
      type: 'string',
      value: 'DIR',
      meaning: 'writes the programs to DIR: gdo diff --target T --program DIR runs them on a kernel',
    },
  },
  details: `For each rule, slot or choice in which B differs from A: the shortest program on which A with that one part of B
shows what A does not allow, and the shortest ones on which A breaks a property that the part mends.
Exit code 1 if any program separates them.`,
  run: async (invocation) => {
    const registry = await openRegistry(invocation.texts('load'))
    const [a, b] = invocation.positionals.map((id) => variantNamed(registry.variants, id)) as [
      (typeof registry.variants)[number],
      (typeof registry.variants)[number],
    ]
    const machine = machineOf(a)
    if (machineOf(b) !== machine)
      throw new InputError('GDO-1405', `${a.id} and ${b.id} are variants of different machines`)
    const separator = new Separator(await machine.tried())
    const options = {
      runs: numberOption(invocation, 'runs', 500, 1_000_000),
      seed: numberOption(invocation, 'seed', 1, 0x7fffffff),
    }
    const tick = ticker()
    const parts = differingParts(a, b)
    const slots = parts.filter((part) => part.kind === 'slot')
    // Slots share their state: they are swapped together, under the name of all.
    const units: Part[] = [
      ...parts.filter((part) => part.kind !== 'slot'),
      ...(slots.length > 0
        ? [{ kind: 'slot' as const, name: slots.map((part) => part.name).join(', ') }]
        : []),
    ]
    tick(`properties of ${a.id} …`)
    const properties = itemsOf(await registry.properties(), machine.name)
    const broken = separator.broken(a, properties, options)
    const results = units.map((part): Result => {
      tick(`${part.name} …`)
      const swapped = withPart(a, b, part)
      return {
        part,
        found: separator.separate(a, swapped, options),
        mended: broken
          .filter((counterexample) => separator.isKept(counterexample, swapped))
          .sort((one, other) => steps(one.program!) - steps(other.program!)),
      }
    })
    tick('')
    const separated = results.some(({ found }) => found !== null)
    const folder = invocation.text('save')
    if (folder !== undefined) await savePrograms(folder, results)
    if (invocation.flag('json')) {
      await writeJson({
        a: a.id,
        b: b.id,
        parts: results.map(({ part, found, mended }) => ({
          kind: part.kind,
          name: part.name,
          separation: found && {
            program: found.program as unknown as Json,
            answers: answersById(machine.name, found.answers),
            difference: found.difference,
            shortest: found.shortest,
          },
          mends: mended.map(({ property, program }) => ({
            property: property.id,
            program: program as unknown as Json,
          })),
        })),
      })
      return separated ? 1 : 0
    }
    const table = { width: columns(), colour: wantsColour(), verbose: false }
    const sections = results.map(({ part, found, mended }) => {
      const id = part.kind === 'slot' ? part.name : idOf(machine.name, part.name)
      const answers =
        part.kind === 'choice'
          ? `: ${separator.answerText(a, part.name)} → ${separator.answerText(b, part.name)}`
          : ''
      const title = `${part.kind} ${id}${answers}`
      if (found === null) return `${title}\n  no program found that shows it\n`
      const swapped = withPart(a, b, part)
      const proof = found.shortest ? 'no shorter program over the alphabet shows it' : 'not proved minimal'
      const made = machine.runProgram(found.program, swapped, found.answers)
      const run = renderRun(found.program, made, table)
      const texts = [run, ...mended.slice(0, MOST_MENDED).map((each) => counterexampleText(each, table))]
      const more = mended.slice(MOST_MENDED).map(({ property }) => property.id)
      const rest = more.length === 0 ? '' : `  Mends as well: ${more.join(', ')}.\n`
      const shown = texts.map((text) => text.replace(/^(?=.)/gm, '  ')).join('\n')
      return `${title}\n  ${found.difference} (${proof})\n\n${shown}${rest}`
    })
    const count = `${a.id} and ${b.id} differ in ${units.length} part${units.length === 1 ? '' : 's'}.`
    await write(`${count}\n\n${sections.join('\n')}`)
    return separated ? 1 : 0
  },
}
