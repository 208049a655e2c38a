/**
 * The arm64 registers that take part in self-hosted debug, declared as data, with names as the Arm ARM spells them.
 * Source: Arm ARM, “AArch64 System Register Descriptions”, as Arm's machine-readable model v9.4-A has them.
 */
import { any, bic, bit, type Field, ones, type Register, register } from '../bits.ts'

const rw = (name: string, lsb: number, width: number, meaning: string): Field => ({
  name,
  lsb,
  width,
  access: 'rw',
  meaning,
})

/** The highest number of breakpoints, and of watchpoints, that the architecture and KVM's structure have room for. */
export const MOST_SLOTS = 16

/** MDSCR_EL1, Monitor Debug System Control Register. */
export const MDSCR_EL1: Register = register('MDSCR_EL1', 64, 0n, [
  rw('SS', 0, 1, 'software step enable'),
  rw('ERR', 6, 1, 'for external debug'),
  rw('TDCC', 12, 1, 'trap EL0 accesses to the debug communication channel'),
  rw('KDE', 13, 1, 'local debug exceptions: those taken from ELd to ELd'),
  rw('HDE', 14, 1, 'for external debug: halting debug'),
  rw('MDE', 15, 1, 'breakpoint, watchpoint and vector catch exceptions; neither BRK nor software step'),
  rw('SC2', 19, 1, 'for external debug'),
  rw('TDA', 21, 1, 'for external debug'),
  rw('INTdis', 22, 2, 'for external debug'),
  rw('TXU', 26, 1, 'for external debug'),
  rw('RXO', 27, 1, 'for external debug'),
  rw('TXfull', 29, 1, 'for external debug'),
  rw('RXfull', 30, 1, 'for external debug'),
  rw('TFO', 31, 1, 'trace filter override'),
  rw('EMBWE', 32, 1, 'extended breakpoint and watchpoint match'),
  rw('EnSPM', 34, 1, 'access to the system performance monitors'),
  rw('EHBWE', 35, 1, 'extended halting breakpoint and watchpoint'),
])

/** Bits of MDSCR_EL1 by name. */
export const mdscr = { SS: bit(0), KDE: bit(13), MDE: bit(15) } as const

/** PSTATE as SPSR_ELx holds it in AArch64 state. */
export const SPSR: Register = register('SPSR', 64, 0x3c5n, [
  rw('SP', 0, 1, 'stack pointer: 0 SP_EL0, 1 that of the exception level'),
  rw('EL', 2, 2, 'exception level'),
  rw('nRW', 4, 1, 'execution state: 0 AArch64'),
  rw('F', 6, 1, 'FIQ mask'),
  rw('I', 7, 1, 'IRQ mask'),
  rw('A', 8, 1, 'SError mask'),
  rw('D', 9, 1, 'debug exception mask'),
  rw('BTYPE', 10, 2, 'branch type'),
  rw('IL', 20, 1, 'illegal execution state'),
  rw('SS', 21, 1, 'software step'),
  rw('PAN', 22, 1, 'privileged access never'),
  rw('UAO', 23, 1, 'user access override'),
  rw('DIT', 24, 1, 'data independent timing'),
  rw('TCO', 25, 1, 'tag check override'),
  rw('V', 28, 1, 'condition flag'),
  rw('C', 29, 1, 'condition flag'),
  rw('Z', 30, 1, 'condition flag'),
  rw('N', 31, 1, 'condition flag'),
])

/** Bits of PSTATE by name. */
export const pstate = {
  SP: bit(0),
  EL: ones(2, 2),
  nRW: bit(4),
  F: bit(6),
  I: bit(7),
  A: bit(8),
  D: bit(9),
  DAIF: ones(6, 4),
  BTYPE: ones(10, 2),
  IL: bit(20),
  SS: bit(21),
  /** EL1 with its own stack pointer. */
  EL1h: 0x5n,
} as const

/** Bits 19:14, 27:26 and 63:35, which no PSTATE has: an exception return drops them. */
export const RESERVED_PSTATE = ones(14, 6) | ones(26, 2) | ones(35, 29)

