/**
 * What a target shows of a run, in the form in which properties look at runs: its exits with all state, the results of
 * the host's actions, and the exceptions that the guest's handlers logged. What nobody outside sees (instructions,
 * what the guest read) is not in it.
 */
import { GUESTDBG } from '../../../model/kvm/guest-debug.ts'
import {
  type Action,
  type DebugView,
  type Ending,
  type Exit,
  type ExitEvent,
  GPR_NAMES,
  type GuestState,
  LOG,
  LOG_RECORD,
  layOut,
  linearAddress,
  openRecordAt,
  type Program,
  type ProgramMode,
  parseHex,
  REGISTER_NAMES,
  type Run,
  type RunEvent,
  SYSCALL_LOGGED,
} from '../../../model/x86/index.ts'
import { hexNumber, hexValue } from '../hex.ts'
import type { Fields, Observation, ObservedEvent } from '../kvm/observation.ts'
import { exitOf } from './exit.ts'
import { type LogRecord, logRecords } from './log.ts'

const SHADOWS = ['none', 'mov-ss', 'sti', 'sti-or-mov-ss'] as const

const stateOf = (fields: Fields, mode: ProgramMode): GuestState => {
  const waiting = fields.pending ?? fields.injected
  return {
    mode,
    gpr: REGISTER_NAMES.map((name) => hexValue(fields[name.replace(/^e/, 'r')])),
    rip: hexValue(fields.rip),
    rflags: hexNumber(fields.rflags),
    cs: hexNumber(fields.cs),
    ds: hexNumber(fields.ds),
    es: hexNumber(fields.es),
    ss: hexNumber(fields.ss),
    csBase: mode === 'real' ? hexValue(fields.cs) << 4n : 0n,
    cr2: hexValue(fields.cr2),
    cr4De: fields.cr4de === '1',
    db: (fields.db ?? '').split(',').map(hexValue),
    dr6: hexValue(fields.dr6),
    dr7: hexValue(fields.dr7),
    shadow: SHADOWS[hexNumber(fields.shadow)] ?? 'none',
    exception:
      waiting === undefined
        ? null
        : {
            vector: hexNumber(waiting),
            state: fields.pending === undefined ? 'injected' : 'pending',
            payload: fields.payload === undefined ? null : hexValue(fields.payload),
            errorCode: fields.error === undefined ? null : hexNumber(fields.error),
            requested: false,
          },
    interrupt: fields.interrupt === undefined ? null : hexNumber(fields.interrupt),
    nmiPending: fields.nmi === '1',
  }
}

/** What the model has no words for ends a run as an internal error. */
const visibleExit = (event: ObservedEvent): Exit =>
  exitOf(event) ?? { reason: 'internal-error', detail: event.what === 'internal-error' ? '' : event.what }

/**
 * Records of the log whose exceptions had come when the guest stood where a state says: EBP points behind those that
 * are written, and a handler that has begun will write the next one.
 */
const recordsAt = (
  state: GuestState,
  records: readonly LogRecord[],
  onDebugException: 'return' | 'disarm',
): number => {
  const { gpr, mode } = state
  const written = Math.floor((Number(gpr[GPR_NAMES.indexOf('ebp')]!) - LOG) / LOG_RECORD[mode])
  if (written < 0 || written > records.length) return records.length
  const open = openRecordAt(Number(linearAddress(state)), mode, onDebugException)
  return written + Number(open !== null && open === records[written]?.vector)
}

/**
 * What the guest finds at one record of the log. CS is not logged: with another base than 0 the linear address is
 * that of the program's own code.
 */
const loggedEvents = (record: LogRecord, view: DebugView, csBase: bigint): RunEvent[] => {
  const { vector, ip, flags, dr6, errorCode } = record
  if (vector === SYSCALL_LOGGED)
    return [
      { kind: 'guest-read', seenBy: 'guest', what: 'rcx', value: ip },
      { kind: 'guest-read', seenBy: 'guest', what: 'r11', value: BigInt(flags) },
    ]
  return [
    {
      kind: 'delivery',
      seenBy: 'guest',
      source: 'raised',
      vector,
      ip,
      cs: 0,
      address: ip + csBase,
      flags,
      errorCode,
      payload: null,
      accesses: [],
      dr6: dr6 ?? view.dr6,
      dr7: view.dr7,
      view,
    },
  ]
}

/** The actions of a program in the order in which they are done, with their groups. */
const actionsOf = (program: Program): { group: number; action: Action }[] =>
  program.script.flatMap((actions, group) => actions.map((action) => ({ group, action })))

/** What the host knows of its own settings after an action that was accepted. */
const afterAction = (view: DebugView, action: Action, resolve: (v: never) => bigint): DebugView => {
  if (action.do !== 'set-guest-debug') return view
  const control = Number(BigInt.asUintN(32, parseHex(action.control)))
  return {
    ...view,
    control: control & GUESTDBG.ENABLE ? control : 0,
    hostDb: [0, 1, 2, 3].map((i) => (action.db?.[i] === undefined ? 0n : resolve(action.db[i] as never))),
    hostDr7: BigInt.asUintN(32, parseHex(action.dr7 ?? '0x0')),
  }
}

/** The run of a program as far as its target shows it. */
export const visibleRun = (program: Program, observed: Observation): Run => {
  const { setup, csBase, value: resolve } = layOut(program)
  const records = logRecords(observed.log, setup.mode)
  const actions = actionsOf(program)
  const events: RunEvent[] = []
  let view: DebugView = {
    control: 0,
    hostDb: [0n, 0n, 0n, 0n],
    hostDr7: 0n,
    db: [0, 1, 2, 3].map((i) => (setup.db[i] === undefined ? 0n : resolve(setup.db[i]))),
    dr6: parseHex(setup.dr6),
    dr7: parseHex(setup.dr7),
  }
  let delivered = 0
  let runs = 0
  let done = 0
  let state: GuestState | null = null
  const deliver = (upTo: number): void => {
    for (; delivered < upTo; delivered++) events.push(...loggedEvents(records[delivered]!, view, csBase))
  }
  for (const event of observed.events) {
    if (event.kind === 'action') {
      const next = actions[done]
      if (!next) continue
      done += 1
      events.push({ kind: 'action', seenBy: 'host', ...next, result: event.what as 'ok' })
      if (event.what === 'ok') view = afterAction(view, next.action, resolve as (v: never) => bigint)
      continue
    }
    state = stateOf(event.fields, setup.mode)
    deliver(recordsAt(state, records, setup.onDebugException))
    view = { ...view, db: state.db, dr6: state.dr6, dr7: state.dr7 }
    const exit: ExitEvent = { kind: 'exit', seenBy: 'host', run: runs, exit: visibleExit(event), state, view }
    events.push(exit)
    runs += 1
  }
  deliver(records.length)
  return {
    events,
    ending: observed.ending as Ending,
    state: state ?? stateOf({}, setup.mode),
    log: Buffer.from(observed.log, 'hex'),
    consulted: new Map(),
  }
}
