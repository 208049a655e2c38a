/**
 * The decisions of the arm64 machine: the records that are published, and what was measured at EL2 on QEMU 7.2's
 * cortex-a57 and on KVM/arm64.
 */
import { describe, expect, test } from 'vitest'
import { RULE_NAMES } from '../../model/arm64/rules.ts'
import { variants } from '../../model/arm64/variants/index.ts'
import { exceptionReturnSs, matchWatchpoint } from '../../oracles/decisions/arm64.ts'
import { decide, decisions } from '../../oracles/decisions/catalogue.ts'

const ask = (id: string, record: object, variant?: string) =>
  decide(
    `arm64/${id}`,
    variant === undefined ? undefined : variants.find((each) => each.id === `arm64/${variant}`),
    record,
  )

/** What the package promises: these records and these answers. */
const PUBLISHED: readonly (readonly [string, object, object])[] = [
  [
    'mask-software-step',
    { control: '0x3', mdscr: '0x0', spsr: '0x3c5' },
    { mdscr: '0x0000000000000001', spsr: '0x00000000002003c5' },
  ],
  [
    'step-state',
    { el: 1, pstate: '0x2003c5', mdscr: '0x1', mdcr: '0x100', hcr: '0x0' },
    { state: 'active-not-pending', target: 2 },
  ],
  ['software-step-advance', { pstate: '0x2003c5', mdscr: '0x1' }, { pstate: '0x00000000000003c5' }],
  [
    'exception-return-ss',
    { fromEl: 2, toEl: 1, pstate: '0x3c9', spsr: '0x2003c5', mdscr: '0x1', mdcr: '0x100', hcr: '0x0' },
    { ss: 1 },
  ],
  ['match-breakpoint', { bcr: '0x1e7', bvr: '0x40080000', address: '0x40080000', el: 1 }, { matches: true }],
  ['match-breakpoint', { bcr: '0x41e7', bvr: '0x40080000', address: '0x40080000', el: 1 }, { matches: true }],
  [
    'match-watchpoint',
    { wcr: '0x1fff', wvr: '0x40080000', address: '0x40080003', size: 4, access: 'write', el: 1 },
    { matches: true, far: ['0x0000000040080000', '0x0000000040080006'] },
  ],
  [
    'match-watchpoint',
    { wcr: '0x1fff', wvr: '0x40080000', address: '0x40080008', size: 4, access: 'write', el: 1 },
    { matches: false },
  ],
  [
    'set-guest-debug',
    { control: '0x40001', controlInForce: '0x1' },
    { result: 'EINVAL', control: '0x00000001' },
  ],
]

