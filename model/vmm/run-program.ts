/**
 * Runs a program under a variant: the oracle “what may this program produce?”.
 */
import { layOut as layOutArm64 } from '../arm64/layout.ts'
import type { Action as Arm64Action, Program as Arm64Program } from '../arm64/program.ts'
import { driveProgram as driveArm64 } from '../arm64/run-program.ts'
import { allowedRuns as allowedRunsOf, consult } from '../choices.ts'
import { layOut as layOutX86 } from '../x86/layout.ts'
import type { Action as X86Action, Program as X86Program } from '../x86/program.ts'
import { driveProgram as driveX86 } from '../x86/run-program.ts'
import { arm64 } from './arm64.ts'
import { type Answers, type ChoiceName, choices, chooseFrom, vmmChoices } from './choices.ts'
import { type DebuggedGuest, Debugger, type DrivenMachine } from './debugger.ts'
import { guestProgram, type Program, type Value } from './program.ts'
import type { Run, RunEvent } from './run.ts'
import type { Variant } from './variants/variant.ts'
import { x86 } from './x86.ts'

type MachineLayout = {
  readonly addresses: readonly (number | bigint)[]
  readonly value: (value: never) => bigint
}

/** The guest of a program, laid out by its machine. */
export interface Layout extends DebuggedGuest {
  /** The guest alone, as a program of its own machine. */
  readonly program: X86Program | Arm64Program
}

// A program is laid out to be run, and again to be examined: the last one is kept.
let last: { readonly program: Program; readonly layout: Layout } | null = null

/**
 * @throws InputError if the guest cannot be laid out or a command names a value that does not exist.
 */
export const layOut = (program: Program): Layout => {
  if (last?.program !== program) last = { program, layout: layOutAnew(program) }
  return last.layout
}

const layOutAnew = (program: Program): Layout => {
  const inner = guestProgram(program)
  const isX86 = inner.machine === 'x86'
  const { addresses, value }: MachineLayout = isX86 ? layOutX86(inner) : layOutArm64(inner)
  const resolve = value as (value: Value) => bigint
  for (const command of program.script.flat()) if ('at' in command) resolve(command.at)
  return {
    program: inner,
    architecture: isX86 ? x86 : arm64,
    value: resolve,
    entry: BigInt(addresses[0]!),
  }
}

/**
 * The run of a program, every choice answered by the variant, then from `answers`, then by its default.
 *
 * @throws InputError if the guest cannot be laid out or names values that do not exist.
 */
export const runProgram = (program: Program, variant: Variant, answers: Answers = {}): Run => {
  const guest = layOut(program)
  const events: RunEvent[] = []
  const { choose, consulted } = consult(vmmChoices, chooseFrom(variant.answers, answers), events)
  const session = new Debugger(program, guest, variant, choose, events)
  const host = (group: number, machine: DrivenMachine) => session.group(group, machine)
  const { program: inner } = guest
  const machine =
    inner.machine === 'x86'
      ? driveX86(inner, variant.machines.x86, answers, (n, driven) => host(n, driven) as Iterable<X86Action>)
      : driveArm64(
          inner,
          variant.machines.arm64,
          answers,
          (n, driven) => host(n, driven) as Iterable<Arm64Action>,
        )
  session.catchUp(machine)
  session.ended(machine.ending, machine.state)
  return {
    guest: inner.machine,
    events,
    ending: machine.ending,
    machine,
    consulted: new Map<ChoiceName, string>([...consulted, ...machine.consulted]),
  }
}

/**
 * The program of the guest’s machine that a run makes: what the VMM did before each run of the vCPU is its host script. On
 * a target that behaves as the model it says the same: the VMM decides by nothing but the exits.
 */
export const hostProgram = (program: Program, variant: Variant): X86Program | Arm64Program => {
  const { machine } = runProgram(program, variant)
  const script: (X86Action | Arm64Action)[][] = []
  for (const event of machine.events) {
    if (event.kind === 'exit') script[event.run] ??= []
    if (event.kind !== 'action') continue
    const group = script[event.group] ?? []
    script[event.group] = [...group, event.action]
  }
  return { ...layOut(program).program, script } as X86Program | Arm64Program
}

/** All runs that a program may produce under a variant, one for each combination of answers to the choices that it meets. */
export const allowedRuns = (
  program: Program,
  variant: Variant,
): Generator<{ readonly run: Run; readonly answers: Answers }> => {
  const { answers: onMachine } = variant.machines[program.setup.guest]
  const fixed = { answers: { ...onMachine, ...variant.answers } }
  return allowedRunsOf(choices, fixed, (answers) => runProgram(program, variant, answers))
}
