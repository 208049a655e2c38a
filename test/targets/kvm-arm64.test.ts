/**
 * Debian's arm64 kernels, booted under QEMU: they do what was measured on KVM/arm64 before. Skipped, with the reason and
 * the remedy, where they are not fetched.
 */
import { expect, test } from 'vitest'
import { type Action, classOf, type Instruction, makeProgram, type Program } from '../../model/arm64/index.ts'
import { logRecords } from '../../oracles/targets/arm64/log.ts'
import { hexValue } from '../../oracles/targets/hex.ts'
import type { Observation, ObservedEvent } from '../../oracles/targets/kvm/observation.ts'
import { arm64Platform } from '../../oracles/targets/qemu/arm64.ts'
import { fetchedKernel } from '../../oracles/targets/qemu/kernels.ts'
import { Unavailable } from '../../oracles/targets/target.ts'
import { BOOTS_WITHIN, boot } from './arm64-support.ts'

const debug = (control: string): Action => ({ do: 'set-guest-debug', control })
const STEP = debug('0x3')
const ENABLE = debug('0x1')
const DETACH = debug('0x0')
const nop: Instruction = { op: 'nop' }
const store: Instruction = { op: 'str', register: 'x1', at: { place: 'mmio' }, size: 8 }
const load: Instruction = { op: 'ldr', register: 'x1', at: { place: 'mmio' }, size: 8 }
const EXECUTE = '0x1e7'
const WATCH = '0x1fff'
/** A guest at EL1 whose own step is active. */
const SELF_STEP = { mdscr: '0x2001', pstate: '0x2001c5' }
const GUEST_BREAKPOINT = {
  mdscr: '0xa000',
  pstate: '0x1c5',
  bcr: [EXECUTE],
  bvr: [{ instruction: 1 }],
} as const

/** The last three digits of an address: the code begins at 0x40001000, the vectors at 0x40004000. */
const short = (address: bigint | string): string =>
  (typeof address === 'string' ? address : address.toString(16)).replace(/^4000/, '')

const eventText = ({ kind, what, fields }: ObservedEvent): string => {
  if (kind === 'action') return what === 'ok' ? '' : what
  const ec = what === 'debug' ? ` ${classOf(hexValue(fields.hsr)).toString(16)}` : ''
  return `${what}${ec} ${short(fields.pc!)}`
}

/** The exceptions in the handlers' log: class, ELR, and SS of SPSR if it is set. */
const logText = (log: string): string[] =>
  logRecords(log).map(({ esr, elr, spsr }) => {
    const what = esr === null ? 'irq' : classOf(esr).toString(16)
    return `#${what} ${short(elr)}${spsr & 0x200000n ? ' SS' : ''}`
  })

/** The first stops of a run, then what the guest's handlers saw. */
const summary = ({ events, log }: Observation, most: number): string =>
  [
    ...events
      .map(eventText)
      .filter((text) => text !== '')
      .slice(0, most),
    ...logText(log),
  ].join(', ')

interface Row {
  readonly title: string
  readonly program: Program
  /** Stops that are looked at. */
  readonly most?: number
  readonly measured: string
  /** Where 7.2 does something else. */
  readonly newest?: string
}

const row = (
  title: string,
  program: Program,
  measured: string,
  more: Partial<Pick<Row, 'most' | 'newest'>> = {},
): Row => ({ title, program, measured, ...more })

