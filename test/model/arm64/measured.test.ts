/**
 * Programs whose stops were measured on Linux KVM/arm64 (6.1, 6.12 and 7.2 under QEMU 7.2 in software), replayed on the
 * variants that describe these kernels and, where nothing speaks against it, on the ideal machine.
 */
import { describe, expect, test } from 'vitest'
import {
  type Instruction,
  ideal,
  type Program,
  runProgram,
  type Setup,
  type Variant,
} from '../../../model/arm64/index.ts'
import { variants } from '../../../model/arm64/variants/index.ts'
import { at, debug, ldr, mov, mrs, msr, NOP, nops, op, programOf, stops, str } from './support.ts'

const variant = (id: string): Variant => variants.find((each) => each.id === `arm64/${id}`)!
const KERNELS = { '6.1 and 6.12': variant('linux-6.1'), '7.2': variant('linux-6.14') } as const
type Kernel = keyof typeof KERNELS

interface Row {
  readonly title: string
  readonly program: Program
  /** On all three kernels, and on the ideal machine. */
  readonly same?: string
  /** On all three kernels; the ideal machine does otherwise. */
  readonly kernels?: string
  readonly on?: { readonly [K in Kernel]?: string }
  readonly ideal?: string
}

const shown = (program: Program, by: Variant): string => stops(runProgram(program, by)).join(', ')

const group = (name: string, rows: readonly Row[]): void => {
  describe(name, () => {
    for (const { title, program, same, kernels, on, ideal: idealStops } of rows) {
      for (const kernel of Object.keys(KERNELS) as Kernel[]) {
        const expected = on?.[kernel] ?? kernels ?? same
        if (expected !== undefined)
          test(`${title}: ${kernel}`, () => {
            expect(shown(program, KERNELS[kernel])).toBe(expected)
          })
      }
      const expected = idealStops ?? same
      if (expected !== undefined)
        test(`${title}: ideal`, () => {
          expect(shown(program, ideal)).toBe(expected)
        })
    }
  })
}

const STEP = debug('0x3')
const DETACH = debug('0x0')
const ENABLE = debug('0x1')
/** Steps from the first instruction on, and lets the rest run freely after so many steps. */
const stepping = (code: readonly Instruction[], setup: Setup, steps: number): Program =>
  programOf(code, setup, [STEP], ...Array.from({ length: steps - 1 }, () => []), [DETACH])

