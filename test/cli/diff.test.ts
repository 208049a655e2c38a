/**
 * `gdo diff` as a real subprocess: results, exit codes, interruption, folders.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { gdoIn, MAIN, temporaryFolder } from './support.ts'

const FAKE = resolve(import.meta.dirname, '../targets/fake-target.mjs')

const folder = temporaryFolder()
const gdo = gdoIn(folder)
const diff = (...args: string[]) => gdo(['diff', ...args])
const diffJson = (...args: string[]) => {
  const { status, stdout, stderr } = diff(...args, '--json')
  expect(stderr).toBe('')
  return { status, result: JSON.parse(stdout) }
}
const fake = (fault: string, every: number): string =>
  `exec:exec '${process.execPath}' '${FAKE}' ${fault} ${every}`

describe('a campaign', () => {
  test('that finds nothing ends with 0 and a summary; nothing on stderr in a pipe', () => {
    const { status, stdout, stderr } = diff('--target', 'model:x86/linux-6.18-pvm', '--runs', '200')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^model:x86\/linux-6\.18-pvm: arch=x86 model=x86\/linux-6\.18-pvm .*\n/)
    expect(stdout).toContain('compared with x86/linux-6.18-pvm; x86/linux-6.18-pvm describes it')
    expect(stdout).toMatch(/\n +200 +programs\n +\d+ +agreed +\d+ events compared/)
  })

  test('of another variant ends with 1, its findings in words and in files', () => {
    const { status, stdout } = diff(
      '--target',
      'model:x86/ideal',
      '--variant',
      'linux-6.18-pvm',
      '--runs',
      '40',
      '--save',
      'found',
    )
    expect(status).toBe(1)
    expect(stdout).toMatch(/\nFinding 1 \(finding-1\.json\): \S.*\n {2}Expected .*; seen: /)
    expect(stdout).toContain('Run again, the program below showed it 3 of 3 times.')
    expect(stdout).toMatch(/\n {2}1000 {2}f4 +hlt\n/)
    expect(stdout).toMatch(
      /\nExpected from there:\n- kvm {4}KVM_EXIT_.*\n(.+\n)*\nSeen:\n\+ kvm {4}KVM_EXIT_/,
    )
    expect(stdout).toContain('gdo report found/finding-1.json makes a mail')
    const names = readdirSync(join(folder, 'found'))
    const findings = names.filter((name) => name.startsWith('finding-'))
    expect(findings).toHaveLength(stdout.match(/^Finding \d+ /gm)!.length)

    // The file is a program for every other command, and a replay for this one.
    const path = join('found', findings[0]!)
    const { kind, program } = JSON.parse(readFileSync(join(folder, path), 'utf8'))
    expect(kind).toBe('divergence')
    const run = spawnSync(process.execPath, [MAIN, 'run', path], { cwd: folder, encoding: 'utf8' })
    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' })
    const replay = diffJson('--target', 'model:x86/ideal', '--variant', 'linux-6.18-pvm', '--program', path)
    expect(replay.status).toBe(1)
    expect(replay.result).toMatchObject({ programs: 1, different: 1 })
    expect(replay.result.findings[0].program).toEqual(program)
    expect(diff('--target', 'model:x86/ideal', '--program', path).status).toBe(0)
  })

  test('the same seed gives the same findings, another one others', () => {
    const of = (seed: string) =>
      diffJson('--target', 'model:linux-6.18-pvm', '--variant', 'ideal', '--runs', '40', '--seed', seed)
        .result
    expect(of('5').findings.length).toBeGreaterThan(0)
    expect(of('5')).toEqual(of('5'))
    expect(of('6').findings).not.toEqual(of('5').findings)
  })

  test('--class, --stop-after', () => {
    const { result } = diffJson(
      ...[
        '--target',
        'model:x86/ideal',
        '--variant',
        'linux-6.18-pvm',
        '--class',
        'stepping',
        '--stop-after',
        '2',
      ],
    )
    expect(result.classes).toEqual(['stepping'])
    expect(result.findings).toHaveLength(2)
    expect(result.ended).toBe('enough findings')
  })

  test('the forced-emulation prefix only where the target knows it', () => {
    expect(diffJson('--target', 'model:x86/ideal', '--runs', '20').result.classes).toContain(
      'forced-emulation',
    )
    const without = ['--target', fake('none', 1), '--runs', '60']
    expect(diffJson(...without).result.classes).not.toContain('forced-emulation')
    const { status, result } = diffJson(...without, '--class', 'forced-emulation')
    expect(status).toBe(0)
    const [reason] = Object.keys(result.unsupported).filter((text) => text.includes('forced-emulation'))
    expect(result.unsupported[reason!]).toBeGreaterThan(20)
  })

  test('--against ideal names what deviates and its layer', () => {
    const { status, stdout } = diff('--target', 'model:linux-6.18-pvm', '--against', 'ideal', '--runs', '60')
    expect(status).toBe(1)
    expect(stdout).toMatch(/\nFinding \d+: x86\/debug-exit\n/)
    expect(stdout).toContain('Breaks x86/exit-record-complete (abi)')
    expect(stdout).toContain('The variant that describes the target does the same.')
  })

  test('--properties, all that can be and one by name', () => {
    const all = diff('--target', 'model:linux-6.18-pvm', '--properties', '--runs', '80')
    expect(all.status).toBe(1)
    expect(all.stdout).toMatch(/\nFinding \d+: breaks x86\/exit-record-complete\n/)
    expect(all.stdout).toMatch(/\n\d+ other properties need what nobody outside of a target sees/)
    const one = diffJson(
      '--target',
      'model:x86/ideal',
      '--properties',
      'interruption-invisible',
      '--runs',
      '80',
    )
    expect(one.status).toBe(0)
    expect(one.result.properties).toEqual(['x86/interruption-invisible'])
    const none = diff('--target', 'model:x86/ideal', '--properties', 'guest-step-not-lost')
    expect(none.status).toBe(2)
    expect(none.stderr).toContain('needs what nobody outside the target sees')
  })
})

describe('interrupted', () => {
  /** Starts a campaign and sends a signal once something is on disk. */
  const interrupted = async (saved: string, signal: NodeJS.Signals, ...args: string[]) => {
    const child = spawn(process.execPath, [MAIN, 'diff', ...args, '--save', saved], { cwd: folder })
    let stdout = ''
    child.stdout.on('data', (chunk) => {
      stdout += chunk
    })
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    const journal = join(folder, saved, 'campaign.jsonl')
    while (!existsSync(journal) || readFileSync(journal, 'utf8').split('\n').length < 4) await pause(20)
    child.kill(signal)
    return { status: await ended, stdout }
  }

  const FOREVER = ['--target', 'model:linux-6.18-pvm', '--runs', '1000000', '--seed', '3']

  test('by Ctrl-C: the summary so far, 130 without findings and 1 with', async () => {
    const clean = await interrupted('clean', 'SIGINT', ...FOREVER)
    expect(clean.status).toBe(130)
    expect(clean.stdout).toContain('Ended early: interrupted.')
    const dirty = await interrupted('dirty', 'SIGINT', ...FOREVER, '--variant', 'ideal')
    expect(dirty.status).toBe(1)
    expect(dirty.stdout).toContain('Finding 1 ')
  })

  test('by Ctrl-C while a decision is asked: how many inputs it was, and 130', async () => {
    const target = `exec:exec '${process.execPath}' '${MAIN}' eval merge-dr6`
    const child = spawn(process.execPath, [
      ...[MAIN, 'diff', '--decision', 'merge-dr6', '--target', target, '--runs', '1000000'],
    ])
    let stdout = ''
    child.stdout.on('data', (chunk) => {
      stdout += chunk
    })
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    await pause(2500)
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(stdout).toMatch(/ as x86\/ideal allows: [1-9]\d* inputs, seed 1\.\nEnded early: interrupted\.\n$/)
  })

  test('killed, and resumed to the same end as if nothing had happened', async () => {
    const args = ['--target', 'model:dr6-overwritten', '--variant', 'ideal', '--seed', '8', '--runs', '900']
    const whole = diffJson(...args).result
    const killed = await interrupted('killed', 'SIGKILL', ...args)
    expect(killed.status).toBeNull()
    const { result } = diffJson('--resume', 'killed')
    expect(result).toEqual(whole)
    // Once more: there is nothing left to do.
    expect(diffJson('--resume', 'killed').result).toEqual(whole)
  })
})

