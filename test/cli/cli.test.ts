/**
 * The command line as a real subprocess: exit codes, what is on stderr, what is on stdout.
 */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gdoIn, MAIN, temporaryFolder, writeIn } from './support.ts'

const folder = temporaryFolder()
const gdo = gdoIn(folder)
const file = writeIn(folder)

const oneLine = (stderr: string): void => {
  expect(stderr).toMatch(/^gdo: [^\n]+ \[GDO-\d{4}\]\n$/)
}

const program = {
  format: 'guest-debug-oracle/program',
  version: 1,
  machine: 'x86',
  setup: {},
  code: [{ op: 'out', port: 16, size: 1 }, { op: 'nop' }],
  script: [[{ do: 'set-guest-debug', control: '0x3' }]],
}

describe('eval', () => {
  const record = (dr6: string) => JSON.stringify({ dr6, payload: '0x1' })

  test('a filter: one answer per line, in order, blank lines skipped', () => {
    const lines = Array.from({ length: 3000 }, (_, i) => record(`0x${i.toString(16)}000`))
    const { status, stdout, stderr } = gdo(['eval', 'x86/merge-dr6'], `${lines.join('\n\n')}`)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const answers = stdout.trimEnd().split('\n')
    expect(answers).toHaveLength(3000)
    // BD, BS and BT are sticky: the digit above bit 12 tells the lines apart.
    expect(answers[6]).toBe('{"dr6":"0x00000000ffff6ff1"}')
    expect(answers[10]).toBe('{"dr6":"0x00000000ffffaff1"}')
  })

  test('malformed JSON on line 3 of 5: two answers, the number, exit code 2', () => {
    const lines = [record('0x0'), record('0x2'), '{"dr6":', record('0x0'), record('0x0')]
    const { status, stdout, stderr } = gdo(['eval', 'merge-dr6'], lines.join('\n'))
    expect(status).toBe(2)
    expect(stdout.trimEnd().split('\n')).toHaveLength(2)
    expect(stderr).toContain('line 3: malformed JSON')
    oneLine(stderr)
  })

  test('a bad record, an endless line, an unknown decision, variant, choice and option', () => {
    const refused = (args: readonly string[], input: string, text: string) => {
      const { status, stdout, stderr } = gdo(['eval', ...args], input)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toContain(text)
      oneLine(stderr)
    }
    refused(['merge-dr6'], '{"dr6":"0x0"}', 'line 1: payload: missing')
    refused(['merge-dr6'], 'a'.repeat(3_000_000), 'line 1: longer than 1 MiB')
    refused(['x86/merge-dr'], '', 'unknown decision "x86/merge-dr"; did you mean x86/merge-dr6?')
    refused(['merge-dr6', '--variant', 'idael'], '', 'unknown variant "idael"; did you mean ideal?')
    refused(['merge-dr6', '--choice', 'breakpoint-bits-on-step=maybe'], '', 'expected cleared or kept')
    refused(['merge-dr6', '--variante', 'ideal'], '', 'unknown option --variante; did you mean --variant?')
    refused([], '', 'eval: expected DECISION')
  })

  test('--choice and --variant change the answer', () => {
    const step = JSON.stringify({ dr6: '0xffff8ff1', payload: '0x4000' })
    const answer = (...args: string[]) => gdo(['eval', 'merge-dr6', ...args], step).stdout
    expect(answer()).toBe('{"dr6":"0x00000000ffffcff0"}\n')
    expect(answer('--choice', 'x86/breakpoint-bits-on-step=kept')).toBe('{"dr6":"0x00000000ffffcff1"}\n')
    expect(answer('--variant', 'sticky-bits-cleared')).toBe('{"dr6":"0x00000000ffff4ff0"}\n')
  })

  test('a reader that goes away is no error', () => {
    const endless = `yes '${record('0x0')}' | "${process.execPath}" "${MAIN}" eval merge-dr6 | head -n 1`
    const { stdout, stderr } = spawnSync('sh', ['-c', endless], { encoding: 'utf8', timeout: 20_000 })
    expect({ stdout, stderr }).toEqual({ stdout: '{"dr6":"0x00000000ffff0ff1"}\n', stderr: '' })
  })
})

describe('run', () => {
  test('a program from a file and from stdin, every allowed run, JSON', () => {
    const path = file('program.json', JSON.stringify(program))
    const table = gdo(['run', path])
    expect(table.status).toBe(0)
    expect(table.stdout).toContain('KVM_EXIT_IO out 0x10')
    expect(
      gdo(['run', '-'], JSON.stringify({ program, answers: { outputExitRip: 'next' } })).stdout,
    ).toContain('RIP 0x1002')
    const all = JSON.parse(gdo(['run', path, '--all', '--json']).stdout)
    expect(all.runs.map((run: { answers: object[] }) => run.answers)).toEqual([
      expect.arrayContaining([{}]),
      expect.arrayContaining([expect.objectContaining({ 'x86/output-exit-rip': 'next' })]),
    ])
  })

  test('a program of another version, a wrong field, no file', () => {
    const refused = (args: readonly string[], text: string) => {
      const { status, stdout, stderr } = gdo(['run', ...args])
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toContain(text)
      oneLine(stderr)
    }
    const wrong = (name: string, change: object) => file(name, JSON.stringify({ ...program, ...change }))
    refused(
      [wrong('v2.json', { version: 2 })],
      'v2.json: version: this release reads programs of version 1, not 2',
    )
    refused(
      [wrong('action.json', { script: [[], [{ do: 'nmi' }, { do: 'set-guest-debug', control: 'x' }]] })],
      'action.json: script[1][1].control: expected',
    )
    refused(
      [wrong('far.json', { code: [{ op: 'jmp', to: { place: 'data' } }] })],
      'far.json: code[0]: JMP short',
    )
    refused(['absent.json'], 'cannot read absent.json: no such file')
  })
})

