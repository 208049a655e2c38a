/**
 * The debugger's side of GDB's remote protocol: questions and their answers, one after another, and a target that runs
 * until it stops. Nothing is acknowledged: QEMU, which does not know QStartNoAckMode, takes the next packet for it
 * (`gdb_read_byte()`).
 */
import type { Readable, Writable } from 'node:stream'
import { INTERRUPT, PacketReader, packet } from './packets.ts'

/** The stub does not do its part any more. */
export class StubFault extends Error {}

const ANSWERS_WITHIN = 10_000

/** How a run of the target came to its end. */
export interface Stopped {
  /** The stop reply. */
  readonly reply: string
  /** It did not stop by itself. */
  readonly interrupted: boolean
}

interface Waiting {
  readonly resolve: (payload: string) => void
  readonly reject: (fault: StubFault) => void
}

export class GdbClient {
  readonly #output: Writable
  readonly #answersWithin: number
  readonly #reader = new PacketReader()
  readonly #waiting: Waiting[] = []
  #fault: StubFault | null = null
  /** What the monitor has printed. */
  #printed = ''

  /**
   * The streams of a connection; whoever opened it closes it.
   *
   * @param answersWithin milliseconds in which a question must be answered, and a target that was interrupted must stop.
   */
  constructor(input: Readable, output: Writable, answersWithin: number = ANSWERS_WITHIN) {
    this.#output = output
    this.#answersWithin = answersWithin
    input.setEncoding('latin1')
    input.on('data', (chunk: string) => this.#read(chunk))
    input.on('close', () => this.#end('the connection is closed'))
    // Writing to a stub that is gone: the end of what it says is enough.
    output.on('error', () => {})
  }

  #read(chunk: string): void {
    try {
      for (const payload of this.#reader.read(chunk)) this.#take(payload)
    } catch (error) {
      this.#end((error as Error).message)
    }
  }

  #take(payload: string): void {
    if (/^O[0-9a-f]/.test(payload)) {
      this.#printed += Buffer.from(payload.slice(1), 'hex').toString('latin1')
      return
    }
    const waiting = this.#waiting.shift()
    if (waiting) waiting.resolve(payload)
    else this.#end(`${JSON.stringify(payload.slice(0, 60))} without being asked`)
  }

  /** Ends the connection; whoever waits for an answer hears why. @throws StubFault */
  fail(reason: string): never {
    this.#end(reason)
    throw this.#fault
  }

  #end(reason: string): void {
    this.#fault ??= new StubFault(reason)
    for (const { reject } of this.#waiting.splice(0)) reject(this.#fault)
  }

  #answer(): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.#fault) reject(this.#fault)
      else this.#waiting.push({ resolve, reject })
    })
  }

  async #within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
    const timer = setTimeout(() => this.#end(`no answer within ${milliseconds / 1000} seconds`), milliseconds)
    try {
      return await answer
    } finally {
      clearTimeout(timer)
    }
  }

  /**
   * Asks questions; the next one does not wait for the answer to the one before it.
   *
   * @throws StubFault
   */
  ask(...payloads: readonly string[]): Promise<string[]> {
    const answers = Promise.all(payloads.map(() => this.#answer()))
    this.#output.write(payloads.map(packet).join(''), 'latin1')
    return this.#within(this.#answersWithin, answers)
  }

  /**
   * Lets the target run until it stops; after a while it is made to.
   *
   * @param payload `c` or `s`.
   * @param within milliseconds in which it must stop by itself.
   * @throws StubFault
   */
  async resume(payload: string, within: number): Promise<Stopped> {
    const answer = this.#answer()
    this.#output.write(packet(payload), 'latin1')
    let interrupted = false
    const timer = setTimeout(() => {
      interrupted = true
      this.#output.write(INTERRUPT, 'latin1')
    }, within)
    try {
      return { reply: await this.#within(within + this.#answersWithin, answer), interrupted }
    } finally {
      clearTimeout(timer)
    }
  }

  /** Has QEMU's monitor do something; what it prints. @throws StubFault */
  async monitor(command: string): Promise<string> {
    this.#printed = ''
    await this.ask(`qRcmd,${Buffer.from(command).toString('hex')}`)
    return this.#printed
  }

  /**
   * Stops a target that runs with nobody attached, which says nothing of it. The acknowledgement is for the answer before:
   * while QEMU waits for it, it takes nothing else.
   */
  interrupt(): void {
    this.#output.write(`+${INTERRUPT}`, 'latin1')
  }
}
