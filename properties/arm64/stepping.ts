/**
 * Single-stepping by the host.
 */

import {
  type Action,
  classOf,
  EC,
  elOf,
  mdscr,
  pstate,
  type Run,
  ssOf,
  VECTORS,
  withoutStepHints,
} from '../../model/arm64/index.ts'
import { any } from '../../model/bits.ts'
import { api, linux, measured, source, targets, threads } from '../../model/citations.ts'
import type { ProgramProperty } from '../property.ts'
import {
  awaitsAnswer,
  guestStepEnabled,
  hexOf,
  hostDebugs,
  hostSteps,
  hsrOf,
  isGuestStep,
  isLocked,
  isStepExit,
  type Of,
  ofKind,
  type Segment,
  segments,
} from './history.ts'
import { ownValue, visit } from './own.ts'
import { type Arm64, property } from './types.ts'

const guestDebug = api('KVM_SET_GUEST_DEBUG')

/** Whether a guest with these registers steps itself at a PSTATE, if it has the CPU to itself. */
const stepsItself = (own: { readonly mdscr: bigint; readonly oslsr: bigint }, state: bigint): boolean => {
  if (!guestStepEnabled(own) || isLocked(own)) return false
  return elOf(state) === 0 || (any(own.mdscr, mdscr.KDE) && !any(state, pstate.D))
}

/** Whether the guest's own step would be active for an instruction, if it had the CPU to itself. */
const wantsStep = ({ view, pstate: state }: Of<'instruction'>): boolean => stepsItself(view, state)

const suppressed = property({
  id: 'arm64/guest-step-suppressed',
  layer: 'policy',
  statement: 'While the host debugs, no Software Step exception reaches the guest.',
  cites: [
    threads.arm64SingleStep,
    measured(targets.arm64, 'control words 0x1, 0x3, 0x10001 and 0x20001 with a guest that steps itself'),
  ],
  programs: 'self-stepping',
  witness: (run) => ofKind(run, 'instruction').some((event) => hostDebugs(event.view) && wantsStep(event)),
  holds: (run) => {
    const reached = run.events.find((event) => isGuestStep(event) && hostDebugs(event.view))
    return (
      reached === undefined || `the guest gets a step exception at ${hexOf((reached as Of<'delivery'>).elr)}`
    )
  },
})

const onlyWhenAsked = property({
  id: 'arm64/step-exit-only-when-stepping',
  layer: 'abi',
  statement:
    'A step is reported to userspace only with SINGLESTEP, and the hardware steps for nobody else while the host debugs.',
  cites: [guestDebug, threads.arm64SingleStep],
  programs: 'self-stepping',
  witness: (run) => ofKind(run, 'entry').some(({ view }) => hostDebugs(view) && !hostSteps(view)),
  holds: (run) => {
    for (const event of run.events) {
      if (event.kind === 'exit' && isStepExit(event) && !hostSteps(event.view))
        return `exit ${event.run} reports a step that nobody asked for`
      if (
        event.kind === 'entry' &&
        hostDebugs(event.view) &&
        !hostSteps(event.view) &&
        any(event.mdscr, mdscr.SS)
      )
        return `the guest is entered at ${hexOf(event.pc)} with MDSCR_EL1.SS set`
    }
    return true
  },
})

const armed = property({
  id: 'arm64/step-armed-at-entry',
  layer: 'abi',
  statement: 'With SINGLESTEP the hardware’s MDSCR_EL1.SS is set whenever the guest is entered.',
  cites: [guestDebug, threads.arm64SingleStep],
  programs: 'stepping',
  witness: (run) => ofKind(run, 'entry').some(({ view }) => hostSteps(view)),
  holds: (run) => {
    const bare = ofKind(run, 'entry').find((event) => hostSteps(event.view) && !any(event.mdscr, mdscr.SS))
    return bare === undefined || `MDSCR_EL1.SS is clear at the entry at ${hexOf(bare.pc)}`
  },
})

const began = (segment: Segment): Of<'instruction'>[] =>
  segment.events.filter((event) => event.kind === 'instruction')
const exceptions = (segment: Segment): Of<'delivery'>[] =>
  segment.events.filter((event) => event.kind === 'delivery')

const steps = (segment: Segment): boolean => hostSteps(segment.exit.view)

