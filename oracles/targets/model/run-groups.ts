/**
 * Runs a program of the line protocol on a vCPU of the model, as `kvm/runner.c` does on one of KVM. The same for every
 * architecture under KVM; what the words do and what an exit looks like belongs to each.
 */
import { runScript } from '../../../model/kvm/host-script.ts'
import { eventLine, type ObservedEvent } from '../kvm/observation.ts'
import { number, type Word } from './words.ts'

/** Where a program stops: at an exit at which something lies in [from, to). */
export interface Stop<Ending> {
  readonly ending: Ending
  readonly from: bigint
  readonly to: bigint
}

/** `ENDING,FROM,TO` of a set-up. */
export const stopOf = <Ending extends string>(argument: string, word: string): Stop<Ending> => {
  const [ending, from, to] = argument.split(',')
  return { ending: ending as Ending, from: number(from, word), to: number(to, word) }
}

/** A vCPU of the model that a program runs on. */
export interface Served<Exit, Ending> {
  readonly run: (immediateExit: boolean) => Exit
  /** What the host sees of an exit. */
  readonly observe: (exit: Exit) => ObservedEvent
  /** What an exit means for the program after so many runs; `null` if it goes on. */
  readonly endingOf: (exit: Exit, runs: bigint) => Ending | null
  /** Does what a word asks for. */
  readonly perform: (word: Word) => ObservedEvent
  /** What the guest’s handlers have logged. */
  readonly log: () => Uint8Array
}

/** Runs the groups of a program to its end; the lines of the answer. */
export const runGroups = <Exit extends { readonly reason: string }, Ending extends string>(
  groups: readonly (readonly Word[])[],
  { run, observe, endingOf, perform, log }: Served<Exit, Ending>,
): readonly string[] => {
  const lines: string[] = []
  const ending = runScript((k) => (groups[k] ?? []).map((word) => ({ do: word[0], word })), {
    run,
    exited: (exit, n) => {
      lines.push(eventLine(observe(exit)))
      return endingOf(exit, BigInt(n + 1))
    },
    perform: ({ word }) => {
      lines.push(eventLine(perform(word)))
    },
  })
  return [...lines, `log ${Buffer.from(log()).toString('hex')}`, `ending ${ending}`]
}
