/**
 * The programs of FINDINGS.md: each is one that the kernels named there do otherwise than the ideal machine allows.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ideal, runProgram, type Variant } from '../model/x86/index.ts'
import { linux61Svm, linux72Svm, linux618Pvm } from '../model/x86/variants/kernels.ts'
import { Allowed, judge } from '../oracles/differential/judge.ts'
import { x86 } from '../oracles/machines/x86.ts'
import { parseStored, programFor } from '../oracles/programs/parse.ts'
import { observationOf } from '../oracles/targets/x86/observation.ts'

const FOLDER = new URL('../findings/', import.meta.url)
const names = readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ''))
const document = readFileSync(new URL('../FINDINGS.md', import.meta.url), 'utf8')

const programOf = (name: string) =>
  programFor(x86, parseStored(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')).program)

/** Where the table says that a kernel shows a finding. */
const COLUMNS: { readonly [column: string]: readonly Variant[] } = {
  '6.1, 7.2': [linux61Svm, linux72Svm],
  '6.1, 7.2, PVM': [linux61Svm, linux72Svm, linux618Pvm],
  '6.1; fixed in 7.2': [linux61Svm],
}

/** The row of the table that a program has, by cell. */
const rowOf = (name: string): string[] | undefined =>
  document
    .split('\n')
    .find((line) => line.startsWith('|') && line.includes(`findings/${name}.json`))
    ?.split('|')
    .map((cell) => cell.trim())

test.each(names)('%s is in the document', (name) => {
  expect(document).toContain(`findings/${name}.json`)
})

test.each(names.flatMap((name) => (rowOf(name) ? [[name, rowOf(name)!] as const] : [])))(
  '%s is what the kernels do and the ideal machine does not',
  (name, row) => {
    const program = programOf(name)
    const shownBy = COLUMNS[row[4]!]
    expect(shownBy, row[4]).toBeDefined()
    for (const variant of shownBy!) {
      const run = observationOf(runProgram(program, variant))
      expect(judge(new Allowed(x86, program, ideal), run).result, variant.id).toBe('different')
      expect(judge(new Allowed(x86, program, variant), run).result, variant.id).toBe('same')
    }
  },
)

test('what is fixed in 7.2 is allowed there', () => {
  const program = programOf('mov-dr-guest-breakpoint-under-host')
  const run = observationOf(runProgram(program, linux72Svm))
  expect(judge(new Allowed(x86, program, ideal), run).result).toBe('same')
})
