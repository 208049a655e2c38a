/**
 * Breakpoints and watchpoints: the guest’s own while it runs, the host’s while the host runs.
 */
import { type PairRegister, samePairs } from '../../model/armv7/index.ts'
import { armv7Thread, hwBreakpointC, trm } from '../../model/armv7/sources.ts'
import type { Property, Trial, Verdict } from '../property.ts'
import {
  announces,
  consequences,
  enabled,
  followOwn,
  halts,
  hasOwnDscr,
  hexOf,
  inMonitorMode,
  isLocked,
  kept,
  type Own,
  ofKind,
  pairAccess,
} from './history.ts'
import { type Armv7, isUnpredictable, ofOneRun, property, ruleProperty } from './types.ts'

const conclusion = armv7Thread.conclusion

const gated = property({
  id: 'armv7/no-breakpoints-without-monitor-mode',
  layer: 'abi',
  statement:
    'Without monitor mode a guest’s write changes no breakpoint or watchpoint of the CPU, and the guest gets no debug exception but that of BKPT.',
  cites: [armv7Thread.firstReview, conclusion],
  programs: 'any',
  witness: (run) =>
    run.events.some((event) => {
      const access = pairAccess(event)
      return access !== null && access.event.direction === 'write' && !inMonitorMode(access.event.before)
    }),
  holds: (run) => {
    for (const event of run.events) {
      const access = pairAccess(event)?.event
      if (
        access?.direction === 'write' &&
        !inMonitorMode(access.before) &&
        !samePairs(access.before.pairs, access.after.pairs)
      )
        return `the guest’s write to ${access.register} reaches CPU ${access.after.number}, which is not in monitor mode`
      if (
        event.kind === 'delivery' &&
        event.cause !== null &&
        event.cause !== 'bkpt' &&
        !inMonitorMode(event.cpu)
      )
        return `the guest gets a ${event.cause} exception on CPU ${event.cpu.number}, which is not in monitor mode`
    }
    return true
  },
})

const restored = property({
  id: 'armv7/host-registers-restored',
  layer: 'abi',
  statement:
    'When the host can be interrupted again, every enabled breakpoint and watchpoint of the CPU is one that was enabled before the guest was entered, and none is lost that the host has not given up.',
  cites: [conclusion, hwBreakpointC],
  programs: 'host',
  witness: (run) =>
    ofKind(run, 'exit').some(
      ({ cpu, before }) => enabled(cpu.pairs).length + enabled(before.pairs).length > 0,
    ) || run.events.some((event) => pairAccess(event)?.event.direction === 'write'),
  holds: (run) => {
    const mayLose = run.consulted.get('pairsAfterExit') === 'disabled'
    for (const { before, cpu } of ofKind(run, 'exit')) {
      const had = enabled(before.pairs)
      const has = enabled(cpu.pairs)
      const isIn = (list: typeof had, { control, index, pair }: (typeof had)[number]): boolean =>
        list.some(
          (other) =>
            other.control === control &&
            other.index === index &&
            other.pair.value === pair.value &&
            other.pair.control === pair.control,
        )
      const left = has.find((each) => !isIn(had, each))
      if (left)
        return `${left.control}${left.index} is left at ${hexOf(left.pair.control)}, for ${hexOf(left.pair.value)}`
      const lost = had.find((each) => !isIn(has, each))
      if (lost && !mayLose) return `${lost.control}${lost.index} of the host is lost`
    }
    return true
  },
})

const onlyOwn = property({
  id: 'armv7/guest-registers-own',
  layer: 'abi',
  statement:
    'In monitor mode every enabled breakpoint and watchpoint of the CPU is what the vCPU that runs on it has last written there.',
  cites: [conclusion],
  programs: 'host',
  witness: (run) =>
    ofKind(run, 'instruction').some(({ cpu }) => inMonitorMode(cpu) && enabled(cpu.pairs).length > 0),
  holds: (run) =>
    followOwn(run, (event, own) => {
      if (event.kind !== 'entry' && event.kind !== 'instruction') return null
      if (!inMonitorMode(event.cpu)) return null
      const mine = own[event.vcpu]!
      const foreign = enabled(event.cpu.pairs).find(
        ({ control, value, index, pair }) =>
          kept(control, pair.control) !== mine.value(control, index) ||
          pair.value !== mine.value(value, index),
      )
      if (!foreign) return null
      const { control, index, pair } = foreign
      const last = hexOf(mine.value(control, index))
      return `vCPU ${event.vcpu} runs with ${control}${index} = ${hexOf(pair.control)}; it wrote ${last} last`
    }),
})

