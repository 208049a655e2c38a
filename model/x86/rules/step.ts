/**
 * When a single-step trap is due, and what may hold it or an event back.
 * Source: Intel SDM vol. 3, "Single-Step Exception Condition", "Masking Exceptions and Interrupts When Switching
 * Stacks"; vol. 1, "RFLAGS"; Documentation/virt/kvm/api.rst, KVM_GUESTDBG_SINGLESTEP and KVM_GUESTDBG_BLOCKIRQ.
 */
import { u32 } from '../../bits.ts'
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import type { Op } from '../program.ts'
import { flags } from '../registers.ts'
import type { Context } from '../rules.ts'
import type { Mode } from './check-before-emulation.ts'

/** How userspace took part in an instruction: not at all, or by answering an I/O or MMIO access. */
export type UserspacePart = 'none' | 'io-read' | 'io-write' | 'mmio-read' | 'mmio-write'

export interface SingleStepDueInput {
  /** The guest's own TF when the instruction began; for SYSCALL and SYSRET, as they leave it. */
  readonly guestTf: boolean
  /** SINGLESTEP is in force. */
  readonly hostStep: boolean
  readonly instruction: Op
  readonly mode: Mode
  /** The last access of the instruction that userspace answered. */
  readonly userspace: UserspacePart
}

/** INT n, INT3 and INTO: they clear TF on the way to their handler. */
export const isSoftwareInterrupt = (instruction: Op): boolean =>
  instruction === 'int' || instruction === 'int3' || instruction === 'into'

/**
 * Whether a step is due after an instruction. The guest's own TF counts as it was when the instruction began, but
 * INT n and its like clear it (recalled). A host step over HLT is the exit itself: nothing remains due.
 */
export const singleStepDue = ({ guestTf, hostStep, instruction }: SingleStepDueInput): boolean =>
  hostStep ? instruction !== 'hlt' : guestTf && !isSoftwareInterrupt(instruction)

export type InterruptShadow = 'none' | 'sti' | 'mov-ss'

export interface ShadowAfterInput {
  readonly instruction: Op
  /** RFLAGS.IF before the instruction. */
  readonly interruptFlag: boolean
}

/** What an instruction holds back for the length of the next one. POP DS, unlike POP SS, nothing. */
export const shadowAfter = ({ instruction, interruptFlag }: ShadowAfterInput): InterruptShadow => {
  if (instruction === 'mov-ss' || instruction === 'pop-ss') return 'mov-ss'
  return instruction === 'sti' && !interruptFlag ? 'sti' : 'none'
}

export interface TrapsHeldInput {
  readonly instruction: Op
}

/** Whether the traps of an instruction wait until after the next one: those of MOV SS and POP SS, not of STI. */
export const trapsHeld = ({ instruction }: TrapsHeldInput): boolean =>
  instruction === 'mov-ss' || instruction === 'pop-ss'

export interface EventDeliverableInput {
  readonly event: 'interrupt' | 'nmi'
  /** RFLAGS.IF */
  readonly interruptFlag: boolean
  readonly shadow: InterruptShadow
  /** The control word in force. */
  readonly control: number
}

/** Whether a waiting interrupt or NMI may be delivered now. BLOCKIRQ holds back both, from whatever source. */
export const eventDeliverable = ({
  event,
  interruptFlag,
  shadow,
  control,
}: EventDeliverableInput): boolean => {
  if (inForce(control, GUESTDBG.BLOCKIRQ)) return false
  return event === 'nmi' ? shadow !== 'mov-ss' : interruptFlag && shadow === 'none'
}

export interface RepeatInput {
  /** Iterations still to do, before this boundary. */
  readonly remaining: number
}

/** What one instruction boundary of a REP string instruction covers. */
export interface RepeatResult {
  /** Iterations done before the boundary. */
  readonly iterations: number
  /** RIP moves on after them. */
  readonly ends: boolean
}

/** One iteration per boundary; the last moves on. */
export const repeat = ({ remaining }: RepeatInput): RepeatResult => ({
  iterations: Math.min(1, remaining),
  ends: remaining <= 1,
})

export interface RepeatInputInput {
  /** Iterations still to do. */
  readonly remaining: number
  /** The host or the guest steps. */
  readonly stepping: boolean
  /** Bytes from the destination to the end of its page. */
  readonly pageLeft: number
}

