/**
 * Debug events: what matches, what is suppressed, where an exception goes and what it says.
 */
import { type Cause, type From, MOE, type Mode } from '../../model/armv7/index.ts'
import { armv7Arm, onQemu, trm } from '../../model/armv7/sources.ts'
import type { Property } from '../property.ts'
import { consequences, halts, hexOf, inMonitorMode, isLocked, ofKind } from './history.ts'
import { type Armv7, property, ruleProperty } from './types.ts'

const flow = onQemu('vector, syndrome and MOE of breakpoints, watchpoints and BKPT')
const debugEvents = armv7Arm('Software debug events')

const bkpt = property({
  id: 'armv7/bkpt-reaches-the-guest',
  layer: 'arch',
  statement:
    'BKPT ends in a Prefetch Abort of the guest, whatever monitor mode, locks and breakpoints are; only halting debug comes before.',
  cites: [debugEvents, flow],
  programs: 'any',
  witness: (run) => consequences(run).some(({ instruction }) => instruction.instruction.op === 'bkpt'),
  holds: (run) => {
    for (const { instruction, events } of consequences(run)) {
      if (instruction.instruction.op !== 'bkpt') continue
      const taken = events.some((event) => event.kind === 'delivery' && event.exception === 'prefetch-abort')
      const halted = events.some((event) => event.kind === 'halt') && halts(instruction.cpu)
      if (!taken && !halted) return `BKPT at ${hexOf(instruction.address)} leads to nothing`
    }
    return true
  },
})

const suppressed = property({
  id: 'armv7/no-event-without-monitor-mode',
  layer: 'arch',
  statement: 'With MDBGen clear or a lock set there is no breakpoint and no watchpoint exception.',
  cites: [debugEvents, trm('OS Double Lock Register'), flow],
  programs: 'host',
  witness: (run) => ofKind(run, 'instruction').some(({ cpu }) => !inMonitorMode(cpu) || isLocked(cpu)),
  holds: (run) => {
    const wrong = [...ofKind(run, 'delivery'), ...ofKind(run, 'host-exception')].find(
      ({ cause, cpu }) => cause !== null && cause !== 'bkpt' && (!inMonitorMode(cpu) || isLocked(cpu)),
    )
    return (
      wrong === undefined || `${wrong.cause} on CPU ${wrong.cpu.number}, DBGDSCR ${hexOf(wrong.cpu.dscr)}`
    )
  },
})

const CAUSES: readonly Cause[] = [
  'breakpoint',
  'watchpoint',
  'bkpt',
  'vector-catch',
  'asynchronous-watchpoint',
]

const gating = ruleProperty({
  id: 'armv7/debug-event',
  layer: 'arch',
  statement:
    'A debug event is taken with MDBGen set, no lock and not in Hyp mode, BKPT always; halting debug goes first; it writes its MOE, and goes to PL1, or with TDE to Hyp mode with the class of an abort.',
  cites: [debugEvents, flow],
  rule: 'debugEvent',
  inputs: (f) =>
    f.record({
      event: f.constantFrom(...CAUSES),
      from: f.constantFrom<From>('pl0', 'pl1', 'pl1', 'hyp'),
      dscr: f.constantFrom(0, 0x8000, 0x8000, 0x4000, 0xc000),
      hdcr: f.constantFrom(0x6, 0xe06, 0xf06),
      osLock: f.constantFrom(false, false, true),
      doubleLock: f.constantFrom(false, false, true),
      dbgen: f.constantFrom(true, true, true, false),
      architecture: f.constantFrom('v7' as const, 'v7.1' as const),
      write: f.boolean(),
    }),
  holds: (result, input) => {
    const { event, from, dscr, hdcr, dbgen, write, osLock, doubleLock, architecture } = input
    const open = dbgen && !doubleLock && !(osLock && architecture === 'v7.1')
    const halting = open && (dscr & 0x4000) !== 0 && from !== 'hyp'
    const taken = event === 'bkpt' || (open && (dscr & 0xc000) !== 0 && from !== 'hyp')
    if (result.taken !== taken) return taken ? 'it is not taken' : 'it is taken'
    if (!taken) return result.to === null && result.moe === null
    if (halting) return result.to === 'debug-state' || `it goes to ${result.to}`
    if (result.moe !== MOE[event]) return `MOE ${result.moe}`
    const isData = event === 'watchpoint' || event === 'asynchronous-watchpoint'
    if (from === 'hyp')
      return (result.vector === 'hyp-prefetch-abort' && result.hsr === 0x86000022) || 'in Hyp mode'
    if ((hdcr & 0x100) === 0)
      return (
        (result.to === 'pl1' &&
          result.vector === (isData ? 'data-abort' : 'prefetch-abort') &&
          result.hsr === null) ||
        `${result.vector} at ${result.to}`
      )
    const expected = isData ? (write ? 0x90000062 : 0x90000022) : event === 'bkpt' ? 0x82000022 : 0x80000022
    if (result.to !== 'hyp' || result.vector !== 'hyp-trap') return `${result.vector} at ${result.to}`
    // Without a valid ISS nothing is said of IL.
    const compared = isData ? result.hsr! & ~(1 << 25) : result.hsr!
    return compared >>> 0 === expected || `HSR ${hexOf(result.hsr!)}, expected ${hexOf(expected)}`
  },
})

