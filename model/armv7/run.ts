/**
 * Runs: the events that a program produces, in order, each saying who sees it, with the CPU as it was then.
 */
import type { UnpredictableEvent } from '../choices.ts'
import type { ChoiceName } from './choices.ts'
import type { StartUp } from './linux.ts'
import type { Action, Instruction, Task } from './program.ts'
import type { Cause, DebugArchitecture, Pairs } from './registers.ts'
import type { AccessOutcome, Direction, Privilege, Transfer } from './rules/access.ts'
import type { GuestSees } from './rules/emulation.ts'

/** One physical CPU: an immutable record, replaced with every change. */
export interface Cpu {
  readonly number: number
  readonly architecture: DebugArchitecture
  readonly hdcr: number
  readonly dscr: number
  readonly vcr: number
  readonly osLock: boolean
  readonly doubleLock: boolean
  /** The DBGEN signal. */
  readonly dbgen: boolean
  readonly pairs: Pairs
}

/** The host took the debug registers of a CPU over, at boot or after power-down. */
export interface HostStartUpEvent {
  readonly kind: 'host-start-up'
  readonly seenBy: 'host'
  readonly outcome: StartUp
  readonly cpu: Cpu
}

/** The host did something between two entries. */
export interface ActionEvent {
  readonly kind: 'action'
  readonly seenBy: 'host'
  readonly group: number
  readonly action: Action
  /** `none` where the program has ruled the action out. */
  readonly result: 'ok' | 'ENODEV' | 'ENOSPC' | 'none'
  /** The CPU that the current vCPU’s thread is on, after it. */
  readonly cpu: Cpu
}

/** HDCR was written. */
export interface HdcrEvent {
  readonly kind: 'hdcr'
  readonly seenBy: 'nobody'
  readonly cpu: number
  readonly from: number
  readonly to: number
}

/** The hypervisor wrote a CP14 register. */
export interface HypervisorWriteEvent {
  readonly kind: 'hypervisor-write'
  readonly seenBy: 'nobody'
  readonly cpu: number
  readonly register: string
  readonly value: number
}

/** A vCPU was entered. */
export interface EntryEvent {
  readonly kind: 'entry'
  readonly seenBy: 'nobody'
  readonly vcpu: number
  readonly cpu: Cpu
}

/** The guest began an instruction. */
export interface InstructionEvent {
  readonly kind: 'instruction'
  readonly seenBy: 'nobody'
  readonly vcpu: number
  readonly address: number
  readonly instruction: Instruction
  readonly cpu: Cpu
}

/** The guest accessed a debug register. */
export interface AccessEvent {
  readonly kind: 'access'
  readonly seenBy: 'guest'
  readonly vcpu: number
  readonly register: string
  readonly direction: Direction
  readonly transfer: Transfer
  readonly privilege: Privilege
  readonly outcome: AccessOutcome
  /** HSR of a trap. */
  readonly hsr: number | null
  /** What the hypervisor answered to a trap. */
  readonly sees: GuestSees | null
  /** What was written, or what the destination of a read got; `null` if it got nothing. */
  readonly value: number | null
  /** Its condition was true. */
  readonly passed: boolean
  /** The CPU before and after. */
  readonly before: Cpu
  readonly after: Cpu
}

/** The guest took an exception to PL1. */
export interface DeliveryEvent {
  readonly kind: 'delivery'
  readonly seenBy: 'guest'
  readonly vcpu: number
  readonly exception: 'undefined' | 'prefetch-abort' | 'data-abort'
  /** Of a debug exception. */
  readonly cause: Cause | null
  /** IFSR or DFSR. */
  readonly fsr: number | null
  /** DFAR of a watchpoint. */
  readonly far: number | null
  /** By the hypervisor. */
  readonly injected: boolean
  readonly cpu: Cpu
}

/** A debug exception of the guest was routed to Hyp mode. */
export interface RoutedEvent {
  readonly kind: 'routed'
  readonly seenBy: 'nobody'
  readonly vcpu: number
  readonly cause: Cause
  readonly hsr: number
  readonly cpu: Cpu
}

/** The CPU stopped in debug state; the external debugger let it go on behind the instruction. */
export interface HaltEvent {
  readonly kind: 'halt'
  readonly seenBy: 'external-debugger'
  readonly cpu: Cpu
}

/** A Linux guest has started its hw_breakpoint support. */
export interface StartUpEvent {
  readonly kind: 'start-up'
  readonly seenBy: 'guest'
  readonly vcpu: number
  readonly outcome: StartUp
  readonly cpu: Cpu
}

/** The guest was left, and the host can be interrupted again. */
export interface ExitEvent {
  readonly kind: 'exit'
  readonly seenBy: 'host'
  /** Number of the entry that it ended, from 0. */
  readonly run: number
  readonly vcpu: number
  readonly reason: 'wfi' | 'end'
  /** The CPU before the guest was entered, and now. */
  readonly before: Cpu
  readonly cpu: Cpu
  /** How many slots the host’s accounting has given away. */
  readonly taken: number
}

/** A task of the host took a debug exception. */
export interface HostExceptionEvent {
  readonly kind: 'host-exception'
  readonly seenBy: 'host'
  readonly task: Task | 'kernel'
  readonly cause: Cause
  /** What the handler took it for. */
  readonly dispatched: 'breakpoint' | 'watchpoint' | 'unhandled'
  /** Whether the host has a breakpoint or watchpoint, or its task a BKPT, that it stands for. */
  readonly owned: boolean
  readonly cpu: Cpu
}

/** A task of the host ran. */
export interface TaskEvent {
  readonly kind: 'task'
  readonly seenBy: 'host'
  readonly task: Task
  readonly what: 'code' | 'store' | 'bkpt'
  /** Whether a breakpoint or watchpoint of its own is registered for what it did. */
  readonly watched: boolean
  readonly cpu: Cpu
}

export type RunEvent =
  | HostStartUpEvent
  | ActionEvent
  | HdcrEvent
  | HypervisorWriteEvent
  | EntryEvent
  | InstructionEvent
  | AccessEvent
  | DeliveryEvent
  | RoutedEvent
  | HaltEvent
  | StartUpEvent
  | ExitEvent
  | HostExceptionEvent
  | TaskEvent
  | UnpredictableEvent<ChoiceName>

/**
 * How a run ended: the program is done; Hyp mode took an Undefined Instruction exception, or one it cannot handle; the
 * host’s kernel took one; the host takes the same debug exception for ever; a cap.
 */
export type Ending = 'end' | 'hyp-panic' | 'host-oops' | 'host-livelock' | 'cap'

export interface Run {
  readonly events: readonly RunEvent[]
  readonly ending: Ending
  /** Every choice that was consulted, with the answer taken. */
  readonly consulted: ReadonlyMap<ChoiceName, string>
}
