/**
 * A target as a process: the client's side of the line protocol of `kvm/README.md`. Programs go out as lines, as many
 * at once as the target takes; answers come back in the same order.
 */

import { MACHINE_NAMES } from '../machines/index.ts'
import { lastAlarm } from './kernel-log.ts'
import { Malformed, type Observation, parseAnswer, Refused } from './kvm/observation.ts'
import { excerpt, LineProcess, TargetFault } from './line-process.ts'
import { archOf, machineOfTarget } from './machine.ts'
import type { Target } from './target.ts'

/** Version of the line protocol. */
export const PROTOCOL = 2

/** Milliseconds in which a program must be answered: the runner ends one that loops after a fraction of a second. */
export const ANSWERS_WITHIN = 20_000

/** An answer is far shorter: a cap of runs, each with one line of state. */
const LONGEST_ANSWER = 512 * 1024

const HELLO = /^hello guest-debug-oracle\/runner (\d+)((?: [!-~]+)*)$/

/** What a target says of itself: the words behind its hello, `kernel` and `module` among them. */
export type HostWords = { readonly [name: string]: string }

/** The words of a hello. */
export const wordsOf = (text: string): HostWords =>
  Object.fromEntries(
    text
      .split(' ')
      .filter((word) => word.includes('='))
      .map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]),
  )

/** A line that was sent and is not yet answered. */
interface Pending {
  /** What the answer's last line must be. */
  readonly done: string
  readonly lines: string[]
  size: number
  /** @throws Malformed if the lines are no answer. */
  readonly accept: (lines: readonly string[]) => void
  readonly reject: (reason: TargetFault | Refused) => void
}

const readNothing = (lines: readonly string[]): void => {
  if (lines.length > 0) throw new Malformed(`does not take the memory image: ${excerpt(lines[0]!)}`)
}

export class TargetProcess {
  readonly target: Target
  readonly #process: LineProcess
  readonly #answersWithin: number
  readonly #pending: Pending[] = []
  #timer: NodeJS.Timeout
  #hello: ((line: string) => void) | null = null
  #failed: ((fault: TargetFault) => void) | null = null
  #fault: TargetFault | null = null
  #sent = 0
  #host = ''

  private constructor(target: Target, answersWithin: number) {
    this.target = target
    this.#answersWithin = answersWithin
    this.#timer = setTimeout(() => {
      const within = target.startsWithin / 1000
      this.#process.fail('does not start', `no hello within ${within} seconds`)
    }, target.startsWithin)
    this.#process = new LineProcess(target.argv, {
      line: (line) => this.#read(line),
      fault: (fault) => this.#fail(this.#explained(fault)),
    })
  }

  /**
   * Starts a target and gives it the memory that programs have in common.
   *
   * @throws TargetFault if it does not get that far.
   */
  static async start(target: Target, answersWithin: number = ANSWERS_WITHIN): Promise<TargetProcess> {
    const process = new TargetProcess(target, answersWithin)
    await new Promise<void>((resolve, reject) => {
      process.#failed = reject
      process.#hello = (line) => {
        process.#hello = null
        if (process.#greet(line)) resolve()
      }
    })
    const { imageLines } = machineOfTarget(process.words)!.protocol
    await Promise.all(imageLines().map((line) => process.#ask(line, 'done', readNothing)))
    return process
  }

  /** What it said of itself. */
  get host(): string {
    return this.#host
  }

  get words(): HostWords {
    return wordsOf(this.#host)
  }

  #greet(line: string): boolean {
    clearTimeout(this.#timer)
    const hello = HELLO.exec(line)
    const words = wordsOf(hello?.[2] ?? '')
    if (hello && Number(hello[1]) === PROTOCOL && machineOfTarget(words)) {
      this.#host = hello[2]!.trim()
      return true
    }
    if (hello && Number(hello[1]) === PROTOCOL)
      this.#process.fail('does not start', `it runs ${archOf(words)}, expected ${MACHINE_NAMES}`)
    else if (hello)
      this.#process.fail('does not start', `it speaks protocol ${hello[1]}, expected ${PROTOCOL}`)
    else if (line.startsWith('error ')) this.#process.fail('does not start', line.slice(6, 200))
    else this.#process.fail('does not start', `expected its hello, not ${excerpt(line)}`)
    return false
  }

  #read(line: string): void {
    const [first] = this.#pending
    if (this.#hello) this.#hello(line)
    else if (!first) this.#process.fail('prints garbage', `${excerpt(line)} without being asked`)
    else if (line === 'done' || line.startsWith('done ')) this.#answered(first, line)
    else {
      first.size += line.length
      if (first.size > LONGEST_ANSWER)
        this.#process.fail('floods', `an answer of more than ${LONGEST_ANSWER / 1024} KiB`)
      else first.lines.push(line)
    }
  }

  #answered(first: Pending, line: string): void {
    if (line !== first.done) {
      const expected = `expected ${JSON.stringify(first.done)} at the end of its answer`
      this.#process.fail('answers the wrong program', `${expected}, not ${excerpt(line)}`)
      return
    }
    try {
      first.accept(first.lines)
    } catch (error) {
      if (error instanceof Malformed) {
        this.#process.fail('prints garbage', error.message)
        return
      }
      if (!(error instanceof Refused)) throw error
      first.reject(error)
    }
    this.#pending.shift()
    this.#watch()
  }

  /** The first program that is not answered has its time from now on. */
  #watch(): void {
    clearTimeout(this.#timer)
    if (this.#pending.length === 0) return
    this.#timer = setTimeout(
      () => this.#process.fail('hangs', `no answer within ${this.#answersWithin / 1000} seconds`),
      this.#answersWithin,
    )
  }

  /** A fault with what the kernel's log says of it: the next process begins the log anew. */
  #explained(fault: TargetFault): TargetFault {
    const { log } = this.target
    const alarm = log === undefined ? null : lastAlarm(log)
    return alarm === null ? fault : new TargetFault(fault.kind, `${fault.detail}; its kernel: ${alarm}`)
  }

  #fail(fault: TargetFault): void {
    clearTimeout(this.#timer)
    this.#fault = fault
    for (const { reject } of this.#pending.splice(0)) reject(fault)
    // Whoever waits for the answers that came before it hears of them first.
    queueMicrotask(() => this.#failed?.(fault))
  }

  /** Tells of the fault that ends it, if one does. */
  onFault(listener: (fault: TargetFault) => void): void {
    this.#failed = listener
    if (this.#fault) listener(this.#fault)
  }

  #ask<T>(line: string, done: string, read: (lines: readonly string[]) => T): Promise<T> {
    if (this.#fault) return Promise.reject(this.#fault)
    return new Promise((resolve, reject) => {
      const accept = (lines: readonly string[]): void => resolve(read(lines))
      this.#pending.push({ done, lines: [], size: 0, accept, reject })
      this.#process.send(line)
      if (this.#pending.length === 1) this.#watch()
    })
  }

  /**
   * Runs a program, as the line that `lower` makes of it.
   *
   * @throws Refused if the target says that it cannot.
   * @throws TargetFault if the target cannot be used any more; all that is not yet answered fails with it.
   */
  run(line: string): Promise<Observation> {
    this.#sent += 1
    const id = this.#sent.toString(16)
    return this.#ask(line.replace(/^run/, `run id=${id}`), `done ${id}`, parseAnswer)
  }

  /** Ends it. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#process.stop('quit\n')
  }
}
