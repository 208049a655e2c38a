/**
 * Single-stepping: by the host, by the guest, and by both at once.
 */
import { api, linux, sdm, selftest, source } from '../../model/citations.ts'
import { GUESTDBG, inForce } from '../../model/kvm/guest-debug.ts'
import { dr6, flags, type Op, type Run, type RunEvent } from '../../model/x86/index.ts'
import { type ProgramProperty, property } from '../property.ts'
import { awaitsAnswer, type Segment, segments } from './history.ts'

const hexOf = (value: bigint): string => `0x${value.toString(16)}`

const isStepExit = (event: Segment['exit']): boolean =>
  event.exit.reason === 'debug' && event.exit.debug.exception === 1 && (event.exit.debug.dr6 & dr6.BS) !== 0n

const began = (segment: Segment) => segment.events.filter((event) => event.kind === 'instruction')
const deliveries = (segment: Segment) => segment.events.filter((event) => event.kind === 'delivery')

const stepsThroughout = (segment: Segment): boolean => inForce(segment.exit.view.control, GUESTDBG.SINGLESTEP)

const movedRip = (segment: Segment): boolean =>
  segment.actions.some((event) => event.action.do === 'set-registers' && event.action.rip !== undefined)

const holdsTrap = (op: Op): boolean => op === 'mov-ss' || op === 'pop-ss'

type InstructionEvent = Extract<RunEvent, { kind: 'instruction' }>

/** Whether the guest’s TF counts for an instruction: as it began; SYSCALL and SYSRET look at it when they are done. */
const countsTf = ({ op, rflags, loadedFlags }: InstructionEvent): boolean => {
  const looksLate = (op === 'syscall' || op === 'sysret') && loadedFlags !== null
  return ((looksLate ? loadedFlags : rflags) & flags.TF) !== 0
}

const oneInstruction = property({
  id: 'x86/step-is-one-instruction',
  layer: 'abi',
  statement:
    'With SINGLESTEP each run retires one instruction, or exits for its access and on re-entry reports the step before anything else runs.',
  cites: [
    api('KVM_SET_GUEST_DEBUG'),
    selftest('KVM selftest x86/debug_regs'),
    linux('663f4c61b803', 'KVM: x86: handle singlestep during emulation, 2013', 'recalled'),
  ],
  programs: 'stepping',
  witness: (run) => segments(run).some((segment) => stepsThroughout(segment) && isStepExit(segment.exit)),
  holds: (run) => {
    // A step over INT n that stops after the return runs through the handler.
    if (run.consulted.get('stepOverSoftwareInterrupt') === 'after-return') return true
    for (const segment of segments(run)) {
      if (!stepsThroughout(segment) || movedRip(segment)) continue
      const instructions = began(segment)
      const delivered = deliveries(segment)
      // Stepping may have been off when the access began; its completion is still the first thing to retire.
      const completes = awaitsAnswer(segment.before)
      const events = delivered.filter((event) => event.source !== 'software').length
      const held = instructions.filter((event) => holdsTrap(event.op)).length
      const allowed = (completes ? 0 : 1) + events + held
      if (instructions.length > allowed) {
        const first = completes
          ? 'the access that userspace answered'
          : `the instruction at ${hexOf(instructions[0]!.address)}`
        return `exit ${segment.exit.run}: ${first} is done, yet the run goes on for ${instructions.length - (completes ? 0 : 1)} more`
      }
    }
    return true
  },
})

const repeatIsOneIteration = property({
  id: 'x86/repeat-step-is-one-iteration',
  layer: 'arch',
  statement:
    'Under a step, the host’s or the guest’s, a REP string instruction does one iteration at a time.',
  cites: [sdm('Single-Step Exception Condition'), source('Intel SDM vol. 2, “REP”', 'recalled')],
  programs: 'stepping',
  witness: (run) =>
    run.events.some(
      (event) =>
        event.kind === 'instruction' &&
        event.op.startsWith('rep-') &&
        event.accesses.length > 0 &&
        steps(event),
    ),
  holds: (run) => {
    for (const event of run.events) {
      if (event.kind !== 'instruction' || !event.op.startsWith('rep-') || !steps(event)) continue
      const kind = event.op === 'rep-outsb' ? 'out' : 'write'
      const iterations = event.accesses.filter((access) => access.kind === kind).length
      if (iterations > 1)
        return `${event.op} at ${hexOf(event.address)} does ${iterations} iterations in one step`
    }
    for (const event of run.events)
      if (
        event.kind === 'exit' &&
        event.exit.reason === 'io' &&
        event.exit.count > 1 &&
        inForce(event.view.control, GUESTDBG.SINGLESTEP)
      )
        return `exit ${event.run}: one step covers ${event.exit.count} iterations`
    return true
  },
})

