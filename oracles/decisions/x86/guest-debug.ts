/** Decisions: KVM_SET_GUEST_DEBUG, and whose an event is while it is in force. */
import { api, threads } from '../../../model/citations.ts'
import { boolean, field, hex32, integer, oneOf, withDefault } from '../../codec.ts'
import { controlInForce, decision, owner, rflagsField } from './declare.ts'

const guestDebug = [api('KVM_SET_GUEST_DEBUG')]

export const setGuestDebug = decision({
  id: 'x86/set-guest-debug',
  rule: 'setGuestDebug',
  meaning: 'Whether KVM_SET_GUEST_DEBUG accepts a control word, and which one is in force afterwards.',
  inputs: {
    control: field(hex32, 'the control word asked for'),
    controlInForce: field(hex32, 'the control word in force before'),
    exceptionPending: field(boolean, 'an exception waits to be delivered'),
    protectedGuest: withDefault(boolean, false, 'the guest’s state is protected from the host'),
    exceptionInjected: withDefault(boolean, false, 'an exception is injected and not yet delivered'),
    wideDr7: withDefault(boolean, false, 'debugreg[7] is wider than 32 bits'),
  },
  outputs: {
    result: field(oneOf('ok', 'EBUSY', 'EINVAL'), 'what the ioctl returns'),
    control: field(hex32, 'the control word in force afterwards'),
  },
  choices: ['unknownControlBits'],
  example: { control: '0x40001', controlInForce: '0x1', exceptionPending: true },
  cites: guestDebug,
  ask: (input, context) => context.rules.setGuestDebug(input, context),
})

export const exceptionShown = decision({
  id: 'x86/exception-shown',
  rule: 'exceptionShown',
  meaning: 'Whether KVM_GET_VCPU_EVENTS shows an exception that waits to be delivered.',
  inputs: { vector: field(integer(0, 31), 'the vector that waits') },
  outputs: { shown: field(boolean, 'it is in the events') },
  example: { vector: 3 },
  cites: [api('KVM_GET_VCPU_EVENTS')],
  ask: (input, context) => ({ shown: context.rules.exceptionShown(input, context) }),
})

export const debugExceptionOwner = decision({
  id: 'x86/debug-exception-owner',
  rule: 'debugExceptionOwner',
  meaning: 'Who gets a #DB that is raised while the guest runs.',
  inputs: {
    control: controlInForce,
    cause: withDefault(
      oneOf('code-breakpoint', 'general-detect', 'trap'),
      'trap',
      'what raised it: `trap` is everything reported after an instruction',
    ),
  },
  outputs: { owner },
  example: { control: '0x3' },
  cites: [...guestDebug, threads.debugExceptionsDuringEmulation],
  ask: (input, context) => ({ owner: context.rules.debugExceptionOwner(input, context) }),
})

export const breakpointInstructionOwner = decision({
  id: 'x86/breakpoint-instruction-owner',
  rule: 'breakpointInstructionOwner',
  meaning: 'Who gets the event of INT3, INT n or INTO.',
  inputs: {
    control: controlInForce,
    instruction: withDefault(oneOf('int3', 'int', 'into'), 'int3', '`int3` is the one-byte CC'),
  },
  outputs: { owner },
  example: { control: '0x10001' },
  cites: guestDebug,
  ask: (input, context) => ({ owner: context.rules.breakpointInstructionOwner(input, context) }),
})

export const flagsAfterControlChange = decision({
  id: 'x86/flags-after-control-change',
  rule: 'flagsAfterControlChange',
  meaning: 'What KVM_SET_GUEST_DEBUG leaves in the guest’s RFLAGS.',
  inputs: {
    rflags: rflagsField,
    controlBefore: field(hex32, 'the control word before the call'),
    controlAfter: field(hex32, 'the one that it puts in force'),
  },
  outputs: { rflags: field(hex32, 'RFLAGS as kept for the guest, afterwards') },
  example: { rflags: '0x102', controlBefore: '0x3', controlAfter: '0x0' },
  cites: guestDebug,
  ask: (input, context) => ({ rflags: context.rules.flagsAfterControlChange(input, context) }),
})

export const visibleFlags = decision({
  id: 'x86/visible-flags',
  rule: 'visibleFlags',
  meaning: 'The flags that KVM_GET_REGS shows.',
  inputs: { rflags: rflagsField, control: controlInForce },
  outputs: { rflags: field(hex32, 'RFLAGS as KVM_GET_REGS returns them') },
  example: { rflags: '0x102', control: '0x3' },
  cites: guestDebug,
  ask: (input, context) => ({ rflags: context.rules.visibleFlags(input, context) }),
})

export const guestFlags = decision({
  id: 'x86/guest-flags',
  rule: 'guestFlags',
  meaning: 'The flags that the guest’s own instructions work with: what PUSHF and frames get.',
  inputs: { rflags: rflagsField, control: controlInForce },
  outputs: { rflags: field(hex32, 'RFLAGS as the guest finds them') },
  example: { rflags: '0x102', control: '0x3' },
  cites: guestDebug,
  ask: (input, context) => ({ rflags: context.rules.guestFlags(input, context) }),
})
