/** Decisions: the check for code breakpoints before an instruction, and what it is made of. */
import { apm, sdm, threads } from '../../../model/citations.ts'
import { boolean, field, hex32, hex64, integer, nullable, oneOf, record, withDefault } from '../../codec.ts'
import { bothSets, dbAt, decision, features, mode, rflagsField, vendor } from './declare.ts'

const rip = field(hex64, 'offset of the instruction in the code segment')
const csBase = field(hex64, 'base of the code segment')
const movSsShadow = 'the instruction before was MOV SS or POP SS'

/** `struct kvm_debug_exit_arch` */
const exitRecord = {
  exception: field(oneOf(1, 3), '1 for #DB, 3 for #BP'),
  pc: field(hex64, 'linear address'),
  dr6: field(hex64, 'the causes of this exit, with the fixed bits of DR6'),
  dr7: field(nullable(hex64), 'null where the field is left unset'),
}

export const linearAddress = decision({
  id: 'x86/linear-address',
  rule: 'linearAddress',
  meaning: 'The linear address of an instruction.',
  inputs: { rip, csBase, mode },
  outputs: { address: field(hex64, 'the linear address') },
  example: { rip: '0x1000', csBase: '0x1000' },
  cites: [
    sdm('Instruction-Breakpoint Exception Condition'),
    threads.hwBreakpointsDuringEmulation,
    threads.reviewOfTheCheck,
  ],
  ask: (input, context) => ({ address: context.rules.linearAddress(input, context) }),
})

export const codeBreakpointInhibited = decision({
  id: 'x86/code-breakpoint-inhibited',
  rule: 'codeBreakpointInhibited',
  meaning:
    'Whether a matching code breakpoint does not hit: because of RF, or directly after MOV SS or POP SS.',
  inputs: {
    rf: field(boolean, 'RFLAGS.RF'),
    movSsShadow: withDefault(boolean, false, movSsShadow),
    vendor: withDefault(vendor, 'intel', 'the vendor that the guest’s CPUID names'),
    owner: field(oneOf('host', 'guest'), 'whose breakpoint registers are compared'),
  },
  outputs: { inhibited: field(boolean, 'the breakpoint does not hit') },
  choices: ['resumeFlagOnHostBreakpoint'],
  example: { rf: true, owner: 'guest' },
  cites: [sdm('Instruction-Breakpoint Exception Condition'), apm('Instruction Breakpoints')],
  ask: (input, context) => ({ inhibited: context.rules.codeBreakpointInhibited(input, context) }),
})

export const checkBeforeEmulation = decision({
  id: 'x86/check-before-emulation',
  rule: 'checkBeforeEmulation',
  meaning:
    'What code breakpoints do before an instruction: nothing, an exit to userspace, or a #DB for the guest.',
  inputs: {
    rip,
    csBase,
    rflags: rflagsField,
    ...bothSets,
    guestDr6: field(hex64, 'the guest’s DR6'),
    mode,
    movSsShadow: withDefault(boolean, false, movSsShadow),
    vendor: withDefault(vendor, 'intel', 'the vendor that the guest’s CPUID names'),
    ...features,
  },
  outputs: {
    result: field(
      oneOf('proceed', 'exit-to-userspace', 'deliver-to-guest'),
      'the instruction begins, KVM_EXIT_DEBUG, or a #DB in the guest',
    ),
    exit: field(nullable(record(exitRecord)), 'kvm_run.debug of the exit, else null'),
    guestDr6: field(hex64, 'the guest’s DR6 afterwards: what its handler reads'),
  },
  choices: ['undefinedBreakpoint', 'resumeFlagOnHostBreakpoint', 'disabledSlotBits'],
  example: {
    rip: '0x1002',
    csBase: '0x0',
    rflags: '0x2',
    control: '0x20001',
    hostDb: dbAt('0x1002'),
    hostDr7: '0x402',
    guestDb: dbAt('0x0'),
    guestDr7: '0x400',
    guestDr6: '0xffff0ff0',
  },
  cites: [
    threads.hwBreakpointsDuringEmulation,
    threads.reviewOfTheCheck,
    sdm('Instruction-Breakpoint Exception Condition'),
  ],
  ask: (input, context) => context.rules.checkBeforeEmulation(input, context),
})

export const debugExit = decision({
  id: 'x86/debug-exit',
  rule: 'debugExit',
  meaning: 'The record of a KVM_EXIT_DEBUG.',
  inputs: {
    exception: exitRecord.exception,
    pc: field(hex64, 'linear address of the instruction that RIP points to'),
    payload: field(hex64, 'the causes in pending-debug-exceptions polarity; 0 for #BP'),
    dr7: field(hex64, 'the effective DR7'),
    cause: field(
      oneOf('code-breakpoint', 'general-detect', 'trap', 'breakpoint-instruction'),
      'what raised it: `trap` is everything reported after an instruction',
    ),
  },
  outputs: exitRecord,
  example: { exception: 1, pc: '0x1002', payload: '0x1', dr7: '0x402', cause: 'code-breakpoint' },
  cites: [sdm('Debug Status Register (DR6)'), threads.hwBreakpointsDuringEmulation],
  ask: (input, context) => context.rules.debugExit(input, context),
})

export const icebpIp = decision({
  id: 'x86/icebp-ip',
  rule: 'icebpIp',
  meaning: 'Where RIP points when the #DB of ICEBP is taken.',
  inputs: {
    rip: field(hex64, 'address of the F1'),
    length: withDefault(integer(1, 15), 1, 'bytes, prefixes included'),
  },
  outputs: { ip: field(hex64, 'the RIP in the frame of the handler') },
  example: { rip: '0x1000' },
  cites: [sdm('Debug Exceptions')],
  ask: (input, context) => ({ ip: context.rules.icebpIp(input, context) }),
})

export const injectedReturnIp = decision({
  id: 'x86/injected-return-ip',
  rule: 'injectedReturnIp',
  meaning: 'The return address pushed for an exception that the VMM injects.',
  inputs: {
    vector: field(integer(0, 255), 'the vector injected'),
    rip: field(hex64, 'RIP when it is delivered'),
  },
  outputs: { ip: field(hex64, 'the RIP in the frame of the handler') },
  example: { vector: 3, rip: '0x1001' },
  cites: [sdm('Debug Exceptions')],
  ask: (input, context) => ({ ip: context.rules.injectedReturnIp(input, context) }),
})

export const flagsAtDelivery = decision({
  id: 'x86/flags-at-delivery',
  rule: 'flagsAtDelivery',
  meaning: 'The flags with which a handler starts.',
  inputs: {
    rflags: rflagsField,
    fault: withDefault(boolean, false, 'the vector is an exception of the fault class other than #DB'),
    mode,
  },
  outputs: { rflags: field(hex32, 'RFLAGS when the first instruction of the handler begins') },
  example: { rflags: '0x10302' },
  cites: [sdm('Masking Exceptions and Interrupts When Switching Stacks'), sdm('Debug Exceptions')],
  ask: (input, context) => ({ rflags: context.rules.flagsAtDelivery(input, context) }),
})
