/**
 * The programs of the vmm machine: a guest of the x86 or arm64 machine, and what a debugger on the VMM's GDB stub asks for,
 * as plain JSON data.
 */
import type {
  Instruction as Arm64Instruction,
  Program as Arm64Program,
  Setup as Arm64Setup,
  Value as Arm64Value,
} from '../arm64/program.ts'
import { PROGRAM_FORMAT, PROGRAM_VERSION, type ProgramEnvelope } from '../program.ts'
import type {
  Instruction as X86Instruction,
  Program as X86Program,
  Setup as X86Setup,
  Value as X86Value,
} from '../x86/program.ts'

/** The machines whose programs can be the guest. */
export const GUESTS = ['x86', 'arm64'] as const
export type GuestName = (typeof GUESTS)[number]

/** Which machine the guest is of, and its setup as that machine has it. */
export type Setup = ({ readonly guest: 'x86' } & X86Setup) | ({ readonly guest: 'arm64' } & Arm64Setup)

/** An instruction of the guest's machine. */
export type Instruction = X86Instruction | Arm64Instruction

/** An address: a hex string, or a place of the guest's program. */
export type Value = X86Value | Arm64Value

/** What a hardware breakpoint is for: `execute` is Z1, the watchpoints are Z2 (write), Z3 (read) and Z4 (access). */
export const HARDWARE_KINDS = ['execute', 'watch-write', 'watch-read', 'watch-access'] as const
export type HardwareKind = (typeof HARDWARE_KINDS)[number]

/** The kinds of breakpoints in the order of the packets Z0 to Z4. */
export const BREAKPOINT_KINDS = ['software', ...HARDWARE_KINDS] as const
export type BreakpointKind = (typeof BREAKPOINT_KINDS)[number]

/** A breakpoint as a debugger names it. */
export interface Breakpoint {
  readonly kind: BreakpointKind
  readonly at: Value
  /** Bytes watched; for `software` and `execute` the length of a breakpoint instruction; default that, for watchpoints 4. */
  readonly length?: number
}

/** What a debugger asks for. A command that resumes the guest waits for the next stop. */
export type Command =
  /** Z */
  | ({ readonly do: 'insert' } & Breakpoint)
  /** z */
  | ({ readonly do: 'remove' } & Breakpoint)
  /** m */
  | { readonly do: 'read-memory'; readonly at: Value; readonly length: number }
  /** M */
  | { readonly do: 'write-memory'; readonly at: Value; readonly bytes: string }
  /** s */
  | { readonly do: 'step' }
  /** c */
  | { readonly do: 'continue' }
  /** What a debugger does to get past its own breakpoints: removes those at the PC, steps, inserts them again. */
  | { readonly do: 'step-over' }
  /** D: everything is removed, and the guest runs on. */
  | { readonly do: 'detach' }

/** Whether a command lets the guest run. */
export const resumes = ({ do: what }: Command): boolean =>
  what === 'step' || what === 'continue' || what === 'step-over' || what === 'detach'

/**
 * A program of the vmm machine. The commands of its groups follow one another; a group that does not end by resuming the
 * guest ends with `continue`. When all are used up, or the guest has ended, the debugger detaches.
 */
export type Program = ProgramEnvelope<'vmm', Setup, Instruction, Command>

/** A program in its envelope. */
export const makeProgram = (setup: Setup, code: Program['code'], script: Program['script']): Program => ({
  format: PROGRAM_FORMAT,
  version: PROGRAM_VERSION,
  machine: 'vmm',
  setup,
  code,
  script,
})

/** The guest alone, as a program of its own machine with a host that does nothing. */
export const guestProgram = ({ setup, code }: Program): X86Program | Arm64Program => {
  const { guest, ...own } = setup
  const envelope = {
    format: PROGRAM_FORMAT,
    version: PROGRAM_VERSION,
    machine: guest,
    setup: own,
    code,
    script: [],
  }
  return envelope as X86Program | Arm64Program
}

/** The commands of a program in their order, `continue` where a group leaves it out, and the detach that ends them. */
export const commandsOf = ({ script }: Program): readonly Command[] => [
  ...script.flatMap((group): readonly Command[] => {
    const last = group.at(-1)
    return last && resumes(last) ? group : [...group, { do: 'continue' }]
  }),
  { do: 'detach' },
]
