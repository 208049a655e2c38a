/**
 * C headers, Rust modules and Python modules: they compile everywhere, hold what the vectors say, and whatever is
 * wrong with them is found before they are handed out.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, type TestContext, test } from 'vitest'
import type { InputError } from '../../../model/program.ts'
import { arrayOf, field, hex64, integer, nullable, oneOf } from '../../../oracles/codec.ts'
import { decisions } from '../../../oracles/decisions/catalogue.ts'
import { digestOf } from '../../../oracles/vectors/canonical.ts'
import type { VectorSource } from '../../../oracles/vectors/envelope.ts'
import { vectorMachines } from '../../../oracles/vectors/machines.ts'
import { oracles } from '../../../oracles/vectors/oracles.ts'
import { writeVectors } from '../../../oracles/vectors/output.ts'
import { cHeaderWriter } from '../../../oracles/vectors/writers/c-header.ts'
import { pythonWriter } from '../../../oracles/vectors/writers/python.ts'
import { MOST_IN_SOURCE, rustWriter } from '../../../oracles/vectors/writers/rust.ts'
import { holds, type OutputFile, type Writer } from '../../../oracles/vectors/writers/writer.ts'
import { optionsOf, sourceOf, temporaryFolder } from '../support.ts'
import { edit, needC, needPython, needRust, needTool, oddSource, written } from './support.ts'

const folder = temporaryFolder()
const MINUTES = 240_000

interface Format {
  readonly writer: Writer
  readonly extension: string
  readonly need: (ctx: TestContext) => void
}

const FORMATS: readonly Format[] = [
  { writer: cHeaderWriter, extension: 'h', need: needC },
  { writer: rustWriter, extension: 'rs', need: needRust },
  { writer: pythonWriter, extension: 'py', need: needPython },
]

/** Arrays, masks, freedoms, fields that may be absent, one of them called `register`. */
const REAL = ['effective-debug-registers', 'match-io-breakpoints', 'merge-dr6', 'read-debug-register']
const realSources = REAL.map((name) => sourceOf(`x86/${name}`))
const all: readonly VectorSource[] = [...realSources, oddSource()]

describe.each(FORMATS)('$writer.format', ({ writer, extension, need }) => {
  test(
    'read back and run again, into a folder named from here',
    async (ctx) => {
      need(ctx)
      const path = relative(process.cwd(), join(folder, writer.format))
      const { files, checked } = await writeVectors(writer, all, path)
      expect(checked).toMatch(/^compiled|^imported/)
      expect(readdirSync(path).sort()).toEqual(
        ['x86_switch', ...REAL.map((name) => `x86_${name.replaceAll('-', '_')}`)]
          .map((name) => `${name}.${extension}`)
          .sort(),
      )
      expect(files).toHaveLength(5)
    },
    MINUTES,
  )

  test('the same bytes each time, with LF', () => {
    const text = (source: VectorSource): string =>
      writer
        .files([source])
        .flatMap(({ text }) => [...text()])
        .join('')
    for (const source of [oddSource(), realSources[2]!]) {
      expect(text(source)).toBe(text(source))
      expect(text(source)).toMatch(/[^\n]\n$/)
      expect(text(source)).not.toContain('\r')
    }
  })

  test('the head says what it is, where from, and how it is used', () => {
    const source = realSources[2]!
    const [{ text }] = writer.files([source]) as readonly [OutputFile]
    const head = String([...text()][0]).replaceAll(/\n( \*|\/\/!)? */g, ' ')
    expect(head).toContain('SPDX-License-Identifier: MIT')
    expect(head).toContain('Test vectors of x86/merge-dr6: DR6 after a #DB with these causes was delivered')
    expect(head).toContain('Written by guest-debug-oracle test with seed 1')
    expect(head).toContain(digestOf(source.header, source.tests()))
    expect(head).toContain('dr6-overwritten: bug, arch: delivering a #DB overwrites the whole of DR6.')
    expect(head).toContain('How to use it:')
  })

  test('programs are refused, and decisions that have no types, no vectors or too many variants', () => {
    const source = oddSource()
    const codeOf = (change: object): string => {
      try {
        writer.files([{ ...source, ...change } as VectorSource])
        return 'written'
      } catch (error) {
        return (error as InputError).code
      }
    }
    const inputs = (codec: Parameters<typeof field>[0]) => ({
      fields: { ...source.fields, inputs: { odd: field(codec) } },
    })
    expect(codeOf({})).toBe('written')
    expect(codeOf({ header: { ...source.header, kind: 'program' } })).toBe('GDO-1721')
    expect(codeOf(inputs(integer(-1, 1)))).toBe('GDO-1722')
    expect(codeOf(inputs(oneOf<string | number>('a', 1)))).toBe('GDO-1722')
    expect(codeOf(inputs(arrayOf(hex64)))).toBe('GDO-1722')
    expect(codeOf(inputs(arrayOf(arrayOf(hex64, 2, 2), 2, 2)))).toBe('GDO-1722')
    expect(codeOf(inputs(arrayOf(nullable(hex64), 2, 2)))).toBe('GDO-1722')
    expect(codeOf({ tests: () => [] })).toBe('GDO-1723')
    const { variants } = source.header
    expect(codeOf({ header: { ...source.header, variants: Array(33).fill(variants[0]) } })).toBe('GDO-1722')
  })
})

