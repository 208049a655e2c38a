/**
 * The software-step state machine.
 * Source: Arm ARM, “Software Step exceptions”, and its pseudo-code: AArch64.CheckSoftwareStep, SSAdvance,
 * DebugExceptionReturnSS, AArch64.GenerateDebugExceptions.
 */
import { any } from '../../bits.ts'
import {
  elOf,
  hcr as hcrBits,
  mdcr as mdcrBits,
  mdscr as mdscrBits,
  pstate,
  ssOf,
  withSs,
} from '../registers.ts'
import type { Context } from '../rules.ts'
import { hasTwoClasses } from '../syndrome.ts'

/** An exception level that the guest's debug exceptions can be taken to. */
export type DebugTarget = 1 | 2

export interface DebugTargetInput {
  readonly mdcr: bigint
  readonly hcr: bigint
}

/** ELd, the level that debug exceptions from EL0 and EL1 go to: EL2 with MDCR_EL2.TDE or HCR_EL2.TGE, else EL1. */
export const debugTarget = ({ mdcr, hcr }: DebugTargetInput): DebugTarget =>
  any(mdcr, mdcrBits.TDE) || any(hcr, hcrBits.TGE) ? 2 : 1

/** The registers that decide where debug exceptions go and whether they are generated. */
export interface DebugControls extends DebugTargetInput {
  readonly mdscr: bigint
  /** OSLSR_EL1.OSLK */
  readonly osLock: boolean
  /** OSDLR_EL1.DLK, with DBGPRCR_EL1.CORENPDRQ clear. */
  readonly doubleLock: boolean
}

export interface GenerateDebugExceptionsInput extends DebugControls {
  /** The exception level that they would be taken from: 0, 1 or 2. */
  readonly el: number
  /** PSTATE.D, 0 in AArch32 state. */
  readonly masked: boolean
}

/**
 * AArch64.GenerateDebugExceptionsFrom: no while a lock is set; from below ELd always; from ELd itself with
 * MDSCR_EL1.KDE and PSTATE.D clear; from above never.
 */
export const generateDebugExceptions = (
  { el, masked, mdscr, osLock, doubleLock, mdcr, hcr }: GenerateDebugExceptionsInput,
  context: Context,
): boolean => {
  if (osLock || doubleLock) return false
  const target = context.rules.debugTarget({ mdcr, hcr }, context)
  return el === target ? any(mdscr, mdscrBits.KDE) && !masked : el < target
}

export type StepState = 'inactive' | 'active-not-pending' | 'active-pending'

export interface StepStateInput extends DebugControls {
  readonly el: number
  readonly pstate: bigint
}

export interface StepStateResult {
  readonly state: StepState
  /** Where a Software Step exception would be taken to. */
  readonly target: DebugTarget
}

/** The state that AArch64.CheckSoftwareStep looks at before each instruction: Active-pending raises the exception. */
export const stepState = (input: StepStateInput, context: Context): StepStateResult => {
  const { rules } = context
  const { el, pstate: value, mdscr, mdcr, hcr, osLock, doubleLock } = input
  const target = rules.debugTarget(input, context)
  if (!any(mdscr, mdscrBits.SS)) return { state: 'inactive', target }
  const masked = any(value, pstate.D)
  const enabled = rules.generateDebugExceptions({ el, masked, mdscr, mdcr, hcr, osLock, doubleLock }, context)
  if (!enabled) return { state: 'inactive', target }
  return { state: ssOf(value) === 1 ? 'active-not-pending' : 'active-pending', target }
}

export interface SoftwareStepAdvanceInput {
  readonly pstate: bigint
  readonly mdscr: bigint
}

/** SSAdvance, when an instruction completes: PSTATE.SS is cleared if MDSCR_EL1.SS is set, whatever else holds. */
export const softwareStepAdvance = ({ pstate: value, mdscr }: SoftwareStepAdvanceInput): bigint =>
  any(mdscr, mdscrBits.SS) ? withSs(value, 0) : value

export interface ExceptionReturnSsInput extends DebugControls {
  readonly fromEl: number
  /** Of an illegal return: the current level. */
  readonly toEl: number
  /** PSTATE when the ERET is executed. */
  readonly pstate: bigint
  /** SPSR_ELx of that level. */
  readonly spsr: bigint
}

