/**
 * Runs a program under a variant: the oracle “what may this program produce?”.
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
import { DONE, LOG, LOG_SIZE, RUN_CAP, STEP_CAP, UNEXPECTED } from './contract.ts'
import { createVcpu, LOG_POINTER } from './host.ts'
import { layOut } from './layout.ts'
import { debugView, guestState, type Machine } from './machine.ts'
import { LeftRam } from './memory.ts'
import type { Program } from './program.ts'
import { NO_REGISTERS, OSLSR_EL1 } from './registers.ts'
import type { Ending, Exit, Run, RunEvent } from './run.ts'
import type { Variant } from './variants/variant.ts'
import type { GuestState, Vcpu } from './vcpu.ts'

/** A vCPU under a variant's hypervisor, before anything has run. */
export const createMachine = (v: Vcpu, variant: Variant, choose: Choose, events: RunEvent[]): Machine => {
  const { rules, slots } = variant
  const { control, host, mdscr, oslsr, registers } = v
  return {
    v,
    hw: { mdscr: 0n, mdcr: 0n, oslsr: OSLSR_EL1.reset, registers: NO_REGISTERS },
    view: { control, host, mdscr, oslsr, registers },
    rules,
    slots,
    choose,
    context: { rules, choose },
    events,
    current: null,
    since: { guestSs: 0, guestSsEntered: 0, ran: false, exception: null, lastSet: null },
    stepped: 'no',
    hostStepDone: false,
    hostStepOwed: false,
    preemptIn: null,
    steps: 0,
  }
}

/** KVM_RUN. */
export const runVcpu = (m: Machine, immediateExit: boolean): Exit => {
  try {
    return m.slots.run(m, immediateExit)
  } catch (error) {
    if (error instanceof LeftRam) return { reason: 'internal-error', detail: 'the guest left its RAM' }
    throw error
  }
}

/** What an exit means for the program: it goes on, or it has ended. */
const endingOf = (m: Machine, exit: Exit, runs: number): Ending | null => {
  if (exit.reason === 'internal-error') return 'internal-error'
  if (exit.reason === 'mmio' && exit.direction === 'write') {
    if (exit.address === BigInt(DONE)) return 'end'
    if (exit.address === BigInt(UNEXPECTED)) return 'fault'
  }
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
      if (name === 'unpredictableMatch')
        events.push({ kind: 'unpredictable', seenBy: 'nobody', choice: name })
    }
    return chosen
  }
  const m = createMachine(createVcpu(layout), variant, choose, events)
  let runs = 0
  let ending: Ending | null = null
  /** As at the last exit. */
  let state: GuestState | null = null

  const runOnce = (immediateExit: boolean): Exit => {
    const exit = runVcpu(m, immediateExit)
    if (immediateExit && exit.reason === 'interrupted') return exit
    m.preemptIn = null
    state = guestState(m)
    events.push({ kind: 'exit', seenBy: 'host', run: runs, exit, state, view: debugView(m) })
    runs += 1
    ending = endingOf(m, exit, runs)
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
      const { result, value } = m.slots.perform(m, action, layout)
      events.push({ kind: 'action', seenBy: 'host', group, action, result, value })
    }
    if (ending === null && !stands) runOnce(false)
  }

  const logEnd = Math.min(Math.max(LOG, Number(m.v.gpr[LOG_POINTER]!)), LOG + LOG_SIZE)
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
