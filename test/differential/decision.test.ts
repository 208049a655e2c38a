/**
 * Decisions tried on subprocesses: this package's own filter, right and wrong, and some that are none.
 */

import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decisions } from '../../oracles/decisions/catalogue.ts'
import { allowedAnswers, decisionInputs, tryDecision } from '../../oracles/differential/decision.ts'
import { machineNamed } from '../../oracles/machines/index.ts'
import type { Target } from '../../oracles/targets/target.ts'
import { variantNamed } from './support.ts'

const MAIN = resolve(import.meta.dirname, '../../dist/oracles/cli/main.js')
const ideal = variantNamed('x86/ideal')

const decision = (id: string) => decisions.find((each) => each.id === id)!
const command = (text: string): Target => ({
  name: 'exec:it',
  argv: ['/bin/sh', '-c', text],
  startsWithin: 5000,
  inFlight: 1,
})
const filter = (id: string, variant: string): Target =>
  command(`exec "${process.execPath}" "${MAIN}" eval ${id} --variant ${variant}`)
const node = (script: string): Target =>
  command(
    `exec "${process.execPath}" -e '
      const answer = (given) => { ${script} }
      require("node:readline").createInterface({ input: process.stdin })
        .on("line", (line) => console.log(JSON.stringify(answer(JSON.parse(line)))))'`,
  )

const tried = (id: string, target: Target, runs = 400) =>
  tryDecision({
    decision: decision(id),
    variant: ideal,
    target,
    runs,
    seed: 4,
    answersWithin: 2000,
    signal: new AbortController().signal,
    onProgress: () => {},
  })

test.each(decisions.map((each) => [each.id, each] as const))('%s has inputs that it answers', (_, each) => {
  const allowed = allowedAnswers(each, machineNamed(each.machine).variants[0]!)
  const answers = new Set<string>()
  for (const input of fc.sample(decisionInputs(each), { numRuns: 300, seed: 5 }))
    for (const answer of allowed(input)) {
      expect(each.readAnswer(answer)).toEqual(answer)
      answers.add(JSON.stringify(answer))
    }
  // The ideal machine executes everything and shows every exception; all other rules have something to decide.
  const isConstant = ['x86/can-execute', 'x86/exception-shown'].includes(each.id)
  expect(answers.size > 1).toBe(!isConstant)
})

describe('a subprocess', () => {
  test('that is right', async () => {
    expect(await tried('x86/merge-dr6', filter('x86/merge-dr6', 'x86/ideal'))).toEqual({
      tried: 400,
      counterexample: null,
      fault: null,
    })
  })

  test('that is wrong: the smallest input, with what is allowed', async () => {
    const { counterexample } = await tried(
      'x86/merge-dr6',
      filter('x86/merge-dr6', 'x86/sticky-bits-cleared'),
    )
    const { input, allowed, answered } = counterexample!
    expect(allowed).not.toContainEqual(answered)
    expect(Object.keys(input)).toEqual(['dr6', 'payload'])
    expect(input.payload).toBe('0x0')
  })

  test('may answer either way where the manual leaves it open, and nothing else', async () => {
    const match = (hits: string) =>
      node(
        `const slots = ${hits}
         const { dr7, db, address } = given
         let hits = 0
         for (let n = 0; n < 4; n++) {
           const enabled = (BigInt(dr7) >> BigInt(2 * n)) & 3n
           const kind = (BigInt(dr7) >> BigInt(16 + 4 * n)) & 15n
           if (enabled && slots(kind) && BigInt(db[n]) === BigInt(address)) hits |= 1 << n
         }
         return { hits }`,
      )
    const id = 'x86/match-code-breakpoints'
    const undefinedMisses = '(kind) => kind === 0n'
    const undefinedHits = '(kind) => (kind & 3n) === 0n'
    expect((await tried(id, match(undefinedMisses), 2000)).counterexample).toBeNull()
    expect((await tried(id, match(undefinedHits), 2000)).counterexample).toBeNull()
    expect((await tried(id, match('(kind) => kind < 4n'), 2000)).counterexample).not.toBeNull()
    expect((await tried(id, match('() => false'), 2000)).counterexample).not.toBeNull()
  })

  test.each<[string, Target, string]>([
    ['echoes', command('exec cat'), 'prints garbage'],
    ['talks', command('while read line; do echo hello; done'), '"hello" is no JSON'],
    ['ends', command('read line; exit 4'), 'ends: exit code 4'],
    ['breaks off', command('read line; printf "{"'), 'breaks off in the middle of a line'],
    ['hangs', command('exec sleep 60'), 'hangs: no answer within 2 seconds'],
    ['answers something else', node('return { dr6: "0x0", more: 1 }'), 'more: unknown field'],
    ['is not there', command('exec ./no-such-command'), 'not found'],
  ])('that %s is named with the input, and is no counterexample', async (_, target, text) => {
    const { counterexample, fault } = await tried('x86/merge-dr6', target)
    expect(counterexample).toBeNull()
    expect(fault!.fault.message).toContain(text)
    expect(fault!.input).toHaveProperty('dr6')
  })
})
