/**
 * The armv7 machine on the command line, and the designs side by side.
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
  machine: 'armv7',
  setup: {},
  code: [{ op: 'bkpt' }, { op: 'wfi' }, { op: 'mrc', from: 'DBGDSCRint' }],
  script: [[], [{ do: 'migrate', cpu: 1 }]],
}

describe('run', () => {
  const path = file('program.json', program)
  test('the guest’s MOE, on the ideal machine and under the conclusion of the review', () => {
    const { status, stdout } = gdo(['run', path])
    expect(status).toBe(0)
    expect(stdout).toContain('injects Prefetch Abort: bkpt, IFSR=0x2')
    expect(stdout).toContain('reads DBGDSCRint=0x800c: traps, HSR=0x17e00003')
    expect(stdout).toContain('moves the vCPU’s thread to CPU 1')
    expect(gdo(['run', path, '--variant', 'design-b']).stdout).toContain('reads DBGDSCRint=0x8000: traps')
  })
  test('as JSON, and every run that the choices allow', () => {
    const { events, ending } = JSON.parse(gdo(['run', path, '--json']).stdout)
    expect(ending).toBe('end')
    expect(events.find(({ kind }: { kind: string }) => kind === 'entry').cpu.hdcr).toBe('0x00000f66')
    expect(gdo(['run', path, '--all']).stdout).toContain('run 1 of')
  })
  test('what is no program', () => {
    const bad = (change: object, text: string): void => {
      const { status, stderr } = gdo(['run', file('bad.json', { ...program, ...change })])
      expect(status).toBe(2)
      expect(stderr).toContain(text)
    }
    bad({ code: [{ op: 'mrc', from: 'DBGNONE' }] }, 'code[0].from: expected a CP14 debug register')
    bad({ code: [{ op: 'nop', user: false }] }, 'code[0].user: expected true, or nothing')
    bad({ setup: { dbgen: [true] } }, 'setup.dbgen: expected an array of exactly 2')
    bad({ script: [[{ do: 'migrate', cpu: 2 }]] }, 'script[0][0].cpu: expected 0 or 1')
  })
})

test('check, save and report', () => {
  const { status, stdout } = gdo(['check', '--variant', 'design-b', '--runs', '200', '--save', 'found'])
  expect(status).toBe(1)
  expect(stdout).toContain('armv7/design-b breaks armv7/moe-is-the-guests (abi)')
  const [saved] = readdirSync(join(folder, 'found'))
  expect(gdo(['report', join('found', saved!)]).stdout).toContain('DBGDSCR.MOE')
})

test('compare', () => {
  const { status, stdout } = gdo(['compare', 'armv7/ideal', 'armv7/tda-first'])
  expect(status).toBe(1)
  expect(stdout).toContain('rule armv7/enter-hdcr')
})

describe('the designs', () => {
  test('as text', () => {
    const { status, stdout } = gdo(['explain', 'armv7/designs'])
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /^ {2}write DBGDSCRext +hardware +its own → hardware +hardware +ignored +ignored +hardware +ignored +ignored +ignored +/m,
    )
    expect(stdout).toMatch(/RAZ\/WI +debug architecture unsupported, 0 breakpoints and 0 watchpoints/)
    expect(stdout).toMatch(/no traps +ready, 5 breakpoints and 4 watchpoints +22 writes reach/)
  })
  test('as JSON', () => {
    const { columns, accesses, linuxStartUp } = JSON.parse(gdo(['explain', 'designs', '--json']).stdout)
    expect(accesses.length).toBeGreaterThan(40)
    for (const { outcomes } of accesses) expect(Object.keys(outcomes).length).toBe(columns.length)
    expect(linuxStartUp.length).toBe(columns.length)
  })
})

test('eval, with the design as the variant', () => {
  const input =
    '{"register":"DBGDSCRint","direction":"read","privilege":"pl1","hdcr":"0xe06","monitorMode":true}'
  expect(gdo(['eval', 'cp14-access', '--variant', 'raz-wi'], input).stdout).toBe(
    '{"outcome":"hyp-trap","hsr":"0x17e00003","guestSees":"zero"}\n',
  )
})
