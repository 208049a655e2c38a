/**
 * The validation of the armv7 machine, second half: every wrong variant breaks something that its base keeps, with a
 * counterexample of a few steps, and every property is broken by some variant. The table is computed.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { bugs, type Variant } from '../../../model/armv7/index.ts'
import { variants } from '../../../model/armv7/variants/index.ts'
import { armv7 } from '../../../properties/armv7/machine.ts'
import { properties } from '../../../properties/armv7/properties.ts'
import type { Armv7 } from '../../../properties/armv7/types.ts'
import { Checker, convictions, type Outcome } from '../../../properties/check.ts'

/** Instructions and host actions of the longest counterexample that is still called short. */
const FEW_STEPS = 5

const { check, minimise } = new Checker(armv7)
let outcomes: Outcome<Armv7>[] = []
beforeAll(() => {
  outcomes = check({ variants, properties, runs: 100, seed: 1, most: 3200 })
})

const variant = (id: string): Variant => variants.find((each) => each.id === `armv7/${id}`)!
const broken = (id: string): string[] => convictions(outcomes, variant(id)).map(({ property }) => property.id)

const stepsOf = (of: Variant): number | null => {
  const lengths = convictions(outcomes, of)
    .filter(({ program }) => program !== null)
    .slice(0, 3)
    .map((found) => {
      const { code, script } = minimise(found).program!
      return code.length + script.flat().length
    })
  return lengths.length > 0 ? Math.min(...lengths) : null
}

describe('wrong variants', () => {
  for (const each of variants.filter(({ status }) => status === 'historical' || status === 'mutant'))
    it(`${each.id} is convicted in a few steps: ${each.summary}`, () => {
      expect(convictions(outcomes, each).length).toBeGreaterThan(0)
      // A rule that no program of this machine reaches is convicted by its inputs.
      const steps = stepsOf(each)
      if (steps !== null) expect(steps).toBeLessThanOrEqual(FEW_STEPS)
    })
})

describe('the designs', () => {
  it('without traps the host loses its registers, its locks and monitor mode', () => {
    for (const id of ['debug-mode-kept', 'locks-are-the-hosts', 'host-registers-restored'])
      expect(broken('no-traps')).toContain(`armv7/${id}`)
  })
  it('the fourth version of the series writes DBGDSCR, and lets the guest lock', () => {
    for (const id of ['dscr-not-written', 'locks-are-the-hosts'])
      expect(broken('v4-patch')).toContain(`armv7/${id}`)
  })
  it('the first proposal needs an HDCR that no CPU has; without it DBGDSCR leaks', () => {
    expect(broken('design-a')).toContain('armv7/hdcr-legal')
    expect(broken('design-a')).not.toContain('armv7/debug-mode-kept')
    expect(broken('design-a-without-tda')).not.toContain('armv7/hdcr-legal')
    expect(broken('design-a-without-tda')).toContain('armv7/debug-mode-kept')
  })
  it('the conclusion of the review breaks one thing: the guest’s MOE', () => {
    expect(broken('design-b')).toEqual(['armv7/moe-is-the-guests'])
  })
  it('what it waives is seen once the waiver is off', () => {
    expect(broken('design-b-without-waiver')).toContain('armv7/guest-registers-own')
    expect(broken('raz-wi-without-waiver')).toEqual(['armv7/guest-registers-own'])
  })
  it('RAZ/WI promises nothing and breaks nothing', () => {
    expect(broken('raz-wi')).toEqual([])
  })
})

describe('properties', () => {
  for (const property of properties)
    it(`${property.id} is broken by some variant`, () => {
      const found = outcomes.filter((outcome) => outcome.property === property && outcome.counterexample)
      expect(found.length).toBeGreaterThan(0)
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
