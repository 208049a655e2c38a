/**
 * The CP14 debug registers of ARMv7 as data: encodings, who may access them, which bit of HDCR traps them, and their
 * fields. All are 32 bits wide.
 *
 * Sources: Cortex-A15 and Cortex-A7 TRMs (table of the CP14 debug registers, HDCR); Linux arch/arm/include/asm/
 * hw_breakpoint.h and arch/arm/kernel/hw_breakpoint.c; the seL4 ARMv7-A debug header. What none of them says is from
 * memory, and marked.
 */
import { type Field, type Register, register, u32 } from '../bits.ts'

/** Debug architectures of a CPU: v7 Debug, and v7.1 Debug, that of every CPU with the virtualisation extensions. */
export const DEBUG_ARCHITECTURES = ['v7', 'v7.1'] as const
export type DebugArchitecture = (typeof DEBUG_ARCHITECTURES)[number]

/** The bits of HDCR that trap accesses, by the registers that they cover. */
export type TrapBit = 'TDRA' | 'TDOSA' | 'TDA'

/** One register of the CP14 debug space; `opc1` is 0 for all. */
export interface Cp14Register {
  /** With `n` for each of a kind. */
  readonly name: string
  readonly crn: number
  /** `null`: the number of the breakpoint or watchpoint. */
  readonly crm: number | null
  readonly opc2: number
  readonly access: 'ro' | 'wo' | 'rw'
  /** Whether user mode (PL0) may access it: always, only while DBGDSCR.UDCCdis is 0, never. */
  readonly user: 'always' | 'unless-udcc-disabled' | 'never'
  readonly trap: TrapBit
  /** The debug architectures that have it in CP14. */
  readonly since: readonly DebugArchitecture[]
}

const BOTH = DEBUG_ARCHITECTURES
const cp14 = (
  name: string,
  encoding: readonly [number, number | null, number],
  access: Cp14Register['access'],
  trap: TrapBit,
  more: Partial<Pick<Cp14Register, 'user' | 'since'>> = {},
): Cp14Register => {
  const [crn, crm, opc2] = encoding
  return { name, crn, crm, opc2, access, trap, user: 'never', since: BOTH, ...more }
}
const ALWAYS = { user: 'always' } as const
const DCC = { user: 'unless-udcc-disabled' } as const

/**
 * The registers. DBGDTRint is DBGDTRRXint when it is read and DBGDTRTXint when it is written. Those that came with v8
 * (DBGDCCINT, DBGOSECCR) are not there; DBGPRSR is memory-mapped only in v7.1.
 */
export const CP14_REGISTERS: readonly Cp14Register[] = [
  cp14('DBGDIDR', [0, 0, 0], 'ro', 'TDA', ALWAYS),
  cp14('DBGDSCRint', [0, 1, 0], 'ro', 'TDA', DCC),
  cp14('DBGDTRint', [0, 5, 0], 'rw', 'TDA', DCC),
  cp14('DBGWFAR', [0, 6, 0], 'rw', 'TDA'),
  cp14('DBGVCR', [0, 7, 0], 'rw', 'TDA'),
  cp14('DBGDTRRXext', [0, 0, 2], 'rw', 'TDA'),
  cp14('DBGDSCRext', [0, 2, 2], 'rw', 'TDA'),
  cp14('DBGDTRTXext', [0, 3, 2], 'rw', 'TDA'),
  cp14('DBGBVRn', [0, null, 4], 'rw', 'TDA'),
  cp14('DBGBCRn', [0, null, 5], 'rw', 'TDA'),
  cp14('DBGWVRn', [0, null, 6], 'rw', 'TDA'),
  cp14('DBGWCRn', [0, null, 7], 'rw', 'TDA'),
  cp14('DBGBXVRn', [1, null, 1], 'rw', 'TDA'),
  cp14('DBGDRAR', [1, 0, 0], 'ro', 'TDRA', ALWAYS),
  cp14('DBGDSAR', [2, 0, 0], 'ro', 'TDRA', ALWAYS),
  cp14('DBGOSLAR', [1, 0, 4], 'wo', 'TDOSA'),
  cp14('DBGOSLSR', [1, 1, 4], 'ro', 'TDOSA'),
  cp14('DBGOSSRR', [1, 2, 4], 'rw', 'TDOSA', { since: ['v7'] }),
  cp14('DBGOSDLR', [1, 3, 4], 'rw', 'TDOSA', { since: ['v7.1'] }),
  cp14('DBGPRCR', [1, 4, 4], 'rw', 'TDOSA'),
  cp14('DBGPRSR', [1, 5, 4], 'ro', 'TDOSA', { since: ['v7'] }),
  cp14('DBGCLAIMSET', [7, 8, 6], 'rw', 'TDA'),
  cp14('DBGCLAIMCLR', [7, 9, 6], 'rw', 'TDA'),
  cp14('DBGAUTHSTATUS', [7, 14, 6], 'ro', 'TDA'),
  cp14('DBGDEVID2', [7, 0, 7], 'ro', 'TDA'),
  cp14('DBGDEVID1', [7, 1, 7], 'ro', 'TDA'),
  cp14('DBGDEVID', [7, 2, 7], 'ro', 'TDA'),
]

