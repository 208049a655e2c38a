/**
 * What one decision costs: the rule as it is called, the decision on a JSON record, and the same function in C.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hex } from '../../model/bits.ts'
import { type CodeMatchInput, chooseFrom, idealRules } from '../../model/x86/index.ts'
import { matchCodeBreakpoints } from '../../oracles/decisions/x86.ts'
import { cpuTime, median } from './measure.ts'

const QUESTIONS = 1000
const ROUNDS = 500
const REPETITIONS = 11

/** Nanoseconds per answer. */
export interface DecisionCosts {
  readonly rule: number
  readonly json: number
  /** In C; or why it could not be measured. */
  readonly c: number | string
}

const DR7_VALUES = [0x400n, 0x402n, 0x4aan, 0x30402n, 0xc0402n, 0x10007n, 0x2aan, 0x40004n]

/** Questions around the addresses that are watched; DR7 values as debuggers write them. */
const questions: readonly CodeMatchInput[] = Array.from({ length: QUESTIONS }, (_, i) => ({
  dr7: DR7_VALUES[i % DR7_VALUES.length]!,
  db: [0x1000n + BigInt(i % 16), 0x1003n, 0x2000n, 0xffffffff80001008n],
  address: 0x1000n + BigInt(i % 24),
}))

const nanoseconds = (rounds: number, round: () => void): number => {
  const times = Array.from({ length: REPETITIONS }, () =>
    cpuTime(() => {
      for (let i = 0; i < rounds; i++) round()
    }),
  )
  return (1000 * median(times.slice(3))) / (rounds * QUESTIONS)
}

/** `cc`, as the machine has it; a `string` says why it cannot be used. */
const costInC = (expectedSum: number): number | string => {
  if (spawnSync('cc', ['--version']).error) return 'there is no cc'
  // The benchmark runs from dist/test/bench.
  const source = fileURLToPath(new URL('../../../test/bench/match.c', import.meta.url))
  const folder = mkdtempSync(join(tmpdir(), 'gdo-bench-'))
  try {
    const program = join(folder, 'match')
    const built = spawnSync('cc', ['-O2', '-o', program, source], { encoding: 'utf8' })
    if (built.status !== 0) return `cc fails: ${built.stderr.trim().split('\n')[0]}`
    const input = questions
      .map(({ dr7, db, address }) => [dr7, ...db, address].map((value) => hex(value)).join(' '))
      .join('\n')
    const times = Array.from({ length: REPETITIONS }, () => {
      const [time, sum] = execFileSync(program, [String(20 * ROUNDS)], { input, encoding: 'utf8' })
        .trim()
        .split(' ')
        .map(Number)
      return sum === 20 * ROUNDS * expectedSum ? time! : Number.NaN
    })
    return times.some(Number.isNaN) ? 'it gives other answers' : median(times)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const decisionCosts = (): DecisionCosts => {
  const context = { rules: idealRules, choose: chooseFrom({}) }
  const records = questions.map(({ dr7, db, address }) => ({
    dr7: hex(dr7),
    db: db.map((value) => hex(value)),
    address: hex(address),
  }))
  const answer = matchCodeBreakpoints.evaluator()
  let sum = 0
  const rule = nanoseconds(ROUNDS, () => {
    sum = 0
    for (const question of questions) {
      const { hits, mayHit } = idealRules.matchCodeBreakpoints(question, context)
      sum += hits + 16 * mayHit
    }
  })
  const json = nanoseconds(ROUNDS / 50, () => {
    for (const record of records) answer(record)
  })
  return { rule, json, c: costInC(sum) }
}
