/**
 * A VMM with a debugger: its state, what it does to the guest, and its transitions. Everything is a pure function of the
 * state and of what happens; what is done to the guest is returned.
 */

import type { Action as Arm64Action } from '../arm64/program.ts'
import type { Exit as Arm64Exit } from '../arm64/run.ts'
import type { GuestState as Arm64State } from '../arm64/vcpu.ts'
import type { Action as X86Action } from '../x86/program.ts'
import type { Exit as X86Exit } from '../x86/run.ts'
import type { GuestState as X86State } from '../x86/vcpu.ts'
import type { Choose } from './choices.ts'
import type { BreakpointKind, GuestName } from './program.ts'
import type { RequestResult } from './rules/debugger.ts'
import type { Encoded, Hardware } from './rules/hardware.ts'
import type { Planted } from './rules/planting.ts'
import type { Context, Rules } from './rules.ts'
import type { Arm64Injection, Owner, Stop, X86Injection } from './run.ts'

/** A software breakpoint of a run. */
export interface Site extends Planted {
  /** How many events the guest’s run had when it was planted. */
  readonly since: number
}

export interface VmmState {
  /** The software breakpoints that are inserted, in the order of their planting. */
  readonly planted: readonly Site[]
  /** The hardware breakpoints that are inserted, in the order of their registers. */
  readonly hardware: readonly Hardware[]
  /** The debugger steps the vCPU. */
  readonly stepping: boolean
}

/** What the VMM does to the guest; each architecture has its own words for it. */
export type VmmAction =
  | { readonly do: 'write-memory'; readonly at: bigint; readonly bytes: string }
  | { readonly do: 'set-guest-debug'; readonly control: number; readonly hardware: readonly Hardware[] }
  | { readonly do: 'inject'; readonly injection: X86Injection | Arm64Injection }

/** A breakpoint with its address. */
export interface Request {
  readonly kind: BreakpointKind
  readonly address: bigint
  readonly length: number
}

/** What the VMM knows of an exit of the vCPU. */
export interface Exited {
  readonly exit: X86Exit | Arm64Exit
  readonly state: X86State | Arm64State
}

/** Whose an exit is. */
export interface Owned {
  readonly owner: Owner
  readonly stop: Stop | null
  readonly inject: X86Injection | Arm64Injection | null
}

/** What differs from one architecture to the other. */
export interface Architecture {
  readonly guest: GuestName
  /** The instruction that is planted. */
  readonly trap: string
  /** The length that a breakpoint has where the debugger names none. */
  readonly lengthOf: (kind: BreakpointKind) => number
  /** Whether an instruction can lie at an address. */
  readonly isAligned: (address: bigint) => boolean
  /** A request as the registers have it. */
  readonly canonical: (request: Hardware) => Hardware
  /** What becomes of each of some hardware breakpoints. */
  readonly encode: (requests: readonly Hardware[], vmm: Surroundings) => readonly Encoded[]
  /** KVM_CAP_SET_GUEST_DEBUG2 has BLOCKIRQ. */
  readonly blockIrq: boolean
  /** Whose an exit is; `null` for one that is no debug exit. */
  readonly own: (state: VmmState, exited: Exited, vmm: Surroundings) => Owned | null
  /** Linear address of the next instruction. */
  readonly pcOf: (state: Exited['state']) => bigint
  /** What is done to the guest in the words of its machine. */
  readonly lower: (action: VmmAction, vmm: Surroundings) => readonly (X86Action | Arm64Action)[]
}

/** What a transition has to go by beside the state. */
export interface Surroundings {
  readonly rules: Rules
  readonly choose: Choose
  /** What rules get as their context. */
  readonly context: Context
  readonly architecture: Architecture
  /** Guest memory as it is, as hex; `null` if it cannot be read. */
  readonly read: (address: bigint, length: number) => string | null
  /** How many events the guest’s run has. */
  readonly now: () => number
  /** Whether the guest has written to a site since it was planted. */
  readonly guestWrote: (site: Site) => boolean
}

/** The state afterwards, and what is done to the guest. */
export interface Changed {
  readonly state: VmmState
  readonly actions: readonly VmmAction[]
}

/** The transitions. A variant may replace whole ones where a VMM is built otherwise. */
export interface Slots {
  /** Z */
  readonly insert: (
    state: VmmState,
    request: Request,
    vmm: Surroundings,
  ) => Changed & { readonly result: RequestResult }
  /** z */
  readonly remove: (
    state: VmmState,
    request: Request,
    vmm: Surroundings,
  ) => Changed & { readonly result: RequestResult }
  /** m; `null` if it cannot be read. */
  readonly readMemory: (state: VmmState, address: bigint, length: number, vmm: Surroundings) => string | null
  /** M */
  readonly writeMemory: (
    state: VmmState,
    address: bigint,
    bytes: string,
    vmm: Surroundings,
  ) => Changed & { readonly result: RequestResult }
  /** The debugger lets the guest run: one step, or on. */
  readonly resume: (state: VmmState, how: 'step' | 'continue', vmm: Surroundings) => Changed
  /** The vCPU has exited. Without a stop it goes on as it did. */
  readonly exited: (
    state: VmmState,
    exited: Exited,
    vmm: Surroundings,
  ) => Changed & { readonly owned: Owned | null }
  /** The debugger has the guest back. */
  readonly stopped: (state: VmmState, vmm: Surroundings) => Changed
  /** The debugger goes. */
  readonly detach: (state: VmmState, vmm: Surroundings) => Changed
}

/** A VMM before a debugger has asked for anything. */
export const IDLE: VmmState = { planted: [], hardware: [], stepping: false }
