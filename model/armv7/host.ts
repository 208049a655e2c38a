/**
 * The host: how it brings the debug registers of a CPU up, schedules tasks, and what its debuggers do.
 */
import { match } from 'ts-pattern'
import { u32 } from '../bits.ts'
import { HOST_CODE, HOST_DATA } from './contract.ts'
import { anyEnabled, breakpointHit, raise, watchpointHit } from './execute.ts'
import { noSlots, type StartUp, startHwBreakpoint } from './linux.ts'
import {
  changeCpu,
  cpuOf,
  Ended,
  inMonitorMode,
  isUndefined,
  type Machine,
  readHardware,
  taskKey,
  taskPairs,
  vcpuOf,
  visibleDscr,
  writeHardware,
} from './machine.ts'
import type { Action, Task } from './program.ts'
import {
  type Cause,
  control,
  dscr as dscrBits,
  HDCR_RESET,
  NO_PAIRS,
  type Pair,
  type Pairs,
} from './registers.ts'
import type { ActionEvent, HostExceptionEvent } from './run.ts'

/** What reset leaves in a breakpoint and a watchpoint if it is the worst: both hit what the host’s tasks do. */
const ENABLED: Pairs = {
  breakpoints: NO_PAIRS.breakpoints.map(() => ({ value: HOST_CODE, control: 0x1e7 })),
  watchpoints: NO_PAIRS.watchpoints.map(() => ({ value: HOST_DATA, control: 0x1fff })),
}

/** What power-up leaves in a CPU. */
const powerUp = (m: Machine, number: number): void => {
  const { unknown, lockedAtReset } = m.layout.setup
  changeCpu(m, number, {
    dscr: 0,
    vcr: 0,
    osLock: lockedAtReset,
    doubleLock: false,
    pairs: unknown === 'enabled' ? ENABLED : NO_PAIRS,
  })
}

/** A write of the host’s kernel: where it is UNDEFINED the kernel oopses. */
const hostWrite = (m: Machine, number: number, register: string, value: number): void => {
  if (isUndefined(m, m.cpus[number]!, register, 'write')) throw new Ended('host-oops')
  writeHardware(m, number, register, value)
}

/** Brings the debug registers of a CPU up: as arch_hw_breakpoint_init() at boot, and again after power-down. */
const startUp = (m: Machine, number: number): void => {
  const record = (outcome: StartUp): StartUp => {
    m.events.push({ kind: 'host-start-up', seenBy: 'host', outcome, cpu: m.cpus[number]! })
    return outcome
  }
  m.host.current[number] = null
  if (!m.layout.setup.hwBreakpoint) {
    m.host.slots = { breakpoints: 0, watchpoints: 0 }
    record(noSlots('not configured'))
    return
  }
  const steps = startHwBreakpoint(m.context)
  let step = steps.next()
  while (!step.done) {
    const asked = step.value
    const cpu = m.cpus[number]!
    if (isUndefined(m, cpu, asked.register, asked.direction)) step = steps.next('undefined')
    else if (asked.direction === 'read') step = steps.next(readHardware(cpu, asked.register))
    else {
      writeHardware(m, number, asked.register, asked.value)
      // The next instruction of the kernel can already be hit by what reset has left.
      if (asked.register === 'DBGDSCRext' && anyEnabled(m, number)) kernelIsHit(m, number)
      step = steps.next(0)
    }
  }
  const { breakpoints, watchpoints } = record(step.value)
  m.host.slots = {
    breakpoints: Math.min(m.host.slots.breakpoints, breakpoints),
    watchpoints: Math.min(m.host.slots.watchpoints, watchpoints),
  }
}

/** A breakpoint of nobody hits the kernel: no slot of perf stands for it, and the instruction is hit for ever. */
const kernelIsHit = (m: Machine, number: number): void => {
  const { taken } = raise(m, number, 'breakpoint', false, false)
  if (!taken) return
  pushException(m, number, 'kernel', 'breakpoint', false)
  throw new Ended('host-livelock')
}

