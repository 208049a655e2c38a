/**
 * What the host can observe of a run on armv7, field by field: the results of what it does, and its CPU when it has left
 * the guest.
 */
import type { Cpu, Run } from '../../../model/armv7/index.ts'
import type { Fields, Observation, ObservedEvent } from '../../targets/kvm/observation.ts'

const hex = (value: number): string => value.toString(16)

const cpuFields = ({ hdcr, dscr, vcr, osLock, doubleLock, pairs }: Cpu): Fields => ({
  hdcr: hex(hdcr),
  dscr: hex(dscr),
  vcr: hex(vcr),
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

/** What the host observes of a run of the model. */
export const observationOf = (run: Run): Observation => ({
  events: run.events.flatMap((event): ObservedEvent[] => {
    if (event.kind === 'action') return [{ kind: 'action', what: event.result, fields: {} }]
    if (event.kind !== 'exit') return []
    return [{ kind: 'exit', what: event.reason, fields: cpuFields(event.cpu) }]
  }),
  log: '',
  ending: run.ending,
})
