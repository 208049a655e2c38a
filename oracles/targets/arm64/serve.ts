/**
 * The other end of the line protocol, served by the model's arm64 machine: a line is a whole program, set-up and all, and
 * is run as `kvm/runner.c` runs it, the model's vCPU in the place of KVM's.
 */
import { createVcpu, LOG_POINTER, perform } from '../../../model/arm64/host.ts'
import {
  type Action,
  type Answers,
  chooseFrom,
  type Ending,
  type Exit,
  layOut,
  makeProgram,
  ONE_REGISTERS,
  type OneRegister,
  RAM,
  RAM_SIZE,
  RUN_CAP,
  type RunEvent,
  SLOT_REGISTERS,
  STATE_INTERFACES,
  STEP_CAP,
  type Variant,
  VECTORS,
} from '../../../model/arm64/index.ts'
import { guestState, type Machine, performed } from '../../../model/arm64/machine.ts'
import { Memory } from '../../../model/arm64/memory.ts'
import { createMachine, runVcpu } from '../../../model/arm64/run-program.ts'
import { runGroups, type Stop, stopOf } from '../model/run-groups.ts'
import { bad, bytesAt, hex, lineServer, number, pairs, type Word } from '../model/words.ts'
import { actionEvent, exitEvent } from './observation.ts'

const EMPTY = makeProgram({}, [], [])
const LAYOUT = layOut(EMPTY)

/** Bytes at addresses; what they are in is RAM, or an image of it. */
type Bytes = readonly { readonly at: bigint; readonly bytes: string }[]

const RAM_END = BigInt(RAM + RAM_SIZE)

/** Whether whole words lie in RAM. */
const fits = ({ at, bytes }: Bytes[number]): boolean =>
  at >= BigInt(RAM) && at + BigInt(bytes.length / 2) <= RAM_END

const writeBytes = (memory: Memory, { at, bytes }: Bytes[number]): void => {
  Buffer.from(bytes, 'hex').forEach((byte, i) => {
    memory.write(at + BigInt(i), BigInt(byte), 1)
  })
}

const imageOf = (words: readonly Word[]): Bytes =>
  words.map(([name, argument]) => {
    if (name !== 'mem') bad(`image: bad word ${name}`)
    const part = bytesAt(argument, 'memory')
    return fits(part) ? part : bad('image: it does not fit RAM')
  })

const SLOT = /^(bcr|bvr|wcr|wvr)(\d+)$/

/** `gd=CONTROL,bcr0:VALUE,…` */
const setGuestDebug = (argument: string): Action => {
  const [control, ...rest] = argument.split(',')
  const slots: { [kind: string]: string[] } = {}
  for (const [name, value] of pairs(rest.join(','), 'gd')) {
    const [, kind, n] = SLOT.exec(name) ?? []
    if (kind === undefined || Number(n) > 15) bad(`gd: no such register: ${name}`)
    const values = slots[kind!] ?? []
    while (values.length <= Number(n)) values.push('0x0')
    values[Number(n)] = hex(value)
    slots[kind!] = values
  }
  return { do: 'set-guest-debug', control: hex(number(control, 'gd')), ...slots }
}

const isOneRegister = (name: string): name is OneRegister =>
  (ONE_REGISTERS as readonly string[]).includes(name) ||
  (/^dbg[bw][cv]r\d+_el1$/.test(name) && SLOT_REGISTERS.some((kind) => name.startsWith(kind)))

/** The action that a word asks for; writes to RAM are none of the model's. */
const actionOf = ([name, argument]: Word): Action => {
  switch (name) {
    case 'gd':
      return setGuestDebug(argument)
    case 'get':
      if (!isOneRegister(argument)) return bad(`no such register: ${argument}`)
      return { do: 'get-one-reg', register: argument }
    case 'write-back': {
      const state =
        STATE_INTERFACES.find((each) => each === argument) ?? bad(`write-back: no such state: ${argument}`)
      return { do: name, state }
    }
    case 'irq':
      return { do: 'interrupt', level: number(argument, name) !== 0n }
    case 'answer':
      return { do: 'answer-mmio', value: hex(number(argument, name)) }
    case 'abort':
      return { do: 'fault-mmio' }
    case 'preempt':
      return { do: name, after: Number(number(argument, name)) }
    case 'save-restore':
    case 'immediate-exit':
      return { do: name }
    default:
      return bad(`unknown word: ${name}`)
  }
}

/** A program that runs. */
class Program {
  readonly #m: Machine
  /** By the address that a store to MMIO goes to. */
  readonly #stops: Stop<Ending>[] = []
  #log = 0
  #runCap = BigInt(RUN_CAP)

