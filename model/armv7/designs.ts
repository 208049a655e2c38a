/**
 * The designs side by side: what becomes of every access of the guest to a debug register, and of a Linux guest that
 * starts its hw_breakpoint support. Everything here is worked out by running programs.
 */
import type { StartUp } from './linux.ts'
import { type Instruction, makeProgram, type Setup } from './program.ts'
import type { AccessEvent, Ending, Run } from './run.ts'
import { runProgram } from './run-program.ts'
import { designA, designAWithoutTda, designB, noTraps, razWi } from './variants/designs.ts'
import { ideal } from './variants/ideal.ts'
import type { Variant } from './variants/variant.ts'
import { arm64Host, v4Patch } from './variants/world-switch.ts'

/** A design in a situation that its answers depend on. */
export interface Column {
  readonly title: string
  readonly variant: Variant
  readonly setup: Setup
  /** What the guest has done before. */
  readonly prelude: readonly Instruction[]
}

const NO_MONITOR_MODE: Setup = { dbgen: [false, false] }
const FIRST_WRITE: Instruction = { op: 'mcr', to: 'DBGBVR0', value: '0x40080000' }

/** The columns of the table, in the order of the designs' history. */
export const columns: readonly Column[] = [
  { title: 'no traps', variant: noTraps, setup: {}, prelude: [] },
  { title: 'v4 patch', variant: v4Patch, setup: {}, prelude: [] },
  { title: 'v4 patch, after a write', variant: v4Patch, setup: {}, prelude: [FIRST_WRITE] },
  { title: 'design A', variant: designA, setup: {}, prelude: [] },
  { title: 'design A, no monitor mode', variant: designA, setup: NO_MONITOR_MODE, prelude: [] },
  { title: 'design A, TDA=0', variant: designAWithoutTda, setup: {}, prelude: [] },
  { title: 'design B', variant: designB, setup: {}, prelude: [] },
  { title: 'design B, no monitor mode', variant: designB, setup: NO_MONITOR_MODE, prelude: [] },
  { title: 'RAZ/WI', variant: razWi, setup: {}, prelude: [] },
  { title: 'arm64 host', variant: arm64Host, setup: {}, prelude: [] },
  { title: 'arm64 host, after a write', variant: arm64Host, setup: {}, prelude: [FIRST_WRITE] },
  { title: 'ideal', variant: ideal, setup: {}, prelude: [] },
]

