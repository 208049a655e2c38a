/**
 * What several designs have in common.
 */
import { u32 } from '../../bits.ts'
import type { Answers } from '../choices.ts'
import { hdcr as bits } from '../registers.ts'
import type { Rules } from '../rules.ts'

export const MONITORS = bits.TPM | bits.TPMCR
export const ALL_TRAPS = bits.TDRA | bits.TDOSA | bits.TDA

/** HDCR with the performance monitors and some debug registers trapped, in one write. */
export const trapping =
  (traps: number): Rules['enterHdcr'] =>
  ({ hdcr }) => [u32(hdcr | MONITORS | traps)]

/** Debug exceptions stay with the guest: the CPU’s DBGDSCR has the cause, and whoever came last. */
export const moeOfCpu: Rules['dscrForGuest'] = ({ dscr }) => dscr

/**
 * What the thread waives for the designs that it discusses: a breakpoint of the host on the thread of a vCPU. “In which
 * case he’s asking for trouble anyway.”
 */
export const WAIVED: Answers = { vcpuThreadBreakpoints: 'none' }
