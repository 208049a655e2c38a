/**
 * `gdo report` as a subprocess: what it writes, and what it says of files that it cannot use.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findingOf, STEP_OVER_OUT } from '../reports/support.ts'

const MAIN = resolve(import.meta.dirname, '../../dist/oracles/cli/main.js')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gdo-report-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const gdo = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    input,
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { status, stdout, stderr }
}

const file = (name: string, content: object | string): string => {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return name
}

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
    [{ ...finding, program: { ...finding.program, machine: 'arm64' } }, 'machine'],
    [{ ...finding, answers: { nothing: 'x' } }, 'no choice has this name'],
    [observed({ what: 'ok; system("x")' }), 'observed.events[0].what'],
    [observed({ fields: { rip: '"; evil(); "' } }), 'observed.events[0].fields.rip'],
    [observed({ fields: { db: '1,2,3' } }), 'observed.events[0].fields.db'],
    [observed({ fields: { direction: '%n' } }), 'observed.events[0].fields.direction'],
    [{ ...finding, observed: { ...finding.observed, log: 'abc' } }, 'observed.log'],
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
