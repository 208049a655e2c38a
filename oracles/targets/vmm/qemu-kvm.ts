/**
 * What cannot be compared with QEMU on KVM, beside what cannot be with KVM alone.
 */
import { any } from '../../../model/bits.ts'
import { dr7, flags } from '../../../model/x86/index.ts'
import type { Vmm } from '../../../properties/vmm/types.ts'
import type { Mask } from '../kvm/masks.ts'
import type { Limit as X86Limit } from '../x86/unsupported.ts'
import { PC_LIMITS } from './qemu-tcg.ts'
import { type Limit, ofX86, onlyGuest } from './unsupported.ts'

/** What CPUID names on QEMU's standard CPU, whatever the setup asks for. */
const QEMU_VENDOR = 'amd'

const X86_LIMITS: readonly X86Limit[] = [
  ...PC_LIMITS,
  {
    reason: 'the guest’s own step trap wakes it from the HLT that ends it',
    instruction: ({ v }, { form }) => form === 'hlt' && (v.rflags & flags.TF) !== 0,
  },
  {
    reason: 'a breakpoint behind MOV SS goes by the vendor that CPUID names, which is QEMU’s there',
    instruction: ({ v }) => v.shadow === 'mov-ss' && v.vendor !== QEMU_VENDOR && any(v.dr7, dr7.ENABLES),
  },
]

export const KVM_X86_LIMITS: readonly Limit[] = [onlyGuest('x86'), ...ofX86(X86_LIMITS)]

/** Words of a stop that tell of a watchpoint. */
const WATCHES: readonly string[] = ['watch', 'rwatch', 'awatch']

/** Beneath QEMU KVM's instruction emulator runs the guest. */
export const EMULATOR_MASK: Mask<Vmm> = {
  reason:
    'which kind of breakpoint it was: QEMU looks at DR7 of the exit, where KVM’s emulator leaves what was there before',
  apply: (observation) => ({
    ...observation,
    events: observation.events.map((event) => ({
      ...event,
      fields: Object.fromEntries(Object.entries(event.fields).filter(([name]) => !WATCHES.includes(name))),
    })),
  }),
}
