/**
 * Runs: the events that a program produces, in order, each saying who sees it, and the state at every exit.
 */

import type { UnpredictableEvent } from '../choices.ts'
import type { Errno } from '../kvm/guest-debug.ts'
import type { ChoiceName } from './choices.ts'
import type { Action, Op } from './program.ts'
import type { DebugExitRecord } from './rules/ownership.ts'
import type { InterruptShadow } from './rules/step.ts'
import type { GuestState } from './vcpu.ts'

/** Why KVM_RUN returned. */
export type Exit =
  | { readonly reason: 'debug'; readonly debug: DebugExitRecord }
  | {
      readonly reason: 'io'
      readonly direction: 'in' | 'out'
      readonly port: number
      readonly size: number
      readonly count: number
      /** The bytes written; `null` for a read. */
      readonly data: bigint | null
    }
  | {
      readonly reason: 'mmio'
      readonly direction: 'read' | 'write'
      readonly address: bigint
      readonly size: number
      readonly data: bigint | null
    }
  | { readonly reason: 'hlt' | 'interrupt-window' | 'shutdown' | 'interrupted' }
  | { readonly reason: 'internal-error'; readonly detail: string }

/** The debug registers of both sides as they were, by reference: a view for properties. */
export interface DebugView {
  readonly control: number
  readonly hostDb: readonly bigint[]
  readonly hostDr7: bigint
  readonly db: readonly bigint[]
  readonly dr6: bigint
  readonly dr7: bigint
}

/** An access to memory or to a port that the guest made. */
export interface Access {
  readonly kind: 'read' | 'write' | 'in' | 'out'
  /** Linear address, or port. */
  readonly address: bigint
  readonly size: number
}

/** The host did something between two runs. */
export interface ActionEvent {
  readonly kind: 'action'
  readonly seenBy: 'host'
  readonly group: number
  readonly action: Action
  readonly result: Errno
}

/** The guest began an instruction; nobody sees it. */
export interface InstructionEvent {
  readonly kind: 'instruction'
  readonly seenBy: 'nobody'
  /** Linear address. */
  readonly address: bigint
  readonly op: Op
  readonly rflags: number
  readonly shadow: InterruptShadow
  readonly view: DebugView
  /** Accesses so far; complete once it retired. */
  readonly accesses: Access[]
  /** The flags image that POPF or IRET popped; the flags that SYSCALL or SYSRET left. */
  loadedFlags: number | null
  /** The linear address that followed, once it retired; for a REP instruction, each boundary is an event. */
  next: bigint | null
}

/** An exception or interrupt was delivered to the guest. */
export interface DeliveryEvent {
  readonly kind: 'delivery'
  readonly seenBy: 'guest'
  /** `raised` by what the guest did, `injected` by the VMM, `software` by INT n, INT3, INTO. */
  readonly source: 'raised' | 'injected' | 'software' | 'interrupt' | 'nmi'
  readonly vector: number
  /** IP, CS and FLAGS as pushed: FLAGS has 16 bits in real mode, 32 that count in long mode. */
  readonly ip: bigint
  readonly cs: number
  readonly flags: number
  /** The linear address that CS:IP stands for. */
  readonly address: bigint
  /** What is pushed behind them; `null` if nothing is. */
  readonly errorCode: number | null
  /** Causes of a #DB; `null` if it came without. */
  readonly payload: bigint | null
  /** The accesses that pushed the frame; those of a software interrupt belong to its instruction. */
  readonly accesses: readonly Access[]
  /** DR6 and DR7 as the handler finds them. */
  readonly dr6: bigint
  readonly dr7: bigint
  /** Before the delivery. */
  readonly view: DebugView
}

/** The guest read a debug register, or pushed its flags. */
export interface GuestReadEvent {
  readonly kind: 'guest-read'
  readonly seenBy: 'guest'
  /** `dr0`…`dr7`, or `flags`. */
  readonly what: string
  readonly value: bigint
}

/** The guest tried to write a debug register. */
export interface GuestWriteEvent {
  readonly kind: 'guest-write'
  readonly seenBy: 'guest'
  readonly dr: number
  /** What MOV DR had as its source. */
  readonly value: bigint
  /** Stored, or the exception that the access raised. */
  readonly result: 'written' | '#UD' | '#GP' | '#DB'
}

/** KVM_RUN returned to the VMM. */
export interface ExitEvent {
  readonly kind: 'exit'
  readonly seenBy: 'host'
  /** Number of the run that it ended, from 0. */
  readonly run: number
  readonly exit: Exit
  readonly state: GuestState
  /** Whether SINGLESTEP and the other control bits were in force, and both register sets. */
  readonly view: DebugView
}

export type RunEvent =
  | ActionEvent
  | InstructionEvent
  | DeliveryEvent
  | GuestReadEvent
  | GuestWriteEvent
  | ExitEvent
  | UnpredictableEvent<ChoiceName>

/** How a run ended: the program's HLT, a fault handler's HLT, the guest gone, or a cap. */
export type Ending = 'end' | 'fault' | 'shutdown' | 'internal-error' | 'cap'

export interface Run {
  readonly events: readonly RunEvent[]
  readonly ending: Ending
  /** The final state, as at the last exit. */
  readonly state: GuestState
  /** The handlers' log: the bytes of RAM from the log's start to its end. */
  readonly log: Uint8Array
  /** Every choice that was consulted, with the answer taken. */
  readonly consulted: ReadonlyMap<ChoiceName, string>
}
