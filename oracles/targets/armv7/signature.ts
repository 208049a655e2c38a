/**
 * What differs between runs on armv7: bits by their names, and the instruction at which the logs part.
 */
import { DBGDSCR, HDCR, type Run } from '../../../model/armv7/index.ts'
import { changedFields } from '../../../model/bits.ts'
import { hexValue } from '../hex.ts'
import { type LogSymptom, plain, type Signs, type Symptom } from '../signs.ts'
import { type LogRecord, logRecords } from './log.ts'

const inField = (field: string, expected: string, observed: string): Symptom => {
  const [a, b] = [hexValue(expected), hexValue(observed)]
  switch (field) {
    case 'hdcr':
      return { field, changes: changedFields(HDCR, a, b) }
    case 'dscr':
      return { field, changes: changedFields(DBGDSCR, a, b) }
    default:
      // Which of the breakpoints it is says nothing.
      return plain(field.replace(/\d$/, 'n'))
  }
}

/** The instruction of a record, without what tells it from others of its kind. */
const instructionOf = ({ events }: Run, { address }: LogRecord): string => {
  const found = events.find((event) => event.kind === 'instruction' && event.address === address)
  if (found?.kind !== 'instruction') return 'the host’s task'
  const { instruction } = found
  const register = 'from' in instruction ? instruction.from : 'to' in instruction ? instruction.to : null
  return register === null ? instruction.op : `${instruction.op} ${register.replace(/\d+$/, 'n')}`
}

const nameOf = (record: LogRecord): string =>
  record.kind === 'read' ? 'a read' : `${record.vector} (${record.level})`

const symptomOf = (run: Run, a: LogRecord | undefined, b: LogRecord | undefined): Symptom => {
  if (!a || !b) {
    const there = (a ?? b)!
    return plain(`${nameOf(there)} ${a ? 'is missing' : 'too many'}, ${instructionOf(run, there)}`)
  }
  const at = instructionOf(run, a)
  if (nameOf(a) !== nameOf(b) || a.address !== b.address) return plain(`${nameOf(a)} is ${nameOf(b)}, ${at}`)
  if (a.kind === 'read' && b.kind === 'read') {
    const bits = changedFields(DBGDSCR, BigInt(a.value), BigInt(b.value))
    return { field: `what ${at} reads`, changes: at.includes('DBGDSCR') ? bits : [] }
  }
  const isStatus = a.kind === 'exception' && b.kind === 'exception' && a.status !== b.status
  return plain(`${isStatus ? 'status' : 'address'} of ${nameOf(a)}, ${at}`)
}

const isDelivery = (record: LogRecord): boolean => record.kind === 'exception' && record.level === 'guest'

const inLog = (expected: string, observed: string, run: Run): LogSymptom => {
  const [all, seen] = [logRecords(expected), logRecords(observed)]
  const length = Math.max(all.length, seen.length)
  const same = (n: number): boolean => JSON.stringify(all[n]) === JSON.stringify(seen[n])
  const first = Array.from({ length }, (_, n) => n).find((n) => !same(n)) ?? 0
  // Signatures count the guest's exceptions.
  return {
    record: all.slice(0, first).filter(isDelivery).length,
    symptom: symptomOf(run, all[first], seen[first]),
  }
}

export const armv7Signs: Signs<Run> = {
  events: ({ events }) => events,
  general: [],
  inField,
  inLog,
  plain: ['nop'],
  isHandler: () => false,
}
