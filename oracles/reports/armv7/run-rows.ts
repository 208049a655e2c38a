/**
 * The lines of a run’s table on armv7.
 */
import {
  assembly,
  type Cpu,
  DBGDSCR,
  type Pairs,
  type Program,
  type Run,
  type RunEvent,
} from '../../../model/armv7/index.ts'
import { changedFields, shortHex } from '../../../model/bits.ts'
import type { Row, RowOptions } from '../run-rows.ts'
import {
  accessText,
  actionText,
  deliveryText,
  hdcrText,
  hostExceptionText,
  resultText,
  startUpText,
  taskText,
} from './event-text.ts'

const pairChanges = (before: Pairs, after: Pairs): string[] => {
  const lists = [
    ['breakpoints', 'DBGB'],
    ['watchpoints', 'DBGW'],
  ] as const
  return lists.flatMap(([list, name]) =>
    after[list].flatMap((pair, n) => {
      const old = before[list][n]!
      const change = (part: string, from: number, to: number): string[] =>
        from === to ? [] : [`${name}${part}${n} ${shortHex(from)}→${shortHex(to)}`]
      return [...change('VR', old.value, pair.value), ...change('CR', old.control, pair.control)]
    }),
  )
}

const flag = (name: string, from: boolean, to: boolean): string[] =>
  from === to ? [] : [`${name} ${Number(from)}→${Number(to)}`]

/** In what two states of one CPU differ. */
const cpuChanges = (before: Cpu, after: Cpu): string[] => [
  ...(before.hdcr === after.hdcr ? [] : [`HDCR ${shortHex(before.hdcr)}→${shortHex(after.hdcr)}`]),
  ...changedFields(DBGDSCR, BigInt(before.dscr), BigInt(after.dscr)).map((text) => `DBGDSCR.${text}`),
  ...(before.vcr === after.vcr ? [] : [`DBGVCR ${shortHex(before.vcr)}→${shortHex(after.vcr)}`]),
  ...flag('OSLSR.OSLK', before.osLock, after.osLock),
  ...flag('OSDLR.DLK', before.doubleLock, after.doubleLock),
  ...flag('DBGEN', before.dbgen, after.dbgen),
  ...pairChanges(before.pairs, after.pairs),
]

type Line = Pick<Row, 'who' | 'what' | 'seenBy'>

/** The row of an event; `null` for what only changes registers. */
const lineOf = (event: RunEvent): Line | null => {
  switch (event.kind) {
    case 'host-start-up':
      return {
        who: 'host',
        what: `hw_breakpoint on CPU ${event.cpu.number}: ${startUpText(event.outcome)}`,
        seenBy: 'host',
      }
    case 'action':
      // What the task does says it.
      if (event.action.do === 'run-task') return null
      return { who: 'host', what: `${actionText(event.action)}${resultText(event)}`, seenBy: 'host' }
    case 'task':
      return { who: 'host', what: taskText(event), seenBy: 'host' }
    case 'host-exception':
      return { who: 'host', what: hostExceptionText(event), seenBy: 'host' }
    case 'entry':
      return {
        who: 'kvm',
        what: `enters vCPU ${event.vcpu} on CPU ${event.cpu.number}, HDCR=${hdcrText(event.cpu.hdcr)}`,
        seenBy: '',
      }
    case 'exit':
      return {
        who: 'kvm',
        what: `leaves vCPU ${event.vcpu}: ${event.reason === 'wfi' ? 'WFI' : 'the end of the code'}`,
        seenBy: 'host',
      }
    case 'hypervisor-write':
      return { who: 'kvm', what: `writes ${event.register}=${shortHex(event.value)}`, seenBy: '' }
    case 'instruction':
      return {
        who: 'guest',
        what: `${shortHex(event.address)}  ${assembly(event.instruction)}`,
        seenBy: '',
      }
    case 'access':
      return { who: 'guest', what: accessText(event), seenBy: 'guest' }
    case 'delivery':
      return { who: event.injected ? 'kvm' : 'guest', what: deliveryText(event), seenBy: 'guest' }
    case 'routed':
      return {
        who: 'kvm',
        what: `a debug exception of the guest, ${event.cause}, HSR=${shortHex(event.hsr)}`,
        seenBy: '',
      }
    case 'halt':
      return { who: '', what: `CPU ${event.cpu.number} halts for the external debugger`, seenBy: '' }
    case 'start-up':
      return { who: 'guest', what: `hw_breakpoint: ${startUpText(event.outcome)}`, seenBy: 'guest' }
    case 'unpredictable':
      return { who: '', what: 'UNPREDICTABLE from here on', seenBy: '' }
    case 'hdcr':
      return null
  }
}

/** The CPU as an event leaves it. */
const cpuOf = (event: RunEvent): Cpu | null => {
  if (event.kind === 'access') return event.after
  return 'cpu' in event && typeof event.cpu === 'object' ? event.cpu : null
}

/** What a reader can do without: that all is as usual, and each access of a start-up. */
const isUsual = (event: RunEvent, startsUp: boolean): boolean =>
  (event.kind === 'host-start-up' && event.outcome.reason === 'ready') ||
  (startsUp && (event.kind === 'access' || event.kind === 'hypervisor-write'))

/** The lines of the table. */
export const runRows = (
  _program: Program,
  run: Run,
  { verbose = false }: RowOptions = {},
): readonly Row[] => {
  const rows: Row[] = []
  const cpus = new Map<number, Cpu>()
  let startsUp = false
  for (const [index, event] of run.events.entries()) {
    if (event.kind === 'instruction') startsUp = event.instruction.op === 'linux-start-up'
    const line = verbose || !isUsual(event, startsUp) ? lineOf(event) : null
    const cpu = cpuOf(event)
    const before = cpu && cpus.get(cpu.number)
    const changes = cpu && before ? cpuChanges(before, cpu) : []
    if (cpu) cpus.set(cpu.number, cpu)
    if (line) rows.push({ ...line, changes, events: [index] })
    else {
      const last = rows.at(-1)
      last?.events.push(index)
      if (!startsUp) last?.changes.push(...changes)
    }
  }
  return rows
}
