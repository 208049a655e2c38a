/**
 * A Cortex-A15 in Hyp mode under QEMU: it answers as the ideal machine does, and otherwise than planted faults. Skipped,
 * with the reason and the remedy, where QEMU or the cross compiler is missing.
 */
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest'
import { variants } from '../../model/armv7/variants/index.ts'
import type { AnyVariant } from '../../oracles/decisions/decision.ts'
import { runCampaign } from '../../oracles/differential/campaign.ts'
import { Comparer } from '../../oracles/differential/comparer.ts'
import { ProgramStream } from '../../oracles/differential/stream.ts'
import { compareQuestion } from '../../oracles/targets/hyp-armv7/compare.ts'
import { Hyp, MODE } from '../../oracles/targets/hyp-armv7/hyp.ts'
import { DESIGNS } from '../../oracles/targets/hyp-armv7/image.ts'
import { questions } from '../../oracles/targets/hyp-armv7/questions.ts'
import { targetMachineNamed } from '../../oracles/targets/machine.ts'
import { openTarget } from '../../oracles/targets/open.ts'
import { Session } from '../../oracles/targets/session.ts'
import { Unavailable } from '../../oracles/targets/target.ts'

/** Inputs of each decision that are compared. */
const RUNS = 60
const SEED = 20261120

const variant = (id: string): AnyVariant => variants.find((each) => each.id === `armv7/${id}`)! as AnyVariant

let hyp: Hyp | null = null
let missing = ''
beforeAll(async () => {
  try {
    hyp = await Hyp.open()
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    missing = `${error.message} (${error.remedy})`
  }
})
afterAll(() => hyp?.close())

/** The CPU, or the test is skipped. */
const opened = (ctx: TestContext): Hyp => hyp ?? ctx.skip(missing)

const compare = (cpu: Hyp, id: string, by: string) =>
  compareQuestion(cpu, questions.find(({ decision }) => decision.id === `armv7/${id}`)!, {
    variant: variant(by),
    runs: id === 'fault-status' ? 8 : RUNS,
    seed: SEED,
    onProgress: () => {},
  })

describe('the CPU', () => {
  test('is a Cortex-A15', (ctx) => {
    expect(opened(ctx).didr).toBe(0x3515f021)
  })

  test('takes what was measured: a syndrome, a BKPT, a BKPT in Hyp mode', async (ctx) => {
    const cpu = opened(ctx)
    expect(await cpu.setHdcr(0xe06)).toBe(0xe06)
    expect((await cpu.execute(0xee100e11, MODE.supervisor)).trap).toBe(0x17e00003)
    await cpu.setHdcr(0x6)
    expect(await cpu.execute(0xe1200070, MODE.supervisor)).toMatchObject({
      guestVector: 3,
      ifsr: 2,
      dscr: 0xc,
    })
    expect(await cpu.execute(0xe1200070, MODE.hyp)).toMatchObject({ vector: 3, hsr: 0x86000022 })
  })
})

describe('answers as the ideal machine', () => {
  for (const { decision } of questions)
    test(decision.id, async (ctx) => {
      const { compared, counterexample } = await compare(opened(ctx), decision.id.slice(6), 'ideal')
      expect(counterexample).toBeNull()
      expect(compared).toBeGreaterThanOrEqual(8)
    })
})

describe('tells planted faults', () => {
  for (const [id, by] of [
    ['route-access', 'user-access-trapped'],
    ['access-syndrome', 'trapped-without-il'],
    ['debug-event', 'double-lock-ignored'],
    ['match-breakpoint', 'privilege-ignored'],
    ['match-watchpoint', 'far-is-the-access'],
    ['fault-status', 'short-status-with-lpae'],
  ] as const)
    test(`${by} in ${id}`, async (ctx) => {
      expect((await compare(opened(ctx), id, by)).counterexample).not.toBeNull()
    })
})

/** The findings of random programs under a design of the image, compared with a variant. */
const tryPrograms = async (ctx: TestContext, design: string, by: string, count: number) => {
  opened(ctx)
  const session = await Session.open(await openTarget(`hyp-armv7:${design}`))
  ctx.onTestFinished(() => session.close())
  const machine = targetMachineNamed('armv7')
  const tried = await machine.tried()
  const found = await machine.protocol.describe(session.words, async () => null, machine.variants)
  expect(found.variant.id).toBe(`armv7/${design}`)
  const description = { ...found, variant: variant(by) }
  const stream = new ProgramStream(tried, machine.protocol.classes(session.words, tried.programClasses), SEED)
  return runCampaign({
    trials: new Comparer(session, machine, tried, description, variant(by), stream, count),
    seed: SEED,
    stopAfter: 1,
    store: null,
    signal: new AbortController().signal,
    onProgress: () => {},
  })
}

describe('runs programs as the model does', () => {
  for (const design of DESIGNS)
    test(design, { timeout: 60_000 }, async (ctx) => {
      const { findings, counts } = await tryPrograms(ctx, design, design, 250)
      ctx.task.meta.target = `hyp-armv7:${design}: 250 programs, ${counts.agreed} agreed`
      expect(findings.map(({ signature, program }) => [signature, program])).toEqual([])
      expect(counts.agreed).toBeGreaterThan(150)
      expect(counts.failed).toBe(0)
    })
})

describe('tells in programs', () => {
  for (const [design, by] of [
    // The hole of the design as it was posted: the guest reads the cause of an exception of the host.
    ['ideal', 'design-b'],
    ['design-b', 'ideal'],
    ['raz-wi', 'no-traps'],
    ['ideal', 'shadow-not-updated'],
  ] as const)
    test(`${design} from ${by}`, { timeout: 60_000 }, async (ctx) => {
      expect((await tryPrograms(ctx, design, by, 250)).findings).toHaveLength(1)
    })
})