describe('whatever is wrong with a file is found', () => {
  const source = sourceOf('x86/single-step-after-syscall')
  const rejects = async (
    writer: Writer,
    of: VectorSource,
    name: string,
    change: (text: string) => string,
    why: RegExp,
  ) => {
    const path = written(folder, writer, [of])
    await writer.check(path, [of])
    expect(readdirSync(path)).toEqual(
      writer
        .files([of])
        .map((file) => file.name)
        .sort(),
    )
    edit(join(path, name), change)
    await expect(writer.check(path, [of])).rejects.toThrow(why)
  }
  const READ_BACK = /^read back as/
  const name = 'x86_single_step_after_syscall'

  test.for<readonly [string, (text: string) => string, RegExp]>([
    ['a value', (text) => text.replace('{ 1, 0x1 }', '{ 0, 0x1 }'), READ_BACK],
    ['a mask', (text) => text.replace('{ 1, 0x1 }', '{ 1, 0x0 }'), READ_BACK],
    ['an input', (text) => text.replace('{ true, true }', '{ true, false }'), READ_BACK],
    ['who allows it', (text) => text.replace(/\{ 0x[0-9a-f]+, \{ \{/, '{ 0x1, { {'), READ_BACK],
    ['an id', (text) => text.replace(/\{ "[a-z0-9-]+",\n/, '{ "other",\n'), READ_BACK],
    ['a vector too few', (text) => text.replace('_VECTORS 4', '_VECTORS 3'), /refuses/],
    ['a function that finds nothing', (text) => text.replace('failed++;', ''), /read back as field 0: 0/],
    [
      'a function that finds too much',
      (text) => text.replace('if (fewest == 0)', 'if (fewest == 7)'),
      /read back as variant 0: 4/,
    ],
    ['a warning', (text) => `${text}static int unused(void) { return 1; }\n`, /refuses/],
  ])('C: %s', { timeout: MINUTES }, async ([, change, why], ctx) => {
    needC(ctx)
    await rejects(cHeaderWriter, source, `${name}.h`, change, why)
  })

  test.for<readonly [string, (text: string) => string, RegExp]>([
    ['a value', (text) => text.replace('is(1, 0x1)', 'is(0, 0x1)'), READ_BACK],
    ['an input', (text) => text.replace('tf: true', 'tf: false'), READ_BACK],
    [
      'a vector too few',
      (text) =>
        text.replace(/ {4}Vector \{\n {8}id[\s\S]*?\n {4}\},\n/, '').replace('Vector; 4]', 'Vector; 3]'),
      READ_BACK,
    ],
    [
      'a function that finds nothing',
      (text) => text.replace('& facts[i].mask != 0', '& 0 != 0'),
      /read back as field 0: 0/,
    ],
    ['a warning', (text) => text.replace('#![allow(dead_code)]', ''), /refuses/],
  ])('Rust: %s', { timeout: MINUTES }, async ([, change, why], ctx) => {
    needRust(ctx)
    await rejects(rustWriter, source, `${name}.rs`, change, why)
  })

  test.for<readonly [string, (text: string) => string, RegExp]>([
    ['a value', (text) => text.replace('"due": True', '"due": False'), READ_BACK],
    ['an input', (text) => text.replace('"tf": True', '"tf": False'), READ_BACK],
    ['a note', (text) => text.replace(/\("[a-z0-9-]+",\),/, '(),'), READ_BACK],
    ['a vector too few', (text) => text.replace(/ {4}Case\([\s\S]*?\n {4}\),\n/, ''), READ_BACK],
    [
      'a check that finds nothing',
      (text) => text.replace('    if not lines:', '    if True:'),
      /read back as field 0: 0/,
    ],
    ['a syntax error', (text) => text.replace('CASES = [', 'CASES = ['.repeat(2)), /SyntaxError/],
  ])('Python: %s', { timeout: MINUTES }, async ([, change, why], ctx) => {
    needPython(ctx)
    await rejects(pythonWriter, source, `${name}.py`, change, why)
  })

  test(
    'Rust: bytes that are changed, cut off or in excess',
    async (ctx) => {
      needRust(ctx)
      const many = oddSource(MOST_IN_SOURCE + 1)
      await rejects(
        rustWriter,
        many,
        'x86_switch.bin',
        (bytes) => bytes.replace('plain-3', 'plain-4'),
        READ_BACK,
      )
      for (const change of [(bytes: string) => bytes.slice(0, -1), (bytes: string) => `${bytes}x`]) {
        const path = written(folder, rustWriter, [many])
        edit(join(path, 'x86_switch.bin'), change)
        await expect(rustWriter.check(path, [many])).rejects.toThrow(/ended with 101/)
      }
    },
    MINUTES,
  )
})

test(
  'Rust: from two thousand vectors on, bytes beside the module',
  async (ctx) => {
    needRust(ctx)
    const names = (count: number) => rustWriter.files([oddSource(count)]).map(({ name }) => name)
    expect(names(MOST_IN_SOURCE)).toEqual(['x86_switch.rs'])
    expect(names(MOST_IN_SOURCE + 1)).toEqual(['x86_switch.rs', 'x86_switch.bin'])
    const path = join(folder, 'many')
    const real = sourceOf('x86/read-debug-register', { count: 3000 })
    const { checked } = await writeVectors(rustWriter, [real, oddSource(3000)], path)
    expect(checked).toMatch(/^compiled|^imported/)
    expect(statSync(join(path, 'x86_read_debug_register.bin')).size).toBeLessThan(3000 * 250)
    expect(statSync(join(path, 'x86_read_debug_register.rs')).size).toBeLessThan(20_000)
  },
  MINUTES,
)

describe('C headers compile without a warning, with no library', () => {
  const program = (): string => {
    const path = written(folder, cHeaderWriter, all)
    const includes = readdirSync(path).map((name) => `#include "${name}"\n#include "${name}"\n`)
    writeFileSync(join(path, 'all.c'), `${includes.join('')}int unit;\n`)
    return path
  }
  const FLAGS = ['-ffreestanding', '-fsyntax-only', '-Wall', '-Wextra', '-Wpedantic', '-Werror']

  test.for<readonly [string, readonly string[], string]>([
    ['gcc', ['-std=c99'], 'gcc'],
    ['gcc', ['-std=c17'], 'gcc'],
    ['clang', ['-std=c99'], 'clang'],
    ['g++', ['-x', 'c++', '-std=c++11'], 'g++'],
    ['g++', ['-x', 'c++', '-std=c++20'], 'g++'],
    ['clang++', ['-x', 'c++', '-std=c++11'], 'clang'],
  ])('%s %s', { timeout: MINUTES }, ([command, standard, packages], ctx) => {
    needTool(ctx, command, 'compiler', packages)
    const { status, stderr } = spawnSync(command, [...standard, ...FLAGS, join(program(), 'all.c')], {
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  test(
    'needs nothing but what every C compiler demands of a freestanding program',
    (ctx) => {
      needC(ctx)
      needTool(ctx, 'nm', 'lister of symbols', 'binutils')
      const path = program()
      const runs = `size_t use(x86_switch_function f, gdo_report r);
size_t use(x86_switch_function f, gdo_report r) { return x86_switch_run(X86_SWITCH_VARIANT_LINUX_1_0, f, r, NULL); }\n`
      edit(join(path, 'all.c'), (text) => text + runs)
      const object = join(path, 'all.o')
      const built = spawnSync('cc', [
        '-std=c99',
        '-O2',
        '-ffreestanding',
        '-fno-pic',
        '-c',
        '-o',
        object,
        join(path, 'all.c'),
      ])
      expect(built.status).toBe(0)
      const undefinedSymbols = spawnSync('nm', ['-u', '-P', object], { encoding: 'utf8' })
        .stdout.split('\n')
        .map((line) => line.split(' ')[0]!)
      expect(
        undefinedSymbols.filter((symbol) => !['', 'memcpy', 'memset', '__stack_chk_fail'].includes(symbol)),
      ).toEqual([])
    },
    MINUTES,
  )
})

test(
  'Rust modules compile without a warning and without std',
  (ctx) => {
    needRust(ctx)
    const path = written(folder, rustWriter, [...all, { ...oddSource(MOST_IN_SOURCE + 1), name: 'x86-many' }])
    const modules = readdirSync(path).filter((name) => name.endsWith('.rs'))
    expect(modules).toHaveLength(6)
    writeFileSync(
      join(path, 'lib.rs'),
      `#![no_std]\n${modules.map((name) => `pub mod ${name.slice(0, -3)};\n`).join('')}`,
    )
    const flags = [
      '--edition',
      '2021',
      '--crate-type',
      'lib',
      '--emit',
      'metadata',
      '-D',
      'warnings',
      '--out-dir',
      path,
    ]
    const { status, stderr } = spawnSync('rustc', [...flags, join(path, 'lib.rs')], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  },
  MINUTES,
)

test('Python: what a failed check says', (ctx) => {
  needPython(ctx)
  const path = written(folder, pythonWriter, [oddSource(), realSources[2]!])
  const said = (lines: readonly string[]): string => {
    const { stdout, stderr } = spawnSync('python3', ['-B', '-c', lines.join('\n')], {
      encoding: 'utf8',
      cwd: path,
    })
    return stdout + stderr
  }
  const wrong = said([
    'import x86_merge_dr6 as v',
    'try: v.check(v.CASES[0], {"dr6": 0xd})',
    'except AssertionError as error: print(error)',
  ])
  expect(wrong.split('\n').slice(0, 3)).toEqual([
    'x86/merge-dr6, example: not what x86/ideal allows',
    '  dr6: 0x000000000000000d, expected 0x00000000ffff4ffd (wrong bits: 0x00000000ffff4ff0)',
    '  input: dr6=0x00000000ffff4ff2, payload=0x000000000000000d, rtm=False, busLockDetect=False',
  ])
  expect(wrong).toContain('  fails here too: dr6-overwritten: bug, arch: ')
  expect(said(['import x86_merge_dr6 as v', 'v.check(v.CASES[0], 13)'])).toContain(
    'TypeError: an answer is a mapping with dr6, not 13',
  )
  expect(said(['import x86_merge_dr6 as v', 'v.check(v.CASES[0], {}, "x86/none")'])).toContain(
    'ValueError: x86/none is none of x86/ideal, ',
  )
  const loose = said([
    'import x86_switch as v',
    'right = {"slots": [], "few": ["y"], "union": None, "Result": "Err", "sites": (), "reply": None, "input": "off", "loose": 0xff000fff, "mask": 11, "list": (1, 0, 2**64 - 1, 2**63)}',
    'v.check(v.CASES[1], right)',
    'for wrong in ({"mask": 1}, {"loose": None}, {"list": [1, 0, 0, 0]}, {"other": 1}, {"Result": "Ok"}, {"reply": b"T5"}):',
    '    try: v.check(v.CASES[1], {**right, **wrong})',
    '    except AssertionError as error: print(str(error).split("\\n")[1].strip())',
  ])
  expect(loose.split('\n')).toEqual([
    'mask: 1, expected 2 in the bits 6 (half)',
    'loose: None, expected 0x00000f00 in the bits 0x0000ff00 (half)',
    expect.stringMatching(/^list: \[0x0000000000000001, .*\], expected \[0x0000000000000001, /),
    'other: no such field',
    'Result: Ok, expected Err',
    "reply: b'T5', expected None",
    '',
  ])
})

describe('on the command line', () => {
  const MAIN = resolve(import.meta.dirname, '../../../dist/oracles/cli/main.js')
  const gdo = (args: readonly string[], env = process.env) =>
    spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', env })

  test(
    'without a compiler files are written, and it is said that nobody checked them',
    () => {
      const bin = join(folder, 'bin')
      mkdirSync(bin)
      symlinkSync(process.execPath, join(bin, 'node'))
      for (const { writer, extension } of FORMATS) {
        const out = join(folder, `unchecked-${extension}`)
        const { status, stdout, stderr } = gdo(
          ['export', 'x86/single-step-after-syscall', '--format', writer.format, '--out', out],
          { ...process.env, PATH: bin },
        )
        expect(stderr).toMatch(
          /^gdo: not read back: there is no [^\n]+; install one \(Debian: [a-z0-9 -]+\)\n$/,
        )
        expect(stdout).toBe(`1 file in ${out}.\n`)
        expect(status).toBe(0)
        expect(readdirSync(out)).toEqual([`x86_single_step_after_syscall.${extension}`])
      }
    },
    MINUTES,
  )

  test(
    'programs are refused by name',
    () => {
      const out = join(folder, 'programs')
      const { status, stderr } = gdo(['export', 'x86/programs', '--format', 'rust', '--out', out])
      expect(stderr).toMatch(
        /^gdo: x86\/programs: rust holds decision vectors; json holds all \[GDO-1721\]\n$/,
      )
      expect(status).toBe(2)
      expect(() => readdirSync(out)).toThrow(/ENOENT/)
    },
    MINUTES,
  )
})

describe.each(vectorMachines)(
  'every decision of $name has a table, and only decisions',
  ({ name: machine }) => {
    test.for(FORMATS)('$writer.format', { timeout: MINUTES }, async ({ writer, need }, ctx) => {
      need(ctx)
      const held = oracles.filter((oracle) => oracle.machine === machine && holds(writer, oracle))
      expect(held.map(({ id }) => id)).toEqual(
        decisions.filter((decision) => decision.machine === machine).map(({ id }) => id),
      )
      const sources = held.map(({ source }) => source({ ...optionsOf(machine), wrong: [] }))
      const { files, checked } = await writeVectors(
        writer,
        sources,
        join(folder, `${machine}-${writer.format}`),
      )
      expect(checked).toMatch(/^compiled|^imported/)
      expect(files).toHaveLength(held.length)
    })
  },
)

test('a written file is text that ends in a line', () => {
  for (const { writer, extension } of FORMATS) {
    const path = written(folder, writer, [oddSource()])
    expect(readFileSync(join(path, `x86_switch.${extension}`), 'utf8')).toMatch(/\n$/)
  }
})
