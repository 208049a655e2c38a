import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonicalJson, digestOf, inspected, lineOf, sealed } from '../../oracles/vectors/canonical.ts'
import type { DecisionVector } from '../../oracles/vectors/envelope.ts'
import { ndjsonLines } from '../../oracles/vectors/writers/ndjson.ts'
import { sourceOf } from './support.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

test('canonical JSON has sorted names, no blanks, and leaves out what is undefined', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'é"\n' }], a: true, z: undefined })).toBe(
    '{"a":true,"b":[1,{"c":"é\\"\\n","d":null}]}',
  )
  // By code units, as RFC 8785 has it: not by code points.
  expect(canonicalJson({ '\u{1f600}': 1, '\ufb33': 2 })).toBe('{"\u{1f600}":1,"\ufb33":2}')
})

const vector = sealed<DecisionVector>({
  id: 'one',
  group: 'example',
  why: 'A test.',
  notes: [],
  input: { dr6: '0x0' },
  expect: { 'x86/ideal': { allowed: [{ output: { dr6: '0x0' } }] } },
})

test('a hash is that of the canonical vector without it, whoever computes it', () => {
  const { hash, ...rest } = vector
  expect(hash).toBe(sha256(canonicalJson(rest)))
  expect(lineOf(vector)).toBe(canonicalJson(vector))
  expect(inspected(vector)).toEqual({ line: canonicalJson(vector), isWhole: true })
  expect(inspected({ ...vector, why: 'Another.' }).isWhole).toBe(false)
})

test('the digest is the SHA-256 of an NDJSON file without its last line', () => {
  const source = sourceOf('x86/traps-held')
  const lines = [...ndjsonLines(source)]
  const { digest, numberOfTests } = JSON.parse(lines.at(-1)!)
  expect(digest).toBe(sha256(lines.slice(0, -1).join('')))
  expect(digest).toBe(digestOf(source.header, source.tests()))
  expect(numberOfTests).toBe(lines.length - 2)
})
