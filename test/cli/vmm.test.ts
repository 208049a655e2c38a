/**
 * The vmm machine on the command line: programs and runs, a VMM on a hypervisor, and its host script on a target.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gdoIn, temporaryFolder, writeIn } from './support.ts'

const folder = temporaryFolder()
const gdo = gdoIn(folder)
const file = writeIn(folder)

const program = {
  format: 'guest-debug-oracle/program',
  version: 1,
  machine: 'vmm',
  setup: { guest: 'x86' },
  code: [{ op: 'nop' }, { op: 'nop' }, { op: 'int3' }],
  script: [[{ do: 'insert', kind: 'software', at: { instruction: 1 } }], [{ do: 'step-over' }], []],
}

describe('run', () => {
  const path = file('program.json', program)
  test('what the debugger does and is told, between what the host and the guest do', () => {
    const { status, stdout } = gdo(['run', path])
    expect(status).toBe(0)
    const lines = stdout.split('\n').map((line) => line.replace(/ {2,}/g, '  ').trim())
    const inOrder = [
      'gdb  inserts a software breakpoint at 0x1001 → OK',
      'host  KVM_SET_GUEST_DEBUG ENABLE|USE_SW_BP',
      'vmm  the exit is the debugger’s',
      'gdb  T05  stop: software breakpoint, PC 0x1001',
      'gdb  steps over its own breakpoints',
      'gdb  T05  stop: step, PC 0x1002',
      'vmm  the exit is the guest’s: handed back',
    ].map((text) => lines.findIndex((line) => line.startsWith(text)))
    expect(inOrder).not.toContain(-1)
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b))
  })
  test('as JSON, and a VMM on a hypervisor', () => {
    const variant = 'vmm/qemu,x86/linux-6.1-svm'
    const run = JSON.parse(gdo(['run', path, '--variant', variant, '--json']).stdout)
    expect(run).toMatchObject({ variant, guest: 'x86' })
    expect(run.choices).toBeTypeOf('object')
    const stops = run.events.filter(({ kind }: { kind: string }) => kind === 'stop')
    expect(stops[0]).toMatchObject({ pc: '0x0000000000001001', reply: 'T05' })
    expect(run.events.some(({ event }: { event?: { kind: string } }) => event?.kind === 'exit')).toBe(true)
    expect(gdo(['run', path, '--all']).stdout).toContain('run 1 of')
  })
  test('what is no program, and what runs on nothing', () => {
    const bad = (change: object, text: string): void => {
      const { status, stderr } = gdo(['run', file('bad.json', { ...program, ...change })])
      expect(status).toBe(2)
      expect(stderr).toContain(text)
    }
    bad({ setup: {} }, 'setup.guest: missing')
    bad({ setup: { guest: 'armv7' } }, 'setup.guest: expected "x86" or "arm64"')
    bad({ setup: { guest: 'x86', mdscr: '0x0' } }, 'setup.mdscr: unknown field')
    bad({ setup: { guest: 'arm64' } }, 'code[2].op: expected')
    bad({ script: [[{ do: 'insert', kind: 'hard', at: { instruction: 0 } }]] }, 'script[0][0].kind: expected')
    bad({ script: [[{ do: 'step', count: 2 }]] }, 'script[0][0].count: unknown field')
    for (const beneath of ['armv7/ideal', 'arm64/linux-6.1']) {
      const on = gdo(['run', path, '--variant', `vmm/qemu,${beneath}`])
      expect(on.status).toBe(2)
      expect(on.stderr).toContain('GDO-1406')
    }
  })
})

test('check, save and report', () => {
  const wrong = ['--variant', 'vmm/step-over-in-place', '--runs', '200', '--save', 'found']
  const { status, stdout } = gdo(['check', ...wrong, 'step-over-makes-progress'])
  expect(status).toBe(1)
  expect(stdout).toContain('vmm/step-over-in-place breaks vmm/step-over-makes-progress (abi)')
  const [saved] = readdirSync(join(folder, 'found'))
  for (const format of ['text', 'markdown'])
    expect(gdo(['report', join('found', saved!), '--format', format]).stdout).toContain('steps over')
  expect(gdo(['report', join('found', saved!), '--format', 'c']).status).toBe(2)
})

test('compare', () => {
  const { status, stdout } = gdo(['compare', 'vmm/ideal', 'vmm/first-remove-unplants'])
  expect(status).toBe(1)
  expect(stdout).toContain('rule vmm/remove-use')
})

test('explain and eval', () => {
  expect(gdo(['explain', 'vmm/x86-owner']).stdout).toContain('Whose a KVM_EXIT_DEBUG is on x86')
  const record = { stepping: false, softwareBreakpoints: 0, hardwareBreakpoints: 0 }
  const asked = (...options: string[]): unknown =>
    JSON.parse(gdo(['eval', 'vmm/guest-debug-control', ...options], `${JSON.stringify(record)}\n`).stdout)
  expect(asked()).toEqual({ control: '0x00000000' })
  expect(asked('--variant', 'vmm/cloud-hypervisor')).toEqual({ control: '0x00020001' })
})

test('a decision about debug registers is not exported under a variant that has none', () => {
  const ids = ['vmm/encode-x86-breakpoints', '--variant', 'vmm/qemu-tcg']
  const { status, stderr } = gdo(['export', ...ids, '--format', 'json', '--out', 'vectors'])
  expect(status).toBe(2)
  expect(stderr).toContain('vmm/encode-x86-breakpoints: vmm/qemu-tcg has nothing that this asks for')
})

describe('diff', () => {
  test('what a VMM does to its guests, on a target', () => {
    for (const [target, variant] of [
      ['x86/linux-6.18-pvm', 'vmm/qemu,x86/linux-6.18-pvm'],
      ['arm64/linux-6.1', 'vmm/ideal'],
    ] as const) {
      const { status, stdout } = gdo([
        ...['diff', '--target', `model:${target}`, '--variant', variant],
        ...['--runs', '60'],
      ])
      expect(status).toBe(0)
      const name = variant.includes(',') ? variant : `${variant},${target}`
      expect(stdout).toContain(`compared with ${name}\n`)
      expect(stdout).toContain('classes any, software, hardware, stepping;')
      expect(Number(/^ *(\d+) +agreed/m.exec(stdout)?.[1])).toBeGreaterThan(30)
    }
  })
  test('a replay, for the machine that the target has', () => {
    const path = file('replayed.json', program)
    const replay = (target: string) =>
      gdo(['diff', '--target', `model:${target}`, '--variant', 'vmm/qemu', '--program', path])
    expect(replay('x86/linux-6.18-pvm').stdout).toContain('1  agreed')
    expect(replay('arm64/linux-6.1').stderr).toContain('setup.guest: expected arm64')
  })
})
