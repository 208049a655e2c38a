/**
 * Vectors: exporting many decision vectors as NDJSON beside evaluating the decision alone, its memory, and verifying
 * the published set.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { variants } from '../../model/x86/variants/index.ts'
import type { JsonRecord } from '../../oracles/codec.ts'
import { decisions } from '../../oracles/decisions/catalogue.ts'
import { openAnswers } from '../../oracles/decisions/open-answers.ts'
import { Inputs } from '../../oracles/vectors/decisions/select.ts'
import { vectorMachine } from '../../oracles/vectors/machines.ts'
import { isExported } from '../../oracles/vectors/variants.ts'
import { cpuTime } from './measure.ts'

/** The benchmark runs from dist/test/bench. */
const MAIN = fileURLToPath(new URL('../../oracles/cli/main.js', import.meta.url))
const PUBLISHED = fileURLToPath(new URL('../../../vectors', import.meta.url))

const COUNT = 100_000

export interface ExportCost {
  readonly decision: string
  /** Microseconds of CPU time for one vector: its questions to the decision alone. */
  readonly alone: number
  /** The whole of `gdo export`, start-up and selection included, without the reading back. */
  readonly exported: number
  /** The same, with reading back and running again. */
  readonly checked: number
  /** Peak resident memory, in MB. */
  readonly memory: number
}

/** CPU time in microseconds and peak memory in MB of a command. */
const costOf = (args: readonly string[]): { readonly time: number; readonly memory: number } => {
  const report =
    'process.on("exit",()=>process.stderr.write("\\nUSAGE "+JSON.stringify(process.resourceUsage())))'
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${report}`, MAIN, ...args],
    {
      encoding: 'utf8',
    },
  )
  const usage = /USAGE (.*)$/.exec(stderr)
  if (status !== 0 || !usage) throw new Error(`gdo ${args.join(' ')}: ${stderr}`)
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(usage[1]!) as NodeJS.ResourceUsage
  return { time: userCPUTime + systemCPUTime, memory: maxRSS / 1024 }
}

/** Everything that the exported variants are asked for one input, and nothing else. */
const costAlone = (id: string): number => {
  const decision = decisions.find((each) => each.id === id)!
  const evaluators = variants
    .filter(isExported)
    .flatMap((variant) =>
      openAnswers(decision, variant).map((answers) => decision.evaluator(variant, answers)),
    )
  const inputs: JsonRecord[] = []
  for (const input of new Inputs(decision, vectorMachine(decision.machine).values).random(1))
    if (inputs.push(input) === COUNT / 5) break
  const all = (): void => {
    for (const input of inputs) for (const evaluate of evaluators) evaluate(input)
  }
  all()
  return cpuTime(all) / inputs.length
}

export const exportCost = (decision: string): ExportCost => {
  const folder = mkdtempSync(join(tmpdir(), 'gdo-bench-'))
  try {
    const args = (count: number): string[] => [
      'export',
      decision,
      '--format',
      'ndjson',
      '--count',
      String(count),
    ]
    const { time, memory } = costOf([...args(COUNT), '--out', join(folder, 'many')])
    const verified = costOf(['verify', join(folder, 'many', `${decision.replace('/', '-')}.ndjson`)])
    return {
      decision,
      alone: costAlone(decision),
      exported: (time - verified.time) / COUNT,
      checked: time / COUNT,
      memory: Math.max(memory, verified.memory),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Seconds of CPU time of `gdo verify` on the published set. */
export const verifyPublished = (): number => {
  const files = readdirSync(PUBLISHED).filter((name) => name.endsWith('.json'))
  return costOf(['verify', ...files.map((name) => join(PUBLISHED, name))]).time / 1e6
}
