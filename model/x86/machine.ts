/**
 * A machine in the middle of a run: the vCPU, the variant's rules and slots, and the events so far.
 */
import { any, u64 } from '../bits.ts'
import { type Errno, GUESTDBG, inForce } from '../kvm/guest-debug.ts'
import type { Choose } from './choices.ts'
import type { Decoded } from './decode.ts'
import type { Layout } from './layout.ts'
import type { Action, Program } from './program.ts'
import { dr7 as dr7Bits } from './registers.ts'
import type { CheckBeforeEmulationInput } from './rules/check-before-emulation.ts'
import type { EffectiveDebugRegisters } from './rules/debug-registers.ts'
import type { Hits } from './rules/matching.ts'
import type { Context, Rules } from './rules.ts'
import type { Access, DebugView, Exit, InstructionEvent, RunEvent } from './run.ts'
import type { GuestState, PendingAccess, Vcpu } from './vcpu.ts'

/** How an instruction went, before it retires. */
export type Outcome =
  | { readonly kind: 'done' }
  /** Done, and RIP is where the instruction sent it. */
  | { readonly kind: 'jumped' }
  /** Iterations were done, RIP stays. */
  | { readonly kind: 'mid-repeat' }
  | {
      readonly kind: 'fault'
      readonly vector: number
      /** What is pushed behind the frame outside of real mode; `null` if the vector has none. */
      readonly errorCode: number | null
      /** CR2 of a #PF, else `null`. */
      readonly address: bigint | null
    }
  | { readonly kind: 'general-detect' }
  /** Userspace has to answer an access first. */
  | { readonly kind: 'userspace'; readonly exit: Exit }
  | { readonly kind: 'breakpoint-exit' }
  | { readonly kind: 'icebp' }
  | { readonly kind: 'unsupported' }

/** What retiring an instruction has to know about how it began and went. */
export interface Retirement {
  readonly instruction: Decoded
  /** The guest's TF when it began. */
  readonly guestTf: boolean
  /** RFLAGS.IF when it began. */
  readonly interruptFlag: boolean
  readonly userspace: PendingAccess['userspace']
  readonly midRepeat: boolean
  /** The instruction itself moved RIP. */
  readonly jumped: boolean
}

/**
 * The transitions of the hypervisor. A variant may replace whole slots where an implementation is built otherwise.
 * Each returns the exit that it causes, or `null` if the guest goes on.
 */
export interface Slots {
  /** Guest entry: deliver what waits, in order of priority. */
  readonly enterGuest: (m: Machine) => Exit | null
  /** The instruction boundary: code breakpoints, then the instruction itself. */
  readonly step: (m: Machine) => Exit | null
  /** The end of an instruction: RF, shadow, step and breakpoint traps. */
  readonly retire: (m: Machine, how: Retirement) => Exit | null
  /** A #DB after an instruction: to userspace, or queued for the guest. */
  readonly takeTrap: (m: Machine, payload: bigint) => Exit | null
  /** Delivery of an exception or interrupt through the vector table. */
  readonly deliver: (m: Machine, event: Delivery) => Exit | null
  /** The access that userspace answered. */
  readonly completeAccess: (m: Machine) => Exit | null
  /** What the host does between two runs: the ioctls. */
  readonly perform: (m: Machine, action: Action, program: Program, layout: Layout) => Errno
}

export interface Delivery {
  readonly source: 'raised' | 'injected' | 'software' | 'interrupt' | 'nmi'
  readonly vector: number
  readonly returnIp: bigint
  readonly payload: bigint | null
  /** Outside of real mode, of the vectors that have one. */
  readonly errorCode?: number | null
  /** RF in the frame is that of RFLAGS, fault or not. */
  readonly keepsResumeFlag?: boolean
}

export interface Machine {
  readonly v: Vcpu
  /** Those of the path that the guest is on: a hypervisor may have several, each with rules of its own. */
  rules: Rules
  slots: Slots
  choose: Choose
  /** What rules get as their context. */
  context: Context
  readonly events: RunEvent[]
  /** The view that the last event got. */
  view: DebugView
  /** The instruction that is under way. */
  current: InstructionEvent | null
  /** Where accesses are noted: those of the instruction or of the delivery under way. */
  accesses: Access[]
  /** Causes met by the accesses of the instruction or delivery under way. */
  hits: bigint
  /** The registers in force at the last exit, if hits of them waited there to be reported. */
  setAtExit: EffectiveDebugRegisters | null
  /** Instructions begun and events delivered; a program that reaches the cap is ended. */
  steps: number
}

