import { describe, expect, it } from 'vitest'
import { bugs } from '../../../model/arm64/index.ts'
import { variants } from '../../../model/arm64/variants/index.ts'
import { arm64 } from '../../../properties/arm64/machine.ts'
import { convictionSuite } from '../suites.ts'

const broken = convictionSuite(arm64, bugs, { runs: 50, most: 3200, fewSteps: 4 })

describe('kernels and patches', () => {
  for (const { id, status } of variants)
    if (status === 'kernel' || status === 'patch')
      it(`${id} deviates from the ideal machine`, () => {
        expect(broken(id).length).toBeGreaterThan(0)
      })

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
