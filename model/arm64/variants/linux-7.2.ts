/**
 * Linux 6.17 and newer: as 6.14, but an external abort that userspace asks for is taken at once, in the ioctl.
 * Source: KVM: arm64: Commit exceptions from KVM_SET_VCPU_EVENTS immediately, 2025; measured on Linux 7.2.
 */
import { measured, targets } from '../../citations.ts'
import { performed, type Slots } from '../machine.ts'
import { EC, EXTERNAL_ABORT, syndrome } from '../syndrome.ts'
import { ideal } from './ideal.ts'
import { enterException } from './kvm-state.ts'
import { linux614 } from './linux-6.14.ts'
import { kernel, type Variant } from './variant.ts'

/** `__kvm_arm_vcpu_set_events()` and `commit_pending_events()`: nothing of the access is left. */
const perform: Slots['perform'] = (m, action, layout) => {
  const { v } = m
  if (action.do !== 'fault-mmio' || !v.mmio) return linux614.slots.perform(m, action, layout)
  const far = v.mmio.address
  v.mmio = null
  enterException(m, { esr: syndrome(EC.dataAbortLower, EXTERNAL_ABORT), far })
  return performed('ok')
}

/** Linux 6.17 and newer. */
export const linux72: Variant = kernel({
  id: 'arm64/linux-7.2',
  summary:
    'Linux 6.17 and newer: whoever owns the debug registers has them alone, and an abort that userspace asks for is taken in the ioctl',
  base: ideal,
  cites: [
    ...linux614.cites,
    measured(
      targets.arm64Campaigns,
      'on 7.2 a step after KVM_SET_VCPU_EVENTS with ext_dabt_pending ends behind the vector',
    ),
  ],
  slots: { ...linux614.slots, perform },
  answers: linux614.answers,
})
