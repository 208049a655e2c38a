/**
 * What the C file prints and compares: one line per ioctl of the host, per exit and per record of the handlers' log.
 * Every kind of line is declared once, with the C expressions that print it on a real vCPU and the text that the
 * same printf makes of an observed event.
 */
import { type ProgramMode, READ_BYTE } from '../../../model/x86/contract.ts'
import type { Action, Program } from '../../../model/x86/program.ts'
import type { Fields, Observation, ObservedEvent } from '../../targets/kvm/observation.ts'
import { type LogRecord, logRecords } from '../../targets/x86/log.ts'
import { recordsAt } from '../x86/log-text.ts'

/** What has to be read before a value can be printed. */
export type Source = 'regs' | 'sregs' | 'debugregs' | 'events'

/** One value of a line. */
interface Item {
  /** As an observation calls it. */
  readonly field: string
  /** printf's format, the name in front. */
  readonly format: string
  /** C expressions. */
  readonly values: readonly string[]
  /** The numbers that printf gets for an observed event. */
  readonly numbers: (fields: Fields) => readonly bigint[]
  readonly source?: Source
}

const UNWRITTEN = 0xffff_ffff_ffff_ffffn

const numberOf = (fields: Fields, name: string): bigint =>
  fields[name] === undefined ? 0n : BigInt(`0x${fields[name]}`)

const item = (field: string, format: string, value: string, source?: Source): Item => ({
  field,
  format,
  values: [value],
  numbers: (fields) => [numberOf(fields, field)],
  ...(source === undefined ? {} : { source }),
})

/** Bytes in memory order, as the number that they are; what a read returns is what the VMM answers. */
const data = (fields: Fields): bigint => {
  const size = Number(numberOf(fields, 'size'))
  const answer = READ_BYTE.toString(16).repeat(size)
  const first = (fields.data ?? answer).slice(0, 2 * size)
  return BigInt(`0x${first.match(/../g)?.reverse().join('') ?? '0'}`)
}

/** An exit: the case of its reason in C, and what is printed of its record. */
export interface ExitLine {
  readonly constant: string
  readonly items: readonly Item[]
  /** `in` or `out`, before the items. */
  readonly direction?: { readonly c: string; readonly text: (fields: Fields) => string }
  /** The guest can go on after it. */
  readonly continues: boolean
  /** Which way the data goes: to or from the VMM. */
  readonly data?: {
    readonly address: string
    /** Bytes of one item, and of all. */
    readonly size: string
    readonly length: string
    readonly isRead: string
  }
}

const direction = (c: string): NonNullable<ExitLine['direction']> => ({
  c,
  text: (fields) => fields.direction ?? '',
})

/** The exits of KVM_RUN, by their reason. */
export const EXIT_LINES: { readonly [reason: string]: ExitLine } = {
  debug: {
    constant: 'KVM_EXIT_DEBUG',
    continues: true,
    items: [
      item('exception', 'exception=%u', 'run->debug.arch.exception'),
      item('pc', 'pc=0x%llx', 'run->debug.arch.pc'),
      item('exit-dr6', 'dr6=0x%llx', 'run->debug.arch.dr6'),
      {
        ...item('exit-dr7', 'dr7=0x%llx', 'run->debug.arch.dr7 >> 32 ? ~0ULL : run->debug.arch.dr7'),
        numbers: (fields) => [fields['exit-dr7'] === undefined ? UNWRITTEN : numberOf(fields, 'exit-dr7')],
      },
    ],
  },
  io: {
    constant: 'KVM_EXIT_IO',
    continues: true,
    direction: direction('run->io.direction == KVM_EXIT_IO_IN ? "in" : "out"'),
    data: {
      address: '(char *)run + run->io.data_offset',
      size: 'run->io.size',
      length: 'run->io.size * run->io.count',
      isRead: 'run->io.direction == KVM_EXIT_IO_IN',
    },
    items: [
      item('port', 'port=0x%x', 'run->io.port'),
      item('size', 'size=%u', 'run->io.size'),
      item('count', 'count=%u', 'run->io.count'),
      { ...item('data', 'data=0x%llx', 'data'), numbers: (fields) => [data(fields)] },
    ],
  },
  mmio: {
    constant: 'KVM_EXIT_MMIO',
    continues: true,
    direction: direction('run->mmio.is_write ? "write" : "read"'),
    data: {
      address: 'run->mmio.data',
      size: 'run->mmio.len',
      length: 'run->mmio.len',
      isRead: '!run->mmio.is_write',
    },
    items: [
      item('address', 'address=0x%llx', 'run->mmio.phys_addr'),
      item('size', 'len=%u', 'run->mmio.len'),
      { ...item('data', 'data=0x%llx', 'data'), numbers: (fields) => [data(fields)] },
    ],
  },
  hlt: { constant: 'KVM_EXIT_HLT', continues: true, items: [] },
  'interrupt-window': { constant: 'KVM_EXIT_IRQ_WINDOW_OPEN', continues: true, items: [] },
  shutdown: { constant: 'KVM_EXIT_SHUTDOWN', continues: false, items: [] },
  'internal-error': { constant: 'KVM_EXIT_INTERNAL_ERROR', continues: false, items: [] },
}

