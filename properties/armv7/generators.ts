/**
 * Random programs, weighted towards what is interesting: a guest that arms and hits breakpoints, reads what it wrote and
 * the cause of its exceptions, a host whose debuggers are at work in between, and vCPUs that move.
 */
import fc, { type Arbitrary } from 'fast-check'
import {
  type Action,
  BREAKPOINTS,
  type Instruction,
  makeProgram,
  type Place,
  type Program,
  type Setup,
  type Value,
  WATCHPOINTS,
} from '../../model/armv7/index.ts'

/** The classes of programs that properties are tried on. */
export const PROGRAM_CLASSES = ['any', 'breakpoints', 'accesses', 'host', 'one-cpu'] as const
export type ProgramClass = (typeof PROGRAM_CLASSES)[number]

const MAX_CODE = 9

const weigh = <T>(choices: readonly (readonly [number, Arbitrary<T>])[]): Arbitrary<T> =>
  fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })))

const setup: Arbitrary<Setup> = fc
  .record({
    v7: fc.nat({ max: 3 }),
    low: fc.nat({ max: 7 }),
    configured: fc.nat({ max: 15 }),
    unknown: fc.nat({ max: 3 }),
    unlocked: fc.nat({ max: 7 }),
  })
  .map(({ v7, low, configured, unknown, unlocked }): Setup => {
    const dbgen = low < 2 ? [[true, false] as const, [false, false] as const][low] : undefined
    return {
      ...(v7 === 0 ? { debugArchitecture: 'v7' as const } : {}),
      ...(dbgen ? { dbgen } : {}),
      ...(configured === 0 ? { hwBreakpoint: false } : {}),
      ...(unknown === 0 ? { unknown: 'enabled' as const } : {}),
      ...(unlocked === 0 ? { lockedAtReset: false } : {}),
    }
  })

const user = fc.nat({ max: 5 }).map((n) => (n === 0 ? { user: true as const } : {}))

const instructionPlace: Arbitrary<Place> = fc.nat({ max: MAX_CODE }).map((instruction) => ({ instruction }))
const address: Arbitrary<Value> = weigh<Value>([
  [6, instructionPlace],
  [2, fc.constant<Value>({ place: 'data' })],
  [2, fc.constantFrom<Value>({ place: 'host-code' }, { place: 'host-data' })],
])

/** Control registers: whole, for one mode or access, disabled; and now and then what must not reach the CPU. */
const bcr = fc.constantFrom(
  '0x1e7',
  '0x1e7',
  '0x1e7',
  '0x1e3',
  '0x1e5',
  '0x1e6',
  '0x21e7',
  '0xc1e7',
  '0x8001e7',
  '0x1e1',
)
const wcr = fc.constantFrom('0x1ff', '0x1ff', '0x1f7', '0x1ef', '0x37', '0x1fe', '0x21ff')

const number = weigh<number>([
  [6, fc.nat({ max: 1 })],
  [2, fc.nat({ max: BREAKPOINTS })],
])
const watchNumber = number.map((n) => Math.min(n, WATCHPOINTS))

const pairWrite: Arbitrary<Instruction> = weigh<Instruction>([
  [4, fc.tuple(number, address).map(([n, value]): Instruction => ({ op: 'mcr', to: `DBGBVR${n}`, value }))],
  [5, fc.tuple(number, bcr).map(([n, value]): Instruction => ({ op: 'mcr', to: `DBGBCR${n}`, value }))],
  [
    2,
    fc.tuple(watchNumber, address).map(([n, value]): Instruction => ({ op: 'mcr', to: `DBGWVR${n}`, value })),
  ],
  [3, fc.tuple(watchNumber, wcr).map(([n, value]): Instruction => ({ op: 'mcr', to: `DBGWCR${n}`, value }))],
])
const pairRead: Arbitrary<Instruction> = fc
  .tuple(fc.constantFrom('DBGBVR', 'DBGBCR', 'DBGWVR', 'DBGWCR'), watchNumber, user)
  .map(([kind, n, mode]): Instruction => ({ op: 'mrc', from: `${kind}${n}`, ...mode }))

