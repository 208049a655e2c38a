/**
 * Corpora for tests: written, compiled, run, and their output read.
 */
import { execFileSync, type SpawnSyncOptions, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'vitest'
import { makeProgram } from '../../model/x86/index.ts'
import { Allowed, judge } from '../../oracles/differential/judge.ts'
import { machineNamed } from '../../oracles/machines/index.ts'
import { packageVersion } from '../../oracles/package.ts'
import { programFor } from '../../oracles/programs/parse.ts'
import { type Target, Unavailable } from '../../oracles/targets/target.ts'
import { corpusEntries } from '../../oracles/vectors/corpus/entries.ts'
import type { Candidate, CorpusMachine } from '../../oracles/vectors/corpus/machine.ts'
import { corpusPrograms } from '../../oracles/vectors/corpus/programs.ts'
import { corpusSource } from '../../oracles/vectors/corpus/source.ts'
import { x86 } from '../../oracles/vectors/corpus/x86/machine.ts'
import type { ProgramVector, VectorSource } from '../../oracles/vectors/envelope.ts'
import type { VectorMachine } from '../../oracles/vectors/machine.ts'
import { programSource } from '../../oracles/vectors/programs/source.ts'
import { isExported, isWrongForm } from '../../oracles/vectors/variants.ts'
import type { MachineTypes } from '../../properties/machine.ts'
import type { X86 } from '../../properties/x86/types.ts'

const CFLAGS = ['-std=c11', '-O2', '-Wall', '-Wextra', '-Werror']

/** A host step over OUT and NOP: every kernel has something to say about it. */
export const STEP_OVER_OUT = makeProgram(
  {},
  [{ op: 'out', port: 16, size: 1 }, { op: 'nop' }],
  [[{ do: 'set-guest-debug', control: '0x3' }]],
)

/** Nothing but NOPs: every kernel runs it as it should. */
export const NOPS = makeProgram({}, [{ op: 'nop' }, { op: 'nop' }], [])

export const candidate = <P extends MachineTypes['Program']>(name: string, program: P) => ({
  name,
  why: 'a test',
  program,
})

/** The C file of some programs of a machine, all of which must be taken. */
export const sourceFor = <T extends MachineTypes>(
  of: CorpusMachine<T>,
  ...candidates: readonly Candidate<T>[]
): string => {
  const corpus = corpusEntries(of, candidates)
  if (corpus.refused.size > 0) throw new Error([...corpus.refused.keys()].join())
  return corpusSource(of, corpus, '0.0.0')
}

/** The same for x86. */
export const sourceOf = (...candidates: readonly Candidate<X86>[]): string => sourceFor(x86, ...candidates)

/** Where a planted fault goes: the text must be there. */
export const planted = (source: string, from: string | RegExp, to: string): string => {
  const changed = source.replace(from, to)
  if (changed === source) throw new Error(`there is no ${from} to replace`)
  return changed
}

interface BuildOptions {
  readonly compiler?: string
  readonly flags?: readonly string[]
  readonly environment?: { readonly [name: string]: string }
}

/** Compiles a corpus, every warning being an error; returns the path of the executable. */
export const buildCorpus = (
  ctx: TestContext,
  source: string,
  { compiler = 'cc', flags = [], environment = {} }: BuildOptions = {},
): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gdo-corpus-'))
  ctx.onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'guest-debug-corpus')
  writeFileSync(`${path}.c`, source)
  execFileSync(compiler, [...CFLAGS, ...flags, '-o', path, `${path}.c`], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment },
  })
  return path
}

/** What comes of something that this computer may not have: the test is skipped, with the reason and the remedy. */
export const orSkip = async <T>(ctx: TestContext, what: Promise<T>): Promise<T> =>
  what.catch((error: unknown) => {
    if (error instanceof Unavailable) ctx.skip(`${error.message}; ${error.remedy}`)
    throw error
  })

/** Boots a target whose only process is a corpus; what it prints. */
export const bootCorpus = async (ctx: TestContext, target: Promise<Target>): Promise<string> => {
  const [command, ...args] = (await orSkip(ctx, target)).argv
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] })
  ctx.onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  await once(child, 'close')
  return output
}

/** The exit code that a corpus prints where it is the only process. */
export const exitCode = (output: string): string | undefined => /# exit code (\d+)\n$/.exec(output)?.[1]

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

/** The programs of a machine as `npm run vectors` takes them. */
export const publishedPrograms = ({ name, programs }: VectorMachine): VectorSource<ProgramVector> => {
  const { variants } = machineNamed(name)
  return programSource(programs, {
    variants: variants.filter(isExported),
    wrong: variants.filter(isWrongForm),
    seed: 1,
    generatorVersion: packageVersion(),
  })
}

/** Ids of the variants that no program of a corpus convicts. */
export const notConvicted = <T extends MachineTypes>(
  { machine }: CorpusMachine<T>,
  candidates: readonly Candidate<T>[],
  variants: readonly T['Variant'][],
): string[] =>
  variants
    .filter((variant) =>
      candidates.every(
        ({ program }) =>
          judge(
            new Allowed(machine, program, machine.variants[0]!),
            machine.observationOf(machine.runProgram(program, variant)),
          ).result === 'same',
      ),
    )
    .map(({ id }) => id)

/** The programs of a corpus, from the vectors and beside them. */
export const candidatesOf = <T extends MachineTypes>(
  of: CorpusMachine<T>,
  source: VectorSource<ProgramVector>,
): Candidate<T>[] =>
  corpusPrograms(
    of,
    [...source.tests()].map(({ id, why, program }) => ({
      name: id,
      why,
      program: programFor(of.machine, program),
    })),
  )
