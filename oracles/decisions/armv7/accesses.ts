/** Decisions: what becomes of a CP14 access. */
import { GUEST_SEES } from '../../../model/armv7/rules/emulation.ts'
import { armv7Arm, armv7Thread, kvmArm32, trm } from '../../../model/armv7/sources.ts'
import { arrayOf, boolean, field, hex32, integer, nullable, oneOf, withDefault } from '../../codec.ts'
import {
  architectureField,
  decision,
  direction,
  doubleLockField,
  generalRegister,
  hdcrField,
  monitorModeField,
  osLockField,
  registerName,
  transferField,
} from './declare.ts'

const summary = trm('Debug register summary')
const manual = trm('Hyp Debug Configuration Register')
const lock = armv7Arm('CP14 debug registers and the OS Lock')

const named = field(registerName, 'CP14 debug register')
const access = { register: named, direction: field(direction, 'read: MRC, MRRC, STC') }
const routed = {
  ...access,
  privilege: field(oneOf('pl0', 'pl1'), 'user mode, or any other of the guest'),
  hdcr: hdcrField,
}
const udccDisabled = withDefault(boolean, false, 'DBGDSCR.UDCCdis')
const outcome = oneOf('direct', 'undefined', 'hyp-trap')

export const cp14Access = decision({
  id: 'armv7/cp14-access',
  rule: 'routeAccess',
  meaning:
    'What becomes of a guest’s access to a debug register: whether it is executed, UNDEFINED or trapped, and what the design of the variant makes of it.',
  inputs: {
    ...routed,
    monitorMode: monitorModeField,
    rt: withDefault(generalRegister, 0, 'general register'),
    osLock: osLockField,
    doubleLock: doubleLockField,
    transfer: transferField,
    debugArchitecture: architectureField,
    udccDisabled,
  },
  outputs: {
    outcome: field(outcome, '`hyp-trap`: to Hyp mode'),
    hsr: field(nullable(hex32), 'of a trap'),
    guestSees: field(oneOf(...GUEST_SEES), 'the register of the CPU if it is executed'),
  },
  choices: ['lockedAccess', 'guestDidr', 'guestOslsr', 'pairsWithoutMonitorMode'],
  example: {
    register: 'DBGDSCRint',
    direction: 'read',
    privilege: 'pl1',
    hdcr: '0xe06',
    monitorMode: true,
  },
  cites: [manual, armv7Thread.conclusion],
  ask: ({ debugArchitecture, rt, monitorMode, doubleLock: _, ...input }, context) => {
    const { rules } = context
    const { register, direction: way, transfer } = input
    const route = rules.routeAccess({ ...input, architecture: debugArchitecture }, context)
    if (route === 'undefined') return { outcome: route, hsr: null, guestSees: 'undefined' as const }
    if (route === 'direct') return { outcome: route, hsr: null, guestSees: 'host' as const }
    const hsr = rules.accessSyndrome({ register, direction: way, transfer, rt, rt2: 1 }, context)
    const guestSees = rules.emulateAccess({ register, direction: way, transfer, monitorMode }, context)
    return { outcome: route, hsr, guestSees }
  },
})

export const routeAccess = decision({
  id: 'armv7/route-access',
  rule: 'routeAccess',
  meaning: 'Whether a CP14 access is executed, UNDEFINED, or trapped to Hyp mode.',
  inputs: {
    ...routed,
    transfer: transferField,
    architecture: architectureField,
    udccDisabled,
    osLock: osLockField,
  },
  outputs: { outcome: field(outcome, '`hyp-trap`: to Hyp mode') },
  choices: ['lockedAccess'],
  example: { register: 'DBGBCR0', direction: 'write', privilege: 'pl1', hdcr: '0xe06' },
  cites: [manual, lock],
  ask: (input, context) => ({ outcome: context.rules.routeAccess(input, context) }),
})

export const isTrapped = decision({
  id: 'armv7/is-trapped',
  rule: 'isTrapped',
  meaning: 'Whether HDCR traps the valid accesses to a register.',
  inputs: { register: named, transfer: transferField, hdcr: hdcrField },
  outputs: { trapped: field(boolean, 'it is trapped') },
  example: { register: 'DBGDRAR', hdcr: '0x806' },
  cites: [manual],
  ask: (input, context) => ({ trapped: context.rules.isTrapped(input, context) }),
})

export const accessSyndrome = decision({
  id: 'armv7/access-syndrome',
  rule: 'accessSyndrome',
  meaning: 'HSR of a trapped CP14 access.',
  inputs: {
    ...access,
    transfer: transferField,
    rt: withDefault(generalRegister, 0, 'general register'),
    rt2: withDefault(generalRegister, 1, 'second general register of MRRC'),
  },
  outputs: { hsr: field(hex32, 'HSR') },
  example: { register: 'DBGBVR5', direction: 'read' },
  cites: [kvmArm32],
  ask: (input, context) => ({ hsr: context.rules.accessSyndrome(input, context) }),
})

