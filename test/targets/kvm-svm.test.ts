/**
 * Debian's kernels, booted under QEMU: they do what was measured on kvm-amd before. Skipped, with the reason and the
 * remedy, where they are not fetched.
 */
import { expect, test } from 'vitest'
import type { Action, Instruction, Program, Setup } from '../../model/x86/index.ts'
import type { Observation, ObservedEvent } from '../../oracles/targets/kvm/observation.ts'
import { fetchedKernel } from '../../oracles/targets/qemu/kernels.ts'
import { kvmSvm, svmPlatform } from '../../oracles/targets/qemu/svm.ts'
import { Unavailable } from '../../oracles/targets/target.ts'
import { BOOTS_WITHIN, bootOf } from './boot.ts'

const programOf = (setup: Setup, code: readonly Instruction[], ...script: readonly Action[][]): Program => ({
  format: 'guest-debug-oracle/program',
  version: 1,
  machine: 'x86',
  setup,
  code,
  script,
})

const debug = (control: string, dr7 = '0x0', db0 = '0x0'): Action => ({
  do: 'set-guest-debug',
  control,
  dr7,
  db: [db0],
})
const host = (address: string, dr7 = '0x402'): Action => debug('0x20001', dr7, address)
const guest = (address: string): Setup => ({ db: [address], dr7: '0x402', onDebugException: 'disarm' })
const STEP = debug('0x3')
const DETACH = debug('0x0')
const ELSEWHERE = host('0x1100')
const TF: Setup = { rflags: '0x102' }
const NOPS: readonly Instruction[] = Array.from({ length: 6 }, () => ({ op: 'nop' }))
const FOUR = NOPS.slice(0, 4)
const OUT: readonly Instruction[] = [
  { op: 'nop' },
  { op: 'out', port: 0x10, size: 1 },
  { op: 'nop' },
  { op: 'nop' },
]
const MOV_SS: readonly Instruction[] = [{ op: 'mov-ss', from: 'eax' }, ...FOUR]
/** A NOP behind the prefix that makes KVM emulate it, from 0x1001 on. */
const EMULATED: Action = { do: 'write-memory', at: { instruction: 1 }, bytes: '0f0b6b766d90' }
const EIGHT: readonly Instruction[] = [...NOPS, ...NOPS].slice(0, 8)

/** Bits 3:0 of DR6 say nothing where BS is set: QEMU reports disabled slots there. */
const dr6Text = (text: string): string => {
  const dr6 = Number.parseInt(text, 16)
  return (dr6 & 0x4000 ? (dr6 & ~0xf) >>> 0 : dr6).toString(16)
}

const eventText = ({ kind, what, fields }: ObservedEvent): string => {
  if (kind === 'action') return what === 'ok' ? '' : what
  if (what === 'debug') return `debug ${fields.pc} ${dr6Text(fields['exit-dr6']!)}`
  return `${what} ${fields.rip}`
}

/** The #DBs of the handlers' log. */
const logText = (log: string): string[] =>
  (log.match(/.{32}/g) ?? []).map((record) => {
    const bytes = Buffer.from(record, 'hex')
    const ip = bytes.readUInt16LE(0).toString(16)
    return bytes[4] === 1 ? `#DB ${ip} ${dr6Text(bytes.readUInt32LE(8).toString(16))}` : `#${bytes[4]} ${ip}`
  })

/** The first stops of a run, then what the guest's handlers saw. */
const summary = ({ events, log }: Observation, most: number): string =>
  [
    ...events
      .map(eventText)
      .filter((text) => text !== '')
      .slice(0, most),
    ...logText(log),
  ].join(', ')

interface Row {
  readonly title: string
  readonly program: Program
  readonly measured: string
  /** On Linux 7.x, if that differs. */
  readonly newest?: string
  /** How many stops are told; the rest repeats. */
  readonly most?: number
}

