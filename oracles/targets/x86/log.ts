/**
 * The log that the guest's handlers write, record by record.
 */
import { LOG_RECORD, type Program, type ProgramMode } from '../../../model/x86/index.ts'

/** What a handler found when it began. */
export interface LogRecord {
  /** 0xff stands for all vectors behind the last one that has a handler of its own, 0xfe for SYSCALL. */
  readonly vector: number
  readonly ip: bigint
  readonly flags: number
  /** As the handler of #DB read it; `null` for other vectors. */
  readonly dr6: bigint | null
  /** 0 for a vector without one; `null` in real mode. */
  readonly errorCode: number | null
}

/** Where the fields of a record lie, by mode: offset and bytes. */
export const LOG_LAYOUT = {
  real: { ip: [0, 2], flags: [2, 2], vector: [4, 1], dr6: [8, 4] },
  long: { ip: [0, 8], flags: [8, 8], vector: [16, 1], dr6: [20, 4], errorCode: [24, 8] },
} as const satisfies { readonly [M in ProgramMode]: { readonly [field: string]: readonly [number, number] } }

/** The mode that a program begins in. */
export const modeOf = ({ setup }: Program): ProgramMode => setup.mode ?? 'real'

const read = (bytes: Uint8Array, at: number, [offset, size]: readonly [number, number]): bigint => {
  let value = 0n
  for (let i = size - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[at + offset + i] ?? 0)
  return value
}

/** The records of a log in hex digits; one that is cut off reads as if zeros followed. */
export const logRecords = (log: string, mode: ProgramMode): LogRecord[] => {
  const bytes = Buffer.from(log, 'hex')
  const layout = LOG_LAYOUT[mode]
  const records: LogRecord[] = []
  for (let at = 0; at < bytes.length; at += LOG_RECORD[mode]) {
    const vector = Number(read(bytes, at, layout.vector))
    records.push({
      vector,
      ip: read(bytes, at, layout.ip),
      flags: Number(read(bytes, at, layout.flags)),
      dr6: vector === 1 ? read(bytes, at, layout.dr6) : null,
      errorCode: 'errorCode' in layout ? Number(read(bytes, at, layout.errorCode)) : null,
    })
  }
  return records
}

/** A log in which fields of some records are replaced: those that `change` returns. */
export const mapLog = (
  log: string,
  mode: ProgramMode,
  change: (record: LogRecord) => { readonly dr6?: bigint; readonly flags?: number },
): string => {
  const bytes = Buffer.from(log, 'hex')
  const write = (at: number, [offset, size]: readonly [number, number], value: bigint): void => {
    for (let i = 0; i < size && at + offset + i < bytes.length; i++)
      bytes[at + offset + i] = Number((value >> BigInt(8 * i)) & 0xffn)
  }
  logRecords(log, mode).forEach((record, i) => {
    const { dr6, flags } = change(record)
    const at = i * LOG_RECORD[mode]
    if (dr6 !== undefined) write(at, LOG_LAYOUT[mode].dr6, dr6)
    if (flags !== undefined) write(at, LOG_LAYOUT[mode].flags, BigInt(flags))
  })
  return bytes.toString('hex')
}
