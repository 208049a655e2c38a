/**
 * What a finding shows: a program with what was expected and what was seen of it.
 */
import type { MachineTypes } from '../../properties/machine.ts'
import { type Difference, firstDifference, type Observation } from '../targets/kvm/observation.ts'
import type { StoredFinding } from './finding.ts'

type Program = MachineTypes['Program']

export interface Shown {
  readonly program: Program
  /** `null` where a property says what must not be, and not what must. */
  readonly expected: Observation | null
  readonly observed: Observation
  /** Where the two part; `null` if the host cannot see it. */
  readonly difference: Difference | null
  /** Another run that has to do with it: how it came about, as a phrase. */
  readonly other: { readonly how: string; readonly observed: Observation; readonly program: Program } | null
}

const actionsOf = ({ script }: Program): number => script.flat().length

/** What a program with more actions must show if they change nothing: the exits of the one without them. */
const withMoreActions = (without: Observation, { events }: Observation): Observation => {
  const exits = without.events.filter(({ kind }) => kind === 'exit')
  let next = 0
  const merged = events.flatMap((event) => (event.kind === 'action' ? [event] : exits.slice(next, ++next)))
  return { ...without, events: [...merged, ...exits.slice(next)] }
}

/** What a finding shows. Of related programs it is the one with the actions that must change nothing. */
export const shownOf = (finding: StoredFinding): Shown => {
  const { kind, program, expected, observed, difference, related } = finding
  if (related && actionsOf(related.program) > actionsOf(program)) {
    const same = withMoreActions(observed, related.observed)
    return {
      program: related.program,
      expected: same,
      observed: related.observed,
      difference: firstDifference(same, related.observed),
      other: null,
    }
  }
  if (kind === 'property')
    return { program, expected: null, observed, difference: null, other: related ?? null }
  const parting = typeof difference === 'string' ? firstDifference(expected, observed) : difference
  return { program, expected, observed, difference: parting, other: null }
}