const GPRS = ['rax', 'rcx', 'rdx', 'rbx', 'rsp', 'rbp', 'rsi', 'rdi'].concat(
  [8, 9, 10, 11, 12, 13, 14, 15].map((n) => `r${n}`),
)
const SEGMENTS = ['cs', 'ds', 'es', 'ss']
const SLOTS = [0, 1, 2, 3]

const exceptionItem = (field: string, value: string): Item => ({
  ...item(field, `${field}=%d`, value, 'events'),
  // No exception is -1: vector 0 is one.
  numbers: (fields) => [fields[field] === undefined ? -1n : numberOf(fields, field)],
})

/** What can be told of the guest's state at an exit. */
export const STATE_ITEMS: readonly Item[] = [
  ...GPRS.map((name) => item(name, `${name}=0x%llx`, `regs.${name}`, 'regs')),
  item('rip', 'rip=0x%llx', 'regs.rip', 'regs'),
  item('rflags', 'rflags=0x%llx', 'regs.rflags', 'regs'),
  ...SEGMENTS.map((name) => item(name, `${name}=0x%x`, `sregs.${name}.selector`, 'sregs')),
  item('cr2', 'cr2=0x%llx', 'sregs.cr2', 'sregs'),
  item('cr4de', 'cr4.de=%u', '!!(sregs.cr4 & 8)', 'sregs'),
  {
    field: 'db',
    format: 'dr0-3=0x%llx,0x%llx,0x%llx,0x%llx',
    values: SLOTS.map((i) => `debugregs.db[${i}]`),
    numbers: (fields) => (fields.db ?? '0,0,0,0').split(',').map((part) => BigInt(`0x${part}`)),
    source: 'debugregs',
  },
  item('dr6', 'dr6=0x%llx', 'debugregs.dr6', 'debugregs'),
  item('dr7', 'dr7=0x%llx', 'debugregs.dr7', 'debugregs'),
  item('shadow', 'shadow=%u', 'events.interrupt.shadow', 'events'),
  exceptionItem('pending', 'events.exception.pending ? events.exception.nr : -1'),
  exceptionItem('injected', 'events.exception.injected ? events.exception.nr : -1'),
  exceptionItem('error', 'events.exception.has_error_code ? (int)events.exception.error_code : -1'),
  item('payload', 'payload=0x%llx', 'events.exception_has_payload ? events.exception_payload : 0', 'events'),
  {
    field: 'interrupt',
    format: 'interrupt_bitmap=0x%llx,0x%llx,0x%llx,0x%llx',
    values: SLOTS.map((i) => `sregs.interrupt_bitmap[${i}]`),
    numbers: (fields) => {
      const bitmap = fields.interrupt === undefined ? 0n : 1n << numberOf(fields, 'interrupt')
      return SLOTS.map((i) => BigInt.asUintN(64, bitmap >> BigInt(64 * i)))
    },
    source: 'sregs',
  },
  item('nmi', 'nmi=%u', 'events.nmi.pending || events.nmi.injected', 'events'),
]

const logItem = (field: string, format: string, type: string, offset: number): Item =>
  item(field, format, `*(${type} *)(ram + logged${offset === 0 ? '' : ` + ${offset}`})`)

/** What is printed of a record of the log. */
export const LOG_ITEMS: { readonly [M in ProgramMode]: readonly Item[] } = {
  real: [
    item('log-vector', 'vector=%u', 'ram[logged + 4]'),
    logItem('log-ip', 'ip=0x%x', 'uint16_t', 0),
    logItem('log-flags', 'flags=0x%x', 'uint16_t', 2),
    logItem('log-dr6', 'dr6=0x%x', 'uint32_t', 8),
  ],
  long: [
    item('log-vector', 'vector=%u', 'ram[logged + 16]'),
    logItem('log-ip', 'ip=0x%llx', 'unsigned long long', 0),
    logItem('log-flags', 'flags=0x%llx', 'unsigned long long', 8),
    logItem('log-dr6', 'dr6=0x%x', 'uint32_t', 20),
    logItem('log-errorCode', 'error=0x%llx', 'unsigned long long', 24),
  ],
}

