/**
 * What a VMM does on x86: its exits, and its actions in the words of the x86 machine.
 */
import { shortHex } from '../bits.ts'
import type { Action } from '../x86/program.ts'
import type { Exit } from '../x86/run.ts'
import type { GuestState } from '../x86/vcpu.ts'
import { withX86Length } from './rules/x86-registers.ts'
import type { X86Injection } from './run.ts'
import type { Architecture } from './vmm.ts'

/** The contract of the x86 machine has KVM_CAP_EXCEPTION_PAYLOAD. */
const PAYLOAD_CAPABILITY = true

/**
 * An exception for the guest: with its causes, or with DR6 already written. That of ICEBP has no causes and leaves DR6 as it
 * is: an empty payload would clear B0–B3.
 */
const injectActions = ({ vector, payload, dr6 }: X86Injection): readonly Action[] => {
  if (payload !== null && payload !== 0n)
    return [
      {
        do: 'set-vcpu-events',
        exception: { state: 'pending', vector, payload: shortHex(payload) },
      },
    ]
  const events: Action = { do: 'set-vcpu-events', exception: { state: 'pending', vector } }
  return dr6 === null || payload === 0n
    ? [events]
    : [{ do: 'set-debug-registers', dr6: shortHex(dr6) }, events]
}

export const x86: Architecture = {
  guest: 'x86',
  trap: 'cc',
  lengthOf: (kind) => (kind === 'software' || kind === 'execute' ? 1 : 4),
  isAligned: () => true,
  canonical: withX86Length,
  // KVM reports no capacity on x86.
  encode: (requests, { rules, context }) => {
    const { breakpoints } = rules.hardwareCapacity(
      { guest: 'x86', reportedBreakpoints: 0, reportedWatchpoints: 0 },
      context,
    )
    return rules
      .encodeX86Breakpoints({ requests }, context)
      .results.map((result, n) => (result === 'ok' && n >= breakpoints ? 'capacity' : result))
  },
  blockIrq: true,
  own: ({ stepping, planted, hardware }, { exit }, { rules, context }) => {
    const { reason, ...rest } = exit as Exit
    if (reason !== 'debug') return null
    const { debug } = rest as Pick<Extract<Exit, { reason: 'debug' }>, 'debug'>
    return rules.x86Owner(
      {
        ...debug,
        stepping,
        planted: planted.map(({ address }) => address),
        hardware,
        payloadCapability: PAYLOAD_CAPABILITY,
      },
      context,
    )
  },
  pcOf: (state) => {
    const { csBase, rip } = state as GuestState
    return csBase + rip
  },
  lower: (action, { rules, context }) => {
    switch (action.do) {
      case 'write-memory':
        return [{ do: 'write-memory', at: shortHex(action.at), bytes: action.bytes }]
      case 'inject':
        return injectActions(action.injection as X86Injection)
      case 'set-guest-debug': {
        const control = shortHex(action.control)
        if (action.hardware.length === 0) return [{ do: 'set-guest-debug', control }]
        const { db, dr7 } = rules.encodeX86Breakpoints({ requests: action.hardware }, context)
        return [{ do: 'set-guest-debug', control, db: db.map(shortHex), dr7: shortHex(dr7) }]
      }
    }
  },
}
