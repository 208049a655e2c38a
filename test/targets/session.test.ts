/**
 * Targets that misbehave: what they do is named, no program is lost, and no answer belongs to another program.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ideal, type Program, runProgram } from '../../model/x86/index.ts'
import { type Result, Session, SessionClosed } from '../../oracles/targets/session.ts'
import { type Target, Unavailable } from '../../oracles/targets/target.ts'
import { lower } from '../../oracles/targets/x86/lower.ts'
import { observationOf } from '../../oracles/targets/x86/observation.ts'
import { samplePrograms } from '../../properties/check.ts'
import { isChosen } from './chosen.ts'

const FAKE = resolve(import.meta.dirname, 'fake-target.mjs')
const WITHIN = 800

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gdo-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const fake = (fault: string, every: number, startsWithin = 10_000): Target => ({
  name: `exec:${fault}`,
  argv: [process.execPath, FAKE, fault, String(every), 'x86/ideal', join(folder, `${fault}-${every}`)],
  startsWithin,
  inFlight: 8,
})

/** The fakes misbehave at one program in so many. */
const EVERY = 23
/** At two of those below. */
const CHOSEN = [12, 22]

const sample = samplePrograms('stepping', 400, 5)
const chosen = sample.filter((program) => isChosen(lower(program), EVERY))
const others = sample.filter((program) => !isChosen(lower(program), EVERY))
const programs: readonly Program[] = Array.from({ length: 30 }, (_, n) =>
  CHOSEN.includes(n) ? chosen[CHOSEN.indexOf(n)]! : others[n]!,
)

const runAll = async (target: Target): Promise<readonly Result[]> => {
  const session = await Session.open(target, WITHIN)
  try {
    return await Promise.all(programs.map((program) => session.run(lower(program))))
  } finally {
    await session.close()
  }
}

/** Every program that has an answer has its own. */
const expectOwnAnswers = (results: readonly Result[]): void => {
  for (const [n, result] of results.entries())
    if (result.kind === 'ran')
      expect(result.observation).toEqual(observationOf(runProgram(programs[n]!, ideal)))
}

describe.each<[string, string]>([
  ['hang', 'hangs: no answer within 0.8 seconds'],
  ['exit', 'ends: exit code 3; it said: segmentation | fault'],
  ['break-off', 'breaks off in the middle of a line: exit code 0, after "'],
  ['garbage', 'prints garbage: says "KERNEL PANIC"'],
  ['half', 'prints garbage: ends an answer without its log and ending'],
  ['flood', 'floods: an answer of more than 512 KiB'],
  ['long-line', 'floods: a line of more than 64 KiB'],
  ['wrong', 'answers the wrong program: expected "done '],
  ['no-id', 'answers the wrong program: expected "done '],
])('a target that does %s', (fault, text) => {
  test('at some programs each time: these are named, the others have their answers', async () => {
    const results = await runAll(fake(fault, EVERY))
    const failed = results.flatMap((result, n) => (result.kind === 'failed' ? [{ n, ...result }] : []))
    expect(failed.map(({ n }) => n)).toEqual(CHOSEN)
    for (const { faults } of failed)
      expect(faults.map(({ message }) => message)).toEqual(Array(2).fill(expect.stringContaining(text)))
    expect(results.filter(({ kind }) => kind === 'ran')).toHaveLength(programs.length - CHOSEN.length)
    expectOwnAnswers(results)
  })

  test('once: every program has its answer, and the fault is told', async () => {
    const results = await runAll(fake(`${fault}-once`, EVERY))
    expectOwnAnswers(results)
    const told = results.flatMap((result) => (result.kind === 'ran' ? result.faults : []))
    expect(results.every(({ kind }) => kind === 'ran')).toBe(true)
    expect(told.map(({ message }) => message)).toEqual([expect.stringContaining(text)])
  })
})

test('a target that answers twice: the second answer is nobody’s', async () => {
  const results = await runAll(fake('twice', EVERY))
  expect(results.every(({ kind }) => kind === 'ran')).toBe(true)
  expectOwnAnswers(results)
})

test('a target that refuses a program says why', async () => {
  const refused = (await runAll(fake('refuse', EVERY))).filter(({ kind }) => kind === 'refused')
  expect(refused).toHaveLength(CHOSEN.length)
  expect(refused[0]).toEqual({ kind: 'refused', reason: 'KVM_CREATE_VM: Cannot allocate memory' })
})

test('a target that answers nothing is given up', async () => {
  const session = await Session.open(fake('exit', 1), WITHIN)
  const results = await Promise.allSettled(programs.map((program) => session.run(lower(program))))
  await session.close()
  const rejected = results.filter((result) => result.status === 'rejected')
  expect(rejected.length).toBeGreaterThan(programs.length - 10)
  for (const { reason } of rejected) expect(reason).toBeInstanceOf(Unavailable)
})

describe('a target that does not start', () => {
  const refusal = async (target: Target): Promise<string> => {
    const error: unknown = await Session.open(target, WITHIN).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(Unavailable)
    return (error as Unavailable).message
  }
  const command = (text: string): Target => ({
    ...fake('', 1),
    name: 'exec:it',
    argv: ['/bin/sh', '-c', text],
  })

  test.each<[string, string]>([
    ['mute-end', 'exit code 7'],
    ['noise', 'expected its hello, not "Welcome to somebox"'],
    ['old', 'it speaks protocol 1, expected 2'],
  ])('%s', async (fault, text) => {
    expect(await refusal(fake(fault, 1))).toContain(text)
  })

  test('because it says nothing', async () => {
    expect(await refusal(fake('silent', 1, 300))).toContain('no hello within 0.3 seconds')
  })

  test('because there is no such command', async () => {
    expect(await refusal(command('./no-such-command'))).toContain('not found')
    expect(await refusal({ ...command(''), argv: ['./no-such-command'] })).toContain('ENOENT')
  })

  test('because it says what is missing', async () => {
    expect(await refusal(command('echo "error /dev/kvm: Permission denied"'))).toContain(
      '/dev/kvm: Permission denied',
    )
  })
})

test('a session that is closed answers nothing more', async () => {
  const session = await Session.open(fake('none', 1), WITHIN)
  const pending = session.run(lower(programs[0]!)).catch((error: unknown) => error)
  await session.close()
  expect(await pending).toBeInstanceOf(SessionClosed)
  await expect(session.run(lower(programs[0]!))).rejects.toBeInstanceOf(SessionClosed)
})
