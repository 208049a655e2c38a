import { describe, expect, test } from 'vitest'
import { variants as arm64Variants } from '../../model/arm64/variants/index.ts'
import { InputError } from '../../model/program.ts'
import { RULE_NAMES } from '../../model/x86/rules.ts'
import { variants } from '../../model/x86/variants/index.ts'
import { decide, decisions } from '../../oracles/decisions/catalogue.ts'
import { checkBeforeEmulation, mergeDr6 } from '../../oracles/decisions/x86.ts'

const db = (address: string) => [address, '0x0', '0x0', '0x0']
const wide = (address: string) =>
  [address, '0x0', '0x0', '0x0'].map((v) => `0x${v.slice(2).padStart(16, '0')}`)

const check = {
  rip: '0x1002',
  csBase: '0x0',
  rflags: '0x2',
  control: '0x20001',
  hostDb: db('0x1002'),
  hostDr7: '0x402',
  guestDb: db('0x0'),
  guestDr7: '0x400',
  guestDr6: '0xffff0ff0',
}

/** What the package promises: these records and these answers. */
const PUBLISHED: readonly (readonly [string, object, object])[] = [
  [
    'x86/match-code-breakpoints',
    { dr7: '0x402', db: db('0x1002'), address: '0x1002' },
    { hits: 1, mayHit: 1 },
  ],
  [
    'x86/match-data-breakpoints',
    { dr7: '0xd0001', db: db('0x2000'), address: '0x2003', size: 4, access: 'write' },
    { hits: 1, mayHit: 1 },
  ],
  [
    'x86/match-io-breakpoints',
    { dr7: '0x20001', db: db('0x10'), port: 16, size: 1, cr4De: true },
    { hits: 1, mayHit: 1 },
  ],
  ['x86/merge-dr6', { dr6: '0xffff4ff2', payload: '0xd' }, { dr6: '0x00000000ffff4ffd' }],
  [
    'x86/write-debug-register',
    { register: 7, value: '0xffffdfff' },
    { result: 'written', value: '0x00000000ffff0fff' },
  ],
  ['x86/write-debug-register', { register: 7, value: '0x1', cpl: 3 }, { result: '#GP' }],
  ['x86/write-debug-register', { register: 5, value: '0x1', cr4De: true }, { result: '#UD' }],
  [
    'x86/write-debug-register',
    { register: 0, value: '0x1', dr7: '0x2400' },
    { result: '#DB', dr6: '0x00000000ffff2ff0', dr7: '0x0000000000000400' },
  ],
  [
    'x86/effective-debug-registers',
    { control: '0x20001', hostDb: db('0x1002'), hostDr7: '0x402', guestDb: db('0x7'), guestDr7: '0x401' },
    { db: wide('0x1002'), dr7: '0x0000000000000402' },
  ],
  [
    'x86/check-before-emulation',
    check,
    {
      result: 'exit-to-userspace',
      exit: {
        exception: 1,
        pc: '0x0000000000001002',
        dr6: '0x00000000ffff0ff1',
        dr7: '0x0000000000000402',
      },
      guestDr6: '0x00000000ffff0ff0',
    },
  ],
  [
    'x86/check-before-emulation',
    { ...check, rip: '0x1003' },
    { result: 'proceed', exit: null, guestDr6: '0x00000000ffff0ff0' },
  ],
  [
    'x86/check-before-emulation',
    { ...check, control: '0x0', guestDb: db('0x1002'), guestDr7: '0x402' },
    { result: 'deliver-to-guest', exit: null, guestDr6: '0x00000000ffff0ff1' },
  ],
  [
    'x86/set-guest-debug',
    { control: '0x40001', controlInForce: '0x1', exceptionPending: true },
    { result: 'EBUSY', control: '0x00000001' },
  ],
]

describe('the records that are published', () => {
  test.each(PUBLISHED)('%s %j', (id, input, output) => {
    const answer = decide(id, undefined, input)
    expect(answer).toEqual(output)
    expect(Object.keys(answer)).toEqual(Object.keys(output))
  })

  test('the same as typed functions', () => {
    expect(mergeDr6.decide({ dr6: 0xffff4ff2n, payload: 0xdn })).toEqual({ dr6: 0xffff4ffdn })
    expect(mergeDr6.decide({ dr6: 0xffff0ff0n, payload: 0x10000n, rtm: true })).toEqual({ dr6: 0xfffe0ff0n })
  })

  test('a variant answers with its own rule', () => {
    const patch = variants.find(({ id }) => id === 'x86/patch-2013')
    expect(decide('x86/check-before-emulation', patch, check)).toMatchObject({ exit: { dr7: null } })
  })
})