/** The four registers of breakpoints and watchpoints. */
export const PAIR_REGISTERS = ['DBGBVR', 'DBGBCR', 'DBGWVR', 'DBGWCR'] as const
export type PairRegister = (typeof PAIR_REGISTERS)[number]

/** Breakpoints, watchpoints and context-aware breakpoints (the highest) of the machine: those of a Cortex-A15. */
export const BREAKPOINTS = 6
export const WATCHPOINTS = 4
export const CONTEXT_BREAKPOINTS = 2

const range = (count: number): number[] => Array.from({ length: count }, (_, n) => n)

/** The numbers that the registers of a kind have, whether the CPU implements them or not. */
const NUMBERS = range(16)

/** Names of all registers that instructions can name; those of breakpoints and watchpoints with their numbers. */
export const REGISTER_NAMES: readonly string[] = CP14_REGISTERS.flatMap(({ name, crm }) =>
  crm === null ? NUMBERS.map((n) => `${name.slice(0, -1)}${n}`) : [name],
)

/** A register by its name: its row, and its number where it has one. */
export interface Named {
  readonly row: Cp14Register
  /** CRm of its encoding. */
  readonly crm: number
  /** Which breakpoint or watchpoint; `null` for the others. */
  readonly index: number | null
  /** Which of the four registers of a breakpoint or watchpoint it is. */
  readonly pair: PairRegister | null
}

const named = (row: Cp14Register, index: number | null): Named => ({
  row,
  crm: row.crm ?? index!,
  index,
  pair: PAIR_REGISTERS.find((each) => row.name === `${each}n`) ?? null,
})

const byName: ReadonlyMap<string, Named> = new Map(
  CP14_REGISTERS.flatMap((row): [string, Named][] =>
    row.crm === null
      ? NUMBERS.map((n) => [`${row.name.slice(0, -1)}${n}`, named(row, n)])
      : [[row.name, named(row, null)]],
  ),
)

/** The register of a name; `undefined` if there is none. */
export const registerNamed = (name: string): Named | undefined => byName.get(name)

const byEncoding: ReadonlyMap<string, string> = new Map(
  [...byName].map(([name, { row, crm }]) => [`${row.crn},${crm},${row.opc2}`, name]),
)

/** The name of the register with an encoding (opc1 0); `null` if there is none. */
export const nameOfEncoding = (crn: number, crm: number, opc2: number): string | null =>
  byEncoding.get(`${crn},${crm},${opc2}`) ?? null

/** Whether a CPU has a register: that of its debug architecture, and no more breakpoints than it implements. */
export const isImplemented = ({ row, index, pair }: Named, architecture: DebugArchitecture): boolean => {
  if (!row.since.includes(architecture)) return false
  if (index === null) return true
  if (pair === 'DBGWVR' || pair === 'DBGWCR') return index < WATCHPOINTS
  if (pair === null) return index >= BREAKPOINTS - CONTEXT_BREAKPOINTS && index < BREAKPOINTS
  return index < BREAKPOINTS
}

const rw = (name: string, lsb: number, width: number, meaning: string): Field => ({
  name,
  lsb,
  width,
  access: 'rw',
  meaning,
})

/** HDCR, Hyp Debug Configuration Register (CP15 c1, opc1 4). */
export const HDCR: Register = register('HDCR', 32, 6n, [
  rw('HPMN', 0, 5, 'event counters for the guest; reset to all of them'),
  rw('TPMCR', 5, 1, 'trap PMCR'),
  rw('TPM', 6, 1, 'trap the performance monitors'),
  rw('HPME', 7, 1, 'event counters of Hyp mode'),
  rw('TDE', 8, 1, 'debug exceptions from PL0 and PL1 go to Hyp mode'),
  rw('TDA', 9, 1, 'trap every other debug register'),
  rw('TDOSA', 10, 1, 'trap the registers of the OS lock and of power-down'),
  rw('TDRA', 11, 1, 'trap DBGDRAR and DBGDSAR'),
])

/** Bits of HDCR by name. */
export const hdcr = {
  TPMCR: 1 << 5,
  TPM: 1 << 6,
  TDE: 1 << 8,
  TDA: 1 << 9,
  TDOSA: 1 << 10,
  TDRA: 1 << 11,
} as const
/** The bits of HDCR that belong to debugging. */
export const HDCR_DEBUG: number = hdcr.TDE | hdcr.TDA | hdcr.TDOSA | hdcr.TDRA
/** HDCR.HPMN of a Cortex-A15, which has 6 event counters (measured). */
export const HDCR_RESET = 6

