import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseFinding, type StoredFinding } from '../../oracles/reports/finding.ts'
import { findingOf, STEP_OVER_OUT } from '../reports/support.ts'
import { gdoIn, temporaryFolder, writeIn } from './support.ts'

const folder = temporaryFolder()
const gdo = gdoIn(folder)
const file = writeIn(folder)

const counterexample = {
  format: 'guest-debug-oracle/counterexample',
  version: 1,
  property: 'x86/code-breakpoint-not-missed',
  variant: 'x86/patch-2013',
  violation: 'the instruction at 0x1000 runs, though B0 matches it',
  program: {
    format: 'guest-debug-oracle/program',
    version: 1,
    machine: 'x86',
    setup: { cs: '0x80', db: [{ instruction: 0 }], dr7: '0x2' },
    code: [],
    script: [],
  },
  answers: {},
  provenance: { seed: 1, after: 501 },
}

const finding = findingOf(STEP_OVER_OUT)

test('a counterexample and a finding, as text and as C, from a file and from stdin', () => {
  const path = file('counterexample.json', counterexample)
  const text = gdo(['report', path])
  expect({ status: text.status, stderr: text.stderr }).toEqual({ status: 0, stderr: '' })
  expect(text.stdout).toMatch(/^x86\/patch-2013 violates x86\/code-breakpoint-not-missed\n/)
  expect(gdo(['report', path, '--format', 'c']).stdout).toMatch(/^\/\/ SPDX-License-Identifier: MIT\n/)

  const stdin = JSON.stringify(finding)
  expect(gdo(['report', '-'], stdin).stdout).toMatch(/^KVM guest debugging, Linux 6\.18\.44: /)
  const json = JSON.parse(gdo(['report', '-', '--format', 'c', '--json'], stdin).stdout)
  expect(json).toEqual({ format: 'c', text: expect.stringContaining('int main(void)') })
})

describe('every file of a campaign', () => {
  const saved = (folderName: string, ...args: string[]): StoredFinding[] => {
    const { status } = gdo(['diff', ...args, '--save', folderName])
    expect(status).toBe(1)
    return readdirSync(join(folder, folderName))
      .filter((name) => name.startsWith('finding-'))
      .map((name) => {
        const path = join(folderName, name)
        const text = gdo(['report', path])
        expect({ path, status: text.status, stderr: text.stderr }).toEqual({ path, status: 0, stderr: '' })
        expect(text.stdout).toMatch(/\n {2}1000 {2}[0-9a-f]/)
        for (const line of text.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(72)
        const stored = JSON.parse(readFileSync(join(folder, path), 'utf8')) as StoredFinding
        expect(parseFinding(stored as never)).toEqual(stored)
        const c = gdo(['report', path, '--format', 'c'])
        const says = c.status === 0 ? 'int main(void)' : 'no C file: the host sees nothing else than'
        expect(c.stdout + c.stderr).toContain(says)
        // What the describing variant does is nothing that a C file could compare.
        if (stored.kind !== 'property') expect({ path, status: c.status }).toEqual({ path, status: 0 })
        return stored
      })
  }
  const kinds = (findings: readonly StoredFinding[]) => new Set(findings.map(({ kind }) => kind))

  test('a divergence', () => {
    const findings = saved(
      ...(['svm', '--target', 'model:linux-6.1-svm', '--variant', 'ideal', '--stop-after', '4'] as const),
    )
    expect(kinds(findings)).toEqual(new Set(['divergence']))
  })

  test('one that only long mode shows', () => {
    const target = ['--target', 'model:syscall-steps-into-kernel', '--variant', 'ideal']
    const findings = saved('long', ...target, '--runs', '2000', '--stop-after', '1')
    expect(findings.every(({ program }) => 'mode' in program.setup && program.setup.mode === 'long')).toBe(
      true,
    )
    expect(gdo(['report', join('long', 'finding-1.json')]).stdout).toContain('In long mode at CPL')
  })

  test('a deviation, with what explains it', () => {
    const findings = saved(
      'deviations',
      '--target',
      'model:linux-6.18-pvm',
      '--against',
      'ideal',
      '--runs',
      '100',
    )
    expect(kinds(findings)).toEqual(new Set(['deviation']))
    expect(findings.every(({ explanation }) => explanation !== undefined)).toBe(true)
  })

  test('a property, with the related program', () => {
    const findings = saved('properties', '--target', 'model:linux-6.18-pvm', '--properties', '--runs', '150')
    expect(kinds(findings)).toEqual(new Set(['property']))
    const index = findings.findIndex(({ property }) => property === 'x86/write-back-invisible')
    expect(findings[index]!.related!.how).toMatch(/^registers written back before run \d+$/)
    const path = join('properties', `finding-${index + 1}.json`)
    const text = gdo(['report', path]).stdout
    expect(text).toContain('KVM_SET_REGS of what KVM_GET_REGS gives')
    expect(text).toMatch(/\nExpected from there:\n- kvm .*\n(.*\n)*\nSeen:\n\+ kvm /)
    expect(gdo(['report', path, '--format', 'c']).stdout).toContain('int main(void)')
  })
})

test('the same bytes every time', () => {
  const path = file('finding.json', finding)
  for (const format of ['text', 'c'])
    expect(gdo(['report', path, '--format', format])).toEqual(gdo(['report', path, '--format', format]))
})

test('what a counterexample was loaded for is needed again', () => {
  const { status, stderr } = gdo(['report', file('mine.json', { ...counterexample, variant: 'x86/mine' })])
  expect({ status, stderr }).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('mine.json: unknown variant "x86/mine"'),
  })
})

