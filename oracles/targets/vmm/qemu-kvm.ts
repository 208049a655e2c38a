/**
 * What cannot be compared with QEMU on KVM, beside what cannot be with KVM alone.
 */
import { PC_LIMITS } from './qemu-tcg.ts'
import { type Limit, ofX86, onlyGuest } from './unsupported.ts'

export const KVM_X86_LIMITS: readonly Limit[] = [onlyGuest('x86'), ...ofX86(PC_LIMITS)]
