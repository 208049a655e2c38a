/**
 * CP14 accesses: which are UNDEFINED, which trap and how, and how a trapped one is completed.
 */
import {
  type Direction,
  OSLAR_KEY,
  type Privilege,
  REGISTER_NAMES,
  registerNamed,
  type Transfer,
} from '../../model/armv7/index.ts'
import { armv7Arm, armv7Thread, kvmArm32, onQemu, trm } from '../../model/armv7/sources.ts'
import type { Property } from '../property.ts'
import { hexOf, ofKind, pairAccess } from './history.ts'
import { type Armv7, property, ruleProperty } from './types.ts'

const summary = trm('Debug register summary')

/** The tables again, in the words of the manual: by which bit a register traps, and who may access it how. */
const TDRA = ['DBGDRAR', 'DBGDSAR']
const TDOSA = ['DBGOSLAR', 'DBGOSLSR', 'DBGOSSRR', 'DBGOSDLR', 'DBGPRCR', 'DBGPRSR']
const READ_ONLY = [
  'DBGDIDR',
  'DBGDSCRint',
  'DBGDRAR',
  'DBGDSAR',
  'DBGOSLSR',
  'DBGPRSR',
  'DBGAUTHSTATUS',
  'DBGDEVID',
  'DBGDEVID1',
  'DBGDEVID2',
]
const USER = ['DBGDIDR', 'DBGDRAR', 'DBGDSAR']
const USER_UNLESS_DISABLED = ['DBGDSCRint', 'DBGDTRint']
const ONLY_V7 = ['DBGOSSRR', 'DBGPRSR']
const ONLY_V71 = ['DBGOSDLR']
const LOCKED_ON_V7 = /^DBG[BW][VC]R\d|^DBGVCR$|^DBGDSCRext$/

const trapBitOf = (register: string): number =>
  TDRA.includes(register) ? 0x800 : TDOSA.includes(register) ? 0x400 : 0x200

interface Access {
  readonly register: string
  readonly direction: Direction
  readonly privilege: Privilege
  readonly architecture: 'v7' | 'v7.1'
  readonly udccDisabled: boolean
}

const isValid = ({ register, direction, privilege, architecture, udccDisabled }: Access): boolean => {
  const number = /(\d+)$/.exec(register)
  const n = number === null || register.startsWith('DBGDEVID') ? 0 : Number(number[1])
  if (/^DBGB[VC]R/.test(register) && n > 5) return false
  if (/^DBGW[VC]R/.test(register) && n > 3) return false
  if (/^DBGBXVR/.test(register) && (n < 4 || n > 5)) return false
  if ((architecture === 'v7' ? ONLY_V71 : ONLY_V7).includes(register)) return false
  if (direction === 'write' && READ_ONLY.includes(register)) return false
  if (direction === 'read' && register === 'DBGOSLAR') return false
  if (privilege === 'pl1' || USER.includes(register)) return true
  return USER_UNLESS_DISABLED.includes(register) && !udccDisabled
}

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

const encodings = (register: string): { crn: number; crm: number; opc2: number } => {
  const { row, crm } = registerNamed(register)!
  return { crn: row.crn, crm, opc2: row.opc2 }
}

const syndrome = ruleProperty({
  id: 'armv7/access-syndrome',
  layer: 'arch',
  statement:
    'HSR of a trapped access has class 5 for MRC and MCR, 0xc for MRRC, 6 for LDC and STC, IL, a valid condition AL, the registers and the direction.',
  cites: [kvmArm32, onQemu('HSR of 25 accesses')],
  rule: 'accessSyndrome',
  inputs: (f) =>
    f
      .record({
        register: f.constantFrom(...REGISTER_NAMES),
        direction: f.constantFrom<Direction>('read', 'write'),
        transfer: f.constantFrom<Transfer>('register', 'register', 'pair', 'memory'),
        rt: f.nat({ max: 15 }),
        rt2: f.nat({ max: 14 }),
      })
      .map((input) => {
        if (input.transfer === 'memory') return { ...input, register: 'DBGDTRint' }
        return input.transfer === 'pair'
          ? { ...input, register: 'DBGDRAR', direction: 'read' as const }
          : input
      }),
  holds: (hsr, { register, direction, transfer, rt, rt2 }) => {
    const { crn, crm, opc2 } = encodings(register)
    const read = direction === 'read' ? 1 : 0
    const always = 0x01e00000
    const parts = {
      register: 0x16000000 + always + opc2 * 0x20000 + crn * 0x400 + rt * 0x20 + crm * 2 + read,
      pair: 0x32000000 + always + rt2 * 0x400 + rt * 0x20 + crn * 2 + read,
      memory: 0x1a000000 + always + 12 * 0x20 + 0x10 + 4 + (1 - read),
    }
    return hsr === parts[transfer] || `${hexOf(hsr)}, expected ${hexOf(parts[transfer])}`
  },
})

