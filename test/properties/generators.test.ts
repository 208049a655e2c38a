import { describe, expect, test } from 'vitest'
import { any } from '../../model/bits.ts'
import { GUESTDBG, inForce } from '../../model/kvm/guest-debug.ts'
import {
  type Action,
  dr6,
  dr7,
  END_VECTOR,
  flags,
  HANDLERS,
  type Instruction,
  ideal,
  matchDataBreakpoints,
  type Run,
  type RunEvent,
  runProgram,
  slotsOf,
} from '../../model/x86/index.ts'
import { parseProgram } from '../../oracles/programs/parse.ts'
import { samplePrograms } from '../../properties/check.ts'
import { isUnpredictable } from '../../properties/property.ts'
import { PROGRAM_CLASSES, type ProgramClass } from '../../properties/x86/generators.ts'

type Of<Kind extends RunEvent['kind']> = Extract<RunEvent, { kind: Kind }>
const ofKind = <Kind extends RunEvent['kind']>(run: Run, kind: Kind): Of<Kind>[] =>
  run.events.filter((event): event is Of<Kind> => event.kind === kind)

/** Whether the program’s own code completes such an instruction: handlers have some too. */
const completes = (run: Run, op: Instruction['op']): boolean =>
  ofKind(run, 'instruction').some(
    (event) => event.op === op && event.next !== null && event.address < BigInt(HANDLERS),
  )

/** The kinds of all slots that hit: the host’s at its exits, the guest’s at its exceptions. */
const kindsHit = (run: Run): string[] =>
  run.events.flatMap((event) => {
    const record = event.kind === 'exit' && event.exit.reason === 'debug' ? event.exit.debug : null
    if (event.kind !== 'delivery' && event.kind !== 'exit') return []
    const { view } = event
    const value = inForce(view.control, GUESTDBG.USE_HW_BP) ? view.hostDr7 : view.dr7
    const hits = event.kind === 'delivery' ? (event.payload ?? 0n) : (record?.dr6 ?? 0n)
    return slotsOf(value).flatMap((slot, n) => (any(hits, 1n << BigInt(n)) ? [slot.kind] : []))
  })

const enabled = (value: bigint): boolean => any(value, dr7.ENABLES)

const isLong = (run: Run): boolean => run.state.mode === 'long'
/** Whether a program is for long mode at a privilege level: that of its first exit or exception, most of the time. */
const startsAt = (run: Run, cpl: 0 | 3): boolean => {
  const first = run.events.find((event) => event.kind === 'delivery' || event.kind === 'exit')
  const cs = first?.kind === 'delivery' ? first.cs : first?.kind === 'exit' ? first.state.cs : 0
  return isLong(run) && (cs & 3) === cpl
}