group('the host steps', [
  {
    title: 'over plain instructions and a branch',
    program: stepping(
      [mov('0x1'), { op: 'add', register: 'x1', value: 1 }, NOP, { op: 'b', to: at(5) }, NOP, NOP],
      {},
      5,
    ),
    same: 'debug EC32 ISV #1, debug EC32 ISV #2, debug EC32 ISV #3, debug EC32 ISV #5, debug EC32 ISV #6, end',
  },
  {
    title: 'and stops stepping after 3 steps',
    program: programOf(nops(5), {}, [STEP], [], [], [ENABLE]),
    same: 'debug EC32 ISV #1, debug EC32 ISV #2, debug EC32 ISV #3, end',
  },
  {
    title: 'over MMIO: the exit first, with the PC at the instruction, then the step',
    program: stepping([NOP, str('mmio'), NOP, ldr('mmio')], {}, 6),
    same:
      'debug EC32 ISV #1, mmio write #1, debug EC32 #2, debug EC32 ISV #3, mmio read #3, debug EC32 #4, ' +
      'end',
  },
  {
    title: 'over two MMIO stores back to back',
    program: stepping([str('mmio'), str('mmio')], {}, 4),
    same: 'mmio write #0, debug EC32 #1, mmio write #1, debug EC32 #2, end',
  },
  {
    title: 'from an MMIO exit on',
    program: programOf([str('mmio'), NOP], {}, [], [STEP], [DETACH]),
    same: 'mmio write #0, debug EC32 #1, end',
  },
  {
    title: 'off and on again at an MMIO exit',
    program: programOf([str('mmio'), NOP], {}, [STEP], [DETACH, STEP], [DETACH]),
    same: 'mmio write #0, debug EC32 #1, end',
  },
  {
    title: 'no more from an MMIO exit on',
    program: programOf([str('mmio'), NOP], {}, [STEP], [ENABLE]),
    same: 'mmio write #0, end',
  },
  {
    title: 'over trapped system registers and HVC: one stop each, at the next instruction',
    program: stepping(
      [mrs('id_aa64pfr0_el1', 'x2'), msr('oslar_el1', 'x0'), msr('dbgbvr0_el1'), { op: 'hvc' }, NOP],
      {},
      5,
    ),
    same: 'debug EC32 #1, debug EC32 #2, debug EC32 #3, debug EC32 #4, debug EC32 ISV #5, ' + 'end',
  },
  {
    title: 'over WFI, which QEMU’s CPU completes',
    program: stepping([op('wfi'), NOP], {}, 1),
    same: 'debug EC32 ISV #1, end',
  },
  {
    title: 'over SVC at EL1: the vector, before its first instruction, and no SS in SPSR_EL1',
    program: stepping([NOP, { op: 'svc' }, NOP], {}, 2),
    same: 'debug EC32 ISV #1, guest EC15 #2, debug EC32 vector+200, end',
  },
  {
    title: 'over SVC at EL0',
    program: stepping([{ op: 'svc' }, NOP], { pstate: '0x3c0' }, 1),
    same: 'guest EC15 #1, debug EC32 vector+400, end',
  },
  {
    title: 'over ERET to EL0',
    program: stepping([op('eret'), NOP], { elr: at(1), spsr: '0x3c0' }, 1),
    same: 'debug EC32 ISV #1, end',
  },
  {
    title: 'with an interrupt waiting: at its vector, the instruction not executed',
    program: programOf(
      nops(2),
      { pstate: '0x345' },
      [STEP, { do: 'interrupt', level: true }],
      [DETACH, { do: 'interrupt', level: false }],
    ),
    // What the CPU saves while the host steps has its SS: that the guest sees it is a known deviation.
    kernels: 'guest irq-el1 #0 SS, debug EC32 vector+280, end',
    ideal: 'guest irq-el1 #0, debug EC32 vector+280, end',
  },
  {
    title: 'over UDF: the guest finds the host’s SS in SPSR_EL1',
    program: stepping([op('udf'), NOP], {}, 1),
    kernels: 'guest EC0 #0 SS, debug EC32 vector+200, end',
    ideal: 'guest EC0 #0, debug EC32 vector+200, end',
  },
  {
    title: 'over an access that KVM answers with UNDEF',
    program: stepping([mrs('pmcr_el0'), NOP], {}, 1),
    kernels: 'guest EC0 #0 SS, debug EC32 vector+200, end',
    ideal: 'guest EC0 #0, debug EC32 vector+200, end',
  },
  {
    title: 'not: UDF without a step has no SS in SPSR_EL1',
    program: programOf([op('udf'), NOP], {}, [ENABLE]),
    same: 'guest EC0 #0, end',
  },
])

test('stepping each instruction of an LDXR/STXR loop never ends it', () => {
  const loop = programOf(
    [
      { op: 'ldxr', register: 'x1' },
      { op: 'add', register: 'x1', value: 1 },
      { op: 'stxr', status: 'x2', register: 'x1' },
      { op: 'cbnz', register: 'x2', to: at(0) },
    ],
    {},
    [STEP],
  )
  for (const by of [ideal, ...Object.values(KERNELS)]) {
    const run = runProgram(loop, by)
    expect(run.ending).toBe('cap')
    expect(stops(run).slice(0, 5)).toEqual([
      'debug EC32 ISV EX #1',
      'debug EC32 ISV #2',
      'debug EC32 ISV #3',
      'debug EC32 ISV #0',
      'debug EC32 ISV EX #1',
    ])
  }
  expect(runProgram({ ...loop, script: [] }, ideal).ending).toBe('end')
})

const BRK: Instruction = { op: 'brk', imm: 0x123 }

group('BRK', [
  {
    title: 'without a debugger',
    program: programOf([BRK, NOP]),
    same: 'guest EC3c #0, end',
  },
  ...['0x1', '0x3', '0x10001'].map(
    (control): Row => ({
      title: `with control ${control}, and nothing done about it`,
      program: programOf([BRK, NOP], {}, [debug(control)], [], [DETACH]),
      same: 'debug EC3c #0, debug EC3c #0, guest EC3c #0, end',
    }),
  ),
  {
    title: 'planted, removed, stepped over and planted again',
    program: programOf(
      nops(3),
      {},
      [debug('0x10001'), { do: 'plant', at: at(1) }],
      [debug('0x10003'), { do: 'unplant', at: at(1) }],
      [debug('0x10001'), { do: 'plant', at: at(1) }],
    ),
    same: 'debug EC3c #1, debug EC32 ISV #2, end',
  },
  {
    title: 'stepped onto: the step, then BRK',
    program: programOf([NOP, BRK], {}, [STEP], [], [DETACH]),
    same: 'debug EC32 ISV #1, debug EC3c #1, guest EC3c #1, end',
  },
])

