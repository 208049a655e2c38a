/**
 * The programs of the x86 machine: setup, instructions and host actions as plain JSON data.
 */
import { type Hex, PROGRAM_FORMAT, PROGRAM_VERSION, type ProgramEnvelope } from '../program.ts'
import type { Vendor } from './rules/check-before-emulation.ts'

/**
 * General registers that instructions name, in the order of their numbers. One name serves both modes: in long mode
 * `eax` stands for RAX, all 64 bits of it. EBP belongs to the handlers' log and is not for programs.
 */
export const GPR_NAMES = ['eax', 'ecx', 'edx', 'ebx', 'esp', 'ebp', 'esi', 'edi'] as const
export type GprName = (typeof GPR_NAMES)[number]

/** The registers that a setup or the host can write; R11, which SYSCALL and SYSRET use, exists in long mode only. */
export const REGISTER_NAMES = [...GPR_NAMES, 'r11'] as const
export type RegisterName = (typeof REGISTER_NAMES)[number]

/**
 * An address that keeps its meaning when the program changes around it. It resolves to a linear address; with
 * `as: 'ip'` to the offset in the code segment.
 */
export type Place =
  | { readonly instruction: number; readonly offset?: number; readonly as?: 'ip' }
  | { readonly place: 'data' | 'mmio' | 'stack'; readonly offset?: number }
  /** The handler of a vector, or in long mode what SYSCALL enters. */
  | { readonly handler: number | 'syscall'; readonly offset?: number }

/** A register value: a hex string, or a place. */
export type Value = Hex | Place

/** Four breakpoint addresses, DR0–DR3; the rest are 0. */
export type BreakpointAddresses = readonly Value[]

export interface Setup {
  /** Mode of the CPU: real mode, or 64-bit code in long mode; default `real`. */
  readonly mode?: 'real' | 'long'
  /** Privilege level that the code runs at; long mode only, default 0. */
  readonly cpl?: 0 | 3
  /** The vendor that CPUID names; default `intel`. */
  readonly vendor?: Vendor
  /** CPUID.(7,0):EBX.RTM; default false. */
  readonly rtm?: boolean
  /** CPUID.(7,0):ECX.BUS_LOCK_DETECT; default false. */
  readonly busLockDetect?: boolean
  /** Initial general registers, 32 bits, in long mode 64; the rest are 0. */
  readonly registers?: { readonly [Name in Exclude<RegisterName, 'esp' | 'ebp'>]?: Value }
  /** Initial RFLAGS (32 bits); default 0x2. */
  readonly rflags?: Hex
  /** CR4.DE; default false. */
  readonly cr4De?: boolean
  /** Selector of the code segment (base = 16 × selector); real mode only, default 0. */
  readonly cs?: Hex
  /** Selector of DS and ES; real mode only, default 0. */
  readonly ds?: Hex
  /** IA32_FMASK, the flags that SYSCALL clears (32 bits); long mode only, default 0x47700 as in Linux. */
  readonly fmask?: Hex
  /** The guest's own DR0–DR3. */
  readonly db?: BreakpointAddresses
  /** The guest's own DR6 (32 bits); default 0xffff0ff0. */
  readonly dr6?: Hex
  /** The guest's own DR7 (32 bits); default 0x400. */
  readonly dr7?: Hex
  /** Words at the initial stack pointer and above: of 16 bits, in long mode of 64. */
  readonly stack?: readonly Value[]
  /** What the guest's #DB handler does before it returns: nothing more, or clear DR7; default `return`. */
  readonly onDebugException?: 'return' | 'disarm'
}

/**
 * One guest instruction, with the encoding that `instructions.ts` gives it. PUSH, PUSHF, POPF and IRET have the
 * natural width of the mode: 16 bits, in long mode 64. In long mode POPFD and IRETD are not available, and POP SS,
 * POP DS and INTO are #UD; in real mode SYSCALL and SYSRET are #UD, and there are no accesses of 8 bytes.
 */
