/**
 * Debian's kernels under Bochs: they do what was measured on kvm-intel before. Skipped, with the reason and the remedy,
 * where they are not fetched.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  type Action,
  type Instruction,
  makeProgram,
  type Program,
  type Setup,
} from '../../model/x86/index.ts'
import { kvmVmx } from '../../oracles/targets/bochs/vmx.ts'
import type { Observation, ObservedEvent } from '../../oracles/targets/kvm/observation.ts'
import { TargetProcess } from '../../oracles/targets/process.ts'
import { BOOTS_WITHIN, bootOf, openOrSkip } from './boot.ts'

const debug = (control: string, dr7 = '0x0', db0 = '0x0'): Action => ({
  do: 'set-guest-debug',
  control,
  dr7,
  db: [db0],
})
const STEP = debug('0x3')
const DETACH = debug('0x0')
const SOFTWARE = debug('0x10001')
const ELSEWHERE = debug('0x20001', '0x402', '0x1100')
const NOP: Instruction = { op: 'nop' }
const INT3: Instruction = { op: 'int3' }

const eventText = ({ kind, what, fields }: ObservedEvent): string => {
  if (kind === 'action') return what === 'ok' ? '' : what
  if (what !== 'debug') return `${what} ${fields.rip}`
  return fields.exception === '3' ? `#BP ${fields.pc}` : `#DB ${fields.pc} ${fields['exit-dr6']}`
}

/** The first stops of a run. */
const summary = ({ events }: Observation, most: number): string =>
  events
    .map(eventText)
    .filter((text) => text !== '')
    .slice(0, most)
    .join(', ')

interface Row {
  readonly title: string
  readonly program: Program
  readonly measured: string
  /** How many stops are told; the rest repeats. */
  readonly most?: number
}

const row = (
  title: string,
  setup: Setup,
  code: readonly Instruction[],
  script: readonly (readonly Action[])[],
  measured: string,
  most = 8,
): Row => ({ title, program: makeProgram(setup, code, script), measured, most })

const PLANT: Action = { do: 'write-memory', at: { instruction: 1 }, bytes: 'cc' }
const TAKE_BACK: Action = { do: 'write-memory', at: { instruction: 1 }, bytes: '90' }
const GENERAL_DETECT: Instruction = { op: 'mov-from-dr', dr: 0, to: 'ebx' }

const rows: readonly Row[] = [
  row('a planted breakpoint hits at every run', {}, [NOP, NOP], [[PLANT, SOFTWARE]], '#BP 1001, #BP 1001', 2),
  row(
    'it is taken back, and the instruction executed',
    {},
    [NOP, NOP],
    [[PLANT, SOFTWARE], [TAKE_BACK]],
    '#BP 1001, hlt 1003',
  ),
  row('INT3 is the guest’s without USE_SW_BP', {}, [NOP, INT3], [[debug('0x1')]], 'hlt 1003'),
  row(
    'INT3 is handed back to the guest',
    {},
    [INT3, NOP],
    [[SOFTWARE], [debug('0x90001')]],
    '#BP 1000, hlt 1003',
  ),
  row('ICEBP exits with RIP at itself', {}, [NOP, { op: 'icebp' }], [[ELSEWHERE]], '#DB 1001 ffff0ff0', 1),
  row(
    'a step over MOV SS stops one instruction later',
    {},
    [{ op: 'mov-ss', from: 'eax' }, NOP, NOP],
    [[STEP]],
    '#DB 1003 ffff4ff0',
    1,
  ),
  row(
    'a host breakpoint right behind MOV SS does not hit',
    {},
    [{ op: 'mov-ss', from: 'eax' }, NOP],
    [[debug('0x20001', '0x402', '0x1002')]],
    'hlt 1004',
  ),
  row(
    'a step over MOV SS and CPUID is reported twice',
    {},
    [{ op: 'mov-ss', from: 'eax' }, { op: 'cpuid' }, NOP],
    [[STEP]],
    '#DB 1004 ffff4ff0, #DB 1004 ffff4ff0, #DB 1005 ffff4ff0, hlt 1006',
  ),
  row(
    'a breakpoint planted right behind MOV SS is followed by a step at which nothing ran',
    {},
    [{ op: 'mov-ss', from: 'eax' }, NOP],
    [[PLANT, debug('0x10003')], [TAKE_BACK]],
    '#BP 1002, #DB 1002 ffff4ff0, #DB 1003 ffff4ff0, hlt 1004',
  ),
  row(
    'the host’s general detect exits',
    {},
    [GENERAL_DETECT],
    [[debug('0x20001', '0x2400')]],
    '#DB 1000 ffff2ff0',
    1,
  ),
  row(
    'it is the guest’s under SINGLESTEP alone',
    { dr7: '0x2400' },
    [GENERAL_DETECT],
    [[STEP], [DETACH]],
    '#DB 1003 ffff4ff0, hlt 1004',
  ),
  row('an injected #BP without one before it', {}, [NOP], [[debug('0x80000')]], 'internal-error 1000'),
  row(
    'an interrupt that the guest cannot take',
    {},
    [NOP],
    [[{ do: 'interrupt', vector: 0x21 }]],
    'internal-error 1000',
  ),
]

