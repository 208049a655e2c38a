/**
 * Runs of the arm64 machine as tables: nothing is left out, and every line fits.
 */
import { expect, test } from 'vitest'
import { runProgram } from '../../model/arm64/index.ts'
import { variants } from '../../model/arm64/variants/index.ts'
import { runRows } from '../../oracles/reports/arm64/run-rows.ts'
import { renderRun } from '../../oracles/reports/run-table.ts'
import { arm64 } from '../../properties/arm64/machine.ts'
import { Checker } from '../../properties/check.ts'

const { samplePrograms } = new Checker(arm64)
const shown = variants.filter(({ status }) => status !== 'mutant')

test.each(arm64.programClasses)('of the class %s: every event stands in exactly one row', (name) => {
  for (const [n, program] of samplePrograms(name, 60, 3).entries()) {
    const run = runProgram(program, shown[n % shown.length]!)
    for (const verbose of [false, true]) {
      const rows = runRows(program, run, { verbose })
      expect(rows.flatMap(({ events }) => events).sort((a, b) => a - b)).toEqual([...run.events.keys()])
    }
    for (const width of [72, 100])
      for (const line of renderRun(program, run, { width }).split('\n'))
        expect([...line].length, line).toBeLessThanOrEqual(width)
  }
})
