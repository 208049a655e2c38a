/**
 * Two vendors under the same kernel: what separates their variants, side by side, and confirmed on both kernels.
 * Kernels that are not fetched are skipped, with the reason and the remedy.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gdoIn, temporaryFolder, writeIn } from './support.ts'

const folder = temporaryFolder()
const gdo = gdoIn(folder)
const write = writeIn(folder)

const SVM = 'x86/linux-6.1-svm'
const VMX = 'x86/linux-6.1-vmx'

const stored = (code: readonly object[], control: string, more: object = {}) => ({
  format: 'guest-debug-oracle/program',
  version: 1,
  machine: 'x86',
  setup: {},
  code,
  script: [[{ do: 'set-guest-debug', control, ...more }]],
})
const MOV_SS = { op: 'mov-ss', from: 'edx' }

/** A host breakpoint right behind MOV SS: the CPU of one vendor suppresses it. */
const BEHIND_MOV_SS = stored([MOV_SS, { op: 'nop' }], '0x20001', { db: [{ instruction: 1 }], dr7: '0x2' })
/** CPUID is skipped by both vendors' modules; one leaves the trap of MOV SS behind. */
const CPUID_BEHIND_MOV_SS = stored([MOV_SS, { op: 'cpuid' }, { op: 'nop' }], '0x3')

const separating = (): string => {
  mkdirSync(join(folder, 'separating'), { recursive: true })
  write('separating/breakpoint.json', BEHIND_MOV_SS)
  write('separating/cpuid.json', CPUID_BEHIND_MOV_SS)
  return 'separating'
}

test('two variants side by side: what they have in common once, the rest opposite each other', () => {
  const path = write('program.json', CPUID_BEHIND_MOV_SS)
  const { status, stdout, stderr } = gdo(['run', path, '--variant', `${SVM},${VMX}`])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const [, columns] = stdout.split(`\n${SVM.padEnd(48)} | ${VMX}\n`)
  const bar = (text: string): string => `${''.padEnd(48)} | ${text}`
  expect(columns!.split('\n')).toEqual([
    'host   KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP',
    'kvm    KVM_EXIT_DEBUG #DB, pc=0x1004, DR6=0xffff4ff0 (BS), DR7 not written',
    bar('kvm    KVM_EXIT_DEBUG #DB, pc=0x1004,'),
    bar('         DR6=0xffff4ff0 (BS), DR7=0x400'),
    'kvm    KVM_EXIT_DEBUG #DB, pc=0x1005, DR6=0xffff4ff0 (BS), DR7=0x400',
    'kvm    KVM_EXIT_HLT, RIP 0x1006',
    '',
  ])
  expect(gdo(['run', path, '--variant', `${SVM},${SVM}`]).stdout).toContain('Nobody sees a difference.')
  const { runs } = JSON.parse(gdo(['run', path, '--variant', `${SVM},${VMX}`, '--json']).stdout)
  expect(runs.map(({ variant }: { variant: string }) => variant)).toEqual([SVM, VMX])
  for (const args of [
    ['--variant', `${SVM},${VMX},ideal`],
    ['--variant', `${SVM},${VMX}`, '--all'],
  ]) {
    const refused = gdo(['run', path, ...args])
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('--variant A,B takes two variants')
  }
})

test('compare --save writes what separates, and diff runs a folder of it', () => {
  const compared = gdo(['compare', 'x86/ideal', 'x86/guest-tf-lost', '--save', 'lost'])
  expect(compared.status).toBe(1)
  const names = readdirSync(join(folder, 'lost'))
  expect(names.length).toBeGreaterThan(0)
  const parsed = names.map((name) => JSON.parse(readFileSync(join(folder, 'lost', name), 'utf8')))
  expect(parsed.map(({ machine }) => machine)).toEqual(names.map(() => 'x86'))

  const own = gdo(['diff', '--target', 'model:guest-tf-lost', '--program', 'lost'])
  expect(own.status).toBe(0)
  const lost = ['diff', '--target', 'model:guest-tf-lost', '--variant', 'ideal', '--program', 'lost']
  const other = JSON.parse(gdo([...lost, '--json']).stdout)
  expect(other.replayed).toEqual(
    names.toSorted().map((name) => ({ file: join('lost', name), how: 'differs', why: null })),
  )
  mkdirSync(join(folder, 'empty'))
  expect(gdo(['diff', '--target', 'model:x86/ideal', '--program', 'empty']).stderr).toContain(
    'no program of x86',
  )
})

/** The exit code of `diff` where the target cannot run. */
const CANNOT = 3

test.for([
  ['kvm-svm', SVM, VMX],
  ['kvm-vmx', VMX, SVM],
] as const)(
  '%s does what its own variant does, and not what the other vendor’s does',
  { timeout: 240_000 },
  async ([target, own, other], ctx) => {
    const path = separating()
    const diff = (variant: string) =>
      gdo(['diff', '--target', target, '--variant', variant, '--program', path, '--json'])
    const same = diff(own)
    if (same.status === CANNOT) ctx.skip(same.stderr.trim())
    const hows = ({ stdout }: { stdout: string }) =>
      JSON.parse(stdout).replayed.map(({ how }: { how: string }) => how)
    expect(hows(same)).toEqual(['agreed', 'agreed'])
    expect(hows(diff(other))).toEqual(['differs', 'differs'])
  },
)