const boot = bootOf(kvmVmx)

/** Inodes of the sockets of a process group. */
const socketsOf = (group: number): Set<string> => {
  const members = readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false
    const stat = readIfThere(`/proc/${pid}/stat`)
    // Behind the name, which is in parentheses: state, parent, group.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]) === group
  })
  const names = members.flatMap((pid) =>
    readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`)),
  )
  return new Set(names.flatMap((name) => /^socket:\[(\d+)\]$/.exec(name)?.[1] ?? []))
}

/** A process may end at any time. */
const readIfThere = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Inodes of the TCP sockets that listen: proc_pid_net(5), state 0A. */
const listening = (): string[] =>
  ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((path) => readIfThere(path).split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state]) => state === '0A')
    .map((fields) => fields[9]!)

test.for([
  ['stable', /^6\.1\./],
  ['newest', /^[7-9]\./],
] as const)(
  'the %s kernel does what was measured',
  { timeout: BOOTS_WITHIN },
  async ([release, version], ctx) => {
    const programs = rows.map(({ program }) => program)
    const { hello, observations } = await boot(ctx, { release }, programs)
    expect(hello).toMatch(
      / arch=x86 kernel=\S+ module=kvm_intel cpu=GenuineIntel .* ept=1 unrestricted-guest=1 /,
    )
    expect(hello).toMatch(/ emulator=Bochs$/)
    expect(/ kernel=(\S+)/.exec(hello)![1]).toMatch(version)
    const seen = rows.map(({ title, most = 8 }, i) => [title, summary(observations[i]!, most)])
    expect(seen).toEqual(rows.map(({ title, measured }) => [title, measured]))
  },
)

test(
  'EPT and unrestricted guest are parameters',
  async (ctx) => {
    const { hello, observations } = await boot(ctx, { parameters: { 'kvm_intel.ept': '0' } }, [
      rows[0]!.program,
    ])
    expect(hello).toContain(' ept=0 unrestricted-guest=0 ')
    expect(summary(observations[0]!, 1)).toBe('#BP 1001')
  },
  BOOTS_WITHIN,
)

test(
  'nobody can connect to the display',
  async (ctx) => {
    const [program, ...args] = (await openOrSkip(ctx, kvmVmx({}))).argv
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], detached: true })
    ctx.onTestFinished(() => {
      process.kill(-child.pid!, 'SIGKILL')
    })
    // The display is there long before the kernel is.
    await once(child.stdout, 'data')
    const own = socketsOf(child.pid!)
    expect(own.size).toBeGreaterThan(0)
    expect(listening().filter((inode) => own.has(inode))).toEqual([])
  },
  BOOTS_WITHIN,
)

test(
  'a kernel that panics ends, and the reason is told',
  async (ctx) => {
    const folder = mkdtempSync(join(tmpdir(), 'gdo-'))
    ctx.onTestFinished(() => rmSync(folder, { recursive: true }))
    const init = join(folder, 'init')
    execFileSync('cc', ['-static', '-x', 'c', '-o', init, '-'], { input: 'int main(void) { return 1; }' })
    const target = await openOrSkip(ctx, kvmVmx({ init }))
    await expect(TargetProcess.start(target)).rejects.toThrow(
      /^the target ends: exit code 1; it said: Bochs: .*; its kernel: Kernel panic - not syncing: Attempted to kill init!/,
    )
  },
  BOOTS_WITHIN,
)
