/**
 * A debugger that carries out the commands of a program on a stub, and writes down what it is told.
 */

import { setTimeout as pause } from 'node:timers/promises'
import {
  BREAKPOINT_KINDS,
  type BreakpointKind,
  type GuestName,
  type Inserted,
  type Stop,
  stepOver,
} from '../../../model/vmm/index.ts'
import { eventLine } from '../kvm/observation.ts'
import { bad, bytesAt, number, type Word } from '../model/words.ts'
import { commandReply, stopEvent } from '../vmm/observation.ts'
import type { Guest, GuestMachine } from './guest.ts'
import type { Registers, Stopped, Stub } from './stub.ts'

/** A command as the line has it. */
export type Command =
  | { readonly do: 'insert' | 'remove'; readonly breakpoint: Inserted }
  | { readonly do: 'read-memory'; readonly address: bigint; readonly length: number }
  | { readonly do: 'write-memory'; readonly address: bigint; readonly bytes: Uint8Array }
  | { readonly do: 'step' | 'continue' | 'step-over' | 'detach' }

const breakpointOf = (argument: string, what: string): Inserted => {
  const [kind, address, length] = argument.split(',')
  if (!(BREAKPOINT_KINDS as readonly (string | undefined)[]).includes(kind)) bad(`${what}: ${kind}?`)
  return {
    kind: kind as BreakpointKind,
    address: number(address, what),
    length: Number(number(length, what)),
  }
}

/** The command that a word stands for. */
export const commandOf = ([name, argument]: Word): Command => {
  switch (name) {
    case 'insert':
    case 'remove':
      return { do: name, breakpoint: breakpointOf(argument, name) }
    case 'read': {
      const [address, length] = argument.split(',')
      return { do: 'read-memory', address: number(address, name), length: Number(number(length, name)) }
    }
    case 'write': {
      const { at, bytes } = bytesAt(argument, name)
      return { do: 'write-memory', address: at, bytes: Buffer.from(bytes, 'hex') }
    }
    case 'step':
    case 'continue':
    case 'step-over':
    case 'detach':
      return { do: name }
    default:
      return bad(`${name}: no such command`)
  }
}

/**
 * Milliseconds after which somebody looks whether a guest that runs has ended; together a guest gets the sum of them. A stop
 * that comes while QEMU is being interrupted is lost, so that nobody is in a hurry where one may come: a step only does not
 * come to an end where the guest has, in a HLT.
 */
const LOOKS = { step: [60], continue: [10, 20, 40], detach: [1, 2, 4, 8, 16] } as const

/** Milliseconds in which a guest comes by the end of its program if that is where it loops. */
const FOUND_WITHIN = 50

/** How letting the guest run came out. */
type Outcome = { readonly stopped: Stopped } | { readonly ending: string }

/** Stops after which the guest cannot go on, by their signals: SIGABRT and SIGQUIT. */
const ENDINGS: { readonly [signal: string]: string } = { '06': 'internal-error', '03': 'shutdown' }

export class Debugger {
  readonly #stub: Stub
  readonly #machine: GuestMachine
  readonly #guestName: GuestName
  readonly #guest: Guest
  readonly #lines: string[] = []
  #inserted: readonly Inserted[] = []
  #pc = 0n
  #stop: Stop | null = null

  constructor(stub: Stub, guestName: GuestName, machine: GuestMachine, guest: Guest) {
    this.#stub = stub
    this.#guestName = guestName
    this.#machine = machine
    this.#guest = guest
  }

  /** Looks where the guest stands. On KVM nothing that is written before it counts. */
  async look(): Promise<void> {
    await this.#registers()
  }

