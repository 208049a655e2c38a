/**
 * The VMM as it should be, on hypervisors and CPUs as they should be.
 */
import { ideal as arm64Ideal } from '../../arm64/variants/ideal.ts'
import { threads } from '../../citations.ts'
import { ideal as x86Ideal } from '../../x86/variants/ideal.ts'
import { idealRules } from '../rules.ts'
import { idealSlots } from '../slots.ts'
import type { Variant } from './variant.ts'

export const ideal: Variant = {
  id: 'vmm/ideal',
  status: 'ideal',
  summary: 'every event goes to whom it belongs, and the debugger leaves nothing behind',
  cites: [threads.hostDebugCapabilities, threads.softwareBreakpointOwner],
  base: null,
  rules: idealRules,
  slots: idealSlots,
  answers: {},
  machines: { x86: x86Ideal, arm64: arm64Ideal },
}
