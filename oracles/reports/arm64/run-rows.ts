/**
 * The lines of a run's table on arm64.
 */
import {
  CONTROL_FLAGS,
  type DebugRegisters,
  type DebugView,
  type DeliveryEvent,
  type GuestReadEvent,
  type InstructionEvent,
  type Layout,
  layOut,
  NO_SLOT,
  OSLSR_EL1,
  type Program,
  type Run,
  type RunEvent,
  SPSR,
} from '../../../model/arm64/index.ts'
import { changedFields, shortHex } from '../../../model/bits.ts'
import { type Change, foldRepeats, type Row, RowBuilder, type RowOptions } from '../run-rows.ts'
import { ENDING_TEXT, resolvedAssembly } from './disassembly.ts'
import {
  actionText,
  deliveryText,
  entryText,
  exitText,
  guestText,
  handlerAt,
  mdscrChanges,
  resultText,
} from './event-text.ts'

/** What is compared to find changes. */
interface Snapshot extends DebugView {
  readonly pstate: bigint
}

type Owner = 'host-registers' | 'guest-registers' | 'pstate'

const slotChanges = (
  owner: Owner,
  prefix: string,
  before: DebugRegisters,
  after: DebugRegisters,
): Change<Owner>[] => {
  if (before === after) return []
  const kinds = [
    ['breakpoints', 'DBGB'],
    ['watchpoints', 'DBGW'],
  ] as const
  return kinds.flatMap(([kind, name]) => {
    const count = Math.max(before[kind].length, after[kind].length)
    return Array.from({ length: count }, (_, n) => n).flatMap((n) => {
      const [a, b] = [before[kind][n] ?? NO_SLOT, after[kind][n] ?? NO_SLOT]
      const change = (part: 'CR' | 'VR', from: bigint, to: bigint): Change<Owner>[] =>
        from === to ? [] : [{ owner, text: `${prefix}${name}${part}${n} ${shortHex(from)}→${shortHex(to)}` }]
      return [...change('CR', a.control, b.control), ...change('VR', a.value, b.value)]
    })
  })
}

/** Of PSTATE only what takes part in debugging. */
const PSTATE = { ...SPSR, fields: SPSR.fields.filter(({ name }) => name === 'SS' || name === 'D') }

const changesBetween = (before: Snapshot, after: Snapshot): Change<Owner>[] => {
  const guests = (texts: readonly string[]): Change<Owner>[] =>
    texts.map((text) => ({ owner: 'guest-registers', text }))
  return [
    ...Object.entries(CONTROL_FLAGS).flatMap(([name, flag]): Change<Owner>[] =>
      (before.control ^ after.control) & flag
        ? [{ owner: 'host-registers', text: `${after.control & flag ? '+' : '−'}${name}` }]
        : [],
    ),
    ...slotChanges('host-registers', 'host ', before.host, after.host),
    ...guests(mdscrChanges(before.mdscr, after.mdscr)),
    ...guests(changedFields(OSLSR_EL1, before.oslsr, after.oslsr).map((text) => `OSLSR_EL1.${text}`)),
    ...slotChanges('guest-registers', '', before.registers, after.registers),
    ...changedFields(PSTATE, before.pstate, after.pstate).map(
      (text): Change<Owner> => ({ owner: 'pstate', text: `PSTATE.${text}` }),
    ),
  ]
}

/** The actions that can change something, when several stand between two looks at the registers. */
const ownersOf = (event: RunEvent): readonly Owner[] => {
  if (event.kind !== 'action' || event.result !== 'ok') return []
  const { action } = event
  if (action.do === 'set-guest-debug') return ['host-registers']
  if (action.do === 'set-one-reg') return action.register === 'pstate' ? ['pstate'] : ['guest-registers']
  if (action.do === 'save-restore') return ['host-registers', 'guest-registers', 'pstate']
  if (action.do === 'write-back') return ['guest-registers', 'pstate']
  return []
}

