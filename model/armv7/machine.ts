/**
 * A machine in the middle of a run: the CPUs, the vCPUs, the host, the variant’s rules and slots, and the events so far.
 */
import { u32 } from '../bits.ts'
import type { Choose } from './choices.ts'
import type { Layout } from './layout.ts'
import type { Program, Task } from './program.ts'
import {
  type Cause,
  DIDR,
  dscr as dscrBits,
  NO_PAIRS,
  oslsr,
  type Pairs,
  readPair,
  registerNamed,
  writePair,
} from './registers.ts'
import type { Direction, Privilege, Transfer } from './rules/access.ts'
import type { GuestSees } from './rules/emulation.ts'
import type { Context, Rules } from './rules.ts'
import type { Cpu, Ending, RunEvent } from './run.ts'

/** A vCPU as the hypervisor keeps it. */
export interface Vcpu {
  /** The CPU that its thread is on. */
  cpu: number
  /** The guest’s own breakpoints and watchpoints. */
  pairs: Pairs
  /** MOE of the guest’s own last debug exception, as far as the hypervisor knows. */
  moe: number
  /** Shadows of other registers, by their place. */
  readonly shadow: Map<string, number>
  /** Its debug registers are in the CPU and its accesses go there: designs that pass them through. */
  live: boolean
}

/** A trapped access, as the hypervisor has decoded it. */
export interface TrappedAccess {
  readonly register: string
  readonly direction: Direction
  readonly transfer: Transfer
  /** What is written. */
  readonly value: number
}

/** What a trapped access is answered with; `value` is what the destination of a read gets. */
export interface Answered {
  readonly sees: GuestSees
  readonly value: number
}

/** The transitions of the hypervisor. A variant may replace whole slots where a design is built otherwise. */
export interface Slots {
  /** Into the guest: what the CPU’s debug registers get. */
  readonly enterGuest: (m: Machine) => void
  /** Out of the guest, up to where the host can be interrupted: it calls `hostRuns` there. */
  readonly exitGuest: (m: Machine, hostRuns: () => void) => void
  /** A CP14 access that trapped. */
  readonly handleAccess: (m: Machine, access: TrappedAccess) => Answered
  /** A debug exception of the guest that was routed to Hyp mode. */
  readonly handleDebugException: (m: Machine, cause: Cause, far: number | null) => void
}

/** The host’s hw_breakpoint support. */
export interface Host {
  /** It came up on all CPUs, with so many slots for its users. */
  slots: { breakpoints: number; watchpoints: number }
  /** Slots that the accounting has given away. */
  taken: { breakpoints: number; watchpoints: number }
  /** The breakpoints and watchpoints of a task. */
  readonly tasks: Map<string, Pairs>
  /** The task whose breakpoints and watchpoints are in each CPU. */
  readonly current: (string | null)[]
}

export interface Machine {
  readonly program: Program
  readonly layout: Layout
  readonly cpus: Cpu[]
  readonly vcpus: readonly Vcpu[]
  /** Number of the vCPU that the next entry is of. */
  vcpu: number
  readonly host: Host
  /** The CPU as it was before the entry. */
  before: Cpu
  readonly rules: Rules
  readonly slots: Slots
  readonly choose: Choose
  readonly context: Context
  readonly events: RunEvent[]
}

/** Thrown where a run ends for a reason of its own. */
export class Ended extends Error {
  readonly ending: Ending
  constructor(ending: Ending) {
    super(ending)
    this.ending = ending
  }
}

/** The vCPU that runs, or runs next. */
export const vcpuOf = (m: Machine): Vcpu => m.vcpus[m.vcpu]!
/** The CPU that its thread is on. */
export const cpuOf = (m: Machine): Cpu => m.cpus[vcpuOf(m).cpu]!

/** Replaces a part of a CPU. */
export const changeCpu = (m: Machine, number: number, change: Partial<Cpu>): void => {
  m.cpus[number] = { ...m.cpus[number]!, ...change }
}

/** DBGDSCR as it reads: with DBGEN low there is no debug mode in it. */
export const visibleDscr = ({ dscr, dbgen }: Cpu): number =>
  dbgen ? dscr : u32(dscr & ~(dscrBits.HDBGen | dscrBits.MDBGen))

/** Whether a CPU is in monitor mode, as the variant asks for it. */
export const inMonitorMode = (m: Machine, cpu: Cpu): boolean =>
  m.rules.monitorModeEnabled({ dscr: visibleDscr(cpu) }, m.context)

