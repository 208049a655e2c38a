/**
 * The validation of the specification, second half: every wrong variant breaks something that its base keeps, with a
 * counterexample of a few steps, and every property is broken by some variant. The table is computed.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { bugs } from '../../model/x86/bugs.ts'
import type { Variant } from '../../model/x86/index.ts'
import { variants } from '../../model/x86/variants/index.ts'
import { differingParts, Separator, withPart } from '../../oracles/differential/compare.ts'
import { check, convictions, minimise, type Outcome } from '../../properties/check.ts'
import { x86 } from '../../properties/x86/machine.ts'
import { properties } from '../../properties/x86/properties.ts'

/** What the ideal machine allows as a choice, or the manual leaves undefined: told from the base by comparison only. */
const ALLOWED_DIFFERENCES = ['x86/2013-ignores-len', 'x86/emulator-resume-flag-suppresses-host-breakpoint']

/** Instructions and host actions of the longest counterexample that is still called short. */
const FEW_STEPS = 4

let outcomes: Outcome[] = []
beforeAll(() => {
  outcomes = check({ variants, properties, runs: 50, seed: 1, most: 3200 })
})

const wrongForms = variants.filter(({ status }) => status === 'historical' || status === 'mutant')

const stepsOf = (variant: Variant): number | null => {
  const lengths = convictions(outcomes, variant)
    .filter(({ program }) => program !== null)
    .slice(0, 3)
    .map((found) => {
      const { code, script } = minimise(found).program!
      return code.length + script.flat().length
    })
  return lengths.length > 0 ? Math.min(...lengths) : null
}

describe('wrong variants', () => {
  for (const variant of wrongForms.filter(({ id }) => !ALLOWED_DIFFERENCES.includes(id)))
    it(`${variant.id} is convicted in a few steps: ${variant.summary}`, () => {
      expect(convictions(outcomes, variant).length).toBeGreaterThan(0)
      // A rule that no program of this machine reaches is convicted by its inputs.
      const steps = stepsOf(variant)
      if (steps !== null) expect(steps).toBeLessThanOrEqual(FEW_STEPS)
    })

  for (const id of ALLOWED_DIFFERENCES)
    it(`${id} is told from its base, and not convicted`, () => {
      const variant = variants.find((each) => each.id === id)!
      expect(convictions(outcomes, variant)).toEqual([])
      const differs = differingParts(variant.base!, variant).map((part) =>
        withPart(variant.base!, variant, part),
      )
      expect(differs.length).toBeGreaterThan(0)
    })

  it('a mutant that only its base tells apart is told apart by a program', () => {
    const variant = variants.find(({ id }) => id === ALLOWED_DIFFERENCES[1])!
    expect(new Separator(x86).separate(variant.base!, variant, { runs: 300, seed: 3 })).not.toBeNull()
  })
})

describe('kernels and patches', () => {
  for (const variant of variants.filter(({ status }) => status === 'kernel' || status === 'patch'))
    it(`${variant.id} deviates from the ideal machine`, () => {
      expect(convictions(outcomes, variant).length).toBeGreaterThan(0)
    })
})

describe('properties', () => {
  for (const property of properties)
    it(`${property.id} is broken by some variant`, () => {
      const broken = outcomes.filter((outcome) => outcome.property === property && outcome.counterexample)
      expect(broken.length).toBeGreaterThan(0)
    })
})

describe('the table of bugs', () => {
  const known = new Set(variants.map(({ id }) => id))
  it('names variants that exist and are convicted', () => {
    for (const { shownBy } of bugs) {
      const ids =
        shownBy.kind === 'program' ? shownBy.variants : shownBy.kind === 'decision' ? [shownBy.variant] : []
      for (const id of ids) {
        expect(known).toContain(id)
        expect(convictions(outcomes, variants.find((each) => each.id === id)!).length, id).toBeGreaterThan(0)
      }
    }
  })
  it('has every historical variant', () => {
    const named = new Set(
      bugs.flatMap(({ shownBy }) =>
        shownBy.kind === 'program' ? shownBy.variants : shownBy.kind === 'decision' ? [shownBy.variant] : [],
      ),
    )
    for (const { id, status } of variants) if (status === 'historical') expect(named).toContain(id)
  })
})