const ROWS: readonly Row[] = [
  row(
    'steps',
    makeProgram({}, [nop, { op: 'b', to: { instruction: 3 } }, nop, nop], [[STEP]]),
    'debug 32 1004, debug 32 100c, debug 32 1010, mmio 1010',
  ),
  row(
    'a step is switched off',
    makeProgram({}, [nop, nop, nop], [[STEP], [], [ENABLE]]),
    'debug 32 1004, debug 32 1008, mmio 100c',
  ),
  row(
    'steps over MMIO',
    makeProgram({}, [store, nop, load, store], [[STEP]]),
    'mmio 1000, debug 32 1004, debug 32 1008, mmio 1008, debug 32 100c, mmio 100c, debug 32 1010, mmio 1010',
  ),
  row(
    'stepping begins at an exit for MMIO',
    makeProgram({}, [store, nop], [[], [STEP]]),
    'mmio 1000, debug 32 1004, debug 32 1008, mmio 1008',
  ),
  row(
    'stepping ends at an exit for MMIO',
    makeProgram({}, [store, nop], [[STEP], [ENABLE]]),
    'mmio 1000, mmio 1008',
  ),
  row(
    'steps over what traps',
    makeProgram(
      {},
      [
        { op: 'mrs', to: 'x0', from: 'id_aa64dfr0_el1' },
        { op: 'msr', to: 'oslar_el1', from: 'x1' },
        { op: 'msr', to: 'dbgbvr0_el1', from: 'x1' },
        { op: 'mrs', to: 'x0', from: 'mdscr_el1' },
        { op: 'hvc' },
      ],
      [[STEP]],
    ),
    'debug 32 1004, debug 32 1008, debug 32 100c, debug 32 1010, debug 32 1014, mmio 1014',
  ),
  row(
    'a step over SVC',
    makeProgram({}, [{ op: 'svc' }], [[STEP], [DETACH]]),
    'debug 32 4200, mmio 1004, #15 1004',
  ),
  row(
    'a step over an exception',
    makeProgram({}, [{ op: 'udf' }], [[STEP], [DETACH]]),
    'debug 32 4200, mmio 1004, #0 1000 SS',
  ),
  row(
    'an interrupt under a step',
    makeProgram({ pstate: '0x345' }, [nop], [[{ do: 'interrupt', level: true }, STEP], [DETACH]]),
    'debug 32 4280, mmio 1004, #irq 1000 SS',
  ),
  row('BRK of the guest', makeProgram({}, [{ op: 'brk', imm: 5 }], []), 'mmio 1004, #3c 1000'),
  row(
    'BRK under USE_SW_BP, then without',
    makeProgram({}, [{ op: 'brk', imm: 5 }], [[debug('0x10001')], [], [DETACH]]),
    'debug 3c 1000, debug 3c 1000, mmio 1004, #3c 1000',
  ),
  row(
    'BRK of the host over an instruction',
    makeProgram(
      {},
      [nop, nop],
      [
        [debug('0x10001'), { do: 'plant', at: { instruction: 1 } }],
        [{ do: 'unplant', at: { instruction: 1 } }],
      ],
    ),
    'debug 3c 1004, mmio 1008',
  ),
  row(
    'a breakpoint of the host',
    makeProgram(
      {},
      [nop, nop],
      [[{ do: 'set-guest-debug', control: '0x20001', bcr: [EXECUTE], bvr: [{ instruction: 1 }] }], [DETACH]],
    ),
    'debug 30 1004, mmio 1008',
  ),
  row(
    'a watchpoint of the host',
    makeProgram(
      {},
      [nop, { op: 'str', register: 'x1', at: { place: 'data' }, size: 8 }],
      [[{ do: 'set-guest-debug', control: '0x20001', wcr: [WATCH], wvr: [{ place: 'data' }] }], [DETACH]],
    ),
    'debug 34 1004, mmio 1008',
  ),
  row(
    'a breakpoint of the guest',
    makeProgram({ ...GUEST_BREAKPOINT, onDebugException: 'disarm' }, [nop, nop], []),
    'mmio 1008, #31 1004',
  ),
  row(
    'a breakpoint of the guest under ENABLE',
    makeProgram(GUEST_BREAKPOINT, [nop, nop], [[ENABLE], [], [DETACH]]),
    'debug 30 1004, debug 30 1004, #31 1004',
    { newest: 'mmio 1008', most: 2 },
  ),
  row(
    'a breakpoint of the guest under USE_HW',
    makeProgram(GUEST_BREAKPOINT, [nop, nop], [[debug('0x20001')]]),
    'mmio 1008',
  ),
  row(
    'a guest steps itself',
    makeProgram(SELF_STEP, [nop, store, { op: 'hvc' }], []),
    'mmio 1004, mmio 100c, #33 1004, #33 1008, #33 100c',
  ),
  row(
    'a guest steps itself over an exception',
    makeProgram(SELF_STEP, [{ op: 'udf' }, nop], []),
    'mmio 1008, #0 1000 SS, #33 1008',
  ),
  row('a guest steps itself under ENABLE', makeProgram(SELF_STEP, [nop, nop, nop], [[ENABLE]]), 'mmio 100c'),
  row(
    'a guest steps itself at EL0',
    makeProgram({ mdscr: '0x1', pstate: '0x2003c0' }, [nop, nop], []),
    'mmio 1008, #32 1004, #32 1008',
  ),
  row(
    'a guest with its OS lock set',
    makeProgram({ ...SELF_STEP, osLock: true }, [nop, { op: 'msr', to: 'oslar_el1', from: 'x1' }, nop], []),
    'mmio 100c, #33 1008, #33 100c',
  ),
  row(
    'an access that is faulted',
    makeProgram({}, [load, nop], [[], [{ do: 'fault-mmio' }]]),
    'mmio 1000, mmio 1008, #25 1000',
  ),
  row(
    'a faulted access under a step',
    makeProgram({}, [load], [[], [{ do: 'fault-mmio' }, STEP], [DETACH]]),
    'mmio 1000, debug 32 4200, mmio 1004, #25 1000 SS',
    { newest: 'mmio 1000, debug 32 4204, mmio 1004, #25 1000' },
  ),
]

test.for([
  ['stable', /^6\.1\./],
  ['6.12', /^6\.12\./],
  ['newest', /^[7-9]\./],
] as const)(
  'the %s kernel does what was measured',
  { timeout: BOOTS_WITHIN },
  async ([release, version], ctx) => {
    const programs = ROWS.map(({ program }) => program)
    const { hello, observations } = await boot(ctx, { release }, programs)
    expect(hello).toMatch(
      / arch=arm64 kernel=\S+ module=none cpu=0x41 cpu-name=0xd0c emulator=QEMU-TCG breakpoints=6 watchpoints=4$/,
    )
    expect(/ kernel=(\S+)/.exec(hello)![1]).toMatch(version)
    const seen = ROWS.map(({ title, most = 8 }, i) => [title, summary(observations[i]!, most)])
    const expected = ROWS.map(({ title, measured, newest }) => [
      title,
      release === 'newest' ? (newest ?? measured) : measured,
    ])
    expect(seen).toEqual(expected)
    // By which it is described before it has booted.
    expect(hello).toContain(` kernel=${(await fetchedKernel(arm64Platform.kernels, release, '')).release} `)
  },
)

test(
  'any kernel boots from a file, over a serial line, and with another mode of KVM',
  async (ctx) => {
    const remedy = 'gdo fetch kvm-arm64'
    const { image, modules } = await fetchedKernel(arm64Platform.kernels, 'stable', remedy).catch((error) => {
      if (error instanceof Unavailable) ctx.skip(`${error.message}; ${error.remedy}`)
      throw error
    })
    const parameters = { 'kvm-arm.mode': 'nvhe' }
    const { observations } = await boot(ctx, { kernel: image, modules: modules!, parameters }, [
      ROWS[0]!.program,
    ])
    expect(summary(observations[0]!, 8)).toBe(ROWS[0]!.measured)
  },
  BOOTS_WITHIN,
)
