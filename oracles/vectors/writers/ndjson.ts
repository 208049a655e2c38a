/**
 * NDJSON: the header, each vector and the end on a line of canonical JSON. It is written as it is made, so that a
 * million vectors need no more memory than one.
 */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
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

/** Bytes of a file of which a reader can keep all ids without asking for memory. */
const LONG = 8 * 1024 * 1024

/** Compares the lines of a file with what the model gives when it is asked again. */
const checkLines = async (path: string, expected: Iterator<string>): Promise<void> => {
  let number = 0
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1
    if (expected.next().value !== `${line}\n`)
      throw new Error(`${path}: line ${number} is not as it was written`)
  }
  if (expected.next().done !== true)
    throw new Error(`${path} is not as it was written: it ends after line ${number}`)
}

const fileName = ({ name }: VectorSource): string => `${name}.ndjson`

export const ndjsonWriter: Writer = {
  format: 'ndjson',
  meaning: 'one JSON object per line, for any number of vectors',
  files: (sources) => sources.map((source) => ({ name: fileName(source), text: () => ndjsonLines(source) })),
  check: async (folder, sources) => {
    for (const source of sources) {
      const path = join(folder, fileName(source))
      if ((await stat(path)).size > LONG) await checkLines(path, ndjsonLines(source))
      else await checkWritten(folder, [source], fileName)
    }
    return 'read back and run again'
  },
}
