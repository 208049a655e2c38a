/**
 * The validation of the specification, first half: the ideal machine keeps every property, and every property is
 * really met by the programs it is tried on.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { allowedRuns, ideal } from '../../model/x86/index.ts'
import { check, examine, type Outcome } from '../../properties/check.ts'
import { explore } from '../../properties/exhaustive.ts'
import { alphabet } from '../../properties/x86/alphabet.ts'
import { properties } from '../../properties/x86/properties.ts'

/** More with `RUNS=20000 npx vitest run test/properties`, for a night. */
const RUNS = Number(process.env.RUNS ?? 1000)

describe('x86/ideal', () => {
  let outcomes: Outcome[] = []
  beforeAll(() => {
    outcomes = check({ variants: [ideal], properties, runs: RUNS, seed: 20261120 })
  })

  for (const property of properties)
    it(`keeps ${property.id}: ${property.statement}`, () => {
      const { counterexample, exercised } = outcomes.find((outcome) => outcome.property === property)!
      expect(counterexample?.violation ?? null).toBeNull()
      expect(exercised, 'the witness is reached').toBeGreaterThan(0)
    })

  it('keeps every property on all programs of one instruction and one group, whatever the choices', () => {
    const violations: string[] = []
    const programs = explore({ alphabet, instructions: 1, groups: 1 }, (program) =>
      [...allowedRuns(program, ideal)].map(({ run, answers }) => {
        for (const property of properties) {
          if (property.kind !== 'program' || property.costly) continue
          const { violation } = examine(property, ideal, program, answers, run)
          if (violation !== null) violations.push(`${property.id}: ${violation}`)
        }
        return run
      }),
    )
    expect(violations).toEqual([])
    expect(programs).toBeGreaterThan(5000)
  })
})

describe('identifiers', () => {
  it('are unique and of the form machine/kebab-case-name', () => {
    const ids = properties.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^x86\/[a-z0-9]+(-[a-z0-9]+)*$/)
  })
})
