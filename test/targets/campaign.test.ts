/**
 * Short campaigns: random programs of every class give the runs that the variant gives which describes the target, and
 * not always those of the ideal machine. Skipped, with the reason and the remedy, where a target cannot run or nobody
 * has described it.
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

const SEED = 618

/** Opens the target, or skips the test. */
const open = async (ctx: TestContext, target: string): Promise<Session> => {
  try {
    const [name, , release] = target.split(' ')
    const session = await Session.open(await openTarget(name!, release === undefined ? {} : { release }))
    ctx.onTestFinished(() => session.close())
    return session
  } catch (error) {
    // A compiler that refuses the runner is no reason to skip.
    if (error instanceof Unavailable && !error.message.includes('cannot be built'))
      ctx.skip(`${error.message} (${error.remedy})`)
    throw error
  }
}

const campaign = (
  session: Session,
  description: Description,
  variant: Variant,
  programs: number,
  stopAfter: number,
): Promise<Summary> =>
  runCampaign({
    trials: new Comparer(session, description, variant, new ProgramStream(PROGRAM_CLASSES, SEED), programs),
    seed: SEED,
    stopAfter,
    store: null,
    signal: new AbortController().signal,
    onProgress: () => {},
  })

test.for([
  ['model:x86/linux-6.1-svm', 300],
  ['kvm', 300],
  ['kvm-svm', 200],
  ['kvm-svm --release newest', 100],
] as const)(
  '%s does what its variant says, and not what the ideal machine does',
  {
    timeout: 120_000,
  },
  async ([target, programs], ctx) => {
    const session = await open(ctx, target)
    const probe = async (program: Program) => {
      const result = await session.run(lower(program))
      return result.kind === 'ran' ? result.observation : null
    }
    const description = await describeTarget(session.words, probe, variants)
    if (!description.exact)
      ctx.skip(`no variant describes ${session.host} (gdo diff --target ${target} says how near one is)`)

    const { findings, counts } = await campaign(session, description, description.variant, programs, 10)
    ctx.task.meta.target = `${target}: ${programs} programs, ${counts.agreed} agreed with ${description.variant.id}, ${findings.length} findings`
    expect(findings.map(({ signature, program }) => [signature, program])).toEqual([])
    expect(counts.agreed).toBeGreaterThan(programs / 2)
    expect(counts.failed).toBe(0)

    const demanded = await campaign(session, description, ideal, programs, 3)
    expect(demanded.findings).toHaveLength(3)
    for (const { kind, seen, explanation } of demanded.findings) {
      expect(kind).toBe('deviation')
      expect(seen).toEqual({ times: 3, of: 3 })
      expect(explanation!.described).toBe(true)
    }
  },
)
