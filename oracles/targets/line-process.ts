/**
 * A subprocess that is spoken to in lines. Nothing that it does is trusted: it may end at any time, in the middle of
 * a line, or print without end.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'

/** What a subprocess does that no target should. */
export type FaultKind =
  | 'does not start'
  | 'hangs'
  | 'ends'
  | 'breaks off in the middle of a line'
  | 'prints garbage'
  | 'floods'
  | 'answers the wrong program'

/** A subprocess that cannot be used any more. */
export class TargetFault extends Error {
  readonly kind: FaultKind
  /** What was seen, as a phrase. */
  readonly detail: string

  constructor(kind: FaultKind, detail: string) {
    super(`the target ${kind}: ${detail}`)
    this.kind = kind
    this.detail = detail
  }
}

export interface LineHandlers {
  readonly line: (line: string) => void
  /** It cannot be used any more; called once, and nothing is called after it. */
  readonly fault: (fault: TargetFault) => void
}

/** A line of an answer is far shorter than this. */
const LONGEST_LINE = 64 * 1024
/** So much of what it says on stderr is kept to explain its end. */
const STDERR_KEPT = 400
/** Milliseconds that whoever holds its stdout may outlive it. */
const LINGERS = 500
/** Milliseconds that it has to end by itself. */
const ENDS_WITHIN = 2000

const running = new Set<LineProcess>()
process.on('exit', () => {
  for (const each of running) each.kill()
})

export class LineProcess {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #handlers: LineHandlers
  #rest = ''
  #stderr = ''
  #over = false
  readonly #closed: Promise<void>

  constructor([command, ...args]: readonly [string, ...string[]], handlers: LineHandlers) {
    this.#handlers = handlers
    // A group of its own: Ctrl-C is ours to handle, and what it starts ends with it.
    const child = spawn(command, args, { stdio: 'pipe', detached: true })
    this.#child = child
    running.add(this)
    child.stdout.setEncoding('latin1')
    child.stdout.on('data', (chunk: string) => this.#read(chunk))
    child.stderr.setEncoding('utf8')
    child.stderr.on('data', (chunk: string) => {
      this.#stderr = (this.#stderr + chunk).slice(-STDERR_KEPT)
    })
    // Writing to one that has ended: its end says enough.
    child.stdin.on('error', () => {})
    child.once('error', (error) => this.fail('does not start', error.message))
    this.#closed = new Promise((resolve) => {
      const close = (): void => {
        running.delete(this)
        this.#ended()
        resolve()
      }
      child.once('exit', () => setTimeout(close, LINGERS).unref())
      child.once('close', close)
      child.once('error', close)
    })
  }

  #read(chunk: string): void {
    const lines = (this.#rest + chunk).split('\n')
    this.#rest = lines.pop()!
    for (const line of lines) {
      if (this.#over) return
      this.#handlers.line(line.endsWith('\r') ? line.slice(0, -1) : line)
    }
    if (this.#rest.length > LONGEST_LINE)
      this.fail('floods', `a line of more than ${LONGEST_LINE / 1024} KiB`)
  }

  #ended(): void {
    const { exitCode, signalCode } = this.#child
    const how = signalCode ? `killed by ${signalCode}` : `exit code ${exitCode}`
    if (this.#rest === '') this.fail('ends', how)
    else this.fail('breaks off in the middle of a line', `${how}, after ${excerpt(this.#rest)}`)
  }

  /** What it last said on stderr, on one line. */
  get lastWords(): string {
    return this.#stderr.trim().replaceAll(/\s*\n\s*/g, ' | ')
  }

  /** The exit code, if it has ended by itself. */
  get exitCode(): number | null {
    return this.#child.exitCode
  }

  /** Sends a line. */
  send(line: string): void {
    if (!this.#over) this.#child.stdin.write(`${line}\n`)
  }

  /** Ends it because of what it did; the first reason counts. */
  fail(kind: FaultKind, detail: string): void {
    if (this.#over) return
    this.#over = true
    this.kill()
    const words = this.lastWords
    this.#handlers.fault(new TargetFault(kind, words === '' ? detail : `${detail}; it said: ${words}`))
  }

  /** Kills it with all that it started. */
  kill(): void {
    const { pid } = this.#child
    if (pid === undefined) return
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      // It has ended already.
    }
  }

  /** Says goodbye and waits for its end; after a while it is killed. */
  async stop(goodbye: string): Promise<void> {
    this.#over = true
    this.#child.stdin.end(goodbye)
    const timer = setTimeout(() => this.kill(), ENDS_WITHIN)
    await this.#closed
    clearTimeout(timer)
    this.kill()
  }
}

/** The beginning of a line, for a message. */
export const excerpt = (line: string): string =>
  JSON.stringify(line.length > 60 ? `${line.slice(0, 60)}…` : line)
