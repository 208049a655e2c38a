/**
 * Runs a program under a variant: the oracle "what may this program produce?".
 */
import {
  type Answer,
  type Answers,
  CHOICE_NAMES,
  type ChoiceName,
  type Choose,
  choices,
  chooseFrom,
} from './choices.ts'
import { CODE, CODE_SIZE, LOG, RUN_CAP, STEP_CAP, TABLES } from './contract.ts'
import { endingInHandler } from './handlers.ts'
import { createVcpu, setUpDebugRegisters } from './host.ts'
import { type Layout, layOut } from './layout.ts'
import { debugView, effective, guestState, type Machine } from './machine.ts'
import { LeftRam } from './memory.ts'
import { GuestFault } from './mode.ts'
import type { Program } from './program.ts'
import type { Ending, Exit, Run, RunEvent } from './run.ts'
import type { Variant } from './variants/variant.ts'
import { EBP, type GuestState } from './vcpu.ts'

const createMachine = (layout: Layout, variant: Variant, choose: Choose, events: RunEvent[]): Machine => {
  const { rules, slots } = variant
  const v = createVcpu(layout)
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
const runVcpu = (m: Machine, immediateExit: boolean): Exit => {
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

/** What an exit means for the program: it goes on, or it has ended. */
const endingOf = (m: Machine, exit: Exit, codeEnd: number | null, runs: number): Ending | null => {
  if (exit.reason === 'internal-error') return 'internal-error'
  if (exit.reason === 'shutdown') return 'shutdown'
  // A hypervisor that reports a step over HLT as such shows no HLT exit: what counts is that RIP has passed it.
  const at = Number(m.v.cs.base + m.v.rip)
  if (codeEnd !== null && at > codeEnd && at <= CODE + CODE_SIZE) return 'end'
  const ending = endingInHandler(at, m.v.mode.name)
  if (ending) return ending
  return m.steps >= STEP_CAP || runs >= RUN_CAP ? 'cap' : null
}

/**
 * The run of a program, every choice answered from `answers`, then by the variant, then by its default.
 *
 * @throws InputError if the program cannot be laid out or names values that do not exist.
 */
export const runProgram = (program: Program, variant: Variant, answers: Answers = {}): Run => {
  const layout = layOut(program)
  const consulted = new Map<ChoiceName, string>()
  const free = chooseFrom(answers)
  const events: RunEvent[] = []
  const choose: Choose = <Name extends ChoiceName>(name: Name): Answer<Name> => {
    const chosen = (variant.answers[name] as Answer<Name> | undefined) ?? free(name)
    if (!consulted.has(name)) {
      consulted.set(name, chosen)
      if (name === 'undefinedBreakpoint')
        events.push({ kind: 'unpredictable', seenBy: 'nobody', choice: name })
    }
    return chosen
  }
  const m = createMachine(layout, variant, choose, events)
  setUpDebugRegisters(m, layout)
  // At CPL3 the program ends in a handler.
  const codeEnd = layout.setup.cpl === 3 ? null : layout.addresses.at(-1)!
  let runs = 0
  let ending: Ending | null = null
  /** As at the last exit. */
  let state: GuestState | null = null

  const runOnce = (immediateExit: boolean): Exit => {
    const exit = runVcpu(m, immediateExit)
    if (immediateExit && exit.reason === 'interrupted') return exit
    m.setAtExit = m.hits === 0n && m.v.heldTraps === 0n ? null : effective(m)
    state = guestState(m)
    events.push({ kind: 'exit', seenBy: 'host', run: runs, exit, state, view: debugView(m) })
    runs += 1
    ending = endingOf(m, exit, codeEnd, runs)
    return exit
  }
  /** Runs with immediate exit until nothing is left to complete; an exit on the way stands for a run. */
  const settle = (): boolean => {
    const before = runs
    while (ending === null && runOnce(true).reason !== 'interrupted');
    return runs > before
  }

  for (let group = 0; ending === null; group++) {
    let stands = false
    for (const action of program.script[group] ?? []) {
      stands = false
      if (action.do === 'immediate-exit') stands = runOnce(true).reason !== 'interrupted'
      if (action.do === 'save-restore') stands = settle()
      if (ending !== null) break
      const result = m.slots.perform(m, action, program, layout)
      events.push({ kind: 'action', seenBy: 'host', group, action, result })
    }
    if (ending === null && !stands) runOnce(false)
  }

  const logEnd = Math.min(Math.max(LOG, Number(m.v.gpr[EBP]!)), TABLES)
  return { events, ending: ending!, state: state!, log: m.v.memory.bytes(LOG, logEnd), consulted }
}

/**
 * All runs that a program may produce under a variant: one for every combination of answers to the choices that
 * the program really meets, the defaults first.
 */
export function* allowedRuns(program: Program, variant: Variant): Generator<{ run: Run; answers: Answers }> {
  const pending: Answers[] = [{}]
  for (let answers = pending.pop(); answers; answers = pending.pop()) {
    const run = runProgram(program, variant, answers)
    yield { run, answers }
    const fixed: { [name: string]: string } = { ...answers }
    for (const name of CHOICE_NAMES) {
      const taken = run.consulted.get(name)
      if (taken === undefined || name in variant.answers || name in fixed) continue
      for (const other of choices[name].answers)
        if (other !== taken) pending.push({ ...fixed, [name]: other } as Answers)
      fixed[name] = taken
    }
  }
}