describe('--load', () => {
  const model = resolve(import.meta.dirname, '../../dist/model/x86/index.js')

  test('a variant of the user', () => {
    const path = file(
      'mine.mjs',
      `import { ideal, historical } from ${JSON.stringify(model)}
       export const mine = historical({ id: 'x86/mine', summary: 'mine', base: ideal, cites: [],
         rules: { mergeDr6: ({ payload }) => payload } })
       export const helper = 5`,
    )
    const { stdout, stderr } = gdo(
      ['--load', `./${path}`, 'eval', 'merge-dr6', '--variant', 'mine'],
      '{"dr6":"0x0","payload":"0x1"}',
    )
    expect({ stdout, stderr }).toEqual({ stdout: '{"dr6":"0x0000000000000001"}\n', stderr: '' })
    expect(gdo(['explain', 'x86/mine', '--load', path]).stdout).toContain('x86/merge-dr6')
  })

  test('a module that cannot be used: one line, exit code 2', () => {
    const refused = (name: string, content: string | null, text: string) => {
      if (content !== null) file(name, content)
      const { status, stdout, stderr } = gdo(['list', 'variants', '--load', `./${name}`])
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toContain(text)
      oneLine(stderr)
    }
    refused('throws.mjs', "throw new Error('first\\nsecond')", 'cannot be loaded: Error: first')
    refused('syntax.mjs', 'export const = 1', 'cannot be loaded: SyntaxError')
    refused('nothing.mjs', 'export const x = 1', 'it exports neither variants nor properties')
    refused('none.mjs', null, 'no such file')
    refused(
      'taken.mjs',
      `import { ideal } from ${JSON.stringify(model)}; export const v = { ...ideal, summary: 'mine' }`,
      'the id x86/ideal is taken',
    )
    refused(
      'typo.mjs',
      `import { ideal, mutant } from ${JSON.stringify(model)}
       export default mutant({ id: 'x86/typo', summary: '', base: ideal, cites: [], rules: { mergeDR6: () => 0n } })`,
      'x86/typo: rules.mergeDR6 does not exist; did you mean mergeDr6?',
    )
  })
})

describe('the rest', () => {
  test('help and version', () => {
    const help = gdo(['--help'])
    expect(help.status).toBe(0)
    for (const command of ['eval', 'run', 'explain', 'list']) expect(help.stdout).toContain(`\n  ${command}`)
    expect(gdo(['eval', '--help']).stdout).toContain('--choice NAME=ANSWER')
    expect(gdo(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test('no command and an unknown one', () => {
    expect(gdo([]).status).toBe(2)
    const { status, stderr } = gdo(['evla'])
    expect(status).toBe(2)
    expect(stderr).toContain('unknown command "evla"; did you mean eval?')
    oneLine(stderr)
  })

  test('list and explain, for people and for programs', () => {
    const lists = JSON.parse(gdo(['list', '--json']).stdout)
    expect(Object.keys(lists)).toEqual([
      ...['machines', 'variants', 'properties', 'decisions', 'choices', 'bugs', 'targets'],
    ])
    expect(lists.targets.map(({ id }: { id: string }) => id)).toEqual([
      ...['kvm', 'kvm-svm', 'kvm-vmx', 'kvm-arm64', 'qemu-gdb', 'hyp-armv7', 'hyp-armv7:DESIGN'],
      ...['exec:COMMAND', 'model:VARIANT'],
    ])
    expect(lists.variants[0].id).toBe('x86/ideal')
    expect(gdo(['list', 'choices']).stdout).toContain('x86/coincident-causes')
    const text = gdo(['explain', 'x86/merge-dr6']).stdout
    expect(text).toContain('→ {"dr6":"0x00000000ffff4ffd"}')
    expect(text).toContain('Intel SDM')
    expect(JSON.parse(gdo(['explain', 'patch-2013', '--json']).stdout)).toMatchObject({
      kind: 'variant',
      base: 'x86/ideal',
    })
    expect(gdo(['explain', 'x86/nonsense-of-mine']).status).toBe(2)
  })

  test('a rule of the user that throws is no input error: exit code 4, the stack only with --debug', () => {
    const model = resolve(import.meta.dirname, '../../dist/model/x86/index.js')
    file(
      'broken.mjs',
      `import { ideal, mutant } from ${JSON.stringify(model)}
       export const broken = mutant({ id: 'x86/broken', summary: '', base: ideal, cites: [],
         rules: { mergeDr6: () => { throw new Error('boom') } } })`,
    )
    const args = ['eval', 'merge-dr6', '--load', './broken.mjs', '--variant', 'broken']
    const { status, stderr } = gdo(args, '{"dr6":"0x0","payload":"0x1"}')
    expect(status).toBe(4)
    expect(stderr).toContain('boom')
    oneLine(stderr)
    expect(gdo([...args, '--debug'], '{"dr6":"0x0","payload":"0x1"}').stderr).toContain('\n    at ')
  })
})
