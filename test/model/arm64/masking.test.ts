/**
 * The two forms in which the patch of 2014 masks the SS bits are the same function, for all values; without its `orr` the
 * posted form is not.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Context, chooseFrom, idealRules, mdscr, pstate } from '../../../model/arm64/index.ts'
import { bicThenOrr, eorAlone, orrThenEor } from '../../../model/arm64/variants/patch-2014.ts'

const context: Context = { rules: idealRules, choose: chooseFrom({}) }
const CONTROLS = [0x0, 0x1, 0x2, 0x3, 0x10001, 0x10003, 0x20001, 0x20003]
const FORMS = { 'as posted': orrThenEor, 'as reviewed': bicThenOrr, ideal: idealRules.maskSoftwareStep }
const bits = Array.from({ length: 64 }, (_, n) => 1n << BigInt(n))
const word = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n })

/** Every function of this file works on each bit by itself: what it does to all values follows from what it does to bits. */
describe('bit by bit', () => {
  for (const [name, mask] of Object.entries(FORMS)) {
    test(`${name}: every bit but SS goes through unchanged`, () => {
      for (const control of CONTROLS)
        for (const bit of bits) {
          const set = mask({ control, mdscr: bit, spsr: bit }, context)
          const clear = mask({ control, mdscr: 0n, spsr: 0n }, context)
          if (bit !== mdscr.SS) expect(set.mdscr & bit).toBe(bit)
          if (bit !== pstate.SS) expect(set.spsr & bit).toBe(bit)
          if (bit !== mdscr.SS) expect(clear.mdscr & bit).toBe(0n)
          if (bit !== pstate.SS) expect(clear.spsr & bit).toBe(0n)
        }
    })
    test(`${name}: SS by its truth table`, () => {
      for (const control of CONTROLS)
        for (const before of [false, true]) {
          const masked = mask(
            { control, mdscr: before ? mdscr.SS : 0n, spsr: before ? pstate.SS : 0n },
            context,
          )
          const after = (control & 1) === 0 ? before : (control & 2) !== 0
          expect(masked).toEqual({ mdscr: after ? mdscr.SS : 0n, spsr: after ? pstate.SS : 0n })
        }
    })
  }
  test('no bit depends on another one', () => {
    for (const mask of Object.values(FORMS))
      fc.assert(
        fc.property(fc.constantFrom(...CONTROLS), word, word, (control, mdscrValue, spsr) => {
          const whole = mask({ control, mdscr: mdscrValue, spsr }, context)
          const parts = bits.map((bit) =>
            mask({ control, mdscr: mdscrValue & bit, spsr: spsr & bit }, context),
          )
          for (const [n, bit] of bits.entries()) {
            expect(whole.mdscr & bit).toBe(parts[n]!.mdscr & bit)
            expect(whole.spsr & bit).toBe(parts[n]!.spsr & bit)
          }
        }),
      )
  })
})

test('the posted form and the reviewed one are equal on random values', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CONTROLS), word, word, (control, mdscrValue, spsr) => {
      const input = { control, mdscr: mdscrValue, spsr }
      expect(orrThenEor(input, context)).toEqual(bicThenOrr(input, context))
    }),
    { numRuns: 2000 },
  )
})

test('eor without orr differs exactly where SS is clear and ENABLE comes without SINGLESTEP', () => {
  const found: string[] = []
  for (const control of CONTROLS)
    for (const before of [0n, 1n]) {
      const input = { control, mdscr: before, spsr: before << 21n }
      const wrong = eorAlone(input, context)
      if (wrong.mdscr !== orrThenEor(input, context).mdscr) found.push(`control ${control} SS ${before}`)
      expect(wrong.mdscr).toBe(wrong.spsr >> 21n)
    }
  expect(found).toEqual(['control 1 SS 0', 'control 65537 SS 0', 'control 131073 SS 0'])
  // The distinguishing input of the thread: nobody steps, and the guest is entered with both SS bits set.
  expect(eorAlone({ control: 0x1, mdscr: 0n, spsr: 0x3c5n }, context)).toEqual({ mdscr: 1n, spsr: 0x2003c5n })
})
