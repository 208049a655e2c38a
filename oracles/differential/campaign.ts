/**
 * A campaign: random programs on a target, each compared with what a variant allows, each difference made a finding.
 */
import { InputError } from '../../model/program.ts'
import type { Program } from '../../model/x86/index.ts'
import { answersById } from '../ids.ts'
import { FINDING_FORMAT, FINDING_VERSION, type StoredFinding } from '../reports/finding.ts'
import { SessionClosed } from '../targets/session.ts'
import { Unavailable } from '../targets/target.ts'
import type { Comparer, Outcome } from './comparer.ts'
import { explain } from './explain.ts'
import { type Investigated, Investigator, type Sighting, sightingOf } from './investigate.ts'
import { signatureText } from './signature.ts'
import type { CampaignStore, FaultRecord, Position } from './store.ts'
import { type Counts, Findings, noCounts } from './tally.ts'

/** Where programs come from: the n-th, from 0. */
export interface Programs {
  readonly at: (n: number) => Program
}

export interface CampaignOptions {
  readonly comparer: Comparer
  readonly programs: Programs
  /** Programs to be made. */
  readonly runs: number
  readonly seed: number
  /** Ends when there are so many findings. */
  readonly stopAfter: number
  /** Where results are written as they come. */
  readonly store: CampaignStore | null
  /** Ends the campaign with what it has come to. */
  readonly signal: AbortSignal
  readonly onProgress: (summary: Summary) => void
}

/** What a campaign has come to. */
export interface Summary {
  /** Programs that are done. */
  readonly programs: number
  readonly runs: number
  readonly counts: Counts
  readonly findings: readonly StoredFinding[]
  readonly faults: readonly FaultRecord[]
  /** Why it ended before its time. */
  readonly ended: 'interrupted' | 'enough findings' | null
}

/** The target was given up: what it had come to until then. */
export class GaveUp extends Error {
  readonly reason: Unavailable
  readonly summary: Summary

  constructor(reason: Unavailable, summary: Summary) {
    super(reason.message)
    this.reason = reason
    this.summary = summary
  }
}

/** Milliseconds between two records of progress. */
const TICK = 250

const start = (store: CampaignStore | null): Position =>
  store?.position ?? { next: 0, counts: noCounts(), findings: [], instances: [], faults: [] }

/** Answers to the choices that the expected run took and its variant leaves open. */
const openAnswers = ({ verdict }: Sighting, comparer: Comparer): { readonly [id: string]: string } =>
  answersById(
    new Map(
      [...verdict.expected.run.consulted].filter(([name]) => comparer.variant.answers[name] === undefined),
    ),
  )

class Campaign {
  readonly #options: CampaignOptions
  readonly #investigator: Investigator
  readonly #findings = new Findings()
  readonly #counts: Counts
  readonly #faults: FaultRecord[]
  #next: number
  #told = 0
  #ended: Summary['ended'] = null

  constructor(options: CampaignOptions) {
    this.#options = options
    this.#investigator = new Investigator(options.comparer)
    const { next, counts, findings, instances, faults } = start(options.store)
    this.#next = next
    this.#counts = structuredClone(counts)
    this.#faults = [...faults]
    this.#findings.restore(findings, instances)
  }

  get summary(): Summary {
    return {
      programs: this.#next,
      runs: this.#options.runs,
      counts: this.#counts,
      findings: this.#findings.list,
      faults: this.#faults,
      ended: this.#ended,
    }
  }

  async run(): Promise<Summary> {
    const { comparer, programs, runs, stopAfter, signal } = this.#options
    const width = 2 * comparer.session.target.inFlight
    const window: { readonly program: Program; readonly outcome: Promise<Outcome> }[] = []
    let sent = this.#next
    try {
      while (this.#next < runs) {
        if (this.#findings.list.length >= stopAfter) {
          this.#ended = 'enough findings'
          break
        }
        while (sent < runs && window.length < width) {
          const program = programs.at(sent)
          const outcome = compareOrSayWhy(comparer, program)
          // It is looked at in its turn.
          outcome.catch(() => {})
          window.push({ program, outcome })
          sent += 1
        }
        const { program, outcome } = window.shift()!
        await this.#take(program, await outcome)
        if (signal.aborted) throw new SessionClosed()
        this.#next += 1
        this.#tick(false)
      }
    } catch (error) {
      if (error instanceof SessionClosed) this.#ended = 'interrupted'
      else if (error instanceof Unavailable) {
        this.#end()
        throw new GaveUp(error, this.summary)
      } else throw error
    }
    this.#end()
    return this.summary
  }

