/**
 * What the host can observe of a run on arm64, field by field. ISV and EX of a step's syndrome are left out: the manual lets
 * a CPU say there what it likes.
 */
import {
  type DebugRegisters,
  type Exit,
  GPR_NAMES,
  type GuestState,
  LOG_RECORD,
  type Run,
  withoutStepHints,
} from '../../../model/arm64/index.ts'
import type { Fields, Observation, ObservedEvent } from '../../targets/kvm/observation.ts'

const hex = (value: bigint | number): string => value.toString(16)

const exitFields = (exit: Exit): Fields => {
  switch (exit.reason) {
    case 'debug': {
      const { hsr, hsrHigh, far } = exit.debug
      return {
        hsr: hex(withoutStepHints(BigInt(hsr))),
        ...(hsrHigh === null ? {} : { 'hsr-high': hex(hsrHigh) }),
        ...(far === null ? {} : { far: hex(far) }),
      }
    }
    case 'mmio': {
      const { direction, address, size, data } = exit
      return {
        direction,
        address: hex(address),
        size: hex(size),
        ...(data === null ? {} : { data: hex(data) }),
      }
    }
    default:
      return {}
  }
}

const slotFields = ({ breakpoints, watchpoints }: DebugRegisters): Fields =>
  Object.fromEntries([
    ...breakpoints.flatMap(({ control, value }, n) => [
      [`dbgbcr${n}`, hex(control)],
      [`dbgbvr${n}`, hex(value)],
    ]),
    ...watchpoints.flatMap(({ control, value }, n) => [
      [`dbgwcr${n}`, hex(control)],
      [`dbgwvr${n}`, hex(value)],
    ]),
  ])

const stateFields = (state: GuestState): Fields => ({
  ...Object.fromEntries(GPR_NAMES.map((name, i) => [name, hex(state.gpr[i]!)])),
  pc: hex(state.pc),
  pstate: hex(state.pstate),
  elr: hex(state.elr),
  spsr: hex(state.spsr),
  esr: hex(withoutStepHints(state.esr)),
  'far-el1': hex(state.far),
  contextidr: hex(state.contextId),
  mdscr: hex(state.mdscr),
  oslsr: hex(state.oslsr),
  ...slotFields(state.registers),
})

/** The log in hex digits: of each record the first 8 bytes are ESR. */
const logText = (log: Uint8Array): string => {
  const bytes = Buffer.from(log)
  for (let at = 0; at + 8 <= bytes.length; at += LOG_RECORD)
    bytes.writeBigUInt64LE(withoutStepHints(bytes.readBigUInt64LE(at)), at)
  return bytes.toString('hex')
}

/** What the host observes of a run of the model. */
export const observationOf = (run: Run): Observation => ({
  events: run.events.flatMap((event): ObservedEvent[] => {
    if (event.kind === 'action') {
      const read = event.value === null ? {} : { value: hex(event.value) }
      return [{ kind: 'action', what: event.result, fields: read }]
    }
    if (event.kind !== 'exit') return []
    const fields = { ...exitFields(event.exit), ...stateFields(event.state) }
    return [{ kind: 'exit', what: event.exit.reason, fields }]
  }),
  log: logText(run.log),
  ending: run.ending,
})
