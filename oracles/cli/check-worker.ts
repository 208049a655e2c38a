/**
 * A thread of `checkInParallel`: checks its share of the variants and answers with plain data.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { Checker } from '../../properties/check.ts'
import { machineNamed } from '../machines/index.ts'
import type { Share, ShareOutcome } from './parallel.ts'
import { find, openRegistry, variantNamed } from './registry.ts'

const share = workerData as Share
const registry = await openRegistry(share.modules)
const all = await registry.properties()
const outcomes = new Checker(await machineNamed(share.machine).tried()).check({
  variants: share.variants.map((id) => variantNamed(registry.variants, id)),
  properties: share.properties.map((id) => find('property', all, id)),
  runs: share.runs,
  seed: share.seed,
  most: share.most,
  onProgress: () => parentPort?.postMessage('variant'),
})
parentPort?.postMessage(
  outcomes.map(({ property, variant, tried, exercised, counterexample }): ShareOutcome => {
    if (counterexample === null)
      return { property: property.id, variant: variant.id, tried, exercised, counterexample }
    const { violation, program, answers, input, after } = counterexample
    return {
      property: property.id,
      variant: variant.id,
      tried,
      exercised,
      counterexample: { violation, program, answers, input, after },
    }
  }),
)