const rows: readonly Row[] = [
  {
    title: 'a host breakpoint hits again at every run',
    program: programOf({}, NOPS, [host('0x1002')]),
    measured: 'debug 1002 ffff0ff1, debug 1002 ffff0ff1',
    most: 2,
  },
  {
    title: 'RF suppresses a host breakpoint once',
    program: programOf({ rflags: '0x10002' }, NOPS, [host('0x1000')]),
    measured: 'hlt 1007',
  },
  {
    title: 'remove, step, insert again',
    program: programOf({}, NOPS, [host('0x1002')], [STEP], [host('0x1002')]),
    measured: 'debug 1002 ffff0ff1, debug 1003 ffff4ff0, hlt 1007',
  },
  {
    title: 'the host steps, then detaches',
    program: programOf({}, NOPS, [STEP], [], [DETACH]),
    measured: 'debug 1001 ffff4ff0, debug 1002 ffff4ff0, hlt 1007',
  },
  {
    title: 'the guest’s TF under a host breakpoint elsewhere goes to the host',
    program: programOf(TF, FOUR, [ELSEWHERE]),
    measured: 'debug 1001 ffff4ff0, debug 1002 ffff4ff0, debug 1003 ffff4ff0, debug 1004 ffff4ff0',
    most: 4,
  },
  {
    title: 'the guest’s TF without host breakpoints is the guest’s',
    program: programOf(TF, FOUR, [debug('0x1')]),
    measured: 'hlt 1005, #DB 1001 ffff4ff0, #DB 1002 ffff4ff0, #DB 1003 ffff4ff0, #DB 1004 ffff4ff0',
  },
  {
    title: 'the guest’s breakpoint does not hit while the host’s registers are in force',
    program: programOf(guest('0x1003'), NOPS, [ELSEWHERE]),
    measured: 'hlt 1007',
  },
  {
    title: 'the guest’s breakpoint hits after the host has detached',
    program: programOf(guest('0x1003'), NOPS, [host('0x1002')], [DETACH]),
    measured: 'debug 1002 ffff0ff1, hlt 1007, #DB 1003 ffff0ff1',
  },
  {
    title: 'a step over OUT stops right behind it',
    program: programOf({}, OUT, [STEP]),
    measured: 'debug 1001 ffff4ff0, io 1001, debug 1003 ffff4ff0, debug 1004 ffff4ff0',
    most: 4,
  },
  {
    title: 'a step over MOV SS stops one instruction later',
    program: programOf({}, MOV_SS, [STEP]),
    measured: 'debug 1003 ffff4ff0',
    most: 1,
  },
  {
    title: 'a second injected #DB is refused while the first waits',
    program: programOf({}, FOUR, [debug('0x40001'), debug('0x40001')]),
    measured: 'EBUSY, hlt 1005, #DB 1000 ffff0ff0',
  },
  {
    title: 'the upper half of DR7 is refused',
    program: programOf({}, FOUR, [{ do: 'set-debug-registers', dr7: '0x100000400' }]),
    measured: 'EINVAL, hlt 1005',
  },
  {
    title: 'a host breakpoint on an emulated instruction hits behind the prefix',
    program: programOf({}, EIGHT, [EMULATED, host('0x1006')]),
    measured: 'debug 1006 ffff0ff1',
    most: 1,
  },
  {
    title: 'a guest breakpoint on an emulated instruction under a host breakpoint elsewhere hits before 7.x',
    program: programOf(guest('0x1006'), EIGHT, [EMULATED, ELSEWHERE]),
    measured: 'hlt 1009, #DB 1006 ffff0ff1',
    newest: 'hlt 1009',
  },
]

const boot = bootOf(kvmSvm)

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
      / arch=x86 kernel=\S+ module=kvm_amd cpu=AuthenticAMD cpu-name=QEMU-TCG-\S+ forced-emulation=1$/,
    )
    expect(/ kernel=(\S+)/.exec(hello)![1]).toMatch(version)
    const seen = rows.map(({ title, most = 8 }, i) => [title, summary(observations[i]!, most)])
    const expected = rows.map(({ title, measured, newest }) => [
      title,
      release === 'newest' ? (newest ?? measured) : measured,
    ])
    expect(seen).toEqual(expected)
    // By which it is described before it has booted.
    expect(hello).toContain(` kernel=${(await fetchedKernel(svmPlatform.kernels, release, '')).release} `)
  },
)

test(
  'any kernel boots from a file, over a serial line, with parameters',
  async (ctx) => {
    const remedy = 'gdo fetch kvm-svm'
    const { image, modules } = await fetchedKernel(svmPlatform.kernels, 'stable', remedy).catch((error) => {
      if (error instanceof Unavailable) ctx.skip(`${error.message}; ${error.remedy}`)
      throw error
    })
    const parameters = { 'kvm.force_emulation_prefix': '0' }
    const { hello, observations } = await boot(ctx, { kernel: image, modules: modules!, parameters }, [
      rows[0]!.program,
    ])
    expect(hello).toMatch(/ module=kvm_amd .* forced-emulation=0$/)
    expect(summary(observations[0]!, 2)).toBe(rows[0]!.measured)
  },
  BOOTS_WITHIN,
)