/** What a run has in it; each is something that properties need to see often. */
const FEATURES = {
  'guest TF': (run) => ofKind(run, 'instruction').some(({ rflags }) => (rflags & flags.TF) !== 0),
  'host step': (run) =>
    ofKind(run, 'instruction').some(({ view }) => inForce(view.control, GUESTDBG.SINGLESTEP)),
  'a step reported': (run) =>
    ofKind(run, 'exit').some(({ exit }) => exit.reason === 'debug' && any(exit.debug.dr6, dr6.BS)),
  'both step': (run) =>
    ofKind(run, 'instruction').some(
      ({ view, rflags }) => inForce(view.control, GUESTDBG.SINGLESTEP) && (rflags & flags.TF) !== 0,
    ),
  'both have breakpoints': (run) =>
    ofKind(run, 'instruction').some(
      ({ view }) => inForce(view.control, GUESTDBG.USE_HW_BP) && enabled(view.hostDr7) && enabled(view.dr7),
    ),
  'host breakpoint hit': (run) =>
    ofKind(run, 'exit').some(({ exit }) => exit.reason === 'debug' && any(exit.debug.dr6, dr6.B)),
  'guest breakpoint hit': (run) =>
    ofKind(run, 'delivery').some(({ payload }) => payload !== null && any(payload, dr6.B)),
  'data breakpoint hit': (run) => kindsHit(run).some((kind) => kind === 'write' || kind === 'access'),
  'I/O breakpoint hit': (run) => kindsHit(run).includes('io'),
  'REP goes on': (run) =>
    ofKind(run, 'instruction').some(({ op, address, next }) => op.startsWith('rep-') && next === address),
  'general detect': (run) =>
    ofKind(run, 'delivery').some(({ payload }) => payload !== null && any(payload, dr6.BD)) ||
    ofKind(run, 'exit').some(({ exit }) => exit.reason === 'debug' && any(exit.debug.dr6, dr6.BD)),
  'exit for I/O': (run) => ofKind(run, 'exit').some(({ exit }) => exit.reason === 'io'),
  'exit for MMIO': (run) => ofKind(run, 'exit').some(({ exit }) => exit.reason === 'mmio'),
  'INT3 for the host': (run) =>
    ofKind(run, 'exit').some(({ exit }) => exit.reason === 'debug' && exit.debug.exception === 3),
  'INT3 planted by the host is met': (run) => {
    const planted = run.events.findIndex(
      (event) => event.kind === 'action' && event.action.do === 'write-memory' && event.action.bytes === 'cc',
    )
    return (
      planted >= 0 &&
      run.events.slice(planted).some((event) => event.kind === 'instruction' && event.op === 'int3')
    )
  },
  'INT3 handed back to the guest': (run) => {
    const exit = run.events.findIndex(
      (event) => event.kind === 'exit' && event.exit.reason === 'debug' && event.exit.debug.exception === 3,
    )
    return (
      exit >= 0 && run.events.slice(exit).some((event) => event.kind === 'delivery' && event.vector === 3)
    )
  },
  'injected exception': (run) => ofKind(run, 'delivery').some(({ source }) => source === 'injected'),
  'interrupt or NMI': (run) =>
    ofKind(run, 'delivery').some(({ source }) => source === 'interrupt' || source === 'nmi'),
  'refused call': (run) => ofKind(run, 'action').some(({ result }) => result !== 'ok'),
  EBUSY: (run) => ofKind(run, 'action').some(({ result }) => result === 'EBUSY'),
  'access for userspace under a step': (run) =>
    ofKind(run, 'exit').some(
      ({ exit, view }) =>
        (exit.reason === 'io' || exit.reason === 'mmio') && inForce(view.control, GUESTDBG.SINGLESTEP),
    ),
  'debug register read': (run) => completes(run, 'mov-from-dr'),
  'debug register written': (run) => completes(run, 'mov-to-dr'),
  'save and restore': (run) => ofKind(run, 'action').some(({ action }) => action.do === 'save-restore'),
  'shadow of MOV SS': (run) => ofKind(run, 'instruction').some(({ shadow }) => shadow === 'mov-ss'),
  'exit in the shadow of MOV SS': (run) => ofKind(run, 'exit').some(({ state }) => state.shadow === 'mov-ss'),
  'trap held by POP SS': (run) =>
    ofKind(run, 'instruction').some(({ op, view, accesses }) => {
      const { db, dr7: value } = inForce(view.control, GUESTDBG.USE_HW_BP)
        ? { db: view.hostDb, dr7: view.hostDr7 }
        : view
      return (
        op === 'pop-ss' &&
        accesses.some(
          ({ kind, address, size }) =>
            kind === 'read' &&
            matchDataBreakpoints({ db, dr7: value, address, size, access: kind }).mayHit !== 0,
        )
      )
    }),
  'shadow of STI': (run) => ofKind(run, 'instruction').some(({ shadow }) => shadow === 'sti'),
  'RF=1': (run) => ofKind(run, 'instruction').some(({ rflags }) => (rflags & flags.RF) !== 0),
  'detach after attach': (run) =>
    ofKind(run, 'action').some(
      ({ action, group }, n, all) =>
        action.do === 'set-guest-debug' &&
        action.control === '0x00000000' &&
        all.slice(0, n).some((earlier) => earlier.group < group && earlier.action.do === 'set-guest-debug'),
    ),
  'long mode, CPL0': (run) => startsAt(run, 0),
  'long mode, CPL3': (run) => startsAt(run, 3),
  'handler entered from CPL3': (run) =>
    isLong(run) && ofKind(run, 'delivery').some(({ cs, vector }) => (cs & 3) === 3 && vector !== END_VECTOR),
  'SYSCALL with TF': (run) =>
    ofKind(run, 'instruction').some(
      ({ op, rflags, next }) => op === 'syscall' && next !== null && (rflags & flags.TF) !== 0,
    ),
  'SYSRET with TF': (run) =>
    ofKind(run, 'instruction').some(
      ({ op, loadedFlags }) => op === 'sysret' && ((loadedFlags ?? 0) & flags.TF) !== 0,
    ),
  'host step over SYSCALL or SYSRET': (run) =>
    ofKind(run, 'instruction').some(
      ({ op, view, next }) =>
        (op === 'syscall' || op === 'sysret') && next !== null && inForce(view.control, GUESTDBG.SINGLESTEP),
    ),
  'bad address': (run) =>
    isLong(run) && ofKind(run, 'delivery').some(({ vector }) => vector === 14 || vector === 12),
  'two runs or more': (run) => ofKind(run, 'exit').length > 1,
  'ends by its HLT': (run) => run.ending === 'end',
  'ends by a fault': (run) => run.ending === 'fault',
  'ends by a cap': (run) => run.ending === 'cap',
  'internal error': (run) => run.ending === 'internal-error',
  unpredictable: isUnpredictable,
} as const satisfies Record<string, (run: Run) => boolean>
type Feature = keyof typeof FEATURES

