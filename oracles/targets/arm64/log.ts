/**
 * The log that the guest's handlers write, record by record.
 */
import { LOG_RECORD, VECTOR_OFFSETS, type Vector, withoutStepHints } from '../../../model/arm64/index.ts'

/** What a handler found when it began. */
export interface LogRecord {
  /** `null` for an interrupt, which logs its vector in the place of a syndrome. */
  readonly esr: bigint | null
  /** Of an interrupt; exceptions do not log theirs. */
  readonly vector: Vector | null
  readonly elr: bigint
  readonly spsr: bigint
  /** FAR_EL1, which an exception may have left as it was; `null` for an interrupt. */
  readonly far: bigint | null
}

const INTERRUPTS = (['irq-el1', 'irq-el0'] as const).map((name) => [VECTOR_OFFSETS[name], name] as const)

/** The records of a log in hex digits; one that is cut off reads as if zeros followed. */
export const logRecords = (log: string): LogRecord[] => {
  const bytes = Buffer.concat([Buffer.from(log, 'hex'), Buffer.alloc(LOG_RECORD)])
  const records: LogRecord[] = []
  for (let at = 0; at < log.length / 2; at += LOG_RECORD) {
    const [first, elr, spsr, far] = [0, 8, 16, 24].map((field) => bytes.readBigUInt64LE(at + field)) as [
      bigint,
      bigint,
      bigint,
      bigint,
    ]
    // A syndrome has IL set: every instruction has 32 bits.
    const [, vector = null] = INTERRUPTS.find(([offset]) => BigInt(offset) === first) ?? []
    records.push({
      esr: vector === null ? first : null,
      vector,
      elr,
      spsr,
      far: vector === null ? far : null,
    })
  }
  return records
}

/** A log without ISV and EX of the steps' syndromes. */
export const withoutStepHintsIn = (log: string): string => {
  const bytes = Buffer.from(log, 'hex')
  for (let at = 0; at + 8 <= bytes.length; at += LOG_RECORD)
    bytes.writeBigUInt64LE(withoutStepHints(bytes.readBigUInt64LE(at)), at)
  return bytes.toString('hex')
}
