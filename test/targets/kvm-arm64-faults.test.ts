/**
 * A kernel under QEMU that panics or hangs in the middle of a campaign: it is booted again, and no program is lost.
 * Skipped, with the reason and the remedy, where there is no kernel or compiler.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type TestContext, test } from 'vitest'
import type { Program } from '../../model/arm64/index.ts'
import { linux61 } from '../../model/arm64/variants/linux-6.1.ts'
import { Allowed, judge } from '../../oracles/differential/judge.ts'
import { arm64 as machine } from '../../oracles/machines/arm64.ts'
import { packageFile } from '../../oracles/package.ts'
import { lower } from '../../oracles/targets/arm64/lower.ts'
import { STEP_HINTS } from '../../oracles/targets/arm64/observation.ts'
import { QEMU_CPU_LIMITS, QEMU_CPU_MASKS } from '../../oracles/targets/arm64/qemu-cpu.ts'
import { KVM_LIMITS, unsupportedOn } from '../../oracles/targets/arm64/unsupported.ts'
import { masked } from '../../oracles/targets/kvm/masks.ts'
import { kvmArm64 } from '../../oracles/targets/qemu/arm64.ts'
import { arm64Compiler } from '../../oracles/targets/qemu/cross-compiler.ts'
import { Session } from '../../oracles/targets/session.ts'
import { Unavailable } from '../../oracles/targets/target.ts'
import { arm64 } from '../../properties/arm64/machine.ts'
import { Checker } from '../../properties/check.ts'

/** The runner with something that it does before one of its programs, once in every boot. */
const faultyRunner = (
  ctx: TestContext,
  argv: readonly string[],
  env: object,
  at: number,
  what: string,
): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gdo-fault-'))
  ctx.onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(
    join(folder, 'fault.c'),
    `#include <fcntl.h>
#include <stddef.h>
#include <unistd.h>
const char *__real_run_program(int kvm, size_t run_size, char **line);
const char *__wrap_run_program(int kvm, size_t run_size, char **line)
{
	static int count;

	if (++count == ${at})
		${what}
	return __real_run_program(kvm, run_size, line);
}
`,
  )
  const runner = packageFile('oracles', 'targets', 'kvm')
  const sources = readdirSync(runner).filter((name) => name.endsWith('.c'))
  const [command, ...flags] = argv as [string, ...string[]]
  const path = join(folder, 'init')
  execFileSync(
    command,
    [
      ...flags,
      ...['-O2', '-Wl,--wrap=run_program', '-o', path, join(folder, 'fault.c')],
      ...sources.map((name) => join(runner, name)),
    ],
    { env: { ...process.env, ...env } },
  )
  return path
}

const LIMITS = [...KVM_LIMITS, ...QEMU_CPU_LIMITS]
const MASKS = [STEP_HINTS, ...QEMU_CPU_MASKS]

const programs: readonly Program[] = new Checker(arm64)
  .samplePrograms('stepping', 140, 11)
  .filter((program) => unsupportedOn(program, linux61, LIMITS) === null)
  .slice(0, 70)

test.for([
  [
    'panics',
    20,
    'if (write(open("/proc/sysrq-trigger", O_WRONLY), "c", 1) < 0) _exit(1);',
    /^the target ends/,
  ],
  ['hangs', 50, 'for (;;) pause();', /^the target hangs/],
] as const)('one that %s', { timeout: 180_000 }, async ([, at, what, told], ctx) => {
  const open = async (): Promise<Session> => {
    const { argv, environment } = await arm64Compiler()
    const init = faultyRunner(ctx, argv, environment, at, what)
    return Session.open(await kvmArm64({ init }), 15_000)
  }
  const session = await open().catch((error: unknown) => {
    if (error instanceof Unavailable) ctx.skip(`${error.message}; ${error.remedy}`)
    throw error
  })
  ctx.onTestFinished(() => session.close())
  const results = await Promise.all(programs.map((program) => session.run(lower(program))))
  const faults = results.flatMap((result) => ('faults' in result ? result.faults : []))
  expect(faults.length).toBeGreaterThan(0)
  for (const { message } of faults) expect(message).toMatch(told)
  for (const [i, result] of results.entries()) {
    expect(result.kind).toBe('ran')
    if (result.kind !== 'ran') continue
    const program = programs[i]!
    const allowed = new Allowed(machine, program, linux61, MASKS)
    expect(judge(allowed, masked(result.observation, MASKS, program)).result).toBe('same')
  }
})
