/**
 * The argument of the thread as programs: what each design does to the host, to the guest, and to a Linux guest’s start-up.
 */
import { describe, expect, test } from 'vitest'
import {
  type Action,
  columns,
  ideal,
  moeOf,
  outcomeOf,
  rows,
  runProgram,
  startUpOf,
} from '../../../model/armv7/index.ts'
import { arm, BKPT, exceptions, NOP, programOf, read, reads, variant, WFI, write } from './support.ts'

const WATCH: Action = { do: 'set-host-breakpoint', task: 'debugged', kind: 'write' }
const EXECUTE: Action = { do: 'set-host-breakpoint', task: 'debugged', kind: 'execute' }
const STORE: Action = { do: 'run-task', what: 'store' }
const CODE: Action = { do: 'run-task', what: 'code' }

const results = (id: string, program: ReturnType<typeof programOf>) =>
  runProgram(program, variant(id)).events.flatMap((event) => (event.kind === 'action' ? [event.result] : []))
const hostCauses = (id: string, program: ReturnType<typeof programOf>) =>
  runProgram(program, variant(id)).events.flatMap((event) =>
    event.kind === 'host-exception' ? [event.cause] : [],
  )

describe('before the fix', () => {
  const clears = write('DBGDSCRext', '0x0')
  test('a guest that clears MDBGen takes the host’s watchpoints away', () => {
    const before = programOf([clears], [[WATCH], [STORE]])
    expect(hostCauses('no-traps', before)).toEqual([])
    for (const id of ['ideal', 'design-b', 'raz-wi', 'v4-patch'])
      expect(hostCauses(id, before)).toEqual(['watchpoint'])
    expect(results('no-traps', programOf([clears], [[], [WATCH]]))).toEqual(['ENODEV'])
    expect(results('ideal', programOf([clears], [[], [WATCH]]))).toEqual(['ok'])
  })
  test('a guest that locks the CPU makes the host’s next write UNDEFINED on v7', () => {
    const program = programOf([write('DBGOSLAR', '0xc5acce55')], [[EXECUTE], [CODE]], {
      debugArchitecture: 'v7',
    })
    expect(runProgram(program, variant('no-traps')).ending).toBe('host-oops')
    expect(runProgram(program, ideal).ending).toBe('end')
  })
  test('a guest’s breakpoint at an address of the host hits the host for ever', () => {
    const program = programOf(
      [write('DBGBVR0', { place: 'host-code' }), write('DBGBCR0', '0x1e7')],
      [[], [CODE]],
    )
    expect(runProgram(program, variant('no-traps')).ending).toBe('host-livelock')
    expect(runProgram(program, ideal).ending).toBe('end')
  })
  test('the guest reads the host’s breakpoints', () => {
    const program = programOf([read('DBGWVR0')], [[{ ...WATCH, task: 'vcpu-thread' }]])
    const answers = { vcpuThreadBreakpoints: 'allowed' } as const
    expect(reads(runProgram(program, variant('no-traps'), answers))[0]).not.toBe(0)
    expect(reads(runProgram(program, ideal, answers))[0]).toBe(0)
  })
})

describe('the fourth version of the series', () => {
  test('passes the OS lock through once a register was written, and panics in Hyp mode on v7', () => {
    const program = programOf([write('DBGBVR0', '0x0'), write('DBGOSLAR', '0xc5acce55'), WFI, NOP], [], {
      debugArchitecture: 'v7',
    })
    expect(runProgram(program, variant('v4-patch')).ending).toBe('hyp-panic')
    expect(runProgram(program, ideal).ending).toBe('end')
  })
  test('writes MDBGen with every switch', () => {
    const program = programOf([write('DBGDSCRext', '0x8000'), WFI, NOP])
    const writes = runProgram(program, variant('v4-patch')).events.filter(
      (event) => event.kind === 'hypervisor-write' && event.register === 'DBGDSCRext',
    )
    expect(writes.length).toBe(4)
  })
})

