/**
 * The code of README for consumers, as a stranger would copy it: it passes what is right, and says of what is wrong
 * what README says.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { writeVectors } from '../../oracles/vectors/output.ts'
import { cHeaderWriter } from '../../oracles/vectors/writers/c-header.ts'
import { pythonWriter } from '../../oracles/vectors/writers/python.ts'
import { rustWriter } from '../../oracles/vectors/writers/rust.ts'
import { sourceOf, temporaryFolder } from '../vectors/support.ts'
import { needC, needPytest, needRust } from '../vectors/tables/support.ts'

const folder = temporaryFolder()
const MINUTES = 240_000
const source = sourceOf('x86/merge-dr6')

const README = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8')
const SECTION = /\n## In your test suite\n([\s\S]*?)\n## /.exec(README)![1]!

/** The code block of a language, and the text that follows it. */
const blocks = (language: string): readonly [string, string] => {
  const found = new RegExp(
    `\`\`\`${language}\\n([\\s\\S]*?)\`\`\`[\\s\\S]*?\`\`\`text\\n([\\s\\S]*?)\`\`\``,
  ).exec(SECTION)
  return [found![1]!, found![2]!.trimEnd()]
}

const run = (cwd: string, command: string, args: readonly string[], env = {}) => {
  const seen = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 26,
  })
  return { status: seen.status, output: seen.stdout + seen.stderr }
}

const RIGHT = {
  c: '0xfffe07f0 | ((dr6 | payload) & 0xe000) | (payload & 0xf) | (rtm && (payload & 0x10000) ? 0 : 0x10000) | (!bld ? 0x800 : payload & 0x800 ? 0 : dr6 & 0x800)',
  rust: '0xfffe07f0 | (dr6 | payload) & 0xe000 | payload & 0xf | if rtm && payload & 0x10000 != 0 { 0 } else { 0x10000 } | if !bld { 0x800 } else if payload & 0x800 != 0 { 0 } else { dr6 & 0x800 }',
  python:
    '0xfffe07f0 | (dr6 | payload) & 0xe000 | payload & 0xf | (0 if rtm and payload & 0x10000 else 0x10000) | (0x800 if not busLockDetect else 0 if payload & 0x800 else dr6 & 0x800)',
}

/** KVM until 2014. */
const OVERWRITES = '0xffff0ff0 ^ payload'

test(
  'C',
  async (ctx) => {
    needC(ctx)
    const [code, said] = blocks('c')
    const home = join(folder, 'c')
    mkdirSync(home)
    await writeVectors(cHeaderWriter, [source], join(home, 'vectors'))
    writeFileSync(join(home, 'test.c'), code)
    const build = (body: string) => {
      writeFileSync(
        join(home, 'mine.h'),
        `#include <stdbool.h>
static uint64_t merge_dr6(uint64_t dr6, uint64_t payload, bool rtm, bool bld)
{
	(void)dr6, (void)rtm, (void)bld;
	return ${body};
}
`,
      )
      expect(run(home, 'cc', ['-Wall', '-Werror', '-Ivectors', '-o', 'test', 'test.c'])).toEqual({
        status: 0,
        output: '',
      })
      return run(home, './test', [])
    }
    expect(build(RIGHT.c)).toEqual({ status: 0, output: '' })
    const wrong = build(OVERWRITES)
    expect(wrong.status).toBe(1)
    expect(wrong.output.split('\n')[0]).toBe(said)
  },
  MINUTES,
)

test(
  'Rust',
  async (ctx) => {
    needRust(ctx)
    const [code, said] = blocks('rust')
    const home = join(folder, 'rust')
    mkdirSync(join(home, 'src'), { recursive: true })
    await writeVectors(rustWriter, [source], join(home, 'vectors'))
    const build = (body: string) => {
      const mine = `#[allow(unused_variables)]\nfn merge_dr6(dr6: u64, payload: u64, rtm: bool, bld: bool) -> u64 {\n    ${body}\n}\n`
      writeFileSync(join(home, 'src/lib.rs'), `#![cfg(test)]\n${code}\n${mine}`)
      const flags = ['--edition', '2021', '--test', '-D', 'warnings', '-o', 'test', 'src/lib.rs']
      expect(run(home, 'rustc', flags)).toEqual({ status: 0, output: '' })
      return run(home, './test', [])
    }
    expect(build(RIGHT.rust).status).toBe(0)
    const wrong = build(OVERWRITES)
    expect(wrong.status).toBe(101)
    expect(wrong.output).toContain(`\n${said}\n`)
  },
  MINUTES,
)

test(
  'Python',
  async (ctx) => {
    needPytest(ctx)
    const [code, said] = blocks('python')
    const home = join(folder, 'python')
    mkdirSync(home)
    await writeVectors(pythonWriter, [source], join(home, 'vectors'))
    writeFileSync(join(home, 'test_mine.py'), code)
    const build = (body: string) => {
      writeFileSync(
        join(home, 'mine.py'),
        `def merge_dr6(dr6, payload, rtm, busLockDetect):\n    return ${body}\n`,
      )
      const args = ['-B', '-m', 'pytest', '-p', 'no:cacheprovider', '-q', 'test_mine.py']
      return run(home, 'python3', args, { PYTHONPATH: join(home, 'vectors') })
    }
    expect(build(RIGHT.python).status).toBe(0)
    const wrong = build(OVERWRITES)
    expect(wrong.status).toBe(1)
    const lines = wrong.output.split('\n').map((line) => line.replace(/^E +/, ''))
    for (const line of said.split('\n')) expect(lines).toContain(line.replace(/^E +/, ''))
  },
  MINUTES,
)
