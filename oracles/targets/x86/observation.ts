/**
 * What the host can observe of a run on x86, field by field.
 */
import { type Exit, type GuestState, REGISTER_NAMES, type Run } from '../../../model/x86/index.ts'
import {
  dataBytes,
  type Fields,
  hexText as hex,
  type Observation,
  type ObservedEvent,
} from '../kvm/observation.ts'

const exitFields = (exit: Exit): Fields => {
  switch (exit.reason) {
    case 'debug': {
      const { exception, pc, dr6, dr7 } = exit.debug
      const written = dr7 === null || dr7 === undefined ? {} : { 'exit-dr7': hex(dr7) }
      return { exception: hex(exception), pc: hex(pc), 'exit-dr6': hex(dr6), ...written }
    }
    case 'io': {
      const { direction, port, size, count, data } = exit
      const written = data === null ? {} : { data: dataBytes(data, size * count) }
      return { direction, port: hex(port), size: hex(size), count: hex(count), ...written }
    }
    case 'mmio': {
      const { direction, address, size, data } = exit
      const written = data === null ? {} : { data: dataBytes(data, size) }
      return { direction, address: hex(address), size: hex(size), ...written }
    }
    default:
      return {}
  }
}

/** The general registers that no program has. */
const UNUSED_REGISTERS = Object.fromEntries([8, 9, 10, 12, 13, 14, 15].map((n) => [`r${n}`, '0']))

const SHADOW = { none: '0', 'mov-ss': '1', sti: '2', 'sti-or-mov-ss': '3' } as const

const stateFields = (state: GuestState): Fields => {
  const { exception } = state
  return {
    ...Object.fromEntries(REGISTER_NAMES.map((name, i) => [name.replace(/^e/, 'r'), hex(state.gpr[i]!)])),
    ...UNUSED_REGISTERS,
    rip: hex(state.rip),
    rflags: hex(state.rflags),
    cs: hex(state.cs),
    ds: hex(state.ds),
    es: hex(state.es),
    ss: hex(state.ss),
    cr2: hex(state.cr2),
    cr4de: state.cr4De ? '1' : '0',
    db: state.db.map(hex).join(','),
    dr6: hex(state.dr6),
    dr7: hex(state.dr7),
    shadow: SHADOW[state.shadow],
    ...(exception ? { [exception.state]: hex(exception.vector) } : {}),
    ...(exception && exception.errorCode !== null ? { error: hex(exception.errorCode) } : {}),
    ...(exception && exception.payload !== null ? { payload: hex(exception.payload) } : {}),
    ...(state.interrupt === null ? {} : { interrupt: hex(state.interrupt) }),
    ...(state.nmiPending ? { nmi: '1' } : {}),
  }
}

/** An exit of the model as a target reports it. */
export const exitEvent = (exit: Exit, state: GuestState): ObservedEvent => ({
  kind: 'exit',
  what: exit.reason,
  fields: { ...exitFields(exit), ...stateFields(state) },
})

/** An action’s result as a target reports it. */
export const actionEvent = (result: string): ObservedEvent => ({ kind: 'action', what: result, fields: {} })

/** What the host observes of a run of the model. */
export const observationOf = (run: Run): Observation => ({
  events: run.events.flatMap((event): ObservedEvent[] => {
    if (event.kind === 'action') return [actionEvent(event.result)]
    return event.kind === 'exit' ? [exitEvent(event.exit, event.state)] : []
  }),
  log: Buffer.from(run.log).toString('hex'),
  ending: run.ending,
})