/** Every operation: a new one that is not generated is an error here. */
const OPS: { readonly [Op in Instruction['op']]: true } = {
  nop: true,
  jmp: true,
  mov: true,
  push: true,
  pushf: true,
  popf: true,
  popfd: true,
  'pop-ss': true,
  'pop-ds': true,
  'mov-ss': true,
  sti: true,
  cli: true,
  int3: true,
  int: true,
  into: true,
  iret: true,
  iretd: true,
  cpuid: true,
  rdmsr: true,
  wrmsr: true,
  ud2: true,
  'force-emulation': true,
  icebp: true,
  hlt: true,
  syscall: true,
  sysret: true,
  'mov-to-dr': true,
  'mov-from-dr': true,
  in: true,
  out: true,
  load: true,
  store: true,
  inc: true,
  'rep-movsb': true,
  'rep-stosb': true,
  'rep-insb': true,
  'rep-outsb': true,
}
/** Those that long mode does not have. */
const ONLY_REAL: ReadonlySet<Instruction['op']> = new Set(['popfd', 'pop-ss', 'pop-ds', 'into', 'iretd'])
const ALL_ACTIONS: { readonly [Do in Action['do']]: true } = {
  'set-guest-debug': true,
  'set-registers': true,
  'set-special-registers': true,
  'set-debug-registers': true,
  'set-vcpu-events': true,
  'write-back': true,
  'save-restore': true,
  interrupt: true,
  nmi: true,
  'interrupt-window': true,
  'immediate-exit': true,
  'write-memory': true,
}
const ACTIONS: { readonly [Class in ProgramClass]: readonly Action['do'][] } = {
  any: Object.keys(ALL_ACTIONS) as Action['do'][],
  stepping: ['set-guest-debug', 'interrupt', 'nmi', 'set-registers'],
  breakpoints: ['set-guest-debug', 'set-registers', 'set-debug-registers'],
  injection: ['set-guest-debug', 'set-vcpu-events', 'interrupt', 'nmi', 'set-registers', 'write-back'],
  'debug-registers': ['set-guest-debug', 'set-debug-registers', 'set-registers'],
  'forced-emulation': ['set-guest-debug', 'set-registers', 'interrupt', 'nmi'],
  'software-breakpoints': ['set-guest-debug', 'set-registers', 'write-memory'],
  'long-mode': Object.keys(ALL_ACTIONS) as Action['do'][],
  shadows: ['set-guest-debug', 'interrupt', 'nmi', 'set-registers', 'save-restore', 'write-memory'],
}

