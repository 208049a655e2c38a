/**
 * A campaign: program after program is tried on a target, and what should not be is made a finding.
 */
import type { MachineTypes } from '../../properties/machine.ts'
import { FINDING_FORMAT, FINDING_VERSION, type StoredFinding } from '../reports/finding.ts'
import { SessionClosed } from '../targets/session.ts'
import { Unavailable } from '../targets/target.ts'
import { type CampaignStore, type FaultRecord, NOTHING_YET, type Position, type Stability } from './store.ts'
import { type Counts, Findings } from './tally.ts'
import { type Found, isStable, type Outcome, type Sighting, type Trials } from './trial.ts'

type Program = MachineTypes['Program']

export interface CampaignOptions {
  readonly trials: Trials
  readonly seed: number
  /** Ends when there are so many findings. */
  readonly stopAfter: number
  /** Where results are written as they come. */
  readonly store: CampaignStore | null
  /** Ends the campaign with what it has come to. */
  readonly signal: AbortSignal
  readonly onProgress: (summary: Summary) => void
  /** Called for each program in its turn, with what came of it. */
  readonly onFate?: (fate: Fate) => void
}

/** What came of a program; `null` for what says enough by itself. */
export interface Fate {
  readonly how: 'agreed' | 'differs' | 'unstable' | 'failed' | 'not run here'
  readonly why: string | null
}

/** What a campaign has come to. */
export interface Summary {
  /** Programs that are done. */
  readonly programs: number
  readonly runs: number
  readonly counts: Counts
  readonly findings: readonly StoredFinding[]
  /** What was not there each time that its program was run again: not among the findings. */
  readonly unstableFindings: readonly StoredFinding[]
  readonly faults: readonly FaultRecord[]
  /** Processes of the target that it took, what was shrunk included; since it was resumed, if it was. */
  readonly starts: number
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

const start = (store: CampaignStore | null): Position => store?.position ?? NOTHING_YET

class Campaign {
  readonly #options: CampaignOptions
  readonly #findings = new Findings()
  readonly #unstable = new Findings()
  readonly #counts: Counts
  readonly #faults: FaultRecord[]
  #next: number
  #told = 0
  #ended: Summary['ended'] = null

  constructor(options: CampaignOptions) {
    this.#options = options
    const { next, counts, stable, unstable, faults } = start(options.store)
    this.#next = next
    this.#counts = structuredClone(counts)
    this.#faults = [...faults]
    this.#findings.restore(stable.findings, stable.instances)
    this.#unstable.restore(unstable.findings, unstable.instances)
  }

  get summary(): Summary {
    return {
      programs: this.#next,
      runs: this.#options.trials.count,
      counts: this.#counts,
      findings: this.#findings.list,
      unstableFindings: this.#unstable.list,
      faults: this.#faults,
      starts: this.#options.trials.session.starts,
      ended: this.#ended,
    }
  }

  async run(): Promise<Summary> {
    const { trials, stopAfter, signal } = this.#options
    const width = 2 * trials.session.target.inFlight
    const window: { readonly program: Program; readonly outcome: Promise<Outcome> }[] = []
    let sent = this.#next
    try {
      while (this.#next < trials.count) {
        if (this.#findings.list.length >= stopAfter) {
          this.#ended = 'enough findings'
          break
        }
        while (sent < trials.count && window.length < width) {
          const trial = trials.start(sent)
          // It is looked at in its turn.
          trial.outcome.catch(() => {})
          window.push(trial)
          sent += 1
        }
        if (signal.aborted) throw new SessionClosed()
        const { program, outcome } = window.shift()!
        const fate = await this.#take(program, await outcome)
        this.#options.onFate?.(fate)
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
    for (const fault of this.#options.trials.session.strayFaults)
      this.#fault({ program: null, what: fault.message, again: false }, null)
    const { store } = this.#options
    if (!store) return
    store.progress(this.#next, this.#counts)
    for (const [index, finding] of this.#findings.list.entries()) store.finding('stable', index, finding)
    for (const [index, finding] of this.#unstable.list.entries()) store.finding('unstable', index, finding)
  }

  #fault(record: FaultRecord, program: Program | null): void {
    this.#faults.push(record)
    this.#options.store?.fault(record, program)
  }

  #unsupported(reason: string): Fate {
    this.#counts.unsupported[reason] = (this.#counts.unsupported[reason] ?? 0) + 1
    return { how: 'not run here', why: reason }
  }

  /** Takes what came of the next program. */
  async #take(program: Program, outcome: Outcome): Promise<Fate> {
    const number = this.#next
    switch (outcome.kind) {
      case 'unsupported':
        return this.#unsupported(outcome.reason)
      case 'refused':
        return this.#unsupported(`the target refuses: ${outcome.reason}`)
      case 'failed': {
        this.#counts.failed += 1
        const what = outcome.faults.at(-1)!.message
        this.#fault({ program: number, what, again: true }, program)
        return { how: 'failed', why: what }
      }
      case 'done':
        for (const fault of outcome.faults)
          this.#fault({ program: number, what: fault.message, again: false }, program)
        return { how: await this.#done(outcome), why: null }
    }
  }

  async #done({ sightings, events, cut }: Extract<Outcome, { kind: 'done' }>): Promise<Fate['how']> {
    let stable = 0
    for (const sighting of sightings) stable += Number(await this.#sighting(sighting))
    if (stable > 0) {
      this.#counts.different += 1
      return 'differs'
    }
    if (sightings.length > 0) {
      this.#counts.unstable += 1
      return 'unstable'
    }
    this.#counts.agreed += 1
    this.#counts.cut += Number(cut)
    this.#counts.events += events
    return 'agreed'
  }

  /** Counts a sighting, and makes a finding of it if it is a new one. Returns whether it is there each time. */
  async #sighting(sighting: Sighting): Promise<boolean> {
    const { signature } = sighting
    const seen = await sighting.again()
    if (!isStable(seen)) {
      const known = this.#unstable.known(signature)
      this.#count('unstable', signature, known ?? this.#stored({ ...sighting.found(), seen }))
      return false
    }
    const known = this.#findings.known(signature)
    if (known !== null) {
      this.#count('stable', signature, known)
      return true
    }
    const found = await sighting.investigate()
    const kind = isStable(found.seen) ? 'stable' : 'unstable'
    this.#count(kind, signature, this.#stored(found))
    return kind === 'stable'
  }

  /** Takes down an instance of a finding that is known by its index, or a new one. */
  #count(kind: Stability, signature: string, finding: number | StoredFinding): void {
    const { store, signal } = this.#options
    if (typeof finding === 'number') {
      store?.difference(kind, this.#next, signature, finding)
      return
    }
    const findings = kind === 'stable' ? this.#findings : this.#unstable
    const index = findings.add(signature, finding)
    // What was cut short is told, but the program is not done: when the campaign goes on, it begins with it.
    if (signal.aborted) throw new SessionClosed()
    store?.finding(kind, index, findings.list[index]!)
    store?.difference(kind, this.#next, signature, index)
  }

  #stored(found: Found): StoredFinding {
    const { trials, seed } = this.#options
    return {
      format: FINDING_FORMAT,
      version: FINDING_VERSION,
      target: trials.session.target.name,
      host: trials.session.host,
      ...found,
      provenance: { seed, after: this.#next + 1, instances: 0 },
    }
  }
}

/**
 * Runs a campaign to its end, or until it is aborted.
 *
 * @throws GaveUp if the target cannot be used any more.
 */
export const runCampaign = (options: CampaignOptions): Promise<Summary> => new Campaign(options).run()
