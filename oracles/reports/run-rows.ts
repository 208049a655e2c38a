/**
 * The lines of a run's table: who acts, what happens, which register bits changed, who observes it.
 */
import { changedFields, type Register, shortHex } from '../../model/bits.ts'
import { GUESTDBG } from '../../model/kvm/guest-debug.ts'
import { CODE_SIZE, HANDLERS } from '../../model/x86/contract.ts'
import { assembly } from '../../model/x86/instructions.ts'
import { type Layout, layOut } from '../../model/x86/layout.ts'
import type { Program } from '../../model/x86/program.ts'
import { DR6, DR7, legaliseDr7 } from '../../model/x86/registers.ts'
import type { InterruptShadow } from '../../model/x86/rules/step.ts'
import type { Access, DebugView, InstructionEvent, Run, RunEvent } from '../../model/x86/run.ts'
import { actionText, DEBUG_FLAGS, deliveryText, exitText, guestText, handlerName } from './event-text.ts'

/** One line of the table, before it is laid out. */
export interface Row {
  readonly who: 'host' | 'guest' | 'kvm' | ''
  what: string
  /** Register bits that changed: `DR6.B0 0→1`. */
  readonly changes: string[]
  seenBy: 'host' | 'guest' | ''
  /** Indices of the events that the row stands for. */
  readonly events: number[]
}

export interface RowOptions {
  /** Every instruction of the guest's handlers on a line of its own, and every repetition. */
  readonly verbose?: boolean
}

/** What is compared to find changes. */
interface Snapshot extends DebugView {
  readonly rflags: number
}

type Owner = 'host-registers' | 'guest-registers' | 'flags'
interface Change {
  readonly owner: Owner
  readonly text: string
}

const fieldsOf = (owner: Owner, prefix: string, reg: Register, before: bigint, after: bigint): Change[] =>
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
): Change[] =>
  after.flatMap((address, i) =>
    address === before[i]
      ? []
      : [{ owner, text: `${prefix}${i} ${shortHex(before[i]!)}→${shortHex(address)}` }],
  )