/** The debug registers of both sides, by reference; one object for as long as they do not change. */
export const debugView = (m: Machine): DebugView => {
  const { v } = m
  const last = m.view
  const same =
    last.control === v.control &&
    last.dr7 === v.dr7 &&
    last.dr6 === v.dr6 &&
    last.db === v.db &&
    last.hostDb === v.hostDb &&
    last.hostDr7 === v.hostDr7
  if (!same) {
    const { control, hostDb, hostDr7, db, dr6, dr7 } = v
    m.view = { control, hostDb, hostDr7, db, dr6, dr7 }
  }
  return m.view
}

/** A copy of everything that a VMM can read of the guest. */
export const guestState = (m: Machine): GuestState => {
  const { v } = m
  return {
    mode: v.mode.name,
    gpr: v.gpr.slice(),
    rip: v.rip,
    rflags: m.rules.visibleFlags({ rflags: v.rflags, control: v.control }, m.context),
    cs: v.cs.selector,
    ds: v.ds.selector,
    es: v.es.selector,
    ss: v.ss.selector,
    csBase: v.cs.base,
    cr2: v.cr2,
    cr4De: v.cr4De,
    db: v.db,
    dr6: v.dr6,
    dr7: v.dr7,
    shadow: v.shadow,
    exception: v.exception && m.rules.exceptionShown(v.exception, m.context) ? v.exception : null,
    interrupt: v.interrupt,
    nmiPending: v.nmiPending,
  }
}

/** Linear address of the instruction that RIP points to. */
export const linearRip = (m: Machine): bigint =>
  m.rules.linearAddress({ mode: m.v.mode.name, csBase: m.v.cs.base, rip: m.v.rip }, m.context)

/** The registers that are compared now. */
export const effective = (m: Machine): { readonly db: readonly bigint[]; readonly dr7: bigint } => {
  const { v } = m
  return m.rules.effectiveDebugRegisters(
    { control: v.control, hostDb: v.hostDb, hostDr7: v.hostDr7, guestDb: v.db, guestDr7: v.dr7 },
    m.context,
  )
}

/** The input of the check before the instruction at RIP. */
export const checkInput = (m: Machine): CheckBeforeEmulationInput => {
  const { v } = m
  return {
    control: v.control,
    hostDb: v.hostDb,
    hostDr7: v.hostDr7,
    guestDb: v.db,
    guestDr7: v.dr7,
    guestDr6: v.dr6,
    rip: v.rip,
    csBase: v.cs.base,
    rflags: v.rflags,
    mode: v.mode.name,
    movSsShadow: v.shadow === 'mov-ss' || v.shadow === 'sti-or-mov-ss',
    vendor: v.vendor,
    rtm: v.rtm,
    busLockDetect: v.busLockDetect,
  }
}

/** A KVM_EXIT_DEBUG with exception 1 at RIP. */
export const debugExit = (
  m: Machine,
  payload: bigint,
  cause: 'code-breakpoint' | 'general-detect' | 'trap',
): Exit => ({
  reason: 'debug',
  debug: m.rules.debugExit(
    { exception: 1, pc: linearRip(m), payload, dr7: effective(m).dr7, cause },
    m.context,
  ),
})

/** Queues an exception that the guest raised; it is delivered before its next instruction. */
export const raise = (
  m: Machine,
  vector: number,
  payload: bigint | null,
  errorCode: number | null = null,
): null => {
  m.v.exception = { vector, payload, errorCode, state: 'pending', requested: false }
  return null
}

const { ENABLES } = dr7Bits

const matchAccess = (m: Machine, access: Access, db: readonly bigint[], dr7: bigint): Hits => {
  const { kind, address, size } = access
  return kind === 'read' || kind === 'write'
    ? m.rules.matchDataBreakpoints({ dr7, db, address, size, access: kind }, m.context)
    : m.rules.matchIoBreakpoints({ dr7, db, port: Number(address), size, cr4De: m.v.cr4De }, m.context)
}

/** Notes an access and the breakpoints that it meets. */
export const noteAccess = (m: Machine, access: Access): void => {
  m.accesses.push(access)
  const { db, dr7 } = effective(m)
  if (!any(dr7, ENABLES)) return
  const { hits, mayHit } = matchAccess(m, access, db, dr7)
  const hit = hits === mayHit || m.choose('undefinedBreakpoint') === 'misses' ? hits : mayHit
  if (hit === 0) return
  const extra = matchAccess(m, access, db, u64(dr7 | ENABLES)).hits & ~hit
  m.hits |= BigInt(extra !== 0 && m.choose('disabledSlotBits') === 'set' ? hit | extra : hit)
}

/** Whether the host steps this instruction: SINGLESTEP in force, and not suspended behind a frame. */
export const hostSteps = (m: Machine): boolean =>
  inForce(m.v.control, GUESTDBG.SINGLESTEP) && m.v.stepSuspendedAt === null
