/**
 * The decisions of the armv7 machine: the records that are published, and what was measured in Hyp mode on QEMU 7.2’s
 * cortex-a15. Where QEMU is known to do otherwise than the manual, the expectation is the manual’s, with a note.
 */
import { describe, expect, test } from 'vitest'
import { RULE_NAMES } from '../../model/armv7/rules.ts'
import { variants } from '../../model/armv7/variants/index.ts'
import { debugEvent } from '../../oracles/decisions/armv7.ts'
import { decide, decisions } from '../../oracles/decisions/catalogue.ts'

const ask = (id: string, record: object, variant?: string): Record<string, unknown> =>
  decide(
    `armv7/${id}`,
    variant === undefined ? undefined : variants.find((each) => each.id === `armv7/${variant}`),
    record,
  ) as Record<string, unknown>

const DSCR_READ = {
  register: 'DBGDSCRint',
  direction: 'read',
  privilege: 'pl1',
  hdcr: '0xe06',
  monitorMode: true,
}

describe('the records that are published', () => {
  test.each<[string, object, object]>([
    ['hdcr-legal', { hdcr: '0x206' }, { legal: false }],
    ['cp14-access', DSCR_READ, { outcome: 'hyp-trap', hsr: '0x17e00003', guestSees: 'host' }],
    [
      'debug-event',
      { event: 'breakpoint', dscr: '0x8000', hdcr: '0x0' },
      { taken: true, to: 'pl1', vector: 'prefetch-abort', moe: 1, hsr: null },
    ],
  ])('armv7/%s %j', (id, input, output) => {
    const answer = ask(id, input)
    expect(answer).toEqual(output)
    expect(Object.keys(answer)).toEqual(Object.keys(output))
  })

  test('the design is chosen by the variant', () => {
    const sees = (variant: string, record: object = {}) =>
      ask('cp14-access', { ...DSCR_READ, ...record }, variant).guestSees
    expect(sees('raz-wi')).toBe('zero')
    expect(sees('v4-patch')).toBe('own')
    expect(sees('design-b')).toBe('host')
    const write = { register: 'DBGBCR0', direction: 'write' }
    expect(sees('design-b', write)).toBe('own')
    expect(sees('design-b', { ...write, monitorMode: false })).toBe('ignored')
    expect(sees('raz-wi', write)).toBe('ignored')
  })

  test('the same as a typed function', () => {
    expect(debugEvent.decide({ event: 'watchpoint', dscr: 0x8000, hdcr: 0xf06, write: true })).toEqual({
      taken: true,
      to: 'hyp',
      vector: 'hyp-trap',
      moe: 10,
      hsr: 0x90000062,
    })
  })
})

test('every rule is asked by a decision of its name', () => {
  const kebab = (name: string) => `armv7/${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`
  for (const rule of RULE_NAMES) {
    const ids = decisions.filter((each) => each.machine === 'armv7' && each.rule === rule).map(({ id }) => id)
    expect(ids, rule).toContain(kebab(rule))
  }
})

describe('HDCR', () => {
  const BITS = { tdra: 0x800, tdosa: 0x400, tda: 0x200, tde: 0x100 }
  const LEGAL = [0, BITS.tdosa, BITS.tdra, 0xc00, 0xe00, 0xf00]
  test.each(Array.from({ length: 16 }, (_, n) => n * 0x100))('%i: six of sixteen are legal', (traps) => {
    const hdcr = `0x${(traps | 6).toString(16)}`
    expect(ask('hdcr-legal', { hdcr })).toEqual({ legal: LEGAL.includes(traps) })
  })

  test('all sixteen on QEMU: only where they are legal are they compared', () => {
    const traps = (register: string, hdcr: number) =>
      ask('route-access', {
        register,
        direction: 'write',
        privilege: 'pl1',
        hdcr: `0x${hdcr.toString(16)}`,
      }).outcome === 'hyp-trap'
    for (const value of LEGAL) {
      const tda = (value & BITS.tda) !== 0 || (value & BITS.tde) !== 0
      const tdosa = (value & BITS.tdosa) !== 0 || (value & BITS.tde) !== 0
      expect(traps('DBGBVR0', value)).toBe(tda)
      expect(traps('DBGDSCRext', value)).toBe(tda)
      expect(traps('DBGOSLAR', value)).toBe(tdosa)
    }
  })
})

