/**
 * What differs between runs on arm64: bits by their names.
 */

import {
  classOf,
  GPR_NAMES,
  MDSCR_EL1,
  OSLSR_EL1,
  type Run,
  SPSR,
  VECTORS,
} from '../../../model/arm64/index.ts'
import { changedFields } from '../../../model/bits.ts'
import { hexValue } from '../hex.ts'
import { type LogSymptom, plain, type Signs, type Symptom } from '../signs.ts'
import { logRecords } from './log.ts'

/** The class of an exception and what else there is of a syndrome. */
const syndrome = (field: string, expected: bigint, observed: bigint): Symptom =>
  classOf(expected) === classOf(observed)
    ? { field, changes: ['ISS'] }
    : { field, changes: [`EC ${classOf(expected).toString(16)}→${classOf(observed).toString(16)}`] }

const inField = (field: string, expected: string, observed: string): Symptom => {
  const [a, b] = [hexValue(expected), hexValue(observed)]
  switch (field) {
    case 'pstate':
    case 'spsr':
      return { field, changes: changedFields(SPSR, a, b) }
    case 'mdscr':
      return { field, changes: changedFields(MDSCR_EL1, a, b) }
    case 'oslsr':
      return { field, changes: changedFields(OSLSR_EL1, a, b) }
    case 'hsr':
    case 'esr':
      return syndrome(field, a, b)
    default:
      return plain(field)
  }
}

const inLog = (expected: string, observed: string): LogSymptom => {
  const [all, seen] = [logRecords(expected), logRecords(observed)]
  for (let record = 0; record < Math.max(all.length, seen.length); record++) {
    const [a, b] = [all[record], seen[record]]
    if (!b) return { record, symptom: plain('fewer exceptions in the guest’s log') }
    if (!a) return { record, symptom: plain('more exceptions in the guest’s log') }
    if (a.vector !== b.vector) return { record, symptom: plain('vector of an exception') }
    if (a.esr !== b.esr)
      return { record, symptom: syndrome('syndrome of an exception', a.esr ?? 0n, b.esr ?? 0n) }
    if (a.spsr !== b.spsr)
      return {
        record,
        symptom: { field: 'SPSR of an exception', changes: changedFields(SPSR, a.spsr, b.spsr) },
      }
    if (a.elr !== b.elr) return { record, symptom: plain('ELR of an exception') }
    if (a.far !== b.far) return { record, symptom: plain('FAR of an exception') }
  }
  return { record: 0, symptom: plain('unused bytes of the log') }
}

export const arm64Signs: Signs<Run> = {
  events: ({ events }) => events,
  general: GPR_NAMES,
  inField,
  inLog,
  plain: ['nop', 'mov', 'add', 'adr', 'b', 'isb'],
  isHandler: (address) => Number(address) >= VECTORS,
}