/**
 * DBGDSCR. DBGDSCRint is a view of it that cannot be written. Bits 15, 14 and 5:2 as Linux has them, 30:29, 18:15 and
 * 12 as Arm describes DBGDSCRint; the rest recalled.
 */
export const DBGDSCR: Register = register('DBGDSCR', 32, 0n, [
  rw('HALTED', 0, 1, 'the CPU is in debug state'),
  rw('RESTARTED', 1, 1, 'the CPU has left debug state'),
  rw('MOE', 2, 4, 'method of entry: the cause of the last debug exception'),
  rw('SDABORT_l', 6, 1, 'sticky synchronous data abort'),
  rw('ADABORT_l', 7, 1, 'sticky asynchronous data abort'),
  rw('UND_l', 8, 1, 'sticky undefined instruction'),
  rw('FS', 9, 1, 'fault status'),
  rw('DBGack', 10, 1, 'debug acknowledge'),
  rw('INTdis', 11, 1, 'interrupts disabled'),
  rw('UDCCdis', 12, 1, 'no access to the communication channel from user mode'),
  rw('ITRen', 13, 1, 'execution of instructions in debug state'),
  rw('HDBGen', 14, 1, 'halting debug'),
  rw('MDBGen', 15, 1, 'monitor debug: breakpoints and watchpoints raise exceptions'),
  rw('SPIDdis', 16, 1, 'secure invasive debug disabled'),
  rw('SPNIDdis', 17, 1, 'secure non-invasive debug disabled'),
  rw('NS', 18, 1, 'non-secure'),
  rw('ADAdiscard', 19, 1, 'asynchronous aborts discarded'),
  rw('ExtDCCmode', 20, 2, 'mode of the communication channel'),
  rw('InstrCompl_l', 24, 1, 'instruction complete'),
  rw('PipeAdv', 25, 1, 'sticky pipeline advance'),
  rw('TXfull_l', 26, 1, 'latched TXfull'),
  rw('RXfull_l', 27, 1, 'latched RXfull'),
  rw('TXfull', 29, 1, 'data for the debugger'),
  rw('RXfull', 30, 1, 'data from the debugger'),
])

/** Bits of DBGDSCR by name. */
export const dscr = { MOE: 0x3c, UDCCdis: 1 << 12, HDBGen: 1 << 14, MDBGen: 1 << 15 } as const

/** DBGDSCR.MOE by cause. Those of vector catch and the asynchronous watchpoint are read, the others measured. */
export const MOE = {
  breakpoint: 1,
  'asynchronous-watchpoint': 2,
  bkpt: 3,
  'vector-catch': 5,
  watchpoint: 10,
} as const
export type Cause = keyof typeof MOE

/** MOE of a value of DBGDSCR. */
export const moeOf = (value: number): number => (value & dscr.MOE) >>> 2
/** A value of DBGDSCR with another MOE. */
export const withMoe = (value: number, moe: number): number => u32((value & ~dscr.MOE) | (moe << 2))

/** DBGBCR, Breakpoint Control Register. The Cortex-A15 has no address masking. */
export const DBGBCR: Register = register('DBGBCR', 32, 0n, [
  rw('E', 0, 1, 'enable'),
  rw('PMC', 1, 2, 'privileged mode control: 1 PL1, 2 PL0, 3 any, 0 User, System and Supervisor'),
  rw('BAS', 5, 4, 'byte address select'),
  rw('HMC', 13, 1, 'Hyp mode control'),
  rw('SSC', 14, 2, 'security state control'),
  rw('LBN', 16, 4, 'number of the linked breakpoint'),
  rw(
    'BT',
    20,
    4,
    'type: address 0/1, context ID 2/3, address mismatch 4/5, VMID 8/9, both 10/11; odd ones linked',
  ),
])

/** DBGWCR, Watchpoint Control Register. */
export const DBGWCR: Register = register('DBGWCR', 32, 0n, [
  rw('E', 0, 1, 'enable'),
  rw('PAC', 1, 2, 'privileged access control: 1 PL1, 2 PL0, 3 both'),
  rw('LSC', 3, 2, 'load and store control: 1 load, 2 store, 3 both'),
  rw('BAS', 5, 8, 'byte address select'),
  rw('HMC', 13, 1, 'Hyp mode control'),
  rw('SSC', 14, 2, 'security state control'),
  rw('LBN', 16, 4, 'number of the linked breakpoint'),
  rw('WT', 20, 1, 'linked'),
  rw('MASK', 24, 5, 'address mask'),
])

/** Fields of a control register that reach beyond Non-secure PL0 and PL1. */
export const control = { E: 1, HMC: 1 << 13, SSC: 3 << 14, BT: 0xf << 20 } as const

