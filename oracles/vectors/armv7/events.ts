/**
 * What events of the armv7 machine hold, and its log.
 */
import { BREAKPOINTS, WATCHPOINTS } from '../../../model/armv7/index.ts'
import { hex } from '../../../model/bits.ts'
import type { JsonRecord } from '../../codec.ts'
import { logRecords } from '../../targets/armv7/log.ts'
import { type EventForms, flag, register } from '../programs/forms.ts'

const pairNames = (kind: 'b' | 'w', count: number): string[] =>
  Array.from({ length: count }, (_, n) => [`dbg${kind}cr${n}`, `dbg${kind}vr${n}`]).flat()

/** State by its name, the same in both. */
const state: EventForms['state'] = {
  ...Object.fromEntries(
    ['hdcr', 'dscr', ...pairNames('b', BREAKPOINTS), ...pairNames('w', WATCHPOINTS)].map((name) => [
      name,
      register(32),
    ]),
  ),
  oslk: flag,
  dlk: flag,
}

export const forms: EventForms = {
  record: {},
  start: state,
  state,
}

/** The records of a log for readers. */
export const guestJson = (log: string): JsonRecord[] =>
  logRecords(log).map((record): JsonRecord => {
    const address = hex(record.address, 32)
    if (record.kind === 'read') return { address, read: hex(record.value, 32) }
    const { level, vector, status, far } = record
    if (level === 'host') return { takenBy: level, vector, moe: status }
    return {
      address,
      takenBy: level,
      vector,
      ...(level === 'hyp' ? { hsr: hex(status, 32) } : {}),
      ...(level === 'guest' && vector !== 'undefined' ? { fsr: hex(status, 32) } : {}),
      ...(level === 'guest' && vector === 'data-abort' ? { far: hex(far, 32) } : {}),
    }
  })
