/**
 * Short campaigns: random programs of every class give the runs that the variant gives which describes the target, and
 * not always those of the ideal machine. Skipped, with the reason and the remedy, where a target cannot run or nobody
 * has described it.
 */
import { expect, type TestContext, test } from 'vitest'
import { runCampaign, type Summary } from '../../oracles/differential/campaign.ts'
import { Comparer } from '../../oracles/differential/comparer.ts'
import { ProgramStream, triedOn } from '../../oracles/differential/stream.ts'
import type { TargetMachine } from '../../oracles/machines/machine.ts'
import { machineOfTarget } from '../../oracles/targets/machine.ts'
import { openTarget } from '../../oracles/targets/open.ts'
import type { Description } from '../../oracles/targets/protocol.ts'
import { Session } from '../../oracles/targets/session.ts'
import { Unavailable } from '../../oracles/targets/target.ts'
import type { MachineOf, MachineTypes } from '../../properties/machine.ts'

type Program = MachineTypes['Program']
type Variant = MachineTypes['Variant']

const SEED = 618

/** Opens the target, or skips the test. */
const open = async (ctx: TestContext, target: string): Promise<Session> => {
  try {
    const [name, option, value] = target.split(' ')
    const options = option === undefined ? {} : { [option.slice(2)]: value }
    const session = await Session.open(await openTarget(name!, options))
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
  machine: TargetMachine,
  tried: MachineOf<MachineTypes>,
  description: Description,
  variant: Variant,
  programs: number,
  stopAfter: number,
): Promise<Summary> => {
  const classes = machine.protocol.classes(session.words, tried.programClasses)
  const stream = new ProgramStream(tried, classes, SEED)
  return runCampaign({
    trials: new Comparer(session, machine, tried, description, variant, stream, programs),
    seed: SEED,
    stopAfter,
    store: null,
    signal: new AbortController().signal,
    onProgress: () => {},
  })
}

test.for([
  ['model:x86/linux-6.1-svm', 300],
  ['kvm', 300],
  ['kvm-svm', 200],
  ['kvm-svm --release newest', 100],
  ['kvm-vmx', 200],
  ['kvm-vmx --release newest', 100],
  ['model:arm64/linux-6.1', 300],
  ['kvm-arm64', 200],
  ['kvm-arm64 --release 6.12', 200],
  ['kvm-arm64 --release newest', 200],
  ['qemu-gdb', 200],
  ['qemu-gdb --flavour aarch64-tcg', 120],
  ['qemu-gdb --flavour x86-kvm', 200],
  ['model:armv7/no-traps', 300],
] as const)(
  '%s does what its variant says, and not what the ideal machine does',
  {
    timeout: 120_000,
  },
  async ([target, programs], ctx) => {
    const session = await open(ctx, target)
    const machine = machineOfTarget(session.words)!
    const tried = triedOn(machine, session.words, await machine.tried())
    const probe = async (program: Program) => {
      const result = await session.run(machine.protocol.lower(program))
      return result.kind === 'ran' ? result.observation : null
    }
    const description = await machine.protocol.describe(session.words, probe, machine.variants)
    const expecting = (variant: Variant, stopAfter: number): Promise<Summary> =>
      campaign(session, machine, tried, description, variant, programs, stopAfter)
    if (!description.exact)
      ctx.skip(`no variant describes ${session.host} (gdo diff --target ${target} says how near one is)`)

    const { findings, counts } = await expecting(description.variant, 10)
    ctx.task.meta.target = `${target}: ${programs} programs, ${counts.agreed} agreed with ${description.variant.id}, ${findings.length} findings`
    expect(findings.map(({ signature, program }) => [signature, program])).toEqual([])
    expect(counts.agreed).toBeGreaterThan(programs / 3)
    expect(counts.failed).toBe(0)

    const demanded = await expecting(machine.variants[0]!, 2)
    expect(demanded.findings).toHaveLength(2)
    for (const { kind, seen, explanation } of demanded.findings) {
      expect(kind).toBe('deviation')
      expect(seen).toEqual({ times: 3, of: 3 })
      expect(explanation!.described).toBe(true)
    }
  },
)
