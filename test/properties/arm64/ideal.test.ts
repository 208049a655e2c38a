/**
 * The validation of the arm64 machine, first half: the ideal machine keeps every property, and every property is really
 * met by the programs it is tried on.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { type Answers, allowedRuns, ideal } from '../../../model/arm64/index.ts'
import { mutant } from '../../../model/arm64/variants/variant.ts'
import { arm64 } from '../../../properties/arm64/machine.ts'
import { properties } from '../../../properties/arm64/properties.ts'
import type { Arm64 } from '../../../properties/arm64/types.ts'
import { Checker, type Outcome } from '../../../properties/check.ts'
import { exploreOf } from '../../../properties/exhaustive.ts'

/** More with `RUNS=20000 npx vitest run test/properties`, for a night. */
const RUNS = Number(process.env.RUNS ?? 1000)
const { check, examine } = new Checker(arm64)

describe('arm64/ideal', () => {
  let outcomes: Outcome<Arm64>[] = []
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
    const scope = { alphabet: arm64.alphabet, instructions: 1, groups: 1 }
    const programs = exploreOf<Arm64>(arm64, scope, (program) =>
      [...allowedRuns(program, ideal)].map(({ run, answers }) => {
        for (const property of properties) {
          if (property.kind !== 'program' || property.costly) continue
          const { violation } = examine(property, ideal, program, answers, run)
          if (violation !== null) violations.push(`${property.id}: ${violation} ${JSON.stringify(program)}`)
        }
        return run
      }),
    )
    expect(violations).toEqual([])
    expect(programs).toBeGreaterThan(4000)
  })
})

describe('a variant that answers every choice otherwise', () => {
  const answers: Answers = Object.fromEntries(
    Object.entries(arm64.choices).map(([name, all]) => [name, all.at(-1)!]),
  )
  const other = mutant({
    id: 'arm64/other-answers',
    summary: 'the last answer to every choice',
    base: ideal,
    cites: [],
    answers,
  })
  const related = properties.filter((property) => property.kind === 'program' && property.costly)

  it('keeps what related programs show', () => {
    const outcomes = check({ variants: [other], properties: related, runs: 400, seed: 1 })
    expect(outcomes.flatMap(({ counterexample }) => counterexample?.violation ?? [])).toEqual([])
    expect(outcomes.every(({ exercised }) => exercised > 0)).toBe(true)
  })
})

describe('identifiers', () => {
  it('are unique and of the form machine/kebab-case-name', () => {
    const ids = [...properties, ...arm64.variants].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^arm64\/[a-z0-9.]+(-[a-z0-9.]+)*$/)
  })
})
