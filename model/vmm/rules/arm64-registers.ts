/**
 * Hardware breakpoints and watchpoints in the debug registers of arm64.
 * Source: Arm ARM, “DBGBCR<n>_EL1”, “DBGWCR<n>_EL1”; QEMU 7.2 target/arm/kvm64.c.
 */
import { ones, u64 } from '../../bits.ts'
import type { HardwareKind } from '../program.ts'
import type { Encoded, Hardware } from './hardware.ts'

export interface EncodeArm64Input {
  readonly requests: readonly Hardware[]
  /** How many of each there are. */
  readonly breakpoints: number
  readonly watchpoints: number
}

export interface EncodeArm64Result {
  /** What becomes of each request. */
  readonly results: readonly Encoded[]
  /** The accepted ones of each kind in their order; the slots after them are not enabled. */
  readonly bcr: readonly bigint[]
  readonly bvr: readonly bigint[]
  readonly wcr: readonly bigint[]
  readonly wvr: readonly bigint[]
}

/** Control and value of one slot. */
export interface Arm64Slot {
  readonly control: bigint
  readonly value: bigint
}

const ENABLE = 1n
/** PMC, and PAC of a watchpoint: EL1 and EL0. */
const EL1_AND_EL0 = 3n << 1n
/** BAS of a breakpoint on an A64 instruction. */
const WHOLE_INSTRUCTION = 0xfn << 5n
/** LSC by what a watchpoint is for. */
const LSC: { readonly [K in Exclude<HardwareKind, 'execute'>]: bigint } = {
  'watch-read': 1n,
  'watch-write': 2n,
  'watch-access': 3n,
}

/** DBGBVR holds addresses sign-extended from bit 52. */
const signExtended = (address: bigint): bigint => u64(BigInt.asIntN(53, address))

/** DBGBCR and DBGBVR of a breakpoint. */
export const breakpointSlotOf = (address: bigint): Arm64Slot => ({
  control: ENABLE | EL1_AND_EL0 | WHOLE_INSTRUCTION,
  value: signExtended(address),
})

/** DBGWCR and DBGWVR of a watchpoint: bytes of one doubleword, or with MASK a power of two. */
export const watchpointSlotOf = (
  kind: Exclude<HardwareKind, 'execute'>,
  address: bigint,
  length: number,
): Arm64Slot => {
  const control = ENABLE | EL1_AND_EL0 | (LSC[kind] << 3n)
  if (length > 8) {
    const mask = BigInt(Math.log2(length))
    return { control: control | ones(5, 8) | (mask << 24n), value: address & ~(BigInt(length) - 1n) }
  }
  const first = Number(address & 7n)
  return { control: control | (ones(5 + first, length) & ones(5, 8)), value: address & ~7n }
}

/** The longest range that MASK can name. */
const LONGEST = 2 ** 31

const isPowerOfTwo = (length: number): boolean => Number.isInteger(Math.log2(length))

/** What is wrong with a request by itself. One that a single slot cannot watch as a whole is refused, not cut. */
const fault = ({ kind, address, length }: Hardware): Encoded => {
  if (kind === 'execute') return address % 4n === 0n ? 'ok' : 'alignment'
  if (length < 1 || length > LONGEST || (length > 8 && !isPowerOfTwo(length))) return 'length'
  const fits = length > 8 ? address % BigInt(length) === 0n : Number(address & 7n) + length <= 8
  return fits ? 'ok' : 'alignment'
}

/** The slots of KVM_SET_GUEST_DEBUG. Breakpoints and watchpoints have a pool each; the same request twice takes two. */
export const encodeArm64Breakpoints = ({
  requests,
  breakpoints,
  watchpoints,
}: EncodeArm64Input): EncodeArm64Result => encodeSlots({ requests, breakpoints, watchpoints }, fault)

/** The same with another idea of what is wrong with a request by itself. */
export const encodeSlots = (
  { requests, breakpoints, watchpoints }: EncodeArm64Input,
  faultOf: (request: Hardware) => Encoded,
): EncodeArm64Result => {
  const code: Arm64Slot[] = []
  const data: Arm64Slot[] = []
  const results = requests.map((request): Encoded => {
    const { kind, address, length } = request
    const wrong = faultOf(request)
    if (wrong !== 'ok') return wrong
    const [pool, capacity] = kind === 'execute' ? [code, breakpoints] : [data, watchpoints]
    if (pool.length === capacity) return 'capacity'
    pool.push(kind === 'execute' ? breakpointSlotOf(address) : watchpointSlotOf(kind, address, length))
    return 'ok'
  })
  return {
    results,
    bcr: code.map(({ control }) => control),
    bvr: code.map(({ value }) => value),
    wcr: data.map(({ control }) => control),
    wvr: data.map(({ value }) => value),
  }
}