/**
 * DebugExceptionReturnSS: PSTATE.SS after an exception return is SPSR.SS if software step is enabled at the
 * destination and was not where the ERET was executed; else 0.
 */
export const exceptionReturnSs = (input: ExceptionReturnSsInput, context: Context): 0 | 1 => {
  const { fromEl, toEl, spsr, mdscr, mdcr, hcr, osLock, doubleLock } = input
  if (!any(mdscr, mdscrBits.SS)) return 0
  const generates = (el: number, masked: boolean): boolean =>
    context.rules.generateDebugExceptions({ el, masked, mdscr, mdcr, hcr, osLock, doubleLock }, context)
  const source = generates(fromEl, any(input.pstate, pstate.D))
  const destination = generates(toEl, !any(spsr, pstate.nRW) && any(spsr, pstate.D))
  return !source && destination ? ssOf(spsr) : 0
}

/** How an exception comes about, as far as PSTATE.SS is concerned. */
export type ExceptionKind =
  /** SVC, HVC and SMC: the instruction has completed. */
  | 'call'
  /** Every other synchronous exception, traps to EL2 among them: the instruction has not. */
  | 'synchronous'
  | 'interrupt'
  | 'software-step'

export interface SavedSpsrInput extends SoftwareStepAdvanceInput {
  readonly exception: ExceptionKind
}

/**
 * What an exception saves in SPSR_ELx: PSTATE as it is; after SVC, HVC and SMC as SSAdvance leaves it. A Software Step
 * exception is taken with PSTATE.SS clear.
 */
export const savedSpsr = (input: SavedSpsrInput, context: Context): bigint =>
  input.exception === 'call' ? context.rules.softwareStepAdvance(input, context) : input.pstate

export interface EnterExceptionInput {
  readonly pc: bigint
  /** PSTATE as it is saved. */
  readonly pstate: bigint
  readonly vbar: bigint
  readonly exception: 'synchronous' | 'interrupt'
}

export interface EnterExceptionResult {
  /** ELR_EL1 and SPSR_EL1. */
  readonly elr: bigint
  readonly spsr: bigint
  readonly pc: bigint
  readonly pstate: bigint
}

/**
 * AArch64.TakeException to EL1: the vector by the level it comes from, DAIF set, SS and IL clear.
 * KVM does the same for an exception that it injects (`enter_exception64()`).
 */
export const enterException = ({
  pc,
  pstate: spsr,
  vbar,
  exception,
}: EnterExceptionInput): EnterExceptionResult => {
  const table = elOf(spsr) === 0 ? 0x400n : any(spsr, pstate.SP) ? 0x200n : 0x0n
  const offset = table + (exception === 'interrupt' ? 0x80n : 0n)
  const kept = spsr & ~(pstate.EL | pstate.SP | pstate.nRW | pstate.BTYPE | pstate.IL | pstate.SS)
  return { elr: pc, spsr, pc: BigInt.asUintN(64, vbar + offset), pstate: kept | pstate.EL1h | pstate.DAIF }
}

export interface ExceptionClassInput {
  /** The class of the exception when it comes from a lower level. */
  readonly ec: number
  readonly fromEl: number
  readonly targetEl: number
}

/** Debug exceptions and aborts taken from the level that they are taken to have the next higher class. */
export const exceptionClass = ({ ec, fromEl, targetEl }: ExceptionClassInput): number =>
  hasTwoClasses(ec) && fromEl === targetEl ? ec + 1 : ec

export interface NextExceptionInput {
  /** An interrupt of the guest waits and is not masked. */
  readonly interrupt: boolean
  /** Software step is Active-pending. */
  readonly stepPending: boolean
  /** A breakpoint matches the instruction. */
  readonly breakpoint: boolean
}

/**
 * What comes before an instruction: a pending step before a breakpoint (Arm ARM, “Synchronous exception
 * prioritization”); an interrupt before both, except that it may come after a pending step.
 */
export const nextException = (
  { interrupt, stepPending, breakpoint }: NextExceptionInput,
  { choose }: Context,
): 'interrupt' | 'software-step' | 'breakpoint' | 'none' => {
  if (interrupt && !(stepPending && choose('interruptAgainstStep') === 'step-first')) return 'interrupt'
  if (stepPending) return 'software-step'
  return breakpoint ? 'breakpoint' : 'none'
}
