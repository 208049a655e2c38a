/**
 * Bochs as a process that takes lines and gives lines: `node serve.js PROGRAM ARGUMENT…`, where `{disk}` in an argument
 * is the disk of the channel in `kvm/ports.c`. What the guest prints through port 0xe9 comes on Bochs's own standard
 * output, behind a banner. Of what Bochs says on standard error only why it ends is passed on, and what is not its own.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** As in ports.c. */
const SECTORS = 2048
const SECTOR_SIZE = 512
const HEADER_SIZE = 8

/** Milliseconds that Bochs has to end by itself when nothing more comes. */
const ENDS_WITHIN = 1000

/** The disk whose sectors carry what goes to the guest. */
class Disk {
  readonly #folder = mkdtempSync(join(tmpdir(), 'gdo-bochs-'))
  readonly path = join(this.#folder, 'disk')
  readonly #file = openSync(this.path, 'w+')
  #written = 0

  constructor() {
    ftruncateSync(this.#file, SECTORS * SECTOR_SIZE)
  }

  /** Sends bytes: no more than the disk holds are ever on their way, since the protocol limits lines in flight. */
  send(data: Buffer): void {
    const room = SECTOR_SIZE - HEADER_SIZE
    for (let at = 0; at < data.length; at += room) {
      const bytes = data.subarray(at, at + room)
      const sector = Buffer.alloc(SECTOR_SIZE)
      bytes.copy(sector, HEADER_SIZE)
      sector.writeUInt32LE(this.#written + 1, 0)
      sector.writeUInt32LE(bytes.length, 4)
      const position = (this.#written % SECTORS) * SECTOR_SIZE
      // The number last: with it the sector is there.
      writeSync(this.#file, sector, 4, SECTOR_SIZE - 4, position + 4)
      writeSync(this.#file, sector, 0, 4, position)
      this.#written += 1
    }
  }

  /** It has no name from now on, and whoever has opened it keeps it. */
  unlink(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  close(): void {
    this.unlink()
    closeSync(this.#file)
  }
}

/** Passes on what the guest says, the runner or a corpus: all from its first line on. */
const forward = (child: ChildProcess, onFirst: () => void): void => {
  let banner: string | null = ''
  child.stdout!.setEncoding('latin1')
  child.stdout!.on('data', (text: string) => {
    if (banner === null) {
      process.stdout.write(text, 'latin1')
      return
    }
    banner += text
    const first = /^(?:hello|error|KTAP) .*\n/m.exec(banner)
    if (!first) return
    onFirst()
    process.stdout.write(banner.slice(first.index), 'latin1')
    banner = null
  })
}

/** A line of Bochs's log: the time, how grave it is, and who says it. */
const LOG = /^\d{11}[a-z]\[.{6}\] /
/** What ends Bochs. The lines behind it say it again. */
const PANIC = />>PANIC<< (.*)$/
/** The guest has switched its computer off. */
const SWITCHED_OFF = 'Shutdown port: shutdown requested'

/** Passes on why Bochs ends, and what others say in its place: the loader, or who starts it. */
const forwardErrors = (child: ChildProcess): void => {
  let isEnding = false
  createInterface({ input: child.stderr! }).on('line', (line) => {
    const reason = PANIC.exec(line)?.[1]
    if (reason !== undefined && reason !== SWITCHED_OFF) process.stderr.write(`Bochs: ${reason}\n`)
    if (reason === undefined && !isEnding && !LOG.test(line)) process.stderr.write(`${line}\n`)
    isEnding ||= reason !== undefined
  })
}

const disk = new Disk()
const [program, ...args] = process.argv.slice(2)
const child = spawn(
  program!,
  args.map((arg) => arg.replace('{disk}', disk.path)),
  { stdio: ['ignore', 'pipe', 'pipe'] },
)
forward(child, () => disk.unlink())
forwardErrors(child)
child.once('error', (error) => {
  process.stdout.write(`error ${error.message}\n`)
  process.exitCode = 3
})
child.once('close', (code) => {
  disk.close()
  process.exit(code ?? 1)
})
process.stdin.on('data', (data: Buffer) => disk.send(data))
process.stdin.once('end', () => setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN))
process.on('SIGTERM', () => child.kill('SIGKILL'))
