/**
 * The arm64 machine for the command line and the reports.
 */
import { bugs } from '../../model/arm64/bugs.ts'
import { choices } from '../../model/arm64/choices.ts'
import { layOut } from '../../model/arm64/layout.ts'
import { RULE_NAMES } from '../../model/arm64/rules.ts'
import { allowedRuns, runProgram } from '../../model/arm64/run-program.ts'
import { variants } from '../../model/arm64/variants/index.ts'
import { observation } from '../../properties/arm64/observations.ts'
import type { Arm64 } from '../../properties/arm64/types.ts'
import { programCodec } from '../programs/arm64.ts'
import { disassembly } from '../reports/arm64/disassembly.ts'
import { actionText, ENDINGS, setupText } from '../reports/arm64/event-text.ts'
import { differenceText, observedLines } from '../reports/arm64/observation-text.ts'
import { runJson } from '../reports/arm64/run-json.ts'
import { runRows } from '../reports/arm64/run-rows.ts'
import { observationOf } from '../targets/arm64/observation.ts'
import { arm64Protocol } from '../targets/arm64/protocol.ts'
import type { TargetMachine } from './machine.ts'

export const arm64: TargetMachine<Arm64> = {
  name: 'arm64',
  summary: 'one vCPU in AArch64 state at EL1 and EL0 under KVM, its VMM seen at the ioctl boundary',
  variants,
  ruleNames: RULE_NAMES,
  choices,
  bugs,
  topics: [],
  telling: { variant: 'arm64/step-over-userspace-mmio-late', property: 'arm64/step-is-one-instruction' },
  programCodec,
  runProgram,
  allowedRuns,
  words: {
    guest: () => '',
    setup: (program) => setupText(program.setup, layOut(program)),
    action: (action, program) => actionText(action, layOut(program)),
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
  protocol: arm64Protocol,
  properties: async () => (await import('../../properties/arm64/properties.ts')).properties,
  tried: async () => (await import('../../properties/arm64/machine.ts')).arm64,
  cReport: null,
}
