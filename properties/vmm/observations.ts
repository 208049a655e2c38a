/**
 * What can be told of a run, as lines that can be compared: what the debugger is told, what the VMM does to the guest, and
 * what the guest’s machine shows.
 */
import { shortHex } from '../../model/bits.ts'
import type { MachineEvent, Run, RunEvent, Stop } from '../../model/vmm/index.ts'
import { observation as arm64Observation } from '../arm64/observations.ts'
import { differenceOf } from '../difference.ts'
import { observation as x86Observation } from '../x86/observations.ts'

/** A stop as text. */
export const stopText = ({ reason, address }: Stop): string => `${reason} at ${shortHex(address)}`

const ofMachine = ({ guest, event }: MachineEvent): string | null => {
  if (event.kind === 'action') return `VMM ${JSON.stringify(event.action)}: ${event.result}`
  return guest === 'x86' ? x86Observation(event as never) : arm64Observation(event as never)
}

/** One observation, as text; `null` for what nobody sees. */
export const observation = (event: RunEvent): string | null => {
  switch (event.kind) {
    case 'command':
      return `debugger ${JSON.stringify(event.command)}: ${event.reply}`
    case 'resume':
      return `debugger lets the guest ${event.how}`
    case 'stop':
      return `stop ${event.reply} pc=${shortHex(event.pc)} ${stopText(event.stop)}`
    case 'machine':
      return ofMachine(event)
    default:
      return null
  }
}

const isObserved = (event: RunEvent): boolean =>
  event.kind === 'machine'
    ? event.event.kind !== 'instruction' && event.event.kind !== 'entry'
    : event.kind !== 'owned' && event.kind !== 'unpredictable'

/** The first difference of two runs, as a sentence; `null` if nothing tells them apart. */
export const firstDifference = differenceOf<Run>({ observation, isObserved, obviouslySame: () => false })
