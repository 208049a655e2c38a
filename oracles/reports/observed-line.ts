/**
 * What a target showed, as lines of a trace.
 */

/** One line of a trace. */
export interface ObservedLine {
  readonly who: 'host' | 'kvm' | 'guest'
  readonly text: string
  /** Index of the event; of a record in the log, of the first exit after it. */
  readonly event: number
}

/** The first line in which two logs differ, as the end of a sentence. */
export const logDifferenceText = (expected: readonly string[], observed: readonly string[]): string => {
  const length = Math.max(expected.length, observed.length)
  const at = Array.from({ length }, (_, i) => i).find((i) => expected[i] !== observed[i]) ?? 0
  return `${expected[at] ?? 'nothing more'}; seen: ${observed[at] ?? 'nothing more'}`
}
