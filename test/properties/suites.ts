/**
 * The validation of a machine, the same for all of them: its ideal variant keeps every property, and every property is
 * really met by the programs it is tried on; every wrong variant breaks something that its base keeps, with a
 * counterexample of a few steps, and every property is broken by some variant. The tables are computed.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Bug } from '../../model/bug.ts'
import { Checker, convictions, type Outcome } from '../../properties/check.ts'
import { exploreOf } from '../../properties/exhaustive.ts'
import type { MachineOf, MachineTypes } from '../../properties/machine.ts'

/** More with `RUNS=20000 npx vitest run test/properties`, for a night. */
const RUNS = Number(process.env.RUNS ?? 1000)

/** @param least fewer programs of one instruction and one group than this means that the alphabet has shrunk. */
export const idealSuite = <T extends MachineTypes>(machine: MachineOf<T>, least: number): void => {
  const { name, properties, variants, alphabet, allowedRuns } = machine
  const ideal = variants[0]!
  const { check, examine } = new Checker(machine)

  describe(ideal.id, () => {
    let outcomes: Outcome<T>[] = []
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
      const programs = exploreOf<T>(machine, { alphabet, instructions: 1, groups: 1 }, (program) =>
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
      expect(programs).toBeGreaterThan(least)
    })
  })

  describe(`${name} with another answer to every choice`, () => {
    const answers = Object.fromEntries(
      Object.entries(machine.choices).map(([choice, each]) => [choice, each.answers.at(-1)!]),
    )
    const other: T['Variant'] = { ...ideal, id: `${name}/other-answers`, base: ideal, answers }
    const related = properties.filter((property) => property.kind === 'program' && property.costly)

    it('keeps what related programs show', () => {
      const outcomes = check({ variants: [other], properties: related, runs: 400, seed: 1 })
      expect(outcomes.flatMap(({ counterexample }) => counterexample?.violation ?? [])).toEqual([])
      expect(outcomes.every(({ exercised }) => exercised > 0)).toBe(true)
    })
  })

  describe('identifiers', () => {
    it('are unique and of the form machine/kebab-case-name', () => {
      const ids = [...properties, ...variants].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const id of ids) expect(id).toMatch(new RegExp(`^${name}/[a-z0-9.]+(-[a-z0-9.]+)*$`))
    })
  })
}

/** What is expected of the convictions of a machine. */
export interface Convictions {
  /** Programs that each property is tried on at first, and at most. */
  readonly runs: number
  readonly most: number
  /** Instructions and host actions of the longest counterexample that is still called short. */
  readonly fewSteps: number
  /** Wrong forms that nothing convicts: what they do the ideal machine allows, or the manual leaves undefined. */
  readonly allowed?: readonly string[]
}

/** @returns the properties that a variant breaks, once the tests run. */
export const convictionSuite = <T extends MachineTypes>(
  machine: MachineOf<T>,
  bugs: readonly Bug[],
  { runs, most, fewSteps, allowed = [] }: Convictions,
): ((id: string) => string[]) => {
  const { properties, variants } = machine
  const { check, minimise } = new Checker(machine)
  let outcomes: Outcome<T>[] = []
  beforeAll(() => {
    outcomes = check({ variants, properties, runs, seed: 1, most })
  })
  const found = (id: string) => convictions(outcomes, variants.find((each) => each.id === id)!)

  const stepsOf = (id: string): number | null => {
    const lengths = found(id)
      .filter(({ program }) => program !== null)
      .slice(0, 3)
      .map((counterexample) => {
        const { code, script } = minimise(counterexample).program!
        return code.length + script.flat().length
      })
    return lengths.length > 0 ? Math.min(...lengths) : null
  }

  describe('wrong variants', () => {
    for (const { id, summary, status } of variants) {
      if (status !== 'historical' && status !== 'mutant') continue
      if (allowed.includes(id))
        it(`${id} is not convicted`, () => {
          expect(found(id)).toEqual([])
        })
      else
        it(`${id} is convicted in a few steps: ${summary}`, () => {
          expect(found(id).length).toBeGreaterThan(0)
          // A rule that no program of this machine reaches is convicted by its inputs.
          const steps = stepsOf(id)
          if (steps !== null) expect(steps).toBeLessThanOrEqual(fewSteps)
        })
    }
  })

  describe('properties', () => {
    for (const property of properties)
      it(`${property.id} is broken by some variant`, () => {
        const broken = outcomes.filter((outcome) => outcome.property === property && outcome.counterexample)
        expect(broken.length).toBeGreaterThan(0)
      })
  })

  describe('the table of bugs', () => {
    const shown = bugs.flatMap(({ shownBy }) =>
      shownBy.kind === 'program' ? shownBy.variants : shownBy.kind === 'decision' ? [shownBy.variant] : [],
    )
    it('names variants that exist and are convicted', () => {
      for (const id of shown) {
        expect(variants.map((each) => each.id)).toContain(id)
        expect(found(id).length, id).toBeGreaterThan(0)
      }
    })
    it('has every historical variant', () => {
      for (const { id, status } of variants) if (status === 'historical') expect(shown).toContain(id)
    })
  })

  return (id) => found(id).map(({ property }) => property.id)
}
