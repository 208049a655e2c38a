/**
 * Campaigns on the model: what differs is found, named once, made small on the target itself, and counted.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Summary } from '../../oracles/differential/campaign.ts'
import { CampaignStore, type Header } from '../../oracles/differential/store.ts'
import { steps } from '../../oracles/reports/counterexample.ts'
import { openTarget } from '../../oracles/targets/open.ts'
import { campaign, fakeTarget } from './support.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gdo-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)

/** Every program is counted in one place. */
const expectWhole = ({ programs, counts }: Summary): void => {
  const { agreed, different, unstable, failed, unsupported } = counts
  expect(agreed + different + unstable + failed + sum(Object.values(unsupported))).toBe(programs)
}

test('a model does what it does', async () => {
  const summary = await campaign({
    target: 'model:x86/linux-6.18-pvm',
    variant: 'x86/linux-6.18-pvm',
    runs: 600,
  })
  expectWhole(summary)
  expect(summary).toMatchObject({ programs: 600, findings: [], faults: [], ended: null })
  expect(summary.counts.agreed).toBeGreaterThan(500)
  expect(summary.counts.events).toBeGreaterThan(1500)
})

describe('a historical bug', () => {
  // The steps are those of the shortest program by which the properties convict it, or one more.
  test.each<[string, number, number]>([
    ['x86/icebp-not-skipped', 2000, 1],
    ['x86/phantom-step', 1000, 1],
    ['x86/dr6-overwritten', 300, 0],
    ['x86/guest-breakpoints-under-host-breakpoints', 1000, 1],
    ['x86/step-missed-in-emulation', 100, 2],
    ['x86/code-breakpoint-in-mov-ss-shadow', 2000, 1],
    ['x86/io-breakpoints-missing', 600, 2],
    ['x86/no-blockirq', 2000, 3],
  ])('%s is found within %i programs and shown in %i steps', async (id, runs, most) => {
    const { findings } = await campaign({
      target: `model:${id}`,
      variant: 'x86/ideal',
      runs,
      stopAfter: 4,
    })
    expect(findings.length).toBeGreaterThan(0)
    expect(Math.min(...findings.map(({ program }) => steps(program)))).toBeLessThanOrEqual(most)
    for (const { seen } of findings) expect(seen).toEqual({ times: 3, of: 3 })
  })
})

describe('findings', () => {
  test('the hundredth instance of one is no second one', async () => {
    const { findings, counts } = await campaign({
      target: 'model:x86/exit-dr6-without-rtm',
      variant: 'x86/ideal',
      runs: 400,
      classes: ['stepping'],
    })
    expect(counts.different).toBeGreaterThan(100)
    expect(findings.length).toBeLessThan(8)
    expect(Math.max(...findings.map(({ provenance }) => provenance.instances))).toBeGreaterThan(80)
    expect(sum(findings.map(({ provenance }) => provenance.instances))).toBe(counts.different)
  })

  test('two bugs of one target are two', async () => {
    const module = join(folder, 'two.mjs')
    const dist = new URL('../../dist/', import.meta.url).href
    writeFileSync(
      module,
      `import { historical, ideal } from '${dist}model/x86/index.js'
       import { variants } from '${dist}model/x86/variants/index.js'
       const rulesOf = (id) => {
         const { rules } = variants.find((variant) => variant.id === id)
         return Object.fromEntries(Object.entries(rules).filter(([name, rule]) => rule !== ideal.rules[name]))
       }
       export const two = historical({ id: 'x86/two', summary: 'two', base: ideal, cites: [], rules: {
         ...rulesOf('x86/icebp-not-skipped'), ...rulesOf('x86/dr7-bit-10-clearable') } })`,
    )
    const { findings } = await campaign({
      target: await openTarget('model:x86/two', { modules: [module] }),
      variant: 'x86/ideal',
      runs: 600,
    })
    const shows = (program: (typeof findings)[number]['program']): string =>
      program.code.some(({ op }) => op === 'icebp') ? 'icebp' : 'dr7'
    expect(new Set(findings.map(({ program }) => shows(program)))).toEqual(new Set(['icebp', 'dr7']))
    // The stop at a planted INT3 takes the planting, the control and what breaks DR7 before it.
    for (const { program } of findings) expect(steps(program)).toBeLessThanOrEqual(3)
  })

  test('deviations are named by the rules that make them, with layer and properties', async () => {
    const { findings } = await campaign({
      target: 'model:x86/linux-6.18-pvm',
      variant: 'x86/ideal',
      describedBy: 'x86/linux-6.18-pvm',
      runs: 150,
    })
    for (const { kind, explanation } of findings) {
      expect(kind).toBe('deviation')
      expect(explanation!.described).toBe(true)
    }
    const named = findings.find(({ signature }) => signature === 'x86/event-deliverable')!
    expect(named.explanation).toMatchObject({ layer: 'arch', parts: ['x86/event-deliverable'], alone: true })
    expect(named.explanation!.properties.map(({ id }) => id)).toContain(
      'x86/interrupts-wait-for-if-and-shadow',
    )
    expect(steps(named.program)).toBeLessThanOrEqual(2)
  })
})

