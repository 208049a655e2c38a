/**
 * Events, actions and registers of the armv7 machine as text for people.
 */
import {
  type AccessEvent,
  type Action,
  type ActionEvent,
  type DeliveryEvent,
  type Ending,
  HDCR,
  type HostExceptionEvent,
  type Setup,
  type StartUp,
  type TaskEvent,
} from '../../../model/armv7/index.ts'
import { shortHex } from '../../../model/bits.ts'

/** HDCR with the names of its debug bits. */
export const hdcrText = (value: number): string => {
  const names = HDCR.fields
    .filter(({ name, lsb }) => name.startsWith('TD') && (value & (1 << lsb)) !== 0)
    .map(({ name }) => name)
  return `${shortHex(value)}${names.length === 0 ? '' : ` (${names.join('|')})`}`
}

/** What a start-up of hw_breakpoint ended with. */
export const startUpText = ({ reason, breakpoints, watchpoints }: StartUp): string =>
  `${reason}, ${breakpoints} breakpoints and ${watchpoints} watchpoints`

/** The parts of the setup that are not as the contract has them. */
export const setupText = (setup: Setup): string => {
  const { debugArchitecture, dbgen, hwBreakpoint, unknown, lockedAtReset } = setup
  const low = (dbgen ?? []).flatMap((high, cpu) => (high ? [] : [cpu]))
  return [
    debugArchitecture === 'v7' && 'v7 Debug',
    low.length > 0 && `DBGEN is low on CPU ${low.join(' and ')}`,
    hwBreakpoint === false && 'the host has no hw_breakpoint support',
    unknown === 'enabled' && 'reset leaves every breakpoint and watchpoint enabled',
    lockedAtReset === false && 'reset leaves the OS lock clear',
  ]
    .filter((text) => text !== false)
    .join(', ')
}

const TASKS = { 'vcpu-thread': 'the vCPU’s thread', debugged: 'a process' } as const
const DONE = { code: 'executes its code', store: 'stores to its data', bkpt: 'executes BKPT' } as const

/** What the host does. */
export const actionText = (action: Action): string => {
  switch (action.do) {
    case 'set-host-breakpoint':
      return `perf: a ${action.kind === 'execute' ? 'breakpoint' : 'watchpoint'} for ${TASKS[action.task]}`
    case 'clear-host-breakpoints':
      return `perf: no breakpoints for ${TASKS[action.task]}`
    case 'run-task':
      return `runs the debugged process, which ${DONE[action.what]}`
    case 'migrate':
      return `moves the vCPU’s thread to CPU ${action.cpu}`
    case 'switch-vcpu':
      return `runs vCPU ${action.vcpu} from here on`
    case 'idle':
      return `powers CPU ${action.cpu} down and up`
    case 'host-write':
      return `writes ${action.register} = ${action.value}`
    case 'external-debugger': {
      const { halting, dbgen } = action
      return [
        halting !== undefined && `an external debugger ${halting ? 'sets' : 'clears'} HDBGen`,
        dbgen !== undefined && `DBGEN goes ${dbgen ? 'high' : 'low'}`,
      ]
        .filter((text) => text !== false)
        .join(', ')
    }
  }
}

/** How an action ended. */
export const resultText = ({ result }: ActionEvent): string =>
  result === 'ok' ? '' : result === 'none' ? ' → not done: ruled out' : ` → ${result}`

const SEEN = {
  host: 'the host’s',
  own: 'its own',
  zero: 'as zero',
  ignored: 'ignored',
  undefined: 'Undefined Instruction',
} as const

/** What became of an access of the guest. */
export const accessText = ({ direction, register, outcome, hsr, sees, value }: AccessEvent): string => {
  const moved =
    value === null
      ? `${direction === 'read' ? 'reads nothing from' : 'writes'} ${register}`
      : `${direction === 'read' ? 'reads' : 'writes'} ${register}=${shortHex(value)}`
  if (outcome === 'undefined') return `${register} is UNDEFINED${hsr === null ? '' : ', emulated so'}`
  if (outcome === 'direct') return `${moved}, the CPU’s own register`
  return `${moved}: traps, HSR=${shortHex(hsr!)}${sees === null ? '' : `, ${SEEN[sees]}`}`
}

const EXCEPTIONS = {
  undefined: 'Undefined Instruction',
  'prefetch-abort': 'Prefetch Abort',
  'data-abort': 'Data Abort',
} as const

/** An exception of the guest. */
export const deliveryText = ({ exception, cause, fsr, far, injected }: DeliveryEvent): string => {
  const status = exception === 'data-abort' ? 'DFSR' : 'IFSR'
  const parts = [
    cause,
    fsr === null ? null : `${status}=${shortHex(fsr)}`,
    far === null ? null : `DFAR=${shortHex(far)}`,
  ].filter((part) => part !== null)
  const details = parts.length === 0 ? '' : `: ${parts.join(', ')}`
  return `${injected ? 'injects' : 'takes'} ${EXCEPTIONS[exception]}${details}`
}

/** A debug exception of the host. */
export const hostExceptionText = ({ task, cause, dispatched, owned }: HostExceptionEvent): string =>
  `${task === 'kernel' ? 'the host’s kernel' : 'the process'} takes a debug exception, ${cause}: taken as ${dispatched}${owned ? '' : ', and nobody has asked for it'}`

/** The same as the host's kernel sees it: by DBGDSCR.MOE. */
export const taskExceptionText = (moe: number): string =>
  `the host’s kernel takes a debug exception of the process, MOE=${shortHex(moe)}`

/** What a task of the host did. */
export const taskText = ({ what }: TaskEvent): string => `the process ${DONE[what]}`

/** How a run ended, as the end of a sentence. */
export const ENDINGS: { readonly [E in Ending]: string } = {
  end: 'with the last entry',
  'hyp-panic': 'with a panic: an exception in Hyp mode',
  'host-oops': 'with an oops: an Undefined Instruction exception in the host’s kernel',
  'host-livelock': 'with a host that takes the same debug exception for ever',
  cap: 'at the cap on entries',
}
