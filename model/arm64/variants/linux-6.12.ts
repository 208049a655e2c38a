/**
 * Linux 6.12: as 6.1, but for the syndrome of an external abort that userspace asks for.
 */
import { measured, targets } from '../../citations.ts'
import { ideal } from './ideal.ts'
import { injectLater } from './kvm-state.ts'
import { campaignMeasurements, linux61 } from './linux-6.1.ts'
import { commonMeasurements } from './linux-before-6.1.ts'
import { kernel, type Variant } from './variant.ts'

/** Linux 6.12. */
export const linux612: Variant = kernel({
  id: 'arm64/linux-6.12',
  summary: 'Linux 6.12: as 6.1, with the architected syndrome of an external abort',
  base: ideal,
  cites: [
    ...commonMeasurements,
    measured(targets.arm64, 'the same traces as 6.1, of 1089 lines'),
    ...campaignMeasurements,
  ],
  slots: { ...linux61.slots, inject: injectLater },
  answers: linux61.answers,
})
