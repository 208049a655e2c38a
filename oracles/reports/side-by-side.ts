/**
 * What host and guest see of a program under two variants, in two columns: what both have in common runs across them.
 */
import { styleText } from 'node:util'
import type { MachineTypes } from '../../properties/machine.ts'
import { machineNamed } from '../machines/index.ts'
import { firstDifference, type Observation } from '../targets/kvm/observation.ts'
import { folded } from './comparison-text.ts'
import type { ObservedLine } from './observed-line.ts'
import { programLines } from './program-text.ts'
import { wrap } from './wrap.ts'

/** A run under a variant, as it is seen from outside. */
export interface Side {
  readonly variant: string
  readonly observation: Observation
}

/** A line of one run or of the other, or of both. */
type Aligned = readonly [left: ObservedLine | null, right: ObservedLine | null]

const isSame = (a: ObservedLine, b: ObservedLine): boolean => a.who === b.who && a.text === b.text

/** How many lines two runs have in common from two places on: `table[i][j]`. */
const commonLengths = (left: readonly ObservedLine[], right: readonly ObservedLine[]): number[][] => {
  const table = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0))
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      table[i]![j] = isSame(left[i]!, right[j]!)
        ? table[i + 1]![j + 1]! + 1
        : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}

/** Two runs beside each other: as much as possible in common, and what differs opposite each other. */
const align = (left: readonly ObservedLine[], right: readonly ObservedLine[]): Aligned[] => {
  const table = commonLengths(left, right)
  const rows: Aligned[] = []
  /** What differs since the last line in common. */
  let own: [ObservedLine[], ObservedLine[]] = [[], []]
  const flush = (): void => {
    const [a, b] = own
    for (let n = 0; n < Math.max(a.length, b.length); n++) rows.push([a[n] ?? null, b[n] ?? null])
    own = [[], []]
  }
  for (let i = 0, j = 0; i < left.length || j < right.length; ) {
    const [a, b] = [left[i], right[j]]
    if (a && b && isSame(a, b)) {
      flush()
      rows.push([a, b])
      i += 1
      j += 1
    } else if (a && (!b || table[i + 1]![j]! >= table[i]![j + 1]!)) {
      own[0].push(a)
      i += 1
    } else {
      own[1].push(b!)
      j += 1
    }
  }
  flush()
  return rows
}

const WHO = 7

/** A cell of differing lines: who, and what in lines of a width. */
const cell = (line: ObservedLine | null, width: number): string[] =>
  line ? wrap(line.text, ' '.repeat(WHO + 2), width, line.who.padEnd(WHO)).split('\n') : []

/** Lines of one row. */
const rowLines = ([left, right]: Aligned, width: number, colour: boolean): string[] => {
  if (left && right && isSame(left, right)) return cell(left, width)
  const column = Math.floor((width - 3) / 2)
  const [a, b] = [cell(left, column), cell(right, column)]
  const paint = (text: string): string =>
    colour ? styleText('yellow', text, { validateStream: false }) : text
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) =>
    paint(`${(a[i] ?? '').padEnd(column)} | ${b[i] ?? ''}`.trimEnd()),
  )
}

/** A program, and what is seen of it under two variants. */
export const sideBySide = (
  program: MachineTypes['Program'],
  [left, right]: readonly [Side, Side],
  { width, colour }: { readonly width: number; readonly colour: boolean },
): string => {
  const { observed } = machineNamed(program.machine).words
  const difference = firstDifference(left.observation, right.observation)
  const linesOf = ({ observation }: Side): ObservedLine[] =>
    folded(observed(observation, program, difference))
  const rows = align(linesOf(left), linesOf(right))
  const column = Math.floor((width - 3) / 2)
  const head = `${left.variant.padEnd(column)} | ${right.variant}`
  return [
    ...programLines(program, width),
    '',
    colour ? styleText('bold', head, { validateStream: false }) : head,
    ...rows.flatMap((row) => rowLines(row, width, colour)),
    ...(difference === null ? ['', 'Nobody sees a difference.'] : []),
    '',
  ].join('\n')
}
