/**
 * Sessions of a debugger that were measured on QEMU 11.1.3: the variant that describes it gives them, and so does the QEMU
 * that is here. Skipped, with the reason and the remedy, where there is none.
 */
import { afterAll, describe, expect, test } from 'vitest'
import {
  type BreakpointKind,
  type Command,
  makeProgram,
  type Program,
  runProgram,
  type Value,
} from '../../model/vmm/index.ts'
import { qemuTcg } from '../../model/vmm/variants/qemu-tcg/index.ts'
import type { Observation } from '../../oracles/targets/kvm/observation.ts'
import type { FlavourName } from '../../oracles/targets/qemu-gdb/flavours.ts'
import { qemuGdb } from '../../oracles/targets/qemu-gdb/target.ts'
import { Session } from '../../oracles/targets/session.ts'
import { type Target, Unavailable } from '../../oracles/targets/target.ts'
import { lower } from '../../oracles/targets/vmm/lower.ts'
import { observationOf } from '../../oracles/targets/vmm/observation.ts'

const insert = (kind: BreakpointKind, at: Value, length?: number): Command => ({
  do: 'insert',
  kind,
  at,
  ...(length === undefined ? {} : { length }),
})
const STEP: Command = { do: 'step' }
const CONTINUE: Command = { do: 'continue' }
const STEP_OVER: Command = { do: 'step-over' }
const NOP = { op: 'nop' } as const
const DATA = { place: 'data' } as const
const at = (instruction: number): Value => ({ instruction })

const x86 = (setup: object, code: Program['code'], ...commands: readonly Command[]): Program =>
  makeProgram({ guest: 'x86', mode: 'long', ...setup }, code, [commands])
const arm64 = (setup: object, code: Program['code'], ...commands: readonly Command[]): Program =>
  makeProgram({ guest: 'arm64', ...setup }, code, [commands])

/** Stops with their watchpoints, answers that are not OK, and the vectors or syndromes of the guest's log. */
const told = ({ events, log, ending }: Observation, guest: string): string => {
  const bytes = Buffer.from(log, 'hex')
  const exceptions = Array.from({ length: bytes.length / 32 }, (_, n) =>
    guest === 'x86'
      ? `#${bytes[32 * n + 16]} ${bytes.readBigUInt64LE(32 * n).toString(16)}`
      : `${bytes.readUInt32LE(32 * n).toString(16)} ${bytes.readBigUInt64LE(32 * n + 8).toString(16)}`,
  )
  const shown = events.flatMap(({ what, fields: { pc, bytes: read, ...watch } }) => {
    if (what === 'OK') return []
    return [[pc ?? read ?? what, ...Object.entries(watch).map(([name, base]) => `${name} ${base}`)].join(' ')]
  })
  return [shown.join(', '), exceptions.join(', '), ending].join('; ')
}

const STORE = { op: 'store', at: DATA, size: 8 } as const
const GUEST_BREAKPOINT = { db: [at(1)], dr7: '0x402', onDebugException: 'disarm' }
const GUEST_WATCHPOINT = { db: [DATA], dr7: '0xd0402', onDebugException: 'disarm' }

const ARM64_BREAKPOINT = { bvr: [at(1)], bcr: ['0x1e7'], onDebugException: 'disarm' }
const ENABLED = { mdscr: '0xa000', pstate: '0x1c5' }
const STR = { op: 'str', register: 'x0', at: DATA, size: 8 } as const

