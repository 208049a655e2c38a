/**
 * Random programs, weighted towards what is interesting: a guest that arms and hits breakpoints, reads what it wrote and
 * the cause of its exceptions, a host whose debuggers are at work in between, and vCPUs that move.
 */
import fc, { type Arbitrary } from 'fast-check'
import {
  type Action,
  type Instruction,
  makeProgram,
  type Program,
  type Setup,
} from '../../model/armv7/index.ts'
import {
  clear,
  external,
  hostBreakpoint,
  hostWrite,
  idle,
  migrate,
  runTask,
  switchVcpu,
} from './generating/actions.ts'
import {
  dscrRead,
  dscrWrite,
  failing,
  lockWrite,
  MAX_CODE,
  oddAccess,
  oneCpuAccess,
  otherAccess,
  pairRead,
  pairWrite,
  plain,
  probe,
  startUp,
  wfi,
  writtenAndRead,
} from './generating/instructions.ts'
import { weigh } from './generating/weigh.ts'

/** The classes of programs that properties are tried on. */
export const PROGRAM_CLASSES = ['any', 'breakpoints', 'accesses', 'host', 'one-cpu'] as const
export type ProgramClass = (typeof PROGRAM_CLASSES)[number]

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

/** One instruction. */
const one = (instruction: Arbitrary<Instruction>): Arbitrary<readonly Instruction[]> =>
  instruction.map((each) => [each])

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
