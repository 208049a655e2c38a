/** Decisions: the software-step state machine, and the exceptions around it. */
import { armArm } from '../../../model/citations.ts'
import { boolean, field, hex64, integer, oneOf } from '../../codec.ts'
import {
  bit,
  debugControls,
  decision,
  elField,
  exceptionLevel,
  mdscrField,
  pstateField,
  routing,
} from './declare.ts'

const step = armArm('Software Step exceptions')

export const debugTarget = decision({
  id: 'arm64/debug-target',
  rule: 'debugTarget',
  meaning: 'The exception level that debug exceptions from EL0 and EL1 go to.',
  inputs: routing,
  outputs: { target: field(oneOf(1, 2), 'exception level') },
  example: { mdcr: '0x100', hcr: '0x0' },
  cites: [armArm('Routing debug exceptions')],
  ask: (input, context) => ({ target: context.rules.debugTarget(input, context) }),
})

export const generateDebugExceptions = decision({
  id: 'arm64/generate-debug-exceptions',
  rule: 'generateDebugExceptions',
  meaning: 'Whether debug exceptions other than BRK are generated at an exception level.',
  inputs: { el: elField, masked: field(boolean, 'PSTATE.D'), ...debugControls },
  outputs: { generated: field(boolean, 'they are') },
  example: { el: 1, masked: true, mdscr: '0x0', mdcr: '0x100', hcr: '0x0' },
  cites: [armArm('Enabling debug exceptions from the current Exception level')],
  ask: (input, context) => ({ generated: context.rules.generateDebugExceptions(input, context) }),
})

export const stepState = decision({
  id: 'arm64/step-state',
  rule: 'stepState',
  meaning: 'The state of software step before an instruction, and where its exception would go.',
  inputs: { el: elField, pstate: pstateField, ...debugControls },
  outputs: {
    state: field(
      oneOf('inactive', 'active-not-pending', 'active-pending'),
      'active-pending raises the exception, active-not-pending after the instruction',
    ),
    target: field(oneOf(1, 2), 'exception level'),
  },
  example: { el: 1, pstate: '0x2003c5', mdscr: '0x1', mdcr: '0x100', hcr: '0x0' },
  cites: [step, armArm('AArch64.CheckSoftwareStep')],
  ask: (input, context) => context.rules.stepState(input, context),
})

export const softwareStepAdvance = decision({
  id: 'arm64/software-step-advance',
  rule: 'softwareStepAdvance',
  meaning: 'PSTATE after an instruction has completed (SSAdvance).',
  inputs: { pstate: pstateField, mdscr: mdscrField },
  outputs: { pstate: field(hex64, 'PSTATE afterwards') },
  example: { pstate: '0x2003c5', mdscr: '0x1' },
  cites: [armArm('SSAdvance')],
  ask: (input, context) => ({ pstate: context.rules.softwareStepAdvance(input, context) }),
})

export const exceptionReturnSs = decision({
  id: 'arm64/exception-return-ss',
  rule: 'exceptionReturnSs',
  meaning: 'PSTATE.SS after an exception return (DebugExceptionReturnSS).',
  inputs: {
    fromEl: field(exceptionLevel, 'where the ERET is executed'),
    toEl: field(exceptionLevel, 'where it goes; of an illegal return the same level'),
    pstate: field(hex64, 'PSTATE when the ERET is executed'),
    spsr: field(hex64, 'SPSR_ELx of that level'),
    ...debugControls,
  },
  outputs: { ss: field(bit, 'PSTATE.SS at the destination') },
  example: {
    fromEl: 2,
    toEl: 1,
    pstate: '0x3c9',
    spsr: '0x2003c5',
    mdscr: '0x1',
    mdcr: '0x100',
    hcr: '0x0',
  },
  cites: [armArm('DebugExceptionReturnSS')],
  ask: (input, context) => ({ ss: context.rules.exceptionReturnSs(input, context) }),
})

export const savedSpsr = decision({
  id: 'arm64/saved-spsr',
  rule: 'savedSpsr',
  meaning: 'What an exception saves in SPSR_ELx.',
  inputs: {
    exception: field(
      oneOf('call', 'synchronous', 'interrupt', 'software-step'),
      '`call` is SVC, HVC or SMC; `synchronous` everything else, traps to EL2 among it',
    ),
    pstate: pstateField,
    mdscr: mdscrField,
  },
  outputs: { spsr: field(hex64, 'SPSR_ELx') },
  example: { exception: 'call', pstate: '0x2003c5', mdscr: '0x1' },
  cites: [armArm('AArch64.TakeException')],
  ask: (input, context) => ({ spsr: context.rules.savedSpsr(input, context) }),
})

export const enterException = decision({
  id: 'arm64/enter-exception',
  rule: 'enterException',
  meaning: 'The registers after an exception was taken to EL1, by the CPU or injected by the hypervisor.',
  inputs: {
    pc: field(hex64, 'the return address'),
    pstate: field(hex64, 'PSTATE as it is saved'),
    vbar: field(hex64, 'VBAR_EL1'),
    exception: field(oneOf('synchronous', 'interrupt'), 'which of the two vectors'),
  },
  outputs: {
    elr: field(hex64, 'ELR_EL1'),
    spsr: field(hex64, 'SPSR_EL1'),
    pc: field(hex64, 'the vector'),
    pstate: field(hex64, 'PSTATE in the handler'),
  },
  example: { pc: '0x40001000', pstate: '0x3c0', vbar: '0x40004000', exception: 'synchronous' },
  cites: [armArm('AArch64.TakeException')],
  ask: (input, context) => context.rules.enterException(input, context),
})

export const nextException = decision({
  id: 'arm64/next-exception',
  rule: 'nextException',
  meaning: 'What is taken before an instruction when several exceptions are due.',
  inputs: {
    interrupt: field(boolean, 'an interrupt of the guest waits and is not masked'),
    stepPending: field(boolean, 'software step is Active-pending'),
    breakpoint: field(boolean, 'a breakpoint matches'),
  },
  outputs: {
    next: field(
      oneOf('interrupt', 'software-step', 'breakpoint', 'none'),
      'with `none` the instruction is executed',
    ),
  },
  choices: ['interruptAgainstStep'],
  example: { interrupt: false, stepPending: true, breakpoint: true },
  cites: [armArm('Synchronous exception prioritization')],
  ask: (input, context) => ({ next: context.rules.nextException(input, context) }),
})

export const exceptionClass = decision({
  id: 'arm64/exception-class',
  rule: 'exceptionClass',
  meaning: 'The exception class by the levels between which an exception is taken.',
  inputs: {
    ec: field(integer(0, 0x3f), 'the class when it comes from a lower level'),
    fromEl: field(exceptionLevel, 'exception level that it is taken from'),
    targetEl: field(exceptionLevel, 'exception level that it is taken to'),
  },
  outputs: { ec: field(integer(0, 0x3f), 'ESR_ELx.EC') },
  example: { ec: 0x32, fromEl: 1, targetEl: 1 },
  cites: [armArm('ESR_EL1')],
  ask: (input, context) => ({ ec: context.rules.exceptionClass(input, context) }),
})