/** How many iterations of REP INSB one I/O exit covers: one under a step, else a choice. */
export const repeatInput = ({ remaining, stepping }: RepeatInputInput, { choose }: Context): number =>
  stepping || remaining === 1 || choose('repeatedInputExit') === 'one-iteration' ? 1 : remaining

export interface LoadFlagsInput {
  readonly rflags: number
  /** The value popped: 16 bits, 32 with the operand-size prefix, the low 32 of 64. */
  readonly image: number
  /** The forms by their width: 16, 32 (`d`) and 64 bits (`q`). */
  readonly instruction: 'popf' | 'popfd' | 'popfq' | 'iret' | 'iretd' | 'iretq'
  /** Current privilege level, 0–3. */
  readonly cpl: number
}

/** The flags that CPL0 can change: CF, PF, AF, ZF, SF, TF, IF, DF, OF, IOPL, NT. */
const LOADABLE_16 = 0x7fd5
/** With 32 bits also AC and ID; RF by IRETD and IRETQ only. */
const LOADABLE_32 = LOADABLE_16 | 0x240000

/**
 * RFLAGS after POPF or IRET. Only IRETD and IRETQ can set RF: POPFD and POPFQ clear it, 16-bit forms do not reach it.
 * Above CPL0 IOPL stays, and IF too if CPL is above IOPL: without a fault.
 */
export const loadFlags = ({ rflags, image, instruction, cpl }: LoadFlagsInput): number => {
  const is16 = instruction === 'popf' || instruction === 'iret'
  const rf = instruction === 'iretd' || instruction === 'iretq' ? flags.RF : 0
  const iopl = (rflags & flags.IOPL) >>> 12
  const kept = (cpl > 0 ? flags.IOPL : 0) | (cpl > iopl ? flags.IF : 0)
  const loadable = (is16 ? LOADABLE_16 : LOADABLE_32 | rf) & ~kept
  return u32((rflags & ~loadable & ~flags.RF) | (image & loadable) | flags.FIXED)
}

export interface FlagsAfterRetireInput {
  readonly rflags: number
  readonly instruction: Op
  /** An iteration of a REP string instruction other than the last has just been done. */
  readonly midRepeat: boolean
}

/**
 * RF after an instruction: cleared by every instruction that completes, except an IRET that loads it, and set
 * between two iterations of a REP string instruction, whose code breakpoint has already been answered (a choice: AMD
 * CPUs do not show it).
 *
 * @see Intel SDM vol. 3, "Instruction-Breakpoint Exception Condition"
 */
export const flagsAfterRetire = (
  { rflags, instruction, midRepeat }: FlagsAfterRetireInput,
  { choose }: Context,
): number => {
  if (midRepeat && choose('resumeFlagMidRepeat') === 'set') return u32(rflags | flags.RF)
  return instruction === 'iretd' || instruction === 'iret' ? rflags : u32(rflags & ~flags.RF)
}

export interface IcebpIpInput {
  /** Address of the F1. */
  readonly rip: bigint
  readonly length: number
}

/** Where RIP points when the #DB of ICEBP is taken: after it, as for a trap. */
export const icebpIp = ({ rip, length }: IcebpIpInput): bigint => rip + BigInt(length)

export interface SingleStepAfterSyscallInput {
  /** TF when SYSCALL began. */
  readonly tf: boolean
  /** IA32_FMASK clears TF. */
  readonly fmaskTf: boolean
}

/**
 * Whether SYSCALL ends in a step trap in the kernel: only if TF survives IA32_FMASK. SYSCALL and SYSRET look at TF when
 * they are done, so that a kernel can keep the trap out, and gets it back "as if SYSCALL had just completed".
 *
 * @see Linux c8401dda2f0a; arch/x86/entry, the conditions for SYSRET (recalled)
 */
export const singleStepAfterSyscall = ({ tf, fmaskTf }: SingleStepAfterSyscallInput): boolean =>
  tf && !fmaskTf

export interface CanExecuteInput {
  readonly instruction: Op
  readonly mode: Mode
}

/** Whether an implementation can execute an instruction at all; else KVM_EXIT_INTERNAL_ERROR ends the program. */
export const canExecute = (_: CanExecuteInput): boolean => true