/** Share of the programs of each class that must have a feature, in per cent, a little below what is measured. */
const FLOORS: { readonly [Class in ProgramClass]: { readonly [F in Feature]?: number } } = {
  any: {
    'guest TF': 15,
    'host step': 15,
    'a step reported': 14,
    'both step': 2,
    'both have breakpoints': 1.9,
    'host breakpoint hit': 6,
    'guest breakpoint hit': 6.6,
    'general detect': 0.5,
    'exit for I/O': 13,
    'exit for MMIO': 4,
    'access for userspace under a step': 2.5,
    'INT3 for the host': 0.1,
    'injected exception': 9,
    'interrupt or NMI': 3.5,
    'refused call': 1.7,
    EBUSY: 0.1,
    'debug register read': 9.5,
    'debug register written': 9.5,
    'shadow of MOV SS': 9.5,
    'shadow of STI': 3,
    'RF=1': 7,
    'detach after attach': 2.2,
    'save and restore': 0.9,
    'two runs or more': 33,
    'data breakpoint hit': 1.2,
    'I/O breakpoint hit': 0.25,
    'REP goes on': 1.4,
    'ends by its HLT': 62,
    'ends by a fault': 11,
    'long mode, CPL0': 8,
    'long mode, CPL3': 10,
    'handler entered from CPL3': 6,
    'SYSCALL with TF': 0.6,
    'SYSRET with TF': 0.6,
    'host step over SYSCALL or SYSRET': 0.4,
    'bad address': 0.4,
  },
  stepping: {
    'guest TF': 15,
    'host step': 32,
    'a step reported': 27,
    'both step': 5,
    'exit for I/O': 14,
    'exit for MMIO': 4.5,
    'access for userspace under a step': 6,
    'shadow of MOV SS': 8.8,
    'shadow of STI': 4,
    'RF=1': 8,
    'detach after attach': 5,
    'interrupt or NMI': 1,
    'two runs or more': 41,
    'REP goes on': 1.5,
    'ends by its HLT': 66,
    'long mode, CPL0': 8,
    'long mode, CPL3': 9,
    'handler entered from CPL3': 5.5,
    'SYSCALL with TF': 0.6,
    'SYSRET with TF': 0.6,
    'host step over SYSCALL or SYSRET': 1.2,
    'bad address': 0.3,
  },
  breakpoints: {
    'guest TF': 15,
    'both have breakpoints': 8.5,
    'host breakpoint hit': 14,
    'guest breakpoint hit': 16,
    'exit for I/O': 19,
    'exit for MMIO': 6.5,
    'shadow of MOV SS': 13,
    'RF=1': 8,
    'detach after attach': 4.2,
    'two runs or more': 39,
    'data breakpoint hit': 2.6,
    'I/O breakpoint hit': 1,
    'REP goes on': 1.6,
    'ends by its HLT': 69,
    'long mode, CPL0': 8,
    'long mode, CPL3': 9,
    'handler entered from CPL3': 6,
    'bad address': 0.6,
  },
  injection: {
    'injected exception': 27,
    'interrupt or NMI': 10,
    EBUSY: 2.7,
    'host step': 9.5,
    'guest breakpoint hit': 6.6,
    'ends by its HLT': 58,
    'long mode, CPL0': 8,
    'long mode, CPL3': 10,
    'handler entered from CPL3': 7,
    'SYSCALL with TF': 0.4,
    'SYSRET with TF': 0.4,
    'bad address': 0.3,
  },
  'debug-registers': {
    'debug register read': 36,
    'debug register written': 35,
    'general detect': 5.5,
    'both have breakpoints': 6,
    'guest breakpoint hit': 14,
    'refused call': 7.5,
    'ends by its HLT': 69,
    'long mode, CPL0': 18,
  },
  'forced-emulation': {
    'guest TF': 10,
    'host step': 10,
    'a step reported': 10,
    'host breakpoint hit': 5,
    'guest breakpoint hit': 5,
  },
  'software-breakpoints': {
    'INT3 for the host': 12,
    'INT3 planted by the host is met': 3,
    'INT3 handed back to the guest': 1,
    'guest TF': 10,
    'ends by its HLT': 50,
  },
  shadows: {
    'guest TF': 16,
    'host step': 21,
    'a step reported': 19,
    'shadow of MOV SS': 27,
    'shadow of STI': 7.5,
    'exit in the shadow of MOV SS': 4,
    'trap held by POP SS': 2.3,
    'data breakpoint hit': 5,
    'INT3 for the host': 2,
    'save and restore': 1.1,
    'ends by its HLT': 55,
  },
  'long-mode': {
    'guest TF': 22,
    'host step': 16,
    'a step reported': 16,
    'both step': 4.5,
    'both have breakpoints': 3,
    'host breakpoint hit': 5.5,
    'guest breakpoint hit': 6,
    'exit for I/O': 5.5,
    'exit for MMIO': 3.5,
    'INT3 for the host': 0.5,
    'injected exception': 13,
    'interrupt or NMI': 4.5,
    'shadow of MOV SS': 7.2,
    'RF=1': 14,
    'long mode, CPL0': 45,
    'long mode, CPL3': 45,
    'handler entered from CPL3': 33,
    'SYSCALL with TF': 3,
    'SYSRET with TF': 3,
    'host step over SYSCALL or SYSRET': 2,
    'bad address': 1,
    'ends by its HLT': 50,
  },
}