describe('the records that are published', () => {
  test.each(PUBLISHED)('arm64/%s %j', (id, input, output) => {
    const answer = ask(id, input)
    expect(answer).toEqual(output)
    expect(Object.keys(answer)).toEqual(Object.keys(output))
  })

  test('what is CONSTRAINED UNPREDICTABLE comes with its reason', () => {
    const link = { bcr: '0x3001e7', bvr: '0x7', contextAware: false }
    const breakpoint = { bcr: '0x1001e7', bvr: '0x40080000', address: '0x40080000', el: 1, contextId: '0x7' }
    expect(ask('match-breakpoint', { ...breakpoint, linked: link })).toEqual({
      matches: 'unpredictable',
      reason: 'LBN names a breakpoint that is not context-aware',
    })
    expect(ask('match-breakpoint', { ...breakpoint, linked: { ...link, contextAware: true } })).toEqual({
      matches: true,
    })
    expect(
      ask('match-breakpoint', { ...breakpoint, contextId: '0x8', linked: { ...link, contextAware: true } }),
    ).toEqual({
      matches: false,
    })
    // Where the address does not match, nothing is open.
    expect(ask('match-breakpoint', { ...breakpoint, address: '0x40080004', linked: link })).toEqual({
      matches: false,
    })
    const gap = { wvr: '0x40080000', address: '0x40080002', size: 1, access: 'read', el: 0 }
    expect(ask('match-watchpoint', { ...gap, wcr: '0xbf' })).toMatchObject({ matches: 'unpredictable' })
    expect(ask('match-watchpoint', { ...gap, wcr: '0x1001fff' })).toMatchObject({ matches: 'unpredictable' })
    expect(ask('match-watchpoint', { ...gap, wcr: '0x30000ff' })).toMatchObject({ matches: 'unpredictable' })
  })

  test('the same as typed functions', () => {
    const input = { fromEl: 2, toEl: 1, pstate: 0x3c9n, spsr: 0x2003c5n, mdscr: 1n, mdcr: 0x100n, hcr: 0n }
    expect(exceptionReturnSs.decide(input)).toEqual({ ss: 1 })
    const access = {
      wcr: 0x1fffn,
      wvr: 0x40080000n,
      address: 0x40080000n,
      size: 8,
      access: 'read',
      el: 0,
    } as const
    expect(matchWatchpoint.decide(access)).toEqual({ matches: true, far: [0x40080000n, 0x40080007n] })
  })

  test('a variant answers with its own rule', () => {
    const record = { control: '0x1', mdscr: '0x0', spsr: '0x3c5' }
    expect(ask('mask-software-step', record, 'eor-without-orr')).toEqual({
      mdscr: '0x0000000000000001',
      spsr: '0x00000000002003c5',
    })
    expect(ask('mask-software-step', record, 'v1-patch')).toEqual(
      ask('mask-software-step', record, 'bic-review'),
    )
  })
})

test('every rule is asked by a decision of its name', () => {
  const kebab = (name: string) => `arm64/${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`
  for (const rule of RULE_NAMES) {
    const ids = decisions.filter((each) => each.machine === 'arm64' && each.rule === rule).map(({ id }) => id)
    expect(ids, rule).toEqual([kebab(rule)])
  }
})

const TDE = '0x100'
const state = (record: object) =>
  ask('step-state', { el: 1, pstate: '0x2003c5', mdscr: '0x1', mdcr: TDE, hcr: '0x0', ...record }).state

