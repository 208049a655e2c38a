/**
 * Which breakpoint registers an access matches.
 * Source: Intel SDM vol. 3, "Breakpoint Field Recognition", "Instruction-Breakpoint Exception Condition",
 * "Data Memory and I/O Breakpoint Exception Conditions".
 */
import { any, u64 } from '../../bits.ts'
import { dr7 as dr7Bits, SLOT_NUMBERS, type Slot, slotsOf } from '../registers.ts'

/** Slot masks: bit n stands for DRn. */
export interface Hits {
  /** Slots that must hit. */
  readonly hits: number
  /** Slots that may hit: `hits` and those whose encoding the manual leaves undefined. */
  readonly mayHit: number
}

export interface CodeMatchInput {
  /** The DR7 that is compared (64 bits, the upper half ignored). */
  readonly dr7: bigint
  /** DR0–DR3. */
  readonly db: readonly bigint[]
  /** Linear address of the first byte of the instruction, prefixes included (64 bits). */
  readonly address: bigint
}

export interface DataMatchInput extends CodeMatchInput {
  /** Bytes accessed. */
  readonly size: number
  /** A read-modify-write makes both accesses. */
  readonly access: 'read' | 'write'
}

export interface IoMatchInput {
  readonly dr7: bigint
  readonly db: readonly bigint[]
  /** Port number (16 bits), zero-extended for the comparison. */
  readonly port: number
  /** Bytes accessed: 1, 2 or 4. */
  readonly size: number
  readonly cr4De: boolean
}

/** The low bits of an address that a slot of each length ignores, cleared. */
const ALIGNED = { 1: u64(~0n), 2: u64(~1n), 4: u64(~3n), 8: u64(~7n) } as const

const LENGTHS = { 1: 1n, 2: 2n, 4: 4n, 8: 8n } as const

/** Whether the accessed [address, address + size) and the range that a slot watches share a byte; they may wrap. */
const overlaps = (address: bigint, size: bigint, slot: Slot, dr: bigint): boolean => {
  const start = BigInt.asUintN(64, dr & ALIGNED[slot.length])
  return u64(address - start) < LENGTHS[slot.length] || u64(start - address) < size
}

const NOTHING: Hits = { hits: 0, mayHit: 0 }

/** Whether any slot is enabled: most of the time none is, and nothing can match. */
const anyEnabled = (dr7: bigint): boolean => any(dr7, dr7Bits.ENABLES)

/**
 * Code breakpoints at an instruction: enabled by L or G, R/W=00, LEN=00, DRi equal to the linear address.
 * LEN≠00 with R/W=00 is undefined: such a slot may hit anywhere in the range that LEN would cover.
 */
export const matchCodeBreakpoints = ({ dr7, db, address }: CodeMatchInput): Hits => {
  if (!anyEnabled(dr7)) return NOTHING
  const slots = slotsOf(dr7)
  let hits = 0
  let mayHit = 0
  for (const i of SLOT_NUMBERS) {
    const slot = slots[i]!
    if (!slot.enabled || slot.kind !== 'execute') continue
    if (slot.length !== 1) mayHit |= overlaps(address, 1n, slot, db[i]!) ? 1 << i : 0
    else if (db[i] === address) hits |= 1 << i
  }
  return { hits, mayHit: hits | mayHit }
}

/** Data breakpoints: the access and the aligned range [DRi, DRi + LEN) share a byte, and R/W covers its kind. */
export const matchDataBreakpoints = ({ dr7, db, address, size, access }: DataMatchInput): Hits => {
  if (!anyEnabled(dr7)) return NOTHING
  const slots = slotsOf(dr7)
  const bytes = BigInt(size)
  let hits = 0
  for (const i of SLOT_NUMBERS) {
    const slot = slots[i]!
    if (!slot.enabled) continue
    const watched = slot.kind === 'access' || (slot.kind === 'write' && access === 'write')
    if (watched && overlaps(address, bytes, slot, db[i]!)) hits |= 1 << i
  }
  return { hits, mayHit: hits }
}

/** I/O breakpoints: R/W=10 with CR4.DE=1; with CR4.DE=0 that encoding is undefined. */
export const matchIoBreakpoints = ({ dr7, db, port, size, cr4De }: IoMatchInput): Hits => {
  if (!anyEnabled(dr7)) return NOTHING
  const slots = slotsOf(dr7)
  const address = BigInt(port)
  const bytes = BigInt(size)
  let mayHit = 0
  for (const i of SLOT_NUMBERS) {
    const slot = slots[i]!
    if (slot.enabled && slot.kind === 'io' && overlaps(address, bytes, slot, db[i]!)) mayHit |= 1 << i
  }
  return { hits: cr4De ? mayHit : 0, mayHit }
}