/** Programs that say little: of those there must not be many. */
const CEILINGS: { readonly [F in Feature]?: number } = {
  'internal error': 12,
  'ends by a cap': 19,
  unpredictable: 6,
}

const RUNS = 2000
const SEED = 42

const share = (runs: readonly Run[], feature: Feature): number =>
  (100 * runs.filter((run) => FEATURES[feature](run)).length) / runs.length

const entries = (limits: { readonly [F in Feature]?: number }): [Feature, number][] =>
  Object.entries(limits) as [Feature, number][]

describe.each(PROGRAM_CLASSES)('programs of the class %s', (programClass) => {
  const programs = samplePrograms(programClass, RUNS, SEED)
  const runs = programs.map((program) => runProgram(program, ideal))

  test.each(entries(FLOORS[programClass]))('%s: at least %d per cent', (feature, floor) => {
    expect(share(runs, feature)).toBeGreaterThanOrEqual(floor)
  })

  test.each(entries(CEILINGS))('%s: at most %d per cent', (feature, ceiling) => {
    expect(share(runs, feature)).toBeLessThanOrEqual(ceiling)
  })

  test('no feature is in nearly every program', () => {
    for (const [feature] of entries(FLOORS[programClass])) expect(share(runs, feature)).toBeLessThan(90)
  })

  test('they survive JSON and the strict parser', () => {
    for (const program of programs.slice(0, 600)) {
      const parsed = parseProgram(JSON.parse(JSON.stringify(program)))
      expect(parsed).toStrictEqual(program)
    }
  })

  test('few of them are the same', () => {
    const distinct = new Set(programs.map(({ setup, code, script }) => JSON.stringify([setup, code, script])))
    expect(distinct.size).toBeGreaterThan(0.97 * RUNS)
  })

  test('every operation and every action of the class is there', () => {
    const ops = new Set(programs.flatMap(({ code }) => code.map((instruction) => instruction.op)))
    const actions = new Set(programs.flatMap(({ script }) => script.flat().map((action) => action.do)))
    // Most hosts do not have the prefix: it has a class of its own.
    const expected = Object.keys(OPS).filter((op) =>
      op === 'force-emulation'
        ? programClass === 'forced-emulation'
        : programClass !== 'long-mode' || !ONLY_REAL.has(op as Instruction['op']),
    )
    expect([...ops].sort()).toEqual(expected.sort())
    expect([...ACTIONS[programClass]].filter((action) => !actions.has(action))).toEqual([])
  })
})

test('every action occurs in programs of some class', () => {
  expect(new Set(Object.values(ACTIONS).flat())).toEqual(new Set(Object.keys(ALL_ACTIONS)))
})