describe('syndromes, measured', () => {
  const GOLDEN: readonly (readonly [string, 'read' | 'write', string])[] = [
    ['DBGDIDR', 'read', '0x17e00001'],
    ['DBGDSCRint', 'read', '0x17e00003'],
    ['DBGDSCRext', 'write', '0x17e40004'],
    ['DBGDSCRext', 'read', '0x17e40005'],
    ['DBGVCR', 'read', '0x17e0000f'],
    ['DBGVCR', 'write', '0x17e0000e'],
    ['DBGBVR0', 'read', '0x17e80001'],
    ['DBGBVR0', 'write', '0x17e80000'],
    ['DBGBCR0', 'read', '0x17ea0001'],
    ['DBGBCR0', 'write', '0x17ea0000'],
    ['DBGWVR0', 'read', '0x17ec0001'],
    ['DBGWVR0', 'write', '0x17ec0000'],
    ['DBGWCR0', 'read', '0x17ee0001'],
    ['DBGWCR0', 'write', '0x17ee0000'],
    ['DBGBVR5', 'read', '0x17e8000b'],
    ['DBGBVR5', 'write', '0x17e8000a'],
    ['DBGBCR5', 'read', '0x17ea000b'],
    ['DBGBCR5', 'write', '0x17ea000a'],
    ['DBGDRAR', 'read', '0x17e00401'],
    ['DBGDSAR', 'read', '0x17e00801'],
    ['DBGOSLAR', 'write', '0x17e80400'],
    ['DBGOSLSR', 'read', '0x17e80403'],
    ['DBGOSDLR', 'write', '0x17e80406'],
    ['DBGOSDLR', 'read', '0x17e80407'],
  ]
  test.each(GOLDEN)('%s %s: %s', (register, direction, hsr) => {
    expect(ask('access-syndrome', { register, direction })).toEqual({ hsr })
    expect(ask('decode-syndrome', { hsr })).toEqual({ register, direction, transfer: 'register', rt: 0 })
  })
  test('the destination of MRC to the flags', () => {
    expect(ask('access-syndrome', { register: 'DBGDSCRint', direction: 'read', rt: 15 }).hsr).toBe(
      '0x17e001e3',
    )
  })
})

describe('routing from Supervisor mode, measured', () => {
  const HDCR = ['0x6', '0x406', '0x806', '0xc06', '0xe06', '0xf06']
  const routes = (register: string, direction: string, privilege = 'pl1'): string =>
    HDCR.map((hdcr) => {
      const { outcome } = ask('route-access', { register, direction, privilege, hdcr })
      return { direct: 'd', undefined: 'U', 'hyp-trap': 'H' }[outcome as 'direct']
    }).join('')
  const READ_WRITE = ['read', 'write'] as const
  test.each(['DBGBVR0', 'DBGBCR0', 'DBGWVR0', 'DBGWCR0', 'DBGBVR5', 'DBGBCR5', 'DBGVCR', 'DBGDSCRext'])(
    '%s traps under TDA',
    (register) => {
      for (const direction of READ_WRITE) expect(routes(register, direction)).toBe('ddddHH')
    },
  )
  test('identification and status trap under TDA', () => {
    expect(routes('DBGDIDR', 'read')).toBe('ddddHH')
    expect(routes('DBGDSCRint', 'read')).toBe('ddddHH')
  })
  test('the addresses of the debug ROM trap under TDRA', () => {
    for (const register of ['DBGDRAR', 'DBGDSAR']) expect(routes(register, 'read')).toBe('ddHHHH')
  })
  test('the OS lock traps under TDOSA', () => {
    expect(routes('DBGOSLAR', 'write')).toBe('dHdHHH')
    expect(routes('DBGOSLSR', 'read')).toBe('dHdHHH')
    for (const direction of READ_WRITE) expect(routes('DBGOSDLR', direction)).toBe('dHdHHH')
  })
  test('what is UNDEFINED anyway does not trap', () => {
    for (const [register, direction] of [
      ['DBGBVR6', 'read'],
      ['DBGWVR4', 'write'],
      ['DBGDIDR', 'write'],
      ['DBGOSLAR', 'read'],
      ['DBGPRSR', 'read'],
      ['DBGOSSRR', 'read'],
    ] as const)
      expect(routes(register, direction)).toBe('UUUUUU')
  })
  test('from user mode', () => {
    expect(routes('DBGDIDR', 'read', 'pl0')).toBe('ddddHH')
    for (const register of ['DBGDRAR', 'DBGDSAR']) expect(routes(register, 'read', 'pl0')).toBe('ddHHHH')
    for (const register of ['DBGDSCRext', 'DBGBVR0', 'DBGOSLSR'])
      expect(routes(register, 'read', 'pl0')).toBe('UUUUUU')
  })
  test('the communication channel from user mode is up to UDCCdis', () => {
    const record = { register: 'DBGDSCRint', direction: 'read', privilege: 'pl0', hdcr: '0x6' }
    expect(ask('route-access', record).outcome).toBe('direct')
    expect(ask('route-access', { ...record, udccDisabled: true }).outcome).toBe('undefined')
  })
  test('v7 with the OS lock set: the control of debug events is UNDEFINED, the rest is not', () => {
    const locked = (register: string, direction = 'read') =>
      ask('route-access', {
        register,
        direction,
        privilege: 'pl1',
        hdcr: '0x6',
        architecture: 'v7',
        osLock: true,
      }).outcome
    for (const register of ['DBGBVR0', 'DBGBCR0', 'DBGWVR0', 'DBGWCR0', 'DBGVCR', 'DBGDSCRext'])
      expect(locked(register)).toBe('undefined')
    for (const register of ['DBGDIDR', 'DBGDSCRint', 'DBGOSLSR', 'DBGPRCR', 'DBGPRSR'])
      expect(locked(register)).toBe('direct')
    expect(locked('DBGOSLAR', 'write')).toBe('direct')
  })
})

