/**
 * The freedoms that the manuals and the KVM API leave, each with its allowed answers.
 *
 * The ideal machine allows every answer; the first is its default in examples. A kernel or CPU fixes them.
 * Within one run a choice is answered once: a CPU does not change its mind between two instructions.
 */
import {
  type AnswerIn,
  type AnswersIn,
  type Choices,
  type ChooseIn,
  chooseFrom as chooseFromTables,
  type NameIn,
} from '../choices.ts'

export const choices = {
  coincidentCauses: {
    layer: 'arch',
    question: 'A trap of the previous instruction and a code breakpoint meet at one instruction boundary',
    answers: ['merged', 'successive'],
  },
  breakpointBitsOnStep: {
    layer: 'arch',
    question: 'DR6.B0–B3 on a #DB whose only cause is a single step',
    answers: ['cleared', 'kept'],
  },
  disabledSlotBits: {
    layer: 'arch',
    question: 'DR6.Bn of a slot that matches but is not enabled, when a #DB is raised for another one',
    answers: ['clear', 'set'],
  },
  undefinedBreakpoint: {
    layer: 'arch',
    question:
      'A breakpoint whose encoding the manual leaves undefined (execute with LEN≠0, I/O with CR4.DE=0)',
    answers: ['misses', 'hits'],
    unpredictable: true,
  },
  repDataBreakpoint: {
    layer: 'arch',
    question: 'A data breakpoint hit by an iteration of a REP string instruction is reported',
    answers: ['this-iteration', 'next-iteration'],
  },
  resumeFlagMidRepeat: {
    layer: 'arch',
    question: 'EFLAGS.RF at a trap between two iterations of a REP string instruction',
    answers: ['set', 'clear'],
  },
  resumeFlagOnHostBreakpoint: {
    layer: 'policy',
    question: 'EFLAGS.RF=1 and a code breakpoint of the host',
    answers: ['suppressed', 'hits'],
  },
  stepOverSoftwareInterrupt: {
    layer: 'policy',
    question: 'A host step over INT n, INT3, INTO or SYSCALL stops',
    answers: ['handler-entry', 'after-return'],
  },
  stepOnEvent: {
    layer: 'policy',
    question: 'A host step during which an interrupt or exception is delivered stops',
    answers: ['handler-entry', 'after-first-instruction'],
  },
  outputExitRip: {
    layer: 'abi',
    question: 'RIP at the exit for an OUT is the address of',
    answers: ['instruction', 'next'],
  },
  storeExitRip: {
    layer: 'abi',
    question: 'RIP at the exit for a write to MMIO is the address of',
    answers: ['instruction', 'next'],
  },
  repeatedInputExit: {
    layer: 'abi',
    question: 'REP INSB without a step: iterations that one I/O exit covers (kvm_run.io.count)',
    answers: ['one-iteration', 'all-iterations'],
  },
  unknownControlBits: {
    layer: 'policy',
    question:
      'KVM_SET_GUEST_DEBUG with control bits that have no meaning, or with debugreg[7] wider than 32 bits',
    answers: ['ignored', 'EINVAL'],
  },
  reservedDebugBits: {
    layer: 'policy',
    question: 'KVM_SET_DEBUGREGS with reserved bits of DR6 or DR7 below bit 32',
    answers: ['raw', 'normalised'],
  },
  registerWriteAfterInjection: {
    layer: 'policy',
    question: 'KVM_SET_REGS between a request to inject an exception and its delivery',
    answers: ['kept', 'dropped'],
  },
} as const satisfies Choices

/** Name of a choice. */
export type ChoiceName = NameIn<typeof choices>
/** The allowed answers of one choice. */
export type Answer<Name extends ChoiceName> = AnswerIn<typeof choices, Name>
/** An answer for each of some choices. */
export type Answers = AnswersIn<typeof choices>
/** Asks for the answer to one choice. */
export type Choose = ChooseIn<typeof choices>

/** All choice names, in a fixed order. */
export const CHOICE_NAMES = Object.keys(choices) as readonly ChoiceName[]

/** Answers from the first of some tables that has one, defaults (the first allowed answer) for the rest. */
export const chooseFrom = (...tables: readonly Answers[]): Choose => chooseFromTables(choices, ...tables)
