import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { InputError } from '../../model/program.ts'
import { makeProgram } from '../../model/x86/index.ts'
import { CampaignStore, type Header } from '../../oracles/differential/store.ts'
import { noCounts } from '../../oracles/differential/tally.ts'
import type { StoredFinding } from '../../oracles/reports/finding.ts'

let root = ''
let folder = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gdo-'))
  folder = join(root, 'campaign')
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

const header: Header = {
  format: 'guest-debug-oracle/campaign',
  version: 1,
  target: 'model:x86/ideal',
  host: 'arch=x86',
  options: {},
  describedBy: 'x86/ideal',
  description: 'measured',
  variant: 'x86/ideal',
  properties: [],
  seed: 3,
  classes: ['any'],
  runs: 100,
}

const finding: StoredFinding = {
  format: 'guest-debug-oracle/finding',
  version: 1,
  kind: 'divergence',
  target: header.target,
  host: header.host,
  variant: 'x86/ideal',
  property: null,
  signature: 'dr6: BS 1→0, at nop, control 0',
  program: makeProgram({}, [], []),
  answers: {},
  difference: { event: 0, field: 'dr6', expected: '1', observed: '2' },
  expected: { events: [], log: '', ending: 'end' },
  observed: { events: [], log: '', ending: 'end' },
  seen: { times: 3, of: 3 },
  provenance: { seed: 3, after: 8, instances: 2 },
}

const journal = (): string => join(folder, 'campaign.jsonl')

const shaky: StoredFinding = {
  ...finding,
  signature: 'dr6: BS 0→1, at nop, control 0',
  seen: { times: 1, of: 3 },
}

/** A campaign with one finding, seen twice, one that is unstable, and progress up to program 20. */
const written = (): void => {
  const store = CampaignStore.begin(folder, header)
  store.finding('stable', 0, finding)
  store.difference('stable', 7, 'raw', 0)
  store.finding('unstable', 0, shaky)
  store.difference('unstable', 9, 'shaky', 0)
  store.difference('stable', 11, 'raw', 0)
  store.fault({ program: 13, what: 'the target hangs', again: true }, finding.program)
  store.progress(20, { ...noCounts(), agreed: 17, different: 2, failed: 1 })
  store.close()
}

const refusal = (action: () => unknown): InputError => {
  try {
    action()
  } catch (error) {
    expect(error).toBeInstanceOf(InputError)
    expect((error as InputError).message).not.toContain('\n')
    return error as InputError
  }
  throw new Error('it was accepted')
}

describe('a campaign on disk', () => {
  test('is read back as it was written', () => {
    written()
    const { position, header: stored } = CampaignStore.resume(folder)
    const raw = { signature: 'raw', finding: 0 }
    expect(stored).toEqual(header)
    expect(position).toMatchObject({
      next: 20,
      counts: { agreed: 17, different: 2, failed: 1 },
      stable: { findings: [finding], instances: [raw, raw] },
      unstable: { findings: [shaky], instances: [{ signature: 'shaky', finding: 0 }] },
      faults: [{ program: 13, what: 'the target hangs', again: true }],
    })
  })

  test.each([
    ['half a line', '{"kind":"progress","next":2'],
    ['half a character', Buffer.from('{"kind":"fault","what":"…').subarray(0, 24)],
    [
      'what belongs to a program that was not done',
      '{"kind":"stable","program":21,"signature":"x","finding":5}\n',
    ],
  ])('goes on without %s at its end', (_, rest) => {
    written()
    const before = readFileSync(journal(), 'utf8')
    appendFileSync(journal(), rest)
    const store = CampaignStore.resume(folder)
    expect(store.position.next).toBe(20)
    expect(store.position.stable.findings).toHaveLength(1)
    expect(readFileSync(journal(), 'utf8')).toBe(before)
    store.progress(21, noCounts())
    store.close()
    expect(CampaignStore.resume(folder).position.next).toBe(21)
  })

  test('that was killed at once goes on from the beginning', () => {
    CampaignStore.begin(folder, header).close()
    expect(CampaignStore.resume(folder).position).toMatchObject({ next: 0, stable: { findings: [] } })
  })
})

describe('is refused', () => {
  test('where there is one already', () => {
    written()
    expect(refusal(() => CampaignStore.begin(folder, header)).code).toBe('GDO-1614')
  })

  test('where there is none', () => {
    expect(refusal(() => CampaignStore.resume(folder)).message).toContain('no such folder')
    expect(refusal(() => CampaignStore.resume(root)).code).toBe('GDO-1612')
    writeFileSync(folder, '')
    expect(refusal(() => CampaignStore.begin(folder, header)).message).toContain('it is no folder')
  })

  test.each([
    ['another format', { ...header, format: 'x' }],
    ['another version', { ...header, version: 2 }],
    ['no header', { kind: 'progress' }],
  ])('with %s', (_, first) => {
    written()
    writeFileSync(journal(), `${JSON.stringify(first)}\n`)
    expect(refusal(() => CampaignStore.headerOf(folder)).code).toBe('GDO-1612')
  })

  test('with a damaged line in the middle, or a finding that is gone', () => {
    written()
    const lines = readFileSync(journal(), 'utf8').split('\n')
    writeFileSync(journal(), [...lines.slice(0, 2), 'null', ...lines.slice(2)].join('\n'))
    expect(refusal(() => CampaignStore.resume(folder)).message).toContain('line 3: damaged')
    writeFileSync(journal(), lines.join('\n'))
    rmSync(join(folder, 'finding-1.json'))
    expect(refusal(() => CampaignStore.resume(folder)).message).toContain('finding-1.json')
  })
})