  #tick(now: boolean): void {
    if (!now && Date.now() - this.#told < TICK) return
    this.#told = Date.now()
    this.#options.store?.progress(this.#next, this.#counts)
    this.#options.onProgress(this.summary)
  }

  #end(): void {
    for (const fault of this.#options.comparer.session.strayFaults)
      this.#fault({ program: null, what: fault.message, again: false }, null)
    const { store } = this.#options
    if (!store) return
    store.progress(this.#next, this.#counts)
    for (const [index, finding] of this.#findings.list.entries()) store.finding(index, finding)
  }

  #fault(record: FaultRecord, program: Program | null): void {
    this.#faults.push(record)
    this.#options.store?.fault(record, program)
  }

  #unsupported(reason: string): void {
    this.#counts.unsupported[reason] = (this.#counts.unsupported[reason] ?? 0) + 1
  }

  /** Takes what came of the next program. */
  async #take(program: Program, outcome: Outcome): Promise<void> {
    const number = this.#next
    switch (outcome.kind) {
      case 'unsupported':
        this.#unsupported(outcome.reason)
        return
      case 'refused':
        this.#unsupported(`the target refuses: ${outcome.reason}`)
        return
      case 'failed':
        this.#counts.failed += 1
        this.#fault({ program: number, what: outcome.faults.at(-1)!.message, again: true }, program)
        return
      case 'judged':
        for (const fault of outcome.faults)
          this.#fault({ program: number, what: fault.message, again: false }, program)
    }
    const sighting = sightingOf(program, outcome)
    if (sighting) await this.#difference(sighting)
    else if (outcome.verdict.result === 'same') {
      this.#counts.agreed += 1
      this.#counts.cut += Number(outcome.verdict.cut)
      this.#counts.events += outcome.verdict.events
    }
  }

  async #difference(sighting: Sighting): Promise<void> {
    const { store } = this.#options
    if (!(await this.#investigator.isStable(sighting.program))) {
      this.#counts.unstable += 1
      store?.keep(this.#next, sighting.program, 'a difference that was not there again')
      return
    }
    this.#counts.different += 1
    const seen = signatureText(sighting.signature)
    let finding = this.#findings.known(seen)
    if (finding === null) {
      const found = await this.#investigator.investigate(sighting)
      finding = this.#findings.add(seen, this.#stored(found))
      // One that was cut short is investigated again when the campaign goes on.
      if (this.#options.signal.aborted) return
      store?.finding(finding, this.#findings.list[finding]!)
    }
    store?.difference(this.#next, seen, finding)
  }

  #stored(found: Investigated): StoredFinding {
    const { comparer, seed } = this.#options
    const { program, observed, verdict, signature, seen } = found
    const { session, variant, description } = comparer
    const isDeviation = variant !== description.variant
    return {
      format: FINDING_FORMAT,
      version: FINDING_VERSION,
      kind: isDeviation ? 'deviation' : 'divergence',
      target: session.target.name,
      host: session.host,
      variant: variant.id,
      property: null,
      signature: signatureText(signature),
      program,
      answers: openAnswers(found, comparer),
      difference: verdict.difference,
      expected: verdict.expected.observation,
      observed,
      seen,
      ...(isDeviation ? { explanation: explain(program, observed, variant, description.variant) } : {}),
      provenance: { seed, after: this.#next + 1, instances: 0 },
    }
  }
}

const compareOrSayWhy = async (comparer: Comparer, program: Program): Promise<Outcome> => {
  try {
    return await comparer.compare(program)
  } catch (error) {
    if (error instanceof InputError) return { kind: 'unsupported', reason: error.message }
    throw error
  }
}

/**
 * Runs a campaign to its end, or until it is aborted.
 *
 * @throws GaveUp if the target cannot be used any more.
 */
export const runCampaign = (options: CampaignOptions): Promise<Summary> => new Campaign(options).run()
