/**
 * The freedoms that the manuals and the thread of 2015 leave, each with its allowed answers.
 *
 * The ideal machine allows every answer; the first is its default in examples. A design fixes them. Within one run a
 * choice is answered once. No ARMv7 hardware with virtualisation was measured, and 32-bit KVM has been removed from
 * Linux: where memory alone speaks for an answer of the hardware, it is a choice here.
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
  pairsWithoutMonitorMode: {
    layer: 'policy',
    question: 'What a guest reads of its breakpoints and watchpoints while the CPU is not in monitor mode',
    answers: ['zero', 'shadow'],
  },
  guestDidr: {
    layer: 'policy',
    question: 'DBGDIDR as the guest reads it',
    answers: ['host', 'zero'],
  },
  guestOslsr: {
    layer: 'policy',
    question: 'DBGOSLSR as the guest reads it',
    answers: ['unlocked', 'zero'],
  },
  pairsAfterExit: {
    layer: 'policy',
    question: 'The breakpoints and watchpoints of the CPU once the guest is left',
    answers: ['host', 'disabled'],
  },
  monitorModeGate: {
    layer: 'policy',
    question: 'When it is asked whether the CPU is in monitor mode',
    answers: ['access-and-entry', 'access'],
  },
  vcpuThreadBreakpoints: {
    layer: 'policy',
    question: 'Whether a debugger of the host may put breakpoints on the thread of a vCPU',
    answers: ['none', 'allowed'],
  },
  failedConditionTraps: {
    layer: 'arch',
    question: 'An access whose condition fails, of a register that is trapped',
    answers: ['no-trap', 'trap'],
  },
  lockedAccess: {
    layer: 'arch',
    question: 'A CP14 access to a breakpoint, watchpoint, DBGVCR or DBGDSCRext while a v7.1 OS lock is set',
    answers: ['executed', 'undefined'],
  },
  dscrWrite: {
    layer: 'arch',
    question: 'The bits that a write to DBGDSCRext changes while the OS lock is clear',
    answers: ['MDBGen-UDCCdis', 'MDBGen'],
  },
  pmcZero: {
    layer: 'arch',
    question: 'A breakpoint with DBGBCR.PMC = 0 and SSC = HMC = 0',
    answers: ['user-system-supervisor', 'never'],
  },
  watchpointLength: {
    layer: 'arch',
    question: 'HSR.IL of a watchpoint that is taken to Hyp mode, as of every data abort without a valid ISS',
    answers: ['clear', 'set'],
  },
  unpredictableMatch: {
    layer: 'arch',
    question: 'A breakpoint or watchpoint whose setting is UNPREDICTABLE',
    answers: ['misses', 'hits'],
    unpredictable: true,
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
