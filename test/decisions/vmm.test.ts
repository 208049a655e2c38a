/**
 * The decisions of the vmm machine: the records that are published, and tables of what belongs to whom.
 */
import { describe, expect, test } from 'vitest'
import { RULE_NAMES } from '../../model/vmm/rules.ts'
import { variants } from '../../model/vmm/variants/index.ts'
import { decide, decisions } from '../../oracles/decisions/catalogue.ts'
import { x86Owner } from '../../oracles/decisions/vmm.ts'

const ask = (id: string, record: object, variant?: string): Record<string, unknown> =>
  decide(
    `vmm/${id}`,
    variant === undefined ? undefined : variants.find((each) => each.id === `vmm/${variant}`),
    record,
  ) as Record<string, unknown>

const execute = (address: string) => ({ address, kind: 'execute', length: 1 })
const watch = (address: string, length = 4) => ({ address, kind: 'watch-write', length })
const exit = {
  exception: 1,
  pc: '0x1002',
  dr6: '0xffff0ff1',
  dr7: '0x602',
  stepping: false,
  planted: [],
  hardware: [execute('0x1002')],
}
const armExit = {
  hsr: '0xf2000123',
  far: '0x0',
  pc: '0x40080010',
  pstate: '0x3c5',
  stepping: false,
  planted: [],
  breakpoints: [],
  watchpoints: [],
}
const zeros = (n: number): string[] => Array.from({ length: n }, () => '0x0000000000000000')

test('bytes are few, and in lower case', () => {
  const shown = (bytes: string) =>
    ask('memory-shown', {
      address: '0x1000',
      bytes,
      planted: [{ address: '0x1000', saved: 'AB', uses: 1 }],
      trap: 'CC',
    })
  expect(shown('CCEE')).toEqual({ bytes: 'abee' })
  expect(() => shown('90'.repeat(17))).toThrow('at most 16 bytes')
  expect(() => shown('9')).toThrow('pairs of hex digits')
})

describe('the records that are published', () => {
  test.each<[string, object, object]>([
    [
      'x86-owner',
      exit,
      {
        owner: 'debugger',
        stop: { reason: 'hardware-breakpoint', address: '0x0000000000001002' },
        inject: null,
      },
    ],
    [
      'arm64-owner',
      armExit,
      {
        owner: 'guest',
        stop: null,
        inject: {
          esr: '0x00000000f2000123',
          far: null,
          elr: '0x0000000040080010',
          spsr: '0x00000000000003c5',
          vectorOffset: 512,
        },
      },
    ],
    [
      'encode-x86-breakpoints',
      { requests: [{ kind: 'execute', address: '0x1002', length: 1 }] },
      { results: ['ok'], db: ['0x0000000000001002', ...zeros(3)], dr7: '0x0000000000000602' },
    ],
    [
      'encode-arm64-breakpoints',
      { requests: [watch('0x40080006', 2)], breakpoints: 6, watchpoints: 4 },
      { results: ['ok'], bcr: [], bvr: [], wcr: ['0x0000000000001817'], wvr: ['0x0000000040080000'] },
    ],
  ])('vmm/%s %j', (id, input, output) => {
    const answer = ask(id, input)
    expect(answer).toEqual(output)
    expect(Object.keys(answer)).toEqual(Object.keys(output))
  })

  test('every rule is a decision', () => {
    const asked = decisions.filter(({ machine }) => machine === 'vmm').map(({ rule }) => rule)
    expect(asked.sort()).toEqual([...RULE_NAMES].sort())
  })
})

/** B0–B3, BD, BS and RTM of an exit, by the debugger that there is: who is told what, and the guest’s payload. */
const NOBODY = { stepping: false, planted: [], hardware: [] }
const STEPS = { ...NOBODY, stepping: true }
const HAS = { ...NOBODY, hardware: [execute('0x1002'), watch('0x2000')] }
const BOTH = { ...HAS, stepping: true }

