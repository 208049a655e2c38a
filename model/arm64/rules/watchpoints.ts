/**
 * Which watchpoints match an access to memory.
 * Source: Arm ARM, “Watchpoint exceptions”, and its pseudo-code: AArch64.WatchpointMatch, AArch64.WatchpointByteMatch.
 */
import { any, u64 } from '../../bits.ts'
import { DBGWCR_EL1, fieldOf } from '../registers.ts'
import type { Context } from '../rules.ts'
import { type Matches, NO_MATCH, NOT_MODELLED, UNPREDICTABLE, unpredictable } from './breakpoints.ts'

const enabled = fieldOf(DBGWCR_EL1, 'E')
const pac = fieldOf(DBGWCR_EL1, 'PAC')
const lsc = fieldOf(DBGWCR_EL1, 'LSC')
const bas = fieldOf(DBGWCR_EL1, 'BAS')
const hmc = fieldOf(DBGWCR_EL1, 'HMC')
const ssc = fieldOf(DBGWCR_EL1, 'SSC')
const linked = fieldOf(DBGWCR_EL1, 'WT')
const mask = fieldOf(DBGWCR_EL1, 'MASK')

export interface MatchWatchpointInput {
  readonly wcr: bigint
  readonly wvr: bigint
  /** Virtual address of the first byte accessed. */
  readonly address: bigint
  readonly size: number
  readonly access: 'read' | 'write'
  readonly el: number
  /** LDTR or STTR: the access counts as one from EL0. */
  readonly unprivileged: boolean
}

export interface WatchedBytes {
  /** The bytes that are watched, as one range. */
  readonly first: bigint
  readonly last: bigint
  /** Why it is CONSTRAINED UNPREDICTABLE whether these are watched; `null` if it is not. */
  readonly unpredictable: string | null
}

const isContiguous = (bits: number): boolean => {
  const shifted = bits / (bits & -bits)
  return (shifted & (shifted + 1)) === 0
}

/** The bytes that a watchpoint watches: those that BAS selects, or with MASK a power of two; `null` if none. */
export const watchedBytes = (wcr: bigint, wvr: bigint): WatchedBytes | null => {
  const ignored = mask(wcr)
  const select = bas(wcr)
  if (ignored >= 3) {
    const span = 1n << BigInt(ignored)
    const first = span * (wvr / span)
    const reason =
      select !== 0xff
        ? UNPREDICTABLE['mask-without-bas']
        : any(wvr, span - 4n)
          ? UNPREDICTABLE['masked-address-bits']
          : null
    return { first, last: u64(first + span - 1n), unpredictable: reason }
  }
  // With DBGWVR bit 2 set only four bits of BAS count.
  const isWord = any(wvr, 4n)
  const base = u64(wvr & ~(isWord ? 3n : 7n))
  const bits = isWord ? select & 0xf : select
  if (ignored > 0) return { first: base, last: base + 7n, unpredictable: UNPREDICTABLE['reserved-mask'] }
  if (bits === 0) return null
  if (!isContiguous(bits)) return { first: base, last: base + 7n, unpredictable: UNPREDICTABLE['gap-in-bas'] }
  const lowest = BigInt(31 - Math.clz32(bits & -bits))
  const highest = BigInt(31 - Math.clz32(bits))
  return { first: u64(base + lowest), last: u64(base + highest), unpredictable: null }
}

/** AArch64.WatchpointMatch for one watchpoint: enabled, for this kind of access, this level, and one of its bytes. */
export const matchWatchpoint = (input: MatchWatchpointInput, context: Context): Matches => {
  const { wcr, wvr, address, size, access, el, unprivileged } = input
  if (enabled(wcr) === 0 || (lsc(wcr) & (access === 'read' ? 1 : 2)) === 0) return NO_MATCH
  const level = unprivileged ? 0 : el
  const state = context.rules.stateMatch({ ssc: ssc(wcr), hmc: hmc(wcr), pmc: pac(wcr), el: level }, context)
  if (state.matches === false) return state
  const watched = watchedBytes(wcr, wvr)
  if (watched === null) return NO_MATCH
  const overlaps = watched.first < address + BigInt(size) && address <= watched.last
  if (!overlaps) return NO_MATCH
  if (linked(wcr) === 1) return unpredictable(NOT_MODELLED['linked-watchpoint'])
  return watched.unpredictable === null ? state : unpredictable(watched.unpredictable)
}

export interface WatchpointFarInput extends MatchWatchpointInput {}

/** The addresses that FAR may hold for a watchpoint that matches. */
export interface FarRange {
  readonly lowest: bigint
  readonly highest: bigint
}

/**
 * The range of FAR: from the lowest address accessed, rounded down to the block that a CPU may report in, to the
 * highest address that is both accessed and watched. (The size of the block is recalled: at most 64 bytes.)
 */
export const watchpointFar = ({ wcr, wvr, address, size }: WatchpointFarInput): FarRange => {
  const end = u64(address + BigInt(size) - 1n)
  const watched = watchedBytes(wcr, wvr)
  const last = watched === null || watched.last > end ? end : watched.last
  return { lowest: BLOCK * (address / BLOCK), highest: last }
}
const BLOCK = 64n

/** The first byte that is both accessed and watched: what QEMU's CPU reports. */
export const firstWatchedByte = ({ wcr, wvr, address }: WatchpointFarInput): bigint => {
  const watched = watchedBytes(wcr, wvr)
  return watched === null || watched.first < address ? address : watched.first
}