const G = '0x40080000'
const A = '0x40080200'
const hex = (value: number): string => `0x${value.toString(16)}`
const bcr = (bas: number, pmc: number, type = 0, enabled = 1) =>
  hex(type * 0x100000 + bas * 0x20 + pmc * 2 + enabled)

describe('breakpoints, measured', () => {
  const matches = (control: string, more: object = {}) =>
    ask('match-breakpoint', { control, value: G, address: G, ...more }).matches
  test.each<[string, object, boolean | 'unpredictable']>([
    [bcr(15, 3), {}, true],
    [bcr(15, 1), {}, true],
    [bcr(15, 2), {}, false],
    [bcr(15, 2), { mode: 'user' }, true],
    [bcr(15, 1), { mode: 'user' }, false],
    // QEMU never matches PMC = 0; the manual says User, System and Supervisor.
    [bcr(15, 0), {}, true],
    [bcr(15, 0), { mode: 'user' }, true],
    [bcr(15, 0), { mode: 'privileged' }, false],
    // QEMU hits, misses, widens and misses: for A32 only 0b1111 is defined.
    [bcr(0b0011, 3), {}, 'unpredictable'],
    [bcr(0b1100, 3), {}, 'unpredictable'],
    [bcr(0b0001, 3), {}, 'unpredictable'],
    [bcr(0, 3), {}, 'unpredictable'],
    [bcr(15, 3, 0, 0), {}, false],
    [bcr(15, 3), { mode: 'hyp' }, false],
    // QEMU has no mismatch breakpoints.
    [bcr(15, 3, 4), {}, false],
    [bcr(15, 3, 4), { address: '0x40080004' }, true],
    [bcr(0b0011, 3), { thumb: true }, true],
    [bcr(0b1100, 3), { thumb: true }, false],
    [bcr(0b1100, 3), { thumb: true, address: '0x40080002' }, true],
  ])('%s %j', (control, more, expected) => {
    expect(matches(control, more)).toBe(expected)
  })

  const event = (record: object) =>
    ask('debug-event', { event: 'breakpoint', dscr: '0x8000', hdcr: '0x6', ...record })
  test('taken to PL1 in monitor mode alone', () => {
    expect(event({})).toMatchObject({ taken: true, vector: 'prefetch-abort', moe: 1 })
    expect(event({ hdcr: '0xe06' })).toMatchObject({ taken: true, vector: 'prefetch-abort', moe: 1 })
    expect(event({ dscr: '0x0' })).toMatchObject({ taken: false, moe: null })
  })
  test('suppressed by the locks', () => {
    expect(event({ doubleLock: true }).taken).toBe(false)
    // QEMU takes it: it looks at the wrong bit of OSLSR.
    expect(event({ osLock: true }).taken).toBe(false)
    expect(
      ask(
        'debug-event',
        { event: 'breakpoint', dscr: '0x8000', hdcr: '0x6', osLock: true },
        'os-lock-suppresses-nothing',
      ).taken,
    ).toBe(true)
    expect(event({ osLock: true, architecture: 'v7' }).taken).toBe(true)
  })
  test('with halting debug too, which QEMU does not know', () => {
    expect(event({ dscr: '0xc000' })).toMatchObject({ to: 'debug-state', moe: null })
    expect(event({ dscr: '0xc000', dbgen: false }).taken).toBe(false)
  })
  test('routed to Hyp mode by TDE', () => {
    expect(event({ hdcr: '0xf06' })).toEqual({
      taken: true,
      to: 'hyp',
      vector: 'hyp-trap',
      moe: 1,
      hsr: '0x80000022',
    })
    expect(event({ hdcr: '0xf06', dscr: '0x0' }).taken).toBe(false)
  })
  test('BKPT always', () => {
    const bkpt = (record: object) => event({ event: 'bkpt', ...record })
    for (const record of [{}, { dscr: '0x0' }, { doubleLock: true }, { osLock: true }, { hdcr: '0xe06' }])
      expect(bkpt(record)).toMatchObject({ taken: true, to: 'pl1', vector: 'prefetch-abort', moe: 3 })
    for (const from of ['pl0', 'pl1'])
      expect(bkpt({ hdcr: '0xf06', dscr: '0x0', from })).toMatchObject({
        vector: 'hyp-trap',
        moe: 3,
        hsr: '0x82000022',
      })
    expect(bkpt({ from: 'hyp', dscr: '0x0' })).toMatchObject({
      vector: 'hyp-prefetch-abort',
      hsr: '0x86000022',
    })
  })
  test('the fault status, short and long', () => {
    expect(ask('fault-status', { fault: 'debug' })).toEqual({ fsr: '0x00000002' })
    expect(ask('fault-status', { fault: 'debug', lpae: true })).toEqual({ fsr: '0x00000222' })
  })
})

