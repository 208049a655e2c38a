/**
 * Runs: the events that a program produces, in order, each saying who sees it, and the state at every exit.
 */

import type { UnpredictableEvent } from '../choices.ts'
import type { Errno } from '../kvm/guest-debug.ts'
import type { ChoiceName } from './choices.ts'
import type { Vector } from './contract.ts'
import type { Action, Op } from './program.ts'
import type { DebugRegisters } from './registers.ts'
import type { DebugExitRecord } from './rules/guest-debug.ts'
import type { ExceptionKind } from './rules/software-step.ts'
import type { GuestState } from './vcpu.ts'

/** Why KVM_RUN returned. */
export type Exit =
  | { readonly reason: 'debug'; readonly debug: DebugExitRecord }
  | {
      readonly reason: 'mmio'
      readonly direction: 'read' | 'write'
      readonly address: bigint
      readonly size: number
      /** What is written; `null` for a read. */
      readonly data: bigint | null
    }
  | { readonly reason: 'interrupted' }
  | { readonly reason: 'internal-error'; readonly detail: string }

/** The debug registers of both sides as they were, by reference: a view for properties. */
export interface DebugView {
  readonly control: number
  readonly host: DebugRegisters
  /** The guest's own. */
  readonly mdscr: bigint
  readonly oslsr: bigint
  readonly registers: DebugRegisters
}

/** An access to memory that the guest made. */
export interface Access {
  readonly kind: 'read' | 'write'
  readonly address: bigint
  readonly size: number
  readonly unprivileged: boolean
}

/** The host did something between two runs. */
export interface ActionEvent {
  readonly kind: 'action'
  readonly seenBy: 'host'
  readonly group: number
  readonly action: Action
  readonly result: Errno
  /** What KVM_GET_ONE_REG returned. */
  readonly value: bigint | null
}

/** The hypervisor entered the guest; nobody sees it. */
export interface EntryEvent {
  readonly kind: 'entry'
  readonly seenBy: 'nobody'
  readonly pc: bigint
  /** What the hardware has while the guest runs. */
  readonly mdscr: bigint
  readonly mdcr: bigint
  readonly registers: DebugRegisters
  /** PSTATE after the exception return. */
  readonly pstate: bigint
  readonly view: DebugView
}

/** The guest began an instruction; nobody sees it. */
export interface InstructionEvent {
  readonly kind: 'instruction'
  readonly seenBy: 'nobody'
  readonly address: bigint
  readonly op: Op
  readonly pstate: bigint
  readonly view: DebugView
  /** The access that it makes, once it is made. */
  access: Access | null
  /** The hypervisor executed it. */
  emulated: boolean
  /** The address that followed, once it retired. */
  next: bigint | null
}

/** The guest took an exception to EL1. */
export interface DeliveryEvent {
  readonly kind: 'delivery'
  readonly seenBy: 'guest'
  /** `raised` and `interrupt` by the CPU, `injected` by the hypervisor. */
  readonly source: 'raised' | 'interrupt' | 'injected'
  readonly exception: ExceptionKind
  readonly vector: Vector | 'other'
  /** ESR_EL1, and FAR_EL1 where the exception writes it; `null` where it does not. */
  readonly esr: bigint | null
  readonly far: bigint | null
  readonly elr: bigint
  /** SPSR_EL1 as the handler reads it. */
  spsr: bigint
  /** PSTATE when the exception was taken: the one that the hardware had. */
  readonly pstate: bigint
  readonly view: DebugView
}

/** The guest read a register in which it could notice a debugger. */
export interface GuestReadEvent {
  readonly kind: 'guest-read'
  readonly seenBy: 'guest'
  readonly what: string
  readonly value: bigint
}

/** The guest wrote one of its debug registers. */
export interface GuestWriteEvent {
  readonly kind: 'guest-write'
  readonly seenBy: 'guest'
  readonly what: string
  readonly value: bigint
}

/** KVM_RUN returned to the VMM. */
export interface ExitEvent {
  readonly kind: 'exit'
  readonly seenBy: 'host'
  /** Number of the run that it ended, from 0. */
  readonly run: number
  readonly exit: Exit
  readonly state: GuestState
  readonly view: DebugView
}

export type RunEvent =
  | ActionEvent
  | EntryEvent
  | InstructionEvent
  | DeliveryEvent
  | GuestReadEvent
  | GuestWriteEvent
  | ExitEvent
  | UnpredictableEvent<ChoiceName>

/** How a run ended: the program's store, an unexpected vector, the guest gone, or a cap. */
export type Ending = 'end' | 'fault' | 'internal-error' | 'cap'

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
