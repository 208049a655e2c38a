/**
 * QEMU's gdbstub, asked for what a debugger asks for: registers, memory, breakpoints, steps.
 */
import {
  BREAKPOINT_KINDS,
  type BreakpointKind,
  type Stop,
  type StopReason,
} from '../../../model/vmm/index.ts'
import type { GdbClient } from './client.ts'

/** A register of the description that QEMU gives GDB. */
export interface RegisterField {
  readonly name: string
  /** Bytes in the answer to `g`; in the order of their numbers. */
  readonly size: number
}

/** Registers by their names. */
export type Registers = ReadonlyMap<string, bigint>

/** How the target stopped. */
export interface Stopped {
  /** The packet without what it says of the thread: `T05`, `T05watch:…;`. */
  readonly reply: string
  /** GDB's number: 05 SIGTRAP, 02 SIGINT, 03 SIGQUIT, 06 SIGABRT. */
  readonly signal: string
  /** The watchpoint that was met, with the address that the stub names. */
  readonly watch: Stop | null
}

const WATCHPOINTS: { readonly [word: string]: StopReason } = {
  watch: 'write-watchpoint',
  rwatch: 'read-watchpoint',
  awatch: 'access-watchpoint',
}

/** A stop reply; `null` if it is none. */
export const parseStop = (packet: string): Stopped | null => {
  const found = /^T([0-9a-f]{2})((?:[a-z]+:[^;]*;)*)$/.exec(packet)
  if (!found) return null
  const [, signal = '', words = ''] = found
  const [watch, word = '', address] = /(?:^|;)([ra]?watch):([0-9a-f]+);/.exec(words) ?? []
  if (!watch) return { reply: `T${signal}`, signal, watch: null }
  const reply = `T${signal}${word}:${address};`
  return { reply, signal, watch: { reason: WATCHPOINTS[word]!, address: BigInt(`0x${address}`) } }
}

const readPacket = (address: bigint, length: number): string =>
  `m${address.toString(16)},${length.toString(16)}`
const writePacket = (address: bigint, bytes: Uint8Array): string =>
  `M${address.toString(16)},${bytes.length.toString(16)}:${Buffer.from(bytes).toString('hex')}`

const littleEndian = (hex: string): bigint =>
  BigInt(`0x${Buffer.from(hex, 'hex').reverse().toString('hex') || '0'}`)
const littleEndianText = (value: bigint, size: number): string =>
  Buffer.from(
    value
      .toString(16)
      .padStart(2 * size, '0')
      .slice(-2 * size),
    'hex',
  )
    .reverse()
    .toString('hex')

const SIGINT = '02'
/** Looks at the program counter until a reset is given up; it is mostly done at the first. */
const MOST_POLLS = 2000

/** Bytes in one packet: QEMU counts their hex digits, and takes 4096 of them at least. */
const CHUNK = 0x400

export class Stub {
  readonly #client: GdbClient
  readonly #fields: readonly RegisterField[]

  /** @param fields of the target's registers as far as they are needed, in the order of their numbers. */
  constructor(client: GdbClient, fields: readonly RegisterField[]) {
    this.#client = client
    this.#fields = fields
  }

  /** What every debugger says first. */
  async greet(): Promise<void> {
    await this.#client.ask('qSupported:multiprocess+', 'Hg0')
  }

