/**
 * The formats that vectors are written in.
 */
import { corpusWriter } from '../corpus/writer.ts'
import { cHeaderWriter } from './c-header.ts'
import { jsonWriter } from './json.ts'
import { ndjsonWriter } from './ndjson.ts'
import { pythonWriter } from './python.ts'
import { rustWriter } from './rust.ts'
import type { Writer } from './writer.ts'

export const writers: readonly Writer[] = [
  jsonWriter,
  ndjsonWriter,
  corpusWriter,
  cHeaderWriter,
  rustWriter,
  pythonWriter,
]
