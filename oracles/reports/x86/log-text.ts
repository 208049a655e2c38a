/**
 * The log that the guest's handlers write (`model/x86/contract.ts`), as text.
 */
import { shortHex } from '../../../model/bits.ts'
import { LOG, LOG_RECORD, type ProgramMode, SHARED_LOGGED, SYSCALL_LOGGED } from '../../../model/x86/index.ts'
import type { ObservedEvent } from '../../targets/kvm/observation.ts'
import type { LogRecord } from '../../targets/x86/log.ts'
import { dr6Text, flagsText, vectorText } from './event-text.ts'

/** How many records there are at an exit: EBP points to the next one. */
export const recordsAt = ({ fields }: ObservedEvent, mode: ProgramMode): number =>
  Math.max(0, Math.floor((Number.parseInt(fields.rbp ?? '0', 16) - LOG) / LOG_RECORD[mode]))

const nameOf = (vector: number): string => {
  if (vector === SHARED_LOGGED) return 'interrupt'
  return vector === SYSCALL_LOGGED ? 'SYSCALL' : vectorText(vector)
}

/** `#DB IP=0x1001, FLAGS=0x102 (TF), DR6=0xffff4ff0 (BS)` */
export const logRecordText = ({ vector, ip, flags, dr6, errorCode }: LogRecord): string => {
  const causes = dr6 === null ? '' : `, DR6=${dr6Text(dr6)}`
  const error = errorCode ? `, error code ${shortHex(errorCode)}` : ''
  return `${nameOf(vector)} IP=${shortHex(ip)}, FLAGS=${flagsText(flags)}${causes}${error}`
}
