/**
 * Points of a program at which a host could do something that must not be seen.
 */
import { type SegmentOf, segments } from './events.ts'
import type { AnyRun, MachineTypes } from './machine.ts'

type AnyAction = MachineTypes['Action']

/** The program with actions added as the last ones before run `k`. */
export const insert = <P extends MachineTypes['Program']>(
  program: P,
  k: number,
  ...actions: readonly P['script'][number][number][]
): P => {
  const script = program.script.map((group) => [...group])
  while (script.length <= k) script.push([])
  script[k]!.push(...actions)
  return { ...program, script }
}

/** Actions that run the vCPU themselves: with them, a run more or less would shift the groups that follow. */
const runsItself = ({ do: name }: AnyAction): boolean => name === 'save-restore' || name === 'immediate-exit'

/** Before each run, with what that run did. Later runs repeat what earlier ones showed. */
export const points = <Event extends AnyRun['events'][number]>(
  program: MachineTypes['Program'],
  run: { readonly events: readonly Event[] },
): SegmentOf<Event>[] => (program.script.flat().some(runsItself) ? [] : segments(run).slice(0, 6))

/** What a guest saw in a run, as lines. */
export interface Side {
  readonly lines: readonly string[]
  /** The run has ended by itself. */
  readonly complete: boolean
}

/**
 * Compares what a guest saw while it was debugged with what it sees alone, line by line. A run into a cap says only
 * as much as there is of it.
 */
export const sameSide = (debugged: Side, alone: Side): true | string => {
  const [seen, free] = [debugged.lines, alone.lines]
  if (debugged.complete && alone.complete && seen.length !== free.length)
    return `the guest sees ${free.length} things alone and ${seen.length} while debugged`
  const at = seen.findIndex((line, i) => i < free.length && line !== free[i])
  return at < 0 || `alone “${free[at]}”, debugged “${seen[at]}”`
}
