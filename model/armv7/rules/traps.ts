/**
 * HDCR: which values are legal, and what the hypervisor writes at entry and exit.
 * Source: Cortex-A15 TRM, HDCR; 32-bit KVM's world switch (Linux 4.x arch/arm/kvm/interrupts_head.S, hyp/switch.c).
 */
import { u32 } from '../../bits.ts'
import { hdcr as bits, HDCR_DEBUG } from '../registers.ts'

export interface HdcrInput {
  readonly hdcr: number
}

/**
 * Whether a value of HDCR is legal. TDA needs TDRA and TDOSA, TDE needs all three; everything else is UNPREDICTABLE
 * on v7, so that only six of the sixteen values are left. Bits 31:12 are UNK/SBZP.
 */
export const hdcrLegal = ({ hdcr }: HdcrInput): boolean => {
  const has = (mask: number): boolean => (hdcr & mask) === mask
  const needs = (bit: number, others: number): boolean => !has(bit) || has(others)
  return (
    hdcr >>> 12 === 0 &&
    needs(bits.TDA, bits.TDRA | bits.TDOSA) &&
    needs(bits.TDE, bits.TDRA | bits.TDOSA | bits.TDA)
  )
}

/** HDCR when the host's kernel gets the CPU: no debug trap, the counters as they were reset. */
export const bootHdcr = ({ hdcr }: HdcrInput): number => u32(hdcr & ~HDCR_DEBUG)

export interface EnterHdcrInput {
  /** HDCR before the entry. */
  readonly hdcr: number
  /** The CPU’s breakpoints and watchpoints are switched, and the guest has them to itself. */
  readonly passThrough: boolean
}

/** What every design since 2012 traps: the performance monitors. */
const MONITORS = bits.TPM | bits.TPMCR

/**
 * The values that HDCR is written with at guest entry, one after the other. The ideal machine traps every debug register,
 * always. It routes debug exceptions to Hyp mode as well, and hands them back to the guest: nothing else tells it which
 * of them were the guest’s, and so what the guest may find in DBGDSCR.MOE.
 */
export const enterHdcr = ({ hdcr }: EnterHdcrInput): readonly number[] => [u32(hdcr | MONITORS | HDCR_DEBUG)]

/** The values that HDCR is written with at guest exit: the host runs without any trap, and HPMN is kept. */
export const exitHdcr = ({ hdcr }: HdcrInput): readonly number[] => [u32(hdcr & ~(MONITORS | HDCR_DEBUG))]
