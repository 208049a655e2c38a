/**
 * The ideal machine: the manuals, and the design that the thread of 2015 ended with, without its hole.
 */

import { idealRules } from '../rules.ts'
import { idealSlots } from '../slots.ts'
import { armv7Thread, trm } from '../sources.ts'
import type { Variant } from './variant.ts'

export const ideal: Variant = {
  id: 'armv7/ideal',
  status: 'ideal',
  summary:
    'always trap, program breakpoints and watchpoints in monitor mode, never write DBGDSCR; the guest’s MOE is its own',
  cites: [armv7Thread.conclusion, trm('Hyp Debug Configuration Register')],
  base: null,
  rules: idealRules,
  slots: idealSlots,
  answers: {},
}
