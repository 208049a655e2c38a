/**
 * Software breakpoints: trap instructions that the VMM writes over guest memory, and what both sides see of them. Bytes are
 * text, two hex digits each, as in programs.
 */
import type { Context } from '../rules.ts'

/** A software breakpoint that is inserted. */
export interface Planted {
  readonly address: bigint
  /** What the trap instruction was written over. */
  readonly saved: string
  /** How often it was inserted and not removed. */
  readonly uses: number
}

export interface UnplantInput {
  readonly saved: string
  /** What guest memory holds there now; `null` if it cannot be read. */
  readonly current: string | null
  /** The trap instruction. */
  readonly trap: string
  /** The guest has written there since, as far as the VMM can know: then a trap instruction there is its own. */
  readonly guestWrote: boolean
}

export interface UnplantResult {
  /** `refused`: an error, and the breakpoint stays in the list. */
  readonly result: 'ok' | 'refused'
  /** What is written; `null` if memory stays as it is. */
  readonly restore: string | null
}

/**
 * The end of a software breakpoint. The saved bytes come back only over the VMM’s own trap instruction: over anything else
 * they would be stale.
 */
export const unplant = (
  { saved, current, trap, guestWrote }: UnplantInput,
  { choose }: Context,
): UnplantResult => {
  if (current === trap && !guestWrote) return { result: 'ok', restore: saved }
  return { result: choose('overwrittenSite') === 'gone' ? 'ok' : 'refused', restore: null }
}

export interface MemoryInput {
  readonly address: bigint
  /** What guest memory holds from `address` on; for a write, what the debugger writes. */
  readonly bytes: string
  readonly planted: readonly Planted[]
  /** The trap instruction. */
  readonly trap: string
}

/** For each byte of [address, …) the breakpoint that it belongs to, and which of its bytes it is. */
const siteOf = (
  { planted, trap }: Pick<MemoryInput, 'planted' | 'trap'>,
  at: bigint,
): { readonly index: number; readonly byte: number } | null => {
  const index = planted.findIndex(
    ({ address, saved }) => at >= address && at < address + BigInt(Math.min(saved.length, trap.length) / 2),
  )
  return index < 0 ? null : { index, byte: Number(at - planted[index]!.address) }
}

const byteOf = (text: string, n: number): string => text.slice(2 * n, 2 * n + 2)
const withByte = (text: string, n: number, byte: string): string =>
  text.slice(0, 2 * n) + byte + text.slice(2 * n + 2)

/** What the debugger reads: the guest’s own bytes, where the VMM’s trap instruction still lies over them. */
export const memoryShown = ({ address, bytes, planted, trap }: MemoryInput): string => {
  let shown = bytes
  for (let n = 0; n < bytes.length / 2; n++) {
    const site = siteOf({ planted, trap }, address + BigInt(n))
    if (site && byteOf(bytes, n) === byteOf(trap, site.byte))
      shown = withByte(shown, n, byteOf(planted[site.index]!.saved, site.byte))
  }
  return shown
}

export interface MemoryWrittenResult {
  /** What goes to guest memory. */
  readonly memory: string
  /** The saved bytes of each breakpoint afterwards. */
  readonly saved: readonly string[]
}

/** What the debugger’s write does: under a breakpoint it changes the guest’s own bytes, and the trap instruction stays. */
export const memoryWritten = ({ address, bytes, planted, trap }: MemoryInput): MemoryWrittenResult => {
  let memory = bytes
  const saved = planted.map((each) => each.saved)
  for (let n = 0; n < bytes.length / 2; n++) {
    const site = siteOf({ planted, trap }, address + BigInt(n))
    if (!site) continue
    memory = withByte(memory, n, byteOf(trap, site.byte))
    saved[site.index] = withByte(saved[site.index]!, site.byte, byteOf(bytes, n))
  }
  return { memory, saved }
}

export interface RemoveUseInput {
  /** How often the breakpoint was inserted and not removed; 0 if it is not inserted. */
  readonly uses: number
}

export interface RemoveUseResult {
  readonly result: 'ok' | 'absent'
  readonly uses: number
  /** The last one is gone: the trap instruction is taken away. */
  readonly unplant: boolean
}

/** Removing a software breakpoint: as often as it was inserted. */
export const removeUse = ({ uses }: RemoveUseInput): RemoveUseResult =>
  uses === 0
    ? { result: 'absent', uses, unplant: false }
    : { result: 'ok', uses: uses - 1, unplant: uses === 1 }
