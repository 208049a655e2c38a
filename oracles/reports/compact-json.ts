/**
 * JSON for a mail: whatever fits on a line stands on one.
 */
import type { Json } from '../codec.ts'

/** JSON text of lines of at most `width` columns, unless a single string or name is longer. */
export const compactJson = (value: Json, width: number, indent = '', lead = 0): string => {
  const line = JSON.stringify(value)
  if (typeof value !== 'object' || value === null || indent.length + lead + line.length + 1 <= width)
    return line
  const inner = `${indent} `
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const parts = Array.isArray(value)
    ? value.map((item: Json) => compactJson(item, width, inner))
    : Object.entries(value).map(([name, item]) => {
        const key = `${JSON.stringify(name)}: `
        return key + compactJson(item as Json, width, inner, key.length)
      })
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`
}
