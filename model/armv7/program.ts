/**
 * The programs of the armv7 machine: setup, guest instructions and host actions as plain JSON data.
 */
import { type Hex, PROGRAM_FORMAT, PROGRAM_VERSION, type ProgramEnvelope } from '../program.ts'
import type { DebugArchitecture } from './registers.ts'

/** An address that keeps its meaning when the program changes around it. */
export type Place = { readonly instruction: number } | { readonly place: 'data' | 'host-code' | 'host-data' }

/** A register value (32 bits): a hex string, or a place. */
export type Value = Hex | Place

/** What the program starts with. */
export interface Setup {
  /** Debug architecture of both CPUs; default `v7.1`. */
  readonly debugArchitecture?: DebugArchitecture
  /** The DBGEN signal of each CPU; default high on both. With it low, monitor mode cannot be enabled. */
  readonly dbgen?: readonly [boolean, boolean]
  /** The kernel of the host has hw_breakpoint support; default true. */
  readonly hwBreakpoint?: boolean
  /**
   * What the breakpoints and watchpoints, which no reset clears, hold when a CPU comes up: zeroes, or every one enabled
   * and hitting the host's own code; default `clear`.
   */
  readonly unknown?: 'clear' | 'enabled'
  /** The OS lock is set when a CPU comes up; default true, as on a Cortex-A15. */
  readonly lockedAtReset?: boolean
}

interface Executed {
  /** In user mode; default false: Supervisor mode. */
  readonly user?: true
}

/** One instruction of the guest. */
export type Instruction =
  | ({ readonly op: 'nop' | 'bkpt' } & Executed)
  | { readonly op: 'wfi' }
  /** LDR and STR of one word. */
  | ({ readonly op: 'ldr' | 'str'; readonly at: Place } & Executed)
  /** MRC p14: a read; to r0, or with `flags` to APSR.NZCV. With `fails` its condition is false. */
  | ({ readonly op: 'mrc'; readonly from: string; readonly flags?: true; readonly fails?: true } & Executed)
  /** MCR p14: a write, of r0. */
  | ({ readonly op: 'mcr'; readonly to: string; readonly value: Value; readonly fails?: true } & Executed)
  /** MRRC p14: the 64-bit form of DBGDRAR and DBGDSAR, to r0 and r1. */
  | ({ readonly op: 'mrrc'; readonly from: 'DBGDRAR' | 'DBGDSAR' } & Executed)
  /** LDC and STC p14, c5: between memory and DBGDTRTXint or DBGDTRRXint. */
  | ({ readonly op: 'ldc' | 'stc' } & Executed)
  /** The start-up of hw_breakpoint support in a Linux guest, on the vCPU that is running. */
  | { readonly op: 'linux-start-up' }

/** A task of the host. */
export type Task = 'vcpu-thread' | 'debugged'

/** An action of the host between two entries. */
export type Action =
  /** perf or ptrace: a breakpoint on the host's code, or a watchpoint on its data, for one task. */
  | { readonly do: 'set-host-breakpoint'; readonly task: Task; readonly kind: 'execute' | 'write' }
  | { readonly do: 'clear-host-breakpoints'; readonly task: Task }
  /** The scheduler runs the debugged task, which executes its code, stores to its data, or executes BKPT. */
  | { readonly do: 'run-task'; readonly what: 'code' | 'store' | 'bkpt' }
  /** The thread of the current vCPU moves to a CPU. */
  | { readonly do: 'migrate'; readonly cpu: 0 | 1 }
  /** The next entries are those of a vCPU. */
  | { readonly do: 'switch-vcpu'; readonly vcpu: 0 | 1 }
  /** A CPU is powered down and up again: its debug registers are lost, and the host brings them up again. */
  | { readonly do: 'idle'; readonly cpu: 0 | 1 }
  /** The host's kernel writes a debug register of the CPU. */
  | { readonly do: 'host-write'; readonly register: 'DBGDSCRext' | 'DBGOSDLR'; readonly value: Hex }
  /** An external debugger sets or clears DBGDSCR.HDBGen of the CPU, or drives its DBGEN signal. */
  | { readonly do: 'external-debugger'; readonly halting?: boolean; readonly dbgen?: boolean }

/** A program of the armv7 machine. */
export type Program = ProgramEnvelope<'armv7', Setup, Instruction, Action>

/** A program in its envelope. */
export const makeProgram = (setup: Setup, code: Program['code'], script: Program['script']): Program => ({
  format: PROGRAM_FORMAT,
  version: PROGRAM_VERSION,
  machine: 'armv7',
  setup,
  code,
  script,
})
