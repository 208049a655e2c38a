/**
 * Code, data and I/O breakpoints: hit when and only when they match, on the one set that is in force.
 */
import { any, u64 } from '../../model/bits.ts'
import { apm, sdm, source, threads } from '../../model/citations.ts'
import { GUESTDBG, inForce } from '../../model/kvm/guest-debug.ts'
import {
  type Access,
  type DebugView,
  dr6,
  dr7,
  effectiveDebugRegisters,
  flags,
  matchCodeBreakpoints,
  matchDataBreakpoints,
  matchIoBreakpoints,
  type Program,
  type Run,
  type RunEvent,
  slotsOf,
} from '../../model/x86/index.ts'
import { type ProgramProperty, property } from '../property.ts'
import { awaitsAnswer, linearRip, visit } from './history.ts'

const hexOf = (value: bigint): string => `0x${value.toString(16)}`
const slots = (mask: number): string =>
  [0, 1, 2, 3]
    .filter((i) => mask & (1 << i))
    .map((i) => `B${i}`)
    .join(', ')

const inForceSet = ({ control, hostDb, hostDr7, db, dr7: guestDr7 }: DebugView) =>
  effectiveDebugRegisters({ control, hostDb, hostDr7, guestDb: db, guestDr7 })

/** Most instructions run with nothing enabled: they need no closer look. */
const anythingEnabled = (view: DebugView): boolean =>
  any(view.dr7, dr7.ENABLES) || any(view.hostDr7, dr7.ENABLES)

/** Slots whose enabled code breakpoint lies at an address. */
const codeHits = (view: DebugView, address: bigint): number => {
  if (!anythingEnabled(view)) return 0
  const { db, dr7: value } = inForceSet(view)
  return matchCodeBreakpoints({ dr7: value, db, address }).hits
}

const accessHits = (view: DebugView, access: Access, cr4De: boolean, allEnabled = false): number => {
  if (!anythingEnabled(view)) return 0
  const { kind, address, size } = access
  const { db, dr7: inForce } = inForceSet(view)
  const value = allEnabled ? u64(inForce | dr7.ENABLES) : inForce
  return kind === 'read' || kind === 'write'
    ? matchDataBreakpoints({ dr7: value, db, address, size, access: kind }).hits
    : matchIoBreakpoints({ dr7: value, db, port: Number(address), size, cr4De }).hits
}

const bMask = (value: bigint): number => Number(value & dr6.B)

/** One report of causes: an exit with exception 1, or a #DB that the guest raised. */
interface Report {
  readonly view: DebugView
  /** Linear address that it names. */
  readonly pc: bigint
  readonly dr6: bigint
  readonly where: string
}

const reportOf = (event: RunEvent): Report | null => {
  if (event.kind === 'exit' && event.exit.reason === 'debug' && event.exit.debug.exception === 1) {
    const { debug } = event.exit
    return { view: event.view, pc: debug.pc, dr6: debug.dr6, where: `exit ${event.run}` }
  }
  if (event.kind === 'delivery' && event.vector === 1 && event.source === 'raised')
    return {
      view: event.view,
      pc: event.address,
      dr6: event.dr6,
      where: `#DB at ${hexOf(event.ip)}`,
    }
  return null
}

/** CR4.DE through a run. */
const cr4DeTracker = (program: Program): ((event: RunEvent) => boolean) => {
  let cr4De = program.setup.cr4De ?? false
  return (event) => {
    if (event.kind === 'action' && event.action.do === 'set-special-registers')
      cr4De = event.action.cr4De ?? cr4De
    return cr4De
  }
}

/** The accesses behind a report: of the last two instructions and of the deliveries between them. */
const recentAccesses = (events: readonly RunEvent[], index: number): Access[] => {
  const found: Access[] = []
  let instructions = 0
  for (let i = index; i >= 0 && i > index - 12 && instructions < 2; i--) {
    const event = events[i]!
    if (event.kind === 'instruction') instructions += 1
    if (event.kind === 'instruction' || event.kind === 'delivery') found.push(...event.accesses)
  }
  return found
}

