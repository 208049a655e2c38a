/**
 * The ideal machine: what the manuals and the KVM API say, every freedom left open.
 */
import { api, apm, sdm } from '../../citations.ts'
import { idealRules } from '../rules.ts'
import { idealSlots } from '../slots.ts'
import type { Variant } from './variant.ts'

export const ideal: Variant = {
  id: 'x86/ideal',
  status: 'ideal',
  summary: 'the manuals and the documented KVM API, every freedom left open',
  cites: [
    sdm('Debug Registers'),
    sdm('Debug Exceptions'),
    apm('Debug and Performance Resources'),
    api('KVM_SET_GUEST_DEBUG'),
  ],
  base: null,
  rules: idealRules,
  slots: idealSlots,
  answers: {},
}
