/**
 * The arm64 corpus: what is in it, and how it fares as the only process of Debian's kernels, booted under QEMU. What needs
 * a kernel or a compiler that is not there is skipped, with the reason and the remedy.
 */
import { readFileSync } from 'node:fs'
import { expect, type TestContext, test } from 'vitest'
import { bugs } from '../../model/arm64/bugs.ts'
import { type Instruction, makeProgram } from '../../model/arm64/index.ts'
import { variants } from '../../model/arm64/variants/index.ts'
import { packageFile } from '../../oracles/package.ts'
import { kvmArm64 } from '../../oracles/targets/qemu/arm64.ts'
import { arm64Compiler } from '../../oracles/targets/qemu/cross-compiler.ts'
import { arm64 as arm64Vectors } from '../../oracles/vectors/arm64/machine.ts'
import { arm64 } from '../../oracles/vectors/corpus/arm64/machine.ts'
import { corpusWriter } from '../../oracles/vectors/corpus/writer.ts'
import type { ProgramVector, VectorSource } from '../../oracles/vectors/envelope.ts'
import {
  bootCorpus,
  buildCorpus,
  candidate,
  candidatesOf,
  exitCode,
  notConvicted,
  orSkip,
  planted,
  publishedPrograms,
  readKtap,
  sourceFor,
} from './corpus-support.ts'

const BOOTS_WITHIN = 120_000
const published = (): string => readFileSync(packageFile('vectors', arm64.file), 'utf8')

let source: VectorSource<ProgramVector> | null = null

const programs = (): VectorSource<ProgramVector> => {
  source ??= publishedPrograms(arm64Vectors)
  return source
}

test('the published corpus is what npm run vectors makes', { timeout: 120_000 }, () => {
  const [file, ...others] = corpusWriter.files([programs()])
  expect(others).toEqual([])
  expect(file!.name).toBe(arm64.file)
  expect([...file!.text()].join('') === published(), 'run npm run vectors').toBe(true)
})

/** Bugs that a program shows, by their variants. */
const shown = new Set(bugs.flatMap(({ shownBy }) => (shownBy.kind === 'program' ? shownBy.variants : [])))

test('every bug that a program shows is convicted by a program of the corpus', () => {
  const those = variants.filter(({ id }) => shown.has(id))
  expect(those.length).toBeGreaterThan(15)
  expect(notConvicted(arm64, candidatesOf(arm64, programs()), those)).toEqual([])
})

test('programs of two machines make two files', () => {
  const { header } = programs()
  const other = { ...programs(), header: { ...header, machine: 'x86' } }
  const names = corpusWriter.files([programs(), other]).map(({ name }) => name)
  expect(names).toEqual(['guest-debug-corpus.c', 'guest-debug-corpus-arm64.c'])
})

/** Boots a kernel whose only process is a corpus; what it prints. */
const boot = async (ctx: TestContext, release: string, text: string): Promise<string> => {
  const { argv, environment } = await orSkip(ctx, arm64Compiler())
  const [compiler, ...flags] = argv
  const init = buildCorpus(ctx, text, { compiler, flags, environment })
  return bootCorpus(ctx, kvmArm64({ release, init }))
}

/** What was found on real kernels, and on which of them it is known. */
const FINDINGS: { readonly [name: string]: readonly string[] } = {
  'abort-syndrome-sign-extended': ['6.1'],
  'aborted-load-completed': ['6.1', '6.12'],
  'host-step-in-spsr': ['6.1', '6.12', '7.2'],
  'immediate-exit-loses-step': ['6.1', '6.12'],
  'mdscr-upper-half-lost': ['6.1', '6.12'],
  'os-lock-truncates-mdscr': ['6.1', '6.12'],
  'save-restore-loses-step': ['6.1', '6.12', '7.2'],
}

test.for([
  ['stable', '6.1'],
  ['6.12', '6.12'],
  ['newest', '7.2'],
] as const)(
  'the %s kernel does what is right or known',
  { timeout: BOOTS_WITHIN },
  async ([release, version], ctx) => {
    const output = await boot(ctx, release, published())
    const { results, totals, diagnostics } = readKtap(output)
    expect(exitCode(output), output.slice(-2000)).toBe('0')
    expect(diagnostics[2]).toBe(
      `KVM/arm64 on QEMU's CPU, as in Linux ${version}: known deviations are those of arm64/linux-${version}`,
    )
    expect(totals.fail).toBe(0)
    expect(totals.pass).toBeGreaterThan(120)
    expect(totals.skip).toBeLessThan(20)
    expect(diagnostics.filter((text) => text.includes('not seen any more'))).toEqual([])
    const directives = new Map(results.map(({ name, directive }) => [name, directive]))
    for (const [name, kernels] of Object.entries(FINDINGS)) {
      const directive = kernels.includes(version) ? 'XFAIL' : null
      expect([name, directives.get(`finding-arm64-${name}`)]).toEqual([name, directive])
    }
  },
)

const nop: Instruction = { op: 'nop' }
const steps = makeProgram({}, [nop, nop], [[{ do: 'set-guest-debug', control: '0x3' }]])

test(
  'what is wrong is convicted, and told with both lines',
  async (ctx) => {
    const right = sourceFor(arm64, candidate('steps', steps), candidate('other-steps', steps))
    const wrong = planted(
      right,
      'exit debug hsr=ca000022 hsr-high=0 pc=40001008',
      'exit debug hsr=ca000022 hsr-high=0 pc=4000100c',
    )
    const output = await boot(ctx, 'stable', wrong)
    const { results, diagnostics } = readKtap(output)
    expect(results.map(({ ok }) => ok)).toEqual([false, false])
    expect(exitCode(output)).toBe('1')
    expect(diagnostics).toContain('  - exit debug hsr=0xca000022 hsr-high=0x0 pc=0x4000100c')
    expect(diagnostics).toContain('  + exit debug hsr=0xca000022 hsr-high=0x0 pc=0x40001008')
  },
  BOOTS_WITHIN,
)

test(
  'a VMM that does not ask for the step is convicted',
  async (ctx) => {
    const output = await boot(
      ctx,
      'stable',
      planted(published(), 'debug.control = value;', 'debug.control = value & ~KVM_GUESTDBG_SINGLESTEP;'),
    )
    expect(readKtap(output).totals.fail).toBeGreaterThan(20)
    expect(exitCode(output)).toBe('1')
  },
  BOOTS_WITHIN,
)

const RELEASES = [
  [
    '6.16.3',
    'as in Linux 6.14: known deviations are those of arm64/linux-6.14, which follows from its source and was not measured',
  ],
  [
    '6.6.30',
    'as in Linux 6.1: known deviations are those of arm64/linux-6.1, which was measured on another kernel',
  ],
] as const

test(
  'a host is recognised by its release',
  async (ctx) => {
    for (const [release, title] of RELEASES) {
      const hello = planted(
        sourceFor(arm64, candidate('steps', steps)),
        '\tsay_hello(kvm);\n\tsnprintf',
        `\tsay("hello x kernel=${release} emulator=none\\n");\n\tsnprintf`,
      )
      const { diagnostics } = readKtap(await boot(ctx, 'stable', hello))
      expect(diagnostics[2]).toContain(`KVM/arm64, ${title}`)
    }
  },
  BOOTS_WITHIN,
)
