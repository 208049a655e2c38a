/**
 * Findings and C files for the tests of reports.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { release, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'vitest'
import { ideal, makeProgram, type Program, runProgram, type Variant } from '../../model/x86/index.ts'
import { linux618Pvm } from '../../model/x86/variants/kernels.ts'
import { x86 } from '../../oracles/machines/x86.ts'
import { compareBy } from '../../oracles/reports/c/comparison.ts'
import { cSource } from '../../oracles/reports/c/source.ts'
import { nearestFirst } from '../../oracles/reports/difference.ts'
import type { StoredFinding } from '../../oracles/reports/finding.ts'
import {
  firstDifference,
  type Observation,
  type ObservedEvent,
} from '../../oracles/targets/kvm/observation.ts'
import { observationOf } from '../../oracles/targets/x86/observation.ts'
import type { X86 } from '../../properties/x86/types.ts'

/** A host step over OUT: the step itself is reported. */
export const STEP_OVER_OUT = makeProgram(
  {},
  [{ op: 'out', port: 16, size: 1 }, { op: 'nop' }],
  [[{ do: 'set-guest-debug', control: '0x3' }]],
)

/** A finding as `gdo diff` would store it, with what a variant does for what was observed. */
export const findingOf = (
  program: Program,
  observedOn: Variant = linux618Pvm,
  reference: Variant = ideal,
  change: Partial<StoredFinding> = {},
): StoredFinding => {
  const observed = observationOf(runProgram(program, observedOn))
  const expected = nearestFirst<X86>(x86, program, reference, observed)[0]!.observation
  return {
    format: 'guest-debug-oracle/finding',
    version: 1,
    kind: 'deviation',
    target: 'kvm',
    host: 'x86 Linux 6.18.44 module=kvm-pvm',
    variant: reference.id,
    property: null,
    signature: 'a signature',
    program,
    answers: {},
    difference: firstDifference(expected, observed)!,
    expected,
    observed,
    seen: { times: 3, of: 3 },
    provenance: { seed: 7, after: 21, instances: 4 },
    ...change,
  }
}

/** The C file that expects one observation of a program and not the other. */
export const cSourceFor = (program: Program, expected: Observation, observed: Observation): string => {
  const comparison = compareBy([expected], observed, firstDifference(expected, observed), program)
  return cSource(program, comparison, ['A test.'])
}

/** The same observation with another last exit. */
export const withLastExit = (
  observation: Observation,
  change: (event: ObservedEvent) => ObservedEvent,
): Observation => {
  const last = observation.events.findLastIndex(({ kind }) => kind === 'exit')
  return {
    ...observation,
    events: observation.events.map((event, i) => (i === last ? change(event) : event)),
  }
}

const TABLE = /^static (const )?(struct\b.*[={]$|char \*.*|uint8_t code|uint8_t handler|.*\] = \{$|.*= \{)/

/** Lines of C beside data: no blank lines, comments and headers, no tables, and not the host's script. */
export const codeLines = (source: string): number => {
  let inData = false
  let inComment = false
  let count = 0
  for (const line of source.split('\n')) {
    const text = line.trim()
    if (text.startsWith('/*')) inComment = true
    const counts = text !== '' && !inComment && !text.startsWith('//') && !text.startsWith('#include')
    if (text.endsWith('*/')) inComment = false
    if (!counts) continue
    if (TABLE.test(line) || /^static (int|void) host\(/.test(line)) inData = true
    if (!inData) count += 1
    if (/^\}( \})?;?$/.test(line) || (inData && /^static.*;$/.test(line))) inData = false
  }
  return count
}

/** Skips the test where there is no C compiler. */
export const needCompiler = (ctx: TestContext): void => {
  if (spawnSync('cc', ['--version']).status !== 0)
    ctx.skip('there is no C compiler: apt install gcc libc6-dev')
}

/** Skips the test where the kernel is not the one that `x86/linux-6.18-pvm` describes. */
export const needPvm = (ctx: TestContext): void => {
  needCompiler(ctx)
  try {
    closeSync(openSync('/dev/kvm', 'r+'))
  } catch (error) {
    ctx.skip(`/dev/kvm cannot be opened: ${(error as Error).message}`)
  }
  if (!release().startsWith('6.18.')) ctx.skip(`no variant describes Linux ${release()}`)
  // Only the PVM flavour emulates real-mode code: elsewhere ICEBP is executed.
  const icebp = makeProgram({}, [{ op: 'icebp' }], [])
  const described = observationOf(runProgram(icebp, linux618Pvm))
  const other = withLastExit(described, (event) => ({ ...event, what: 'hlt' }))
  if (build(ctx, cSourceFor(icebp, described, other))().status !== 0)
    ctx.skip(`no variant describes Linux ${release()} without the PVM flavour of KVM`)
}

/** Compiles a file as a kernel developer would, warnings being errors; the result runs it. */
export const build = (ctx: TestContext, source: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'gdo-c-'))
  ctx.onTestFinished(() => rmSync(folder, { recursive: true }))
  const executable = join(folder, 'reproducer')
  writeFileSync(`${executable}.c`, source)
  execFileSync('cc', ['-O2', '-Wall', '-Wextra', '-Werror', '-o', executable, `${executable}.c`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return () => {
    const { status, stdout, stderr } = spawnSync(executable, { encoding: 'utf8', timeout: 30_000 })
    return { status, stdout, stderr }
  }
}
