/**
 * The validation of the arm64 machine, second half: every wrong variant breaks something that its base keeps, with a
 * counterexample of a few steps, and every property is broken by some variant. The table is computed.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { bugs, type Variant } from '../../../model/arm64/index.ts'
import { variants } from '../../../model/arm64/variants/index.ts'
import { arm64 } from '../../../properties/arm64/machine.ts'
import { properties } from '../../../properties/arm64/properties.ts'
import type { Arm64 } from '../../../properties/arm64/types.ts'
import { Checker, convictions, type Outcome } from '../../../properties/check.ts'

/** Instructions and host actions of the longest counterexample that is still called short. */
const FEW_STEPS = 4

const { check, minimise } = new Checker(arm64)
let outcomes: Outcome<Arm64>[] = []
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
  for (const variant of wrongForms)
    it(`${variant.id} is convicted in a few steps: ${variant.summary}`, () => {
      expect(convictions(outcomes, variant).length).toBeGreaterThan(0)
      // A rule that no program of this machine reaches is convicted by its inputs.
      const steps = stepsOf(variant)
      if (steps !== null) expect(steps).toBeLessThanOrEqual(FEW_STEPS)
    })
})

describe('kernels and patches', () => {
  for (const variant of variants.filter(({ status }) => status === 'kernel' || status === 'patch'))
    it(`${variant.id} deviates from the ideal machine`, () => {
      expect(convictions(outcomes, variant).length).toBeGreaterThan(0)
    })

  const broken = (id: string): string[] =>
    convictions(outcomes, variants.find((each) => each.id === id)!).map(({ property }) => property.id)

  it('each generation mends what the one before broke', () => {
    expect(broken('arm64/linux-4.3')).toContain('arm64/mmio-exit-shows-instruction')
    expect(broken('arm64/linux-4.15')).toContain('arm64/exit-syndrome')
    expect(broken('arm64/linux-5.0')).not.toContain('arm64/mmio-exit-shows-instruction')
    expect(broken('arm64/linux-5.0')).not.toContain('arm64/guest-steps-itself')
    expect(broken('arm64/linux-5.0')).toContain('arm64/step-is-one-instruction')
    expect(broken('arm64/linux-6.1')).not.toContain('arm64/step-is-one-instruction')
    for (const kernel of ['arm64/linux-6.1', 'arm64/linux-6.14'])
      expect(broken(kernel)).toContain('arm64/host-step-hidden-in-spsr')
  })

  it('the reviewers of 2014 asked for a guest’s step that is right, and the host’s is late all the same', () => {
    expect(broken('arm64/v1-patch')).toContain('arm64/guest-steps-itself')
    expect(broken('arm64/bic-review')).not.toContain('arm64/guest-steps-itself')
    expect(broken('arm64/bic-review')).not.toContain('arm64/emulated-retirement')
    for (const id of ['arm64/v1-patch', 'arm64/bic-review']) {
      expect(broken(id)).toContain('arm64/step-is-one-instruction')
      expect(broken(id)).toContain('arm64/guest-registers-read-back')
      expect(broken(id)).not.toContain('arm64/mask-software-step')
    }
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
  const shown = bugs.flatMap(({ shownBy }) =>
    shownBy.kind === 'program' ? shownBy.variants : shownBy.kind === 'decision' ? [shownBy.variant] : [],
  )
  it('names variants that exist and are convicted', () => {
    const known = new Set(variants.map(({ id }) => id))
    for (const id of shown) {
      expect(known).toContain(id)
      expect(convictions(outcomes, variants.find((each) => each.id === id)!).length, id).toBeGreaterThan(0)
    }
  })
  it('has every historical variant', () => {
    for (const { id, status } of variants) if (status === 'historical') expect(shown).toContain(id)
  })
})