export type Instruction =
  | {
      readonly op:
        | 'nop'
        | 'pushf'
        | 'popf'
        | 'popfd'
        | 'pop-ss'
        | 'pop-ds'
        | 'sti'
        | 'cli'
        | 'int3'
        | 'into'
        | 'iret'
        | 'iretd'
        | 'cpuid'
        | 'rdmsr'
        | 'wrmsr'
        | 'ud2'
        | 'icebp'
        | 'hlt'
        | 'syscall'
        | 'sysret'
        | 'rep-movsb'
        | 'rep-stosb'
        | 'rep-insb'
        | 'rep-outsb'
    }
  | { readonly op: 'jmp'; readonly to: Place }
  | { readonly op: 'mov'; readonly to: GprName; readonly value: Value }
  | { readonly op: 'push'; readonly value: Value }
  | { readonly op: 'mov-to-dr'; readonly dr: number; readonly from: GprName }
  | { readonly op: 'mov-from-dr'; readonly dr: number; readonly to: GprName }
  | { readonly op: 'mov-ss'; readonly from: GprName }
  | { readonly op: 'int'; readonly vector: number }
  | { readonly op: 'in' | 'out'; readonly port: number; readonly size: 1 | 2 | 4 }
  | { readonly op: 'load' | 'store'; readonly at: Value; readonly size: 1 | 2 | 4 | 8 }
  /** In long mode the address is one of 32 bits, sign-extended. */
  | { readonly op: 'inc'; readonly at: Value; readonly size: 1 | 2 | 4 | 8 }

/** Everything a guest instruction can be. `other` stands for the instructions that only handlers contain. */
export type Op = Instruction['op'] | 'other'

/** An action of the host between two runs of the vCPU. */
export type Action =
  | {
      readonly do: 'set-guest-debug'
      readonly control: Hex
      /** `debugreg[0..3]` */
      readonly db?: BreakpointAddresses
      /** `debugreg[7]` */
      readonly dr7?: Hex
    }
  /** KVM_SET_REGS of what KVM_GET_REGS returned, with these changed. */
  | {
      readonly do: 'set-registers'
      readonly registers?: { readonly [Name in RegisterName]?: Value }
      readonly rip?: Value
      readonly rflags?: Hex
    }
  /** KVM_SET_SREGS of what KVM_GET_SREGS returned, with these changed; DS in real mode only. */
  | { readonly do: 'set-special-registers'; readonly cr4De?: boolean; readonly ds?: Hex }
  /** KVM_SET_DEBUGREGS of what KVM_GET_DEBUGREGS returned, with these changed. */
  | {
      readonly do: 'set-debug-registers'
      readonly db?: BreakpointAddresses
      readonly dr6?: Hex
      readonly dr7?: Hex
      readonly flags?: number
    }
  /**
   * KVM_SET_VCPU_EVENTS of what KVM_GET_VCPU_EVENTS returned, with these changed. In long mode an exception whose
   * vector has an error code gets the error code 0.
   */
  | {
      readonly do: 'set-vcpu-events'
      readonly exception?: {
        readonly state: 'pending' | 'injected'
        readonly vector: number
        readonly payload?: Hex
      }
      readonly shadow?: 'none' | 'sti' | 'mov-ss'
      readonly nmiPending?: boolean
    }
  /** GET and SET of one state interface. */
  | { readonly do: 'write-back'; readonly state: StateInterface }
  /** Everything into a fresh vCPU, and KVM_SET_GUEST_DEBUG again. */
  | { readonly do: 'save-restore' }
  /** KVM_INTERRUPT. */
  | { readonly do: 'interrupt'; readonly vector: number }
  /** KVM_NMI. */
  | { readonly do: 'nmi' }
  /** `kvm_run.request_interrupt_window` for the runs that follow. */
  | { readonly do: 'interrupt-window'; readonly request: boolean }
  /** KVM_RUN with `kvm_run.immediate_exit`. */
  | { readonly do: 'immediate-exit' }
  /** Writes guest memory: plants or removes a software breakpoint. */
  | { readonly do: 'write-memory'; readonly at: Value; readonly bytes: string }

export const STATE_INTERFACES = ['registers', 'special-registers', 'debug-registers', 'vcpu-events'] as const
export type StateInterface = (typeof STATE_INTERFACES)[number]

/** A program of the x86 machine. */
export type Program = ProgramEnvelope<'x86', Setup, Instruction, Action>

/** A program in its envelope. */
export const makeProgram = (setup: Setup, code: Program['code'], script: Program['script']): Program => ({
  format: PROGRAM_FORMAT,
  version: PROGRAM_VERSION,
  machine: 'x86',
  setup,
  code,
  script,
})
