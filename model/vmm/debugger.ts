/**
 * A debugger on the VMM: goes through the commands of a program, and answers each exit of the vCPU with what the VMM makes
 * of it.
 */
import type { Action as Arm64Action } from '../arm64/program.ts'
import type { RunEvent as Arm64Event } from '../arm64/run.ts'
import { shortHex } from '../bits.ts'
import type { Action as X86Action } from '../x86/program.ts'
import type { RunEvent as X86Event } from '../x86/run.ts'
import { type Command, commandsOf, type Program, resumes, type Value } from './program.ts'
import type { Inserted } from './rules/debugger.ts'
import type { RunEvent, Stop, StopReason } from './run.ts'
import type { Variant } from './variants/variant.ts'
import {
  type Architecture,
  type Changed,
  type Exited,
  IDLE,
  type Request,
  type Site,
  type Surroundings,
  type VmmState,
} from './vmm.ts'

/** The guest’s machine, as far as a VMM sees it. */
export interface DrivenMachine {
  readonly events: readonly (X86Event | Arm64Event)[]
  /** A byte of guest memory; `null` where there is no RAM. */
  readonly peek: (address: bigint) => number | null
}

/** What belongs to the guest’s program. */
export interface DebuggedGuest {
  readonly architecture: Architecture
  /** Address or number of a value in the program. */
  readonly value: (value: Value) => bigint
  /** Where it begins. */
  readonly entry: bigint
}

type MachineAction = X86Action | Arm64Action

/** The error of `m` and `M` for memory that is not there. */
const NO_MEMORY = 'E14'

/** How many instructions of the guest’s accesses overlap a range: those that write to it. */
const writesTo = (event: X86Event | Arm64Event, address: bigint, length: number): boolean => {
  if (event.kind !== 'instruction') return false
  const accesses = 'accesses' in event ? event.accesses : event.access ? [event.access] : []
  return accesses.some(
    (access) =>
      access.kind === 'write' &&
      access.address < address + BigInt(length) &&
      address < access.address + BigInt(access.size),
  )
}

/** A debugger’s session with one guest. */
export class Debugger {
  readonly #guest: DebuggedGuest
  readonly #variant: Variant
  readonly #events: RunEvent[]
  readonly #commands: Command[]
  readonly #vmm: Surroundings
  #machine: DrivenMachine = { events: [], peek: () => null }
  /** Events of the guest’s machine that are in the run already. */
  #seen = 0
  #state: VmmState = IDLE
  #inserted: readonly Inserted[] = []
  #stop: Stop | null = null
  #pc: bigint
  #attached = true

