/**
 * What the debugger sends and is told: packets of the GDB remote protocol, and how it gets past its own breakpoints.
 * Source: GDB manual, “GDB Remote Serial Protocol”; QEMU 7.2 gdbstub (measured).
 */
import { hex } from '../../bits.ts'
import type { BreakpointKind, GuestName } from '../program.ts'
import type { Stop, StopReason } from '../run.ts'
import type { Refusal } from './hardware.ts'

/** What becomes of an insert or a remove. */
export type RequestResult = 'ok' | Refusal | 'unmapped' | 'absent' | 'refused'

export interface RequestReplyInput {
  readonly result: RequestResult
}

/** The reply to Z and z: empty for what the stub does not support, E22 for whatever else it refuses. */
export const requestReply = ({ result }: RequestReplyInput): string =>
  result === 'ok' ? 'OK' : result === 'unsupported' ? '' : 'E22'

const WATCHED: { readonly [R in StopReason]?: string } = {
  'write-watchpoint': 'watch',
  'read-watchpoint': 'rwatch',
  'access-watchpoint': 'awatch',
}

/** The signals of what is no SIGTRAP. */
const SIGNALS: { readonly [R in StopReason]?: string } = { 'internal-error': 'T06', shutdown: 'T03' }

/** The packet that tells of a stop, without its thread: a watchpoint is named by its base. */
export const stopReply = ({ reason, address }: Stop): string => {
  const watched = WATCHED[reason]
  if (watched !== undefined) return `T05${watched}:${hex(address).slice(2)};`
  return SIGNALS[reason] ?? 'T05'
}

/** A breakpoint that the debugger has inserted. */
export interface Inserted {
  readonly kind: BreakpointKind
  readonly address: bigint
  readonly length: number
}

export interface StepOverInput {
  readonly guest: GuestName
  readonly pc: bigint
  readonly inserted: readonly Inserted[]
  /** Why the guest stands; `null` before it has run. */
  readonly stop: Stop | null
}

/**
 * What is removed before the step and inserted again after it: the breakpoints at the PC. On arm64, where a watchpoint stops
 * before the access, those that it stopped for as well.
 */
export const stepOver = ({ guest, pc, inserted, stop }: StepOverInput): readonly Inserted[] =>
  inserted.filter(({ kind, address }) =>
    kind === 'software' || kind === 'execute'
      ? address === pc
      : guest === 'arm64' && stop !== null && WATCHED[stop.reason] !== undefined && address === stop.address,
  )
