/**
 * All programs of up to a size over an alphabet, the smallest first. The next instruction or group is added only where
 * a run asked for it: a program whose code is never run to its end stands for all of its continuations.
 */
import {
  existsIn,
  type Instruction,
  makeProgram,
  type Program,
  type Run,
  type Setup,
} from '../model/x86/index.ts'
import type { Alphabet } from './x86/alphabet.ts'

/** A search: everything up to `instructions` instructions and `groups` groups of actions. */
export interface Scope {
  readonly alphabet: Alphabet
  readonly instructions: number
  readonly groups: number
}

/** The instructions that the mode of a setup has. */
const instructionsFor = ({ instructions }: Alphabet, setup: Setup): readonly Instruction[] =>
  instructions.filter((instruction) => existsIn(instruction, setup.mode ?? 'real'))

/**
 * Every program of at most one instruction or one group before the first run, and for the first setup of one
 * instruction and one group.
 */
export const smallPrograms = (alphabet: Alphabet): Program[] => {
  const { setups, groups } = alphabet
  const { 0: first = {} } = setups
  return [
    ...setups.flatMap((setup) => [
      makeProgram(setup, [], []),
      ...instructionsFor(alphabet, setup).map((instruction) => makeProgram(setup, [instruction], [])),
      ...groups.map((group) => makeProgram(setup, [], [group])),
    ]),
    ...instructionsFor(alphabet, first).flatMap((instruction) =>
      groups.map((group) => makeProgram(first, [instruction], [group])),
    ),
  ]
}

/** The scope as a phrase. */
export const scopeText = ({ alphabet, instructions, groups }: Scope): string =>
  `all programs of up to ${instructions} instructions and ${groups} action groups ` +
  `over ${alphabet.setups.length} setups, ${alphabet.instructions.length} instructions and ${alphabet.groups.length} groups`

const groupCount = (program: Program): number => program.script.filter((group) => group.length > 0).length

function* continuations(program: Program, runs: readonly Run[], scope: Scope): Generator<Program> {
  const { alphabet } = scope
  const asksForCode = runs.some((run) => run.ending === 'end')
  if (asksForCode && program.code.length < scope.instructions)
    for (const instruction of instructionsFor(alphabet, program.setup))
      yield { ...program, code: [...program.code, instruction] }
  if (groupCount(program) === scope.groups) return
  const started = Math.max(...runs.map((run) => run.events.filter((event) => event.kind === 'exit').length))
  for (let k = program.script.length; k < started; k++) {
    const before = [...program.script, ...Array.from({ length: k - program.script.length }, () => [])]
    for (const group of alphabet.groups) yield { ...program, script: [...before, group] }
  }
}

/**
 * Visits the programs of a scope by size. `visit` runs a program and returns its runs (those that the free choices
 * allow); it returns `null` to end the search.
 */
export const explore = (scope: Scope, visit: (program: Program) => readonly Run[] | null): number => {
  let level = scope.alphabet.setups.map((setup) => makeProgram(setup, [], []))
  const seen = new Set<string>()
  let programs = 0
  while (level.length > 0) {
    const next: Program[] = []
    for (const program of level) {
      const runs = visit(program)
      if (runs === null) return programs
      programs += 1
      for (const longer of continuations(program, runs, scope)) {
        const key = JSON.stringify([longer.setup, longer.code, longer.script])
        if (seen.has(key)) continue
        seen.add(key)
        next.push(longer)
      }
    }
    level = next
  }
  return programs
}
