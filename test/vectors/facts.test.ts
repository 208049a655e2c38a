import { describe, expect, test } from 'vitest'
import type { AllowedAnswer, Fact } from '../../oracles/vectors/envelope.ts'
import { admits, compareAnswer } from '../../oracles/vectors/facts.ts'

describe('a fact', () => {
  const cases: readonly (readonly [string, Fact, unknown, unknown])[] = [
    ['exact', '0x00000000ffff0ff0', '0x00000000ffff0ff0', '0x00000000ffff0ff1'],
    ['exact array', ['0x1', '0x2'], ['0x1', '0x2'], ['0x2', '0x1']],
    ['exact record', { pc: '0x1', dr7: null }, { dr7: null, pc: '0x1' }, { pc: '0x2', dr7: null }],
    ['null', null, null, { pc: '0x1' }],
    ['masked number', { value: 2, mask: 0xe, reason: 'r' }, 3, 0],
    [
      'masked register',
      { value: '0x00000000fffe4ff0', mask: '0x000000000000ffff', reason: 'r' },
      '0x00000000ffff4ff0',
      '0x00000000fffe4ff1',
    ],
    ['masked, of another kind', { value: 2, mask: 0xe, reason: 'r' }, 2, 'two'],
  ]
  test.each(cases)('%s', (_, fact, good, bad) => {
    expect(admits(fact, good)).toBe(true)
    expect(admits(fact, bad)).toBe(false)
  })
  test('not checked and unpredictable admit anything, exact ones are not taken for them', () => {
    for (const seen of ['0x1', null, 3, undefined]) {
      expect(admits({ notChecked: true, reason: 'r' }, seen)).toBe(true)
      expect(admits({ unpredictable: true, reason: 'r' }, seen)).toBe(true)
    }
    expect(admits({ notChecked: true } as unknown as Fact, '0x1')).toBe(false)
  })
})

describe('an answer', () => {
  const allowed: AllowedAnswer[] = [{ output: { result: 'ok', dr6: '0x1' } }, { output: { result: '#GP' } }]
  test('is one of the alternatives as a whole', () => {
    expect(compareAnswer({ allowed }, { result: '#GP' })).toEqual([])
    expect(compareAnswer({ allowed }, { result: 'ok', dr6: '0x1' })).toEqual([])
    expect(compareAnswer({ allowed }, { result: '#GP', dr6: '0x1' })).not.toEqual([])
  })
  test('is compared with the nearest, field by field', () => {
    expect(compareAnswer({ allowed }, { result: 'ok', dr6: '0x2' })).toEqual([
      { field: 'dr6', expected: '0x1', actual: '0x2' },
    ])
    expect(compareAnswer({ allowed: [allowed[0]!] }, { result: 'ok' })).toEqual([
      { field: 'dr6', expected: '0x1', actual: undefined },
    ])
  })
})
