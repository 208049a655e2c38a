/**
 * A Cortex-A15 in Hyp mode under QEMU: it answers as the ideal machine does, and otherwise than planted faults. Skipped,
 * with the reason and the remedy, where QEMU or the cross compiler is missing.
 */
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest'
import { variants } from '../../model/armv7/variants/index.ts'
import type { AnyVariant } from '../../oracles/decisions/decision.ts'
import { compareQuestion } from '../../oracles/targets/hyp-armv7/compare.ts'
import { Hyp, MODE } from '../../oracles/targets/hyp-armv7/hyp.ts'
import { questions } from '../../oracles/targets/hyp-armv7/questions.ts'
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