const field = (value: number, lsb: number, width: number): number => (value >>> lsb) & ((1 << width) - 1)
/** The fields of DBGBCR. */
export const breakpointFields = (
  value: number,
): { enabled: boolean; pmc: number; bas: number; hmc: number; ssc: number; type: number } => ({
  enabled: (value & control.E) !== 0,
  pmc: field(value, 1, 2),
  bas: field(value, 5, 4),
  hmc: field(value, 13, 1),
  ssc: field(value, 14, 2),
  type: field(value, 20, 4),
})
/** The fields of DBGWCR. */
export const watchpointFields = (
  value: number,
): {
  enabled: boolean
  pac: number
  lsc: number
  bas: number
  hmc: number
  linked: boolean
  mask: number
} => ({
  enabled: (value & control.E) !== 0,
  pac: field(value, 1, 2),
  lsc: field(value, 3, 2),
  bas: field(value, 5, 8),
  hmc: field(value, 13, 1),
  linked: field(value, 20, 1) === 1,
  mask: field(value, 24, 5),
})

/** The bits that a breakpoint or watchpoint register stores; the others are RES0. */
export const STORED: { readonly [R in PairRegister]: number } = {
  DBGBVR: 0xfffffffc,
  DBGBCR: Number(DBGBCR.writable),
  DBGWVR: 0xfffffffc,
  DBGWCR: Number(DBGWCR.writable),
}

/** DBGOSLSR: OSLM (bits 3 and 0) says which lock there is, OSLK (bit 1) whether it is set. */
export const oslsr = { OSLK: 2, OSLM_V7: 1, OSLM_V71: 8 } as const
/** What DBGOSLAR must be written with to set the OS lock; anything else clears it. */
export const OSLAR_KEY = 0xc5acce55
/** DBGOSDLR.DLK, the OS double lock. */
export const DLK = 1

/** DBGDIDR by debug architecture: a Cortex-A15 (measured), and the same CPU with v7 Debug. */
export const DIDR: { readonly [A in DebugArchitecture]: number } = { v7: 0x3513f021, 'v7.1': 0x3515f021 }

/** The fields of DBGDIDR that software counts with; the counts are fields plus 1. */
export const didrFields = (
  value: number,
): { breakpoints: number; watchpoints: number; contexts: number; version: number } => ({
  watchpoints: field(value, 28, 4) + 1,
  breakpoints: field(value, 24, 4) + 1,
  contexts: field(value, 20, 4) + 1,
  version: field(value, 16, 4),
})

/** One breakpoint or watchpoint. */
export interface Pair {
  readonly value: number
  readonly control: number
}

/** All of one CPU, or of one vCPU. */
export interface Pairs {
  readonly breakpoints: readonly Pair[]
  readonly watchpoints: readonly Pair[]
}

export const NO_PAIR: Pair = { value: 0, control: 0 }
/** All clear. */
export const NO_PAIRS: Pairs = {
  breakpoints: range(BREAKPOINTS).map(() => NO_PAIR),
  watchpoints: range(WATCHPOINTS).map(() => NO_PAIR),
}

const listOf = (register: PairRegister): keyof Pairs =>
  register === 'DBGBVR' || register === 'DBGBCR' ? 'breakpoints' : 'watchpoints'
const halfOf = (register: PairRegister): keyof Pair =>
  register === 'DBGBVR' || register === 'DBGWVR' ? 'value' : 'control'

/** The value of one register of breakpoints and watchpoints. */
export const readPair = (pairs: Pairs, register: PairRegister, index: number): number =>
  (pairs[listOf(register)][index] ?? NO_PAIR)[halfOf(register)]

/** The same breakpoints and watchpoints with one register changed. */
export const writePair = (pairs: Pairs, register: PairRegister, index: number, value: number): Pairs => {
  const list = listOf(register)
  const changed = pairs[list].map((pair, n) =>
    n === index ? { ...pair, [halfOf(register)]: u32(value) } : pair,
  )
  return { ...pairs, [list]: changed }
}

/** Whether two sets hold the same values. */
export const samePairs = (a: Pairs, b: Pairs): boolean =>
  a === b ||
  (['breakpoints', 'watchpoints'] as const).every((list) =>
    a[list].every(({ value, control: bits }, n) => {
      const other = b[list][n] ?? NO_PAIR
      return other === a[list][n] || (value === other.value && bits === other.control)
    }),
  )

/** The enabled ones, each with its name. */
export const enabledPairs = (pairs: Pairs): readonly (Pair & { readonly name: string })[] =>
  (['breakpoints', 'watchpoints'] as const).flatMap((list) =>
    pairs[list].flatMap((pair, n) =>
      (pair.control & control.E) === 0 ? [] : [{ ...pair, name: `${list.slice(0, -1)} ${n}` }],
    ),
  )