/** Bits 13:10, 25:22 and 34:32, which PSTATE has from later versions of the architecture on. */
export const LATER_PSTATE = ones(10, 4) | ones(22, 4) | ones(32, 3)

/** MDCR_EL2, Monitor Debug Configuration Register. */
export const MDCR_EL2: Register = register('MDCR_EL2', 64, 0n, [
  rw('HPMN', 0, 5, 'event counters of the guest'),
  rw('TPMCR', 5, 1, 'trap PMCR_EL0'),
  rw('TPM', 6, 1, 'trap the performance monitors'),
  rw('HPME', 7, 1, 'event counters of the hypervisor'),
  rw('TDE', 8, 1, 'trap debug exceptions: those from EL0 and EL1 go to EL2'),
  rw('TDA', 9, 1, 'trap debug register accesses'),
  rw('TDOSA', 10, 1, 'trap accesses to the OS lock registers'),
  rw('TDRA', 11, 1, 'trap accesses to the debug ROM address'),
  rw('E2PB', 12, 2, 'profiling buffer'),
  rw('TPMS', 14, 1, 'trap the profiling registers'),
  rw('EnSPM', 15, 1, 'system performance monitors'),
  rw('HPMD', 17, 1, 'no event counting at EL2'),
  rw('TTRF', 19, 1, 'trap the trace filter registers'),
  rw('HCCD', 23, 1, 'no cycle counting at EL2'),
  rw('E2TB', 24, 2, 'trace buffer'),
  rw('HLP', 26, 1, 'long event counters of the hypervisor'),
  rw('TDCC', 27, 1, 'trap the debug communication channel'),
  rw('MTPME', 28, 1, 'multi-threaded event counting'),
  rw('HPMFZO', 29, 1, 'freeze event counters on overflow'),
  rw('HPMFZS', 36, 1, 'freeze event counters on a profiling event'),
  rw('EBWE', 43, 1, 'extended breakpoints and watchpoints'),
])

/** Bits of MDCR_EL2 by name. */
export const mdcr = { TDE: bit(8), TDA: bit(9), TDOSA: bit(10), TDRA: bit(11) } as const

/** The bit of HCR_EL2 that debug exceptions look at: trap general exceptions. */
export const hcr = { TGE: bit(27) } as const

/** OSLSR_EL1, OS Lock Status Register, of a guest: unlocked, unlike the cold reset of a CPU. */
export const OSLSR_EL1: Register = register('OSLSR_EL1', 64, 0x8n, [
  { name: 'OSLM[0]', lsb: 0, width: 1, access: 'fixed-0', meaning: 'OS lock model, low bit' },
  rw('OSLK', 1, 1, 'OS lock'),
  { name: 'nTT', lsb: 2, width: 1, access: 'fixed-0', meaning: 'not thirty-two bit access' },
  { name: 'OSLM[1]', lsb: 3, width: 1, access: 'fixed-1', meaning: 'OS lock model: implemented' },
])

/** Bits of OSLSR_EL1 by name. */
export const oslsr = { OSLK: bit(1) } as const

/** DBGBCRn_EL1, Debug Breakpoint Control Registers. */
export const DBGBCR_EL1: Register = register('DBGBCR_EL1', 64, 0n, [
  rw('E', 0, 1, 'enable'),
  rw('PMC', 1, 2, 'privilege mode: bit 0 EL1, bit 1 EL0'),
  rw('BT2', 3, 1, 'v8.9: breakpoint type, high bit'),
  rw('BAS', 5, 4, 'byte address select'),
  rw('HMC', 13, 1, 'higher mode'),
  rw('SSC', 14, 2, 'security state'),
  rw('LBN', 16, 4, 'linked breakpoint number'),
  rw('BT', 20, 4, 'breakpoint type'),
  rw('MASK', 24, 5, 'v8.9: address bits that are ignored'),
  rw('SSCE', 29, 1, 'security state, extended'),
  rw('LBNX', 30, 2, 'v8.9: linked breakpoint number, high bits'),
])

