/**
 * The KVM runner as a child process: one program out, one answer in.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Program } from '../../../model/x86/index.ts'
import { imageLines, lower } from './lower.ts'
import { type Observation, parseAnswer, RunnerError } from './observation.ts'

/** Version of the line protocol that this side speaks. */
const PROTOCOL = 2

export class Runner {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #lines: AsyncIterator<string>
  /** What runs there, in the words of the runner's hello: architecture, kernel, vendor module, CPU. */
  readonly target: string

  private constructor(child: ChildProcessWithoutNullStreams, lines: AsyncIterator<string>, target: string) {
    this.#child = child
    this.#lines = lines
    this.target = target
  }

  /**
   * Starts the runner's executable.
   *
   * @throws RunnerError if it cannot run here, or speaks another version of the protocol.
   */
  static async start(command: string, args: readonly string[] = []): Promise<Runner> {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    const failed = new Promise<never>((_, reject) => {
      child.once('error', (error) => reject(new RunnerError(error.message)))
    })
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const hello = String((await Promise.race([lines.next(), failed])).value)
    const match = /^hello guest-debug-oracle\/runner (\d+) (.*)$/.exec(hello)
    if (!match) throw new RunnerError(hello)
    if (Number(match[1]) !== PROTOCOL) throw new RunnerError(`the runner speaks protocol ${match[1]}`)
    const runner = new Runner(child, lines, match[2]!)
    for (const line of imageLines()) await runner.ask(line)
    return runner
  }

  /** Sends one line and returns the answer's lines. */
  async ask(line: string): Promise<string[]> {
    this.#child.stdin.write(`${line}\n`)
    const answer: string[] = []
    for (;;) {
      const { value, done } = await this.#lines.next()
      if (done) throw new RunnerError('the runner has ended')
      if (value === 'done') return answer
      answer.push(value)
    }
  }

  /** Runs a program on the target. */
  async run(program: Program): Promise<Observation> {
    return parseAnswer(await this.ask(lower(program)))
  }

  /** Ends the runner. */
  stop(): void {
    this.#child.stdin.end('quit\n')
  }
}