/** A control register as it may come out of a write, whatever is done to the fields that reach beyond the guest. */
const isWritten = (own: Own, register: PairRegister, index: number, value: number): boolean => {
  const plain = register === 'DBGBCR' ? (value & 0x000f01e7) >>> 0 : (value & 0x1f1f1fff) >>> 0
  return own.hasWritten(register, index, value) || own.hasWritten(register, index, plain)
}

/** Tries something on a run in which breakpoints are promised, and enabled by the host’s DBGDSCR, not one of the guest’s own. */
const promised =
  (examine: (trial: Trial<Armv7>) => Verdict) =>
  (trial: Trial<Armv7>): Verdict =>
    !announces(trial) || hasOwnDscr(trial) || isUnpredictable(trial.run)
      ? { exercised: false, violation: null }
      : examine(trial)

const readBack = ofOneRun({
  id: 'armv7/breakpoints-read-back',
  layer: 'abi',
  statement:
    'A guest that is told of breakpoints reads back what it wrote to them in monitor mode, without what reaches beyond it; what was ignored does not come back.',
  cites: [conclusion, trm('Breakpoint Control Registers')],
  programs: 'breakpoints',
  examine: promised(({ run }) => {
    let exercised = false
    const found = followOwn(run, (event, own) => {
      const access = pairAccess(event)
      if (access?.event.direction !== 'read' || !inMonitorMode(access.event.before)) return null
      const { register, index, value } = access
      const expected = own[access.event.vcpu]!.value(register, index)
      if (expected !== 0) exercised = true
      return kept(register, value) === expected
        ? null
        : `vCPU ${access.event.vcpu} reads ${register}${index} = ${hexOf(value)}; it wrote ${hexOf(expected)}`
    })
    return { exercised, violation: found === true ? null : found }
  }),
})

const separate = property({
  id: 'armv7/vcpus-separate',
  layer: 'abi',
  statement:
    'No vCPU reads from a breakpoint or watchpoint what it has never written, the host’s or another vCPU’s.',
  cites: [conclusion],
  programs: 'breakpoints',
  witness: (run) =>
    new Set(
      run.events.flatMap((event) => {
        const access = pairAccess(event)
        return access ? [access.event.vcpu] : []
      }),
    ).size > 1,
  holds: (run) =>
    followOwn(run, (event, own) => {
      const access = pairAccess(event)
      if (access?.event.direction !== 'read') return null
      const { register, index, value } = access
      const mine = own[access.event.vcpu]!
      const written =
        register === 'DBGBCR' || register === 'DBGWCR'
          ? isWritten(mine, register, index, value)
          : mine.hasWritten(register, index, value)
      return written ? null : `vCPU ${access.event.vcpu} reads ${register}${index} = ${hexOf(value)}`
    }),
})

const notBeyond = property({
  id: 'armv7/guest-breakpoints-stay-in-guest',
  layer: 'abi',
  statement:
    'What the guest has in the CPU selects Non-secure PL0 and PL1 alone: HMC and SSC are 0, and no breakpoint compares VMIDs.',
  cites: [trm('Breakpoint Control Registers'), trm('Watchpoint Control Registers')],
  programs: 'breakpoints',
  witness: (run) =>
    ofKind(run, 'instruction').some(({ cpu }) => inMonitorMode(cpu) && enabled(cpu.pairs).length > 0),
  holds: (run) => {
    for (const { cpu } of ofKind(run, 'instruction')) {
      if (!inMonitorMode(cpu)) continue
      const beyond = enabled(cpu.pairs).find(
        ({ control, pair }) =>
          (pair.control & 0xe000) !== 0 || (control === 'DBGBCR' && (pair.control >>> 20) % 16 > 5),
      )
      if (beyond)
        return `${beyond.control}${beyond.index} is ${hexOf(beyond.pair.control)} while the guest runs`
    }
    return true
  },
})

