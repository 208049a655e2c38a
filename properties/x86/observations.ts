/**
 * What the two observers see of a run, as lines that can be compared: every exit with the state that the VMM reads,
 * every result of an ioctl, and every exception that the guest's handlers find.
 */
import { type Run, type RunEvent, slotsOf } from '../../model/x86/index.ts'
import { differenceOf, sameList } from '../difference.ts'

const hexOf = (value: bigint | number): string => value.toString(16)

/** B bits of slots that are not enabled are not compared: the manual lets them be set or clear. */
const dr6Line = (value: bigint, dr7: bigint): string => {
  let masked = value
  slotsOf(dr7).forEach((slot, i) => {
    if (!slot.enabled) masked &= ~(1n << BigInt(i))
  })
  return hexOf(masked)
}

const exitLine = (event: Extract<RunEvent, { kind: 'exit' }>): string => {
  const { exit } = event
  switch (exit.reason) {
    case 'debug': {
      const { exception, pc, dr6, dr7 } = exit.debug
      return `debug exception=${exception} pc=${hexOf(pc)} dr6=${hexOf(dr6)} dr7=${dr7 === null ? 'unset' : hexOf(dr7)}`
    }
    case 'io':
      return `io ${exit.direction} port=${hexOf(exit.port)} size=${exit.size} count=${exit.count} data=${exit.data ?? ''}`
    case 'mmio':
      return `mmio ${exit.direction} address=${hexOf(exit.address)} size=${exit.size} data=${exit.data ?? ''}`
    default:
      return exit.reason
  }
}

const stateLine = ({ state }: Extract<RunEvent, { kind: 'exit' }>): string =>
  `rip=${hexOf(state.rip)} rflags=${hexOf(state.rflags)} cs=${hexOf(state.cs)} ds=${hexOf(state.ds)} es=${hexOf(state.es)} ` +
  `ss=${hexOf(state.ss)} gpr=${state.gpr.map(hexOf).join(',')} db=${state.db.map(hexOf).join(',')} ` +
  `dr6=${dr6Line(state.dr6, state.dr7)} dr7=${hexOf(state.dr7)}`

/** One observation, as text; `null` for what nobody sees. */
export const observation = (event: RunEvent): string | null => {
  switch (event.kind) {
    case 'exit':
      return `exit ${exitLine(event)} | ${stateLine(event)}`
    case 'delivery':
      return (
        `guest vector=${event.vector} ip=${hexOf(event.ip)} cs=${hexOf(event.cs)} flags=${hexOf(event.flags)}` +
        (event.vector === 1 ? ` dr6=${dr6Line(event.dr6, event.view.dr7)} dr7=${hexOf(event.dr7)}` : '')
      )
    case 'guest-read':
      return `guest reads ${event.what}=${event.what === 'dr6' || event.what === 'dr4' ? '' : hexOf(event.value)}`
    default:
      return null
  }
}

/** Everything that is observed, in order, without the results of the host's own actions. */
export const observations = (run: Run): string[] =>
  run.events.flatMap((event) => observation(event) ?? []).concat(`ending ${run.ending}`)

/** Whether two exits show the same at a glance; what is not obviously the same is compared as text. */
const obviouslySame = (a: RunEvent, b: RunEvent): boolean => {
  if (a.kind === 'exit' && b.kind === 'exit') {
    const { state: x, exit: one } = a
    const { state: y, exit: other } = b
    const sameRecord =
      one.reason === 'debug' && other.reason === 'debug'
        ? one.debug.pc === other.debug.pc &&
          one.debug.dr6 === other.debug.dr6 &&
          one.debug.dr7 === other.debug.dr7 &&
          one.debug.exception === other.debug.exception
        : one.reason === other.reason && one.reason === 'hlt'
    return (
      sameRecord &&
      x.rip === y.rip &&
      x.rflags === y.rflags &&
      x.dr6 === y.dr6 &&
      x.dr7 === y.dr7 &&
      x.cs === y.cs &&
      x.ds === y.ds &&
      x.es === y.es &&
      x.ss === y.ss &&
      sameList(x.gpr, y.gpr) &&
      sameList(x.db, y.db)
    )
  }
  if (a.kind === 'delivery' && b.kind === 'delivery')
    return (
      a.vector === b.vector &&
      a.ip === b.ip &&
      a.cs === b.cs &&
      a.flags === b.flags &&
      a.dr6 === b.dr6 &&
      a.dr7 === b.dr7 &&
      a.view.dr7 === b.view.dr7
    )
  return false
}

const isObserved = (event: RunEvent): boolean =>
  event.kind === 'exit' || event.kind === 'delivery' || event.kind === 'guest-read'

/** The first difference of two runs, as a sentence; `null` if nobody can tell them apart. */
export const firstDifference = differenceOf<Run>({ observation, isObserved, obviouslySame })
