/**
 * Exception syndromes: the values of ESR_ELx.
 * Source: Arm ARM, “ESR_ELx”; the values of a software step as QEMU's CPU gives them (measured).
 */
import { any, ones, u64 } from '../bits.ts'

/** Exception classes; those with `Lower` come from a lower exception level, the one above each from the same. */
export const EC = {
  unknown: 0x00,
  wfx: 0x01,
  illegal: 0x0e,
  svc: 0x15,
  hvc: 0x16,
  sysreg: 0x18,
  dataAbortLower: 0x24,
  dataAbort: 0x25,
  breakpointLower: 0x30,
  stepLower: 0x32,
  watchpointLower: 0x34,
  brk: 0x3c,
} as const

const IL = 1n << 25n
const DEBUG_EXCEPTION = 0b100010n

/** A syndrome from its class and its ISS, for a 32-bit instruction. */
export const syndrome = (ec: number, iss = 0n): bigint => u64((BigInt(ec) << 26n) | IL | iss)

/** The exception class of a syndrome. */
export const classOf = (esr: bigint): number => Number((esr & ones(26, 6)) >> 26n)

/** The instruction-specific part of a syndrome. */
export const issOf = (esr: bigint): bigint => esr & ones(0, 25)

/** ISS2, in the upper half of a syndrome. */
export const iss2Of = (esr: bigint): bigint => esr & ones(32, 32)

/** ISV and EX of a software-step syndrome: whether an instruction was stepped, and whether it was a load-exclusive. */
export const ISV = 1n << 24n
export const EX = 1n << 6n
/** WnR of a watchpoint and of a data abort: 1 for a write. */
export const WNR = 1n << 6n

/** Whether a class has one number for exceptions from a lower level and the next one for the same level. */
export const hasTwoClasses = (ec: number): boolean =>
  ec === EC.breakpointLower || ec === EC.stepLower || ec === EC.watchpointLower || ec === EC.dataAbortLower

/** Whether a syndrome is that of a software step, from whichever level. */
export const isStep = (esr: bigint): boolean => (classOf(esr) & ~1) === EC.stepLower

/** Syndromes without their ISV and EX: what a CPU says of a stepped instruction is its own business. */
export const withoutStepHints = (esr: bigint): bigint =>
  isStep(esr) && any(esr, ISV | EX) ? u64(esr & ~(ISV | EX)) : esr

/** ISS of a breakpoint, watchpoint or software-step exception. */
export const debugIss = (bits = 0n): bigint => DEBUG_EXCEPTION | bits

/** Synchronous external abort, not on a translation table walk; the FAR is valid. */
export const EXTERNAL_ABORT = 0b010000n
