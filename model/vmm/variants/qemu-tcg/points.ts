/**
 * The gdbstub's list of breakpoints and watchpoints, which may be of any length. For the guest's machine it travels in
 * KVM_SET_GUEST_DEBUG: one address for each point, and in the place of a control register a word that says what each is for.
 */
import { HARDWARE_KINDS, type HardwareKind } from '../../program.ts'
import type { Hardware } from '../../rules/hardware.ts'

/** A breakpoint or watchpoint of the debugger. */
export type Point = Hardware

/** Bits of a word that belong to one point: its kind below its length. */
const POINT_BITS = 32n
const KIND_BITS = 2n

/** What the points are for. */
export const wordOf = (points: readonly Point[]): bigint =>
  points.reduce((word, { kind, length }, n) => {
    const code = BigInt(HARDWARE_KINDS.indexOf(kind)) | (BigInt(length) << KIND_BITS)
    return word | (code << (POINT_BITS * BigInt(n)))
  }, 0n)

/** The point with a number, of which this is the address. */
export const pointAt = (address: bigint, word: bigint, n = 0): Point => {
  const code = BigInt.asUintN(Number(POINT_BITS), word >> (POINT_BITS * BigInt(n)))
  const kind = HARDWARE_KINDS[Number(BigInt.asUintN(Number(KIND_BITS), code))]!
  return { kind, address, length: Number(code >> KIND_BITS) }
}

/** The accesses that a watchpoint is for. */
const ACCESSES: { readonly [K in HardwareKind]: readonly string[] } = {
  execute: [],
  'watch-read': ['read'],
  'watch-write': ['write'],
  'watch-access': ['read', 'write'],
}

/** An access to memory, of one or of both kinds. */
export interface Touched {
  readonly kinds: readonly string[]
  readonly address: bigint
  readonly size: number
}

/** Whether an access meets a point that is a watchpoint. */
export const touches = ({ kinds, address, size }: Touched, point: Point): boolean =>
  ACCESSES[point.kind].some((kind) => kinds.includes(kind)) &&
  point.address < address + BigInt(size) &&
  address < point.address + BigInt(point.length)
