import { describe, expect, it } from 'vitest'
import { bugs } from '../../../model/x86/bugs.ts'
import { variants } from '../../../model/x86/variants/index.ts'
import { differingParts, Separator, withPart } from '../../../oracles/differential/compare.ts'
import { x86 } from '../../../properties/x86/machine.ts'
import { convictionSuite } from '../suites.ts'

const IGNORES_LEN = 'x86/2013-ignores-len'
const RESUME_FLAG = 'x86/emulator-resume-flag-suppresses-host-breakpoint'

const broken = convictionSuite(x86, bugs, {
  runs: 50,
  most: 3200,
  fewSteps: 4,
  allowed: [IGNORES_LEN, RESUME_FLAG],
})

describe('what is allowed and yet another answer', () => {
  for (const id of [IGNORES_LEN, RESUME_FLAG])
    it(`${id} is told from its base`, () => {
      const variant = variants.find((each) => each.id === id)!
      const differs = differingParts(variant.base!, variant).map((part) =>
        withPart(variant.base!, variant, part),
      )
      expect(differs.length).toBeGreaterThan(0)
    })

  it(`${RESUME_FLAG} is told from it by a program`, () => {
    const variant = variants.find(({ id }) => id === RESUME_FLAG)!
    expect(new Separator(x86).separate(variant.base!, variant, { runs: 300, seed: 3 })).not.toBeNull()
  })
})

describe('kernels and patches', () => {
  for (const { id, status } of variants)
    if (status === 'kernel' || status === 'patch')
      it(`${id} deviates from the ideal machine`, () => {
        expect(broken(id).length).toBeGreaterThan(0)
      })
})
