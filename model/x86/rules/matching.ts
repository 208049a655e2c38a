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

/** The range that a slot watches: DRi with the low bits that LEN covers ignored. */
const rangeStart = (slot: Slot, address: bigint): bigint =>
  slot.length === 1 ? address : address - (address % BigInt(slot.length))

/** Whether [a, a + sizeA) and [b, b + sizeB) share a byte; addresses wrap at 64 bits. */
const overlaps = (a: bigint, sizeA: bigint, b: bigint, sizeB: bigint): boolean =>
  u64(a - b) < sizeB || u64(b - a) < sizeA

const NOTHING: Hits = { hits: 0, mayHit: 0 }

/** The enabled slots that `matches` accepts. */
const slotMask = (
  dr7: bigint,
  db: readonly bigint[],
  matches: (slot: Slot, address: bigint) => boolean,
): number => {
  const slots = slotsOf(dr7)
  let mask = 0
  for (const i of SLOT_NUMBERS) if (slots[i]!.enabled && matches(slots[i]!, db[i]!)) mask |= 1 << i
  return mask
}

/** Whether any slot is enabled: most of the time none is, and nothing can match. */
const anyEnabled = (dr7: bigint): boolean => any(dr7, dr7Bits.ENABLES)

/**
 * Code breakpoints at an instruction: enabled by L or G, R/W=00, LEN=00, DRi equal to the linear address.
 * LEN≠00 with R/W=00 is undefined: such a slot may hit anywhere in the range that LEN would cover.
 */
export const matchCodeBreakpoints = ({ dr7, db, address }: CodeMatchInput): Hits => {
  if (!anyEnabled(dr7)) return NOTHING
  const mayHit = slotMask(
    dr7,
    db,
    (slot, dr) => slot.kind === 'execute' && overlaps(address, 1n, rangeStart(slot, dr), BigInt(slot.length)),
  )
  const hits =
    mayHit === 0
      ? 0
      : slotMask(dr7, db, (slot, dr) => slot.kind === 'execute' && slot.length === 1 && dr === address)
  return { hits, mayHit }
}

/** Data breakpoints: the access and the aligned range [DRi, DRi + LEN) share a byte, and R/W covers its kind. */
export const matchDataBreakpoints = ({ dr7, db, address, size, access }: DataMatchInput): Hits => {
  if (!anyEnabled(dr7)) return NOTHING
  const hits = slotMask(
    dr7,
    db,
    (slot, dr) =>
      (slot.kind === 'access' || (slot.kind === 'write' && access === 'write')) &&
      overlaps(address, BigInt(size), rangeStart(slot, dr), BigInt(slot.length)),
  )
  return { hits, mayHit: hits }
}

/** I/O breakpoints: R/W=10 with CR4.DE=1; with CR4.DE=0 that encoding is undefined. */
export const matchIoBreakpoints = ({ dr7, db, port, size, cr4De }: IoMatchInput): Hits => {
  if (!anyEnabled(dr7)) return NOTHING
  const mayHit = slotMask(
    dr7,
    db,
    (slot, dr) =>
      slot.kind === 'io' && overlaps(BigInt(port), BigInt(size), rangeStart(slot, dr), BigInt(slot.length)),
  )
  return { hits: cr4De ? mayHit : 0, mayHit }
}