const did = (segment: Segment, ...actions: Action['do'][]): boolean =>
  segment.actions.some(({ action, result }) => result === 'ok' && actions.includes(action.do))

/** The last run of a program that is cut off says nothing about what would have come. */
const isCutOff = (run: Run, segment: Segment): boolean =>
  run.ending === 'cap' && segment.exit.exit.reason === 'interrupted'

const SINGLE_STEP_CITES = [
  guestDebug,
  threads.arm64EmulatedStep,
  linux('370531d1e95b', 'KVM: arm64: Clear PSTATE.SS when the Software Step state was Active-pending, 2022'),
  measured(targets.arm64, 'steps over plain, emulated and trapping instructions'),
]

/** The instruction that is begun after another one, or after an interrupt. (An interrupt may come before a pending step.) */
const goesOn = ({ events }: Segment): Of<'instruction'> | null => {
  let executed = false
  for (const event of events) {
    if (event.kind === 'instruction' && executed) return event
    if (event.kind === 'instruction' || event.kind === 'delivery') executed = true
  }
  return null
}

const oneInstruction = property({
  id: 'arm64/step-is-one-instruction',
  layer: 'abi',
  statement:
    'With SINGLESTEP a run begins at most one instruction, none after an exception, and none if an access was completed: that step is reported before anything else runs.',
  cites: SINGLE_STEP_CITES,
  programs: 'stepping',
  witness: (run) => segments(run).some((segment) => steps(segment) && began(segment).length > 0),
  holds: (run) => {
    for (const segment of segments(run)) {
      if (!steps(segment) || isCutOff(run, segment)) continue
      const { run: number } = segment.exit
      const on = goesOn(segment)
      if (on) return `run ${number} goes on to ${on.op} at ${hexOf(on.address)}`
      const count = began(segment).length
      if (awaitsAnswer(segment.before) && count > 0)
        return `run ${number} goes on to ${hexOf(began(segment)[0]?.address ?? 0n)} after the access is done`
    }
    return true
  },
})

const notLost = property({
  id: 'arm64/step-is-reported',
  layer: 'abi',
  statement: 'With SINGLESTEP an instruction that retires, in hardware or by emulation, ends in a step exit.',
  cites: SINGLE_STEP_CITES,
  programs: 'stepping',
  witness: (run) =>
    segments(run).some((segment) => steps(segment) && began(segment).some(({ next }) => next !== null)),
  holds: (run) => {
    for (const segment of segments(run)) {
      if (!steps(segment) || isCutOff(run, segment) || awaitsAnswer(segment.exit)) continue
      const retired = began(segment).find(({ next }) => next !== null)
      if (retired && !isStepExit(segment.exit))
        return `${retired.op} at ${hexOf(retired.address)} retires and no step is reported`
    }
    return true
  },
})

const once = property({
  id: 'arm64/step-is-reported-once',
  layer: 'abi',
  statement:
    'A step is reported only after something was executed for it, or an access or exception completed.',
  cites: SINGLE_STEP_CITES,
  programs: 'stepping',
  witness: (run) => ofKind(run, 'exit').some(isStepExit),
  holds: (run) => {
    for (const segment of segments(run)) {
      if (!isStepExit(segment.exit)) continue
      const idle = began(segment).length === 0 && exceptions(segment).length === 0
      if (idle && !awaitsAnswer(segment.before)) return `exit ${segment.exit.run} reports a step over nothing`
    }
    return true
  },
})

const stopsWhereItWent = property({
  id: 'arm64/step-stops-where-it-went',
  layer: 'abi',
  statement:
    'A step stops at the instruction that follows: after ERET its target, after SVC or a fault the vector, after HVC or an emulated instruction the next one.',
  cites: [guestDebug, measured(targets.arm64, 'the PC after steps over every kind of instruction')],
  programs: 'stepping',
  witness: (run) => ofKind(run, 'exit').some(isStepExit),
  holds: (run) => {
    for (const segment of segments(run)) {
      const { exit } = segment
      if (!isStepExit(exit)) continue
      const { pc } = exit.state
      const [taken] = exceptions(segment)
      const retired = began(segment).find(({ next }) => next !== null)
      if (taken) {
        const inVector = pc >= BigInt(VECTORS) && (pc - BigInt(VECTORS)) % 0x80n === 0n
        if (!inVector) return `after an exception the step stops at ${hexOf(pc)}, not at a vector`
      } else if (retired && pc !== retired.next)
        return `${retired.op} goes to ${hexOf(retired.next!)}, and the step stops at ${hexOf(pc)}`
    }
    return true
  },
})