describe('watchpoints, measured', () => {
  const wcr = (lsc: number, pac: number, bas: number, mask = 0) =>
    hex(mask * 0x1000000 + bas * 0x20 + lsc * 8 + pac * 2 + 1)
  const access = (control: string, record: object) =>
    ask('match-watchpoint', { control, value: A, address: A, size: 4, access: 'write', ...record })
  test.each<[string, object, string | null]>([
    [wcr(1, 3, 15), { access: 'read' }, A],
    [wcr(1, 3, 15), {}, null],
    [wcr(2, 3, 15), { access: 'read' }, null],
    [wcr(2, 3, 15), {}, A],
    [wcr(3, 3, 15), {}, A],
    [wcr(0, 3, 15), { access: 'read' }, null],
    [wcr(3, 2, 15), {}, null],
    [wcr(3, 2, 15), { access: 'read', user: true }, A],
    [wcr(3, 0, 15), {}, null],
    [wcr(3, 2, 15), { user: true }, A],
    [wcr(3, 3, 1), { size: 1 }, A],
    [wcr(3, 3, 1), { size: 1, address: '0x40080201' }, null],
    [wcr(3, 3, 2), {}, '0x40080201'],
    [wcr(3, 3, 2), { size: 1, address: '0x40080201' }, '0x40080201'],
    [wcr(3, 3, 0xf0), { address: '0x40080204' }, '0x40080204'],
    [wcr(3, 3, 0xff, 3), { address: '0x40080204' }, '0x40080204'],
    [wcr(3, 3, 0xff, 3), { address: '0x40080208' }, null],
    [wcr(3, 3, 15), { hyp: true }, null],
  ])('%s %j: DFAR %s', (control, record, far) => {
    expect(access(control, record)).toEqual({ matches: far !== null, far })
  })
  test('routed to Hyp mode by TDE: loads and stores', () => {
    const routed = (write: boolean) =>
      ask('debug-event', { event: 'watchpoint', dscr: '0x8000', hdcr: '0xf06', write })
    expect(routed(true)).toMatchObject({ vector: 'hyp-trap', moe: 10, hsr: '0x90000062' })
    expect(routed(false)).toMatchObject({ vector: 'hyp-trap', moe: 10, hsr: '0x90000022' })
  })
})

describe('monitor mode on the host', () => {
  test('an OMAP4460 whose MDBGen does not stick', () => {
    expect(ask('enable-monitor-mode', { before: '0x01030002', after: '0x01030002' })).toEqual({
      result: 'EPERM',
    })
    expect(ask('usable-slots', { didr: '0x3513702a' })).toEqual({
      supported: true,
      breakpoints: 5,
      watchpoints: 1,
    })
    expect(ask('install-host-breakpoint', { monitorMode: false, slots: 5, taken: 0 }).result).toBe('ENODEV')
  })
  test('slots by DBGDIDR', () => {
    expect(ask('usable-slots', { didr: '0x3515f021' })).toEqual({
      supported: true,
      breakpoints: 5,
      watchpoints: 4,
    })
    expect(ask('usable-slots', { didr: '0x0' })).toEqual({ supported: false, breakpoints: 0, watchpoints: 0 })
  })
})

test('an emulated access in an IT block', () => {
  const record = { direction: 'read', rt: 3, pc: '0x40080000', itState: 0x14 }
  expect(ask('complete-access', record)).toEqual({ written: [3], pc: '0x40080004', itState: 8 })
  expect(ask('complete-access', { ...record, conditionPassed: false })).toEqual({
    written: [],
    pc: '0x40080004',
    itState: 8,
  })
  expect(ask('complete-access', { ...record, itState: 0x18, transfer: 'pair' })).toEqual({
    written: [3, 1],
    pc: '0x40080004',
    itState: 0,
  })
})
