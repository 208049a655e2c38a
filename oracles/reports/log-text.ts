/**
 * The log that the guest's handlers write (`model/x86/contract.ts`), decoded.
 */
import { LOG, LOG_RECORD, type ProgramMode } from '../../model/x86/contract.ts'
import type { ObservedEvent } from '../targets/kvm/observation.ts'
import { dr6Text, flagsText, vectorText } from './event-text.ts'

/** One record: what a handler found when it was entered. */
export interface LogRecord {
  /** 255 for every vector that shares the last handler, 254 for SYSCALL. */
  readonly vector: number
  /** As pushed: 16 bits in real mode, 64 in long mode. */
  readonly ip: bigint
  readonly flags: bigint
  /** 32 bits; 0 unless the vector is that of #DB. */
  readonly dr6: number
  /** Of the vectors that have one, in long mode. */
  readonly error: bigint
}

const DB = 1
const SHARED = 0xff
const SYSCALL = 0xfe

const realRecord = (record: Buffer): LogRecord => ({
  ip: BigInt(record.readUInt16LE(0)),
  flags: BigInt(record.readUInt16LE(2)),
  vector: record[4]!,
  dr6: record.readUInt32LE(8),
  error: 0n,
})

const longRecord = (record: Buffer): LogRecord => ({
  ip: record.readBigUInt64LE(0),
  flags: record.readBigUInt64LE(8),
  vector: record[16]!,
  dr6: record.readUInt32LE(20),
  error: record.readBigUInt64LE(24),
})

/** The whole records of a log given as hex digits. */
export const logRecords = (log: string, mode: ProgramMode): LogRecord[] => {
  const bytes = Buffer.from(log, 'hex')
  const size = LOG_RECORD[mode]
  const recordOf = mode === 'real' ? realRecord : longRecord
  return Array.from({ length: Math.floor(bytes.length / size) }, (_, i) =>
    recordOf(bytes.subarray(i * size, (i + 1) * size)),
  )
}

/** How many records there are at an exit: EBP points to the next one. */
export const recordsAt = ({ fields }: ObservedEvent, mode: ProgramMode): number =>
  Math.max(0, Math.floor((Number.parseInt(fields.rbp ?? '0', 16) - LOG) / LOG_RECORD[mode]))

/** `#DB IP=0x1001, FLAGS=0x102 (TF), DR6=0xffff4ff0 (BS)` */
export const logRecordText = ({ vector, ip, flags, dr6, error }: LogRecord): string => {
  const name = vector === SHARED ? 'interrupt' : vector === SYSCALL ? 'SYSCALL' : vectorText(vector)
  const code = error === 0n ? '' : `, error code 0x${error.toString(16)}`
  const causes = vector === DB ? `, DR6=${dr6Text(BigInt(dr6))}` : ''
  return `${name} IP=0x${ip.toString(16)}, FLAGS=${flagsText(Number(flags))}${code}${causes}`
}
