/**
 * The log of a run: what the guest read, and every exception, in their order, whoever took it. A guest's handlers and a
 * hypervisor see no more of each other than this.
 */

/** Bytes of a record: four words, the low byte first. */
const RECORD = 16

/** Who took an exception: the guest at PL1, the hypervisor in Hyp mode, the kernel of the host from its task. */
export type Level = 'guest' | 'hyp' | 'host'
const LEVELS: readonly Level[] = ['guest', 'hyp', 'host']

/** Vectors by the numbers that ARM ARM v7-A gives their offsets: 4 bytes each. */
export const VECTOR = { undefined: 1, 'prefetch-abort': 3, 'data-abort': 4, 'hyp-trap': 5 } as const
export type VectorName = keyof typeof VECTOR

export type LogRecord =
  | {
      readonly kind: 'read'
      /** Of the instruction. */
      readonly address: number
      /** What its destination got: a register, or NZCV in bits 31:28. */
      readonly value: number
    }
  | {
      readonly kind: 'exception'
      readonly level: Level
      readonly vector: VectorName
      /** Of the guest's instruction; 0 for those of the host's task. */
      readonly address: number
      /** In the guest IFSR or DFSR, 0 if it is UNDEFINED; in Hyp mode HSR; in the host DBGDSCR.MOE. */
      readonly status: number
      /** DFAR of a data abort that the guest took; 0 for others. */
      readonly far: number
    }

const wordsOf = (record: LogRecord): readonly number[] =>
  record.kind === 'read'
    ? [0, record.address, record.value, 0]
    : [(LEVELS.indexOf(record.level) << 8) | VECTOR[record.vector], record.address, record.status, record.far]

/** Records as hex digits. */
export const logText = (records: readonly LogRecord[]): string =>
  Buffer.from(Uint32Array.from(records.flatMap(wordsOf)).buffer).toString('hex')

const vectorNamed = (number: number): VectorName =>
  (Object.keys(VECTOR) as VectorName[]).find((name) => VECTOR[name] === number) ?? 'undefined'

/** The records of a log in hex digits; one that is cut off reads as if zeros followed. */
export const logRecords = (log: string): LogRecord[] => {
  const bytes = Buffer.concat([Buffer.from(log, 'hex'), Buffer.alloc(RECORD)])
  return Array.from({ length: Math.ceil(log.length / 2 / RECORD) }, (_, n): LogRecord => {
    const [what, address, value, far] = [0, 4, 8, 12].map((at) => bytes.readUInt32LE(n * RECORD + at)) as [
      number,
      number,
      number,
      number,
    ]
    if (what === 0) return { kind: 'read', address, value }
    const level = LEVELS[what >>> 8] ?? 'guest'
    return { kind: 'exception', level, vector: vectorNamed(what & 0xff), address, status: value, far }
  })
}
