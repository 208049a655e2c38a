/**
 * The host’s own debugging, which goes on as if there were no guest; and a Linux guest, which must come up.
 */
import { HOST_CODE, RESET_STEPS } from '../../model/armv7/index.ts'
import { armv7Thread, hwBreakpointC } from '../../model/armv7/sources.ts'
import type { Property } from '../property.ts'
import { followHost, halts, hexOf, inMonitorMode, isLocked, ofKind } from './history.ts'
import { type Armv7, property, ruleProperty } from './types.ts'

const conclusion = armv7Thread.conclusion

const registration = property({
  id: 'armv7/registration-follows-monitor-mode',
  layer: 'abi',
  statement:
    'perf and ptrace on the host get ENODEV exactly if the host itself has not got the CPU into monitor mode, whatever guests do.',
  cites: [hwBreakpointC],
  programs: 'host',
  witness: (run) =>
    ofKind(run, 'action').some(
      ({ action, result }) => action.do === 'set-host-breakpoint' && result !== 'none',
    ),
  holds: (run) =>
    followHost(run, (event, cpus) => {
      if (event.kind !== 'action' || event.action.do !== 'set-host-breakpoint') return null
      if (event.result === 'none' || event.result === 'ENOSPC') return null
      const made = cpus[event.cpu.number]
      if (!made) return null
      const expected = inMonitorMode(made) ? 'ok' : 'ENODEV'
      return event.result === expected ? null : `${event.result}, expected ${expected}`
    }),
})

const hostHits = property({
  id: 'armv7/host-breakpoints-work',
  layer: 'abi',
  statement:
    'What the host’s debugger has registered hits, is dispatched as what it is, and nothing else hits a task of the host.',
  cites: [hwBreakpointC, conclusion],
  programs: 'host',
  witness: (run) => ofKind(run, 'task').some(({ watched }) => watched),
  holds: (run) => {
    const { events } = run
    const made = new Map<object, boolean>()
    followHost(run, (event, cpus) => {
      if (event.kind !== 'task') return null
      const cpu = cpus[event.cpu.number]
      made.set(event, cpu != null && inMonitorMode(cpu) && !isLocked(cpu) && !halts(cpu))
      return null
    })
    for (const [i, event] of events.entries()) {
      if (event.kind !== 'task' || event.what === 'bkpt') continue
      const next = events[i + 1]
      const hit = next?.kind === 'host-exception' ? next : null
      const name = event.what === 'code' ? 'breakpoint' : 'watchpoint'
      if (hit && !hit.owned) return `a ${name} of nobody hits a task of the host`
      if (!event.watched || !made.get(event)) continue
      if (!hit) return `a ${name} of the host does not hit`
      if (hit.dispatched !== name) return `a ${name} of the host is taken as ${hit.dispatched}`
    }
    return true
  },
})

const survives = property({
  id: 'armv7/host-survives',
  layer: 'abi',
  statement: 'The host’s kernel takes no Undefined Instruction exception, and no debug exception for ever.',
  cites: [hwBreakpointC],
  programs: 'host',
  witness: (run) => ofKind(run, 'exit').length > 0,
  holds: (run) =>
    (run.ending !== 'host-oops' && run.ending !== 'host-livelock') || `the run ends with a ${run.ending}`,
})

const quiet = property({
  id: 'armv7/start-up-is-quiet',
  layer: 'abi',
  statement:
    'Whatever reset has left in the debug registers, the host takes no debug exception before it has written them.',
  cites: [hwBreakpointC],
  programs: 'host',
  witness: (run) => ofKind(run, 'host-start-up').length > 0,
  holds: (run) => !ofKind(run, 'host-exception').some(({ task }) => task === 'kernel'),
})

const comesUp = property({
  id: 'armv7/host-comes-up',
  layer: 'abi',
  statement: 'Where it is configured and DBGEN is high, the host gets its CPUs into monitor mode.',
  cites: [hwBreakpointC],
  programs: 'host',
  witness: (run) => ofKind(run, 'host-start-up').some(({ cpu }) => cpu.dbgen),
  holds: (run, program) => {
    for (const { cpu, outcome } of ofKind(run, 'host-start-up')) {
      const expected = program.setup.hwBreakpoint !== false && cpu.dbgen
      if (expected !== (outcome.reason === 'ready') || expected !== inMonitorMode(cpu))
        return `CPU ${cpu.number}: ${outcome.reason}, MDBGen ${Number(inMonitorMode(cpu))}`
    }
    return true
  },
})