describe('the first proposal', () => {
  const program = programOf([write('DBGDSCRext', '0x0'), read('DBGDSCRint')])
  test('keeps DBGDSCR from the guest, with traps that do not exist', () => {
    const run = runProgram(program, variant('design-a'))
    expect(reads(run)).toEqual([0x8000])
    const values = run.events.flatMap((event) => (event.kind === 'hdcr' ? [event.to] : []))
    expect(values.some((value) => value >>> 12 !== 0)).toBe(true)
  })
  test('leaks it with those that do', () => {
    expect(reads(runProgram(program, variant('design-a-without-tda')))).toEqual([0])
  })
})

describe('the conclusion of the review', () => {
  // Arm; hit; leave; a task of the host hits a watchpoint; enter; read MOE.
  const hole = programOf([...arm(2), NOP, WFI, read('DBGDSCRint')], [[WATCH], [STORE]])
  const moe = (id: string) => moeOf(reads(runProgram(hole, variant(id)))[0]!)
  test('shows the guest the cause of an exception of the host', () => {
    expect(exceptions(runProgram(hole, variant('design-b')))).toEqual(['breakpoint'])
    expect(moe('design-b')).toBe(10)
    expect(moe('ideal')).toBe(1)
  })
  test('and of no exception once the vCPU has moved', () => {
    const moved = programOf([BKPT, WFI, read('DBGDSCRint')], [[], [{ do: 'migrate', cpu: 1 }]])
    expect(moeOf(reads(runProgram(moved, variant('design-b')))[0]!)).toBe(0)
    expect(moeOf(reads(runProgram(moved, ideal))[0]!)).toBe(3)
  })
  test('is right as long as nothing comes between', () => {
    const direct = programOf([...arm(2), NOP, read('DBGDSCRint')])
    expect(moeOf(reads(runProgram(direct, variant('design-b')))[0]!)).toBe(1)
  })
  test('lets breakpoints work in monitor mode, and do nothing without', () => {
    const program = programOf([...arm(2), NOP, read('DBGBVR0')])
    expect(exceptions(runProgram(program, variant('design-b')))).toEqual(['breakpoint'])
    const off = { ...program, setup: { dbgen: [false, false] as const } }
    const run = runProgram(off, variant('design-b'))
    expect(exceptions(run)).toEqual([])
    expect(reads(run)).toEqual([0])
    expect(reads(runProgram(off, variant('design-b'), { pairsWithoutMonitorMode: 'shadow' }))).toEqual([
      0x40080010,
    ])
  })
  test('keeps them over exits and on another CPU', () => {
    const program = programOf([...arm(3), WFI, NOP], [[], [{ do: 'migrate', cpu: 1 }]])
    for (const id of ['design-b', 'ideal'])
      expect(exceptions(runProgram(program, variant(id)))).toEqual(['breakpoint'])
  })
  test('waives gdb on the thread of a vCPU: without the waiver the guest is hit by it', () => {
    const program = programOf([], [[{ ...WATCH, task: 'vcpu-thread' }]])
    const entered = (id: string) => {
      const run = runProgram(program, variant(id), { vcpuThreadBreakpoints: 'allowed' })
      const entry = run.events.find((event) => event.kind === 'entry')!
      return entry.cpu.pairs.watchpoints[0]!.control & 1
    }
    expect(entered('design-b')).toBe(0)
    expect(entered('design-b-without-waiver')).toBe(1)
    expect(entered('ideal')).toBe(0)
  })
})

