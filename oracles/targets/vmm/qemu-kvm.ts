/**
 * What cannot be compared with QEMU on KVM, beside what cannot be with KVM alone.
 */
import { flags } from '../../../model/x86/index.ts'
import type { Limit as X86Limit } from '../x86/unsupported.ts'
import { PC_LIMITS } from './qemu-tcg.ts'
import { type Limit, ofX86, onlyGuest } from './unsupported.ts'

const X86_LIMITS: readonly X86Limit[] = [
  ...PC_LIMITS,
  {
    reason: 'the guest’s own step trap wakes it from the HLT that ends it',
    instruction: ({ v }, { form }) => form === 'hlt' && (v.rflags & flags.TF) !== 0,
  },
]

export const KVM_X86_LIMITS: readonly Limit[] = [onlyGuest('x86'), ...ofX86(X86_LIMITS)]
