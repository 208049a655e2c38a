import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { any, bic, bit, changedFields, hex, lowBytes, ones, shortHex, u32, u64 } from '../../model/bits.ts'
import { DR6, DR7, legaliseDr6, legaliseDr7, slotBits, slotEnable, slotsOf } from '../../model/x86/index.ts'

const ALL = 0xffff_ffff_ffff_ffffn
const value = fc.bigInt({ min: 0n, max: ALL })
const NO_FEATURES = { rtm: false, busLockDetect: false }

describe('64-bit arithmetic', () => {
  test.each([
    [ALL + 1n, 0n],
    [-1n, ALL],
    [ALL, ALL],
    [0n - 2n, ALL - 1n],
  ])('u64(%s)', (given, low) => {
    expect(u64(given)).toBe(low)
  })

  test.each([
    [1, 0x08n],
    [2, 0x0708n],
    [4, 0x0506_0708n],
    [8, 0x0102_0304_0506_0708n],
  ])('the low %d bytes', (size, low) => {
    expect(lowBytes(0xff01_0203_0405_0607_08n, size)).toBe(low)
  })

  test('u32 of a negative number is its unsigned form', () => {
    expect(u32(-1)).toBe(0xffff_ffff)
    expect(u32(1 << 31)).toBe(0x8000_0000)
    expect(u32(2 ** 32 + 5)).toBe(5)
  })

  test('masks', () => {
    expect(bit(0)).toBe(1n)
    expect(bit(63)).toBe(0x8000_0000_0000_0000n)
    expect(ones(0, 4)).toBe(0xfn)
    expect(ones(17, 15)).toBe(0xfffe_0000n)
    expect(ones(32, 32)).toBe(0xffff_ffff_0000_0000n)
    expect(ones(5, 0)).toBe(0n)
  })

  test('bic clears the bits of the mask and no other', () => {
    fc.assert(
      fc.property(value, value, (x, mask) => {
        expect(bic(x, mask)).toBe(x & (ALL ^ mask))
      }),
    )
  })

  test('any says whether a bit of the mask is set', () => {
    expect(any(0x80n, 0x81n)).toBe(true)
    expect(any(0x7en, 0x81n)).toBe(false)
    expect(any(1n << 63n, 1n << 63n)).toBe(true)
    expect(any(ALL, 0n)).toBe(false)
  })
})

describe('numbers as text', () => {
  test.each([
    [0x2n, undefined, '0x0000000000000002'],
    [0xabcn, 32, '0x00000abc'],
    [0xf, 16, '0x000f'],
    [0xf4, 8, '0xf4'],
    [0x1_0000_0000n, 32, '0x100000000'],
  ] as const)('hex(%s, %s)', (given, width, text) => {
    expect(hex(given, width)).toBe(text)
  })

  test('short hex has no leading zeros', () => {
    expect(shortHex(0n)).toBe('0x0')
    expect(shortHex(0xffff_0ff0)).toBe('0xffff0ff0')
  })
})

describe('registers declared as data', () => {
  test('the masks follow from the fields', () => {
    expect(hex(DR6.fixedOne, 32)).toBe('0xfffe07f0')
    expect(hex(DR6.writable, 32)).toBe('0x0001e80f')
    expect(hex(DR7.fixedOne, 32)).toBe('0x00000400')
    expect(hex(DR7.writable, 32)).toBe('0xffff2bff')
  })

  test.each([DR6, DR7])('no two fields of $name share a bit, and none leaves the register', (register) => {
    let seen = 0n
    for (const { lsb, width } of register.fields) {
      expect(seen & ones(lsb, width)).toBe(0n)
      seen |= ones(lsb, width)
    }
    expect(seen >> 32n).toBe(0n)
    expect(seen).toBe(register.writable | register.fixedOne)
    expect(register.reset & register.fixedOne).toBe(register.fixedOne)
  })

  test('changed fields by name and value', () => {
    expect(changedFields(DR6, 0xffff_0ff0n, 0xffff_4ff1n)).toEqual(['B0 0→1', 'BS 0→1'])
    expect(changedFields(DR6, 0xffff_0ff0n, 0xffff_07f0n)).toEqual(['BLD 1→0'])
    expect(changedFields(DR7, 0x400n, 0x000d_0402n)).toEqual(['G0 0→1', 'RW0 0→1', 'LEN0 0→3'])
    expect(changedFields(DR7, 0x400n, 0x400n)).toEqual([])
  })

  test.each([
    [NO_FEATURES, 0xffff_ffffn, 0xffff_efffn],
    [NO_FEATURES, 0n, 0xffff_0ff0n],
    [{ rtm: true, busLockDetect: false }, 0n, 0xfffe_0ff0n],
    [{ rtm: false, busLockDetect: true }, 0n, 0xffff_07f0n],
    [{ rtm: true, busLockDetect: true }, 0n, 0xfffe_07f0n],
  ])('a write to DR6 with the features %o', (features, written, stored) => {
    expect(legaliseDr6(written, features)).toBe(stored)
  })

  test('writes are legalised once and for all', () => {
    const features = fc.record({ rtm: fc.boolean(), busLockDetect: fc.boolean() })
    fc.assert(
      fc.property(value, features, (written, cpu) => {
        const dr6 = legaliseDr6(written, cpu)
        const dr7 = legaliseDr7(written)
        expect(legaliseDr6(dr6, cpu)).toBe(dr6)
        expect(legaliseDr7(dr7)).toBe(dr7)
        expect([dr6 & DR6.fixedOne, dr7 & DR7.fixedOne]).toEqual([DR6.fixedOne, DR7.fixedOne])
        expect([dr6 >> 32n, dr7 >> 32n]).toEqual([0n, 0n])
      }),
    )
  })

  test('slots of DR7: what is built is what is decoded', () => {
    const kinds = ['execute', 'write', 'io', 'access'] as const
    const lengths = [1, 2, 4, 8] as const
    for (const n of [0, 1, 2, 3])
      for (const kind of kinds)
        for (const length of lengths)
          for (const which of ['L', 'G'] as const) {
            const slots = slotsOf(0x400n | slotBits(n, kind, length) | slotEnable(n, which))
            expect(slots[n]).toEqual({ enabled: true, kind, length })
            expect(slots.filter((slot) => slot.enabled)).toHaveLength(1)
          }
  })

  test('slots of DR7 by the manual’s encoding', () => {
    expect(slotsOf(0x91b0_0402n)).toEqual([
      { enabled: true, kind: 'execute', length: 1 },
      { enabled: false, kind: 'access', length: 8 },
      { enabled: false, kind: 'write', length: 1 },
      { enabled: false, kind: 'write', length: 8 },
    ])
    expect(slotsOf(0x400n).some((slot) => slot.enabled)).toBe(false)
    expect(slotsOf(0xffff_ffffn).map(({ enabled, kind, length }) => [enabled, kind, length])).toEqual(
      Array.from({ length: 4 }, () => [true, 'access', 4]),
    )
  })
})
