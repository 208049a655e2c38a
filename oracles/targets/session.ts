/**
 * A target that outlives its processes: one that hangs, dies or talks nonsense is replaced, and no program is lost.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { type Observation, Refused } from './kvm/observation.ts'
import { TargetFault } from './line-process.ts'
import { ANSWERS_WITHIN, type HostWords, TargetProcess } from './process.ts'
import { type Target, Unavailable } from './target.ts'

/** How a program fared on a target. */
export type Result =
  | { readonly kind: 'ran'; readonly observation: Observation; readonly faults: readonly TargetFault[] }
  /** The target said that it cannot run it. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Every process that got the program failed at it. */
  | { readonly kind: 'failed'; readonly faults: readonly TargetFault[] }

/** The session was closed before the program was answered. */
export class SessionClosed extends Error {}

/** A program is given to so many processes before it is called the cause of their faults. */
const TRIES = 2
/** Milliseconds before each attempt to start a process; after the last one the target is given up. */
const STARTS = [0, 200, 1000]
/** Processes that fail one after the other without a single answer, after which the target is given up. */
const MOST_BARREN = 8

interface Job {
  readonly line: string
  readonly faults: TargetFault[]
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

/** The shells' exit codes for a command that is not there or is none. */
const notFound = (fault: TargetFault): boolean =>
  fault.kind === 'ends' && /exit code 12[67]\b/.test(fault.message)

const unavailable = (target: Target, fault: TargetFault, starts: number): Unavailable =>
  new Unavailable(
    `${target.name} cannot be used: ${fault.message}`,
    starts === 0 || notFound(fault) || fault.kind === 'does not start'
      ? 'try its command by itself: the first line it prints must be its hello'
      : 'it must answer programs one after another until its standard input ends',
  )

export class Session {
  readonly target: Target
  readonly #answersWithin: number
  #process: TargetProcess | null = null
  #starting = false
  #closed = false
  #givenUp: Unavailable | null = null
  #barren = 0
  /** What its processes did while no program was under way. */
  readonly strayFaults: TargetFault[] = []
  #starts = 0
  readonly #waiting: Job[] = []
  readonly #flying: Job[] = []
  #host = ''
  #words: HostWords = {}

  private constructor(target: Target, answersWithin: number) {
    this.target = target
    this.#answersWithin = answersWithin
  }

  /**
   * Opens a session; the target has said hello when it is returned.
   *
   * @param answersWithin milliseconds in which each program must be answered.
   * @throws Unavailable if no process of the target starts.
   */
  static async open(target: Target, answersWithin: number = ANSWERS_WITHIN): Promise<Session> {
    const session = new Session(target, answersWithin)
    await session.#start()
    if (session.#givenUp) throw session.#givenUp
    return session
  }

  /** What the target said of itself, as text and by its words. */
  get host(): string {
    return this.#host
  }

  /** Processes of the target that have said hello. */
  get starts(): number {
    return this.#starts
  }

  get words(): HostWords {
    return this.#words
  }

  /**
   * Runs a program, as the line that `lower` makes of it.
   *
   * @throws Unavailable if the target has been given up.
   * @throws SessionClosed if it is closed before it is answered.
   */
  run(line: string): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new SessionClosed('the session is closed')
      this.#waiting.push({ line, faults: [], resolve, reject })
      this.#pump()
    })
  }

  /** Ends the target. */
  async close(): Promise<void> {
    this.#closed = true
    const process = this.#process
    this.#process = null
    for (const { reject } of [...this.#flying.splice(0), ...this.#waiting.splice(0)])
      reject(new SessionClosed('the session is closed'))
    await process?.stop()
  }

  /** Sends what waits; a program that is suspected of a fault goes alone. */
  #pump(): void {
    if (this.#givenUp) {
      for (const { reject } of this.#waiting.splice(0)) reject(this.#givenUp)
      return
    }
    const process = this.#process
    if (!process || this.#closed) return
    while (this.#waiting.length > 0 && this.#flying.length < this.target.inFlight) {
      const isSuspect = this.#waiting[0]!.faults.length > 0
      if (this.#flying.some(({ faults }) => faults.length > 0) || (isSuspect && this.#flying.length > 0))
        return
      const job = this.#waiting.shift()!
      this.#flying.push(job)
      process.run(job.line).then(
        (observation) => this.#settle(job, { kind: 'ran', observation, faults: job.faults }),
        (error: unknown) => {
          if (error instanceof Refused) this.#settle(job, { kind: 'refused', reason: error.message })
          else if (error instanceof TargetFault) this.#fail(process, error)
          else job.reject(error)
        },
      )
    }
  }

  #settle(job: Job, result: Result): void {
    this.#barren = 0
    this.#flying.splice(this.#flying.indexOf(job), 1)
    job.resolve(result)
    this.#pump()
  }

  /** The first program without an answer is suspected, and gets a process of its own; the others wait for it. */
  #fail(process: TargetProcess, fault: TargetFault): void {
    if (process !== this.#process) return
    this.#process = null
    this.#barren += 1
    const [suspect, ...others] = this.#flying.splice(0)
    this.#waiting.unshift(...others)
    if (!suspect) this.strayFaults.push(fault)
    else {
      suspect.faults.push(fault)
      if (suspect.faults.length < TRIES) this.#waiting.unshift(suspect)
      else suspect.resolve({ kind: 'failed', faults: suspect.faults })
    }
    if (this.#barren >= MOST_BARREN) this.#giveUp(fault)
    else void this.#start()
  }

  #giveUp(fault: TargetFault): void {
    this.#givenUp = unavailable(this.target, fault, this.#starts)
    this.#pump()
  }

  async #start(): Promise<void> {
    if (this.#starting) return
    this.#starting = true
    let last: TargetFault | null = null
    for (const delay of STARTS) {
      if (delay > 0) await pause(delay)
      if (this.#closed) return
      try {
        const process = await TargetProcess.start(this.target, this.#answersWithin)
        this.#starting = false
        if (this.#closed) {
          await process.stop()
          return
        }
        process.onFault((fault) => this.#fail(process, fault))
        this.#process = process
        this.#starts += 1
        this.#host = process.host
        this.#words = process.words
        this.#pump()
        return
      } catch (error) {
        if (!(error instanceof TargetFault)) throw error
        last = error
        // One that has never started as it should will not do so now.
        if (notFound(error) || (this.#starts === 0 && error.kind === 'does not start')) break
      }
    }
    this.#starting = false
    this.#giveUp(last!)
  }
}
