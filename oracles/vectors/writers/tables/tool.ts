/**
 * Compilers and interpreters that check what was written.
 */
import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { Unavailable } from '../../../targets/target.ts'

const run = promisify(execFile)

/** Something that other people install. */
export interface Tool {
  readonly command: string
  /** What it is: `a C compiler`. */
  readonly what: string
  /** Debian's packages. */
  readonly packages: string
  /** Arguments before all others. */
  readonly arguments?: readonly string[]
  /** Variables that it needs beside this process's own. */
  readonly environment?: { readonly [name: string]: string }
}

const unavailable = ({ command, what, packages }: Tool): Unavailable =>
  new Unavailable(`there is no ${what} (${command})`, `install one (Debian: ${packages})`)

const isMissing = (error: unknown): boolean => (error as { code?: unknown }).code === 'ENOENT'

/**
 * Runs a compiler to its end.
 *
 * @throws Unavailable if it is not there.
 * @throws Error with what it says if it fails.
 */
export const compile = async (tool: Tool, args: readonly string[]): Promise<void> => {
  try {
    await run(tool.command, [...(tool.arguments ?? []), ...args], {
      maxBuffer: 1 << 26,
      env: { ...process.env, ...tool.environment },
    })
  } catch (error) {
    if (isMissing(error)) throw unavailable(tool)
    const { stderr = '', message } = error as { stderr?: string; message: string }
    throw new Error(`${tool.command} refuses what was written: ${(stderr || message).slice(0, 2000)}`)
  }
}

/** Calls with a folder for what is built, and removes it. */
export const withBuildFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'gdo-check-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Compares what a program prints; memory holds no more than a line of it. */
const compareLines = async (lines: AsyncIterable<string>, expected: Iterator<string>): Promise<void> => {
  for await (const line of lines) {
    const { value, done } = expected.next()
    if (done) throw new Error(`more was written than there is: ${line}`)
    if (line !== value) throw new Error(`read back as ${line}, and is ${value}`)
  }
}

/**
 * Runs a program that reads what was written back.
 *
 * @throws Unavailable if it is not there.
 * @throws Error for the first line of its output that is not as expected.
 */
export const compareOutput = async (
  tool: Tool,
  args: readonly string[],
  expected: Iterator<string>,
): Promise<void> => {
  const child = spawn(tool.command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (complaint.length < 2000) complaint += text
  })
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', (error) => reject(isMissing(error) ? unavailable(tool) : error))
    child.once('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`${tool.command} ended with ${signal ?? code}: ${complaint.trim()}`))
    })
  })
  const compared = compareLines(
    createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY }),
    expected,
  )
  try {
    await Promise.all([ended, compared])
  } finally {
    child.kill()
    await Promise.allSettled([ended, compared])
  }
  const { value, done } = expected.next()
  if (!done) throw new Error(`this is missing: ${value}`)
}
