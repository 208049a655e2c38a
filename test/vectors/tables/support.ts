/**
 * What the tests of tables share: tools that may be missing, and a source that has everything a table can hold under
 * names that no language likes.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'vitest'
import { ideal } from '../../../model/x86/index.ts'
import {
  arrayOf,
  boolean,
  bytesUpTo,
  type Fields,
  field,
  hex32,
  hex64,
  integer,
  type JsonRecord,
  nullable,
  oneOf,
  optional,
  packet,
  record,
} from '../../../oracles/codec.ts'
import { sealed } from '../../../oracles/vectors/canonical.ts'
import type { AllowedAnswer, DecisionVector, VectorSource } from '../../../oracles/vectors/envelope.ts'
import type { Writer } from '../../../oracles/vectors/writers/writer.ts'
import { sourceOf } from '../support.ts'

/** Skips the test where a tool is missing. */
export const needTool = (ctx: TestContext, command: string, what: string, packages: string): void => {
  if (spawnSync(command, ['--version']).status !== 0)
    ctx.skip(`there is no ${what} (${command}): apt install ${packages}`)
}

export const needC = (ctx: TestContext): void => needTool(ctx, 'cc', 'C compiler', 'gcc libc6-dev')
export const needRust = (ctx: TestContext): void => needTool(ctx, 'rustc', 'Rust compiler', 'rustc')
export const needPython = (ctx: TestContext): void => needTool(ctx, 'python3', 'Python', 'python3')

export const needPytest = (ctx: TestContext): void => {
  needPython(ctx)
  if (spawnSync('python3', ['-m', 'pytest', '--version']).status !== 0)
    ctx.skip('there is no pytest for python3: apt install python3-pytest')
}

/** Writes the files of a format, unchecked, to a new folder in `parent`. */
export const written = (parent: string, writer: Writer, sources: readonly VectorSource[]): string => {
  const folder = mkdtempSync(join(parent, 'tables-'))
  for (const { name, text } of writer.files(sources))
    writeFileSync(join(folder, name), Buffer.concat([...text()].map((piece) => Buffer.from(piece))))
  return folder
}

/** Changes a file; the change must be one. */
export const edit = (path: string, change: (text: string) => string): void => {
  const text = readFileSync(path, 'latin1')
  const changed = change(text)
  if (changed === text) throw new Error(`nothing to change in ${path}`)
  writeFileSync(path, changed, 'latin1')
}

/** A list of records, one of whose names stands for a count elsewhere. */
const slots = arrayOf(
  record({ slots_count: field(hex64, 'a register'), while: field(oneOf('x', 'y')) }),
  0,
  3,
)

const fields: { readonly inputs: Fields; readonly outputs: Fields } = {
  inputs: {
    // Keywords of C, C++, Rust; names that become one; a macro.
    class: field(hex64, 'ends with */ and """ and \\'),
    int: field(boolean),
    type: field(oneOf('Self', 'self', '#UD', '', '1st', 'a b', 'a-b', 'größer')),
    self: field(oneOf(1, 4)),
    'a-b': field(hex32),
    a_b: field(hex32),
    hasMaybe: field(boolean),
    maybe: optional(integer(0, 0xffff_ffff)),
    linux: field(nullable(oneOf('one'))),
    list: field(arrayOf(integer(0, 9), 3, 3)),
    inner: field(record({ fn: field(hex64), input: field(oneOf('on', 'off')) })),
    slots: field(slots),
    few: field(nullable(arrayOf(integer(0, 9), 0, 2))),
    pairs: field(arrayOf(record({ left: field(hex64), right: field(boolean) }), 2, 2)),
    memory: field(nullable(bytesUpTo(4, 'cc'))),
    said: field(packet(6)),
  },
  outputs: {
    slots: field(slots),
    few: optional(arrayOf(oneOf('x', 'y'), 0, 2)),
    union: field(
      nullable(
        record({
          enum: field(nullable(hex64)),
          while: field(oneOf('x', 'y')),
          of: field(arrayOf(boolean, 2, 2)),
        }),
      ),
    ),
    Result: field(oneOf('Ok', 'Err')),
    sites: field(arrayOf(bytesUpTo(2, '90'), 0, 3)),
    reply: field(nullable(packet(4))),
    input: field(oneOf('on', 'off')),
    loose: field(hex32),
    mask: field(integer(0, 15)),
    gone: optional(boolean),
    list: field(arrayOf(hex64, 4, 4)),
  },
}

