/**
 * What the two observers see of a run, as lines that can be compared: every exit with the state that the VMM reads,
 * every value that it got, and every exception and register that the guest finds. ISV and EX of a step's syndrome are
 * left out: the manual lets a CPU say there what it likes.
 */
import { type DebugRegisters, type Run, type RunEvent, withoutStepHints } from '../../model/arm64/index.ts'
import { differenceOf, sameList } from '../difference.ts'

type Of<Kind extends RunEvent['kind']> = Extract<RunEvent, { kind: Kind }>

const hexOf = (value: bigint | number): string => value.toString(16)

const exitLine = ({ exit }: Of<'exit'>): string => {
  switch (exit.reason) {
    case 'debug': {
      const { hsr, hsrHigh, far } = exit.debug
      const parts = [`hsr=${hexOf(withoutStepHints(BigInt(hsr)))}`]
      if (hsrHigh !== 0) parts.push(`hsr_high=${hsrHigh === null ? 'unset' : hexOf(hsrHigh)}`)
      if (far !== null) parts.push(`far=${hexOf(far)}`)
      return `debug ${parts.join(' ')}`
    }
    case 'mmio':
      return `mmio ${exit.direction} address=${hexOf(exit.address)} size=${exit.size} data=${exit.data ?? ''}`
    default:
      return exit.reason
  }
}

const slotsLine = ({ breakpoints, watchpoints }: DebugRegisters): string =>
  [...breakpoints, ...watchpoints].map(({ control, value }) => `${hexOf(control)}@${hexOf(value)}`).join(',')

const stateLine = ({ state }: Of<'exit'>): string =>
  `pc=${hexOf(state.pc)} pstate=${hexOf(state.pstate)} gpr=${state.gpr.map(hexOf).join(',')} elr=${hexOf(state.elr)} ` +
  `spsr=${hexOf(state.spsr)} esr=${hexOf(withoutStepHints(state.esr))} far=${hexOf(state.far)} ` +
  `contextidr=${hexOf(state.contextId)} mdscr=${hexOf(state.mdscr)} oslsr=${hexOf(state.oslsr)} ` +
  `slots=${slotsLine(state.registers)}`

const readLine = ({ what, value }: Of<'guest-read'>): string =>
  `guest reads ${what}=${hexOf(what === 'esr_el1' ? withoutStepHints(value) : value)}`

const deliveryLine = (event: Of<'delivery'>): string => {
  const esr = event.esr === null ? '' : ` esr=${hexOf(withoutStepHints(event.esr))}`
  const far = event.far === null ? '' : ` far=${hexOf(event.far)}`
  return `guest ${event.vector} elr=${hexOf(event.elr)} spsr=${hexOf(event.spsr)}${esr}${far}`
}

/** One observation, as text; `null` for what nobody sees. */
export const observation = (event: RunEvent): string | null => {
  switch (event.kind) {
    case 'exit':
      return `exit ${exitLine(event)} | ${stateLine(event)}`
    case 'delivery':
      return deliveryLine(event)
    case 'guest-read':
      return readLine(event)
    case 'action':
      return event.value === null ? null : `gets ${hexOf(event.value)}`
    default:
      return null
  }
}

/** Everything that is observed, in order, without the results of the host's own actions. */
export const observations = (run: Run): string[] =>
  run.events
    .flatMap((event) => (event.kind === 'action' ? [] : (observation(event) ?? [])))
    .concat(`ending ${run.ending}`)

const sameExit = (a: Of<'exit'>, b: Of<'exit'>): boolean => {
  const { state: x, exit: one } = a
  const { state: y, exit: other } = b
  const sameRecord =
    one.reason === 'debug' && other.reason === 'debug'
      ? one.debug.hsr === other.debug.hsr &&
        one.debug.hsrHigh === other.debug.hsrHigh &&
        one.debug.far === other.debug.far
      : one.reason === 'mmio' && other.reason === 'mmio'
        ? one.address === other.address &&
          one.direction === other.direction &&
          one.data === other.data &&
          one.size === other.size
        : one.reason === other.reason
  return (
    sameRecord &&
    x.pc === y.pc &&
    x.pstate === y.pstate &&
    x.elr === y.elr &&
    x.spsr === y.spsr &&
    x.esr === y.esr &&
    x.far === y.far &&
    x.contextId === y.contextId &&
    x.mdscr === y.mdscr &&
    x.oslsr === y.oslsr &&
    x.registers === y.registers &&
    sameList(x.gpr, y.gpr)
  )
}

/** Whether two events show the same at a glance; what is not obviously the same is compared as text. */
const obviouslySame = (a: RunEvent, b: RunEvent): boolean => {
  if (a.kind === 'exit' && b.kind === 'exit') return sameExit(a, b)
  if (a.kind === 'delivery' && b.kind === 'delivery')
    return a.vector === b.vector && a.elr === b.elr && a.spsr === b.spsr && a.esr === b.esr && a.far === b.far
  if (a.kind === 'guest-read' && b.kind === 'guest-read') return a.what === b.what && a.value === b.value
  return false
}

const isObserved = (event: RunEvent): boolean =>
  event.kind === 'exit' ||
  event.kind === 'delivery' ||
  event.kind === 'guest-read' ||
  (event.kind === 'action' && event.value !== null)

/** The first difference of two runs, as a sentence; `null` if nobody can tell them apart. */
export const firstDifference = differenceOf<Run>({ observation, isObserved, obviouslySame })
