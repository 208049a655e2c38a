/**
 * Hardware breakpoints in the debug registers of x86.
 * Source: Intel SDM vol. 3, “Debug Registers”; QEMU 7.2 target/i386/kvm/kvm.c.
 */
import { bit } from '../../bits.ts'
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

/** RWn by what a breakpoint is for; there is none for reads alone. */
const RW: { readonly [K in HardwareKind]: bigint | null } = {
  execute: 0n,
  'watch-write': 1n,
  'watch-read': null,
  'watch-access': 3n,
}
/** LENn by the bytes that are watched. */
const LEN: { readonly [length: number]: bigint } = { 1: 0n, 2: 1n, 4: 3n, 8: 2n }

/** GE, and the bit that always reads as 1. */
const NOTHING = bit(9) | bit(10)
const SLOTS = 4

/** An execution breakpoint has length 1, whatever was asked for. */
export const withX86Length = (request: Hardware): Hardware =>
  request.kind === 'execute' ? { ...request, length: 1 } : request

const same = (a: Hardware, b: Hardware): boolean =>
  a.kind === b.kind && a.address === b.address && a.length === b.length

/** What becomes of a request; what is wrong with it comes before what there is no room for. */
const judge = (request: Hardware, accepted: readonly Hardware[]): Encoded => {
  const { kind, address, length } = request
  if (LEN[length] === undefined) return 'length'
  if (address % BigInt(length) !== 0n) return 'alignment'
  if (RW[kind] === null) return 'unsupported'
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
  const dr7 = accepted.reduce((value, { kind, length }, n) => {
    const at = BigInt(n)
    return value | (2n << (2n * at)) | (RW[kind]! << (16n + 4n * at)) | (LEN[length]! << (18n + 4n * at))
  }, NOTHING)
  return { results, db: Array.from({ length: SLOTS }, (_, n) => accepted[n]?.address ?? 0n), dr7 }
}
