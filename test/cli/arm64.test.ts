/**
 * The arm64 machine on the command line: everything that takes x86 takes it too, by its ids or by what a program says.
 */
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gdoIn, temporaryFolder, writeIn } from './support.ts'

const folder = temporaryFolder()
const gdo = gdoIn(folder)
const file = writeIn(folder)

const program = {
  format: 'guest-debug-oracle/program',
  version: 1,
  machine: 'arm64',
  setup: {},
  code: [{ op: 'str', register: 'x1', at: { place: 'mmio' }, size: 8 }],
  script: [[{ do: 'set-guest-debug', control: '0x3' }], [], [{ do: 'get-one-reg', register: 'pstate' }]],
}

const refused = (args: readonly string[], text: string, input = ''): void => {
  const { status, stdout, stderr } = gdo(args, input)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain(text)
  expect(stderr).toMatch(/^gdo: [^\n]+ \[GDO-\d{4}\]\n$/)
}

describe('run', () => {
  const path = file('program.json', program)

  test('a step over an emulated store, on the ideal machine and on the patch of 2014', () => {
    const { status, stdout } = gdo(['run', path])
    expect(status).toBe(0)
    expect(stdout).toContain('str x1, [mmio]  ; write 0x10000000+8, emulated')
    expect(stdout).toContain('KVM_EXIT_DEBUG hsr=0xca000022 (EC 32, Software Step), PC')
    expect(stdout).toContain('KVM_GET_ONE_REG pstate → 0x3c5 (EL1h, DAIF)')
    expect(gdo(['run', path, '--variant', 'v1-patch']).stdout).not.toContain('KVM_EXIT_DEBUG')
  })

  test('as JSON: registers in their full width', () => {
    const run = JSON.parse(gdo(['run', path, '--json', '--variant', 'ideal']).stdout)
    expect(run).toMatchObject({ variant: 'arm64/ideal', ending: 'end' })
    const exits = run.events.filter(({ kind }: { kind: string }) => kind === 'exit')
    expect(exits.map((event: { exit: { reason: string } }) => event.exit.reason)).toEqual([
      ...['mmio', 'debug', 'mmio'],
    ])
    expect(exits[1].exit.debug).toEqual({ hsr: '0xca000022', hsrHigh: '0x00000000', far: null })
    expect(exits[1].state.pc).toBe('0x0000000040001004')
  })

  test('what a CPU may answer: every allowed run, with the choices that make it', () => {
    const wait = file('wait.json', { ...program, code: [{ op: 'wfi' }], script: [] })
    const { runs } = JSON.parse(gdo(['run', wait, '--all', '--json']).stdout)
    expect(runs.map((run: { choices: object }) => run.choices)).toEqual([
      ...[{ 'arm64/wait-for-interrupt': 'completes' }, { 'arm64/wait-for-interrupt': 'traps' }],
    ])
  })

  test('a variant or a choice of another machine, a program that no guest can have', () => {
    refused(['run', path, '--variant', 'x86/ideal'], 'x86/ideal is no variant of arm64')
    refused(['run', path, '--choice', 'x86/coincident-causes=merged'], 'unknown choice')
    const wrong = (name: string, change: object) => file(name, { ...program, ...change })
    refused(['run', wrong('el2.json', { setup: { pstate: '0x3c9' } })], 'setup.pstate: expected EL0t')
    refused(
      ['run', wrong('slot.json', { code: [{ op: 'mrs', to: 'x0', from: 'dbgbvr6_el1' }] })],
      'slot.json: code[0]: dbgbvr6_el1: there are 6',
    )
    refused(
      ['run', wrong('far.json', { script: [[{ do: 'plant', at: { place: 'stack' } }]] })],
      'far.json: script[0][0].at.place: expected "data" or "mmio" or "coalesced"',
    )
  })
})

