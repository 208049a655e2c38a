/**
 * JSON: a file that people read, too. Names are sorted, whatever fits on a line stands on one, lines end with LF: the
 * same vectors are the same bytes.
 */
import { compactJson } from '../../reports/compact-json.ts'
import { digestOf, sorted } from '../canonical.ts'
import type { VectorFile, VectorSource } from '../envelope.ts'
import { checkWritten } from './check.ts'
import type { Writer } from './writer.ts'

const WIDTH = 120

/** The file of a source, in memory. */
export const vectorFile = ({ header, tests }: VectorSource): VectorFile => {
  const all = [...tests()]
  return { ...header, tests: all, numberOfTests: all.length, digest: digestOf(header, all) }
}

const fileName = ({ name }: VectorSource): string => `${name}.json`

export const jsonWriter: Writer = {
  format: 'json',
  meaning: 'one canonical JSON file for each oracle',
  files: (sources) =>
    sources.map((source) => ({
      name: fileName(source),
      text: () => [`${compactJson(sorted(vectorFile(source)), WIDTH)}\n`],
    })),
  check: (folder, sources) => checkWritten(folder, sources, fileName),
}