  constructor(
    program: Program,
    guest: DebuggedGuest,
    variant: Variant,
    choose: Surroundings['choose'],
    events: RunEvent[],
  ) {
    const { rules } = variant
    this.#guest = guest
    this.#variant = variant
    this.#events = events
    this.#commands = [...commandsOf(program)]
    this.#pc = guest.entry
    this.#vmm = {
      rules,
      choose,
      context: { rules, choose },
      architecture: guest.architecture,
      read: (address, length) => this.#read(address, length),
      now: () => this.#machine.events.length,
      guestWrote: (site) => this.#guestWrote(site),
    }
  }

  #read(address: bigint, length: number): string | null {
    let bytes = ''
    for (let n = 0; n < length; n++) {
      const byte = this.#machine.peek(address + BigInt(n))
      if (byte === null) return null
      bytes += byte.toString(16).padStart(2, '0')
    }
    return bytes
  }

  #guestWrote({ since, address, saved }: Site): boolean {
    const { events } = this.#machine
    for (let n = since; n < events.length; n++)
      if (writesTo(events[n]!, address, saved.length / 2)) return true
    return false
  }

  /** What the guest’s machine has done since comes before what is said now. */
  catchUp({ events }: Pick<DrivenMachine, 'events'> = this.#machine): void {
    const { guest } = this.#guest.architecture
    for (; this.#seen < events.length; this.#seen++) {
      const event = events[this.#seen]!
      this.#events.push({ kind: 'machine', seenBy: event.seenBy, guest, event })
    }
  }

  #note(event: RunEvent): void {
    this.catchUp()
    this.#events.push(event)
  }

  /** The host script before the n-th run of the vCPU. */
  *group(n: number, machine: DrivenMachine): Generator<MachineAction> {
    this.#machine = machine
    if (n > 0) {
      const last = machine.events.at(-1)!
      if (last.kind !== 'exit') throw new Error('the vCPU runs until it exits')
      if (!(yield* this.#exited(last))) return
    }
    while (this.#attached) {
      const command = this.#commands.shift()!
      yield* this.#carryOut(command)
      if (resumes(command) && command.do !== 'step-over') return
    }
  }

  *#change({ state, actions }: Changed): Generator<MachineAction> {
    this.#state = state
    for (const action of actions) yield* this.#guest.architecture.lower(action, this.#vmm)
  }

  /** Answers an exit; returns whether the debugger has the guest back. */
  *#exited(exited: Exited): Generator<MachineAction, boolean> {
    const { slots } = this.#variant
    this.#pc = this.#guest.architecture.pcOf(exited.state)
    const { owned, ...changed } = slots.exited(this.#state, exited, this.#vmm)
    if (owned) {
      const { owner, inject } = owned
      this.#note({ kind: 'owned', seenBy: 'nobody', exit: exited.exit, owner, inject })
    }
    yield* this.#change(changed)
    if (!owned?.stop || !this.#attached) return false
    yield* this.#change(slots.stopped(this.#state, this.#vmm))
    this.#tell(owned.stop)
    return true
  }

  #tell(stop: Stop): void {
    const { rules, context } = this.#vmm
    this.#stop = stop
    this.#note({
      kind: 'stop',
      seenBy: 'debugger',
      stop,
      pc: this.#pc,
      reply: rules.stopReply(stop, context),
    })
  }

  /** The guest is gone: a debugger that is still there hears of it. */
  ended(ending: string, state: Exited['state']): void {
    this.catchUp()
    this.#pc = this.#guest.architecture.pcOf(state)
    const reason: StopReason | null = ending === 'internal-error' || ending === 'shutdown' ? ending : null
    if (reason !== null && this.#attached) this.#tell({ reason, address: this.#pc })
  }

  #request({ kind, at, length }: Extract<Command, { do: 'insert' }>): Request {
    const { architecture, value } = this.#guest
    return { kind, address: value(at), length: length ?? architecture.lengthOf(kind) }
  }

  *#carryOut(command: Command): Generator<MachineAction> {
    const { slots } = this.#variant
    const { rules, context } = this.#vmm
    switch (command.do) {
      case 'insert':
      case 'remove': {
        const request = this.#request({ ...command, do: 'insert' })
        const { result, ...changed } = slots[command.do](this.#state, request, this.#vmm)
        if (result === 'ok') this.#remember(command.do, request)
        this.#note({
          kind: 'command',
          seenBy: 'debugger',
          command,
          reply: rules.requestReply({ result }, context),
        })
        yield* this.#change(changed)
        return
      }
      case 'read-memory': {
        const { value } = this.#guest
        const bytes = slots.readMemory(this.#state, value(command.at), command.length, this.#vmm)
        this.#note({ kind: 'command', seenBy: 'debugger', command, reply: bytes ?? NO_MEMORY })
        return
      }
      case 'write-memory': {
        const at = this.#guest.value(command.at)
        const { result, ...changed } = slots.writeMemory(
          this.#state,
          at,
          command.bytes.toLowerCase(),
          this.#vmm,
        )
        const reply = result === 'ok' ? 'OK' : NO_MEMORY
        this.#note({ kind: 'command', seenBy: 'debugger', command, reply })
        yield* this.#change(changed)
        return
      }
      case 'step-over':
        this.#note({ kind: 'command', seenBy: 'debugger', command, reply: '' })
        this.#stepOver()
        return
      case 'detach':
        this.#attached = false
        this.#note({ kind: 'resume', seenBy: 'debugger', how: 'detach' })
        yield* this.#change(slots.detach(this.#state, this.#vmm))
        return
      case 'step':
      case 'continue':
        this.#note({ kind: 'resume', seenBy: 'debugger', how: command.do })
        yield* this.#change(slots.resume(this.#state, command.do, this.#vmm))
    }
  }

  /** What the debugger itself knows of its breakpoints. */
  #remember(what: 'insert' | 'remove', request: Request): void {
    if (what === 'insert') this.#inserted = [...this.#inserted, request]
    else {
      const index = this.#inserted.findIndex(
        ({ kind, address }) => kind === request.kind && address === request.address,
      )
      this.#inserted = this.#inserted.filter((_, n) => n !== index)
    }
  }

  /** The commands that get the debugger past its own breakpoints come next. */
  #stepOver(): void {
    const { rules, context, architecture } = this.#vmm
    const removed = rules.stepOver(
      { guest: architecture.guest, pc: this.#pc, inserted: this.#inserted, stop: this.#stop },
      context,
    )
    const request = (what: 'insert' | 'remove', { kind, address, length }: Inserted): Command => ({
      do: what,
      kind,
      at: shortHex(address),
      length,
    })
    this.#commands.unshift(
      ...removed.map((each) => request('remove', each)),
      { do: 'step' },
      ...removed.map((each) => request('insert', each)),
    )
  }
}
