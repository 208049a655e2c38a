/**
 * What the command line costs before it does anything: CPU time over that of an empty script.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from './measure.ts'

const REPETITIONS = 15

// Loaded before each script: says at its end how much CPU time the process has used, in microseconds.
const REPORT = `process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  require('node:fs').writeSync(3, String(user + system))
})
`

export interface StartUp {
  readonly command: string
  /** Milliseconds of CPU time over an empty ES module. */
  readonly over: number
}

export interface StartUps {
  /** Milliseconds of CPU time of an empty ES module. */
  readonly empty: number
  readonly commands: readonly StartUp[]
}

export const startUps = (commands: readonly (readonly string[])[]): StartUps => {
  // The benchmark runs from dist/test/bench.
  const main = fileURLToPath(new URL('../../oracles/cli/main.js', import.meta.url))
  const folder = mkdtempSync(join(tmpdir(), 'gdo-bench-'))
  const report = join(folder, 'report.cjs')
  const emptyScript = join(folder, 'empty.mjs')
  const cpuOf = (script: string, args: readonly string[]): number => {
    const { output, status } = spawnSync(process.execPath, ['--require', report, script, ...args], {
      stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${[script, ...args].join(' ')} ends with ${status}`)
    return Number(output[3]) / 1000
  }
  try {
    writeFileSync(report, REPORT)
    writeFileSync(emptyScript, '')
    const empty: number[] = []
    const over = commands.map((): number[] => [])
    for (let i = 0; i < REPETITIONS; i++) {
      for (const [n, args] of commands.entries()) {
        const nothing = cpuOf(emptyScript, [])
        empty.push(nothing)
        over[n]!.push(cpuOf(main, args) - nothing)
      }
    }
    return {
      empty: median(empty),
      commands: commands.map((args, n) => ({
        command: `gdo ${args.join(' ')}`,
        over: median(over[n]!),
      })),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
