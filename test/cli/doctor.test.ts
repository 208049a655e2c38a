import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gdoIn, temporaryFolder } from './support.ts'

const folder = temporaryFolder()
symlinkSync(process.execPath, join(folder, 'node'))
const run = gdoIn(folder, { PATH: folder, GDO_CACHE: join(folder, 'cache') })
const gdo = (...args: readonly string[]) => run(args)

test('doctor says of each real target what is missing, and ends with 3 as none can run', () => {
  const { status, stdout, stderr } = gdo('doctor', '--json')
  expect({ status, stderr }).toEqual({ status: 3, stderr: '' })
  const { targets } = JSON.parse(stdout)
  expect(targets.map(({ target }: { target: string }) => target)).toEqual([
    'kvm',
    'kvm-svm',
    'kvm-svm --release newest',
    'kvm-vmx',
    'kvm-vmx --release newest',
    'kvm-arm64',
    'kvm-arm64 --release 6.12',
    'kvm-arm64 --release newest',
    'qemu-gdb',
    'qemu-gdb --flavour x86-kvm',
    'qemu-gdb --flavour aarch64-tcg',
    'hyp-armv7',
    'exec:COMMAND',
    'model:VARIANT',
  ])
  for (const { target, runs, missing, remedy } of targets)
    if (!/^(exec|model):/.test(target))
      expect({ target, runs, missing, remedy }).toEqual({
        target,
        runs: false,
        missing: expect.stringMatching(/./),
        remedy: expect.stringMatching(/./),
      })
  expect(targets[1].remedy).toBe('gdo fetch kvm-svm')
  expect(targets[3].remedy).toBe('gdo fetch kvm-vmx')
  expect(targets[8].remedy).toBe('gdo fetch qemu-gdb')
})

test('fetch without apt-get: what is missing and what to do, exit code 3', () => {
  const { status, stdout, stderr } = gdo('fetch', 'kvm-svm')
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
  expect(stderr).toMatch(/^gdo: apt-get is not installed[^\n]* \[GDO-3001\]\n {5}[^\n]+\n$/)
})

test.each([
  [['fetch'], 'GDO-1004'],
  [['fetch', 'kvm'], 'GDO-1005'],
  [['fetch', 'kvm-svm', '--release', '6.12'], 'GDO-1605'],
  [['fetch', 'qemu-gdb', '--release', 'stable'], 'GDO-1605'],
  [['fetch', 'kvm-svm', '--mirror', 'a mirror'], 'GDO-1005'],
  [['doctor', 'kvm'], 'GDO-1004'],
])('%s: exit code 2', (args, code) => {
  const { status, stderr } = gdo(...args)
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(`[${code}]\n`) })
})