const pushException = (
  m: Machine,
  number: number,
  task: HostExceptionEvent['task'],
  cause: Cause,
  owned: boolean,
): void => {
  const cpu = m.cpus[number]!
  const dispatched = m.rules.dispatchHostException({ dscr: visibleDscr(cpu) }, m.context)
  m.events.push({ kind: 'host-exception', seenBy: 'host', task, cause, dispatched, owned, cpu })
}

/** The host boots on all its CPUs. */
export const boot = (m: Machine): void => {
  for (const number of m.cpus.keys()) {
    changeCpu(m, number, { hdcr: m.rules.bootHdcr({ hdcr: HDCR_RESET }, m.context) })
    powerUp(m, number)
    startUp(m, number)
  }
}

const LISTS = [
  ['breakpoints', 'DBGBVR', 'DBGBCR'],
  ['watchpoints', 'DBGWVR', 'DBGWCR'],
] as const

/** The scheduler: what the old task has in the CPU is disabled, what the new one has is installed. Nothing else. */
export const schedule = (m: Machine, number: number, key: string): void => {
  const old = taskPairs(m, m.host.current[number] ?? null)
  const next = taskPairs(m, key)
  m.host.current[number] = key
  if (old === next) return
  for (const [list, valueName, controlName] of LISTS)
    for (const [n, pair] of next[list].entries()) {
      const before = old[list][n]!
      if (before === pair) continue
      if ((before.control & control.E) !== 0) hostWrite(m, number, `${controlName}${n}`, 0)
      if ((pair.control & control.E) === 0) continue
      hostWrite(m, number, `${valueName}${n}`, pair.value)
      hostWrite(m, number, `${controlName}${n}`, pair.control)
    }
}

/** User mode, stores, all four bytes. */
const WATCH_STORES = 0x1f5

const pairFor = (m: Machine, kind: 'execute' | 'write'): Pair => {
  if (kind === 'write') return { value: HOST_DATA, control: WATCH_STORES }
  const { value, control: bits } = m.rules.encodeHostBreakpoint({ address: HOST_CODE, length: 4 }, m.context)
  return { value, control: bits }
}

const setBreakpoint = (m: Machine, task: Task, kind: 'execute' | 'write'): ActionEvent['result'] => {
  if (task === 'vcpu-thread' && m.choose('vcpuThreadBreakpoints') === 'none') return 'none'
  const { host, rules, context } = m
  const list = kind === 'execute' ? 'breakpoints' : 'watchpoints'
  const monitorMode = inMonitorMode(m, cpuOf(m))
  const given = { monitorMode, slots: host.slots[list], taken: host.taken[list] }
  const result = rules.installHostBreakpoint(given, context)
  if (result !== 'ok') return result
  const key = taskKey(m, task)
  const pairs = taskPairs(m, key)
  const free = pairs[list].findIndex(({ control: bits }) => bits === 0)
  if (free < 0) return 'ENOSPC'
  // The task is off its CPU while its breakpoints change.
  const { cpu } = vcpuOf(m)
  schedule(m, cpu, 'nobody')
  const changed = pairs[list].map((pair, n) => (n === free ? pairFor(m, kind) : pair))
  host.tasks.set(key, { ...pairs, [list]: changed })
  host.taken = { ...host.taken, [list]: host.taken[list] + 1 }
  scheduleThread(m)
  return 'ok'
}

const clearBreakpoints = (m: Machine, task: Task): void => {
  const { host } = m
  const key = taskKey(m, task)
  const pairs = taskPairs(m, key)
  const used = (list: keyof Pairs): number => pairs[list].filter(({ control: bits }) => bits !== 0).length
  const { breakpoints, watchpoints } = host.taken
  host.taken = {
    breakpoints: breakpoints - used('breakpoints'),
    watchpoints: watchpoints - used('watchpoints'),
  }
  schedule(m, vcpuOf(m).cpu, 'nobody')
  host.tasks.delete(key)
  scheduleThread(m)
}

