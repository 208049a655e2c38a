/**
 * What random programs have in them, class by class: what properties need to see often is asserted to be there.
 */
import { describe, expect, test } from 'vitest'
import {
  classOf,
  EC,
  elOf,
  type Instruction,
  ideal,
  mdscr,
  pstate,
  type Run,
  runProgram,
  ssOf,
} from '../../../model/arm64/index.ts'
import { any } from '../../../model/bits.ts'
import { PROGRAM_CLASSES, type ProgramClass } from '../../../properties/arm64/generators.ts'
import {
  exitClass,
  guestStepEnabled,
  hostDebugs,
  hostSteps,
  isGuestStep,
  isLocked,
  isStepExit,
  ofKind,
  usesHardware,
} from '../../../properties/arm64/history.ts'
import { arm64 } from '../../../properties/arm64/machine.ts'
import { isUnpredictable } from '../../../properties/arm64/types.ts'
import { Checker } from '../../../properties/check.ts'

const { samplePrograms } = new Checker(arm64)

const began = (run: Run, ...ops: Instruction['op'][]): boolean =>
  ofKind(run, 'instruction').some(({ op }) => ops.includes(op as Instruction['op']))
const guestHits = (run: Run, ec: number): boolean =>
  ofKind(run, 'delivery').some(({ esr }) => esr !== null && (classOf(esr) & ~1) === ec)

/** What a run has in it; each is something that properties need to see often. */
const FEATURES = {
  'host step': (run) => ofKind(run, 'exit').some(isStepExit),
  'guest steps itself': (run) => run.events.some(isGuestStep),
  'guest wants to step while the host debugs': (run) =>
    ofKind(run, 'instruction').some(({ view }) => hostDebugs(view) && guestStepEnabled(view)),
  'both step': (run) =>
    ofKind(run, 'instruction').some(({ view }) => hostSteps(view) && guestStepEnabled(view)),
  'host breakpoint hit': (run) =>
    ofKind(run, 'exit').some((event) => exitClass(event) === EC.breakpointLower && usesHardware(event.view)),
  'host watchpoint hit': (run) =>
    ofKind(run, 'exit').some((event) => exitClass(event) === EC.watchpointLower && usesHardware(event.view)),
  'guest breakpoint hit': (run) => guestHits(run, EC.breakpointLower),
  'guest watchpoint hit': (run) => guestHits(run, EC.watchpointLower),
  'guest breakpoint while the host debugs otherwise': (run) =>
    ofKind(run, 'exit').some((event) => exitClass(event) === EC.breakpointLower && !usesHardware(event.view)),
  'BRK exits': (run) => ofKind(run, 'exit').some((event) => exitClass(event) === EC.brk),
  'BRK for the guest': (run) => guestHits(run, EC.brk),
  'MMIO under a step': (run) =>
    ofKind(run, 'exit').some(({ exit, view }) => exit.reason === 'mmio' && hostSteps(view)),
  'emulated in the kernel': (run) =>
    ofKind(run, 'instruction').some(({ emulated, op }) => emulated && op !== 'ldr'),
  'emulated under the guest’s step': (run) =>
    ofKind(run, 'instruction').some(
      ({ emulated, view, pstate: state }) => emulated && guestStepEnabled(view) && ssOf(state) === 1,
    ),
  'access faulted': (run) =>
    ofKind(run, 'action').some(({ action, result }) => action.do === 'fault-mmio' && result === 'ok'),
  'injected exception': (run) => ofKind(run, 'delivery').some(({ source }) => source === 'injected'),
  SVC: (run) => began(run, 'svc'),
  HVC: (run) => began(run, 'hvc'),
  WFI: (run) => began(run, 'wfi'),
  'exception return': (run) =>
    ofKind(run, 'instruction').some(({ op, address }) => op === 'eret' && address < 0x40004000n),
  'exception return that arms a step': (run) =>
    run.events.some(
      (event, i) =>
        isGuestStep(event) && run.events.slice(0, i).some((e) => e.kind === 'instruction' && e.op === 'eret'),
    ),
  exclusives: (run) => began(run, 'ldxr') && began(run, 'stxr'),
  'unprivileged access': (run) =>
    ofKind(run, 'instruction').some(({ access }) => access?.unprivileged === true),
  EL0: (run) => ofKind(run, 'instruction').some(({ pstate: state }) => elOf(state) === 0),
  'KDE with D clear': (run) =>
    ofKind(run, 'instruction').some(
      ({ view, pstate: state }) => any(view.mdscr, mdscr.KDE) && !any(state, pstate.D),
    ),
  'OS lock': (run) => ofKind(run, 'instruction').some(({ view }) => isLocked(view)),
  'debug register written': (run) => ofKind(run, 'guest-write').length > 0,
  'debug register read': (run) =>
    ofKind(run, 'guest-read').some(({ what }) => what.startsWith('dbg') || what === 'mdscr_el1'),
  'read by the VMM': (run) => ofKind(run, 'action').some(({ value }) => value !== null),
  interrupt: (run) => ofKind(run, 'delivery').some(({ exception }) => exception === 'interrupt'),
  preempted: (run) => ofKind(run, 'action').some(({ action }) => action.do === 'preempt'),
  'refused call': (run) =>
    ofKind(run, 'action').some(({ action, result }) => action.do === 'set-guest-debug' && result !== 'ok'),
  'save and restore': (run) => ofKind(run, 'action').some(({ action }) => action.do === 'save-restore'),
  'detached after attached': (run) =>
    ofKind(run, 'action').some(
      ({ action, group }, n, all) =>
        action.do === 'set-guest-debug' &&
        action.control === '0x0' &&
        all.slice(0, n).some((earlier) => earlier.group < group && earlier.action.do === 'set-guest-debug'),
    ),
  'two runs or more': (run) => ofKind(run, 'exit').length > 1,
  'ends by its store': (run) => run.ending === 'end',
  'ends by a cap': (run) => run.ending === 'cap',
  unpredictable: isUnpredictable,
} as const satisfies Record<string, (run: Run) => boolean>
type Feature = keyof typeof FEATURES

