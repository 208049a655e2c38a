/**
 * The armv7 machine for the command line and the reports.
 */
import { bugs } from '../../model/armv7/bugs.ts'
import { choices } from '../../model/armv7/choices.ts'
import { RULE_NAMES } from '../../model/armv7/rules.ts'
import { allowedRuns, runProgram } from '../../model/armv7/run-program.ts'
import { variants } from '../../model/armv7/variants/index.ts'
import { observation } from '../../properties/armv7/observations.ts'
import type { Armv7 } from '../../properties/armv7/types.ts'
import { programCodec } from '../programs/armv7.ts'
import { designsRecord, designsText } from '../reports/armv7/designs-text.ts'
import { disassembly } from '../reports/armv7/disassembly.ts'
import { actionText, ENDINGS, setupText } from '../reports/armv7/event-text.ts'
import { differenceText, observedLines } from '../reports/armv7/observation-text.ts'
import { runJson } from '../reports/armv7/run-json.ts'
import { runRows } from '../reports/armv7/run-rows.ts'
import { observationOf } from '../targets/armv7/observation.ts'
import { armv7Protocol } from '../targets/armv7/protocol.ts'
import type { TargetMachine } from './machine.ts'

export const armv7: TargetMachine<Armv7> = {
  name: 'armv7',
  summary: 'two CPUs and two vCPUs of a guest under 32-bit KVM, and the host’s own debugger: CP14 and HDCR',
  variants,
  ruleNames: RULE_NAMES,
  choices,
  bugs,
  topics: [{ id: 'armv7/designs', record: designsRecord, text: designsText }],
  telling: { variant: 'armv7/design-b', property: 'armv7/moe-is-the-guests' },
  programCodec,
  runProgram,
  allowedRuns,
  words: {
    guest: () => '',
    setup: ({ setup }) => setupText(setup),
    action: (action) => actionText(action),
    disassembly,
    rows: runRows,
    ending: ({ ending }) => ENDINGS[ending],
    json: runJson,
    observation,
    observed: observedLines,
    difference: differenceText,
  },
  layer: null,
  observationOf,
  protocol: armv7Protocol,
  properties: async () => (await import('../../properties/armv7/properties.ts')).properties,
  tried: async () => (await import('../../properties/armv7/machine.ts')).armv7,
  cReport: null,
}