const bitsHaveCauses = property({
  id: 'x86/breakpoint-bits-have-causes',
  layer: 'arch',
  statement:
    'B0–B3 of an exit and of the guest’s DR6 name breakpoints that match: the code address reported, or an access just made, on the one set in force.',
  cites: [sdm('Debug Status Register (DR6)'), threads.hwBreakpointsDuringEmulation],
  programs: 'breakpoints',
  witness: (run) => run.events.some((event) => bMask(reportOf(event)?.dr6 ?? 0n) !== 0),
  holds: (run, program) => {
    const cr4De = cr4DeTracker(program)
    for (const [index, event] of run.events.entries()) {
      const de = cr4De(event)
      const report = reportOf(event)
      if (!report || bMask(report.dr6) === 0) continue
      // The #DB of ICEBP has no causes: what DR6 shows is from before.
      const last = run.events[index - 1]
      if (last?.kind === 'instruction' && last.op === 'icebp') continue
      // On a mere step B0–B3 of an earlier #DB may be kept.
      const onlyStep = event.kind === 'delivery' && !((event.payload ?? 0n) & dr6.B) && event.payload !== null
      const kept = onlyStep ? bMask(event.view.dr6) : 0
      const set = inForceSet(report.view)
      let causes =
        kept |
        matchCodeBreakpoints({
          dr7: u64(set.dr7 | dr7.ENABLES),
          db: set.db,
          address: report.pc,
        }).hits
      for (const access of recentAccesses(run.events, index))
        causes |= accessHits(report.view, access, de, true)
      const without = bMask(report.dr6) & ~causes
      if (without !== 0)
        return `${report.where}: ${slots(without)} set, though that slot matches nothing here`
    }
    return true
  },
})

const allSlotsReported = property({
  id: 'x86/all-matching-slots-reported',
  layer: 'arch',
  statement:
    'A code breakpoint is reported with the bits of all enabled slots that match, and no step is hidden in it.',
  cites: [sdm('Debug Status Register (DR6)')],
  programs: 'breakpoints',
  witness: (run) =>
    run.events.some((event) => {
      const report = reportOf(event)
      const hits = report ? codeHits(report.view, report.pc) : 0
      return (hits & (hits - 1)) !== 0
    }),
  holds: (run) => {
    for (const [index, event] of run.events.entries()) {
      const report = reportOf(event)
      const before = run.events[index - 1]
      // ICEBP has no causes: what its #DB shows in DR6 is from before.
      if (before?.kind === 'instruction' && before.op === 'icebp') continue
      const payloadBits =
        event.kind === 'delivery' ? bMask(event.payload ?? event.dr6) : bMask(report?.dr6 ?? 0n)
      if (!report || payloadBits === 0) continue
      const matching = codeHits(report.view, report.pc)
      const missing = payloadBits & matching ? matching & ~bMask(report.dr6) : 0
      if (missing !== 0) return `${report.where}: ${slots(missing)} missing, though that slot matches`
    }
    return true
  },
})

const noMissedCodeBreakpoint = property({
  id: 'x86/code-breakpoint-not-missed',
  layer: 'arch',
  statement:
    'No instruction begins at an address that an enabled code breakpoint of the set in force names, unless RF is set or, on Intel, MOV SS or POP SS came directly before.',
  cites: [sdm('Instruction-Breakpoint Exception Condition'), apm('Instruction Breakpoints')],
  programs: 'breakpoints',
  witness: (run) => run.events.some((event) => bMask(reportOf(event)?.dr6 ?? 0n) !== 0),
  holds: (run, program) => {
    for (const event of run.events) {
      if (event.kind !== 'instruction' || event.rflags & flags.RF) continue
      if (event.shadow === 'mov-ss' && (program.setup.vendor ?? 'intel') === 'intel') continue
      const hits = codeHits(event.view, event.address)
      if (hits !== 0)
        return `the instruction at ${hexOf(event.address)} runs, though ${slots(hits)} matches it`
    }
    return true
  },
})

const popSsIsShadow = property({
  id: 'x86/pop-ss-suppresses-code-breakpoint',
  layer: 'arch',
  statement: 'On Intel a code breakpoint directly after MOV SS or POP SS does not hit; after POP DS it does.',
  cites: [sdm('Masking Exceptions and Interrupts When Switching Stacks')],
  programs: 'breakpoints',
  witness: (run) =>
    run.events.some(
      (event) =>
        event.kind === 'instruction' &&
        (event.op === 'mov-ss' || event.op === 'pop-ss') &&
        event.next !== null,
    ),
  holds: (run, program) => {
    const intel = (program.setup.vendor ?? 'intel') === 'intel'
    let last: Extract<RunEvent, { kind: 'instruction' }> | null = null
    for (const event of run.events) {
      if (event.kind === 'action' && event.action.do !== 'set-guest-debug') last = null
      if (event.kind === 'delivery') last = null
      const op = last?.op
      const report = reportOf(event)
      const after = report && last && last.next === report.pc
      const shadowed = op === 'mov-ss' || op === 'pop-ss'
      if (intel && after && shadowed && bMask(report.dr6) & codeHits(report.view, report.pc))
        return `${report.where}: a code breakpoint hits directly after ${op}`
      if (event.kind === 'instruction') {
        const missed = op === 'pop-ds' && last?.next === event.address && !(event.rflags & flags.RF)
        const hits = missed ? codeHits(event.view, event.address) : 0
        if (hits !== 0)
          return `the instruction at ${hexOf(event.address)} runs after POP DS, though ${slots(hits)} matches it`
        last = event
      }
    }
    return true
  },
})

