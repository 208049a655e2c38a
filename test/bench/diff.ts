/**
 * What `gdo diff` costs beside its targets: the rate of programs through a campaign, beside the rate that the target
 * reaches alone on the same programs. By the clock, because a campaign works while its target does.
 */

import { spawn } from 'node:child_process'
import { runCampaign } from '../../oracles/differential/campaign.ts'
import { Comparer } from '../../oracles/differential/comparer.ts'
import { ProgramStream } from '../../oracles/differential/stream.ts'
import type { TargetMachine } from '../../oracles/machines/machine.ts'
import { machineOfTarget } from '../../oracles/targets/machine.ts'
import { openTarget } from '../../oracles/targets/open.ts'
import type { Description } from '../../oracles/targets/protocol.ts'
import { Session } from '../../oracles/targets/session.ts'
import { type Target, Unavailable } from '../../oracles/targets/target.ts'
import type { MachineOf, MachineTypes } from '../../properties/machine.ts'
import { median } from './measure.ts'

type Program = MachineTypes['Program']

const REPETITIONS = 5
const SEED = 11

export interface DiffRate {
  readonly target: string
  /** Programs per second: the target alone, and through a campaign. */
  readonly alone: number
  readonly through: number
  readonly ratio: number
}

/** Programs that the target can run: both sides run exactly these. */
const programsFor = (
  { protocol }: TargetMachine,
  tried: MachineOf<MachineTypes>,
  { variant, limits }: Description,
  count: number,
): Program[] => {
  const stream = new ProgramStream(tried, tried.programClasses, SEED)
  const programs: Program[] = []
  for (let n = 0; programs.length < count; n++) {
    const program = stream.at(n)
    if (protocol.unsupportedOn(program, variant, limits) === null) programs.push(program)
  }
  return programs
}

/** The end of the answer to the last line. */
const END = 'end'

/**
 * Programs per second of the target alone: all lines are written as soon as it says that it is there, its answers are
 * thrown away, and the time is that from its first line to the end of its last answer.
 */
const alone = (
  { argv: [command, ...args] }: Target,
  images: readonly string[],
  lines: readonly string[],
): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] })
    const last = `done ${END}\n`
    let before: bigint | null = null
    let tail = ''
    let time = 0
    child.stdout.setEncoding('latin1').on('data', (chunk: string) => {
      if (before === null) {
        before = process.hrtime.bigint()
        const ending = lines.at(-1)!.replace(/^run /, `run id=${END} `)
        child.stdin.write([...images, ...lines.slice(0, -1), ending, 'quit', ''].join('\n'))
      }
      tail = (tail + chunk).slice(-last.length)
      if (tail === last) time = Number(process.hrtime.bigint() - before) / 1e9
    })
    child.once('close', () => {
      if (time === 0) reject(new Error(`${command} ended before its last answer`))
      else resolve(lines.length / time)
    })
  })

const through = async (
  session: Session,
  machine: TargetMachine,
  tried: MachineOf<MachineTypes>,
  description: Description,
  programs: readonly Program[],
): Promise<number> => {
  const trials = new Comparer(
    session,
    machine,
    tried,
    description,
    description.variant,
    { at: (n) => programs[n]! },
    programs.length,
  )
  const before = process.hrtime.bigint()
  const { counts } = await runCampaign({
    trials,
    seed: SEED,
    stopAfter: 1,
    store: null,
    signal: new AbortController().signal,
    onProgress: () => {},
  })
  const time = Number(process.hrtime.bigint() - before) / 1e9
  if (counts.agreed + counts.unstable !== programs.length) throw new Error('not every program agreed')
  return programs.length / time
}

/**
 * The rates of a target by its name; a sentence with the reason if it cannot run here.
 *
 * @param count programs in each measurement.
 */
export const diffRate = async (name: string, count: number): Promise<DiffRate | string> => {
  try {
    const target = await openTarget(name)
    const session = await Session.open(target)
    try {
      const machine = machineOfTarget(session.words)!
      const tried = await machine.tried()
      const { describe, lower, imageLines } = machine.protocol
      const probe = async (program: Program) => {
        const result = await session.run(lower(program))
        return result.kind === 'ran' ? result.observation : null
      }
      const description = await describe(session.words, probe, machine.variants)
      const programs = programsFor(machine, tried, description, count)
      const lines = programs.map(lower)
      const rates = { alone: [] as number[], through: [] as number[], ratio: [] as number[] }
      // The first round warms up.
      for (let i = 0; i <= REPETITIONS; i++) {
        const a = await alone(target, imageLines(), lines)
        const t = await through(session, machine, tried, description, programs)
        if (i === 0) continue
        rates.alone.push(a)
        rates.through.push(t)
        rates.ratio.push(t / a)
      }
      return {
        target: name,
        alone: median(rates.alone),
        through: median(rates.through),
        ratio: median(rates.ratio),
      }
    } finally {
      await session.close()
    }
  } catch (error) {
    if (error instanceof Unavailable) return `${error.message} (${error.remedy})`
    throw error
  }
}