describe('software step, measured at EL2', () => {
  test('routed to EL2: whatever D and KDE are', () => {
    for (const pstate of ['0x2003c5', '0x2001c5'])
      for (const mdscr of ['0x1', '0x2001']) expect(state({ pstate, mdscr })).toBe('active-not-pending')
    expect(state({ pstate: '0x3c5' })).toBe('active-pending')
    expect(state({ mdcr: '0x0', hcr: '0x8000000' })).toBe('active-not-pending')
  })
  test('not routed, at EL1: only with KDE and D clear', () => {
    const local = { mdcr: '0x0', mdscr: '0x2001', pstate: '0x2001c5' }
    expect(state(local)).toBe('active-not-pending')
    expect(state({ ...local, mdscr: '0x1' })).toBe('inactive')
    expect(state({ ...local, pstate: '0x2003c5' })).toBe('inactive')
  })
  test('not routed, at EL0: always', () => {
    expect(state({ el: 0, mdcr: '0x0', pstate: '0x2003c0' })).toBe('active-not-pending')
    expect(state({ el: 0, mdcr: '0x0', pstate: '0x3c0' })).toBe('active-pending')
  })
  test('the locks stop it', () => {
    expect(state({ osLock: true })).toBe('inactive')
    expect(state({ doubleLock: true })).toBe('inactive')
    expect(
      ask(
        'step-state',
        { el: 1, pstate: '0x3c5', mdscr: '0x1', mdcr: TDE, hcr: '0x0', osLock: true },
        'os-lock-ignored',
      ).state,
    ).toBe('active-pending')
  })

  const saved = (exception: string) => ask('saved-spsr', { exception, pstate: '0x2003c5', mdscr: '0x1' }).spsr
  test('SPSR.SS after each kind of exception', () => {
    expect(saved('call')).toBe('0x00000000000003c5')
    for (const kind of ['synchronous', 'interrupt']) expect(saved(kind)).toBe('0x00000000002003c5')
  })

  const returned = (record: object) =>
    ask('exception-return-ss', {
      fromEl: 1,
      toEl: 0,
      pstate: '0x3c5',
      spsr: '0x2003c0',
      mdscr: '0x1',
      mdcr: '0x0',
      hcr: '0x0',
      ...record,
    }).ss
  test('SS after each exception return', () => {
    // KVM enters with D set at EL2; a guest ERET under TDE always stops at its target.
    expect(returned({ fromEl: 2, toEl: 1, pstate: '0x3c9', spsr: '0x2003c5', mdcr: TDE })).toBe(1)
    expect(returned({ fromEl: 1, toEl: 0, mdcr: TDE })).toBe(0)
    // Not routed, into EL1: only with KDE and D clear there.
    expect(returned({ fromEl: 2, toEl: 1, pstate: '0x3c9', spsr: '0x2003c5' })).toBe(0)
    expect(returned({ fromEl: 2, toEl: 1, pstate: '0x3c9', spsr: '0x2001c5', mdscr: '0x2001' })).toBe(1)
    // The guest's own: EL1 to EL0, and to EL1 only if D goes from 1 to 0.
    expect(returned({})).toBe(1)
    expect(returned({ pstate: '0x1c5', mdscr: '0x2001' })).toBe(0)
    expect(returned({ toEl: 1, spsr: '0x2001c5', mdscr: '0x2001' })).toBe(1)
    expect(returned({ toEl: 1, spsr: '0x2003c5', mdscr: '0x2001' })).toBe(0)
    // Without MDSCR_EL1.SS the request is discarded.
    expect(returned({ mdscr: '0x0' })).toBe(0)
  })

  test('a pending step comes before a breakpoint, a breakpoint before a step that is not pending', () => {
    const due = (stepPending: boolean) =>
      ask('next-exception', { interrupt: false, stepPending, breakpoint: true }).next
    expect([due(true), due(false)]).toEqual(['software-step', 'breakpoint'])
  })
})

describe('watchpoints, measured at EL2', () => {
  test('an 8-byte store at the base of which only byte 4 is watched: FAR is byte 4, or lower', () => {
    const { matches, far } = ask('match-watchpoint', {
      wcr: '0x217',
      wvr: '0x40080000',
      address: '0x40080000',
      size: 8,
      access: 'write',
      el: 1,
    }) as { matches: boolean; far: [string, string] }
    expect(matches).toBe(true)
    expect(BigInt(far[0])).toBeLessThanOrEqual(0x40080000n)
    expect(BigInt(far[1])).toBe(0x40080004n)
  })
})

describe('KVM_SET_GUEST_DEBUG, measured on KVM/arm64', () => {
  const result = (control: string) => ask('set-guest-debug', { control, controlInForce: '0x3' })
  test('accepted: without ENABLE everything is off', () => {
    for (const control of ['0x0', '0x2', '0x10000', '0x20000'])
      expect(result(control)).toEqual({ result: 'ok', control: '0x00000000' })
    for (const control of ['0x1', '0x3', '0x10001', '0x20001', '0x30003'])
      expect(result(control)).toEqual({ result: 'ok', control: `0x${control.slice(2).padStart(8, '0')}` })
  })
  test('refused, with or without ENABLE', () => {
    for (const control of ['0x40001', '0x80001', '0x100001', '0x4', '0x5', '0x40000000', '0x80000001'])
      expect(result(control)).toEqual({ result: 'EINVAL', control: '0x00000003' })
  })
  test('capabilities of 0x10305106', () => {
    expect(ask('capabilities', { idAa64dfr0: '0x10305106' })).toEqual({
      breakpoints: 6,
      watchpoints: 4,
      firstContextAware: 4,
    })
  })
})