const resumeFlagSuppresses = property({
  id: 'x86/resume-flag-suppresses-guest-breakpoint',
  layer: 'arch',
  statement:
    'While RF is set the guest’s code breakpoint does not hit: an IRETD with RF makes exactly one pass.',
  cites: [sdm('Instruction-Breakpoint Exception Condition')],
  programs: 'breakpoints',
  witness: (run) =>
    run.events.some(
      (event) =>
        event.kind === 'instruction' &&
        (event.rflags & flags.RF) !== 0 &&
        codeHits(event.view, event.address) !== 0 &&
        !inForce(event.view.control, GUESTDBG.USE_HW_BP),
    ),
  holds: (run, program) =>
    visit(run, program, (event, own, index) => {
      if (event.kind !== 'delivery' || own.rf !== true) return null
      const report = reportOf(event)
      if (!report) return null
      // A trap of the instruction before may carry the bit of a data breakpoint at the same time.
      const before = run.events.slice(0, index).findLast((e) => e.kind === 'instruction')
      const trap = before?.kind === 'instruction' && before.next === report.pc && before.accesses.length > 0
      const bits = bMask(event.payload ?? 0n) & codeHits(report.view, report.pc)
      return bits !== 0 && !trap ? `${report.where}: ${slots(bits)} hits although RF is set` : null
    }),
})

/** Whether any enabled slot of the set in force watches accesses at all. */
const watchesAccesses = (view: DebugView): boolean =>
  anythingEnabled(view) &&
  slotsOf(inForceSet(view).dr7).some((slot) => slot.enabled && slot.kind !== 'execute')

/** What an instruction's accesses must report, and whether the event after it may come one later. */
const dataMissed = (run: Run, program: Program, kinds: readonly Access['kind'][]): string | true => {
  const cr4De = cr4DeTracker(program)
  let due = 0
  let at = 0n
  for (const event of run.events) {
    const de = cr4De(event)
    const report = reportOf(event)
    if (report) due &= ~bMask(report.dr6)
    if (event.kind === 'action' || event.kind === 'delivery') due = 0
    // An exit for an access is still within its instruction.
    if (event.kind === 'exit' && event.exit.reason !== 'debug' && !awaitsAnswer(event)) due = 0
    if (event.kind !== 'instruction') continue
    if (due !== 0) return `nothing reports ${slots(due)}, met by the instruction at ${hexOf(at)}`
    const held = event.op === 'mov-ss' || event.op === 'pop-ss' || event.op.startsWith('rep-')
    if (event.next === null || held || event.op === 'hlt' || !watchesAccesses(event.view)) continue
    at = event.address
    for (const access of event.accesses)
      if (kinds.includes(access.kind)) due |= accessHits(event.view, access, de)
  }
  return true
}

const touches = (run: Run, program: Program, kinds: readonly Access['kind'][]): boolean => {
  const cr4De = cr4DeTracker(program)
  return run.events.some((event) => {
    const de = cr4De(event)
    return (
      event.kind === 'instruction' &&
      watchesAccesses(event.view) &&
      event.accesses.some((access) => kinds.includes(access.kind) && accessHits(event.view, access, de) !== 0)
    )
  })
}

const dataBreakpoints = property({
  id: 'x86/data-breakpoint-not-missed',
  layer: 'arch',
  statement:
    'An access that shares a byte with an enabled data breakpoint of its kind is reported after its instruction, before the next one begins.',
  cites: [sdm('Data Memory and I/O Breakpoint Exception Conditions')],
  programs: 'breakpoints',
  witness: (run, program) => touches(run, program, ['read', 'write']),
  holds: (run, program) => dataMissed(run, program, ['read', 'write']),
})

const ioBreakpoints = property({
  id: 'x86/io-breakpoint-not-missed',
  layer: 'arch',
  statement:
    'With CR4.DE an access to a port that an enabled I/O breakpoint covers is reported after its instruction.',
  cites: [
    sdm('Data Memory and I/O Breakpoint Exception Conditions'),
    source('QEMU 5223a9423c5f: target-i386: I/O breakpoints, 2015', 'recalled'),
  ],
  programs: 'breakpoints',
  witness: (run, program) => touches(run, program, ['in', 'out']),
  holds: (run, program) => dataMissed(run, program, ['in', 'out']),
})

