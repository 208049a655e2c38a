/**
 * The programs of the arm64 machine: setup, instructions and host actions as plain JSON data.
 */
import { type Hex, PROGRAM_FORMAT, PROGRAM_VERSION, type ProgramEnvelope } from '../program.ts'
import type { Vector } from './contract.ts'

/** General registers that instructions name. The others belong to the contract. */
export const GPR_NAMES = ['x0', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7'] as const
export type GprName = (typeof GPR_NAMES)[number]

/** The registers of one breakpoint or watchpoint, by kind; each has a number. */
export const SLOT_REGISTERS = ['dbgbcr', 'dbgbvr', 'dbgwcr', 'dbgwvr'] as const
export type SlotRegister = (typeof SLOT_REGISTERS)[number]

/** System registers that instructions name, beside those of breakpoints and watchpoints. */
export const SYSTEM_REGISTERS = [
  'mdscr_el1',
  'oslar_el1',
  'oslsr_el1',
  'osdlr_el1',
  'spsr_el1',
  'elr_el1',
  'daif',
  'contextidr_el1',
  'esr_el1',
  'far_el1',
  'id_aa64dfr0_el1',
  'id_aa64pfr0_el1',
  'pmcr_el0',
] as const
export type SystemRegister = (typeof SYSTEM_REGISTERS)[number] | `${SlotRegister}${number}_el1`

/** An address that keeps its meaning when the program changes around it. */
export type Place =
  | { readonly instruction: number; readonly offset?: number }
  | { readonly place: 'data' | 'mmio' | 'coalesced'; readonly offset?: number }
  | { readonly handler: Vector; readonly offset?: number }

/** What LDR and STR can reach: the registers x18–x20 hold the addresses of these places. */
export type DataPlace = Extract<Place, { place: string }>

/** A register value: a hex string, or a place. */
export type Value = Hex | Place

/** The registers of breakpoints and watchpoints, from slot 0 on; what is left out is 0. */
export interface SlotValues {
  readonly bcr?: readonly Hex[]
  readonly bvr?: readonly Value[]
  readonly wcr?: readonly Hex[]
  readonly wvr?: readonly Value[]
}

/** What the program starts with. The breakpoints and watchpoints are the guest’s own. */
export interface Setup extends SlotValues {
  /** Initial PSTATE; default 0x3c5 (EL1h, DAIF set). 0x3c0 is EL0. */
  readonly pstate?: Hex
  /** Initial x0–x7; the rest are 0. */
  readonly registers?: { readonly [Name in GprName]?: Value }
  /** The guest’s MDSCR_EL1; default 0. */
  readonly mdscr?: Hex
  /** The guest has set its OS lock; default false. */
  readonly osLock?: boolean
  /** ELR_EL1; default the end of the program. */
  readonly elr?: Value
  /** SPSR_EL1; default 0x3c5. */
  readonly spsr?: Hex
  /** CONTEXTIDR_EL1 (32 bits); default 0. */
  readonly contextId?: Hex
  /** What the guest’s handler does with its own debug exceptions: go on, or switch them off; default `return`. */
  readonly onDebugException?: 'return' | 'disarm'
}

/** Bytes of an access. */
export type Size = 1 | 2 | 4 | 8

/** One guest instruction, with the encoding that `instructions.ts` gives it. */
export type Instruction =
  | { readonly op: 'nop' | 'isb' | 'wfi' | 'eret' | 'udf' }
  | { readonly op: 'svc' | 'hvc' | 'brk'; readonly imm?: number }
  | { readonly op: 'b'; readonly to: Place }
  | { readonly op: 'cbnz'; readonly register: GprName; readonly to: Place }
  /** MOVZ: 16 bits of the value at one of four positions, the rest 0. */
  | { readonly op: 'mov'; readonly to: GprName; readonly value: Hex }
  | { readonly op: 'adr'; readonly to: GprName; readonly address: Place }
  /** ADD of an immediate (0–4095) to a register. */
  | { readonly op: 'add'; readonly register: GprName; readonly value: number }
  /** LDR and STR; with `unprivileged` LDTR and STTR. */
  | {
      readonly op: 'ldr' | 'str'
      readonly register: GprName
      readonly at: DataPlace
      readonly size: Size
      readonly unprivileged?: boolean
    }
  | { readonly op: 'ldxr'; readonly register: GprName }
  /** STXR: `status` is 0 if the store was made. Both exclusives use the first word of the data. */
  | { readonly op: 'stxr'; readonly status: GprName; readonly register: GprName }
  | { readonly op: 'mrs'; readonly to: GprName; readonly from: SystemRegister }
  | { readonly op: 'msr'; readonly to: SystemRegister; readonly from: GprName }
  /** MSR DAIFSet and DAIFClr: D 8, A 4, I 2, F 1. */
  | { readonly op: 'daifset' | 'daifclr'; readonly imm: number }

/** Everything a guest instruction can be. `other` stands for what only handlers contain, and for no instruction. */
export type Op = Instruction['op'] | 'other'

/** Registers that KVM_GET_ONE_REG and KVM_SET_ONE_REG name. */
export const ONE_REGISTERS = [
  ...GPR_NAMES,
  'pc',
  'pstate',
  'elr_el1',
  'spsr_el1',
  'esr_el1',
  'far_el1',
  'mdscr_el1',
  'oslsr_el1',
  'contextidr_el1',
] as const
export type OneRegister = (typeof ONE_REGISTERS)[number] | `${SlotRegister}${number}_el1`

/** An action of the host between two runs of the vCPU. */
export type Action =
  /** KVM_SET_GUEST_DEBUG; the registers are those of `struct kvm_guest_debug_arch`. */
  | ({ readonly do: 'set-guest-debug'; readonly control: Hex } & SlotValues)
  | { readonly do: 'get-one-reg'; readonly register: OneRegister }
  | { readonly do: 'set-one-reg'; readonly register: OneRegister; readonly value: Value }
  /** GET and SET of all registers of one kind. */
  | { readonly do: 'write-back'; readonly state: StateInterface }
  /** Everything into a fresh vCPU, and KVM_SET_GUEST_DEBUG again. */
  | { readonly do: 'save-restore' }
  /** KVM_IRQ_LINE: the vCPU’s IRQ line, raised or lowered. */
  | { readonly do: 'interrupt'; readonly level: boolean }
  /** KVM_RUN with `kvm_run.immediate_exit`. */
  | { readonly do: 'immediate-exit' }
  /**
   * In the next run the host takes an interrupt of its own once the guest has executed so many instructions, and the
   * vCPU is put and loaded. (Nobody can ask a real kernel for it, but it happens all the time.)
   */
  | { readonly do: 'preempt'; readonly after: number }
  /** What the VMM answers to the read that waits. */
  | { readonly do: 'answer-mmio'; readonly value: Hex }
  /** KVM_SET_VCPU_EVENTS with `ext_dabt_pending`: the access that waits ends in an external abort. */
  | { readonly do: 'fault-mmio' }
  /** Writes BRK #0 over an instruction. */
  | { readonly do: 'plant'; readonly at: Place }
  /** Writes the program’s own instruction back. */
  | { readonly do: 'unplant'; readonly at: Place }
  /** Writes guest memory, coherently with instruction fetches. */
  | { readonly do: 'write-memory'; readonly at: Value; readonly bytes: string }

/** The kinds of registers that are saved and restored together. */
export const STATE_INTERFACES = ['core', 'system', 'debug'] as const
export type StateInterface = (typeof STATE_INTERFACES)[number]

/** A program of the arm64 machine. */
export type Program = ProgramEnvelope<'arm64', Setup, Instruction, Action>

/** A program in its envelope. */
export const makeProgram = (setup: Setup, code: Program['code'], script: Program['script']): Program => ({
  format: PROGRAM_FORMAT,
  version: PROGRAM_VERSION,
  machine: 'arm64',
  setup,
  code,
  script,
})
