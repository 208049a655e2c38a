/**
 * What random programs have in them, class by class: what properties need to see often is asserted to be there.
 */
import { describe, expect, test } from 'vitest'
import { ideal, type Run, runProgram } from '../../../model/vmm/index.ts'
import { Checker } from '../../../properties/check.ts'
import { ofKind } from '../../../properties/events.ts'
import { PROGRAM_CLASSES, type ProgramClass } from '../../../properties/vmm/generators.ts'
import { ownEvents } from '../../../properties/vmm/guest-view.ts'
import { vmm } from '../../../properties/vmm/machine.ts'
import { isUnpredictable } from '../../../properties/vmm/types.ts'

const { samplePrograms } = new Checker(vmm)

const stops = (run: Run, pattern: RegExp): boolean =>
  ofKind(run, 'stop').some(({ stop }) => pattern.test(stop.reason))
const replies = (run: Run, name: string, reply: string): boolean =>
  ofKind(run, 'command').some(({ command, reply: got }) => command.do === name && got === reply)

/** What a run has in it; each is something that properties need to see often. */
const FEATURES = {
  'x86 guest': ({ guest }) => guest === 'x86',
  'arm64 guest': ({ guest }) => guest === 'arm64',
  'stop at a software breakpoint': (run) => stops(run, /^software/),
  'stop at a hardware breakpoint': (run) => stops(run, /^hardware/),
  'stop at a watchpoint': (run) => stops(run, /watchpoint$/),
  'stop after a step': (run) => stops(run, /^step$/),
  'two stops or more': (run) => ofKind(run, 'stop').length > 1,
  'refused request': (run) => replies(run, 'insert', 'E22'),
  'unsupported request': (run) => replies(run, 'insert', ''),
  'removed breakpoint': (run) => replies(run, 'remove', 'OK'),
  'removal of nothing': (run) => replies(run, 'remove', 'E22'),
  'step over': (run) => replies(run, 'step-over', ''),
  'event handed back': (run) => ofKind(run, 'owned').some(({ owner }) => owner === 'guest'),
  'event of both': (run) => ofKind(run, 'owned').some(({ owner }) => owner === 'both'),
  'guest debugs itself': (run) => ownEvents(run).length > 0,
  'ends by itself': (run) => run.ending === 'end',
  unpredictable: isUnpredictable,
} as const satisfies Record<string, (run: Run) => boolean>
type Feature = keyof typeof FEATURES

const RUNS = 1200

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
    'x86 guest': 45,
    'arm64 guest': 40,
    'stop at a software breakpoint': 11,
    'stop at a hardware breakpoint': 5,
    'stop after a step': 20,
    'two stops or more': 17,
    'refused request': 4,
    'removed breakpoint': 9,
    'removal of nothing': 10,
    'step over': 12,
    'event handed back': 6,
    'guest debugs itself': 35,
  },
  software: {
    'stop at a software breakpoint': 18,
    'two stops or more': 12,
    'removed breakpoint': 9,
    'event handed back': 4,
    'guest debugs itself': 35,
  },
  hardware: {
    'stop at a hardware breakpoint': 14,
    'stop at a watchpoint': 2.5,
    'refused request': 10,
    'unsupported request': 1.3,
    'step over': 12,
    'event handed back': 5,
  },
  stepping: {
    'stop after a step': 35,
    'two stops or more': 27,
    'step over': 18,
    'event handed back': 7,
    'event of both': 1.5,
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
})

test('the same seed gives the same programs', () => {
  for (const programClass of PROGRAM_CLASSES)
    expect(samplePrograms(programClass, 20, 3)).toEqual(samplePrograms(programClass, 20, 3))
})
