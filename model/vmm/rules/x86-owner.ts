/**
 * Whose a debug exit is on x86: the whole decision.
 * Source: Paolo Bonzini, quoted by Alexander Graf, “Re: Exposing host debug capabilities to userspace”, 25 Nov 2014; Alex
 * Bennée, “Re: [PATCH v2 06/10] KVM: arm64: guest debug, add SW break point support”, 29 Apr 2015; Intel SDM vol. 3,
 * “Debug Status Register (DR6)”.
 */
import { any, u64 } from '../../bits.ts'
import { dr6 as bits } from '../../x86/registers.ts'
import { dr6OfCauses } from '../../x86/rules/dr6.ts'
import type { Owner, Stop, StopReason, X86Injection } from '../run.ts'
import type { Hardware } from './hardware.ts'

export interface X86OwnerInput {
  /** The exit’s exception: 1 for #DB, 3 for #BP. */
  readonly exception: number
  /** Linear address of the next instruction. */
  readonly pc: bigint
  /** DR6 and DR7 of the exit record; DR7 is `null` where KVM left it unwritten. */
  readonly dr6: bigint
  readonly dr7: bigint | null
  /** The debugger steps this vCPU. */
  readonly stepping: boolean
  /** Where the debugger’s software breakpoints are inserted now. */
  readonly planted: readonly bigint[]
  /** Its hardware breakpoints in the order of their registers. They are in force if there are any. */
  readonly hardware: readonly Hardware[]
  /** KVM_CAP_EXCEPTION_PAYLOAD is enabled. */
  readonly payloadCapability: boolean
}

export interface X86OwnerResult {
  readonly owner: Owner
  /** What the debugger is told; `null` if it is not stopped. */
  readonly stop: Stop | null
  /** What the guest gets; `null` if nothing. */
  readonly inject: X86Injection | null
}

/** What the debugger is told of a hardware breakpoint. */
export const HARDWARE_STOPS: { readonly [K in Hardware['kind']]: StopReason } = {
  execute: 'hardware-breakpoint',
  'watch-write': 'write-watchpoint',
  'watch-read': 'read-watchpoint',
  'watch-access': 'access-watchpoint',
}

/** BLD and RTM are reported by a 0 in DR6, and by a 1 in the payload. */
const ACTIVE_LOW = bits.BLD | bits.RTM
const ACTIVE_HIGH = bits.B | bits.BD | bits.BS | bits.BT

/** The causes that DR6 reports, in the polarity of KVM’s payload. */
const causesOf = (dr6: bigint): bigint => u64((dr6 & ACTIVE_HIGH) | (~dr6 & ACTIVE_LOW))

/** Those of `hardware` that the bits B0–B3 of DR6 report. */
const hitBy = (dr6: bigint, hardware: readonly Hardware[]): readonly Hardware[] =>
  hardware.filter((_, n) => any(dr6, 1n << BigInt(n)))

/** A #DB for the guest. Without payloads the VMM writes DR6 itself. */
const debugException = (causes: bigint, payloadCapability: boolean): X86Injection => ({
  vector: 1,
  payload: payloadCapability ? causes : null,
  dr6: dr6OfCauses(causes),
})

/** Of several breakpoints at once, watchpoints are told before instructions, the highest register first. */
const stopOf = (hits: readonly Hardware[], pc: bigint): Stop => {
  const told = hits.findLast(({ kind }) => kind !== 'execute') ?? hits.at(-1)
  return told ? { reason: HARDWARE_STOPS[told.kind], address: told.address } : { reason: 'step', address: pc }
}

/**
 * A #BP is the debugger’s iff one of its breakpoints is inserted there now. Of a #DB, BS is the debugger’s iff it steps, and
 * B0–B3 are iff its registers were in force; everything else, a #DB without any cause too, is the guest’s.
 */
export const x86Owner = (input: X86OwnerInput): X86OwnerResult => {
  const { exception, pc, dr6, stepping, planted, hardware, payloadCapability } = input
  if (exception !== 1) {
    if (exception === 3 && planted.includes(pc))
      return { owner: 'debugger', stop: { reason: 'software-breakpoint', address: pc }, inject: null }
    return { owner: 'guest', stop: null, inject: { vector: exception, payload: null, dr6: null } }
  }
  const causes = causesOf(dr6)
  const hits = hitBy(dr6, hardware)
  const debuggers = (stepping ? bits.BS : 0n) | (hits.length > 0 ? bits.B : 0n)
  // RTM tells where the #DB was raised, not why.
  const guests = causes & ~(debuggers | bits.RTM)
  const stop = any(causes, debuggers) ? stopOf(hits, pc) : null
  const inject =
    stop === null || guests !== 0n ? debugException(causes & ~debuggers, payloadCapability) : null
  return { owner: stop === null ? 'guest' : inject === null ? 'debugger' : 'both', stop, inject }
}
