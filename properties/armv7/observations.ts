/**
 * What can be told of a run: what the guest reads and takes, what the host’s calls return and its tasks see, and what the
 * debug registers of the CPUs hold whenever the guest is entered or left. As lines that can be compared.
 */
import { type Cpu, type Run, type RunEvent, samePairs } from '../../model/armv7/index.ts'
import { differenceOf } from '../difference.ts'

const hex = (value: number | null): string => (value === null ? 'nothing' : `0x${value.toString(16)}`)

const pairsLine = ({ pairs }: Cpu): string =>
  [...pairs.breakpoints, ...pairs.watchpoints]
    .map(({ control, value }) => `${hex(control)}@${hex(value)}`)
    .join(',')

const cpuLine = (cpu: Cpu): string =>
  `hdcr=${hex(cpu.hdcr)} dscr=${hex(cpu.dscr)} vcr=${hex(cpu.vcr)} oslk=${Number(cpu.osLock)} ` +
  `dlk=${Number(cpu.doubleLock)} slots=${pairsLine(cpu)}`

/** One observation, as text; `null` for what nobody sees. */
export const observation = (event: RunEvent): string | null => {
  switch (event.kind) {
    case 'action':
      return `host ${event.action.do}: ${event.result}`
    case 'host-start-up':
      return `host starts up: ${event.outcome.reason} | ${cpuLine(event.cpu)}`
    case 'hdcr':
      return `HDCR=${hex(event.to)}`
    case 'hypervisor-write':
      return `hypervisor writes ${event.register}=${hex(event.value)}`
    case 'entry':
      return `entry of vCPU ${event.vcpu} | ${cpuLine(event.cpu)}`
    case 'exit':
      return `exit of vCPU ${event.vcpu} | ${cpuLine(event.cpu)} taken=${event.taken}`
    case 'access':
      return event.direction === 'read'
        ? `guest reads ${event.register}=${hex(event.value)} ${event.outcome}`
        : `guest writes ${event.register} ${event.outcome} | ${cpuLine(event.after)}`
    case 'delivery':
      return `guest ${event.exception} ${event.cause ?? ''} fsr=${hex(event.fsr)} far=${hex(event.far)}`
    case 'start-up':
      return `guest starts up: ${event.outcome.reason} ${event.outcome.breakpoints} ${event.outcome.watchpoints}`
    case 'host-exception':
      return `host takes ${event.cause} as ${event.dispatched} | ${cpuLine(event.cpu)}`
    case 'task':
      return `task ${event.what} | ${cpuLine(event.cpu)}`
    case 'halt':
      return 'debug state'
    default:
      return null
  }
}

/** Everything that is observed, in order. */
export const observations = (run: Run): string[] =>
  run.events.flatMap((event) => observation(event) ?? []).concat(`ending ${run.ending}`)

const sameCpu = (a: Cpu, b: Cpu): boolean =>
  a === b ||
  (a.hdcr === b.hdcr &&
    a.dscr === b.dscr &&
    a.vcr === b.vcr &&
    a.osLock === b.osLock &&
    a.doubleLock === b.doubleLock &&
    a.dbgen === b.dbgen &&
    samePairs(a.pairs, b.pairs))

/** Whether two events show the same at a glance; what is not obviously the same is compared as text. */
const obviouslySame = (a: RunEvent, b: RunEvent): boolean => {
  if (a.kind === 'exit' && b.kind === 'exit')
    return a.vcpu === b.vcpu && a.taken === b.taken && sameCpu(a.cpu, b.cpu)
  if (a.kind === 'entry' && b.kind === 'entry') return a.vcpu === b.vcpu && sameCpu(a.cpu, b.cpu)
  if (a.kind === 'access' && b.kind === 'access')
    return (
      a.register === b.register &&
      a.direction === b.direction &&
      a.value === b.value &&
      a.outcome === b.outcome &&
      sameCpu(a.after, b.after)
    )
  if (a.kind === 'hdcr' && b.kind === 'hdcr') return a.to === b.to
  if (a.kind === 'hypervisor-write' && b.kind === 'hypervisor-write')
    return a.register === b.register && a.value === b.value
  return false
}

const isObserved = (event: RunEvent): boolean =>
  event.kind !== 'instruction' && event.kind !== 'routed' && event.kind !== 'unpredictable'

/** The first difference of two runs, as a sentence; `null` if nobody can tell them apart. */
export const firstDifference = differenceOf<Run>({ observation, isObserved, obviouslySame })
