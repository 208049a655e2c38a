/**
 * Campaigns on targets for tests.
 */
import { resolve } from 'node:path'
import type { Variant } from '../../model/x86/index.ts'
import { variants } from '../../model/x86/variants/index.ts'
import { runCampaign, type Summary } from '../../oracles/differential/campaign.ts'
import { Comparer } from '../../oracles/differential/comparer.ts'
import type { CampaignStore } from '../../oracles/differential/store.ts'
import { ProgramStream } from '../../oracles/differential/stream.ts'
import { machineNamed } from '../../oracles/machines/index.ts'
import { openTarget } from '../../oracles/targets/open.ts'
import { Session } from '../../oracles/targets/session.ts'
import type { Target } from '../../oracles/targets/target.ts'
import { PROGRAM_CLASSES, type ProgramClass } from '../../properties/x86/generators.ts'

export const variantNamed = (id: string): Variant => variants.find((variant) => variant.id === id)!

/** The target of `test/targets/fake-target.mjs`. */
export const fakeTarget = (fault: string, every: number, id = 'x86/ideal'): Target => ({
  name: `exec:${fault}`,
  argv: [
    process.execPath,
    resolve(import.meta.dirname, '../targets/fake-target.mjs'),
    fault,
    String(every),
    id,
  ],
  startsWithin: 10_000,
  inFlight: 8,
})

export interface Wanted {
  readonly target: string | Target
  /** The variant that is expected; that which describes the target if it is another one. */
  readonly variant: string
  readonly describedBy?: string
  readonly runs: number
  readonly seed?: number
  readonly classes?: readonly ProgramClass[]
  readonly stopAfter?: number
  readonly store?: CampaignStore | null
  /** Interrupts the campaign after so many programs. */
  readonly interruptAfter?: number
}

export const campaign = async (wanted: Wanted): Promise<Summary> => {
  const { target, variant, runs, seed = 1, classes = PROGRAM_CLASSES } = wanted
  const session = await Session.open(typeof target === 'string' ? await openTarget(target) : target, 2000)
  const controller = new AbortController()
  const expected = variantNamed(variant)
  const describing = wanted.describedBy === undefined ? expected : variantNamed(wanted.describedBy)
  const machine = machineNamed('x86')
  const tried = await machine.tried()
  const stream = new ProgramStream(tried, classes, seed)
  const programs = {
    at: (n: number) => {
      if (n === wanted.interruptAfter) {
        controller.abort()
        void session.close()
      }
      return stream.at(n)
    },
  }
  try {
    return await runCampaign({
      trials: new Comparer(
        session,
        machine,
        tried,
        { variant: describing, exact: true, limits: [], masks: [] },
        expected,
        programs,
        runs,
      ),
      seed,
      stopAfter: wanted.stopAfter ?? Number.POSITIVE_INFINITY,
      store: wanted.store ?? null,
      signal: controller.signal,
      onProgress: () => {},
    })
  } finally {
    await session.close()
  }
}
