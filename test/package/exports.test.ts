/**
 * What the package gives to a program: a subpath for each machine, and functions that take them all.
 */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as arm64 from '../../arm64.ts'
import * as armv7 from '../../armv7.ts'
import { check, minimise, parseProgram, properties, renderRun, runJson } from '../../index.ts'
import * as vmm from '../../vmm.ts'
import * as x86 from '../../x86.ts'

test('every subpath has a source that is built, and is shipped', () => {
  const { exports, files } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    exports: { [path: string]: string | { types: string; default: string } }
    files: string[]
  }
  for (const [path, target] of Object.entries(exports)) {
    if (typeof target === 'string') continue
    const source = target.default.replace('./dist/', '').replace(/\.js$/, '.ts')
    expect(existsSync(source), path).toBe(true)
    expect(files, path).toContain(source)
  }
})

test.each([x86, arm64, armv7, vmm])(
  'a machine: ideal first, and what makes variants and properties of one’s own',
  (machine) => {
    expect(machine.variants[0]).toBe(machine.ideal)
    for (const make of [
      machine.mutant,
      machine.historical,
      machine.property,
      machine.relation,
      machine.ruleProperty,
    ])
      expect(make).toBeTypeOf('function')
    expect(Object.keys(machine.decisions).length).toBeGreaterThan(15)
  },
)

test('properties of each machine are tried on its own variants only', () => {
  const late = arm64.variants.find(({ id }) => id === 'arm64/linux-4.3')!
  const outcomes = check({ variants: [x86.ideal, late], properties, runs: 10, seed: 1 })
  for (const { property, variant } of outcomes)
    expect(property.id.split('/')[0]).toBe(variant.id.split('/')[0])
  const found = outcomes.find(
    ({ counterexample }) => counterexample?.property.id === 'arm64/step-is-one-instruction',
  )
  const { program, answers } = minimise(found!.counterexample!)
  const run = arm64.runProgram(parseProgram(program) as arm64.Program, late, answers)
  expect(renderRun(program!, run)).toContain('KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP')
  expect(runJson(program!, run)).toMatchObject({ ending: 'end' })
})
