/**
 * Runs: what the debugger is told, what the VMM decides, and beneath it the run of the guest's own machine.
 */
import type { RunEvent as Arm64Event, Exit as Arm64Exit, Run as Arm64Run } from '../arm64/run.ts'
import type { UnpredictableEvent } from '../choices.ts'
import type { RunEvent as X86Event, Exit as X86Exit, Run as X86Run } from '../x86/run.ts'
import type { ChoiceName } from './choices.ts'
import type { Command, GuestName } from './program.ts'

/** Why the debugger gets the guest back. */
export const STOP_REASONS = [
  'step',
  'software-breakpoint',
  'hardware-breakpoint',
  'write-watchpoint',
  'read-watchpoint',
  'access-watchpoint',
  'internal-error',
  'shutdown',
] as const
export type StopReason = (typeof STOP_REASONS)[number]

/** What the debugger is stopped for. */
export interface Stop {
  readonly reason: StopReason
  /** The address of the breakpoint, the base of the watchpoint, or where the guest stands. */
  readonly address: bigint
}

/** Whose a debug exit is. `both`: it reports an event of each; `nobody`: it is dropped. */
export type Owner = 'debugger' | 'guest' | 'both' | 'nobody'

/** An exception that is made the guest's on x86. */
export interface X86Injection {
  readonly vector: number
  /** The causes of a #DB as KVM wants them; `null` where the vCPU events carry none. */
  readonly payload: bigint | null
  /** DR6 as the guest reads it afterwards; `null` if it stays as it is. */
  readonly dr6: bigint | null
}

/** An exception that is made the guest's on arm64: what is written to the vCPU's registers. */
export interface Arm64Injection {
  readonly esr: bigint
  /** `null` if FAR_EL1 stays as it is. */
  readonly far: bigint | null
  readonly elr: bigint
  readonly spsr: bigint
  /** Offset of the vector from VBAR_EL1. */
  readonly vectorOffset: number
}

/** The debugger asked for something, or begins what it does by several commands. */
export interface CommandEvent {
  readonly kind: 'command'
  readonly seenBy: 'debugger'
  readonly command: Command
  /** As the GDB remote protocol has it: `OK`, `E22`, the bytes read; empty for what is not supported and for `step-over`. */
  readonly reply: string
}

/** The debugger let the guest run. */
export interface ResumeEvent {
  readonly kind: 'resume'
  readonly seenBy: 'debugger'
  readonly how: 'step' | 'continue' | 'detach'
}

/** The debugger gets the guest back. */
export interface StopEvent {
  readonly kind: 'stop'
  readonly seenBy: 'debugger'
  readonly stop: Stop
  /** Linear address of the next instruction. */
  readonly pc: bigint
  /** The packet of the GDB remote protocol, without its thread: `T05`, `T05watch:…`. */
  readonly reply: string
}

/** The VMM decided whose a debug exit is. */
export interface OwnedEvent {
  readonly kind: 'owned'
  readonly seenBy: 'nobody'
  readonly exit: X86Exit | Arm64Exit
  readonly owner: Owner
  readonly inject: X86Injection | Arm64Injection | null
}

/** An event of the guest's machine. */
export interface MachineEvent {
  readonly kind: 'machine'
  readonly seenBy: (X86Event | Arm64Event)['seenBy']
  readonly guest: GuestName
  readonly event: X86Event | Arm64Event
}

export type RunEvent = CommandEvent | ResumeEvent | StopEvent | OwnedEvent | MachineEvent | UnpredictableEvent

/** How a run ended: as that of the guest's machine. */
export type Ending = X86Run['ending'] | Arm64Run['ending']

export interface Run {
  readonly guest: GuestName
  readonly events: readonly RunEvent[]
  readonly ending: Ending
  /** The run of the guest's machine; its actions are the host script that the VMM made. */
  readonly machine: X86Run | Arm64Run
  /** Every choice that was consulted, of the VMM's and of the machine's, with the answer taken. */
  readonly consulted: ReadonlyMap<ChoiceName, string>
}
