/**
 * Consumers in other languages, as other people would write them: vectors pass what is right, and convict a bug that
 * was once there, by its name.
 */
import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DecisionVector, VectorSource } from '../../oracles/vectors/envelope.ts'
import { writeVectors } from '../../oracles/vectors/output.ts'
import { cHeaderWriter } from '../../oracles/vectors/writers/c-header.ts'
import { pythonWriter } from '../../oracles/vectors/writers/python.ts'
import { rustWriter } from '../../oracles/vectors/writers/rust.ts'
import type { Writer } from '../../oracles/vectors/writers/writer.ts'
import { sourceOf, temporaryFolder } from '../vectors/support.ts'
import { needC, needPytest, needRust } from '../vectors/tables/support.ts'

const folder = temporaryFolder()
const MINUTES = 240_000

/** Copies a consumer and gives it its vectors, as the comment at its head says. */
const settle = async (language: string, writer: Writer, source: VectorSource): Promise<string> => {
  const to = join(folder, language)
  cpSync(join(import.meta.dirname, language), to, { recursive: true })
  await writeVectors(writer, [source], join(to, 'vectors'))
  return to
}

interface Seen {
  readonly status: number | null
  readonly output: string
}

const run = (cwd: string, command: string, args: readonly string[], env = {}): Seen => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, ...env },
  })
  return { status, output: stdout + stderr }
}

/** Vectors of which a note says that this bug fails them. */
const failing = (source: VectorSource<DecisionVector>, note: string): string[] =>
  [...source.tests()].filter(({ notes }) => notes.includes(note)).map(({ id }) => id)

describe('C: DR6 of an emulator', () => {
  const source = sourceOf('x86/merge-dr6')
  let home = ''
  beforeAll(async () => {
    home = await settle('c', cHeaderWriter, source)
  })

  test(
    'right passes, the overwriting of 2014 is convicted',
    (ctx) => {
      needC(ctx)
      const flags = ['-std=c99', '-Wall', '-Wextra', '-Wpedantic', '-Werror', '-Ivectors']
      expect(run(home, 'cc', [...flags, '-o', 'dr6_test', 'dr6_test.c'])).toEqual({ status: 0, output: '' })
      const right = run(home, './dr6_test', [])
      expect(right).toEqual({ status: 0, output: `0 of ${[...source.tests()].length} failed\n` })

      const wrong = run(home, './dr6_test', ['wrong'])
      expect(wrong.status).toBe(1)
      const convicted = failing(source, 'dr6-overwritten')
      expect(convicted.length).toBeGreaterThan(20)
      for (const id of convicted)
        expect(wrong.output).toMatch(
          new RegExp(`^not ok ${id}: dr6 is 0x[0-9a-f]+, not 0x.*dr6-overwritten`, 'm'),
        )
      expect(wrong.output).toContain(
        'not ok example: dr6 is 0xffff0ffd, not 0xffff4ffd (compared: 0xffffffffffffffff): dr6-overwritten, sticky-bits-cleared',
      )
    },
    MINUTES,
  )
})

describe('Rust: a VMM’s check for code breakpoints', () => {
  const source = sourceOf('x86/check-before-emulation')
  let home = ''
  beforeAll(async () => {
    home = await settle('rust', rustWriter, source)
  })

  /** Runs one test of the crate; without cargo the compiler builds it alone. */
  const testOf = (name: string): Seen => {
    if (spawnSync('cargo', ['--version']).status === 0)
      return run(home, 'cargo', ['test', '--offline', name], { CARGO_TARGET_DIR: join(home, 'target') })
    const built = run(home, 'rustc', ['--edition', '2021', '--test', '-o', 'consumer', 'src/lib.rs'])
    return built.status === 0 ? run(home, './consumer', [name]) : built
  }

  test(
    'right passes, the offset that was compared until 2014 is convicted',
    (ctx) => {
      needRust(ctx)
      const right = testOf('right')
      expect(right.output).toContain('test tests::right ... ok')
      expect(right.status).toBe(0)

      const wrong = testOf('wrong')
      expect(wrong.status).toBe(101)
      const convicted = failing(source, 'breakpoint-ignores-cs-base')
      expect(convicted.length).toBeGreaterThan(10)
      for (const id of convicted) expect(wrong.output).toContain(`\n${id}: not what Ideal allows\n`)
      const [, first] = /^cs-base-bit-0-set: ([\s\S]*?)\n(?! )/m.exec(wrong.output)!
      expect(first!.split('\n').slice(0, 6)).toEqual([
        'not what Ideal allows',
        '  result: exit-to-userspace, expected proceed',
        '  exit: present, expected null',
        expect.stringMatching(/^ {2}input, in hex: Input \{ rip: 1002, cs_base: 1, /),
        '  why it is there: The example with csBase bit 0 set: that changes the answer.',
        expect.stringMatching(
          /^ {2}fails here too: breakpoint-ignores-cs-base: bug, arch: the offset \(RIP\) is compared/,
        ),
      ])
    },
    MINUTES,
  )
})

describe('Python: MOV from a debug register', () => {
  const source = sourceOf('x86/read-debug-register')
  let home = ''
  beforeAll(async () => {
    home = await settle('python', pythonWriter, source)
  })

  const testOf = (name: string): Seen =>
    run(home, 'python3', ['-B', '-m', 'pytest', '-p', 'no:cacheprovider', '-q', '-k', name], {
      PYTHONPATH: join(home, 'vectors'),
      COLUMNS: '200',
    })

  test(
    'right passes, aliases despite CR4.DE are convicted',
    (ctx) => {
      needPytest(ctx)
      const right = testOf('right')
      expect(right.output).toMatch(new RegExp(`^${[...source.tests()].length} passed, `, 'm'))
      expect(right.status).toBe(0)

      const wrong = testOf('wrong')
      expect(wrong.status).toBe(1)
      const convicted = failing(source, 'dr45-alias-despite-de')
      expect(convicted.length).toBeGreaterThan(0)
      for (const id of convicted) {
        expect(wrong.output).toContain(`x86/read-debug-register, ${id}: not what x86/ideal allows`)
        expect(wrong.output).toContain(`FAILED test_debug_registers.py::test_wrong[${id}]`)
      }
      expect(wrong.output).toContain('  result: read, expected #UD')
      expect(wrong.output).toContain('fails here too: dr45-alias-despite-de: bug, arch: ')
    },
    MINUTES,
  )
})
