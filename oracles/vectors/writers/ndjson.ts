/**
 * NDJSON: the header, each vector and the end on a line of canonical JSON. It is written as it is made, so that a
 * million vectors need no more memory than one.
 */
import { canonicalJson, Digest, lineOf } from '../canonical.ts'
import type { VectorSource } from '../envelope.ts'
import { checkWritten } from './check.ts'
import type { Writer } from './writer.ts'

/** The lines of a source, with their ends. */
export function* ndjsonLines({ header, tests }: VectorSource): Generator<string> {
  const digest = new Digest()
  const first = canonicalJson(header)
  digest.add(first)
  yield `${first}\n`
  let numberOfTests = 0
  for (const test of tests()) {
    const line = lineOf(test)
    digest.add(line)
    numberOfTests += 1
    yield `${line}\n`
  }
  yield `${canonicalJson({ digest: digest.hex(), numberOfTests })}\n`
}

const fileName = ({ name }: VectorSource): string => `${name}.ndjson`

export const ndjsonWriter: Writer = {
  format: 'ndjson',
  meaning: 'one JSON object per line, for any number of vectors',
  files: (sources) => sources.map((source) => ({ name: fileName(source), text: () => ndjsonLines(source) })),
  check: (folder, sources) => checkWritten(folder, sources, fileName),
}
