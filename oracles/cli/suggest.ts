/**
 * "Did you mean": the known name that is nearest to a mistyped one.
 */

/** Number of single-character edits between two names. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]!
}

/** The nearest of the known names, if it is near at all. */
export const nearest = (name: string, known: readonly string[]): string | null => {
  const short = name.slice(0, 100)
  let best: string | null = null
  let fewest = Math.max(2, Math.floor(short.length / 3)) + 1
  for (const candidate of known) {
    const edits = distance(short, candidate)
    if (edits < fewest) {
      best = candidate
      fewest = edits
    }
  }
  return best
}

/** `; did you mean x86/merge-dr6?`, or nothing. */
export const didYouMean = (name: string, known: readonly string[]): string => {
  const near = nearest(name, known)
  return near === null ? '' : `; did you mean ${near}?`
}