const initialSnapshot = ({ setup, registers }: Layout): Snapshot => ({
  control: 0,
  host: { breakpoints: [], watchpoints: [] },
  mdscr: BigInt(setup.mdscr),
  oslsr: OSLSR_EL1.reset | (setup.osLock ? 2n : 0n),
  registers: registers(setup),
  pstate: BigInt(setup.pstate),
})

const instructionText = (event: InstructionEvent, program: Program, layout: Layout): string => {
  const { address, op, access, emulated } = event
  const index = layout.addresses.indexOf(address)
  const instruction = program.code[index]
  const isEnd = index === program.code.length
  const text = isEnd ? ENDING_TEXT : instruction?.op === op ? resolvedAssembly(instruction, layout) : op
  const notes = [
    ...(isEnd ? ['end of the program'] : []),
    ...(access && !isEnd ? [`${access.kind} ${shortHex(access.address)}+${access.size}`] : []),
    ...(emulated ? ['emulated'] : []),
  ]
  return `${shortHex(address)}  ${text}${notes.length === 0 ? '' : `  ; ${notes.join(', ')}`}`
}

/** Whether a handler reads what the line of its exception says already. */
const repeats = ({ esr, far, elr, spsr }: DeliveryEvent, { what, value }: GuestReadEvent): boolean =>
  (what === 'esr_el1' && value === esr) ||
  (what === 'far_el1' && far === null) ||
  (what === 'far_el1' && value === far) ||
  (what === 'elr_el1' && value === elr) ||
  (what === 'spsr_el1' && value === spsr)

/** The steps through a handler differ in their addresses. */
const withoutHandlerAddress = (what: string): string =>
  what.replace(/0x[0-9a-f]+ (?=\(in the handler of)/, '')

/** The lines of the table. */
export const runRows = (program: Program, run: Run, { verbose = false }: RowOptions = {}): readonly Row[] => {
  const layout = layOut(program)
  const table = new RowBuilder<Snapshot, Owner>(initialSnapshot(layout), changesBetween)
  let taken: DeliveryEvent | null = null
  for (const [i, event] of run.events.entries()) {
    if (event.kind !== 'action') table.run()
    switch (event.kind) {
      case 'action': {
        const { action, result, value } = event
        const text = actionText(action, layout) + resultText(action, result, value)
        table.add('host', text, 'host', i, ownersOf(event))
        break
      }
      case 'entry':
        // PSTATE is the hardware's from here to the exit; before and after it is what KVM_GET_ONE_REG shows.
        table.add('kvm', entryText(event), '', i, ['pstate'])
        table.look({ ...event.view, pstate: event.pstate })
        break
      case 'instruction': {
        const { address, view, pstate } = event
        table.look({ ...view, pstate })
        const handler = handlerAt(address)
        if (verbose || handler === null) table.add('guest', instructionText(event, program, layout), '', i)
        else table.handle(handler, i)
        break
      }
      case 'guest-read':
        if (!verbose && taken && repeats(taken, event)) table.absorb(i)
        else table.learn(guestText(event), i)
        break
      case 'guest-write':
        table.learn(guestText(event), i)
        break
      case 'delivery':
        taken = event
        table.look({ ...event.view, pstate: event.pstate })
        table.add(event.source === 'injected' ? 'kvm' : 'guest', deliveryText(event), 'guest', i)
        break
      case 'exit':
        table.look({ ...event.view, pstate: table.before.pstate })
        table.exit()
        table.add('kvm', exitText(event), 'host', i, ['pstate'])
        table.look({ ...event.view, pstate: event.state.pstate })
        break
      case 'unpredictable':
        table.add('kvm', 'what follows is CONSTRAINED UNPREDICTABLE', '', i)
        break
    }
  }
  return verbose ? table.rows : foldRepeats(table.rows, withoutHandlerAddress)
}