describe('the catalogue', () => {
  test('every rule is asked by a decision of its name', () => {
    const kebab = (name: string) => `x86/${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`
    for (const rule of RULE_NAMES) {
      const ids = decisions
        .filter(({ machine, rule: name }) => machine === 'x86' && name === rule)
        .map(({ id }) => id)
      const expected =
        rule === 'moveDebugRegister' ? ['x86/read-debug-register', 'x86/write-debug-register'] : [kebab(rule)]
      expect(ids, rule).toEqual(expected)
    }
  })

  test('every example has an answer under every variant', () => {
    for (const decision of decisions)
      for (const variant of [...variants, ...arm64Variants].filter(({ id }) =>
        id.startsWith(`${decision.machine}/`),
      ))
        expect(
          () => decision.evaluate(decision.example, variant),
          `${decision.id} ${variant.id}`,
        ).not.toThrow()
  })

  test('everything has a meaning and a source', () => {
    for (const { id, meaning, cites } of decisions) {
      expect(meaning, id).toMatch(/\.$/)
      expect(cites.length, id).toBeGreaterThan(0)
    }
  })

  test('an unknown decision and a variant of another machine', () => {
    expect(() => decide('x86/nonsense', undefined, {})).toThrow(InputError)
    const foreign = { ...variants[0]!, id: 'arm64/ideal' }
    expect(() => mergeDr6.evaluator(foreign)).toThrow(/arm64\/ideal cannot answer/)
  })

  test('a rule that gives no value of its type is a fault of the specification, not of the input', () => {
    const broken = { ...variants[0]!, rules: { ...variants[0]!.rules, mergeDr6: () => 'nonsense' } }
    expect(() => mergeDr6.evaluate(mergeDr6.example, broken)).toThrow(TypeError)
  })
})

const didr = { register: 'DBGDIDR', direction: 'read' }
const oslsr = { register: 'DBGOSLSR', direction: 'read' }
const withoutMonitorMode = { register: 'DBGBVR0', direction: 'read', monitorMode: false }
const trapped = { privilege: 'pl1', hdcr: '0xe06', monitorMode: true }
const locked = { register: 'DBGBCR0', direction: 'write', privilege: 'pl1', hdcr: '0x6', osLock: true }
const noPairs = {
  breakpoints: Array.from({ length: 6 }, () => ({ value: '0x0', control: '0x0' })),
  watchpoints: Array.from({ length: 4 }, () => ({ value: '0x0', control: '0x0' })),
}
const onePair = {
  ...noPairs,
  breakpoints: [{ value: '0x1000', control: '0x1e7' }, ...noPairs.breakpoints.slice(1)],
}
const hostPair = {
  ...noPairs,
  watchpoints: [{ value: '0x2000', control: '0x1f5' }, ...noPairs.watchpoints.slice(1)],
}

const armStep = {
  hsr: '0xca000022',
  far: '0x0',
  pc: '0x40080010',
  pstate: '0x3c5',
  stepping: false,
  planted: [],
  breakpoints: [],
  watchpoints: [],
}

