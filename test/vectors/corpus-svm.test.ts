/**
 * The published corpus as the only process of Debian's kernels, booted under QEMU. Skipped, with the reason and the remedy, where
 * they are not fetched.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { expect, type TestContext, test } from 'vitest'
import { packageFile } from '../../oracles/package.ts'
import { kvmSvm } from '../../oracles/targets/qemu/svm.ts'
import { Unavailable } from '../../oracles/targets/target.ts'
import { CORPUS_FILE } from '../../oracles/vectors/corpus/source.ts'
import { buildCorpus, planted, readKtap } from './corpus-support.ts'

const BOOTS_WITHIN = 120_000
const published = (): string => readFileSync(packageFile('vectors', CORPUS_FILE), 'utf8')

/** Boots a kernel whose only process is a corpus; what it prints. */
const boot = async (ctx: TestContext, release: string, text: string): Promise<string> => {
  const init = buildCorpus(ctx, text, { flags: ['-static', '-s'] })
  const target = await kvmSvm({ release, init }).catch((error: unknown) => {
    if (error instanceof Unavailable) ctx.skip(`${error.message}; ${error.remedy}`)
    throw error
  })
  const [command, ...args] = target.argv
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
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

const EXIT = /# exit code (\d+)\n$/

test.for([
  ['stable', 'Linux 6.1'],
  ['newest', 'Linux 7.2'],
] as const)(
  'the %s kernel does what is right or known',
  { timeout: BOOTS_WITHIN },
  async ([release, kernel], ctx) => {
    const output = await boot(ctx, release, published())
    const { results, totals, diagnostics } = readKtap(output)
    expect(EXIT.exec(output)?.[1], output.slice(-2000)).toBe('0')
    expect(diagnostics[2]).toContain(kernel)
    expect(totals.fail).toBe(0)
    expect(totals.pass).toBeGreaterThan(100)
    expect(totals.xfail).toBeGreaterThan(50)
    expect(totals.skip).toBeGreaterThan(0)
    const directives = new Map(results.map(({ name, directive, text }) => [name, [directive, text] as const]))
    const [lost, why = ''] = directives.get('finding-out-7e-lost-under-step')!
    expect(lost).toBe('XFAIL')
    expect(why).toContain('in Linux 6.1 and Linux 7.2, no fix known')
    // What the series of 2026 ended.
    const [fixed, until = ''] = directives.get('finding-mov-dr-guest-breakpoint-under-host')!
    expect(fixed).toBe(release === 'stable' ? 'XFAIL' : null)
    if (release === 'stable') expect(until).toContain('not in Linux 7.2 (between them: 00b6520669bc')
  },
)

test(
  'what is QEMU’s own would else be taken for KVM’s',
  async (ctx) => {
    const output = await boot(
      ctx,
      'stable',
      planted(published(), 'if (kind->qemu_cpu)', 'if (kind == kinds + KINDS)'),
    )
    expect(readKtap(output).totals.fail).toBeGreaterThan(0)
    expect(EXIT.exec(output)?.[1]).toBe('1')
  },
  BOOTS_WITHIN,
)

test(
  'a planted bug of the kernel is convicted',
  async (ctx) => {
    // As if KVM_SET_DEBUGREGS did nothing to DR7.
    const output = await boot(
      ctx,
      'stable',
      planted(
        published(),
        'ioctl(m->vcpu, KVM_SET_DEBUGREGS, &regs)',
        '(regs.dr7 = 0x400, ioctl(m->vcpu, KVM_SET_DEBUGREGS, &regs))',
      ),
    )
    expect(readKtap(output).totals.fail).toBeGreaterThan(0)
    expect(EXIT.exec(output)?.[1]).toBe('1')
  },
  BOOTS_WITHIN,
)
