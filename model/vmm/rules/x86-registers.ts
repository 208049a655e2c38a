/**
 * Hardware breakpoints in the debug registers of x86.
 * Source: Intel SDM vol. 3, “Debug Registers”; QEMU 7.2 target/i386/kvm/kvm.c.
 */
import { bit } from '../../bits.ts'
import { SLOTS, type Slot, slotBits, slotEnable } from '../../x86/registers.ts'
import type { HardwareKind } from '../program.ts'
import type { Encoded, Hardware } from './hardware.ts'

export interface EncodeX86Input {
  readonly requests: readonly Hardware[]
}

export interface EncodeX86Result {
  /** What becomes of each request. */
  readonly results: readonly Encoded[]
  /** DR0–DR3: the accepted requests in their order. */
  readonly db: readonly bigint[]
  readonly dr7: bigint
}

/** What R/Wn says by what a breakpoint is for; there is nothing for reads alone. */
const KINDS: { readonly [K in HardwareKind]: Slot['kind'] | null } = {
  execute: 'execute',
  'watch-write': 'write',
  'watch-read': null,
  'watch-access': 'access',
}

const hasLength = (length: number): length is Slot['length'] =>
  length === 1 || length === 2 || length === 4 || length === 8

/** GE, and the bit that always reads as 1. */
const NOTHING = bit(9) | bit(10)

/** An execution breakpoint has length 1, whatever was asked for. */
export const withX86Length = (request: Hardware): Hardware =>
  request.kind === 'execute' ? { ...request, length: 1 } : request

const same = (a: Hardware, b: Hardware): boolean =>
  a.kind === b.kind && a.address === b.address && a.length === b.length

/** What becomes of a request; what is wrong with it comes before what there is no room for. */
const judge = (request: Hardware, accepted: readonly Hardware[]): Encoded => {
  const { kind, address, length } = request
  if (KINDS[kind] === null) return 'unsupported'
  if (!hasLength(length)) return 'length'
  if (address % BigInt(length) !== 0n) return 'alignment'
  if (accepted.length === SLOTS) return 'capacity'
  return accepted.some((other) => same(other, request)) ? 'duplicate' : 'ok'
}

/** DR0–DR3 and DR7 for KVM_SET_GUEST_DEBUG: global enables only, one pool for breakpoints and watchpoints. */
export const encodeX86Breakpoints = ({ requests }: EncodeX86Input): EncodeX86Result => {
  const accepted: Hardware[] = []
  const results = requests.map((given) => {
    const request = withX86Length(given)
    const result = judge(request, accepted)
    if (result === 'ok') accepted.push(request)
    return result
  })
  const dr7 = accepted.reduce(
    (value, { kind, length }, n) =>
      value | slotEnable(n) | slotBits(n, KINDS[kind]!, length as Slot['length']),
    NOTHING,
  )
  return { results, db: Array.from({ length: SLOTS }, (_, n) => accepted[n]?.address ?? 0n), dr7 }
}
