/**
 * Runs a program under a variant: the oracle “what may this program produce?”.
 */
import { allowedRuns as allowedRunsOf, consult } from '../choices.ts'
import { runScript } from '../kvm/host-script.ts'
import { type Answers, type Choose, choices, chooseFrom } from './choices.ts'
import { DONE, LOG, LOG_SIZE, RUN_CAP, STEP_CAP, UNEXPECTED } from './contract.ts'
import { createVcpu, LOG_POINTER } from './host.ts'
import { layOut } from './layout.ts'
import { debugView, guestState, type Machine } from './machine.ts'
import { LeftRam } from './memory.ts'
import type { Action, Program } from './program.ts'
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
const endingOf = (m: Machine, exit: Exit, run: number): Ending | null => {
  if (exit.reason === 'internal-error') return 'internal-error'
  if (exit.reason === 'mmio' && exit.direction === 'write') {
    if (exit.address === BigInt(DONE)) return 'end'
    if (exit.address === BigInt(UNEXPECTED)) return 'fault'
  }
  return m.steps >= STEP_CAP || run + 1 >= RUN_CAP ? 'cap' : null
}

/** What a host that decides as it goes can see. */
export interface Driven {
  /** The events so far; the last action or exit is the last of its kind. */
  readonly events: readonly RunEvent[]
  /** A byte of the guest’s memory; `null` where there is no RAM. */
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
  /** As at the last exit. */
  let state: GuestState | null = null
  const { memory } = m.v
  const peek = (at: bigint): number | null => (memory.isRam(at, 1) ? Number(memory.read(at, 1)) : null)
  const driven: Driven = { events, peek }
  const ending = runScript((group) => host(group, driven), {
    run: (immediateExit) => runVcpu(m, immediateExit),
    exited: (exit, run) => {
      m.preemptIn = null
      state = guestState(m)
      events.push({ kind: 'exit', seenBy: 'host', run, exit, state, view: debugView(m) })
      return endingOf(m, exit, run)
    },
    perform: (action, group) => {
      const { result, value } = m.slots.perform(m, action, layout)
      events.push({ kind: 'action', seenBy: 'host', group, action, result, value })
    },
  })

  const logEnd = Math.min(Math.max(LOG, Number(m.v.gpr[LOG_POINTER]!)), LOG + LOG_SIZE)
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