describe('a bad target', () => {
  test('that does something else now and then: told apart, kept, and no reason for exit code 1', () => {
    const { status, stdout } = diff('--target', fake('flaky', 12), '--runs', '100', '--save', 'flaky')
    expect(status).toBe(0)
    expect(stdout).toMatch(/\n +\d+ +unstable +seen, but not each of three times again: no findings/)
    expect(stdout).toMatch(/\n {2}Unstable: [012] of 3 times again, first in number \d+, unstable-1\.json: /)
    expect(stdout).not.toContain('Finding')
    const { seen } = JSON.parse(readFileSync(join(folder, 'flaky', 'unstable-1.json'), 'utf8'))
    expect(seen.times).toBeLessThan(seen.of)
    const { result } = diffJson('--resume', 'flaky')
    expect(result.unstable).toBeGreaterThan(0)
    expect(result.unstableFindings[0].seen).toEqual(seen)
  })

  test('that fails at some programs: they are named, the exit code is 3, no difference is made of them', () => {
    const { status, result } = diffJson('--target', fake('exit', 40), '--runs', '150', '--save', 'exits')
    expect(status).toBe(3)
    expect(result.findings).toEqual([])
    expect(result.failed).toBeGreaterThan(0)
    expect(result.faults[0].what).toContain('exit code 3; it said: segmentation | fault')
    const kept = readdirSync(join(folder, 'exits')).filter((name) => name.startsWith('program-'))
    expect(kept).toHaveLength(result.failed)
    expect(diff('--target', fake('exit', 40), '--program', join('exits', kept[0]!)).status).toBe(3)
  })

  test('that hangs, within its time', () => {
    const { status, stdout } = diff('--target', fake('hang', 40), '--runs', '150', '--time-limit', '1')
    expect(status).toBe(3)
    expect(stdout).toContain('the target hangs: no answer within 1 seconds')
  })

  test('that answers nothing: the summary, and 3', () => {
    const { status, stdout } = diff('--target', fake('exit', 1), '--runs', '100')
    expect(status).toBe(3)
    expect(stdout).toContain('Given up: ')
  })

  test('that is not there: one line with the remedy, and 3', () => {
    for (const name of ['exec:./no-such-command', `${fake('mute-end', 1)}`]) {
      const { status, stdout, stderr } = diff('--target', name)
      expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
      expect(stderr).toMatch(/^gdo: [^\n]+ \[GDO-3001\]\n {5}[^\n]+\n$/)
    }
  })
})

