/**
 * What a debugger observes of a run, in the form of the line protocol's answers: its commands are actions, its stops
 * exits.
 */
import type { Run, RunEvent } from '../../../model/vmm/index.ts'
import { hexText, type Observation, type ObservedEvent } from '../kvm/observation.ts'

/** The stub's answer to a command: `OK`, `E22`, empty for what it does not support, or bytes. */
export const commandReply = (reply: string): ObservedEvent => {
  if (reply === '') return { kind: 'action', what: 'unsupported', fields: {} }
  if (reply === 'OK' || reply.startsWith('E')) return { kind: 'action', what: reply, fields: {} }
  return { kind: 'action', what: 'data', fields: { bytes: reply } }
}

/**
 * A stop: the packet of the GDB remote protocol (`T05`, or `T05watch:…`), and where the guest stands.
 *
 * @param reply without the thread.
 */
export const stopEvent = (reply: string, pc: bigint): ObservedEvent => {
  const [, what = reply, watch, address] =
    /^(T[0-9a-f]{2})(?:([ra]?watch):0*([0-9a-f]+);)?$/.exec(reply) ?? []
  return {
    kind: 'exit',
    what,
    fields: { pc: hexText(pc), ...(watch && address ? { [watch]: address } : {}) },
  }
}

/** The model's cap has ended the run: what a target does afterwards is not compared. */
const CUT: ObservedEvent = { kind: 'exit', what: 'interrupted', fields: {} }

/** To step over its breakpoints is the debugger's own affair: the packets are those of the commands that it becomes. */
const observed = (event: RunEvent): ObservedEvent | null => {
  if (event.kind === 'command') return event.command.do === 'step-over' ? null : commandReply(event.reply)
  return event.kind === 'stop' ? stopEvent(event.reply, event.pc) : null
}

/** What the debugger observes of a run of the model. */
export const observationOf = ({ events, ending, machine }: Run): Observation => ({
  events: [...events.map(observed).filter((event) => event !== null), ...(ending === 'cap' ? [CUT] : [])],
  log: Buffer.from(machine.log).toString('hex'),
  ending,
})
