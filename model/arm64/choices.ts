/**
 * The freedoms that the manual and the KVM API leave, each with its allowed answers.
 *
 * The ideal machine allows every answer; the first is its default in examples. A kernel or CPU fixes them.
 * Within one run a choice is answered once. ISV and EX of a step's syndrome are no choices: a CPU may say what it likes
 * there, and nobody compares them.
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
  interruptAgainstStep: {
    layer: 'arch',
    question: 'An interrupt of the guest and a Software Step exception are due before the same instruction',
    answers: ['step-first', 'interrupt-first'],
  },
  watchpointFar: {
    layer: 'arch',
    question: 'FAR of a watchpoint, of the addresses that the manual allows',
    answers: ['first-watched-byte', 'first-accessed-byte'],
  },
  unpredictableMatch: {
    layer: 'arch',
    question: 'A breakpoint or watchpoint whose setting is CONSTRAINED UNPREDICTABLE',
    answers: ['misses', 'hits'],
    unpredictable: true,
  },
  waitForInterrupt: {
    layer: 'arch',
    question: 'WFI',
    answers: ['completes', 'traps'],
  },
  guestBreakpointsWithoutUseHw: {
    layer: 'policy',
    question: 'The guest’s breakpoints and watchpoints while the host debugs without USE_HW',
    answers: ['exit', 'suppressed'],
  },
  brkWithoutUseSwBp: {
    layer: 'policy',
    question: 'BRK while the host debugs without USE_SW_BP',
    answers: ['exit', 'to-guest'],
  },
  guestStepBit: {
    layer: 'policy',
    question: 'The guest’s own PSTATE.SS once it has run while the host debugged',
    answers: ['as-at-attach', 'as-last-set', 'cleared'],
  },
  stepAtImmediateExit: {
    layer: 'abi',
    question: 'KVM_RUN with immediate_exit completes the access that a step of the host is about',
    answers: ['reported', 'reported-by-next-run'],
  },
  slotsBeyondCapability: {
    layer: 'policy',
    question: 'KVM_SET_GUEST_DEBUG with breakpoints or watchpoints that the CPU does not have',
    answers: ['ignored', 'EINVAL'],
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
