/**
 * The state of one vCPU: the guest's registers and what KVM keeps beside them.
 *
 * It is changed in place while a program runs and never leaves the run: what observers get are copies.
 */
import { XZR } from './encoding.ts'
import type { Memory } from './memory.ts'
import type { DebugRegisters } from './registers.ts'

/** An MMIO access that waits for userspace's answer. */
export interface PendingMmio {
  readonly direction: 'read' | 'write'
  readonly address: bigint
  readonly size: number
  /** Rt of the load. */
  readonly rt: number
  /** Address of the instruction, and the PC that the VMM was shown. */
  readonly pc: bigint
  readonly exitPc: bigint
  /** What the VMM answers to a read. */
  data: bigint
}

export interface Vcpu {
  readonly memory: Memory
  /** x0–x30, 64 bits. */
  readonly gpr: bigint[]
  pc: bigint
  /** While the guest runs, PSTATE; else as the VMM reads it. */
  pstate: bigint
  elr: bigint
  spsr: bigint
  esr: bigint
  far: bigint
  /** CONTEXTIDR_EL1, 32 bits. */
  contextId: bigint
  /** The guest's own MDSCR_EL1, OSLSR_EL1, breakpoints and watchpoints. */
  mdscr: bigint
  oslsr: bigint
  registers: DebugRegisters
  /** The local exclusive monitor. */
  exclusive: boolean
  /** The IRQ line. */
  irq: boolean
  mmio: PendingMmio | null
  /** The VMM has asked for an external abort; FAR of it. */
  abort: bigint | null
  /** The control word in force, 0 without ENABLE. */
  control: number
  /** The host's breakpoints and watchpoints. */
  host: DebugRegisters
}

/** A general register; number 31 is the zero register. */
export const readGpr = (v: Vcpu, register: number): bigint => (register === XZR ? 0n : v.gpr[register]!)

export const writeGpr = (v: Vcpu, register: number, value: bigint): void => {
  if (register !== XZR) v.gpr[register] = value
}

/** What a VMM gets when it reads the whole state of the guest at an exit. */
export interface GuestState {
  /** x0–x7: the others belong to the contract. */
  readonly gpr: readonly bigint[]
  readonly pc: bigint
  readonly pstate: bigint
  readonly elr: bigint
  readonly spsr: bigint
  readonly esr: bigint
  readonly far: bigint
  readonly contextId: bigint
  readonly mdscr: bigint
  readonly oslsr: bigint
  readonly registers: DebugRegisters
}
