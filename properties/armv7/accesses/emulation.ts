/**
 * How a trapped access is completed, and what it may do.
 */
import type { Direction, Transfer } from '../../../model/armv7/index.ts'
import { armv7Thread, kvmArm32 } from '../../../model/armv7/sources.ts'
import type { Property } from '../../property.ts'
import { hexOf, ofKind, pairAccess } from '../history.ts'
import { type Armv7, property, ruleProperty } from '../types.ts'

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

const survives = property({
  id: 'armv7/hypervisor-survives',
  layer: 'abi',
  statement: 'Nothing that the guest does makes an instruction of Hyp mode UNDEFINED.',
  cites: [armv7Thread.conclusion, kvmArm32],
  programs: 'accesses',
  witness: (run) => ofKind(run, 'access').length > 0,
  holds: (run) => run.ending !== 'hyp-panic' || 'an instruction of Hyp mode is UNDEFINED',
})

/** Emulated accesses. */
export const emulationProperties: readonly Property<Armv7>[] = [
  completion,
  failing,
  memory,
  constant,
  pairRoundTrip,
  survives,
]