export const decodeSyndrome = decision({
  id: 'armv7/decode-syndrome',
  rule: 'decodeSyndrome',
  meaning: 'The CP14 access that a syndrome stands for, as the hypervisor decodes it.',
  inputs: { hsr: field(hex32, 'HSR') },
  outputs: {
    register: field(nullable(registerName), 'null where it is no debug register'),
    direction: field(direction, 'read: MRC, MRRC, STC'),
    transfer: field(oneOf('register', 'pair', 'memory'), 'MRC and MCR, MRRC, LDC and STC'),
    rt: field(generalRegister, 'general register'),
  },
  example: { hsr: '0x17e8000b' },
  cites: [kvmArm32],
  ask: (input, context) => context.rules.decodeSyndrome(input, context),
})

export const registerAt = decision({
  id: 'armv7/register-at',
  rule: 'registerAt',
  meaning: 'The debug register with an encoding in CP14.',
  inputs: {
    opc1: field(integer(0, 7), 'of the instruction'),
    crn: field(integer(0, 15), 'of the instruction'),
    crm: field(integer(0, 15), 'of the instruction'),
    opc2: field(integer(0, 7), 'of the instruction'),
  },
  outputs: { register: field(nullable(registerName), 'null where there is none') },
  example: { opc1: 0, crn: 7, crm: 2, opc2: 7 },
  cites: [summary],
  ask: (input, context) => ({ register: context.rules.registerAt(input, context) }),
})

export const storeRegister = decision({
  id: 'armv7/store-register',
  rule: 'storeRegister',
  meaning: 'What a write leaves in a debug register of the CPU (of DBGOSLAR: 1 if it sets the lock).',
  inputs: {
    register: named,
    value: field(hex32, 'what is written'),
    old: withDefault(hex32, 0, 'what the register holds'),
    osLock: osLockField,
  },
  outputs: { value: field(hex32, 'what it holds afterwards') },
  choices: ['dscrWrite'],
  example: { register: 'DBGDSCRext', value: '0x8000' },
  cites: [summary, lock],
  ask: (input, context) => ({ value: context.rules.storeRegister(input, context) }),
})

export const emulateAccess = decision({
  id: 'armv7/emulate-access',
  rule: 'emulateAccess',
  meaning: 'What the guest finds at a trapped access, by the design of the variant.',
  inputs: { ...access, transfer: transferField, monitorMode: monitorModeField },
  outputs: { guestSees: field(oneOf(...GUEST_SEES), 'what the guest finds') },
  choices: ['guestDidr', 'guestOslsr', 'pairsWithoutMonitorMode'],
  example: { register: 'DBGBVR0', direction: 'write', monitorMode: true },
  cites: [armv7Thread.firstReview, armv7Thread.conclusion],
  ask: (input, context) => ({ guestSees: context.rules.emulateAccess(input, context) }),
})

export const completeAccess = decision({
  id: 'armv7/complete-access',
  rule: 'completeAccess',
  meaning:
    'What an emulated access changes in the guest: general registers (15 is APSR.NZCV), PC and ITSTATE.',
  inputs: {
    direction: field(direction, 'read: MRC, MRRC, STC'),
    transfer: transferField,
    rt: field(generalRegister, 'general register'),
    rt2: withDefault(generalRegister, 1, 'second register of MRRC'),
    pc: field(hex32, 'of the instruction'),
    itState: withDefault(integer(0, 255), 0, 'CPSR.IT'),
    conditionPassed: withDefault(boolean, true, 'the condition is true'),
  },
  outputs: {
    written: field(arrayOf(generalRegister, 0, 2), 'general registers, by number'),
    pc: field(hex32, 'behind it'),
    itState: field(integer(0, 255), 'CPSR.IT behind it'),
  },
  example: { direction: 'read', rt: 3, pc: '0x40080000' },
  cites: [kvmArm32],
  ask: (input, context) => context.rules.completeAccess(input, context),
})

export const dscrForGuest = decision({
  id: 'armv7/dscr-for-guest',
  rule: 'dscrForGuest',
  meaning: 'DBGDSCR as the guest reads it.',
  inputs: {
    dscr: field(hex32, 'DBGDSCR of the CPU'),
    moe: field(integer(0, 15), 'MOE of the guest’s own last debug exception'),
  },
  outputs: { dscr: field(hex32, 'what the guest reads') },
  example: { dscr: '0x8028', moe: 1 },
  cites: [armv7Thread.firstReview, armv7Thread.conclusion],
  ask: (input, context) => ({ dscr: context.rules.dscrForGuest(input, context) }),
})
