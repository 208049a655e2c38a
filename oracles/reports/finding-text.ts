/**
 * A finding as text for people at a terminal: what differs, how often it was seen, the smallest program, and what host
 * and guest see of it.
 */
import { styleText } from 'node:util'
import { machineNamed } from '../machines/index.ts'
import { comparisonLines } from './comparison-text.ts'
import type { StoredFinding } from './finding.ts'
import { programLines } from './program-text.ts'
import { shownOf } from './shown.ts'
import { plain, sentence, wrap } from './wrap.ts'

const seenText = ({ seen: { times, of }, provenance: { instances, after } }: StoredFinding): string => {
  const where = `Seen in ${instances === 1 ? '1 program' : `${instances} programs`}, first in number ${after}.`
  if (of === 0) return `${where} Not shrunk to the end: the campaign was interrupted.`
  return `${where} Run again, the program below showed it ${times} of ${of} times.`
}

const partText = (part: string): string => (part === 'slots' ? 'what its slots do' : part)

const explanationLines = ({ explanation, variant }: StoredFinding): string[] => {
  if (!explanation) return []
  const { layer, properties, parts, alone, described } = explanation
  return [
    properties.length > 0
      ? `Breaks ${properties.map(({ id, layer }) => `${id} (${layer})`).join(', ')}.`
      : `Breaks no property that ${variant} keeps${layer === null ? '' : `; a choice of the layer ${layer}`}.`,
    ...(parts.length === 0
      ? []
      : [`Made by ${parts.map(partText).join(alone ? ' or ' : ' with ')}, in the describing variant.`]),
    described
      ? 'The variant that describes the target does the same.'
      : 'The variant that describes the target does something else: gdo diff without --against shows it.',
  ]
}

/** What was seen instead of what was expected, in a sentence. */
const whatText = ({ difference, expected, observed, program }: StoredFinding): string =>
  sentence(
    plain(
      typeof difference === 'string'
        ? difference
        : machineNamed(program.machine).words.difference(difference, expected, observed, program),
    ),
  )

const COLOURS = { '-': 'red', '+': 'green', '*': 'yellow' } as const

/** Colours a line by its mark. */
const coloured = (line: string): string => {
  const colour = COLOURS[line[0] as keyof typeof COLOURS]
  return colour && line[1] === ' ' ? styleText(colour, line, { validateStream: false }) : line
}

/** @param name what it is called here, `Finding 1`. */
export const findingText = (
  finding: StoredFinding,
  name: string,
  { width, colour }: { readonly width: number; readonly colour: boolean },
): string => {
  const { kind, property, signature } = finding
  const shown = shownOf(finding)
  const text = [whatText(finding), ...explanationLines(finding), seenText(finding)]
  const title = `${name}: ${kind === 'property' ? `breaks ${property}` : signature}`
  const comparison = comparisonLines(shown, width)
  return [
    colour ? styleText('bold', title, { validateStream: false }) : title,
    ...text.map((line) => wrap(line, '  ', width)),
    '',
    ...programLines(shown.program, width),
    '',
    ...(colour ? comparison.flatMap((text) => text.split('\n').map(coloured)) : comparison),
    '',
  ].join('\n')
}