const MEASURED: readonly (readonly [what: string, program: Program, told: string])[] = [
  [
    'Z0 leaves memory alone, c does not get past it',
    x86(
      {},
      [NOP, NOP],
      insert('software', at(1)),
      CONTINUE,
      { do: 'read-memory', at: at(1), length: 1 },
      CONTINUE,
    ),
    '1001, 90, 1001; ; end',
  ],
  ['z, s, Z', x86({}, [NOP, NOP], insert('execute', at(1)), CONTINUE, STEP_OVER), '1001, 1002; ; end'],
  [
    'any number of breakpoints',
    x86(
      {},
      [NOP, NOP, NOP, NOP, NOP, NOP],
      ...[5, 4, 3, 2, 1].map((n) => insert('execute', at(n))),
      CONTINUE,
    ),
    '1001; ; end',
  ],
  [
    'a watchpoint stops behind the access, the newest is told',
    x86({}, [STORE, NOP], insert('watch-write', DATA, 4), insert('watch-access', DATA, 1), CONTINUE),
    '100a awatch 2000; ; end',
  ],
  [
    'a step over a watched store is told twice',
    x86({}, [STORE, NOP], insert('watch-write', DATA, 4), STEP, STEP),
    '100a watch 2000, 100a; ; end',
  ],
  [
    'the guest’s #DB is lost where the debugger watches too',
    x86(GUEST_WATCHPOINT, [STORE, NOP], insert('watch-write', DATA, 4), CONTINUE),
    '100a watch 2000; ; end',
  ],
  [
    'the guest’s breakpoint comes before the debugger’s',
    x86(GUEST_BREAKPOINT, [NOP, NOP], insert('execute', at(1)), CONTINUE),
    '1001; #1 1001; end',
  ],
  [
    'a step onto the guest’s breakpoint ends in its handler',
    x86(GUEST_BREAKPOINT, [NOP, NOP], STEP),
    '6040; #1 1001; end',
  ],
  [
    'a step over the guest’s breakpoint hides it',
    x86({ ...GUEST_BREAKPOINT, db: [at(0)] }, [NOP, NOP], STEP),
    '1001; ; end',
  ],
  ['the guest’s INT3', x86({}, [{ op: 'int3' }, NOP], STEP), '60c0; #3 1001; end'],
  [
    'arm64: a watchpoint stops before the access, and a step goes nowhere',
    arm64({}, [STR, NOP], insert('watch-write', { place: 'data', offset: 3 }, 1), CONTINUE, STEP, STEP_OVER),
    '40001000 watch 40002003, 40001000 watch 40002003, 40001004; ; end',
  ],
  [
    'arm64: the debugger’s breakpoint comes before the guest’s',
    arm64({ ...ARM64_BREAKPOINT, ...ENABLED }, [NOP, NOP], insert('execute', at(1)), CONTINUE),
    '40001004; c6000022 40001004; end',
  ],
  [
    'arm64: a step takes a breakpoint of the guest’s that is off',
    arm64(ARM64_BREAKPOINT, [NOP, NOP], STEP),
    '40004200; c6000022 40001004; end',
  ],
  [
    'arm64: the guest steps itself while the debugger steps',
    arm64({ mdscr: '0x2001', pstate: '0x2001c5', onDebugException: 'disarm' }, [NOP, NOP], STEP),
    '40004200; cf000022 40001004; end',
  ],
  [
    'arm64: a store-exclusive meets a watchpoint on reads',
    arm64(
      {},
      [
        { op: 'ldxr', register: 'x0' },
        { op: 'stxr', status: 'x1', register: 'x0' },
      ],
      STEP,
      insert('watch-read', DATA, 8),
      CONTINUE,
      STEP_OVER,
    ),
    '40001004, 40001004 rwatch 40002000, 40001008; ; end',
  ],
]

const guestOf = ({ setup }: Program): string => setup.guest

describe('the variant', () => {
  test.each(MEASURED)('%s', (_, program, expected) => {
    expect(told(observationOf(runProgram(program, qemuTcg)), guestOf(program))).toBe(expected)
  })
})

describe('QEMU', () => {
  const sessions = new Map<FlavourName, Promise<Session>>()
  afterAll(async () => {
    for (const session of sessions.values()) await session.then((open) => open.close()).catch(() => {})
  })
  const sessionOf = (flavour: FlavourName): Promise<Session> => {
    const session = sessions.get(flavour) ?? qemuGdb(flavour).then((target) => Session.open(target))
    sessions.set(flavour, session)
    return session
  }

  test.for(MEASURED)('%s', { timeout: 60_000 }, async ([, program, expected], ctx) => {
    const flavour = guestOf(program) === 'x86' ? 'x86-tcg' : 'aarch64-tcg'
    const session = await sessionOf(flavour).catch((error: unknown) => {
      if (error instanceof Unavailable) ctx.skip(`${error.message} (${error.remedy})`)
      throw error
    })
    const result = await session.run(lower(program))
    expect(result.kind).toBe('ran')
    if (result.kind === 'ran') expect(told(result.observation, guestOf(program))).toBe(expected)
  })
})

/** The server with another program in QEMU's place. */
const withProgram = (...command: readonly string[]): Target => ({
  name: 'qemu-gdb',
  argv: [process.execPath, 'dist/oracles/targets/qemu-gdb/serve.js', 'x86-tcg', '0', ...command],
  startsWithin: 20_000,
  inFlight: 1,
})

test.each([
  ['ends at once', withProgram('/bin/false'), /connection is closed/],
  ['is not there', withProgram('/nonexistent'), /ENOENT|connection is closed/],
  ['talks nonsense', withProgram('/bin/echo', 'qemu-system: nothing of the kind'), /expected a packet/],
])('a QEMU that %s is named', { timeout: 60_000 }, async (_, target, why) => {
  await expect(Session.open(target)).rejects.toThrow(why)
})

test('a QEMU that dies under a program is replaced, and the program is called the cause', {
  timeout: 60_000,
}, async () => {
  // It answers every question with itself: enough for a greeting, and for nothing else.
  const session = await Session.open(withProgram('/bin/cat'))
  const result = await session.run(lower(x86({}, [NOP])))
  expect(result).toMatchObject({ kind: 'failed' })
  if (result.kind === 'failed')
    expect(result.faults[0]!.message).toMatch(/the target ends: exit code 1; it said: /)
  await session.close()
})