const dscrRead: Arbitrary<Instruction> = fc
  .constantFrom('DBGDSCRint', 'DBGDSCRint', 'DBGDSCRext')
  .map((from): Instruction => ({ op: 'mrc', from }))
const dscrWrite: Arbitrary<Instruction> = fc
  .constantFrom('0x8000', '0x0', '0x9000', '0xc000', '0x1000')
  .map((value): Instruction => ({ op: 'mcr', to: 'DBGDSCRext', value }))

const lockWrite: Arbitrary<Instruction> = fc.constantFrom<Instruction>(
  { op: 'mcr', to: 'DBGOSLAR', value: '0xc5acce55' },
  { op: 'mcr', to: 'DBGOSLAR', value: '0x0' },
  { op: 'mcr', to: 'DBGOSDLR', value: '0x1' },
)

const OTHERS = [
  'DBGDIDR',
  'DBGVCR',
  'DBGOSLSR',
  'DBGOSDLR',
  'DBGPRCR',
  'DBGPRSR',
  'DBGCLAIMSET',
  'DBGCLAIMCLR',
  'DBGDRAR',
  'DBGDSAR',
  'DBGDTRint',
  'DBGWFAR',
  'DBGAUTHSTATUS',
  'DBGDEVID',
  'DBGBXVR4',
  'DBGOSSRR',
  'DBGBVR6',
  'DBGBCR6',
  'DBGWCR4',
] as const
const accessOf = (registers: readonly string[]): Arbitrary<Instruction> =>
  fc
    .tuple(
      fc.constantFrom(...registers),
      fc.nat({ max: 1 }),
      fc.constantFrom('0x0', '0x1', '0xffffffff'),
      user,
      fc.nat({ max: 7 }),
    )
    .map(([register, write, value, mode, condition]): Instruction => {
      const fails = condition === 0 ? { fails: true as const } : {}
      return write === 1
        ? { op: 'mcr', to: register, value, ...mode, ...fails }
        : { op: 'mrc', from: register, ...mode, ...fails }
    })
const otherAccess = accessOf(OTHERS)
/** Of registers that every CPU with v7.1 Debug has in CP14, QEMU's too. */
const oneCpuAccess = accessOf([
  ...['DBGDIDR', 'DBGVCR', 'DBGOSLAR', 'DBGOSLSR', 'DBGOSDLR', 'DBGDRAR', 'DBGDSAR'],
  ...['DBGDSCRext', 'DBGBVR5', 'DBGBCR5', 'DBGWVR3', 'DBGWCR3', 'DBGBVR6', 'DBGBCR6', 'DBGWCR4'],
])
const oddAccess: Arbitrary<Instruction> = fc
  .tuple(
    fc.constantFrom<Instruction>(
      { op: 'mrrc', from: 'DBGDRAR' },
      { op: 'mrrc', from: 'DBGDSAR' },
      { op: 'ldc' },
      { op: 'stc' },
      { op: 'mrc', from: 'DBGDSCRint', flags: true },
    ),
    user,
  )
  .map(([instruction, mode]): Instruction => ({ ...instruction, ...mode }) as Instruction)
const failing: Arbitrary<Instruction> = fc.constantFrom<Instruction>(
  { op: 'mrc', from: 'DBGDSCRint', fails: true },
  { op: 'mrc', from: 'DBGBVR0', fails: true },
  { op: 'mcr', to: 'DBGBVR0', value: '0x40', fails: true },
  { op: 'mcr', to: 'DBGBCR0', value: '0x1e7', fails: true },
)

const plain: Arbitrary<Instruction> = fc
  .tuple(
    weigh<Instruction>([
      [6, fc.constant<Instruction>({ op: 'nop' })],
      [3, fc.constant<Instruction>({ op: 'bkpt' })],
      [3, fc.constant<Instruction>({ op: 'str', at: { place: 'data' } })],
      [2, fc.constant<Instruction>({ op: 'ldr', at: { place: 'data' } })],
    ]),
    user,
  )
  .map(([instruction, mode]): Instruction => ({ ...instruction, ...mode }) as Instruction)

const wfi = fc.constant<Instruction>({ op: 'wfi' })
const startUp = fc.constant<Instruction>({ op: 'linux-start-up' })

