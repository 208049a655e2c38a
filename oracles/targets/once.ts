/**
 * A few programs on a fresh process of a target: whether it really runs, and how fast it starts.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { MachineTypes } from '../../properties/machine.ts'
import { type Observation, parseAnswer } from './kvm/observation.ts'
import { machineOfTarget } from './machine.ts'
import { wordsOf } from './process.ts'
import { type Target, Unavailable } from './target.ts'

export interface Once {
  /** Its first line. */
  readonly hello: string
  /** Milliseconds from its start to its hello. */
  readonly toHello: number
  /** Milliseconds from its start to its first answer to a program; `null` without programs. */
  readonly toAnswer: number | null
  /** Milliseconds from its start to its last answer. */
  readonly toLastAnswer: number | null
  readonly observations: readonly Observation[]
}

/** Milliseconds that a target has to end after it was asked to. */
const ENDS_WITHIN = 5000

/**
 * Starts a target, runs programs on it one after another, and ends it.
 *
 * @throws Unavailable if it does not start within its time, or ends before it has answered.
 */
export const runOnce = async (
  target: Target,
  programs: readonly MachineTypes['Program'][],
): Promise<Once> => {
  const start = performance.now()
  const sinceStart = (): number => performance.now() - start
  const [command, ...args] = target.argv
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  const ended = once(child, 'close').catch(() => [])
  let words = ''
  child.on('error', (error) => {
    words = error.message
  })
  child.stderr.on('data', (chunk) => {
    words = (words + chunk).slice(-400)
  })
  child.stdin.on('error', () => {})
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const nextLine = async (): Promise<string> => {
    const { value, done } = await lines.next()
    if (!done) return value
    const said = words.trim().replaceAll(/\s*\n\s*/g, ' | ')
    throw new Unavailable(
      `${target.name} ends before it answers${said === '' ? '' : `: ${said}`}`,
      'try its command by itself',
    )
  }
  const ask = async (line: string): Promise<string[]> => {
    child.stdin.write(`${line}\n`)
    const answer: string[] = []
    for (let text = await nextLine(); text !== 'done'; text = await nextLine()) answer.push(text)
    return answer
  }
  let timer = setTimeout(() => {
    words = `it was not ready after ${target.startsWithin / 1000} seconds`
    child.kill('SIGKILL')
  }, target.startsWithin)
  try {
    const hello = await nextLine()
    const toHello = sinceStart()
    if (!hello.startsWith('hello ')) throw new Unavailable(`${target.name}: ${hello}`, 'see what it says')
    const observations: Observation[] = []
    let toAnswer: number | null = null
    let toLastAnswer: number | null = null
    const { imageLines, lower } = machineOfTarget(wordsOf(hello))!.protocol
    for (const line of imageLines()) await ask(line)
    for (const program of programs) {
      observations.push(parseAnswer(await ask(lower(program))))
      toLastAnswer = sinceStart()
      toAnswer ??= toLastAnswer
    }
    clearTimeout(timer)
    child.stdin.end('quit\n')
    timer = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN)
    await ended
    return { hello, toHello, toAnswer, toLastAnswer, observations }
  } finally {
    clearTimeout(timer)
    child.kill('SIGKILL')
  }
}
