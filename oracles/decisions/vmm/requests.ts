/** Decisions: hardware breakpoints in registers, how many there are, and what is answered. */
import { api, armArm, sdm, source, threads } from '../../../model/citations.ts'
import { REFUSALS } from '../../../model/vmm/rules/hardware.ts'
import { STOP_REASONS } from '../../../model/vmm/run.ts'
import {
  arrayOf,
  boolean,
  field,
  fourAddresses,
  hex64,
  integer,
  nullable,
  oneOf,
  packet,
} from '../../codec.ts'
import { count, decision, guestField, MOST, requests } from './declare.ts'

const requestsField = field(requests, 'what the debugger asks for, in order')
const results = field(arrayOf(oneOf('ok', ...REFUSALS), 0, MOST), 'what becomes of each request')

export const encodeX86Breakpoints = decision({
  id: 'vmm/encode-x86-breakpoints',
  rule: 'encodeX86Breakpoints',
  meaning: 'Hardware breakpoints in DR0–DR3 and DR7, and what becomes of each request.',
  inputs: { requests: requestsField },
  outputs: { results, db: field(fourAddresses, 'DR0–DR3'), dr7: field(hex64, 'DR7') },
  example: { requests: [{ kind: 'execute', address: '0x1002', length: 1 }] },
  cites: [sdm('Debug Registers'), threads.hostDebugCapabilities],
  ask: (input, context) => context.rules.encodeX86Breakpoints(input, context),
})

const words = (name: string) => field(arrayOf(hex64, 0, 16), `${name} of the accepted requests, in order`)

export const encodeArm64Breakpoints = decision({
  id: 'vmm/encode-arm64-breakpoints',
  rule: 'encodeArm64Breakpoints',
  meaning: 'Hardware breakpoints in DBGBCR, DBGBVR, DBGWCR and DBGWVR, and what becomes of each request.',
  inputs: {
    requests: requestsField,
    breakpoints: field(integer(0, 16), 'how many breakpoints there are'),
    watchpoints: field(integer(0, 16), 'how many watchpoints there are'),
  },
  outputs: {
    results,
    bcr: words('DBGBCR'),
    bvr: words('DBGBVR'),
    wcr: words('DBGWCR'),
    wvr: words('DBGWVR'),
  },
  example: {
    requests: [{ kind: 'watch-write', address: '0x40080006', length: 2 }],
    breakpoints: 6,
    watchpoints: 4,
  },
  cites: [armArm('DBGBCR<n>_EL1'), armArm('DBGWCR<n>_EL1')],
  ask: (input, context) => context.rules.encodeArm64Breakpoints(input, context),
})

export const hardwareCapacity = decision({
  id: 'vmm/hardware-capacity',
  rule: 'hardwareCapacity',
  meaning: 'How many hardware breakpoints and watchpoints a debugger can have.',
  inputs: {
    guest: guestField,
    reportedBreakpoints: field(count, 'KVM_CHECK_EXTENSION of KVM_CAP_GUEST_DEBUG_HW_BPS'),
    reportedWatchpoints: field(count, 'KVM_CHECK_EXTENSION of KVM_CAP_GUEST_DEBUG_HW_WPS'),
  },
  outputs: {
    breakpoints: field(count, 'breakpoints on instructions'),
    watchpoints: field(count, 'watchpoints'),
    shared: field(boolean, 'both come out of one pool'),
  },
  example: { guest: 'arm64', reportedBreakpoints: 0, reportedWatchpoints: 4 },
  cites: [threads.hostDebugCapabilities, armArm('ID_AA64DFR0_EL1')],
  ask: (input, context) => context.rules.hardwareCapacity(input, context),
})

export const breakpointSlot = decision({
  id: 'vmm/breakpoint-slot',
  rule: 'breakpointSlot',
  meaning: 'The arm64 breakpoint that a request gets, the context-aware ones being the highest.',
  inputs: {
    breakpoints: field(integer(1, 16), 'how many there are'),
    contextAware: field(integer(0, 16), 'how many of them are context-aware'),
    inUse: field(integer(0, 0xffff), 'those in use, as a mask'),
    context: field(boolean, 'the request compares a context ID'),
  },
  outputs: { slot: field(nullable(integer(0, 15)), 'its number; null if none is left') },
  example: { breakpoints: 6, contextAware: 2, inUse: 3, context: false },
  cites: [armArm('ID_AA64DFR0_EL1'), threads.hostDebugCapabilities],
  ask: (input, context) => ({ slot: context.rules.breakpointSlot(input, context) }),
})

const protocol = source('GDB manual, “GDB Remote Serial Protocol”', 'recalled')

export const requestReply = decision({
  id: 'vmm/request-reply',
  rule: 'requestReply',
  meaning: 'The packet that answers an insert (Z) or a remove (z).',
  inputs: {
    result: field(oneOf('ok', ...REFUSALS, 'unmapped', 'absent', 'refused'), 'what becomes of the request'),
  },
  outputs: { reply: field(packet(3), 'the packet; empty for what is not supported') },
  example: { result: 'capacity' },
  cites: [protocol, api('KVM_SET_GUEST_DEBUG')],
  ask: (input, context) => ({ reply: context.rules.requestReply(input, context) }),
})

export const stopReply = decision({
  id: 'vmm/stop-reply',
  rule: 'stopReply',
  meaning: 'The packet that tells the debugger of a stop, without its thread.',
  inputs: {
    reason: field(oneOf(...STOP_REASONS), 'why'),
    address: field(hex64, 'of the breakpoint, the base of the watchpoint, or where the guest stands'),
  },
  outputs: { reply: field(packet(32), 'the packet') },
  example: { reason: 'write-watchpoint', address: '0x40080800' },
  cites: [protocol],
  ask: (input, context) => ({ reply: context.rules.stopReply(input, context) }),
})
