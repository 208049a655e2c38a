/**
 * The example in the documentation of the line protocol: what the model serves is what a kernel answered.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { firstDifference, parseAnswer } from '../../oracles/targets/kvm/observation.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** The code block in which lines with `> ` go to the target. */
const EXAMPLE = readFileSync(resolve(ROOT, 'oracles/targets/kvm/README.md'), 'utf8')
  .split('```')
  .find((block) => block.startsWith('text\nhello '))!
  .split('\n')
  .slice(1, -1)

/** The lines between a `done` and the next one, and what follows the last. */
const answersOf = (lines: readonly string[]): string[][] => {
  const answers: string[][] = [[]]
  for (const line of lines)
    if (line.startsWith('done')) answers.push([])
    else answers.at(-1)!.push(line)
  return answers
}

test('the example of the line protocol is what the model answers', () => {
  const asked = EXAMPLE.filter((line) => line.startsWith('> ')).map((line) => line.slice(2))
  const told = EXAMPLE.filter((line) => !line.startsWith('> '))
  const server = resolve(ROOT, 'dist/oracles/targets/model/serve.js')
  const { stdout, status } = spawnSync(process.execPath, [server, 'x86/linux-6.1-svm'], {
    input: `${asked.join('\n')}\n\nquit\n`,
    encoding: 'utf8',
  })
  const served = stdout.trimEnd().split('\n')
  expect(status).toBe(0)
  expect(served[0]).toMatch(/^hello guest-debug-oracle\/runner 2 /)
  const [shown, answered] = [answersOf(told.slice(1)), answersOf(served.slice(1))]
  expect(answered.map(({ length }) => length)).toEqual(shown.map(({ length }) => length))
  expect([shown[0], answered[0]]).toEqual([[], []])
  const observed = parseAnswer(shown[1]!)
  expect(observed.events).toHaveLength(5)
  expect(firstDifference(parseAnswer(answered[1]!), observed)).toBeNull()
})
