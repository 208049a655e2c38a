/**
 * Vectors of programs of the vmm machine.
 */
import {
  type Command,
  GUESTS,
  guestProgram,
  type Program,
  type Run,
  type Variant,
} from '../../../model/vmm/index.ts'
import { qemuTcg } from '../../../model/vmm/variants/qemu-tcg/index.ts'
import { PROGRAM_CLASSES } from '../../../properties/vmm/generators.ts'
import { vmm as tried } from '../../../properties/vmm/machine.ts'
import type { Vmm } from '../../../properties/vmm/types.ts'
import { vmm as machine } from '../../machines/vmm.ts'
import { ARM64_TCG_LIMITS, X86_TCG_LIMITS } from '../../targets/vmm/qemu-tcg.ts'
import { whereGuestIs } from '../../targets/vmm/unsupported.ts'
import type { ProgramsOf } from '../programs/machine.ts'
import type { Wording } from '../programs/wording.ts'
import { forms, guestJson } from './events.ts'
import { guests } from './guests.ts'
import { features, systematic } from './spread.ts'

const wording: Wording = {
  title: 'A debugger on a VMM’s GDB stub: what it is told, and what the guest sees of it.',
  about: [
    'Each test is a guest program with what a debugger asks for (script), and the runs that are allowed (expect): what the debugger is told and what the guest has logged is right if it is one of them.',
    'A VMM needs contract, start, code and script, or the one line for this project’s runner; program is the same as data for gdo run and gdo diff.',
    'The commands of script follow one another, group by group; a group that does not end by resuming the guest ends with continue. When all are used up, or the guest has ended, the debugger detaches.',
    'expect has the variants by id: the first variant of this file always, the others only where they allow something else than the first. A variant is a VMM as it was read or measured, on a hypervisor and CPU that make no mistakes unless it says so.',
    'allowed lists the runs that are allowed; where there are several, choices says which freedom of the manual or of the interface each comes from.',
    'An event of a run is a request of the debugger and its answer (an action; result is the packet, data with the bytes read, or unsupported for the empty packet), or a stop (an exit): the packet without its thread, where the guest stands, and the base of the watchpoint. To step over its own breakpoints is the debugger’s affair: it removes them, steps and inserts them again, and each of these is an event.',
    'log is what the guest’s own exception handlers have written; guest is the same, decoded as in the vectors of its own machine. ending says how the program ends; then says why nothing more is compared.',
    'notes name what it means if the test fails: each note of this file is a known bug, or a VMM that does something else here.',
    'There is no self-judging corpus of this machine: a debugger is another program than the one that runs the guest.',
  ],
  spread:
    'Every instruction under a step, and with each kind of breakpoint of the debugger at it and behind it, and the simplest program for everything else that a run can show.',
}

const contract = [
  'A VMM with a GDB stub and one vCPU. The debugger is attached before the guest has run an instruction, and nobody else is.',
  'A guest of x86 or arm64, as the program’s setup says, is what the vectors of that machine have:',
  ...GUESTS.flatMap((guest) => guests[guest].contract.map((text) => `${guest}: ${text}`)),
]

/** The requests of the debugger, those by which it steps over its breakpoints among them. */
const performed = (_: Program, { events }: Run): readonly Command[] =>
  events.flatMap((event) =>
    event.kind === 'command' && event.command.do !== 'step-over' ? [event.command] : [],
  )

const TCG_LIMITS = GUESTS.flatMap((guest) =>
  whereGuestIs(guest, guest === 'x86' ? X86_TCG_LIMITS : ARM64_TCG_LIMITS),
)

const ofGuest = (program: Program) => guests[program.setup.guest]

export const programs: ProgramsOf<Vmm> = {
  machine,
  tried,
  wording,
  contract,
  capabilities: [],
  requirements: (program) => ofGuest(program).requirements(guestProgram(program)),
  start: (program, variant: Variant) =>
    ofGuest(program).start(guestProgram(program), variant.machines[program.setup.guest]),
  code: (program) => ofGuest(program).code(guestProgram(program)),
  performed,
  forms,
  guest: guestJson,
  limits: (variant) => (variant === qemuTcg ? TCG_LIMITS : []),
  undefinedReason: guests.x86.undefinedReason,
  reasons: { ...guests.x86.reasons, ...guests.arm64.reasons },
  classes: PROGRAM_CLASSES,
  systematic,
  features,
  detach: [{ do: 'detach' }],
}
