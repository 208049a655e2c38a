/**
 * `gdo export` and `gdo verify` as subprocesses: what agrees, what is convicted, and every kind of wrong use.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from './support.ts'

const MAIN = resolve(import.meta.dirname, '../../dist/oracles/cli/main.js')
const PUBLISHED = resolve(import.meta.dirname, '../../vectors')
const folder = temporaryFolder()

const gdo = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 200_000,
  })
  return { status, stdout, stderr }
}

/** Wrong use: exit code 2 and one line with a code. */
const refused = (args: string[], code: string): string => {
  const { status, stdout, stderr } = gdo(...args)
  expect({ status, stdout }, stderr).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(/^gdo: [^\n]+ \[GDO-\d{4}\]\n$/)
  expect(stderr).toContain(`[${code}]`)
  return stderr
}

const merge = join(PUBLISHED, 'x86-merge-dr6.json')
const programs = join(PUBLISHED, 'x86-programs.json')
const armPrograms = join(PUBLISHED, 'arm64-programs.json')
const watchpoints = join(PUBLISHED, 'arm64-match-watchpoint.json')

/** Somebody's function, in a process of its own. */
const implementation = (name: string, body: string): string => {
  writeFileSync(
    join(folder, name),
    `const { createInterface } = require('node:readline')
    const low = (text) => BigInt.asUintN(32, BigInt(text))
    createInterface({ input: process.stdin }).on('line', (line) => {
      const { dr6, payload, rtm, busLockDetect } = JSON.parse(line)
      ${body}
    })\n`,
  )
  return `exec:'${process.execPath}' ${name}`
}
/** DR6 as the manual has it: B0–B3 replaced, BD, BS and BT sticky, BLD and RTM active low where they exist. */
const MERGE = `
  const b = (value, mask) => value & mask
  const cause = low(payload)
  const exists = (busLockDetect ? 0x800n : 0n) | (rtm ? 0x10000n : 0n)
  const sticky = b(low(dr6), 0xe000n) | b(cause, 0xe000n)
  let absent = 0x10800n & ~exists
  absent |= exists & 0x800n & (cause & 0x800n ? 0n : b(low(dr6), 0x800n))
  absent |= exists & 0x10000n & (cause & 0x10000n ? 0n : 0x10000n)
  const seen = 0xfffe07f0n | sticky | absent | b(cause, 0xfn)
  console.log(JSON.stringify({ dr6: '0x' + seen.toString(16) }))`

beforeAll(() => {
  const { status, stderr } = gdo(
    'export',
    'x86/traps-held',
    'merge-dr6',
    '--format',
    'ndjson',
    '--out',
    'some',
    '--count',
    '40',
  )
  expect(status, stderr).toBe(0)
})