describe('names', () => {
  test('one that only one machine has needs no machine; one that two have is not clear', () => {
    expect(gdo(['explain', 'pending-step']).stdout).toContain('arm64/pending-step  decision')
    expect(gdo(['explain', 'linux-6.14']).stdout).toContain('choices that it fixes')
    refused(['compare', 'v1-patch', 'ideal'], 'variant ideal is one of x86/ideal, arm64/ideal')
    refused(['check', 'save-restore-invisible'], 'property save-restore-invisible is one of x86/')
    refused(['compare', 'x86/ideal', 'arm64/ideal'], 'are variants of different machines')
    refused(['check', 'x86/step-is-one-instruction', '--variant', 'arm64/ideal'], 'no variant of x86')
    refused(['eval', 'arm64/step-state', '--variant', 'x86/ideal'], 'x86/ideal is no variant of arm64')
    refused(['diff', '--target', 'model:arm64/ideal', '--variant', 'x86/ideal'], 'no variant of arm64')
    refused(
      ['export', 'arm64/step-state', '--format', 'corpus', '--out', 'vectors'],
      'corpus holds program vectors of x86 and arm64',
    )
  })

  test('lists have all machines', () => {
    const lists = JSON.parse(gdo(['list', '--json']).stdout)
    expect(lists.machines.map(({ id }: { id: string }) => id)).toEqual(['x86', 'arm64', 'armv7', 'vmm'])
    for (const kind of ['variants', 'properties', 'decisions', 'choices'])
      for (const machine of ['x86/', 'arm64/', 'armv7/', 'vmm/'])
        expect(lists[kind].some(({ id }: { id: string }) => id.startsWith(machine))).toBe(true)
    const late = lists.bugs.filter(({ shownBy }: { shownBy: string }) => shownBy.includes('arm64/linux-4.3'))
    expect(late.length).toBeGreaterThan(0)
  })
})

describe('eval', () => {
  test.each([
    [
      'mask-software-step',
      { control: '0x3', mdscr: '0x0', spsr: '0x3c5' },
      { mdscr: '0x0000000000000001', spsr: '0x00000000002003c5' },
    ],
    [
      'step-state',
      { el: 1, pstate: '0x2003c5', mdscr: '0x1', mdcr: '0x100', hcr: '0x0' },
      { state: 'active-not-pending', target: 2 },
    ],
    [
      'arm64/match-breakpoint',
      { bcr: '0x1e7', bvr: '0x40080000', address: '0x40080000', el: 1 },
      { matches: true },
    ],
    [
      'arm64/set-guest-debug',
      { control: '0x40001', controlInForce: '0x1' },
      { result: 'EINVAL', control: '0x00000001' },
    ],
  ])('%s', (id, input, output) => {
    const { stdout, stderr } = gdo(['eval', id], JSON.stringify(input))
    expect({ answer: stdout === '' ? null : JSON.parse(stdout), stderr }).toEqual({
      answer: output,
      stderr: '',
    })
  })
})

describe('compare', () => {
  test('the patch of 2014 and the ideal machine, rule by rule', () => {
    const { status, stdout } = gdo(['compare', 'arm64/v1-patch', 'arm64/ideal'])
    expect(status).toBe(1)
    const part = (name: string): string =>
      stdout.split(/^(?=rule |slot |choice )/m).find((text) => text.startsWith(`rule arm64/${name}\n`))!
    // `orr` and `eor` is as good as `bic` and `orr`.
    expect(part('mask-software-step')).toContain('no program found')
    // The step over an emulated store stops one instruction late.
    expect(part('pending-step')).toContain('str x1, [mmio]')
    expect(part('pending-step')).toContain('seen “exit debug hsr=ca000022, pc=40001004”')
    expect(part('pending-step')).toContain('arm64/step-is-one-instruction (abi)')
    // The guest's own SS bit is gone once the host has detached.
    const lost = part('guest-mdscr')
    expect(lost).toContain('arm64/guest-step-enable-restored (abi)')
    expect(lost).toContain('MDSCR_EL1.SS clear, which it has set')
    expect(lost).toContain('KVM_SET_GUEST_DEBUG 0 ')
  })

  test('two ways to write the same masking', () => {
    const result = JSON.parse(gdo(['compare', 'v1-patch', 'bic-review', '--json']).stdout)
    const found = Object.fromEntries(
      result.parts.map(({ name, separation }: { name: string; separation: object | null }) => [
        name,
        separation !== null,
      ]),
    )
    expect(found).toEqual({
      maskSoftwareStep: false,
      retireEmulated: true,
      mmioExitPc: true,
      mmioAbortPc: true,
    })
  })
})