  /** Carries out commands until the guest has ended; the lines of the answer. */
  async run(commands: readonly Command[]): Promise<readonly string[]> {
    const left = [...commands]
    let ending: string | null = null
    for (let command = left.shift(); command && ending === null; command = left.shift()) {
      if (command.do === 'step-over') left.unshift(...this.#stepOver())
      else ending = await this.#carryOut(command)
    }
    return [...this.#lines, `log ${await this.#log()}`.trimEnd(), `ending ${ending ?? 'cap'}`]
  }

  #say(reply: string): void {
    this.#lines.push(eventLine(commandReply(reply)))
  }

  /** Returns how the guest has ended by it; `null` if it goes on. */
  async #carryOut(command: Command): Promise<string | null> {
    switch (command.do) {
      case 'insert':
      case 'remove': {
        const { kind, address, length } = command.breakpoint
        const reply = await this.#stub.breakpoint(command.do, kind, address, length)
        if (reply === 'OK') this.#remember(command.do, command.breakpoint)
        this.#say(reply)
        return null
      }
      case 'read-memory': {
        const bytes = await this.#stub.askMemory(command.address, command.length)
        this.#say(bytes)
        return null
      }
      case 'write-memory':
        this.#say(await this.#stub.tellMemory(command.address, command.bytes))
        return null
      case 'detach':
        return this.#detach()
      default:
        return this.#resume(command.do as 'step' | 'continue')
    }
  }

  /** What the debugger itself knows of its breakpoints. */
  #remember(how: 'insert' | 'remove', { kind, address, length }: Inserted): void {
    if (how === 'insert') this.#inserted = [...this.#inserted, { kind, address, length }]
    else {
      const index = this.#inserted.findIndex((each) => each.kind === kind && each.address === address)
      this.#inserted = this.#inserted.filter((_, n) => n !== index)
    }
  }

  /** The commands that get the debugger past its own breakpoints. */
  #stepOver(): readonly Command[] {
    const guest = this.#guestName
    const removed = stepOver({ guest, pc: this.#pc, inserted: this.#inserted, stop: this.#stop })
    return [
      ...removed.map((breakpoint) => ({ do: 'remove', breakpoint }) as const),
      { do: 'step' },
      ...removed.map((breakpoint) => ({ do: 'insert', breakpoint }) as const),
    ]
  }

  async #registers(): Promise<Registers> {
    const registers = await this.#stub.registers()
    this.#pc = this.#machine.pcOf(registers, this.#guest)
    return registers
  }

  /** How the guest has ended, by where it stands; `null` if it has not. */
  #ending(): string | null {
    const pc = this.#pc
    return this.#guest.ended.find(({ from, to }) => pc >= from && pc < to)?.ending ?? null
  }

  async #resume(how: 'step' | 'continue'): Promise<string | null> {
    const outcome = await this.#letRun(how)
    if ('ending' in outcome) return outcome.ending
    const { stopped } = outcome
    const ending = this.#ending()
    if (ending !== null) return ending
    this.#lines.push(eventLine(stopEvent(stopped.reply, this.#pc)))
    this.#stop = stopped.watch ?? { reason: 'step', address: this.#pc }
    return ENDINGS[stopped.signal] ?? null
  }

  /** The guest runs until it stops, or has ended, or has had its time. */
  async #letRun(how: 'step' | 'continue'): Promise<Outcome> {
    for (const within of LOOKS[how]) {
      const stopped = await this.#stub.resume(how, within)
      await this.#registers()
      if (stopped) return { stopped }
      const ending = this.#ending()
      if (ending !== null) return { ending }
    }
    return { ending: await this.#endingOfLoop() }
  }

  /**
   * A guest that ends in a loop is not always found in its last instruction, least of all if it steps itself: a breakpoint
   * finds it there.
   */
  async #endingOfLoop(): Promise<string> {
    if (!this.#machine.endsInLoop) return 'cap'
    for (const { from } of this.#guest.ended) await this.#stub.breakpoint('insert', 'execute', from, 1)
    await this.#stub.resume('continue', FOUND_WITHIN)
    await this.#registers()
    return this.#ending() ?? 'cap'
  }

  /** The guest runs with nobody attached; somebody looks at it from time to time. */
  async #detach(): Promise<string> {
    for (const after of LOOKS.detach) {
      await this.#stub.detach()
      await pause(after)
      await this.#stub.attach()
      await this.#registers()
      const ending = this.#ending()
      if (ending !== null) return ending
    }
    return (await this.#stub.isBroken()) ? 'internal-error' : this.#endingOfLoop()
  }

  async #log(): Promise<string> {
    const { ram, logPointer } = this.#machine
    const { log } = this.#guest
    const end = (await this.#registers()).get(logPointer)!
    const most = BigInt(ram.base + ram.size)
    const length = Number((end < most ? end : most) - log)
    return length <= 0 ? '' : Buffer.from(await this.#stub.readMemory(log, length)).toString('hex')
  }
}