test('--decision', () => {
  const filter = (variant: string): string =>
    `exec:exec '${process.execPath}' '${MAIN}' eval merge-dr6 --variant ${variant}`
  const wrong = diff('--decision', 'merge-dr6', '--target', filter('sticky-bits-cleared'))
  expect(wrong.status).toBe(1)
  expect(wrong.stdout).toMatch(/\n {2}input {5}\{"dr6":.*\n {2}expected {2}\{.*\n {2}answered {2}\{/)
  const right = diffJson('--decision', 'merge-dr6', '--target', filter('ideal'), '--runs', '50')
  expect(right).toMatchObject({ status: 0, result: { tried: 50, counterexample: null, fault: null } })
  const broken = diff('--decision', 'merge-dr6', '--target', 'exec:cat')
  expect(broken.status).toBe(3)
  expect(broken.stdout).toContain('prints garbage')
})

describe('wrong use', () => {
  const refused = (args: readonly string[], text: string): void => {
    const { status, stdout, stderr } = diff(...args)
    expect({ args, status, stdout }).toEqual({ args, status: 2, stdout: '' })
    expect(stderr).toContain(text)
    expect(stderr).toMatch(/^gdo: [^\n]+ \[GDO-\d{4}\]\n$/)
  }
  const model = ['--target', 'model:x86/ideal']

  test.each<[string, readonly string[], string]>([
    ['no target', [], 'expected --target kvm, kvm-svm, kvm-arm64, exec:COMMAND or model:VARIANT'],
    ['an unknown one', ['--target', 'kwm'], 'unknown target "kwm"'],
    ['no command', ['--target', 'exec: '], 'exec: expected a command'],
    ['an unknown variant served', ['--target', 'model:idael'], 'unknown variant "idael"; did you mean'],
    ['an unknown variant expected', [...model, '--variant', 'idael'], 'unknown variant "idael"'],
    ['an unknown class', [...model, '--class', 'all'], '--class: expected any, '],
    ['--against something', [...model, '--against', 'kvm'], '--against: expected ideal'],
    ['what does not go together', [...model, '--against', 'ideal', '--properties'], 'do not go together'],
    ['an argument', [...model, 'x86/ideal'], 'expected no argument'],
    ['options of another target', [...model, '--kernel', 'vmlinuz'], 'are for kvm-svm'],
    ['a program that is none', [...model, '--program', 'none.json'], 'cannot read none.json'],
    ['no folder', ['--resume', 'nowhere'], 'nowhere: no such folder'],
    ['a decision on a machine', ['--decision', 'merge-dr6', ...model], 'expected --target exec:COMMAND'],
    ['an unknown decision', ['--decision', 'merge', '--target', 'exec:cat'], 'unknown decision "merge"'],
  ])('%s', (_, args, text) => {
    refused(args, text)
  })

  test('a folder of another campaign, one that is taken, one that is damaged', () => {
    expect(diff(...model, '--runs', '20', '--seed', '4', '--save', 'taken').status).toBe(0)
    refused([...model, '--save', 'taken'], 'taken holds a campaign; --resume taken goes on with it')
    refused(['--resume', 'taken', '--target', 'kvm'], 'with --target model:x86/ideal, not kvm')
    refused(['--resume', 'taken', '--seed', '5'], 'with --seed 4, not 5')
    refused(['--resume', 'taken', '--against', 'ideal'], 'not ideal')
    const journal = join(folder, 'taken', 'campaign.jsonl')
    const [header, ...lines] = readFileSync(journal, 'utf8').split('\n')
    writeFileSync(journal, [header!.replace('forced-emulation=1', 'forced-emulation=0'), ...lines].join('\n'))
    refused(['--resume', 'taken'], 'and the target here is')
    writeFileSync(journal, 'nonsense\n')
    refused(['--resume', 'taken'], 'holds no campaign')
    expect(diff(...model, '--runs', '20', '--seed', '4', '--save', 'longer').status).toBe(0)
    expect(diffJson('--resume', 'longer', '--runs', '50').result.programs).toBe(50)
  })
})
