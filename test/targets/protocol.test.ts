/**
 * The example in the documentation of the line protocol: what the model serves is what a kernel answered.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { makeProgram } from '../../model/arm64/index.ts'
import { STEP_HINTS } from '../../oracles/targets/arm64/observation.ts'
import { firstDifference, type Observation, parseAnswer } from '../../oracles/targets/kvm/observation.ts'

const NO_PROGRAM = makeProgram({}, [], [])
const ROOT = resolve(import.meta.dirname, '../..')

/** The code blocks in which lines with `> ` go to the target. */
const EXAMPLES = readFileSync(resolve(ROOT, 'oracles/targets/kvm/README.md'), 'utf8')
  .split('```')
  .filter((block) => block.startsWith('text\nhello '))
  .map((block) => block.split('\n').slice(1, -1))

const exampleOf = (arch: string): readonly string[] =>
  EXAMPLES.find(([hello]) => hello!.includes(` arch=${arch} `))!

/** The lines between a `done` and the next one, and what follows the last. */
const answersOf = (lines: readonly string[]): string[][] => {
  const answers: string[][] = [[]]
  for (const line of lines)
    if (line.startsWith('done')) answers.push([])
    else answers.at(-1)!.push(line)
  return answers
}

test.each([
  ['x86', 'x86/linux-6.1-svm', 5, []],
  ['arm64', 'arm64/linux-6.1', 5, [STEP_HINTS]],
] as const)('the example of %s is what the model answers', (arch, variant, events, masks) => {
  const example = exampleOf(arch)
  const asked = example.filter((line) => line.startsWith('> ')).map((line) => line.slice(2))
  const told = example.filter((line) => !line.startsWith('> '))
  const server = resolve(ROOT, 'dist/oracles/targets/model/serve.js')
  const { stdout, status } = spawnSync(process.execPath, [server, variant], {
    input: `${asked.join('\n')}\n\nquit\n`,
    encoding: 'utf8',
  })
  const served = stdout.trimEnd().split('\n')
  expect(status).toBe(0)
  expect(served[0]).toContain(`hello guest-debug-oracle/runner 2 arch=${arch} `)
  const [shown, answered] = [answersOf(told.slice(1)), answersOf(served.slice(1))]
  expect(answered.map(({ length }) => length)).toEqual(shown.map(({ length }) => length))
  expect([shown[0], answered[0]]).toEqual([[], []])
  const [observed, expected] = [shown[1]!, answered[1]!].map((lines) =>
    masks.reduce((rest, { apply }) => apply(rest, NO_PROGRAM), parseAnswer(lines)),
  ) as [Observation, Observation]
  expect(observed.events).toHaveLength(events)
  expect(firstDifference(expected, observed)).toBeNull()
})