/** The accesses of the table, by what they are called. */
export const rows: readonly (readonly [string, Instruction])[] = [
  ['read DBGDIDR', { op: 'mrc', from: 'DBGDIDR' }],
  ['read DBGDSCRint', { op: 'mrc', from: 'DBGDSCRint' }],
  ['read DBGDSCRext', { op: 'mrc', from: 'DBGDSCRext' }],
  // Monitor mode off: what the host would notice.
  ['write DBGDSCRext', { op: 'mcr', to: 'DBGDSCRext', value: '0x0' }],
  ['read DBGBVR1', { op: 'mrc', from: 'DBGBVR1' }],
  ['write DBGBVR1', { op: 'mcr', to: 'DBGBVR1', value: '0x40080000' }],
  ['read DBGBCR1', { op: 'mrc', from: 'DBGBCR1' }],
  ['write DBGBCR1', { op: 'mcr', to: 'DBGBCR1', value: '0x1e7' }],
  ['read DBGWVR1', { op: 'mrc', from: 'DBGWVR1' }],
  ['write DBGWVR1', { op: 'mcr', to: 'DBGWVR1', value: '0x40080800' }],
  ['read DBGWCR1', { op: 'mrc', from: 'DBGWCR1' }],
  ['write DBGWCR1', { op: 'mcr', to: 'DBGWCR1', value: '0x1ff' }],
  ['read DBGBCR6 (not there)', { op: 'mrc', from: 'DBGBCR6' }],
  ['read DBGBXVR4', { op: 'mrc', from: 'DBGBXVR4' }],
  ['write DBGBXVR4', { op: 'mcr', to: 'DBGBXVR4', value: '0x1' }],
  ['read DBGVCR', { op: 'mrc', from: 'DBGVCR' }],
  ['write DBGVCR', { op: 'mcr', to: 'DBGVCR', value: '0x2' }],
  ['read DBGWFAR', { op: 'mrc', from: 'DBGWFAR' }],
  ['read DBGDTRRXint', { op: 'mrc', from: 'DBGDTRint' }],
  ['write DBGDTRTXint', { op: 'mcr', to: 'DBGDTRint', value: '0x1' }],
  ['STC p14, c5', { op: 'stc' }],
  ['LDC p14, c5', { op: 'ldc' }],
  ['read DBGDTRRXext', { op: 'mrc', from: 'DBGDTRRXext' }],
  ['read DBGDTRTXext', { op: 'mrc', from: 'DBGDTRTXext' }],
  ['write DBGOSLAR (the key)', { op: 'mcr', to: 'DBGOSLAR', value: '0xc5acce55' }],
  ['read DBGOSLSR', { op: 'mrc', from: 'DBGOSLSR' }],
  ['read DBGOSDLR', { op: 'mrc', from: 'DBGOSDLR' }],
  ['write DBGOSDLR', { op: 'mcr', to: 'DBGOSDLR', value: '0x1' }],
  ['read DBGPRCR', { op: 'mrc', from: 'DBGPRCR' }],
  ['write DBGPRCR', { op: 'mcr', to: 'DBGPRCR', value: '0x1' }],
  ['read DBGDRAR', { op: 'mrc', from: 'DBGDRAR' }],
  ['read DBGDRAR, 64 bits', { op: 'mrrc', from: 'DBGDRAR' }],
  ['read DBGDSAR', { op: 'mrc', from: 'DBGDSAR' }],
  ['read DBGDSAR, 64 bits', { op: 'mrrc', from: 'DBGDSAR' }],
  ['read DBGCLAIMSET', { op: 'mrc', from: 'DBGCLAIMSET' }],
  ['write DBGCLAIMSET', { op: 'mcr', to: 'DBGCLAIMSET', value: '0x1' }],
  ['read DBGCLAIMCLR', { op: 'mrc', from: 'DBGCLAIMCLR' }],
  ['write DBGCLAIMCLR', { op: 'mcr', to: 'DBGCLAIMCLR', value: '0x1' }],
  ['read DBGAUTHSTATUS', { op: 'mrc', from: 'DBGAUTHSTATUS' }],
  ['read DBGDEVID', { op: 'mrc', from: 'DBGDEVID' }],
  ['read DBGDEVID1', { op: 'mrc', from: 'DBGDEVID1' }],
  ['read DBGDEVID2', { op: 'mrc', from: 'DBGDEVID2' }],
  ['write DBGDIDR (read-only)', { op: 'mcr', to: 'DBGDIDR', value: '0x0' }],
  ['read DBGBVR1, user mode', { op: 'mrc', from: 'DBGBVR1', user: true }],
  ['read DBGDIDR, user mode', { op: 'mrc', from: 'DBGDIDR', user: true }],
]

/**
 * What becomes of an access: `hardware` (it is executed, on the register of the CPU), or, trapped, what the guest finds;
 * `→ hardware` where the hypervisor programs the CPU in its place.
 */
export type CellText = string

const ANSWERS = {
  host: 'the host’s',
  own: 'its own',
  zero: '0',
  ignored: 'ignored',
  undefined: 'UNDEF',
} as const

const cellOf = ({ outcome, sees, direction, before, after }: AccessEvent): CellText => {
  if (outcome === 'undefined') return 'UNDEF'
  if (outcome === 'direct') return 'hardware'
  const isProgrammed = after.pairs !== before.pairs || after.dscr !== before.dscr
  const programs = direction === 'write' && sees === 'own' && isProgrammed
  return `${ANSWERS[sees!]}${programs ? ' → hardware' : ''}`
}

const runOf = ({ variant, setup, prelude }: Column, instruction: Instruction): Run =>
  runProgram(makeProgram(setup, [...prelude, instruction], []), variant)

/** What becomes of an access in a column. */
export const outcomeOf = (column: Column, instruction: Instruction): CellText => {
  const accesses = runOf(column, instruction).events.filter((event) => event.kind === 'access')
  return cellOf(accesses.at(-1)!)
}

/** A Linux guest's start-up under a design. */
export interface GuestStartUp {
  readonly outcome: StartUp
  /** Writes of the guest that were executed on registers of the CPU. */
  readonly reachedHost: number
  readonly ending: Ending
}

/** How a Linux guest's start-up ends in a column. */
export const startUpOf = (column: Column): GuestStartUp => {
  const { events, ending } = runOf({ ...column, prelude: [] }, { op: 'linux-start-up' })
  const { outcome } = events.find((event) => event.kind === 'start-up')!
  const reached = events.filter(
    (event) => event.kind === 'access' && event.direction === 'write' && event.outcome === 'direct',
  )
  return { outcome, reachedHost: reached.length, ending }
}
