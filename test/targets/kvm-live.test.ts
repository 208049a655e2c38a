/**
 * The variant of this very kernel against the kernel: random programs must give the runs that the variant gives.
 * Skipped, with the reason and the remedy, where the kernel cannot be asked or nobody has described it.
 */
import { expect, type TestContext, test } from 'vitest'
import { ideal, type Program, type Variant } from '../../model/x86/index.ts'
import { variants } from '../../model/x86/variants/index.ts'
import { runCampaign, type Summary } from '../../oracles/differential/campaign.ts'
import { Comparer } from '../../oracles/differential/comparer.ts'
import { ProgramStream } from '../../oracles/differential/stream.ts'
import { type Description, describeTarget } from '../../oracles/targets/kvm/describe.ts'
import { lower } from '../../oracles/targets/kvm/lower.ts'
import { openTarget } from '../../oracles/targets/open.ts'
import { Session } from '../../oracles/targets/session.ts'
import { Unavailable } from '../../oracles/targets/target.ts'
import { PROGRAM_CLASSES } from '../../properties/x86/generators.ts'

const PROGRAMS = 300
const SEED = 618

/** Opens the target, or skips the test. */
const openKvm = async (ctx: TestContext): Promise<Session> => {
  try {
    const session = await Session.open(await openTarget('kvm'))
    ctx.onTestFinished(() => session.close())
    return session
  } catch (error) {
    if (error instanceof Unavailable) ctx.skip(`${error.message} (${error.remedy})`)
    throw error
  }
}

const campaign = (
  session: Session,
  description: Description,
  variant: Variant,
  stopAfter: number,
): Promise<Summary> =>
  runCampaign({
    trials: new Comparer(session, description, variant, new ProgramStream(PROGRAM_CLASSES, SEED), PROGRAMS),
    seed: SEED,
    stopAfter,
    store: null,
    signal: new AbortController().signal,
    onProgress: () => {},
  })

test('the kernel does what its variant says, and not what the ideal machine does', async (ctx) => {
  const session = await openKvm(ctx)
  const probe = async (program: Program) => {
    const result = await session.run(lower(program))
    return result.kind === 'ran' ? result.observation : null
  }
  const description = await describeTarget(session.words, probe, variants)
  if (!description.exact)
    ctx.skip(`no variant describes ${session.host}: gdo diff --target kvm says how near one is`)

  const described = await campaign(session, description, description.variant, 10)
  expect(described.findings.map(({ signature, program }) => [signature, program])).toEqual([])
  expect(described.counts.agreed).toBeGreaterThan(150)
  expect(described.counts.failed).toBe(0)

  const demanded = await campaign(session, description, ideal, 3)
  expect(demanded.findings).toHaveLength(3)
  for (const { kind, seen, explanation } of demanded.findings) {
    expect(kind).toBe('deviation')
    expect(seen).toEqual({ times: 3, of: 3 })
    expect(explanation!.described).toBe(true)
  }
}, 60_000)
