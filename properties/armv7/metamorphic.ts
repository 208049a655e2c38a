/**
 * Properties that relate runs of the same program: what may happen at any time must not be seen.
 */
import {
  CODE,
  CODE_CAP,
  type Instruction,
  type Program,
  type Run,
  type RunEvent,
  SPACING,
  type Value,
} from '../../model/armv7/index.ts'
import { armv7Thread } from '../../model/armv7/sources.ts'
import type { Property, Related } from '../property.ts'
import { hexOf } from './history.ts'
import { type Armv7, relation } from './types.ts'

/** An instruction whose places at or behind an inserted one move along. */
const moved = (instruction: Instruction, inserted: number): Instruction => {
  const move = (value: Value): Value =>
    typeof value === 'object' && 'instruction' in value && value.instruction >= inserted
      ? { instruction: value.instruction + 1 }
      : value
  return instruction.op === 'mcr' ? { ...instruction, value: move(instruction.value) } : instruction
}

/** The program with an exit before one of its instructions, and nothing done by the host there. */
const withExit = (program: Program, before: number): Program => {
  const { code, script } = program
  const entries = code.slice(0, before).filter(({ op }) => op === 'wfi').length
  const all = code.map((instruction) => moved(instruction, before))
  return {
    ...program,
    code: [...all.slice(0, before), { op: 'wfi' }, ...all.slice(before)],
    script:
      script.length <= entries + 1
        ? script
        : [...script.slice(0, entries + 1), [], ...script.slice(entries + 1)],
  }
}

/** Whether a value is an address of the program’s code, which an inserted instruction moves. */
const isCodeAddress = (value: number): boolean => value >= CODE && value < CODE + SPACING * CODE_CAP

/** What the guest learns from an event; `null` if nothing. */
const learned = (event: RunEvent): string | null => {
  switch (event.kind) {
    case 'access': {
      const { register, direction, value, outcome } = event
      if (outcome === 'undefined') return `${register} UNDEFINED`
      if (direction === 'write' || value === null || isCodeAddress(value)) return null
      return `${register}=${hexOf(value)}`
    }
    case 'delivery':
      return `${event.exception} ${event.cause ?? ''} ${event.fsr ?? ''} ${event.far ?? ''}`
    case 'start-up':
      return `hw_breakpoint: ${event.outcome.reason}`
    default:
      return null
  }
}

const guestLearns = (run: Run): string[] => run.events.flatMap((event) => learned(event) ?? [])

const exits = relation({
  id: 'armv7/exits-are-invisible',
  layer: 'abi',
  statement: 'That the guest is left and entered again at once changes nothing that it reads or takes.',
  cites: [armv7Thread.conclusion],
  programs: 'breakpoints',
  *related(program): Generator<Related<Armv7>> {
    for (const before of program.code.keys())
      yield { program: withExit(program, before), how: `an exit before instruction ${before}` }
  },
  holds: (run, other) => {
    const [one, two] = [guestLearns(run), guestLearns(other)]
    const at = one.findIndex((text, i) => text !== two[i])
    if (at < 0 && one.length === two.length) return true
    const i = at < 0 ? one.length : at
    return `expected “${one[i] ?? 'nothing more'}”, seen “${two[i] ?? 'nothing more'}”`
  },
})

/** The properties of related programs. */
export const metamorphicProperties: readonly Property<Armv7>[] = [exits]