const changesBetween = (before: Snapshot, after: Snapshot): Change[] => [
  ...Object.entries(GUESTDBG).flatMap(([name, flag]): Change[] =>
    (before.control ^ after.control) & flag
      ? [{ owner: 'host-registers', text: `${after.control & flag ? '+' : '−'}${name}` }]
      : [],
  ),
  ...addressesOf('host-registers', 'host DR', before.hostDb, after.hostDb),
  ...fieldsOf('host-registers', 'host DR7', DR7, before.hostDr7, after.hostDr7),
  ...addressesOf('guest-registers', 'DR', before.db, after.db),
  ...fieldsOf('guest-registers', 'DR6', DR6, before.dr6, after.dr6),
  ...fieldsOf('guest-registers', 'DR7', DR7, before.dr7, after.dr7),
  ...DEBUG_FLAGS.flatMap(([name, flag]): Change[] =>
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

/** Consecutive instructions of one handler, on one line. */
interface Visit {
  readonly row: Row
  readonly name: string
  count: number
  /** What the guest read or tried to write. */
  readonly learned: string[]
}

/** The lines of the table. */
export const runRows = (program: Program, run: Run, { verbose = false }: RowOptions = {}): readonly Row[] => {
  const layout = layOut(program)
  const rows: Row[] = []
  let before = initialSnapshot(program, layout)
  /** The rows since `before` was taken, with what each of them can have changed. */
  let since: { readonly row: Row; readonly owners: readonly Owner[] }[] = []
  let visit = null as Visit | null
  let running = false

  const add = (
    who: Row['who'],
    what: string,
    seenBy: Row['seenBy'],
    index?: number,
    event?: RunEvent,
  ): Row => {
    const row: Row = { who, what, changes: [], seenBy, events: index === undefined ? [] : [index] }
    rows.push(row)
    since.push({ row, owners: event ? ownersOf(event) : [] })
    return row
  }
  const look = (view: DebugView, rflags: number): void => {
    const now = { ...view, rflags }
    for (const { owner, text } of changesBetween(before, now)) {
      const { row } = since.findLast(({ owners }) => owners.includes(owner)) ?? since.at(-1) ?? {}
      row?.changes.push(text)
    }
    before = now
    since = []
  }
  const describeVisit = (): void => {
    if (!visit) return
    const instructions = visit.count === 1 ? '1 instruction' : `${visit.count} instructions`
    const learned = visit.learned.length === 0 ? '' : `: ${visit.learned.join('; ')}`
    visit.row.what = `${visit.name} handler, ${instructions}${learned}`
  }

  for (const [i, event] of run.events.entries()) {
    if (event.kind !== 'action' && !running) {
      running = true
      add('host', 'KVM_RUN', '')
    }
    if (event.kind !== 'instruction' && event.kind !== 'guest-read' && event.kind !== 'guest-write')
      visit = null
    switch (event.kind) {
      case 'action': {
        const failed = event.result === 'ok' ? '' : ` → ${event.result}`
        add('host', `${actionText(event.action, layout)}${failed}`, 'host', i, event)
        break
      }
      case 'instruction': {
        look(event.view, event.rflags)
        if (verbose || !inHandler(event)) {
          visit = null
          add('guest', instructionText(event, program, layout), '', i)
          break
        }
        const name = handlerName(event.address)
        if (visit?.name === name) {
          visit.count += 1
          visit.row.events.push(i)
          since.push({ row: visit.row, owners: [] })
        } else visit = { row: add('guest', '', '', i), name, count: 1, learned: [] }
        describeVisit()
        break
      }
      case 'guest-read':
      case 'guest-write': {
        const text = guestText(event)
        const own = rows.at(-1)
        if (visit) {
          visit.learned.push(text)
          visit.row.events.push(i)
          visit.row.seenBy = 'guest'
          describeVisit()
        } else if (own?.who === 'guest' && own.seenBy === '') {
          own.what += `: ${text}`
          own.seenBy = 'guest'
          own.events.push(i)
        } else add('guest', text, 'guest', i)
        break
      }
      case 'delivery': {
        look(event.view, before.rflags)
        add('kvm', deliveryText(event), 'guest', i)
        look({ ...event.view, dr6: event.dr6, dr7: event.dr7 }, before.rflags)
        since.push({ row: rows.at(-1)!, owners: [] })
        break
      }
      case 'exit':
        look(event.view, event.state.rflags)
        running = false
        add('kvm', exitText(event), 'host', i)
        break
      case 'unpredictable':
        add('kvm', 'what follows is undefined by the manual', '', i)
        break
    }
  }
  return verbose ? rows : foldRepeats(rows)
}

/** What a row says apart from the notes behind an instruction: iterations of REP differ in their addresses. */
const gist = (row: Row): string => [row.who, row.what.split('  ;')[0], row.seenBy, ...row.changes].join('\n')

const sameText = (a: Row, b: Row): boolean => gist(a) === gist(b)

/** How often the `length` rows at `start` stand there in a row. */
const repetitions = (rows: readonly Row[], start: number, length: number): number => {
  let end = start + length
  while (end < rows.length && sameText(rows[end]!, rows[end - length]!)) end += 1
  return Math.floor((end - start) / length)
}

const LONGEST_REPEAT = 6
const FEWEST_REPEATS = 4

/** A program that goes round in circles says so in one line. */
const foldRepeats = (rows: readonly Row[]): readonly Row[] => {
  const folded: Row[] = []
  for (let i = 0; i < rows.length; ) {
    const length = Array.from({ length: LONGEST_REPEAT }, (_, k) => k + 1).find(
      (k) => repetitions(rows, i, k) >= FEWEST_REPEATS,
    )
    if (length === undefined) {
      folded.push(rows[i]!)
      i += 1
      continue
    }
    const times = repetitions(rows, i, length)
    const rest = rows.slice(i + length, i + times * length)
    const lines = length === 1 ? 'the line above' : `the ${length} lines above`
    folded.push(...rows.slice(i, i + length), {
      who: '',
      what: `… ${lines}, ${times - 1} times more`,
      changes: [],
      seenBy: '',
      events: rest.flatMap((row) => row.events),
    })
    i += times * length
  }
  return folded
}