const steps = (event: InstructionEvent): boolean =>
  inForce(event.view.control, GUESTDBG.SINGLESTEP) || (event.rflags & flags.TF) !== 0

const noPhantomStep = property({
  id: 'x86/no-phantom-step',
  layer: 'arch',
  statement:
    'A step is reported only to who asked: BS exits only with SINGLESTEP, or with USE_HW_BP and the guest’s own TF; BS reaches the guest only if its TF was set when the instruction began (SYSCALL and SYSRET: when it was done).',
  cites: [
    sdm('Single-Step Exception Condition'),
    linux('5cc244a20b86', 'KVM: x86: fix single-step debugging, 2019', 'recalled'),
  ],
  programs: 'any',
  witness: (run) =>
    run.events.some(
      (event) =>
        (event.kind === 'exit' && isStepExit(event)) ||
        (event.kind === 'delivery' && event.source === 'raised' && ((event.payload ?? 0n) & dr6.BS) !== 0n),
    ),
  holds: (run) => {
    let guestTf = false
    for (const event of run.events) {
      if (event.kind === 'instruction') guestTf = countsTf(event)
      if (event.kind === 'exit' && isStepExit(event)) {
        const { control } = event.view
        const asked =
          inForce(control, GUESTDBG.SINGLESTEP) || (inForce(control, GUESTDBG.USE_HW_BP) && guestTf)
        if (!asked) return `exit ${event.run} reports a step that nobody asked for`
      }
      if (
        event.kind === 'delivery' &&
        event.source === 'raised' &&
        (event.payload ?? 0n) & dr6.BS &&
        !guestTf
      )
        return `the guest gets a step trap at ${hexOf(event.ip)} though its TF was 0`
    }
    return true
  },
})

const guestStepNotLost = property({
  id: 'x86/guest-step-not-lost',
  layer: 'arch',
  statement:
    'An instruction that begins with the guest’s TF set is followed by its step trap, unless it is INT n or its like, or MOV SS or POP SS; SYSCALL and SYSRET are if they leave TF set.',
  cites: [
    sdm('Single-Step Exception Condition'),
    linux('6affcbedcac7', 'KVM: x86: add kvm_skip_emulated_instruction and use it, 2016', 'recalled'),
  ],
  programs: 'any',
  witness: (run) =>
    run.events.some((event) => event.kind === 'delivery' && ((event.payload ?? 0n) & dr6.BS) !== 0n),
  holds: (run) => {
    let due: bigint | null = null
    for (const event of run.events) {
      const reported =
        (event.kind === 'delivery' && event.vector === 1) || (event.kind === 'exit' && isStepExit(event))
      if (reported || event.kind === 'action') due = null
      if (event.kind !== 'instruction') continue
      if (due !== null) return `no step trap follows the instruction at ${hexOf(due)}, for which TF counts`
      const software = ['int', 'int3', 'into', 'icebp'].includes(event.op)
      // HLT exits first; what the host does then is not this property's business.
      const exempt = software || holdsTrap(event.op) || event.op === 'hlt' || event.next === null
      if (countsTf(event) && !exempt) due = event.address
    }
    return true
  },
})

