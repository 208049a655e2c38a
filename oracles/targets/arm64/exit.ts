/**
 * The fields of an observed exit, decoded.
 */
import type { Exit } from '../../../model/arm64/index.ts'
import { hexNumber, hexValue } from '../hex.ts'
import type { Fields, ObservedEvent } from '../kvm/observation.ts'

/** Bytes in memory order; `null` where nothing was written. */
const dataOf = ({ data }: Fields): bigint | null =>
  data ? hexValue(data.match(/../g)!.reverse().join('')) : null

/** Why KVM_RUN returned; `null` for an internal error and what programs do not know. */
export const exitOf = ({ what, fields }: ObservedEvent): Exit | null => {
  switch (what) {
    case 'debug': {
      const high = fields['hsr-high']
      const far = fields['exit-far']
      return {
        reason: what,
        debug: {
          hsr: hexNumber(fields.hsr),
          hsrHigh: high === undefined ? null : hexNumber(high),
          far: far === undefined ? null : hexValue(far),
        },
      }
    }
    case 'mmio':
      return {
        reason: what,
        direction: fields.direction === 'read' ? 'read' : 'write',
        address: hexValue(fields.address),
        size: hexNumber(fields.size),
        data: dataOf(fields),
      }
    case 'interrupted':
      return { reason: what }
    default:
      return null
  }
}
