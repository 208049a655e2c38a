/**
 * The published corpus as the only process of Debian's kernels, booted under QEMU. Skipped, with the reason and the remedy, where
 * they are not fetched.
 */
import { readFileSync } from 'node:fs'
import { expect, type TestContext, test } from 'vitest'
import { packageFile } from '../../oracles/package.ts'
import { kvmSvm } from '../../oracles/targets/qemu/svm.ts'
import { x86 } from '../../oracles/vectors/corpus/x86/machine.ts'
import { bootCorpus, buildCorpus, exitCode, planted, readKtap } from './corpus-support.ts'

const BOOTS_WITHIN = 120_000
const published = (): string => readFileSync(packageFile('vectors', x86.file), 'utf8')

const boot = (ctx: TestContext, release: string, text: string): Promise<string> => {
  const init = buildCorpus(ctx, text, { flags: ['-static', '-s'] })
  return bootCorpus(ctx, kvmSvm({ release, init }))
}

test.for([
  ['stable', 'Linux 6.1'],
  ['newest', 'Linux 7.2'],
] as const)(
  'the %s kernel does what is right or known',
  { timeout: BOOTS_WITHIN },
  async ([release, kernel], ctx) => {
    const output = await boot(ctx, release, published())
    const { results, totals, diagnostics } = readKtap(output)
    expect(exitCode(output), output.slice(-2000)).toBe('0')
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
      planted(published(), 'if (kind->cpu == QEMU_CPU)', 'if (kind == kinds + KINDS)'),
    )
    expect(readKtap(output).totals.fail).toBeGreaterThan(0)
    expect(exitCode(output)).toBe('1')
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
    expect(exitCode(output)).toBe('1')
  },
  BOOTS_WITHIN,
)
