/**
 * A guest as the words of the line protocol describe it (`../kvm/README.md`, “Set-up”), and what is particular to the
 * architecture that it runs on.
 */
import { bad, bytesAt, number, pairs, type Word } from '../model/words.ts'
import type { RegisterField, Registers, Stub } from './stub.ts'

/** Where a guest has ended: its program counter lies in [from, to). */
export interface Ended {
  readonly ending: string
  readonly from: bigint
  readonly to: bigint
}

/** What a guest begins with. */
export interface Guest {
  /** RAM, from `GuestMachine.ram` on. */
  readonly memory: Uint8Array
  /** The fields of `regs=`, `sregs=` and `dregs=`, and the MSRs of `msrs=` by their indices. */
  readonly state: { readonly [word in StateWord]: ReadonlyMap<string, bigint> }
  /** Where its log begins. */
  readonly log: bigint
  /** Where it has ended if it stands there. */
  readonly ended: readonly Ended[]
}

/** What the adapter has to know of an architecture. */
export interface GuestMachine {
  readonly ram: { readonly base: number; readonly size: number }
  /** The registers in the order of their numbers, as far as they are needed. */
  readonly registers: readonly RegisterField[]
  /** The program counter as a debugger has it, and the one in which a reset leaves it. */
  readonly pc: { readonly name: string; readonly afterReset: bigint }
  /** Linear address of the next instruction. */
  readonly pcOf: (registers: Registers, guest: Guest) => bigint
  /** What ends a program is a loop; otherwise it halts. */
  readonly endsInLoop: boolean
  /** The register that points behind the guest's log. */
  readonly logPointer: string
  /**
   * Brings a machine that was reset to where the guest begins; nothing of it is executed.
   *
   * @param usesKvm KVM shall have the registers too.
   * @throws SetUpFailed
   */
  readonly enter: (stub: Stub, guest: Guest, usesKvm: boolean) => Promise<void>
}

/** The machine does not get to where the guest begins. */
export class SetUpFailed extends Error {}

const STATE_WORDS = ['regs', 'sregs', 'dregs', 'msrs'] as const
type StateWord = (typeof STATE_WORDS)[number]
const isStateWord = (name: string): name is StateWord => (STATE_WORDS as readonly string[]).includes(name)

/** Words that say nothing here: QEMU's own CPUID is not changed, and a debugger's commands come to an end. */
const NOT_NEEDED: readonly string[] = ['cpuid', 'runs', 'stop-write']

/** Writes to memory; returns whether there is RAM. */
const store = (memory: Uint8Array, base: number, argument: string, what: string): boolean => {
  const { at, bytes } = bytesAt(argument, what)
  const offset = Number(at) - base
  if (offset < 0 || offset + bytes.length / 2 > memory.length) return false
  memory.set(Buffer.from(bytes, 'hex'), offset)
  return true
}

/** The memory that words describe; `null` for that of another architecture, which has its RAM elsewhere. */
export const memoryOf = ({ ram }: GuestMachine, words: readonly Word[]): Uint8Array | null => {
  const memory = new Uint8Array(ram.size)
  for (const [name, argument] of words) {
    if (name !== 'mem') bad(`${name}: not a word of an image`)
    if (!store(memory, ram.base, argument, name)) return null
  }
  return memory
}

const endedOf = (argument: string, what: string): Ended => {
  const [ending = '', from, to] = argument.split(',')
  return { ending, from: number(from, what), to: number(to, what) }
}

/** The guest that the words of a set-up describe. */
export const guestOf = (
  { ram }: GuestMachine,
  words: readonly Word[],
  images: ReadonlyMap<bigint, Uint8Array | null>,
): Guest => {
  const memory = new Uint8Array(ram.size)
  const state = { regs: new Map(), sregs: new Map(), dregs: new Map(), msrs: new Map() }
  const ended: Ended[] = []
  let log = 0n
  for (const [name, argument] of words) {
    if (name === 'image') memory.set(images.get(number(argument, name)) ?? bad('image: there is none'))
    else if (name === 'mem') {
      if (!store(memory, ram.base, argument, name)) bad('mem: there is no RAM')
    } else if (name === 'log') log = number(argument, name)
    else if (name === 'stop') ended.push(endedOf(argument, name))
    else if (isStateWord(name))
      for (const [field, value] of pairs(argument, name)) state[name].set(field, value)
    else if (!NOT_NEEDED.includes(name)) bad(`${name}: a debugger cannot set it`)
  }
  return { memory, state, log, ended }
}

/** A field of a set-up; 0 if it is not there. */
export const field = (fields: ReadonlyMap<string, bigint>, name: string): bigint => fields.get(name) ?? 0n
