/**
 * The log that the guest's handlers write (`model/x86/contract.ts`), decoded.
 */
import { LOG, LOG_RECORD } from '../../model/x86/contract.ts'
import type { ObservedEvent } from '../targets/kvm/observation.ts'
import { dr6Text, flagsText, vectorText } from './event-text.ts'

/** One record: what a handler found when it was entered. */
export interface LogRecord {
  /** 255 for every vector that shares the last handler. */
  readonly vector: number
  /** As pushed, 16 bits. */
  readonly ip: number
  readonly flags: number
  /** 32 bits; 0 unless the vector is that of #DB. */
  readonly dr6: number
}

const DB = 1
const SHARED = 0xff

/** The whole records of a log given as hex digits. */
export const logRecords = (log: string): LogRecord[] => {
  const bytes = Buffer.from(log, 'hex')
  return Array.from({ length: Math.floor(bytes.length / LOG_RECORD) }, (_, i) => {
    const record = bytes.subarray(i * LOG_RECORD, (i + 1) * LOG_RECORD)
    return {
      ip: record.readUInt16LE(0),
      flags: record.readUInt16LE(2),
      vector: record[4]!,
      dr6: record.readUInt32LE(8),
    }
  })
}

/** How many records there are at an exit: EBP points to the next one. */
export const recordsAt = ({ fields }: ObservedEvent): number =>
  Math.max(0, Math.floor((Number.parseInt(fields.rbp ?? '0', 16) - LOG) / LOG_RECORD))

/** `#DB IP=0x1001, FLAGS=0x102 (TF), DR6=0xffff4ff0 (BS)` */
export const logRecordText = ({ vector, ip, flags, dr6 }: LogRecord): string => {
  const name = vector === SHARED ? 'interrupt' : vectorText(vector)
  const causes = vector === DB ? `, DR6=${dr6Text(BigInt(dr6))}` : ''
  return `${name} IP=0x${ip.toString(16)}, FLAGS=${flagsText(flags)}${causes}`
}
