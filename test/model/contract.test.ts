import { describe, expect, test } from 'vitest'
import { decode } from '../../model/x86/decode.ts'
import { handlers } from '../../model/x86/handlers.ts'
import {
  type Action,
  GPR_NAMES,
  HANDLER_SIZE,
  handlerAddress,
  handlerCode,
  handlerReturns,
  ideal,
  LAST_VECTOR,
  LOG,
  LOG_RECORD,
  LONG_MODE_REGISTERS,
  type Program,
  RAM_SIZE,
  RUN_CAP,
  type Run,
  runProgram,
  type Setup,
  STEP_CAP,
  SYSCALL_MSRS,
} from '../../model/x86/index.ts'
import { Memory } from '../../model/x86/memory.ts'
import { at, debug, NOP, nops, op, programOf, stops } from './support.ts'

const VECTORS = [...Array.from({ length: LAST_VECTOR + 1 }, (_, vector) => vector), LAST_VECTOR + 1, 0xff]
const REGISTERS = {
  eax: '0xa1a2a3a4',
  ecx: '0xb1b2b3b4',
  edx: '0xc1c2c3c4',
  ebx: '0xd1d2d3d4',
  esi: '0xe1e2e3e4',
  edi: '0xf1f2f3f4',
}
/** Every arithmetic flag, IF, and IOPL and NT, which real mode ignores. */
const FLAGS = 0x7ad7
const SETUP: Setup = { registers: REGISTERS, rflags: '0x7ad7' }

interface LogRecord {
  readonly ip: number
  readonly flags: number
  readonly vector: number
  readonly dr6: number
}

const logOf = ({ log }: Run): LogRecord[] => {
  const view = new DataView(log.buffer, log.byteOffset, log.length)
  return Array.from({ length: log.length / LOG_RECORD.real }, (_, n) => ({
    ip: view.getUint16(LOG_RECORD.real * n, true),
    flags: view.getUint16(LOG_RECORD.real * n + 2, true),
    vector: view.getUint8(LOG_RECORD.real * n + 4),
    dr6: view.getUint32(LOG_RECORD.real * n + 8, true),
  }))
}

/** All registers but EBP, with the flags and the segments. */
const untouched = ({ state }: Run) => ({
  gpr: state.gpr.filter((_, n) => GPR_NAMES[n] !== 'ebp').map((value) => value.toString(16)),
  rflags: state.rflags.toString(16),
  segments: [state.cs, state.ds, state.es, state.ss],
})

const WITHOUT = untouched(runProgram(programOf(nops(2), SETUP), ideal))
const loggedVector = (vector: number): number => (vector > LAST_VECTOR ? 0xff : vector)

