/**
 * The x86 machine for the command line and the reports.
 */
import { bugs } from '../../model/x86/bugs.ts'
import { choices } from '../../model/x86/choices.ts'
import { layOut } from '../../model/x86/layout.ts'
import { RULE_NAMES } from '../../model/x86/rules.ts'
import { allowedRuns, runProgram } from '../../model/x86/run-program.ts'
import { variants } from '../../model/x86/variants/index.ts'
import { observation } from '../../properties/x86/observations.ts'
import type { X86 } from '../../properties/x86/types.ts'
import { programCodec } from '../programs/x86.ts'
import { disassembly } from '../reports/x86/disassembly.ts'
import { actionText, ENDINGS, setupText } from '../reports/x86/event-text.ts'
import { differenceText, observedLines } from '../reports/x86/observation-text.ts'
import { runJson } from '../reports/x86/run-json.ts'
import { runRows } from '../reports/x86/run-rows.ts'
import { observationOf } from '../targets/x86/observation.ts'
import { x86Protocol } from '../targets/x86/protocol.ts'
import type { TargetMachine } from './machine.ts'

export const x86: TargetMachine<X86> = {
  name: 'x86',
  summary: 'one vCPU in real mode or 64-bit code under KVM, its VMM seen at the ioctl boundary',
  variants,
  ruleNames: RULE_NAMES,
  choices,
  bugs,
  topics: [],
  telling: {
    variant: 'x86/guest-breakpoints-under-host-breakpoints',
    property: 'x86/guest-suppressed-under-host-breakpoints',
  },
  programCodec,
  runProgram,
  allowedRuns,
  words: {
    guest: ({ setup }) => (setup.mode === 'long' ? '' : 'real mode'),
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
  protocol: x86Protocol,
  properties: async () => (await import('../../properties/x86/properties.ts')).properties,
  tried: async () => (await import('../../properties/x86/machine.ts')).x86,
  cReport: async (subject, version) => (await import('../reports/c/report.ts')).cReport(subject, version),
}
