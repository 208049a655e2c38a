/**
 * What random programs have in them, class by class: what properties need to see often is asserted to be there.
 */
import { describe, expect, test } from 'vitest'
import { ideal, type Run, runProgram } from '../../../model/armv7/index.ts'
import { PROGRAM_CLASSES, type ProgramClass } from '../../../properties/armv7/generators.ts'
import { enabled, inMonitorMode, isDscrRead, ofKind, pairAccess } from '../../../properties/armv7/history.ts'
import { armv7 } from '../../../properties/armv7/machine.ts'
import { isUnpredictable } from '../../../properties/armv7/types.ts'
import { Checker } from '../../../properties/check.ts'

const { samplePrograms } = new Checker(armv7)

const does = (run: Run, ...names: string[]): boolean =>
  ofKind(run, 'action').some(({ action }) => names.includes(action.do))

/** What a run has in it; each is something that properties need to see often. */
const FEATURES = {
  'guest breakpoint hit': (run) => ofKind(run, 'delivery').some(({ cause }) => cause === 'breakpoint'),
  'guest watchpoint hit': (run) => ofKind(run, 'delivery').some(({ cause }) => cause === 'watchpoint'),
  BKPT: (run) => ofKind(run, 'delivery').some(({ cause }) => cause === 'bkpt'),
  'DBGDSCR read': (run) => run.events.some(isDscrRead),
  'breakpoint register written in monitor mode': (run) =>
    run.events.some((event) => {
      const access = pairAccess(event)
      return access?.event.direction === 'write' && inMonitorMode(access.event.before)
    }),
  'breakpoint register written without': (run) =>
    run.events.some((event) => {
      const access = pairAccess(event)
      return access?.event.direction === 'write' && !inMonitorMode(access.event.before)
    }),
  'runs with its own breakpoints': (run) =>
    ofKind(run, 'instruction').some(({ cpu }) => inMonitorMode(cpu) && enabled(cpu.pairs).length > 0),
  UNDEFINED: (run) => ofKind(run, 'access').some(({ outcome }) => outcome === 'undefined'),
  'failed condition': (run) => ofKind(run, 'instruction').some(({ instruction }) => 'fails' in instruction),
  'Linux starts up': (run) => ofKind(run, 'start-up').length > 0,
  'two entries or more': (run) => ofKind(run, 'exit').length > 1,
  'both vCPUs': (run) => new Set(ofKind(run, 'entry').map(({ vcpu }) => vcpu)).size > 1,
  'both CPUs': (run) => new Set(ofKind(run, 'entry').map(({ cpu }) => cpu.number)).size > 1,
  'host breakpoint set': (run) =>
    ofKind(run, 'action').some(
      ({ action, result }) => action.do === 'set-host-breakpoint' && result === 'ok',
    ),
  'refused host breakpoint': (run) => ofKind(run, 'action').some(({ result }) => result === 'ENODEV'),
  'host breakpoint hit': (run) => ofKind(run, 'host-exception').some(({ cause }) => cause !== 'bkpt'),
  'power-down': (run) => does(run, 'idle'),
  'external debugger': (run) => does(run, 'external-debugger'),
  'debug state': (run) => ofKind(run, 'halt').length > 0,
  'ends by itself': (run) => run.ending === 'end',
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
    'guest breakpoint hit': 2.5,
    BKPT: 6,
    'DBGDSCR read': 21,
    'breakpoint register written in monitor mode': 26,
    'breakpoint register written without': 11,
    'runs with its own breakpoints': 18,
    UNDEFINED: 15,
    'failed condition': 5,
    'Linux starts up': 7,
    'two entries or more': 42,
    'both vCPUs': 6,
    'both CPUs': 7,
    'host breakpoint set': 8,
    'refused host breakpoint': 3,
    'power-down': 6,
    'external debugger': 6.5,
  },
  breakpoints: {
    'guest breakpoint hit': 8,
    'guest watchpoint hit': 5.5,
    BKPT: 12,
    'DBGDSCR read': 22,
    'breakpoint register written in monitor mode': 36,
    'breakpoint register written without': 15,
    'runs with its own breakpoints': 31,
    'both vCPUs': 6,
    'both CPUs': 7,
  },
  accesses: {
    'DBGDSCR read': 19,
    UNDEFINED: 28,
    'failed condition': 6,
    'Linux starts up': 7,
    'both vCPUs': 6,
    'both CPUs': 7,
  },
  host: {
    'host breakpoint set': 9,
    'refused host breakpoint': 4,
    'host breakpoint hit': 1.7,
    'external debugger': 9,
    'power-down': 4.5,
    BKPT: 5.5,
    'runs with its own breakpoints': 18,
  },
  'one-cpu': {
    'guest breakpoint hit': 5,
    'guest watchpoint hit': 3,
    BKPT: 10,
    'DBGDSCR read': 20,
    'breakpoint register written in monitor mode': 40,
    'runs with its own breakpoints': 25,
    UNDEFINED: 5,
    'failed condition': 4,
    'both vCPUs': 5,
    'host breakpoint set': 8,
    'host breakpoint hit': 1,
  },
}

describe('classes of programs', () => {
  for (const programClass of PROGRAM_CLASSES)
    for (const [feature, floor] of Object.entries(FLOORS[programClass]))
      test(`${programClass}: ${feature} in at least ${floor} %`, () => {
        expect(shares[programClass][feature as Feature]).toBeGreaterThanOrEqual(floor)
      })
  test('every feature but a guess is somewhere', () => {
    for (const feature of Object.keys(FEATURES) as Feature[])
      if (feature !== 'unpredictable')
        expect(Math.max(...PROGRAM_CLASSES.map((each) => shares[each][feature])), feature).toBeGreaterThan(
          0.4,
        )
  })
  test('nearly every program ends by itself, and none needs a guess', () => {
    for (const programClass of PROGRAM_CLASSES) {
      expect(shares[programClass]['ends by itself']).toBeGreaterThan(99)
      expect(shares[programClass].unpredictable).toBe(0)
    }
  })
})

test('the same seed gives the same programs', () => {
  for (const programClass of PROGRAM_CLASSES)
    expect(samplePrograms(programClass, 20, 3)).toEqual(samplePrograms(programClass, 20, 3))
})
