import { describe, expect, test } from 'vitest'
import { type Program, runProgram, type Variant } from '../../model/x86/index.ts'
import { variants } from '../../model/x86/variants/index.ts'
import { answersFor, samplePrograms } from '../../properties/check.ts'
import { PROGRAM_CLASSES } from '../../properties/x86/generators.ts'
import { stops } from './support.ts'

const text = (value: unknown): string =>
  JSON.stringify(value, (_, each) => {
    if (typeof each === 'bigint') return `${each}n`
    return each instanceof Map ? [...each] : each
  })

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}

const sample = PROGRAM_CLASSES.flatMap((programClass) => samplePrograms(programClass, 24, 7))

/** The programs that are not shared with any run before: parsed anew, so that no layout is kept for them. */
const copies = (): Program[] => JSON.parse(JSON.stringify(sample)) as Program[]

const runsOf = (variant: Variant, programs: readonly Program[]): string[] =>
  programs.map((program, n) => text(runProgram(program, variant, answersFor(3, n))))

describe('programs', () => {
  test.each(PROGRAM_CLASSES)('the same seed gives the same programs: %s', (programClass) => {
    const first = JSON.stringify(samplePrograms(programClass, 80, 42))
    expect(JSON.stringify(samplePrograms(programClass, 80, 42))).toBe(first)
    expect(JSON.stringify(samplePrograms(programClass, 80, 43))).not.toBe(first)
  })

  test('more programs of one seed begin with the same ones', () => {
    expect(JSON.stringify(samplePrograms('any', 90, 42).slice(0, 30))).toBe(
      JSON.stringify(samplePrograms('any', 30, 42)),
    )
  })

  test('the same seed gives the same answers to choices, and each answer is given', () => {
    expect(answersFor(42, 6)).toEqual(answersFor(42, 6))
    const given = new Set(
      Array.from({ length: 300 }, (_, n) => answersFor(42, n).coincidentCauses ?? 'default'),
    )
    expect([...given].sort()).toEqual(['default', 'merged', 'successive'])
  })
})

describe('runs', () => {
  test.each(variants.map((variant) => [variant.id, variant] as const))(
    '%s: the same events again, in another order and with other runs between',
    (_, variant) => {
      const some = sample.filter((_, n) => n % 5 === 0)
      const first = runsOf(variant, some)
      const again = some.map((_, n) => n).reverse()
      for (const n of again) expect(text(runProgram(some[n]!, variant, answersFor(3, n)))).toBe(first[n])
    },
  )

  test('a copy of a program runs as the program itself', () => {
    for (const id of ['x86/ideal', 'x86/linux-6.18-pvm']) {
      const variant = variants.find((each) => each.id === id)!
      expect(runsOf(variant, copies())).toEqual(runsOf(variant, sample))
    }
  })

  test('a program is not changed by running it', () => {
    for (const program of freeze(copies()))
      for (const id of ['x86/ideal', 'x86/linux-6.18-pvm'])
        runProgram(program, variants.find((each) => each.id === id)!)
  })

  test('what one program writes over its handlers is gone in the next one', () => {
    const overwriting: Program = {
      ...sample[0]!,
      setup: {},
      code: [{ op: 'int', vector: 0x20 }],
      script: [[{ do: 'write-memory', at: { handler: 0x20 }, bytes: 'cc' }]],
    }
    const clean: Program = { ...overwriting, script: [] }
    const [ideal] = variants
    const before = text(runProgram(clean, ideal!))
    expect(stops(runProgram(overwriting, ideal!)).slice(0, 2)).toEqual([
      'guest vector 20 1002',
      'guest #BP 6801',
    ])
    expect(text(runProgram(clean, ideal!))).toBe(before)
  })
})
