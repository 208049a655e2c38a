/**
 * Writing: under a final name there is a whole file or none.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { InputError } from '../../model/program.ts'
import { writeVectors, writeWhole } from '../../oracles/vectors/output.ts'
import { jsonWriter } from '../../oracles/vectors/writers/json.ts'
import { ndjsonWriter } from '../../oracles/vectors/writers/ndjson.ts'
import type { Writer } from '../../oracles/vectors/writers/writer.ts'
import { sourceOf, temporaryFolder } from './support.ts'

const folder = temporaryFolder()
const source = sourceOf('x86/traps-held', { count: 6 })

const codeOf = async (action: Promise<unknown>): Promise<string> => {
  try {
    await action
    return 'written'
  } catch (error) {
    return error instanceof InputError ? error.code : `${(error as Error).message}`
  }
}

test('the same bytes each time, in a folder that is new or empty', async () => {
  const [one, two] = [join(folder, 'new', 'deep'), join(folder, 'empty')] as const
  mkdirSync(two)
  for (const writer of [jsonWriter, ndjsonWriter]) {
    await writeVectors(writer, [source], join(one, writer.format))
    await writeVectors(writer, [source], join(two, writer.format))
    const [name, ...others] = readdirSync(join(one, writer.format))
    expect(others).toEqual([])
    const text = readFileSync(join(one, writer.format, name!), 'utf8')
    expect(readFileSync(join(two, writer.format, name!), 'utf8')).toBe(text)
    expect(text).toMatch(/\n$/)
    expect(text).not.toMatch(/\r| \n/)
  }
})

describe('what cannot be written is said in one line, and nothing is left', () => {
  test('a folder with files in it', async () => {
    const path = join(folder, 'full')
    mkdirSync(path)
    writeFileSync(join(path, 'mine.txt'), 'mine')
    expect(await codeOf(writeVectors(jsonWriter, [source], path))).toBe('GDO-1711')
    expect(readdirSync(path)).toEqual(['mine.txt'])
  })
  test('a file in the way', async () => {
    const path = join(folder, 'file')
    writeFileSync(path, 'mine')
    expect(await codeOf(writeVectors(jsonWriter, [source], path))).toBe('GDO-1712')
    expect(await codeOf(writeVectors(jsonWriter, [source], join(path, 'below')))).toBe('GDO-1712')
    expect(readFileSync(path, 'utf8')).toBe('mine')
  })
  test('a file system that takes no files', async () => {
    expect(await codeOf(writeVectors(jsonWriter, [source], '/proc/gdo'))).toMatch(/GDO-1712/)
  })
  test('a single file', async () => {
    expect(await codeOf(writeWhole(join(folder, 'none', 'junit.xml'), 'x'))).toBe('GDO-1712')
    await writeWhole(join(folder, 'junit.xml'), 'x')
    expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toBe('x')
  })
  test('a link stays one, as /dev/stdout is', async () => {
    symlinkSync('junit.xml', join(folder, 'link'))
    await writeWhole(join(folder, 'link'), 'y')
    expect(readlinkSync(join(folder, 'link'))).toBe('junit.xml')
    expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toBe('y')
  })

  const MAIN = resolve(import.meta.dirname, '../../dist/oracles/cli/main.js')
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s in the middle of a file',
    async (signal) => {
      const path = join(folder, signal, 'deep')
      const args = ['export', 'x86/merge-dr6', '--format', 'ndjson', '--count', '5000000', '--out', path]
      const child = spawn(process.execPath, [MAIN, ...args], { stdio: 'ignore' })
      const end = once(child, 'exit')
      await expect.poll(() => existsSync(path) && readdirSync(path).length, { timeout: 60_000 }).toBe(1)
      child.kill(signal)
      expect(await end).toEqual([130, null])
      expect(existsSync(join(folder, signal))).toBe(false)
    },
    120_000,
  )
  test('a full disk: in the middle of a file, before any has its name', () => {
    const path = join(folder, 'disk')
    // Blocks of 1 KiB: the first of the two files fits, the second does not.
    const command = 'ulimit -f 40; exec "$0" "$@"'
    const oracles = ['x86/single-step-after-syscall', 'x86/merge-dr6']
    const args = ['-c', command, process.execPath, MAIN, 'export', ...oracles, '--out', path]
    const { status, stderr } = spawnSync('bash', args, { encoding: 'utf8', timeout: 120_000 })
    expect(stderr).toMatch(/^gdo: cannot write to [^\n]+: the disk is full \(EFBIG\) \[GDO-1713\]\n$/)
    expect(status).toBe(2)
    expect(() => readdirSync(path)).toThrow(/ENOENT/)
  }, 180_000)
})

describe('what a writer gets wrong is found before a file gets its name', () => {
  const broken = (of: Writer, spoil: (text: string) => string): Writer => ({
    ...of,
    files: (sources) =>
      of.files(sources).map(({ name, text }) => ({ name, text: () => [spoil([...text()].join(''))] })),
  })
  test.each([
    ['another answer', (text: string) => text.replace('"held":false', '"held":true')],
    ['another hash', (text: string) => text.replace(/"hash": ?"..../, '"hash":"0000')],
    ['the end is missing', (text: string) => text.slice(0, -20)],
  ])('%s', async (name, spoil) => {
    for (const writer of [jsonWriter, ndjsonWriter]) {
      const path = join(folder, `${writer.format} ${name}`)
      expect(await codeOf(writeVectors(broken(writer, spoil), [source], path))).toMatch(
        /not as it was written/,
      )
      expect(() => readdirSync(path)).toThrow(/ENOENT/)
      expect(
        await codeOf(
          writeVectors(
            broken(writer, (text) => text),
            [source],
            path,
          ),
        ),
      ).toBe('written')
    }
  })
})
