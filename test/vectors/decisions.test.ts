/**
 * Which questions are written down, and that what is said of them is true.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { NOT_MODELLED, UNPREDICTABLE } from '../../model/arm64/index.ts'
import { decisions } from '../../oracles/decisions/catalogue.ts'
import { packageFile } from '../../oracles/package.ts'
import { expecting } from '../../oracles/vectors/decisions/expect.ts'
import { type DecisionVector, isLoose } from '../../oracles/vectors/envelope.ts'
import { compareAnswer } from '../../oracles/vectors/facts.ts'
import { vectorMachines } from '../../oracles/vectors/machines.ts'
import { noteName } from '../../oracles/vectors/notes.ts'
import { oracles } from '../../oracles/vectors/oracles.ts'
import { decisionNamed, options, optionsOf, sourceOf } from './support.ts'

const testsOf = (id: string, more = {}): DecisionVector[] => [...sourceOf(id, more).tests()]
const reference = ({ expect: by }: DecisionVector) =>
  (by['x86/ideal'] ?? by['arm64/ideal'] ?? by['armv7/ideal'] ?? by['vmm/ideal'])!
const answerOf = (vector: DecisionVector): string => JSON.stringify(reference(vector).allowed)

const SOME = [
  'x86/merge-dr6',
  'x86/match-io-breakpoints',
  'x86/single-step-due',
  'x86/shadow-after',
  'x86/set-guest-debug',
  'arm64/match-breakpoint',
  'arm64/match-watchpoint',
  'arm64/pending-step',
  'arm64/registers-in-force',
  'arm64/step-state',
  'armv7/cp14-access',
  'armv7/debug-event',
  'armv7/match-watchpoint',
  'vmm/x86-owner',
  'vmm/arm64-owner',
  'vmm/memory-written',
  'vmm/step-over',
]

describe.each(SOME)('%s', (id) => {
  const tests = testsOf(id)

  test('ids and inputs are unique, and the same for the same seed', () => {
    expect(new Set(tests.map((vector) => vector.id)).size).toBe(tests.length)
    expect(new Set(tests.map(({ input }) => JSON.stringify(input))).size).toBe(tests.length)
    expect(testsOf(id)).toEqual(tests)
    const others = testsOf(id, { seed: 2 }).filter(({ group }) => group === 'random')
    if (others.length > 0) expect(others).not.toEqual(tests.filter(({ group }) => group === 'random'))
  })

  test('boundaries have two sides that are answered differently', () => {
    const byId = new Map(tests.map((vector) => [vector.id, vector]))
    for (const vector of tests.filter(({ group }) => group === 'boundaries')) {
      const other = /^(\S+) with /.exec(vector.why)?.[1]
      if (!other && !vector.why.startsWith('The example with')) continue
      expect(answerOf(vector), vector.id).not.toBe(
        answerOf(byId.get(other ?? 'example') ?? byId.get('example')!),
      )
    }
  })

  test('what is said to have no effect has none', () => {
    const example = tests.find(({ group }) => group === 'example')
    for (const vector of tests.filter(({ group }) => group === 'alone'))
      expect(answerOf(vector)).toBe(answerOf(example!))
  })

  test('a note names a variant that really answers otherwise, and only such ones', () => {
    const decision = decisionNamed(id)
    const { variants: all, wrong } = optionsOf(decision.machine)
    let noted = 0
    for (const vector of tests.filter(({ group }) => group !== 'random'))
      for (const variant of [...wrong, ...all.slice(1)]) {
        const name = noteName(variant)
        const isAllowed = expecting(
          decision,
          variant,
        )(vector.input).allowed.some(({ output }) => {
          const given = Object.entries(output).map(([field, fact]) => [
            field,
            isLoose(fact) && 'value' in fact ? fact.value : fact,
          ])
          return compareAnswer(reference(vector), Object.fromEntries(given)).every(({ field }) => {
            const fact = output[field]
            return isLoose(fact) && !('value' in fact)
          })
        })
        if (vector.notes.includes(name)) {
          expect(isAllowed, `${vector.id} ${name}`).toBe(false)
          noted += 1
        } else if (variant.base?.base === null) expect(isAllowed, `${vector.id} ${name}`).toBe(true)
      }
    expect(noted).toBeGreaterThan(0)
  })
})

describe('selection', () => {
  test('everything that a bug is known to answer wrongly is shown by a chosen input', () => {
    for (const { decision, variant } of [
      { decision: 'x86/reset-debug-registers', variant: 'init-overwrites-host-dr7' },
      { decision: 'x86/reset-debug-registers', variant: 'dr0-3-survive-reset' },
      { decision: 'x86/merge-dr6', variant: 'dr6-overwritten' },
      { decision: 'x86/single-step-after-syscall', variant: 'syscall-steps-into-kernel' },
      { decision: 'x86/check-before-emulation', variant: 'breakpoint-ignores-cs-base' },
    ]) {
      const source = sourceOf(decision)
      expect(
        [...source.tests()].some(({ notes }) => notes.includes(variant)),
        variant,
      ).toBe(true)
      expect(source.header.notes[variant]?.kind).toBe('bug')
    }
  })

  test('what has a rule of its own is convicted by the published vectors of its decision', () => {
    // Another part of the rule, where the manual leaves the answer open, or where its base is wrong already.
    const elsewhere = [
      'arm64/match-breakpoint context-aware-from-0',
      'x86/check-before-emulation 2013-exit-dr6-without-fixed-bits',
      'x86/check-before-emulation 2013-guest-before-host',
      'x86/code-breakpoint-inhibited emulator-resume-flag-suppresses-host-breakpoint',
      'x86/match-code-breakpoints 2013-ignores-len',
      'x86/read-debug-register dr6-raw-write',
      'x86/read-debug-register dr7-bit-10-clearable',
      'x86/set-guest-debug bp-before-db',
    ]
    const missed = decisions.flatMap(({ id, rule, machine }) => {
      if (!vectorMachines.some(({ name }) => name === machine)) return []
      const path = packageFile('vectors', `${id.replace('/', '-')}.json`)
      const { notes } = JSON.parse(readFileSync(path, 'utf8')) as { notes: object }
      return optionsOf(machine)
        .wrong.filter((variant) => variant.rules[rule] !== variant.base!.rules[rule])
        .map(noteName)
        .filter((name) => !Object.hasOwn(notes, name))
        .map((name) => `${id} ${name}`)
    })
    expect(missed.sort()).toEqual(elsewhere)
  })

  test('a known mistake is convicted in somebody else’s words, too', () => {
    const LENGTHS = [1n, 2n, 8n, 4n]
    const wrapped = (value: bigint): bigint => BigInt.asUintN(64, value)
    /** Data breakpoints, where an access wraps around at the top; `start` is where a slot begins. */
    const hits = (input: DecisionVector['input'], start: (address: bigint, length: bigint) => bigint) => {
      const { dr7, db, address, size, access } = input as {
        [name in 'dr7' | 'address' | 'access']: string
      } & { db: string[]; size: number }
      return [0, 1, 2, 3].reduce((slots, i) => {
        const field = (lsb: number): number => Number((BigInt(dr7) >> BigInt(lsb)) & 3n)
        const covers = field(16 + 4 * i) === 3 || (field(16 + 4 * i) === 1 && access === 'write')
        if (field(2 * i) === 0 || !covers) return slots
        const length = LENGTHS[field(18 + 4 * i)]!
        const [first, from] = [BigInt(address), start(BigInt(db[i]!), length)]
        const meets = wrapped(first - from) < length || wrapped(from - first) < BigInt(size)
        return meets ? slots | (1 << i) : slots
      }, 0)
    }
    const wrong = (start: (address: bigint, length: bigint) => bigint): DecisionVector[] =>
      testsOf('x86/match-data-breakpoints').filter(
        (vector) => compareAnswer(reference(vector), { hits: hits(vector.input, start) }).length > 0,
      )
    expect(wrong((address, length) => address & -length)).toEqual([])
    const convicted = wrong((address) => address)
    expect(convicted.length).toBeGreaterThan(1)
    for (const { notes } of convicted) expect(notes).toContain('data-breakpoint-address-not-masked')
  })

  test('what is not needed for the reason of an input is as in the example', () => {
    const tests = testsOf('x86/match-data-breakpoints')
    const example = tests.find(({ group }) => group === 'example')!
    const twins = tests.filter(({ id, group }) => group === 'bugs' || id.endsWith('-twin'))
    expect(twins.length).toBeGreaterThan(5)
    for (const { input } of twins) {
      const unlike = (input.db as string[]).filter(
        (address, i) => address !== (example.input.db as string[])[i],
      )
      expect(unlike.length).toBeLessThan(3)
    }
  })

  test('few inputs are written down all', () => {
    const tests = testsOf('x86/code-breakpoint-inhibited')
    expect(tests).toHaveLength(16)
    expect(tests.every(({ group }) => group === 'all')).toBe(true)
  })

  test('what is asked for beyond the chosen ones is random and new; what is less keeps the first', () => {
    const chosen = testsOf('x86/merge-dr6').filter(({ group }) => group !== 'random')
    const many = testsOf('x86/merge-dr6', { count: 2000 })
    expect(many).toHaveLength(2000)
    expect(many.slice(0, chosen.length)).toEqual(chosen)
    expect(new Set(many.map(({ input }) => JSON.stringify(input))).size).toBe(2000)
    expect(testsOf('x86/merge-dr6', { count: 3 })).toEqual(chosen.slice(0, 3))
  })

  test('slots whose encoding is undefined are masked out, and no may-hit is expected', () => {
    const masked = testsOf('x86/match-code-breakpoints').flatMap((vector) =>
      reference(vector).allowed.flatMap(({ output }) => {
        expect(Object.keys(output)).toEqual(['hits'])
        return isLoose(output.hits) ? [output.hits] : []
      }),
    )
    expect(masked.length).toBeGreaterThan(0)
    for (const fact of masked) expect(fact.reason).toBe('undefined-encoding')
  })

  test('whether something matches is not compared where it is CONSTRAINED UNPREDICTABLE, and the header says why', () => {
    const reasons = new Set<string>()
    for (const id of ['arm64/match-breakpoint', 'arm64/match-watchpoint', 'arm64/state-match']) {
      const source = sourceOf(id)
      expect(source.header.decision!.outputs.map(({ name }) => name)).not.toContain('reason')
      for (const vector of source.tests())
        for (const { output } of reference(vector).allowed) {
          const { matches } = output
          const answer = decisionNamed(id).evaluate(vector.input)
          if (isLoose(matches)) {
            expect(answer.matches).toBe('unpredictable')
            expect(output.far ?? matches).toEqual(matches)
            expect(source.header.reasons[matches.reason]).toContain('.')
            // Where the model ends is not what the manual leaves open.
            expect('notChecked' in matches).toBe(matches.reason === 'linked-watchpoint')
            reasons.add(matches.reason)
          } else expect(output).toEqual(answer)
        }
    }
    expect([...reasons].sort()).toEqual([...Object.keys(UNPREDICTABLE), ...Object.keys(NOT_MODELLED)].sort())
  })

  test('a variant that is left out allows the same as the first', () => {
    const decision = decisionNamed('x86/merge-dr6')
    for (const vector of testsOf(decision.id))
      for (const variant of options.variants)
        if (!vector.expect[variant.id])
          expect(expecting(decision, variant)(vector.input), variant.id).toEqual(reference(vector))
  })

  test('every decision can be exported, under any one variant', () => {
    for (const { id: decision, kind, machine } of oracles) {
      if (kind !== 'decision') continue
      const only = optionsOf(machine).variants.at(-1)!
      const source = sourceOf(decision, { variants: [only], wrong: [], count: 5 })
      expect(source.header.variants.map(({ id }) => id)).toEqual([only.id])
      for (const vector of source.tests()) expect(Object.keys(vector.expect)).toEqual([only.id])
    }
  })
})