  /**
   * Reads the registers. On KVM this is what fetches them from the kernel: before it `P` and `p` concern those of the
   * stop before (QEMU, `gdbstub.c`: only `g` and `G` synchronise).
   */
  async registers(): Promise<Registers> {
    const [text = ''] = await this.#client.ask('g')
    let at = 0
    return new Map(
      this.#fields.map(({ name, size }) => {
        const value = littleEndian(text.slice(at, at + 2 * size))
        at += 2 * size
        return [name, value]
      }),
    )
  }

  /** Writes registers in their order. */
  async writeRegisters(values: readonly (readonly [name: string, value: bigint])[]): Promise<void> {
    const answers = await this.#client.ask(
      ...values.map(([name, value]) => {
        const n = this.#fields.findIndex((field) => field.name === name)
        return `P${n.toString(16)}=${littleEndianText(value, this.#fields[n]!.size)}`
      }),
    )
    this.#expectOk(answers, 'P')
  }

  async writeMemory(address: number, bytes: Uint8Array): Promise<void> {
    const packets: string[] = []
    for (let at = 0; at < bytes.length; at += CHUNK)
      packets.push(writePacket(BigInt(address + at), bytes.subarray(at, at + CHUNK)))
    this.#expectOk(await this.#client.ask(...packets), 'M')
  }

  /** Memory that is there. */
  async readMemory(address: bigint, size: number): Promise<Uint8Array> {
    const packets: string[] = []
    for (let at = 0; at < size; at += CHUNK)
      packets.push(readPacket(address + BigInt(at), Math.min(CHUNK, size - at)))
    const text = (await this.#client.ask(...packets)).join('')
    return text.length === 2 * size
      ? Buffer.from(text, 'hex')
      : this.#client.fail(`m: ${JSON.stringify(text.slice(0, 40))}`)
  }

  /** The stub's answer to `m`. */
  async askMemory(address: bigint, length: number): Promise<string> {
    const [answer = ''] = await this.#client.ask(readPacket(address, length))
    return answer
  }

  /** The stub's answer to `M`. */
  async tellMemory(address: bigint, bytes: Uint8Array): Promise<string> {
    const [answer = ''] = await this.#client.ask(writePacket(address, bytes))
    return answer
  }

  /** Inserts or removes a breakpoint; the stub's answer. */
  async breakpoint(
    how: 'insert' | 'remove',
    kind: BreakpointKind,
    address: bigint,
    length: number,
  ): Promise<string> {
    const packet = `${how === 'insert' ? 'Z' : 'z'}${BREAKPOINT_KINDS.indexOf(kind)}`
    const [answer = ''] = await this.#client.ask(`${packet},${address.toString(16)},${length.toString(16)}`)
    return answer
  }

  /** Steps or continues; `null` if the target had to be stopped. */
  async resume(how: 'step' | 'continue', within: number): Promise<Stopped | null> {
    const { reply, interrupted } = await this.#client.resume(how === 'step' ? 's' : 'c', within)
    const stopped = this.#stopped(reply)
    return interrupted && stopped.signal === SIGINT ? null : stopped
  }

  #stopped(reply: string): Stopped {
    const stopped = parseStop(reply)
    return stopped ?? this.#client.fail(`expected a stop, not ${JSON.stringify(reply.slice(0, 40))}`)
  }

  /** Resets the machine, and waits until it is done. The registers are those of the reset. */
  async reset(pc: { readonly name: string; readonly afterReset: bigint }): Promise<void> {
    // The monitor only asks for it; it is done when the program counter is the reset's.
    await this.registers()
    await this.writeRegisters([[pc.name, pc.afterReset ^ 0x10n]])
    await this.#client.monitor('system_reset')
    for (let tries = 0; tries < MOST_POLLS; tries++)
      if ((await this.registers()).get(pc.name) === pc.afterReset) return
    this.#client.fail('the machine does not reset')
  }

  /** Detaches: the stub removes all breakpoints, and the target runs with nobody attached. */
  async detach(): Promise<void> {
    this.#expectOk(await this.#client.ask('D;1'), 'D')
  }

  /** Stops the target, and attaches to it. */
  async attach(): Promise<void> {
    this.#client.interrupt()
    const [reply = ''] = await this.#client.ask('vAttach;1')
    this.#stopped(reply)
  }

  /** Removes all breakpoints, whoever has inserted them. */
  async removeBreakpoints(): Promise<void> {
    await this.detach()
    await this.attach()
  }

  /** Whether the target has come to a state that only a reset ends. */
  async isBroken(): Promise<boolean> {
    return /internal-error|shutdown/.test(await this.#client.monitor('info status'))
  }

  #expectOk(answers: readonly string[], what: string): void {
    const bad = answers.find((answer) => answer !== 'OK')
    if (bad !== undefined) this.#client.fail(`${what}: ${JSON.stringify(bad)}`)
  }
}
