/**
 * A run looked at afterwards: which breakpoints the debugger has at each event, and what the guest did.
 */
import type { RunEvent as Arm64Event } from '../../model/arm64/index.ts'
import {
  type Command,
  type Inserted,
  layOut,
  type Program,
  type Run,
  type RunEvent,
} from '../../model/vmm/index.ts'
import type { RunEvent as X86Event } from '../../model/x86/index.ts'
import type { OfKind } from '../events.ts'

export type Of<Kind extends RunEvent['kind']> = OfKind<RunEvent, Kind>

/** An instruction of the guest, of either machine. */
export type Instruction = Extract<X86Event | Arm64Event, { kind: 'instruction' }>

export const instructionOf = (event: RunEvent): Instruction | null =>
  event.kind === 'machine' && event.event.kind === 'instruction' ? event.event : null

/** An access to memory that an instruction made. */
export interface MemoryAccess {
  readonly kind: 'read' | 'write'
  readonly address: bigint
  readonly size: number
}

export const accessesOf = (instruction: Instruction): readonly MemoryAccess[] =>
  ('accesses' in instruction ? instruction.accesses : instruction.access ? [instruction.access] : []).filter(
    (access): access is MemoryAccess => access.kind === 'read' || access.kind === 'write',
  )

/** Whether [address, address + length) and the bytes of an access have one in common. */
export const overlaps = ({ address, size }: MemoryAccess, at: bigint, length: number): boolean =>
  address < at + BigInt(length) && at < address + BigInt(size)

/** What the debugger has at some point of a run. */
export interface Debugging {
  readonly inserted: readonly Inserted[]
  /** How the guest was last let run; `null` before that. */
  readonly resumed: Of<'resume'>['how'] | null
}

/** Breakpoints with their addresses and the lengths that are meant. */
export const requestOf = (
  program: Program,
  command: Extract<Command, { do: 'insert' | 'remove' }>,
): Inserted => {
  const { architecture, value } = layOut(program)
  const { kind, at } = command
  const request = { kind, address: value(at), length: command.length ?? architecture.lengthOf(kind) }
  return kind === 'software' ? request : (architecture.canonical({ ...request, kind }) as Inserted)
}

export const sameRequest = (a: Inserted, b: Inserted): boolean =>
  a.kind === b.kind && a.address === b.address && (a.kind === 'software' || a.length === b.length)

const NOTHING: Debugging = { inserted: [], resumed: null }

/** What the debugger has after an event. */
const after = (debugging: Debugging, event: RunEvent, program: Program): Debugging => {
  if (event.kind === 'resume')
    return { inserted: event.how === 'detach' ? [] : debugging.inserted, resumed: event.how }
  if (event.kind !== 'command' || event.reply !== 'OK') return debugging
  const { command } = event
  if (command.do !== 'insert' && command.do !== 'remove') return debugging
  const request = requestOf(program, command)
  if (command.do === 'insert') return { ...debugging, inserted: [...debugging.inserted, request] }
  const index = debugging.inserted.findIndex((each) => sameRequest(each, request))
  return { ...debugging, inserted: debugging.inserted.filter((_, n) => n !== index) }
}

/**
 * Goes through a run with what the debugger has before each event.
 *
 * @param visit returns what is wrong, `null` if nothing is.
 */
export const follow = (
  run: Run,
  program: Program,
  visit: (event: RunEvent, debugging: Debugging, index: number) => string | null,
): string | true => {
  let debugging = NOTHING
  for (const [i, event] of run.events.entries()) {
    const wrong = visit(event, debugging, i)
    if (wrong !== null) return wrong
    debugging = after(debugging, event, program)
  }
  return true
}

/** Whether the debugger itself wrote to guest memory: then nothing there is as the guest alone would have it. */
export const writesMemory = ({ script }: Program): boolean =>
  script.flat().some((command) => command.do === 'write-memory')