/** The thread of the current vCPU gets its CPU. */
export const scheduleThread = (m: Machine): void => schedule(m, vcpuOf(m).cpu, taskKey(m, 'vcpu-thread'))

const causeOf = { code: 'breakpoint', store: 'watchpoint', bkpt: 'bkpt' } as const

/** The debugged task runs: a hit that nobody has asked for is hit again and again. */
const runTask = (m: Machine, what: 'code' | 'store' | 'bkpt'): void => {
  const number = vcpuOf(m).cpu
  schedule(m, number, 'debugged')
  const own = taskPairs(m, 'debugged')
  const list = what === 'code' ? own.breakpoints : own.watchpoints
  const watched = what !== 'bkpt' && list.some(({ control: bits }) => bits !== 0)
  m.events.push({ kind: 'task', seenBy: 'host', task: 'debugged', what, watched, cpu: m.cpus[number]! })
  const hit =
    what === 'code'
      ? breakpointHit(m, number, HOST_CODE, 'user')
      : what === 'store'
        ? (watchpointHit(m, number, HOST_DATA, 'write', true)?.pair ?? null)
        : null
  if (hit || what === 'bkpt') {
    const { taken, to } = raise(m, number, causeOf[what], true, what === 'store')
    if (to === 'hyp') throw new Ended('hyp-panic')
    if (to === 'debug-state')
      m.events.push({ kind: 'halt', seenBy: 'external-debugger', cpu: m.cpus[number]! })
    else if (taken) {
      const owned =
        what === 'bkpt' ||
        list.some(({ control: bits, value }) => bits === hit?.control && value === hit?.value)
      pushException(m, number, 'debugged', causeOf[what], owned)
      if (!owned) throw new Ended('host-livelock')
    }
  }
  scheduleThread(m)
}

/** What the host does between two entries. */
export const perform = (m: Machine, action: Action): ActionEvent['result'] =>
  match(action)
    .with({ do: 'set-host-breakpoint' }, ({ task, kind }) => setBreakpoint(m, task, kind))
    .with({ do: 'clear-host-breakpoints' }, ({ task }) => {
      clearBreakpoints(m, task)
      return 'ok' as const
    })
    .with({ do: 'run-task' }, ({ what }) => {
      runTask(m, what)
      return 'ok' as const
    })
    .with({ do: 'migrate' }, ({ cpu }) => {
      schedule(m, vcpuOf(m).cpu, 'nobody')
      vcpuOf(m).cpu = cpu
      scheduleThread(m)
      return 'ok' as const
    })
    .with({ do: 'switch-vcpu' }, ({ vcpu }) => {
      schedule(m, vcpuOf(m).cpu, 'nobody')
      m.vcpu = vcpu
      scheduleThread(m)
      return 'ok' as const
    })
    .with({ do: 'idle' }, ({ cpu }) => {
      schedule(m, cpu, 'nobody')
      powerUp(m, cpu)
      startUp(m, cpu)
      scheduleThread(m)
      return 'ok' as const
    })
    .with({ do: 'host-write' }, ({ register, value }) => {
      const { number } = cpuOf(m)
      // A kernel that has not taken the debug registers over leaves them alone.
      if (!m.layout.setup.hwBreakpoint || isUndefined(m, cpuOf(m), register, 'write')) return 'none' as const
      writeHardware(m, number, register, Number(BigInt(value)))
      return 'ok' as const
    })
    .with({ do: 'external-debugger' }, ({ halting, dbgen }) => {
      const { number, dscr } = cpuOf(m)
      if (dbgen !== undefined) changeCpu(m, number, { dbgen })
      if (halting !== undefined)
        changeCpu(m, number, {
          dscr: u32(halting ? dscr | dscrBits.HDBGen : dscr & ~dscrBits.HDBGen),
        })
      return 'ok' as const
    })
    .exhaustive()
