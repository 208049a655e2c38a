/**
 * The record interpreter, spoken to: records go in, what came of them comes out.
 */
import { LineProcess, TargetFault } from '../line-process.ts'
import { buildImage, commandFor, emulatorVersion } from './image.ts'

/** Milliseconds until it must have answered. */
const ANSWERS_WITHIN = 20_000

/** Modes as CPSR has them. */
export const MODE = { user: 0x10, irq: 0x12, supervisor: 0x13, hyp: 0x1a, system: 0x1f } as const

/** What came of one instruction. */
export interface Executed {
  /** Vector of Hyp mode that ended it; `null` if none did. */
  readonly vector: number | null
  readonly hsr: number
  /** HSR of the first access that trapped; `null` if none did. */
  readonly trap: number | null
  /** Vector of the guest that was taken; `null` if none was. */
  readonly guestVector: number | null
  readonly ifsr: number
  readonly dfsr: number
  readonly dfar: number
  readonly hdfar: number
  readonly dscr: number
  readonly r0: number
}

const NONE = 0xff
const FIELDS = 13

const hex = (value: number): string => (value >>> 0).toString(16)

const parse = (line: string): Executed => {
  const words = line.trim().split(' ')
  if (words.length !== FIELDS || !words.every((word) => /^[0-9a-f]+$/.test(word)))
    throw new TargetFault('prints garbage', JSON.stringify(line.slice(0, 80)))
  const [vector, hsr, traps, , trap, guest, ifsr, dfsr, dfar, hdfar, dscr, r0] = words.map((word) =>
    Number.parseInt(word, 16),
  ) as [number, number, number, number, number, number, number, number, number, number, number, number]
  return {
    vector: vector === NONE ? null : vector,
    hsr,
    trap: traps === 0 ? null : trap,
    guestVector: guest === NONE ? null : guest,
    ifsr,
    dfsr,
    dfar,
    hdfar,
    dscr,
    r0,
  }
}

/** A CPU in Hyp mode. */
export class Hyp {
  readonly #process: LineProcess
  /** Of the emulator. */
  readonly version: string
  /** DBGDIDR of its CPU. */
  didr = 0
  readonly #waiting: { readonly resolve: (line: string) => void; readonly reject: (error: Error) => void }[] =
    []
  #fault: TargetFault | null = null

  private constructor(image: string, version: string) {
    this.version = version
    this.#process = new LineProcess(commandFor(image, null), {
      line: (line) => this.#waiting.shift()?.resolve(line),
      fault: (fault) => {
        this.#fault = fault
        for (const { reject } of this.#waiting.splice(0)) reject(fault)
      },
    })
  }

  /** @throws Unavailable without QEMU or the cross compiler. */
  static async open(): Promise<Hyp> {
    const version = await emulatorVersion()
    const hyp = new Hyp(await buildImage(), version)
    const [, didr = '0'] = (await hyp.#next()).trim().split(' ')
    hyp.didr = Number.parseInt(didr, 16)
    return hyp
  }

  async #next(): Promise<string> {
    if (this.#fault) throw this.#fault
    const timer = setTimeout(
      () => this.#process.fail('hangs', `no answer within ${ANSWERS_WITHIN / 1000} seconds`),
      ANSWERS_WITHIN,
    )
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting.push({ resolve, reject })
      })
    } finally {
      clearTimeout(timer)
    }
  }

  /** @throws TargetFault */
  async execute(opcode: number, mode: number, r0 = 0): Promise<Executed> {
    this.#process.send(`x ${hex(opcode)} ${hex(mode)} ${hex(r0)}`)
    return parse(await this.#next())
  }

  /** Executes an instruction in Hyp mode that sets something up: there is no answer. */
  prepare(opcode: number, r0: number): void {
    this.#process.send(`w ${hex(opcode)} ${hex(r0)}`)
  }

  /** Writes HDCR; what it reads then. @throws TargetFault */
  async setHdcr(value: number): Promise<number> {
    this.#process.send(`h ${hex(value)}`)
    return Number.parseInt((await this.#next()).trim(), 16)
  }

  close(): Promise<void> {
    return this.#process.stop('q\n')
  }
}
