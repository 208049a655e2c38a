/** Decisions: the debug registers: how causes get into DR6, access by the guest and by the VMM, the set in force. */
import { api, sdm, source, threads } from '../../../model/citations.ts'
import type { MoveDebugRegisterResult } from '../../../model/x86/rules/debug-registers.ts'
import { boolean, field, fourAddresses, hex64, integer, oneOf, optional, withDefault } from '../../codec.ts'
import { bothSets, controlInForce, dbAt, decision, features, resetDr6, resetDr7 } from './declare.ts'

export const mergeDr6 = decision({
  id: 'x86/merge-dr6',
  rule: 'mergeDr6',
  meaning: 'DR6 after a #DB with these causes was delivered to the guest.',
  inputs: {
    dr6: field(hex64, 'DR6 before the #DB'),
    payload: field(
      hex64,
      'the causes in pending-debug-exceptions polarity: a set BLD or RTM bit is a cause that is present',
    ),
    ...features,
  },
  outputs: { dr6: field(hex64, 'DR6 as the handler finds it') },
  choices: ['breakpointBitsOnStep'],
  example: { dr6: '0xffff4ff2', payload: '0xd' },
  cites: [sdm('Debug Status Register (DR6)')],
  ask: (input, context) => ({ dr6: context.rules.mergeDr6(input, context) }),
})

const moved = {
  register: field(integer(0, 15), 'number as encoded: 4 and 5 alias 6 and 7'),
}
const movedUnder = {
  cpl: withDefault(integer(0, 3), 0, 'current privilege level'),
  cr4De: withDefault(boolean, false, 'CR4.DE'),
  dr7: resetDr7,
  dr6: resetDr6,
  ...features,
}
const generalDetect = {
  dr6: optional(hex64, 'for #DB: DR6 as the handler finds it'),
  dr7: optional(hex64, 'for #DB: DR7 as the handler finds it'),
}
const moveCites = [
  sdm('Debug Registers'),
  sdm('Debug Registers DR4 and DR5'),
  sdm('General-Detect Exception Condition'),
]

/** The exception that an access raised, if it did. */
const raised = (moved: MoveDebugRegisterResult) => {
  if (moved.result === '#DB') return { result: moved.result, dr6: moved.dr6, dr7: moved.dr7 }
  return moved.result === '#UD' || moved.result === '#GP' ? { result: moved.result } : null
}

export const writeDebugRegister = decision({
  id: 'x86/write-debug-register',
  rule: 'moveDebugRegister',
  meaning: 'What a guest’s MOV to a debug register stores, or which exception it raises.',
  inputs: { ...moved, value: field(hex64, 'the value written'), ...movedUnder },
  outputs: {
    result: field(oneOf('written', '#UD', '#GP', '#DB'), 'that it is done, or the exception'),
    value: optional(hex64, 'what the register holds afterwards'),
    ...generalDetect,
  },
  example: { register: 7, value: '0xffffdfff' },
  cites: moveCites,
  ask: (input, context) => {
    const move = context.rules.moveDebugRegister(input, context)
    return raised(move) ?? { result: 'written' as const, value: 'value' in move ? move.value! : 0n }
  },
})

export const readDebugRegister = decision({
  id: 'x86/read-debug-register',
  rule: 'moveDebugRegister',
  meaning: 'Which register a guest’s MOV from a debug register reads, or which exception it raises.',
  inputs: { ...moved, ...movedUnder },
  outputs: {
    result: field(oneOf('read', '#UD', '#GP', '#DB'), 'that it is done, or the exception'),
    register: optional(integer(0, 7), 'number of the register that is read'),
    ...generalDetect,
  },
  example: { register: 5 },
  cites: moveCites,
  ask: (input, context) => {
    const move = context.rules.moveDebugRegister({ ...input, value: null }, context)
    return raised(move) ?? { result: 'read' as const, register: 'register' in move ? move.register : 0 }
  },
})

