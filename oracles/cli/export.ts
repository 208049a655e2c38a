/**
 * `gdo export`: vectors for other projects' tests.
 */
import { InputError } from '../../model/program.ts'
import { packageVersion } from '../package.ts'
import type { VectorSource } from '../vectors/envelope.ts'
import { findOracle, oracles } from '../vectors/oracles.ts'
import { writeVectors } from '../vectors/output.ts'
import { isExported, isWrongForm } from '../vectors/variants.ts'
import { writers } from '../vectors/writers/index.ts'
import { holds, requireHeld, type Writer } from '../vectors/writers/writer.ts'
import { numberOption } from './check.ts'
import type { Command } from './command.ts'
import { write, writeJson } from './output.ts'
import { type AnyVariant, findVariant, itemsOf, openRegistry, type Registry } from './registry.ts'

const FORMATS = writers.map(({ format }) => format).join(', ')

const writerOf = (format: string): Writer => {
  const writer = writers.find((each) => each.format === format)
  if (!writer)
    throw new InputError('GDO-1005', `--format: expected one of ${FORMATS}, not ${JSON.stringify(format)}`)
  return writer
}

const MOST_VECTORS = 100_000_000

/** The variants that a file about a machine has expectations for, the reference first. */
const variantsOf = (registry: Registry, machine: string, ids: readonly string[]): readonly AnyVariant[] =>
  ids.length === 0
    ? itemsOf(registry.variants, machine).filter(isExported)
    : [...new Set(ids.map((id) => findVariant(registry, id, machine)))]

/** A source that knows how many vectors it made when it was asked last. */
const counted = (source: VectorSource): VectorSource & { readonly made: () => number } => {
  let made = 0
  return {
    ...source,
    made: () => made,
    *tests() {
      made = 0
      for (const test of source.tests()) {
        made += 1
        yield test
      }
    },
  }
}

export const exportCommand: Command = {
  positionals: ['[ORACLE…]'],
  options: {
    format: { type: 'string', value: 'F', meaning: `${FORMATS}; default json` },
    out: { type: 'string', value: 'DIR', meaning: 'where to: a folder that is new or empty' },
    count: {
      type: 'string',
      value: 'N',
      meaning: 'vectors of each oracle: those with a reason first, then random ones',
    },
    seed: { type: 'string', value: 'S', meaning: 'seed of the random ones; default 1' },
    variant: {
      type: 'string',
      multiple: true,
      value: 'V',
      meaning: 'whose expectations, the reference first; default the ideal machine, patches and kernels',
    },
  },
  details: `ORACLE is a decision, or the programs of a machine (x86/programs, …); default all that the format holds.
${writers.map(({ format, meaning }) => `  ${format.padEnd(8)}  ${meaning}`).join('\n')}
Each file is read back, or compiled, and its vectors are run again before it gets its name.`,
  run: async (invocation) => {
    const out = invocation.text('out')
    if (out === undefined)
      throw new InputError('GDO-1004', 'export: expected --out DIR; see gdo export --help')
    if (out === '-')
      throw new InputError(
        'GDO-1005',
        '--out: expected a folder: what is written is read back, which a pipe cannot',
      )
    const writer = writerOf(invocation.text('format') ?? 'json')
    const registry = await openRegistry(invocation.texts('load'))
    const asked = invocation.positionals
    const chosen =
      asked.length === 0
        ? oracles.filter((oracle) => holds(writer, oracle))
        : [...new Set(asked.map(findOracle))]
    for (const oracle of chosen) requireHeld(writer, oracle.id, oracle)
    const seed = numberOption(invocation, 'seed', 1, 0x7fffffff)
    const count =
      invocation.text('count') !== undefined ? numberOption(invocation, 'count', 0, MOST_VECTORS, 1) : null
    const generatorVersion = packageVersion()
    const sources = chosen.map(({ machine, source }) =>
      counted(
        source({
          variants: variantsOf(registry, machine, invocation.texts('variant')),
          wrong: itemsOf(registry.variants, machine).filter(isWrongForm),
          seed,
          generatorVersion,
          ...(count === null ? {} : { count }),
        }),
      ),
    )
    const { files, checked } = await writeVectors(writer, sources, out)
    if (typeof checked !== 'string')
      process.stderr.write(`gdo: not read back: ${checked.message}; ${checked.remedy}\n`)
    for (const { header, made } of sources)
      if (count !== null && made() < count)
        process.stderr.write(`gdo: ${header.subject}: ${made()} vectors, it has no more\n`)
    const how = typeof checked === 'string' ? checked : null
    if (invocation.flag('json')) await writeJson({ format: writer.format, files, checked: how })
    else
      await write(
        `${files.length} ${files.length === 1 ? 'file' : 'files'} in ${out}${how === null ? '' : `, ${how}`}.\n`,
      )
    return 0
  },
}
