/**
 * What the host can observe of a run on arm64, field by field. ISV and EX of a step's syndrome are left out: the manual
 * lets a CPU say there what it likes.
 */
import {
  BREAKPOINTS,
  type DebugRegisters,
  type Exit,
  GPR_NAMES,
  type GuestState,
  type Run,
  type Slot,
  WATCHPOINTS,
  withoutStepHints,
} from '../../../model/arm64/index.ts'
import { hexValue } from '../hex.ts'
import type { Mask } from '../kvm/masks.ts'
import {
  dataBytes,
  type Fields,
  hexText as hex,
  type Observation,
  type ObservedEvent,
} from '../kvm/observation.ts'
import { withoutStepHintsIn } from './log.ts'

const exitFields = (exit: Exit): Fields => {
  switch (exit.reason) {
    case 'debug': {
      const { hsr, hsrHigh, far } = exit.debug
      return {
        hsr: hex(hsr),
        ...(hsrHigh === null ? {} : { 'hsr-high': hex(hsrHigh) }),
        ...(far === null ? {} : { 'exit-far': hex(far) }),
      }
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

/** As many slots as the contract's CPU has. */
const list = (slots: readonly Slot[], count: number, part: keyof Slot): string =>
  Array.from({ length: count }, (_, n) => hex(slots[n]?.[part] ?? 0n)).join(',')

const slotFields = ({ breakpoints, watchpoints }: DebugRegisters): Fields => ({
  bcr: list(breakpoints, BREAKPOINTS, 'control'),
  bvr: list(breakpoints, BREAKPOINTS, 'value'),
  wcr: list(watchpoints, WATCHPOINTS, 'control'),
  wvr: list(watchpoints, WATCHPOINTS, 'value'),
})

const stateFields = (state: GuestState): Fields => ({
  ...Object.fromEntries(GPR_NAMES.map((name, i) => [name, hex(state.gpr[i]!)])),
  pc: hex(state.pc),
  pstate: hex(state.pstate),
  elr: hex(state.elr),
  spsr: hex(state.spsr),
  esr: hex(state.esr),
  far: hex(state.far),
  contextidr: hex(state.contextId),
  mdscr: hex(state.mdscr),
  oslsr: hex(state.oslsr),
  ...slotFields(state.registers),
})

/** An exit of the model as a target reports it. */
export const exitEvent = (exit: Exit, state: GuestState): ObservedEvent => ({
  kind: 'exit',
  what: exit.reason,
  fields: { ...exitFields(exit), ...stateFields(state) },
})

/** An action's result as a target reports it. */
export const actionEvent = (result: string, value: bigint | null): ObservedEvent => ({
  kind: 'action',
  what: result,
  fields: value === null ? {} : { value: hex(value) },
})

/** A field that holds a syndrome, without its ISV and EX. */
const plainSyndrome = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined
  const value = hexValue(text)
  const plain = withoutStepHints(value)
  return plain === value ? text : hex(plain)
}

/** The same event, where it has no ISV and EX. */
const plainEvent = (event: ObservedEvent): ObservedEvent => {
  const { hsr, esr } = event.fields
  const [plainHsr, plainEsr] = [plainSyndrome(hsr), plainSyndrome(esr)]
  if (plainHsr === hsr && plainEsr === esr) return event
  return {
    ...event,
    fields: {
      ...event.fields,
      ...(plainHsr === undefined ? {} : { hsr: plainHsr }),
      ...(plainEsr === undefined ? {} : { esr: plainEsr }),
    },
  }
}

/** An observation without ISV and EX. */
const withoutHints = ({ events, log, ending }: Observation): Observation => ({
  events: events.map(plainEvent),
  log: withoutStepHintsIn(log),
  ending,
})

export const STEP_HINTS: Mask = {
  reason: 'ISV and EX of a step’s syndrome: a CPU may say there what it likes',
  apply: withoutHints,
}

/** What the host observes of a run of the model. */
export const observationOf = (run: Run): Observation =>
  withoutHints({
    events: run.events.flatMap((event): ObservedEvent[] => {
      if (event.kind === 'action') return [actionEvent(event.result, event.value)]
      return event.kind === 'exit' ? [exitEvent(event.exit, event.state)] : []
    }),
    log: Buffer.from(run.log).toString('hex'),
    ending: run.ending,
  })