const syndromeIsArchitected = property({
  id: 'arm64/exit-syndrome',
  layer: 'abi',
  statement:
    'The syndrome in an exit record is one that the CPU would have written: a step, breakpoint, watchpoint or BRK from a lower level, with IL and the fault code of debug exceptions.',
  cites: [
    api('KVM_RUN, KVM_EXIT_DEBUG'),
    source('Linux 4.15 arch/arm64/kvm/debug.c: an exit that is made up'),
  ],
  programs: 'any',
  witness: (run) => ofKind(run, 'exit').some((event) => hsrOf(event) !== null),
  holds: (run) => {
    for (const event of ofKind(run, 'exit')) {
      const hsr = hsrOf(event)
      if (hsr === null) continue
      const plain = withoutStepHints(hsr)
      const expected = EXPECTED.get(classOf(hsr))
      if (expected === undefined) return `exit ${event.run} has the class ${hexOf(classOf(hsr))}`
      if ((plain & expected.mask) !== expected.value)
        return `exit ${event.run} has the syndrome ${hexOf(hsr)}`
    }
    return true
  },
})

const ALL = 0xffffffffn
const EXPECTED = new Map<number, { mask: bigint; value: bigint }>([
  [EC.stepLower, { mask: ALL, value: 0xca000022n }],
  [EC.breakpointLower, { mask: ALL, value: 0xc2000022n }],
  [EC.watchpointLower, { mask: ALL & ~0x40n, value: 0xd2000022n }],
  [EC.brk, { mask: ALL & ~0xffffn, value: 0xf2000000n }],
])

const ownSs = property({
  id: 'arm64/host-step-hidden-in-spsr',
  layer: 'abi',
  statement: 'SPSR_EL1 does not show the PSTATE.SS that the host steps with.',
  cites: [
    guestDebug,
    measured(targets.arm64, 'SPSR_EL1 = 0x2003c5 after UDF and after an injected exception under a step'),
  ],
  programs: 'stepping',
  witness: (run) =>
    ofKind(run, 'delivery').some(({ view, exception }) => hostSteps(view) && exception === 'synchronous'),
  holds: (run, program) => {
    const starts = ssOf(BigInt(program.setup.pstate ?? '0x3c5'))
    for (const segment of segments(run)) {
      const own = segment.before ? ssOf(segment.before.state.pstate) : starts
      const wrote = segment.actions.some(
        ({ action }) => action.do === 'set-one-reg' || action.do === 'write-back',
      )
      if (own === 1 || wrote) continue
      const leak = exceptions(segment).find(({ view, spsr }) => hostSteps(view) && ssOf(spsr) === 1)
      if (leak) return `the guest reads SPSR_EL1 = ${hexOf(leak.spsr)} at ${hexOf(leak.elr)}`
    }
    return true
  },
})

const keepsBit = property({
  id: 'arm64/guest-step-bit-kept',
  layer: 'abi',
  statement:
    'A run under the host’s debugging in which the guest executes nothing leaves its PSTATE.SS as it was.',
  cites: [
    guestDebug,
    linux('34fbdee086cf', 'KVM: arm64: Preserve PSTATE.SS for the guest while single-step is enabled, 2022'),
    measured(targets.arm64, 'PSTATE.SS over attach and detach'),
  ],
  programs: 'self-stepping',
  witness: (run) =>
    segments(run).some(
      (segment) => staysPut(segment) && segment.before !== null && ssOf(segment.before.state.pstate) === 1,
    ),
  holds: (run, program) => {
    const starts = ssOf(BigInt(program.setup.pstate ?? '0x3c5'))
    for (const segment of segments(run)) {
      if (!staysPut(segment)) continue
      const before = segment.before ? ssOf(segment.before.state.pstate) : starts
      const after = ssOf(segment.exit.state.pstate)
      if (before !== after) return `PSTATE.SS ${before}→${after} at exit ${segment.exit.run}`
    }
    return true
  },
})

