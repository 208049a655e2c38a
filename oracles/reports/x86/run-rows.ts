/**
 * The lines of a run's table on x86.
 */
import { changedFields, type Register, shortHex } from '../../../model/bits.ts'
import { GUESTDBG } from '../../../model/kvm/guest-debug.ts'
import { CODE_SIZE, HANDLERS } from '../../../model/x86/contract.ts'
import { assembly } from '../../../model/x86/instructions.ts'
import { type Layout, layOut } from '../../../model/x86/layout.ts'
import type { Program } from '../../../model/x86/program.ts'
import { DR6, DR7, legaliseDr7 } from '../../../model/x86/registers.ts'
import type { InterruptShadow } from '../../../model/x86/rules/step.ts'
import type { Access, DebugView, InstructionEvent, Run, RunEvent } from '../../../model/x86/run.ts'
import { type Change, foldRepeats, type Row, RowBuilder, type RowOptions } from '../run-rows.ts'
import { actionText, DEBUG_FLAGS, deliveryText, exitText, guestText, handlerName } from './event-text.ts'

/** What is compared to find changes. */
interface Snapshot extends DebugView {
  readonly rflags: number
}

type Owner = 'host-registers' | 'guest-registers' | 'flags'

const fieldsOf = (
  owner: Owner,
  prefix: string,
  reg: Register,
  before: bigint,
  after: bigint,
): Change<Owner>[] =>
  before === after
    ? []
    : changedFields(
        { ...reg, fields: reg.fields.filter(({ access }) => access !== 'fixed-1') },
        before,
        after,
      ).map((text) => ({ owner, text: `${prefix}.${text}` }))

const addressesOf = (
  owner: Owner,
  prefix: string,
  before: readonly bigint[],
  after: readonly bigint[],
): Change<Owner>[] =>
  after.flatMap((address, i) =>
    address === before[i]
      ? []
      : [{ owner, text: `${prefix}${i} ${shortHex(before[i]!)}→${shortHex(address)}` }],
  )

const changesBetween = (before: Snapshot, after: Snapshot): Change<Owner>[] => [
  ...Object.entries(GUESTDBG).flatMap(([name, flag]): Change<Owner>[] =>
    (before.control ^ after.control) & flag
      ? [{ owner: 'host-registers', text: `${after.control & flag ? '+' : '−'}${name}` }]
      : [],
  ),
  ...addressesOf('host-registers', 'host DR', before.hostDb, after.hostDb),
  ...fieldsOf('host-registers', 'host DR7', DR7, before.hostDr7, after.hostDr7),
  ...addressesOf('guest-registers', 'DR', before.db, after.db),
  ...fieldsOf('guest-registers', 'DR6', DR6, before.dr6, after.dr6),
  ...fieldsOf('guest-registers', 'DR7', DR7, before.dr7, after.dr7),
  ...DEBUG_FLAGS.flatMap(([name, flag]): Change<Owner>[] =>
    (before.rflags ^ after.rflags) & flag
      ? [{ owner: 'flags', text: `${name} ${before.rflags & flag ? '1→0' : '0→1'}` }]
      : [],
  ),
]

/** The actions that can change something, when several stand between two looks at the registers. */
const ownersOf = (event: RunEvent): readonly Owner[] => {
  if (event.kind !== 'action' || event.result !== 'ok') return []
  const { action } = event
  if (action.do === 'set-guest-debug') return ['host-registers']
  if (action.do === 'set-registers') return ['flags']
  if (action.do === 'set-debug-registers') return ['guest-registers']
  if (action.do === 'save-restore') return ['host-registers', 'guest-registers', 'flags']
  if (action.do === 'write-back') return action.state === 'registers' ? ['flags'] : ['guest-registers']
  return []
}

const initialSnapshot = ({ setup }: Program, layout: Layout): Snapshot => ({
  control: 0,
  hostDb: [0n, 0n, 0n, 0n],
  hostDr7: 0n,
  db: [0, 1, 2, 3].map((i) => (setup.db?.[i] === undefined ? 0n : layout.value(setup.db[i]))),
  dr6: BigInt(setup.dr6 ?? DR6.reset),
  dr7: legaliseDr7(BigInt(setup.dr7 ?? DR7.reset)),
  rflags: Number(setup.rflags ?? 2),
})

const inHandler = (event: RunEvent | undefined): event is InstructionEvent =>
  event?.kind === 'instruction' && event.address >= HANDLERS && event.address < HANDLERS + CODE_SIZE

const MEMORY_OPS = new Set(['load', 'store', 'inc', 'rep-movsb', 'rep-stosb'])

/** What an instruction accessed; what follows on another access of the same kind is one with it. */
const accessTexts = (accesses: readonly Access[]): string[] => {
  const runs: { kind: string; address: bigint; size: number }[] = []
  for (const { kind, address, size } of accesses) {
    const last = runs.findLast((run) => run.kind === kind)
    if (last && last.address + BigInt(last.size) === address) last.size += size
    else runs.push({ kind, address, size })
  }
  return runs.map(({ kind, address, size }) => `${kind} ${shortHex(address)}+${size}`)
}

const SHADOWS: { readonly [S in InterruptShadow]: readonly string[] } = {
  none: [],
  sti: ['in the shadow of STI'],
  'mov-ss': ['in the shadow of MOV SS'],
  'sti-or-mov-ss': ['in an interrupt shadow'],
}

const instructionText = (event: InstructionEvent, program: Program, layout: Layout): string => {
  const { address, op, accesses, shadow } = event
  const index = layout.addresses.indexOf(Number(address))
  const instruction = program.code[index]
  const text = instruction?.op === op ? assembly(instruction, layout.setup.mode) : op
  const notes = [
    ...(index === program.code.length ? ['end of the program'] : []),
    ...(MEMORY_OPS.has(op) ? accessTexts(accesses) : []),
    ...SHADOWS[shadow],
  ]
  return `${shortHex(address)}  ${text}${notes.length === 0 ? '' : `  ; ${notes.join(', ')}`}`
}

/** The lines of the table. */
export const runRows = (program: Program, run: Run, { verbose = false }: RowOptions = {}): readonly Row[] => {
  const layout = layOut(program)
  const table = new RowBuilder<Snapshot, Owner>(initialSnapshot(program, layout), changesBetween)
  for (const [i, event] of run.events.entries()) {
    if (event.kind !== 'action') table.run()
    switch (event.kind) {
      case 'action': {
        const failed = event.result === 'ok' ? '' : ` → ${event.result}`
        table.add('host', `${actionText(event.action, layout)}${failed}`, 'host', i, ownersOf(event))
        break
      }
      case 'instruction': {
        const { view, rflags } = event
        table.look({ ...view, rflags })
        if (verbose || !inHandler(event)) table.add('guest', instructionText(event, program, layout), '', i)
        else table.handle(handlerName(event.address), i)
        break
      }
      case 'guest-read':
      case 'guest-write':
        table.learn(guestText(event), i)
        break
      case 'delivery': {
        const { rflags } = table.before
        table.look({ ...event.view, rflags })
        table.add('kvm', deliveryText(event), 'guest', i)
        table.look({ ...event.view, dr6: event.dr6, dr7: event.dr7, rflags })
        table.reopen()
        break
      }
      case 'exit':
        table.look({ ...event.view, rflags: event.state.rflags })
        table.exit()
        table.add('kvm', exitText(event), 'host', i)
        break
      case 'unpredictable':
        table.add('kvm', 'what follows is undefined by the manual', '', i)
        break
    }
  }
  return verbose ? table.rows : foldRepeats(table.rows)
}
