/**
 * The C file: what it compares, that it compiles without a warning, that it is short.
 */
import { describe, expect, test } from 'vitest'
import {
  type Action,
  type Instruction,
  ideal,
  makeProgram,
  type Program,
  runProgram,
  type Setup,
} from '../../model/x86/index.ts'
import { linux618Pvm } from '../../model/x86/variants/kernels.ts'
import { x86 } from '../../oracles/machines/x86.ts'
import { isOpen } from '../../oracles/reports/c/open.ts'
import { cReport } from '../../oracles/reports/c/report.ts'
import { findingSubject } from '../../oracles/reports/subject.ts'
import { observationOf } from '../../oracles/targets/x86/observation.ts'
import { samplePrograms } from '../../properties/check.ts'
import { PROGRAM_CLASSES } from '../../properties/x86/generators.ts'
import { properties } from '../../properties/x86/properties.ts'
import {
  build,
  codeLines,
  cSourceFor,
  findingOf,
  needCompiler,
  STEP_OVER_OUT,
  withLastExit,
} from './support.ts'

const reportOf = (program: Program, change = {}): string => {
  const finding = findingOf(program, linux618Pvm, ideal, change)
  return cReport(findingSubject(x86, finding, ideal, null, [ideal, linux618Pvm], properties), '0.0.0')
}

/** The strings of the table of what is expected. */
const expectedOf = (source: string): string[] => {
  const table = /expected\[\] = \{([^}]*)\}/.exec(source)?.[1] ?? ''
  return [...table.matchAll(/"(.*)"/g)].map(([, text]) => text!)
}

describe('what is compared', () => {
  test('up to the difference, and no more than it takes', () => {
    expect(expectedOf(reportOf(STEP_OVER_OUT))).toEqual([
      'KVM_SET_GUEST_DEBUG = 0',
      'KVM_EXIT_IO out port=0x10 size=1',
      'KVM_EXIT_DEBUG exception=1 pc=0x1002 dr6=0xffff4ff0',
    ])
  })

  test('a register only where the finding is about it', () => {
    const program = makeProgram({}, [{ op: 'nop' }], [])
    const right = observationOf(runProgram(program, ideal))
    const wrong = withLastExit(right, (event) => ({
      ...event,
      fields: { ...event.fields, rflags: '102', rax: '7' },
    }))
    // firstDifference() names RAX: the rest of the state is not what this is about.
    expect(expectedOf(cSourceFor(program, right, wrong))).toEqual(['KVM_EXIT_HLT', '  rax=0x0'])
  })

  test('what the handlers have logged, at the exit that follows', () => {
    const program = makeProgram({ rflags: '0x102' }, [{ op: 'nop' }], [])
    const right = observationOf(runProgram(program, ideal))
    const wrong = withLastExit({ ...right, log: '' }, (event) => ({
      ...event,
      fields: { ...event.fields, rbp: '7000' },
    }))
    expect(expectedOf(cSourceFor(program, right, wrong))).toEqual(['guest: vector=1 ip=0x1001'])
    expect(expectedOf(cSourceFor(program, wrong, right))).toEqual(['KVM_EXIT_HLT'])
  })

  test('a field that differs before the difference is masked', () => {
    const program = { ...STEP_OVER_OUT, code: [{ op: 'nop' }, { op: 'nop' }] } satisfies Program
    const right = observationOf(runProgram(program, ideal))
    const [action, first, ...rest] = right.events
    const masked = { ...first!, fields: { ...first!.fields, 'exit-dr6': 'ffff4ff1' } }
    const observed = withLastExit({ ...right, events: [action!, masked, ...rest] }, (event) => ({
      ...event,
      what: 'shutdown',
    }))
    const finding = findingOf(program, ideal, ideal, {
      expected: right,
      observed,
      difference: { event: 3, field: 'what', expected: 'exit hlt', observed: 'exit shutdown' },
    })
    const source = cReport(findingSubject(x86, finding, ideal, null, [], []), '0.0.0')
    expect(expectedOf(source)[1]).toBe('KVM_EXIT_DEBUG exception=1 pc=0x1001')
  })

  test('several allowed runs, each on its own', () => {
    // Whether RF suppresses the host’s breakpoint is a choice.
    const program = makeProgram(
      { rflags: '0x10002' },
      [{ op: 'nop' }],
      [
        [
          {
            do: 'set-guest-debug',
            control: '0x20001',
            db: [{ instruction: 0 }, { instruction: 1 }],
            dr7: '0xa',
          },
        ],
      ],
    )
    const observed = withLastExit(observationOf(runProgram(program, ideal)), (event) => ({
      ...event,
      what: 'shutdown',
    }))
    const event = observed.events.length - 1
    const difference = { event, field: 'what', expected: 'exit debug', observed: 'exit shutdown' }
    const finding = findingOf(program, ideal, ideal, { observed, difference })
    const source = cReport(findingSubject(x86, finding, ideal, null, [], []), '0.0.0')
    expect(source).toMatch(/allowed_runs\[[2-9]\]/)
    expect(source).toContain('pc=0x1000')
    expect(source).toContain('agreement(allowed_runs[i])')
  })

  test('nothing, where there is nothing to compare', () => {
    const program = makeProgram({}, [{ op: 'nop' }], [])
    const observed = observationOf(runProgram(program, ideal))
    const same = { observed, expected: observed, difference: 'it is wrong' }
    const finding = findingOf(program, ideal, ideal, same)
    const subject = findingSubject(x86, finding, ideal, null, [], [])
    expect(() => cReport(subject, '0.0.0')).toThrow(/no C file/)
  })
})