const works = ofOneRun({
  id: 'armv7/guest-breakpoints-work',
  layer: 'abi',
  statement:
    'In monitor mode a breakpoint that the guest has set on an instruction hits it, on whatever CPU the vCPU runs, unless a lock or halting debug prevents it.',
  cites: [conclusion],
  programs: 'breakpoints',
  examine: promised(({ run }) => {
    let exercised = false
    const led = new Map(consequences(run).map(({ instruction, events }) => [instruction, events]))
    const found = followOwn(run, (event, own) => {
      if (event.kind !== 'instruction' || !inMonitorMode(event.cpu)) return null
      if (isLocked(event.cpu) || halts(event.cpu)) return null
      const mine = own[event.vcpu]!
      const hit = [0, 1].find(
        (n) => mine.value('DBGBCR', n) === 0x1e7 && mine.value('DBGBVR', n) === event.address,
      )
      if (hit === undefined) return null
      exercised = true
      const delivered = led
        .get(event)!
        .some((each) => each.kind === 'delivery' && each.cause === 'breakpoint')
      return delivered
        ? null
        : `DBGBVR${hit} is ${hexOf(event.address)}, and the instruction there is not hit`
    })
    return { exercised, violation: found === true ? null : found }
  }),
})

const stored = ruleProperty({
  id: 'armv7/guest-write-stored',
  layer: 'abi',
  statement:
    'A guest’s write to a breakpoint or watchpoint keeps every field but HMC, SSC and a type that compares VMIDs, and no bit that is RES0.',
  cites: [trm('Breakpoint Control Registers'), trm('Watchpoint Control Registers')],
  rule: 'sanitisePair',
  inputs: (f) =>
    f.record({
      register: f.constantFrom<PairRegister>('DBGBVR', 'DBGBCR', 'DBGWVR', 'DBGWCR'),
      value: f.oneof(f.nat({ max: 0x7fffffff }), f.constantFrom(0xffffffff, 0x301e7, 0x3001e7, 0x3001fff)),
    }),
  holds: (value, { register, value: written }) => {
    const expected = kept(register, written)
    return value === expected || `${hexOf(written)} becomes ${hexOf(value)}, expected ${hexOf(expected)}`
  },
})

const writes = ruleProperty({
  id: 'armv7/pair-writes',
  layer: 'arch',
  statement:
    'A breakpoint or watchpoint changes by writes in which it is never enabled with an address that is not its own, and ends as asked.',
  cites: [hwBreakpointC],
  rule: 'pairWrites',
  inputs: (f) => {
    const pair = f.record({
      value: f.constantFrom(0, 0x1000, 0x2000),
      control: f.constantFrom(0, 0x1e7, 0x1e5, 0x1e6),
    })
    return f.record({ from: pair, to: pair })
  },
  witness: ({ from, to }) => from.value !== to.value && from.control % 2 === 1,
  holds: (list, { from, to }) => {
    let now = from
    for (const { half, value } of list) {
      now = { ...now, [half]: value }
      const isOne = (pair: typeof from): boolean => now.value === pair.value && now.control === pair.control
      if (now.control % 2 === 1 && !isOne(from) && !isOne(to))
        return `enabled with address ${hexOf(now.value)} and control ${hexOf(now.control)} on the way`
    }
    return now.value === to.value && now.control === to.control
  },
})

const shadows = ruleProperty({
  id: 'armv7/shadows-separate',
  layer: 'abi',
  statement: 'Every register has a shadow of its own; DBGDSCRint and DBGDSCRext are one register.',
  cites: [trm('Debug register summary')],
  rule: 'shadowSlot',
  inputs: (f) =>
    f.record({
      register: f.constantFrom(
        'DBGVCR',
        'DBGDSCRext',
        'DBGDSCRint',
        'DBGBVR0',
        'DBGBCR0',
        'DBGWVR3',
        'DBGCLAIMSET',
      ),
    }),
  holds: (slot, { register }) =>
    slot === (register === 'DBGDSCRint' ? 'DBGDSCRext' : register) || `${register} is kept as ${slot}`,
})

/** The properties of breakpoints and watchpoints. */
export const pairProperties: readonly Property<Armv7>[] = [
  gated,
  restored,
  onlyOwn,
  readBack,
  separate,
  notBeyond,
  works,
  stored,
  writes,
  shadows,
]
