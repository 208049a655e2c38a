/**
 * All programs of up to a size over an alphabet, the smallest first. The next instruction or group is added only where
 * a run asked for it: a program whose code is never run to its end stands for all of its continuations.
 */
import type { AlphabetOf, MachineOf, MachineTypes } from './machine.ts'
import { x86 } from './x86/machine.ts'
import type { X86 } from './x86/types.ts'

/** A search: everything up to `instructions` instructions and `groups` groups of actions. */
export interface Scope<T extends MachineTypes = X86> {
  readonly alphabet: AlphabetOf<T>
  readonly instructions: number
  readonly groups: number
}

/** What the search needs to know of a machine. */
export type Searched<T extends MachineTypes> = Pick<MachineOf<T>, 'makeProgram' | 'existsIn'>

/** The instructions that a setup has. */
const instructionsFor = <T extends MachineTypes>(
  { existsIn }: Searched<T>,
  { instructions }: AlphabetOf<T>,
  setup: T['Setup'],
): readonly T['Instruction'][] => instructions.filter((instruction) => existsIn(instruction, setup))

/**
 * Every program of at most one instruction or one group before the first run, and for the first setup of one
 * instruction and one group.
 */
export const smallProgramsOf = <T extends MachineTypes>(
  machine: Searched<T>,
  alphabet: AlphabetOf<T>,
): T['Program'][] => {
  const { makeProgram } = machine
  const { setups, groups } = alphabet
  const { 0: first = {} } = setups
  return [
    ...setups.flatMap((setup) => [
      makeProgram(setup, [], []),
      ...instructionsFor(machine, alphabet, setup).map((instruction) =>
        makeProgram(setup, [instruction], []),
      ),
      ...groups.map((group) => makeProgram(setup, [], [group])),
    ]),
    ...instructionsFor(machine, alphabet, first).flatMap((instruction) =>
      groups.map((group) => makeProgram(first, [instruction], [group])),
    ),
  ]
}

/** The scope as a phrase. */
export const scopeText = <T extends MachineTypes>({ alphabet, instructions, groups }: Scope<T>): string =>
  `all programs of up to ${instructions} instructions and ${groups} action groups ` +
  `over ${alphabet.setups.length} setups, ${alphabet.instructions.length} instructions and ${alphabet.groups.length} groups`

const groupCount = (program: MachineTypes['Program']): number =>
  program.script.filter((group) => group.length > 0).length

/** An event behind which the host has its turn: the vCPU exits, or a debugger lets it run. */
const isTurn = ({ kind }: { readonly kind: string }): boolean => kind === 'exit' || kind === 'resume'

function* continuations<T extends MachineTypes>(
  machine: Searched<T>,
  program: T['Program'],
  runs: readonly T['Run'][],
  scope: Scope<T>,
): Generator<T['Program']> {
  const { alphabet } = scope
  const asksForCode = runs.some((run) => run.ending === 'end')
  if (asksForCode && program.code.length < scope.instructions)
    for (const instruction of instructionsFor(machine, alphabet, program.setup))
      yield { ...program, code: [...program.code, instruction] }
  if (groupCount(program) === scope.groups) return
  const started = Math.max(...runs.map((run) => run.events.filter(isTurn).length))
  for (let k = program.script.length; k < started; k++) {
    const before = [...program.script, ...Array.from({ length: k - program.script.length }, () => [])]
    for (const group of alphabet.groups) yield { ...program, script: [...before, group] }
  }
}

/**
 * Visits the programs of a scope by size. `visit` runs a program and returns its runs (those that the free choices
 * allow); it returns `null` to end the search.
 */
export const exploreOf = <T extends MachineTypes>(
  machine: Searched<T>,
  scope: Scope<T>,
  visit: (program: T['Program']) => readonly T['Run'][] | null,
): number => {
  let level: T['Program'][] = scope.alphabet.setups.map((setup) => machine.makeProgram(setup, [], []))
  const seen = new Set<string>()
  let programs = 0
  while (level.length > 0) {
    const next: T['Program'][] = []
    for (const program of level) {
      const runs = visit(program)
      if (runs === null) return programs
      programs += 1
      for (const longer of continuations(machine, program, runs, scope)) {
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

/** Those of the x86 machine. */
export const smallPrograms = (alphabet: AlphabetOf<X86>): X86['Program'][] => smallProgramsOf(x86, alphabet)
export const explore = (
  scope: Scope,
  visit: (program: X86['Program']) => readonly X86['Run'][] | null,
): number => exploreOf(x86, scope, visit)
