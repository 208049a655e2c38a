/**
 * The lines of a run's table: those of the guest's machine, and between them what the debugger and the VMM do.
 */
import { layOut, type Program, type Run } from '../../../model/vmm/index.ts'
import type { Machine } from '../../machines/machine.ts'
import type { Row, RowOptions } from '../run-rows.ts'
import { eventText } from './event-text.ts'

/** A row of the debugger or the VMM, and how many events of the machine come before it. */
interface Placed {
  readonly row: Row
  readonly after: number
}

/** The rows of the debugger and the VMM; their events are those of the run. */
const ownRows = (program: Program, run: Run): readonly Placed[] => {
  const layout = layOut(program)
  const placed: Placed[] = []
  let after = 0
  for (const [i, event] of run.events.entries()) {
    if (event.kind === 'machine') after += 1
    if (event.kind === 'machine' || event.kind === 'unpredictable') continue
    const row: Row = {
      who: event.kind === 'owned' ? 'vmm' : 'gdb',
      what: eventText(event, layout),
      changes: [],
      seenBy: event.kind === 'owned' ? '' : 'gdb',
      events: [i],
    }
    placed.push({ row, after })
  }
  return placed
}

/** The lines of the table. What is marked in it by the number of an event is an event of the vmm machine. */
export const runRows = (
  machine: Machine,
  program: Program,
  run: Run,
  options: RowOptions = {},
): readonly Row[] => {
  const own = ownRows(program, run)
  /** The number in this run of each event of the machine. */
  const numbers = run.events.flatMap((event, i) => (event.kind === 'machine' ? [i] : []))
  const rows: Row[] = []
  let next = 0
  /** A row without an event of its own, such as KVM_RUN, belongs to the one behind it. */
  let held: Row[] = []
  for (const row of machine.words.rows(layOut(program).program, run.machine, options)) {
    const first = row.events[0]
    if (first === undefined) {
      held.push(row)
      continue
    }
    for (; next < own.length && own[next]!.after <= first; next++) rows.push(own[next]!.row)
    rows.push(...held, { ...row, events: row.events.map((n) => numbers[n]!) })
    held = []
  }
  return [...rows, ...held, ...own.slice(next).map(({ row }) => row)]
}
