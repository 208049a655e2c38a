/**
 * The state of one vCPU: the guest's registers and what KVM keeps beside them.
 *
 * It is changed in place while a program runs and never leaves the run: what observers get are copies.
 */
import { lowBytes, u64 } from '../bits.ts'
import type { ProgramMode } from './contract.ts'
import type { Decoded } from './decode.ts'
import type { Memory } from './memory.ts'
import type { CpuMode } from './mode.ts'
import { type DebugFeatures, flags } from './registers.ts'
import type { Vendor } from './rules/check-before-emulation.ts'
import type { InterruptShadow, UserspacePart } from './rules/step.ts'

export interface Segment {
  selector: number
  base: bigint
}

/** An exception that waits to be delivered. */
export interface WaitingException {
  readonly vector: number
  /** `injected`: its delivery had begun when it was saved. Both are delivered before the next instruction. */
  readonly state: 'pending' | 'injected'
  /** Causes of a #DB; `null` leaves DR6 unchanged. For a #PF, CR2. */
  readonly payload: bigint | null
  /** What is pushed behind the frame outside of real mode; `null` if nothing is. */
  readonly errorCode: number | null
  /** The VMM asked for it, rather than the guest's own doing. */
  readonly requested: boolean
}

/** An I/O or MMIO access that waits for userspace's answer. */
export interface PendingAccess {
  readonly instruction: Decoded
  /** RIP when the instruction began. */
  readonly rip: bigint
  /** RIP at the exit: that of the instruction, or of the next one. */
  readonly exitRip: bigint
  /** The guest's TF when the instruction began. */
  readonly guestTf: boolean
  readonly userspace: UserspacePart
  /** Iterations of a REP instruction that the access covers. */
  readonly count: number
}

export interface Vcpu extends DebugFeatures {
  readonly vendor: Vendor
  readonly mode: CpuMode
  readonly memory: Memory

  /** EAX, ECX, EDX, EBX, ESP, EBP, ESI, EDI, R11: 64 bits. The others are not for programs, and stay 0. */
  readonly gpr: bigint[]
  rip: bigint
  rflags: number
  cs: Segment
  ds: Segment
  es: Segment
  ss: Segment
  cr4De: boolean
  cr2: bigint
  sysenterCs: bigint
  /** IA32_FMASK: the flags that SYSCALL clears. */
  readonly fmask: number

  /** The guest's own DR0–DR3; replaced, never changed in place. */
  db: readonly bigint[]
  dr6: bigint
  dr7: bigint

  shadow: InterruptShadow
  /** Data breakpoints hit by MOV SS or POP SS, or reported one iteration late, in payload form. */
  heldTraps: bigint
  exception: WaitingException | null
  /** Vector of the interrupt queued by KVM_INTERRUPT. */
  interrupt: number | null
  nmiPending: boolean
  access: PendingAccess | null

  /** The control word in force, 0 without ENABLE. */
  control: number
  hostDb: readonly bigint[]
  hostDr7: bigint
  /** `kvm_run.request_interrupt_window` */
  windowRequested: boolean
  /** `kvm_run.immediate_exit` */
  immediateExit: boolean
  /**
   * Where the host's step waits while INT n or SYSCALL is stepped over: the stack pointer of the frame that IRET will
   * pop, or the address that SYSRET will return to.
   */
  stepSuspendedAt: bigint | null
}

export const EAX = 0
export const ECX = 1
export const EDX = 2
export const EBX = 3
export const ESP = 4
export const EBP = 5
export const ESI = 6
export const EDI = 7
export const R11 = 8

/** The low `size` bytes of a general register. */
export const readGpr = (v: Vcpu, register: number, size: number): bigint => lowBytes(v.gpr[register]!, size)

/** The bits of a register that a write of so many bytes keeps. */
const KEPT: { readonly [size: number]: bigint } = { 1: u64(~0xffn), 2: u64(~0xffffn), 4: 0n, 8: 0n }

/** Writes the low `size` bytes; a 32-bit write clears the upper half of the 64-bit register. */
export const writeGpr = (v: Vcpu, register: number, value: bigint, size: number): void => {
  const kept = BigInt.asUintN(64, v.gpr[register]! & KEPT[size]!)
  v.gpr[register] = BigInt.asUintN(64, kept | lowBytes(value, size))
}

/** What a VMM gets when it reads the whole state of the guest at an exit. */
export interface GuestState {
  /** As EFER and CS tell it. */
  readonly mode: ProgramMode
  readonly gpr: readonly bigint[]
  readonly rip: bigint
  /** As KVM_GET_REGS shows it. */
  readonly rflags: number
  readonly cs: number
  readonly ds: number
  readonly es: number
  readonly ss: number
  /** Base of CS. */
  readonly csBase: bigint
  readonly cr2: bigint
  readonly cr4De: boolean
  readonly db: readonly bigint[]
  readonly dr6: bigint
  readonly dr7: bigint
  readonly shadow: InterruptShadow
  readonly exception: WaitingException | null
  readonly interrupt: number | null
  readonly nmiPending: boolean
}

/** Whether the privilege level forbids what IOPL guards: IN, OUT, CLI, STI. No port is open to CPL3 by the TSS. */
export const lacksIoPrivilege = (v: Vcpu): boolean => v.mode.privilege(v) > (v.rflags & flags.IOPL) >>> 12
