/**
 * What a target shows of a run, in the form in which properties look at runs: its exits with all state, the results of
 * the host's actions, and the exceptions that the guest's handlers logged, all of these at the end: the state does not
 * say how far the log has come. What nobody outside sees (instructions, what the guest read) is not in it.
 */
import {
  type Action,
  classOf,
  type DebugRegisters,
  type DebugView,
  type DeliveryEvent,
  EC,
  type Ending,
  type Exit,
  elOf,
  GPR_NAMES,
  type GuestState,
  layOut,
  type Program,
  parseHex,
  type Run,
  type RunEvent,
} from '../../../model/arm64/index.ts'
import { GUESTDBG } from '../../../model/kvm/guest-debug.ts'
import { hexValue } from '../hex.ts'
import type { Fields, Observation, ObservedEvent } from '../kvm/observation.ts'
import { exitOf } from './exit.ts'
import { type LogRecord, logRecords } from './log.ts'

const registersOf = (fields: Fields): DebugRegisters => {
  const values = (text: string | undefined): bigint[] => (text ?? '').split(',').map(hexValue)
  const slots = (controls: string | undefined, all: string | undefined) => {
    const value = values(all)
    return values(controls).map((control, n) => ({ control, value: value[n] ?? 0n }))
  }
  return { breakpoints: slots(fields.bcr, fields.bvr), watchpoints: slots(fields.wcr, fields.wvr) }
}

const stateOf = (fields: Fields): GuestState => ({
  gpr: GPR_NAMES.map((name) => hexValue(fields[name])),
  pc: hexValue(fields.pc),
  pstate: hexValue(fields.pstate),
  elr: hexValue(fields.elr),
  spsr: hexValue(fields.spsr),
  esr: hexValue(fields.esr),
  far: hexValue(fields.far),
  contextId: hexValue(fields.contextidr),
  mdscr: hexValue(fields.mdscr),
  oslsr: hexValue(fields.oslsr),
  registers: registersOf(fields),
})

/** What the model has no words for ends a run as an internal error. */
const visibleExit = (event: ObservedEvent): Exit =>
  exitOf(event) ?? { reason: 'internal-error', detail: event.what === 'internal-error' ? '' : event.what }

const WRITES_FAR: ReadonlySet<number> = new Set([
  EC.dataAbortLower,
  EC.dataAbort,
  EC.watchpointLower,
  EC.watchpointLower + 1,
])

const deliveryOf = ({ esr, vector, elr, spsr, far }: LogRecord, view: DebugView): DeliveryEvent => ({
  kind: 'delivery',
  seenBy: 'guest',
  source: esr === null ? 'interrupt' : 'raised',
  exception: esr === null ? 'interrupt' : 'synchronous',
  vector: vector ?? (elOf(spsr) === 0 ? 'sync-el0' : 'sync-el1'),
  esr,
  far: esr !== null && WRITES_FAR.has(classOf(esr)) ? far : null,
  elr,
  spsr,
  pstate: spsr,
  view,
})

/** What the host knows of its own settings after an action that was accepted. */
const afterAction = (
  view: DebugView,
  action: Action,
  registers: ReturnType<typeof layOut>['registers'],
): DebugView => {
  if (action.do !== 'set-guest-debug') return view
  const control = Number(BigInt.asUintN(32, parseHex(action.control)))
  return { ...view, control: control & GUESTDBG.ENABLE ? control : 0, host: registers(action) }
}

/** The run of a program as far as its target shows it. */
export const visibleRun = (program: Program, observed: Observation): Run => {
  const { setup, registers } = layOut(program)
  const actions = program.script.flatMap((group, k) => group.map((action) => ({ group: k, action })))
  const events: RunEvent[] = []
  let view: DebugView = {
    control: 0,
    host: { breakpoints: [], watchpoints: [] },
    mdscr: parseHex(setup.mdscr),
    oslsr: setup.osLock ? 0xan : 0x8n,
    registers: registers(setup),
  }
  let state = stateOf({})
  let done = 0
  let runs = 0
  for (const event of observed.events) {
    if (event.kind === 'action') {
      const next = actions[done]
      if (!next) continue
      done += 1
      const value = event.fields.value === undefined ? null : hexValue(event.fields.value)
      events.push({ kind: 'action', seenBy: 'host', ...next, result: event.what as 'ok', value })
      if (event.what === 'ok') view = afterAction(view, next.action, registers)
      continue
    }
    state = stateOf(event.fields)
    view = { ...view, mdscr: state.mdscr, oslsr: state.oslsr, registers: state.registers }
    events.push({ kind: 'exit', seenBy: 'host', run: runs, exit: visibleExit(event), state, view })
    runs += 1
  }
  events.push(...logRecords(observed.log).map((record) => deliveryOf(record, view)))
  return {
    events,
    ending: observed.ending as Ending,
    state,
    log: Buffer.from(observed.log, 'hex'),
    consulted: new Map(),
  }
}
