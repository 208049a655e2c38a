/**
 * What the decisions of the x86 machine have in common: how one is declared, and the fields that recur.
 */
import { type Answers, type ChoiceName, choices } from '../../../model/x86/choices.ts'
import type { Op } from '../../../model/x86/program.ts'
import { DR6, DR7 } from '../../../model/x86/registers.ts'
import type { Context, RuleName } from '../../../model/x86/rules.ts'
import { ideal } from '../../../model/x86/variants/ideal.ts'
import type { Variant } from '../../../model/x86/variants/variant.ts'
import { boolean, field, fourAddresses, hex32, hex64, oneOf, withDefault } from '../../codec.ts'
import { decisionsOf } from '../decision.ts'

/** Declares a decision of the x86 machine. */
export const decision = decisionsOf<Variant, Answers, Context, RuleName, ChoiceName>({
  machine: 'x86',
  ideal,
  choices,
})

/** CPU features that change what DR6 can hold. */
export const features = {
  rtm: withDefault(boolean, false, 'CPUID has RTM'),
  busLockDetect: withDefault(boolean, false, 'CPUID has BUS_LOCK_DETECT'),
}

/** The guest's DR6 and DR7, at their reset values unless given. */
export const resetDr6 = withDefault(hex64, DR6.reset, 'the guest’s DR6')
export const resetDr7 = withDefault(hex64, DR7.reset, 'the DR7 whose GD bit counts')

export const controlInForce = field(hex32, 'the control word of KVM_SET_GUEST_DEBUG that is in force')
export const rflagsField = field(hex32, 'RFLAGS as kept for the guest')

/** Both sets of breakpoint registers. */
export const bothSets = {
  control: controlInForce,
  hostDb: field(fourAddresses, 'debugreg[0..3] of KVM_SET_GUEST_DEBUG'),
  hostDr7: field(hex64, 'debugreg[7] of KVM_SET_GUEST_DEBUG'),
  guestDb: field(fourAddresses, 'the guest’s DR0–DR3'),
  guestDr7: field(hex64, 'the guest’s DR7'),
}

export const mode = withDefault(oneOf('real', 'protected', 'long'), 'real', 'mode of the CPU')
export const vendor = oneOf('intel', 'amd')
export const owner = field(oneOf('userspace', 'guest'), 'who gets it: userspace by a KVM_EXIT_DEBUG')

// As a record, so that an instruction that is new cannot be forgotten here.
const OPS: { readonly [O in Op]: true } = {
  nop: true,
  jmp: true,
  mov: true,
  push: true,
  pushf: true,
  popf: true,
  popfd: true,
  'mov-to-dr': true,
  'mov-from-dr': true,
  'mov-ss': true,
  'pop-ss': true,
  'pop-ds': true,
  sti: true,
  cli: true,
  int: true,
  int3: true,
  into: true,
  icebp: true,
  iret: true,
  iretd: true,
  in: true,
  out: true,
  load: true,
  store: true,
  inc: true,
  cpuid: true,
  rdmsr: true,
  wrmsr: true,
  ud2: true,
  hlt: true,
  syscall: true,
  sysret: true,
  'rep-movsb': true,
  'rep-stosb': true,
  'rep-insb': true,
  'rep-outsb': true,
  'force-emulation': true,
  other: true,
}

/** Everything a guest instruction can be; `other` stands for what only handlers contain. */
export const instruction = oneOf(...(Object.keys(OPS) as Op[]))

/** Four DR addresses for examples. */
export const dbAt = (address: string): readonly string[] => [address, '0x0', '0x0', '0x0']