describe('handlers', () => {
  test.each(VECTORS)('vector %i: logged, and nothing else is seen of it', (vector) => {
    const run = runProgram(programOf([{ op: 'int', vector }, NOP], SETUP), ideal)
    expect(logOf(run)).toEqual([
      { ip: 0x1002, flags: FLAGS, vector: loggedVector(vector), dr6: vector === 1 ? 0xffff0ff0 : 0 },
    ])
    expect(run.state.gpr[5]).toBe(BigInt(LOG + LOG_RECORD.real))
    if (handlerReturns(vector)) {
      expect(run.ending).toBe('end')
      expect(untouched(run)).toEqual(WITHOUT)
    } else {
      expect(run.ending).toBe('fault')
      expect(untouched(run).gpr.filter((_, n) => n !== 4)).toEqual(WITHOUT.gpr.filter((_, n) => n !== 4))
      expect(run.events.filter((event) => event.kind === 'exit')).toHaveLength(1)
    }
  })

  test('which handlers return: those of traps, NMI and interrupts', () => {
    expect(VECTORS.filter((vector) => vector < 32 && handlerReturns(vector))).toEqual([1, 2, 3, 4])
    expect(VECTORS.filter((vector) => vector >= 32).every(handlerReturns)).toBe(true)
  })

  test('a #DB is logged with its DR6', () => {
    const run = runProgram(programOf(nops(3), { dr6: '0xffff2ff4', rflags: '0x102' }), ideal)
    expect(logOf(run)).toEqual(
      [0x1001, 0x1002, 0x1003].map((ip) => ({ ip, flags: 0x102, vector: 1, dr6: 0xffff6ff0 })),
    )
  })

  test('exceptions in a row, in order', () => {
    const code = [op('int3'), op('into'), { op: 'int', vector: 0x2f } as const, op('ud2'), op('int3')]
    const run = runProgram(programOf(code, { rflags: '0x802' }), ideal)
    expect(logOf(run).map(({ vector, ip }) => [vector, ip])).toEqual([
      [3, 0x1001],
      [4, 0x1002],
      [0x2f, 0x1004],
      [6, 0x1004],
    ])
    expect(run.ending).toBe('fault')
  })

  test('`disarm` clears DR7, `return` leaves it', () => {
    const setup: Setup = { ...SETUP, db: [at(1)], dr7: '0x402' }
    const disarmed = runProgram(programOf(nops(2), { ...setup, onDebugException: 'disarm' }), ideal)
    expect(disarmed.state.dr7).toBe(0x400n)
    expect(disarmed.ending).toBe('end')
    expect(untouched(disarmed)).toEqual(WITHOUT)
    expect(logOf(disarmed)).toEqual([{ ip: 0x1001, flags: FLAGS, vector: 1, dr6: 0xffff0ff1 }])
    const looping = runProgram(programOf(nops(2), setup), ideal)
    expect(looping.state.dr7).toBe(0x402n)
    expect(looping.ending).toBe('cap')
  })

  test('they fit their slots and are made of known instructions only', () => {
    for (const vector of VECTORS)
      for (const kind of ['return', 'disarm'] as const) {
        const code = handlerCode(vector, 'real', kind)
        expect(code.length).toBeLessThanOrEqual(HANDLER_SIZE)
        let offset = 0
        let last = ''
        while (offset < code.length) {
          const { form, length } = decode((n) => code[offset + n] ?? -1)
          expect(form).not.toBe('unsupported')
          offset += length
          last = form
        }
        expect([offset, last]).toEqual([code.length, handlerReturns(vector) ? 'iret' : 'hlt'])
      }
  })

  test('the vector table names them', () => {
    const memory = new Memory('real', 'return')
    for (let vector = 0; vector < 256; vector++) {
      const handler = Math.min(vector, LAST_VECTOR + 1)
      expect(memory.read(BigInt(4 * vector), 4)).toBe(0x6000 + 0x40 * handler)
      expect(handlerAddress(vector)).toBe(0x6000 + 0x40 * handler)
    }
  })
})