/** What a read of a register of the CPU returns. */
export const readHardware = (cpu: Cpu, register: string): number => {
  const named = registerNamed(register)
  if (named?.pair) return readPair(cpu.pairs, named.pair, named.index!)
  switch (register) {
    case 'DBGDIDR':
      return DIDR[cpu.architecture]
    case 'DBGDSCRint':
    case 'DBGDSCRext':
      return visibleDscr(cpu)
    case 'DBGVCR':
      return cpu.vcr
    case 'DBGOSLSR':
      return (cpu.architecture === 'v7' ? oslsr.OSLM_V7 : oslsr.OSLM_V71) | (cpu.osLock ? oslsr.OSLK : 0)
    case 'DBGOSDLR':
      return cpu.doubleLock ? 1 : 0
    case 'DBGPRSR':
      return 1
    default:
      return 0
  }
}

/** A CPU after a write to one of its registers. */
export const writeHardware = (m: Machine, number: number, register: string, value: number): void => {
  const cpu = m.cpus[number]!
  const old = register === 'DBGDSCRext' ? cpu.dscr : readHardware(cpu, register)
  const stored = m.rules.storeRegister({ register, value: u32(value), old, osLock: cpu.osLock }, m.context)
  const named = registerNamed(register)
  if (named?.pair) {
    changeCpu(m, number, { pairs: writePair(cpu.pairs, named.pair, named.index!, stored) })
    return
  }
  switch (register) {
    case 'DBGVCR':
      changeCpu(m, number, { vcr: stored })
      return
    case 'DBGOSLAR':
      changeCpu(m, number, { osLock: stored === 1 })
      return
    case 'DBGOSDLR':
      changeCpu(m, number, { doubleLock: stored === 1 })
      return
    case 'DBGDSCRext': {
      // While DBGEN is low the mode cannot be changed.
      const mode = dscrBits.HDBGen | dscrBits.MDBGen
      changeCpu(m, number, { dscr: cpu.dbgen ? stored : u32((stored & ~mode) | (cpu.dscr & mode)) })
    }
  }
}

/** Whether an access that nothing traps is UNDEFINED on a CPU. */
export const isUndefined = (
  m: Machine,
  cpu: Cpu,
  register: string,
  direction: Direction,
  privilege: Privilege = 'pl1',
): boolean =>
  m.rules.routeAccess(
    {
      register,
      direction,
      privilege,
      transfer: 'register',
      hdcr: 0,
      architecture: cpu.architecture,
      udccDisabled: (cpu.dscr & dscrBits.UDCCdis) !== 0,
      osLock: cpu.osLock,
    },
    m.context,
  ) === 'undefined'

/** A write by the hypervisor: in Hyp mode an Undefined Instruction exception is the end of the host. */
export const hypervisorWrite = (m: Machine, register: string, value: number): void => {
  const cpu = cpuOf(m)
  if (isUndefined(m, cpu, register, 'write')) throw new Ended('hyp-panic')
  m.events.push({ kind: 'hypervisor-write', seenBy: 'nobody', cpu: cpu.number, register, value: u32(value) })
  writeHardware(m, cpu.number, register, value)
}

/** Puts breakpoints and watchpoints into the CPU, by writes of the hypervisor. */
export const loadPairs = (m: Machine, to: Pairs): void => {
  const load = (list: keyof Pairs, valueName: string, controlName: string): void => {
    for (const [n, pair] of to[list].entries()) {
      const from = cpuOf(m).pairs[list][n]!
      if (from === pair) continue
      for (const { half, value } of m.rules.pairWrites({ from, to: pair }, m.context))
        hypervisorWrite(m, `${half === 'value' ? valueName : controlName}${n}`, value)
    }
  }
  load('breakpoints', 'DBGBVR', 'DBGBCR')
  load('watchpoints', 'DBGWVR', 'DBGWCR')
}

/** Writes HDCR, one value after the other. */
export const writeHdcr = (m: Machine, values: readonly number[]): void => {
  for (const to of values) {
    const { number, hdcr: from } = cpuOf(m)
    if (from === to) continue
    changeCpu(m, number, { hdcr: to })
    m.events.push({ kind: 'hdcr', seenBy: 'nobody', cpu: number, from, to })
  }
}

/** The key of a task in the host: every vCPU has a thread of its own. */
export const taskKey = (m: Machine, task: Task, vcpu = m.vcpu): string =>
  task === 'vcpu-thread' ? `vcpu-thread ${vcpu}` : task

/** The breakpoints and watchpoints of a task. */
export const taskPairs = (m: Machine, key: string | null): Pairs =>
  (key === null ? undefined : m.host.tasks.get(key)) ?? NO_PAIRS