test('BRK planted over the guest’s own: the host’s, and the guest’s once it is removed (derived)', () => {
  const program = programOf(
    [BRK, NOP],
    {},
    [debug('0x10001'), { do: 'plant', at: at(0) }],
    [{ do: 'unplant', at: at(0) }],
    [DETACH],
  )
  const hsr = runProgram(program, ideal).events.flatMap((event) =>
    event.kind === 'exit' && event.exit.reason === 'debug' ? [event.exit.debug.hsr] : [],
  )
  expect(hsr).toEqual([0xf2000000, 0xf2000123])
  expect(shown(program, ideal)).toBe('debug EC3c #0, debug EC3c #0, guest EC3c #0, end')
})

const GUEST: Setup = {
  mdscr: '0xa000',
  pstate: '0x1c5',
  bcr: ['0x1e7'],
  bvr: [at(1)],
  wcr: ['0x1fff'],
  wvr: [{ place: 'data', offset: 8 }],
  onDebugException: 'disarm',
}
const HOST = debug('0x20001', { bcr: ['0x1e7'], bvr: [at(2)], wcr: ['0x1fff'], wvr: [{ place: 'data' }] })

group('breakpoints and watchpoints', [
  {
    title: 'of the guest alone',
    program: programOf([NOP, NOP, str('data', 8)], GUEST),
    same: 'guest EC31 #1, end',
  },
  {
    title: 'a watchpoint of the guest alone',
    program: programOf([str('data', 8)], { ...GUEST, bcr: [] }),
    same: 'guest EC35 #0, end',
  },
  {
    title: 'of both in the same slots: the host’s alone hit',
    program: programOf(
      [NOP, NOP, NOP, str('data'), str('data', 8)],
      GUEST,
      [HOST],
      [debug('0x20001', { wcr: ['0x1fff'], wvr: [{ place: 'data' }] })],
      [debug('0x20001')],
    ),
    same: 'debug EC30 #2, debug EC34 #3 far=40002000, end',
  },
  {
    title: 'hit again at every run until they are removed',
    program: programOf(nops(2), {}, [debug('0x20001', { bcr: ['0x1e7'], bvr: [at(1)] })], [], [DETACH]),
    same: 'debug EC30 #1, debug EC30 #1, end',
  },
  {
    title: 'of the guest, while all slots of the host are empty',
    program: programOf([NOP, NOP, str('data', 8)], GUEST, [debug('0x20001')]),
    same: 'end',
  },
  {
    title: 'of the guest, with ENABLE alone',
    program: programOf([NOP, NOP, str('data', 8)], GUEST, [ENABLE], [], [debug('0x20001')]),
    on: { '6.1 and 6.12': 'debug EC30 #1, debug EC30 #1, end', '7.2': 'end' },
    ideal: 'debug EC30 #1, debug EC30 #1, end',
  },
  {
    title: 'in the last slot there is',
    program: programOf(
      nops(2),
      {},
      [
        debug('0x20001', {
          bcr: ['0x0', '0x0', '0x0', '0x0', '0x0', '0x1e7'],
          bvr: ['0x0', '0x0', '0x0', '0x0', '0x0', at(1)],
        }),
      ],
      [DETACH],
    ),
    same: 'debug EC30 #1, end',
  },
  {
    title: 'in the slot behind it: ignored',
    program: programOf(nops(2), {}, [
      debug('0x20001', {
        bcr: ['0x0', '0x0', '0x0', '0x0', '0x0', '0x0', '0x1e7'],
        bvr: ['0x0', '0x0', '0x0', '0x0', '0x0', '0x0', at(1)],
      }),
    ]),
    same: 'end',
  },
  {
    title: 'the guest reads back its own under USE_HW',
    program: programOf(
      [mrs('dbgbvr0_el1'), mrs('dbgbcr0_el1'), mrs('mdscr_el1')],
      { ...GUEST, bvr: ['0x40001f00'] },
      [HOST, { do: 'get-one-reg', register: 'dbgbvr0_el1' }, { do: 'get-one-reg', register: 'mdscr_el1' }],
      [debug('0x20001')],
    ),
    same: 'get 40001f00, get a000, reads dbgbvr0_el1 40001f00, reads dbgbcr0_el1 1e7, debug EC30 #2, reads mdscr_el1 a000, end',
  },
])

