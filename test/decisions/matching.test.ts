/**
 * Matching against formulas written without the model: one per slot for code breakpoints, byte by byte for data.
 */
import { expect, test } from 'vitest'
import {
  matchCodeBreakpoints,
  matchDataBreakpoints,
  matchIoBreakpoints,
} from '../../oracles/decisions/x86.ts'

const SLOTS = [0, 1, 2, 3]
const LENGTHS = [1, 2, 8, 4]

const dr7Of = (slot: number, enables: number, nibble: number) =>
  BigInt(enables * 4 ** slot + nibble * 2 ** (16 + 4 * slot))

test('code breakpoints: every slot, enable and R/W-LEN nibble', () => {
  for (const slot of SLOTS)
    for (let enables = 0; enables < 4; enables++)
      for (let nibble = 0; nibble < 16; nibble++)
        for (let offset = -8; offset <= 8; offset++) {
          const db = SLOTS.map((i) => (i === slot ? 0x1008n : 0x5000n))
          const { hits, mayHit } = matchCodeBreakpoints.decide({
            dr7: dr7Of(slot, enables, nibble) | 0x400n,
            db,
            address: BigInt(0x1008 + offset),
          })
          const must = enables > 0 && nibble === 0 && offset === 0
          expect(hits, `${slot} ${enables} ${nibble} ${offset}`).toBe(must ? 1 << slot : 0)
          const execute = enables > 0 && (nibble & 3) === 0
          const length = LENGTHS[nibble >> 2]!
          const may = execute && offset >= 0 && offset < length
          expect(mayHit, `${slot} ${enables} ${nibble} ${offset}`).toBe(may ? 1 << slot : 0)
        }
})

test('code breakpoints: all slots at one address, enabled in every combination', () => {
  for (let enables = 0; enables < 256; enables++) {
    const db = [0x1001n, 0x1001n, 0x1001n, 0x1001n]
    const { hits } = matchCodeBreakpoints.decide({ dr7: BigInt(enables), db, address: 0x1001n })
    const expected = SLOTS.filter((slot) => Math.floor(enables / 4 ** slot) % 4 > 0)
    expect(hits).toBe(expected.reduce((mask, slot) => mask + 2 ** slot, 0))
  }
})

test('an address is compared with all of its 64 bits', () => {
  const at = (dr0: bigint, address: bigint) =>
    matchCodeBreakpoints.decide({ dr7: 0x402n, db: [dr0, 0n, 0n, 0n], address }).hits
  expect(at(0x1_0000_1002n, 0x1002n)).toBe(0)
  expect(at(0xffff_8000_0000_1002n, 0xffff_8000_0000_1002n)).toBe(1)
})

test('data breakpoints: overlap, byte by byte', () => {
  const base = 0x2000
  let fired = 0
  for (const kind of [1, 3])
    for (const [code, length] of LENGTHS.entries())
      for (const access of ['read', 'write'] as const)
        for (const size of [1, 2, 4, 8, 16, 32])
          for (let misaligned = 0; misaligned < 4; misaligned++)
            for (let offset = -32; offset <= 8; offset++) {
              const dr0 = base + misaligned
              const from = dr0 - (dr0 % length)
              const watched = new Set(Array.from({ length }, (_, i) => from + i))
              const touched = Array.from({ length: size }, (_, i) => base + offset + i)
              const covers = kind === 3 || access === 'write'
              const expected = covers && touched.some((byte) => watched.has(byte)) ? 1 : 0
              fired += expected
              const { hits } = matchDataBreakpoints.decide({
                dr7: dr7Of(0, 1, kind | (code << 2)),
                db: [BigInt(dr0), 0n, 0n, 0n],
                address: BigInt(base + offset),
                size,
                access,
              })
              expect(hits, `${kind} ${length} ${access} ${size} ${dr0} ${offset}`).toBe(expected)
            }
  expect(fired).toBeGreaterThan(3000)
})

test('a data access around the top of the address space', () => {
  const watch = (address: bigint) =>
    matchDataBreakpoints.decide({
      dr7: 0xd0001n,
      db: [0n, 0n, 0n, 0n],
      address,
      size: 4,
      access: 'write',
    }).hits
  expect(watch(0xffff_ffff_ffff_fffdn)).toBe(1)
  expect(watch(0xffff_ffff_ffff_fffcn)).toBe(0)
})

test('execute and I/O slots never match data, whatever their length', () => {
  for (const kind of [0, 2])
    for (const code of LENGTHS.keys())
      expect(
        matchDataBreakpoints.decide({
          dr7: dr7Of(0, 3, kind | (code << 2)),
          db: [0x2000n, 0n, 0n, 0n],
          address: 0x2000n,
          size: 4,
          access: 'write',
        }),
      ).toEqual({ hits: 0, mayHit: 0 })
})

test('I/O breakpoints: overlap of ports; without CR4.DE only perhaps', () => {
  for (const size of [1, 2, 4] as const)
    for (let port = 8; port < 32; port++) {
      const ask = (cr4De: boolean) =>
        matchIoBreakpoints.decide({ dr7: 0x60001n, db: [0x10n, 0n, 0n, 0n], port, size, cr4De })
      const expected = Array.from({ length: size }, (_, i) => port + i).some((p) => p === 0x10 || p === 0x11)
      expect(ask(true)).toEqual({ hits: Number(expected), mayHit: Number(expected) })
      expect(ask(false)).toEqual({ hits: 0, mayHit: Number(expected) })
    }
})