/** A record for which the answer to a choice shows. */
const SHOWS: { readonly [pair: string]: object } = {
  'arm64/next-exception interruptAgainstStep': { interrupt: true, stepPending: true, breakpoint: false },
  'arm64/set-guest-debug slotsBeyondCapability': {
    control: '0x20001',
    controlInForce: '0x0',
    slotBeyond: true,
  },
  'arm64/enable-debug-events guestBreakpointsWithoutUseHw': { control: '0x1', mdscr: '0xa000' },
  'arm64/brk-owner brkWithoutUseSwBp': { control: '0x1' },
  'arm64/guest-step-bit guestStepBit': { before: 1, lastSet: 0, ran: true },
  'armv7/cp14-access guestDidr': { ...trapped, ...didr },
  'armv7/cp14-access guestOslsr': { ...trapped, ...oslsr },
  'armv7/cp14-access lockedAccess': { ...locked, monitorMode: true },
  'armv7/cp14-access pairsWithoutMonitorMode': { ...trapped, ...withoutMonitorMode },
  'armv7/debug-event watchpointLength': { event: 'watchpoint', dscr: '0x8000', hdcr: '0xf66' },
  'armv7/emulate-access guestDidr': { ...didr, monitorMode: true },
  'armv7/emulate-access guestOslsr': { ...oslsr, monitorMode: true },
  'armv7/emulate-access pairsWithoutMonitorMode': withoutMonitorMode,
  'armv7/match-breakpoint pmcZero': { control: '0x1e1', value: '0x1000', address: '0x1000' },
  'armv7/pairs-after-exit pairsAfterExit': { before: hostPair, hardware: onePair },
  'armv7/pairs-in-force monitorModeGate': { monitorMode: false, guest: onePair, hardware: noPairs },
  'armv7/route-access lockedAccess': locked,
  'armv7/store-register dscrWrite': { register: 'DBGDSCRext', value: '0x1000' },
  'vmm/arm64-owner stepWhileNotStepping': armStep,
  'vmm/unplant overwrittenSite': { saved: '90', current: '55', trap: 'cc' },
  'x86/merge-dr6 breakpointBitsOnStep': { dr6: '0xffff0ff1', payload: '0x4000' },
  'x86/set-debug-registers reservedDebugBits': { dr6: '0x0', dr7: '0x0' },
  'x86/set-guest-debug unknownControlBits': {
    control: '0x5',
    controlInForce: '0x0',
    exceptionPending: false,
  },
  'x86/code-breakpoint-inhibited resumeFlagOnHostBreakpoint': { rf: true, owner: 'host' },
  'x86/check-before-emulation resumeFlagOnHostBreakpoint': { ...check, rflags: '0x10002' },
  'x86/check-before-emulation undefinedBreakpoint': { ...check, hostDr7: '0x40402' },
  'x86/check-before-emulation disabledSlotBits': {
    ...check,
    hostDb: ['0x1002', '0x1002', '0x0', '0x0'],
  },
  'x86/repeat-input repeatedInputExit': { remaining: 3, stepping: false },
  'x86/flags-after-retire resumeFlagMidRepeat': {
    rflags: '0x2',
    instruction: 'rep-stosb',
    midRepeat: true,
  },
}

const ANSWERS: { readonly [choice: string]: readonly [string, string] } = {
  interruptAgainstStep: ['step-first', 'interrupt-first'],
  slotsBeyondCapability: ['ignored', 'EINVAL'],
  guestBreakpointsWithoutUseHw: ['exit', 'suppressed'],
  brkWithoutUseSwBp: ['exit', 'to-guest'],
  guestStepBit: ['as-at-attach', 'as-last-set'],
  guestDidr: ['host', 'zero'],
  guestOslsr: ['unlocked', 'zero'],
  lockedAccess: ['executed', 'undefined'],
  pairsWithoutMonitorMode: ['zero', 'shadow'],
  pmcZero: ['user-system-supervisor', 'never'],
  pairsAfterExit: ['host', 'disabled'],
  monitorModeGate: ['access-and-entry', 'access'],
  dscrWrite: ['MDBGen-UDCCdis', 'MDBGen'],
  watchpointLength: ['clear', 'set'],
  breakpointBitsOnStep: ['cleared', 'kept'],
  reservedDebugBits: ['raw', 'normalised'],
  unknownControlBits: ['ignored', 'EINVAL'],
  resumeFlagOnHostBreakpoint: ['suppressed', 'hits'],
  undefinedBreakpoint: ['misses', 'hits'],
  disabledSlotBits: ['clear', 'set'],
  repeatedInputExit: ['one-iteration', 'all-iterations'],
  resumeFlagMidRepeat: ['set', 'clear'],
  stepWhileNotStepping: ['handed-back', 'dropped'],
  overwrittenSite: ['gone', 'refused'],
}

test('a choice that a decision names changes its answer', () => {
  const declared = decisions.flatMap(({ id, choices }) => choices.map((choice) => `${id} ${choice}`))
  expect(declared.sort()).toEqual(Object.keys(SHOWS).sort())
  for (const [pair, record] of Object.entries(SHOWS)) {
    const [id, choice] = pair.split(' ') as [string, string]
    const [first, second] = ANSWERS[choice]!.map((answer) =>
      decide(id, undefined, record, { [choice]: answer }),
    )
    expect(first, pair).not.toEqual(second)
    expect(first, `${pair}: the first answer is the default`).toEqual(decide(id, undefined, record))
  }
})