export const setDebugRegisters = decision({
  id: 'x86/set-debug-registers',
  rule: 'setDebugRegisters',
  meaning: 'What KVM_SET_DEBUGREGS makes of the guest’s DR6 and DR7.',
  inputs: {
    dr6: field(hex64, 'the DR6 given'),
    dr7: field(hex64, 'the DR7 given'),
    flags: withDefault(integer(0, 0xffff_ffff), 0, 'reserved, must be 0'),
    ...features,
  },
  outputs: {
    result: field(oneOf('ok', 'EINVAL'), 'what the ioctl returns'),
    dr6: optional(hex64, 'the guest’s DR6 afterwards'),
    dr7: optional(hex64, 'the guest’s DR7 afterwards'),
  },
  choices: ['reservedDebugBits'],
  example: { dr6: '0xffff0ff0', dr7: '0x403' },
  cites: [api('KVM_SET_DEBUGREGS')],
  ask: (input, context) => {
    const set = context.rules.setDebugRegisters(input, context)
    return set.result === 'ok' ? set : { result: set.result }
  },
})

const owners = {
  control: controlInForce,
  hostDr7: bothSets.hostDr7,
  guestDr7: field(hex64, 'the guest’s DR7'),
}

export const effectiveDebugRegisters = decision({
  id: 'x86/effective-debug-registers',
  rule: 'effectiveDebugRegisters',
  meaning: 'The one set of breakpoint registers that is compared: the host’s or the guest’s.',
  inputs: bothSets,
  outputs: { db: field(fourAddresses, 'DR0–DR3 in force'), dr7: field(hex64, 'DR7 in force') },
  example: {
    control: '0x20001',
    hostDb: dbAt('0x1002'),
    hostDr7: '0x402',
    guestDb: dbAt('0x1003'),
    guestDr7: '0x401',
  },
  cites: [api('KVM_SET_GUEST_DEBUG'), threads.hostDebugCapabilities],
  ask: (input, context) => context.rules.effectiveDebugRegisters(input, context),
})

export const resetDebugRegisters = decision({
  id: 'x86/reset-debug-registers',
  rule: 'resetDebugRegisters',
  meaning:
    'The debug registers after RESET or INIT: the guest’s own, and the set that is compared from then on.',
  inputs: {
    control: controlInForce,
    hostDb: bothSets.hostDb,
    hostDr7: bothSets.hostDr7,
  },
  outputs: {
    db: field(fourAddresses, 'the guest’s DR0–DR3'),
    dr6: field(hex64, 'the guest’s DR6'),
    dr7: field(hex64, 'the guest’s DR7'),
    effectiveDb: field(fourAddresses, 'DR0–DR3 in force'),
    effectiveDr7: field(hex64, 'DR7 in force'),
  },
  example: { control: '0x20001', hostDb: dbAt('0x1002'), hostDr7: '0x402' },
  cites: [sdm('Debug Registers'), api('KVM_SET_GUEST_DEBUG')],
  ask: (input, context) => context.rules.resetDebugRegisters(input, context),
})

export const generalDetectDr7 = decision({
  id: 'x86/general-detect-dr7',
  rule: 'generalDetectDr7',
  meaning: 'The DR7 whose GD bit counts for a MOV DR of the guest.',
  inputs: owners,
  outputs: { dr7: field(hex64, 'the DR7 that counts') },
  example: { control: '0x20001', hostDr7: '0x402', guestDr7: '0x2400' },
  cites: [
    api('KVM_SET_GUEST_DEBUG'),
    sdm('General-Detect Exception Condition'),
    source('arch/x86/kvm of Linux, the checks for general detect', 'recalled'),
  ],
  ask: (input, context) => ({ dr7: context.rules.generalDetectDr7(input, context) }),
})

export const dr7AtDelivery = decision({
  id: 'x86/dr7-at-delivery',
  rule: 'dr7AtDelivery',
  meaning: 'The guest’s DR7 when its #DB handler starts.',
  inputs: { dr7: field(hex64, 'the guest’s DR7 before') },
  outputs: { dr7: field(hex64, 'the guest’s DR7 as the handler finds it') },
  example: { dr7: '0x2402' },
  cites: [sdm('General-Detect Exception Condition')],
  ask: (input, context) => ({ dr7: context.rules.dr7AtDelivery(input, context) }),
})
