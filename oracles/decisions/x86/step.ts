/** Decisions: the end of an instruction: when a step is due, what is held back, and the flags. */
import { api, sdm } from '../../../model/citations.ts'
import { boolean, field, hex32, integer, oneOf, withDefault } from '../../codec.ts'
import { controlInForce, decision, instruction, mode, rflagsField } from './declare.ts'

const op = field(instruction, 'the instruction')
const shadow = oneOf('none', 'sti', 'mov-ss', 'sti-or-mov-ss')
const remaining = field(integer(1, 0xffff), 'iterations still to do')
const shadowCites = [sdm('Masking Exceptions and Interrupts When Switching Stacks')]

export const singleStepDue = decision({
  id: 'x86/single-step-due',
  rule: 'singleStepDue',
  meaning: 'Whether a single-step trap is due after an instruction.',
  inputs: {
    guestTf: field(boolean, 'the guest’s own TF when the instruction began; as SYSCALL and SYSRET leave it'),
    hostStep: field(boolean, 'SINGLESTEP is in force'),
    instruction: op,
    taken: withDefault(boolean, true, 'INT n, INT3 and INTO: it went to its handler, INTO only with OF set'),
    mode,
    userspace: withDefault(
      oneOf('none', 'io-read', 'io-write', 'mmio-read', 'mmio-write'),
      'none',
      'the last access of the instruction that userspace answered',
    ),
  },
  outputs: { due: field(boolean, 'there is one') },
  example: { guestTf: false, hostStep: true, instruction: 'out', userspace: 'io-write' },
  cites: [sdm('Single-Step Exception Condition'), api('KVM_SET_GUEST_DEBUG')],
  ask: (input, context) => ({ due: context.rules.singleStepDue(input, context) }),
})

export const singleStepAfterSyscall = decision({
  id: 'x86/single-step-after-syscall',
  rule: 'singleStepAfterSyscall',
  meaning: 'Whether SYSCALL ends in a step trap in the kernel.',
  inputs: {
    tf: field(boolean, 'TF when SYSCALL began'),
    fmaskTf: field(boolean, 'IA32_FMASK clears TF'),
  },
  outputs: { due: field(boolean, 'there is one') },
  example: { tf: true, fmaskTf: true },
  cites: [sdm('Single-Step Exception Condition')],
  ask: (input, context) => ({ due: context.rules.singleStepAfterSyscall(input, context) }),
})

export const shadowAfter = decision({
  id: 'x86/shadow-after',
  rule: 'shadowAfter',
  meaning: 'The interrupt shadow that an instruction leaves for the length of the next one.',
  inputs: { instruction: op, interruptFlag: withDefault(boolean, false, 'RFLAGS.IF before the instruction') },
  outputs: { shadow: field(shadow, 'whose shadow it is: `sti-or-mov-ss` where one bit stands for both') },
  example: { instruction: 'mov-ss' },
  cites: shadowCites,
  ask: (input, context) => ({ shadow: context.rules.shadowAfter(input, context) }),
})

export const trapsHeld = decision({
  id: 'x86/traps-held',
  rule: 'trapsHeld',
  meaning: 'Whether the debug traps of an instruction wait until after the next one.',
  inputs: { instruction: op },
  outputs: { held: field(boolean, 'they wait') },
  example: { instruction: 'pop-ss' },
  cites: shadowCites,
  ask: (input, context) => ({ held: context.rules.trapsHeld(input, context) }),
})

export const eventDeliverable = decision({
  id: 'x86/event-deliverable',
  rule: 'eventDeliverable',
  meaning: 'Whether a waiting interrupt or NMI may be delivered now.',
  inputs: {
    event: field(oneOf('interrupt', 'nmi'), 'what waits'),
    interruptFlag: field(boolean, 'RFLAGS.IF'),
    shadow: withDefault(shadow, 'none', 'interrupt shadow of the instruction before'),
    control: controlInForce,
  },
  outputs: { deliverable: field(boolean, 'it may be delivered') },
  example: { event: 'nmi', interruptFlag: true, control: '0x100001' },
  cites: [...shadowCites, api('KVM_SET_GUEST_DEBUG, KVM_GUESTDBG_BLOCKIRQ')],
  ask: (input, context) => ({ deliverable: context.rules.eventDeliverable(input, context) }),
})

export const repeat = decision({
  id: 'x86/repeat',
  rule: 'repeat',
  meaning: 'How many iterations of a REP string instruction one instruction boundary covers.',
  inputs: { remaining },
  outputs: {
    iterations: field(integer(0, 0xffff), 'iterations done before the boundary'),
    ends: field(boolean, 'RIP moves on after them'),
  },
  example: { remaining: 3 },
  cites: [sdm('Single-Step Exception Condition')],
  ask: (input, context) => context.rules.repeat(input, context),
})

export const repeatInput = decision({
  id: 'x86/repeat-input',
  rule: 'repeatInput',
  meaning: 'How many iterations of REP INSB one I/O exit covers.',
  inputs: {
    remaining,
    stepping: field(boolean, 'the host or the guest steps'),
    pageLeft: withDefault(integer(1, 0x1000), 0x1000, 'bytes from the destination to the end of its page'),
  },
  outputs: { iterations: field(integer(0, 0xffff), 'iterations of one exit') },
  choices: ['repeatedInputExit'],
  example: { remaining: 3, stepping: true },
  cites: [api('KVM_RUN, KVM_EXIT_IO')],
  ask: (input, context) => ({ iterations: context.rules.repeatInput(input, context) }),
})

export const canExecute = decision({
  id: 'x86/can-execute',
  rule: 'canExecute',
  meaning: 'Whether an implementation can execute an instruction at all.',
  inputs: { instruction: op, mode },
  outputs: { executable: field(boolean, 'it can') },
  example: { instruction: 'icebp' },
  cites: [api('KVM_RUN, KVM_EXIT_INTERNAL_ERROR')],
  ask: (input, context) => ({ executable: context.rules.canExecute(input, context) }),
})

export const loadFlags = decision({
  id: 'x86/load-flags',
  rule: 'loadFlags',
  meaning: 'RFLAGS after POPF or IRET.',
  inputs: {
    rflags: rflagsField,
    image: field(hex32, 'the value popped: 16 bits, 32, or the low half of 64'),
    instruction: field(
      oneOf('popf', 'popfd', 'popfq', 'iret', 'iretd', 'iretq'),
      'the form by its width: 16, 32 (d) or 64 bits (q)',
    ),
    cpl: withDefault(integer(0, 3), 0, 'current privilege level'),
  },
  outputs: { rflags: field(hex32, 'RFLAGS afterwards') },
  example: { rflags: '0x2', image: '0x10102', instruction: 'popfd' },
  cites: [sdm('Instruction-Breakpoint Exception Condition')],
  ask: (input, context) => ({ rflags: context.rules.loadFlags(input, context) }),
})

export const flagsAfterRetire = decision({
  id: 'x86/flags-after-retire',
  rule: 'flagsAfterRetire',
  meaning: 'RF after an instruction.',
  inputs: {
    rflags: rflagsField,
    instruction: op,
    midRepeat: withDefault(
      boolean,
      false,
      'an iteration of a REP string instruction other than the last has just been done',
    ),
  },
  outputs: { rflags: field(hex32, 'RFLAGS afterwards') },
  choices: ['resumeFlagMidRepeat'],
  example: { rflags: '0x10002', instruction: 'nop' },
  cites: [sdm('Instruction-Breakpoint Exception Condition')],
  ask: (input, context) => ({ rflags: context.rules.flagsAfterRetire(input, context) }),
})
