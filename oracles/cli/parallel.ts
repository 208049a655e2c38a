/**
 * Checks many variants on two threads: each thread has a share of them, and the properties need no other.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { Checker, type Counterexample, type Outcome } from '../../properties/check.ts'
import type { MachineTypes } from '../../properties/machine.ts'
import type { Machine } from '../machines/machine.ts'
import type { AnyProperty, AnyVariant } from './registry.ts'

/** What a thread is told. Variants and properties travel by id: functions cannot. */
export interface Share {
  readonly machine: string
  readonly variants: readonly string[]
  readonly properties: readonly string[]
  readonly runs: number
  readonly seed: number
  readonly most: number
  /** The modules of `--load`. */
  readonly modules: readonly string[]
}

/** What a thread answers for each outcome. */
export interface ShareOutcome extends Pick<Outcome<MachineTypes>, 'tried' | 'exercised'> {
  readonly property: string
  readonly variant: string
  readonly counterexample: Omit<Counterexample<MachineTypes>, 'property' | 'variant'> | null
}

export interface ParallelOptions {
  readonly machine: Machine
  /** Those of the machine alone. */
  readonly variants: readonly AnyVariant[]
  readonly properties: readonly AnyProperty[]
  readonly runs: number
  readonly seed: number
  /** A wrong form that nothing convicts is tried on more programs, up to so many of each class. */
  readonly most?: number
  readonly modules: readonly string[]
  readonly onProgress?: (text: string) => void
}

/** Fewer variants than this are checked faster by one thread than a second one starts. */
const WORTH_A_THREAD = 6

const runShare = (share: Share, onVariant: () => void): Promise<ShareOutcome[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./check-worker.js', import.meta.url), { workerData: share })
    worker.on('message', (message: 'variant' | ShareOutcome[]) => {
      if (message === 'variant') onVariant()
      else resolve(message)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      if (code !== 0) reject(new Error(`a checking thread ended with code ${code}`))
    })
  })

/** Tries every property on every variant; the order of the outcomes is that of `check`. */
export const checkInParallel = async (options: ParallelOptions): Promise<Outcome<MachineTypes>[]> => {
  const { machine, variants, properties, runs, seed, most = runs, modules, onProgress } = options
  const threads = Math.min(2, availableParallelism())
  if (threads < 2 || variants.length < WORTH_A_THREAD)
    return new Checker(await machine.tried()).check({
      variants,
      properties,
      runs,
      seed,
      most,
      onProgress: (done, of, variant) => onProgress?.(`${done} of ${of}: ${variant.id}`),
    })
  let done = 0
  const onVariant = (): void => {
    done += 1
    onProgress?.(`${done} of ${variants.length} variants`)
  }
  // A wrong form is judged beside its base: both go to one thread, and those of the ideal machine are spread.
  const threadOf = (variant: AnyVariant, n: number): number =>
    variant.base === null || variant.base.base === null
      ? n % threads
      : variants.indexOf(variant.base) % threads
  const shares = Array.from(
    { length: threads },
    (_, thread): Share => ({
      machine: machine.name,
      variants: variants.filter((variant, n) => threadOf(variant, n) === thread).map(({ id }) => id),
      properties: properties.map(({ id }) => id),
      runs,
      seed,
      most,
      modules,
    }),
  )
  const answered = new Map<string, ShareOutcome>()
  for (const outcome of (await Promise.all(shares.map((share) => runShare(share, onVariant)))).flat())
    answered.set(`${outcome.variant} ${outcome.property}`, outcome)
  return variants.flatMap((variant) =>
    properties.map((property): Outcome<MachineTypes> => {
      const { tried, exercised, counterexample } = answered.get(`${variant.id} ${property.id}`)!
      return {
        property,
        variant,
        tried,
        exercised,
        counterexample: counterexample && { ...counterexample, property, variant },
      }
    }),
  )
}
