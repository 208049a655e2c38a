/**
 * The published programs of arm64 on real kernels under QEMU: each does what is expected of the variant that describes
 * it. Skipped, with the reason and the remedy, where the kernels are not fetched.
 */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decisions } from '../../oracles/decisions/catalogue.ts'
import { machineNamed } from '../../oracles/machines/index.ts'
import { packageFile } from '../../oracles/package.ts'
import { kvmArm64 } from '../../oracles/targets/qemu/arm64.ts'
import { Unavailable } from '../../oracles/targets/target.ts'
import { openVectors } from '../../oracles/vectors/read.ts'
import { targetRespondent } from '../../oracles/vectors/respond.ts'
import { verifyVectors } from '../../oracles/vectors/verify.ts'

const { variants } = machineNamed('arm64')
const ANSWERS_WITHIN = 120_000

test.for([
  ['stable', 'arm64/linux-6.1'],
  ['6.12', 'arm64/linux-6.12'],
  ['newest', 'arm64/linux-7.2'],
] as const)('%s agrees with %s', { timeout: 600_000 }, async ([release, variant], ctx) => {
  const target = await kvmArm64({ release }).catch((error: unknown) => {
    if (error instanceof Unavailable && !error.message.includes('cannot be built'))
      ctx.skip(`${error.message}; ${error.remedy}`)
    throw error
  })
  const file = await openVectors(join(packageFile('vectors'), 'arm64-programs.json'))
  const respondent = await targetRespondent(file, { variants, decisions }, null, target, ANSWERS_WITHIN)
  try {
    expect(respondent.variant).toBe(variant)
    let agreed = 0
    for await (const { id, outcome } of verifyVectors(file, respondent)) {
      expect(outcome.kind, `${id}: ${JSON.stringify(outcome)}`).toMatch(/^agreed|^skipped/)
      agreed += Number(outcome.kind === 'agreed')
    }
    expect(agreed).toBeGreaterThan(140)
  } finally {
    await respondent.close()
  }
})