test('control words: which are accepted', () => {
  for (const by of [ideal, ...Object.values(KERNELS)]) {
    const results = (controls: readonly string[]): string[] =>
      controls.map((control) => shown(programOf([], {}, [debug(control)]), by).split(', ')[0]!)
    const accepted = ['0x0', '0x1', '0x2', '0x3', '0x10000', '0x20000', '0x10001', '0x20001', '0x30001']
    expect(results(accepted).filter((line) => line === 'EINVAL')).toEqual([])
    const refused = ['0x40001', '0x80001', '0x100001', '0x4', '0x5', '0x40000000', '0x80000001']
    expect(results(refused).every((line) => line === 'EINVAL')).toBe(true)
  }
})

/** The guest steps itself at EL1, or at EL0. */
const EL1: Setup = { mdscr: '0x2001', pstate: '0x2001c5' }
const EL0: Setup = { mdscr: '0x1', pstate: '0x2003c0' }
/** It gets there by an exception return. */
const RETURNS: Setup = { mdscr: '0x2001', spsr: '0x2001c5', elr: at(1) }

group('the guest steps itself', [
  {
    title: 'at EL1, over plain instructions and MMIO; SS is set at the MMIO exit',
    program: programOf([NOP, str('mmio'), NOP], EL1),
    same: 'guest EC33 ISV #1, mmio write #1 SS, guest EC33 #2, guest EC33 ISV #3, end SS',
  },
  {
    title: 'at EL0',
    program: programOf([NOP, NOP], EL0),
    same: 'guest EC32 ISV #1, guest EC32 ISV #2, end SS',
  },
  {
    title: 'over HVC and SVC',
    program: programOf([{ op: 'hvc' }, { op: 'svc' }], EL1),
    same: 'guest EC33 #1, guest EC15 #2, guest EC33 #2, end SS',
  },
  {
    title: 'over UDF: its handler finds its own SS',
    program: programOf([op('udf'), NOP], EL1),
    same: 'guest EC0 #0 SS, guest EC33 ISV #2, end SS',
  },
  {
    title: 'under a host’s ENABLE, and reads MDSCR_EL1 as it wrote it',
    program: programOf([op('eret'), NOP, str('mmio'), mrs('mdscr_el1')], RETURNS, [ENABLE]),
    same: 'mmio write #2, reads mdscr_el1 2001, end',
  },
  ...['0x10001', '0x20001'].map(
    (control): Row => ({
      title: `under the host’s control ${control}`,
      program: programOf([op('eret'), NOP, mrs('mdscr_el1')], RETURNS, [debug(control)]),
      same: 'reads mdscr_el1 2001, end',
    }),
  ),
  {
    title: 'under a host’s step, which gets one stop per instruction',
    program: programOf([op('eret'), NOP, mrs('mdscr_el1')], RETURNS, [STEP], [], [], [ENABLE]),
    same: 'debug EC32 ISV #1, debug EC32 ISV #2, reads mdscr_el1 2001, debug EC32 #3, end',
  },
  {
    title: 'SS from before is kept while the host steps',
    program: programOf([str('mmio'), NOP], EL1, [], [STEP]),
    same: 'mmio write #0 SS, debug EC32 #1 SS, debug EC32 ISV #2 SS, end SS',
  },
  {
    title: 'SS that it sets while the host steps is lost: after the host is gone the exception comes at once',
    program: programOf(
      [op('eret'), NOP, NOP, NOP],
      { ...RETURNS, onDebugException: 'disarm' },
      [STEP],
      [],
      [DETACH],
    ),
    same: 'debug EC32 ISV #1, debug EC32 ISV #2, guest EC33 #2, end',
  },
  {
    title: 'SS from before, over a time with ENABLE alone',
    program: programOf([str('mmio'), NOP, str('mmio')], EL1, [], [ENABLE]),
    on: {
      '6.1 and 6.12': 'mmio write #0 SS, mmio write #2 SS, end SS',
      '7.2': 'mmio write #0 SS, mmio write #2, end',
    },
    ideal: 'mmio write #0 SS, mmio write #2 SS, end SS',
  },
  {
    title: 'not while its OS lock is set, and at once after it is cleared',
    program: programOf([NOP, mrs('oslsr_el1', 'x2'), msr('oslar_el1', 'x0'), NOP], {
      ...EL1,
      osLock: true,
      onDebugException: 'disarm',
    }),
    same: 'reads oslsr_el1 a, guest EC33 #3, end',
  },
  {
    title: 'its OS lock does not stop the host',
    program: programOf(nops(2), { osLock: true }, [STEP], [], [DETACH]),
    same: 'debug EC32 ISV #1, debug EC32 ISV #2, end',
  },
])