describe('check, and what it saves', () => {
  test('without arguments: the ideal machines', () => {
    const { status, stdout } = gdo(['check', '--runs', '20'])
    expect(status).toBe(0)
    expect(stdout).toContain('x86/ideal keeps every property')
    expect(stdout).toContain('arm64/ideal keeps every property')
  })

  test('exhaustively', () => {
    const { status, stdout } = gdo(['check', '--exhaustive', 'arm64/step-is-one-instruction'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/arm64: \d+ programs: all programs of up to 1 instructions and 1 action groups/)
  })

  test('a counterexample as a file: it runs, it is reported, and no C file is made of it', () => {
    const args = [
      'check',
      'arm64/step-is-one-instruction',
      '--variant',
      'linux-4.3',
      '--runs',
      '50',
      '--save',
      'found',
    ]
    expect(gdo(args).status).toBe(1)
    const names = readdirSync(join(folder, 'found'))
    expect(names).toEqual(['arm64-linux-4.3--arm64-step-is-one-instruction.json'])
    const path = join('found', names[0]!)
    expect(gdo(['run', path]).stdout).toContain('enters at 0x40001000: MDSCR_EL1=0x1 (SS)')
    const replayed = gdo([
      'check',
      'arm64/step-is-one-instruction',
      '--variant',
      'linux-4.3',
      '--program',
      path,
    ])
    expect(replayed.status).toBe(1)
    const mail = gdo(['report', path])
    expect(mail.status).toBe(0)
    expect(mail.stdout).toContain('arm64/linux-4.3 violates arm64/step-is-one-instruction')
    expect(mail.stdout).not.toContain('reproducer.c')
    for (const line of mail.stdout.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(72)
    expect(gdo(['report', path, '--format', 'markdown']).stdout).toContain('sequenceDiagram')
    refused(['report', path, '--format', 'c'], 'no C file: nothing runs programs of arm64 on a kernel')
  })
})

describe('--load', () => {
  const model = resolve(import.meta.dirname, '../../dist/model/arm64/index.js')
  const load = (name: string, rules: string): string =>
    file(
      name,
      `import { ideal, mutant } from ${JSON.stringify(model)}
       export const mine = mutant({ id: 'arm64/mine', summary: 'mine', base: ideal, cites: [], rules: { ${rules} } })`,
    )

  test('a wrong variant is convicted, a right one is cleared', () => {
    const wrong = load('wrong.mjs', 'retireEmulated: ({ pc, pstate }) => ({ pc: pc + 4n, pstate })')
    const convicted = gdo(['check', '--load', `./${wrong}`, '--variant', 'arm64/mine', '--runs', '50'])
    expect(convicted.status).toBe(1)
    expect(convicted.stdout).toContain('arm64/emulated-retirement')
    const right = load(
      'right.mjs',
      'retireEmulated: ({ pc, pstate }) => ({ pc: BigInt.asUintN(64, pc + 4n), pstate: pstate & ~0x200c00n })',
    )
    const cleared = gdo(['check', '--load', `./${right}`, '--variant', 'arm64/mine', '--runs', '50'])
    expect({ status: cleared.status, stdout: cleared.stdout }).toMatchObject({ status: 0 })
  })

  test('a rule that there is not, a machine that there is not', () => {
    refused(
      ['list', 'variants', '--load', `./${load('typo.mjs', 'retireEmulatd: () => null')}`],
      'rules.retireEmulatd does not exist; did you mean retireEmulated?',
    )
    const foreign = file('foreign.mjs', `export const v = { id: 'mips/ideal', rules: {}, slots: {} }`)
    refused(['list', '--load', `./${foreign}`], 'its machine is not x86 or arm64')
  })
})
