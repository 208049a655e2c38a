/**
 * The target as a process that speaks the line protocol of `../kvm/README.md`: `serve.js FLAVOUR VERSION QEMU…`, the
 * command of a QEMU and its version. One QEMU runs all programs; the machine is reset before each.
 */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { GuestName } from '../../../model/vmm/index.ts'
import { bad, slowLineServer, type Word } from '../model/words.ts'
import { PROTOCOL } from '../process.ts'
import { GdbClient } from './client.ts'
import { commandOf, Debugger } from './debugger.ts'
import { FLAVOURS, GUEST_MACHINES, isFlavour } from './flavours.ts'
import { type Guest, guestOf, memoryOf, SetUpFailed } from './guest.ts'
import { helloWords } from './hello.ts'
import { Stub } from './stub.ts'

const [flavour = '', version = '', program = '', ...args] = process.argv.slice(2)
if (!isFlavour(flavour)) throw new Error(`serve.js: no flavour ${flavour}`)
const guestName: GuestName = FLAVOURS[flavour].guest
const machine = GUEST_MACHINES[guestName]

// What it says before it ends is the best explanation of its end.
const qemu = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] })
process.on('exit', () => qemu.kill('SIGKILL'))
const client = new GdbClient(qemu.stdout, qemu.stdin)
const stub = new Stub(client, machine.registers)

const begin = async (guest: Guest): Promise<Debugger> => {
  await stub.reset(machine.pc)
  try {
    await machine.enter(stub, guest)
  } catch (error) {
    return error instanceof SetUpFailed ? bad(error.message) : Promise.reject(error)
  }
  const debug = new Debugger(stub, guestName, machine, guest)
  await debug.look()
  return debug
}

const run = async (
  setup: readonly Word[],
  groups: readonly (readonly Word[])[],
  images: ReadonlyMap<bigint, Uint8Array | null>,
): Promise<readonly string[]> => {
  const guest = guestOf(machine, setup, images)
  const commands = groups.flat().map(commandOf)
  try {
    return await (await begin(guest)).run(commands)
  } finally {
    await stub.removeBreakpoints()
  }
}

const answer = slowLineServer({ imageOf: (words) => memoryOf(machine, words), run })

const serve = async (): Promise<void> => {
  await client.ask('qSupported:multiprocess+', 'Hg0')
  const words = helloWords(flavour, guestName, version)
  process.stdout.write(`hello guest-debug-oracle/runner ${PROTOCOL} ${words}\n`)
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