const accounting = property({
  id: 'armv7/host-accounting-untouched',
  layer: 'abi',
  statement: 'The guest’s breakpoints take none of the slots that the host’s perf gives away.',
  cites: [conclusion],
  programs: 'host',
  witness: (run) =>
    ofKind(run, 'access').some(
      ({ register, direction }) => direction === 'write' && register.startsWith('DBGBCR'),
    ),
  holds: (run) => {
    const tasks = new Map<string, number>()
    let vcpu = 0
    for (const event of run.events) {
      if (event.kind === 'action') {
        const { action, result } = event
        if (action.do === 'switch-vcpu') vcpu = action.vcpu
        if (action.do === 'set-host-breakpoint' || action.do === 'clear-host-breakpoints') {
          const key = action.task === 'vcpu-thread' ? `${action.task} ${vcpu}` : action.task
          if (action.do === 'clear-host-breakpoints') tasks.delete(key)
          else if (result === 'ok') tasks.set(key, (tasks.get(key) ?? 0) + 1)
        }
      }
      if (event.kind !== 'exit') continue
      const expected = [...tasks.values()].reduce((sum, n) => sum + n, 0)
      if (event.taken !== expected) return `${event.taken} slots are given away, ${expected} were asked for`
    }
    return true
  },
})

/** What Linux makes of DBGDIDR. */
const usable = (didr: number): { breakpoints: number; watchpoints: number } | null => {
  const version = (didr >>> 16) & 0xf
  if (version === 0 || version === 4) return null
  const breakpoints = ((didr >>> 24) & 0xf) + 1
  return {
    breakpoints: version >= 3 && breakpoints > 1 ? breakpoints - 1 : breakpoints,
    watchpoints: version < 5 ? 1 : ((didr >>> 28) & 0xf) + 1,
  }
}

const linuxGuest = property({
  id: 'armv7/linux-guest-starts',
  layer: 'abi',
  statement:
    'A Linux guest that starts its hw_breakpoint support gets the slots that DBGDIDR tells of if the CPU is in monitor mode, else none, and never an Undefined Instruction exception.',
  cites: [hwBreakpointC, conclusion],
  programs: 'accesses',
  witness: (run) => ofKind(run, 'start-up').length > 0,
  holds: (run) => {
    let didr = 0
    for (const event of run.events) {
      if (event.kind === 'access' && event.register === 'DBGDIDR' && event.value !== null) didr = event.value
      if (event.kind !== 'start-up') continue
      const { reason, breakpoints, watchpoints } = event.outcome
      const told = usable(didr)
      const expected = told && inMonitorMode(event.cpu) ? told : { breakpoints: 0, watchpoints: 0 }
      const why = !told
        ? 'debug architecture unsupported'
        : inMonitorMode(event.cpu)
          ? 'ready'
          : 'failed to enable monitor mode'
      if (reason !== why || breakpoints !== expected.breakpoints || watchpoints !== expected.watchpoints)
        return `${reason}, ${breakpoints} breakpoints and ${watchpoints} watchpoints; expected: ${why}, ${expected.breakpoints} and ${expected.watchpoints}`
    }
    return true
  },
})

const slots = ruleProperty({
  id: 'armv7/usable-slots',
  layer: 'abi',
  statement:
    'Linux uses the counts of DBGDIDR, less one breakpoint for stepping, and one watchpoint before v7.1; architectures 0 and 4 it does not know.',
  cites: [hwBreakpointC],
  rule: 'usableSlots',
  inputs: (f) =>
    f.record({
      didr: f.constantFrom(
        0x3515f021,
        0x3515f005,
        0x35141000,
        0x15141000,
        0x3513702a,
        0x3516d000,
        0,
        0x3513f021,
      ),
    }),
  holds: ({ supported, breakpoints, watchpoints }, { didr }) => {
    const expected = usable(didr)
    if (supported !== (expected !== null)) return `supported: ${supported}`
    return (
      (breakpoints === (expected?.breakpoints ?? 0) && watchpoints === (expected?.watchpoints ?? 0)) ||
      `${breakpoints} breakpoints, ${watchpoints} watchpoints`
    )
  },
})

const order = ruleProperty({
  id: 'armv7/reset-order',
  layer: 'abi',
  statement:
    'The OS lock is cleared before any control register is written, and monitor mode enabled after all of them; v7 looks at the power, v7.1 at the double lock.',
  cites: [hwBreakpointC],
  rule: 'resetSteps',
  inputs: (f) => f.record({ architecture: f.constantFrom('v7' as const, 'v7.1' as const) }),
  holds: (steps, { architecture }) => {
    const expected = RESET_STEPS.filter(
      (step) => step !== (architecture === 'v7' ? 'check-double-lock' : 'check-power'),
    )
    return steps.join() === expected.join() || steps.join(', ')
  },
})

