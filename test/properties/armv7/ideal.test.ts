/**
 * The validation of the armv7 machine, first half: the ideal machine keeps every property, and every property is really
 * met by the programs it is tried on.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { allowedRuns, ideal } from '../../../model/armv7/index.ts'
import { armv7 } from '../../../properties/armv7/machine.ts'
import { properties } from '../../../properties/armv7/properties.ts'
import type { Armv7 } from '../../../properties/armv7/types.ts'
import { Checker, type Outcome } from '../../../properties/check.ts'
import { exploreOf } from '../../../properties/exhaustive.ts'

/** More with `RUNS=20000 npx vitest run test/properties`, for a night. */
const RUNS = Number(process.env.RUNS ?? 1000)
const { check, examine } = new Checker(armv7)

describe('armv7/ideal', () => {
  let outcomes: Outcome<Armv7>[] = []
  beforeAll(() => {
    outcomes = check({ variants: [ideal], properties, runs: RUNS, seed: 20261120 })
  })

  for (const property of properties)
    it(`keeps ${property.id}: ${property.statement}`, () => {
      const { counterexample, exercised } = outcomes.find((outcome) => outcome.property === property)!
      expect(counterexample?.violation ?? null).toBeNull()
      expect(exercised, 'the witness is reached').toBeGreaterThan(0)
    })

  it('keeps every property on all traces of one instruction and one group, whatever the choices', () => {
    const violations: string[] = []
    const scope = { alphabet: armv7.alphabet, instructions: 1, groups: 1 }
    const programs = exploreOf<Armv7>(armv7, scope, (program) =>
      [...allowedRuns(program, ideal)].map(({ run, answers }) => {
        for (const property of properties) {
          if (property.kind !== 'program') continue
          const { violation } = examine(property, ideal, program, answers, run)
          if (violation !== null) violations.push(`${property.id}: ${violation} ${JSON.stringify(program)}`)
        }
        return run
      }),
    )
    expect(violations).toEqual([])
    expect(programs).toBeGreaterThan(1500)
  })
})

describe('identifiers', () => {
  it('are unique and of the form machine/kebab-case-name', () => {
    const ids = [...properties, ...armv7.variants].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^armv7\/[a-z0-9.]+(-[a-z0-9.]+)*$/)
  })
})