describe('x86: whose a #DB is', () => {
  test.each([
    ['0xffff4ff0', NOBODY, 'guest', null, '0x4000'],
    ['0xffff4ff0', STEPS, 'debugger', 'step', null],
    ['0xffff4ff0', HAS, 'guest', null, '0x4000'],
    ['0xffff0ff1', NOBODY, 'guest', null, '0x1'],
    ['0xffff0ff1', STEPS, 'guest', null, '0x1'],
    ['0xffff0ff1', HAS, 'debugger', 'hardware-breakpoint', null],
    ['0xffff0ff2', HAS, 'debugger', 'write-watchpoint', null],
    ['0xffff0ff3', HAS, 'debugger', 'write-watchpoint', null],
    ['0xffff4ff1', STEPS, 'both', 'step', '0x1'],
    ['0xffff4ff1', HAS, 'both', 'hardware-breakpoint', '0x4000'],
    ['0xffff4ff2', BOTH, 'debugger', 'write-watchpoint', null],
    ['0xffff2ff0', STEPS, 'guest', null, '0x2000'],
    ['0xffff0ff0', BOTH, 'guest', null, '0x0'],
    ['0xfffe0ff1', NOBODY, 'guest', null, '0x10001'],
    ['0xfffe4ff0', STEPS, 'debugger', 'step', null],
    ['0xffff07f0', STEPS, 'guest', null, '0x800'],
  ])('DR6 %s, %j', (dr6, debuggers, owner, reason, payload) => {
    const answer = x86Owner.decide({
      exception: 1,
      pc: 0x1002n,
      dr6: BigInt(dr6),
      dr7: null,
      ...debuggers,
      hardware: debuggers.hardware.map((each) => ({ ...each, address: BigInt(each.address) })) as never,
    })
    expect(answer.owner).toBe(owner)
    expect(answer.stop?.reason ?? null).toBe(reason)
    expect(answer.inject?.payload ?? null).toBe(payload === null ? null : BigInt(payload))
    if (payload !== null && owner === 'guest') expect(answer.inject?.dr6).toBe(BigInt(dr6))
  })
  test('without payloads the VMM writes DR6', () => {
    const { inject } = ask('x86-owner', { ...exit, hardware: [], payloadCapability: false })
    expect(inject).toEqual({ vector: 1, payload: null, dr6: '0x00000000ffff0ff1' })
  })
  test('QEMU: any B is the debugger’s, BS hides them, and DR6 is the payload', () => {
    const alone = { ...exit, ...NOBODY }
    expect(ask('x86-owner', alone, 'qemu')).toMatchObject({ owner: 'debugger' })
    expect(ask('x86-owner', { ...alone, dr7: '0xd0402' }, 'qemu').stop).toEqual({
      reason: 'write-watchpoint',
      address: '0x0000000000000000',
    })
    expect(ask('x86-owner', { ...alone, ...STEPS, dr6: '0xffff4ff1' }, 'qemu').inject).toBeNull()
    expect(ask('x86-owner', { ...alone, dr6: '0xffff4ff0' }, 'qemu').inject).toEqual({
      vector: 1,
      payload: '0x00000000ffff4ff0',
      dr6: '0x00000000fffe47f0',
    })
  })
})

describe('x86: whose a #BP is', () => {
  const breakpoint = { ...exit, exception: 3, dr6: '0xffff0ff0', hardware: [] }
  test('the debugger’s where one is inserted now, else the guest’s, under a step too', () => {
    const planted = ask('x86-owner', { ...breakpoint, planted: ['0x1002'] })
    expect(planted.stop).toEqual({ reason: 'software-breakpoint', address: '0x0000000000001002' })
    expect(planted.inject).toBeNull()
    for (const stepping of [false, true])
      expect(ask('x86-owner', { ...breakpoint, stepping, planted: ['0x1003'] })).toEqual({
        owner: 'guest',
        stop: null,
        inject: { vector: 3, payload: null, dr6: null },
      })
  })
})

