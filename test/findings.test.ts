/**
 * The programs of FINDINGS.md: each is one that the kernels named there do otherwise than the ideal machine allows.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { linux61 } from '../model/arm64/variants/linux-6.1.ts'
import { linux612 } from '../model/arm64/variants/linux-6.12.ts'
import { linux72 } from '../model/arm64/variants/linux-7.2.ts'
import { qemuTcg } from '../model/vmm/variants/qemu-tcg/index.ts'
import { ideal, runProgram } from '../model/x86/index.ts'
import { linux61Svm, linux61Vmx, linux72Svm, linux72Vmx, linux618Pvm } from '../model/x86/variants/kernels.ts'
import { Allowed, judge } from '../oracles/differential/judge.ts'
import { x86 } from '../oracles/machines/x86.ts'
import { parseStored, programFor } from '../oracles/programs/parse.ts'
import { targetMachineNamed } from '../oracles/targets/machine.ts'
import { observationOf } from '../oracles/targets/x86/observation.ts'
import type { MachineTypes } from '../properties/machine.ts'

type Variant = MachineTypes['Variant']

const FOLDER = new URL('../findings/', import.meta.url)
const names = readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ''))
const document = readFileSync(new URL('../FINDINGS.md', import.meta.url), 'utf8')

const programOf = (name: string) => parseStored(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')).program

/** Where the table says that a kernel shows a finding. */
const COLUMNS: { readonly [column: string]: readonly Variant[] } = {
  'arm64 6.1': [linux61],
  'arm64 6.1, 6.12': [linux61, linux612],
  'arm64 6.1, 6.12, 7.2': [linux61, linux612, linux72],
  'arm64 7.2': [linux72],
  '6.1, 7.2': [linux61Svm, linux72Svm],
  '6.1, 7.2, PVM': [linux61Svm, linux72Svm, linux618Pvm],
  '6.1; fixed in 7.2': [linux61Svm],
  '6.1, VMX 6.1; fixed in 7.2': [linux61Svm, linux61Vmx],
  '6.1, 7.2, VMX 6.1, 7.2': [linux61Svm, linux72Svm, linux61Vmx, linux72Vmx],
  'VMX 6.1, 7.2': [linux61Vmx, linux72Vmx],
  'QEMU 11.1': [qemuTcg],
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
    const machine = targetMachineNamed(program.machine)
    for (const variant of shownBy!) {
      const run = machine.observationOf(machine.runProgram(program, variant))
      expect(judge(new Allowed(machine, program, machine.variants[0]!), run).result, variant.id).toBe(
        'different',
      )
      expect(judge(new Allowed(machine, program, variant), run).result, variant.id).toBe('same')
    }
  },
)

test('what is fixed in 7.2 is allowed there', () => {
  const program = programFor(x86, programOf('mov-dr-guest-breakpoint-under-host'))
  const run = observationOf(runProgram(program, linux72Svm))
  expect(judge(new Allowed(x86, program, ideal), run).result).toBe('same')
})
