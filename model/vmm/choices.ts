/**
 * The freedoms that a VMM has, each with its allowed answers, and those of the machines that its guests are of.
 */
import { choices as arm64Choices } from '../arm64/choices.ts'
import {
  type AnswerIn,
  type AnswersIn,
  type Choices,
  type ChooseIn,
  chooseFrom as chooseFromTables,
  type NameIn,
} from '../choices.ts'
import { choices as x86Choices } from '../x86/choices.ts'

/** The VMM’s own. */
export const vmmChoices = {
  stepWhileNotStepping: {
    layer: 'policy',
    question: 'On arm64 a software step exits while the debugger does not step',
    answers: ['handed-back', 'dropped'],
  },
  overwrittenSite: {
    layer: 'abi',
    question: 'A software breakpoint is removed where the guest has written something else since',
    answers: ['gone', 'refused'],
  },
} as const satisfies Choices

/** All that a run can meet: no two machines have a choice of the same name. */
export const choices = { ...vmmChoices, ...x86Choices, ...arm64Choices } as const satisfies Choices

/** Name of one of the VMM’s own choices. */
export type VmmChoiceName = NameIn<typeof vmmChoices>
/** Asks for the answer to one of them. */
export type Choose = ChooseIn<typeof vmmChoices>

/** Name of any choice. */
export type ChoiceName = NameIn<typeof choices>
/** The allowed answers of one choice. */
export type Answer<Name extends ChoiceName> = AnswerIn<typeof choices, Name>
/** An answer for each of some choices. */
export type Answers = AnswersIn<typeof choices>

/** All choice names, in a fixed order. */
export const CHOICE_NAMES = Object.keys(choices) as readonly ChoiceName[]

/** The VMM’s own answers from the first of some tables that has one, defaults for the rest. */
export const chooseFrom = (...tables: readonly Answers[]): Choose => chooseFromTables(vmmChoices, ...tables)
