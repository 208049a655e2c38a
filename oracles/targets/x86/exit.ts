/**
 * The fields of an observed exit, decoded.
 */
import type { Exit } from '../../../model/x86/run.ts'
import { hexNumber, hexValue } from '../hex.ts'
import type { Fields, ObservedEvent } from '../kvm/observation.ts'

/** Bytes in memory order; `null` where nothing was written. */
const dataOf = ({ data }: Fields): bigint | null =>
  data ? hexValue(data.match(/../g)!.reverse().join('')) : null

/** Why KVM_RUN returned; `null` for an internal error and what programs do not know. */
export const exitOf = ({ what, fields }: ObservedEvent): Exit | null => {
  switch (what) {
    case 'debug':
      return {
        reason: what,
        debug: {
          exception: hexNumber(fields.exception) as 1 | 3,
          pc: hexValue(fields.pc),
          dr6: hexValue(fields['exit-dr6']),
          dr7: fields['exit-dr7'] === undefined ? null : hexValue(fields['exit-dr7']),
        },
      }
    case 'io':
      return {
        reason: what,
        direction: fields.direction === 'in' ? 'in' : 'out',
        port: hexNumber(fields.port),
        size: hexNumber(fields.size),
        count: hexNumber(fields.count),
        data: dataOf(fields),
      }
    case 'mmio':
      return {
        reason: what,
        direction: fields.direction === 'read' ? 'read' : 'write',
        address: hexValue(fields.address),
        size: hexNumber(fields.size),
        data: dataOf(fields),
      }
    case 'hlt':
    case 'interrupt-window':
    case 'shutdown':
    case 'interrupted':
      return { reason: what }
    default:
      return null
  }
}
