/**
 * What can be told of a run, as lines that can be compared: what the debugger is told, what the VMM does to the guest, and
 * what the guest’s machine shows.
 */
import { shortHex } from '../../model/bits.ts'
import type { MachineEvent, Run, RunEvent, Stop } from '../../model/vmm/index.ts'
import { observation as arm64Observation } from '../arm64/observations.ts'
import { observation as x86Observation } from '../x86/observations.ts'

/** A stop as text. */
export const stopText = ({ reason, address }: Stop): string => `${reason} at ${shortHex(address)}`

// Whether an event is of the one machine or the other, its fields tell as far as observers care.
const ofMachine = (event: MachineEvent['event'], guest: Run['guest']): string | null => {
  if (event.kind === 'action') return `VMM ${JSON.stringify(event.action)}: ${event.result}`
  return guest === 'x86' ? x86Observation(event as never) : arm64Observation(event as never)
}

/** One observation, as text; `null` for what nobody sees. */
export const observationIn =
  (guest: Run['guest']) =>
  (event: RunEvent): string | null => {
    switch (event.kind) {
      case 'command':
        return `debugger ${JSON.stringify(event.command)}: ${event.reply}`
      case 'resume':
        return `debugger lets the guest ${event.how}`
      case 'stop':
        return `stop ${event.reply} pc=${shortHex(event.pc)} ${stopText(event.stop)}`
      case 'machine':
        return ofMachine(event.event, guest)
      default:
        return null
    }
  }

const isObserved = (event: RunEvent): boolean =>
  event.kind === 'machine'
    ? event.event.kind !== 'instruction' && event.event.kind !== 'entry'
    : event.kind !== 'owned'

/** The first difference of two runs, as a sentence; `null` if nothing tells them apart. */
export const firstDifference = (expected: Run, actual: Run): string | null => {
  const observe = (run: Run): string[] =>
    run.events.filter(isObserved).flatMap((event) => observationIn(run.guest)(event) ?? [])
  const a = observe(expected)
  const b = observe(actual)
  for (let i = 0; i < Math.max(a.length, b.length); i++)
    if (a[i] !== b[i]) return `expected “${brief(a[i], b[i])}”, seen “${brief(b[i], a[i])}”`
  return expected.ending === actual.ending
    ? null
    : `expected the ending “${expected.ending}”, seen “${actual.ending}”`
}

/** What differs from another line, behind what a line begins with. */
const brief = (line: string | undefined, other: string | undefined): string => {
  if (line === undefined) return 'nothing more'
  const [head = '', rest = ''] = line.split(' | ')
  const others = new Set((other ?? '').split(' '))
  const words = rest.split(' ').filter((word) => word !== '' && !others.has(word))
  return words.length === 0 ? head : `${head}, ${words.join(' ')}`
}