describe('the text of the file', () => {
  test('says what it shows, with flags by name and the code disassembled', () => {
    const source = reportOf(STEP_OVER_OUT)
    expect(source).toMatch(
      /^\/\/ SPDX-License-Identifier: MIT\n\/\*\n \* KVM guest debugging, Linux 6\.18\.44: /,
    )
    expect(source).toContain('x86/step-is-one-instruction')
    expect(source).toContain('KVM_GUESTDBG_ENABLE | KVM_GUESTDBG_SINGLESTEP')
    expect(source).toMatch(/0xe6, 0x10,\t+\/\* 1000: out 0x10, al \*\//)
    expect(source).toContain('dr6=0xffff4ff0", /* BS */')
  })

  test('has nothing that the program does not use', () => {
    const source = reportOf(STEP_OVER_OUT)
    for (const word of [
      'save_restore',
      'debugregs',
      'events',
      'handler_',
      'filter',
      'memset(run',
      'agreement',
    ])
      expect(source).not.toContain(word)
  })

  test('text from a file cannot leave its comment', () => {
    const source = reportOf(STEP_OVER_OUT, { host: 'x */ int evil; /* ??/ \u001b[31m\nLinux 9.9' })
    expect(source.split('*/')[0]).toContain('evil')
    // A control character is gone, and nothing but ASCII is left.
    expect(source).toMatch(/^[\t\n\x20-\x7e]*$/)
  })
})

const STEP: Action = { do: 'set-guest-debug', control: '0x3' }

/** Every kind of action. */
const ACTIONS: readonly (readonly Action[])[] = [
  [STEP],
  [
    {
      do: 'set-guest-debug',
      control: '0x1f0003',
      db: [{ instruction: 1 }, '0x7fffffffffffffff'],
      dr7: '0x402',
    },
  ],
  [{ do: 'set-guest-debug', control: '0x80000000' }],
  [{ do: 'set-registers', rip: { instruction: 1 }, rflags: '0x102', registers: { eax: '0xffffffff' } }],
  [{ do: 'set-special-registers', cr4De: true, ds: '0x10' }],
  [{ do: 'set-special-registers', cr4De: false }],
  [
    {
      do: 'set-debug-registers',
      db: [{ instruction: 1 }],
      dr6: '0xffffffffffffffff',
      dr7: '0x402',
      flags: 1,
    },
  ],
  [{ do: 'set-vcpu-events', exception: { state: 'pending', vector: 1, payload: '0x4000' } }],
  [{ do: 'set-vcpu-events', exception: { state: 'injected', vector: 13 }, shadow: 'sti', nmiPending: true }],
  [
    { do: 'write-back', state: 'registers' },
    { do: 'write-back', state: 'special-registers' },
    { do: 'write-back', state: 'debug-registers' },
    { do: 'write-back', state: 'vcpu-events' },
  ],
  [{ do: 'save-restore' }],
  [STEP, { do: 'save-restore' }, { do: 'nmi' }],
  [{ do: 'interrupt', vector: 0x21 }],
  [{ do: 'nmi' }],
  [{ do: 'interrupt-window', request: true }],
  [{ do: 'interrupt-window', request: true }, { do: 'save-restore' }],
  [{ do: 'immediate-exit' }],
  [{ do: 'immediate-exit' }, STEP],
  [{ do: 'write-memory', at: { instruction: 0 }, bytes: 'cc90' }],
  [{ do: 'write-memory', at: '0x9000', bytes: 'cc' }],
]

/** Every kind of exit, and what takes more of a set-up. */
const CODES: readonly [Setup, readonly Instruction[]][] = [
  [{}, [{ op: 'in', port: 16, size: 4 }]],
  [{}, [{ op: 'out', port: 16, size: 2 }]],
  [{}, [{ op: 'load', at: { place: 'mmio' }, size: 4 }]],
  [{}, [{ op: 'store', at: { place: 'mmio' }, size: 1 }]],
  [{}, [{ op: 'hlt' }, { op: 'nop' }]],
  [{}, [{ op: 'icebp' }]],
  [{}, [{ op: 'ud2' }]],
  [{ rflags: '0x102', onDebugException: 'disarm' }, [{ op: 'int', vector: 0x40 }, { op: 'rdmsr' }]],
  [
    { vendor: 'amd', rtm: true, busLockDetect: true, cr4De: true, cs: '0x10', ds: '0x20', stack: ['0x1234'] },
    [{ op: 'wrmsr' }],
  ],
  [
    {
      db: [{ instruction: 0 }, { handler: 3 }],
      dr7: '0x402',
      dr6: '0x0',
      registers: { eax: { place: 'data' } },
    },
    [{ op: 'jmp', to: { instruction: 1 } }],
  ],
  [{ mode: 'long', fmask: '0x100', rflags: '0x102', onDebugException: 'disarm' }, [{ op: 'syscall' }]],
  [{ mode: 'long', cpl: 3, registers: { r11: '0x1' } }, [{ op: 'ud2' }]],
]

/** Deviations of Linux 6.18 with PVM, as they are after shrinking. */
const SHORT: readonly Program[] = [
  STEP_OVER_OUT,
  makeProgram({ rflags: '0x100' }, [{ op: 'nop' }], [[STEP, { do: 'set-guest-debug', control: '0x0' }]]),
  makeProgram(
    { cr4De: true },
    [{ op: 'in', port: 16, size: 1 }],
    [[], [{ do: 'set-special-registers', cr4De: false }, STEP]],
  ),
  makeProgram(
    {},
    [{ op: 'nop' }],
    [[{ do: 'set-guest-debug', control: '0x20001', db: [{ instruction: 1 }], dr7: '0x2' }]],
  ),
  makeProgram({ rflags: '0x100' }, [], [[{ do: 'set-guest-debug', control: '0x20001' }]]),
  makeProgram({ rflags: '0x100' }, [{ op: 'in', port: 16, size: 1 }], [[STEP]]),
]

/** What is wrong with every run: its last exit is a shutdown, and every register is another. */
const wrongly = (program: Program) => {
  const right = observationOf(runProgram(program, ideal))
  if (isOpen(right)) return []
  return [
    withLastExit(right, (event) => ({ ...event, what: event.what === 'shutdown' ? 'hlt' : 'shutdown' })),
    ...['rip', 'db', 'dr6', 'pending', 'interrupt', 'nmi', 'shadow', 'cs'].map((field) =>
      withLastExit(right, (event) => ({
        ...event,
        fields: { ...event.fields, [field]: field === 'db' ? '1,2,3,4' : '77' },
      })),
    ),
  ].map((wrong) => cSourceFor(program, right, wrong))
}

const savesState = (program: Program): boolean =>
  program.script.flat().some((action) => action.do === 'save-restore')

describe('the file', () => {
  const programs = [
    ...ACTIONS.map((group) => makeProgram({}, [{ op: 'in', port: 16, size: 1 }, { op: 'nop' }], [[], group])),
    ...CODES.map(([setup, code]) => makeProgram(setup, code, [])),
  ]

  test('has less than 100 lines beside its data, for programs as short as findings are', () => {
    for (const [i, program] of SHORT.entries()) expect(codeLines(reportOf(program)), `${i}`).toBeLessThan(100)
    for (const program of programs) {
      // Saving and restoring is all the state there is, twice; long mode sets up more of it.
      const more = (savesState(program) ? 26 : 0) + (program.setup.mode === 'long' ? 10 : 0)
      for (const source of wrongly(program)) expect(codeLines(source)).toBeLessThan(110 + more)
    }
  })

  test('compiles without a warning, whatever the host does and the guest meets', (ctx) => {
    needCompiler(ctx)
    for (const [i, program] of programs.entries()) {
      const sources = wrongly(program)
      if (sources.length === 0) continue
      build(ctx, sources[0]!)
      build(ctx, sources[1 + (i % (sources.length - 1))]!)
    }
  })

  test('compiles without a warning for random programs', (ctx) => {
    needCompiler(ctx)
    for (const programClass of PROGRAM_CLASSES)
      for (const program of samplePrograms(programClass, 2, 99))
        for (const source of wrongly(program).slice(0, 1)) build(ctx, source)
  })
})
