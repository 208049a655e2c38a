/**
 * The bug that the thread of 2014 is about is found in few random programs, whatever the seed, and always shrinks to the
 * same program.
 */
import { expect, test } from 'vitest'
import { runProgram, type Variant } from '../../../model/arm64/index.ts'
import { variants } from '../../../model/arm64/variants/index.ts'
import { arm64 } from '../../../properties/arm64/machine.ts'
import { properties } from '../../../properties/arm64/properties.ts'
import type { Arm64 } from '../../../properties/arm64/types.ts'
import { Checker } from '../../../properties/check.ts'
import type { ProgramProperty } from '../../../properties/property.ts'
import { stops } from '../../model/arm64/support.ts'

const { samplePrograms, examine, minimise } = new Checker(arm64)
const variant = (id: string): Variant => variants.find((each) => each.id === `arm64/${id}`)!
const property = properties.find(({ id }) => id === 'arm64/step-is-one-instruction') as ProgramProperty<Arm64>

const SEEDS = 50
const MOST = 1000

/** Number of random programs until the property is broken, and the program that breaks it. */
const find = (by: Variant, seed: number) => {
  for (const [n, program] of samplePrograms(property.programs, MOST, seed).entries()) {
    const { violation } = examine(property, by, program, {})
    if (violation === null) continue
    const found = { property, variant: by, violation, program, answers: {}, input: null, after: n + 1 }
    return { after: n + 1, smallest: minimise(found).program! }
  }
  throw new Error(`not found in ${MOST} programs with seed ${seed}`)
}

test.each(['step-over-userspace-mmio-late', 'step-over-emulated-late', 'linux-5.0'])(
  '%s: within 100 programs in the median over 50 seeds',
  (id) => {
    const found = Array.from({ length: SEEDS }, (_, seed) => find(variant(id), seed + 1))
    const counts = found.map(({ after }) => after).sort((a, b) => a - b)
    expect(counts[SEEDS / 2]!).toBeLessThanOrEqual(100)
    for (const { smallest } of found) {
      expect(smallest.code.length).toBeLessThanOrEqual(1)
      expect(smallest.script.flat().length).toBeLessThanOrEqual(2)
    }
  },
)

test('over an access that userspace completes there is one smallest program', () => {
  const found = Array.from({ length: SEEDS }, (_, seed) =>
    find(variant('step-over-userspace-mmio-late'), seed + 1),
  )
  const texts = new Set(
    found.map(({ smallest }) => JSON.stringify([smallest.setup, smallest.code, smallest.script])),
  )
  expect([...texts]).toEqual([
    JSON.stringify([
      {},
      [{ op: 'ldr', register: 'x0', at: { place: 'mmio' }, size: 1 }],
      [[{ do: 'set-guest-debug', control: '0x3' }]],
    ]),
  ])
  const [{ smallest }] = found as [(typeof found)[0]]
  expect(stops(runProgram(smallest, variant('step-over-userspace-mmio-late')))[0]).toBe('mmio read #0')
})
