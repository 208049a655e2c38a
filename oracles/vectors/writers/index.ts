/**
 * The formats that vectors are written in.
 */
import { corpusWriter } from '../corpus/writer.ts'
import { jsonWriter } from './json.ts'
import { ndjsonWriter } from './ndjson.ts'
import type { Writer } from './writer.ts'

export const writers: readonly Writer[] = [jsonWriter, ndjsonWriter, corpusWriter]