  constructor(
    setup: readonly Word[],
    images: ReadonlyMap<bigint, Bytes>,
    variant: Variant,
    answers: Answers,
  ) {
    const free = chooseFrom(variant.answers, answers)
    const events: RunEvent[] = []
    this.#m = createMachine(createVcpu(LAYOUT), variant, free, events)
    for (const word of setup) this.#setUp(word, images)
  }

  #setUp([name, argument]: Word, images: ReadonlyMap<bigint, Bytes>): void {
    const { v } = this.#m
    switch (name) {
      case 'image': {
        const image = images.get(number(argument, name)) ?? bad('image: no such image')
        const memory = new Memory('return')
        for (const part of image) writeBytes(memory, part)
        Object.assign(v, { memory })
        return
      }
      case 'mem': {
        const part = bytesAt(argument, 'memory')
        if (!fits(part)) bad('memory: it does not fit RAM')
        writeBytes(v.memory, part)
        return
      }
      case 'log':
        this.#log = Number(number(argument, name))
        return
      case 'runs':
        this.#runCap = number(argument, name)
        return
      case 'stop-write':
        this.#stops.push(stopOf(argument, name))
        return
      case 'regs':
        for (const [register, value] of pairs(argument, name)) this.#setRegister(register, value, true)
        return
      default:
        bad(`set-up: ${name}: unknown word`)
    }
  }

  /** KVM_SET_ONE_REG. The registers of the contract are for the set-up only. */
  #setRegister(register: string, value: bigint, isSetUp: boolean): string {
    const { v } = this.#m
    if (isOneRegister(register)) {
      const set: Action = { do: 'set-one-reg', register, value: hex(value) }
      return isSetUp
        ? perform(this.#m, set, LAYOUT).result
        : this.#m.slots.perform(this.#m, set, LAYOUT).result
    }
    if (!isSetUp) return bad(`the model changes no ${register} after the set-up`)
    const gpr = /^x(\d+)$/.exec(register)
    if (gpr && Number(gpr[1]) < v.gpr.length) v.gpr[Number(gpr[1])] = value
    else if (register === 'esr_el1') v.esr = value
    else if (register === 'far_el1') v.far = value
    else if (register === 'vbar_el1') {
      if (value !== BigInt(VECTORS)) bad('the model has VBAR_EL1 as its contract')
    } else bad(`no such register: ${register}`)
    return 'ok'
  }

  #endingOf(exit: Exit, runs: bigint): Ending | null {
    if (exit.reason === 'internal-error') return exit.reason
    if (exit.reason === 'mmio' && exit.direction === 'write') {
      const { address } = exit
      const stop = this.#stops.find(({ from, to }) => address >= from && address < to)
      if (stop) return stop.ending
    }
    return this.#m.steps >= STEP_CAP || runs >= this.#runCap ? 'cap' : null
  }

  #perform(word: Word): ReturnType<typeof perform> {
    const [name, argument] = word
    if (name === 'write') {
      const part = bytesAt(argument, name)
      if (!fits(part)) return performed('EINVAL')
      writeBytes(this.#m.v.memory, part)
      return performed('ok')
    }
    if (name === 'regs') {
      for (const [register, value] of pairs(argument, name)) {
        const result = this.#setRegister(register, value, false)
        if (result !== 'ok') return performed(result as 'EINVAL')
      }
      return performed('ok')
    }
    return this.#m.slots.perform(this.#m, actionOf(word), LAYOUT)
  }

  /** Runs the program to its end; the lines of the answer. */
  run(groups: readonly (readonly Word[])[]): readonly string[] {
    const m = this.#m
    return runGroups(groups, {
      run: (immediateExit) => runVcpu(m, immediateExit),
      observe: (exit) => {
        m.preemptIn = null
        return exitEvent(exit, guestState(m))
      },
      endingOf: (exit, runs) => this.#endingOf(exit, runs),
      perform: (word) => {
        const { result, value } = this.#perform(word)
        return actionEvent(result, value)
      },
      log: () => {
        const pointer = m.v.gpr[LOG_POINTER]!
        const end = pointer > RAM_END ? RAM + RAM_SIZE : Math.max(this.#log, Number(pointer))
        return m.v.memory.bytes(this.#log, end)
      },
    })
  }
}

/**
 * A server of the protocol, of the model's arm64 machine.
 *
 * @param answers to the choices that the variant leaves open; defaults for the rest.
 */
export const modelServer = (variant: Variant, answers: Answers = {}): ((line: string) => readonly string[]) =>
  lineServer<Bytes>({
    imageOf,
    run: (setup, groups, images) => new Program(setup, images, variant, answers).run(groups),
  })
