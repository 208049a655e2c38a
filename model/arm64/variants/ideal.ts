/**
 * The ideal machine: what the manual and the KVM API say, every freedom left open.
 */
import { api, armArm } from '../../citations.ts'
import { idealRules } from '../rules.ts'
import { idealSlots } from '../slots.ts'
import type { Variant } from './variant.ts'

export const ideal: Variant = {
  id: 'arm64/ideal',
  status: 'ideal',
  summary: 'the manual and the documented KVM API, every freedom left open',
  cites: [
    armArm('Software Step exceptions'),
    armArm('Breakpoint exceptions'),
    armArm('Watchpoint exceptions'),
    api('KVM_SET_GUEST_DEBUG'),
  ],
  base: null,
  rules: idealRules,
  slots: idealSlots,
  answers: {},
}