describe('a target that cannot be relied on', () => {
  test('a difference that is not there again is no finding', async () => {
    const summary = await campaign({ target: fakeTarget('flaky', 10), variant: 'x86/ideal', runs: 150 })
    expectWhole(summary)
    expect(summary.findings).toEqual([])
    expect(summary.counts.unstable).toBeGreaterThan(5)
    expect(summary.unstableFindings.length).toBeGreaterThan(0)
    for (const { seen } of summary.unstableFindings) expect(seen.times).toBeLessThan(seen.of)
    const instances = summary.unstableFindings.map(({ provenance }) => provenance.instances)
    expect(sum(instances)).toBe(summary.counts.unstable)
  })

  test('one that is there each time is', async () => {
    const { findings, counts } = await campaign({
      target: fakeTarget('lie', 10),
      variant: 'x86/ideal',
      runs: 150,
    })
    expect(counts.different).toBeGreaterThan(5)
    expect(findings[0]!.signature).toContain('a general register')
    expect(findings[0]!.difference).toMatchObject({ field: 'rsi', observed: 'bad' })
  })

  test('programs that kill it are counted, kept, and no difference', async () => {
    const header: Header = {
      format: 'guest-debug-oracle/campaign',
      version: 1,
      target: 'exec:exit',
      host: '',
      options: {},
      describedBy: 'x86/ideal',
      description: 'measured',
      variant: 'x86/ideal',
      properties: [],
      seed: 1,
      classes: [],
      runs: 150,
    }
    const saved = join(folder, 'faults')
    const store = CampaignStore.begin(saved, header)
    const summary = await campaign({ target: fakeTarget('exit', 30), variant: 'x86/ideal', runs: 150, store })
    expectWhole(summary)
    expect(summary.findings).toEqual([])
    expect(summary.counts.failed).toBeGreaterThan(0)
    expect(summary.faults).toHaveLength(summary.counts.failed)
    const [{ program, what }] = summary.faults as [(typeof summary.faults)[0]]
    const kept = JSON.parse(readFileSync(join(saved, `program-${program}.json`), 'utf8'))
    expect(kept).toMatchObject({ number: program, reason: what, program: { machine: 'x86' } })
  })
})

test('an interrupted campaign goes on to the same end', async () => {
  const wanted = { target: 'model:x86/step-missed-in-emulation', variant: 'x86/ideal', runs: 400, seed: 9 }
  const header: Header = {
    format: 'guest-debug-oracle/campaign',
    version: 1,
    target: wanted.target,
    host: '',
    options: {},
    describedBy: 'x86/ideal',
    description: 'measured',
    variant: 'x86/ideal',
    properties: [],
    seed: wanted.seed,
    classes: [],
    runs: wanted.runs,
  }
  const whole = await campaign(wanted)
  expect(whole.findings.length).toBeGreaterThan(1)

  const saved = join(folder, 'interrupted')
  const first = await campaign({ ...wanted, store: CampaignStore.begin(saved, header), interruptAfter: 150 })
  expect(first.ended).toBe('interrupted')
  expect(first.programs).toBeLessThan(151)
  const second = await campaign({ ...wanted, store: CampaignStore.resume(saved), interruptAfter: 320 })
  expect(second.programs).toBeGreaterThan(200)
  const last = await campaign({ ...wanted, store: CampaignStore.resume(saved) })
  expect(last).toEqual(whole)
})