/** Which fields are compared, by the names that observations give them. */
export type Compared = ReadonlySet<string>

export const chosen = (items: readonly Item[], compared: Compared): readonly Item[] =>
  items.filter(({ field }) => compared.has(field))

/** printf's format of some items. */
export const formatOf = (items: readonly Item[]): string => items.map(({ format }) => format).join(' ')

/** What printf makes of the formats that items use. */
const print = (items: readonly Item[], fields: Fields): string => {
  const numbers = items.flatMap((each) => each.numbers(fields))
  return formatOf(items).replaceAll(/%d|%u|%x|%llx/g, (conversion) =>
    numbers.shift()!.toString(conversion.endsWith('x') ? 16 : 10),
  )
}

const EINTR = 4n

/** Any other exit, or, below 0, the error of KVM_RUN. */
const otherExit = (reason: bigint): string => `KVM_RUN: exit reason ${reason}`

const exitText = (event: ObservedEvent, compared: Compared): string => {
  const { what, fields } = event
  if (fields.errno !== undefined) return otherExit(-numberOf(fields, 'errno'))
  if (fields['exit-reason'] !== undefined) return otherExit(numberOf(fields, 'exit-reason'))
  if (what === 'interrupted') return otherExit(-EINTR)
  const line = EXIT_LINES[what]
  if (!line) return what
  const items = chosen(line.items, compared)
  return [line.constant, line.direction?.text(fields), print(items, fields)].filter(Boolean).join(' ')
}

const IOCTLS: { readonly [Do in Action['do']]?: string } = {
  'set-guest-debug': 'KVM_SET_GUEST_DEBUG',
  'set-registers': 'KVM_SET_REGS',
  'set-special-registers': 'KVM_SET_SREGS',
  'set-debug-registers': 'KVM_SET_DEBUGREGS',
  'set-vcpu-events': 'KVM_SET_VCPU_EVENTS',
  interrupt: 'KVM_INTERRUPT',
  nmi: 'KVM_NMI',
}

const WRITTEN_BACK = {
  registers: 'KVM_SET_REGS',
  'special-registers': 'KVM_SET_SREGS',
  'debug-registers': 'KVM_SET_DEBUGREGS',
  'vcpu-events': 'KVM_SET_VCPU_EVENTS',
} as const

/** The ioctl whose result an action is about; `null` for what cannot fail. */
const ioctlOf = (action: Action): string | null =>
  action.do === 'write-back' ? WRITTEN_BACK[action.state] : (IOCTLS[action.do] ?? null)

const ERRNO: { readonly [result: string]: number } = { ok: 0, EBUSY: -16, EINVAL: -22 }

const resultOf = (what: string): number =>
  ERRNO[what] ?? -Number(/^errno-(\d+)$/.exec(what)?.[1] ?? Number.NaN)

const recordText = (record: LogRecord, compared: Compared, mode: ProgramMode): string => {
  const numbers = Object.entries(record).map(([name, n]) => [`log-${name}`, n ?? 0] as const)
  const fields = Object.fromEntries(numbers.map(([name, n]) => [name, n.toString(16)]))
  return `guest: ${print(chosen(LOG_ITEMS[mode], compared), fields)}`
}

/**
 * The lines of an observation: at each exit what the guest's handlers have logged before it, the exit, and the
 * fields of the state that are compared; at last where it ends.

 */
export const traceLines = (
  { events, log }: Observation,
  { script, setup }: Pick<Program, 'script' | 'setup'>,
  compared: Compared,
): string[] => {
  const { mode = 'real' } = setup
  const actions = script.flat()
  const state = chosen(STATE_ITEMS, compared)
  const records = logRecords(log, mode)
  let performed = 0
  let logged = 0
  const lines = events.flatMap((event): string[] => {
    if (event.kind === 'action') {
      const action = actions[performed++]
      const ioctl = action === undefined ? null : ioctlOf(action)
      return ioctl === null ? [] : [`${ioctl} = ${resultOf(event.what)}`]
    }
    const handled = records
      .slice(logged, recordsAt(event, mode))
      .map((record) => recordText(record, compared, mode))
    logged += handled.length
    const shown = state.length === 0 ? [] : [`  ${print(state, event.fields)}`]
    return [...handled, exitText(event, compared), ...shown]
  })
  const rip = events.findLast(({ kind }) => kind === 'exit')?.fields.rip ?? '0'
  return [...lines, `end, rip=0x${rip}`]
}
