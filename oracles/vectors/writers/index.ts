/**
 * The formats that vectors are written in.
 */
import { jsonWriter } from './json.ts'
import { ndjsonWriter } from './ndjson.ts'
import type { Writer } from './writer.ts'

export const writers: readonly Writer[] = [jsonWriter, ndjsonWriter]
