/**
 * The published corpus as the only process of Debian's kernels, booted under Bochs. Skipped, with the reason and
 * the remedy, where it is not fetched.
 */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packageFile } from '../../oracles/package.ts'
import { kvmVmx } from '../../oracles/targets/bochs/vmx.ts'
import { x86 } from '../../oracles/vectors/corpus/x86/machine.ts'
import { bootCorpus, buildCorpus, exitCode, readKtap } from './corpus-support.ts'

test.for(['stable', 'newest'])(
  'kvm-intel of the %s kernel does what is right or known',
  { timeout: 180_000 },
  async (release, ctx) => {
    const source = readFileSync(packageFile('vectors', x86.file), 'utf8')
    const init = buildCorpus(ctx, source, { flags: ['-static', '-s'] })
    const output = await bootCorpus(ctx, kvmVmx({ init, release }))
    const { totals, diagnostics } = readKtap(output)
    expect(exitCode(output), output.slice(-2000)).toBe('0')
    expect(diagnostics[2]).toContain('kvm-intel on Bochs')
    expect(totals.fail).toBe(0)
    expect(totals.pass).toBeGreaterThan(100)
    expect(totals.xfail).toBeGreaterThan(50)
  },
)
