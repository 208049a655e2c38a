/**
 * What a write leaves in a register of the hardware.
 */
import { OSLAR_KEY } from '../../../model/armv7/index.ts'
import { armv7Arm } from '../../../model/armv7/sources.ts'
import type { Property } from '../../property.ts'
import { hexOf } from '../history.ts'
import { type Armv7, ruleProperty } from '../types.ts'
import { summary } from './registers.ts'

const stores = ruleProperty({
  id: 'armv7/register-writes',
  layer: 'arch',
  statement:
    'The key and nothing else sets the OS lock; DBGVCR keeps its catches; breakpoints and watchpoints drop their reserved bits; MDBGen can be written, and MOE cannot unless the OS lock is set.',
  cites: [armv7Arm('DBGOSLAR'), summary],
  rule: 'storeRegister',
  inputs: (f) =>
    f.record({
      register: f.constantFrom(
        'DBGOSLAR',
        'DBGVCR',
        'DBGBVR0',
        'DBGBCR0',
        'DBGWVR0',
        'DBGWCR0',
        'DBGDSCRext',
        'DBGOSDLR',
      ),
      value: f.constantFrom(0, 1, OSLAR_KEY, 0x3aa53311, 0xffffffff, 0x1e7, 0x8000, 0x8004),
      old: f.constantFrom(0, 1, 0x8008, 0x6),
      osLock: f.boolean(),
    }),
  holds: (stored, { register, value, old, osLock }) => {
    switch (register) {
      case 'DBGOSLAR':
        return stored === (value === OSLAR_KEY ? 1 : 0) || `OSLK is ${stored}`
      case 'DBGVCR':
        return stored === (value & ~0x21012320) >>> 0 || `DBGVCR holds ${hexOf(stored)}`
      case 'DBGBVR0':
      case 'DBGWVR0':
        return stored === value - (value % 4)
      case 'DBGBCR0':
        return stored === (value & 0x00ffe1e7) >>> 0
      case 'DBGWCR0':
        return stored === (value & 0x1f1fffff) >>> 0
      case 'DBGOSDLR':
        return stored === value % 2
      default:
        if ((stored & 0x8000) !== (value & 0x8000)) return `MDBGen is not as written: ${hexOf(stored)}`
        return (stored & 0x3c) === ((osLock ? value : old) & 0x3c) || `MOE becomes ${(stored & 0x3c) >> 2}`
    }
  },
})

/** Writes to the hardware. */
export const storeProperties: readonly Property<Armv7>[] = [stores]
