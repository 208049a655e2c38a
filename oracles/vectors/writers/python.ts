/**
 * Python modules of vectors, for pytest: parametrised cases and a check with readable assertions, one for each decision.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { VectorSource } from '../envelope.ts'
import { moduleText } from './python/module.ts'
import { readbackProgram } from './python/readback.ts'
import { DECISIONS, decisionsOnly } from './tables/layout.ts'
import { snake } from './tables/names.ts'
import { expectedLines } from './tables/readback.ts'
import { type Table, tableOf } from './tables/rows.ts'
import { compareOutput, type Tool, withBuildFolder } from './tables/tool.ts'
import type { Writer } from './writer.ts'

const FORMAT = 'python'

const INTERPRETER: Tool = { command: 'python3', what: 'Python', packages: 'python3' }

const tablesOf = (sources: readonly VectorSource[]): Table[] =>
  sources.map((source) => tableOf(decisionsOnly(source, FORMAT)))

function* allLines(tables: readonly Table[]): Generator<string> {
  for (const table of tables) yield* expectedLines(table)
}

export const pythonWriter: Writer = {
  format: FORMAT,
  meaning: 'Python modules of cases for pytest',
  kinds: DECISIONS,
  files: (sources) =>
    tablesOf(sources).map((table) => ({
      name: `${snake(table.source.name)}.py`,
      text: () => moduleText(table),
    })),
  check: async (folder, sources) => {
    await withBuildFolder(async (build) => {
      const tables = tablesOf(sources)
      const program = join(build, 'readback.py')
      await writeFile(program, readbackProgram(tables))
      // -B: without __pycache__ beside the modules.
      await compareOutput(INTERPRETER, ['-B', program, folder], allLines(tables))
    })
    return 'imported and compared'
  },
}
