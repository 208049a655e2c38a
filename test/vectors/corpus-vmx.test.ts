/**
 * The published corpus as the only process of Debian's kernels, booted under Bochs. Skipped, with the reason and
 * the remedy, where it is not fetched.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packageFile } from '../../oracles/package.ts'
import { kvmVmx } from '../../oracles/targets/bochs/vmx.ts'
import { Unavailable } from '../../oracles/targets/target.ts'
import { CORPUS_FILE } from '../../oracles/vectors/corpus/source.ts'
import { buildCorpus, readKtap } from './corpus-support.ts'

test.for(['stable', 'newest'])(
  'kvm-intel of the %s kernel does what is right or known',
  { timeout: 180_000 },
  async (release, ctx) => {
    const source = readFileSync(packageFile('vectors', CORPUS_FILE), 'utf8')
    const init = buildCorpus(ctx, source, { flags: ['-static', '-s'] })
    const target = await kvmVmx({ init, release }).catch((error: unknown) => {
      if (error instanceof Unavailable) ctx.skip(`${error.message}; ${error.remedy}`)
      throw error
    })
    const [command, ...args] = target.argv
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] })
    ctx.onTestFinished(() => {
      child.kill('SIGKILL')
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    await once(child, 'close')
    const { totals, diagnostics } = readKtap(output)
    expect(/# exit code (\d+)\n$/.exec(output)?.[1], output.slice(-2000)).toBe('0')
    expect(diagnostics[2]).toContain('kvm-intel on Bochs')
    expect(totals.fail).toBe(0)
    expect(totals.pass).toBeGreaterThan(100)
    expect(totals.xfail).toBeGreaterThan(50)
  },
)
