/**
 * The other end of the line protocol, served by the model: a line is a whole program, set-up and all, and is run as
 * `kvm/runner.c` runs it, the model's vCPU in the place of KVM's.
 */

import { createVcpu, perform } from '../../../model/x86/host.ts'
import {
  type Action,
  type Answers,
  chooseFrom,
  type Ending,
  type Exit,
  layOut,
  makeProgram,
  type ProgramMode,
  RAM_SIZE,
  REGISTER_NAMES,
  type RegisterName,
  RUN_CAP,
  type RunEvent,
  type Setup,
  STATE_INTERFACES,
  STEP_CAP,
  type StateInterface,
  type Variant,
} from '../../../model/x86/index.ts'
import { LONG_MODE_REGISTERS, MSR, SYSCALL_MSRS } from '../../../model/x86/long-mode-setup.ts'
import type { Machine } from '../../../model/x86/machine.ts'
import { Memory } from '../../../model/x86/memory.ts'
import { CR4_DE } from '../../../model/x86/registers.ts'
import { createMachine, runVcpu, stateAtExit } from '../../../model/x86/run-program.ts'
import { EBP } from '../../../model/x86/vcpu.ts'
import { runGroups, type Stop, stopOf } from '../model/run-groups.ts'
import { bad, bytesAt, hex, lineServer, number, numbers, pairs, type Word } from '../model/words.ts'
import { actionEvent, exitEvent } from './observation.ts'

type Layout = ReturnType<typeof layOut>