/** The same for long mode, at both levels. */
describe.each([
  { cpl: 0, interrupts: [3, 0x20, 0x2e, 0x30, 0xff], data: 0x10 },
  { cpl: 3, interrupts: [3, 0x20, 0x2e, 0x30, 0xff], data: 0x2b },
] as const)('handlers in long mode at CPL$cpl', ({ cpl, interrupts, data }) => {
  const setup: Setup = {
    mode: 'long',
    cpl,
    registers: { ...REGISTERS, r11: '0x8000000000000001' },
    rflags: '0xad7',
  }
  const longLog = ({ log }: Run) => {
    const view = new DataView(log.buffer, log.byteOffset, log.length)
    return Array.from({ length: log.length / LOG_RECORD.long }, (_, n) => {
      const base = LOG_RECORD.long * n
      return {
        ip: Number(view.getBigUint64(base, true)),
        flags: Number(view.getBigUint64(base + 8, true)),
        vector: view.getUint8(base + 16),
        dr6: view.getUint32(base + 20, true),
        error: Number(view.getBigUint64(base + 24, true)),
      }
    })
  }
  /** The state at the exit of an OUT behind what is tried; IOPL 3 lets CPL3 do it. */
  const afterwards = (code: Program['code'], more: Setup = {}, ...script: Program['script'][number][]) => {
    const io: Setup = { ...setup, rflags: '0x3ad7', ...more }
    const run = runProgram(programOf([...code, { op: 'out', port: 0x10, size: 1 }], io, ...script), ideal)
    const exit = run.events.find((event) => event.kind === 'exit' && event.exit.reason === 'io')
    if (exit?.kind !== 'exit') throw new Error('no OUT')
    const { gpr, rflags, cs, ds, es, ss } = exit.state
    return { run, state: { gpr: gpr.filter((_, n) => n !== 5), rflags, segments: [cs, ds, es, ss] } }
  }
  const without = afterwards([NOP]).state

  test.each(interrupts)('vector %i: logged, and nothing else is seen of it', (vector) => {
    const { run, state } = afterwards([{ op: 'int', vector }, NOP])
    expect(state).toEqual(without)
    expect(longLog(run)[0]).toEqual({
      ip: 0x1002,
      flags: 0x3ad7,
      vector: vector > LAST_VECTOR ? 0xff : vector,
      dr6: 0,
      error: 0,
    })
    expect(run.ending).toBe('end')
  })

  test('#DB with its DR6, and `disarm`', () => {
    const { run, state } = afterwards([NOP], { db: [at(0)], dr7: '0x402', onDebugException: 'disarm' })
    expect(state).toEqual(without)
    expect(longLog(run)).toEqual([{ ip: 0x1000, flags: 0x3ad7, vector: 1, dr6: 0xffff0ff1, error: 0 }])
    expect(run.state.dr7).toBe(0x400n)
  })

  test('SYSCALL: logged as 0xfe; only RCX and R11 are changed', () => {
    if (cpl === 0) return
    const { run, state } = afterwards([op('syscall'), NOP])
    const gpr = without.gpr.map((value, n) => (n === 1 ? 0x1002n : n === 7 ? 0x3ad7n : value))
    expect(state).toEqual({ ...without, gpr })
    expect(longLog(run)).toEqual([{ ip: 0x1002, flags: 0x3ad7, vector: 0xfe, dr6: 0, error: 0 }])
  })

  test('a fault ends the program, its error code logged', () => {
    const run = runProgram(programOf([{ op: 'store', at: '0x200000', size: 1 }], setup), ideal)
    expect(run.ending).toBe('fault')
    const image = 0xad7 | 0x10000
    expect(longLog(run)).toEqual([{ ip: 0x1000, flags: image, vector: 14, dr6: 0, error: cpl === 3 ? 6 : 2 }])
    expect(runProgram(programOf([op('ud2')], setup), ideal).ending).toBe('fault')
  })

  test('an NMI, or a #DB, anywhere in a handler: the program goes on all the same', () => {
    for (const vector of [3, 0x20, 0xff])
      for (const actions of [[{ do: 'nmi' }, debug('0x0')], [debug('0x40000')]] as Action[][])
        for (let place = 1; place <= 7; place++) {
          const script = [[debug('0x3')], ...Array.from({ length: place - 1 }, () => []), actions]
          const { run, state } = afterwards([{ op: 'int', vector }, NOP], {}, ...script)
          expect(state).toEqual(without)
          expect([run.ending, run.log.length]).toEqual(['end', 2 * LOG_RECORD.long])
        }
  })

  test('how it begins', () => {
    const { events } = runProgram(
      programOf([], { mode: 'long', cpl }, [debug('0x20001', '0x402', at(0))]),
      ideal,
    )
    const exit = events.find((event) => event.kind === 'exit')
    expect(exit?.kind === 'exit' && exit.state).toMatchObject({
      mode: 'long',
      cs: cpl === 0 ? 0x8 : 0x33,
      ds: data,
      es: data,
      ss: data,
    })
  })
})

test('long mode: the handlers fit their slots and are made of known instructions', () => {
  for (const kind of ['return', 'disarm'] as const)
    for (const { address, code } of handlers('long', kind)) {
      expect(code.length).toBeLessThanOrEqual(HANDLER_SIZE)
      expect(address + HANDLER_SIZE).toBeLessThanOrEqual(LOG)
      for (let offset = 0; offset < code.length; ) {
        const { form, length } = decode((n) => code[offset + n] ?? -1, 'long')
        expect(form).not.toBe('unsupported')
        offset += length
      }
    }
})

