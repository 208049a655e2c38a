/**
 * What can be observed of a run on armv7, field by field: the results of what the host does, its CPU when it has left
 * the guest, and as the log what the guest read and who took which exception.
 */
import { type Cpu, moeOf, type Run, type RunEvent } from '../../../model/armv7/index.ts'
import type { Fields, Observation, ObservedEvent } from '../kvm/observation.ts'
import { type LogRecord, logText } from './log.ts'

const hex = (value: number): string => value.toString(16)

/** The debug registers of a CPU by name. DBGVCR is left out: no designs differ in it, and QEMU's keeps nothing. */
export const cpuFields = ({ hdcr, dscr, osLock, doubleLock, pairs }: Cpu): Fields => ({
  hdcr: hex(hdcr),
  dscr: hex(dscr),
  oslk: hex(Number(osLock)),
  dlk: hex(Number(doubleLock)),
  ...Object.fromEntries([
    ...pairs.breakpoints.flatMap(({ control, value }, n) => [
      [`dbgbcr${n}`, hex(control)],
      [`dbgbvr${n}`, hex(value)],
    ]),
    ...pairs.watchpoints.flatMap(({ control, value }, n) => [
      [`dbgwcr${n}`, hex(control)],
      [`dbgwvr${n}`, hex(value)],
    ]),
  ]),
})

const NZCV = 0xf0000000

/** What an event leaves in the log; `address` is that of the guest's instruction, `toFlags` what it writes. */
const recordsOf = (event: RunEvent, address: number, toFlags: boolean): LogRecord[] => {
  const routed = (hsr: number): LogRecord => ({
    kind: 'exception',
    level: 'hyp',
    vector: 'hyp-trap',
    address,
    status: hsr,
    far: 0,
  })
  switch (event.kind) {
    case 'access': {
      const { hsr, direction, transfer, outcome, value } = event
      const reads = direction === 'read' && transfer !== 'memory' && outcome !== 'undefined' && value !== null
      return [
        ...(hsr === null ? [] : [routed(hsr)]),
        ...(reads ? [{ kind: 'read', address, value: toFlags ? (value & NZCV) >>> 0 : value } as const] : []),
      ]
    }
    case 'routed':
      return [routed(event.hsr)]
    case 'delivery': {
      const { exception: vector, fsr, far } = event
      return [{ kind: 'exception', level: 'guest', vector, address, status: fsr ?? 0, far: far ?? 0 }]
    }
    case 'host-exception': {
      const vector = event.cause === 'watchpoint' ? 'data-abort' : 'prefetch-abort'
      const status = moeOf(event.cpu.dscr)
      return [{ kind: 'exception', level: 'host', vector, address: 0, status, far: 0 }]
    }
    default:
      return []
  }
}

/** The log of a run. */
const logOf = ({ events }: Run): LogRecord[] => {
  let address = 0
  let toFlags = false
  return events.flatMap((event) => {
    if (event.kind === 'instruction') {
      address = event.address
      toFlags = event.instruction.op === 'mrc' && event.instruction.flags === true
    }
    return recordsOf(event, address, toFlags)
  })
}

/** What is observed of a run of the model. */
export const observationOf = (run: Run): Observation => ({
  events: run.events.flatMap((event): ObservedEvent[] => {
    if (event.kind === 'action') return [{ kind: 'action', what: event.result, fields: {} }]
    if (event.kind !== 'exit') return []
    return [{ kind: 'exit', what: event.reason, fields: cpuFields(event.cpu) }]
  }),
  log: logText(logOf(run)),
  ending: run.ending,
})