const _wordOf = (text: string): Word => {
  const at = text.indexOf('=')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

/** KVM's names of the general registers. */
const registerNames = new Map<string, RegisterName>(
  REGISTER_NAMES.map((name) => [name.replace(/^e/, 'r'), name]),
)

const INTERFACES = new Map<string, StateInterface>(
  ['regs', 'sregs', 'dregs', 'events'].map((word, i) => [word, STATE_INTERFACES[i]!]),
)
const SHADOWS = ['none', 'mov-ss', 'sti'] as const

const setRegisters = (argument: string): Action => {
  const registers: { [Name in RegisterName]?: string } = {}
  const others: { rip?: string; rflags?: string } = {}
  for (const [name, value] of pairs(argument, 'regs')) {
    const gpr = registerNames.get(name)
    if (gpr) registers[gpr] = hex(value)
    else if (name === 'rip' || name === 'rflags') others[name] = hex(value)
    else bad(`regs: no such field: ${name}`)
  }
  return { do: 'set-registers', registers, ...others }
}

const setDebugRegisters = (argument: string, current: readonly bigint[]): Action => {
  const db = current.map(hex)
  const others: { dr6?: string; dr7?: string; flags?: number } = {}
  for (const [name, value] of pairs(argument, 'dregs')) {
    const slot = /^db([0-3])$/.exec(name)
    if (slot) db[Number(slot[1])] = hex(value)
    else if (name === 'dr6' || name === 'dr7') others[name] = hex(value)
    else if (name === 'flags') others.flags = Number(BigInt.asUintN(32, value))
    else bad(`dregs: no such field: ${name}`)
  }
  return { do: 'set-debug-registers', db, ...others }
}

const setSpecialRegisters = (argument: string): Action => {
  const changes: { cr4De?: boolean; ds?: string } = {}
  for (const [name, value] of pairs(argument, 'sregs')) {
    if (name === 'cr4') changes.cr4De = (value & BigInt(CR4_DE)) !== 0n
    else if (name === 'ds') changes.ds = hex(value)
    else bad(`sregs: the model changes no ${name} after the set-up`)
  }
  return { do: 'set-special-registers', ...changes }
}

const setVcpuEvents = (argument: string): Action => {
  let exception: { state: 'pending' | 'injected'; vector: number; payload?: string } | undefined
  const others: { shadow?: (typeof SHADOWS)[number]; nmiPending?: boolean } = {}
  for (const [name, value] of pairs(argument, 'events')) {
    if (name === 'pending' || name === 'injected') exception = { state: name, vector: Number(value) }
    else if (name === 'payload' && exception) exception.payload = hex(value)
    else if (name === 'error' && value === 0n) continue
    else if (name === 'shadow') others.shadow = SHADOWS[Number(value)] ?? bad('events: shadow is 0, 1 or 2')
    else if (name === 'nmi') others.nmiPending = value !== 0n
    else bad(`events: no such field: ${name}`)
  }
  return { do: 'set-vcpu-events', ...(exception ? { exception } : {}), ...others }
}

/** The action that a word asks for. */
const actionOf = ([name, argument]: Word, m: Machine): Action => {
  switch (name) {
    case 'regs':
      return setRegisters(argument)
    case 'sregs':
      return setSpecialRegisters(argument)
    case 'dregs':
      return setDebugRegisters(argument, m.v.db)
    case 'events':
      return setVcpuEvents(argument)
    case 'gd': {
      const [control, ...words] = numbers(argument, 'gd')
      if (words.length !== 5) bad('gd: expected control,db0,db1,db2,db3,dr7')
      const [db0, db1, db2, db3, dr7] = words.map(hex) as [string, string, string, string, string]
      return { do: 'set-guest-debug', control: hex(control!), db: [db0, db1, db2, db3], dr7 }
    }
    case 'write-back': {
      const state = INTERFACES.get(argument) ?? bad(`write-back: no such state: ${argument}`)
      return { do: name, state }
    }
    case 'interrupt':
      return { do: name, vector: Number(BigInt.asUintN(32, number(argument, name))) }
    case 'window':
      return { do: 'interrupt-window', request: number(argument, name) !== 0n }
    case 'write': {
      const { at, bytes } = bytesAt(argument, name)
      return { do: 'write-memory', at: hex(at), bytes }
    }
    case 'nmi':
    case 'save-restore':
    case 'immediate-exit':
      return { do: name }
    default:
      return bad(`unknown word: ${name}`)
  }
}

const EMPTY = makeProgram({}, [], [])
const VENDORS: { readonly [ebx: string]: Setup['vendor'] } = { '756e6547': 'intel', '68747541': 'amd' }

/** The features of the setup that CPUID leaves name. */
const featuresOf = (argument: string): Setup => {
  const words = numbers(argument, 'cpuid')
  if (words.length % 5 !== 0) bad('cpuid: expected leaf,eax,ebx,ecx,edx')
  const leaf = (n: bigint) => {
    const at = words.findIndex((word, i) => i % 5 === 0 && word === n)
    return at < 0 ? undefined : { ebx: words[at + 2]!, ecx: words[at + 3]! }
  }
  const vendor = VENDORS[(leaf(0n)?.ebx ?? 0n).toString(16)]
  if (!vendor) return bad('cpuid: the model is GenuineIntel or AuthenticAMD')
  const features = leaf(7n)
  return {
    vendor,
    rtm: ((features?.ebx ?? 0n) & (1n << 11n)) !== 0n,
    busLockDetect: ((features?.ecx ?? 0n) & (1n << 24n)) !== 0n,
  }
}

const EFER_LMA = 0x400n

/** The mode that KVM_SET_SREGS and the MSRs of a set-up make. */
const modeOf = (words: readonly Word[]): Setup => {
  const fields = new Map(words.flatMap(([name, argument]) => (name === 'sregs' ? pairs(argument, name) : [])))
  if (((fields.get('efer') ?? 0n) & EFER_LMA) === 0n) return {}
  const msrs = new Map(words.flatMap(([name, argument]) => (name === 'msrs' ? pairs(argument, name) : [])))
  const cpl = ((fields.get('cs.selector') ?? 0n) & 3n) === 3n ? 3 : 0
  return { mode: 'long', cpl, fmask: hex(BigInt.asUintN(32, msrs.get(MSR.FMASK.toString(16)) ?? 0n)) }
}

/** The fields of KVM_SET_SREGS as the contract has them for long mode. */
const longFieldsOf = (cpl: 0 | 3): ReadonlyMap<string, number> => {
  const { control, segments, tables } = LONG_MODE_REGISTERS[cpl]
  return new Map([
    ...Object.entries(control),
    ...Object.entries({ ...segments, ...tables }).flatMap(([name, register]) =>
      Object.entries(register).map(([field, value]): [string, number] => [
        `${name}.${field}`,
        value as number,
      ]),
    ),
  ])
}

const LONG_FIELDS = { 0: longFieldsOf(0), 3: longFieldsOf(3) } as const

type Handlers = NonNullable<Setup['onDebugException']>
interface ContractImage {
  readonly mode: ProgramMode
  readonly handlers: Handlers
}
const IMAGES: readonly ContractImage[] = (['real', 'long'] as const).flatMap((mode) =>
  (['return', 'disarm'] as const).map((handlers) => ({ mode, handlers })),
)

/** Memory that programs start from: the contract's own, or any other. */
type Image = ContractImage | Uint8Array

const same = (a: Uint8Array, b: Uint8Array): boolean => a.every((byte, i) => byte === b[i])

/** What an `image` line describes. The contract's own images are recognised: their handlers are decoded already. */
const imageOf = (words: readonly Word[]): Image => {
  const ram = new Uint8Array(RAM_SIZE)
  for (const [name, argument] of words) {
    if (name !== 'mem') bad(`image: bad word ${name}`)
    const { at, bytes } = bytesAt(argument, 'memory')
    if (at + BigInt(bytes.length / 2) > BigInt(RAM_SIZE)) bad('image: it does not fit RAM')
    ram.set(Buffer.from(bytes, 'hex'), Number(at))
  }
  return IMAGES.find(({ mode, handlers }) => same(new Memory(mode, handlers).ram, ram)) ?? ram
}

const writeBytes = (memory: Memory, at: bigint, bytes: Uint8Array): void => {
  if (!memory.isRam(at, bytes.length)) bad('memory: it does not fit RAM')
  bytes.forEach((byte, i) => {
    memory.write(at + BigInt(i), byte, 1)
  })
}

const memoryOf = (image: Image, mode: ProgramMode): Memory => {
  if (!(image instanceof Uint8Array)) return new Memory(image.mode, image.handlers)
  const memory = new Memory(mode, 'return')
  writeBytes(memory, 0n, image)
  return memory
}

/** A program that runs. */
class Program {
  readonly #m: Machine
  readonly #layout: Layout
  /** By linear RIP. */
  readonly #stops: Stop<Ending>[] = []
  #log = 0
  #runCap = BigInt(RUN_CAP)

  constructor(
    setup: readonly Word[],
    images: ReadonlyMap<bigint, Image>,
    variant: Variant,
    answers: Answers,
  ) {
    const cpuid = setup.find(([name]) => name === 'cpuid')
    this.#layout = layOut({ ...EMPTY, setup: { ...(cpuid ? featuresOf(cpuid[1]) : {}), ...modeOf(setup) } })
    const free = chooseFrom(variant.answers, answers)
    const events: RunEvent[] = []
    this.#m = createMachine(createVcpu(this.#layout), variant, free, events)
    for (const word of setup) this.#setUp(word, images)
  }

  #setUp(word: Word, images: ReadonlyMap<bigint, Image>): void {
    const { v } = this.#m
    const [name, argument] = word
    switch (name) {
      case 'cpuid':
        return
      case 'image': {
        const image = images.get(number(argument, name)) ?? bad('image: no such image')
        Object.assign(v, { memory: memoryOf(image, v.mode.name) })
        return
      }
      case 'mem': {
        const { at, bytes } = bytesAt(argument, 'memory')
        writeBytes(v.memory, at, Buffer.from(bytes, 'hex'))
        return
      }
      case 'log':
        this.#log = Number(number(argument, name))
        return
      case 'runs':
        this.#runCap = number(argument, name)
        return
      case 'stop':
        this.#stops.push(stopOf(argument, name))
        return
      case 'sregs':
        for (const [field, value] of pairs(argument, name)) this.#setUpRegister(field, value)
        return
      case 'msrs':
        for (const [index, value] of pairs(argument, name)) {
          const [, expected] = SYSCALL_MSRS.find(([msr]) => msr === Number.parseInt(index, 16)) ?? []
          if (expected !== undefined && value !== expected)
            bad(`msrs: the model has ${index} as its contract`)
        }
        return
      default: {
        // The set-up comes before the hypervisor's own slots have anything to say.
        const result = perform(this.#m, actionOf(word, this.#m), EMPTY, this.#layout)
        if (result !== 'ok') bad(`set-up: ${name}: ${result}`)
      }
    }
  }

  /** A field of KVM_SET_SREGS: real mode with any segments, long mode as the contract has it. */
  #setUpRegister(field: string, value: bigint): void {
    const { v } = this.#m
    const { setup } = this.#layout
    if (field === 'cr4') {
      v.cr4De = (value & BigInt(CR4_DE)) !== 0n
      return
    }
    if (setup.mode === 'real') {
      if (field !== 'cs' && field !== 'ds' && field !== 'es' && field !== 'ss')
        bad(`sregs: no such field: ${field}`)
      v[field as 'cs'] = v.mode.segmentOf(Number(BigInt.asUintN(16, value)))
      return
    }
    const expected = LONG_FIELDS[setup.cpl].get(field)
    if (expected === undefined) bad(`sregs: no such field: ${field}`)
    if (value !== BigInt(expected!)) bad(`sregs: the model has ${field} as its contract`)
  }

  #endingOf(exit: Exit, runs: bigint): Ending | null {
    const { v, steps } = this.#m
    if (exit.reason === 'internal-error' || exit.reason === 'shutdown') return exit.reason
    const at = v.cs.base + v.rip
    const stop = this.#stops.find(({ from, to }) => at >= from && at < to)
    if (stop) return stop.ending
    return steps >= STEP_CAP || runs >= this.#runCap ? 'cap' : null
  }

  /** Runs the program to its end; the lines of the answer. */
  run(groups: readonly (readonly Word[])[]): readonly string[] {
    const m = this.#m
    return runGroups(groups, {
      run: (immediateExit) => runVcpu(m, immediateExit),
      observe: (exit) => exitEvent(exit, stateAtExit(m)),
      endingOf: (exit, runs) => this.#endingOf(exit, runs),
      perform: (word) => actionEvent(m.slots.perform(m, actionOf(word, m), EMPTY, this.#layout)),
      log: () => {
        const pointer = m.v.gpr[EBP]!
        const end = pointer > BigInt(RAM_SIZE) ? RAM_SIZE : Math.max(this.#log, Number(pointer))
        return m.v.memory.bytes(this.#log, end)
      },
    })
  }
}

/**
 * A server of the protocol, of the model's x86 machine.
 *
 * @param answers to the choices that the variant leaves open; defaults for the rest.
 */
export const modelServer = (variant: Variant, answers: Answers = {}): ((line: string) => readonly string[]) =>
  lineServer<Image>({
    imageOf,
    run: (setup, groups, images) => new Program(setup, images, variant, answers).run(groups),
  })
