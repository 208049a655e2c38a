/**
 * The target as a process that speaks the line protocol of `../kvm/README.md`: `serve.js FLAVOUR VERSION QEMU…`, the
 * command of a QEMU and its version. The machine is reset before each program. One that does not end as it should may leave
 * something behind, in QEMU or in KVM: the next one gets a fresh QEMU.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { bad, slowLineServer, type Word } from '../model/words.ts'
import { PROTOCOL } from '../process.ts'
import { GdbClient } from './client.ts'
import { commandOf, Debugger } from './debugger.ts'
import { FLAVOURS, type Flavour, GUEST_MACHINES, isFlavour } from './flavours.ts'
import { type Guest, guestOf, memoryOf, SetUpFailed } from './guest.ts'
import { helloWords } from './hello.ts'
import { Stub } from './stub.ts'

const [flavour = '', version = '', program = '', ...args] = process.argv.slice(2)
if (!isFlavour(flavour)) throw new Error(`serve.js: no flavour ${flavour}`)
const { guest: guestName, usesKvm }: Flavour = FLAVOURS[flavour]
const machine = GUEST_MACHINES[guestName]

/** A QEMU, and the stub in it. */
class Emulator {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>
  readonly stub: Stub

  private constructor() {
    // What it says before it ends is the best explanation of its end.
    this.#process = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] })
    this.stub = new Stub(new GdbClient(this.#process.stdout, this.#process.stdin), machine.registers)
  }

  /** @throws StubFault */
  static async start(): Promise<Emulator> {
    const emulator = new Emulator()
    await emulator.stub.greet()
    return emulator
  }

  end(): void {
    this.#process.kill('SIGKILL')
  }
}

let emulator: Emulator | null = null
process.on('exit', () => emulator?.end())

const begin = async (stub: Stub, guest: Guest): Promise<Debugger> => {
  await stub.reset(machine.pc)
  try {
    await machine.enter(stub, guest, usesKvm)
  } catch (error) {
    return error instanceof SetUpFailed ? bad(error.message) : Promise.reject(error)
  }
  const debug = new Debugger(stub, guestName, machine, guest)
  await debug.look()
  return debug
}

/** Endings after which a QEMU is as good as new. */
const HARMLESS: ReadonlySet<string> = new Set(['ending end', 'ending fault'])

const run = async (
  setup: readonly Word[],
  groups: readonly (readonly Word[])[],
  images: ReadonlyMap<bigint, Uint8Array | null>,
): Promise<readonly string[]> => {
  const guest = guestOf(machine, setup, images)
  const commands = groups.flat().map(commandOf)
  emulator ??= await Emulator.start()
  const { stub } = emulator
  let isHarmless = false
  try {
    const lines = await (await begin(stub, guest)).run(commands)
    isHarmless = HARMLESS.has(lines.at(-1)!)
    if (isHarmless) await stub.removeBreakpoints()
    return lines
  } finally {
    if (!isHarmless) {
      emulator.end()
      emulator = null
    }
  }
}

const answer = slowLineServer({ imageOf: (words) => memoryOf(machine, words), run })

const serve = async (): Promise<void> => {
  emulator = await Emulator.start()
  process.stdout.write(
    `hello guest-debug-oracle/runner ${PROTOCOL} ${helloWords(flavour, guestName, version)}\n`,
  )
  for await (const line of createInterface({ input: process.stdin.setEncoding('latin1') })) {
    if (line.trim() === 'quit') break
    if (line.trim() !== '') process.stdout.write(`${(await answer(line.trimEnd())).join('\n')}\n`)
  }
}

process.stdout.on('error', () => process.exit())
await serve().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
})
process.exit()
