/**
 * The variant of this very kernel against the kernel: random programs must give the runs that the variant gives.
 * Skipped, with the reason, on any other machine.
 */
import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type TestContext, test } from 'vitest'
import { ideal, type Program, type Variant } from '../../model/x86/index.ts'
import { linux618Pvm } from '../../model/x86/variants/kernels.ts'
import { compare } from '../../oracles/targets/kvm/compare.ts'
import { Runner } from '../../oracles/targets/kvm/runner.ts'
import { PVM_LIMITS } from '../../oracles/targets/kvm/unsupported.ts'
import { samplePrograms } from '../../properties/check.ts'
import { PROGRAM_CLASSES } from '../../properties/x86/generators.ts'

const SOURCES = fileURLToPath(new URL('../../oracles/targets/kvm/', import.meta.url))
const KERNEL = /^x86 Linux 6\.18\./
const PROGRAMS_PER_CLASS = 80
const SEED = 618

/** Why the kernel cannot be asked here, or `null`. */
const missing = (): string | null => {
  try {
    closeSync(openSync('/dev/kvm', 'r+'))
  } catch (error) {
    return `/dev/kvm cannot be opened: ${(error as Error).message}`
  }
  try {
    execFileSync('cc', ['--version'], { stdio: 'ignore' })
  } catch {
    return 'there is no C compiler (cc)'
  }
  return null
}

/** Builds and starts the runner, or skips the test. */
const startRunner = async (ctx: TestContext): Promise<Runner> => {
  const reason = missing()
  if (reason !== null) ctx.skip(reason)
  const folder = mkdtempSync(join(tmpdir(), 'gdo-runner-'))
  ctx.onTestFinished(() => rmSync(folder, { recursive: true }))
  const sources = readdirSync(SOURCES)
    .filter((name) => name.endsWith('.c'))
    .map((name) => join(SOURCES, name))
  const executable = join(folder, 'runner')
  execFileSync('cc', ['-O2', '-Wall', '-Wextra', '-Werror', '-o', executable, ...sources])
  const runner = await Runner.start(executable)
  ctx.onTestFinished(() => runner.stop())
  if (!KERNEL.test(runner.target)) ctx.skip(`no variant describes ${runner.target}`)
  return runner
}

/** Real-mode code is emulated only by the PVM flavour: elsewhere ICEBP is executed. */
const isPvm = async (runner: Runner): Promise<boolean> => {
  const program: Program = {
    format: 'guest-debug-oracle/program',
    version: 1,
    machine: 'x86',
    setup: {},
    code: [{ op: 'icebp' }],
    script: [],
  }
  return (await runner.run(program)).ending === 'internal-error'
}

const verdicts = async (runner: Runner, variant: Variant) => {
  const counts = { same: 0, different: 0, 'not-run': 0 }
  const differences: string[] = []
  let long = 0
  for (const programClass of PROGRAM_CLASSES) {
    const programs = samplePrograms(programClass, PROGRAMS_PER_CLASS, SEED)
    for await (const { program, verdict } of compare(runner, programs, variant, PVM_LIMITS)) {
      counts[verdict.result] += 1
      if (verdict.result === 'same' && program.setup.mode === 'long') long += 1
      if (verdict.result === 'different') differences.push(JSON.stringify([verdict.difference, program]))
    }
  }
  return { counts, differences, long }
}

test('the kernel does what its variant says, and not what the ideal machine does', async (ctx) => {
  const runner = await startRunner(ctx)
  if (!(await isPvm(runner))) ctx.skip(`no variant describes ${runner.target} without the PVM flavour`)

  const described = await verdicts(runner, linux618Pvm)
  expect(described.differences).toEqual([])
  expect(described.counts.same).toBeGreaterThan(200)
  expect(described.long).toBeGreaterThan(25)

  const demanded = await verdicts(runner, ideal)
  expect(demanded.counts.different).toBeGreaterThan(20)
}, 30_000)