const staysPut = (segment: Segment): boolean =>
  hostDebugs(segment.exit.view) &&
  (began(segment).every(({ next }) => next === null) ||
    (awaitsAnswer(segment.exit) && began(segment).length === 1)) &&
  exceptions(segment).length === 0 &&
  !awaitsAnswer(segment.before) &&
  !did(segment, 'set-one-reg', 'save-restore') &&
  (segment.exit.exit.reason === 'debug' || awaitsAnswer(segment.exit)) &&
  !isStepExit(segment.exit) &&
  segment.before?.view.control === segment.exit.view.control

const phantom = property({
  id: 'arm64/guest-step-asked-for',
  layer: 'abi',
  statement:
    'The guest gets a Software Step exception only where it steps itself: its own MDSCR_EL1.SS is set, its OS lock is not, and at EL1 its KDE is set and PSTATE.D clear.',
  cites: [guestDebug, threads.arm64SingleStep],
  programs: 'self-stepping',
  witness: (run) => run.events.some(isGuestStep),
  holds: (run, program) =>
    visit(run, program, (event, own) => {
      if (!isGuestStep(event)) return null
      const registers = { mdscr: ownValue(own, 'mdscr_el1'), oslsr: ownValue(own, 'oslsr_el1') }
      return stepsItself(registers, event.pstate)
        ? null
        : `the guest gets a step exception at ${hexOf(event.elr)} that it never asked for`
    }),
})

const restored = property({
  id: 'arm64/guest-step-enable-restored',
  layer: 'abi',
  statement: 'Once the host has detached, the guest runs with the MDSCR_EL1.SS that it has set itself.',
  cites: [guestDebug, threads.arm64SingleStep, measured(targets.arm64, 'the guest’s steps after detach')],
  programs: 'self-stepping',
  witness: (run) => {
    const entries = ofKind(run, 'entry')
    const debugged = entries.findIndex(({ view }) => hostDebugs(view))
    return debugged >= 0 && entries.slice(debugged).some(({ view }) => !hostDebugs(view))
  },
  holds: (run, program) => {
    let debugged = false
    return visit(run, program, (event, own) => {
      if (event.kind !== 'entry') return null
      if (hostDebugs(event.view)) debugged = true
      if (!debugged || hostDebugs(event.view) || isLocked({ oslsr: ownValue(own, 'oslsr_el1') })) return null
      const wanted = any(ownValue(own, 'mdscr_el1'), mdscr.SS)
      if (any(event.mdscr, mdscr.SS) === wanted) return null
      return `the guest is entered at ${hexOf(event.pc)} with MDSCR_EL1.SS ${wanted ? 'clear, which it has set' : 'set, which it has not'}`
    })
  },
})

const DISTURBING = new Set(['eret', 'svc', 'msr', 'daifset', 'daifclr', 'other'])

const guestSteps = property({
  id: 'arm64/guest-steps-itself',
  layer: 'arch',
  statement:
    'While nobody debugs it from outside, a guest that steps itself gets its exception after each instruction, emulated or not, before the next one.',
  cites: [
    linux('bd7d95cafb49', 'arm64: KVM: Consistently advance singlestep when emulating instructions, 2018'),
    measured(targets.arm64, 'a guest stepping itself over plain and emulated instructions'),
  ],
  programs: 'self-stepping',
  witness: (run) => run.events.some((event) => isGuestStep(event) && !hostDebugs(event.view)),
  holds: (run) => {
    const { events } = run
    for (const [i, event] of events.entries()) {
      if (event.kind !== 'instruction' || event.next === null || hostDebugs(event.view)) continue
      if (!wantsStep(event) || ssOf(event.pstate) === 0 || DISTURBING.has(event.op)) continue
      const then = events
        .slice(i + 1)
        .find(({ kind }) => kind === 'instruction' || kind === 'delivery' || kind === 'action')
      if (!then || then.kind === 'action') continue
      if (then.kind === 'delivery' && then.exception === 'interrupt') continue
      const isStep = isGuestStep(then) && then.elr === event.next
      if (!isStep)
        return `${event.op} at ${hexOf(event.address)} is not followed by the guest’s step exception`
    }
    return true
  },
})

export const steppingProperties: readonly ProgramProperty<Arm64>[] = [
  suppressed,
  onlyWhenAsked,
  armed,
  oneInstruction,
  notLost,
  once,
  stopsWhereItWent,
  syndromeIsArchitected,
  ownSs,
  keepsBit,
  phantom,
  restored,
  guestSteps,
]
