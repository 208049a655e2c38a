/**
 * Vectors of programs of the armv7 machine.
 */
import { layOut, makeProgram, type Program, runProgram, type Variant } from '../../../model/armv7/index.ts'
import { assembly } from '../../../model/armv7/instructions.ts'
import { hex } from '../../../model/bits.ts'
import { PROGRAM_CLASSES } from '../../../properties/armv7/generators.ts'
import { armv7 as tried } from '../../../properties/armv7/machine.ts'
import type { Armv7 } from '../../../properties/armv7/types.ts'
import { armv7 as machine } from '../../machines/armv7.ts'
import { cpuFields } from '../../targets/armv7/observation.ts'
import type { Fields } from '../../targets/kvm/observation.ts'
import type { CodeLine, Requirements } from '../envelope.ts'
import { inScriptOrder, type ProgramsOf } from '../programs/machine.ts'
import type { Wording } from '../programs/wording.ts'
import { forms, guestJson } from './events.ts'
import { features, systematic } from './spread.ts'

const wording: Wording = {
  title:
    'Guests of a hypervisor on 32-bit Arm, and the host’s own debugger: who gets at the debug registers.',
  about: [
    'Each test is a guest program with what the host does before each entry (script), and the runs that are allowed (expect): what is seen is right if it is one of them.',
    'A hypervisor needs contract, start, code and script, or the one line for this project’s targets; program is the same as data for gdo run and gdo diff.',
    'expect has the variants by id: the first variant of this file always, the others only where they allow something else than the first. A variant is a design: how the debug registers are shared between the host and its guests.',
    'allowed lists the runs that are allowed; where there are several, choices says which freedom of the manual or of the design each comes from.',
    'An event of a run is an action of the host (what came of it) or an exit: the guest was left, and the debug registers of the CPU when the host runs on. What is not in state is as in start.',
    'log is what the guest has read, and every exception, in order, whoever took it: 16 bytes each; guest is the same, decoded. ending says how the program ends; then says why nothing more is compared.',
    'notes name what it means if the test fails: each note of this file is a known bug, or a design that does something else here.',
    'There is no self-judging corpus of this machine: that one runs on /dev/kvm, and 32-bit KVM is gone from Linux.',
  ],
  spread:
    'Every instruction with and without monitor mode, with the guest’s own breakpoint at it and with its own watchpoint, and the simplest program for everything else that a run can show.',
}

const contract = [
  'Two CPUs of ARMv7 with the virtualisation extensions and the debug registers of a Cortex-A15 (6 breakpoints, 4 watchpoints), two vCPUs of one guest. Before a program the CPUs are powered up, and the host’s Linux has brought its hw_breakpoint support up on both.',
  '0x40080000 the instructions (A32), 8 bytes apart, whichever vCPU executes them, 0x40080800 the guest’s data; 0xb6f00000 code and 0xb6f01000 data of the host’s tasks. MMU off, TTBCR.EAE 0.',
  'Before an instruction r0 gets what it needs. It is executed in Supervisor mode, or in user mode where it says so; NE fails. The guest’s handlers do nothing but return behind the instruction. WFI leaves the guest, as does HVC #1 at the end of the code.',
  'A record of the log has four words, the low byte first: what (0 a read; 0x001, 0x003, 0x004 Undefined Instruction, Prefetch Abort, Data Abort of the guest; 0x105 a Hyp Trap; 0x203, 0x204 an abort of the host’s task), the address of the instruction, a value (what was read; IFSR or DFSR; HSR; DBGDSCR.MOE), DFAR.',
]

/** What a target with one CPU cannot do. */
const requirements = ({ setup, script }: Program): Requirements => {
  const actions = script.flat()
  const other = [
    ...(actions.some((action) => action.do === 'migrate' && action.cpu === 1) ? ['a second CPU'] : []),
    ...(actions.some((action) => action.do === 'idle') ? ['power control of a CPU'] : []),
    ...(setup.dbgen?.includes(false) || actions.some((action) => action.do === 'external-debugger')
      ? ['control of DBGEN or an external debugger']
      : []),
    ...(setup.debugArchitecture === 'v7' ? ['v7 Debug'] : []),
  ]
  return other.length > 0 ? { other } : {}
}

/** The debug registers of the CPU that the guest is entered on first. */
const start = ({ setup }: Program, variant: Variant): Fields => {
  const { events } = runProgram(makeProgram(setup, [], []), variant)
  const booted = events.find((event) => event.kind === 'exit' || event.kind === 'host-start-up')
  return booted?.kind === 'exit' ? cpuFields(booted.before) : booted ? cpuFields(booted.cpu) : {}
}

/** HVC #1, by which the guest is left at the end of the code. */
const HVC = 0xe1400071

const code = (program: Program): CodeLine[] => {
  const { words, addressOf } = layOut(program)
  const texts = [...program.code.map(assembly), 'hvc #1  ; the end']
  return [...words, HVC].map((word, i) => ({
    address: hex(addressOf(i), 32),
    bytes: Buffer.from(Uint32Array.of(word).buffer).toString('hex'),
    assembly: texts[i]!,
  }))
}

export const programs: ProgramsOf<Armv7> = {
  machine,
  tried,
  wording,
  contract,
  capabilities: [],
  requirements,
  start,
  code,
  performed: inScriptOrder,
  forms,
  guest: guestJson,
  limits: () => [],
  undefinedReason: {
    name: 'unpredictable-match',
    text: 'A breakpoint or watchpoint has a setting that is UNPREDICTABLE, and the program has come to where it counts.',
  },
  reasons: {},
  classes: PROGRAM_CLASSES,
  systematic,
  features,
  detach: [{ do: 'clear-host-breakpoints', task: 'debugged' }],
}