describe('a Linux guest’s start-up', () => {
  test.each([
    ['no traps', 'ready', 5, 4],
    ['v4 patch', 'ready', 5, 4],
    ['design A', 'ready', 5, 4],
    ['design B', 'ready', 5, 4],
    ['design B, no monitor mode', 'failed to enable monitor mode', 0, 0],
    ['RAZ/WI', 'debug architecture unsupported', 0, 0],
    ['ideal', 'ready', 5, 4],
  ])('%s: %s', (title, reason, breakpoints, watchpoints) => {
    const column = columns.find((each) => each.title === title)!
    expect(startUpOf(column).outcome).toEqual({ reason, breakpoints, watchpoints })
  })
  test('reaches the host’s registers without traps, and under no design that traps all', () => {
    const reached = Object.fromEntries(columns.map((column) => [column.title, startUpOf(column).reachedHost]))
    expect(reached['no traps']).toBe(22)
    for (const title of ['design B', 'design B, no monitor mode', 'RAZ/WI', 'ideal'])
      expect(reached[title]).toBe(0)
  })
})

describe('the table of designs', () => {
  const cell = (access: string, title: string): string =>
    outcomeOf(columns.find((column) => column.title === title)!, rows.find(([name]) => name === access)![1])
  const row = (access: string): string[] => columns.map(({ title }) => cell(access, title))
  const table = (access: string): object =>
    Object.fromEntries(columns.map(({ title }) => [title, cell(access, title)]))
  test('who answers a read of DBGDSCR', () => {
    expect(table('read DBGDSCRint')).toEqual({
      'no traps': 'hardware',
      'v4 patch': 'its own',
      'v4 patch, after a write': 'hardware',
      'design A': 'the host’s',
      'design A, no monitor mode': 'the host’s',
      'design A, TDA=0': 'hardware',
      'design B': 'the host’s',
      'design B, no monitor mode': 'the host’s',
      'RAZ/WI': '0',
      'arm64 host': '0',
      'arm64 host, after a write': 'hardware',
      ideal: 'the host’s',
    })
  })
  test('what a write to DBGDSCR does: the register that the review calls scary', () => {
    expect(table('write DBGDSCRext')).toEqual({
      'no traps': 'hardware',
      'v4 patch': 'its own → hardware',
      'v4 patch, after a write': 'hardware',
      'design A': 'ignored',
      'design A, no monitor mode': 'ignored',
      'design A, TDA=0': 'hardware',
      'design B': 'ignored',
      'design B, no monitor mode': 'ignored',
      'RAZ/WI': 'ignored',
      'arm64 host': 'its own → hardware',
      'arm64 host, after a write': 'hardware',
      ideal: 'ignored',
    })
  })
  test('what a write to a breakpoint does', () => {
    expect(table('write DBGBCR1')).toEqual({
      'no traps': 'hardware',
      'v4 patch': 'its own → hardware',
      'v4 patch, after a write': 'hardware',
      'design A': 'hardware',
      'design A, no monitor mode': 'ignored',
      'design A, TDA=0': 'hardware',
      'design B': 'its own → hardware',
      'design B, no monitor mode': 'ignored',
      'RAZ/WI': 'ignored',
      'arm64 host': 'its own → hardware',
      'arm64 host, after a write': 'hardware',
      ideal: 'its own → hardware',
    })
  })
  test('the locks, LDC and what is not there', () => {
    const reaches = (access: string): string[] =>
      columns.flatMap(({ title }) => (cell(access, title) === 'hardware' ? [title] : []))
    expect(reaches('write DBGOSLAR (the key)')).toEqual(['no traps', 'v4 patch, after a write'])
    expect(reaches('LDC p14, c5')).toEqual([
      'no traps',
      'v4 patch, after a write',
      'design A, TDA=0',
      'arm64 host, after a write',
    ])
    expect(new Set(row('read DBGBCR6 (not there)'))).toEqual(new Set(['UNDEF']))
    expect(new Set(row('read DBGBVR1, user mode'))).toEqual(new Set(['UNDEF']))
  })
  test('has a cell for every access and every design', () => {
    for (const [, instruction] of rows)
      for (const column of columns) expect(outcomeOf(column, instruction)).not.toBe('')
  })
})
