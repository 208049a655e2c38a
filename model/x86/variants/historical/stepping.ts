/**
 * Bugs of the past about single steps: TF, BS, and what counts as an instruction.
 */
import { linux, source } from '../../../citations.ts'
import { GUESTDBG, inForce } from '../../../kvm/guest-debug.ts'
import type { Slots } from '../../machine.ts'
import { flags } from '../../registers.ts'
import { idealRules } from '../../rules.ts'
import { idealSlots } from '../../slots.ts'
import { ideal } from '../ideal.ts'
import { historical } from '../variant.ts'

export const stepMissed = historical({
  id: 'x86/step-missed-in-emulation',
  summary: 'an emulated instruction (CPUID, RDMSR, I/O, MMIO) ends without its step trap',
  base: ideal,
  cites: [linux('663f4c61b803', 'KVM: x86: handle singlestep during emulation, 2013', 'recalled')],
  rules: {
    singleStepDue: (input, context) =>
      input.userspace === 'none' &&
      !['cpuid', 'rdmsr', 'wrmsr'].includes(input.instruction) &&
      idealRules.singleStepDue(input, context),
  },
})

const tfForced: Slots['retire'] = (m, how) => {
  const loadsFlags = ['popf', 'popfd', 'iret', 'iretd'].includes(how.instruction.op)
  if (loadsFlags && inForce(m.v.control, GUESTDBG.SINGLESTEP)) m.v.rflags |= flags.TF
  return idealSlots.retire(m, how)
}

export const tfForcedOnFlagWrites = historical({
  id: 'x86/tf-forced-on-flag-writes',
  summary: 'while the host steps, every write of the flags sets the guest’s TF, in handlers too',
  base: ideal,
  cites: [linux('94fe45da48f9', 'KVM: x86: fix guest single-stepping while interruptible, 2009')],
  slots: { retire: tfForced },
})

const SKIPPED = ['cpuid', 'rdmsr', 'wrmsr', 'mov-to-dr', 'mov-from-dr', 'in', 'out']

export const skipLosesGuestStep = historical({
  id: 'x86/skip-loses-guest-step',
  summary: 'an intercepted instruction that KVM skips ends without the guest’s own step trap',
  base: ideal,
  cites: [linux('6affcbedcac7', 'KVM: x86: add kvm_skip_emulated_instruction and use it, 2016', 'recalled')],
  rules: {
    singleStepDue: (input, context) =>
      idealRules.singleStepDue(
        { ...input, guestTf: input.guestTf && !SKIPPED.includes(input.instruction) },
        context,
      ),
  },
})

export const syscallSteps = historical({
  id: 'x86/syscall-steps-into-kernel',
  summary: 'SYSCALL with TF ends in a #DB in the kernel although IA32_FMASK clears TF (CVE-2017-7518)',
  base: ideal,
  cites: [linux('c8401dda2f0a', 'KVM: x86: fix singlestepping over syscall, 2017')],
  rules: { singleStepAfterSyscall: ({ tf }) => tf },
})

export const phantomStep = historical({
  id: 'x86/phantom-step',
  summary: 'an emulated store to a device ends in a step trap that nobody asked for',
  base: ideal,
  cites: [linux('5cc244a20b86', 'KVM: x86: fix single-step debugging, 2019', 'recalled')],
  rules: {
    singleStepDue: (input, context) =>
      input.userspace === 'mmio-write' || idealRules.singleStepDue(input, context),
  },
})

export const icebpNotSkipped = historical({
  id: 'x86/icebp-not-skipped',
  summary: 'the #DB of ICEBP is delivered with the address of the ICEBP itself',
  base: ideal,
  cites: [linux('32d43cd391ba', 'KVM: x86: fix icebp instruction handling, 2018', 'recalled')],
  rules: { icebpIp: ({ rip }) => rip },
})

export const wrmsrSwallowsStep = historical({
  id: 'x86/wrmsr-swallows-step',
  summary: 'a WRMSR that KVM handles early ends without the host’s step exit',
  base: ideal,
  cites: [
    linux('f7f39c50edb9', 'KVM: x86: exit to userspace if fastpath triggers one on instruction skip, 2024'),
  ],
  rules: {
    singleStepDue: (input, context) =>
      input.instruction !== 'wrmsr' && idealRules.singleStepDue(input, context),
  },
})

export const blockIrqMissing = historical({
  id: 'x86/no-blockirq',
  summary: 'BLOCKIRQ holds nothing back: a step with an interrupt waiting goes to the handler',
  base: ideal,
  cites: [linux('61e5f69ef083', 'KVM: x86: implement KVM_GUESTDBG_BLOCKIRQ, 2021')],
  rules: {
    eventDeliverable: (input, context) => idealRules.eventDeliverable({ ...input, control: 0 }, context),
  },
})

export const stepAfterMovSs = historical({
  id: 'x86/step-trap-after-mov-ss',
  summary: 'the step trap of MOV SS is taken directly after it',
  base: ideal,
  cites: [
    source('QEMU f0f0136abba6: target/i386: no single step exception after MOV or POP SS, 2024', 'recalled'),
  ],
  rules: { trapsHeld: () => false },
})