describe('arm64: whose an exit is', () => {
  const W = watch('0x40080800')
  test.each([
    ['0xca000022', { stepping: true }, 'step'],
    ['0xca000022', {}, null],
    ['0xf2000000', { planted: ['0x40080010'] }, 'software-breakpoint'],
    ['0xf2000000', { planted: ['0x40080014'], stepping: true }, null],
    ['0xc2000022', { breakpoints: ['0x40080010'] }, 'hardware-breakpoint'],
    ['0xc2000022', { breakpoints: [execute('0x40080010')] }, 'hardware-breakpoint'],
    ['0xc2000022', { breakpoints: ['0x40080014'] }, null],
    ['0xd2000062', { watchpoints: [W], far: '0x40080803' }, 'write-watchpoint'],
    ['0xd2000062', { watchpoints: [W], far: '0x40080804' }, null],
    ['0xd2000062', { watchpoints: [W], far: '0x40080804', farBlock: 8 }, 'write-watchpoint'],
    ['0xe2000000', { planted: ['0x40080010'] }, null],
  ])('HSR %s, %j', (hsr, change, reason) => {
    const { owner, stop, inject } = ask('arm64-owner', { ...armExit, hsr, ...change })
    expect(owner).toBe(reason === null ? 'guest' : 'debugger')
    expect((stop as { reason: string } | null)?.reason ?? null).toBe(reason)
    expect(inject === null).toBe(reason !== null)
  })
  test.each([
    ['0xc2000022', '0x3c5', '0x00000000c6000022', null, 0x200],
    ['0xc2000022', '0x3c4', '0x00000000c6000022', null, 0],
    ['0xc2000022', '0x3c0', '0x00000000c2000022', null, 0x400],
    ['0xd2000062', '0x1c5', '0x00000000d6000062', '0x0000000040080800', 0x200],
    ['0xf2000007', '0x3c0', '0x00000000f2000007', null, 0x400],
    ['0xf2000007', '0x10', '0x00000000f2000007', null, 0x600],
  ])('the guest’s entry for HSR %s from PSTATE %s', (hsr, pstate, esr, far, vectorOffset) => {
    const { inject } = ask('arm64-owner', { ...armExit, hsr, pstate, far: '0x40080800' })
    expect(inject).toMatchObject({ esr, far, vectorOffset, elr: '0x0000000040080010' })
  })
  test('QEMU drops a step that it did not ask for', () => {
    expect(ask('arm64-owner', { ...armExit, hsr: '0xca000022' }, 'qemu')).toEqual({
      owner: 'nobody',
      stop: null,
      inject: null,
    })
  })
})

describe('requests', () => {
  test('on x86, in order: what is wrong with one, then room, then duplicates', () => {
    const four = [0, 8, 16, 24].map((n) => watch(`0x${(0x2000 + n).toString(16)}`, 8))
    const results = (...requests: object[]) => ask('encode-x86-breakpoints', { requests }).results
    expect(results(...four, { ...watch('0x2000', 3) }, watch('0x2001', 2))).toEqual([
      ...['ok', 'ok', 'ok', 'ok', 'length', 'alignment'],
    ])
    expect(results(...four, four[0]!, { ...watch('0x2000'), kind: 'watch-read' })).toEqual([
      ...['ok', 'ok', 'ok', 'ok', 'capacity', 'unsupported'],
    ])
    expect(results(four[0]!, four[0]!, execute('0x2000'), { ...execute('0x2000'), length: 8 })).toEqual([
      ...['ok', 'duplicate', 'ok', 'duplicate'],
    ])
    expect(ask('encode-x86-breakpoints', { requests: four }).dr7).toBe('0x00000000999906aa')
  })
  test('on arm64: bytes of one doubleword, or a power of two; what does not fit is refused, QEMU cuts it', () => {
    const encoded = (request: object, variant?: string) =>
      ask('encode-arm64-breakpoints', { requests: [request], breakpoints: 6, watchpoints: 4 }, variant)
    expect(encoded(execute('0xffffffc008000000'))).toMatchObject({
      bcr: ['0x00000000000001e7'],
      bvr: ['0xffffffc008000000'],
    })
    expect(encoded(execute('0x1fffffc008000000')).bvr).toEqual(['0xffffffc008000000'])
    expect(encoded(watch('0x1000', 64))).toMatchObject({
      wcr: ['0x0000000006001ff7'],
      wvr: ['0x0000000000001000'],
    })
    for (const [request, result] of [
      [watch('0x1006', 4), 'alignment'],
      [watch('0x1020', 64), 'alignment'],
      [watch('0x1000', 12), 'length'],
      [watch('0x1000', 0), 'length'],
      [execute('0x1002'), 'alignment'],
    ] as const)
      expect(encoded(request).results).toEqual([result])
    expect(encoded(watch('0x1006', 4), 'qemu')).toMatchObject({
      results: ['ok'],
      wcr: ['0x0000000000001817'],
    })
  })
  test('zero is not reported, not none', () => {
    const of = (guest: string, reportedBreakpoints: number) =>
      ask('hardware-capacity', { guest, reportedBreakpoints, reportedWatchpoints: 4 })
    expect(of('x86', 0)).toEqual({ breakpoints: 4, watchpoints: 4, shared: true })
    expect(of('arm64', 0)).toEqual({ breakpoints: 2, watchpoints: 4, shared: false })
    expect(of('arm64', 6)).toEqual({ breakpoints: 6, watchpoints: 4, shared: false })
  })
})