const AT = 0x40080000

const breakpoints = ruleProperty({
  id: 'armv7/breakpoint-matching',
  layer: 'arch',
  statement:
    'A breakpoint matches the word of its address in the modes of PMC, with BAS 0b1111 for A32 and the halves for Thumb; a mismatch breakpoint matches everything else; nothing matches in Hyp mode.',
  cites: [trm('Breakpoint Control Registers'), flow],
  rule: 'matchBreakpoint',
  inputs: (f) =>
    f
      .record({
        fields: f.record({
          enabled: f.constantFrom(1, 1, 1, 0),
          pmc: f.nat({ max: 3 }),
          half: f.constantFrom('word' as const, 'low' as const, 'high' as const),
          mismatch: f.constantFrom(0, 0, 1),
        }),
        offset: f.constantFrom(0, 0, 2, 4),
        mode: f.constantFrom<Mode>('user', 'supervisor', 'system', 'privileged', 'hyp'),
      })
      .map(({ fields: { enabled, pmc, half, mismatch }, offset, mode }) => {
        const bas = { word: 0xf, low: 3, high: 0xc }[half]
        return {
          control: mismatch * 0x400000 + bas * 0x20 + pmc * 2 + enabled,
          value: AT,
          address: AT + offset,
          mode,
          thumb: half !== 'word' || offset === 2,
          contextId: 0,
          linkedMatches: false,
        }
      }),
  holds: (matches, { control, address, mode }, { choose }) => {
    const modes: { readonly [pmc: number]: readonly Mode[] } = {
      0: choose('pmcZero') === 'never' ? [] : ['user', 'supervisor', 'system'],
      1: ['supervisor', 'system', 'privileged'],
      2: ['user'],
      3: ['user', 'supervisor', 'system', 'privileged'],
    }
    if (control % 2 === 0 || !modes[(control >> 1) & 3]!.includes(mode)) return matches === false
    const bas = (control >> 5) & 0xf
    const there = bas === 0xf ? address - (address % 4) === AT : address === AT + (bas === 3 ? 0 : 2)
    const isMismatch = (control & 0x400000) !== 0
    return matches === (there !== isMismatch) || `${matches} at ${hexOf(address)}`
  },
})