test('long mode: the tables say what the registers say', () => {
  const ram = new Memory('long', 'return').ram
  const view = new DataView(ram.buffer, ram.byteOffset, ram.length)
  const { control, segments, tables } = LONG_MODE_REGISTERS[3]
  expect(control).toEqual({ cr0: 0x80010033, cr3: 0x8000, cr4: 0x20, efer: 0x501 })
  // CR3 → page directory pointers → page directory → one page of 2 MiB at 0, for CPL3 too.
  const entry = (table: number): bigint => view.getBigUint64(table, true)
  const next = (table: number): number => Number(entry(table) & ~0xfffn)
  expect(next(next(control.cr3))).toBe(0xa000)
  expect(entry(0xa000)).toBe(0xe7n)
  expect([segments.cs, segments.ss].map(({ selector, rights }) => [selector, rights])).toEqual([
    [0x33, 0xa0fb],
    [0x2b, 0xc0f3],
  ])
  expect(entry(tables.gdt.base + 0x08)).toBe(0x00af9b000000ffffn)
  expect(entry(tables.gdt.base + 0x30)).toBe(0x00affb000000ffffn)
  expect(entry(tables.gdt.base + 0x40)).toBe(0x00008b00c1000067n)
  expect([segments.tr.base, segments.tr.limit, tables.gdt.limit, tables.idt.limit]).toEqual([
    0xc100, 0x67, 0x4f, 0xfff,
  ])
  expect(view.getBigUint64(segments.tr.base + 4, true)).toBe(0x6000n)
  expect(view.getUint16(segments.tr.base + 102, true)).toBeGreaterThan(segments.tr.limit)
  // Gates to CPL0: DPL 3 for INT3, INTO and INT n from 32 on.
  for (const [vector, type] of [
    [0, 0x8e],
    [1, 0x8e],
    [3, 0xee],
    [13, 0x8e],
    [0x20, 0xee],
    [255, 0xee],
  ] as const) {
    const gate = entry(tables.idt.base + 16 * vector)
    expect(Number(gate & 0xffffn)).toBe(handlerAddress(vector))
    expect(Number((gate >> 16n) & 0xffffn)).toBe(0x8)
    expect(Number((gate >> 40n) & 0xffn)).toBe(type)
  }
  expect(SYSCALL_MSRS).toEqual([
    [0xc0000081, 0x0023000800000000n],
    [0xc0000082, 0x6c40n],
  ])
})

const NMI: Action = { do: 'nmi' }
const DETACH = debug('0x0')
const PENDING: Action = { do: 'set-vcpu-events', exception: { state: 'pending', vector: 1, payload: '0x1' } }

