/**
 * Corpora for tests: written, compiled, run, and their output read.
 */
import { execFileSync, type SpawnSyncOptions, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'vitest'
import { makeProgram, type Program } from '../../model/x86/index.ts'
import { type Candidate, corpusEntries } from '../../oracles/vectors/corpus/entries.ts'
import { corpusSource } from '../../oracles/vectors/corpus/source.ts'

const CFLAGS = ['-std=c11', '-O2', '-Wall', '-Wextra', '-Werror']

/** A host step over OUT and NOP: every kernel has something to say about it. */
export const STEP_OVER_OUT = makeProgram(
  {},
  [{ op: 'out', port: 16, size: 1 }, { op: 'nop' }],
  [[{ do: 'set-guest-debug', control: '0x3' }]],
)

/** Nothing but NOPs: every kernel runs it as it should. */
export const NOPS = makeProgram({}, [{ op: 'nop' }, { op: 'nop' }], [])

export const candidate = (name: string, program: Program): Candidate => ({ name, why: 'a test', program })

/** The C file of some programs, all of which must be taken. */
export const sourceOf = (...candidates: readonly Candidate[]): string => {
  const corpus = corpusEntries(candidates)
  if (corpus.refused.size > 0) throw new Error([...corpus.refused.keys()].join())
  return corpusSource(corpus, '0.0.0')
}

/** Where a planted fault goes: the text must be there. */
export const planted = (source: string, from: string | RegExp, to: string): string => {
  const changed = source.replace(from, to)
  if (changed === source) throw new Error(`there is no ${from} to replace`)
  return changed
}

/** Compiles a corpus, every warning being an error; returns the path of the executable. */
export const buildCorpus = (
  ctx: TestContext,
  source: string,
  { compiler = 'cc', flags = [] }: { readonly compiler?: string; readonly flags?: readonly string[] } = {},
): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gdo-corpus-'))
  ctx.onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'guest-debug-corpus')
  writeFileSync(`${path}.c`, source)
  execFileSync(compiler, [...CFLAGS, ...flags, '-o', path, `${path}.c`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return path
}

export const runCorpus = (path: string, args: readonly string[] = [], options: SpawnSyncOptions = {}) => {
  const { status, signal, stdout, stderr } = spawnSync(path, [...args], {
    encoding: 'utf8',
    timeout: 60_000,
    ...options,
  })
  return { status, signal, stdout: String(stdout ?? ''), stderr: String(stderr ?? '') }
}

/** One line of results. */
export interface Result {
  readonly ok: boolean
  readonly number: number
  readonly name: string
  readonly directive: string | null
  readonly text: string
}

const RESULT = /^(not )?ok (\d+) ([\w.-]+)(?: # (SKIP|XFAIL|ERROR) (.+))?$/

export interface Ktap {
  readonly plan: number
  readonly results: readonly Result[]
  readonly totals: { readonly [name: string]: number }
  readonly diagnostics: readonly string[]
}

/** Reads KTAP strictly: Documentation/dev-tools/ktap.rst, and the last line of kselftest.h. */
export const readKtap = (stdout: string): Ktap => {
  const [version, planLine = '', ...lines] = stdout.trimEnd().split('\n')
  if (version !== 'KTAP version 1') throw new Error(`no KTAP: ${version}`)
  const plan = /^1\.\.(\d+)$/.exec(planLine)
  if (!plan) throw new Error(`no plan: ${planLine}`)
  const results: Result[] = []
  const diagnostics: string[] = []
  for (const line of lines) {
    const match = RESULT.exec(line)
    if (match)
      results.push({
        ok: match[1] === undefined,
        number: Number(match[2]),
        name: match[3]!,
        directive: match[4] ?? null,
        text: match[5] ?? '',
      })
    else if (line.startsWith('# ')) diagnostics.push(line.slice(2))
    else throw new Error(`no line of KTAP: ${line}`)
  }
  results.forEach(({ number }, i) => {
    if (number !== i + 1) throw new Error(`result ${number} in place ${i + 1}`)
  })
  if (results.length !== Number(plan[1])) throw new Error(`${results.length} results, planned ${plan[1]}`)
  const last = diagnostics.find((text) => text.startsWith('Totals: ')) ?? ''
  const totals = Object.fromEntries(
    [...last.matchAll(/(\w+):(\d+)/g)].map(([, name, n]) => [name, Number(n)]),
  )
  return { plan: Number(plan[1]), results, totals, diagnostics }
}
