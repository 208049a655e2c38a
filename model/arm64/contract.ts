/**
 * The virtual machine's contract: everything a program may rely on, in one place. A target that runs programs sets
 * up exactly this; nothing is inherited from whoever created the vCPU.
 *
 * One vCPU in AArch64 state, MMU off, no interrupt controller in the kernel, PSCI 0.2, no PMU. A coalesced-MMIO zone
 * covers `COALESCED`: stores there are completed in the kernel. ID_AA64DFR0_EL1 has 6 breakpoints, of which 4 and 5 are
 * context-aware, and 4 watchpoints.
 *
 * | address               | what                                                                            |
 * |-----------------------|---------------------------------------------------------------------------------|
 * | 0x10000000            | MMIO: data port                                                                 |
 * | 0x10000008            | MMIO: a store ends the program                                                  |
 * | 0x10000010            | MMIO: a store ends the program; made by vectors that nothing is expected at     |
 * | 0x10000800–0x10000fff | MMIO: stores are completed in the kernel                                        |
 * | 0x40001000–0x40001fff | the program's code, then the store that ends it                                 |
 * | 0x40002000–0x40002fff | data, all zero                                                                  |
 * | 0x40004000–0x400047ff | vectors (VBAR_EL1), 128 bytes each, with their handlers                         |
 * | 0x40005000–0x40005fff | the handlers' log, written in order                                             |
 *
 * Registers: x0–x7 belong to the program, 0 unless the setup says otherwise. x18, x19 and x20 hold the addresses of the
 * coalesced zone, the data and MMIO; x21 points to the next record of the log; x22–x25 belong to the handlers.
 *
 * The handler of synchronous exceptions logs ESR, ELR, SPSR and FAR (8 bytes each). Then, for a Software Step exception,
 * it sets SPSR.SS, so that the guest steps on; for SVC it returns; for everything else it adds 4 to ELR. With
 * `onDebugException: 'disarm'` it clears MDSCR_EL1 instead, and returns to the instruction, for a step, a breakpoint and
 * a watchpoint. The handler of interrupts logs the offset of its vector, ELR and SPSR and sets SPSR.I, as nobody lowers
 * the interrupt line for it. Both return.
 *
 * The program ends with its store; or when the guest leaves its RAM, or a cap is reached.
 */

/** Guest RAM: one slot. */
export const RAM = 0x40000000
export const RAM_SIZE = 0x8000
export const CODE = 0x40001000
export const CODE_SIZE = 0x1000
export const DATA = 0x40002000
export const VECTORS = 0x40004000
export const LOG = 0x40005000
export const LOG_SIZE = 0x1000
/** Bytes of a log record: ESR (or vector), ELR, SPSR, FAR. */
export const LOG_RECORD = 32

export const MMIO = 0x10000000
export const MMIO_SIZE = 0x1000
/** Where a store ends the program. */
export const DONE = 0x10000008
/** Where a store by an unexpected vector ends it. */
export const UNEXPECTED = 0x10000010
export const COALESCED = 0x10000800
export const COALESCED_SIZE = 0x800

/** What a read of MMIO returns, in every byte, unless the host answers otherwise. */
export const READ_BYTE = 0x5a
export const READ_ANSWER = BigInt(READ_BYTE) * 0x0101_0101_0101_0101n

/** What every HVC returns in x0, and 0 in x1–x3: programs make no call that KVM knows. */
export const HVC_RESULT = 0xffff_ffff_ffff_ffffn

/** Debug architecture v8.0, no PMU: ID_AA64DFR0_EL1 and ID_AA64PFR0_EL1 as the guest reads them (the latter is not compared). */
export const ID_AA64DFR0 = 0x10305006n
export const ID_AA64PFR0 = 0x11n
export const BREAKPOINTS = 6
export const WATCHPOINTS = 4
export const FIRST_CONTEXT_AWARE = 4

/** Guest instructions with exceptions, and runs of the vCPU, after which a program is ended. */
export const STEP_CAP = 128
export const RUN_CAP = 24

/** The vectors that are used, by their offset from VBAR_EL1. */
export const VECTOR_OFFSETS = {
  'sync-el1': 0x200,
  'irq-el1': 0x280,
  'sync-el0': 0x400,
  'irq-el0': 0x480,
} as const
export type Vector = keyof typeof VECTOR_OFFSETS
