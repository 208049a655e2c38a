/**
 * What becomes of an access: executed, UNDEFINED or trapped.
 */
import { type Direction, type Privilege, REGISTER_NAMES, type Transfer } from '../../../model/armv7/index.ts'
import { armv7Arm, armv7Thread, onQemu, trm } from '../../../model/armv7/sources.ts'
import type { Property } from '../../property.ts'
import { ofKind } from '../history.ts'
import { type Armv7, property, ruleProperty } from '../types.ts'
import { isValid, LOCKED_ON_V7, summary, TDRA, trapBitOf } from './registers.ts'

const routing = ruleProperty({
  id: 'armv7/access-routing',
  layer: 'arch',
  statement:
    'An access that is UNDEFINED anyway is UNDEFINED; a valid one traps exactly if HDCR has the bit of its register; on v7 a set OS lock makes the control of debug events UNDEFINED.',
  cites: [
    trm('Hyp Debug Configuration Register'),
    armv7Arm('CP14 debug registers and the OS Lock'),
    onQemu('the routing of 39 registers under the legal values of HDCR'),
  ],
  rule: 'routeAccess',
  inputs: (f) =>
    f.record({
      register: f.constantFrom(...REGISTER_NAMES),
      direction: f.constantFrom<Direction>('read', 'write'),
      privilege: f.constantFrom<Privilege>('pl1', 'pl1', 'pl0'),
      transfer: f.constant<Transfer>('register'),
      hdcr: f.constantFrom(0x6, 0x406, 0x806, 0xc06, 0xe06, 0xf06),
      architecture: f.constantFrom('v7' as const, 'v7.1' as const),
      udccDisabled: f.boolean(),
      osLock: f.boolean(),
    }),
  holds: (outcome, input, { choose }) => {
    const { register, hdcr, architecture, osLock } = input
    const locked =
      osLock &&
      LOCKED_ON_V7.test(register) &&
      (architecture === 'v7' || choose('lockedAccess') === 'undefined')
    const expected = !isValid(input)
      ? 'undefined'
      : (hdcr & trapBitOf(register)) !== 0
        ? 'hyp-trap'
        : locked
          ? 'undefined'
          : 'direct'
    return outcome === expected || `${outcome}, expected ${expected}`
  },
})

const transfers = ruleProperty({
  id: 'armv7/other-transfers-routing',
  layer: 'arch',
  statement:
    'LDC and STC reach DBGDTRint alone, MRRC reads DBGDRAR and DBGDSAR alone; they trap as the 32-bit forms do.',
  cites: [trm('Hyp Debug Configuration Register'), summary],
  rule: 'routeAccess',
  inputs: (f) =>
    f.record({
      register: f.constantFrom('DBGDTRint', 'DBGDRAR', 'DBGDSAR', 'DBGBVR0'),
      direction: f.constantFrom<Direction>('read', 'write'),
      privilege: f.constant<Privilege>('pl1'),
      transfer: f.constantFrom<Transfer>('memory', 'pair'),
      hdcr: f.constantFrom(0x6, 0x806, 0xc06, 0xe06),
      architecture: f.constant('v7.1' as const),
      udccDisabled: f.boolean(),
      osLock: f.boolean(),
    }),
  holds: (outcome, { register, direction, transfer, hdcr }) => {
    const exists =
      transfer === 'memory' ? register === 'DBGDTRint' : TDRA.includes(register) && direction === 'read'
    const expected = !exists ? 'undefined' : (hdcr & trapBitOf(register)) !== 0 ? 'hyp-trap' : 'direct'
    return outcome === expected || `${outcome}, expected ${expected}`
  },
})

const trapBits = ruleProperty({
  id: 'armv7/trap-bits',
  layer: 'arch',
  statement: 'Each register is trapped by one bit of HDCR, in every form of access.',
  cites: [trm('Hyp Debug Configuration Register')],
  rule: 'isTrapped',
  inputs: (f) =>
    f.record({
      register: f.constantFrom(...REGISTER_NAMES),
      transfer: f.constantFrom<Transfer>('register', 'pair'),
      hdcr: f.constantFrom(0x6, 0x406, 0x806, 0xc06, 0xe06, 0xf06),
    }),
  holds: (trapped, { register, hdcr }) => trapped === ((hdcr & trapBitOf(register)) !== 0),
})

const absent = property({
  id: 'armv7/invalid-access-undefined',
  layer: 'arch',
  statement:
    'An access to a register that is not there, against its direction, or from user mode where that may not, is UNDEFINED and changes nothing.',
  cites: [summary, armv7Thread.conclusion],
  programs: 'accesses',
  witness: (run) => ofKind(run, 'access').some(({ outcome }) => outcome === 'undefined'),
  holds: (run) => {
    const wrong = ofKind(run, 'access').find((event) => {
      const { register, direction, privilege, transfer, before, after, outcome } = event
      if (transfer !== 'register') return false
      const { architecture } = before
      const udccDisabled = (before.dscr & 0x1000) !== 0
      if (isValid({ register, direction, privilege, architecture, udccDisabled })) return false
      return outcome !== 'undefined' || before !== after
    })
    return (
      wrong === undefined || `${wrong.privilege} ${wrong.direction} of ${wrong.register}: ${wrong.outcome}`
    )
  },
})

/** Which accesses are UNDEFINED, and which trap. */
export const routingProperties: readonly Property<Armv7>[] = [routing, transfers, trapBits, absent]
