/**
 * What cannot be compared with QEMU on KVM, beside what cannot be with KVM alone.
 */
import { any } from '../../../model/bits.ts'
import { flags, type Run } from '../../../model/x86/index.ts'
import type { Limit as X86Limit } from '../x86/unsupported.ts'
import { PC_LIMITS } from './qemu-tcg.ts'
import { type Limit, ofX86, onlyGuest } from './unsupported.ts'

/** RWn and LENn of all slots. */
const CONDITIONS = 0xffff0000n

/** KVM's emulator leaves DR7 of an exit unwritten where the guest has gone past one that was written. */
const readsStaleDr7 = ({ events }: Run): boolean => {
  let isStale = false
  return events.some((event) => {
    if (event.kind !== 'exit' || event.exit.reason !== 'debug') return false
    const { dr7 } = event.exit.debug
    if (dr7 !== null) isStale = any(dr7, CONDITIONS)
    return dr7 === null && isStale
  })
}

const X86_LIMITS: readonly X86Limit[] = [
  ...PC_LIMITS,
  {
    reason: 'the guest’s own step trap wakes it from the HLT that ends it',
    instruction: ({ v }, { form }) => form === 'hlt' && (v.rflags & flags.TF) !== 0,
  },
  {
    reason: 'KVM does not write DR7 of the exit, and QEMU tells of what the exit before had there',
    run: readsStaleDr7,
  },
]

export const KVM_X86_LIMITS: readonly Limit[] = [onlyGuest('x86'), ...ofX86(X86_LIMITS)]
