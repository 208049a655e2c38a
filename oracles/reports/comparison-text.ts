/**
 * What was expected and what was seen, as host and guest see it, side by side: what both have in common, then each
 * from where they part.
 */
import type { MachineTypes } from '../../properties/machine.ts'
import { machineNamed } from '../machines/index.ts'
import type { Difference, Observation } from '../targets/kvm/observation.ts'
import type { ObservedLine } from './observed-line.ts'
import type { Shown } from './shown.ts'
import { plain, sentence, wrap } from './wrap.ts'

type Program = MachineTypes['Program']

/** Lines beyond these are only counted: behind the difference, and of what comes before it. */
const MOST_LINES = 4
const MOST_COMMON = 12

const traceText = (mark: string, { who, text }: ObservedLine, width: number): string =>
  wrap(text, '          ', width, `${mark} ${who.padEnd(5)}  `)

/** The same line again and again is one, with a count. */
export const folded = (lines: readonly ObservedLine[]): ObservedLine[] => {
  const groups: { line: ObservedLine; times: number }[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last?.line.who === line.who && last.line.text === line.text) last.times += 1
    else groups.push({ line, times: 1 })
  }
  return groups.map(({ line, times }) =>
    times === 1 ? line : { ...line, text: `${line.text}, ${times} times` },
  )
}

const rest = (mark: string, lines: readonly ObservedLine[], width: number): string[] => {
  if (lines.length === 0) return [`${mark} nothing more`]
  const all = folded(lines)
  const shown = all.slice(0, MOST_LINES).map((line, i) => traceText(i === 0 ? mark : ' ', line, width))
  const left = all.length - MOST_LINES
  return left > 0 ? [...shown, `         … ${left} more`] : shown
}

/** Lines of a width, those in the middle left out where there are many. */
const common = (lines: readonly string[]): string[] => {
  if (lines.length <= MOST_COMMON) return [...lines]
  const kept = MOST_COMMON / 2
  const left = lines.length - 2 * kept
  return [...lines.slice(0, kept), `         … ${left} more`, ...lines.slice(-kept)]
}

const GUEST_LINES = '(guest: what its exception handlers have logged, shown at the exit that comes next.)'

/** The lines, and what those of the guest are, if there are any. */
const explained = (lines: readonly string[], width: number): string[] =>
  lines.some((line) => /^. guest /.test(line)) ? [...lines, '', wrap(GUEST_LINES, '', width)] : [...lines]

const linesOf = (
  program: Program,
  observation: Observation,
  difference: Pick<Difference, 'event' | 'field'> | null,
): readonly ObservedLine[] => machineNamed(program.machine).words.observed(observation, program, difference)

/** Whether a line is where two runs part, though the text may be the same. */
const isAt = ({ who, event }: ObservedLine, difference: Pick<Difference, 'event'> | null): boolean =>
  who !== 'guest' && event === difference?.event

/** One run that a property forbids. */
const oneRun = (program: Program, observed: Observation, width: number): string[] =>
  common(folded(linesOf(program, observed, null)).map((line) => traceText(' ', line, width)))

/** Two runs of one program. */
const twoRuns = (
  program: Program,
  expected: Observation,
  observed: Observation,
  difference: Difference | null,
  width: number,
): string[] => {
  const wanted = linesOf(program, expected, difference)
  const seen = linesOf(program, observed, difference)
  const parting = wanted.findIndex((line, i) => line.text !== seen[i]?.text || isAt(line, difference))
  const at = parting < 0 ? wanted.length : parting
  return [
    ...common(seen.slice(0, at).map((line) => traceText(' ', line, width))),
    ...(at > 0 ? [''] : []),
    'Expected from there:',
    ...rest('-', wanted.slice(at), width),
    '',
    'Seen:',
    ...rest('+', seen.slice(at), width),
  ]
}

/** What host and guest see, in lines of a width. */
export const comparisonLines = (
  { program, expected, observed, difference, other }: Shown,
  width: number,
): string[] => {
  const lines = expected
    ? twoRuns(program, expected, observed, difference, width)
    : oneRun(program, observed, width)
  const others = other
    ? ['', sentence(plain(other.how), ':'), ...oneRun(other.program, other.observed, width)]
    : []
  return explained([...lines, ...others], width)
}