const decoding = ruleProperty({
  id: 'armv7/syndrome-decoding',
  layer: 'abi',
  statement:
    'The hypervisor decodes from HSR the register, the direction and the destination of the access that trapped.',
  cites: [kvmArm32],
  rule: 'decodeSyndrome',
  inputs: (f) =>
    f
      .record({ register: f.constantFrom(...REGISTER_NAMES), read: f.boolean(), rt: f.nat({ max: 15 }) })
      .map(({ register, read, rt }) => {
        const { crn, crm, opc2 } = encodings(register)
        return { hsr: 0x17e00000 + opc2 * 0x20000 + crn * 0x400 + rt * 0x20 + crm * 2 + (read ? 1 : 0) }
      }),
  holds: ({ register, direction, rt }, { hsr }) => {
    if (register === null) return 'no register is decoded'
    const { crn, crm, opc2 } = encodings(register)
    const again =
      0x17e00000 + opc2 * 0x20000 + crn * 0x400 + rt * 0x20 + crm * 2 + (direction === 'read' ? 1 : 0)
    return again === hsr || `${register} is decoded, whose syndrome is ${hexOf(again)}`
  },
})

/** Encodings that emulators have had wrong, as the manual has them: CRn, CRm, opc2. */
const KNOWN: readonly (readonly [number, number, number, string | null])[] = [
  [0, 0, 0, 'DBGDIDR'],
  [0, 1, 0, 'DBGDSCRint'],
  [0, 2, 2, 'DBGDSCRext'],
  [0, 5, 0, 'DBGDTRint'],
  [0, 0, 2, 'DBGDTRRXext'],
  [0, 3, 2, 'DBGDTRTXext'],
  [0, 7, 0, 'DBGVCR'],
  [0, 3, 4, 'DBGBVR3'],
  [0, 3, 5, 'DBGBCR3'],
  [0, 3, 6, 'DBGWVR3'],
  [0, 3, 7, 'DBGWCR3'],
  [1, 0, 0, 'DBGDRAR'],
  [2, 0, 0, 'DBGDSAR'],
  [1, 0, 4, 'DBGOSLAR'],
  [1, 1, 4, 'DBGOSLSR'],
  [1, 3, 4, 'DBGOSDLR'],
  [1, 4, 4, 'DBGPRCR'],
  [7, 0, 2, null],
  [7, 2, 7, 'DBGDEVID'],
  [7, 1, 7, 'DBGDEVID1'],
  [7, 0, 7, 'DBGDEVID2'],
  [7, 14, 6, 'DBGAUTHSTATUS'],
]

const map = ruleProperty({
  id: 'armv7/register-encodings',
  layer: 'arch',
  statement: 'The CP14 debug registers are at their encodings, with opc1 0.',
  cites: [summary],
  rule: 'registerAt',
  inputs: (f) =>
    f
      .record({ known: f.constantFrom(...KNOWN), opc1: f.constantFrom(0, 0, 0, 1) })
      .map(({ known: [crn, crm, opc2], opc1 }) => ({ opc1, crn, crm, opc2 })),
  holds: (name, { opc1, crn, crm, opc2 }) => {
    const expected = KNOWN.find((row) => row[0] === crn && row[1] === crm && row[2] === opc2)![3]
    return name === (opc1 === 0 ? expected : null) || `${name}, expected ${expected}`
  },
})