const movSsDelays = property({
  id: 'x86/no-trap-directly-after-mov-ss',
  layer: 'arch',
  statement: 'No step trap comes directly after MOV SS or POP SS; STI and POP DS delay nothing.',
  cites: [
    sdm('Masking Exceptions and Interrupts When Switching Stacks'),
    source('QEMU f0f0136abba6: target/i386: no single step exception after MOV or POP SS, 2024', 'recalled'),
  ],
  programs: 'stepping',
  witness: (run) =>
    run.events.some((event) => event.kind === 'instruction' && holdsTrap(event.op) && steps(event)),
  holds: (run) => {
    let last: InstructionEvent | null = null
    for (const event of run.events) {
      if (event.kind === 'action') last = null
      const trapped =
        (event.kind === 'exit' && isStepExit(event)) ||
        (event.kind === 'delivery' && event.source === 'raised' && ((event.payload ?? 0n) & dr6.BS) !== 0n)
      if (trapped && last && holdsTrap(last.op) && last.next !== null)
        return `a step trap comes directly after ${last.op} at ${hexOf(last.address)}`
      if (event.kind === 'delivery') last = null
      if (event.kind === 'instruction') last = event
    }
    return true
  },
})

const reportedOnce = property({
  id: 'x86/step-reported-once',
  layer: 'abi',
  statement:
    'A step is reported once: every report has an instruction, an answered access or a delivery of its own.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  programs: 'stepping',
  witness: (run) => run.events.some((event) => event.kind === 'exit' && isStepExit(event)),
  holds: (run) => {
    for (const segment of segments(run)) {
      if (!isStepExit(segment.exit)) continue
      const done = segment.events.some((event) => event.kind === 'instruction' || event.kind === 'delivery')
      if (!done && !awaitsAnswer(segment.before))
        return `exit ${segment.exit.run} reports a step, though nothing ran`
    }
    return true
  },
})

/** Whether the exception that a delivery delivers was already waiting at the exit before. */
const waited = (segment: Segment): boolean => segment.before?.state.exception != null

const guestStepSuppressed = property({
  id: 'x86/guest-step-suppressed',
  layer: 'policy',
  statement: 'While the host steps, the guest’s own step traps do not reach the guest.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  programs: 'stepping',
  witness: (run) =>
    run.events.some(
      (event) =>
        event.kind === 'instruction' &&
        inForce(event.view.control, GUESTDBG.SINGLESTEP) &&
        (event.rflags & flags.TF) !== 0,
    ),
  holds: (run) => guestDebugExceptionIn(run, GUESTDBG.SINGLESTEP, dr6.BS),
})

const guestSuppressedUnderHostSet = property({
  id: 'x86/guest-suppressed-under-host-breakpoints',
  layer: 'abi',
  statement:
    'While the host’s registers are in force, no #DB that the guest’s own registers or TF cause reaches it.',
  cites: [
    api('KVM_SET_GUEST_DEBUG'),
    linux('00b6520669bc', 'KVM: x86: honour USE_HW_BP when checking code breakpoints in emulation'),
  ],
  programs: 'breakpoints',
  witness: (run) =>
    run.events.some(
      (event) =>
        event.kind === 'exit' &&
        inForce(event.view.control, GUESTDBG.USE_HW_BP) &&
        (event.state.dr7 & 0xffn) !== 0n,
    ),
  holds: (run) => guestDebugExceptionIn(run, GUESTDBG.USE_HW_BP, 0n),
})

/** A #DB that the guest raised while `flag` was in force, with any of `causes` (0: whatever the causes). */
const guestDebugExceptionIn = (run: Run, flag: number, causes: bigint): string | true => {
  for (const segment of segments(run)) {
    const [first] = segment.events.filter(
      (event) => event.kind === 'delivery' || event.kind === 'instruction',
    )
    for (const event of segment.events) {
      if (event.kind !== 'delivery' || event.vector !== 1 || event.source !== 'raised') continue
      if (event === first && waited(segment)) continue
      const concerns = causes === 0n || ((event.payload ?? 0n) & causes) !== 0n
      if (concerns && inForce(event.view.control, flag))
        return `the guest gets a #DB at ${hexOf(event.ip)}, DR6 ${hexOf(event.dr6)}`
    }
  }
  return true
}

export const steppingProperties: readonly ProgramProperty[] = [
  oneInstruction,
  repeatIsOneIteration,
  noPhantomStep,
  guestStepNotLost,
  movSsDelays,
  reportedOnce,
  guestStepSuppressed,
  guestSuppressedUnderHostSet,
]
