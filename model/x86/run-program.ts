/**
 * Runs a program under a variant: the oracle "what may this program produce?".
 */
import { allowedRuns as allowedRunsOf, consult } from '../choices.ts'
import { runScript } from '../kvm/host-script.ts'
import { type Answers, type Choose, choices, chooseFrom } from './choices.ts'
import { CODE, CODE_SIZE, LOG, RUN_CAP, STEP_CAP, TABLES } from './contract.ts'
import { endingInHandler } from './handlers.ts'
import { createVcpu, setUpDebugRegisters } from './host.ts'
import { layOut } from './layout.ts'
import { debugView, effective, guestState, type Machine } from './machine.ts'
import { LeftRam } from './memory.ts'
import { GuestFault } from './mode.ts'
import type { Action, Program } from './program.ts'
import type { Ending, Exit, Run, RunEvent } from './run.ts'
import type { Variant } from './variants/variant.ts'
import { EBP, type GuestState, type Vcpu } from './vcpu.ts'

/** A vCPU under a variant's hypervisor, before anything has run. */
export const createMachine = (v: Vcpu, variant: Variant, choose: Choose, events: RunEvent[]): Machine => {
  const { rules, slots } = variant
  return {
    v,
    view: { control: 0, hostDb: v.hostDb, hostDr7: 0n, db: v.db, dr6: v.dr6, dr7: v.dr7 },
    rules,
    slots,
    choose,
    context: { rules, choose },
    events,
    current: null,
    accesses: [],
    hits: 0n,
    setAtExit: null,
    steps: 0,
  }
}

/** What has met breakpoints and is not yet reported counts only while the same registers are in force. */
const dropHitsOfAnotherSet = (m: Machine): void => {
  if (m.setAtExit === null) return
  const { db, dr7 } = effective(m)
  const before = m.setAtExit
  if (dr7 === before.dr7 && db.every((address, i) => address === before.db[i])) return
  m.hits = 0n
  m.v.heldTraps = 0n
}

/** KVM_RUN: an access that userspace answered is completed first, even if the run is to end at once. */
export const runVcpu = (m: Machine, immediateExit: boolean): Exit => {
  m.v.immediateExit = immediateExit
  dropHitsOfAnotherSet(m)
  try {
    if (m.v.access) {
      const exit = m.slots.completeAccess(m)
      if (exit) return exit
    }
    if (immediateExit) return { reason: 'interrupted' }
    for (;;) {
      const exit = m.slots.enterGuest(m)
      if (exit) return exit
      // What was delivered may have something else waiting behind it.
      const stopped = m.v.exception ? null : m.slots.step(m)
      if (stopped) return stopped
      if (m.steps >= STEP_CAP) return { reason: 'interrupted' }
    }
  } catch (error) {
    if (error instanceof LeftRam) return { reason: 'internal-error', detail: 'the guest left its RAM' }
    // An event cannot push its frame, nor the #SS that follows, nor the #DF: a triple fault.
    if (error instanceof GuestFault) return { reason: 'shutdown' }
    throw error
  }
}

/** What a VMM reads of the guest at an exit; what has hit and waits is kept for the registers now in force. */
export const stateAtExit = (m: Machine): GuestState => {
  m.setAtExit = m.hits === 0n && m.v.heldTraps === 0n ? null : effective(m)
  return guestState(m)
}

/** What an exit means for the program: it goes on, or it has ended. */
const endingOf = (m: Machine, exit: Exit, codeEnd: number | null, run: number): Ending | null => {
  if (exit.reason === 'internal-error') return 'internal-error'
  if (exit.reason === 'shutdown') return 'shutdown'
  // A hypervisor that reports a step over HLT as such shows no HLT exit: what counts is that RIP has passed it.
  const at = Number(m.v.cs.base + m.v.rip)
  if (codeEnd !== null && at > codeEnd && at <= CODE + CODE_SIZE) return 'end'
  const ending = endingInHandler(at, m.v.mode.name)
  if (ending) return ending
  return m.steps >= STEP_CAP || run + 1 >= RUN_CAP ? 'cap' : null
}

/** What a host that decides as it goes can see. */
export interface Driven {
  /** The events so far; the last action or exit is the last of its kind. */
  readonly events: readonly RunEvent[]
  /** A byte of the guest’s memory by its linear address; `null` where there is no RAM. */
  readonly peek: (address: bigint) => number | null
}

/**
 * The run of a program under a host that decides before each run what it does, every choice answered by the variant, then
 * from `answers`, then by its default.
 *
 * @param host what is done before a run of the vCPU, in the place of the program’s script.
 * @throws InputError if the program cannot be laid out or names values that do not exist.
 */
export const driveProgram = (
  program: Program,
  variant: Variant,
  answers: Answers,
  host: (group: number, driven: Driven) => Iterable<Action>,
): Run => {
  const layout = layOut(program)
  const events: RunEvent[] = []
  const { choose, consulted } = consult(choices, chooseFrom(variant.answers, answers), events)
  const m = createMachine(createVcpu(layout), variant, choose, events)
  setUpDebugRegisters(m, layout)
  // At CPL3 the program ends in a handler.
  const codeEnd = layout.setup.cpl === 3 ? null : layout.addresses.at(-1)!
  /** As at the last exit. */
  let state: GuestState | null = null
  const { memory } = m.v
  const peek = (at: bigint): number | null => (memory.isRam(at, 1) ? memory.read(at, 1) : null)
  const driven: Driven = { events, peek }
  const ending = runScript((group) => host(group, driven), {
    run: (immediateExit) => runVcpu(m, immediateExit),
    exited: (exit, run) => {
      state = stateAtExit(m)
      events.push({ kind: 'exit', seenBy: 'host', run, exit, state, view: debugView(m) })
      return endingOf(m, exit, codeEnd, run)
    },
    perform: (action, group) => {
      const result = m.slots.perform(m, action, program, layout)
      events.push({ kind: 'action', seenBy: 'host', group, action, result })
    },
  })

  const logEnd = Math.min(Math.max(LOG, Number(m.v.gpr[EBP]!)), TABLES)
  return { events, ending, state: state!, log: m.v.memory.bytes(LOG, logEnd), consulted }
}

/**
 * The run of a program, every choice answered by the variant, then from `answers`, then by its default.
 *
 * @throws InputError if the program cannot be laid out or names values that do not exist.
 */
export const runProgram = (program: Program, variant: Variant, answers: Answers = {}): Run =>
  driveProgram(program, variant, answers, (group) => program.script[group] ?? [])

/** All runs that a program may produce under a variant, one for each combination of answers to the choices that it meets. */
export const allowedRuns = (
  program: Program,
  variant: Variant,
): Generator<{ readonly run: Run; readonly answers: Answers }> =>
  allowedRunsOf(choices, variant, (answers) => runProgram(program, variant, answers))
