/**
 * Runs a program under a variant: the oracle “what may this program produce?”.
 */
import { allowedRuns as allowedRunsOf, consult } from '../choices.ts'
import { type Answers, type Choose, choices, chooseFrom } from './choices.ts'
import { CPUS, ENTRY_CAP, VCPUS } from './contract.ts'
import { execute } from './execute.ts'
import { boot, perform, scheduleThread } from './host.ts'
import { layOut } from './layout.ts'
import { cpuOf, Ended, type Machine, taskKey, vcpuOf } from './machine.ts'
import type { Program } from './program.ts'
import { BREAKPOINTS, HDCR_RESET, NO_PAIRS, WATCHPOINTS } from './registers.ts'
import type { Cpu, Ending, Run, RunEvent } from './run.ts'
import type { Variant } from './variants/variant.ts'

/** Host, CPUs and vCPUs before the host has booted. */
const createMachine = (program: Program, variant: Variant, choose: Choose, events: RunEvent[]): Machine => {
  const layout = layOut(program)
  const { rules, slots } = variant
  const { debugArchitecture: architecture, dbgen } = layout.setup
  const cpus = Array.from(
    { length: CPUS },
    (_, number): Cpu => ({
      number,
      architecture,
      hdcr: HDCR_RESET,
      dscr: 0,
      vcr: 0,
      osLock: false,
      doubleLock: false,
      dbgen: dbgen[number]!,
      pairs: NO_PAIRS,
    }),
  )
  return {
    program,
    layout,
    cpus,
    vcpus: Array.from({ length: VCPUS }, () => ({
      cpu: 0,
      pairs: NO_PAIRS,
      moe: 0,
      shadow: new Map(),
      live: false,
    })),
    vcpu: 0,
    host: {
      slots: { breakpoints: BREAKPOINTS, watchpoints: WATCHPOINTS },
      taken: { breakpoints: 0, watchpoints: 0 },
      tasks: new Map(),
      current: [null, null],
    },
    before: cpus[0]!,
    rules,
    slots,
    choose,
    context: { rules, choose },
    events,
  }
}

/**
 * The run of a program, every choice answered from `answers`, then by the variant, then by its default.
 *
 * @throws InputError if the program cannot be laid out or names values that do not exist.
 */
export const runProgram = (program: Program, variant: Variant, answers: Answers = {}): Run => {
  const events: RunEvent[] = []
  const { choose, consulted } = consult(choices, chooseFrom(variant.answers, answers), events)
  const m = createMachine(program, variant, choose, events)
  const { code, script } = program
  let next = 0
  let entries = 0

  /** One stay in the guest. */
  const runGuest = (): void => {
    m.before = cpuOf(m)
    const { before } = m
    m.slots.enterGuest(m)
    events.push({ kind: 'entry', seenBy: 'nobody', vcpu: m.vcpu, cpu: cpuOf(m) })
    let leaves = false
    while (!leaves && next < code.length) leaves = execute(m, next++)
    const reason = leaves ? 'wfi' : 'end'
    m.slots.exitGuest(m, () => {
      const { breakpoints, watchpoints } = m.host.taken
      const taken = breakpoints + watchpoints
      const { vcpu } = m
      events.push({ kind: 'exit', seenBy: 'host', run: entries, vcpu, reason, before, cpu: cpuOf(m), taken })
    })
    entries += 1
  }

  let ending: Ending = 'end'
  try {
    boot(m)
    m.host.current[vcpuOf(m).cpu] = taskKey(m, 'vcpu-thread')
    for (let group = 0; entries === 0 || next < code.length || group < script.length; group++) {
      if (entries >= ENTRY_CAP) throw new Ended('cap')
      for (const action of script[group] ?? []) {
        const result = perform(m, action)
        events.push({ kind: 'action', seenBy: 'host', group, action, result, cpu: cpuOf(m) })
      }
      scheduleThread(m)
      runGuest()
    }
  } catch (error) {
    if (!(error instanceof Ended)) throw error
    ending = error.ending
  }
  return { events, ending, consulted }
}

/** All runs that a program may produce under a variant, one for each combination of answers to the choices that it meets. */
export const allowedRuns = (
  program: Program,
  variant: Variant,
): Generator<{ readonly run: Run; readonly answers: Answers }> =>
  allowedRunsOf(choices, variant, (answers) => runProgram(program, variant, answers))
