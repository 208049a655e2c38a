/** Decisions: instructions that the hypervisor executes, and what is kept of the guest's own step. */
import { api, armArm, linux, source, threads } from '../../../model/citations.ts'
import { boolean, field, hex64, integer, nullable, oneOf, withDefault } from '../../codec.ts'
import { bit, controlInForce, decision, pstateField } from './declare.ts'

const pc = field(hex64, 'address of the instruction')
const asBit = (value: number): 0 | 1 => (value === 1 ? 1 : 0)

export const retireEmulated = decision({
  id: 'arm64/retire-emulated',
  rule: 'retireEmulated',
  meaning: 'PC and PSTATE after an instruction that the hypervisor completed.',
  inputs: { pc, pstate: pstateField },
  outputs: { pc: field(hex64, 'PC'), pstate: field(hex64, 'PSTATE') },
  example: { pc: '0x40080000', pstate: '0x2003c5' },
  cites: [threads.arm64EmulatedStep, source('Linux 6.1 arch/arm64/kvm/hyp/include/hyp/adjust_pc.h')],
  ask: (input, context) => context.rules.retireEmulated(input, context),
})

export const mmioExitPc = decision({
  id: 'arm64/mmio-exit-pc',
  rule: 'mmioExitPc',
  meaning: 'The PC that the VMM sees at an exit for MMIO.',
  inputs: { pc },
  outputs: { pc: field(hex64, 'PC') },
  example: { pc: '0x40080000' },
  cites: [threads.arm64MaskingReview],
  ask: (input, context) => ({ pc: context.rules.mmioExitPc(input, context) }),
})

export const mmioAbortPc = decision({
  id: 'arm64/mmio-abort-pc',
  rule: 'mmioAbortPc',
  meaning: 'The return address of an external abort with which userspace ends an access to MMIO.',
  inputs: { pc, exitPc: field(hex64, 'the PC that the VMM sees') },
  outputs: { elr: field(hex64, 'ELR_EL1') },
  example: { pc: '0x40080000', exitPc: '0x40080000' },
  cites: [threads.arm64EmulatedStep, api('KVM_SET_VCPU_EVENTS, ext_dabt_pending')],
  ask: (input, context) => ({ elr: context.rules.mmioAbortPc(input, context) }),
})

export const pendingStep = decision({
  id: 'arm64/pending-step',
  rule: 'pendingStep',
  meaning:
    'What becomes of a host’s step that is done while the guest is left, without an exception of the CPU.',
  inputs: {
    control: controlInForce,
    done: field(
      oneOf('kernel', 'userspace', 'call', 'injection', 'host-interrupt'),
      'how its instruction was done',
    ),
  },
  outputs: { result: field(oneOf('report', 'enter'), '`enter` goes on with the guest') },
  example: { control: '0x3', done: 'userspace' },
  cites: [
    threads.arm64EmulatedStep,
    linux(
      '370531d1e95b',
      'KVM: arm64: Clear PSTATE.SS when the Software Step state was Active-pending, 2022',
    ),
  ],
  ask: (input, context) => ({ result: context.rules.pendingStep(input, context) }),
})

export const spsrSeenByGuest = decision({
  id: 'arm64/spsr-seen-by-guest',
  rule: 'spsrSeenByGuest',
  meaning: 'SPSR_EL1 as the guest’s handler reads it after an exception that it took while the host debugs.',
  inputs: {
    spsr: field(hex64, 'SPSR_EL1 as the hardware wrote it'),
    control: controlInForce,
    guestSs: field(bit, 'the guest’s own PSTATE.SS'),
  },
  outputs: { spsr: field(hex64, 'SPSR_EL1') },
  example: { spsr: '0x2003c5', control: '0x3', guestSs: 0 },
  cites: [api('KVM_SET_GUEST_DEBUG')],
  ask: ({ guestSs, ...input }, context) => ({
    spsr: context.rules.spsrSeenByGuest({ ...input, guestSs: asBit(guestSs) }, context),
  }),
})

export const guestStepBit = decision({
  id: 'arm64/guest-step-bit',
  rule: 'guestStepBit',
  meaning: 'The guest’s own PSTATE.SS after it ran while the host debugged.',
  inputs: {
    before: field(bit, 'when it was entered'),
    hardware: withDefault(bit, 0, 'as the hardware has left it'),
    lastSet: withDefault(
      nullable(bit),
      null,
      'what its last exception return or exception would have left there without the host',
    ),
    ran: field(boolean, 'an instruction was executed or an exception taken'),
  },
  outputs: { ss: field(bit, 'PSTATE.SS') },
  choices: ['guestStepBit'],
  example: { before: 1, ran: false },
  cites: [api('KVM_SET_GUEST_DEBUG')],
  ask: ({ before, hardware, lastSet, ran }, context) => ({
    ss: context.rules.guestStepBit(
      {
        before: asBit(before),
        hardware: asBit(hardware),
        lastSet: lastSet === null ? null : asBit(lastSet),
        ran,
      },
      context,
    ),
  }),
})

export const guestMdscr = decision({
  id: 'arm64/guest-mdscr',
  rule: 'guestMdscr',
  meaning: 'The guest’s own MDSCR_EL1 after it ran while the host debugged.',
  inputs: {
    own: field(hex64, 'as the guest has it'),
    hardware: field(hex64, 'as the hardware had it while the guest ran'),
  },
  outputs: { mdscr: field(hex64, 'MDSCR_EL1') },
  example: { own: '0x1', hardware: '0x0' },
  cites: [threads.arm64SingleStep, api('KVM_SET_GUEST_DEBUG')],
  ask: (input, context) => ({ mdscr: context.rules.guestMdscr(input, context) }),
})

export const debugRegisterIndex = decision({
  id: 'arm64/debug-register-index',
  rule: 'debugRegisterIndex',
  meaning: 'Which breakpoint or watchpoint a trapped access to one of their registers means.',
  inputs: { crm: field(integer(0, 15), 'CRm of the encoding') },
  outputs: { index: field(integer(0, 15), 'its number') },
  example: { crm: 3 },
  cites: [armArm('DBGBVR<n>_EL1')],
  ask: (input, context) => ({ index: context.rules.debugRegisterIndex(input, context) }),
})

export const accessOsLock = decision({
  id: 'arm64/access-os-lock',
  rule: 'accessOsLock',
  meaning: 'What a guest’s access to OSLAR_EL1 or OSLSR_EL1 does.',
  inputs: {
    register: field(oneOf('oslar_el1', 'oslsr_el1'), 'which of the two'),
    direction: field(oneOf('read', 'write'), 'MRS or MSR'),
    oslsr: field(hex64, 'OSLSR_EL1 before'),
    value: withDefault(hex64, 0n, 'what is written'),
  },
  outputs: {
    result: field(oneOf('done', 'undefined'), '`undefined` is an exception of that kind'),
    oslsr: field(hex64, 'OSLSR_EL1 afterwards'),
  },
  example: { register: 'oslar_el1', direction: 'write', oslsr: '0x8', value: '0x1' },
  cites: [armArm('OSLAR_EL1'), armArm('OSLSR_EL1')],
  ask: (input, context) => context.rules.accessOsLock(input, context),
})
