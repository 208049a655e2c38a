/**
 * What the guest notices: nothing but what named rules allow. Each relates a guest with a debugger on the host to the same
 * guest alone.
 */
import { api, threads } from '../../model/citations.ts'
import type { Program, Run } from '../../model/vmm/index.ts'
import { ofKind } from '../events.ts'
import type { ProgramProperty, Property, Statement, Verdict } from '../property.ts'
import { guestDifference, mayBeSuppressed, type OwnEvent, ownEvents, saysNothing } from './guest-view.ts'
import { isUnpredictable, type Vmm } from './types.ts'

const cites = [api('KVM_SET_GUEST_DEBUG'), threads.hostDebugCapabilities, threads.softwareBreakpointOwner]

/** The guest without a debugger. */
const alone = (program: Program): Program => ({ ...program, script: [] })

/** A relation between a debugged guest and the same guest alone, for those programs that `concerns` picks. */
const asAlone = (
  of: Statement & {
    readonly programs: ProgramProperty<Vmm>['programs']
    readonly concerns: (debugged: Run, own: readonly OwnEvent[], program: Program) => boolean
  },
): ProgramProperty<Vmm> => {
  const { concerns, ...statement } = of
  const examination: ProgramProperty<Vmm>['examination'] = function* ({
    program,
    run,
  }): Generator<Program, Verdict, Run> {
    const nothing: Verdict = { exercised: false, violation: null }
    if (program.script.length === 0 || isUnpredictable(run)) return nothing
    const other = yield alone(program)
    if (isUnpredictable(other) || saysNothing(program, run, other)) return nothing
    const own = ownEvents(other)
    if (!concerns(run, own, program)) return nothing
    return { exercised: true, violation: guestDifference(other, run) }
  }
  return {
    ...statement,
    kind: 'program',
    // One run more, and no other where the debugger's run is as that of the base.
    costly: false,
    examination,
    examine: ({ rerun, ...trial }) => {
      const steps = examination(trial)
      const step = steps.next()
      return step.done ? step.value : (steps.next(rerun(step.value)).value as Verdict)
    },
  }
}

/** Whether the debugger used nothing but software breakpoints. */
const onlySoftware = ({ script }: Program): boolean =>
  script
    .flat()
    .every(
      (command) =>
        command.do !== 'step' &&
        command.do !== 'step-over' &&
        !(command.do === 'insert' && command.kind !== 'software'),
    )

const reachesOnce = asAlone({
  id: 'vmm/guest-breakpoints-reach-the-guest-once',
  layer: 'abi',
  statement:
    'While the debugger uses software breakpoints only, every debug exception of the guest’s own reaches it exactly once, with the record that it has alone.',
  cites,
  programs: 'software',
  concerns: (debugged, own, program) =>
    own.length > 0 && onlySoftware(program) && !mayBeSuppressed(debugged, own),
})

const unnoticed = asAlone({
  id: 'vmm/debugged-guest-runs-as-alone',
  layer: 'abi',
  statement:
    'A guest that does not debug itself cannot tell whether a debugger stops it, steps it or leaves it.',
  cites,
  programs: 'any',
  concerns: (_, own) => own.length === 0,
})

const handedBack = asAlone({
  id: 'vmm/handed-back-as-alone',
  layer: 'abi',
  statement:
    'While the debugger steps or uses hardware breakpoints, the debug exceptions of the guest that no rule suppresses reach it exactly once, with the record that they have alone.',
  cites,
  programs: 'any',
  concerns: (debugged, own, program) =>
    own.length > 0 && !onlySoftware(program) && !mayBeSuppressed(debugged, own),
})

/** Instructions of the guest that had begun when the debugger went. */
const begunAtDetach = ({ events }: Run): number => {
  const end = events.findIndex((event) => event.kind === 'resume' && event.how === 'detach')
  return events
    .slice(0, end)
    .filter((event) => event.kind === 'machine' && event.event.kind === 'instruction').length
}

const leftAlone = asAlone({
  id: 'vmm/guest-left-alone-has-everything-back',
  layer: 'abi',
  statement:
    'A guest that the debugger has left before its first debug exception of its own takes all of them as if never debugged.',
  cites,
  programs: 'any',
  concerns: (debugged, own) =>
    own.length > 0 &&
    ofKind(debugged, 'resume').some(({ how }) => how === 'detach') &&
    begunAtDetach(debugged) < own[0]!.after,
})

export const aloneProperties: readonly Property<Vmm>[] = [reachesOnce, unnoticed, handedBack, leftAlone]