const completion = ruleProperty({
  id: 'armv7/access-completion',
  layer: 'arch',
  statement:
    'A trapped MRC writes exactly its destination, MRRC exactly its two, a write nothing; PC advances by four and ITSTATE by one instruction; where the condition fails nothing else happens.',
  cites: [kvmArm32],
  rule: 'completeAccess',
  inputs: (f) =>
    f.record({
      direction: f.constantFrom<Direction>('read', 'write'),
      transfer: f.constantFrom<Transfer>('register', 'pair'),
      rt: f.nat({ max: 15 }),
      rt2: f.nat({ max: 14 }),
      pc: f.constantFrom(0x40080000, 0x40080002, 0xfffffffc),
      itState: f.constantFrom(0, 0x08, 0x14, 0x1c, 0xa4),
      conditionPassed: f.boolean(),
    }),
  holds: (done, { direction, transfer, rt, rt2, pc, itState, conditionPassed }) => {
    const expected = conditionPassed && direction === 'read' ? (transfer === 'pair' ? [rt, rt2] : [rt]) : []
    if (done.written.join() !== expected.join()) return `registers ${done.written.join()} are written`
    if (done.pc !== (pc + 4) % 2 ** 32) return `PC is ${hexOf(done.pc)}`
    const next = itState % 8 === 0 ? 0 : Math.floor(itState / 32) * 32 + ((itState * 2) % 32)
    return done.itState === next || `ITSTATE is ${hexOf(done.itState)}, expected ${hexOf(next)}`
  },
})

