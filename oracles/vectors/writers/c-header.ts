/**
 * C headers of tables, for emulators and VMMs: freestanding, without allocation, one for each decision.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commentText } from '../../reports/c/format.ts'
import type { VectorSource } from '../envelope.ts'
import { headerText } from './c/header.ts'
import { readbackProgram } from './c/readback.ts'
import { DECISIONS, decisionsOnly } from './tables/layout.ts'
import { snake } from './tables/names.ts'
import { expectedLines } from './tables/readback.ts'
import { type Table, tableOf } from './tables/rows.ts'
import { compareOutput, compile, type Tool, withBuildFolder } from './tables/tool.ts'
import type { Writer } from './writer.ts'

const FORMAT = 'c-header'

const COMPILER: Tool = { command: 'cc', what: 'C compiler', packages: 'gcc libc6-dev' }
const FLAGS = ['-std=c99', '-Wall', '-Wextra', '-Wpedantic', '-Werror']

const tablesOf = (sources: readonly VectorSource[]): Table[] =>
  sources.map((source) => tableOf(decisionsOnly(source, FORMAT)))

function* allLines(tables: readonly Table[]): Generator<string> {
  for (const table of tables) yield* expectedLines(table, commentText)
}

export const cHeaderWriter: Writer = {
  format: FORMAT,
  meaning: 'C headers of tables and a function that runs them, for emulators and VMMs',
  kinds: DECISIONS,
  files: (sources) =>
    tablesOf(sources).map((table) => ({
      name: `${snake(table.source.name)}.h`,
      text: () => headerText(table),
    })),
  check: async (folder, sources) => {
    await withBuildFolder(async (build) => {
      const tables = tablesOf(sources)
      const [source, program] = [join(build, 'readback.c'), join(build, 'readback')]
      await writeFile(source, readbackProgram(tables))
      await compile(COMPILER, [...FLAGS, '-I', folder, '-o', program, source])
      await compareOutput({ ...COMPILER, command: program }, [], allLines(tables))
    })
    return 'compiled, run and compared'
  },
}