const staleBitsCleared = property({
  id: 'x86/breakpoint-bits-are-replaced',
  layer: 'arch',
  statement: 'A #DB for a breakpoint clears the bits that earlier ones left in B0–B3.',
  cites: [sdm('Debug Status Register (DR6)')],
  programs: 'breakpoints',
  witness: (run) =>
    run.events.some(
      (event) => event.kind === 'delivery' && event.vector === 1 && bMask(event.view.dr6) !== 0,
    ),
  holds: (run, program) => {
    let earlier = bMask(BigInt(program.setup.dr6 ?? '0x0'))
    let last = ''
    for (const event of run.events) {
      if (event.kind === 'instruction') last = event.op
      if (event.kind === 'exit') earlier = bMask(event.state.dr6)
      const report = event.kind === 'delivery' && last !== 'icebp' ? reportOf(event) : null
      if (!report || event.kind !== 'delivery') continue
      const { view } = report
      const forBreakpoint = event.payload === null || bMask(event.payload) !== 0
      // A slot that is enabled anywhere, or lies here, may have set its bit itself.
      let others = 0
      for (const i of [0, 1, 2, 3])
        if (
          ((view.dr7 | view.hostDr7) >> BigInt(2 * i)) & 3n ||
          view.db[i] === report.pc ||
          view.hostDb[i] === report.pc
        )
          others |= 1 << i
      const stale = bMask(event.dr6) & earlier & ~others
      if (forBreakpoint && stale !== 0) return `${report.where}: ${slots(stale)} left from an earlier #DB`
      earlier = bMask(event.dr6)
    }
    return true
  },
})

const hostWins = property({
  id: 'x86/host-breakpoint-wins',
  layer: 'abi',
  statement: 'Where the host and the guest have a code breakpoint at one address, the host’s exits first.',
  cites: [threads.hostDebugCapabilities, threads.hwBreakpointsDuringEmulation],
  programs: 'breakpoints',
  witness: (run) =>
    run.events.some(
      (event) =>
        event.kind === 'exit' &&
        event.exit.reason === 'debug' &&
        inForce(event.view.control, GUESTDBG.USE_HW_BP) &&
        matchCodeBreakpoints({ dr7: event.view.dr7, db: event.view.db, address: event.exit.debug.pc })
          .hits !== 0,
    ),
  holds: (run) => {
    for (const event of run.events) {
      const report = event.kind === 'delivery' ? reportOf(event) : null
      if (!report || event.kind !== 'delivery' || event.address !== event.ip) continue
      const { view } = report
      const host = matchCodeBreakpoints({ dr7: view.hostDr7, db: view.hostDb, address: report.pc }).hits
      const guest = matchCodeBreakpoints({ dr7: view.dr7, db: view.db, address: report.pc }).hits
      if (inForce(view.control, GUESTDBG.USE_HW_BP) && host !== 0 && bMask(event.dr6) & guest)
        return `${report.where}: the guest gets its breakpoint where the host has one too`
    }
    return true
  },
})

const breakpointHitChangesNothing = property({
  id: 'x86/code-breakpoint-before-execution',
  layer: 'arch',
  statement:
    'A code breakpoint exits before its instruction: pc and RIP are its address, and nothing ran in between.',
  cites: [sdm('Instruction-Breakpoint Exception Condition')],
  programs: 'breakpoints',
  witness: (run) =>
    run.events.some(
      (event) => event.kind === 'exit' && event.exit.reason === 'debug' && bMask(event.exit.debug.dr6) !== 0,
    ),
  holds: (run) => {
    for (const event of run.events) {
      if (event.kind !== 'exit' || event.exit.reason !== 'debug' || event.exit.debug.exception !== 1) continue
      const { pc, dr6: reported } = event.exit.debug
      const isFault = (reported & (dr6.BS | dr6.BD)) === 0n && bMask(reported) & codeHits(event.view, pc)
      if (isFault && linearRip(event.state) !== pc)
        return `exit ${event.run}: pc ${hexOf(pc)} has its breakpoint, RIP is ${hexOf(linearRip(event.state))}`
    }
    return true
  },
})

export const breakpointProperties: readonly ProgramProperty[] = [
  bitsHaveCauses,
  allSlotsReported,
  noMissedCodeBreakpoint,
  breakpointHitChangesNothing,
  staleBitsCleared,
  hostWins,
  popSsIsShadow,
  resumeFlagSuppresses,
  dataBreakpoints,
  ioBreakpoints,
]