describe('an event in the middle of a handler', () => {
  /** Steps of the host until the handler has returned: each is a place where something may come in between. */
  const stepsThrough = (vector: number, onDebugException: 'return' | 'disarm'): number =>
    stops(
      runProgram(
        programOf([{ op: 'int', vector }, NOP], { ...SETUP, onDebugException }, [debug('0x3')]),
        ideal,
      ),
    ).filter((stop) => /^debug 6/.test(stop)).length

  const cases = [1, 2, 3, 0x20, LAST_VECTOR, 0xff].flatMap((vector) =>
    (['return', 'disarm'] as const).map((kind) => ({ vector, kind })),
  )
  const events = [
    { name: 'an NMI', actions: [NMI, DETACH], logged: 2 },
    { name: 'a #DB of the host', actions: [debug('0x40000')], logged: 1 },
    { name: 'a #DB with a cause', actions: [PENDING, DETACH], logged: 1 },
  ]

  test.each(cases.flatMap((one) => events.map((event) => ({ ...one, ...event }))))(
    '$name in the handler of vector $vector ($kind)',
    ({ vector, kind, actions, logged }) => {
      const places = stepsThrough(vector, kind)
      expect(places).toBeGreaterThan(5)
      for (let place = 1; place <= places; place++) {
        const script = [[debug('0x3')], ...Array.from({ length: place - 1 }, () => []), actions]
        const run = runProgram(
          programOf([{ op: 'int', vector }, NOP], { ...SETUP, onDebugException: kind }, ...script),
          ideal,
        )
        expect(run.ending).toBe('end')
        expect(untouched(run)).toEqual(WITHOUT)
        // One record each; that of the handler that was interrupted may be lost.
        expect(run.log).toHaveLength(2 * LOG_RECORD.real)
        expect(logOf(run)[0]!.vector === logged || logOf(run)[1]!.vector === logged).toBe(true)
      }
    },
  )

  test('a handler that ends the program still ends it', () => {
    for (let place = 1; place <= 6; place++) {
      const script = [[debug('0x3')], ...Array.from({ length: place - 1 }, () => []), [NMI, DETACH]]
      const run = runProgram(programOf([op('ud2')], {}, ...script), ideal)
      expect([run.ending, place]).toEqual(['fault', place])
    }
  })
})

describe('how a program ends', () => {
  test.each([
    ['its HLT', programOf([NOP]), 'end', 'hlt'],
    ['no code at all', programOf([]), 'end', 'hlt'],
    ['a HLT of its own goes on', programOf([op('hlt'), op('ud2')]), 'fault', 'hlt'],
    ['the HLT of a handler', programOf([op('ud2')]), 'fault', 'hlt'],
    ['a jump to itself', programOf([{ op: 'jmp', to: at(0) }]), 'cap', 'interrupted'],
    [
      'the host’s stops without end',
      programOf([NOP], {}, [debug('0x20001', '0x402', at(0))]),
      'cap',
      'debug',
    ],
    [
      'a stack outside of RAM',
      programOf([{ op: 'mov-ss', from: 'eax' }, op('pushf')], { registers: { eax: '0x900' } }),
      'internal-error',
      'internal-error',
    ],
  ] as const)('%s', (_, program, ending, reason) => {
    const run = runProgram(program, ideal)
    expect(run.ending).toBe(ending)
    const last = run.events.findLast((event) => event.kind === 'exit')
    expect(last?.kind === 'exit' && last.exit.reason).toBe(reason)
    expect(last?.kind === 'exit' && last.state).toEqual(run.state)
  })

  test('the caps', () => {
    const looping = runProgram(programOf([{ op: 'jmp', to: at(0) }]), ideal)
    expect(looping.events.filter((event) => event.kind === 'instruction')).toHaveLength(STEP_CAP)
    const stopping = runProgram(programOf([NOP], {}, [debug('0x20001', '0x402', at(0))]), ideal)
    expect(stopping.events.filter((event) => event.kind === 'exit')).toHaveLength(RUN_CAP)
  })

  test('initial state: what the setup leaves out', () => {
    const { state, log } = runProgram(programOf([]), ideal)
    expect(state).toMatchObject({ rip: 0x1001n, rflags: 2, dr6: 0xffff0ff0n, dr7: 0x400n, cr4De: false })
    expect(state.gpr).toEqual([0n, 0n, 0n, 0n, 0x4f00n, 0x7000n, 0n, 0n, 0n])
    expect(log).toHaveLength(0)
  })

  test('memory: RAM below 0xd000, HLT behind the code, zeros elsewhere', () => {
    const memory = new Memory('real', 'return')
    expect(memory.isRam(BigInt(RAM_SIZE - 4), 4)).toBe(true)
    expect(memory.isRam(BigInt(RAM_SIZE - 3), 4)).toBe(false)
    expect(new Set(memory.bytes(0x1000, 0x2000))).toEqual(new Set([0xf4]))
    expect(new Set(memory.bytes(0x2000, 0x5000))).toEqual(new Set([0]))
    expect(new Set(memory.bytes(LOG, RAM_SIZE))).toEqual(new Set([0]))
  })
})