const input = (n: number): JsonRecord => ({
  class: `0x${'f'.repeat(n === 0 ? 16 : 1)}`,
  int: n % 2 === 0,
  type: ['Self', 'self', '#UD', '', '1st', 'a b', 'a-b', 'größer'][n % 8]!,
  self: 4,
  'a-b': '0x1',
  a_b: '0xffffffff',
  hasMaybe: false,
  ...(n === 1 ? {} : { maybe: 0xffff_ffff }),
  linux: n === 1 ? null : 'one',
  list: [1, 2, n % 10],
  inner: { fn: '0x7', input: n === 2 ? 'off' : 'on' },
  slots: Array.from({ length: n % 4 }, (_, i) => ({ slots_count: `0x${i}`, while: i === 1 ? 'y' : 'x' })),
  few: n === 1 ? null : n === 2 ? [] : [n % 10],
  pairs: [
    { left: '0x1', right: true },
    { left: '0x2', right: n === 3 },
  ],
  memory: [null, 'cc', '1f2003d5'][n % 3]!,
  said: ['', 'a"b\\c', '%s */'][n % 3]!,
})

const list = ['0x1', '0x0', '0xffffffffffffffff', '0x8000000000000000']

const there: AllowedAnswer['output'] = {
  slots: [
    { slots_count: '0x1', while: 'y' },
    { slots_count: '0xffffffffffffffff', while: 'x' },
  ],
  few: ['y'],
  union: { enum: '0x5', while: 'y', of: [true, false] },
  Result: 'Err',
  sites: ['cc', '0090'],
  reply: '"\\T5',
  input: 'off',
  loose: { value: '0x00000f00', mask: '0x0000ff00', reason: 'half' },
  mask: { value: 2, mask: 6, reason: 'half' },
  gone: true,
  list,
}

const answers: readonly (readonly AllowedAnswer[])[] = [
  [{ output: there }],
  [
    {
      output: {
        ...there,
        slots: [],
        sites: [],
        reply: null,
        union: null,
        gone: { notChecked: true, reason: 'hidden' },
      },
    },
  ],
  [
    {
      choices: { 'x86/one': 'yes' },
      output: { ...there, few: [], union: { enum: null, while: 'x', of: [false, true] } },
    },
    {
      choices: { 'x86/one': 'no' },
      output: {
        ...there,
        list: { unpredictable: true, reason: 'anything' },
        slots: { unpredictable: true, reason: 'anything' },
      },
    },
  ],
]

const nasty = ['plain', 'a"b\\c %s */ ??/ // é‘’–', 'line\nbreak\tand tab']

function* tests(count: number): Generator<DecisionVector> {
  for (let n = 0; n < count; n++)
    yield sealed<DecisionVector>({
      id: `${nasty[n % 3]}-${n}`,
      group: 'odd',
      why: `Because of ${nasty[(n + 1) % 3]}.`,
      notes: n === 1 ? ['one-bug', 'other "bug"'] : [],
      input: input(n),
      expect: {
        'x86/ideal': { allowed: answers[n % 3]! },
        ...(n === 0 ? { 'x86/linux-1.0': { allowed: answers[1]! } } : {}),
      },
    })
}

/** A decision that no language has names for. */
export const oddSource = (count = 7): VectorSource<DecisionVector> => {
  const { header } = sourceOf('x86/single-step-after-syscall', { count: 1 })
  const text = (names: Fields) =>
    Object.entries(names).map(([name, { codec, meaning }]) => ({ name, meaning, type: codec.expects }))
  const note = { kind: 'bug', meaning: 'it\'s """wrong""" \\ here */', layer: null, cites: [] } as const
  return {
    name: 'x86-switch',
    variants: [ideal],
    header: {
      ...header,
      subject: 'x86/switch',
      variants: ['x86/ideal', 'x86/linux-1.0'].map((id) => ({ ...header.variants[0]!, id })),
      reasons: { half: 'only half of it', hidden: 'nobody sees it', anything: 'the manual says so' },
      notes: {
        'one-bug': { ...note, commits: { introduced: ['Linux 1'], fixed: [] } },
        'other "bug"': { ...note, commits: { introduced: [], fixed: ['Linux 2'] } },
      },
      decision: { meaning: 'odd', inputs: text(fields.inputs), outputs: text(fields.outputs), cites: [] },
    },
    fields,
    tests: () => tests(count),
  }
}