const RUNS = 1500

const shares: { readonly [C in ProgramClass]: { readonly [F in Feature]: number } } = Object.fromEntries(
  PROGRAM_CLASSES.map((programClass) => {
    const runs = samplePrograms(programClass, RUNS, 7).map((program) => runProgram(program, ideal))
    return [
      programClass,
      Object.fromEntries(
        Object.entries(FEATURES).map(([name, has]) => [name, (100 * runs.filter(has).length) / RUNS]),
      ),
    ]
  }),
) as never

/** Per cent of the programs of a class, at least. */
const FLOORS: { readonly [C in ProgramClass]: { readonly [F in Feature]?: number } } = {
  any: {
    'host step': 15.5,
    'guest steps itself': 8,
    'guest wants to step while the host debugs': 12.5,
    'both step': 7.5,
    'host breakpoint hit': 2.5,
    'guest breakpoint hit': 1,
    'BRK exits': 3.5,
    'BRK for the guest': 4.5,
    'MMIO under a step': 10.5,
    'emulated in the kernel': 28,
    'emulated under the guest’s step': 5,
    'injected exception': 1,
    SVC: 7.5,
    HVC: 3.5,
    WFI: 1.5,
    'exception return': 4.5,
    'exception return that arms a step': 3.5,
    'unprivileged access': 4.5,
    EL0: 18,
    'KDE with D clear': 10,
    'OS lock': 5.5,
    'debug register written': 10,
    'debug register read': 7.5,
    'read by the VMM': 7.5,
    interrupt: 1,
    preempted: 3.5,
    'refused call': 5.5,
    'detached after attached': 4.5,
    'two runs or more': 29,
    'ends by its store': 54.5,
  },
  stepping: {
    'host step': 26,
    'guest steps itself': 4,
    'guest wants to step while the host debugs': 10.5,
    'both step': 8,
    'host breakpoint hit': 0.5,
    'guest breakpoint while the host debugs otherwise': 0.5,
    'BRK exits': 1.5,
    'BRK for the guest': 2,
    'MMIO under a step': 21.5,
    'emulated in the kernel': 27.5,
    'emulated under the guest’s step': 4,
    'injected exception': 1.5,
    SVC: 7,
    HVC: 3.5,
    WFI: 1.5,
    'exception return': 4.5,
    'exception return that arms a step': 1.5,
    'unprivileged access': 4.5,
    EL0: 14,
    'KDE with D clear': 6,
    'OS lock': 5,
    'debug register written': 8.5,
    'debug register read': 8.5,
    interrupt: 1.5,
    preempted: 10,
    'refused call': 2.5,
    'detached after attached': 6,
    'two runs or more': 35,
    'ends by its store': 57,
  },
  'self-stepping': {
    'host step': 14.5,
    'guest steps itself': 19,
    'guest wants to step while the host debugs': 37,
    'both step': 17.5,
    'host breakpoint hit': 2,
    'MMIO under a step': 10,
    'emulated in the kernel': 31.5,
    'emulated under the guest’s step': 11.5,
    HVC: 5.5,
    WFI: 3,
    'exception return': 11.5,
    'exception return that arms a step': 8,
    'unprivileged access': 3,
    EL0: 23.5,
    'KDE with D clear': 20.5,
    'OS lock': 4.5,
    'debug register written': 15,
    'debug register read': 10.5,
    'read by the VMM': 5,
    preempted: 5,
    'refused call': 3.5,
    'detached after attached': 6,
    'two runs or more': 25,
    'ends by its store': 60,
  },
  breakpoints: {
    'host step': 13.5,
    'guest steps itself': 4.5,
    'guest wants to step while the host debugs': 11.5,
    'both step': 4,
    'host breakpoint hit': 8.5,
    'host watchpoint hit': 1.5,
    'guest breakpoint hit': 3,
    'guest breakpoint while the host debugs otherwise': 2.5,
    'MMIO under a step': 7.5,
    'emulated in the kernel': 20.5,
    'emulated under the guest’s step': 1.5,
    'exception return that arms a step': 1.5,
    'unprivileged access': 9.5,
    EL0: 22.5,
    'KDE with D clear': 13,
    'OS lock': 6,
    'debug register written': 11,
    'debug register read': 6,
    'read by the VMM': 6,
    'refused call': 2.5,
    'detached after attached': 4.5,
    'two runs or more': 26.5,
    'ends by its store': 57.5,
  },
  emulated: {
    'host step': 22.5,
    'guest steps itself': 7,
    'guest wants to step while the host debugs': 14,
    'both step': 11.5,
    'MMIO under a step': 21,
    'emulated in the kernel': 37.5,
    'emulated under the guest’s step': 9,
    'access faulted': 3.5,
    'injected exception': 16.5,
    HVC: 12,
    WFI: 6,
    'exception return that arms a step': 3,
    'unprivileged access': 6,
    EL0: 16.5,
    'KDE with D clear': 7.5,
    'OS lock': 6,
    'debug register written': 4.5,
    'debug register read': 13.5,
    'read by the VMM': 11.5,
    'save and restore': 1.5,
    'detached after attached': 4,
    'two runs or more': 36.5,
    'ends by its store': 60,
  },
}

describe('classes of programs', () => {
  for (const programClass of PROGRAM_CLASSES)
    for (const [feature, floor] of Object.entries(FLOORS[programClass]))
      test(`${programClass}: ${feature} in at least ${floor} %`, () => {
        expect(shares[programClass][feature as Feature]).toBeGreaterThanOrEqual(floor)
      })
  test('every feature is somewhere', () => {
    for (const feature of Object.keys(FEATURES) as Feature[])
      expect(Math.max(...PROGRAM_CLASSES.map((each) => shares[each][feature])), feature).toBeGreaterThan(0.4)
  })
  test('few programs are cut off or need a guess', () => {
    for (const programClass of PROGRAM_CLASSES) {
      expect(shares[programClass]['ends by a cap']).toBeLessThan(45)
      expect(shares[programClass].unpredictable).toBeLessThan(12)
    }
  })
})

test('the same seed gives the same programs', () => {
  for (const programClass of PROGRAM_CLASSES)
    expect(samplePrograms(programClass, 20, 3)).toEqual(samplePrograms(programClass, 20, 3))
})
