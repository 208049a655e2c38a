/**
 * Files that are not as they were written: each is refused in one line with its code.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { InputError } from '../../model/program.ts'
import { digestOf, sealed } from '../../oracles/vectors/canonical.ts'
import type { DecisionVector, VectorFile } from '../../oracles/vectors/envelope.ts'
import { openVectors } from '../../oracles/vectors/read.ts'
import { vectorFile } from '../../oracles/vectors/writers/json.ts'
import { ndjsonLines } from '../../oracles/vectors/writers/ndjson.ts'
import { sourceOf, temporaryFolder } from './support.ts'

const folder = temporaryFolder()
const source = sourceOf('x86/traps-held', { count: 6 })
const file = vectorFile(source) as VectorFile & { readonly tests: readonly DecisionVector[] }
const json = JSON.stringify(file, null, 1)
const lines = [...ndjsonLines(source)]

let written = 0
const save = (text: string): string => {
  written += 1
  const path = join(folder, `${written}.vectors`)
  writeFileSync(path, text)
  return path
}

/** How many vectors a file gives, or the code with which it is refused. */
const read = async (text: string): Promise<number | string> => {
  try {
    let count = 0
    for await (const _ of (await openVectors(save(text))).tests()) count += 1
    return count
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    expect(error.message).not.toContain('\n')
    expect(error.message).toContain(folder)
    return error.code
  }
}

const [first, second] = file.tests as unknown as [DecisionVector, DecisionVector]
/** A file with other vectors, whose digest is right: only what is wrong with a vector itself is found. */
const withTests = (tests: readonly unknown[]): string => {
  const { tests: _, numberOfTests, digest, ...header } = file
  const all = tests as DecisionVector[]
  return JSON.stringify({ ...header, tests: all, numberOfTests: all.length, digest: digestOf(header, all) })
}
const changed = (change: Partial<VectorFile>): string => JSON.stringify({ ...file, ...change })

describe('whole files', () => {
  test('JSON, NDJSON, and JSON that was formatted otherwise', async () => {
    expect(await read(json)).toBe(6)
    expect(await read(lines.join(''))).toBe(6)
    expect(await read(JSON.stringify(file))).toBe(6)
    expect(await read(withTests(file.tests))).toBe(6)
    expect(await read(lines.map((line) => `${JSON.stringify(JSON.parse(line))}\n`).join(''))).toBe(6)
  })
})

describe('no vector files', () => {
  test.each([
    ['empty', '', 'GDO-1701'],
    ['text', 'hello\n', 'GDO-1701'],
    ['another format', '{"format": "guest-debug-oracle/program", "version": 1}\n', 'GDO-1701'],
    ['an array', '[]\n', 'GDO-1701'],
    ['another version', changed({ version: 2 as 1 }), 'GDO-1702'],
    ['another version, NDJSON', lines.join('').replace('"version":1', '"version":2'), 'GDO-1702'],
  ])('%s', async (_, text, code) => {
    expect(await read(text)).toBe(code)
  })
  test('a file that does not exist, and a folder', async () => {
    await expect(openVectors(join(folder, 'none'))).rejects.toThrow(/no such file/)
    await expect(openVectors(folder)).rejects.toThrow(/a folder/)
  })
})

describe('cut off', () => {
  test.each([0.1, 0.5, 0.9, 0.999])('JSON after %f of it', async (part) => {
    expect(await read(json.slice(0, Math.floor(part * json.length)))).toBe('GDO-1704')
  })
  test('NDJSON behind any line, and within any line', async () => {
    for (let n = 1; n < lines.length; n++) {
      expect(await read(lines.slice(0, n).join('')), `${n} lines`).toBe('GDO-1704')
      expect(await read(lines.slice(0, n).join('') + lines[n]!.slice(0, 20)), `${n} lines`).toBe('GDO-1704')
    }
    expect(await read(lines.join('').slice(0, -1))).toBe('GDO-1704')
    expect(await read(lines[0]!.slice(0, -1))).toBe('GDO-1704')
  })
})

describe('changed', () => {
  const edited = {
    ...first,
    expect: { ...first.expect, 'x86/ideal': { allowed: [{ output: { held: true } }] } },
  }
  test('an expectation, an input, a reason, a hash', async () => {
    expect(first.expect['x86/ideal']!.allowed[0]!.output).not.toEqual({ held: true })
    for (const vector of [
      edited,
      { ...first, input: second.input },
      { ...first, why: 'Because.' },
      { ...first, hash: second.hash },
    ])
      expect(await read(changed({ tests: [vector, ...file.tests.slice(1)] as DecisionVector[] }))).toBe(
        'GDO-1705',
      )
    expect(await read([lines[0], `${JSON.stringify(edited)}\n`, ...lines.slice(2)].join(''))).toBe('GDO-1705')
  })
  test('with a new hash of its own, the digest tells', async () => {
    const { hash: _, ...rest } = edited
    const forged = sealed<DecisionVector>(rest)
    expect(await read(changed({ tests: [forged, ...file.tests.slice(1)] }))).toBe('GDO-1706')
  })
  test('a vector removed, added or moved; another header', async () => {
    expect(await read(changed({ tests: file.tests.slice(1) }))).toBe('GDO-1706')
    expect(await read(changed({ tests: [second, first, ...file.tests.slice(2)] }))).toBe('GDO-1706')
    expect(await read(changed({ title: 'Another' }))).toBe('GDO-1706')
    expect(await read(lines.toSpliced(2, 1).join(''))).toBe('GDO-1706')
    expect(await read([...lines, lines[1]].join(''))).toBe('GDO-1703')
  })
})

describe('not as vectors are written', () => {
  const again = (change: object): DecisionVector => {
    const { hash: _, ...rest } = first
    return sealed<DecisionVector>({ ...rest, ...change } as DecisionVector)
  }
  test('the same id twice', async () => {
    expect(await read(withTests([first, second, first]))).toBe('GDO-1707')
  })
  test('a variant that the header does not have', async () => {
    const expectation = first.expect['x86/ideal']!
    expect(
      await read(withTests([again({ expect: { 'x86/ideal': expectation, 'x86/other': expectation } })])),
    ).toBe('GDO-1708')
  })
  test.each([
    ['an unknown field', { colour: 'red' }],
    ['an id that is no slug', { id: '../../etc/passwd' }],
    ['a text that a terminal obeys', { why: 'because \u001b[2J' }],
    ['nothing for the reference', { expect: {} }],
    ['nothing allowed', { expect: { 'x86/ideal': { allowed: [] } } }],
    ['a group that the header does not have', { group: 'nobody' }],
    ['a note that the header does not have', { notes: ['nobody'] }],
    ['a number with a fraction', { input: { instruction: 1.5 } }],
    ['no input', { input: undefined }],
    ['an input of an endless depth', { input: JSON.parse(`${'{"a":'.repeat(60)}1${'}'.repeat(60)}`) }],
  ])('%s', async (_, change) => {
    expect(await read(withTests([again(change)]))).toBe('GDO-1703')
  })
  test('a header with a field too many or too few', async () => {
    expect(await read(changed({ colour: 'red' } as object))).toBe('GDO-1703')
    const { variants: _, ...without } = file
    expect(await read(JSON.stringify(without))).toBe('GDO-1703')
    expect(await read(changed({ variants: [] }))).toBe('GDO-1703')
  })
})