describe('export', () => {
  test('some oracles, in a format', () => {
    expect(readdirSync(join(folder, 'some'))).toEqual(['x86-merge-dr6.ndjson', 'x86-traps-held.ndjson'])
    const lines = readFileSync(join(folder, 'some', 'x86-merge-dr6.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
    expect(lines).toHaveLength(42)
    expect(JSON.parse(lines.at(-1)!).numberOfTests).toBe(40)
  })
  test('the expectations of one variant', () => {
    expect(
      gdo('export', 'traps-held', '--out', 'one', '--variant', 'x86/linux-7.2-svm', '--json').status,
    ).toBe(0)
    const file = JSON.parse(readFileSync(join(folder, 'one', 'x86-traps-held.json'), 'utf8'))
    expect(file.variants.map(({ id }: { id: string }) => id)).toEqual(['x86/linux-7.2-svm'])
  })
  test('more vectors than there are inputs', () => {
    const { status, stderr } = gdo('export', 'traps-held', '--count', '50', '--out', 'fewer')
    expect(stderr).toBe('gdo: x86/traps-held: 38 vectors, it has no more\n')
    expect(status).toBe(0)
  })
  test('wrong use', () => {
    expect(refused(['export'], 'GDO-1004')).toMatch(/--out/)
    expect(refused(['export', 'x86/merge-dr', '--out', 'no'], 'GDO-1401')).toMatch(/did you mean/)
    refused(['export', 'traps-held', '--format', 'yaml', '--out', 'no'], 'GDO-1005')
    refused(['export', 'traps-held', '--out', 'no', '--count', 'many'], 'GDO-1005')
    expect(refused(['export', 'traps-held', '--out', 'no', '--count', '0'], 'GDO-1005')).toMatch(/from 1 to/)
    expect(refused(['export', 'traps-held', '--out', '-'], 'GDO-1005')).toMatch(/a folder/)
    refused(['export', 'traps-held', '--out', 'no', '--variant', 'x86/nobody'], 'GDO-1401')
    refused(['export', 'traps-held', '--out', 'some'], 'GDO-1711')
    expect(() => readdirSync(join(folder, 'no'))).toThrow(/ENOENT/)
  })
})

describe('verify on the model', () => {
  test('a terminal obeys nothing that a file has', () => {
    const text = readFileSync(merge, 'utf8').replace('"id": "example"', '"id": "\\u001b[2J"')
    writeFileSync(join(folder, 'escape.json'), text)
    expect(refused(['verify', 'escape.json'], 'GDO-1703')).toContain('\\u001b[2J.id')
  })
  test('agrees with what was written', () => {
    const { status, stdout } = gdo('verify', 'some/x86-merge-dr6.ndjson', 'some/x86-traps-held.ndjson')
    expect(stdout).toBe('the model, 2 files: 78 vectors agree.\n')
    expect(status).toBe(0)
  })
  test('one variant of the file', () => {
    expect(gdo('verify', merge, '--variant', 'linux-6.1-svm').status).toBe(0)
    refused(['verify', merge, '--variant', 'dr6-overwritten'], 'GDO-1708')
    refused(['verify', merge, '--variant', 'nobody'], 'GDO-1401')
  })
  test('a variant that is not known here', () => {
    // Written with the help of a module that the reader does not have.
    writeFileSync(
      join(folder, 'mine.mjs'),
      `import { ideal, mutant } from 'guest-debug-oracle/x86'
      export const mine = mutant({ id: 'x86/mine', summary: 'mine', base: ideal, cites: [], rules: {} })\n`,
    )
    const made = gdo('export', 'traps-held', '--load', './mine.mjs', '--variant', 'mine', '--out', 'mine')
    expect(made.status, made.stderr).toBe(0)
    expect(gdo('verify', 'mine/x86-traps-held.json', '--load', './mine.mjs').status).toBe(0)
    refused(['verify', 'mine/x86-traps-held.json'], 'GDO-1708')
  })
  test('an edited file is refused, by hash and by digest', () => {
    const text = readFileSync(merge, 'utf8')
    writeFileSync(
      join(folder, 'edited.json'),
      text.replace('"dr6":"0x00000000ffff4ffd"', '"dr6":"0x00000000ffff4ffc"'),
    )
    expect(refused(['verify', 'edited.json'], 'GDO-1705')).toMatch(/edited\.json: example: changed/)
    writeFileSync(join(folder, 'cut.json'), text.slice(0, 20_000))
    refused(['verify', 'cut.json'], 'GDO-1704')
    refused(['verify', 'none.json'], 'GDO-1006')
    refused(['verify'], 'GDO-1004')
  })
})

describe('verify on a target', () => {
  test('a right implementation passes, one with a bug of the past is convicted by name', () => {
    const right = gdo('verify', merge, '--target', implementation('right.cjs', MERGE))
    expect(right.stdout).toMatch(/agree\.\n$/)
    expect(right.status).toBe(0)
    // The bug of 2014: nothing of the old DR6 is kept.
    const wrong = gdo(
      'verify',
      merge,
      '--target',
      implementation('wrong.cjs', MERGE.replace('b(low(dr6), 0xe000n) |', '')),
    )
    expect(wrong.status).toBe(1)
    expect(wrong.stdout).toContain(
      'x86-merge-dr6.json: example: dr6 (x86/ideal)\n  expected  0x00000000ffff4ffd\n  actual    0x00000000ffff0ffd',
    )
    expect(wrong.stdout).toContain(
      'dr6-overwritten (bug, arch): delivering a #DB overwrites the whole of DR6; fixed by Linux 8246bf52c75a',
    )
  })
  test('one that hangs up or talks nonsense is no mismatch', () => {
    const nonsense = gdo('verify', merge, '--target', implementation('nonsense.cjs', 'console.log("{}")'))
    expect(nonsense.stdout).toMatch(/dr6: missing/)
    expect(nonsense.status).toBe(3)
    const gone = gdo('verify', merge, '--target', 'exec:exit 1')
    expect(gone.stdout).toMatch(/were not answered/)
    expect(gone.status).toBe(3)
  })
  test('a variant of the model in the place of somebody’s function', () => {
    expect(gdo('verify', merge, '--target', 'model:x86/ideal').status).toBe(0)
    const { status, stdout } = gdo('verify', merge, '--target', 'model:general-detect-without-bd', '--json')
    expect(status).toBe(1)
    const { mismatches, files } = JSON.parse(stdout)
    expect(files[0].differs).toBe(mismatches.length)
    expect(mismatches[0]).toEqual({
      file: merge,
      id: expect.any(String),
      variant: 'x86/ideal',
      field: 'dr6',
      expected: expect.stringMatching(/^0x/),
      actual: expect.stringMatching(/^0x/),
    })
    refused(['verify', merge, '--target', 'kvm'], 'GDO-1721')
  })
  test('programs, through the protocol: a kernel by its own expectations, a bug by those of the ideal machine', () => {
    const kernel = gdo('verify', programs, '--target', 'model:linux-6.1-svm')
    expect(kernel.stdout).toMatch(/agree/)
    expect(kernel.status, kernel.stdout).toBe(0)
    const bug = gdo('verify', programs, '--target', 'model:dr6-overwritten', '--json')
    expect(bug.status).toBe(1)
    expect(JSON.parse(bug.stdout).mismatches).toContainEqual(
      expect.objectContaining({ id: 'dr6-overwritten', field: 'events[0].dr6' }),
    )
  }, 120_000)
  test('programs of arm64, too, and only on what runs arm64', () => {
    const kernel = gdo('verify', armPrograms, '--target', 'model:arm64/linux-6.1')
    expect(kernel.status, kernel.stdout).toBe(0)
    const bug = gdo('verify', armPrograms, '--target', 'model:fake-step-syndrome', '--json')
    expect(bug.status).toBe(1)
    expect(JSON.parse(bug.stdout).mismatches).toContainEqual(
      expect.objectContaining({ id: 'fake-step-syndrome', field: 'events[2].hsr' }),
    )
    expect(refused(['verify', armPrograms, '--target', 'model:x86/ideal'], 'GDO-1721')).toContain(
      'programs for arm64, and model:x86/ideal runs x86',
    )
    expect(refused(['verify', programs, '--target', 'model:arm64/ideal'], 'GDO-1721')).toContain('runs arm64')
  }, 120_000)
  test('what is CONSTRAINED UNPREDICTABLE may be answered as one likes, in one’s own words and in the model’s', () => {
    expect(gdo('verify', watchpoints, '--target', 'model:arm64/ideal').stdout).toMatch(/vectors agree\.\n$/)
    const { status, stdout } = gdo(
      'verify',
      watchpoints,
      '--target',
      'model:unprivileged-access-as-el1',
      '--json',
    )
    expect(status).toBe(1)
    expect(JSON.parse(stdout).mismatches[0]).toMatchObject({ field: 'matches', variant: 'arm64/ideal' })
  }, 120_000)
})

describe('JUnit XML', () => {
  test('has every vector, and what failed with its reason', () => {
    expect(gdo('verify', merge, '--target', 'model:dr6-overwritten', '--junit', 'results.xml').status).toBe(1)
    const xml = readFileSync(join(folder, 'results.xml'), 'utf8')
    const [, tests, failures] = /tests="(\d+)" failures="(\d+)" errors="0" skipped="0"/.exec(xml)!
    expect(xml.match(/<testcase /g)).toHaveLength(Number(tests))
    expect(xml.match(/<failure /g)).toHaveLength(Number(failures))
    expect(Number(failures)).toBeGreaterThan(0)
    expect(xml).toContain(
      '<testcase classname="x86/merge-dr6" name="example"><failure message="dr6: expected 0x',
    )
    const checked = spawnSync('xmllint', ['--noout', join(folder, 'results.xml')], { encoding: 'utf8' })
    if (!checked.error) expect(checked.stderr).toBe('')
  })
  test('is not written where that cannot be, nor half', () => {
    mkdirSync(join(folder, 'taken.xml'))
    for (const name of ['none/results.xml', 'taken.xml']) {
      const { status, stdout, stderr } = gdo('verify', 'some/x86-traps-held.ndjson', '--junit', name)
      expect(stderr).toMatch(/^gdo: cannot write to [^\n]+ \[GDO-1712\]\n$/)
      expect(status).toBe(2)
      // What was found is not lost with it.
      expect(stdout).toBe('the model, 1 file: 38 vectors agree.\n')
    }
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
  })
})
