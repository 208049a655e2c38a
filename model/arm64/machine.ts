/**
 * A machine in the middle of a run: the vCPU, the hardware while the guest runs, the variant's rules and slots, and the
 * events so far.
 */
import { any } from '../bits.ts'
import type { Errno } from '../kvm/guest-debug.ts'
import type { Choose } from './choices.ts'
import type { Decoded } from './decode.ts'
import type { Layout } from './layout.ts'
import type { Action } from './program.ts'
import { GPR_NAMES } from './program.ts'
import { type DebugRegisters, elOf, oslsr } from './registers.ts'
import type { DebugControls, ExceptionReturnSsInput } from './rules/software-step.ts'
import type { Context, Rules } from './rules.ts'
import type { ActionEvent, DebugView, DeliveryEvent, Exit, InstructionEvent, RunEvent } from './run.ts'
import type { GuestState, Vcpu } from './vcpu.ts'

/** What the CPU's debug hardware holds while the guest runs. */
export interface Hardware {
  mdscr: bigint
  mdcr: bigint
  /** OSLSR_EL1: KVM keeps the guest's OS lock out of the hardware. */
  oslsr: bigint
  registers: DebugRegisters
}

/** An exception that the CPU takes to EL2: the end of a guest entry. ELR_EL2 and SPSR_EL2 are the vCPU's pc and pstate. */
export type Trap =
  | {
      readonly kind: 'exception'
      readonly esr: bigint
      readonly far: bigint
      readonly instruction: Decoded | null
    }
  /** An interrupt of the host's own. */
  | { readonly kind: 'host-interrupt' }
  /** The cap on steps is reached. */
  | { readonly kind: 'cap' }

/** What happened since the guest was entered, as far as a hypervisor can find out. */
export interface SinceEntry {
  /** The guest's own PSTATE.SS, put aside while the host debugs. */
  guestSs: 0 | 1
  /** What its own step would have had there once it was entered, without the host. */
  guestSsEntered: 0 | 1
  /** An instruction was executed or an exception taken to EL1. */
  ran: boolean
  /** The last exception that was taken to EL1. */
  exception: DeliveryEvent | null
  /** What the guest's own step would have in PSTATE.SS after its last exception return or exception. */
  lastSet: 0 | 1 | null
}

/**
 * The transitions of the hypervisor. A variant may replace whole slots where an implementation is built otherwise.
 * Those that may end KVM_RUN return the exit, or `null` if the guest goes on.
 */
export interface Slots {
  /** KVM_RUN. */
  readonly run: (m: Machine, immediateExit: boolean) => Exit
  /** Into the guest: what the hardware gets, up to the exception return. */
  readonly enterGuest: (m: Machine) => void
  /** Out of the guest: what the vCPU gets back. */
  readonly exitGuest: (m: Machine, trap: Trap) => void
  /** What an exception to EL2 is answered with. */
  readonly handleTrap: (m: Machine, trap: Trap) => Exit | null
  /** The host has taken an interrupt of its own, and comes back to the vCPU. */
  readonly afterHostInterrupt: (m: Machine) => Exit | null
  /** An instruction that the hypervisor executed is done. A call has advanced by itself. */
  readonly retire: (m: Machine, doneBy: 'kernel' | 'userspace' | 'call') => Exit | null
  /** An exception for the guest in the place of an instruction. */
  readonly inject: (m: Machine, esr: bigint, far: bigint | null) => Exit | null
  /** An access goes to userspace. */
  readonly exitForMmio: (m: Machine, exit: Extract<Exit, { reason: 'mmio' }>, rt: number) => Exit
  /** The access that userspace answered. */
  readonly completeAccess: (m: Machine) => Exit | null
  /** A debug exception for userspace. */
  readonly debugExit: (m: Machine, esr: bigint, far: bigint) => Exit
  /** What the host does between two runs: the ioctls. */
  readonly perform: (m: Machine, action: Action, layout: Layout) => Performed
}

/** The result of an ioctl, and what it returned. */
export type Performed = Pick<ActionEvent, 'result' | 'value'>

export const performed = (result: Errno, value: bigint | null = null): Performed => ({ result, value })

export interface Machine {
  /** Replaced when everything is restored into a fresh one. */
  v: Vcpu
  readonly hw: Hardware
  readonly rules: Rules
  readonly slots: Slots
  readonly choose: Choose
  /** What rules get as their context. */
  readonly context: Context
  readonly events: RunEvent[]
  /** The view that the last event got. */
  view: DebugView
  /** The instruction that is under way. */
  current: InstructionEvent | null
  since: SinceEntry
  /** What the last instruction was for software step: completed while step was active; a load-exclusive. */
  stepped: 'no' | 'yes' | 'exclusive'
  /** Under a host's step: the instruction of it is done, so that nothing else may run before it is reported. */
  hostStepDone: boolean
  /** The same, KVM_RUN having returned at once without a report. */
  hostStepOwed: boolean
  /** Guest instructions until the host's own interrupt; `null` if none comes. */
  preemptIn: number | null
  /** Instructions begun and exceptions taken; a program that reaches the cap is ended. */
  steps: number
}

/** The guest's own debug registers and those of the host, by reference; one object for as long as they stay the same. */
export const debugView = (m: Machine): DebugView => {
  const { v, view: last } = m
  const same =
    last.control === v.control &&
    last.mdscr === v.mdscr &&
    last.oslsr === v.oslsr &&
    last.registers === v.registers &&
    last.host === v.host
  if (!same) {
    const { control, host, mdscr, oslsr: lock, registers } = v
    m.view = { control, host, mdscr, oslsr: lock, registers }
  }
  return m.view
}

/** Whether the guest has set its OS lock. */
export const osLocked = (v: Vcpu): boolean => any(v.oslsr, oslsr.OSLK)

/** What decides about debug exceptions while the guest runs. */
export const hardwareControls = ({ hw }: Machine): DebugControls => ({
  mdscr: hw.mdscr,
  mdcr: hw.mdcr,
  hcr: 0n,
  osLock: any(hw.oslsr, oslsr.OSLK),
  doubleLock: false,
})

/** What would decide if the guest had the CPU to itself. */
export const guestControls = ({ v }: Machine): DebugControls => ({
  mdscr: v.mdscr,
  mdcr: 0n,
  hcr: 0n,
  osLock: osLocked(v),
  doubleLock: false,
})

/** PSTATE.SS after an exception return. */
export const returnedSs = (
  { rules, context }: Machine,
  { mdscr, mdcr, hcr, osLock, doubleLock }: DebugControls,
  { fromEl, toEl, pstate, spsr }: Omit<ExceptionReturnSsInput, keyof DebugControls>,
): 0 | 1 =>
  rules.exceptionReturnSs({ fromEl, toEl, pstate, spsr, mdscr, mdcr, hcr, osLock, doubleLock }, context)

/** The guest's exception level. */
export const currentEl = (v: Vcpu): number => elOf(v.pstate)

/** A copy of everything that a VMM can read of the guest. */
export const guestState = ({ v }: Machine): GuestState => {
  const { pc, pstate, elr, spsr, esr, far, contextId, mdscr, oslsr: lock, registers } = v
  const gpr = v.gpr.slice(0, GPR_NAMES.length)
  return { gpr, pc, pstate, elr, spsr, esr, far, contextId, mdscr, oslsr: lock, registers }
}