describe('what is not a record', () => {
  const good = { dr6: '0xffff0ff0', payload: '0x1' }
  const errorOf = (id: string, record: unknown) => {
    try {
      decide(id, undefined, record)
    } catch (error) {
      return error instanceof InputError ? `${error.code} ${error.message}` : `not an InputError: ${error}`
    }
    return 'accepted'
  }

  test.each([
    [null, 'GDO-1301', 'expected an object'],
    [[good], 'GDO-1301', 'an array of 1'],
    [{ ...good, dr8: '0x1' }, 'GDO-1302', 'dr8: unknown field'],
    [JSON.parse('{"dr6":"0x0","payload":"0x0","__proto__":{}}'), 'GDO-1302', '__proto__: unknown field'],
    [{ dr6: '0x0' }, 'GDO-1303', 'payload: missing; expected 0x'],
    [{ ...good, dr6: 5 }, 'GDO-1304', 'dr6: expected 0x and 1 to 16 hex digits, not 5'],
    [{ ...good, dr6: 'ffff' }, 'GDO-1304', 'dr6: expected 0x'],
    [{ ...good, dr6: '0x' }, 'GDO-1304', 'dr6: expected 0x'],
    [{ ...good, dr6: '0x1_0' }, 'GDO-1304', 'dr6: expected 0x'],
    [{ ...good, rtm: 1 }, 'GDO-1304', 'rtm: expected true or false, not 1'],
    [{ ...good, rtm: null }, 'GDO-1304', 'rtm: expected true or false, not null'],
    [{ ...good, dr6: '0x10000000000000000' }, 'GDO-1305', 'dr6: expected 0x and 1 to 16'],
  ])('x86/merge-dr6 of %j', (record, code, text) => {
    const error = errorOf('x86/merge-dr6', record)
    expect(error).toMatch(new RegExp(`^${code} `))
    expect(error).toContain(text)
    expect(error).not.toContain('\n')
  })

  test.each([
    ['x86/write-debug-register', { register: 16, value: '0x0' }, 'GDO-1305 register: expected'],
    ['x86/write-debug-register', { register: 1.5, value: '0x0' }, 'GDO-1304 register: expected'],
    [
      'x86/set-guest-debug',
      { ...decisionExample('x86/set-guest-debug'), control: '0x100000000' },
      'GDO-1305 control:',
    ],
    [
      'x86/match-code-breakpoints',
      { dr7: '0x0', db: ['0x0'], address: '0x0' },
      'GDO-1305 db: expected an array of exactly 4',
    ],
    [
      'x86/match-code-breakpoints',
      { dr7: '0x0', db: [...db('0x0').slice(1), 7], address: '0x0' },
      'GDO-1304 db[3]: expected',
    ],
    [
      'x86/match-io-breakpoints',
      { ...decisionExample('x86/match-io-breakpoints'), size: 3 },
      'GDO-1305 size: expected 1 or 2 or 4, not 3',
    ],
    [
      'x86/single-step-due',
      { ...decisionExample('x86/single-step-due'), instruction: 'nopp' },
      'GDO-1305 instruction: expected',
    ],
  ])('%s of %j', (id, record, text) => {
    expect(errorOf(id, record)).toContain(text)
  })
})

function decisionExample(id: string): object {
  return decisions.find((decision) => decision.id === id)!.example
}

test('hex of any width and case is read, full width is written', () => {
  expect(
    decide('x86/merge-dr6', undefined, { dr6: '0x0000FFFF0FF0', payload: '0x0000000000000002' }),
  ).toEqual({
    dr6: '0x00000000ffff0ff2',
  })
})

test('a check in protected mode wraps at 32 bits, in long mode CS.base does not count', () => {
  const linear = (mode: 'real' | 'protected' | 'long') =>
    checkBeforeEmulation.decide({
      rip: 0xffff_f000n,
      csBase: 0x2000n,
      rflags: 2,
      control: 0x20001,
      hostDb: [0x1000n, 0xffff_f000n, 0n, 0n],
      hostDr7: 0x40an,
      guestDb: [0n, 0n, 0n, 0n],
      guestDr7: 0x400n,
      guestDr6: 0xffff0ff0n,
      mode,
    }).exit?.dr6
  expect(linear('protected')).toBe(0xffff0ff1n)
  expect(linear('long')).toBe(0xffff0ff2n)
})

test('every field says what it means', () => {
  for (const { id, inputs, outputs } of decisions)
    for (const { name, meaning } of [...inputs, ...outputs]) expect(meaning, `${id} ${name}`).not.toBe('')
})
