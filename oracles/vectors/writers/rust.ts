/**
 * Rust modules of vectors, for `#[test]`: `no_std` and without dependencies, one for each decision. Many vectors lie
 * in a file of bytes beside the module, which has them by `include_bytes!`.
 */
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { VectorSource } from '../envelope.ts'
import { tableBytes } from './rust/bytes.ts'
import { moduleText } from './rust/module.ts'
import { readbackProgram } from './rust/readback.ts'
import { DECISIONS, decisionsOnly } from './tables/layout.ts'
import { snake } from './tables/names.ts'
import { expectedLines } from './tables/readback.ts'
import { type Table, tableOf } from './tables/rows.ts'
import { compareOutput, compile, type Tool, withBuildFolder } from './tables/tool.ts'
import type { OutputFile, Writer } from './writer.ts'

const FORMAT = 'rust'

/** The most vectors that a module has as source. */
export const MOST_IN_SOURCE = 2000

const COMPILER: Tool = { command: 'rustc', what: 'Rust compiler', packages: 'rustc' }
const FLAGS = ['--edition', '2021', '-D', 'warnings', '-C', 'debuginfo=0']

const tablesOf = (sources: readonly VectorSource[]): Table[] =>
  sources.map((source) => tableOf(decisionsOnly(source, FORMAT)))

const filesOf = (table: Table): OutputFile[] => {
  const name = snake(table.source.name)
  const hasBytes = table.count > MOST_IN_SOURCE
  const module = { name: `${name}.rs`, text: () => moduleText(table, hasBytes) }
  return hasBytes ? [module, { name: `${name}.bin`, text: () => tableBytes(table) }] : [module]
}

function* allLines(tables: readonly Table[]): Generator<string> {
  for (const table of tables) yield* expectedLines(table)
}

export const rustWriter: Writer = {
  format: FORMAT,
  meaning: 'Rust modules (no_std) for #[test]; many vectors as bytes beside them',
  kinds: DECISIONS,
  files: (sources) => tablesOf(sources).flatMap(filesOf),
  check: async (folder, sources) => {
    await withBuildFolder(async (build) => {
      const tables = tablesOf(sources)
      const [source, program] = [join(build, 'readback.rs'), join(build, 'readback')]
      await writeFile(source, readbackProgram(tables, resolve(folder)))
      await compile(COMPILER, [...FLAGS, '-o', program, source])
      await compareOutput({ ...COMPILER, command: program }, [], allLines(tables))
    })
    return 'compiled, run and compared'
  },
}
