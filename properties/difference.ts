/**
 * The first thing in which two runs differ to their observers. What they observe belongs to each machine.
 */
import type { AnyRun } from './machine.ts'

type EventOf<Run extends AnyRun> = Run['events'][number]

/** What the observers of a machine's runs see. */
export interface Observing<Run extends AnyRun> {
  /** An event as a line: its first part, then after ` | ` what else can be read there; `null` if nobody sees it. */
  readonly observation: (event: EventOf<Run>) => string | null
  /** Whether somebody sees an event. */
  readonly isObserved: (event: EventOf<Run>) => boolean
  /** Whether two events show the same at a glance; what is not obviously the same is compared as text. */
  readonly obviouslySame: (a: EventOf<Run>, b: EventOf<Run>) => boolean
}

/** The words of a line that differ from another one, after its first part. */
const brief = (line: string | undefined, other: string | undefined): string => {
  if (line === undefined) return 'nothing more'
  const head = line.split(' | ')[0]!
  if (other === undefined) return head
  const others = new Set(other.split(' '))
  const rest = line.split(' ').filter((word) => !others.has(word) && word !== '|' && !head.includes(word))
  return rest.length === 0 ? head : `${head}, ${rest.join(' ')}`
}

/** Makes the comparison of two runs: the first difference as a sentence, `null` if nobody can tell them apart. */
export const differenceOf =
  <Run extends AnyRun>({ observation, isObserved, obviouslySame }: Observing<Run>) =>
  (expected: Run, actual: Run): string | null => {
    const a: readonly EventOf<Run>[] = expected.events.filter(isObserved)
    const b: readonly EventOf<Run>[] = actual.events.filter(isObserved)
    for (let i = 0; i < Math.max(a.length, b.length); i++) {
      const [x, y] = [a[i], b[i]]
      if (x && y && obviouslySame(x, y)) continue
      const one = x ? (observation(x) ?? undefined) : undefined
      const other = y ? (observation(y) ?? undefined) : undefined
      if (one !== other) return `expected “${brief(one, other)}”, seen “${brief(other, one)}”`
    }
    return expected.ending === actual.ending
      ? null
      : `expected the ending “${expected.ending}”, seen “${actual.ending}”`
  }

/** Whether two lists of registers are the same. */
export const sameList = (a: readonly bigint[], b: readonly bigint[]): boolean =>
  a === b || (a.length === b.length && a.every((value, i) => value === b[i]))