const watchpoints = ruleProperty({
  id: 'armv7/watchpoint-matching',
  layer: 'arch',
  statement:
    'A watchpoint matches the loads or stores of LSC, at the privilege of PAC, that touch a byte of BAS or of the masked range; DFAR is the first such byte.',
  cites: [trm('Watchpoint Control Registers'), onQemu('22 watchpoints')],
  rule: 'matchWatchpoint',
  inputs: (f) => {
    const access = f.constantFrom('read' as const, 'write' as const)
    /** The access begins below what is watched. */
    const below = f.record({
      bas: f.constantFrom(0x2, 0x8, 0xc),
      mask: f.constant(0),
      lsc: f.constant(3),
      pac: f.constant(3),
      enabled: f.constant(1),
      offset: f.constant(0),
      size: f.constant(4),
      access,
      user: f.boolean(),
      hyp: f.constant(false),
    })
    const any = f.record({
      bas: f.constantFrom(0xf, 0xff, 0x1, 0x2, 0x8, 0xf0, 0xc),
      mask: f.constantFrom(0, 0, 0, 3, 4),
      lsc: f.constantFrom(3, 3, 3, 0, 1, 2),
      pac: f.constantFrom(3, 3, 3, 0, 1, 2),
      enabled: f.constantFrom(1, 1, 1, 0),
      offset: f.nat({ max: 9 }),
      size: f.constantFrom(1, 2, 4),
      access,
      user: f.boolean(),
      hyp: f.constantFrom(false, false, false, false, false, true),
    })
    return f
      .oneof({ weight: 3, arbitrary: any }, { weight: 1, arbitrary: below })
      .map(({ bas, mask, lsc, pac, enabled, offset, size, access: kind, user, hyp }) => ({
        control: mask * 0x1000000 + (mask === 0 ? bas : 0xff) * 0x20 + lsc * 8 + pac * 2 + enabled,
        value: AT,
        address: AT + offset,
        size,
        access: kind,
        user,
        hyp,
        linkedMatches: false,
      }))
  },
  holds: ({ matches, far }, { control, address, size, access, user, hyp }) => {
    const allowed =
      control % 2 === 1 &&
      !hyp &&
      (control & (access === 'read' ? 8 : 16)) !== 0 &&
      (control & (user ? 4 : 2)) !== 0
    const mask = control >>> 24
    const isWatched = (byte: number): boolean =>
      mask > 0 ? byte - AT < 2 ** mask : byte - AT < 8 && ((control >> (5 + byte - AT)) & 1) === 1
    const bytes = Array.from({ length: size }, (_, i) => address + i)
    const first = allowed ? bytes.find(isWatched) : undefined
    if (matches !== (first !== undefined)) return `${matches}`
    return (
      far === (first ?? null) ||
      `DFAR ${far === null ? 'nothing' : hexOf(far)}, expected ${hexOf(first ?? 0)}`
    )
  },
})

const status = ruleProperty({
  id: 'armv7/fault-status',
  layer: 'arch',
  statement:
    'The fault status of a debug exception, and of nothing else, is “debug event”: 0x2, and 0x222 with the long descriptors.',
  cites: [flow, trm('Instruction Fault Status Register')],
  rule: 'faultStatus',
  inputs: (f) =>
    f.record({ fault: f.constantFrom('debug' as const, 'external-abort' as const), lpae: f.boolean() }),
  holds: (value, { fault, lpae }) => {
    const debug = lpae ? 0x222 : 0x2
    return (value === debug) === (fault === 'debug') || `${hexOf(value)} for ${fault}`
  },
})

const saysDebug = property({
  id: 'armv7/debug-exception-says-so',
  layer: 'arch',
  statement:
    'The guest’s debug exceptions have the fault status of one, and a watchpoint the address of a watched byte.',
  cites: [flow],
  programs: 'breakpoints',
  witness: (run) => ofKind(run, 'delivery').some(({ cause }) => cause !== null),
  holds: (run) =>
    ofKind(run, 'delivery').every(
      ({ cause, fsr, far }) => cause === null || (fsr === 0x2 && (far !== null) === (cause === 'watchpoint')),
    ),
})

/** The properties of debug events. */
export const eventProperties: readonly Property<Armv7>[] = [
  bkpt,
  suppressed,
  gating,
  breakpoints,
  watchpoints,
  status,
  saysDebug,
]