test('files that cannot be reported: one line that says why, exit code 2', () => {
  const whole = JSON.stringify(finding)
  const [first, ...others] = finding.observed.events
  const observed = (event: object) => ({
    ...finding,
    observed: { ...finding.observed, events: [{ ...first, ...event }, ...others] },
  })
  const related = { how: 'without the host', program: finding.program, observed: finding.observed }
  const explanation = { layer: 'abi', properties: [], parts: [], alone: true, described: true }
  const cases: readonly (readonly [content: object | string, text: string])[] = [
    ['', 'the file is empty'],
    ['x', 'not JSON'],
    [whole.slice(0, whole.length / 2), 'not JSON, or cut off'],
    ['[]', 'expected format'],
    ['null', 'expected format'],
    [{ format: 'guest-debug-oracle/program' }, 'expected format'],
    [{ ...counterexample, version: 2 }, 'this release reads version 1, not 2'],
    [{ ...finding, version: '1' }, 'this release reads version 1, not "1"'],
    [{ ...counterexample, violation: 7 }, 'violation: expected a string'],
    [{ ...counterexample, provenance: {} }, 'provenance: expected the numbers'],
    [{ ...counterexample, program: null }, 'it is about a rule'],
    [{ ...counterexample, program: { ...counterexample.program, code: [{ op: 'mwait' }] } }, 'code[0].op'],
    [{ ...counterexample, property: 'x86/code-breakpoint-not-mised' }, 'did you mean'],
    [{ ...counterexample, property: 'x86/rule-merge-dr6-within-ideal' }, 'is about a rule'],
    [{ ...counterexample, answers: { 'x86/coincident-causes': 'maybe' } }, 'merged or successive'],
    [{ ...finding, variant: 'x86/mine' }, 'unknown variant'],
    [{ ...finding, kind: 'property' }, 'property: expected the id'],
    [{ ...finding, kind: 'property', property: 'x86/nothing-like-it' }, 'unknown property'],
    [{ ...finding, kind: 'bug' }, 'kind: expected'],
    [{ ...finding, extra: 1 }, 'extra: unknown field'],
    [{ ...finding, seen: { times: 3 } }, 'seen.of: missing'],
    [{ ...finding, program: { ...finding.program, machine: 'riscv' } }, 'machine'],
    [{ ...finding, answers: { nothing: 'x' } }, 'no choice has this name'],
    [observed({ what: 'ok; system("x")' }), 'observed.events[0].what'],
    [observed({ fields: { rip: '"; evil(); "' } }), 'observed.events[0].fields.rip'],
    [observed({ fields: { db: '1,2,3' } }), 'observed.events[0].fields.db'],
    [observed({ fields: { direction: '%n' } }), 'observed.events[0].fields.direction'],
    [{ ...finding, observed: { ...finding.observed, log: 'abc' } }, 'observed.log'],
    [{ ...finding, related: { ...related, more: 1 } }, 'related.more: unknown field'],
    [{ ...finding, related: { ...related, program: { machine: 'x86' } } }, 'related.program.'],
    [{ ...finding, related: { ...related, observed: {} } }, 'related.observed.events: missing'],
    [{ ...finding, explanation: { ...explanation, layer: 'taste' } }, 'explanation.layer: expected'],
    [
      { ...finding, explanation: { ...explanation, properties: [{ id: 'x' }] } },
      'properties[0].layer: missing',
    ],
    [
      { ...finding, explanation: { ...explanation, alone: 'yes' } },
      'explanation.alone: expected true or false',
    ],
  ]
  for (const [i, [content, text]] of cases.entries()) {
    const { status, stdout, stderr } = gdo(['report', file(`case-${i}.json`, content), '--format', 'c'])
    expect({ i, status, stdout }).toEqual({ i, status: 2, stdout: '' })
    expect(stderr).toContain(text)
    expect(stderr).toMatch(/^gdo: case-\d+\.json: [^\n]+ \[GDO-\d{4}\]\n$/)
  }
  const { status, stderr } = gdo(['report', 'absent.json'])
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'gdo: cannot read absent.json: no such file [GDO-1006]\n',
  })
  expect(gdo(['report', file('finding.json', finding), '--format', 'html']).stderr).toContain(
    '--format: expected one of text, markdown, c, not "html"',
  )
})
