import { describe, expect, it } from 'vitest'
import { bugs } from '../../../model/vmm/index.ts'
import { vmm } from '../../../properties/vmm/machine.ts'
import { convictionSuite } from '../suites.ts'

const broken = convictionSuite(vmm, bugs, { runs: 100, most: 3200, fewSteps: 4 })

describe('VMMs as they were read', () => {
  it('QEMU takes the guest’s breakpoints for the debugger’s, and hands DR6 back in the wrong polarity', () => {
    for (const id of ['x86-each-cause-has-one-owner', 'x86-handed-back-in-payload-polarity'])
      expect(broken('vmm/qemu')).toContain(`vmm/${id}`)
    expect(broken('vmm/qemu')).not.toContain('vmm/guest-breakpoints-reach-the-guest-once')
  })
  it('Firecracker keeps the guest’s debug registers off, and loses what comes under a step', () => {
    for (const id of ['control-says-what-is-wanted', 'x86-each-cause-has-one-owner'])
      expect(broken('vmm/firecracker')).toContain(`vmm/${id}`)
    expect(broken('vmm/firecracker')).not.toContain('vmm/breakpoints-stop-the-guest')
  })
  it('Cloud Hypervisor hands nothing back, and its software breakpoints go to the guest', () => {
    for (const id of ['stops-are-the-debuggers', 'breakpoints-stop-the-guest', 'handed-back-as-alone'])
      expect(broken('vmm/cloud-hypervisor')).toContain(`vmm/${id}`)
  })
})