const hostBreakpoint: Arbitrary<Action> = fc
  .tuple(
    fc.constantFrom('debugged' as const, 'debugged' as const, 'vcpu-thread' as const),
    fc.constantFrom('execute' as const, 'write' as const),
  )
  .map(([task, kind]): Action => ({ do: 'set-host-breakpoint', task, kind }))
const clear: Arbitrary<Action> = fc
  .constantFrom('debugged' as const, 'vcpu-thread' as const)
  .map((task): Action => ({ do: 'clear-host-breakpoints', task }))
const runTask: Arbitrary<Action> = fc
  .constantFrom('code' as const, 'store' as const, 'bkpt' as const)
  .map((what): Action => ({ do: 'run-task', what }))
const either = fc.constantFrom(0 as const, 1 as const)
const migrate: Arbitrary<Action> = either.map((cpu): Action => ({ do: 'migrate', cpu }))
const switchVcpu: Arbitrary<Action> = either.map((vcpu): Action => ({ do: 'switch-vcpu', vcpu }))
const idle: Arbitrary<Action> = either.map((cpu): Action => ({ do: 'idle', cpu }))
const hostWrite: Arbitrary<Action> = fc.constantFrom<Action>(
  { do: 'host-write', register: 'DBGDSCRext', value: '0x0' },
  { do: 'host-write', register: 'DBGDSCRext', value: '0x8000' },
  { do: 'host-write', register: 'DBGDSCRext', value: '0x9000' },
  { do: 'host-write', register: 'DBGOSDLR', value: '0x1' },
  { do: 'host-write', register: 'DBGOSDLR', value: '0x0' },
)
const external: Arbitrary<Action> = fc.constantFrom<Action>(
  { do: 'external-debugger', halting: true },
  { do: 'external-debugger', halting: false },
  { do: 'external-debugger', dbgen: false },
  { do: 'external-debugger', dbgen: true },
)

/** One instruction. */
const one = (instruction: Arbitrary<Instruction>): Arbitrary<readonly Instruction[]> =>
  instruction.map((each) => [each])

/** A register read, written, and read again. */
const probe: Arbitrary<readonly Instruction[]> = fc
  .tuple(fc.constantFrom(...OTHERS), fc.constantFrom('0x1', '0xffffffff'))
  .map(([register, value]): readonly Instruction[] => [
    { op: 'mrc', from: register },
    { op: 'mcr', to: register, value },
    { op: 'mrc', from: register },
  ])

/** A breakpoint or watchpoint register written and read again, with or without an exit in between. */
const writtenAndRead: Arbitrary<readonly Instruction[]> = fc
  .tuple(pairWrite, fc.boolean())
  .map(([write, exits]): readonly Instruction[] => [
    write,
    ...(exits ? [{ op: 'wfi' } as const] : []),
    { op: 'mrc', from: write.op === 'mcr' ? write.to : 'DBGBVR0' },
  ])

interface Profile {
  readonly setup: Arbitrary<Setup>
  readonly instruction: Arbitrary<Instruction>
  /** Several instructions that belong together. */
  readonly together: Arbitrary<readonly Instruction[]>
  readonly action: Arbitrary<Action>
  /** One program in so many arms a breakpoint on its own code, and one watchpoint on its data. */
  readonly armedOneIn: number
}

const anyAction = weigh<Action>([
  [4, runTask],
  [3, hostBreakpoint],
  [1, clear],
  [3, migrate],
  [3, switchVcpu],
  [1, idle],
  [1, hostWrite],
  [1, external],
])

/** What one CPU shows that nobody powers down: its guests, and what its host does meanwhile. */
const oneCpu: Profile = {
  setup: fc
    .record({ configured: fc.nat({ max: 15 }), unlocked: fc.nat({ max: 7 }) })
    .map(({ configured, unlocked }) => ({
      ...(configured === 0 ? { hwBreakpoint: false } : {}),
      ...(unlocked === 0 ? { lockedAtReset: false } : {}),
    })),
  together: writtenAndRead,
  armedOneIn: 2,
  instruction: weigh<Instruction>([
    [4, pairWrite],
    [3, pairRead],
    [3, dscrRead],
    [1, dscrWrite],
    [1, lockWrite],
    [2, oneCpuAccess],
    [1, failing],
    [6, plain],
    [5, wfi],
  ]),
  action: weigh<Action>([
    [4, runTask],
    [3, hostBreakpoint],
    [1, clear],
    [2, switchVcpu],
    [1, hostWrite],
  ]),
}