const failing = property({
  id: 'armv7/failed-condition-is-nop',
  layer: 'arch',
  statement: 'An access whose condition fails reads nothing and changes nothing, whether it traps or not.',
  cites: [kvmArm32],
  programs: 'accesses',
  witness: (run) => ofKind(run, 'access').some(({ passed }) => !passed),
  holds: (run) => {
    const done = ofKind(run, 'access').find(
      ({ passed, direction, value, before, after }) =>
        !passed && ((direction === 'read' && value !== null) || before !== after),
    )
    return (
      done === undefined ||
      `${done.register} is ${done.direction === 'read' ? 'read' : 'written'} all the same`
    )
  },
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

const memory = property({
  id: 'armv7/trapped-ldc-undefined',
  layer: 'arch',
  statement:
    'LDC and STC that trap end in an Undefined Instruction exception of the guest, never in zero or nothing.',
  cites: [kvmArm32],
  programs: 'accesses',
  witness: (run) => ofKind(run, 'access').some(({ transfer }) => transfer === 'memory'),
  holds: (run) =>
    !ofKind(run, 'access').some(
      ({ transfer, hsr, outcome }) => transfer === 'memory' && hsr !== null && outcome !== 'undefined',
    ),
})

/** What no design gives to the guest as registers of its own. */
const CONSTANT = [
  'DBGDIDR',
  'DBGOSLSR',
  'DBGOSDLR',
  'DBGPRCR',
  'DBGCLAIMSET',
  'DBGCLAIMCLR',
  'DBGWFAR',
  'DBGDTRint',
  'DBGAUTHSTATUS',
  'DBGDEVID',
  'DBGBXVR4',
  'DBGDRAR',
  'DBGDSAR',
]

const constant = property({
  id: 'armv7/other-registers-constant',
  layer: 'abi',
  statement:
    'What the guest reads from a register that is not its own (identification, locks, claim tags, the communication channel) does not depend on what it has done.',
  cites: [kvmArm32, armv7Thread.conclusion],
  programs: 'accesses',
  witness: (run) => {
    const reads = ofKind(run, 'access').filter(
      ({ register, direction, value }) =>
        CONSTANT.includes(register) && direction === 'read' && value !== null,
    )
    return reads.some(({ register }, i) => reads.slice(i + 1).some((other) => other.register === register))
  },
  holds: (run) => {
    const first = new Map<string, number>()
    for (const { register, transfer, direction, value, passed } of ofKind(run, 'access')) {
      if (direction !== 'read' || value === null || !passed || !CONSTANT.includes(register)) continue
      const key = `${register} ${transfer}`
      const before = first.get(key)
      if (before !== undefined && before !== value)
        return `${register} reads ${hexOf(before)}, then ${hexOf(value)}`
      first.set(key, value)
    }
    return true
  },
})

const pairRoundTrip = property({
  id: 'armv7/trapped-write-means-its-register',
  layer: 'abi',
  statement: 'A trapped write to a breakpoint or watchpoint changes no other one that is enabled in the CPU.',
  cites: [armv7Thread.conclusion],
  programs: 'breakpoints',
  witness: (run) =>
    run.events.some((event) => {
      const access = pairAccess(event)
      return (
        access !== null &&
        access.event.direction === 'write' &&
        access.event.before.pairs !== access.event.after.pairs
      )
    }),
  holds: (run) => {
    for (const event of run.events) {
      const access = pairAccess(event)
      if (access?.event.direction !== 'write' || access.event.hsr === null) continue
      const { before, after } = access.event
      const list = access.register.startsWith('DBGB') ? 'breakpoints' : 'watchpoints'
      for (const name of ['breakpoints', 'watchpoints'] as const)
        for (const [n, now] of after.pairs[name].entries()) {
          const old = before.pairs[name][n]!
          const differs = now.value !== old.value || now.control !== old.control
          const wasOrIsEnabled = (now.control | old.control) % 2 === 1
          if (differs && wasOrIsEnabled && (name !== list || n !== access.index))
            return `the write to ${access.event.register} changes ${name.slice(0, -1)} ${n}`
        }
    }
    return true
  },
})

const stores = ruleProperty({
  id: 'armv7/register-writes',
  layer: 'arch',
  statement:
    'The key and nothing else sets the OS lock; DBGVCR keeps its catches; breakpoints and watchpoints drop their reserved bits; MDBGen can be written, and MOE cannot unless the OS lock is set.',
  cites: [armv7Arm('DBGOSLAR'), summary],
  rule: 'storeRegister',
  inputs: (f) =>
    f.record({
      register: f.constantFrom(
        'DBGOSLAR',
        'DBGVCR',
        'DBGBVR0',
        'DBGBCR0',
        'DBGWVR0',
        'DBGWCR0',
        'DBGDSCRext',
        'DBGOSDLR',
      ),
      value: f.constantFrom(0, 1, OSLAR_KEY, 0x3aa53311, 0xffffffff, 0x1e7, 0x8000, 0x8004),
      old: f.constantFrom(0, 1, 0x8008, 0x6),
      osLock: f.boolean(),
    }),
  holds: (stored, { register, value, old, osLock }) => {
    switch (register) {
      case 'DBGOSLAR':
        return stored === (value === OSLAR_KEY ? 1 : 0) || `OSLK is ${stored}`
      case 'DBGVCR':
        return stored === (value & ~0x21012320) >>> 0 || `DBGVCR holds ${hexOf(stored)}`
      case 'DBGBVR0':
      case 'DBGWVR0':
        return stored === value - (value % 4)
      case 'DBGBCR0':
        return stored === (value & 0x00ffe1e7) >>> 0
      case 'DBGWCR0':
        return stored === (value & 0x1f1fffff) >>> 0
      case 'DBGOSDLR':
        return stored === value % 2
      default:
        if ((stored & 0x8000) !== (value & 0x8000)) return `MDBGen is not as written: ${hexOf(stored)}`
        return (stored & 0x3c) === ((osLock ? value : old) & 0x3c) || `MOE becomes ${(stored & 0x3c) >> 2}`
    }
  },
})

const survives = property({
  id: 'armv7/hypervisor-survives',
  layer: 'abi',
  statement: 'Nothing that the guest does makes an instruction of Hyp mode UNDEFINED.',
  cites: [armv7Thread.conclusion, kvmArm32],
  programs: 'accesses',
  witness: (run) => ofKind(run, 'access').length > 0,
  holds: (run) => run.ending !== 'hyp-panic' || 'an instruction of Hyp mode is UNDEFINED',
})

/** The properties of accesses. */
export const accessProperties: readonly Property<Armv7>[] = [
  routing,
  transfers,
  trapBits,
  syndrome,
  decoding,
  map,
  completion,
  failing,
  absent,
  memory,
  constant,
  pairRoundTrip,
  stores,
  survives,
]
