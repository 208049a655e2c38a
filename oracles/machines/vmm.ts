/**
 * The vmm machine for the command line and the reports. What concerns the guest alone is said as its own machine says it.
 */
import { bugs } from '../../model/vmm/bugs.ts'
import { choices, type GuestName, layOut, type Program, RULE_NAMES, type Run } from '../../model/vmm/index.ts'
import { allowedRuns, hostProgram, runProgram } from '../../model/vmm/run-program.ts'
import { variants } from '../../model/vmm/variants/index.ts'
import { type Machines, on } from '../../model/vmm/variants/variant.ts'
import { observation } from '../../properties/vmm/observations.ts'
import type { Vmm } from '../../properties/vmm/types.ts'
import { machineIn } from '../ids.ts'
import { programCodec } from '../programs/vmm.ts'
import { commandText } from '../reports/vmm/event-text.ts'
import { differenceText, observedLines } from '../reports/vmm/observation-text.ts'
import { runJson } from '../reports/vmm/run-json.ts'
import { runRows } from '../reports/vmm/run-rows.ts'
import { observationOf } from '../targets/vmm/observation.ts'
import { vmmProtocol } from '../targets/vmm/protocol.ts'
import { arm64 } from './arm64.ts'
import { anyMachine, type Machine, type TargetMachine } from './machine.ts'
import { x86 } from './x86.ts'

/** The machines that guests are of. */
const guests: { readonly [G in GuestName]: Machine } = { x86: anyMachine(x86), arm64: anyMachine(arm64) }

const guestOf = ({ setup }: Program): Machine => guests[setup.guest]
const machineOf = ({ guest }: Run): Machine => guests[guest]

export const vmm: TargetMachine<Vmm> = {
  name: 'vmm',
  summary: 'a VMM with a debugger on its GDB stub, around a guest of the x86 or arm64 machine',
  variants,
  ruleNames: RULE_NAMES,
  choices,
  bugs,
  topics: [],
  telling: { variant: 'vmm/breakpoint-not-intercepted', property: 'vmm/breakpoints-stop-the-guest' },
  programCodec,
  runProgram,
  allowedRuns,
  words: {
    guest: (program) => {
      const { name, words } = guestOf(program)
      const own = words.guest(layOut(program).program)
      return own === '' ? name : `${name}, ${own}`
    },
    setup: (program) => guestOf(program).words.setup(layOut(program).program),
    action: (command, program) => commandText(command, layOut(program)),
    disassembly: (program) => guestOf(program).words.disassembly(layOut(program).program),
    rows: (program, run, options) => runRows(guestOf(program), program, run, options),
    ending: (run) => machineOf(run).words.ending(run.machine),
    json: (run) => runJson(machineOf(run), run),
    observation,
    observed: observedLines,
    difference: differenceText,
  },
  layer: {
    on: (variant, beneath) => {
      const isGuests = Object.keys(guests).includes(machineIn(beneath.id))
      return isGuests ? on(variant, beneath as Machines[GuestName]) : null
    },
    beneath: ({ setup }) => setup.guest,
    lower: hostProgram,
  },
  observationOf,
  protocol: vmmProtocol,
  properties: async () => (await import('../../properties/vmm/properties.ts')).properties,
  tried: async () => (await import('../../properties/vmm/machine.ts')).vmm,
  cReport: null,
}