const PROFILES: { readonly [Class in ProgramClass]: Profile } = {
  'one-cpu': oneCpu,
  any: {
    setup,
    together: writtenAndRead,
    armedOneIn: 3,
    instruction: weigh<Instruction>([
      [4, pairWrite],
      [3, pairRead],
      [3, dscrRead],
      [1, dscrWrite],
      [1, lockWrite],
      [2, otherAccess],
      [1, oddAccess],
      [1, failing],
      [4, plain],
      [5, wfi],
      [1, startUp],
    ]),
    action: anyAction,
  },
  breakpoints: {
    setup,
    together: writtenAndRead,
    armedOneIn: 1,
    instruction: weigh<Instruction>([
      [3, pairWrite],
      [2, pairRead],
      [4, dscrRead],
      [1, dscrWrite],
      [8, plain],
      [5, wfi],
    ]),
    action: anyAction,
  },
  accesses: {
    setup,
    together: probe,
    armedOneIn: 6,
    instruction: weigh<Instruction>([
      [3, pairWrite],
      [3, pairRead],
      [2, dscrRead],
      [2, dscrWrite],
      [2, lockWrite],
      [6, otherAccess],
      [2, oddAccess],
      [2, failing],
      [1, startUp],
      [2, wfi],
    ]),
    action: anyAction,
  },
  host: {
    setup,
    together: writtenAndRead,
    armedOneIn: 3,
    instruction: weigh<Instruction>([
      [3, pairWrite],
      [2, dscrRead],
      [2, dscrWrite],
      [2, lockWrite],
      [3, plain],
      [6, wfi],
    ]),
    action: weigh<Action>([
      [6, hostBreakpoint],
      [8, runTask],
      [1, clear],
      [2, migrate],
      [1, switchVcpu],
      [1, idle],
      [3, hostWrite],
      [2, external],
    ]),
  },
}

const armBreakpoint = (at: number): Instruction[] => [
  { op: 'mcr', to: 'DBGBVR0', value: { instruction: at } },
  { op: 'mcr', to: 'DBGBCR0', value: '0x1e7' },
]
const armWatchpoint: readonly Instruction[] = [
  { op: 'mcr', to: 'DBGWVR0', value: { place: 'data' } },
  { op: 'mcr', to: 'DBGWCR0', value: '0x1ff' },
]

/** Monitor mode is off before the first entry, and on again before the second. */
const monitorModeReturns = (script: Program['script']): Program['script'] => [
  [{ do: 'host-write', register: 'DBGDSCRext', value: '0x0' }],
  [{ do: 'host-write', register: 'DBGDSCRext', value: '0x8000' }, ...(script[0] ?? [])],
  ...script.slice(1),
]

/** Random programs of a class. */
export const programs = (programClass: ProgramClass): Arbitrary<Program> => {
  const { setup: setups, instruction, together, action, armedOneIn } = PROFILES[programClass]
  const chunk = weigh<readonly Instruction[]>([
    [9, one(instruction)],
    [1, together],
  ])
  return fc
    .record({
      given: setups,
      chunks: fc.array(chunk, { maxLength: MAX_CODE, size: 'max' }),
      returns: fc.nat({ max: 15 }),
      script: fc.array(fc.array(action, { maxLength: 2, size: 'max' }), { maxLength: 5, size: 'max' }),
      arms: fc.nat({ max: armedOneIn - 1 }),
      watches: fc.boolean(),
      at: fc.nat({ max: MAX_CODE }),
    })
    .map(({ given, chunks, script, arms, watches, at, returns }): Program => {
      const armed = arms === 0 ? (watches ? armWatchpoint : armBreakpoint(2 + at)) : []
      const code = [...armed, ...chunks.flat()]
      return makeProgram(given, code, returns === 0 ? monitorModeReturns(script) : script)
    })
}
