import { describe, expect, it } from 'vitest'
import { bugs } from '../../../model/armv7/index.ts'
import { armv7 } from '../../../properties/armv7/machine.ts'
import { convictionSuite } from '../suites.ts'

const broken = convictionSuite(armv7, bugs, { runs: 100, most: 3200, fewSteps: 5 })

describe('the designs', () => {
  it('without traps the host loses its registers, its locks and monitor mode', () => {
    for (const id of ['debug-mode-kept', 'locks-are-the-hosts', 'host-registers-restored'])
      expect(broken('armv7/no-traps')).toContain(`armv7/${id}`)
  })
  it('the fourth version of the series writes DBGDSCR, and lets the guest lock', () => {
    for (const id of ['dscr-not-written', 'locks-are-the-hosts'])
      expect(broken('armv7/v4-patch')).toContain(`armv7/${id}`)
  })
  it('the first proposal needs an HDCR that no CPU has; without it DBGDSCR leaks', () => {
    expect(broken('armv7/design-a')).toContain('armv7/hdcr-legal')
    expect(broken('armv7/design-a')).not.toContain('armv7/debug-mode-kept')
    expect(broken('armv7/design-a-without-tda')).not.toContain('armv7/hdcr-legal')
    expect(broken('armv7/design-a-without-tda')).toContain('armv7/debug-mode-kept')
  })
  it('the conclusion of the review breaks one thing: the guest’s MOE', () => {
    expect(broken('armv7/design-b')).toEqual(['armv7/moe-is-the-guests'])
  })
  it('what it waives is seen once the waiver is off', () => {
    expect(broken('armv7/design-b-without-waiver')).toContain('armv7/guest-registers-own')
    expect(broken('armv7/raz-wi-without-waiver')).toEqual(['armv7/guest-registers-own'])
  })
  it('RAZ/WI promises nothing and breaks nothing', () => {
    expect(broken('armv7/raz-wi')).toEqual([])
  })
})
