/**
 * What the debugger and the host can observe of a run: replies and stops, and what the guest's handlers have logged.
 */
import type { Run } from '../../../model/vmm/index.ts'
import type { Observation, ObservedEvent } from '../../targets/kvm/observation.ts'

/** What the debugger observes of a run of the model. */
export const observationOf = (run: Run): Observation => ({
  events: run.events.flatMap((event): ObservedEvent[] => {
    if (event.kind === 'command')
      return event.command.do === 'step-over'
        ? []
        : [{ kind: 'action', what: event.reply || 'unsupported', fields: {} }]
    if (event.kind !== 'stop') return []
    const { stop, pc } = event
    const fields = { address: stop.address.toString(16), pc: pc.toString(16) }
    return [{ kind: 'exit', what: stop.reason, fields }]
  }),
  log: Buffer.from(run.machine.log).toString('hex'),
  ending: run.ending,
})