const refusal = ruleProperty({
  id: 'armv7/monitor-mode-refused',
  layer: 'abi',
  statement: 'Monitor mode is enabled if MDBGen was set or has stuck, otherwise the attempt has failed.',
  cites: [hwBreakpointC],
  rule: 'enableMonitorMode',
  inputs: (f) =>
    f.record({
      before: f.constantFrom(0, 0x01030002, 0x8000, 0x4000),
      after: f.constantFrom(0, 0x01030002, 0x8000, 0xc000),
    }),
  holds: (result, { before, after }) =>
    result === ((before & 0x8000) !== 0 || (after & 0x8000) !== 0 ? 'ok' : 'EPERM') || result,
})

const asked = ruleProperty({
  id: 'armv7/monitor-mode-is-bit-15',
  layer: 'abi',
  statement: 'A CPU is in monitor mode exactly if bit 15 of DBGDSCRint is set.',
  cites: [hwBreakpointC],
  rule: 'monitorModeEnabled',
  inputs: (f) => f.record({ dscr: f.constantFrom(0, 0x8000, 0x4000, 0xc000, 0x01030002, 0x0103800e) }),
  holds: (enabled, { dscr }) => enabled === ((dscr & 0x8000) !== 0),
})

const install = ruleProperty({
  id: 'armv7/host-registration',
  layer: 'abi',
  statement: 'A breakpoint of the host is ENODEV without monitor mode, and ENOSPC when all slots are taken.',
  cites: [hwBreakpointC],
  rule: 'installHostBreakpoint',
  inputs: (f) =>
    f.record({ monitorMode: f.boolean(), slots: f.constantFrom(0, 1, 5), taken: f.constantFrom(0, 1, 4, 5) }),
  holds: (result, { monitorMode, slots: all, taken }) =>
    result === (!monitorMode ? 'ENODEV' : taken < all ? 'ok' : 'ENOSPC') || result,
})

const encoding = ruleProperty({
  id: 'armv7/host-breakpoint-hits-its-instruction',
  layer: 'abi',
  statement:
    'A breakpoint that the host accepts hits its own instruction and not the other half of the word; an address that v7 cannot compare is refused.',
  cites: [hwBreakpointC],
  rule: 'encodeHostBreakpoint',
  inputs: (f) =>
    f.record({
      address: f.nat({ max: 3 }).map((offset) => HOST_CODE + offset),
      length: f.constantFrom(2 as const, 4 as const),
    }),
  holds: ({ result, value, control }, { address, length }, context) => {
    const isAligned = address % length === 0
    if (!isAligned) return result === 'EINVAL' || `${hexOf(address)} for ${length} bytes is accepted`
    const hits = (at: number) =>
      context.rules.matchBreakpoint(
        {
          control,
          value,
          address: at,
          mode: 'user',
          thumb: length === 2,
          contextId: 0,
          linkedMatches: false,
        },
        context,
      )
    if (result !== 'ok' || hits(address) !== true) return `${hexOf(address)} is not hit`
    return (
      length === 4 || hits(address % 4 === 0 ? address + 2 : address - 2) === false || 'the other half is hit'
    )
  },
})

const dispatch = ruleProperty({
  id: 'armv7/host-dispatch',
  layer: 'abi',
  statement:
    'The host’s handler takes MOE 1 for a breakpoint, 2 and 10 for a watchpoint, and nothing else for either.',
  cites: [hwBreakpointC],
  rule: 'dispatchHostException',
  inputs: (f) => f.record({ dscr: f.nat({ max: 15 }).map((moe) => 0x8000 + moe * 4) }),
  holds: (found, { dscr }) => {
    const moe = (dscr >> 2) & 0xf
    const expected = moe === 1 ? 'breakpoint' : moe === 2 || moe === 10 ? 'watchpoint' : 'unhandled'
    return found === expected || `MOE ${moe} is taken as ${found}`
  },
})

/** The properties of the host, and of a Linux guest. */
export const hostProperties: readonly Property<Armv7>[] = [
  registration,
  hostHits,
  survives,
  quiet,
  comesUp,
  accounting,
  linuxGuest,
  slots,
  order,
  refusal,
  asked,
  install,
  encoding,
  dispatch,
]
