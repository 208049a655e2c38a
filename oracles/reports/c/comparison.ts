/**
 * Which fields the C file compares: why the vCPU exits and where, and beside that only what the finding is about. A
 * kernel that has other peculiarities in the same program is not what `git bisect` is asked for.
 */
import { isDeepStrictEqual } from 'node:util'
import type { ProgramMode } from '../../../model/x86/contract.ts'
import type { Program } from '../../../model/x86/program.ts'
import {
  type Difference,
  firstDifference,
  type Observation,
  type ObservedEvent,
} from '../../targets/kvm/observation.ts'
import { logRecords } from '../../targets/x86/log.ts'
import { isOpen } from './open.ts'
import { type Compared, STATE_ITEMS, traceLines } from './trace.ts'

const RECORD_FIELDS = ['exception', 'pc', 'exit-dr6', 'port', 'size', 'address']
const LOG_PLACE = ['log-vector', 'log-ip']

export interface Comparison {
  readonly compared: Compared
  /**
   * The runs that are right, the nearest first, each up to the line in which what was observed parts from it: what
   * comes after it is another matter. Runs that are the same up to there are one.
   */
  readonly expected: readonly (readonly string[])[]
  /** How the host's actions end in the nearest run. */
  readonly results: readonly string[]
  /** Where the vCPU stood at the exits of all these runs and of what was observed. */
  readonly rips: readonly bigint[]
  /** Every line of all these runs and of what was observed. */
  readonly lines: readonly string[]
}

const differs = (a: ObservedEvent | undefined, b: ObservedEvent | undefined, field: string): boolean =>
  a?.fields[field] !== b?.fields[field]

/** Fields in which two observations differ although they were taken for the same: nobody compares those. */
const masked = (expected: Observation, observed: Observation, before: number | null): string[] => {
  const end = before ?? Math.min(expected.events.length, observed.events.length)
  return RECORD_FIELDS.filter((field) =>
    expected.events.slice(0, end).some((event, i) => differs(event, observed.events[i], field)),
  )
}

/** What has to be compared as well to tell two observations apart. */
const telling = (
  difference: Difference | null,
  expected: Observation,
  observed: Observation,
  mode: ProgramMode,
): readonly string[] => {
  if (difference === null) return []
  const { field } = difference
  // EBP is the end of the log: that there is another record is seen anyway.
  if (field === 'rbp') return []
  if (field !== 'log') return [field]
  const [a, b] = [logRecords(expected.log, mode), logRecords(observed.log, mode)]
  const at = a.findIndex((record, i) => !isDeepStrictEqual(record, b[i]))
  return (['flags', 'dr6', 'errorCode'] as const)
    .filter((part) => a[at]?.[part] !== b[at]?.[part])
    .map((part) => `log-${part}`)
}

/**
 * @param allowed what may be observed, the nearest first; none of them agrees with `observed`
 * @param difference where the nearest and `observed` part
 */
export const compareBy = (
  allowed: readonly Observation[],
  observed: Observation,
  difference: Difference | null,
  program: Program,
): Comparison => {
  const { mode = 'real' } = program.setup
  const compared = new Set([...RECORD_FIELDS, ...LOG_PLACE])
  for (const field of masked(allowed[0]!, observed, difference?.event ?? null)) compared.delete(field)
  for (const field of telling(difference, allowed[0]!, observed, mode)) compared.add(field)

  /** The lines of an allowed run as far as they are known. */
  const linesOf = (observation: Observation): readonly string[] => {
    const lines = traceLines(observation, program, compared)
    if (!isOpen(observation)) return lines
    const { events } = observation
    const known = events.at(-1)?.what === 'interrupted' ? events.slice(0, -1) : events
    return traceLines({ ...observation, events: known }, program, compared).slice(0, -1)
  }
  /** The lines up to the one that was not observed; `null` if all were. */
  const upToDifference = (observation: Observation): readonly string[] | null => {
    const seen = traceLines(observed, program, compared)
    const lines = linesOf(observation)
    const at = lines.findIndex((line, i) => line !== seen[i])
    return at < 0 ? null : lines.slice(0, at + 1)
  }
  for (const each of allowed) {
    if (upToDifference(each) !== null) continue
    for (const field of telling(firstDifference(each, observed), each, observed, mode)) compared.add(field)
    if (upToDifference(each) !== null) continue
    for (const { field } of STATE_ITEMS) compared.add(field)
  }
  const expected = new Map(
    allowed.map(upToDifference).map((lines) => {
      if (lines === null) throw new Error('two observations that differ have the same trace')
      return [lines.join('\n'), lines]
    }),
  )
  return {
    compared,
    expected: [...expected.values()],
    results: allowed[0]!.events.flatMap(({ kind, what }) => (kind === 'action' ? [what] : [])),
    rips: [...allowed, observed]
      .flatMap(({ events }) => events)
      .flatMap(({ fields }) => (fields.rip === undefined ? [] : [BigInt(`0x${fields.rip}`)])),
    lines: [...allowed, observed].flatMap((each) => traceLines(each, program, compared)),
  }
}