/** DBGWCRn_EL1, Debug Watchpoint Control Registers. */
export const DBGWCR_EL1: Register = register('DBGWCR_EL1', 64, 0n, [
  rw('E', 0, 1, 'enable'),
  rw('PAC', 1, 2, 'privilege of access: bit 0 EL1, bit 1 EL0'),
  rw('LSC', 3, 2, 'load and store: 1 load, 2 store, 3 both, 0 never'),
  rw('BAS', 5, 8, 'byte address select'),
  rw('HMC', 13, 1, 'higher mode'),
  rw('SSC', 14, 2, 'security state'),
  rw('LBN', 16, 4, 'linked breakpoint number'),
  rw('WT', 20, 1, 'watchpoint type: linked to a context breakpoint'),
  rw('MASK', 24, 5, 'address bits that are ignored: 0 none, 3–31 so many'),
  rw('SSCE', 29, 1, 'security state, extended'),
  rw('LBNX', 30, 2, 'v8.9: linked breakpoint number, high bits'),
])

/** ID_AA64DFR0_EL1, Debug Feature Register 0. */
export const ID_AA64DFR0_EL1: Register = register('ID_AA64DFR0_EL1', 64, 0x10305106n, [
  rw('DebugVer', 0, 4, 'debug architecture: 6 is v8.0, 7 with VHE, 8 v8.2, 9 v8.4, 10 v8.8'),
  rw('BRPs', 12, 4, 'number of breakpoints, minus 1'),
  rw('WRPs', 20, 4, 'number of watchpoints, minus 1'),
  rw('CTX_CMPs', 28, 4, 'number of context-aware breakpoints, minus 1'),
  rw('DoubleLock', 36, 4, 'OS double lock'),
])

/** A field of a register value, by the register's declaration. */
export const fieldOf = (reg: Register, name: string): ((value: bigint) => number) => {
  const { lsb, width } = reg.fields.find((field) => field.name === name)!
  const shift = BigInt(lsb)
  return (value) => Number(BigInt.asUintN(width, BigInt.asUintN(64, value) >> shift))
}

/** The exception level in a PSTATE or SPSR. */
export const elOf = (value: bigint): number => Number((value >> 2n) & 3n)

/** Whether a PSTATE is one that a guest can have: EL0 or EL1 with one of its stack pointers, in AArch64 state. */
export const isGuestPstate = (value: bigint): boolean => GUEST_MODES.has(value & 0x1fn)
const GUEST_MODES: ReadonlySet<bigint> = new Set([0x0n, 0x4n, 0x5n])

/** `value` with PSTATE.SS set or cleared. */
export const withSs = (value: bigint, ss: 0 | 1): bigint =>
  ss === 1 ? BigInt.asUintN(64, value | pstate.SS) : bic(value, pstate.SS)

/** PSTATE.SS of a PSTATE or SPSR. */
export const ssOf = (value: bigint): 0 | 1 => (any(value, pstate.SS) ? 1 : 0)

/** One breakpoint or watchpoint: its control and its value register. */
export interface Slot {
  readonly control: bigint
  readonly value: bigint
}

/** The breakpoints and watchpoints of one side, slot by slot; what is left out is off. */
export interface DebugRegisters {
  readonly breakpoints: readonly Slot[]
  readonly watchpoints: readonly Slot[]
}

export const NO_SLOT: Slot = { control: 0n, value: 0n }
export const NO_REGISTERS: DebugRegisters = { breakpoints: [], watchpoints: [] }

/** Registers with one slot replaced. */
export const withSlot = (
  registers: DebugRegisters,
  kind: keyof DebugRegisters,
  index: number,
  slot: Slot,
): DebugRegisters => {
  const slots = Array.from({ length: Math.max(registers[kind].length, index + 1) }, (_, i) =>
    i === index ? slot : (registers[kind][i] ?? NO_SLOT),
  )
  return { ...registers, [kind]: slots }
}
